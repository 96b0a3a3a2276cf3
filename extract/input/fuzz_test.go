package input

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// Whatever comes in, reading ends soon without breaking down, says the same twice, and what it hands on is
// well formed (see checkItem). There is one such test for each form, with small samples to begin with; what
// the fuzzer found beyond them, go test -fuzz '^FuzzHTML$' ./extract/input, is in testdata/fuzz.

func FuzzText(f *testing.F) {
	fuzz(f, same, mau, "\ufeff"+mau, "\xff\xfea\x00", "Nguyá»…n", "Bi\u0301 thu\u031b", "Quáº\u00adn á»§y HÃ\u00a0 Ä\u0090Ã´ng",
		"Ph\xe3 B\xed th\xad Qu\xcbn \xf1y", "Phó Bí th\u01b0\x00", "{\\rtf1 a}")
}

func FuzzHTML(f *testing.F) {
	fuzz(f, same, "<html><title>x</title><p>"+mau, `<meta charset="x"><time datetime="1">`,
		`<html><head><title>Khai giảng - Báo Ví dụ</title><meta property="og:site_name" content="Báo Ví dụ"><meta property="article:published_time" content="2018-09-05T08:00:00+07:00"><link rel="canonical" href="/tin/1?a=b#c"></head><body><nav><a href="/">Trang chủ</a></nav><article><h1>Khai giảng</h1><span>Thứ tư, 5/9/2018, 08:00 GMT+7</span><p class="sapo">`+mau+`</p><p>`+thu+`</p></article><footer>5/9/2019</footer>`,
		`<html><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Khai gi\u1ea3ng","datePublished":"2018-09-05","publisher":{"name":"Báo"},"mainEntityOfPage":{"@id":"https://vidu.example/%ff?a"}}]}</script><p>`+mau,
		"<html><head><meta charset=windows-1258></head><table><tr><td>B\xed th\xfd<td>Qu\xe2\xf2n", "<html><p>"+strings.Repeat("<a href=1>"+mau+"</a>", 3))
}

func FuzzLines(f *testing.F) {
	fuzz(f, same, `{"id": 1, "text": "`+mau+`"}`, "{\"text\": \"a\"}\n\n{\"a\":[]}",
		`{"_id": "a/../b", "title": "Khai gia\u0309ng", "published": 1536109200, "link": "https://vidu.example/%e1%bb", "source": "Ba\u0301o", "content": "`+mau+`"}`,
		`{"text": null, "body": "\ud800x"}`+"\n{\"text\": \"\\u0000\"}\n[1]")
}

func FuzzJSON(f *testing.F) { // not a line for each object
	fuzz(f, same, `[{"id": 1, "text": "`+mau+`"}, {"text": "a"}]`, "[\n{\"text\": \"a\n\"},\n{\"text\": \"b\"}]", `{"articles": [{"text": "x"}, {"a": {"body": "y"}}], "b": {"c": [`,
		"{\n\"log\": {\"entries\": [{\"request\": {\"url\": \"https://vidu.example/1\"}, \"response\": {\"status\": 200, \"content\": {\"encoding\": \"base64\", \"text\": \"eA==\"}}}]}}",
		`[{"text": NaN}, [], 1, null, "a"] {"text": ["a", "b"]}`+"\n[", "{{{{{\"a\": [\n{\n{")
}

func FuzzCSV(f *testing.F) {
	fuzz(f, same, "id,text\n1,\""+mau+"\"\n2,a,b\n3,\"", "\ufeffsep=;\r\nid;Text;text\r\n1;\"a \"\"b\"\"\n\nc\";\r\n", "text\turl\tdate\nx\thttps://vidu.example/1\t5/9/2018\n")
}

func FuzzMail(f *testing.F) {
	html := "Content-Type: text/html\r\n" + asQuoted + "\r\n" + quoted("<html><p>"+mau)
	fuzz(f, same, mailHeads+subject+"\r\n"+mau, mailHeads+"Content-Type: multipart/related; boundary=b; start=x\r\n"+parted(html, "Content-Id: x\r\n"+html),
		mailHeads+"Content-Type: multipart/mixed; boundary=b\r\n"+parted(html, "Content-Disposition: attachment; filename=\"=?utf-8?q?a=\"\r\n\r\n"+thu, "Content-Type: message/rfc822\r\n\r\n"+mailHeads+asBase64+"\r\n"+lined(mau)),
		"From a 08:00\nFrom: a\nMIME-Version: 1.0\n\nx\n\nFrom b\n\nFrom c\n>From d\n")
}

func FuzzRTF(f *testing.F) {
	fuzz(f, same, rtf(mau+`\par `+thu), `{\rtf1\ansicpg1258\uc2 B\'ed\u7853\'a1{\*\x y}\bin3 abc\line`, `{\rtf1{\fonttbl{\f1 .VnTime;}}\f1 Qu\'cb\trowd\intbl a\cell b\cell\row c\cell d\row\pard\u-10179?`)
}

// FuzzFields reads one line of JSON by the fields that somebody named for it.
func FuzzFields(f *testing.F) {
	for _, c := range [][2]string{
		{"text=noidung,id=ma", `{"noidung": "` + mau + `", "ma": 7}`}, {"date=ngay,text=a,text=b", `{"b": "x", "ngay": "5/9/2018"}`},
		{"title=a", `{"a": ["x"], "text": {}}`}, {"text=", "{}"}, {"", `{"text": "x"}`},
	} {
		f.Add(c[0], []byte(c[1]))
	}
	f.Fuzz(func(t *testing.T, fields string, line []byte) {
		named, err := ParseFields(strings.Split(fields, ","))
		if err == nil {
			readTwice(t, string(line), Options{Fields: named})
		}
	})
}

func FuzzPDF(f *testing.F) {
	fuzz(f, same, file(f, "pdf/small.pdf"), file(f, "pdf/scanned.pdf"), file(f, "pdf/loop.pdf"), file(f, "pdf/form.pdf"),
		file(f, "pdf/locked.pdf"), file(f, "pdf/recursive.pdf"))
}

// FuzzDrawing changes the operators that draw a page of a PDF file, which stay in their place in it.
func FuzzDrawing(f *testing.F) {
	fuzz(f, drawing, "BT /F1 12 Tf 72 700 Td (Quan uy) Tj 0 -14 Td [(Ha) -300 (Dong)] TJ T* (x) ' ET",
		"q 1 0 0 1 5 5 cm BT /F1 9 Tf 1 0 0 1 2 3 Tm 14 TL (a) Tj 1 2 (b) \" ET Q", "/F1 Do (", "[<ff>]TJ <</A 1>> BI ID EI")
}

// FuzzObjects changes objects that lie in a stream, a line each: the pages, a page and a font.
func FuzzObjects(f *testing.F) {
	font := "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
	fuzz(f, objects, "<</Type/Pages/Kids[3 0 R]/Count 1>>\n<</Type/Page/Contents 6 0 R/Resources<</Font<</F1 4 0 R>>>>>>\n"+font,
		"<</Kids[2 0 R 3 0 R]>>\n<</Contents[6 0 R 6 0 R]/Resources 4 0 R>>\n<</Font<</F1<</ToUnicode 6 0 R>>>>>>", "<</Kids[\n<41\n(")
}

func FuzzCrawl(f *testing.F) {
	page := "<html><title>Khai giảng</title><p>" + mau
	fuzz(f, same, answer("https://vidu.example/1", "200 OK\r\nTransfer-Encoding: chunked", "1\r\na\r\n0\r\n"), warcRecord("conversion", "x", "text/plain", mau),
		answer("<https://vidu.example/%ff>", "200 OK\r\nContent-Type: text/html; charset=utf-8", page)+answer("x", "404 Not Found", ""),
		answer("https://vidu.example/2", "200 OK\r\nContent-Encoding: br", "x")+warcRecord("resource", "urn:x", "image/png", "x")+warcRecord("warcinfo", "", "", "a: b"),
		strings.ReplaceAll(answer("https://vidu.example/1", "200 OK", page)+answer("https://vidu.example/2", "200 OK", page), "\r\n", "\n"),
		"filedesc://x.arc 0.0.0.0 20240313000000 text/plain 2\n1\n\nhttps://vidu.example/1 192.0.2.1 20240313000000 text/html 14\nHTTP/1.1 200 \n\nhttps://vidu.example/2 192.0.2.1 2024031300 text/plain 3\nabc\n")
}

func FuzzDOCX(f *testing.F) { // the XML, since hardly any change to the bytes of a ZIP leaves one
	fuzz(f, docx, "<w:p><w:r><w:t>"+mau+"</w:t></w:r></w:p>", "<w:del>x</w:del><w:tab/>",
		`<w:tbl><w:tr><w:tc><w:p><w:pPr><x/></w:pPr><w:r><w:t>Bi&#x301;</w:t><w:br/><w:noBreakHyphen/></w:r></w:p></w:tc></w:tr></w:tbl><mc:Fallback xmlns:mc="m"><w:t>2</w:t></mc:Fallback>`)
}

func FuzzArchive(f *testing.F) {
	fuzz(f, same, zipped(member{"1.txt", mau}), tarred(member{"1.txt", mau}), zipped(member{"a\nb.txt", "\xff"}, member{"../c.txt", ""}),
		tarred(member{"Khai gi\u1ea3ng.txt", thu}, member{"\xe1.txt", "\x00"}), docx("<w:t>a</w:t>"))
}

// FuzzMembers packs two members of any name and content, since hardly any change to the bytes of an archive
// leaves one. The first is an archive itself when it is said to be.
func FuzzMembers(f *testing.F) {
	f.Add("1.txt", []byte(mau), "2.html", []byte("<html><p>"+thu), uint8(0))
	f.Add("../a\\b.txt", []byte("{\"text\": \"x\"}"), "a/../b", []byte(gzipped(mau)), uint8(5))
	f.Add("\xe1\n.txt", []byte("\xff"), "[Content_Types].xml", []byte("WARC/1.0\r\n"), uint8(2))
	f.Fuzz(func(t *testing.T, name string, content []byte, second string, other []byte, how uint8) {
		if len(name)+len(second) > 200 {
			return
		}
		pack := []func(...member) string{zipped, tarred}
		inner := string(content)
		if how&4 != 0 {
			inner = pack[how&1](member{name, inner})
		}
		readTwice(t, pack[how>>1&1](member{name, inner}, member{second, string(other)}), Options{})
	})
}

func FuzzCompressed(f *testing.F) {
	fuzz(f, same, gzipped(mau), zstandard(mau), file(f, "packed/article.txt.xz"), file(f, "packed/article.txt.bz2"),
		gzipped(gzipped(mau)), gzipped(mau)+gzipped(thu), zstandard("{\"text\": \"x\"}"), gzipped(mau)[:40],
		gzipped(warcRecord("conversion", "x", "text/plain", mau))+"\x1f\x8b\x08"+gzipped(warcRecord("conversion", "y", "text/plain", thu)))
}

// FuzzEncoding reads any bytes as each encoding that can be asked for, as text and as a page.
func FuzzEncoding(f *testing.F) {
	for _, s := range []string{mau, "<html><p>" + mau, `{"text": "` + mau + `"}`, "\xff\xfea\x00", "Qu\xcbn \xf1y"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, e := range charset.All() {
			readTwice(t, string(raw), Options{Encoding: e})
		}
	})
}

func same(content string) string { return content }

func fuzz(f *testing.F, pack func(string) string, samples ...string) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { readTwice(t, pack(string(raw)), Options{}) })
}

// readTwice reads the same twice, in place and from a pipe, by itself and as one among others.
func readTwice(t *testing.T, content string, o Options) {
	late := time.AfterFunc(5*time.Minute, func() { panic("no end of reading") })
	defer late.Stop()
	o.MaxBytes, o.Free, o.Time = 1<<20, 4<<20, time.Minute
	for _, named := range []bool{true, false} {
		place := outcomes(t, Source{File: "f", Name: "f", In: bytes.NewReader([]byte(content)), Named: named}, o)
		pipe := outcomes(t, Source{File: "f", Name: "f", In: bytes.NewBufferString(content), Named: named}, o)
		if place != pipe {
			t.Errorf("in place\n%s\nfrom a pipe\n%s", place, pipe)
		}
	}
}

// outcomes reads a source, checks what was found in it and tells it, a line each.
func outcomes(t *testing.T, s Source, o Options) string {
	var all strings.Builder
	err := Read(s, o, func(i Item) error {
		all.WriteString(checkItem(t, i) + "\n")
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return all.String()
}

// checkItem holds of all that is found: a document has a name and words, text in valid and composed UTF-8,
// and no day that the calendar has not; a problem says on one line where and what it is.
func checkItem(t *testing.T, i Item) string {
	if i.LeftOut() != "" {
		return "- " + i.LeftOut()
	}
	d, err := i.Document()
	if err != nil {
		checkProblem(t, err)
		return "! " + err.Error()
	}
	for what, text := range map[string]string{"text": string(d.Raw), "name": d.Name, "title": d.Title, "publisher": d.Publisher, "address": d.Address} {
		if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
			t.Errorf("the %s is not valid and composed: %q", what, text)
		}
	}
	if d.Name == "" || strings.TrimSpace(string(d.Raw)) == "" {
		t.Errorf("a document without a name or text: %q, %q", d.Name, d.Raw)
	}
	if !d.Published.IsZero() && !d.Published.Valid() {
		t.Errorf("published on %v", d.Published)
	}
	return fmt.Sprintf("%q %q %q %q %s %q", d.Name, d.Title, d.Publisher, d.Address, d.Published, d.Raw)
}

func checkProblem(t *testing.T, err error) {
	if errors.As(err, new(Left)) {
		return
	}
	var p Problem
	if !errors.As(err, &p) || p.File == "" || p.What == "" || p.Do == "" {
		t.Errorf("a problem without its parts: %#v", err)
	}
	if text := err.Error(); !utf8.ValidString(text) || strings.ContainsAny(text, "\n\r") {
		t.Errorf("no line: %q", text)
	}
}
