// Package search finds things by what people type: persons, posts, organisations, places, congresses,
// meetings, documents and articles.
//
// What comes in are words as they are typed, the last perhaps not to its end; what goes out are things,
// the best first. Names and words are compared by graph.Key: diacritics, old and new tone marks and
// abbreviations make no difference. All names are in memory, about 100 bytes each, and a search looks at
// every one: simpler than an index, and quick enough for some hundred thousand.
package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/graph"
)

// Hit is something found.
type Hit struct {
	graph.Name
	Kind graph.Kind
}

// Index is what can be found. It does not change.
type Index struct {
	entries []entry
}

type entry struct {
	graph.Name
	kind  graph.Kind
	label string   // its key
	keys  []string // by which it is known, with a space before and behind each word
}

// New reads the names of everything in a store.
func New(ctx context.Context, s *graph.Store) (*Index, error) {
	names, err := s.Names(ctx)
	if err != nil {
		return nil, err
	}
	x := &Index{entries: make([]entry, 0, len(names))}
	for _, n := range names {
		e := entry{Name: n, kind: graph.KindOf(n.IRI), label: graph.Key(n.Label)}
		for _, k := range append(n.Keys, e.label) {
			if k = " " + k + " "; !slices.Contains(e.keys, k) {
				e.keys = append(e.keys, k)
			}
		}
		e.Keys = nil
		x.entries = append(x.entries, e)
	}
	return x, nil
}

// Size is the number of things that can be found.
func (x *Index) Size() int { return len(x.entries) }

// Find gives the best hits of a kind, or of all kinds for "", and how many there are in all. A name
// matches when it has every word of the query, in any order; each may be the beginning of a word.
func (x *Index) Find(query string, kind graph.Kind, limit int) (hits []Hit, total int) {
	key := graph.Key(query)
	words := strings.Fields(key)
	if len(words) == 0 {
		return nil, 0
	}
	type match struct{ entry, rank int }
	var found []match
	for i := range x.entries {
		e := &x.entries[i]
		if kind != "" && e.kind != kind {
			continue
		}
		if rank := e.rank(key, words); rank > 0 {
			found = append(found, match{i, rank})
		}
	}
	slices.SortFunc(found, func(a, b match) int {
		m, n := &x.entries[a.entry], &x.entries[b.entry]
		return cmp.Or(b.rank-a.rank, n.Weight-m.Weight, len(m.label)-len(n.label),
			strings.Compare(m.Label, n.Label), strings.Compare(m.IRI, n.IRI))
	})
	for _, m := range found[:min(limit, len(found))] {
		hits = append(hits, Hit{x.entries[m.entry].Name, x.entries[m.entry].kind})
	}
	return hits, len(found)
}

// Known are the things of a kind that most is said of.
func (x *Index) Known(kind graph.Kind, limit int) (hits []Hit) {
	for i := range x.entries {
		if e := &x.entries[i]; e.kind == kind {
			hits = append(hits, Hit{e.Name, kind})
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(b.Weight-a.Weight, strings.Compare(a.Label, b.Label), strings.Compare(a.IRI, b.IRI))
	})
	return slices.Clone(hits[:min(limit, len(hits))])
}

// rank says how well a name matches: 4 for the name itself, 3 for its beginning, 2 for whole words one
// after the other, 1 for all words, 0 for no match.
func (e *entry) rank(key string, words []string) int {
	best := 0
	for _, k := range e.keys {
		switch {
		case len(k) == len(key)+2 && k[1:len(k)-1] == key:
			return 4
		case best < 3 && strings.HasPrefix(k[1:], key):
			best = 3
		case best < 2 && strings.Contains(k, " "+key+" "):
			best = 2
		case best < 1 && hasAll(k, words):
			best = 1
		}
	}
	return best
}

// hasAll reports whether each word is the beginning of a word of a name.
func hasAll(name string, words []string) bool {
	for _, w := range words {
		if !hasBeginning(name, w) {
			return false
		}
	}
	return true
}

// hasBeginning reports whether a word of a name begins with w, without making a new string of it.
func hasBeginning(name, w string) bool {
	for at := 0; ; {
		i := strings.Index(name[at:], w)
		if i < 0 {
			return false
		}
		if i += at; name[i-1] == ' ' {
			return true
		}
		at = i + 1
	}
}
