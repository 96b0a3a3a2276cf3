package input

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// Whatever comes in, reading ends without breaking down, and documents are valid UTF-8 with a name. There
// is one such test for each form, with small samples to begin with.

func FuzzText(f *testing.F) { fuzz(f, same, mau, "\ufeff"+mau, "\xff\xfea\x00", "Nguyá»…n") }
func FuzzHTML(f *testing.F) {
	fuzz(f, same, "<html><title>x</title><p>"+mau, `<meta charset="x"><time datetime="1">`)
}
func FuzzLines(f *testing.F) {
	fuzz(f, same, `{"id": 1, "text": "`+mau+`"}`, "{\"text\": \"a\"}\n\n{\"a\":[]}")
}
func FuzzPDF(f *testing.F) {
	fuzz(f, same, file(f, "pdf/small.pdf"), file(f, "pdf/scanned.pdf"), file(f, "pdf/loop.pdf"))
}

func FuzzCrawl(f *testing.F) {
	fuzz(f, same, answer("https://vidu.example/1", "200 OK\r\nTransfer-Encoding: chunked", "1\r\na\r\n0\r\n"), record("conversion", "x", "text/plain", mau))
}

func FuzzDOCX(f *testing.F) { // the XML, since hardly any change to the bytes of a ZIP leaves one
	fuzz(f, docx, "<w:p><w:r><w:t>"+mau+"</w:t></w:r></w:p>", "<w:del>x</w:del><w:tab/>")
}

func FuzzArchive(f *testing.F) {
	fuzz(f, same, zipped(member{"1.txt", mau}), tarred(member{"1.txt", mau}))
}

func FuzzCompressed(f *testing.F) {
	fuzz(f, same, gzipped(mau), zstandard(mau), file(f, "packed/article.txt.xz"), file(f, "packed/article.txt.bz2"))
}

func same(content string) string { return content }

func fuzz(f *testing.F, pack func(string) string, samples ...string) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		s := Source{File: "f", Name: "f", In: bytes.NewReader([]byte(pack(string(raw))))}
		err := Read(s, Options{MaxBytes: 1 << 20, Free: 4 << 20}, func(i Item) error {
			d, err := i.Document()
			if err == nil && i.LeftOut() == "" && (!utf8.Valid(d.Raw) || d.Name == "") {
				t.Errorf("%q: %q", d.Name, d.Raw)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
