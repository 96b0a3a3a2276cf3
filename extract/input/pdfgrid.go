package input

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// pdfGrid is a table whose lines are drawn: the places of its columns from left to right and of its rows from the head.
type pdfGrid struct {
	xs, ys []float64
	cells  []pdfCell
	of     []int // by row and column: the number of its cell
}

// pdfCell is a cell of a drawn table, which may take several rows and columns.
type pdfCell struct {
	spans       []pdfSpan
	left, right float64
}

const (
	ruleSlack = 3.0    // points by which lines that meet may miss each other
	mostRules = 3000   // lines of a page, put together, from which it is a drawing and not a table
	mostSpans = 50_000 // parts of a page from which it is none either
	mostRows  = 500    // rows of a table on a page
	wallShare = 0.6    // share of the side of a cell that a line has to cover
)

// grids takes the drawn tables of a page, and what stands in them, out of its spans.
func (s *pdfSheet) grids() (tables []*pdfGrid) {
	upright, level := joined(s.rules, true), joined(s.rules, false)
	if len(upright)+len(level) > mostRules || len(s.spans) > mostSpans {
		return nil
	}
	for _, part := range meeting(upright, level) {
		g := gridOf(part)
		if g == nil {
			continue
		}
		var rest []pdfSpan
		for _, span := range s.spans {
			if c := g.cellAt((span.left+span.right)/2, span.y+span.size/3); c >= 0 && span.turned == 0 {
				g.cells[c].spans = append(g.cells[c].spans, span)
			} else {
				rest = append(rest, span)
			}
		}
		if len(rest) < len(s.spans) {
			s.spans = rest
			tables = append(tables, g)
		}
	}
	return tables
}

// joined are the lines of one direction, with those that lie on each other or go on with each other put together.
func joined(rules []pdfRule, upright bool) (out []pdfRule) {
	var all []pdfRule
	for _, r := range rules {
		if r.upright == upright && r.to-r.from > ruleSlack/2 {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b pdfRule) int {
		return cmp.Or(cmp.Compare(math.Round(a.at), math.Round(b.at)), cmp.Compare(a.from, b.from))
	})
	for _, r := range all {
		if n := len(out) - 1; n >= 0 && math.Abs(out[n].at-r.at) <= ruleSlack/2 && r.from <= out[n].to+ruleSlack {
			out[n].to = max(out[n].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

// meeting are the groups of lines that meet.
func meeting(upright, level []pdfRule) (groups [][]pdfRule) {
	all := slices.Concat(upright, level)
	group := make([]int, len(all))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, v := range upright {
		for k, h := range level {
			if v.at > h.from-ruleSlack && v.at < h.to+ruleSlack && h.at > v.from-ruleSlack && h.at < v.to+ruleSlack {
				group[find(i)] = find(len(upright) + k)
			}
		}
	}
	place := map[int]int{}
	for i, r := range all {
		root := find(i)
		if _, known := place[root]; !known {
			place[root] = len(groups)
			groups = append(groups, nil)
		}
		groups[place[root]] = append(groups[place[root]], r)
	}
	return groups
}

// gridOf is the table that lines draw; nil when they draw none, of two columns and rows at least.
func gridOf(rules []pdfRule) *pdfGrid {
	var xs, ys []float64
	for _, r := range rules {
		if r.upright {
			xs, ys = append(xs, r.at), append(ys, r.from, r.to)
		} else {
			ys, xs = append(ys, r.at), append(xs, r.from, r.to)
		}
	}
	g := &pdfGrid{xs: places(xs), ys: places(ys)}
	slices.Reverse(g.ys)
	columns, rows := len(g.xs)-1, len(g.ys)-1
	if columns < 2 || rows < 2 || columns > maxColumns || rows > mostRows {
		return nil
	}
	g.of = make([]int, rows*columns)
	for i := range g.of {
		row, col := i/columns, i%columns
		g.of[i] = i
		if col > 0 && !wall(rules, true, g.xs[col], g.ys[row+1], g.ys[row]) {
			g.of[g.first(i)] = g.first(i - 1)
		}
		if row > 0 && !wall(rules, false, g.ys[row], g.xs[col], g.xs[col+1]) {
			g.of[g.first(i)] = g.first(i - columns)
		}
	}
	for i := range g.of {
		g.of[i] = g.first(i)
	}
	g.cells = make([]pdfCell, len(g.of))
	for i, c := range g.of {
		cell := &g.cells[c]
		left, right := g.xs[i%columns], g.xs[i%columns+1]
		if cell.right == 0 {
			cell.left = left
		}
		cell.left, cell.right = min(cell.left, left), max(cell.right, right)
	}
	return g
}

// places are numbers in order, with those that are nearly the same once.
func places(all []float64) (out []float64) {
	slices.Sort(all)
	for _, x := range all {
		if n := len(out) - 1; n < 0 || x-out[n] > ruleSlack {
			out = append(out, x)
		}
	}
	return out
}

// wall reports whether a line stands between two cells.
func wall(rules []pdfRule, upright bool, at, from, to float64) bool {
	covered := 0.0
	for _, r := range rules {
		if r.upright == upright && math.Abs(r.at-at) <= ruleSlack {
			covered += max(0, min(r.to, to)-max(r.from, from))
		}
	}
	return covered >= wallShare*(to-from)
}

// first is the number of the cell that the one at a place is a part of, as far as known.
func (g *pdfGrid) first(i int) int {
	for g.of[i] != i {
		g.of[i] = g.of[g.of[i]]
		i = g.of[i]
	}
	return i
}

// cellAt is the number of the cell at a place, -1 for none.
func (g *pdfGrid) cellAt(x, y float64) int {
	col, row := -1, -1
	for i := range len(g.xs) - 1 {
		if g.xs[i] <= x && x < g.xs[i+1] {
			col = i
		}
	}
	for i := range len(g.ys) - 1 {
		if g.ys[i] >= y && y > g.ys[i+1] {
			row = i
		}
	}
	if col < 0 || row < 0 {
		return -1
	}
	return g.of[row*(len(g.xs)-1)+col]
}

// rows are the texts of the cells by rows and columns, those that take several repeated. It reports false for a table that is
// for the layout of the page.
func (g *pdfGrid) rows() (out [][]string, ok bool) {
	columns := len(g.xs) - 1
	texts := make([]string, len(g.cells))
	for i := range g.cells {
		texts[i] = g.cells[i].text()
	}
	full, widest := 0, 0
	for at := 0; at < len(g.of); at += columns {
		row := make([]string, columns)
		seen := map[int]bool{}
		for k, c := range g.of[at : at+columns] {
			if row[k] = texts[c]; row[k] != "" {
				seen[c] = true
			}
		}
		if len(seen) > 1 {
			full++
			widest = max(widest, len(seen))
		}
		out = append(out, row)
	}
	return out, full > 2 || full == 2 && widest > 2
}

// text is the text of a cell on one line: its lines, with semicolons between names of which the first was not broken
// because the next word had no room.
func (c *pdfCell) text() string {
	var out strings.Builder
	rows := rowsOf(c.spans)
	for k, r := range rows {
		text := strings.ReplaceAll(r.text(), "|", "/")
		switch {
		case k == 0:
		case rows[k-1].right()+firstWordWidth(r) < c.right-r.size && namesApart(rows[k-1].text(), text):
			out.WriteString("; ")
		default:
			out.WriteString(" ")
		}
		out.WriteString(text)
	}
	return out.String()
}

// firstWordWidth is about the width of the first word of a line.
func firstWordWidth(r pdfRow) float64 {
	p := r.pieces[0]
	text := strings.TrimSpace(p.text)
	word, _, _ := strings.Cut(text, " ")
	return (p.right - p.left) * float64(len(word)) / float64(max(1, len(text)))
}
