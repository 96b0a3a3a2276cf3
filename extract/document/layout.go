package document

import (
	"bytes"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Layouts of tables. A line may be a row, its cells parted by bars ("| 1 | Trần Văn A | Bí thư |", as Markdown has them and
// as pages are written out), tabs, semicolons, two or more blanks, dashes or commas; or a line is a cell (celllines.go). A
// table with bars is known by them. Another begins with a head that tells which column has the names, or with a running
// number in several rows of as many cells. Nothing else is a table: prose has semicolons and dashes too.

// separator is what parts the cells of a line.
type separator uint8

const (
	bars separator = iota
	tabs
	semicolons
	gaps   // two or more blanks
	commas // "1,Trần Văn A,"Phó Bí thư, Chủ tịch UBND""
	dashes // "Họ tên - Chức vụ - Nhiệm kỳ"
	separators
)

// FindTables finds the tables of a document by their signs alone.
func (p *Page) FindTables() {
	raw := p.Text.Raw()
	tabbed := bytes.IndexByte(raw, '\t') >= 0
	p.Barred = bytes.IndexByte(raw, '|') >= 0 || bytes.Contains(raw, []byte("│")) || bytes.Contains(raw, []byte("║"))
	parted := bytes.Count(raw, []byte{';'}) > leastParted
	for i := 0; i < len(p.Toks); {
		p.Tick()
		j := p.LineEnd(i)
		if p.Barred {
			i = p.barStart(i, j)
		}
		t := Table{Span: Span{i, j}}
		switch heads := p.mayHead(i, j); {
		case p.Barred && p.ruleWidth(i) > 1:
			t = p.barTable(i, p.ruleWidth(i))
		case p.Barred && p.headWidth(i) > 1:
			t = p.barTable(i, p.headWidth(i))
		case p.Barred && p.BarRow(i, j).Cells != nil:
			t = p.lineTable(i, j, bars)
		case tabbed && p.split(i, j, tabs) != nil:
			t = p.lineTable(i, j, tabs)
		case heads:
			if t = p.cellLines(i, j); len(t.Rows) > 1 {
				break
			}
			for by := semicolons; by < separators && len(t.Rows) < 2; by++ {
				t = p.lineTable(i, j, by)
			}
		case parted && p.mayPart(i, j):
			t = p.lineTable(i, j, semicolons)
		case p.rowNumber(Span{i, i + 1}) == 1:
			for by := semicolons; by <= gaps && len(t.Rows) < 2; by++ {
				t = p.lineTable(i, j, by)
			}
		}
		if len(t.Rows) > 1 {
			p.addTable(p.upright(t))
		}
		i = max(j, t.J)
	}
}

// leastParted is the number of semicolons of a document from which a line of heads may be parted by them.
const leastParted = 5

// mayPart reports whether a line is short and has at least two semicolons, so that it may be a line of heads of which the first
// is not known: "Ghế; Họ tên; Cơ quan; Chức vụ".
func (p *Page) mayPart(i, j int) bool {
	if j-i > 4*maxHeadWords {
		return false
	}
	n := 0
	for ; i < j; i++ {
		if p.Toks[i].Is(";") {
			n++
		}
	}
	return n > 1
}

// upright is a table whose heads stand in its first column, "| Họ và tên | A | B |", "| Chức vụ | Bí thư | Phó Bí thư |", with its
// columns as rows. Others stay as they are.
func (p *Page) upright(t Table) Table {
	width := len(t.Rows[0].Cells)
	if width < 3 || len(t.Rows) > maxHeads || p.headRoles(t.Rows[0].Cells) != nil {
		return t
	}
	var first []Span
	for _, r := range t.Rows {
		if p.drawn(r.I, r.J) || p.ruledRow(r) {
			continue
		}
		if len(r.Cells) != width || p.headRole(r.Cells[0]) == "" || p.headRole(r.Cells[0]) == "seat" {
			return t
		}
		first = append(first, r.Cells[0])
	}
	if p.headRoles(first) == nil {
		return t
	}
	out := Table{Span: t.Span}
	for k := range width {
		row := TableRow{Span: t.Span}
		for _, r := range t.Rows {
			if len(r.Cells) == width && !p.ruledRow(r) {
				row.Cells = append(row.Cells, r.Cells[k])
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// ruledRow reports whether the cells of a row are lines: "|---|---|".
func (p *Page) ruledRow(r TableRow) bool {
	for i := r.I; i < r.J; i++ {
		if p.Toks[i].Kind != text.Punct {
			return false
		}
	}
	return true
}

// mayHead reports whether a line may be the head of a table, or its first cell: a head of a column or a post stands there.
func (p *Page) mayHead(i, j int) bool {
	if p.Toks[i].Is("\"") {
		i++
	}
	_, n := p.Lists.Columns.Find(p.Toks[:j], i)
	return n > 0 || p.seatHead(Span{i, min(j, i+maxHeadWords)}) || p.bodyHead(Span{i, j})
}

// maxHeadWords is the number of words of the head of a column at most.
const maxHeadWords = 12

// addTable notes a table. Its cells are sentences of their own, but for those between bars, where no name runs over one.
func (p *Page) addTable(t Table) {
	p.Tables = append(p.Tables, t)
	if p.edges == nil {
		p.edges, p.names = map[int]bool{}, map[int]int{}
	}
	barred := t.Ruled || p.BarRow(t.I, p.LineEnd(t.I)).Cells != nil
	roles := p.headRoles(t.Rows[0].Cells)
	if !barred {
		p.edges[t.J] = true
	}
	if !barred || p.Toks[t.I].Breaks == 0 { // behind the links of its page
		p.edges[t.I] = true
	}
	for _, r := range t.Rows {
		for k, c := range r.Cells {
			if c.I == c.J {
				continue
			}
			p.edges[c.I] = p.edges[c.I] || !barred
			if k < len(roles) && len(r.Cells) > 1 && (roles[k] == "name" || roles[k] == "seat") && p.scoreName(c) > 0 && !p.placeCell(c) {
				p.names[c.I] = c.J
			}
		}
	}
}

// NameCell is the token behind the cell that begins with token i and has a name, by its column and its form; 0 for another
// token.
func (p *Page) NameCell(i int) int {
	if len(p.names) == 0 {
		return 0
	}
	return p.names[i]
}

// lineTable is the table that begins with the line [i, j), each of whose lines is a row; without rows when there is none.
// Its span is what was looked at, also where it is no table.
func (p *Page) lineTable(i, j int, by separator) Table {
	t := Table{Span: Span{i, j}}
	cells := p.split(i, j, by)
	if cells == nil {
		return t
	}
	if p.halves = p.halfNames(cells); p.halves > 0 && by != bars {
		defer func() { p.halves = 0 }()
		cells = p.joinHalves(cells)
	} else {
		p.halves = 0
	}
	head := p.headRoles(cells)
	if by != bars && head == nil && (by > gaps || p.rowNumber(cells[0]) != 1) {
		return t
	}
	t.Rows = append(t.Rows, TableRow{Span{i, j}, cells})
	for k := j; k < len(p.Toks); {
		end := p.rowEnd(t.I, k, by)
		if by == bars && p.drawn(k, end) {
			k = end
			continue
		}
		row := p.rowOf(Span{k, end}, by, head, len(cells))
		if by == gaps && head != nil && (len(row) == 0 || len(row) != len(p.split(k, end, by))) {
			if placed := p.placedRow(Span{k, end}, head, cells); placed != nil {
				row = placed
			}
		}
		if row == nil {
			next := Span{end, p.LineEndBy(end, maxRowTokens)}
			if by == bars && !p.barHeading(t.I, k, end) || end-k > maxHeadWords || end == len(p.Toks) || 2*len(p.rowOf(next, by, head, len(cells))) < len(cells) {
				break
			}
			row = []Span{{k, end}} // a heading between rows
		}
		if by != bars && head == nil && p.rowNumber(row[0]) != len(t.Rows)+1 {
			break
		}
		t.Rows, t.J = append(t.Rows, TableRow{Span{k, end}, row}), end
		k = end
	}
	if by != bars && head == nil && (len(t.Rows) < minNumbered || len(cells) < minNumbered) {
		t.Rows = nil
	}
	return t
}

// drawn reports whether a line has nothing but signs, as the lines between rows that are drawn: "+----+-----+".
func (p *Page) drawn(i, j int) bool {
	if !p.Toks[i].Is("+", "-", "=", "_") || p.Toks[i].Space && j-i < 2 {
		return false
	}
	for ; i < j; i++ {
		if !p.Toks[i].Is("+", "-", "=", "|") {
			return false
		}
	}
	return true
}

// placedRow is a line with blanks between its cells as a row whose cells stand below the heads by their place in the line;
// nil when they do not. A line that goes on with the row above begins further in: "                Chủ tịch HĐND huyện".
func (p *Page) placedRow(at Span, head []string, heads []Span) []Span {
	pieces := p.split(at.I, at.J, gaps)
	if pieces == nil {
		pieces = []Span{at}
	}
	cells := make([]Span, len(heads))
	k, named := -1, false
	for _, c := range pieces {
		col := p.column(c.I)
		next := k + 1
		for next+1 < len(heads) && p.column(heads[next+1].I) <= col+slackBlanks {
			next++
		}
		if next >= len(heads) || p.column(heads[next].I) > col+slackBlanks {
			return nil
		}
		for k++; k < next; k++ {
			cells[k] = Span{c.I, c.I}
		}
		cells[k] = c
		if s := p.score(c, head[k]); s < 0 {
			return nil
		}
		named = named || head[k] == "name" || head[k] == "seat"
	}
	for k++; k < len(heads); k++ {
		cells[k] = Span{at.J, at.J}
	}
	if !named && (p.Toks[at.I].Breaks > 1 || cells[0].I < cells[0].J) {
		return nil
	}
	return cells
}

// slackBlanks is by how many letters a cell may begin before its head.
const slackBlanks = 2

// column is the place of token i in its line, in letters.
func (p *Page) column(i int) int {
	raw, at := p.Text.Raw(), p.Toks[i].Span.Start
	start := bytes.LastIndexByte(raw[max(0, at-maxLineBytes):at], '\n') + 1 + max(0, at-maxLineBytes)
	return letterCount(string(raw[start:at]))
}

// maxLineBytes bounds the bytes of a line in which places are told.
const maxLineBytes = 1000

// rowEnd is the token behind the row that begins with token k of a table that begins with token i. A row between bars may
// be broken over lines, of which each but the first begins with words: "| 1 | Vũ Văn Thông |", "2/1961 | 12/1965 | Bí thư |".
func (p *Page) rowEnd(i, k int, by separator) int {
	end := p.LineEnd(k)
	if by != bars || !p.Toks[i].Is("|") || !p.Toks[k].Is("|") {
		return end
	}
	for end < len(p.Toks) && end-k < maxRowTokens {
		next := p.LineEndBy(end, maxRowTokens)
		if p.Toks[end].Is("|") && (!p.onlyBars(end, next) || next >= len(p.Toks) || p.Toks[next].Is("|") || p.BarRow(next, p.LineEndBy(next, maxRowTokens)).Cells == nil) {
			break
		}
		if !p.Toks[end].Is("|") && p.BarRow(end, next).Cells == nil {
			break
		}
		end = next
	}
	return end
}

// barHeading reports whether the line [k, end) is a heading between rows with bars: words, and below them a line of bars.
func (p *Page) barHeading(i, k, end int) bool {
	return p.Toks[i].Is("|") && end < len(p.Toks) && p.Toks[end].Is("|") && p.onlyBars(end, p.LineEndBy(end, maxRowCells+1))
}

// onlyBars reports whether a line has nothing but bars.
func (p *Page) onlyBars(i, j int) bool {
	for ; i < j; i++ {
		if !p.Toks[i].Is("|") {
			return false
		}
	}
	return true
}
