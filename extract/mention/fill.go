package mention

import (
	"cmp"
	"strings"

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
