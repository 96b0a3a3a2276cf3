package ingest

import (
	"cmp"
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
	Added     int  // new
	Changed   int  // known, but with other content, or read by another version of the program
	Unchanged int  // known and unchanged
	Older     int  // that were fetched before what is stored of them, and change nothing
	Copies    int  // with the same words and statements as another: further sources of these statements
	Redated   int  // given a day by their neighbours, or another one, or none any more; counted above too
	Resumed   bool // an earlier run was interrupted; this one completed its work
	Removed   int  // quads removed
	Stored    int  // quads added
}

// Articles is the number of articles.
func (r Report) Articles() int { return r.Added + r.Changed + r.Unchanged + r.Older + r.Copies }

// Add stores what articles say and updates the derived data. Articles are stored in the order of their names; of
// several with one name, the last one counts. progress is called after each article; it may be nil.
func Add(ctx context.Context, s *store.Store, places statement.Places, results []record.Result, progress func(done, total int)) (Report, error) {
	sorted := slices.Clone(results)
	slices.SortStableFunc(sorted, func(x, y record.Result) int {
		return cmp.Or(strings.Compare(x.Document.Name, y.Document.Name), x.Document.Captured.Compare(y.Document.Captured))
	})
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

// Adding stores articles one by one. An unchanged article is left alone; the old statements of a changed one are
// removed. At the end, everything derived from the changed articles is derived again.
//
// Articles are stored in groups, and each group is one transaction. If the process dies, the next writer derives what
// is missing. Until Close nobody else writes.
type Adding struct {
	*update
	places  *statement.Atlas
	known   map[quad.IRI]bool // shared nodes whose description is up to date
	waiting *pending
	landing *pending // the transaction in progress; readers may not see it yet
	report  Report
}

// pending are the articles and digests that are planned but not yet stored.
type pending struct {
	what   map[string]bool       // articles, and digests of their earlier statements
	saying map[string]quad.IRI   // digest -> the article that will have it
	bands  map[quad.IRI][]string // of new articles
	banded map[string][]quad.IRI // band -> articles
}

func newPending() *pending {
	return &pending{map[string]bool{}, map[string]quad.IRI{}, map[quad.IRI][]string{}, map[string][]quad.IRI{}}
}

// band records the bands of an article.
func (p *pending) band(article quad.IRI, bands []string) {
	p.bands[article] = bands
	for _, b := range bands {
		p.banded[b] = append(p.banded[b], article)
	}
}

// maxKnown limits how many shared nodes are remembered; after that they are read again.
const maxKnown = 200_000

// Begin waits for other writers to finish, and blocks them until Close.
func Begin(ctx context.Context, s *store.Store, places statement.Places) (*Adding, error) {
	s.StartWriting()
	u, err := beginUpdate(ctx, s)
	if err != nil {
		s.StopWriting()
		return nil, err
	}
	return &Adding{update: u, places: statement.NewAtlas(places), known: map[quad.IRI]bool{}, waiting: newPending(), landing: newPending()}, nil
}

// Close lets other writers in. Planned changes that were not flushed are dropped.
func (a *Adding) Close() {
	_ = a.landed() // errors were reported by Flush or Finish
	a.store.StopWriting()
}

// Report tells what has been done so far.
func (a *Adding) Report() Report {
	r := a.report
	r.Removed, r.Stored = a.removed, a.stored
	return r
}

// Known reports whether an article was stored with this fingerprint. It may be called concurrently with Article.
func (a *Adding) Known(fingerprint string) (bool, error) {
	return a.read.Knows(quad.String(fingerprint))
}

// Replaced reports whether an article that was known under this fingerprint has been replaced since Begin, by another of
// the same name.
func (a *Adding) Replaced(fingerprint string) bool { return a.dropped[mark(fingerprint)] }

// Unchanged counts an article that is known and need not be read again.
func (a *Adding) Unchanged() { a.report.Unchanged++ }

// Article plans the changes of one article, and stores the planned changes once there are enough of them. fingerprint
// identifies the bytes and the program that made the result; with "" none is stored.
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
	if older, err := a.isOlder(st.Article, r.Document.Captured); err != nil || older {
		a.report.Older++
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
		raw = nil // only the original keeps its text
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
	if err := a.keepText(st.Article, raw, fingerprint, r); err != nil {
		return err
	}
	if !same {
		if err := a.replace(st, before); err != nil {
			return err
		}
	}
	return a.flushFull()
}

// arrived stores the pending changes if any of them concerns the article or the digest, so that both can be read.
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

// count updates the report for an article.
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

// replace plans to replace the quads of an article.
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
		case vocab.PropAlternateOf: // it is no longer a copy of that one
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

// flushFull stores the planned changes in the background once there are enough of them.
func (a *Adding) flushFull() error {
	if !a.full() {
		return nil
	}
	return a.flushSoon()
}

// flushSoon stores the planned changes in the background.
func (a *Adding) flushSoon() error {
	if len(a.known) > maxKnown {
		return a.Flush()
	}
	a.landing, a.waiting = a.waiting, newPending()
	return a.flushBeside()
}

// waits records that the article or the digest has pending changes.
func (a *Adding) waits(what ...string) {
	for _, w := range what {
		a.waiting.what[w] = true
	}
}

// shared plans changes to the descriptions of things that the article mentions.
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

// Flush stores the planned changes, even after the context has ended.
func (a *Adding) Flush() error {
	a.waiting, a.landing = newPending(), newPending()
	if len(a.known) > maxKnown {
		clear(a.known)
	}
	return a.flush()
}

// Finish stores the planned changes and updates the derived data. progress is called from time to time with the
// number of things derived and their total; it may be nil.
func (a *Adding) Finish(progress func(done, total int)) error {
	a.progress = progress
	err := a.finish()
	a.report.Resumed = a.resumed && err == nil
	return err
}
