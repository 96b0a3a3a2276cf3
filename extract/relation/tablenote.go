package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// What a row says beside its posts: a note, be it in a column of its own or in brackets ("mất ngày 09/3/2024", "chuyển
// công tác 3/2006", "nay là Phó Chủ tịch HĐND tỉnh"), and what the title of the table makes of everyone in it ("Danh sách
// đại biểu HĐND huyện X").

// rowNote is what the notes of a row say.
type rowNote struct {
	left  bool               // the person left the posts of the row
	only  []string           // or only these: "thôi làm nhiệm vụ đại biểu"
	day   record.Date        // when
	posts []notedPost        // that the note gives
	who   []*mention.Mention // the people of the row
}

// notedPost is a post that a note gives, and its time.
type notedPost struct {
	post   *mention.Post
	status record.Status
	time   mention.CellPeriod
	beside bool // held beside the posts of the row: "kiêm"
}

// noteIn reads the notes of a row: the cells of a column of notes, what stands behind the last column, and brackets in the
// cells of names and posts. A note that names somebody else says nothing.
func (r *rowReader) noteIn(row document.TableRow) (n rowNote) {
	n.who = r.names
	for k, c := range row.Cells {
		if r.empty(c) {
			continue
		}
		switch {
		case k >= len(r.t.Columns), r.t.Columns[k].Role == "note":
			r.readNote(c, &n)
		case r.t.Columns[k].Role == "name", r.t.Columns[k].Role == "post":
			for i := c.I; i < c.J; i++ {
				if r.Toks[i].Is("(") {
					end := r.Closing(i, c.J)
					r.readNote(document.Span{I: i + 1, J: end - 1}, &n)
					i = end - 1
				}
			}
		}
	}
	return n
}

// readNote adds what a note says.
func (r *rowReader) readNote(c document.Span, n *rowNote) {
	if c.I >= c.J {
		return
	}
	w := &r.Lists.Words
	if w.LeftPost.Has(r.Toks[c.I]) {
		n.left = true
	}
	for k := r.ItemFrom(c.I); k < len(r.Items) && r.Items[k].J <= c.J; k++ {
		it := r.Items[k]
		switch {
		case it.Person != nil && !r.ofRow(it.Person):
			return
		case it.I == c.I && (it.Event == gazetteer.MRetire || it.Event == gazetteer.MMove || it.Event == gazetteer.MEnd):
			n.left = true
			if it.Event == gazetteer.MEnd && r.membership() && it.J < c.J && r.Toks[it.J].Kind == text.Word && !r.Lists.Words.PeriodFrom.Has(r.Toks[it.J]) {
				n.only = []string{r.above.post.Title.Post} // "thôi làm nhiệm vụ đại biểu từ tháng 12/2023"
			}
		case it.Post != nil && r.leftHere(c.I, it.I):
			n.only = append(n.only, it.Post.Title.Post) // "thôi giữ chức Chủ nhiệm Văn phòng"
		case it.Post != nil:
			if p, ok := r.notedPost(c, it.Post); ok {
				n.posts = append(n.posts, p)
			}
		}
	}
	if n.left && n.day.IsZero() {
		p := r.ReadPeriod(c)
		n.day = laterOf(laterOf(p.On, p.From), p.To)
	}
}

// leftHere reports whether the post at token i of a note that begins at token from is one that is left: nothing but the event
// and other such posts stand before it.
func (r *rowReader) leftHere(from, i int) bool {
	k := r.ItemFrom(from)
	if k >= len(r.Items) || r.Items[k].I != from || r.Items[k].Event != gazetteer.MEnd {
		return false
	}
	at := r.Items[k].J
	for k++; k < len(r.Items) && r.Items[k].I <= i; k++ {
		if r.Items[k].Post == nil || r.Items[k].I-at > 1 {
			return false
		}
		at = r.Items[k].J
	}
	return true
}

// ofRow reports whether a person is one of the row.
func (r *rowReader) ofRow(m *mention.Mention) bool {
	for _, who := range r.names {
		if who.Who == m.Who {
			return true
		}
	}
	return false
}

// notedPost is a post of the note c when what leads to it says how it stands: nothing ("TUV"), "nay là", "sau là", "từ 2015
// là".
func (r *rowReader) notedPost(c document.Span, po *mention.Post) (n notedPost, ok bool) {
	w := &r.Lists.Words
	from := po.I
	for from > c.I && !r.Toks[from-1].Is(";", ".", ",", "-") {
		from--
	}
	n.post, n.status, n.beside = po, record.Holds, from == po.I
	for i := from; i < po.I; i++ {
		switch t := r.Toks[i]; {
		case r.Masked[i], t.Kind != text.Word:
		case w.PeriodNow.Has(t):
			n.time.Lasts = true
		case w.Concurrent.Has(t):
			n.beside = true
		case w.NotePast.Has(t):
			n.status = record.Former
		case !w.NoteLead.Has(t) && !w.TimeLead.Has(t) && !w.PeriodFrom.Has(t):
			return n, false
		}
	}
	if n.time.Lasts {
		n.status, n.beside = record.Holds, false
	}
	if t := r.ReadPeriod(document.Span{I: from, J: po.I}); !t.From.IsZero() {
		n.time.From = t.From
	}
	if n.time.From.IsZero() && r.NextIn(po.J, c.J, &w.PeriodFrom) {
		n.time.From = r.ReadPeriod(document.Span{I: po.J, J: c.J}).From // "kiêm Chủ nhiệm … từ 1977"
	}
	if po.Status != "" {
		n.status = po.Status
	}
	return n, po.Org != nil
}

// ending is the time of a post of the row, which a note may say to have ended.
func (n rowNote) ending(told mention.CellPeriod, po *mention.Post) mention.CellPeriod {
	if n.ends(po) && told.To.IsZero() && !n.day.IsZero() {
		told.To, told.Lasts = n.day, false
	}
	return told
}

// ends reports whether the note says that a post of the row is over.
func (n rowNote) ends(po *mention.Post) bool {
	return n.left && (len(n.only) == 0 || slices.Contains(n.only, po.Title.Post))
}

// leaves is how a post of a row stands: one of now ends for somebody whom another column moves to a new one, and is over
// when the note says so.
func (r *rowReader) leaves(s seated, n rowNote) record.Status {
	switch {
	case s.status == record.Holds && n.ends(s.post):
		return record.Former
	case s.present && r.moves():
		return record.Ends
	}
	return s.status
}

// moves reports whether a column of the table has the posts to which its people are moved: "Chức vụ được chỉ định".
func (r *rowReader) moves() bool {
	for _, c := range r.t.Columns {
		if c.Moves || c.Status == record.Starts && r.above.moves {
			return true
		}
	}
	return false
}

// present reports whether column k has the posts held now: its head says so, or another column has those to come.
func (r *rowReader) present(k int) bool {
	if s := r.t.Columns[k].Status; s != "" && s != record.Holds {
		return false
	}
	for _, c := range r.t.Columns {
		if c.Role == "post" && (c.Status == record.Starts || c.Status == record.Nominated) {
			return true
		}
	}
	return false
}

// claimNote claims what the notes of a row give its people.
func (r *rowReader) claimNote(row document.TableRow, n rowNote, told mention.CellPeriod) {
	for _, p := range n.posts {
		if r.again(row, p.post) {
			continue
		}
		p.post = r.atHome(p.post)
		if p.beside && (r.stintIn(told).step || r.head.past && !told.Lasts) {
			p.status = record.Former
		}
		for _, m := range n.who {
			c := r.claim(m, p.post, p.status, "table", row.Span)
			st := r.stintIn(p.time)
			c.told, c.lasts = &st, p.time.Lasts
		}
	}
}

// again reports whether a note speaks of a post of its row: "Nữ Chủ tịch đầu tiên".
func (r *rowReader) again(row document.TableRow, po *mention.Post) bool {
	if o := po.Org; o.I >= po.I && o.J <= po.J && ownPlace(o) {
		return false
	}
	for _, s := range r.postsIn(row) {
		if s.post.Title.Post == po.Title.Post {
			return true
		}
	}
	return false
}

// membership reports whether the title of the table gives a membership to everyone in it beside the posts of the rows:
// "Danh sách đại biểu HĐND huyện X khóa XVIII".
func (r *rowReader) membership() bool {
	po := r.above.post
	return po != nil && r.above.lists && po.Title.Family == "member" && po.Org != nil && !po.Guessed && hasPosts(r.t)
}

// standing is the status of the posts of a column whose head does not say: that which stands over the table, unless it is
// said of a membership.
func (r *rowReader) standing() record.Status {
	if r.membership() {
		return record.Holds
	}
	return r.head.standing()
}

// claimList claims that membership.
func (r *rowReader) claimList(row document.TableRow, n rowNote) {
	if !r.membership() {
		if r.members != nil && !n.left {
			for _, m := range r.names {
				r.claimRow(m, r.members, record.Holds, mention.CellPeriod{}, row)
			}
		}
		return
	}
	po, status := r.above.post, r.above.standing()
	if r.above.elected && r.above.member == po {
		status = record.Starts
	}
	if n.ends(po) {
		status = record.Former
	}
	told := n.ending(mention.CellPeriod{}, po)
	if status == record.Starts && told.IsZero() {
		told.From = r.above.electedOn
	}
	for _, m := range r.names {
		r.claimRow(m, po, status, told, row)
	}
}

// boardAbove is membership of the board that is all of the heading over a table of names on a page of an encyclopedia: "## Ban Thường
// vụ Tỉnh ủy khóa XV (2025 - 2030)"; nil where another heading or none stands over it.
func (r *rowReader) boardAbove() *mention.Post {
	if !r.Encyclopedia || r.above.post != nil || r.t.I == 0 || !r.named() {
		return nil
	}
	last := r.SentOf[r.t.I-1]
	for k := last; k >= 0 && k > last-maxAbove; k-- {
		s := r.Sentences[k]
		if !r.markedHeading(s) {
			continue
		}
		r.sent = s
		po := r.centralBoard(s)
		if given := r.headMembers(false); len(given) == 1 {
			po = given[0].post
		}
		if po == nil || po.Org.Generic() {
			return nil
		}
		out := *po
		out.Span = document.Span{I: r.t.I, J: r.t.I} // the years of the heading are those of the board
		return &out
	}
	return nil
}

// centralBoard is membership of the board of the centre that a heading is, "### Ban Bí thư khóa VI (1986 - 1991)", or nil.
func (r *rowReader) centralBoard(s document.Span) *mention.Post {
	for n := r.ItemFrom(s.I); n < len(r.Items) && r.Items[n].I < s.J; n++ {
		o := r.Items[n].Org
		if o == nil {
			continue
		}
		if o.Named == nil || !r.plainBefore(o.I) || !r.plainHead(o.J, r.beforeLastBracket(o.J)) {
			return nil
		}
		return r.memberOf(o)
	}
	return nil
}
