package extract

import "slices"

// readHeads settles what the columns of each table hold, once posts and names are recognised: by the head row, by
// that of a table of as many columns just before, or by what stands in the cells.
func (p *page) readHeads() {
	for k := range p.tables {
		t := &p.tables[k]
		for b, r := range t.rows {
			if c := p.headColumns(r); c != nil && b <= maxHead {
				p.seats(c, r)
				if t.columns == nil || p.tellMore(c, t.columns) {
					t.columns, t.body = c, b+1
				}
				continue
			}
			if t.columns != nil || b > maxHead {
				break
			}
		}
		if t.columns != nil && !t.tells() {
			t.columns = nil
		}
		if prev := k - 1; t.columns == nil && prev >= 0 && p.tables[prev].columns != nil && p.sentOf[t.i]-p.sentOf[p.tables[prev].j-1] <= maxGap && len(t.rows[0].cells) == len(p.tables[prev].columns) {
			t.columns = p.tables[prev].columns
		}
		if t.columns == nil {
			t.columns = p.columnsByCells(t)
		}
	}
}

// tellMore reports whether a second row of heads says more of the columns than the first: names stay, and a head that
// spans columns is told apart below.
func (p *page) tellMore(second, first []column) bool {
	return len(second) == len(first) && slices.ContainsFunc(second, func(c column) bool { return c.role == "name" })
}

// seats sets those heads that are nothing but a post: "| Huyện | Bí thư Huyện ủy | Chủ tịch UBND |" has their holders
// below.
func (p *page) seats(columns []column, r tableRow) {
	for k, c := range r.cells {
		if columns[k].role != "" || c.i == c.j {
			continue
		}
		n := p.itemFrom(c.i)
		if n < len(p.items) && p.items[n].post != nil && p.items[n].i == c.i && p.items[n].j == c.j {
			columns[k] = column{role: "seat", item: n}
		}
	}
}

// columnsByCells is what the columns hold by what stands in them, for a table without a head: one with nothing but a
// name in most of its cells, one with posts, and those with dates; nil when more than one could be it.
func (p *page) columnsByCells(t *table) []column {
	width := len(t.rows[0].cells)
	if width < 2 || len(t.rows) < 3 {
		return nil
	}
	out := make([]column, width)
	names, posts, dates := 0, 0, 0
	for k := range out {
		var n, po, d, rows int
		for _, r := range t.rows {
			if len(r.cells) != width {
				return nil
			}
			c := r.cells[k]
			if c.i == c.j {
				continue
			}
			rows++
			at := p.itemFrom(c.i)
			switch {
			case at < len(p.items) && p.items[at].person != nil && p.items[at].i == c.i && p.items[at].j == c.j:
				n++
			case at < len(p.items) && p.items[at].post != nil && p.items[at].i == c.i && p.items[at].j <= c.j:
				po++
			case !p.readPeriod(c).isZero():
				d++
			}
		}
		switch {
		case 4*n > 3*rows:
			out[k].role = "name"
			names++
		case 4*po > 3*rows:
			out[k].role = "post"
			posts++
		case 4*d > 3*rows:
			out[k].role = "period"
			dates++
		}
	}
	switch {
	case names == 1 && posts == 1 && dates <= 1:
		return out
	case names > 1:
		return []column{} // who holds what cannot be told
	}
	return nil
}

const (
	maxHead = 3 // rows of a table among which its head is
	maxGap  = 3 // sentences between two parts of one table
)
