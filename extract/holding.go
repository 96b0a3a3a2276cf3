package extract

import (
	"sort"

	"github.com/nhiemky/nhiemky/extract/text"
)

// holdings turns the claims into records: one for each person, post and organisation, with the
// strongest status.
func (p *page) holdings(claims []claim) []Holding {
	var out []Holding
	index := map[[3]string]int{}
	for _, c := range claims {
		h, ok := p.holding(c)
		if !ok {
			continue
		}
		key := [3]string{text.Fold(h.Person), text.Fold(h.Post), text.Fold(h.Organization)}
		i, seen := index[key]
		if !seen {
			index[key] = len(out)
			out = append(out, h)
			continue
		}
		out[i] = stronger(out[i], h)
	}
	return p.dropOpen(out)
}

// strength orders statuses: what happened goes before what was, and that before what is.
var strength = map[Status]int{Holds: 1, Former: 2, Nominated: 3, Ends: 4, Starts: 4}

// stronger is the one of two records of the same holding that says more.
func stronger(a, b Holding) Holding {
	if strength[b.Status] > strength[a.Status] {
		a, b = b, a
	}
	if a.From.IsZero() && a.Status == b.Status {
		a.From = b.From
	}
	if a.To.IsZero() && a.Status == b.Status {
		a.To = b.To
	}
	return a
}

// holding makes the record of a claim. It reports false for posts that are not recorded.
func (p *page) holding(c claim) (Holding, bool) {
	t, o := c.post.title, c.post.org
	if t.family == "staff" || t.family == "foreign" || o.out() {
		return Holding{}, false
	}
	if t.unit != "" && p.lists.kindOf[t.unit].out {
		return Holding{}, false
	}
	h := Holding{Person: c.who.who.name, Post: c.post.name, Organization: o.name(), Status: c.status, AsOf: p.published, Evidence: p.evidence(c.at, c.rule)}
	if o == nil {
		return h, false
	}
	if o.parent != nil && !(o.kind != nil && o.kind.name == "Ban Chấp hành") {
		h.Parent = o.parent.name()
	}
	if u := o.place(); u != nil {
		h.Place = u.id
	}
	p.dateHolding(&h, c)
	return h, true
}

// dateHolding sets the begin or end of a holding where the sentence states it.
func (p *page) dateHolding(h *Holding, c claim) {
	s := p.sentences[p.sentOf[c.at.i]]
	for _, d := range p.dates {
		if d.i < s.i || d.j > s.j || d.date.Year == 0 {
			continue
		}
		switch {
		case d.since && (h.Status == Starts || h.Status == Holds || h.Status == Former):
			h.From = d.date
		case d.until && h.Status == Former:
			h.To = d.date
		case d.since && h.Status == Ends:
			h.To = d.date
		}
	}
}

// dropOpen leaves out a record whose organisation has no place when the same person has the same
// post in a body that completes it.
func (p *page) dropOpen(all []Holding) []Holding {
	out := all[:0:0]
	for i, h := range all {
		open := false
		for k, g := range all {
			if k != i && g.Person == h.Person && g.Post == h.Post && len(g.Organization) > len(h.Organization) && hasPrefixWords(g.Organization, h.Organization) {
				open = true
			}
		}
		if !open {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Evidence.Span.Start < out[j].Evidence.Span.Start })
	return out
}

func hasPrefixWords(s, prefix string) bool {
	return prefix == "" || len(s) > len(prefix) && s[:len(prefix)] == prefix && s[len(prefix)] == ' '
}

// longEvidence is the length in bytes from which a sentence is cut to the part that matters.
const longEvidence = 600

// evidence is the sentence that holds the tokens, or of a long one the part between semicolons.
func (p *page) evidence(at span, rule string) Evidence {
	s := p.sentences[p.sentOf[at.i]]
	if e := p.sentences[p.sentOf[at.j-1]]; e.j > s.j {
		s.j = e.j
	}
	if p.text.Span(s.i, s.j).Len() > longEvidence {
		i, j := at.i, at.j
		for i > s.i && !p.toks[i-1].Is(";", ":") && p.text.Span(i-1, j).Len() < longEvidence {
			i--
		}
		for j < s.j && !p.toks[j].Is(";") && p.text.Span(i, j+1).Len() < longEvidence {
			j++
		}
		s = span{i, j}
	}
	sp := p.text.Span(s.i, s.j)
	return Evidence{Span: sp, Text: p.text.Slice(sp), Rule: rule}
}
