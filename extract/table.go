package extract

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// A table is read in one form, wherever it comes from: rows of cells, each a span of tokens. Lines with bars are rows
// ("| 1 | Trần Văn A | Bí thư |", as Markdown has them and as pages are written out), and so are lines with tabs below
// a head row. What a column holds is told by its head; where that tells nothing, the table says nothing.

// table is a run of rows.
type table struct {
	span
	rows    []tableRow
	columns []column // what each holds; nil when nothing tells it
	body    int      // the first row below the head
}

// tableRow is a line of a table.
type tableRow struct {
	span
	cells []span // an empty cell is an empty span
}

// maxRowCells bounds the cells of a row.
const maxRowCells = 40

// findTables finds the tables of a document by their signs alone.
func (p *page) findTables() {
	raw := p.text.Raw()
	bars, tabs := bytes.IndexByte(raw, '|') >= 0, bytes.IndexByte(raw, '\t') >= 0
	if !bars && !tabs {
		return
	}
	var t table
	flush := func() {
		if len(t.rows) > 1 {
			p.tables = append(p.tables, t)
		}
		t = table{}
	}
	for i := 0; i < len(p.toks); {
		j := p.lineEnd(i)
		r := p.barRow(i, j)
		if r.cells == nil && tabs {
			r = p.tabRow(i, j)
			if r.cells != nil && len(t.rows) == 0 && !p.namesHead(r) {
				r.cells = nil // a table with tabs begins with its head
			}
		}
		if r.cells == nil && len(t.rows) > 0 && tabs && j < len(p.toks) {
			if next := p.tabRow(j, p.lineEnd(j)); len(next.cells) == len(t.rows[0].cells) {
				r.cells = []span{{i, j}} // a heading between rows
			}
		}
		switch {
		case r.cells == nil:
			flush()
		default:
			if len(t.rows) == 0 {
				t.i = i
			}
			t.rows, t.j = append(t.rows, r), j
		}
		i = j
	}
	flush()
}

// lineEnd is the token behind the line that begins with token i.
func (p *page) lineEnd(i int) int {
	for i++; i < len(p.toks) && p.toks[i].Breaks == 0; i++ {
	}
	return i
}

// barRow is the line [i, j) as a row with bars, without cells when it is none.
func (p *page) barRow(i, j int) tableRow {
	r := tableRow{span: span{i, j}}
	from, bars := i, 0
	for k := i; k < j; k++ {
		if !p.toks[k].Is("|") {
			continue
		}
		if bars++; k > i || from < k {
			r.cells = append(r.cells, span{from, k})
		}
		from = k + 1
	}
	if from < j {
		r.cells = append(r.cells, span{from, j})
	}
	if bars < 2 && !(bars == 1 && len(r.cells) > 1) || len(r.cells) > maxRowCells {
		r.cells = nil
	}
	return r
}

// tabRow is the line [i, j) as a row with tabs, without cells when it has none.
func (p *page) tabRow(i, j int) tableRow {
	r := tableRow{span: span{i, j}}
	raw, from, tabs := p.text.Raw(), i, 0
	for k := i + 1; k < j; k++ {
		gap := raw[p.toks[k-1].Span.End:p.toks[k].Span.Start]
		for range bytes.Count(gap, []byte{'\t'}) {
			r.cells = append(r.cells, span{from, k})
			from = k
			tabs++
		}
	}
	r.cells = append(r.cells, span{from, j})
	if tabs == 0 || len(r.cells) > maxRowCells {
		r.cells = nil
	}
	return r
}

// namesHead reports whether a row is the head of a table that tells which column has the names.
func (p *page) namesHead(r tableRow) bool {
	columns := p.headColumns(r)
	return slices.ContainsFunc(columns, func(c column) bool { return c.role == "name" })
}

// headColumns is what the cells of a head row say of their columns; nil when the row is none: at least two of them are
// known, and half of all.
func (p *page) headColumns(r tableRow) []column {
	out := make([]column, len(r.cells))
	known, filled := 0, 0
	for k, c := range r.cells {
		if c.i == c.j {
			continue
		}
		filled++
		if out[k] = p.columnOf(c); out[k].role != "" {
			known++
		}
	}
	if known < 2 || 2*known < filled {
		return nil
	}
	return out
}

// columnOf is what the head cell c says: "Họ và tên", "Chức vụ hiện nay", "Từ (tháng/năm)". A head that goes on with
// other words than the list has is not one of names.
func (p *page) columnOf(c span) column {
	col, n := p.lists.columns.find(p.toks[:c.j], c.i)
	if n == 0 {
		return column{}
	}
	if next := c.i + n; col.role == "name" && next < c.j && p.toks[next].Kind == text.Word {
		return column{}
	}
	return col
}

// tableEdge reports whether a cell of a row with tabs ends before token i: no name and no post runs over it.
func (p *page) tableEdge(i int) bool {
	if len(p.tables) == 0 || p.toks[i].Is("|") {
		return false
	}
	t := p.tableAt(i)
	if t == nil {
		return false
	}
	gap := p.text.Raw()[p.toks[i-1].Span.End:p.toks[i].Span.Start]
	return bytes.IndexByte(gap, '\t') >= 0
}

// tableAt is the table in which token i stands, or nil.
func (p *page) tableAt(i int) *table {
	k, _ := slices.BinarySearchFunc(p.tables, i, func(t table, i int) int {
		switch {
		case t.j <= i:
			return -1
		case t.i > i:
			return 1
		}
		return 0
	})
	if k < len(p.tables) && p.tables[k].i <= i && i < p.tables[k].j {
		return &p.tables[k]
	}
	return nil
}

// tells reports whether the columns of a table say who holds what: names, or seats with them below.
func (t *table) tells() bool {
	names, seats := 0, 0
	for _, c := range t.columns {
		switch c.role {
		case "name":
			names++
		case "seat":
			seats++
		}
	}
	return names == 1 || names == 0 && seats > 0
}

// outline names the columns of a table: "other, name, post, from, to".
func (t *table) outline() string {
	if len(t.columns) == 0 {
		return "?"
	}
	var roles []string
	for _, c := range t.columns {
		roles = append(roles, cmp.Or(c.role, "other"))
	}
	return strings.Join(roles, ", ")
}
