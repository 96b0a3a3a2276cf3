package mention

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// ReadHeads settles what the columns of each table hold, once posts and names are recognised: by the head row, by
// that of a table of as many columns just before, or by what stands in the cells.
func (p *Page) ReadHeads() {
	for k := range p.Tables {
		t := &p.Tables[k]
		for b, r := range t.Rows {
			c := p.HeadColumns(r)
			if c == nil && b == 0 {
				c = p.seatColumns(r)
			}
			if c != nil && b <= maxHead {
				p.seats(c, r)
				if t.Columns == nil || p.tellMore(c, t.Columns) {
					t.Columns, t.Body = c, b+1
				}
				continue
			}
			if t.Columns != nil || b > maxHead {
				break
			}
		}
		if t.Columns != nil && !t.Tells() {
			t.Columns = nil
		}
		if prev := k - 1; t.Columns == nil && prev >= 0 && p.Tables[prev].Columns != nil && p.SentOf[t.I]-p.SentOf[p.Tables[prev].J-1] <= maxGap && len(t.Rows[0].Cells) == len(p.Tables[prev].Columns) {
			t.Columns = p.Tables[prev].Columns
		}
		if t.Columns == nil {
			t.Columns = p.columnsByCells(t)
		}
	}
}

// tellMore reports whether a second row of heads says more of the columns than the first: names stay, and a head that
// spans columns is told apart below.
func (p *Page) tellMore(second, first []gazetteer.Column) bool {
	return len(second) == len(first) && slices.ContainsFunc(second, func(c gazetteer.Column) bool { return c.Role == "name" })
}

// seatColumns is what a head row says that names nothing but posts beside a column that is known: "| Nhiệm kỳ | Bí thư | Phó
// Bí thư |"; nil for another row.
func (p *Page) seatColumns(r document.TableRow) []gazetteer.Column {
	out := make([]gazetteer.Column, len(r.Cells))
	for k, c := range r.Cells {
		if c.I < c.J {
			out[k] = p.ColumnOf(c)
		}
	}
	p.seats(out, r)
	seats, known := 0, 0
	for k, c := range r.Cells {
		switch {
		case out[k].Role == "seat":
			seats++
		case out[k].Role != "" && out[k].Role != "name" && out[k].Role != "post":
			known++
		case c.I < c.J:
			return nil
		}
	}
	if seats == 0 || seats+known < 2 {
		return nil
	}
	return out
}

// seats sets those heads that are nothing but a post: "| Huyện | Bí thư Huyện ủy | Chủ tịch UBND |" has their holders
// below.
func (p *Page) seats(columns []gazetteer.Column, r document.TableRow) {
	for k, c := range r.Cells {
		if columns[k].Role != "" || c.I == c.J {
			continue
		}
		n := p.ItemFrom(c.I)
		if n < len(p.Items) && p.Items[n].Post != nil && p.Items[n].I == c.I && p.Items[n].J == c.J {
			columns[k] = gazetteer.Column{Role: "seat", Item: n}
		}
	}
}

// columnsByCells is what the columns hold by what stands in them, for a table without a head: one with nothing but a
// name in most of its cells, one with posts, and those with dates; nil when more than one could be it.
func (p *Page) columnsByCells(t *document.Table) []gazetteer.Column {
	width := len(t.Rows[0].Cells)
	if width < 2 || len(t.Rows) < 3 {
		return nil
	}
	out := make([]gazetteer.Column, width)
	names, posts, dates := 0, 0, 0
	for k := range out {
		var n, po, d, rows int
		for _, r := range t.Rows {
			if len(r.Cells) != width {
				return nil
			}
			c := r.Cells[k]
			if c.I == c.J {
				continue
			}
			rows++
			at := p.ItemFrom(c.I)
			switch {
			case at < len(p.Items) && p.Items[at].Person != nil && p.Items[at].I == c.I && p.Items[at].J == c.J:
				n++
			case at < len(p.Items) && p.Items[at].Post != nil && p.Items[at].I == c.I && p.Items[at].J <= c.J:
				po++
			case !p.ReadPeriod(c).IsZero():
				d++
			}
		}
		switch {
		case 4*n > 3*rows:
			out[k].Role = "name"
			names++
		case 4*po > 3*rows:
			out[k].Role = "post"
			posts++
		case 4*d > 3*rows:
			out[k].Role = "period"
			dates++
		}
	}
	switch {
	case names == 1 && posts == 1 && dates <= 1:
		return out
	case names > 1:
		return []gazetteer.Column{} // who holds what cannot be told
	}
	return nil
}

const (
	maxHead = 3 // rows of a table among which its head is
	maxGap  = 3 // sentences between two parts of one table
)
