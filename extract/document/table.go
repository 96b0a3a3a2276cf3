package document

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// A table is read in one form, wherever it comes from: rows of cells, each a span of tokens. layout.go brings what is
// written on a page to that form. What a column holds is told by its head, or else by what stands in its cells; where
// neither tells, the table says nothing.

// Table is a run of rows.
type Table struct {
	Span
	Rows    []TableRow
	Columns []gazetteer.Column // what each holds; nil when nothing tells it
	Steps   []gazetteer.Column // the same of a table of the steps of one career, which does not say whose
	Body    int                // the first row below the head
	Ruled   bool               // a line of dashes stands below its head
}

// TableRow is a line of a table.
type TableRow struct {
	Span
	Cells []Span // an empty cell is an empty span
}

// maxRowCells bounds the cells of a row.
const maxRowCells = 40

// LineEnd is the token behind the line that begins with token i.
func (p *Page) LineEnd(i int) int {
	for i++; i < len(p.Toks) && p.Toks[i].Breaks == 0; i++ {
	}
	return i
}

// LineBeginBy is the first token of the line of token i, or token i-most if the line is longer.
func (p *Page) LineBeginBy(i, most int) int {
	first := max(i-most, 0)
	for i > first && p.Toks[i].Breaks == 0 {
		i--
	}
	return i
}

// LineEndBy is LineEnd, or token i+most if the line is longer: where a long line is of no use, it is not walked through.
func (p *Page) LineEndBy(i, most int) int {
	last := min(i+most, len(p.Toks))
	for i++; i < last && p.Toks[i].Breaks == 0; i++ {
	}
	return i
}

// BarRow is the line [i, j) as a row with bars, without cells when it is none.
func (p *Page) BarRow(i, j int) TableRow {
	r := TableRow{Span: Span{i, j}}
	from, bars := i, 0
	for k := i; k < j; k++ {
		if !p.Toks[k].Is("|") {
			continue
		}
		if bars++; k > i || from < k {
			r.Cells = append(r.Cells, Span{from, k})
		}
		from = k + 1
	}
	if from < j {
		r.Cells = append(r.Cells, Span{from, j})
	}
	if bars < 2 && !(bars == 1 && len(r.Cells) > 1) || len(r.Cells) > maxRowCells {
		r.Cells = nil
	}
	return r
}

// HeadColumns is what the cells of a head row say of their columns; nil when the row is none: at least two of them are
// known, and half of all.
func (p *Page) HeadColumns(r TableRow) []gazetteer.Column {
	out := make([]gazetteer.Column, len(r.Cells))
	known, filled := 0, 0
	for k, c := range r.Cells {
		if c.I == c.J {
			continue
		}
		filled++
		if out[k] = p.ColumnOf(c); out[k].Role != "" {
			known++
		}
	}
	if known < 2 || 2*known < filled {
		return nil
	}
	named := 0
	for k := range out {
		if out[k].Role == "name" {
			named++
		}
	}
	for k, c := range r.Cells {
		if named > 1 && k+1 < len(out) && out[k].Role == "name" && out[k+1].Role == "name" && p.addressed(c) {
			out[k], named = gazetteer.Column{Role: "other"}, named-1
		}
	}
	return out
}

// ColumnOf is what the head cell c says: "Họ và tên", "Chức vụ hiện nay", "Từ (tháng/năm)". A head that goes on with
// other words than the list has is not one of names. One with several parts, of which one is a post, has posts: "Nghề nghiệp,
// chức vụ, nơi công tác".
func (p *Page) ColumnOf(c Span) gazetteer.Column {
	col, n := p.Lists.Columns.Find(p.Toks[:c.J], c.I)
	if n == 0 && p.bodyHead(c) {
		return gazetteer.Column{Role: "body"}
	}
	if n == 0 {
		return gazetteer.Column{}
	}
	next := c.I + n
	if col.Role == "name" && !p.nameHeadEnds(next, c.J) || (col.Role == "from" || col.Role == "to") && p.yearIn(next, c.J) {
		return gazetteer.Column{} // "Từ 9/1990 đến 6/1995" is a time, and no head over one
	}
	if col.Role == "post" && col.Status == "" {
		return p.qualified(col, Span{next, c.J})
	}
	if col.Role != "other" && col.Role != "body" {
		return col
	}
	for ; next+1 < c.J; next++ {
		if !p.Toks[next].Is(",", "-", "/", "và") {
			continue
		}
		if part, m := p.Lists.Columns.Find(p.Toks[:c.J], next+1); m > 0 && part.Role == "post" {
			return p.qualified(part, Span{next + 1 + m, c.J})
		}
	}
	return col
}

// bodyHead reports whether the head of a column is nothing but the kind of the bodies below: "Bộ", "Sở".
func (p *Page) bodyHead(c Span) bool {
	kind, n := p.Lists.Kinds.Find(p.Toks[:c.J], c.I)
	return n > 0 && n == c.J-c.I && (kind.Ministry || kind.Field) && !kind.Committee
}

// yearIn reports whether a year stands among tokens [i, j).
func (p *Page) yearIn(i, j int) bool {
	for ; i < j; i++ {
		if t := p.Toks[i]; t.Kind == text.Number && len(t.Norm) >= yearDigits {
			return true
		}
	}
	return false
}

// yearDigits is the number of digits of a year.
const yearDigits = 4

// nameHeadEnds reports whether tokens [i, j) behind the head of a column of names have only words for the people: "Họ tên
// đ/c", "Họ và tên cán bộ".
func (p *Page) nameHeadEnds(i, j int) bool {
	for ; i < j && !p.Toks[i].Is("("); i++ {
		if p.Toks[i].Kind == text.Word && !p.Lists.Words.ListHead.Has(p.Toks[i]) {
			return false
		}
	}
	return true
}

// qualified is a column of posts whose head goes on with what is meant of them: "Chức vụ, đơn vị mới", "Chức danh đề nghị bổ
// nhiệm", "Chức vụ trước khi nghỉ hưu".
func (p *Page) qualified(col gazetteer.Column, rest Span) gazetteer.Column {
	for i := rest.I; i < rest.J && col.Status == ""; i++ {
		if p.Lists.Words.HeadWhen.Has(p.Toks[i]) && i > rest.I && !p.Lists.Words.HeadPast.Has(p.Toks[i-1]) {
			if p.Encyclopedia {
				col.Status = record.Former // "Chức vụ khi thụ phong"
			}
			return col // "Chức vụ, nơi công tác khi trúng cử"
		}
		if p.Lists.Words.HeadPlanned.Has(p.Toks[i]) {
			col.Status = record.Nominated
			continue
		}
		if p.Lists.Words.Newly.Has(p.Toks[i]) {
			col.Status = record.Starts
			continue
		}
		if p.Lists.Words.HeadPast.Has(p.Toks[i]) {
			col.Status = record.Former
			continue
		}
		switch m, n := p.Lists.Events.Find(p.Toks[:rest.J], i); {
		case n == 0:
		case m == gazetteer.MNominate:
			col.Status = record.Nominated
		case m == gazetteer.MStart:
			col.Status = record.Starts
		case m == gazetteer.MMove:
			col.Status, col.Moves = record.Starts, true
		case m == gazetteer.MFormer:
			col.Status = record.Former
		}
	}
	return col
}

// TableAt is the table in which token i stands, or nil.
func (p *Page) TableAt(i int) *Table {
	k, _ := slices.BinarySearchFunc(p.Tables, i, func(t Table, i int) int {
		switch {
		case t.J <= i:
			return -1
		case t.I > i:
			return 1
		}
		return 0
	})
	if k < len(p.Tables) && p.Tables[k].I <= i && i < p.Tables[k].J {
		return &p.Tables[k]
	}
	return nil
}

// Tells reports whether the columns of a table say who holds what: names, or seats with them below.
func (t *Table) Tells() bool {
	names, seats := 0, 0
	for _, c := range t.Columns {
		switch c.Role {
		case "name":
			names++
		case "seat":
			seats++
		}
	}
	return names == 1 || names == 0 && seats > 0
}

// TellsSteps reports whether the columns of a table say when which post was held and not by whom: the steps of one career, each with its begin
// and its end in cells of their own.
func (t *Table) TellsSteps() bool {
	has := map[string]int{}
	for _, c := range t.Columns {
		has[c.Role]++
	}
	return has["from"] == 1 && has["to"] == 1 && has["post"] == 1 && has["name"]+has["seat"] == 0
}

// Outline names the columns of a table: "other, name, post, from, to".
func (t *Table) Outline() string {
	if len(t.Columns) == 0 {
		return "?"
	}
	var roles []string
	for _, c := range t.Columns {
		roles = append(roles, cmp.Or(c.Role, "other"))
	}
	return strings.Join(roles, ", ")
}
