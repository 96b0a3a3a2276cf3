package view

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Finding is a statement, or several, that cannot be true or is unlikely to be.
type Finding struct {
	Kind  string // of the contradiction (tenure.Kind), or "ordinal" or "returned"
	About string // the post or the body
	More  int    // further posts for which the same article makes the same impossible statement
	What  string // what is wrong, in a sentence
	Said  []Said // the statements, in the order of articles; set aside, except those on congresses and returns
	Stays []Said // the statements against them, which are kept because far more articles agree with them

	Causes []store.Thing // the lives of bodies, places and persons, and the terms, that they contradict
}

// Said is a statement of one article.
type Said struct {
	Person   string // "" of a congress, and so is the post
	Post     string
	Holding  tenure.Statement
	Sentence string // as it stands in the article
	Source   string // name of the article
	Passage  string // IRI of the passage
}

// Check looks for contradictions: those among the statements on a post, as the derived layer has them,
// somebody who is back in a seat for one within a year although somebody else was seen in it, and
// numbers of congresses that do not fit their time. In the order of kinds, of posts and bodies.
func Check(ctx context.Context, s *store.Store, places statement.Places) (out []Finding, err error) {
	err = Read(ctx, s, func(l *Look) error {
		for _, find := range []func() ([]Finding, error){
			newLooker(l).findContradictions, newLooker(l).returns,
			func() ([]Finding, error) { return checkCongresses(ctx, s, places) },
		} {
			found, err := find()
			if err != nil {
				return err
			}
			out = append(out, found...)
		}
		return nil
	})
	return out, err
}

// findContradictions reads the contradictions of the derived layer.
func (l looker) findContradictions() (out []Finding, err error) {
	nodes, err := l.read.Subjects(vocab.PropType, vocab.ClassContradiction, "")
	if err != nil {
		return nil, err
	}
	slices.Sort(nodes)
	for _, node := range nodes {
		c, err := l.contradiction(string(node))
		if err != nil {
			return nil, err
		}
		f := Finding{Kind: c.Kind, About: c.Post.Label, What: whatIsWrong(tenure.Kind(c.Kind), c.Causes), Causes: c.Causes}
		for _, h := range c.Said {
			f.Said = append(f.Said, saidBy(h))
		}
		for _, h := range c.Beside {
			f.Stays = append(f.Stays, saidBy(h))
		}
		switch {
		case len(f.Said) == 0:
			f.What = "the sources disagree about the first or the last day; the bounds are as wide as what they say"
		case len(f.Stays) > 0:
			f.What = "outvoted: " + f.What + ", and far more articles agree with what stays"
		}
		sortSaid(f.Said)
		out = append(out, f)
	}
	return ofOneArticle(out), nil
}

// ofOneArticle makes one finding of those in which one article says the same impossible thing of
// several posts: most often its date is wrong.
func ofOneArticle(all []Finding) (out []Finding) {
	type cause struct{ kind, what, source string }
	index := map[cause]int{}
	more := map[int]int{}
	for _, f := range all {
		if len(f.Said) != 1 || len(f.Stays) > 0 {
			out = append(out, f)
			continue
		}
		c := cause{f.Kind, f.What, f.Said[0].Source}
		i, known := index[c]
		if !known {
			index[c] = len(out)
			out = append(out, f)
			continue
		}
		out[i].Said = append(out[i].Said, f.Said...)
		more[i]++
	}
	for i, n := range more {
		out[i].More = n
		sortSaid(out[i].Said)
	}
	return out
}

func whatIsWrong(kind tenure.Kind, causes []store.Thing) string {
	switch kind {
	case tenure.Rival:
		return "two hold a post for one at the same time"
	case tenure.Outvoted:
		return "it lies in the midst of somebody else's time, or far from the person's own"
	case tenure.SameTimes:
		return "it ends before it begins"
	case tenure.BodyLife, tenure.TermLife, tenure.Lifetime:
		var all []string
		for _, c := range causes {
			all = append(all, c.String())
		}
		return "it was not there then: " + strings.Join(all, "; ")
	}
	return "begin and end do not fit together"
}

// saidBy is a holding as a statement of a finding.
func saidBy(h Holding) Said {
	return Said{Person: h.Named, Post: h.Post.Label, Holding: h.Statement, Sentence: h.Passage.Text, Source: h.Passage.Name, Passage: h.Passage.IRI}
}

func sortSaid(all []Said) {
	slices.SortFunc(all, func(a, b Said) int {
		if c := strings.Compare(a.Source, b.Source); c != 0 {
			return c
		}
		return strings.Compare(a.Holding.ID+a.Sentence, b.Holding.ID+b.Sentence)
	})
}

// soonBack is the number of days within which a return to a post is suspect.
const soonBack = 366

// returns finds tenures of a person who is back in a post within soonBack, with somebody else in between.
func (l looker) returns() (out []Finding, err error) {
	posts, err := l.heldTwice()
	if err != nil {
		return nil, err
	}
	for _, post := range posts {
		holdings, err := l.Linked(vocab.PropPost, post)
		if err != nil {
			return nil, err
		}
		r, _, exclusive, err := l.Tenures(post, holdings)
		if err != nil {
			return nil, err
		}
		if !exclusive {
			continue
		}
		found, err := l.returnsTo(post, r.Tenures)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// heldTwice lists the posts that somebody held a second time, in order.
func (l looker) heldTwice() ([]string, error) {
	tenures, err := l.read.Subjects(vocab.PropType, vocab.ClassTenure, "")
	if err != nil {
		return nil, err
	}
	posts := map[string]bool{}
	for _, t := range tenures {
		if strings.HasSuffix(string(t), "/1") {
			continue
		}
		seats, err := l.read.Objects(t, vocab.PropSeat)
		if err != nil {
			return nil, err
		}
		for _, s := range seats {
			posts[iri(s)] = true
		}
	}
	return slices.Sorted(maps.Keys(posts)), nil
}

// returnsTo is returns for one post.
func (l looker) returnsTo(post string, all []tenure.Tenure) (out []Finding, err error) {
	thing, err := l.Thing(post)
	if err != nil {
		return nil, err
	}
	for i, t := range all {
		last, others := lastBefore(all[:i], t.Person)
		if last == nil || t.Continues || len(others) == 0 {
			continue
		}
		left, back := last.Bounds[tenure.BeginOfEnd].Day, t.Bounds[tenure.EndOfBegin].Day
		if left.IsZero() || back.IsZero() || max(left.DaysTo(back), back.DaysTo(left)) > soonBack {
			continue
		}
		f := Finding{Kind: "returned", About: thing.Label}
		for _, one := range append([]tenure.Tenure{*last, t}, others...) {
			for _, id := range one.Statements {
				h, err := l.holding(id)
				if err != nil {
					return nil, err
				}
				f.Said = append(f.Said, saidBy(h))
				if one.Person == t.Person && f.What == "" {
					f.What = fmt.Sprintf("%s left after %s and was back by %s, with somebody else between", h.Named, left, back)
				}
			}
		}
		sortSaid(f.Said)
		out = append(out, f)
	}
	return out, nil
}

// lastBefore is the last tenure of a person among those before one, and what others held since.
func lastBefore(all []tenure.Tenure, person string) (last *tenure.Tenure, others []tenure.Tenure) {
	for i := range all {
		if all[i].Person == person {
			last, others = &all[i], nil
		} else if last != nil {
			others = append(others, all[i])
		}
	}
	return last, others
}

// checkCongresses looks for numbers that do not fit their time, body by body.
func checkCongresses(ctx context.Context, s *store.Store, places statement.Places) (out []Finding, err error) {
	all, err := Congresses(ctx, s)
	if err != nil {
		return nil, err
	}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].BodyIRI == all[0].BodyIRI {
			n++
		}
		out = append(out, checkNumbers(all[:n], listedCongresses(places, all[0].Body))...)
		all = all[n:]
	}
	return out, nil
}

// listedCongresses are the congresses of a body that the list knows, by their number.
func listedCongresses(places statement.Places, body string) map[int]gazetteer.CongressFact {
	out := map[int]gazetteer.CongressFact{}
	for _, f := range places.Congresses() {
		if f.Body == body && f.Ordinal > 0 && strings.HasSuffix(f.Kind, "congress") {
			out[f.Ordinal] = f
		}
	}
	return out
}

const (
	sameCongress = 92 // days by which two dates of one congress may differ
	farBack      = 3  // a number lower than that of the last congress by this much is suspect
)

// checkNumbers compares what is said of the congresses of one body with the list and with one another.
func checkNumbers(all []CongressSaid, listed map[int]gazetteer.CongressFact) (out []Finding) {
	add := func(what string, said ...CongressSaid) {
		f := Finding{Kind: "ordinal", About: all[0].Body, What: what}
		for _, c := range said {
			f.Said = append(f.Said, Said{Sentence: c.Sentence, Source: c.Source, Passage: c.Passage})
		}
		sortSaid(f.Said)
		out = append(out, f)
	}
	for i, a := range all {
		if a.Ordinal == 0 {
			continue
		}
		if f, known := listed[a.Ordinal]; known && !a.From.IsZero() && !f.From.IsZero() && apart(a.From, f.From) > sameCongress {
			add(fmt.Sprintf("congress %s met on %s, the list says %s", record.Roman(a.Ordinal), a.From, f.From), a)
		}
		for _, b := range all[:i] {
			if b.Ordinal != 0 && b.Ordinal != a.Ordinal && !a.From.IsZero() && !b.From.IsZero() &&
				(a.Ordinal < b.Ordinal) != (a.From.Compare(b.From) < 0) && apart(a.From, b.From) > sameCongress {
				add(fmt.Sprintf("congress %s on %s and congress %s on %s are out of order",
					record.Roman(a.Ordinal), a.From, record.Roman(b.Ordinal), b.From), b, a)
			}
		}
		if _, known := listed[a.Ordinal]; !known && a.From.IsZero() {
			if last, on := lastCongress(a.Published, all, listed); last-a.Ordinal >= farBack || last > 0 && a.Ordinal > last+1 {
				add(fmt.Sprintf("congress %s is spoken of on %s, without a day of its own, when congress %s of %s was the last",
					record.Roman(a.Ordinal), a.Published, record.Roman(last), on), a)
			}
		}
	}
	return out
}

// apart is the number of days between two dates, 0 if they overlap.
func apart(a, b record.Date) int {
	switch {
	case a.First().Compare(b.Last()) > 0:
		return b.Last().DaysTo(a.First())
	case b.First().Compare(a.Last()) > 0:
		return a.Last().DaysTo(b.First())
	}
	return 0
}

// lastCongress is the highest number of a congress that had met by a day, according to the list and the articles, and
// the day on which it met; 0 if none is known.
func lastCongress(day record.Date, all []CongressSaid, listed map[int]gazetteer.CongressFact) (last int, on record.Date) {
	if day.IsZero() {
		return 0, on
	}
	see := func(n int, from record.Date) {
		if n > last && !from.IsZero() && from.First().Compare(day.Last()) <= 0 {
			last, on = n, from
		}
	}
	for n, f := range listed {
		see(n, f.From)
	}
	for _, c := range all {
		see(c.Ordinal, c.From)
	}
	return last, on
}
