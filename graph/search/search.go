// Package search finds things by what people type: persons, posts, organisations, places, congresses,
// meetings, documents and articles.
//
// What comes in are words as they are typed, the last perhaps not to its end; what goes out are things,
// the best first. Names and words are compared by graph.Key: diacritics, old and new tone marks and
// abbreviations make no difference. All names are in memory, some hundred bytes each, and a search looks
// at those that have the rarest of its words.
package search

import (
	"cmp"
	"context"
	"iter"
	"maps"
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
	words   []string  // of all keys, in order
	having  [][]int32 // of each word, the entries that have it
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
	return newIndex(names), nil
}

func newIndex(names []graph.Name) *Index {
	x := &Index{entries: make([]entry, 0, len(names))}
	having := map[string][]int32{}
	for i, n := range names {
		e := entry{Name: n, kind: graph.KindOf(n.IRI), label: graph.Key(n.Label)}
		for _, k := range append(n.Keys, e.label) {
			if k = " " + k + " "; slices.Contains(e.keys, k) {
				continue
			}
			e.keys = append(e.keys, k)
			for w := range strings.FieldsSeq(k) {
				if of := having[w]; len(of) == 0 || of[len(of)-1] != int32(i) {
					having[w] = append(of, int32(i))
				}
			}
		}
		e.Keys = nil
		x.entries = append(x.entries, e)
	}
	x.words = slices.Sorted(maps.Keys(having))
	for _, w := range x.words {
		x.having = append(x.having, having[w])
	}
	return x
}

// Size is the number of things that can be found.
func (x *Index) Size() int { return len(x.entries) }

// Find gives the best hits of a kind, or of all kinds for "", and how many there are in all. A name
// matches when it has every word of the query, in any order; each may be the beginning of a word.
func (x *Index) Find(query string, kind graph.Kind, limit int) (hits []Hit, total int) {
	t := typed{whole: " " + graph.Key(query) + " "}
	words := strings.Fields(t.whole)
	if len(words) == 0 {
		return nil, 0
	}
	for _, w := range words {
		t.begins = append(t.begins, " "+w)
	}
	var found []match
	for i := range x.rarest(words) {
		e := &x.entries[i]
		if kind != "" && e.kind != kind {
			continue
		}
		if rank := e.rank(t); rank > 0 {
			found = append(found, match{e, rank})
		}
	}
	total = len(found)
	for _, m := range best(found, limit, match.compare) {
		hits = append(hits, Hit{m.Name, m.kind})
	}
	return hits, total
}

// rarest gives the entries with a word that begins as the one of those that fewest have, each once.
func (x *Index) rarest(words []string) iter.Seq[int32] {
	var lists [][]int32
	least := -1
	for _, w := range words {
		from, _ := slices.BinarySearch(x.words, w)
		to, size := from, 0
		for ; to < len(x.words) && strings.HasPrefix(x.words[to], w); to++ {
			size += len(x.having[to])
		}
		if least < 0 || size < least {
			least, lists = size, x.having[from:to]
		}
	}
	return func(yield func(int32) bool) {
		seen := make([]bool, len(x.entries))
		for _, list := range lists {
			for _, i := range list {
				if !seen[i] {
					seen[i] = true
					if !yield(i) {
						return
					}
				}
			}
		}
	}
}

// match is a thing whose name matches.
type match struct {
	*entry
	rank int
}

// compare puts what matches better first.
func (m match) compare(n match) int {
	return cmp.Or(n.rank-m.rank, n.Weight-m.Weight, len(m.label)-len(n.label),
		strings.Compare(m.Label, n.Label), strings.Compare(m.IRI, n.IRI))
}

// best are the first of all in an order. Of many, most are worse than those that it has, and are not put
// in order.
func best[T any](all []T, limit int, compare func(a, b T) int) []T {
	if limit <= 0 {
		return nil
	}
	var first []T
	full := false
	for _, one := range all {
		if full && compare(one, first[limit-1]) > 0 {
			continue
		}
		if first = append(first, one); len(first) == 2*limit {
			slices.SortFunc(first, compare)
			first, full = first[:limit], true
		}
	}
	slices.SortFunc(first, compare)
	return first[:min(limit, len(first))]
}

// Known are the things of a kind that most is said of.
func (x *Index) Known(kind graph.Kind, limit int) (hits []Hit) {
	var all []*entry
	for i := range x.entries {
		if e := &x.entries[i]; e.kind == kind {
			all = append(all, e)
		}
	}
	for _, e := range best(all, limit, moreKnown) {
		hits = append(hits, Hit{e.Name, kind})
	}
	return hits
}

func moreKnown(a, b *entry) int {
	return cmp.Or(b.Weight-a.Weight, strings.Compare(a.Label, b.Label), strings.Compare(a.IRI, b.IRI))
}

// typed is what is looked for.
type typed struct {
	whole  string   // with a space before and behind each word
	begins []string // its words, each with a space before
}

// rank says how well a name matches: 4 for the name itself, 3 for its beginning, 2 for whole words one
// after the other, 1 for all words, 0 for no match.
func (e *entry) rank(t typed) int {
	best := 0
	for _, k := range e.keys {
		switch {
		case k == t.whole:
			return 4
		case best < 3 && strings.HasPrefix(k, t.whole[:len(t.whole)-1]):
			best = 3
		case best < 2 && strings.Contains(k, t.whole):
			best = 2
		case best < 1 && t.allIn(k):
			best = 1
		}
	}
	return best
}

// allIn reports whether each word is the beginning of a word of a name.
func (t typed) allIn(name string) bool {
	for _, w := range t.begins {
		if !strings.Contains(name, w) {
			return false
		}
	}
	return true
}
