package mention

import (
	"sort"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// termsOfCommittees finds the congresses that are named by the term of the committee they elected:
// "Ban Chấp hành Đảng bộ quận khóa XXV", "Thành ủy khóa XVI", "Trung ương 6 khóa XII".
func (p *Page) termsOfCommittees() {
	named := len(p.Congresses)
	for s := range p.SentencesWith(gazetteer.OfTermNumber) {
		for i := s.I; i+1 < s.J; i++ {
			if !p.Is(i, gazetteer.OfTermNumber) {
				continue
			}
			v, n := p.OrdinalAt(i+1, s.J)
			if n == 0 || p.inCongress(i, named) {
				continue
			}
			c := congressMention{Span: document.Span{I: i, J: i + 1 + n}, Ordinal: v, ByTerm: true, rule: "committee-term"}
			if !p.committeeBefore(&c, s) {
				continue
			}
			p.congressTerm(&c, s)
			p.Congresses = append(p.Congresses, c)
			for _, v := range p.moreOrdinals(i+1+n, s.J) {
				more := c
				more.Ordinal = v
				p.Congresses = append(p.Congresses, more)
			}
		}
	}
}

// inCongress reports whether token i stands in a congress: in one of the first so many, which are in order, or in
// one of those that were found since, before it.
func (p *Page) inCongress(i, named int) bool {
	n := sort.Search(named, func(k int) bool { return p.Congresses[k].I > i })
	last := len(p.Congresses)
	return n > 0 && i < p.Congresses[n-1].J || last > named && i < p.Congresses[last-1].J
}

// committeeBefore finds whose term "khóa N" is: the Party body or plenum that stands directly before.
func (p *Page) committeeBefore(c *congressMention, s document.Span) bool {
	k := c.I
	for k > s.I && (p.Lists.Words.BeforeTerm.Has(p.Toks[k-1]) || p.Toks[k-1].Is("(", ",", ":")) {
		k--
	}
	if k > s.I && p.plenumEndsAt(k) {
		c.National, c.I = true, k
		return true
	}
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < c.I; n++ {
		it := p.Items[n]
		var o *Org
		switch {
		case it.Org != nil:
			o = it.Org
		case it.Post != nil:
			o = it.Post.Org
		}
		if it.Post != nil && (o == nil || it.Post.Guessed || o.I < it.I || o.I > it.J) && it.J >= k && it.Post.Title.Family == "member" && p.sameTerms(c, s) {
			return true
		}
		if o == nil || it.J < k && o.J != k {
			continue
		}
		if p.CentralParty(o) {
			c.National, c.Body = true, nil
			return true
		}
		for q := o; q != nil; q = q.Parent {
			if q.Committee() {
				c.Body, c.National = q, false
				return true
			}
		}
	}
	return c.National || c.Body != nil
}

// sameTerms gives a member of whom the committee is not said the one whose term the sentence names last: "Ủy viên Trung
// ương Đảng khóa 11, 12, ủy viên dự khuyết khóa 10".
func (p *Page) sameTerms(c *congressMention, s document.Span) bool {
	n := len(p.Congresses)
	if n == 0 || !p.Congresses[n-1].ByTerm || p.Congresses[n-1].I < s.I {
		return false
	}
	c.National, c.Body = p.Congresses[n-1].National, p.Congresses[n-1].Body
	return true
}

// plenumEndsAt reports whether a plenum ("Trung ương 6", "Hội nghị Trung ương 7") ends at token k.
func (p *Page) plenumEndsAt(k int) bool {
	for _, m := range p.plenums {
		if m.J == k {
			return true
		}
	}
	return false
}
