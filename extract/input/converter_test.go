package input

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// echo is a converter that gives what it is told, and notes the ends of the names of files that it was given.
func echo(out string, given *[]string) *Converter {
	return &Converter{Name: "echo", Run: func(ext string, raw []byte) ([]byte, error) {
		*given = append(*given, fmt.Sprintf("%s %d", ext, len(raw)))
		return []byte(out), nil
	}}
}

// What a converter is for is given to it, and what it gives is read as what it is.
func TestConvert(t *testing.T) {
	var given []string
	text, page := echo(mau, &given), echo("<html><body><p>"+mau+"</p></body></html>", &given)
	doc, png := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\x89PNG\x0d\x0a\x1a\x0a"
	all := Options{Convert: map[string]*Converter{".doc": text, ".xyz": page}, OCR: text}
	for _, c := range []struct {
		what, file, content string
		o                   Options
		want, given         string
	}{
		{"by its name", "a.XYZ", "abc", all, "a.XYZ: " + mau, ".xyz 3"},
		{"by its content", "a.dot", doc, all, "a.dot: " + mau, ".dot 8"},
		{"compressed", "a.doc.gz", gzipped(doc), all, "a.doc.gz: " + mau, ".doc 8"},
		{"in an archive", "a.zip", zipped(member{"b.xyz", "abc"}), all, "a.zip/b.xyz: " + mau, ".xyz 3"},
		{"what is called so and is a page", "a.doc", "<html><body><p>" + mau, all, "a.doc: " + mau, ""},
		{"or a rich text file", "a.doc", rtf(mau), all, "a.doc: " + mau, ""},
		{"or a DOCX file", "a.doc", docx(para(mau)), all, "a.doc: " + mau, ""},
		{"from stdin", "", doc, all, "stdin-", ".doc 8"},
		{"a picture", "a.png", png, all, "a.png: " + mau, ".png 8"},
		{"a picture of a crawl", "c.warc", answer("https://vidu.example/a.png", "200 OK", png), all, "- image/png", ""},
		{"a PDF file of pictures that cannot be taken out", "a.pdf", file(t, "pdf/scanned.pdf"), all, "a.pdf: " + mau, ".pdf 6"},
		{"a PDF file with text", "a.pdf", file(t, "pdf/small.pdf"), all, "a.pdf: Quan uy", ""},
		{"it gives nothing", "a.doc", doc, Options{Convert: map[string]*Converter{".doc": echo("", &given)}}, "! a.doc: empty", ".doc 8"},
		{"it gives a picture", "a.doc", doc, Options{Convert: map[string]*Converter{".doc": echo(png, &given)}}, "! a.doc: the command gave neither text nor a document", ".doc 8"},
		{"it fails", "a.doc", doc, Options{Convert: map[string]*Converter{".doc": {Run: func(string, []byte) ([]byte, error) { return nil, errors.New("x: exit status 1") }}}},
			"! a.doc: x: exit status 1; check the command, or leave it out", ""},
	} {
		given = nil
		got := found(t, Source{File: c.file, Name: c.file, In: strings.NewReader(c.content), Named: true}, c.o)
		if len(got) != 1 || !strings.HasPrefix(got[0], c.want) || !strings.HasPrefix(strings.Join(given, ","), c.given) || len(given) != min(1, len(c.given)) {
			t.Errorf("%s: %q with %q, want %q with %q", c.what, got, given, c.want, c.given)
		}
	}
}

// The pages of a scan are taken out of a PDF file as they are in it, without small pictures such as seals.
func TestScannedPages(t *testing.T) {
	picture := func(more, content string) string {
		return fmt.Sprintf("7 0 obj\n<</Type/XObject/Subtype/Image %s>>\nstream\n%s\nendstream\nendobj\n", more, content)
	}
	size := "/Width 1700 /Height 2200 "
	for _, c := range []struct {
		what, raw string
		want      []string
	}{
		{"JPEG", picture(size+"/Filter/DCTDecode/Length 4", "\xff\xd8xy") + picture(size+"/Filter [/DCTDecode] /Length 9 0 R", "\xff\xd8z"), []string{".jpg 4", ".jpg 3"}},
		{"JPEG 2000", picture(size+"/Filter /JPXDecode /Length 3", "abc"), []string{".jp2 3"}},
		{"fax", picture(size+"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 1700/Rows 2200>>/Length 3", "abc"), []string{".tif 137"}},
		{"a seal beside the page", picture("/Width 90 /Height 90/Filter/DCTDecode/Length 1", "x") + picture(size+"/Filter/DCTDecode/Length 1", "y"), []string{".jpg 1"}},
		{"one of another kind", picture(size+"/Filter/DCTDecode/Length 1", "y") + picture(size+"/Filter/JBIG2Decode/Length 1", "x"), nil},
		{"a length that is too large", picture(size+"/Filter/DCTDecode/Length 999999999", "y"), []string{".jpg 1"}},
	} {
		var got []string
		for _, p := range scannedPages([]byte(c.raw)) {
			got = append(got, fmt.Sprintf("%s %d", p.ext, len(p.raw)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}
