package graph

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/nhiemky/nhiemky/extract"
)

// Sighting is one article's word on one person and one post.
type Sighting struct {
	Person   string // IRI: sightings with the same are of one person
	Name     string
	Status   extract.Status
	From, To extract.Date // as stated, or zero
	AsOf     extract.Date // the day at which the article says so, or zero
	Source   string       // name of the article, for the reason
}

// Certainty says how sure it is that someone held a post at a date.
type Certainty string

// The degrees of certainty.
const (
	Certain  Certainty = "certain"  // the sightings leave no other way
	Possible Certainty = "possible" // nothing says so, and nothing speaks against it
	Excluded Certainty = "excluded" // the sightings speak against it
	Unknown  Certainty = "unknown"  // nothing is dated, or the person was put forward only
)

// Verdict is the answer for one person, with its reason as a sentence.
type Verdict struct {
	Person, Name string
	Certainty    Certainty
	Reason       string
}

// At says of everyone seen in a post whether he or she held it at a date; for a month or a year: at
// some time in it. The sightings are all of one post; exclusive says that one person holds it at a
// time. Certain comes first, then possible, unknown, excluded, and within each the order of names.
//
// It takes every article at its word. Someone seen twice in a post held it all the time between, if
// no end is stated there and, in an exclusive post, nobody else was seen in between. A second
// beginning is no end: a re-election is reported as one.
func At(sightings []Sighting, exclusive bool, on extract.Date) []Verdict {
	people := holders(sightings)
	out := make([]Verdict, len(people))
	for i, p := range people {
		out[i] = Verdict{Person: p.person, Name: p.name}
		out[i].Certainty, out[i].Reason = p.alone(on, rivals(people, i, exclusive))
	}
	if exclusive {
		displace(people, out, on)
	}
	order := map[Certainty]int{Certain: 0, Possible: 1, Unknown: 2, Excluded: 3}
	slices.SortStableFunc(out, func(a, b Verdict) int {
		return cmp.Or(order[a.Certainty]-order[b.Certainty], cmp.Compare(a.Name, b.Name), cmp.Compare(a.Person, b.Person))
	})
	return out
}

// holder is what the sightings say of one person. A span is of whole days, both ends within.
type holder struct {
	person, name string
	held         []span // held on every day of it
	within       []span // held on some day of it
	starts, ends []span // the day on which it began or ended lies in it
}

type span struct {
	from, to extract.Date
	source   string
}

func spanOf(d extract.Date, source string) span { return span{d.First(), d.Last(), source} }

func (s span) overlaps(o span) bool { return s.from.Compare(o.to) <= 0 && o.from.Compare(s.to) <= 0 }

// breaks reports whether some day of o lies between the first and the last of s.
func (s span) breaks(o span) bool { return s.from.Compare(o.to) < 0 && o.from.Compare(s.to) < 0 }

func (s span) inside(o span) bool { return o.from.Compare(s.from) <= 0 && s.to.Compare(o.to) <= 0 }

func (s span) String() string {
	if s.from == s.to {
		return s.from.String()
	}
	return s.from.String() + " to " + s.to.String()
}

func holders(sightings []Sighting) []*holder {
	var out []*holder
	index := map[string]*holder{}
	for _, s := range sightings {
		p := index[s.Person]
		if p == nil {
			p = &holder{person: s.Person, name: s.Name}
			index[s.Person] = p
			out = append(out, p)
		}
		p.see(s)
	}
	for _, p := range out {
		for _, list := range [][]span{p.held, p.within, p.starts, p.ends} {
			slices.SortFunc(list, func(a, b span) int {
				return cmp.Or(a.from.Compare(b.from), a.to.Compare(b.to), cmp.Compare(a.source, b.source))
			})
		}
	}
	return out
}

// see adds what one sighting says.
func (p *holder) see(s Sighting) {
	from, to := s.From, s.To
	var days []extract.Date // known days, as far as they are known
	switch s.Status {
	case extract.Nominated:
		return
	case extract.Starts:
		if from.IsZero() && !s.AsOf.IsZero() { // the day of the report, some time after that of the event
			p.starts = append(p.starts, span{daysBefore(s.AsOf, reportLag), s.AsOf.Last(), s.Source})
			days = append(days, s.AsOf)
		}
	case extract.Ends:
		to = cmp.Or(to, s.AsOf)
	case extract.Former:
		if to.IsZero() && !s.AsOf.IsZero() { // over by then, no one says since when
			p.ends = append(p.ends, span{extract.Date{Year: 1, Month: 1, Day: 1}, s.AsOf.Last(), s.Source})
		}
	}
	if !from.IsZero() {
		p.starts = append(p.starts, spanOf(from, s.Source))
		days = append(days, from)
	}
	if s.Status == extract.Holds && !s.AsOf.IsZero() {
		days = append(days, s.AsOf)
	}
	if !to.IsZero() {
		p.ends = append(p.ends, spanOf(to, s.Source))
		days = append(days, to)
	}
	p.know(days, s.Source)
}

// reportLag is the number of days within which a report of an appointment follows it.
const reportLag = 31

// daysBefore is the day that lies n days before the first day of d.
func daysBefore(d extract.Date, n int) extract.Date {
	f := d.First()
	t := time.Date(f.Year, time.Month(f.Month), f.Day-n, 0, 0, 0, 0, time.UTC)
	return extract.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// know takes days in their order on which the post was held, each as precise as it is known.
func (p *holder) know(days []extract.Date, source string) {
	for _, d := range days {
		if d.Day != 0 {
			p.held = append(p.held, spanOf(d, source))
		} else {
			p.within = append(p.within, spanOf(d, source))
		}
	}
	if n := len(days); n > 1 {
		if all := (span{days[0].Last(), days[n-1].First(), source}); all.from.Compare(all.to) <= 0 {
			p.held = append(p.held, all)
		}
	}
}

// rivals are the days on which others held an exclusive post.
func rivals(people []*holder, self int, exclusive bool) (out []span) {
	for i, p := range people {
		if exclusive && i != self {
			out = append(out, p.held...)
		}
	}
	return out
}

// alone judges a person by his or her own sightings; others only break a run between two of them.
func (p *holder) alone(on extract.Date, others []span) (Certainty, string) {
	asked := spanOf(on, "")
	for _, s := range p.held {
		if s.overlaps(asked) {
			return Certain, fmt.Sprintf("held it on %s, says %s", s, s.source)
		}
	}
	for _, s := range p.within {
		if s.inside(asked) {
			return Certain, fmt.Sprintf("held it at some time from %s, says %s", s, s.source)
		}
	}
	if len(p.held)+len(p.within)+len(p.ends) == 0 {
		return Unknown, "no sighting in the post has a date"
	}
	before, after := p.nearest(asked)
	if before != nil && after != nil {
		gap := span{before.to, after.from, ""}
		if !slices.ContainsFunc(p.ends, func(e span) bool { return e.inside(gap) && e.from != gap.to }) &&
			!slices.ContainsFunc(others, gap.breaks) {
			return Certain, fmt.Sprintf("held it on %s, says %s, and on %s, says %s, and nothing says that it ended between",
				before, before.source, after, after.source)
		}
	}
	return p.bounded(asked, before, after)
}

// nearest are the last days known before those asked for, and the first after.
func (p *holder) nearest(asked span) (before, after *span) {
	for i, s := range p.held {
		if s.to.Compare(asked.from) < 0 && (before == nil || s.to.Compare(before.to) >= 0) {
			before = &p.held[i]
		}
		if s.from.Compare(asked.to) > 0 && after == nil {
			after = &p.held[i]
		}
	}
	return before, after
}

// bounded judges days on which nothing says that the post was held: a stated end lies before them
// and no later beginning, or a stated beginning after them and nothing earlier.
func (p *holder) bounded(asked span, before, after *span) (Certainty, string) {
	for _, e := range p.ends {
		again := func(s span) bool { return s.to.Compare(e.to) > 0 }
		if e.to.Compare(asked.from) <= 0 && after == nil && !slices.ContainsFunc(p.held, again) && !slices.ContainsFunc(p.within, again) {
			return Excluded, fmt.Sprintf("it had ended by %s, says %s", e.to, e.source)
		}
	}
	for _, s := range p.starts {
		earlier := func(o span) bool { return o.from.Compare(s.from) < 0 }
		if s.from.Compare(asked.to) > 0 && !slices.ContainsFunc(p.held, earlier) && !slices.ContainsFunc(p.within, earlier) &&
			!slices.ContainsFunc(p.ends, earlier) {
			if s.from != s.to {
				return Excluded, fmt.Sprintf("it began between %s and %s, as far as %s says", s.from, s.to, s.source)
			}
			return Excluded, fmt.Sprintf("it began on %s, says %s", s, s.source)
		}
	}
	switch {
	case before != nil && after != nil:
		return Possible, fmt.Sprintf("held it on %s, says %s, and on %s, says %s; what was between is not known",
			before, before.source, after, after.source)
	case before != nil:
		return Possible, fmt.Sprintf("held it on %s, says %s; nothing says when it ended", before, before.source)
	case after != nil:
		return Possible, fmt.Sprintf("held it on %s, says %s; nothing says when it began", after, after.source)
	}
	return Possible, "held it at some time that no article gives to the day"
}

// displace excludes from an exclusive post those who are merely possible where somebody else is
// certain, or was seen between their last day and the days asked for, or between these and their first.
func displace(people []*holder, verdicts []Verdict, on extract.Date) {
	asked := spanOf(on, "")
	for i, p := range people {
		v := &verdicts[i]
		if v.Certainty != Possible {
			continue
		}
		before, after := p.nearest(asked)
		for j, o := range people {
			if i == j {
				continue
			}
			if verdicts[j].Certainty == Certain && on.Day != 0 {
				v.Certainty, v.Reason = Excluded, fmt.Sprintf("%s held it then: %s", o.name, verdicts[j].Reason)
				break
			}
			if s := o.between(asked, before, after); s != nil {
				v.Certainty, v.Reason = Excluded, fmt.Sprintf("%s; %s held it on %s, says %s, so the post had changed hands", v.Reason, o.name, s, s.source)
				break
			}
		}
	}
}

// between is a day on which the person held the post, between the days asked for and the only side
// on which the other was seen.
func (p *holder) between(asked span, before, after *span) *span {
	for i, s := range p.held {
		if after == nil && before != nil && s.from.Compare(before.to) > 0 && s.to.Compare(asked.from) < 0 {
			return &p.held[i]
		}
		if before == nil && after != nil && s.to.Compare(after.from) < 0 && s.from.Compare(asked.to) > 0 {
			return &p.held[i]
		}
	}
	return nil
}
