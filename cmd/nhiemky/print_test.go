package main

import (
	"strings"
	"testing"
)

// sample has a cell of each sort, one column without any value, and text that wants care.
var sample = rows{
	columns: []string{"person", "from", "seen", "link"},
	cells: [][]any{
		{"Trần Thị Mẫu", nil, 2, nil},
		{"Lê Văn \"Thử\",\nem", "2018-07", 10, nil},
	},
}

func TestPrint(t *testing.T) {
	for _, c := range []struct{ form, want string }{
		{"json", `[
{"person":"Trần Thị Mẫu","seen":2},
{"person":"Lê Văn \"Thử\",\nem","from":"2018-07","seen":10}
]
`},
		{"csv", `person,from,seen,link
Trần Thị Mẫu,,2,
"Lê Văn ""Thử"",
em",2018-07,10,
`},
		{"table", `PERSON            FROM     SEEN
---------------------------------
Trần Thị Mẫu               2
Lê Văn "Thử", em  2018-07  10
`},
	} {
		t.Setenv("COLUMNS", "")
		var b strings.Builder
		if err := sample.print(&b, c.form); err != nil || b.String() != c.want {
			t.Errorf("%s (error %v):\n%s\nwant\n%s", c.form, err, b.String(), c.want)
		}
	}
}

func TestPrintNothing(t *testing.T) {
	for form, want := range map[string]string{"json": "[\n]\n", "csv": "person,post\n", "table": ""} {
		var b strings.Builder
		if err := (rows{columns: []string{"person", "post"}}).print(&b, form); err != nil || b.String() != want {
			t.Errorf("%s: %q (error %v), want %q", form, b.String(), err, want)
		}
	}
}

// TestTableFits: no line is wider than the terminal, and nothing of a text is lost.
func TestTableFits(t *testing.T) {
	t.Setenv("COLUMNS", "50")
	long := rows{columns: []string{"person", "evidence"}, cells: [][]any{
		{"Trần Thị Mẫu", strings.Repeat("được bầu giữ chức Bí thư ", 8)},
	}}
	var b strings.Builder
	if err := long.print(&b, "table"); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if n := len([]rune(strings.TrimSpace(line))); n > 50 {
			t.Errorf("%d wide: %s", n, line)
		}
	}
	if got := strings.Count(oneLine(b.String()), "Bí"); got != 8 {
		t.Errorf("%d of 8 repetitions are left:\n%s", got, b.String())
	}
}

// TestTableOfManyColumns: at a narrow terminal the columns stand below each other.
func TestTableOfManyColumns(t *testing.T) {
	t.Setenv("COLUMNS", "40")
	wide := rows{columns: []string{"person", "post", "seen", "source"}, cells: [][]any{
		{"Trần Thị Mẫu", "Bí thư Quận ủy Hà Đông, thành phố Hà Nội", 1, "first.txt"},
		{"Lê Văn Thử", nil, 2, "second.txt"},
	}}
	var b strings.Builder
	if err := wide.print(&b, "table"); err != nil {
		t.Fatal(err)
	}
	want := `PERSON  Trần Thị Mẫu
POST    Bí thư Quận ủy Hà Đông, thành
        phố Hà Nội
SEEN    1
SOURCE  first.txt

PERSON  Lê Văn Thử
SEEN    2
SOURCE  second.txt
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"Bí thư\nQuận ủy":       "Bí thư\nQuận ủy",
		"\x1b[31mđỏ\x1b[0m":     "\ufffd[31mđỏ\ufffd[0m",
		"a\u202eb\rc\u200bd\te": "a\ufffdb\ufffdc\ufffdd\te",
	} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	text := "Đồng chí Trần Thị Mẫu, Bí thư\n Quận ủy Hà Đông"
	for limit, want := range map[int]string{
		0:  "  Đồng chí Trần Thị Mẫu, Bí thư Quận ủy Hà Đông",
		30: "  Đồng chí Trần Thị Mẫu, Bí\n  thư Quận ủy Hà Đông",
	} {
		if got := wrap(text, "  ", limit); got != want {
			t.Errorf("wrap at %d:\n%s\nwant\n%s", limit, got, want)
		}
	}
}
