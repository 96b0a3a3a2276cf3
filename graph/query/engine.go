package query

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/graphql"
)

const (
	grace    = 2 * time.Second        // how long an engine that was told to stop may take to do so
	lastWord = 100 * time.Millisecond // for the caller to report it, before Runaway is called
)

// Languages are the query languages, the default first.
func Languages() []string { return []string{gizmo.Name, graphql.Name} }

// newSession makes a session of Cayley's engine for a language.
func newSession(lang string, qs graph.QuadStore, b *budget) (query.Session, error) {
	switch lang {
	case gizmo.Name:
		return newScriptSession(qs, b), nil
	case graphql.Name:
		return graphql.NewSession(boundedStore(qs, b, nil)), nil
	}
	return nil, fmt.Errorf("query language %q is not known: use one of %q", lang, Languages())
}

// runQuery runs a query and hands each result to emit, in the form that col asks for. released is
// called once neither the engine nor emit reads the store any more, which for a stuck engine is later
// than the return.
func runQuery(ctx context.Context, qs graph.QuadStore, lang, text string, l Limits, col query.Collation,
	emit func(any) error, released func()) error {
	b, end := newBudget(ctx, l)
	session, err := newSession(lang, qs, b)
	if err != nil {
		end()
		released()
		return err
	}
	r := &running{budget: b, results: make(chan any), done: make(chan struct{})}
	collected := make(chan struct{})
	defer close(collected)
	go func() {
		r.run(session, text, query.Options{Limit: -1, Collation: col})
		end()
		<-collected
		released()
	}()
	return r.collect(emit)
}

// running is a query that runs in its own goroutine.
type running struct {
	budget  *budget
	results chan any
	done    chan struct{} // closed when the engine has stopped
	err     error         // of the engine; read it after done
}

// run runs the engine. It returns once no part of the query is running.
func (r *running) run(session query.Session, text string, opt query.Options) {
	defer close(r.done)
	defer func() {
		if p := recover(); p != nil {
			r.err = &QueryError{Message: fmt.Sprintf("the engine failed: %v", p)}
		}
		if err := r.budget.err(); err != nil {
			r.err = err // whatever the engine returned
		}
	}()
	if _, isGizmo := session.(*scriptSession); !isGizmo {
		text = spaced(text)
	}
	it, err := session.Execute(r.budget.ctx, text, opt)
	if err != nil {
		r.err = located(err)
		return
	}
	for it.Next(r.budget.ctx) {
		select {
		case r.results <- it.Result():
		case <-r.budget.ctx.Done():
		}
	}
	r.err = located(it.Err())
	it.Close()
	// Gizmo runs in a goroutine of its own, which Next leaves alone when the budget ends: wait.
	for it.Next(context.Background()) {
	}
}

// collect passes results on until the engine has stopped, or has failed to stop in time.
func (r *running) collect(emit func(any) error) error {
	var refused error // by emit; later results are ignored
	for {
		select {
		case v := <-r.results:
			if refused != nil {
				continue
			}
			if refused = emit(v); refused != nil {
				r.budget.stop(refused)
			}
		case <-r.done:
			return cmp.Or(refused, r.err)
		case <-r.budget.ctx.Done():
			return cmp.Or(refused, r.stopped())
		}
	}
}

// stopped waits for the engine after it was told to stop.
func (r *running) stopped() error {
	select {
	case <-r.done:
		return r.err
	case <-r.budget.beyond: // whose watch calls Runaway
	case <-time.After(grace):
		time.AfterFunc(lastWord, r.runaway)
	}
	return fmt.Errorf("%w; %w", r.budget.err(), ErrStuck)
}

// runaway reports that the engine still runs, unless it has stopped in the meantime.
func (r *running) runaway() {
	select {
	case <-r.done:
	default:
		r.budget.runaway()
	}
}
