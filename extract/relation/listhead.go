package relation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// listHead is what stands over the items of a list or the rows of a table and goes for all of them: a post, a body, a
// place, what is decided of them.
type listHead struct {
	post      *mention.Post
	body      *mention.Org
	place     *mention.Unit
	status    record.Status // of the posts that the items take
	past      bool          // the items are those of all times: "qua các thời kỳ"
	moves     bool          // the verb moves people: "Danh sách cán bộ được điều động"
	lists     bool          // it is the title of a list of them: "Danh sách đại biểu …"
	member    *mention.Post // of the board whose members the rows name
	electedOn record.Date
	elected   bool        // the board was elected, as a line in brackets says
	annexed   bool        // it is the list that a decision attaches
	founds    bool        // the body is set up with them: "Kiện toàn Ban Chỉ đạo …"
	effect    record.Date // the day from which it counts, as a line over a table says
}

// standing is the status of a post that an item has from its head.
func (h listHead) standing() record.Status {
	if h.status == "" {
		return record.Holds
	}
	return h.status
}

// decided is the status of the posts below a heading whose verb means that.
var decided = map[gazetteer.Meaning]record.Status{gazetteer.MStart: record.Starts, gazetteer.MMove: record.Starts, gazetteer.MNominate: record.Nominated, gazetteer.MEnd: record.Ends, gazetteer.MRetire: record.Ends}

// maxAbove is the number of sentences over a table among which its heading is.
const maxAbove = 4

// headAbove is what the heading over a table that begins with token i says: the nearest of the lines before it that
// names a post or a body and nobody.
func (l *linker) headAbove(i int) (h listHead) {
	if i == 0 {
		return h
	}
	last := l.SentOf[i-1]
	marked := false // a heading with its mark stands over the table: above it, lines of other sections are none
	for k := last; k >= 0 && k > last-maxAbove; k-- {
		s := l.Sentences[k]
		if l.TableAt(s.I) != nil || !l.heads(s) || marked && k > 0 && !l.markedHeading(s) && !l.leadsList(s) {
			continue
		}
		marked = marked || l.markedHeading(s)
		g := l.headIn(s)
		h.past, h.moves, h.founds = h.past || g.past, h.moves || g.moves, h.founds || l.foundsIn(s, g) || l.attaches(g)
		h.annexed = h.annexed || l.attaches(g)
		if g.status != "" && l.Toks[s.I].Is("(") && g.post == nil {
			h.elected, g.status = g.status == record.Starts, "" // "(Đại hội bầu ngày 6/8/2020)" is said of the board
			if d := l.plainDay(s); d != nil && h.elected {
				h.electedOn = d.Date
			}
		}
		if h.status == "" && (!marked || l.markedHeading(s)) {
			h.status = g.status
		}
		if h.member == nil {
			h.member = l.boardListed(s)
		}
		if h.post == nil && g.post != nil {
			h.post, h.lists = g.post, g.lists
		}
		if h.body == nil && h.place == nil {
			h.body, h.place = g.body, g.place
		}
	}
	if h.post == nil && h.member != nil {
		h.post, h.lists = h.member, true
	}
	return h
}

// boardListed is membership of the board of which sentence s is the heading over its members, or nil: "BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN
// THANH CHƯƠNG KHÓA XXXI" below "DANH SÁCH".
func (l *linker) boardListed(s document.Span) *mention.Post {
	n := l.ItemFrom(s.I)
	if n >= len(l.Items) || l.Items[n].I > s.I+leadingWords || l.Items[n].Org == nil || l.Items[n].J > s.J {
		return nil
	}
	o := l.Items[n].Org
	if o.Kind == nil || !o.Kind.Board || o.Parent == nil && o.Place() == nil || l.Toks[s.J-1].Is(".", ":") {
		return nil
	}
	before := l.SentOf[s.I] > 0 && l.Pair(l.Sentences[l.SentOf[s.I]-1].I, s.I, &l.Lists.Words.ListNoun)
	if !before && !l.Pair(s.I, o.I, &l.Lists.Words.ListNoun) {
		return nil
	}
	return l.memberOf(o)
}

// heads reports whether a sentence can stand over a list: it names nobody, and is a line by itself or says that a list
// follows.
func (l *linker) heads(s document.Span) bool {
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if l.Items[n].Person != nil {
			return false
		}
	}
	return !l.Toks[s.J-1].Is(".") || l.leadsList(s)
}

// leadsList reports whether a sentence says that a list follows: "Dưới đây là danh sách các Bí thư Huyện ủy".
func (l *linker) leadsList(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if l.Pair(i, s.J, &l.Lists.Words.ListNoun) || l.Toks[i].Is("sau") && l.Next(i+1, s.J, ":", "đây") {
			return true
		}
	}
	return false
}

// headIn is what the tokens of s name that goes for the items below.
func (l *linker) headIn(s document.Span) (h listHead) {
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		switch it := l.Items[n]; {
		case l.CitedBetween(s.I, it.I): // "(theo Quyết định số 88-QĐ/TU của Ban Thường vụ Tỉnh ủy)" names who decided
		case it.Post != nil && h.post == nil:
			h.post = it.Post
		case it.Org != nil && h.body == nil:
			h.body = l.steered(it.Org)
		case it.Unit != nil && it.Unit.Name != "" && h.place == nil:
			h.place = it.Unit
		case it.Event == gazetteer.MMove:
			h.moves = true
			if h.post == nil && h.status == "" {
				h.status = record.Starts
			}
		case h.post == nil && h.status == "":
			h.status = decided[it.Event] // "được giới thiệu" behind a post speaks of the list
		}
	}
	for i := s.I; i+2 < s.J; i++ {
		h.lists = h.lists || i-s.I < leadingWords && l.Pair(i, s.J, &l.Lists.Words.ListNoun) && h.post != nil && h.post.I-i < listWords
		h.past = h.past || l.Lists.Words.ThroughTime.Has(l.Toks[i], l.Toks[i+1]) || l.sinceYear(i, s.J)
	}
	if h.post != nil && h.post.Status == record.Former {
		h.past = true
	}
	if h.past {
		h.status = ""
	}
	return h
}

// severalKinds tells what a heading with a series of posts gives: all of them to each where one holds them at once, "Bí thư kiêm Chủ tịch
// HĐND", and none but their body where each item says which, "Chủ tịch, Phó Chủ tịch UBND tỉnh qua các thời kỳ".
func (l *linker) severalKinds(list *openedList, colon bool) {
	g := list.posts[0]
	t := slices.IndexFunc(l.nodes, func(n node) bool { return slices.Contains(n.posts, g.post) })
	if t < 0 || len(l.nodes[t].posts) < 2 || len(list.posts) > 1 || g.post.Title.Family == "army" {
		return
	}
	posts := l.nodes[t].posts
	atOnce, deputies, apart := true, false, true
	for k := 1; k < len(posts); k++ {
		sign := l.Toks[posts[k].I-1]
		atOnce = atOnce && (l.Lists.Words.AtOnce.Has(sign) || sign.Is("-"))
		deputies = deputies || l.Lists.DeputyOf(posts[k].Name, posts[k-1].Name) || posts[k].Title.Family == "member" != (posts[k-1].Title.Family == "member")
		apart = apart && posts[k].Org != nil && posts[k-1].Org != nil && posts[k].Org.Name() != posts[k-1].Org.Name()
	}
	switch {
	case colon && !atOnce && !(apart && l.oneNameBelow()):
	case deputies && !atOnce, !atOnce && apart && l.headIn(l.sent).past:
		list.posts = nil
		if o := g.post.Org; deputies && o != nil && !o.Generic() {
			list.body = steered(o)
		}
	case atOnce, apart && l.oneNameBelow():
		for _, po := range posts[:len(posts)-1] {
			list.posts = append(list.posts, givenPost{po, g.status})
		}
	}
}

// oneNameBelow reports whether the line below the sentence names one person and the line after it none: the heading has the posts of one
// holder, "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh:" over "- Ông Trần Văn A".
func (l *linker) oneNameBelow() bool {
	k := l.behindNumber(l.SentOf[l.sent.I] + 1)
	if k >= len(l.Sentences) || l.namesIn(l.Sentences[k]) != 1 {
		return false
	}
	next := l.behindNumber(k + 1)
	return next >= len(l.Sentences) || l.namesIn(l.Sentences[next]) == 0
}

// namesIn counts the people whom a sentence names.
func (l *linker) namesIn(s document.Span) (count int) {
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if l.Items[n].Person != nil {
			count++
		}
	}
	return count
}

// sinceYear reports whether a time from a year on begins at token i: "từ năm 1947 đến nay".
func (l *linker) sinceYear(i, end int) bool {
	if !l.Lists.Words.PeriodFrom.Has(l.Toks[i]) {
		return false
	}
	if i++; i < end && l.Lists.Words.DateWord.Has(l.Toks[i]) {
		i++
	}
	return i < end && l.IsYear(i) && l.NextIn(i+1, end, &l.Lists.Words.PeriodTo)
}

// foundsIn reports whether the heading s, which says h, sets up a body beside whose posts one has an office: "Danh sách kiện
// toàn Ban Chỉ đạo phòng, chống tội phạm".
func (l *linker) foundsIn(s document.Span, h listHead) bool {
	o := h.body
	if o == nil && h.post != nil {
		o = h.post.Org
	}
	return o.Side() && l.foundingIn(document.Span{I: s.I, J: o.I})
}

// leadingWords is the number of tokens among which "danh sách" begins the title of a list: "# DANH SÁCH …", "Phụ lục 1. Danh sách …".
const leadingWords = 5

// listWords is the number of tokens from there to the post of those in the list: "danh sách những người trúng cử đại biểu".
const listWords = 10

// steered is the organisation whose posts stand below the name of its board: the Đảng ủy phường for "Ban Thường vụ Đảng
// ủy phường". Other bodies are themselves.
func (l *linker) steered(o *mention.Org) *mention.Org {
	if o.Kind != nil && o.Kind.Board && o.Parent != nil && o.Parent.Committee() {
		return o.Parent
	}
	return o
}

// placed is a post with the organisation that a column or a heading names: the post's own name of it goes first, and
// what that leaves out is filled in.
func (l *linker) placed(po *mention.Post, body *mention.Org, place *mention.Unit) *mention.Post {
	if body == nil && place == nil {
		return po
	}
	out := *po
	if out.Org != nil {
		o := *out.Org
		out.Org = &o
	}
	if body != nil && (out.Org == nil || out.Guessed) && !l.suits(out.Title, body) {
		body, place = nil, cmp.Or(place, body.Place())
		if place == nil {
			return po
		}
	}
	beside := out.Org != nil && out.Title.Family == "member" && out.Org.I < out.Org.J && (out.Org.J <= po.I || out.Org.I >= po.J) // of the post beside it
	open := out.Org == nil || out.Guessed || beside || out.Org.Generic() && out.Org.Bare == "" && (body == nil || body.Kind == nil || body.Kind == out.Org.Kind)
	switch {
	case body != nil && (open || out.Org.Kind != nil && out.Org.Kind.Board && out.Guessed) && l.ofBoard(out.Title) && body.Branch() == "mass":
		out.Org, out.Guessed = &mention.Org{Span: po.Span, Kind: l.Lists.KindOf[out.Title.Unit], Parent: body}, false // "Ủy viên Ban Chấp hành" of a Hội Nông dân
	case body != nil && open && (out.Title.Unit == "" || l.leads(out.Title, body)):
		out.Org, out.Guessed = body, false
	case body != nil && out.Org != nil && out.Org.Kind != nil && (out.Org.Taken || out.Org.Bare != "" || out.Org.Place() == nil):
		was := *out.Org
		if out.Org.Taken {
			out.Org.Unit, out.Org.Taken = nil, false
			if out.Org.Bare == "" && was.Unit != nil {
				out.Org.Bare = was.Unit.Kind
			}
		}
		if !l.PlaceFrom(out.Org, body) {
			*out.Org = was // the heading does not say: what the text before said stays
		}
	}
	if place != nil {
		l.putPlace(&out, place)
	}
	return &out
}

// ofBoard reports whether a title is that of a member of a board, which it names as its body: "Ủy viên Ban Chấp hành".
func (l *linker) ofBoard(t *gazetteer.Title) bool {
	k := l.Lists.KindOf[t.Unit]
	return t.Family == "member" && k != nil && k.Board
}

// suits reports whether a post may be of the body that stands over it: a secretary and a member of a standing board are of a
// committee or a union, "UVTV" below "Đại biểu HĐND huyện" is none of the council, and a "Tư lệnh" of no committee.
func (l *linker) suits(t *gazetteer.Title, body *mention.Org) bool {
	if t.Family != "party" && !l.boardSeat(t) {
		return t.Family != "army" || !body.Committee()
	}
	return body.Committee() || body.Kind == nil || body.Branch() != "state" && body.Branch() != "assembly"
}

// boardSeat reports whether a title is that of a member of a board, which it names: "Ủy viên Ban Thường vụ".
func (l *linker) boardSeat(t *gazetteer.Title) bool {
	if t.Family != "member" || t.Unit != "" || t.Body != "" {
		return false
	}
	words := l.Words(t.Post)
	for i := 1; i < len(words); i++ {
		if k, n := l.Lists.Kinds.Find(words, i); n > 0 && k.Board {
			return true
		}
	}
	return false
}

// leads reports whether a title is that of the kind of a body: "Trưởng ban" of the "Ban Tuyên giáo Trung ương", and of no "Ban
// Bí thư", which has members.
func (l *linker) leads(t *gazetteer.Title, o *mention.Org) bool {
	if o.Named != nil {
		return t.Unit != "" && mention.HasPrefixWords(o.Named.Name, t.Unit) && !l.Lists.Members[[2]string{gazetteer.Member, o.Named.Name}]
	}
	return leadsKind(t, o.Kind)
}

// leadsKind reports whether a title is that of a body of a kind: "Trưởng ban" of a Ban Chỉ đạo too.
func leadsKind(t *gazetteer.Title, kind *gazetteer.BodyKind) bool {
	return kind != nil && (kind.Name == t.Unit || kind.Besides && mention.HasPrefixWords(kind.Name, t.Unit))
}

// putUnit puts the body o of a post, whose place the text does not say with it, in a unit. A committee becomes that of the kind of the unit:
// "Thành phố Bến Tre: ông A" below "Bí thư Huyện ủy, Thành ủy", "Lào Cai: ông A" below "Bí thư Tỉnh ủy, Thành ủy". A body that cannot
// lie there is of no place then, and not of another of the same level.
func (l *linker) putUnit(po *mention.Post, o *mention.Org, u *mention.Unit) {
	c := mention.CommitteeOf[u.Kind]
	ofUnit := c != "" && mention.CommitteeOf[o.Kind.Unit] == o.Kind.Name
	either := u.Level == 1 && (l.Lists.Central[u.Name] || l.bothKinds(po))
	switch {
	case ofUnit && (either || u.Level == districtLevel && o.Kind.Unit != gazetteer.Province):
		o.Kind = l.Lists.KindOf[c]
	case l.mayLieIn(o, u), either && o.Kind.Place && !ofUnit && o.Kind.Unit == "":
	case likeUnit(o, u) != nil:
		u = likeUnit(o, u)
	case o.Unit != nil && o.Unit.Level == u.Level && o.Unit.Name != u.Name:
		o.Unit, o.Bare, o.Taken = nil, "?", false
		return
	default:
		return
	}
	o.Unit, o.Bare, o.Taken = u, "", false
}

// bothKinds reports whether the sentence of a post speaks of provinces and of cities: "Bí thư Tỉnh ủy, Thành ủy", "Chủ tịch UBND tỉnh,
// thành phố".
func (l *linker) bothKinds(po *mention.Post) bool {
	s := l.Sentences[l.SentOf[po.I]]
	provinces, cities := false, false
	for i := s.I; i < s.J; i++ {
		if k, n := l.Lists.Kinds.Find(l.Toks[:s.J], i); n > 0 {
			provinces, cities = provinces || k.Name == gazetteer.ProvinceParty, cities || k.Name == gazetteer.CityParty
		}
		if k, n := l.Lists.Units.Find(l.Toks[:s.J], i); n > 0 {
			provinces, cities = provinces || k.Kind == gazetteer.Province, cities || k.Kind == gazetteer.City
		}
	}
	return provinces && cities
}

// likeUnit is the unit of the name of u and of the kind that a body needs, where the text has the name alone: "Thanh Hóa" below
// "Bộ Chỉ huy quân sự tỉnh"; nil elsewhere.
func likeUnit(o *mention.Org, u *mention.Unit) *mention.Unit {
	if o.Unit == nil || u.Kind == "" || u.Level == o.Unit.Level || u.J-u.I != len(strings.Fields(u.Name)) {
		return nil
	}
	return &mention.Unit{Span: u.Span, Kind: o.Unit.Kind, Level: o.Unit.Level, Name: u.Name}
}

// districtLevel is the level of the units below a province.
const districtLevel = 2

// putPlace gives a post the place of its row or heading: its organisation lies there where the text did not say where,
// and a bare Bí thư or Chủ tịch is that of the place.
func (l *linker) putPlace(po *mention.Post, u *mention.Unit) {
	switch o := po.Org; {
	case o == nil || po.Guessed:
		kind := ""
		switch {
		case po.Title.Family == "party", l.boardSeat(po.Title):
			if kind = mention.CommitteeOf[u.Kind]; kind == "" {
				kind = gazetteer.PartyCommittee
			}
		case po.Title.Family == "chair":
			kind = gazetteer.PeoplesCommittee
		default:
			return
		}
		po.Org, po.Guessed = &mention.Org{Span: po.Span, Kind: l.Lists.KindOf[kind], Unit: u}, false
	case o.Parent == nil && o.Kind != nil && !ownPlace(o) && o.Named == nil && o.Literal == "":
		l.putUnit(po, o, u)
	case o.Parent != nil && o.Parent.Taken && o.Parent.Kind != nil:
		parent := *o.Parent
		parent.Unit, parent.Taken = u, false
		o.Parent = &parent
	}
}
