package document

import (
	"bytes"

	"github.com/nhiemky/nhiemky/extract/text"
)

// maxRowTokens bounds the tokens of a line that is a row.
const maxRowTokens = 400

// rowOf is the line at of a table with its cells, as many as the head has; nil when it is none.
func (p *Page) rowOf(at Span, by separator, head []string, width int) []Span {
	cells := p.split(at.I, at.J, by)
	switch {
	case cells == nil || by == bars && (head == nil || len(cells) < 2 || p.scoreRow(filled(cells), head) >= 0):
		return cells
	case by == bars:
		if moved := p.fit(filled(cells), head); moved != nil {
			return moved // cells of the row above that reach down into this one were left out
		}
		return cells
	case head == nil && (len(cells) != width || p.rowNumber(cells[0]) == 0):
		return nil
	case head == nil || by == tabs && len(cells) <= width:
		return cells
	case by == commas && len(cells) != width:
		return nil // a comma is a part of posts and bodies too
	case len(cells) == width+1 && by == gaps && !p.TimeCell(cells[width]) && p.scoreRow(cells[:width], head) > 0:
		return cells // a note behind the last column
	case by != semicolons && len(cells) != width || len(cells) > width:
		cells = p.fit(cells, head)
	}
	for len(cells) > 0 && len(cells) < width {
		cells = append(cells, Span{at.J, at.J})
	}
	if by != tabs && p.scoreRow(cells, head) < 0 {
		return nil
	}
	return cells
}

// filled are the cells of a row up to the last that is not empty.
func filled(cells []Span) []Span {
	n := len(cells)
	for n > 0 && cells[n-1].I == cells[n-1].J {
		n--
	}
	return cells[:n]
}

// minNumbered is the number of rows and of columns from which a running number tells a table without a head.
const minNumbered = 3

// split are the cells of the line [i, j), nil when nothing parts them.
func (p *Page) split(i, j int, by separator) (cells []Span) {
	if by == bars {
		return p.BarRow(i, j).Cells
	}
	from, quoted := i, false
	if by == tabs {
		for range p.leadingTabs(i) {
			cells = append(cells, Span{i, i})
		}
	}
	for k := i; k < j; k++ {
		switch open := p.Toks[k].Is("\""); {
		case open && k == from:
			quoted = true
		case open && quoted:
			quoted = false
		}
		parts, width := p.parts(i, k, j, by)
		if parts == 0 || quoted {
			continue
		}
		for range parts {
			cells = append(cells, p.unquoted(Span{from, k}))
			from = k + width
		}
	}
	if cells = append(cells, p.unquoted(Span{min(from, j), j})); len(cells) < 2 || len(cells) > maxRowCells {
		return nil
	}
	return p.joinHalves(cells)
}

// halfNames is the second of two columns that have the parts of names: "Họ và chữ đệm", "Tên"; 0 when there are none.
func (p *Page) halfNames(heads []Span) int {
	for k := 1; k < len(heads); k++ {
		if c := heads[k]; c.J-c.I == 1 && p.headRole(c) == "name" && heads[k-1].J == c.I && p.headRole(heads[k-1]) == "name" && !p.addressed(heads[k-1]) {
			return k
		}
	}
	return 0
}

// joinHalves are the cells of a row with those of the parts of a name as one.
func (p *Page) joinHalves(cells []Span) []Span {
	k := p.halves
	if k == 0 || k >= len(cells) || cells[k-1].J != cells[k].I {
		return cells
	}
	cells[k-1].J = cells[k].J
	return append(cells[:k], cells[k+1:]...)
}

// leadingTabs counts the tabs before the first word of a line: cells that are empty.
func (p *Page) leadingTabs(i int) (n int) {
	raw := p.Text.Raw()
	for at := p.Toks[i].Span.Start - 1; at >= 0 && raw[at] != '\n' && (raw[at] == '\t' || raw[at] == ' '); at-- {
		if raw[at] == '\t' {
			n++
		}
	}
	return n
}

// parts is how many separators part the cells at token k of the line [i, j), and how many tokens they take.
func (p *Page) parts(i, k, j int, by separator) (parts, width int) {
	t := &p.Toks[k]
	switch by {
	case semicolons:
		if t.Is(";") {
			return 1, 1
		}
	case commas:
		if t.Is(",") {
			return 1, 1
		}
	case dashes:
		if k > i && k+1 < j && t.Is("-", "–", "—") && t.Space && p.Toks[k+1].Space {
			return 1, 1
		}
	case tabs, gaps:
		if k == i {
			return 0, 0
		}
		gap := p.Text.Raw()[p.Toks[k-1].Span.End:t.Span.Start]
		if n := bytes.LastIndexAny(gap, "*_[]()<>|"); n >= 0 {
			gap = gap[n+1:] // the signs of emphasis and of links are no gap
		}
		if n := bytes.Count(gap, []byte{'\t'}); by == tabs || n > 0 {
			return n, 0
		}
		if len(gap) > 1 && len(bytes.ReplaceAll(gap, []byte("\u00a0"), []byte(" "))) > 1 {
			return 1, 0
		}
	}
	return 0, 0
}

// rowNumber is the running number that a cell is: "12", "3.", "(4)"; 0 for another cell.
func (p *Page) rowNumber(c Span) (n int) {
	for i := c.I; i < c.J; i++ {
		switch t := p.Toks[i]; {
		case t.Is(".", "(", ")", "/"):
		case n > 0 || t.Kind != text.Number || len(t.Norm) > maxDigits:
			return 0
		default:
			for _, d := range t.Norm {
				n = 10*n + int(d-'0')
			}
		}
	}
	return n
}

// maxDigits is the number of digits of a running number at most: four are those of a year.
const maxDigits = 3
