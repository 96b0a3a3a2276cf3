// Package search finds things by what people type: persons, posts, organisations, places, congresses,
// meetings, documents and articles.
//
// What comes in are words as they are typed, the last perhaps not to its end; what goes out are things,
// the best first. Names and words are compared by vocab.Key: diacritics, old and new tone marks and
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
	"unicode"

	"github.com/agnivade/levenshtein"

	"github.com/nhiemky/nhiemky/extract/text"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Hit is something found.
type Hit struct {
	view.Name
	Kind vocab.Kind
}

// Index holds all names. It does not change.
type Index struct {
	entries []entry
	words   []string  // of all keys, sorted
	having  [][]int32 // for each word, the entries that contain it
}

type entry struct {
	view.Name
	kind  vocab.Kind
	label string   // its key
	said  string   // the label with its diacritics, in small letters, a space before each word
	keys  []string // by which it is known, with a space before and behind each word
}

// New reads the names of everything in a store.
func New(ctx context.Context, s *store.Store) (*Index, error) {
	names, err := view.Names(ctx, s)
	if err != nil {
		return nil, err
	}
	return newIndex(names), nil
}

func newIndex(names []view.Name) *Index {
	x := &Index{entries: make([]entry, 0, len(names))}
	having := map[string][]int32{}
	for i, n := range names {
		e := entry{Name: n, kind: vocab.KindOf(n.IRI), label: vocab.Key(n.Label), said: said(n.Label)}
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
// matches when it has every word of the query, in any order; the last may be the beginning of a word.
// Where no name has them so, each may be. Names with the diacritics that were typed come first.
func (x *Index) Find(query string, kind vocab.Kind, limit int) (hits []Hit, total int) {
	t := newTyped(query)
	if len(t.begins) == 0 {
		return nil, 0
	}
	var found []match
	whole := false // some name has all words but the last whole
	for i := range x.rarest(strings.Fields(t.whole)) {
		e := &x.entries[i]
		if kind != "" && e.kind != kind {
			continue
		}
		if rank := e.rank(t); rank > 0 {
			found = append(found, match{e, rank, t.marked != nil && hasAll(e.said, t.marked)})
			whole = whole || rank > beginnings
		}
	}
	if whole {
		found = slices.DeleteFunc(found, func(m match) bool { return m.rank == beginnings })
	}
	total = len(found)
	for _, m := range best(found, limit, match.compare) {
		hits = append(hits, Hit{m.Name, m.kind})
	}
	return hits, total
}

// rarest returns the entries for the word that the fewest entries contain, or that begin with it, without duplicates.
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

// match is a matching thing.
type match struct {
	*entry
	rank   int
	marked bool // with the diacritics that were typed
}

// compare sorts better matches first.
func (m match) compare(n match) int {
	if m.marked != n.marked {
		if m.marked {
			return -1
		}
		return 1
	}
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

// Known returns the things of a kind that most statements are about.
func (x *Index) Known(kind vocab.Kind, limit int) (hits []Hit) {
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

// typed is the query in the forms that are compared.
type typed struct {
	whole  string   // with a space before and behind each word
	begins []string // its words, each with a space before
	words  []string // the same but the last with a space behind too
	marked []string // its words with their diacritics, each with a space before; nil when it has none
}

func newTyped(query string) typed {
	t := typed{whole: " " + vocab.Key(query) + " "}
	all := strings.Fields(t.whole)
	for i, w := range all {
		t.begins = append(t.begins, " "+w)
		if i < len(all)-1 {
			w += " "
		}
		t.words = append(t.words, " "+w)
	}
	if folded := strings.ToLower(text.Letters(query)); strings.ContainsFunc(folded, func(c rune) bool { return c > unicode.MaxASCII }) {
		for w := range strings.FieldsSeq(folded) {
			t.marked = append(t.marked, " "+text.Fold(w))
		}
	}
	return t
}

// said is a name as it is spoken: with its diacritics, in small letters.
func said(label string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(text.Letters(label)) {
		b.WriteByte(' ')
		b.WriteString(text.Fold(w))
	}
	return b.String()
}

// How well a name matches.
const (
	beginnings = iota + 1 // each word is the beginning of one of the name
	anyOrder              // all words, the last perhaps not to its end
	together              // whole, one after the other
	atBegin               // it begins the name
	itself                // it is the name
)

// rank says how well a name matches, 0 for not at all.
func (e *entry) rank(t typed) int {
	best := 0
	for _, k := range e.keys {
		switch {
		case k == t.whole:
			return itself
		case best < atBegin && strings.HasPrefix(k, t.whole[:len(t.whole)-1]):
			best = atBegin
		case best < together && strings.Contains(k, t.whole):
			best = together
		case best < anyOrder && hasAll(k, t.words):
			best = anyOrder
		case best < beginnings && hasAll(k, t.begins):
			best = beginnings
		}
	}
	return best
}

func hasAll(name string, parts []string) bool {
	for _, part := range parts {
		if !strings.Contains(name, part) {
			return false
		}
	}
	return true
}

// minSlip is the length from which a word may have a slip, in letters.
const minSlip = 3

// Near gives hits for a query of which one word has one letter too many, too few or wrong: for what
// Find does not find.
func (x *Index) Near(query string, kind vocab.Kind, limit int) (hits []Hit) {
	words := strings.Fields(vocab.Key(query))
	for i, w := range words {
		if len(w) < minSlip {
			continue
		}
		for _, near := range x.words {
			if len(near)-len(w) > 1 || len(w)-len(near) > 1 || levenshtein.ComputeDistance(w, near) != 1 {
				continue
			}
			other := slices.Clone(words)
			other[i] = near
			found, _ := x.Find(strings.Join(other, " "), kind, limit)
			for _, h := range found {
				if !slices.ContainsFunc(hits, func(o Hit) bool { return o.IRI == h.IRI }) {
					hits = append(hits, h)
				}
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return b.Weight - a.Weight })
	return hits[:min(limit, len(hits))]
}
