package document

import "slices"

// Tables with bars whose heads stand otherwise than in a row: each on a line of its own, or before the cell of each row.

// headWidth is the number of the heads from the line that begins with token i on which each have a line, closed by a bar on the
// next, above rows of as many cells; 0 when none stand there.
//
//	STT
//	|
//	Họ và tên
//	|
//	| 01 | Trần Văn A |
func (p *Page) headWidth(i int) (n int) {
	for k := i; k < len(p.Toks) && n < maxHeads; n++ {
		end := p.LineEndBy(k, maxHeadWords+1)
		switch {
		case n > 0 && p.Toks[k].Breaks != 1:
			return 0
		case p.Toks[k].Is("|") && n > 1 && p.bars(k, p.barRowEnd(k, n)) == n+1:
			return n
		case p.barred(k, end) || end >= len(p.Toks) || !p.Toks[end].Is("|") || p.LineEndBy(end, 2) != end+1:
			return 0
		}
		k = end + 1
	}
	return 0
}

// stacked gives the rows of a table whose rows each have a head and its cell, one record below the other, as rows below these
// heads: "| 1 | Tên | Trần Văn A |", "| Chức vụ | Ủy viên |", "| Năm sinh | 1960 |". Others stay as they are.
func (p *Page) stacked(rows []TableRow) []TableRow {
	var heads []Span
	var roles []string
	var out []TableRow
	fits := 0
	for _, r := range rows {
		label, value, ok := p.labelled(r)
		if !ok {
			continue
		}
		fits++
		role := p.headRole(label)
		if role == "name" {
			out = append(out, TableRow{Span: r.Span})
		}
		k := slices.Index(roles, role)
		if k < 0 {
			k = len(roles)
			heads, roles = append(heads, label), append(roles, role)
		}
		if len(out) == 0 {
			continue
		}
		record := &out[len(out)-1]
		for len(record.Cells) <= k {
			record.Cells = append(record.Cells, Span{value.I, value.I})
		}
		record.Cells[k], record.J = value, r.J
	}
	if len(out) < leastStacked || 4*fits < 3*len(rows) || len(heads) < 2 || p.headRoles(heads) == nil {
		return rows
	}
	for k := range out {
		for last := out[k].J; len(out[k].Cells) < len(heads); {
			out[k].Cells = append(out[k].Cells, Span{last, last})
		}
	}
	return append([]TableRow{{Span{rows[0].I, rows[0].J}, heads}}, out...)
}

// leastStacked is the number of records from which a table has one below the other.
const leastStacked = 2

// labelled is the head and the cell of a row that has no more, but for a number before them.
func (p *Page) labelled(r TableRow) (label, value Span, ok bool) {
	var cells []Span
	for _, c := range r.Cells {
		if c.I < c.J && (len(cells) > 0 || p.rowNumber(c) == 0) {
			cells = append(cells, c)
		}
	}
	if len(cells) != 2 {
		return label, value, false
	}
	role := p.headRole(cells[0])
	return cells[0], cells[1], role != "" && role != "seat"
}
