package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/nhiemky/nhiemky/extract"
)

// Report says what Add did, each list in the order of names.
type Report struct {
	Added      []string    // articles that were not there
	Changed    []string    // articles that said something else before, or were read in another way
	Unchanged  []string    // articles that are there as they are
	Duplicates []Duplicate // articles left out because another has the same bytes
	Mended     bool        // an earlier run was interrupted, and what it left undone is done
	Removed    int         // quads taken out
	Stored     int         // quads put in
}

// Duplicate is an article with the bytes of another.
type Duplicate struct{ Name, Of string }

// Add stores what articles say. An article that is there unchanged stays as it is; what a changed one
// said before is taken out; of articles with the same bytes one is kept: the one that is stored, or
// else the first by name. Then everything that follows from the articles touched is derived anew.
//
// Articles are stored in groups, each group wholly or not at all. When the process dies in between,
// the next Add or Load derives what is missing. progress is called after each article, and may be nil.
func (s *Store) Add(ctx context.Context, places Places, results []extract.Result, progress func(done, total int)) (Report, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	u, err := s.begin(ctx)
	if err != nil {
		return Report{}, err
	}
	a := &adding{update: u, places: newGazetteer(places), known: map[quad.IRI]bool{}}
	a.plan(results)
	for i, r := range a.results {
		if err := ctx.Err(); err != nil {
			return a.report, fmt.Errorf("stopped after %d of %d articles: %w", i, len(a.results), context.Cause(ctx))
		}
		if err := a.article(r); err != nil {
			return a.report, err
		}
		if progress != nil {
			progress(i+1, len(a.results))
		}
	}
	err = a.finish()
	a.report.Mended, a.report.Removed, a.report.Stored = a.mending && err == nil, a.removed, a.stored
	return a.report, err
}

// adding is one run of Add.
type adding struct {
	*update
	places  *gazetteer
	results []extract.Result  // by name, the last of each name
	sums    map[string]string // name -> sha256 of its bytes, for each of results
	firsts  map[string]string // sha256 -> first name of results with it
	known   map[quad.IRI]bool // shared nodes that are described as they should be
	report  Report
}

// plan puts the articles in order, and finds those with the same bytes.
func (a *adding) plan(results []extract.Result) {
	sorted := slices.Clone(results)
	slices.SortStableFunc(sorted, func(x, y extract.Result) int { return strings.Compare(x.Document.Name, y.Document.Name) })
	a.sums, a.firsts = map[string]string{}, map[string]string{}
	for i, r := range sorted {
		if i+1 < len(sorted) && sorted[i+1].Document.Name == r.Document.Name {
			continue
		}
		sum := sha256.Sum256(r.Document.Raw)
		text := hex.EncodeToString(sum[:])
		a.results = append(a.results, r)
		a.sums[r.Document.Name] = text
		if _, found := a.firsts[text]; !found {
			a.firsts[text] = r.Document.Name
		}
	}
}

// owner is the name under which the bytes of an article are kept.
func (a *adding) owner(sum string) (string, error) {
	stored, err := a.read.subjects(PropSHA256, quad.String(sum), "")
	if err != nil {
		return "", err
	}
	var names []string
	for _, article := range stored {
		ids, err := a.read.objects(article, PropIdentifier)
		if err != nil {
			return "", err
		}
		for _, id := range ids {
			name := words(id)
			if now, again := a.sums[name]; !again || now == sum {
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return a.firsts[sum], nil
	}
	return slices.Min(names), nil
}

// article plans what one article changes.
func (a *adding) article(r extract.Result) error {
	name := r.Document.Name
	owner, err := a.owner(a.sums[name])
	if err != nil {
		return err
	}
	st := statements{article: ArticleIRI(name)}
	if owner == name {
		if st, err = statementsOf(a.places, r); err != nil {
			return err
		}
	}
	before, err := a.read.all(quad.Label, st.article)
	if err != nil {
		return err
	}
	switch {
	case owner != name:
		a.report.Duplicates = append(a.report.Duplicates, Duplicate{name, owner})
	case len(before) == 0:
		a.report.Added = append(a.report.Added, name)
	case slices.ContainsFunc(before, func(q quad.Quad) bool {
		return q.Predicate == PropStatements && words(q.Object) == st.digest
	}):
		a.report.Unchanged = append(a.report.Unchanged, name)
		return a.keepText(st.article, r.Document.Raw)
	default:
		a.report.Changed = append(a.report.Changed, name)
	}
	if owner != name && len(before) == 0 {
		return nil
	}
	raw := r.Document.Raw
	if owner != name {
		raw = nil
	}
	if err := a.keepText(st.article, raw); err != nil {
		return err
	}
	a.exchange(before, st.quads)
	for _, q := range before {
		a.touch(q)
	}
	for _, q := range st.quads {
		a.touch(q)
	}
	return a.shared(st)
}

// shared plans what the description of things changes that an article speaks of.
func (a *adding) shared(st statements) error {
	for node, quads := range st.shared {
		if a.known[node] {
			continue
		}
		a.known[node] = true
		before, err := a.read.labelled(node, Reference)
		if err != nil {
			return err
		}
		a.exchange(before, quads)
	}
	return a.flushFull()
}
