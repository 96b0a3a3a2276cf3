package ingest

import (
	"context"
	"errors"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// update is one run of changes to a store. It gathers what is touched, so that what follows from it
// can be derived at the end. Between the first change and the end a quad in the store says that the
// derived layer is stale; a run that finds it there derives what was touched before as well, or
// everything when nobody knows what that was.
type update struct {
	store   *store.Store
	ctx     context.Context
	read    store.Reader // goes on when the context has ended, so that nothing is planned by halves
	resumed bool         // an earlier run did not come to its end
	mending bool         // and nobody knows what it touched
	marked  bool         // the store says that it is stale
	change  store.Change
	bytes   int          // of articles in the change
	landing <-chan error // gives the outcome of a change that is being carried out; nil for none
	removed int
	stored  int

	progress func(done, total int) // told of what is derived, or nil
	articles map[quad.IRI]bool     // true for articles of which more may be touched than the quads that changed
	touched  *touched
}

// largeRun is how many quads a run has to change for the database to be put in order after it.
const largeRun = 100_000

func beginUpdate(ctx context.Context, s *store.Store) (*update, error) {
	u := &update{store: s, ctx: ctx, read: s.Reader(context.WithoutCancel(ctx)), articles: map[quad.IRI]bool{}, touched: newTouched(s.Path())}
	stale, err := u.read.Has(store.StaleMark)
	if err != nil {
		return nil, err
	}
	u.resumed, u.marked = stale, stale
	if !stale { // a file was left by a run that died between its last two steps
		return u, u.touched.remove()
	}
	known, err := u.touched.read()
	u.mending = !known
	return u, err
}

// replace plans that the quads before give way to those after, in whatever article they are.
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

// touch notes what may follow from a quad of an article.
func (u *update) touch(q quad.Quad) {
	switch {
	case q.Label == vocab.Derived || q.Label == vocab.Reference:
	case q.Predicate == vocab.PropName:
		u.touched.person(vocab.Words(q.Object))
	case q.Predicate == vocab.PropGroup:
		u.touched.group(vocab.Words(q.Object))
	}
}

// full reports whether what is planned is enough for a transaction.
func (u *update) full() bool {
	return len(u.change.Add)+len(u.change.Remove) >= store.BatchSize || u.bytes >= store.BatchBytes
}

// flush carries out what is planned, and waits until it is in the store.
func (u *update) flush() error {
	if err := u.flushBeside(); err != nil {
		return err
	}
	return u.landed()
}

// flushBeside carries out what is planned. When it only adds it does so beside what is done next, which
// does not see it in the store until it has landed: Cayley may be read beside a transaction, unless the
// transaction takes nodes away whose numbers it has in memory.
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
	if len(c.Remove) > 0 || u.store.Path() == "" { // a store in memory is not read beside a writer
		return u.store.Apply(c)
	}
	landing := make(chan error, 1)
	u.landing = landing
	go func() { landing <- u.store.Apply(c) }()
	return nil
}

// landed waits for what is being carried out.
func (u *update) landed() error {
	if u.landing == nil {
		return nil
	}
	err := <-u.landing
	u.landing = nil
	return err
}

// exported is the number of quads that the store does not keep for itself.
func exported(quads []quad.Quad) (n int) {
	for _, q := range quads {
		if q.Label != vocab.Bookkeeping {
			n++
		}
	}
	return n
}

// finish carries out what is planned, and brings the other layers up to date.
func (u *update) finish() error {
	defer func() { _ = u.landed() }() // where it ends before it is done
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

// touchArticles notes what may follow from articles of which only some quads changed.
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

// touchAll notes everything that is stored as touched.
func (u *update) touchAll() error {
	for _, property := range []quad.IRI{vocab.PropName, vocab.PropGroup} {
		err := u.read.Each(quad.Predicate, property, func(q quad.Quad) bool {
			q.Label = nil // of derived quads too: what they speak of may be gone
			u.touch(q)
			return true
		})
		if err != nil {
			return err
		}
	}
	return u.read.Each(quad.Label, vocab.Reference, func(q quad.Quad) bool {
		if node, ok := q.Subject.(quad.IRI); ok {
			u.touched.node(node)
		}
		return true
	})
}
