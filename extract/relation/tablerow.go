package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
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
	own   []*mention.Mention       // the one whose career the table has
	cells map[string]document.Span // the last cell that was not empty, by role
	apart bool                     // a heading stands between the row and the last with a post
	first int                      // the first claim of the table
	many  *mention.Post            // the office of many places that the table is about

	acted acted // who held the post of the last row as acting

	members *mention.Post // membership of the board that the heading over the table is

	ofTerms map[int]bool // columns whose years are those of terms of office, once asked for
}

// acted are those who held a post as acting, and until when.
type acted struct {
	who   []*mention.Mention
	until record.Date
}

// actedUntil are the people of a cell, or, where it is empty, those who held the post as acting until the day on which the
// time of the row begins: their cell goes on over both rows.
func (r *rowReader) actedUntil(told mention.CellPeriod, who []*mention.Mention) []*mention.Mention {
	if len(who) == 0 && r.acted.until.Day > 0 && r.acted.until == told.From {
		return r.acted.who
	}
	return who
}

// readTables claims what the tables say whose columns are told.
func (l *linker) readTables() {
	for k := range l.Tables {
		t := &l.Tables[k]
		var own []*mention.Mention
		if pr := l.profileOf(l.SentOf[t.I]); pr != nil && len(t.Steps) > 0 {
			t.Columns, own = t.Steps, []*mention.Mention{pr.who}
		}
		if len(t.Columns) == 0 {
			continue
		}
		r := rowReader{own: own, linker: l, t: t, cells: map[string]document.Span{}, ofTerms: map[int]bool{}, first: len(l.claims)}
		if own == nil {
			r.above = l.headOver(k) // the lines of the sheet over a career are no heading of it
		}
		r.head, r.many = r.above, l.ofMany(t, r.above)
		r.members = r.boardAbove()
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
	row = r.shifted(row)
	names, filled := r.namesIn(row)
	switch {
	case r.own != nil:
		r.names = r.own
	case len(names) > 0:
		r.names = names
	case filled:
		r.names = nil // a name that was not recognised is not that of the row above
	}
	told := r.timesIn(row, 0, len(row.Cells))
	n := r.noteIn(row)
	body, place, unread := r.bodyIn(row)
	within := false // the row says what its people are in the body of the title: "Trưởng ban"
	posts := r.inPlaces(r.postsIn(row), row, place)
	pairs := r.pairs(names, posts)
	for _, s := range posts {
		who := r.names
		if pairs != nil {
			who = pairs[s.post]
		}
		if s.seat {
			who = r.actedUntil(told, r.peopleIn(s.cell))
			if r.Encyclopedia && r.named() {
				r.beside(s, told, row)
				continue
			}
			n.who = who
			if from, to := r.part(s.col); to < len(r.t.Columns) || from > 0 {
				told = r.timesIn(row, from, to)
			}
		} else if s.holder != nil {
			who = r.peopleIn(*s.holder)
		}
		if r.ofStranger(s) {
			continue
		}
		po := r.inRow(s, body, place)
		within = within || r.above.post != nil && r.above.post.Org != nil && po.Org.Name() == r.above.post.Org.Name()
		if r.elsewhere(s, po, place) {
			continue
		}
		if unread {
			po = placeless(po)
		}
		r.claimSeat(s, po, who, told, n, row)
		if s.acting {
			r.acted = acted{who, told.To}
		}
	}
	if !within || !r.above.post.Org.Side() {
		r.claimList(row, n)
	}
	r.claimNote(row, n, told)
}

// inRow is the post of a row, with the body and the place that the row or the heading gives it.
func (r *rowReader) inRow(s seated, body *mention.Org, place *mention.Unit) *mention.Post {
	po := r.inRowPlace(s, r.placed(r.ofUnion(s.post), body, place), place)
	if body == r.head.body && place == r.head.place {
		po = r.besideOwn(s, r.atHome(po))
	}
	if h := r.head.post; h != nil && h != po && (po.Org == nil || po.Guessed) && h.Org != nil && (po.Title.Family == h.Title.Family || h.Org.Side() && leadsKind(po.Title, h.Org.Kind)) {
		own := *po
		own.Org, own.Guessed = h.Org, false // "Phó Chủ tịch" below "Chủ tịch UBND tỉnh Hà Giang qua các thời kỳ", "Trưởng ban" below "Thành viên Ban Chỉ đạo …"
		po = &own
	}
	return po
}

// claimSeat claims a post that a row gives for its people.
func (r *rowReader) claimSeat(s seated, po *mention.Post, who []*mention.Mention, told mention.CellPeriod, n rowNote, row document.TableRow) {
	for _, m := range who {
		status := r.leaves(s, n)
		t := r.timeOf(s, status, told)
		if s.post.Status == record.Former {
			t = r.ownTime(s, mention.CellPeriod{}) // "nguyên Phó Giám đốc" beside a post of now
		}
		if status == record.Former && t.Lasts {
			status = record.Holds // "Thứ trưởng Bộ Quốc phòng (2020–)" below "Chức vụ cao nhất"
		}
		r.claimRow(m, po, status, n.ending(t, po), row)
	}
}

// shifted is a row without a name whose cell of names goes on from the row above, with an empty one in its place: times stand one
// column too far to the left, and the last cell is empty.
func (r *rowReader) shifted(row document.TableRow) document.TableRow {
	last := len(row.Cells) - 1
	if last < 0 || len(r.peopleIn(row.Span)) > 0 {
		return row
	}
	for k := 0; k < last && k+1 < len(r.t.Columns); k++ {
		role := r.t.Columns[k].Role
		if role != "seat" && role != "name" || !r.onlyDate(row.Cells[k]) || r.t.Columns[k+1].Role != "from" || !r.empty(row.Cells[last]) {
			continue
		}
		i := row.Cells[k].I
		row.Cells = slices.Insert(slices.Clone(row.Cells[:last]), k, document.Span{I: i, J: i})
		break
	}
	return row
}

// ofStranger reports whether a word with a capital that is not read follows a post without a body in its cell: "Giám đốc Viettel Bắc
// Giang" is of no body of the heading.
func (r *rowReader) ofStranger(s seated) bool {
	j := s.post.J
	if s.post.Org != nil && !s.post.Guessed || s.post.Title.Family == "army" || s.post.I < s.cell.I || j <= s.cell.I || j >= s.cell.J {
		return false
	}
	if n := r.ItemFrom(j); n < len(r.Items) && r.Items[n].I == j {
		return r.Items[n].Person != nil && r.named()
	}
	t := r.Toks[j]
	return t.Kind == text.Word && t.Upper() && !t.AllUpper() && t.Breaks == 0 && !r.Toks[j-1].AllUpper()
}

// ofUnion is a bare post of a row in the union of whose board the heading says that all are members: "Phó Chủ tịch" below "Danh sách Ủy viên
// Ban Chấp hành Hội Nông dân tỉnh Long An".
func (r *rowReader) ofUnion(po *mention.Post) *mention.Post {
	h := r.head.post
	if h == nil || h.Title.Family != "member" || h.Org == nil || h.Org.Generic() || po.Org != nil && !po.Guessed || po.Title.Family != "chair" && po.Title.Family != "party" && !r.boardSeat(po.Title) {
		return po
	}
	o := steered(h.Org)
	if o.Branch() != "mass" || po.Title.Family == "party" && (o.Kind == nil || !o.Kind.Secretary) {
		return po
	}
	own := *po
	own.Org, own.Guessed = o, false
	return &own
}

// beside claims for the people of a seat in a table that has names the post that they held at the time of those whom it names:
// "| Phó Chủ tịch nước | Nhiệm kỳ | Chủ tịch nước |". When they took it is not told.
func (r *rowReader) beside(s seated, told mention.CellPeriod, row document.TableRow) {
	if !r.stintIn(told).step {
		return
	}
	for _, m := range r.peopleIn(s.cell) {
		r.claimRow(m, r.besideOwn(s, s.post), record.Former, mention.CellPeriod{}, row)
	}
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
	c.told, c.lasts, c.annexed = &st, told.Lasts, r.above.annexed
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

// bodyIn is the organisation and the place that a row names beside its posts, or what stands over the rows. It is unread where the cell has
// words of which none is known.
func (r *rowReader) bodyIn(row document.TableRow) (o *mention.Org, u *mention.Unit, unread bool) {
	for k, c := range row.Cells {
		if k >= len(r.t.Columns) || r.t.Columns[k].Role != "body" {
			continue
		}
		if r.empty(c) || r.numeral(c) || len(r.DatesIn(c)) > 0 { // of the column beside it
			c = r.aboveCell("body", c)
		} else {
			r.cells["body"] = c
			r.apart = r.apart && slices.ContainsFunc(r.t.Columns, func(c gazetteer.Column) bool { return c.Role == "post" })
		}
		h := r.headIn(c)
		if u := r.unitOf(k, c); u != nil && (h.place == nil && h.body == nil || r.kindHead(k) && bareIn(h.place, c)) {
			h.body, h.place = nil, u // "Bạc Liêu" below "Thành phố" is not the province
		}
		if o == nil {
			o = h.body
		}
		if u == nil {
			u = h.place
		}
		unread = unread || o == nil && u == nil && r.properName(c)
	}
	if o == nil && u == nil {
		return r.head.body, r.head.place, unread
	}
	if o == nil {
		o = r.bodyOf(u)
	}
	return o, u, false
}

// bodyOf is the body of the heading over a table as that of the place of a row, when the heading leaves out its place: "Bộ Chỉ huy
// quân sự tỉnh" over rows of provinces; nil when it has one or lies in no such place.
func (r *rowReader) bodyOf(u *mention.Unit) *mention.Org {
	over := r.head.body
	if over == nil || over.Kind == nil || over.Unit == nil || !over.Taken || ownPlace(over) || over.Parent != nil || !mention.Fits(u, over.Unit.Kind) && u.Level != over.Unit.Level {
		return nil
	}
	o := *over
	o.Unit, o.Bare, o.Taken = u, "", false
	return &o
}
