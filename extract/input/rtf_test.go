package input

import (
	"fmt"
	"strings"
	"testing"
)

// rtf is a rich text file with this body, in which letters are written as programs write them.
func rtf(body string) string {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0{\*\panose 02020603050405020304}Times New Roman;}{\f1\fnil\fcharset0 .VnTime;}{\f2\fcharset163 Arial;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\title X}}`)
	for _, c := range body {
		if c < 0x80 {
			b.WriteRune(c)
		} else {
			fmt.Fprintf(&b, `\u%d?`, int16(c))
		}
	}
	return b.String() + "}"
}

// A rich text file is read as a DOCX file is.
func TestReadRTF(t *testing.T) {
	row := func(cells ...string) string {
		return `\trowd\cellx1\cellx2\cellx3\pard\intbl ` + strings.Join(cells, `\cell `) + `\cell\row `
	}
	for _, c := range []struct{ what, content, want string }{
		{"paragraphs", rtf(mau + `\par ` + thu + `\par`), mau + "\n" + thu},
		{"letters of a code page", `{\rtf1\ansi\ansicpg1258 B\'ed th\'fd}`, "Bí thư"},
		{"letters of a set of characters of a font", rtf(`\f2 B\'ed th\'fd`), "Bí thư"},
		{"a font of TCVN3", rtf(`\f1 QuËn ñy`) + "", "Quận ủy"},
		{"the same in bytes", strings.TrimSuffix(rtf(`\f1 Qu\'cbn \'f1y`), "}") + `\f0  H\'e0}`, "Quận ủy Hà"},
		{"what stands in for a letter", `{\rtf1\uc2 Qu\u7853\'a1\'a2n {\uc0 \u7911y}}`, "Quận ủy"},
		{"a character beyond the first plane", `{\rtf1 a\u-10179?\u-8704?b}`, "a😀b"},
		{"groups that are no text", rtf(`{\header Trang}{\footnote Xem}{\*\bkmkstart x}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt ` + mau + `}}{\pict\bin4 }{{}}`), mau},
		{"hidden, struck out, deleted, raised", rtf(`{\v An}{\strike Cu}{\deleted Xoa}Bí{\super 1} \strike cu\strike0 thư`), "Bí thư"},
		{"signs", rtf(`\{a\}\~b\_c\-d\\\tab e\emdash f`), "{a} b-cd\\\te—f"},
		{"a line break in a sentence", rtf(`Bí\line thư`), "Bí thư"},
		{"line breaks between the items of a list", rtf(`Lê Văn Thử\line Bí thư Huyện ủy\line Trần Thị Mẫu`), "Lê Văn Thử\nBí thư Huyện ủy\nTrần Thị Mẫu"},
		{"a table", rtf(row("TT", "Họ và tên", "Chức vụ") + row("1", "Lê Văn Thử", "Bí thư") + row("2", "Trần Thị Mẫu", "Phó Bí thư") + `\pard Hết.\par`),
			"| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử | Bí thư |\n| 2 | Trần Thị Mẫu | Phó Bí thư |\nHết."},
		{"a cell that spans rows, and one that spans columns", rtf(row("TT", "Họ và tên", "Chức vụ") + `\trowd\cellx1\cellx2\clvmgf\cellx3\pard\intbl 1\cell Lê Văn Thử\cell Ủy viên\cell\row ` +
			`\trowd\cellx1\cellx2\clvmrg\cellx3\pard\intbl 2\cell Trần Thị Mẫu\cell\cell\row ` + `\trowd\cellx1\clmrg\cellx2\cellx3\pard\intbl Khác\cell\cell Nghỉ\cell\row `),
			"| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử | Ủy viên |\n| 2 | Trần Thị Mẫu | Ủy viên |\n| Khác | Nghỉ |"},
		{"a table for the layout of the page", rtf(row("UBND HUYỆN", "CỘNG HÒA") + `\pard Hết.\par`), "UBND HUYỆN\nCỘNG HÒA\nHết."},
		{"that breaks off", `{\rtf1 {\b B\'ed th\u432`, "Bí thư"},
		{"groups inside each other", `{\rtf1 ` + strings.Repeat("{", 2000), "! a.rtf: more than 1000 groups inside each other; check the file"},
		{"nothing but a picture", `{\rtf1 {\pict abcdef}}`, "! a.rtf: empty; give a file with text in it"},
	} {
		got := found(t, Source{File: "a.rtf", Name: "a.rtf", In: strings.NewReader(c.content), Named: true}, Options{})
		want := c.want
		if !strings.HasPrefix(want, "!") {
			want = "a.rtf: " + strings.ReplaceAll(want, "\n", "/")
		}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", c.what, got, want)
		}
	}
}

// A file of cells, lines and rows without end takes no more memory than a document may.
func TestRTFBounds(t *testing.T) {
	for _, body := range []string{`\cell`, `\row`, `\par`, `\intbl\par`, `\line`, `a\line `, `a`, `{\fonttbl a}`} {
		got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(`{\rtf1 ` + strings.Repeat(body, 1<<17) + "}"), Named: true}, Options{MaxBytes: 1 << 17 * 12})
		if len(got) != 1 || len(got[0]) > 1<<20 {
			t.Errorf("%s: %d lines, %.100q", body, len(got), got[0])
		}
	}
}
