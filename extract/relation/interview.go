package relation

import (
	"github.com/nhiemky/nhiemky/extract/mention"
)

// interviewee is whom an interview asks, or nil: the first person whom a question addresses by name, "Thưa ông A, …?". A
// speech addresses people too, but asks them nothing.
func (p *Page) interviewee() *mention.Mention {
	for k := range p.Items {
		m := p.Items[k].Person
		if m == nil || m.Head == 0 || !p.Lists.Words.Addressing.Has(p.Toks[m.Head-1]) {
			continue
		}
		if s := p.Sentences[p.SentOf[m.I]]; m.Head-2 <= s.I+1 && p.Toks[s.J-1].Is("?") {
			return m
		}
	}
	return nil
}

// ofMyself is the one who is asked where an answer tells of "tôi" before series t, or nil: "Tôi từng làm Bí thư Huyện ủy".
func (l *linker) ofMyself(t int) *mention.Mention {
	if l.asked == nil {
		return nil
	}
	for k := l.nodes[t].I - 1; k >= l.sent.I; k-- {
		if l.Lists.Words.Myself.Has(l.Toks[k]) {
			return l.asked
		}
		if l.Lists.Words.Pronoun.Has(l.Toks[k]) {
			return nil
		}
	}
	return nil
}
