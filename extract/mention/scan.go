package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// Scan recognises the items of every sentence, from left to right; what is recognised first at a
// token stands: a post, a person, an organisation, a unit, an event, a date.
func (p *Page) Scan() {
	p.findTitleName()
	d := 0
	for _, s := range p.Sentences {
		p.Tick()
		for i := s.I; i < s.J; {
			for d < len(p.Dates) && p.Dates[d].I < i {
				d++
			}
			if d < len(p.Dates) && p.Dates[d].I == i && p.Dates[d].J <= s.J {
				p.Items = append(p.Items, Item{Span: p.Dates[d].Span, Date: &p.Dates[d]})
				i = p.Dates[d].J
				continue
			}
			if p.Masked[i] || !p.Toks[i].Upper() && !p.Is(i, gazetteer.Opening) {
				i++
				continue
			}
			if n := p.passedOver(i, s.J); n > 0 {
				i += n
				continue
			}
			it, ok := p.itemAt(i, s.J)
			if !ok {
				i++
				continue
			}
			p.Items = append(p.Items, it)
			p.noteShort(&it)
			i = it.J
		}
	}
}

// passedOver counts the tokens at token i in which nothing is to be recognised: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
// has no Hội.
func (p *Page) passedOver(i, end int) int {
	if !p.Is(i, gazetteer.OfSkipped) {
		return 0
	}
	if w, n := p.Lists.Things.Find(p.Toks[:end], i); n > 0 && w == "phrase" {
		return n
	}
	return 0
}

// itemAt recognises the item at token i of a sentence that ends at end.
func (p *Page) itemAt(i, end int) (Item, bool) {
	if m := p.readTitleName(i, end); m != nil {
		return Item{Span: m.Span, Person: m}, true
	}
	if m := p.readNameCell(i); m != nil {
		return Item{Span: document.Span{I: m.Head, J: m.J}, Person: m}, true
	}
	if po := p.readPost(i, end); po != nil {
		return Item{Span: po.Span, Post: po}, true
	}
	if po := p.readMembership(i, end); po != nil {
		return Item{Span: po.Span, Post: po}, true
	}
	if u := p.readBareProvince(i, end); u != nil && !p.fullNameAt(i, end) {
		return Item{Span: u.Span, Unit: u}, true
	}
	if m := p.readPerson(i, end); m != nil {
		return Item{Span: document.Span{I: m.Head, J: m.J}, Person: m}, true
	}
	if len(p.Items) > 0 {
		if last := p.Items[len(p.Items)-1]; last.Post != nil && last.J == i {
			if m := p.readNameAfterTitle(i, end); m != nil {
				return Item{Span: m.Span, Person: m}, true
			}
		}
	}
	if o := p.readOrg(i, end); o != nil {
		o.J = p.absorbParents(o.Place(), o.J, end)
		return Item{Span: o.Span, Org: o}, true
	}
	if u := p.ReadUnit(i, end); u != nil {
		u.J = p.absorbParents(u, u.J, end)
		return Item{Span: u.Span, Unit: u}, true
	}
	if m := p.readNameBeforeTitle(i, end); m != nil {
		return Item{Span: m.Span, Person: m}, true
	}
	if m, n := p.eventAt(i, end); n > 0 {
		return Item{Span: document.Span{I: i, J: i + n}, Event: m}, true
	}
	return Item{}, false
}

// eventAt is the event at token i. A capitalised word ends no event that began small: in "giữ chức Vụ
// trưởng" the event is "giữ chức".
func (p *Page) eventAt(i, end int) (gazetteer.Meaning, int) {
	m, n := p.Lists.Events.Find(p.Toks[:end], i)
	for n > 1 && p.Toks[i+n-1].Upper() && !p.Toks[i].Upper() {
		m, n = p.Lists.Events.Find(p.Toks[:i+n-1], i)
	}
	if m == gazetteer.MNone || n > 0 && p.inNoEvent(i, i+n, end) {
		return "", 0
	}
	return m, n
}

// inNoEvent reports whether the phrase [i, j) ends a longer one that is no event, the "giới thiệu" of "xin giới thiệu", or is one
// word within it, the "cử" of "bầu cử".
func (p *Page) inNoEvent(i, j, end int) bool {
	if i > 0 && j-i == 1 && p.SentOf[i-1] == p.SentOf[i] && p.Lists.Words.PostWord.Has(p.Toks[i]) && p.Lists.Words.BeforePostWord.Has(p.Toks[i-1]) {
		return true // the "chức" of "tổ chức", "công chức"
	}
	for k := i - 1; k >= 0 && k >= i-2 && p.SentOf[k] == p.SentOf[i]; k-- {
		if m, n := p.Lists.Events.Find(p.Toks[:end], k); m == gazetteer.MNone && (k+n == j || j-i == 1 && k+n > i) {
			return true
		}
	}
	return false
}

// Item is one thing recognised in the tokens [i, j). Exactly one of the pointers is set, or event.
type Item struct {
	document.Span
	Person *Mention
	Post   *Post
	Org    *Org
	Unit   *Unit
	Event  gazetteer.Meaning
	Date   *DateMention
}
