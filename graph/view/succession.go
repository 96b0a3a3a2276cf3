package view

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Term is a line of a succession: a tenure of a person with the tenures that continue it.
type Term struct {
	Person     store.Thing
	Named      string      // as the first article has the name
	Begin, End tenure.Edge // of the first tenure, and of the last
	Sure       tenure.Certainty
	Articles   int // about it, or about the person in the post without a date
	first      record.Date
	last       record.Date
}

// The confidence from which a single statement is enough for a line of the succession: one that states begin and end, or since
// when somebody holds the post, as a row of a table of holders does, needs less.
const (
	sureWords = 0.9
	fairWords = 0.8
)

// Firm reports whether a tenure is certain, or rests on a statement that is sure enough for one alone.
func (t Tenure) Firm() bool {
	begins, ends := t.known(tenure.BeginOfBegin, tenure.EndOfBegin), t.known(tenure.BeginOfEnd, tenure.EndOfEnd)
	return t.Sure == tenure.Certain || slices.ContainsFunc(t.Said, func(h Holding) bool {
		since := begins && h.Status == record.Holds && !h.From.IsZero()
		return h.Confidence >= sureWords || h.Confidence >= fairWords && (since || begins && ends)
	})
}

// known reports whether the days between two bounds lie within a month.
func (t Tenure) known(first, last int) bool {
	from, to := t.Bounds[first].Day, t.Bounds[last].Day
	return !from.IsZero() && !to.IsZero() && from.DaysTo(to) <= 31
}

// Succession are those who held a post after one another, in the order of time. weak are those of whom one
// article alone says so, and not surely; and those of whom nothing has a time.
func (p Post) Succession() (terms []Term, weak int) {
	last := map[string]int{}
	articles := map[int]map[string]bool{}
	shown := map[string]bool{}
	for _, t := range p.Tenures {
		at, known := last[t.Person]
		if !known || !t.Continues {
			if !t.Firm() {
				continue
			}
			at = len(terms)
			begin, _ := t.Edges()
			terms = append(terms, Term{Person: t.Holder, Begin: begin, Sure: t.Sure, first: t.Bounds[tenure.BeginOfBegin].Day})
			articles[at] = map[string]bool{}
		}
		last[t.Person], shown[t.Person] = at, true
		term := &terms[at]
		_, term.End = t.Edges()
		term.last = t.Bounds[tenure.EndOfEnd].Day
		if t.Sure == tenure.Certain {
			term.Sure = tenure.Certain
		}
		for _, s := range p.Loose { // without a time
			if s.Person.IRI == t.Holder.IRI && s.Against == nil && !s.Withdrawn && s.Status != record.Nominated {
				articles[at][vocab.ArticleOf(s.ID)] = true
			}
		}
		for _, h := range t.Said {
			articles[at][vocab.ArticleOf(h.ID)] = true
			if term.Named == "" {
				term.Named = h.Named
			}
		}
		term.Articles = len(articles[at])
	}
	for _, h := range p.Holders() {
		if !shown[h.Person.IRI] {
			weak++
		}
	}
	return terms, weak
}

// Latest are the tenures of a career in which the person was last seen and that are not known to have ended, as far as they
// are firm: seen within a year of the last sighting of all.
func (c Career) Latest() (out []Tenure) {
	seen := func(t Tenure) record.Date { return t.Bounds[tenure.BeginOfEnd].Day }
	var last record.Date
	for _, t := range c.Tenures {
		if t.Firm() {
			last = later(last, seen(t))
		}
	}
	for _, t := range c.Tenures {
		if day := seen(t); t.Firm() && !day.IsZero() && t.Bounds[tenure.EndOfEnd].Day.IsZero() && day.DaysTo(last) <= 366 {
			out = append(out, t)
		}
	}
	return out
}

// GapBefore are the days between which nobody is known to have held the post before a term of the succession, by
// its place in it: all earlier ones had ended by the first, and it had not begun before the last.
func GapBefore(terms []Term, n int) (from, to record.Date, found bool) {
	to = terms[n].first
	if n == 0 || to.IsZero() {
		return from, to, false
	}
	for _, t := range terms[:n] {
		if t.last.IsZero() {
			return from, to, false
		}
		from = later(from, t.last)
	}
	return from, to, from.DaysTo(to) > 31
}
