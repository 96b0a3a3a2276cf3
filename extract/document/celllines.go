package document

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/text"
)

// A table with a cell a line, as it comes from pages copied as text: the heads one a line ("STT", "Chủ tịch", "Nhiệm kỳ",
// "Ghi chú"), then the cells of each row. Rows begin with their running number, or are parted by empty lines, or have all
// their cells. A line in brackets may belong to the cell before it, and a line between rows be a heading.

// lineOf is one line of such a table.
type lineOf struct {
	Span
	parted bool // more line ends stand before it than between cells
}

// cellLines is the table with a cell a line whose head begins with the line [i, j); without rows when there is none.
func (p *Page) cellLines(i, j int) Table {
	t := Table{Span: Span{i, j}}
	heads, roles := p.headLines(i)
	if heads == nil {
		return t
	}
	var rows []TableRow
	for most := fewLines; ; most *= 4 {
		lines := p.shortLines(heads, most)
		rows = p.cellRows(lines, roles)
		if len(lines) < most || len(rows) == 0 || rows[len(rows)-1].J < lines[len(lines)-1].I {
			break
		}
	}
	if len(rows) == 0 {
		return t
	}
	end := heads[len(heads)-1].J
	t.Rows = append([]TableRow{{Span{i, end}, heads}}, rows...)
	t.J = rows[len(rows)-1].J
	return t
}

// fewLines is the number of lines behind heads that are looked at first: most heads are followed by no table.
const fewLines = 64

// cellRows are the rows of lines below heads that say roles.
func (p *Page) cellRows(lines []lineOf, roles []string) (rows []TableRow) {
	if roles[0] == "number" {
		rows = p.rowsByNumber(lines, roles)
	}
	if rows == nil {
		rows = p.rowsByBlocks(lines, roles)
	}
	if rows == nil {
		rows = p.rowsByForm(lines, roles)
	}
	return rows
}

// headLines are the lines from token i on each of which is nothing but the head of a column, and what they say; nil when
// they do not tell where the names stand. Among heads that are known one may be unknown.
func (p *Page) headLines(i int) (heads []Span, roles []string) {
	gap := int32(0)
	for k := i; k < len(p.Toks) && len(heads) < maxHeads; {
		j := p.LineEndBy(k, maxHeadWords+1)
		if k > i && gap == 0 {
			gap = p.Toks[k].Breaks
		}
		if j-k > maxHeadWords || k > i && p.Toks[k].Breaks != gap {
			break
		}
		role := p.headLine(Span{k, j})
		if role == "seat" && slices.Contains(roles, "name") || role == "" && (len(heads) == 0 || !p.unknownHead(k, j, gap)) {
			break
		}
		heads, roles = append(heads, Span{k, j}), append(roles, role)
		k = j
	}
	if len(heads) < 2 || p.headRoles(heads) == nil {
		return nil, nil
	}
	return heads, roles
}

// unknownHead reports whether the line [k, j) is the head of a column that no list has: short, no cell of a row, and with a
// known head below it.
func (p *Page) unknownHead(k, j int, gap int32) bool {
	line := Span{k, j}
	if j-k > maxHeadWords || j >= len(p.Toks) || p.Toks[j].Breaks != gap || p.rowNumber(line) > 0 || p.TimeCell(line) || p.scoreName(line) > 0 {
		return false
	}
	next := p.headLine(Span{j, p.LineEndBy(j, maxHeadWords+1)})
	return next != "" && next != "seat"
}

// maxHeads is the number of columns of a table with a cell a line at most.
const maxHeads = 14

// headLine is what a line that is nothing but the head of a column says: "Nhiệm kỳ", "Từ (tháng/năm)", "Chủ tịch".
func (p *Page) headLine(c Span) string {
	if c.I >= c.J {
		return ""
	}
	if p.seatHead(c) {
		return "seat"
	}
	col, n := p.Lists.Columns.Find(p.Toks[:c.J], c.I)
	if n == 0 && p.bodyHead(c) {
		return "body"
	}
	if n == 0 || c.I+n < c.J && !p.Toks[c.I+n].Is("(", ",", "-", "/") {
		return ""
	}
	return col.Role
}

// shortLines are the lines behind the heads that may be cells, so many at most.
func (p *Page) shortLines(heads []Span, most int) (lines []lineOf) {
	usual := int32(1)
	for _, h := range heads[1:] {
		usual = p.Toks[h.I].Breaks
	}
	for k := heads[len(heads)-1].J; k < len(p.Toks) && len(lines) < most; {
		j := p.LineEndBy(k, maxCellWords+1)
		if j-k > maxCellWords {
			break
		}
		lines = append(lines, lineOf{Span{k, j}, p.Toks[k].Breaks > usual})
		k = j
	}
	return lines
}

// maxCellWords bounds the words of a cell that is a line.
const maxCellWords = 60

// rowsByNumber are the rows of lines of which those with a running number begin one.
func (p *Page) rowsByNumber(lines []lineOf, roles []string) (rows []TableRow) {
	parted, longest := false, 0 // whether empty lines stand between rows; the lines of the longest row
	for k := 0; k < len(lines); {
		if p.rowNumber(lines[k].Span) == 0 {
			if k > 0 || !p.numberSoon(lines) {
				return rows
			}
			rows, k = p.headings(rows, lines[:k+1]), k+1
			continue
		}
		last := k + 1 // behind the lines of the row
		for last < len(lines) && p.rowNumber(lines[last].Span) == 0 {
			last++
		}
		final := last == len(lines) || p.rowNumber(lines[last].Span) != p.rowNumber(lines[k].Span)+1 && p.rowNumber(lines[last].Span) != 1
		parted = parted || lines[k].parted
		own := p.ownLines(lines[k:last], parted, final, longest)
		cells := p.fit(spans(lines[k:k+own]), roles)
		if cells == nil {
			return rows
		}
		rows = append(rows, TableRow{Span{lines[k].I, lines[k+own-1].J}, cells})
		longest = max(longest, own)
		if final {
			return rows
		}
		rows = p.headings(rows, lines[k+own:last])
		k = last
	}
	return rows
}

// numberSoon reports whether the first line of a table is a heading over its rows: the running number 1 stands below.
func (p *Page) numberSoon(lines []lineOf) bool {
	return len(lines) > 1 && p.rowNumber(lines[1].Span) > 0
}

// ownLines counts the lines of a row before headings that stand between rows and, for the last, what follows the table.
func (p *Page) ownLines(lines []lineOf, parted, final bool, longest int) int {
	n := len(lines)
	if parted {
		for k := 1; k < len(lines); k++ {
			if lines[k].parted {
				return k
			}
		}
	}
	if final && longest > 0 {
		n = min(n, longest)
	}
	for n > 1 && !final && p.groupHead(lines[n-1].Span) {
		n--
	}
	return n
}

// groupHead reports whether a line is a heading between rows: a body with its years or in capitals, or a number of a
// part: "II. Ủy ban nhân dân", "ỦY BAN NHÂN DÂN (1976-2025)".
func (p *Page) groupHead(c Span) bool {
	if c.I+1 < c.J && p.Toks[c.I+1].Is(".", ")") && (p.Toks[c.I].AllUpperOrSingle() && len(p.Toks[c.I].Norm) <= maxRoman) {
		return true
	}
	upper, words := true, 0
	for k := c.I; k < c.J; k++ {
		if p.Toks[k].Is("(") && p.Toks[c.J-1].Is(")") && p.bodyAt(c.I, c.J) && p.TimeCell(Span{k, c.J}) {
			return true
		}
		if p.Toks[k].Kind == text.Word {
			upper = upper && p.Toks[k].AllUpperOrSingle()
			words++
		}
	}
	return upper && words > maxNameWords-1 || upper && words > 1 && p.bodyAt(c.I, c.J)
}

// maxRoman is the number of letters of a Roman number of a part at most.
const maxRoman = 4

// headings adds lines between rows to them as rows of one cell.
func (p *Page) headings(rows []TableRow, lines []lineOf) []TableRow {
	for _, l := range lines {
		rows = append(rows, TableRow{l.Span, []Span{l.Span}})
	}
	return rows
}

// spans are the tokens of lines.
func spans(lines []lineOf) (out []Span) {
	for _, l := range lines {
		out = append(out, l.Span)
	}
	return out
}

// rowsByBlocks are the rows that empty lines part; a line alone between them is a heading.
func (p *Page) rowsByBlocks(lines []lineOf, roles []string) (rows []TableRow) {
	pending, blocks := 0, 0
	for k := 0; k < len(lines); {
		last := k + 1
		for last < len(lines) && !lines[last].parted {
			last++
		}
		cells := p.fit(spans(lines[k:last]), roles)
		switch {
		case last-k == 1 && pending == 0 && lines[k].J-lines[k].I <= maxHeadWords:
			pending++ // a heading, if a row follows
		case last-k == 1 || cells == nil:
			return enough(rows, blocks)
		default:
			rows = p.headings(rows, lines[k-pending:k])
			rows = append(rows, TableRow{Span{lines[k].I, lines[last-1].J}, cells})
			pending = 0
			blocks++
		}
		k = last
	}
	return enough(rows, blocks)
}

// enough are the rows when they are so many that they do not look like a table by chance.
func enough(rows []TableRow, n int) []TableRow {
	if n < 2 {
		return nil
	}
	return rows
}

// rowsByForm are the rows of lines that nothing parts: each begins with a cell of the form of its column, and has one in
// each.
func (p *Page) rowsByForm(lines []lineOf, roles []string) (rows []TableRow) {
	width := len(roles)
	n := 0
	for k := 0; k+1 < len(lines); {
		last := min(k+width, len(lines))
		for b := k + 1; b < last; b++ {
			if p.opensRow(lines[b:], roles) {
				last = b
				break
			}
		}
		cells := spans(lines[k:last])
		if len(cells) < width {
			cells = p.fit(cells, roles)
		}
		if cells == nil || p.scoreRow(cells, roles) <= 0 || !p.sure(cells, roles) {
			break
		}
		rows = append(rows, TableRow{Span{lines[k].I, lines[last-1].J}, cells})
		n++
		k = last
	}
	if n < minByForm {
		return nil
	}
	return rows
}

// minByForm is the number of rows from which their form alone tells them.
const minByForm = 3

// opensRow reports whether a line begins a row whose first column has names or times: no other column has them.
func (p *Page) opensRow(lines []lineOf, roles []string) bool {
	first, again := roles[0], false
	for _, r := range roles[1:] {
		again = again || form(r) == form(first)
	}
	return !again && form(first) != "" && p.score(lines[0].Span, first) == 2
}

// form is the form that the cells of a role have, "" for words.
func form(role string) string {
	switch role {
	case "name", "seat", "before", "after":
		return "name"
	case "from", "to", "period", "term", "birth":
		return "time"
	}
	return ""
}

// sure reports whether each cell of a row that its form tells stands in a column of that form.
func (p *Page) sure(cells []Span, roles []string) bool {
	for k, c := range cells {
		if c.I < c.J && p.score(c, roles[k]) < 0 {
			return false
		}
	}
	return true
}
