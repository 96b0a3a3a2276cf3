package mention

import (
	"cmp"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// What the text leaves out of a post or of a body it takes from the first of these that has it:
//
//  1. the posts of its series, then those of its sentence (series.go);
//  2. for a post without a body, the body of the kind that its title names, the committee, or for a chair the union or
//     council, that is named nearest before it (bodyBefore), the committee that the opening of the document names
//     (ownCommittee), or the body of the kind that a page of an encyclopedia is about (titleBody);
//  3. the place that leads its own sentence: "Riêng tại xã Nhật Tân, ông Nam vẫn là Bí thư Đảng ủy" (leadUnit);
//  4. the body of its kind that the text has told in full (fromNamed), or the larger body that it is a part of: the
//     committee, the council, the ministry, the host (fromLarger);
//  5. the unit of the level that it needs which is named nearest, else the one that the text is about (nearest).
//
// A body that stands in brackets with one item completes nothing outside of them (apart), a body of the whole country
// needs nothing (need), and what is taken from another sentence is marked so (Org.Taken), which makes it doubtful. The
// headings of sections and tables are put in later, where the lists and tables are read (relation).

// Context fills in what the text leaves out, in the order above. What nothing decides stays open.
func (p *Page) Context() {
	p.findAnchors()
	p.findUnitHeads()
	for i := range p.Items {
		it := &p.Items[i]
		if it.Post != nil && it.Post.Org == nil && !p.unknownBody(i) && !p.cutBody(i) {
			if it.Post.Org = cmp.Or(p.headedBody(i), p.bodyBefore(i)); it.Post.Org == nil || (p.otherChapter(it.Post.Org, i) || p.Encyclopedia && p.headsByItself(it.I, it.J)) && p.titleBody(i) != nil {
				it.Post.Org = cmp.Or(p.titleBody(i), p.boardBody(i), p.sessionBody(i))
			}
			if it.Post.Guessed = true; it.Post.Org == nil {
				if it.Post.Org = cmp.Or(p.pageBody(i), p.officeBody(i)); it.Post.Org != nil {
					it.Post.Guessed = false
				}
			}
		}
		if it.Post != nil && it.Post.Title.Family == "member" {
			if o := p.sideBody(i); o != nil {
				it.Post.Org, it.Post.Guessed = o, true
			}
		}
		p.complete(it.body(), it.I)
	}
	for i := range p.Items {
		p.sideOfTitle(i)
	}
}

// sideOfTitle gives the bare committee of item i the body that has been found for the bare title behind it: "Bí thư Đảng ủy, Giám
// đốc Sở" where the text is about the Sở Y tế.
func (p *Page) sideOfTitle(i int) {
	po := p.Items[i].Post
	if po == nil || po.Org == nil || po.Org.Kind == nil || !po.Org.Kind.Side || !wants(po) || UnitKinds[po.Org.Bare] || i+1 >= len(p.Items) {
		return
	}
	next := &p.Items[i+1]
	if next.Post == nil || next.Post.Org == nil || next.Post.Org.Generic() || next.I != p.Items[i].J+1 || !p.Toks[next.I-1].Is(",", "-") {
		return
	}
	if o := next.Post.Org; o.Kind != nil && o.Kind.Field && !o.Kind.Part && o.field != "" && !o.within(po.Org) && !o.deep() {
		po.Org.Parent, po.Org.Bare, po.Org.Taken = o, "", true
	}
}

// body is the organisation of an item, that of its post, or nil.
func (it *Item) body() *Org {
	if it.Post != nil {
		return it.Post.Org
	}
	return it.Org
}

// apart reports whether item k stands in brackets that token at is outside of: "các ông Năm (Chủ tịch Hội Nông dân xã
// Thi Sơn), Sáu giữ chức Phó Chủ tịch".
func (p *Page) apart(k, at int) bool {
	i := p.Items[k].I
	open := p.bracketAt(i)
	if open < 0 {
		return false
	}
	if at < i {
		return at < open
	}
	for n := i; n < at && n < i+maxBracket; n++ {
		if p.Toks[n].Is(")") {
			return true
		}
	}
	return at >= i+maxBracket
}

// bracketAt is the token at which the bracket opens in which token i stands, or -1.
func (p *Page) bracketAt(i int) int {
	for k := i - 1; k >= 0 && k > i-maxBracket && p.SentOf[k] == p.SentOf[i]; k-- {
		switch {
		case p.Toks[k].Is(")"):
			return -1
		case p.Toks[k].Is("("):
			return k
		}
	}
	return -1
}

// maxBracket is the most tokens of a bracket that stands with one item.
const maxBracket = 40

// unknownBody reports whether a capitalised word that is no name, no body and no post follows item i: "Tư lệnh Đoàn
// 559" is of a body that the lists do not know.
func (p *Page) unknownBody(i int) bool {
	j := p.Items[i].J
	if j >= len(p.Toks) || p.Toks[j].Breaks > 0 || !p.Toks[j].Upper() || p.Toks[j].AllUpper() {
		return false
	}
	return i+1 >= len(p.Items) || p.Items[i+1].I != j
}

// GoesOnSmall reports whether a name that ends before token j may go on there in small letters.
func (p *Page) GoesOnSmall(j int) bool {
	if j+1 >= len(p.Toks) || p.Toks[j].Breaks > 0 {
		return false
	}
	if p.Lists.Words.SmallGoesOn.Has(p.Toks[j]) {
		j++
	}
	t := p.Toks[j]
	if t.Kind != text.Word || t.Upper() || p.Lists.Particle[t.Fold] || p.Lists.Words.SmallStops.Has(t) || p.Pair(j, len(p.Toks), &p.Lists.Words.FieldStop) {
		return false
	}
	if p.Lists.Words.TimeLead.Has(t) && j+1 < len(p.Toks) && p.Toks[j+1].Kind == text.Number {
		return false // "Giám đốc Sở Y tế năm 2019"
	}
	_, verb := p.Lists.Verbs.Find(p.Toks, j)
	_, event := p.Lists.Events.Find(p.Toks, j)
	_, title := p.Lists.Titles.Find(p.Toks, j)
	return verb == 0 && event == 0 && title == 0
}

// cutBody reports whether the post of item i, that of a chair, ends with the first words of a body of which the rest is not read: "Chủ tịch
// Hội đồng thi quốc gia".
func (p *Page) cutBody(i int) bool {
	po := p.Items[i].Post
	if p.cutPost(po) {
		return true
	}
	if po.Title.Family != "chair" || i+1 >= len(p.Items) || p.Items[i+1].Post == nil || p.Items[i+1].I != po.J+1 || !p.Toks[po.J].Is(",", "-") {
		return false
	}
	return p.Items[i+1].Post.Org.Out() && p.kindInPost(po) != "" // "Chủ tịch Hội đồng, Giám đốc Đại học Quốc gia Hà Nội" is of the Đại học
}

// cutPost is cutBody of a post.
func (p *Page) cutPost(po *Post) bool {
	if po.Title.Family != "chair" {
		return false
	}
	return p.kindInPost(po) != "" && p.GoesOnSmall(po.J)
}

// kindInPost is the kind of body with which the words of a post end, though it has no body: the "Hội đồng" of "Chủ tịch Hội đồng", or "".
func (p *Page) kindInPost(po *Post) string {
	for k := po.I + 1; k < po.J; k++ {
		_, mod := p.Lists.Mods.Find(p.Toks[:po.J], k) // the "Thường trực" of "Phó Chủ tịch Thường trực"
		if kind, n := p.Lists.Kinds.Find(p.Toks[:po.J], k); n > 0 && mod == 0 && k+n == po.J && p.Toks[k].Upper() {
			return kind.Name
		}
	}
	return ""
}

// bodyBefore is the organisation that a post without one takes from the text before it: the nearest
// committee for a Party post, the nearest body of the kind that the title names, or, for a chair,
// the nearest people's committee, council or union of the same sentence.
func (p *Page) bodyBefore(i int) *Org {
	t := p.Items[i].Post.Title
	for _, kind := range p.Items[i].Post.near {
		if o := p.kindBefore(i, kind); o != nil {
			return o
		}
	}
	o := p.bodyOfList(i)
	if t.Family == "chair" && o.Inner() && o.Parent.chaired() {
		return o.Parent // "Thường trực HĐND huyện gồm: Chủ tịch A; Phó Chủ tịch B"
	}
	if t.Family == "chair" && (o.Branch() == "mass" && o.chaired() || o.ofState()) {
		return o // "Ban Chấp hành Hội Nông dân huyện gồm: A - Chủ tịch, B - Phó Chủ tịch"
	}
	if o != nil && (t.Family == "party" && !o.Side() || t.Family == "member" || t.Family == "army") {
		return o
	}
	switch {
	case t.Family == "member" && p.Items[i].I == p.Sentences[p.SentOf[p.Items[i].I]].I && p.namesBoard(t.Post):
		return p.committeeBeforeItem(i) // "Thường vụ có 3 đồng chí: …"
	case t.Unit != "" && (t.Family != "member" || p.Lists.KindOf[t.Unit].Again):
		return p.kindBefore(i, t.Unit)
	case t.Family == "party":
		if o := p.youthBefore(i); o != nil {
			return o
		}
		if o := p.committeeOfCongresses(i); o != nil {
			return o
		}
		if o := p.committeeBeforeItem(i); o != nil {
			return o
		}
		return p.ownCommittee(i)
	case t.Family == "army":
		return p.commandBefore(i)
	case t.Family == "chair" && p.chairBefore(i) != nil:
		return p.chairBefore(i)
	case t.Family == "chair":
		return p.chairedBefore(i)
	}
	return nil
}

// farItems is how many items away something is that means nothing any more: some dozens of pages.
const farItems = 1000

// sameKindNamed is the nearest body before token at, else after, that is of the kind of o and complete: a bare "Đảng ủy"
// is the one that the text has named, a bare "Quân khu" that of the "Bộ Tư lệnh Quân khu 9" too.
func (p *Page) sameKindNamed(o *Org, at int) *Org {
	named := func(k int) *Org {
		for q := p.Items[k].body(); q != nil; q = q.Parent {
			if q != o && q.Kind == o.Kind && (q.Parent != nil || q.Unit != nil || q.field != "" || q.own != "") && !p.apart(k, at) {
				return q
			}
			if o.Kind == nil || !o.Kind.Again {
				break
			}
			if q.Named != nil && strings.HasPrefix(q.Named.Name, o.Kind.Name+" ") && !p.apart(k, at) {
				return q
			}
		}
		return nil
	}
	next := p.ItemFrom(at)
	for n := next - 1; n >= max(0, next-farItems); n-- {
		if q := named(n); q != nil {
			return q
		}
	}
	for n := next; n < min(len(p.Items), next+farItems); n++ {
		if q := named(n); q != nil {
			return q
		}
	}
	return nil
}

// complete gives an organisation what it needs from the context, and those that it is a part of too.
func (p *Page) complete(o *Org, at int) {
	for ; o != nil; o = o.Parent {
		if o.Kind == nil || o.Unit != nil || o.Parent != nil {
			continue
		}
		if o.Committee() && o.Generic() && p.fromPage(o, at) {
			return
		} else if o.partOf != nil {
			p.fromOfKind(o, at)
		} else if o.field == gazetteer.Ministry && o.Kind.Parent && p.ofMinistry(o, at) {
			continue
		} else if o.Kind.Again && o.Generic() {
			p.fromNamed(o, at)
		} else if o.Kind.Short && o.Generic() {
			p.fromLonger(o, at)
			return
		} else if o.Bare != "" {
			p.fillNeed(o, at)
		} else if o.Generic() && o.Kind.Parent && o.Kind.Field && !o.Committee() && p.titleHost() != nil {
			o.Parent, o.Bare, o.Taken = p.titleHost(), "", true // "Chánh Văn phòng" below "SỞ NỘI VỤ TỈNH LÀO CAI"
		} else if o.field != "" && o.Kind.Part && !o.central {
			if p.fromOnlyNamed(o, at); o.Parent == nil && o.Unit == nil && o.Kind.Needs == "host" && p.titleHost() != nil {
				o.Parent, o.Taken = p.titleHost(), true
			}
		}
	}
}

// fromOfKind gives a committee the body that the text has named last of the kind that it is of: "Bí thư Đảng ủy Sở" where
// the text is about the Sở Y tế.
func (p *Page) fromOfKind(o *Org, at int) {
	of := &Org{Kind: o.partOf}
	if q := p.sameKindNamed(of, at); q != nil && p.SentOf[q.I] <= p.SentOf[at] && p.fromNamed(of, at) {
		o.Parent, o.Bare, o.Taken = of, "", of.Taken
	}
}

// fillNeed gives an organisation what it needs.
func (p *Page) fillNeed(o *Org, at int) {
	if u := p.unitOverBody(o, at); u != nil {
		o.Unit = u
		return
	}
	switch o.Bare {
	case "committee":
		if c := p.unionOfCommission(o, at); c != nil {
			o.Parent, o.Bare = c, ""
			return
		}
		if c := cmp.Or(p.committeeFrom(at), p.onlyCommittee()); c != nil && !c.within(o) && !c.deep() {
			o.Parent, o.Bare = c, ""
		}
		return
	case "assembly", "ministry":
		p.completePart(o, at)
		return
	case "host":
		p.completeHosted(o, at)
		return
	}
	if o.Kind.Board && o.Bare == "?" {
		p.completeBoard(o, at)
		return
	}
	if o.Kind.Side && o.field == "" {
		if u := p.leadUnit(o, at); u != nil {
			o.Unit = u
			return
		}
		if (!UnitKinds[o.Bare] || p.namedLater(o, at)) && p.fromNamed(o, at) {
			return // and not the Đảng ủy of a people's committee for "Bí thư Đảng ủy phường"
		}
	}
	if p.sameUnion(o, at) {
		return
	}
	if n := p.ItemFrom(at); o.Bare == "?" && o.Committee() && n < len(p.Items) {
		if q := p.ownCommittee(n); q != nil && q != o {
			o.Unit, o.Bare, o.Taken = q.Unit, "", true
			return
		}
	}
	if o.Bare == "?" && p.asBefore(o, at) {
		return
	}
	if u := p.nearest(o.Bare, at); u != nil && !p.communeByTheWay(o, u, at) {
		o.Unit, o.Taken = u, p.SentOf[u.I] != p.SentOf[at]
	} else if o.Bare == "?" && o.Kind.Proper {
		p.fromNamed(o, at) // "Phó Chủ tịch Ủy ban kháng chiến hành chính Liên khu ấy"
	} else if o.Bare == "?" && o.seatOfPower() && !p.Encyclopedia {
		o.Unit = cmp.Or(p.headUnit(), p.onlyUnit(at), p.titleOnly())
		o.Taken = true
	}
}

// communeByTheWay reports whether a Đảng ủy of which the text does not say that it is one of a commune would take unit u, a commune
// that only passes by: where somebody was born, or where an office has its seat. Near the commune, below a line of its own and in a text that names a
// body of a commune it is the one of the commune.
func (p *Page) communeByTheWay(o *Org, u *Unit, at int) bool {
	if o.Bare != "commune" || u.Level != 3 {
		return false
	}
	if d := p.SentOf[at] - p.SentOf[u.I]; d == 0 || d > 0 && d <= lastSentences && !p.Encyclopedia || p.communes {
		return false
	}
	s := p.Sentences[p.SentOf[u.I]]
	return p.Toks[s.I].Is("|") || s.J-s.I > longestHead/2
}

// asBefore gives a body in a bracket the unit that it has before the bracket with the same post: "ông A, Chánh Văn phòng UBND
// tỉnh (được bổ nhiệm Chánh Văn phòng UBND ngày 7/6)".
func (p *Page) asBefore(o *Org, at int) bool {
	n := p.ItemFrom(at)
	if n >= len(p.Items) || p.Items[n].Post == nil {
		return false
	}
	s := p.Sentences[p.SentOf[at]]
	if !p.InBracket(p.Items[n].I, s) {
		return false
	}
	for k := n - 1; k >= 0 && p.Items[k].I >= s.I; k-- {
		po := p.Items[k].Post
		if po == nil || p.InBracket(po.I, s) {
			continue
		}
		if po.Name != p.Items[n].Post.Name {
			return false
		}
		for q := po.Org; q != nil; q = q.Parent {
			if q != o && q.Kind == o.Kind && q.Unit != nil {
				o.Unit, o.Bare = q.Unit, ""
				return true
			}
		}
		return false
	}
	return false
}

// namedLater reports whether the body of the kind of o that the text has named last is of a unit of the level that o is of, and no such
// unit is named after it and before token at.
func (p *Page) namedLater(o *Org, at int) bool {
	q := p.sameKindNamed(o, at)
	if q == nil || q.Unit == nil || q.Unit.Kind != o.Bare {
		return false
	}
	u := p.nearest(o.Bare, at)
	return u == nil || u.I > at || u.I <= q.J
}

// leadUnit is the unit of the level of o that stands by itself before token at in the same sentence: "Riêng tại xã Nhật
// Tân, ông Nam vẫn là Bí thư Đảng ủy".
func (p *Page) leadUnit(o *Org, at int) *Unit {
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[at]; n-- {
		u := p.Items[n].Unit
		if u == nil {
			if q := p.Items[n].body(); q != nil && q.Kind == o.Kind {
				return nil // the other committee of the sentence
			}
			continue
		}
		if u.Name != "" && Fits(u, o.Kind.Unit) && !p.inPassing(p.Items[n].I) && !p.apart(n, at) {
			return u
		}
	}
	return nil
}

// fromNamed gives a bare organisation the name of the one of its kind that the text has told in full, and reports
// whether there is one: "Tư lệnh Quân khu" is of the one that the text is about.
func (p *Page) fromNamed(o *Org, at int) bool {
	q := p.sameKindNamed(o, at)
	if q == nil || q.within(o) || q.deep() {
		return false
	}
	if q.Named != nil {
		o.Named, o.Kind = q.Named, nil
	}
	o.Parent, o.Unit, o.field, o.own, o.Bare = q.Parent, q.Unit, q.field, q.own, q.Bare
	back := p.SentOf[at] - p.SentOf[q.I]
	o.Taken = back < 0 || back > farSentences
	return true
}

// farSentences is how many sentences back a body may be told in full without a doubt that it is the one.
const farSentences = 8

// completePart gives a board of a people's council (Ban Pháp chế), or a part of a ministry (Vụ Pháp chế), the council or
// the ministry that the text names nearest: of the same or the last sentences for a ministry, anywhere for a council.
func (p *Page) completePart(o *Org, at int) {
	test, near := p.isCouncil, farItems
	if o.Bare == "ministry" {
		near = nearItems
		test = func(q *Org) bool { return q != o && q.sameInFull(o) || p.isMinistry(q) }
	}
	o.Bare = ""
	q := p.bodyNear(at, near, test)
	if q == nil || q.deep() {
		return
	}
	o.Taken = p.SentOf[q.I] != p.SentOf[at]
	if o.Parent = q; q.sameInFull(o) {
		o.Parent = q.Parent // "Cục Hậu cần" in a text that has told of the "Cục Hậu cần Quân khu 3"
	}
}

// ofMinistry gives a part of "the Bộ" the ministry that the text names nearest: "ông A, Phó Chánh Thanh tra Bộ Y tế, làm Chánh
// Thanh tra Bộ". It reports whether there is one.
func (p *Page) ofMinistry(o *Org, at int) bool {
	q := p.bodyNear(at, nearItems, p.isMinistry)
	if q == nil || q.deep() {
		return false
	}
	o.Parent, o.field, o.Bare, o.Taken = q, "", "", p.SentOf[q.I] != p.SentOf[at]
	return true
}

// sameInFull reports whether an organisation has the kind and the field of o and says of what it is a part.
func (q *Org) sameInFull(o *Org) bool {
	return q.Kind == o.Kind && q.field == o.field && q.Parent != nil && !q.Taken
}

// completeBoard gives a bare board (Ban Chấp hành) the organisation that it steers: that of the other board of the
// sentence, or else the committee that is named nearest.
func (p *Page) completeBoard(o *Org, at int) {
	if q := p.sameKindNamed(o, at); q != nil && !q.within(o) && !q.deep() && p.SentOf[q.I] == p.SentOf[at] {
		o.Parent, o.Unit = q.Parent, q.Unit // "Ban Chấp hành Hội Nông dân họp hội nghị Ban Chấp hành lần thứ 5"
		return
	}
	if n := p.ItemFrom(at); o.party && n < len(p.Items) {
		if q := p.ownCommittee(n); q != nil && !q.within(o) {
			o.Parent = q
			return
		}
	} else if q := p.unionBefore(at); q != nil && !q.deep() {
		o.Parent = q
		return
	}
	if c := p.committeeFrom(at); !c.within(o) && !c.deep() {
		o.Parent = c
	}
}
