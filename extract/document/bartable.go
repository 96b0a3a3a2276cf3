package document

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// A table with bars whose head stands over a line of dashes, "|---|---|", tells by it how many cells a row has. So rows are
// read that are broken over lines within their cells, "| 1 | Trần Văn A[2] |", "5/2020 | Bí thư |", lines of words between
// rows that bars fill up, rows that leave out an empty cell, and heads in two rows, of which the second tells the parts of one.

// barStart is the token at which a row that the line [i, j) begins with stands: behind the links of its page in brackets,
// "[sửa | sửa mã nguồn]| STT | Họ và tên |".
func (p *Page) barStart(i, j int) int {
	if !p.Toks[i].Is("[") {
		return i
	}
	for k := i + 1; k < min(j, i+maxHeadWords); k++ {
		if p.Toks[k].Is("]") && k+1 < j {
			return k + 1
		}
	}
	return i
}

// ruleWidth is the number of cells of the line of dashes below the head of a table that begins with token i, 0 when none
// follows soon.
func (p *Page) ruleWidth(i int) int {
	end := p.LineEndBy(i, maxHeadTokens)
	if next := p.LineEndBy(min(end, len(p.Toks)-1), maxHeadTokens); !p.barred(i, end) && (next-end != 1 || !p.Toks[end].Is("|")) {
		return 0
	}
	for k := p.LineEndBy(i, maxHeadTokens); k < len(p.Toks) && k-i < maxHeadTokens && p.Toks[k].Breaks == 1; k = p.LineEndBy(k, maxHeadTokens) {
		if w := p.ruleCells(k); w > 0 {
			return w
		}
	}
	return 0
}

// maxHeadTokens bounds the tokens of the head of a table with bars.
const maxHeadTokens = 160

// ruleCells is the number of cells of the line that begins with token k if it is one of dashes between bars.
func (p *Page) ruleCells(k int) (n int) {
	if !p.Toks[k].Is("|") || k+1 == len(p.Toks) || p.Toks[k+1].Kind != text.Punct || p.Toks[k+1].Is("|") {
		return 0
	}
	end := p.LineEndBy(k, maxHeadTokens)
	for i := k + 1; i < end; i++ {
		switch t := &p.Toks[i]; {
		case t.Is("|"):
			n++
		case t.Kind != text.Punct || strings.Trim(t.Norm, "-–—:") != "":
			return 0
		}
	}
	if !p.Toks[end-1].Is("|") {
		n++
	}
	return n
}

// barTable is the table with bars that begins with token i and has so many cells in a row, as the line of dashes below its
// head says.
func (p *Page) barTable(i, width int) Table {
	t := Table{Span: Span{i, i}, Ruled: true}
	heads := 0 // the rows above the line of dashes
	for k := i; k < len(p.Toks); k = t.J {
		if k > i && p.Toks[k].Breaks > 1 && (!p.Toks[k].Is("|") || p.ruleWidth(k) > 0) {
			break
		}
		end := p.barRowEnd(k, width)
		if !p.barred(k, end) {
			break
		}
		t.J = end
		switch row := p.BarRow(k, end); {
		case p.ruleCells(k) == 0:
			if row.Cells == nil {
				row.Cells = []Span{{k, end - 1}} // "Cuối năm 1959 tỉnh giải thể. |"
			}
			t.Rows = append(t.Rows, row)
		case heads == 0:
			heads = len(t.Rows)
		}
	}
	t.Rows = p.oneHead(p.stacked(t.Rows), heads, width)
	p.moveCells(t.Rows, width)
	return t
}

// barred reports whether a bar stands among tokens [i, j).
func (p *Page) barred(i, j int) bool {
	return slices.ContainsFunc(p.Toks[i:j], func(t text.Token) bool { return t.Is("|") })
}

// barRowEnd is the token behind the row that begins with token k: the lines until it has all its cells, or the next begins a
// row of its own.
func (p *Page) barRowEnd(k, width int) int {
	lead := 0
	if p.Toks[k].Is("|") {
		lead = 1
	}
	end := p.LineEndBy(k, maxRowTokens)
	for cells := p.bars(k, end) - lead; cells < width && end < len(p.Toks) && end-k < maxRowTokens && p.Toks[end].Breaks == 1; {
		next := p.LineEndBy(end, maxRowTokens)
		more := p.bars(end, next)
		switch {
		case p.ruleCells(end) > 0, cells+more > width:
			return end
		case more == next-end: // nothing but bars
		case p.Toks[end].Is("|") && p.Toks[end-1].Is("|") && (!p.onlyBars(p.lineStart(end-1), end) || cells+more != width):
			return end
		case more == 0 && p.Toks[end-1].Is("|"):
			if following := p.LineEndBy(next, maxRowTokens); next >= len(p.Toks) || p.Toks[next].Breaks != 1 || p.Toks[next].Is("|") && !p.onlyBars(next, following) || !p.barred(next, following) {
				return end // "Nguồn: …" below the table
			}
		}
		cells, end = cells+more, next
	}
	return end
}

// lineStart is the first token of the line in which token i stands.
func (p *Page) lineStart(i int) int {
	for i > 0 && p.Toks[i].Breaks == 0 {
		i--
	}
	return i
}

// bars counts the bars of tokens [i, j).
func (p *Page) bars(i, j int) (n int) {
	for ; i < j; i++ {
		if p.Toks[i].Is("|") {
			n++
		}
	}
	return n
}

// oneHead gives the rows of a table whose head is in two rows one head: "| Tên | Nhiệm kỳ | |" over "| Từ | Đến | |" has the
// parts of the second head below it, and each other head goes for both rows.
func (p *Page) oneHead(rows []TableRow, heads, width int) []TableRow {
	if heads == 0 || heads >= len(rows) || !p.partHeads(rows[heads].Cells) {
		return rows
	}
	over, parts := filled(rows[heads-1].Cells), filled(rows[heads].Cells)
	n := len(over) + len(parts) - width // heads that have parts
	pictured := n == 0                  // and one goes for a column of pictures too, before the names
	if n = max(n, 1); n > len(over) || len(parts)%n != 0 || len(parts)/n < 2 || len(over)+len(parts) < width {
		return rows
	}
	var best []Span
	most := 0
	for first := 0; first < len(over); first++ {
		cells := p.headParts(over, parts, n, first)
		if cells == nil {
			continue
		}
		if pictured {
			k := slices.IndexFunc(cells, func(c Span) bool { role := p.headRole(c); return role == "name" || role == "seat" })
			if k < 0 {
				continue
			}
			cells = slices.Insert(cells, k, Span{cells[k].I, cells[k].I})
		}
		s := p.scoreBelow(cells, rows[heads+1:], width)
		if n == 1 && p.headRole(parts[0]) == "from" && p.headRole(over[first]) == "period" {
			s += 2 * fewRows // "Bắt đầu" and "Kết thúc" are those of the "Nhiệm kỳ"
		}
		if best == nil || s > most {
			best, most = cells, s
		}
	}
	if best == nil {
		return rows
	}
	head := TableRow{Span{rows[heads-1].I, rows[heads].J}, best}
	return slices.Concat(rows[:heads-1], []TableRow{head}, rows[heads+1:])
}

// partHeads reports whether the cells of a row are heads of the parts of a column: nobody's name, no number, no time, and one
// of them is known.
func (p *Page) partHeads(cells []Span) bool {
	known := 0
	for _, c := range filled(cells) {
		if c.I == c.J || p.rowNumber(c) > 0 || p.TimeCell(c) {
			return false
		}
		if p.headRole(c) != "" {
			known++
		} else if p.scoreName(c) > 1 {
			return false
		}
	}
	return known > 0
}

// headParts are the heads of a table whose head number first, or n heads that are posts, have parts; nil when they are not n.
func (p *Page) headParts(over, parts []Span, n, first int) (cells []Span) {
	size, taken := len(parts)/n, 0
	for k, h := range over {
		if n == 1 && k != first || n > 1 && p.headRole(h) != "seat" {
			cells = append(cells, h)
			continue
		}
		if taken == n {
			return nil
		}
		for _, c := range parts[taken*size : (taken+1)*size] {
			role, whole := p.headRole(c), p.headRole(h)
			if whole == "seat" && role == "name" || whole == "post" && (role == "" || role == "other") {
				c = h
			}
			cells = append(cells, c)
		}
		taken++
	}
	if taken < n {
		return nil
	}
	return cells
}

// scoreBelow says how well the first rows of a table stand below heads.
func (p *Page) scoreBelow(heads []Span, rows []TableRow, width int) (sum int) {
	roles := p.headRoles(heads)
	if roles == nil {
		return bad * fewLines
	}
	for _, r := range rows[:min(len(rows), fewRows)] {
		if len(filled(r.Cells)) == width {
			sum += p.scoreRow(r.Cells, roles)
		} else if len(r.Cells) > 1 {
			sum += p.scoreRow(p.moved(r.Cells, roles), roles)
		}
	}
	return sum
}

// fewRows is the number of rows by which it is told which head has parts.
const fewRows = 8

// moveCells puts the cells of rows that leave out some below the heads where they stand better.
func (p *Page) moveCells(rows []TableRow, width int) {
	var roles []string
	for k := range rows {
		r := &rows[k]
		if roles == nil && k <= fewHeads {
			if roles = p.headRoles(r.Cells); roles != nil {
				p.dropEmptySeats(roles, rows[k+1:], width)
				continue
			}
		}
		if roles == nil || len(r.Cells) < 2 {
			continue
		}
		if len(filled(r.Cells)) < width || p.scoreRow(r.Cells, roles) < 0 {
			r.Cells = p.moved(r.Cells, roles)
		}
	}
}

// fewHeads is the number of rows of a table over its head at most.
const fewHeads = 2

// moved are the cells of a row as they stand best below heads that say roles. Where it has fewer names or posts than heads for
// them, nothing tells which they are, and it has none.
func (p *Page) moved(cells []Span, roles []string) []Span {
	var pieces []Span
	for _, c := range cells {
		if c.I < c.J {
			pieces = append(pieces, c)
		}
	}
	if !slices.ContainsFunc(pieces, func(c Span) bool { return p.scoreName(c) > 0 }) {
		return cells
	}
	out, _ := p.bestFit(pieces, roles)
	if out == nil || p.scoreRow(out, roles) <= 0 || p.scoreRow(out, roles) <= p.scoreRow(cells, roles) {
		return cells
	}
	if p.blankLost(out, roles, "name", "seat") {
		for k := range out {
			out[k].J = out[k].I
		}
	}
	p.blankLost(out, roles, "post")
	return out
}

// blankLost empties the cells of a moved row below the heads of some roles, when there are several such heads and not all of
// them have a cell. It reports whether that is so.
func (p *Page) blankLost(cells []Span, roles []string, of ...string) bool {
	heads, found := 0, 0
	for k, role := range roles {
		if slices.Contains(of, role) {
			heads++
			if cells[k].I < cells[k].J && p.score(cells[k], role) > 0 {
				found++
			}
		}
	}
	if found == heads || heads < 2 || p.timesPart(cells, roles, of) {
		return false
	}
	for k, role := range roles {
		if slices.Contains(of, role) {
			cells[k].J = cells[k].I
		}
	}
	return true
}

// timesPart reports whether all times of a moved row stand below their heads between its columns of some roles, so that they
// tell which of these has a cell: "| 1 | Trần Văn A | 1976 | 1980 | 4 năm |" below "Họ tên", "Từ", "Đến" and "Chủ tịch".
func (p *Page) timesPart(cells []Span, roles, of []string) bool {
	first, last := -1, -1
	for k, role := range roles {
		if slices.Contains(of, role) {
			if last = k; first < 0 {
				first = k
			}
		}
	}
	times := 0
	for k := first + 1; k < last; k++ {
		if slices.Contains(of, roles[k]) || roles[k] != "from" && roles[k] != "to" && roles[k] != "period" {
			continue
		}
		if times++; cells[k].I == cells[k].J || !p.TimeCell(cells[k]) {
			return false
		}
	}
	return times > 0
}

// dropEmptySeats makes the columns of posts below which no full row has a name columns of something else: "Đại biểu" over the
// number of those at a congress.
func (p *Page) dropEmptySeats(roles []string, rows []TableRow, width int) {
	for k, role := range roles {
		if role != "seat" && (role != "name" || !slices.Contains(roles, "seat")) {
			continue
		}
		full, named := 0, false
		for _, r := range rows {
			if len(filled(r.Cells)) == width && k < len(r.Cells) {
				full++
				named = named || p.scoreName(r.Cells[k]) > 0
			}
		}
		if full > 0 && !named {
			roles[k] = "other"
		}
	}
}
