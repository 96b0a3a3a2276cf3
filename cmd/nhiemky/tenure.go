package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/graph"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// seat is a post with everything that is said of it and what follows.
type seat struct {
	label, iri string
	exclusive  bool // one person holds it at a time, as far as is known
	result     tenure.Result
	said       map[string]sighting    // holding -> what an article says
	causes     map[string]graph.Thing // what else bounds tenures
	withdrawn  []string               // holdings that a correction calls wrong
}

// seatsOf works out the tenures in the posts of sightings, in the order of their first sightings.
// Holdings of less confidence than the least count for nothing.
func seatsOf(ctx context.Context, s *graph.Store, all []sighting, least float64) (out []*seat, err error) {
	for _, group := range groups(all, func(s sighting) string { return s.postIRI }) {
		p := &seat{label: group[0].post, iri: group[0].postIRI, said: map[string]sighting{}, causes: map[string]graph.Thing{}}
		// Others in the seat bound a tenure too, and the reason has to be shown with its words.
		others, err := sightings(ctx, s, "who-held-post", "post", graph.Key(p.label), 0)
		if err != nil {
			return nil, err
		}
		unsure := map[string]bool{}
		for _, o := range slices.Concat(others, group) {
			if o.postIRI == p.iri {
				p.said[o.ID] = o
				unsure[o.ID] = o.confidence < least
			}
		}
		var counted []tenure.Statement
		p.result, counted, p.exclusive, err = s.Tenures(ctx, p.iri, func(holding string) bool { return unsure[holding] })
		if err != nil {
			return nil, fail(errStore, err)
		}
		p.takeCorrections(counted)
		p.findWithdrawn(unsure)
		if err := p.findCauses(ctx, s); err != nil {
			return nil, fail(errStore, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// takeCorrections puts the values that somebody decided on into the place of those of the articles.
func (p *seat) takeCorrections(counted []tenure.Statement) {
	for _, c := range counted {
		s, known := p.said[c.ID]
		if !known || c.Status == s.Status && c.From == s.From && c.To == s.To && c.AsOf == s.AsOf {
			continue
		}
		s.Status, s.From, s.To, s.AsOf, s.corrected = c.Status, c.From, c.To, c.AsOf, true
		p.said[c.ID] = s
	}
}

// findWithdrawn finds what is said and counts for nothing although it is sure enough.
func (p *seat) findWithdrawn(unsure map[string]bool) {
	counts := map[string]bool{}
	for _, t := range p.result.Tenures {
		for _, id := range t.Statements {
			counts[id] = true
		}
	}
	for _, id := range p.result.Unplaced {
		counts[id] = true
	}
	for id := range p.said {
		if !counts[id] && !unsure[id] && p.conflictOf(id) == nil {
			p.withdrawn = append(p.withdrawn, id)
		}
	}
}

// findCauses looks up what bounds tenures beside statements.
func (p *seat) findCauses(ctx context.Context, s *graph.Store) error {
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
		thing, err := s.Thing(ctx, iri)
		if err != nil {
			return err
		}
		p.causes[iri] = thing
	}
	return nil
}

// holder is a person in a post: the tenures, and what is said that is part of none.
type holder struct {
	iri, name string
	seat      *seat
	tenures   []int // indexes into the post's tenures
	loose     []sighting
	verdict   *tenure.Verdict // of --at and --between
	asked     extract.Date    // the last day that was asked about
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

// judge answers for each holder whether he or she held the post at some time from a date until another,
// certain first, and reports whether anyone did, for certain or possibly.
func judge(p *seat, people []*holder, from, to extract.Date) (answered bool) {
	verdicts := tenure.At(p.result.Tenures, p.exclusive, from, to)
	for _, h := range people {
		h.verdict, h.asked = &tenure.Verdict{Certainty: tenure.Unknown, Other: -1}, to.Last()
		if i := slices.IndexFunc(verdicts, func(v tenure.Verdict) bool { return v.Person == h.iri }); i >= 0 {
			h.verdict = &verdicts[i]
		}
		answered = answered || h.verdict.Certainty == tenure.Certain || h.verdict.Certainty == tenure.Possible
	}
	slices.SortStableFunc(people, func(a, b *holder) int { return a.verdict.Certainty.Rank() - b.verdict.Certainty.Rank() })
	return answered
}

// reason says why the answer is what it is.
func (h *holder) reason() string {
	v, all := h.verdict, h.seat.result.Tenures
	switch {
	case len(v.Tenures) == 0:
		if len(h.loose) > 0 {
			return h.loose[0].withoutTime()
		}
		return "nothing that is said of it has a date"
	case v.Other >= 0:
		return h.seat.nameOf(all[v.Other]) + " held it then, " + all[v.Other].Words()
	case len(v.Tenures) == 2:
		return fmt.Sprintf("held it on %s and anew on %s, and nothing says that it ended between",
			all[v.Tenures[0]].Bounds[tenure.BeginOfEnd].Day, all[v.Tenures[1]].Bounds[tenure.EndOfBegin].Day)
	}
	t := all[v.Tenures[0]]
	first, last := t.Bounds[tenure.EndOfBegin].Day, t.Bounds[tenure.BeginOfEnd].Day
	begin, end := t.Bounds[tenure.BeginOfBegin].Day, t.Bounds[tenure.EndOfEnd].Day
	switch {
	case v.Certainty == tenure.Excluded && begin.Compare(h.asked) > 0:
		return fmt.Sprintf("it had not begun before %s", begin)
	case v.Certainty == tenure.Excluded:
		return fmt.Sprintf("it had ended by %s", end)
	case v.Certainty == tenure.Certain && first.Compare(last) <= 0:
		return fmt.Sprintf("it had begun by %s and went on until %s at least", first, last)
	case v.Certainty == tenure.Certain:
		return "it lies within that time, " + t.Words()
	case first.IsZero() || last.IsZero() || first.Compare(last) > 0:
		return "nothing says more than that it lasted " + t.Words()
	case first == last:
		return fmt.Sprintf("known for sure for %s alone", first)
	}
	return fmt.Sprintf("known for sure from %s until %s alone", first, last)
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
	if s := p.said[b.Reason.Root().Statement]; s.Status == extract.Starts {
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

// print writes a holder: each tenure with its articles, then what is part of none.
func (h *holder) print(b *strings.Builder, why bool, limit int) {
	if h.verdict != nil {
		fmt.Fprintln(b, wrap(string(h.verdict.Certainty)+": "+h.reason(), "  ", limit))
	}
	for _, i := range h.tenures {
		t := h.seat.result.Tenures[i]
		fmt.Fprintln(b, wrap(h.seat.words(t), "  ", limit))
		if why {
			h.seat.printWhy(b, t, limit)
		} else {
			printSightings(b, h.seat.statements(t), limit)
		}
	}
	if len(h.loose) > 0 {
		for _, s := range h.loose {
			why := s.withoutTime()
			if aside := h.seat.aside(s.ID); aside != "" {
				why = "set aside, " + aside
			}
			fmt.Fprintln(b, wrap(why+":", "  ", limit))
			printSightings(b, []sighting{s}, limit)
		}
	}
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
		others = append(others, lasting(p.causes[cause]))
	}
	switch {
	case c.Kind == tenure.SameTimes:
		return "it ends before it begins"
	case len(others) == 0:
		return "it contradicts itself"
	}
	return "it cannot be true beside: " + strings.Join(others, "; ")
}

// lasting is a thing with its days.
func lasting(t graph.Thing) string {
	if days := period(t.From, t.To); days != "" {
		return t.Label + ", " + days
	}
	return t.Label
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
		words = strings.Join(filled(words, lasting(thing)), "; ")
	}
	if root.Kind == tenure.Reported {
		words += "; a report follows within 31 days"
	}
	return words
}

// tenureColumns are the columns of sightingRows that the bounds stand in, by their names in CIDOC CRM.
var tenureColumns = []string{"begin_of_begin", "end_of_begin", "begin_of_end", "end_of_end"}

// sightingRows are what is said of holders as rows, each with the bounds of its tenure.
func sightingRows(people []*holder, columns ...string) rows {
	r := rows{columns: columns}
	for _, h := range people {
		add := func(s sighting, bounds [4]tenure.Bound, aside string) {
			cells := map[string]string{
				"post": s.post, "person": s.name, "status": string(s.Status),
				"from": s.From.String(), "to": s.To.String(), "as_of": s.AsOf.String(),
				"confidence": strconv.FormatFloat(s.confidence, 'f', 2, 64), "evidence": s.sentence, "source": s.Source, "published": s.published,
				"person_iri": s.Person, "post_iri": s.postIRI, "holding_iri": s.ID, "set_aside": aside,
			}
			for i, c := range tenureColumns {
				cells[c] = bounds[i].Day.String()
			}
			if h.verdict != nil {
				cells["answer"], cells["reason"] = string(h.verdict.Certainty), h.reason()
			}
			row := []any{}
			for _, c := range columns {
				if c == "confidence" {
					row = append(row, json.Number(cells[c]))
				} else if v := cells[c]; v != "" {
					row = append(row, v)
				} else {
					row = append(row, nil)
				}
			}
			r.cells = append(r.cells, row)
		}
		for _, i := range h.tenures {
			t := h.seat.result.Tenures[i]
			for _, s := range h.seat.statements(t) {
				add(s, t.Bounds, "")
			}
		}
		for _, s := range h.loose {
			add(s, [4]tenure.Bound{}, h.seat.aside(s.ID))
		}
	}
	return r
}
