// Package search finds things by what people type: persons, posts, organisations, places, congresses,
// meetings, documents and articles.
//
// What comes in are words as they are typed, the last perhaps not to its end; what goes out are things,
// the best first. Names and words are compared by graph.Key: diacritics, old and new tone marks and
// abbreviations make no difference. All names are in memory, some hundred bytes each, and a search looks
// at every one: simpler than an index, and quick enough for some hundred thousand.
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
	kinds map[graph.Kind][]entry
	size  int
}

type entry struct {
	graph.Name
	label string   // its key
	text  string   // its keys one after the other, with a space before and behind each word
	keys  []string // parts of the text
}

// New reads the names of everything in a store.
func New(ctx context.Context, s *graph.Store) (*Index, error) {
	names, err := s.Names(ctx)
	if err != nil {
		return nil, err
	}
	x := &Index{kinds: map[graph.Kind][]entry{}, size: len(names)}
	for _, n := range names {
		kind := graph.KindOf(n.IRI)
		x.kinds[kind] = append(x.kinds[kind], newEntry(n))
	}
	return x, nil
}

func newEntry(n graph.Name) entry {
	e := entry{Name: n, label: graph.Key(n.Label)}
	var keys []string
	for _, k := range append(n.Keys, e.label) {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	e.Keys, e.text = nil, " "+strings.Join(keys, "  ")+" "
	at := 0
	for _, k := range keys {
		end := at + len(k) + 2
		e.keys = append(e.keys, e.text[at:end])
		at = end
	}
	return e
}

// Size is the number of things that can be found.
func (x *Index) Size() int { return x.size }

// Find gives the best hits of a kind, or of all kinds for "", and how many there are in all. A name
// matches when it has every word of the query, in any order; each may be the beginning of a word.
func (x *Index) Find(query string, kind graph.Kind, limit int) (hits []Hit, total int) {
	key := graph.Key(query)
	words := strings.Fields(key)
	if len(words) == 0 {
		return nil, 0
	}
	rare := " " + slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) }) // what most names do not have
	kinds := []graph.Kind{kind}
	if kind == "" {
		kinds = graph.Kinds()
	}
	var found []match
	for _, kind := range kinds {
		for i := range x.kinds[kind] {
			e := &x.kinds[kind][i]
			if !strings.Contains(e.text, rare) {
				continue
			}
			if rank := e.rank(key, words); rank > 0 {
				found = append(found, match{e, kind, rank})
			}
		}
	}
	total = len(found)
	for _, m := range best(found, limit) {
		hits = append(hits, Hit{m.Name, m.kind})
	}
	return hits, total
}

// match is a thing whose name matches.
type match struct {
	*entry
	kind graph.Kind
	rank int
}

// compare puts what matches better first.
func (m match) compare(n match) int {
	return cmp.Or(n.rank-m.rank, n.Weight-m.Weight, len(m.label)-len(n.label),
		strings.Compare(m.Label, n.Label), strings.Compare(m.IRI, n.IRI))
}

// best are the first of all in their order. Of many, most are worse than those that it has, and are not
// put in order.
func best(all []match, limit int) []match {
	if limit <= 0 {
		return nil
	}
	var first []match
	full := false
	for _, m := range all {
		if full && m.compare(first[limit-1]) > 0 {
			continue
		}
		if first = append(first, m); len(first) == 2*limit {
			slices.SortFunc(first, match.compare)
			first, full = first[:limit], true
		}
	}
	slices.SortFunc(first, match.compare)
	return first[:min(limit, len(first))]
}

// Known are the things of a kind that most is said of.
func (x *Index) Known(kind graph.Kind, limit int) (hits []Hit) {
	for _, e := range x.kinds[kind] {
		hits = append(hits, Hit{e.Name, kind})
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
