package input

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestTableRows: cells that span rows and columns are repeated, and a table for the layout of a page is none.
func TestTableRows(t *testing.T) {
	for _, c := range []struct {
		page string
		want []string
	}{
		{`<table><caption>Bí thư</caption><tr><th>Tên</th><th colspan="2">Thời gian</th></tr><tr><td>A | B</td><td rowspan="2">Phó</td><td>1</td></tr><tr><td>C</td><td></td></tr><tr><td colspan=3>Hết</td></tr></table>`,
			[]string{"| Tên | Thời gian | Thời gian |", "| A / B | Phó | 1 |", "| C | Phó |  |", "| Hết |"}},
		{`<table><tr><td>menu</td><td><table><tr><td>a</td></tr></table></td></tr></table>`, nil},
	} {
		doc, err := html.Parse(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for n := range doc.Descendants() {
			if n.Data == "table" {
				if rows := tableRows(n); holdsData(rows) {
					got = append(got, barLines(rows)...)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.page, got, c.want)
		}
	}
}
