package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// sighting is one article's word on a person and a post.
type sighting struct {
	tenure.Statement // its source is the name of the article
	name             string
	post, postIRI    string
	sentence         string
	published        string
	confidence       float64
	corrected        bool // somebody decided on other values than the article's
	alternates       view.Alternates
	alsoIn           []string // names of articles that are copies of this one, or nearly, and say the same
}

// sightings are what holdings say.
func sightings(l *view.Look, holdings []string) (all []sighting, err error) {
	for _, id := range holdings {
		h, err := l.Holding(id)
		if err != nil {
			return nil, fail(errStore, err)
		}
		one := sighting{Statement: h.Statement, name: h.Named, post: h.Post.Label, postIRI: h.Post.IRI, sentence: h.Passage.Text,
			published: h.Passage.Published.String(), confidence: h.Confidence, corrected: h.Corrected}
		one.Person, one.Source = cmp.Or(h.Statement.Person, h.Named), h.Passage.Name
		all = append(all, one)
	}
	return all, fail(errStore, findAlternates(l, all))
}

// findAlternates finds for each sighting which other articles are copies of its article, or nearly.
func findAlternates(l *view.Look, all []sighting) error {
	known := map[string]view.Alternates{}
	for i := range all {
		article := vocab.ArticleOf(all[i].ID)
		found, looked := known[article]
		if !looked {
			var err error
			if found, err = l.Alternates(article); err != nil {
				return err
			}
			for i, c := range found.Copies { // which are named, and nothing else
				if found.Copies[i], err = l.Identifier(c); err != nil {
					return err
				}
			}
			known[article] = found
		}
		all[i].alternates = found
	}
	return nil
}

// once makes one sighting of those in which articles that are copies of each other, or nearly, say the same:
// the first of them, with the names of the others.
func once(all []sighting) (out []sighting) {
	for _, s := range all {
		s.alsoIn = s.alternates.Copies
		first := slices.IndexFunc(out, func(o sighting) bool {
			return o.Person == s.Person && o.postIRI == s.postIRI && o.Status == s.Status && o.From == s.From && o.To == s.To && o.AsOf == s.AsOf &&
				slices.Contains(o.alternates.Nearly, vocab.ArticleOf(s.ID))
		})
		if first < 0 {
			out = append(out, s)
			continue
		}
		out[first].alsoIn = slices.Concat(out[first].alsoIn, []string{s.Source}, s.alsoIn)
	}
	return out
}

// saidOf is everything that is said of posts.
func saidOf(l *view.Look, posts []string) (out []sighting, err error) {
	for _, p := range posts {
		holdings, err := l.Linked(vocab.PropPost, p)
		if err != nil {
			return nil, fail(errStore, err)
		}
		said, err := sightings(l, holdings)
		if err != nil {
			return nil, err
		}
		out = append(out, said...)
	}
	return out, nil
}

// askNamed runs a named query.
func askNamed(ctx context.Context, s *store.Store, name string, values map[string]string) (rows, error) {
	q, err := namedQuestion(name, values)
	if err != nil {
		return rows{}, err
	}
	return ask(ctx, s, q, query.Limits{})
}

// first is the first day that the sighting can speak of, by which sightings are put in order.
func (s sighting) first() record.Date {
	return cmp.Or(s.From, s.AsOf, s.To)
}

// when is what the sighting says of time, in words.
func (s sighting) when() string {
	from, to := s.From, s.To
	said, day := map[record.Status]string{
		record.Holds: "held", record.Former: "former", record.Starts: "begins", record.Ends: "ends", record.Nominated: "put forward",
	}[s.Status], s.AsOf
	on := " on "
	switch { // the day of the event itself is better than that of the report, which is not its day
	case s.Status == record.Starts && !from.IsZero():
		day, from = from, record.Date{}
	case s.Status == record.Ends && !to.IsZero():
		day, to = to, record.Date{}
	case s.Status == record.Starts || s.Status == record.Ends:
		on = ", reported on "
	}
	if !day.IsZero() {
		said += on + day.String()
	}
	return strings.Join(filled(said, period(from, to)), ", ")
}

// withoutTime says why no tenure follows from a sighting.
func (s sighting) withoutTime() string {
	switch {
	case s.Status == record.Nominated:
		return "put forward only"
	case !s.From.IsZero() && s.From.First().Compare(s.AsOf.Last()) > 0:
		return "announced only, for " + s.From.String()
	}
	return "without a time"
}

// groups puts sightings under headings and subheadings: each group in the order of its first day,
// those without any last, then by name.
func groups(all []sighting, key func(sighting) string) [][]sighting {
	byKey := map[string][]sighting{}
	for _, s := range all {
		byKey[key(s)] = append(byKey[key(s)], s)
	}
	var out [][]sighting
	for _, group := range byKey {
		slices.SortFunc(group, earlier)
		out = append(out, group)
	}
	slices.SortFunc(out, func(a, b []sighting) int { return earlier(a[0], b[0]) })
	return out
}

// earlier orders sightings by time, then by name, post and article.
func earlier(a, b sighting) int {
	x, y := a.first(), b.first()
	if x.IsZero() != y.IsZero() {
		if x.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(x.Compare(y), cmp.Compare(a.name, b.name), cmp.Compare(a.post, b.post),
		cmp.Compare(a.Source, b.Source), cmp.Compare(a.ID, b.ID))
}

// printSightings writes for each article what it says and its words, broken into lines of at most
// limit characters.
func printSightings(b *strings.Builder, group []sighting, limit int) {
	group = once(group)
	for i, s := range group {
		said := s.when() + " · " + s.Source + doubtful(s.confidence)
		if s.corrected {
			said += " · corrected"
		}
		if len(s.alsoIn) > 0 {
			said += " · also in " + strings.Join(s.alsoIn, ", ")
		}
		fmt.Fprintln(b, wrap(said, "    ", limit))
		if i > 0 && s.sentence == group[i-1].sentence && s.Source == group[i-1].Source {
			continue
		}
		fmt.Fprintln(b, wrap("“"+s.sentence+"”", "        ", limit))
	}
}

// bare is an IRI without its brackets.
func bare(iri string) string { return strings.TrimSuffix(strings.TrimPrefix(iri, "<"), ">") }
