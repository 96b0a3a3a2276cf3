package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// rowReader reads the rows of a table one after the other: an empty cell has what the row above it has.
type rowReader struct {
	*linker
	t     *document.Table
	above listHead // what stands over the table: a post, a body, a place, a verb, days
	head  listHead // the same for the rows to come: a heading between rows may say more
	names []*mention.Mention
	cells map[string]document.Span // the last cell that was not empty, by role
	apart bool                     // a heading stands between the row and the last with a post
	first int                      // the first claim of the table

	ofTerms map[int]bool // columns whose years are those of terms of office, once asked for
}

// readTables claims what the tables say whose columns are told.
func (l *linker) readTables() {
	for k := range l.Tables {
		t := &l.Tables[k]
		if len(t.Columns) == 0 {
			continue
		}
		r := rowReader{linker: l, t: t, cells: map[string]document.Span{}, ofTerms: map[int]bool{}, first: len(l.claims)}
		r.above = l.headOver(k)
		r.head = r.above
		for _, row := range t.Rows[t.Body:] {
			if !l.ruled(row) {
				r.row(row)
			}
		}
		r.succeed()
	}
}

// inTold reports whether token i stands in a table whose columns are told.
func (l *linker) inTold(i int) bool {
	t := l.TableAt(i)
	return t != nil && t.Columns != nil
}

// ruled reports whether a row is nothing but the line between head and body: "|---|:--|".
func (l *linker) ruled(r document.TableRow) bool {
	for i := r.I; i < r.J; i++ {
		if l.Toks[i].Kind != text.Punct {
			return false
		}
	}
	return true
}

// row claims what a row says.
func (r *rowReader) row(row document.TableRow) {
	if r.section(row) {
		return
	}
	r.sent = row.Span
	names, filled := r.namesIn(row)
	switch {
	case len(names) > 0:
		r.names = names
	case filled:
		r.names = nil // a name that was not recognised is not that of the row above
	}
	told := r.timesIn(row)
	n := r.noteIn(row)
	body, place := r.bodyIn(row)
	within := false // the row says what its people are in the body of the title: "Trưởng ban"
	for _, s := range r.postsIn(row) {
		who := r.names
		if s.seat {
			who = r.peopleIn(s.cell)
			n.who = who
		}
		po := r.placed(s.post, body, place)
		if body == r.head.body && place == r.head.place {
			po = r.atHome(po)
		}
		if h := r.head.post; h != nil && h != po && (po.Org == nil || po.Guessed) && h.Org != nil && (po.Title.Family == h.Title.Family || h.Org.Side() && leadsKind(po.Title, h.Org.Kind)) {
			own := *po
			own.Org, own.Guessed = h.Org, false // "Phó Chủ tịch" below "Chủ tịch UBND tỉnh Hà Giang qua các thời kỳ", "Trưởng ban" below "Thành viên Ban Chỉ đạo …"
			po = &own
		}
		within = within || r.above.post != nil && r.above.post.Org != nil && po.Org.Name() == r.above.post.Org.Name()
		for _, m := range who {
			status := r.leaves(s, n)
			t := r.timeOf(s, status, told)
			if status == record.Former && t.Lasts {
				status = record.Holds // "Thứ trưởng Bộ Quốc phòng (2020–)" below "Chức vụ cao nhất"
			}
			r.claimRow(m, po, status, n.ending(t, po), row)
		}
	}
	if !within || !r.above.post.Org.Side() {
		r.claimList(row, n)
	}
	r.claimNote(row, n, told)
}

// claimRow claims a post that a row gives.
func (r *rowReader) claimRow(m *mention.Mention, po *mention.Post, status record.Status, told mention.CellPeriod, row document.TableRow) {
	if po.Org == nil {
		return
	}
	if r.above.founds && status == record.Holds && po.Org.Side() {
		status = record.Starts
	}
	if po.Status != "" {
		status = po.Status
	}
	c := r.claim(m, po, status, "table", row.Span)
	st := r.stintIn(told)
	st.step = st.step || r.head.past && !told.Lasts && status == record.Holds
	switch day := r.above.effect; {
	case day.IsZero() || !st.from.IsZero() || !st.to.IsZero():
	case status == record.Starts:
		st.from = day
	case status == record.Ends:
		st.to = day
	}
	c.told, c.lasts = &st, told.Lasts
}

// numeral reports whether a cell has nothing but the number of its row: "12", "IV.", "a)".
func (r *rowReader) numeral(c document.Span) bool {
	for i := c.I; i < c.J; i++ {
		if t := r.Toks[i]; t.Kind == text.Word && !r.isOrdinal(i) || r.IsYear(i) {
			return false
		}
	}
	return true
}

// isOrdinal reports whether token i is a Roman numeral or one letter.
func (r *rowReader) isOrdinal(i int) bool {
	_, n := r.OrdinalAt(i, i+1)
	return n == 1 || len([]rune(r.Toks[i].Norm)) == 1
}

// namesIn are the people in the column of names, and whether anything stands there.
func (r *rowReader) namesIn(row document.TableRow) (names []*mention.Mention, filled bool) {
	for k, c := range row.Cells {
		if k < len(r.t.Columns) && r.t.Columns[k].Role == "name" && !r.empty(c) {
			return r.peopleIn(c), true
		}
	}
	return nil, r.numbered(row)
}

// numbered reports whether the first cell of a row without a name has a number of its own: then the seat is vacant, and
// the row does not go on with the person above.
func (r *rowReader) numbered(row document.TableRow) bool {
	return len(row.Cells) > 0 && len(r.t.Columns) > 0 && r.t.Columns[0].Role == "number" && !r.empty(row.Cells[0]) && r.numeral(row.Cells[0])
}

// empty reports whether a cell has nothing, or a sign that repeats what stands above.
func (r *rowReader) empty(c document.Span) bool {
	for i := c.I; i < c.J; i++ {
		if !r.Lists.Words.Ditto.Has(r.Toks[i]) && !r.Toks[i].Is("\"", "/", "〃", "-", "–", ".", "…") {
			return false
		}
	}
	return true
}

// peopleIn are the people whom a cell names, but for those in brackets.
func (r *rowReader) peopleIn(c document.Span) (out []*mention.Mention) {
	depth := 0
	at := c.I
	for n := r.ItemFrom(c.I); n < len(r.Items) && r.Items[n].J <= c.J; n++ {
		depth += r.parens(at, r.Items[n].I)
		at = r.Items[n].I
		if m := r.Items[n].Person; m != nil && depth == 0 {
			out = append(out, m)
		}
	}
	return out
}

// seated is a post that a row gives, and the cell of its holders where the head of the column names it.
type seated struct {
	post    *mention.Post
	status  record.Status
	seat    bool
	present bool // its column is that of the posts held now
	cell    document.Span
}

// postsIn are the posts of a row: those of its cells, of the heads of its columns, or the one over the table. An empty
// cell has the posts of the row above where the table has one column of posts.
func (r *rowReader) postsIn(row document.TableRow) (out []seated) {
	columns := 0
	alike := map[record.Status]int{}
	for _, c := range r.t.Columns {
		if c.Role == "post" && c.Status != record.Former {
			columns++
			alike[c.Status]++
		}
	}
	for k, c := range row.Cells {
		if k >= len(r.t.Columns) {
			break
		}
		col := r.t.Columns[k]
		status := col.Status
		if status == "" {
			if status = r.standing(); col.Role == "post" && r.present(k) {
				status = record.Holds
			}
		}
		switch {
		case col.Role == "seat":
			out = append(out, seated{r.Items[col.Item].Post, status, true, false, c})
			continue
		case col.Role == "name":
			for _, po := range r.postsOf(c) { // "Trần Văn A, Phó Bí thư"
				out = append(out, seated{po, record.Holds, false, false, c})
			}
			continue
		case col.Role != "post":
			continue
		case r.empty(c) && (columns == 1 || col.Status == record.Nominated && alike[col.Status] == 1):
			c = r.aboveCell("post "+string(col.Status), c)
		case !r.empty(c):
			r.cells["post "+string(col.Status)], r.apart = c, false
		}
		for _, po := range r.postsOf(c) {
			out = append(out, seated{po, status, false, r.present(k), c})
		}
	}
	if columns == 0 && r.head.post != nil && !seats(out) {
		out = append(out, seated{r.head.post, r.head.standing(), false, false, row.Span})
	}
	return out
}

// seats reports whether one of the posts is that of the head of a column.
func seats(posts []seated) bool {
	return slices.ContainsFunc(posts, func(s seated) bool { return s.seat || s.status != record.Former })
}

// aboveCell is the cell of a role in the rows above, for an empty one: across a heading only where a sign repeats it.
func (r *rowReader) aboveCell(role string, c document.Span) document.Span {
	if r.apart && c.I == c.J {
		return c
	}
	return r.cells[role]
}

// postsOf are the posts that a cell names.
func (r *rowReader) postsOf(c document.Span) (out []*mention.Post) {
	for n := r.ItemFrom(c.I); n < len(r.Items) && r.Items[n].J <= c.J; n++ {
		if po := r.Items[n].Post; po != nil {
			out = append(out, po)
		}
	}
	return out
}

// timesIn is the time that the columns of a row tell.
func (r *rowReader) timesIn(row document.TableRow) (t mention.CellPeriod) {
	for k, c := range row.Cells {
		if k >= len(r.t.Columns) || r.empty(c) {
			continue
		}
		switch r.t.Columns[k].Role {
		case "period":
			if p := r.ReadPeriods(c); !r.terms(k) {
				p.Lasts = p.Lasts || r.open(c, p)
				t = p
			} else if r.pastEnd(p.To) {
				t.On = p.From // over, and its years are those of the body
			}
		case "from":
			p := r.ReadPeriod(c)
			t.From = laterOf(p.From, p.On)
		case "to":
			p := r.ReadPeriod(c)
			t.To, t.Lasts = laterOf(laterOf(p.To, p.On), p.From), t.Lasts || p.Lasts
		}
	}
	return t
}

// timeOf is the time of a post of the row. The day of a row that moves people is the begin of the new post and the end of the
// one of now.
func (r *rowReader) timeOf(s seated, status record.Status, row mention.CellPeriod) mention.CellPeriod {
	if s.status == record.Former {
		row = mention.CellPeriod{} // that of what came after
	}
	if s.present && !row.From.IsZero() && row.To.IsZero() {
		row = mention.CellPeriod{To: row.From}
		if status != record.Ends {
			row.To = record.Date{}
		}
	}
	return r.ownTime(s, row)
}

// ownTime is the time of a post that has one in brackets behind it, "Thứ trưởng Bộ Quốc phòng (2020–)", or else that of the
// row.
func (r *rowReader) ownTime(s seated, row mention.CellPeriod) mention.CellPeriod {
	j := s.post.J
	if s.seat || j < s.cell.I || j >= s.cell.J || !r.Toks[j].Is("(") {
		return row
	}
	c := document.Span{I: j + 1, J: r.Closing(j, s.cell.J) - 1}
	if t := r.ReadPeriod(c); !t.From.IsZero() && r.TimeCell(c) {
		t.Lasts = t.Lasts || r.open(c, t)
		return t
	}
	return row
}

// open reports whether a time goes on behind the dash that ends its cell: "2020 –".
func (r *rowReader) open(c document.Span, t mention.CellPeriod) bool {
	return t.To.IsZero() && !t.From.IsZero() && c.J > c.I && r.Toks[c.J-1].Is("-", "–", "—")
}

// terms reports whether the years in column k are those of terms of office: its head says so, and all of them are
// five years without a month.
func (r *rowReader) terms(k int) bool {
	if r.t.Body == 0 {
		return false
	}
	if head := r.t.Rows[r.t.Body-1].Cells; k >= len(head) || !r.Pair(head[k].I, head[k].J, &r.Lists.Words.Term) {
		return false
	}
	if known, ok := r.ofTerms[k]; ok {
		return known
	}
	all := true
	for _, row := range r.t.Rows[r.t.Body:] {
		if k >= len(row.Cells) || r.empty(row.Cells[k]) {
			continue
		}
		p := r.ReadPeriod(row.Cells[k])
		all = all && p.From.Month == 0 && p.To.Month == 0 && p.To.Year-p.From.Year == termYears
	}
	r.ofTerms[k] = all
	return all
}

// termYears is the length of a term of office in years.
const termYears = 5

// laterOf is the later of two dates, of which a may be none.
func laterOf(a, b record.Date) record.Date {
	if a.IsZero() || b.Compare(a) > 0 {
		return b
	}
	return a
}

// bodyIn is the organisation and the place that a row names beside its posts, or what stands over the rows.
func (r *rowReader) bodyIn(row document.TableRow) (*mention.Org, *mention.Unit) {
	var o *mention.Org
	var u *mention.Unit
	for k, c := range row.Cells {
		if k >= len(r.t.Columns) || r.t.Columns[k].Role != "body" {
			continue
		}
		if r.empty(c) {
			c = r.aboveCell("body", c)
		} else {
			r.cells["body"] = c
		}
		h := r.headIn(c)
		if h.body == nil && h.place == nil {
			h.place = r.unitOf(k, c)
		}
		if o == nil {
			o = h.body
		}
		if u == nil {
			u = h.place
		}
	}
	if o == nil && u == nil {
		return r.head.body, r.head.place
	}
	return o, u
}

// unitOf is the unit that cell c of column k names without its kind, which the head of the column says: "Chiềng Hắc" below
// "Xã".
func (r *rowReader) unitOf(k int, c document.Span) *mention.Unit {
	if r.t.Body == 0 || c.I == c.J {
		return nil
	}
	head := r.t.Rows[r.t.Body-1].Cells
	if k >= len(head) {
		return nil
	}
	kind, level := r.unitHead(head[k])
	if kind == "" {
		return nil
	}
	for i := c.I; i < c.J; i++ {
		if !r.NameWord(i) && r.Toks[i].Kind != text.Number {
			return nil
		}
	}
	return &mention.Unit{Span: c, Kind: kind, Level: level, Name: r.Text.Slice(r.Text.Span(c.I, c.J))}
}

// unitHead is the kind of unit that the head of a column ends in, "Xã", "Tên xã", and its level; "" when it ends in none.
func (r *rowReader) unitHead(c document.Span) (kind string, level int) {
	for i := c.I; i < c.J; i++ {
		if k, n := r.Lists.Units.Find(r.Toks[:c.J], i); n > 0 && i+n == c.J {
			return k.Kind, k.Level
		}
	}
	return "", 0
}

// succeed ends the posts of those whom a row below follows: of one seat whose rows tell when each began.
func (r *rowReader) succeed() {
	for k := r.first; k+1 < len(r.claims); k++ {
		a, b := r.claims[k], r.claims[k+1]
		if a.told == nil || b.told == nil || !a.post.Title.Seat || a.post.Name != b.post.Name || a.post.Org.Name() != b.post.Org.Name() || a.who.Who == b.who.Who {
			continue
		}
		if a.told.to.IsZero() && !a.lasts && !a.told.from.IsZero() && b.told.from.Compare(a.told.from) > 0 {
			a.told.step = true
		}
	}
}
