package ingest

import (
	"context"
	"errors"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// update is one run of changes to a store. It collects what is touched, and at the end updates the data derived from
// it. From the first change until then a quad in the store says that the derived layer is stale. A run that finds
// this quad also derives what the interrupted run touched, or everything if that is not known.
type update struct {
	store   *store.Store
	ctx     context.Context
	read    store.Reader // not cancelled with the context, so that no change is planned by half
	resumed bool         // an earlier run was interrupted
	mending bool         // and what it touched is not known
	marked  bool         // the store is marked as stale
	change  store.Change
	bytes   int          // of articles in the change
	landing <-chan error // receives the outcome of the transaction in progress; nil if there is none
	removed int
	stored  int
	dropped map[uint64]bool // marks of the fingerprints of articles that were replaced

	progress func(done, total int) // called as things are derived; may be nil
	articles map[quad.IRI]bool     // true for articles that may affect more than the quads that changed
	touched  *touched
}

// largeRun is the number of changed quads from which on the database is compacted after a run.
const largeRun = 100_000

func beginUpdate(ctx context.Context, s *store.Store) (*update, error) {
	u := &update{store: s, ctx: ctx, read: s.Reader(context.WithoutCancel(ctx)), articles: map[quad.IRI]bool{}, dropped: map[uint64]bool{}, touched: newTouched(s.Path())}
	stale, err := u.read.Has(store.StaleMark)
	if err != nil {
		return nil, err
	}
	u.resumed, u.marked = stale, stale
	if !stale { // left over from a run that died between its last two steps
		return u, u.touched.remove()
	}
	known, err := u.touched.read()
	u.mending = !known
	return u, err
}

// replace plans to replace some quads by others, in any article.
func (u *update) replace(before, after []quad.Quad) {
	u.exchange(before, after)
	for _, quads := range [][]quad.Quad{before, after} {
		for _, q := range quads {
			if label, ok := q.Label.(quad.IRI); ok && label != vocab.Reference && label != vocab.Derived {
				u.articles[label] = true
			}
			u.touch(q)
		}
	}
}

// exchange plans to replace the quads before by the quads after. Neither list has duplicates.
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
		u.change.Add = append(u.change.Add, q)
	}
	for _, q := range before {
		if !old[q] {
			continue
		}
		u.change.Remove = append(u.change.Remove, q)
		for _, v := range [2]quad.Value{q.Subject, q.Object} {
			if node, ok := v.(quad.IRI); ok && q.Label != vocab.Derived {
				u.touched.node(node)
			}
		}
	}
}

// touch marks what may depend on a quad of an article.
func (u *update) touch(q quad.Quad) {
	switch {
	case q.Label == vocab.Derived || q.Label == vocab.Reference:
	case q.Predicate == vocab.PropName:
		u.touched.person(vocab.Words(q.Object))
	case q.Predicate == vocab.PropGroup:
		u.touched.group(vocab.Words(q.Object))
	}
}

// full reports whether enough is planned for a transaction.
func (u *update) full() bool {
	return len(u.change.Add)+len(u.change.Remove) >= store.BatchSize || u.bytes >= store.BatchBytes
}

// flush stores the planned changes and waits until they are in the store.
func (u *update) flush() error {
	if err := u.flushBeside(); err != nil {
		return err
	}
	return u.landed()
}

// flushBeside stores the planned changes. If they only add quads, this happens in the background, and readers see the
// quads once the transaction is complete. Cayley can be read during a transaction unless the transaction removes
// nodes whose numbers Cayley caches.
func (u *update) flushBeside() error {
	if err := u.landed(); err != nil || len(u.change.Add)+len(u.change.Remove) == 0 {
		return err
	}
	if err := u.touched.write(); err != nil {
		return err
	}
	c := u.change
	u.change, u.bytes = store.Change{}, 0
	u.removed += exported(c.Remove)
	u.stored += exported(c.Add)
	if !u.marked {
		c.Add = append(c.Add, store.StaleMark)
		u.marked = true
	}
	if len(c.Remove) > 0 || u.store.Path() == "" { // a store in memory cannot be read while it is written
		return u.store.Apply(c)
	}
	landing := make(chan error, 1)
	u.landing = landing
	go func() { landing <- u.store.Apply(c) }()
	return nil
}

// landed waits for the transaction in progress.
func (u *update) landed() error {
	if u.landing == nil {
		return nil
	}
	err := <-u.landing
	u.landing = nil
	return err
}

// exported is the number of quads that are part of an export.
func exported(quads []quad.Quad) (n int) {
	for _, q := range quads {
		if q.Label != vocab.Bookkeeping {
			n++
		}
	}
	return n
}

// finish stores the planned changes and updates the other layers.
func (u *update) finish() error {
	defer func() { _ = u.landed() }() // if it ends early
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
	if err := u.tie(); err != nil {
		return err
	}
	if err := u.derive(); err != nil {
		return err
	}
	if err := u.flush(); err != nil {
		return err
	}
	u.marked = false
	if u.removed+u.stored >= largeRun {
		if err := u.store.PutInOrder(); err != nil {
			return err
		}
	}
	if err := errors.Join(u.store.Apply(store.Change{Remove: []quad.Quad{store.StaleMark}}), u.touched.remove()); err != nil {
		return err
	}
	u.store.Finished()
	return nil
}

// touchArticles marks what may depend on articles of which only some quads changed.
func (u *update) touchArticles() error {
	for article, partly := range u.articles {
		if !partly {
			continue
		}
		err := u.read.Each(quad.Label, article, func(q quad.Quad) bool {
			u.touch(q)
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// touchAll marks everything in the store as touched.
func (u *update) touchAll() error {
	for _, property := range []quad.IRI{vocab.PropName, vocab.PropGroup} {
		err := u.read.Each(quad.Predicate, property, func(q quad.Quad) bool {
			q.Label = nil // derived quads too: what they refer to may be gone
			u.touch(q)
			return true
		})
		if err != nil {
			return err
		}
	}
	err := u.read.Each(quad.Predicate, vocab.PropShingles, func(q quad.Quad) bool {
		if article, ok := q.Subject.(quad.IRI); ok {
			u.touched.article(article)
		}
		return true
	})
	if err != nil {
		return err
	}
	return u.read.Each(quad.Label, vocab.Reference, func(q quad.Quad) bool {
		if node, ok := q.Subject.(quad.IRI); ok {
			u.touched.node(node)
		}
		return true
	})
}
