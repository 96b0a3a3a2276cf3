package derive

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Documents are told apart by series, number and period (statement/series.go). A mention with a date is of the
// period of its date. One without is of the latest document of its number that is dated before the
// article; where there is none, of the period in which the article appeared, for documents of the
// party, whose numbers last five years. What is left open so stays a mention.

type documentDeriver struct{ read store.Reader }

// citing is a mention of a document.
type citing struct {
	node, article  quad.IRI
	dated, printed record.Date
	own            bool // the article is the text of the document
	quads          []quad.Quad
}

func (d *documentDeriver) derive(group string) ([]quad.Quad, error) {
	s, ok := statement.ParseSeries(group)
	if !ok {
		return nil, nil
	}
	nodes, err := d.read.Subjects(vocab.PropGroup, quad.String(group), vocab.Derived)
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
	if c.quads, err = d.read.All(quad.Subject, node); err != nil {
		return c, err
	}
	for _, q := range c.quads {
		if q.Predicate == vocab.PropIssued && q.Label != vocab.Derived {
			c.dated = vocab.DateOf(q.Object)
		}
	}
	err = d.read.Each(quad.Subject, c.article, func(q quad.Quad) bool {
		switch q.Predicate {
		case vocab.PropDatePublished:
			c.printed = vocab.DateOf(q.Object)
		case vocab.PropTextOf:
			c.own = c.own || q.Object == node
		}
		return true
	})
	return c, err
}

// byPeriod divides the mentions of a number; those whose period is open are left out.
func byPeriod(s statement.Series, all []citing) map[string][]citing {
	out := map[string][]citing{}
	if s.Period(record.Date{Year: 2000}) == "" { // the number is given out once for all time
		if len(all) > 0 {
			out[""] = all
		}
		return out
	}
	for _, c := range all {
		period := s.Period(c.dated)
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
func openPeriod(s statement.Series, printed record.Date, all []citing) string {
	var latest record.Date
	periods := map[string]bool{}
	for _, c := range all {
		if c.dated.IsZero() {
			continue
		}
		periods[s.Period(c.dated)] = true
		if !printed.IsZero() && c.dated.First().Compare(printed.Last()) <= 0 && c.dated.Compare(latest) > 0 {
			latest = c.dated
		}
	}
	switch {
	case !latest.IsZero():
		return s.Period(latest)
	case printed.IsZero() && len(periods) == 1:
		for period := range periods {
			return period
		}
	case s.IsParty():
		return s.Period(printed)
	}
	return ""
}

func documentQuads(s statement.Series, period string, mentions []citing) []quad.Quad {
	name := s.Code()
	node := vocab.ThingIRI("document", append(append([]string{s.Kind}, vocab.CodeSegments(name)...), s.Place, period)...)
	var out []quad.Quad
	say := func(subject, p quad.IRI, o quad.Value) {
		out = append(out, quad.Quad{Subject: subject, Predicate: p, Object: o, Label: vocab.Derived})
	}
	label := statement.DocumentLabel(s.Kind, name)
	say(node, vocab.PropType, vocab.ClassDocument)
	say(node, vocab.PropPrefLabel, vocab.Vietnamese(label))
	say(node, vocab.PropGroup, quad.String(s.String()))
	say(node, vocab.PropKey, quad.String(vocab.Key(label)))
	say(node, vocab.PropKey, quad.String(vocab.Key(name)))
	if s.Kind != "" {
		say(node, vocab.PropKind, vocab.Vietnamese(s.Kind))
	}
	if s.Named {
		say(node, vocab.PropTitle, vocab.Vietnamese(name))
	} else {
		say(node, vocab.PropIdentifier, quad.String(name))
	}
	for _, m := range mentions {
		say(m.node, vocab.PropSpecializationOf, node)
		if m.own {
			say(m.article, vocab.PropTextOf, node)
		} else {
			say(m.article, vocab.PropCitation, node)
		}
		for _, q := range m.quads {
			switch property, _ := q.Predicate.(quad.IRI); property {
			case vocab.PropCreator, vocab.PropOccasion:
				say(node, property, q.Object)
			}
		}
	}
	for _, day := range issued(mentions) {
		say(node, vocab.PropIssued, vocab.Date(day))
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
