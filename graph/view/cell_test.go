package view_test

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/view"
)

// No cell is a formula, and who takes one apostrophe off has the text.
func TestCell(t *testing.T) {
	for _, c := range [][2]string{
		{"Bí thư", "Bí thư"}, {"", ""}, {"0.65", "0.65"}, {"-5", "-5"}, {"+84", "+84"}, {"2024-03-12", "2024-03-12"}, {"a=b", "a=b"},
		{`=HYPERLINK("http://x.example")`, `'=HYPERLINK("http://x.example")`}, {"=1", "'=1"}, {"-1+1", "'-1+1"}, {"+84 24 1", "'+84 24 1"},
		{"- Ông Lê Văn Tám", "'- Ông Lê Văn Tám"}, {"@SUM(A1)", "'@SUM(A1)"}, {"\t=1", "'\t=1"}, {"\r=1", "'\r=1"}, {"\n=1", "'\n=1"},
		{"＝1", "'＝1"}, {"'đất'", "''đất'"}, {"-Inf", "'-Inf"}, {"–5", "–5"},
	} {
		got := view.Cell(c[0])
		if got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
		if back := strings.TrimPrefix(got, "'"); back != c[0] {
			t.Errorf("%q came back as %q", c[0], back)
		}
	}
}
