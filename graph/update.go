package graph

import (
	"context"

	"github.com/cayleygraph/quad"
)

// update is one run of changes to a store. It gathers what is touched, so that what follows from it
// can be derived at the end. Between the first change and the end a quad in the store says that the
// derived layer is stale; a run that finds it there does everything anew.
type update struct {
	store   *Store
	read    reader
	mending bool // an earlier run did not come to its end
	marked  bool // the store says that it is stale
	change  change
	removed int
	stored  int

	articles map[quad.IRI]bool // true for articles of which more may be touched than the quads that changed
	persons  map[string]bool   // names whose persons may have changed
	groups   map[string]bool   // groups of documents that may have changed
	dropped  map[quad.IRI]bool // nodes that something no longer speaks of
}

var staleMark = quad.Quad{Subject: Bookkeeping, Predicate: quad.IRI(nsOwn + "stale"), Object: boolean(true), Label: Bookkeeping}

func (s *Store) begin(ctx context.Context) (*update, error) {
	u := &update{store: s, read: s.reader(ctx), articles: map[quad.IRI]bool{},
		persons: map[string]bool{}, groups: map[string]bool{}, dropped: map[quad.IRI]bool{}}
	stale, err := u.read.has(staleMark)
	u.mending, u.marked = stale, stale
	return u, err
}

// replace plans that the quads before give way to those after, in whatever article they are.
func (u *update) replace(before, after []quad.Quad) {
	u.exchange(before, after)
	for _, quads := range [][]quad.Quad{before, after} {
		for _, q := range quads {
			if label, ok := q.Label.(quad.IRI); ok && label != Reference && label != Derived {
				u.articles[label] = true
			}
			u.touch(q)
		}
	}
}

// exchange plans that the quads before give way to those after. Both are without repetitions.
func (u *update) exchange(before, after []quad.Quad) {
	old := make(map[quad.Quad]bool, len(before))
	for _, q := range before {
		old[q] = true
	}
	for _, q := range after {
		if old[q] {
			delete(old, q)
			continue
		}
		u.change.add = append(u.change.add, q)
	}
	for _, q := range before {
		if !old[q] {
			continue
		}
		u.change.remove = append(u.change.remove, q)
		for _, v := range [2]quad.Value{q.Subject, q.Object} {
			if node, ok := v.(quad.IRI); ok && q.Label != Derived {
				u.dropped[node] = true
			}
		}
	}
}

// touch notes what may follow from a quad of an article.
func (u *update) touch(q quad.Quad) {
	switch {
	case q.Label == Derived || q.Label == Reference:
	case q.Predicate == PropName:
		u.persons[words(q.Object)] = true
	case q.Predicate == PropGroup:
		u.groups[words(q.Object)] = true
	}
}

// flushFull carries out what is planned when it is enough for a transaction.
func (u *update) flushFull() error {
	if len(u.change.add)+len(u.change.remove) < batchSize {
		return nil
	}
	return u.flush()
}

func (u *update) flush() error {
	if len(u.change.add)+len(u.change.remove) == 0 {
		return nil
	}
	c := u.change
	u.change = change{}
	u.removed += exported(c.remove)
	u.stored += exported(c.add)
	if !u.marked {
		c.add = append(c.add, staleMark)
		u.marked = true
	}
	return u.store.apply(c)
}

// exported is the number of quads that the store does not keep for itself.
func exported(quads []quad.Quad) (n int) {
	for _, q := range quads {
		if q.Label != Bookkeeping {
			n++
		}
	}
	return n
}

// finish carries out what is planned, and brings the other layers up to date.
func (u *update) finish() error {
	if err := u.flush(); err != nil || !u.marked {
		return err
	}
	if u.mending {
		if err := u.touchAll(); err != nil {
			return err
		}
	}
	if err := u.touchArticles(); err != nil {
		return err
	}
	if err := u.sweep(); err != nil {
		return err
	}
	if err := u.derive(); err != nil {
		return err
	}
	if err := u.flush(); err != nil {
		return err
	}
	u.marked = false
	return u.store.apply(change{remove: []quad.Quad{staleMark}})
}

// touchArticles notes what may follow from articles of which only some quads changed.
func (u *update) touchArticles() error {
	for article, partly := range u.articles {
		if !partly {
			continue
		}
		err := u.read.each(quad.Label, article, func(q quad.Quad) bool {
			u.touch(q)
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// touchAll notes everything that is stored as touched.
func (u *update) touchAll() error {
	for _, property := range []quad.IRI{PropName, PropGroup} {
		err := u.read.each(quad.Predicate, property, func(q quad.Quad) bool {
			q.Label = nil // of derived quads too: what they speak of may be gone
			u.touch(q)
			return true
		})
		if err != nil {
			return err
		}
	}
	return u.read.each(quad.Label, Reference, func(q quad.Quad) bool {
		if node, ok := q.Subject.(quad.IRI); ok {
			u.dropped[node] = true
		}
		return true
	})
}
