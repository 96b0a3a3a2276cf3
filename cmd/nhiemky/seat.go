package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// seat is a post with everything that is said of it and what follows.
type seat struct {
	label, iri string
	exclusive  bool // one person holds it at a time, as far as is known
	result     tenure.Result
	said       map[string]sighting    // holding -> what an article says
	causes     map[string]store.Thing // what else bounds tenures
	withdrawn  []string               // holdings that a correction calls wrong
}

// seatsOf works out the tenures in posts from everything that is said of them, in the order of the
// first sightings. Holdings of less confidence than the least count for nothing, and a post of which
// nothing else is said is left out.
func seatsOf(l *view.Look, said []sighting, least float64) (out []*seat, err error) {
	for _, group := range groups(said, func(s sighting) string { return s.postIRI }) {
		p := &seat{label: group[0].post, iri: group[0].postIRI, said: map[string]sighting{}, causes: map[string]store.Thing{}}
		var sure []string
		for _, o := range group {
			p.said[o.ID] = o
			if o.confidence >= least {
				sure = append(sure, o.ID)
			}
		}
		if len(sure) == 0 {
			continue
		}
		if p.result, _, p.exclusive, err = l.Tenures(p.iri, sure); err != nil {
			return nil, fail(errStore, err)
		}
		p.findWithdrawn(sure)
		if err := p.findCauses(l); err != nil {
			return nil, fail(errStore, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// findWithdrawn finds what is said and counts for nothing although it is sure enough.
func (p *seat) findWithdrawn(sure []string) {
	counts := map[string]bool{}
	for _, t := range p.result.Tenures {
		for _, id := range t.Statements {
			counts[id] = true
		}
	}
	for _, id := range p.result.Unplaced {
		counts[id] = true
	}
	for _, id := range sure {
		if !counts[id] && p.conflictOf(id) == nil {
			p.withdrawn = append(p.withdrawn, id)
		}
	}
}

// findCauses looks up what bounds tenures beside statements.
func (p *seat) findCauses(l *view.Look) error {
	var names []string
	for _, t := range p.result.Tenures {
		for _, b := range t.Bounds {
			if b.Reason != nil && b.Reason.Root().Cause != "" {
				names = append(names, b.Reason.Root().Cause)
			}
		}
	}
	for _, c := range p.result.Conflicts {
		names = append(names, c.Causes...)
	}
	for _, iri := range names {
		if _, known := p.causes[iri]; known {
			continue
		}
		thing, err := l.Thing(iri)
		if err != nil {
			return err
		}
		p.causes[iri] = thing
	}
	return nil
}

// holders are the persons in a post, in the order of their tenures, those without any last.
func (p *seat) holders() (out []*holder) {
	index := map[string]*holder{}
	of := func(person, name string) *holder {
		h := index[person]
		if h == nil {
			h = &holder{iri: person, name: name, seat: p}
			index[person] = h
			out = append(out, h)
		}
		return h
	}
	for i, t := range p.result.Tenures {
		h := of(t.Person, "")
		for _, id := range t.Statements {
			h.name = cmp.Or(h.name, p.said[id].name)
		}
		h.tenures = append(h.tenures, i)
	}
	loose := slices.Concat(p.result.Unplaced, p.withdrawn)
	for _, c := range p.result.Conflicts {
		loose = append(loose, c.Statements...)
	}
	var rest []sighting
	for _, id := range loose {
		rest = append(rest, p.said[id])
	}
	slices.SortFunc(rest, earlier)
	for _, s := range rest {
		h := of(s.Person, s.name)
		h.loose = append(h.loose, s)
	}
	return out
}

// nameOf is the name of the person of a tenure.
func (p *seat) nameOf(t tenure.Tenure) string {
	for _, id := range t.Statements {
		if s, known := p.said[id]; known {
			return s.name
		}
	}
	return ""
}

// statements are the sightings of a tenure, in the order of time.
func (p *seat) statements(t tenure.Tenure) (out []sighting) {
	for _, id := range t.Statements {
		if s, known := p.said[id]; known {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, earlier)
	return out
}

// howBegun says in brackets by what the beginning is known, where a statement gives its day.
func (p *seat) howBegun(t tenure.Tenure) string {
	b := t.Bounds[tenure.EndOfBegin]
	if b.Reason == nil || b.Day != t.Bounds[tenure.BeginOfBegin].Day || b.Reason.Root().Kind != tenure.Began {
		return ""
	}
	if s := p.said[b.Reason.Root().Statement]; s.Status == record.Starts {
		return " (taken up)"
	}
	return " (stated)"
}

// words are the bounds of a tenure as a person reads them.
func (p *seat) words(t tenure.Tenure) string {
	w := t.Words()
	if w == "" {
		return "at some time"
	}
	begin, end, both := strings.Cut(w, ", ")
	if strings.HasPrefix(begin, "from") {
		begin += p.howBegun(t)
	}
	if both {
		begin += ", " + end
	}
	if t.Continues {
		begin = "again " + begin
	}
	return begin
}

// aside says why a statement counts for nothing, "" when it only says of no time.
func (p *seat) aside(id string) string {
	if slices.Contains(p.withdrawn, id) {
		return "a correction withdraws it"
	}
	if c := p.conflictOf(id); c != nil {
		return p.against(*c, id)
	}
	return ""
}

// conflictOf is the contradiction that a statement is part of, or nil.
func (p *seat) conflictOf(id string) *tenure.Conflict {
	for i, c := range p.result.Conflicts {
		if slices.Contains(c.Statements, id) {
			return &p.result.Conflicts[i]
		}
	}
	return nil
}

// against says what a statement contradicts.
func (p *seat) against(c tenure.Conflict, id string) string {
	var others []string
	for _, o := range c.Statements {
		if s, known := p.said[o]; known && o != id {
			others = append(others, fmt.Sprintf("%s %s (%s)", s.name, s.when(), s.Source))
		}
	}
	for _, cause := range c.Causes {
		others = append(others, p.causes[cause].String())
	}
	switch {
	case c.Kind == tenure.SameTimes:
		return "it ends before it begins"
	case len(others) == 0:
		return "it contradicts itself"
	}
	return "it cannot be true beside: " + strings.Join(others, "; ")
}

// printWhy writes for each bound what it follows from.
func (p *seat) printWhy(b *strings.Builder, t tenure.Tenure, limit int) {
	said := [4]string{"did not begin before", "had begun by", "went on until", "had ended by"}
	shown := map[string]bool{}
	for i, bound := range t.Bounds {
		if bound.Reason == nil {
			continue
		}
		root := bound.Reason.Root()
		fmt.Fprintln(b, wrap(fmt.Sprintf("%s %s: %s", said[i], bound.Day, p.because(t, bound.Reason)), "    ", limit))
		if s, known := p.said[root.Statement]; known && !shown[s.ID] {
			shown[s.ID] = true
			fmt.Fprintln(b, wrap("“"+s.sentence+"”", "        ", limit))
		}
	}
}

// because is a reason in words.
func (p *seat) because(t tenure.Tenure, r *tenure.Reason) string {
	root := r.Root()
	s, known := p.said[root.Statement]
	words := ""
	if known {
		words = s.when() + " · " + s.Source + doubtful(s.confidence)
		if s.Person != t.Person {
			words = "one person holds it at a time; " + s.name + " " + words
		} else if !slices.Contains(t.Statements, s.ID) {
			words = "another time in the post: " + words
		}
	}
	if thing, known := p.causes[root.Cause]; known && root.Cause != "" {
		words = strings.Join(filled(words, thing.String()), "; ")
	}
	if root.Kind == tenure.Reported {
		words += "; a report follows within 31 days"
	}
	return words
}
