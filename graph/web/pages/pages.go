// Package pages serves a store to people: HTML that works without JavaScript, in Vietnamese and English,
// and at the same addresses JSON-LD, N-Quads and CSV.
//
// What comes in are requests; what goes out are pages of what packages view and search find. The page of
// a node stands at its IRI without the host: https://nhiemky.github.io/id/person/X is /id/person/X here.
// Everything that a page shows of an article goes through html/template; no page has a script or a
// style of its own beside the files in static/. All texts of the pages are in words.csv.
package pages

import (
	"context"
	"embed"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/nhiemky/nhiemky/graph/search"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/web/cayley"
)

// Options are what the pages need besides the store. All are optional; pages that need a missing one are left out.
type Options struct {
	Places    statement.Places                                  // for the check of congresses
	Bare      func(name string) string                          // takes the words of address off a name: "ông Trần Văn An"; nil if none are known
	Marker    *Marker                                           // for the marks in articles
	Queries   []cayley.Query                                    // the named queries
	Decide    func(context.Context, statement.Correction) error // stores and applies a decision; nil if nothing may be changed
	Decided   func() ([]statement.Correction, error)            // the decisions that are kept
	Withdraw  func(context.Context, statement.Correction) error // withdraws a decision
	MayChange func(*http.Request) bool                          // whether a request may decide; nil for never
	Ahead     context.Context                                   // reads slow data in advance while it lasts; nil for not
}

// Bounds of what is kept at hand.
const (
	keptPages    = 400     // pages as they were sent
	maxKeptPage  = 256_000 // bytes of one that is kept
	pageRows     = 100     // rows of a table on one page
	pageTime     = 20 * time.Second
	maxFormBytes = 64 << 10
)

//go:embed static
var static embed.FS

// Pages answers with pages of one store.
type Pages struct {
	Options
	store *store.Store
	langs []speech
	kept  *lru.Cache[string, reply]
	names memo[*search.Index]
	sizes memo[store.Stats]
	todo  memo[work]
	turns chan struct{} // limits the pages that are made at one time to the number of processors
	mux   *http.ServeMux
}

// ServeHTTP answers with a page.
func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.mux.ServeHTTP(w, r) }

// New makes the pages of a store.
func New(db *store.Store, o Options) (http.Handler, error) {
	langs, err := loadLanguages()
	if err != nil {
		return nil, err
	}
	kept, err := lru.New[string, reply](keptPages)
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	p := &Pages{Options: o, store: db, langs: langs, kept: kept, turns: make(chan struct{}, runtime.GOMAXPROCS(0))}
	p.mux = p.routes()
	if o.Ahead != nil {
		go p.readAhead()
	}
	return p, nil
}

// routes are the addresses of the pages.
func (p *Pages) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("GET /static/", files(http.FileServerFS(static)))
	mux.HandleFunc("GET /{$}", p.page(p.home))
	mux.HandleFunc("GET /search", p.page(p.search))
	mux.HandleFunc("GET /search.json", p.page(p.search))
	mux.HandleFunc("GET /search.csv", p.page(p.search))
	mux.HandleFunc("GET /id/", p.page(p.inTurn(p.thing)))
	mux.HandleFunc("GET /work", p.page(p.work))
	mux.HandleFunc("GET /queries", p.page(p.queries))
	mux.HandleFunc("GET /graph", p.page(p.inTurn(p.neighbourhood)))
	mux.HandleFunc("GET /graph.json", p.page(p.inTurn(p.neighbourhood)))
	mux.HandleFunc("GET /language", p.language)
	mux.HandleFunc("POST /decisions", p.decide)
	mux.HandleFunc("POST /decisions/withdraw", p.withdraw)
	mux.HandleFunc("GET /", p.page(func(*request) (reply, error) { return reply{}, errNoPage }))
	return mux
}

// inTurn makes at most as many pages at a time as there are processors, which gives shorter response times.
func (p *Pages) inTurn(handle func(*request) (reply, error)) func(*request) (reply, error) {
	return func(q *request) (reply, error) {
		select {
		case p.turns <- struct{}{}:
			defer func() { <-p.turns }()
			return handle(q)
		case <-q.Context().Done():
			return reply{}, q.Context().Err()
		}
	}
}

// readAhead reads in advance what the first page, the search and the work list need. Errors are ignored: they occur
// again on request.
func (p *Pages) readAhead() {
	_, _ = p.index(p.Ahead)
	_, _ = p.counts(p.Ahead)
	_, _ = p.waiting(p.Ahead)
}

// counts is how much is in the store as it is now.
func (p *Pages) counts(ctx context.Context) (store.Stats, error) {
	return p.sizes.get(p.store.Changes(), func() (store.Stats, error) { return p.store.Stats(ctx) })
}

// index is the names of the store as it is now.
func (p *Pages) index(ctx context.Context) (*search.Index, error) {
	return p.names.get(p.store.Changes(), func() (*search.Index, error) { return search.New(ctx, p.store) })
}

// memo caches a value until the store changes; one goroutine computes it while the others wait.
type memo[T any] struct {
	sync.Mutex
	made    bool
	changes int64
	value   T
}

func (m *memo[T]) get(changes int64, work func() (T, error)) (T, error) {
	m.Lock()
	defer m.Unlock()
	if m.made && m.changes == changes {
		return m.value, nil
	}
	value, err := work()
	if err == nil {
		m.made, m.changes, m.value = true, changes, value
	}
	return value, err
}

// files serves files, no list of a folder, and lets a browser keep them for an hour: they change with
// the program alone.
func files(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "max-age=3600")
		next.ServeHTTP(w, r)
	})
}
