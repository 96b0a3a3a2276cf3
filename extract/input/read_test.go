package input

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"github.com/nhiemky/nhiemky/extract/input/charset"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Texts of our own making.
const (
	mau = "Bà Trần Thị Mẫu, Bí thư Quận ủy Hà Đông, dự lễ khai giảng."
	thu = "Ông Lê Văn Thử, Chủ tịch UBND huyện Sóc Sơn, tiếp công dân."
)

func write(t *testing.T, file string, content []byte) {
	t.Helper()
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func file(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// member is one file of an archive.
type member struct{ name, content string }

func zipped(members ...member) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, _ := z.Create(m.name)
		io.WriteString(w, m.content)
	}
	z.Close()
	return b.String()
}

func tarred(members ...member) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		w.WriteHeader(&tar.Header{Name: m.name, Size: int64(len(m.content)), Mode: 0o644, Typeflag: tar.TypeReg})
		io.WriteString(w, m.content)
	}
	w.Close()
	return b.String()
}

func gzipped(content string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func zstandard(content string) string {
	var b bytes.Buffer
	w, _ := zstd.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func brotlied(content string) string {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

func deflated(content string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	io.WriteString(w, content)
	w.Close()
	return b.String()
}

// docx is a DOCX file with this body.
func docx(body string) string {
	return zipped(member{"[Content_Types].xml", "<Types/>"}, member{docxText,
		`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + wordSpace + `"><w:body>` + body + `</w:body></w:document>`})
}

// warcRecord is one record of a crawl.
func warcRecord(kind, address, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, contentType, len(block), block)
}

// answer is a response of a server.
func answer(address, head, body string) string {
	return warcRecord("response", address, "application/http; msgtype=response", "HTTP/1.1 "+head+"\r\n\r\n"+body)
}

// found reads a source and says in one line each what was found: the name and the text of a document, a
// problem behind "!", what was left out behind "-".
func found(t testing.TB, s Source, o Options) (all []string) {
	t.Helper()
	err := Read(s, o, func(i Item) error {
		switch d, err := i.Document(); {
		case i.LeftOut() != "":
			all = append(all, "- "+i.LeftOut())
		case errors.As(err, new(Left)):
			all = append(all, "- "+err.Error())
		case err != nil:
			all = append(all, "! "+err.Error())
		default:
			all = append(all, d.Name+": "+strings.ReplaceAll(string(d.Raw), "\n", "/"))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return all
}

// Each form is recognised by its content and read; want has a line for each thing found.
func TestRead(t *testing.T) {
	paragraph := "<html><body><p>" + mau + "</p></body></html>"
	links := "<html><title>Chính trị</title><body>" + strings.Repeat("<div><a href=1>"+mau+"</a> <span>1/2/2020</span></div>", 5)
	for _, c := range []struct {
		what, file, content string
		want                []string
	}{
		{"text", "a.txt", mau, []string{"a.txt: " + mau}},
		{"text under another name", "a.bin", mau, []string{"a.bin: " + mau}},
		{"a byte order mark", "a.txt", "\ufeff" + mau, []string{"a.txt: " + mau}},
		{"accents as marks of their own", "a.txt", "Bi\u0301 thu\u031b", []string{"a.txt: Bí thư"}},
		{"encoded twice", "a.txt", "Quáº\u00adn á»§y HÃ\u00a0 Ä\u0090Ã´ng", []string{"a.txt: Quận ủy Hà Đông"}},
		{"UTF-16", "a.txt", "\xff\xfeB\x00\xed\x00 \x00t\x00h\x00\xb0\x01", []string{"a.txt: Bí thư"}},
		{"text that begins as a picture does", "a.txt", "BMW gặp khó", []string{"a.txt: BMW gặp khó"}},
		{"empty", "a.txt", " \n", []string{"! a.txt: empty; give a file with text in it"}},
		{"binary", "a.txt", "ab\nc\x00", []string{"! a.txt:2:2: a NUL byte: this is a binary file, not text; give the text of the article"}},
		{"a picture", "a.txt", "\x89PNG\x0d\x0a\x1a\x0a", []string{"! a.txt: not an article but image/png; give text, HTML, PDF, DOCX, RTF, JSON, CSV, mail, WARC, ZIP or tar"}},
		{"an old Word file", "a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{"! a.doc: not an article but a file of Word before 2007 (.doc), or of a similar kind; save it as DOCX or PDF, or name a program that gives its text, for example: --convert 'doc=antiword {}'"}},
		{"HTML behind a mark", "a.txt", "\ufeff<!DOCTYPE html>" + paragraph, []string{"a.txt: " + mau}},
		{"HTML with a damaged byte", "a.html", "<html><body><p>" + strings.Repeat(mau+"<br>", 10) + "x\xffy</p>", []string{"a.html: " + strings.Repeat(mau+"/", 10) + "x\ufffdy"}},
		{"XHTML", "a.txt", "<?xml version='1.0'?>" + paragraph, []string{"a.txt: " + mau}},
		{"XML", "a.xml", "<?xml version='1.0'?><a/>", []string{"! a.xml: not an article but text/xml; give text, HTML, PDF, DOCX, RTF, JSON, CSV, mail, WARC, ZIP or tar"}},
		{"XML without a declaration", "a", `<mediawiki xmlns="x"><page><text>` + mau + `</text></page></mediawiki>`, []string{"! a: not an article but text/xml; " + giveForms}},
		{"a feed", "a", "\n<rss version=\"2.0\"><channel><title>" + mau, []string{"! a: not an article but text/xml; " + giveForms}},
		{"HTML", "a.txt", paragraph, []string{"a.txt: " + mau}},
		{"PDF", "a", file(t, "pdf/notice.pdf"), []string{"a: ỦY BAN NHÂN DÂN/QUẬN HÀ ĐÔNG/Thông báo về công tác cán bộ/Ngày 11/7/2018, Thành ủy Hà Nội công bố quyết định điều động bà Trần Thị Mẫu, Phó Bí thư Thường trực Quận ủy, giữ chức Bí thư Quận ủy Hà Đông, nhiệm kỳ 2015-2020./Ông Lê Văn Thử, Chủ tịch Ủy ban nhân dân quận, thay mặt lãnh đạo quận chúc mừng."}},
		{"PDF with a form", "a.pdf", file(t, "pdf/form.pdf"), []string{"a.pdf: Quan uy/Ha Dong"}},
		{"PDF of another version, with bytes behind it", "a.pdf", strings.Replace(file(t, "pdf/small.pdf"), "%PDF-1.4", "%PDF-2.0", 1) + "\n\x00\x00", []string{"a.pdf: Quan uy Ha Dong thong bao"}},
		{"PDF with an object that lies in itself", "a.pdf", file(t, "pdf/recursive.pdf"), []string{"! a.pdf: a damaged PDF file: its parts contain each other; check the file"}},
		{"the same, locked", "a.pdf", file(t, "pdf/locked.pdf"), []string{"! a.pdf: a damaged PDF file: its parts contain each other; check the file"}},
		{"PDF of pictures", "a.pdf", file(t, "pdf/scanned.pdf"), []string{"! a.pdf: a PDF file without text: its pages are pictures; give its text, or name a program for text recognition, for example: --ocr 'tesseract -l vie {} -'"}},
		{"PDF that breaks off", "a.pdf", file(t, "pdf/notice.pdf")[:9000], []string{"! a.pdf: a damaged PDF file: not a PDF file: missing %%EOF; check the file"}},
		{"PDF with objects in a stream", "a.pdf", objects("<</Type/Pages/Kids[3 0 R]/Count 1>>\n<</Type/Page/Contents 6 0 R/Resources<</Font<</F1 4 0 R>>>>>>\n<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding>>"), []string{"a.pdf: Quan uy"}},
		{"PDF with a string that is open among them", "a.pdf", objects("<</Type/Pages/Kids[3 0 R]/Count 1>>\n<</Type/Page/Contents[<41"), []string{"! a.pdf: a damaged PDF file: a stream in it breaks off within a string; check the file"}},
		{"PDF with a string that is open", "a.pdf", drawing("BT /F1 12 Tf (Quan uy) Tj [<"), []string{"! a.pdf: page 1: a stream in it breaks off within a string; check the file"}},
		{"PDF of one font", "a.pdf", file(t, "pdf/small.pdf"), []string{"a.pdf: Quan uy Ha Dong thong bao"}},
		{"DOCX", "a.docx", docx(`<w:p><w:r><w:t>Bà Trần</w:t></w:r><w:r><w:t xml:space="preserve"> Thị Mẫu</w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p><w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Bí thư</w:t><w:tab/><w:t>Hà Đông</w:t></w:r></w:p>`),
			[]string{"a.docx: Bà Trần Thị Mẫu/Bí thư\tHà Đông"}},
		{"DOCX of Word online", "a.docx", zipped(member{"[Content_Types].xml", ""}, member{"word/document2.xml", `<w:document xmlns:w="` + wordSpace + `"><w:body><w:p><w:r><w:t>` + mau + `</w:t></w:r></w:p></w:body></w:document>`}), []string{"a.docx: " + mau}},
		{"a spreadsheet", "a.xlsx", zipped(member{"[Content_Types].xml", ""}), []string{"! a.xlsx: not an article but a file of another program, in ZIP form; save it as DOCX or PDF"}},
		{"gzip", "a.txt.gz", gzipped(mau), []string{"a.txt.gz: " + mau}},
		{"zstd", "a.zst", zstandard(mau), []string{"a.zst: " + mau}},
		{"xz", "a.xz", file(t, "packed/article.txt.xz"), []string{"a.xz: " + mau}},
		{"bzip2", "a.bz2", file(t, "packed/article.txt.bz2"), []string{"a.bz2: " + mau}},
		{"gzip that breaks off", "a.gz", gzipped(mau)[:40], []string{"! a.gz: unexpected EOF; check the file"}},
		{"ZIP", "a.zip", zipped(member{"tin/1.txt", mau}, member{"2.html", paragraph}, member{"__MACOSX/x", "x"}, member{"notes.md", "x"}, member{"../../3.txt", thu}),
			[]string{"a.zip/tin/1.txt: " + mau, "a.zip/2.html: " + mau, "- *.md", "a.zip/3.txt: " + thu}},
		{"tar", "a.tar", tarred(member{"1.txt", mau}, member{"p.jpg", "\xff\xd8\xff\xe0"}, member{"2.txt", ""}),
			[]string{"a.tar/1.txt: " + mau, "- image/jpeg", "! a.tar!2.txt: empty; give a file with text in it"}},
		{"a ZIP in a tar in gzip", "a.tgz", gzipped(tarred(member{"b.zip", zipped(member{"1.txt", mau})}, member{"2.txt", thu})),
			[]string{"a.tgz/b.zip/1.txt: " + mau, "a.tgz/2.txt: " + thu}},
		{"a page of links", "a.html", links, []string{"! a.html: a page of links, not an article; give the pages that it leads to"}},
		{"a page of links in an archive", "a.zip", zipped(member{"a.html", links}, member{"b.html", "<html><p> "}), []string{"- left out: page of links", "- left out: page without text"}},
		{"a ZIP with a line end in a name", "a.zip", zipped(member{"b\nc.txt", ""}), []string{"! a.zip!b c.txt: empty; give a file with text in it"}},
		{"a damaged ZIP", "a.zip", "PK\x03\x04 and no more", []string{"! a.zip: a damaged ZIP archive: zip: not a valid zip file; check the file"}},
	} {
		if got := found(t, Source{File: c.file, Name: c.file, In: strings.NewReader(c.content), Named: true}, Options{}); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		// The same from a pipe, which cannot be read in place, byte by byte.
		if got := found(t, Source{File: c.file, Name: c.file, In: iotest.OneByteReader(strings.NewReader(c.content)), Named: true}, Options{}); !slices.Equal(got, c.want) {
			t.Errorf("%s from a pipe:\n%s", c.what, strings.Join(got, "\n"))
		}
	}
}

// What a folder or an archive has besides is left out; what is named itself is not.
func TestReadNamed(t *testing.T) {
	for _, c := range []struct{ file, content, want string }{
		{"a.txt", thu, "a.txt: " + thu},
		{"README", thu, "README: " + thu},
		{"a.txt.gz", gzipped(thu), "a.txt.gz: " + thu},
		{"a.md", thu, "- *.md"},
		{"list.csv.gz", gzipped(thu), "- *.csv"},
		{"a.png", "\x89PNG\x0d\x0a\x1a\x0a", "- image/png"},
		{"data.json", `{"a": 1}`, "- JSON without a text"},
		{"page.bin", "<html><p>" + thu, "page.bin: " + thu},
	} {
		if got := found(t, Source{File: c.file, Name: c.file, In: strings.NewReader(c.content)}, Options{}); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, want %q", c.file, got, c.want)
		}
	}
}

func TestReadLines(t *testing.T) {
	lines := `{"id": "tin/7", "text": "` + mau + `"}

{"id": 12, "content": "` + thu + `", "title": "Tiếp dân", "url": "https://vidu.example/tin/12", "date": "12/07/2018", "source": "Báo Ví Dụ"}
{"text": "` + mau + `"}
not JSON
{"id": "9"}
{"id": "10", "text": ""}
{"id": "11", "text": "` + strings.Repeat("dài ", 100) + `"}
`
	want := []string{
		"l.jsonl/tin/7: " + mau,
		"vidu.example/tin/12: Tiếp dân//" + thu,
		"l.jsonl:4: " + mau,
		"! l.jsonl:5:1: not a JSON object: invalid character 'o' in literal null (expecting 'u'); give one object per line",
		"! l.jsonl:6:1: no field text, content, body, article, maintext; name it, for example: --fields text=content",
		"! l.jsonl:7:1: empty; give a file with text in it",
		"! l.jsonl:8:1: a line with more than 300 bytes; raise --max-bytes",
	}
	if got := found(t, Source{File: "l.jsonl", Name: "l.jsonl", In: strings.NewReader(lines), Named: true}, Options{MaxBytes: 300}); !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var d record.Document
	fields, err := ParseFields([]string{"text=noidung", "date=ngay"})
	if err != nil {
		t.Fatal(err)
	}
	line := `{"noidung": "` + mau + `", "ngay": 1531362600, "title": "Khai giảng"}`
	err = Read(Source{File: "stdin", In: strings.NewReader(line)}, Options{Fields: fields}, func(i Item) (err error) { d, err = i.Document(); return err })
	if err != nil || d.Title != "Khai giảng" || d.Published.String() != "2018-07-12" || !strings.HasPrefix(d.Name, "stdin-") {
		t.Errorf("%+v, %v", d, err)
	}
	decomposed := `{"title": "Khai gia\u0309ng", "publisher": "Ba\u0301o", "id": "ho\u0323p", "text": "` + mau + `"}`
	err = Read(Source{File: "l", Name: "l", In: strings.NewReader(decomposed)}, Options{}, func(i Item) (err error) { d, err = i.Document(); return err })
	if err != nil || d.Title != "Khai giảng" || d.Publisher != "Báo" || d.Name != "l/họp" {
		t.Errorf("%+v, %v", d, err)
	}
	if got := found(t, Source{File: "x", Named: true, In: strings.NewReader(strings.Repeat("{\"a\": 1}\n", 50))}, Options{}); len(got) != 1 {
		t.Errorf("data of another kind: %q", got)
	}
	for _, pair := range []string{"text", "texte=a", "text="} {
		if _, err := ParseFields([]string{pair}); err == nil {
			t.Errorf("%s is taken", pair)
		}
	}
}

func TestReadCrawl(t *testing.T) {
	page := "<html><body><p>" + mau + "</p></body></html>"
	crawl := warcRecord("warcinfo", "", "application/warc-fields", "software: x\r\n") +
		answer("https://vidu.example/1", "200 OK\r\nContent-Type: text/html; charset=utf-8", page) +
		warcRecord("request", "https://vidu.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n") +
		answer("https://vidu.example/2", "404 Not Found\r\nContent-Type: text/html", page) +
		answer("https://vidu.example/3.png", "200 OK\r\nContent-Type: image/png", "x") +
		answer("https://vidu.example/4", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", gzipped(page)) +
		answer("https://vidu.example/5", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(page), page)) +
		answer("https://vidu.example/6", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", page) +
		answer("https://vidu.example/7", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", brotlied(page)) +
		answer("https://vidu.example/7a", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", page) + // as it was meant
		answer("https://vidu.example/7b", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate", deflated(page)) +
		answer("https://vidu.example/7c", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: lzma", "x") +
		warcRecord("conversion", "https://vidu.example/8.htm", "text/plain", thu) +
		answer("https://vidu.example/9.pdf?a=b", "200 OK\r\nContent-Type: application/pdf", file(t, "pdf/scanned.pdf")) +
		answer("https://vidu.example/10", "200", page) // without any field
	want := []string{
		"vidu.example/1: " + mau,
		"- HTTP 404",
		"- image/png",
		"vidu.example/4: " + mau,
		"vidu.example/5: " + mau,
		"vidu.example/6: " + mau,
		"vidu.example/7: " + mau,
		"vidu.example/7a: " + mau,
		"vidu.example/7b: " + mau,
		"! c.warc!https://vidu.example/7c: compressed as lzma; fetch it uncompressed, or with gzip",
		"vidu.example/8.htm: " + thu,
		"! c.warc!https://vidu.example/9.pdf?a=b: a PDF file without text: its pages are pictures; give its text, or name a program for text recognition, for example: --ocr 'tesseract -l vie {} -'",
		"vidu.example/10: " + mau,
	}
	// As it is, in one gzip, and as crawlers write it: each record a gzip of its own.
	records := strings.SplitAfter(crawl, "\r\n\r\nWARC/")
	var each strings.Builder
	for i, r := range records {
		if i > 0 {
			r = "WARC/" + r
		}
		each.WriteString(gzipped(strings.TrimSuffix(r, "WARC/")))
	}
	for _, content := range []string{crawl, gzipped(crawl), each.String()} {
		if got := found(t, Source{File: "c.warc", Name: "c.warc", In: strings.NewReader(content), Named: true}, Options{}); !slices.Equal(got, want) {
			t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	got := found(t, Source{File: "c.warc", Name: "c.warc", In: strings.NewReader(crawl[:len(crawl)-40]), Named: true}, Options{})
	if last := len(want) - 1; len(got) != len(want) || got[last] != "! c.warc!https://vidu.example/10: the crawl breaks off; check the file" {
		t.Errorf("a crawl that breaks off: %q", got)
	}
}

// An address in a crawl with bytes that are no text has them as escapes.
func TestReadCrawlBytes(t *testing.T) {
	got := found(t, Source{File: "c", Name: "c", Named: true, In: strings.NewReader(warcRecord("conversion", "https://vidu.example/\xff?\xe1", "text/plain", mau))}, Options{})
	if want := "vidu.example/%FF?%E1: " + mau; len(got) != 1 || got[0] != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// bomb is gzip of so many megabytes of zeros.
func bomb(megabytes int) string {
	return gzipped(strings.Repeat(strings.Repeat("\x00", 1<<20), megabytes))
}

// A file that is made to fill memory or disk, or to go on for ever, is one problem.
func TestReadLimits(t *testing.T) {
	nest := mau
	for range 6 {
		nest = gzipped(nest)
	}
	for _, c := range []struct {
		what, content string
		o             Options
		want          string
	}{
		{"a large document", mau, Options{MaxBytes: 10}, "! f: more than 10 bytes; split it, or raise --max-bytes"},
		{"a large document, compressed", bomb(20), Options{}, "! f: more than 16777216 bytes; split it, or raise --max-bytes"},
		{"a bomb", bomb(8), Options{Free: 1 << 20, Ratio: 100}, "! f: decompresses to more than 100 times its size; leave it out, or raise --max-ratio"},
		{"a bomb in a ZIP", zipped(member{"a.txt", strings.Repeat("a", 8<<20)}, member{"b.txt", mau}), Options{Free: 1 << 20, Ratio: 100}, "! f!a.txt: decompresses to more than 100 times its size; leave it out, or raise --max-ratio"},
		{"a bomb in a tar", gzipped(tarred(member{"a.txt", strings.Repeat("a", 8<<20)}, member{"b.txt", mau})), Options{Free: 1 << 20, Ratio: 100}, "! f!a.txt: decompresses to more than 100 times its size; leave it out, or raise --max-ratio"},
		{"a compression in a compression …", nest, Options{}, "! f: more than 4 nested containers; unpack the inner ones and give those"},
		{"a page of tags", strings.Repeat("<b>", 600000), Options{}, "! f: a page with more than 500000 tags; leave it out, or give its text"},
		{"a page that takes long", "<html>" + strings.Repeat("<p>a <b>b</b>", 100000), Options{Time: time.Millisecond}, "! f: takes longer than 1ms to read; leave it out, or give its text"},
	} {
		got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(c.content), Named: true}, c.o)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %.300q, want %q", c.what, got, c.want)
		}
	}
}

// A whole source has an end: in bytes, in time, and where few bytes are many documents.
func TestReadWhole(t *testing.T) {
	var members []member
	for i := range 50 {
		members = append(members, member{fmt.Sprintf("%d.txt", i), mau})
	}
	whole := zipped(members...)
	hours := 0
	clock := func() time.Time { hours++; return time.Unix(0, 0).Add(time.Duration(hours) * time.Hour) }
	got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(whole), Named: true}, Options{Whole: 10 * time.Hour, now: clock})
	if last := len(got) - 1; last != 11 || got[last] != "! f!10.txt: the whole file takes longer than 10h0m0s; the rest of it is not read; split it, or raise --max-whole-time" {
		t.Errorf("a source that takes an hour for each document: %d lines, the last %q", len(got), got[last])
	}
	hours = 0
	o := Options{Whole: 10 * time.Hour, now: clock, OCR: &Converter{}}
	if got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(whole), Named: true}, o); len(got) != len(members) {
		t.Errorf("with a command of the user's: %d documents", len(got))
	}
	got = found(t, Source{File: "f", Name: "f", In: strings.NewReader(overlapping(1000)), Named: true}, Options{})
	if want := "! f: a ZIP archive in which files lie in one another; leave it out: such archives are made to do harm"; len(got) != 1 || got[0] != want {
		t.Errorf("an archive with many names for one file: %d lines, %q", len(got), got[0])
	}
}

// overlapping is a ZIP archive of n files that are all the same bytes of it.
func overlapping(n int) string {
	one := zipped(member{"a.txt", strings.Repeat(mau, 100)})
	directory := strings.Index(one, "PK\x01\x02")
	end := strings.Index(one, "PK\x05\x06")
	entry := one[directory:end]
	tail := []byte(one[end:])
	for _, at := range []int{8, 10} {
		binary.LittleEndian.PutUint16(tail[at:], uint16(n))
	}
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*len(entry)))
	return one[:directory] + strings.Repeat(entry, n) + string(tail)
}

// Text of older archives is read in the encoding that is asked for, or found.
func TestReadEncoding(t *testing.T) {
	raw := "C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam"
	want := "f: Cộng hòa xã hội chủ nghĩa Việt Nam"
	for _, e := range []charset.Encoding{charset.Auto, charset.TCVN3} {
		for _, content := range []string{raw, "<html><body><p>" + raw + "</p></body></html>"} {
			if got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(content), Named: true}, Options{Encoding: e}); len(got) != 1 || got[0] != want {
				t.Errorf("%s: %q", e, got)
			}
		}
	}
	// As it was found: nothing is mended, and the bytes stay.
	marks := "Bi\u0301 thu\u031b"
	if got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(marks), Named: true}, Options{AsFound: true}); got[0] != "f: "+marks {
		t.Errorf("%q", got)
	}
}

func TestNameOf(t *testing.T) {
	for address, want := range map[string]string{
		"https://Vidu.example/tin/1.html":   "vidu.example/tin/1.html",
		"http://vidu.example/tin?id=1#dau":  "vidu.example/tin?id=1",
		"https://vidu.example/":             "vidu.example",
		"ftp://vidu.example/x":              "",
		"javascript:alert(1)":               "",
		"tin/1.html":                        "",
		"https://vidu.example/h%E1%BB%8Dp?": "vidu.example/họp",
		"https://vidu.example/ho%CC%A3p":    "vidu.example/họp",
		"https://vidu.example/%e1%bb":       "vidu.example/%e1%bb", // no text in UTF-8
		"https://vidu.example/a%0Ab":        "vidu.example/a%0Ab",
	} {
		if got := nameOf(address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
}
