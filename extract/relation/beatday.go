package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// The day of a step in a career: told with it, or that on which its term began.

// toldAt is the time that a draft speaks of: its own dates, that which leads to it in the sentence, the congress that
// the sentence tells of.
func (p *Page) toldAt(d *draft) record.Date {
	switch {
	case !d.From.IsZero():
		return d.From
	case !d.To.IsZero():
		return d.To
	case d.claim.rule == "table": // its columns say which dates are its own
		return record.Date{}
	}
	s := p.Sentences[d.sent]
	switch t := p.leading(d.claim, s); {
	case !t.from.IsZero():
		return t.from
	case !t.to.IsZero():
		return t.to
	case t.on != nil:
		return t.on.Date
	case t.before != nil:
		return t.before.Date
	}
	return p.termBegins(d, s)
}

// termBegins is the year in which a post was won that a congress or an election of the National Assembly gives: "tại
// Đại hội XII của Đảng", "trúng cử đại biểu Quốc hội khóa XIV"; zero where the sentence tells none.
func (p *Page) termBegins(d *draft, s document.Span) record.Date {
	if d.Status != record.Starts {
		return p.pastAssembly(d, s)
	}
	for _, c := range p.Congresses {
		if c.I >= s.I && c.J <= s.J && !c.ByTerm {
			if c.National {
				return p.termStart(gazetteer.Party, c.Ordinal)
			}
			return record.Date{Year: c.Years[0]}
		}
	}
	if d.claim.post.Term > 0 && d.Organization == gazetteer.Assembly {
		return p.termStart(gazetteer.Assembly, d.claim.post.Term)
	}
	return p.pastAssembly(d, s)
}

// pastAssembly is the year in which the term of the National Assembly began that a sentence speaks of before a post,
// where it is over: "Tại kỳ họp thứ nhất, Quốc hội khóa XI, ông được …".
func (p *Page) pastAssembly(d *draft, s document.Span) record.Date {
	for i := s.I + 2; i < d.claim.post.I; i++ {
		if p.Is(i, gazetteer.OfTermNumber) && p.Toks[i-1].Is("hội") && p.Toks[i-2].Is("quốc") {
			if n, m := p.OrdinalAt(i+1, s.J); m > 0 && p.termEnded(gazetteer.Assembly, n) {
				return p.termStart(gazetteer.Assembly, n)
			}
		}
	}
	return record.Date{}
}

// termStart is the year in which a term of a body of the centre began.
func (p *Page) termStart(body string, ordinal int) record.Date {
	for _, c := range p.Lists.Terms {
		if c.Body == body && c.Ordinal == ordinal && len(c.Term) == 9 {
			if d, err := record.ParseDate(c.Term[:4]); err == nil {
				return d
			}
		}
	}
	return record.Date{}
}

// yearless reports whether the head of a document without a day tells the draft, and no year with it: then the year of
// its date is one that stands elsewhere.
func (p *Page) yearless(d *draft) bool {
	if !p.Published.IsZero() || d.sent > mention.HeadSentences {
		return false
	}
	for _, m := range p.DatesIn(p.Sentences[d.sent]) {
		if m.Partial {
			return true
		}
	}
	return false
}

// thenBefore reports whether words before a post lead on from the sentence before: "Sau đó, ông được bầu …".
func (p *Page) thenBefore(d *draft) bool {
	w := &p.Lists.Words
	for k := d.sentBegin; k+1 < d.claim.post.I; k++ {
		if w.Then.Has(p.Toks[k]) && w.That.Has(p.Toks[k+1]) {
			return true
		}
	}
	return false
}
