package input

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfLine is a line of the text of a page, in the order of reading.
type pdfLine struct {
	text           string
	left, right, y float64 // in points; y counts up from the foot of the page
	size           float64 // height of the letters
	page, flow     int     // a flow is a column of lines, or a page without columns
	row            bool    // a row of a table
}

// pdfReader puts the pages of a file in the order of reading. A page is a run of bands from its head to its foot: lines over
// its whole width, drawn tables, and runs of lines with gaps that go down through all of them. Such a run is columns of
// text, which are read one after the other, or a table without drawn lines.
type pdfReader struct {
	lines  []pdfLine
	unread []string // what cannot be told, in words
	page   int
	flow   int
	head   []string // the first row of the last table
}

// read adds a page.
func (r *pdfReader) read(number int, rows []pdfRow) {
	r.page = number
	r.flow++
	r.bands(rows, 0)
}

const (
	maxColumnsIn = 3    // how deep columns may be inside each other
	mostLines    = 2000 // of a page with columns
	mostPieces   = 100  // of a line
)

// bands reads lines that are below each other.
func (r *pdfReader) bands(rows []pdfRow, level int) {
	em := usualSize(rows)
	single := 0 // the first line that is not read yet, and belongs to no run
	if len(rows) > mostLines || slices.ContainsFunc(rows, func(r pdfRow) bool { return len(r.pieces) > mostPieces }) {
		level = maxColumnsIn // a drawing
	}
	for i := 0; i < len(rows) && level < maxColumnsIn; {
		j, gaps := runOf(rows, i, em)
		if len(gaps) == 0 {
			i = max(i+1, j)
			continue
		}
		from := i
		for from > single && beside(rows[from-1], rows[from], gaps, em) {
			from--
		}
		for _, row := range rows[single:from] {
			r.row(row)
		}
		if !r.run(rows[from:j], gaps, level) {
			for _, row := range rows[from:j] {
				r.row(row)
			}
		}
		i, single = j, j
	}
	for _, row := range rows[single:] {
		r.row(row)
	}
}

// beside reports whether the line above a run stands in a column but the first: that begins farther up than those before it.
func beside(above, first pdfRow, gaps []strip, em float64) bool {
	if above.left() < gaps[0].right-0.01 || above.y-first.y > 2*em {
		return false
	}
	for _, g := range gaps {
		for _, p := range above.pieces {
			if p.table != nil || p.left < g.left && p.right > g.right {
				return false
			}
		}
	}
	return true
}

// row adds a line, or a drawn table.
func (r *pdfReader) row(row pdfRow) {
	for _, p := range row.pieces {
		if p.table != nil {
			r.table(p.table)
			return
		}
	}
	r.lines = append(r.lines, pdfLine{text: row.text(), left: row.left(), right: row.right(), y: row.y, size: row.size, page: r.page, flow: r.flow})
}

// table adds a drawn table.
func (r *pdfReader) table(g *pdfGrid) {
	texts, ok := g.rows()
	if !ok {
		for i := range g.cells {
			if rows := rowsOf(g.cells[i].spans); len(rows) > 0 {
				r.flow++
				r.bands(rows, maxColumnsIn)
			}
		}
		r.flow++
		return
	}
	r.bars(texts)
}

// bars adds rows of a table. The head that a table repeats on each page is left out after the first.
func (r *pdfReader) bars(texts [][]string) {
	if r.head != nil && slices.Equal(r.head, texts[0]) && len(r.lines) > 0 && r.lines[len(r.lines)-1].row {
		texts = texts[1:]
	} else {
		r.head = slices.Clone(texts[0])
	}
	var long []string
	for _, row := range texts {
		for k, cell := range row {
			if len(cell) > maxCellText {
				if k == 0 || row[k-1] != "" || len(long) == 0 || long[len(long)-1] != cell {
					long = append(long, cell)
				}
				row[k] = ""
			}
		}
	}
	for _, line := range barLines(texts) {
		r.lines = append(r.lines, pdfLine{text: line, page: r.page, flow: r.flow, row: true})
	}
	for _, text := range long {
		r.flow++
		r.lines = append(r.lines, pdfLine{text: text, page: r.page, flow: r.flow})
	}
	r.flow++
}

// strip is a part of the width of a page.
type strip struct{ left, right float64 }

const (
	gutter  = 0.7 // the narrowest gap between columns, as a share of the size of the letters
	farDown = 3.5 // the distance of lines from which they are of two runs
)

// runOf is the end of the run of lines that begins with line i, and the gaps that go down through it: none for a line by
// itself. A line without a gap of its own that covers one of the run ends it.
func runOf(rows []pdfRow, i int, em float64) (j int, gaps []strip) {
	covered := cover(nil, rows[i])
	gaps = gapsIn(covered, gutter*em)
	if i+1 < len(rows) && len(gaps) == 0 && len(gapsIn(cover(nil, rows[i+1]), gutter*em)) > 0 {
		return i + 1, nil // the last line of a paragraph over a table
	}
	for j = i + 1; j < len(rows); j++ {
		if d := rows[j-1].y - rows[j].y; d > 2*farDown*em || d > farDown*em && len(rows[j].pieces) == 1 {
			break
		}
		both := cover(covered, rows[j])
		next := gapsIn(both, gutter*em)
		if len(next) == 0 || len(next) < len(gaps) && len(rows[j].pieces) == 1 {
			break
		}
		covered, gaps = both, next
	}
	if j == i+1 {
		return j, nil
	}
	return j, gaps
}

// cover adds the pieces of a line to the parts of the width that are covered, which are in order and apart.
func cover(covered []strip, row pdfRow) []strip {
	all := slices.Clone(covered)
	for _, p := range row.pieces {
		all = append(all, strip{p.left, p.right})
	}
	slices.SortFunc(all, func(a, b strip) int {
		switch {
		case a.left < b.left:
			return -1
		case a.left > b.left:
			return 1
		}
		return 0
	})
	out := all[:0]
	for _, s := range all {
		if n := len(out) - 1; n >= 0 && s.left <= out[n].right {
			out[n].right = max(out[n].right, s.right)
			continue
		}
		out = append(out, s)
	}
	return out
}

// gapsIn are the gaps between parts that are covered.
func gapsIn(covered []strip, least float64) (gaps []strip) {
	for k := 1; k < len(covered); k++ {
		if covered[k].left-covered[k-1].right >= least {
			gaps = append(gaps, strip{covered[k-1].right, covered[k].left})
		}
	}
	return gaps
}

// run adds a run of lines with gaps. It reports false if these say nothing, and the lines are read one by one.
func (r *pdfReader) run(rows []pdfRow, gaps []strip, level int) bool {
	columns := byColumns(rows, gaps)
	sides := len(columns) == 2 && (centred(columns[0]) || centred(columns[1]))
	switch {
	case shared(rows, gaps) < 2 && !staggered(columns) && !sides:
		return false
	case numbering(columns[0]), labels(columns[0]):
		for _, row := range rows {
			if row.left() < gaps[0].left {
				r.flow++
			}
			r.row(row)
		}
		r.flow++
		return true
	case proseColumns(columns), sides:
		r.columns(rows, gaps, level, proseColumns(columns))
		return true
	}
	if texts := openRows(rows, gaps); texts != nil {
		r.bars(texts)
		return true
	}
	if shared(rows, gaps) < 3 {
		return false
	}
	r.unread = append(r.unread, fmt.Sprintf("page %d: a table whose rows cannot be told is left out", r.page))
	r.flow++
	return true
}

// columns adds columns one after the other, above a heading that goes over all of them and then below it. Lines that are no
// prose stand for themselves.
func (r *pdfReader) columns(rows []pdfRow, gaps []strip, level int, prose bool) {
	em := usualSize(rows)
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && !heads(rows, to, em) {
			to++
		}
		if heads(rows, from, em) {
			r.row(rows[from])
			r.flow++
			from++
		}
		for _, c := range byColumns(rows[from:to], gaps) {
			if r.flow++; prose {
				r.bands(c, level+1)
				continue
			}
			for _, row := range c {
				r.row(row)
				r.flow++
			}
		}
		r.flow++
		from = to
	}
}

// heads reports whether a line is a heading with nothing beside it: in larger letters, with space above and below.
func heads(rows []pdfRow, i int, em float64) bool {
	const larger, space = 1.1, 1.25
	return len(rows[i].pieces) == 1 && rows[i].size > larger*em && (i == 0 || rows[i-1].y-rows[i].y > space*em) && (i+1 == len(rows) || rows[i].y-rows[i+1].y > space*em)
}

// byColumns are the lines of each column.
func byColumns(rows []pdfRow, gaps []strip) [][]pdfRow {
	columns := make([][]pdfRow, len(gaps)+1)
	for _, row := range rows {
		for k, pieces := range cellsOf(row, gaps) {
			if len(pieces) > 0 {
				columns[k] = append(columns[k], pdfRow{row.y, row.size, pieces})
			}
		}
	}
	return columns
}

// cellsOf are the pieces of a line in each column.
func cellsOf(row pdfRow, gaps []strip) [][]pdfPiece {
	cells := make([][]pdfPiece, len(gaps)+1)
	for _, p := range row.pieces {
		k := 0
		for k < len(gaps) && p.left >= gaps[k].right-0.01 {
			k++
		}
		cells[k] = append(cells[k], p)
	}
	return cells
}

// shared counts the lines that have text in more than one column.
func shared(rows []pdfRow, gaps []strip) (n int) {
	for _, row := range rows {
		if c := cellsOf(row, gaps); len(slices.DeleteFunc(c, func(p []pdfPiece) bool { return p == nil })) > 1 {
			n++
		}
	}
	return n
}

// staggered reports whether all columns have several lines, though none may stand beside one of another.
func staggered(columns [][]pdfRow) bool {
	return !slices.ContainsFunc(columns, func(c []pdfRow) bool { return len(c) < fewLines })
}

// fewLines is the number of lines of a column below which they say little.
const fewLines = 3

// numbering reports whether a column has nothing but the marks of a list: "1.", "a)", "-", and no heads over it.
func numbering(column []pdfRow) bool {
	for _, row := range column {
		text := row.text()
		if !startsItem(text+" ") || utf8.RuneCountInString(text) > 4 || strings.Trim(text, "0123456789") == "" {
			return false
		}
	}
	return true
}

// labels reports whether most lines of a column end with a colon: "Họ và tên:", with what is said of it beside.
func labels(column []pdfRow) bool {
	n := 0
	for _, row := range column {
		if strings.HasSuffix(row.text(), ":") {
			n++
		}
	}
	return 2*n > len(column)
}

// proseColumns reports whether columns have text that goes on from line to line, all but those that have only few lines.
func proseColumns(columns [][]pdfRow) bool {
	found := 0
	for _, c := range columns {
		if len(c) < fewLines {
			continue
		}
		if !prose(c) {
			return false
		}
		found++
	}
	return found > 0
}

// prose reports whether lines are those of a text: of several words each, and every fourth goes on within a sentence.
func prose(column []pdfRow) bool {
	words, small := 0, 0
	for _, row := range column {
		text := row.text()
		words += len(strings.Fields(text))
		if begins, _ := utf8.DecodeRuneInString(text); unicode.IsLower(begins) {
			small++
		}
	}
	return 2*words >= 7*len(column) && 4*small >= len(column)
}

// centred reports whether lines of different lengths have their middles below each other, as in the head and the signatures
// of an official text.
func centred(column []pdfRow) bool {
	least, most := 0.0, 0.0
	for k, row := range column {
		middle, first := row.left()+row.right(), column[0].left()+column[0].right()
		if middle-first > column[0].size || first-middle > column[0].size {
			return false
		}
		if length := row.right() - row.left(); k == 0 {
			least, most = length, length
		} else {
			least, most = min(least, length), max(most, length)
		}
	}
	return len(column) > 1 && most-least > 2*column[0].size
}
