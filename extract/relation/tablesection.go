package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// headOver is what stands over the k-th table of the document. Where the lines before it name no post, the table before it
// with the same columns or the title of the document does: below "Bí thư Thị ủy An Khê qua các thời kỳ" each "Thời kỳ …" has
// a table of its own.
func (l *linker) headOver(k int) listHead {
	t := &l.Tables[k]
	h := l.headAbove(t.I)
	h.effect = l.effectAbove(t.I)
	if l.Encyclopedia && h.status == record.Starts {
		h.status = "" // a page that is no news tells what was
	}
	if h.post != nil {
		if h.body == nil && h.place == nil && (h.post.Org == nil || h.post.Guessed) {
			h.body = l.titleOrg()
		}
		return h
	}
	if s := l.Sentences[l.SentOf[max(t.I, 1)-1]]; t.I > 0 && !hasPosts(t) {
		if h.post = l.officeOf(s); h.post != nil {
			return h
		}
	}
	title := listHead{}
	if s := l.Sentences[0]; l.TableAt(s.I) == nil && s.J <= t.I && l.heads(s) {
		title = l.headIn(s)
	}
	if l.Encyclopedia && title.post == nil && title.place == nil && title.body != nil {
		title.body = l.titleOrg() // and not "Thiếu tướng Quân đội nhân dân Việt Nam"
	}
	if title.post == nil && title.body == nil && title.place == nil {
		return h
	}
	if h.body == nil && h.place == nil {
		h.body, h.place = title.body, title.place
	} else {
		h = l.within(h, title)
	}
	if title.post != nil && (title.past || title.lists) && len(l.Tables[k].Columns) > 0 && !hasPosts(t) {
		h.post, h.past = title.post, h.past || title.past
		if h.status == "" {
			h.status = title.status
		}
	}
	return h
}

// hasPosts reports whether a column of a table has posts, or is of the holders of one.
func hasPosts(t *document.Table) bool {
	for _, c := range t.Columns {
		if c.Role == "post" && c.Status != record.Former || c.Role == "seat" {
			return true
		}
	}
	return false
}

// effectAbove is the day from which what is decided of the rows of a table counts, as a line over it says: "có hiệu lực từ
// ngày 01/7/2025", "Ngày bầu cử: Chủ nhật, 15/3/2026".
func (l *linker) effectAbove(i int) record.Date {
	if i == 0 {
		return record.Date{}
	}
	first := l.Sentences[max(0, l.SentOf[i-1]-maxAbove+1)].I
	dates := l.DatesIn(document.Span{I: first, J: i})
	for k := len(dates) - 1; k >= 0; k-- {
		d := &dates[k]
		s := l.Sentences[l.SentOf[d.I]]
		if d.Since && l.isEffect(d) || d.Date.Day > 0 && l.electionDay(document.Span{I: s.I, J: d.I}) {
			return d.Date
		}
	}
	return record.Date{}
}

// electionDay reports whether the words before a day say that it is that of an election: "Ngày bầu cử: Chủ nhật,".
func (l *linker) electionDay(s document.Span) bool {
	for i := s.I; i+2 < s.J; i++ {
		if l.Toks[i].Is("ngày") && l.Lists.Words.Ballot.Has(l.Toks[i+1]) {
			return true
		}
	}
	return false
}

// section reports whether a row is a heading within the table: all of its cells but one are empty, and that one is not
// in the column of names, or is no name. What it names goes for the rows below; one that names nothing ends the heading
// before it.
func (r *rowReader) section(row document.TableRow) bool {
	var only document.Span
	for k, c := range row.Cells {
		if c.I == c.J {
			continue
		}
		if only.J > only.I && !r.numeral(only) {
			return false
		}
		if only = c; k > 0 && len(row.Cells) == len(r.t.Columns) && r.t.Columns[k].Role == "post" {
			return false // it goes on with the row above
		}
	}
	if only.J == only.I {
		return true
	}
	if len(r.peopleIn(only)) > 0 || !r.ReadPeriod(only).IsZero() && len(row.Cells) > 1 {
		return false
	}
	h := r.headIn(only)
	if h.post == nil && h.body == nil && h.place == nil && len(row.Cells) > 1 && only.J-only.I < 2 {
		return false
	}
	r.head, r.names = r.below(h), nil
	r.apart = true
	return true
}

// below is what goes for the rows below a heading between rows: what it leaves out is as over the table.
func (r *rowReader) below(h listHead) listHead {
	if h.post == nil {
		h.post, h.status = r.above.post, r.above.status
	}
	h.past = h.past || r.above.past
	if h.body == nil && h.place == nil {
		h.body, h.place = r.above.body, r.above.place
		return h
	}
	if h = r.within(h, r.above); h.body != nil && h.body.Parent == nil && h.body.Bare != "" && h.body.Place() == nil {
		return r.within(h, listHead{place: r.openingPlace()})
	}
	return h
}

// openingPlace is the place of the first body that the lines before a table name, where the text names no other of its level:
// "HĐND tỉnh Sơn La lấy phiếu tín nhiệm" over a table with "Khối HĐND" and "Khối UBND".
func (r *rowReader) openingPlace() *mention.Unit {
	for n := 0; n < len(r.Items) && r.Items[n].I < r.t.I && r.SentOf[r.Items[n].I] <= maxAbove; n++ {
		o := r.Items[n].Org
		if u := o.Place(); u != nil && o.Branch() != "party" && !r.Rivals(u) {
			return u
		}
	}
	return nil
}

// within completes the body of a heading by what stands over it: "Văn phòng" and "Phòng Nghiệp vụ" are those of the Sở,
// "Ủy ban nhân dân cách mạng" is that of the province.
func (l *linker) within(h, above listHead) listHead {
	if h.body == nil || h.body.Kind == nil {
		return h
	}
	over := above.body
	if over == nil && above.post != nil {
		over = above.post.Org
	}
	o := *h.body
	switch {
	case o.Parent == nil && o.Unit == nil && o.Kind.Part && over != nil && over.Kind != o.Kind:
		o.Parent = over
	case (o.Unit == nil || o.Taken) && o.Parent == nil && over != nil:
		if !l.PlaceFrom(&o, over) {
			return h
		}
		o.Taken = false
	case (o.Unit == nil || o.Taken) && o.Parent == nil && above.place != nil && l.mayLieIn(&o, above.place):
		o.Unit, o.Bare, o.Taken = above.place, "", false
	default:
		return h
	}
	h.body = &o
	return h
}

// mayLieIn reports whether a body can be that of a unit: what the text says of its own unit, "tỉnh" of "HĐND tỉnh", and the
// level of its kind, that of a Sở, agree with it.
func (l *linker) mayLieIn(o *mention.Org, u *mention.Unit) bool {
	if o.Kind != nil && o.Kind.Unit != "" && !mention.Fits(u, o.Kind.Unit) {
		return false
	}
	if o.Bare != "" && !mention.Fits(u, o.Bare) {
		return false
	}
	for i := o.I; i < o.J && i < len(l.Toks); i++ {
		if k, n := l.Lists.Units.Find(l.Toks[:o.J], i); n > 0 && i > o.I {
			return mention.Fits(u, k.Kind)
		}
	}
	return true
}

// ownPlace reports whether the text names the place of a body with it.
func ownPlace(o *mention.Org) bool {
	u := o.Place()
	return u != nil && u.Name != "" && u.I >= o.I && u.J <= o.J
}

// atHome gives a post whose body has its place from elsewhere in the text that of what stands over the table, when it can lie
// there: below a heading "huyện Càng Long" the "UBND tỉnh" is that of the title.
func (r *rowReader) atHome(po *mention.Post) *mention.Post {
	if po.Org == nil || po.Org.Unit == nil && po.Org.Bare == "" || po.Org.Parent != nil || ownPlace(po.Org) || po.Org == r.head.body {
		return po
	}
	u := r.above.place
	if over := r.above.body; over != nil && over.Place() != nil {
		u = over.Place()
	} else if r.above.post != nil && r.above.post.Org.Place() != nil {
		u = r.above.post.Org.Place()
	}
	if u == nil || u == r.headUnit() || !r.mayLieIn(po.Org, u) || po.Org.Unit != nil && po.Org.Unit == r.headUnit() {
		return po
	}
	out, o := *po, *po.Org
	o.Unit, o.Bare, o.Taken = u, "", false
	out.Org = &o
	return &out
}

// headUnit is the unit of the heading between rows.
func (r *rowReader) headUnit() *mention.Unit {
	if r.head.place != nil && r.head.place != r.above.place {
		return r.head.place
	}
	return nil
}
