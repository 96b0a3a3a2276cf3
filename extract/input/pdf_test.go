package input

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// A string of digits is open at the end of a stream as the library reads it, mistakes before it included.
func TestBreaksOff(t *testing.T) {
	for stream, want := range map[string]bool{
		"": false, "BT (a) Tj ET": false, "<41>": false, "<<": false, "<</A<41>>>": false, "(<41": false, "% <41": false,
		"<": true, "<4": true, "[<41 ": true, "<</A <": true, "% x\n<41": true, "(a\\)<) <": true, "(a(b)c) <4 1": true, "/A<4": true,
		"(\\q<": true, "(\\777<": true, "(\\101<": false, "/#<4 1>": false, "<4x <": true, "<zz": false,
	} {
		if got := breaksOff(strings.NewReader(stream)); got != want {
			t.Errorf("%q: %v", stream, got)
		}
	}
}

// A page that unpacks to more than a document may have is one problem.
func TestLargeStream(t *testing.T) {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write(bytes.Repeat([]byte("1 "), 1<<20))
	z.Close()
	page := pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Contents 4 0 R>>",
		fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", packed.Len(), packed.String()))
	want := "! a.pdf: page 1: a stream in it has more than --max-bytes; check the file"
	if got := found(t, Source{File: "a.pdf", Name: "a.pdf", In: strings.NewReader(page), Named: true}, Options{MaxBytes: 1 << 20}); len(got) != 1 || got[0] != want {
		t.Errorf("%.200q, want %s", got, want)
	}
}

// drawing is a PDF file of one page that is drawn by these operators.
func drawing(operators string) string {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>/XObject<</F1 5 0 R>>>>>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		fmt.Sprintf("<</Subtype/Form/Length %d>>\nstream\n%s\nendstream", len(operators), operators))
}

// pdfOf is a PDF file of objects, numbered from 1, the first its root, with the table that says where they are.
func pdfOf(objects ...string) string {
	var b, table strings.Builder
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	n := len(objects) + 1
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", n, table.String(), n, at)
	return b.String()
}

// objects is a PDF file in which the objects 2, 3 and 4 lie in a stream, a line of the text each.
func objects(lines string) string {
	var index strings.Builder
	at := 0
	for i, line := range strings.SplitN(lines, "\n", 3) {
		fmt.Fprintf(&index, "%d %d ", i+2, at)
		at += len(line) + 1
	}
	show := "BT /F1 12 Tf (Quan uy) Tj ET"
	var b strings.Builder
	var offsets [8]int
	object := func(number int, body string) {
		offsets[number] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", number, body)
	}
	b.WriteString("%PDF-1.5\n")
	object(1, "<</Type/Catalog/Pages 2 0 R>>")
	object(5, fmt.Sprintf("<</Type/ObjStm/N 3/First %d/Length %d>>\nstream\n%s%s\nendstream", index.Len(), index.Len()+len(lines), index.String(), lines))
	object(6, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(show), show))
	table := []byte{0, 0, 0, 0}
	offsets[7] = b.Len()
	for i := 1; i < 8; i++ {
		row := []byte{1, byte(offsets[i] >> 8), byte(offsets[i]), 0}
		if 2 <= i && i <= 4 {
			row = []byte{2, 0, 5, byte(i - 2)}
		}
		table = append(table, row...)
	}
	object(7, fmt.Sprintf("<</Type/XRef/Size 8/W[1 2 1]/Root 1 0 R/Length %d>>\nstream\n%s\nendstream", len(table), table))
	fmt.Fprintf(&b, "startxref\n%d\n%%%%EOF\n", offsets[7])
	return b.String()
}
