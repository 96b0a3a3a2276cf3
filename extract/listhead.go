package extract

// listHead is what stands over the items of a list or the rows of a table and goes for all of them: a post, a body, a
// place, what is decided of them.
type listHead struct {
	post   *post
	body   *org
	place  *unit
	status Status // of the posts that the items take
	past   bool   // the items are those of all times: "qua các thời kỳ"
}

// standing is the status of a post that an item has from its head.
func (h listHead) standing() Status {
	if h.status == "" {
		return Holds
	}
	return h.status
}

// decided is the status of the posts below a heading whose verb means that.
var decided = map[meaning]Status{mStart: Starts, mMove: Starts, mNominate: Nominated, mEnd: Ends}

// maxAbove is the number of sentences over a table among which its heading is.
const maxAbove = 4

// headAbove is what the heading over a table that begins with token i says: the nearest of the lines before it that
// names a post or a body and nobody.
func (l *linker) headAbove(i int) (h listHead) {
	if i == 0 {
		return h
	}
	last := l.sentOf[i-1]
	for k := last; k >= 0 && k > last-maxAbove; k-- {
		s := l.sentences[k]
		if l.tableAt(s.i) != nil || !l.heads(s) {
			continue
		}
		g := l.headIn(s)
		h.past = h.past || g.past
		if h.status == "" {
			h.status = g.status
		}
		if h.post == nil && g.post != nil {
			h.post = g.post
		}
		if h.body == nil && h.place == nil {
			h.body, h.place = g.body, g.place
		}
	}
	return h
}

// heads reports whether a sentence can stand over a list: it names nobody, and is a line by itself or says that a list
// follows.
func (l *linker) heads(s span) bool {
	lists := false
	for n := l.itemFrom(s.i); n < len(l.items) && l.items[n].i < s.j; n++ {
		if l.items[n].person != nil {
			return false
		}
	}
	for i := s.i; i < s.j; i++ {
		lists = lists || l.toks[i].Is("danh") && l.next(i+1, s.j, "sách") || l.toks[i].Is("sau") && l.next(i+1, s.j, ":", "đây")
	}
	return lists || !l.toks[s.j-1].Is(".")
}

// headIn is what the tokens of s name that goes for the items below.
func (l *linker) headIn(s span) (h listHead) {
	for n := l.itemFrom(s.i); n < len(l.items) && l.items[n].i < s.j; n++ {
		switch it := l.items[n]; {
		case it.post != nil && h.post == nil:
			h.post = it.post
		case it.org != nil && h.body == nil:
			h.body = it.org
		case it.unit != nil && it.unit.name != "" && h.place == nil:
			h.place = it.unit
		case h.post == nil && h.status == "":
			h.status = decided[it.event] // "được giới thiệu" behind a post speaks of the list
		}
	}
	for i := s.i; i+2 < s.j; i++ {
		h.past = h.past || l.toks[i].Is("qua") && l.toks[i+1].Is("các") || l.toks[i].Is("các") && l.toks[i+1].Is("đời")
	}
	if h.post != nil && h.post.status == Former {
		h.past = true
	}
	if h.past {
		h.status = ""
	}
	return h
}

// placed is a post with the organisation that a column or a heading names: the post's own name of it goes first, and
// what that leaves out is filled in.
func (l *linker) placed(po *post, body *org, place *unit) *post {
	if body == nil && place == nil {
		return po
	}
	out := *po
	if out.org != nil {
		o := *out.org
		out.org = &o
	}
	open := out.org == nil || out.guessed || out.org.generic() && out.org.bare == ""
	switch {
	case body != nil && open && (out.title.unit == "" || body.kind != nil && body.kind.name == out.title.unit):
		out.org, out.guessed = body, false
	case body != nil && out.org != nil && out.org.kind != nil && (out.org.taken || out.org.bare != "" || out.org.place() == nil):
		if out.org.taken {
			out.org.unit, out.org.taken = nil, false
		}
		l.placeFrom(out.org, body)
	}
	if place != nil {
		l.putPlace(&out, place)
	}
	return &out
}

// putPlace gives a post the place of its row or heading: its organisation lies there where the text did not say where,
// and a bare Bí thư or Chủ tịch is that of the place.
func (l *linker) putPlace(po *post, u *unit) {
	switch o := po.org; {
	case o == nil || po.guessed:
		kind := ""
		switch po.title.family {
		case "party":
			if kind = committeeOf[u.kind]; kind == "" {
				kind = "Đảng ủy"
			}
		case "chair":
			kind = "Ủy ban nhân dân"
		default:
			return
		}
		po.org, po.guessed = &org{span: po.span, kind: l.lists.kindOf[kind], unit: u}, false
	case o.parent == nil && o.kind != nil && (o.unit == nil || o.taken) && o.named == nil && o.literal == "":
		o.unit, o.bare, o.taken = u, "", false
	case o.parent != nil && o.parent.taken && o.parent.kind != nil:
		parent := *o.parent
		parent.unit, parent.taken = u, false
		o.parent = &parent
	}
}
