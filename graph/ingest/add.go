package ingest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Report counts what became of articles.
type Report struct {
	Added     int  // that were not there
	Changed   int  // that said something else before, or were read in another way
	Unchanged int  // that are there as they are
	Copies    int  // that have the words of another, and say the same: sources of what that one says
	Resumed   bool // an earlier run was interrupted, and what it left undone is done
	Removed   int  // quads taken out
	Stored    int  // quads put in
}

// Articles is how many articles there were.
func (r Report) Articles() int { return r.Added + r.Changed + r.Unchanged + r.Copies }

// Add stores what articles say, in the order of their names, of several of one name the last, and
// derives what follows. progress is called after each article, and may be nil.
func Add(ctx context.Context, s *store.Store, places statement.Places, results []record.Result, progress func(done, total int)) (Report, error) {
	sorted := slices.Clone(results)
	slices.SortStableFunc(sorted, func(x, y record.Result) int { return strings.Compare(x.Document.Name, y.Document.Name) })
	a, err := Begin(ctx, s, places)
	if err != nil {
		return Report{}, err
	}
	defer a.Close()
	for i, r := range sorted {
		if i+1 < len(sorted) && sorted[i+1].Document.Name == r.Document.Name {
			continue
		}
		if err := a.Article(r, ""); err != nil {
			return a.Report(), err
		}
		if progress != nil {
			progress(i+1, len(sorted))
		}
	}
	err = a.Finish(nil)
	return a.Report(), err
}

// Adding stores what articles say, one after the other. An article that is there unchanged stays as it
// is; what a changed one said before is taken out. At the end everything that follows from the articles
// touched is derived anew.
//
// Articles are stored in groups, each group wholly or not at all. When the process dies in between, the
// next writer derives what is missing. Until Close nobody else writes.
type Adding struct {
	*update
	places  *statement.Atlas
	known   map[quad.IRI]bool // shared nodes that are described as they should be
	waiting *underway
	landing *underway // what is being carried out: what is read need not have it yet
	report  Report
}

// underway is of what something is planned that is not in the store yet.
type underway struct {
	what   map[string]bool       // articles, and digests of what one said before
	saying map[string]quad.IRI   // digest -> the article that is going to have it
	bands  map[quad.IRI][]string // of new articles
	banded map[string][]quad.IRI // band -> articles
}

func newUnderway() *underway {
	return &underway{map[string]bool{}, map[string]quad.IRI{}, map[quad.IRI][]string{}, map[string][]quad.IRI{}}
}

// band notes the bands of an article.
func (p *underway) band(article quad.IRI, bands []string) {
	p.bands[article] = bands
	for _, b := range bands {
		p.banded[b] = append(p.banded[b], article)
	}
}

// maxKnown is how many shared nodes are remembered before they are looked at again.
const maxKnown = 200_000

// Begin waits until nobody writes, and keeps other writers out until Close.
func Begin(ctx context.Context, s *store.Store, places statement.Places) (*Adding, error) {
	s.StartWriting()
	u, err := beginUpdate(ctx, s)
	if err != nil {
		s.StopWriting()
		return nil, err
	}
	return &Adding{update: u, places: statement.NewAtlas(places), known: map[quad.IRI]bool{}, waiting: newUnderway(), landing: newUnderway()}, nil
}

// Close lets others write. What is planned and was not flushed is dropped.
func (a *Adding) Close() {
	_ = a.landed() // whoever wants to know asked before
	a.store.StopWriting()
}

// Report is what was done so far.
func (a *Adding) Report() Report {
	r := a.report
	r.Removed, r.Stored = a.removed, a.stored
	return r
}

// Known reports whether an article was stored under this fingerprint. It may be called beside Article.
func (a *Adding) Known(fingerprint string) (bool, error) {
	return a.read.Knows(quad.String(fingerprint))
}

// Unchanged counts an article that is known and was not read again.
func (a *Adding) Unchanged() { a.report.Unchanged++ }

// Article plans what one article changes, and stores what is planned when it is enough. fingerprint
// tells by which bytes and which program the result came about; "" says that nobody asks for it.
func (a *Adding) Article(r record.Result, fingerprint string) error {
	if a.ctx.Err() != nil {
		return fmt.Errorf("stopped before %s: %w", r.Document.Name, context.Cause(a.ctx))
	}
	st, err := statement.Of(a.places, r)
	if err != nil {
		return err
	}
	if err := a.arrived(string(st.Article), st.Digest); err != nil {
		return err
	}
	original, err := a.original(st)
	if err != nil {
		return err
	}
	a.waits(string(st.Article), string(original))
	raw := r.Document.Raw
	if original != "" {
		st.BecomeCopyOf(original)
		raw = nil // the original keeps the words
	} else {
		a.waiting.saying[st.Digest] = st.Article
	}
	before, err := a.read.All(quad.Label, st.Article)
	if err != nil {
		return err
	}
	same := st.Same(before)
	a.count(original != "", same, len(before) == 0)
	if !same {
		a.waiting.band(st.Article, st.Bands)
		if err := a.bequeath(st, before); err != nil {
			return err
		}
	}
	if err := a.keepText(st.Article, raw, fingerprint); err != nil {
		return err
	}
	if !same {
		if err := a.replace(st, before); err != nil {
			return err
		}
	}
	return a.flushFull()
}

// arrived sees to it that what is planned of an article, or with a digest, is in the store and can be read.
func (a *Adding) arrived(what ...string) error {
	for _, w := range what {
		if a.waiting.what[w] || a.landing.what[w] {
			if err := a.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// count notes what becomes of an article.
func (a *Adding) count(copied, same, isNew bool) {
	switch {
	case copied:
		a.report.Copies++
	case same:
		a.report.Unchanged++
	case isNew:
		a.report.Added++
	default:
		a.report.Changed++
	}
}

// replace plans the quads of an article in place of those before.
func (a *Adding) replace(st statement.Statements, before []quad.Quad) error {
	if err := a.nearly(st.Article, st.Bands); err != nil {
		return err
	}
	a.exchange(before, st.Quads)
	for _, q := range before {
		a.touch(q)
		switch q.Predicate {
		case vocab.PropStatements:
			a.waits(vocab.Words(q.Object))
		case vocab.PropAlternateOf: // of that one it is no copy any more
			if original, ok := q.Object.(quad.IRI); ok {
				a.waits(string(original))
			}
		}
	}
	for _, q := range st.Quads {
		a.touch(q)
	}
	return a.shared(st)
}

// flushFull stores what is planned when it is enough, beside what comes next.
func (a *Adding) flushFull() error {
	if !a.full() {
		return nil
	}
	return a.flushSoon()
}

// flushSoon stores what is planned beside what comes next.
func (a *Adding) flushSoon() error {
	if len(a.known) > maxKnown {
		return a.Flush()
	}
	a.landing, a.waiting = a.waiting, newUnderway()
	return a.flushBeside()
}

// waits notes that something of an article, or with a digest, is planned.
func (a *Adding) waits(what ...string) {
	for _, w := range what {
		a.waiting.what[w] = true
	}
}

// shared plans what the description of things changes that an article speaks of.
func (a *Adding) shared(st statement.Statements) error {
	for node, quads := range st.Shared {
		if a.known[node] {
			continue
		}
		a.known[node] = true
		before, err := a.read.Labelled(node, vocab.Reference)
		if err != nil {
			return err
		}
		a.exchange(before, quads)
	}
	return nil
}

// Flush stores what is planned. It does so even when the context has ended.
func (a *Adding) Flush() error {
	a.waiting, a.landing = newUnderway(), newUnderway()
	if len(a.known) > maxKnown {
		clear(a.known)
	}
	return a.flush()
}

// Finish stores what is planned and derives what follows. progress is called now and then with how many
// of how many things are derived, and may be nil.
func (a *Adding) Finish(progress func(done, total int)) error {
	a.progress = progress
	err := a.finish()
	a.report.Resumed = a.resumed && err == nil
	return err
}
