package mention

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
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
					t.Columns, t.Body = postParts(c, t.Columns), b+1
				}
				continue
			}
			if t.Columns != nil || b > maxHead {
				break
			}
		}
		unfold(t)
		p.dropNameless(t)
		if t.Columns != nil && !t.Tells() {
			if t.TellsSteps() {
				t.Steps = t.Columns
				t.Columns = nil
				continue
			}
			t.Columns = nil
		}
		if prev := k - 1; t.Columns == nil && prev >= 0 && p.Tables[prev].Columns != nil && p.SentOf[t.I]-p.SentOf[p.Tables[prev].J-1] <= maxGap && len(t.Rows[0].Cells) == len(p.Tables[prev].Columns) && !t.Ruled {
			t.Columns = p.Tables[prev].Columns
		}
		if t.Columns == nil {
			t.Columns = p.columnsByCells(t)
		} else {
			p.bodiesByCells(t)
		}
	}
}

// unfold makes two rows of each row of a table that has the same columns twice, side by side: "| Họ tên | Chức vụ | Họ tên | Chức vụ |".
func unfold(t *document.Table) {
	half := len(t.Columns) / 2
	if half < 2 || len(t.Columns)%2 > 0 {
		return
	}
	for k, c := range t.Columns[:half] {
		if c.Role == "" || c.Role == "seat" || t.Columns[half+k].Role != c.Role {
			return
		}
	}
	if !slices.ContainsFunc(t.Columns[:half], func(c gazetteer.Column) bool { return c.Role == "name" }) {
		return
	}
	rows := slices.Clone(t.Rows[:t.Body])
	for _, r := range t.Rows[t.Body:] {
		if len(r.Cells) != len(t.Columns) {
			rows = append(rows, r)
			continue
		}
		for _, cells := range [][]document.Span{r.Cells[:half], r.Cells[half:]} {
			if last := cells[half-1]; last.J > cells[0].I {
				rows = append(rows, document.TableRow{Span: document.Span{I: cells[0].I, J: last.J}, Cells: cells})
			}
		}
	}
	t.Rows, t.Columns = rows, t.Columns[:half]
}

// dropNameless makes a column of names below which nobody is named one of something else, where the table has holders of a post:
// "Đại biểu" over the number of those at a congress, beside "Bí thư".
func (p *Page) dropNameless(t *document.Table) {
	name := slices.IndexFunc(t.Columns, func(c gazetteer.Column) bool { return c.Role == "name" })
	if name < 0 || !slices.ContainsFunc(t.Columns, func(c gazetteer.Column) bool { return c.Role == "seat" }) {
		return
	}
	for _, r := range t.Rows[t.Body:] {
		if name < len(r.Cells) && p.namesSomebody(r.Cells[name]) {
			return
		}
	}
	t.Columns = slices.Clone(t.Columns)
	t.Columns[name].Role = "other"
}

// namesSomebody reports whether a person is named in a cell.
func (p *Page) namesSomebody(c document.Span) bool {
	for n := p.ItemFrom(c.I); n < len(p.Items) && p.Items[n].I < c.J; n++ {
		if p.Items[n].Person != nil {
			return true
		}
	}
	return false
}

// bodiesByCells sets the column whose head is of no kind that the list has and whose cells name bodies: "| Ban Đảng | Chức vụ |
// Lãnh đạo |", where no other column is known to have them.
func (p *Page) bodiesByCells(t *document.Table) {
	if slices.ContainsFunc(t.Columns, func(c gazetteer.Column) bool { return c.Role == "body" }) {
		return
	}
	var rows []document.TableRow
	for _, r := range t.Rows[t.Body:] {
		if len(r.Cells) == len(t.Columns) {
			rows = append(rows, r)
		}
	}
	for k, c := range t.Columns {
		if c.Role == "" && p.roleByCells(rows, k) == "body" {
			t.Columns = slices.Clone(t.Columns)
			t.Columns[k].Role = "body"
			return
		}
	}
}

// tellMore reports whether a second row of heads says more of the columns than the first: names stay, and a head that
// spans columns is told apart below.
func (p *Page) tellMore(second, first []gazetteer.Column) bool {
	return len(second) == len(first) && slices.ContainsFunc(second, func(c gazetteer.Column) bool { return c.Role == "name" })
}

// postParts are the columns of a second row of heads, of which those that are not known below "Chức vụ" are parts of it: "Đảng",
// "Chính quyền".
func postParts(second, first []gazetteer.Column) []gazetteer.Column {
	for k := range first {
		if (second[k].Role == "" || second[k].Role == "other") && first[k].Role == "post" {
			second[k] = first[k]
		}
	}
	return second
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

// columnsByCells is what the columns hold by what stands in them, for a table whose head does not tell: one with a name, perhaps
// with its posts, in most of its cells, one with posts, those with times and with bodies; nil when more than one could be it.
// What the head of a column says goes first.
func (p *Page) columnsByCells(t *document.Table) []gazetteer.Column {
	rows, headed := p.fullRows(t)
	width := len(t.Rows[0].Cells)
	if width < 2 || len(rows) < 3 && !(headed && len(rows) == 2) || 4*len(rows) < 3*len(t.Rows) && !headed {
		return nil
	}
	out := make([]gazetteer.Column, width)
	found := map[string]int{}
	for k := range out {
		if headed {
			out[k] = p.ColumnOf(t.Rows[0].Cells[k])
		}
		if out[k].Role == "" {
			out[k].Role = p.roleByCells(rows, k)
		}
		found[out[k].Role]++
	}
	switch {
	case found["name"] == 1 && p.tellsPosts(rows, out, found) && found["period"] <= 1 && found["body"] <= 1 && (found["period"] == 0 || found["year"] <= 1):
	case found["name"] > 1:
		return []gazetteer.Column{} // who holds what cannot be told
	default:
		return nil
	}
	for k := range out {
		switch {
		case out[k].Role == "year" && (found["period"] > 0 || found["year"] > 1 || p.birthYears(rows, k)):
			out[k].Role = "birth"
		case out[k].Role == "year":
			out[k].Role = "period"
		}
	}
	if headed {
		t.Body = 1
	}
	return out
}

// fullRows are the rows of a table that have as many cells as the first and are no headings between rows, and whether the first
// row is a head: it names nobody and tells no time. Without a head, other rows than these make the table none.
func (p *Page) fullRows(t *document.Table) (rows []document.TableRow, headed bool) {
	width := len(t.Rows[0].Cells)
	headed = p.headsOnly(t.Rows[0])
	for b, r := range t.Rows {
		filled := 0
		for _, c := range r.Cells {
			if c.I < c.J && p.Toks[c.J-1].Kind != text.Punct || c.J > c.I+1 {
				filled++
			}
		}
		switch {
		case b == 0 && headed, filled < 2 && headed:
		case len(r.Cells) == width:
			rows = append(rows, r)
		case !headed:
			return nil, false
		}
	}
	return rows, headed
}

// headsOnly reports whether a row may be the head of a table: it names nobody, and no cell of it tells a time.
func (p *Page) headsOnly(r document.TableRow) bool {
	for n := p.ItemFrom(r.I); n < len(p.Items) && p.Items[n].I < r.J; n++ {
		if p.Items[n].Person != nil {
			return false
		}
	}
	for _, c := range r.Cells {
		if c.I == c.J || p.TimeCell(c) || p.Toks[c.I].Kind == text.Number {
			return false
		}
	}
	return true
}

// tellsPosts reports whether a table has one column of posts, or two and no times, or posts behind the names.
func (p *Page) tellsPosts(rows []document.TableRow, columns []gazetteer.Column, found map[string]int) bool {
	switch found["post"] {
	case 0:
		return p.namedWithPosts(rows, columns)
	case 1:
		return true
	}
	return found["post"] == 2 && found["period"]+found["year"] == 0
}

// namedWithPosts reports whether most cells of the column of names have posts behind the name: "Trần Văn A - Phó Chủ tịch".
func (p *Page) namedWithPosts(rows []document.TableRow, columns []gazetteer.Column) bool {
	k := slices.IndexFunc(columns, func(c gazetteer.Column) bool { return c.Role == "name" })
	n := 0
	for _, r := range rows {
		if at := p.ItemFrom(r.Cells[k].I); at+1 < len(p.Items) && p.Items[at+1].Post != nil && p.Items[at+1].J <= r.Cells[k].J {
			n++
		}
	}
	return 4*n > 3*len(rows)
}

// roleByCells is what most of the cells of column k hold: "name", "post", "body", "period", or "year" for years alone; "" when they
// do not tell.
func (p *Page) roleByCells(rows []document.TableRow, k int) string {
	count := map[string]int{}
	filled := 0
	for _, r := range rows {
		if c := r.Cells[k]; c.I < c.J {
			filled++
			count[p.roleByCell(c)]++
		}
	}
	for _, role := range [...]string{"name", "post", "body", "period", "year"} {
		if 4*count[role] > 3*filled {
			return role
		}
	}
	if 4*(count["period"]+count["year"]) > 3*filled {
		return "period"
	}
	return ""
}

// roleByCell is what a cell holds by itself.
func (p *Page) roleByCell(c document.Span) string {
	if at := p.ItemFrom(c.I); at < len(p.Items) && p.Items[at].I == c.I && p.Items[at].J <= c.J {
		switch it := p.Items[at]; {
		case it.Person != nil && (it.J == c.J || p.Toks[it.J].Is("(")):
			return "name"
		case it.Person != nil && at+1 < len(p.Items) && p.Items[at+1].Post != nil && p.Items[at+1].I == it.J+1 && p.Items[at+1].J <= c.J:
			return "name" // "Trần Văn A - Phó Chủ tịch"
		case it.Post != nil:
			return "post"
		case (it.Org != nil || it.Unit != nil) && it.J == c.J:
			return "body"
		}
	}
	switch period := p.ReadPeriod(c); {
	case !period.On.IsZero() && period.From.IsZero() && period.To.IsZero() && !period.Lasts:
		return "year"
	case !period.IsZero():
		return "period"
	}
	return ""
}

// birthYears reports whether the years of column k are those in which people are born who hold a post now.
func (p *Page) birthYears(rows []document.TableRow, k int) bool {
	for _, r := range rows {
		if y := p.ReadPeriod(r.Cells[k]).On.Year; y > 0 && (p.Published.IsZero() || y > p.Published.Year-grownUp) {
			return false
		}
	}
	return true
}

// grownUp is the age from which one may hold a post.
const grownUp = 20

const (
	maxHead = 3 // rows of a table among which its head is
	maxGap  = 3 // sentences between two parts of one table
)
