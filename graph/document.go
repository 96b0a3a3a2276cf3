package graph

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Documents are told apart by series, number and period (series.go). A mention with a date is of the
// period of its date. One without is of the latest document of its number that is dated before the
// article; where there is none, of the period in which the article appeared, for documents of the
// party, whose numbers last five years. What is left open so stays a mention.

type documentDeriver struct{ read reader }

// citing is a mention of a document.
type citing struct {
	node, article  quad.IRI
	dated, printed record.Date
	own            bool // the article is the text of the document
	quads          []quad.Quad
}

func (d *documentDeriver) derive(group string) ([]quad.Quad, error) {
	s, ok := parseSeries(group)
	if !ok {
		return nil, nil
	}
	nodes, err := d.read.subjects(PropGroup, quad.String(group), Derived)
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	var all []citing
	for _, node := range slices.Compact(nodes) {
		c, err := d.mention(node)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	var out []quad.Quad
	for period, mentions := range byPeriod(s, all) {
		out = append(out, documentQuads(s, period, mentions)...)
	}
	return out, nil
}

func (d *documentDeriver) mention(node quad.IRI) (c citing, err error) {
	article, _, _ := strings.Cut(string(node), "#")
	c.node, c.article = node, quad.IRI(article)
	if c.quads, err = d.read.all(quad.Subject, node); err != nil {
		return c, err
	}
	for _, q := range c.quads {
		if q.Predicate == PropIssued && q.Label != Derived {
			c.dated = DateOf(q.Object)
		}
	}
	err = d.read.each(quad.Subject, c.article, func(q quad.Quad) bool {
		switch q.Predicate {
		case PropDatePublished:
			c.printed = DateOf(q.Object)
		case PropTextOf:
			c.own = c.own || q.Object == node
		}
		return true
	})
	return c, err
}

// byPeriod divides the mentions of a number; those whose period is open are left out.
func byPeriod(s series, all []citing) map[string][]citing {
	out := map[string][]citing{}
	if s.period(record.Date{Year: 2000}) == "" { // the number is given out once for all time
		if len(all) > 0 {
			out[""] = all
		}
		return out
	}
	for _, c := range all {
		period := s.period(c.dated)
		if c.dated.IsZero() {
			period = openPeriod(s, c.printed, all)
		}
		if period != "" {
			out[period] = append(out[period], c)
		}
	}
	return out
}

// openPeriod is the period of a mention without a date in an article of that day.
func openPeriod(s series, printed record.Date, all []citing) string {
	var latest record.Date
	periods := map[string]bool{}
	for _, c := range all {
		if c.dated.IsZero() {
			continue
		}
		periods[s.period(c.dated)] = true
		if !printed.IsZero() && c.dated.First().Compare(printed.Last()) <= 0 && c.dated.Compare(latest) > 0 {
			latest = c.dated
		}
	}
	switch {
	case !latest.IsZero():
		return s.period(latest)
	case printed.IsZero() && len(periods) == 1:
		for period := range periods {
			return period
		}
	case s.isParty():
		return s.period(printed)
	}
	return ""
}

func documentQuads(s series, period string, mentions []citing) []quad.Quad {
	name := s.code()
	node := thing("document", append(append([]string{s.kind}, code(name)...), s.place, period)...)
	var out []quad.Quad
	say := func(subject, p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: subject, Predicate: p, Object: o, Label: Derived})
	}
	label := documentLabel(s.kind, name)
	say(node, PropType, ClassDocument)
	say(node, PropPrefLabel, vi(label))
	say(node, PropGroup, quad.String(s.String()))
	say(node, PropKey, quad.String(Key(label)))
	say(node, PropKey, quad.String(Key(name)))
	if s.kind != "" {
		say(node, PropKind, vi(s.kind))
	}
	if s.named {
		say(node, PropTitle, vi(name))
	} else {
		say(node, PropIdentifier, quad.String(name))
	}
	for _, m := range mentions {
		say(m.node, PropSpecializationOf, node)
		if m.own {
			say(m.article, PropTextOf, node)
		} else {
			say(m.article, PropCitation, node)
		}
		for _, q := range m.quads {
			switch property, _ := q.Predicate.(quad.IRI); property {
			case PropCreator, PropOccasion:
				say(node, property, q.Object)
			}
		}
	}
	for _, day := range issued(mentions) {
		say(node, PropIssued, date(day))
	}
	return out
}

// issued are the dates stated of a document, without those that another states more precisely.
func issued(mentions []citing) []record.Date {
	var out []record.Date
	for _, m := range mentions {
		vaguer := func(o citing) bool {
			return o.dated != m.dated && strings.HasPrefix(o.dated.String(), m.dated.String())
		}
		if !m.dated.IsZero() && !slices.ContainsFunc(mentions, vaguer) {
			out = append(out, m.dated)
		}
	}
	return out
}
