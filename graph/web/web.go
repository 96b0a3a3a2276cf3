// Package web serves a store over HTTP: Cayley's web UI below /cayley/ and its HTTP API.
//
// What comes in are requests; what goes out are the pages of the UI and the answers of queries, each
// bounded in time, rows and memory by query.Limits. It answers only requests whose Host is one that
// it was told to listen for, refuses those that come from pages of other origins unless
// Options.Origins allows them, and writes only when Options.Writable says so and the request brings
// Options.Token. It does not authenticate readers: whoever reaches the port may read.
package web

import (
	"log/slog"
	"net/http"
	"time"

	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/web/cayley"
	"github.com/nhiemky/nhiemky/graph/web/pages"
)

// Options says what the server allows. The zero value reads only, with query.DefaultLimits, and
// answers on loopback names only.
type Options struct {
	Writable bool           // allow requests that change the store, with the token
	Token    string         // required for such requests; see NewToken. Without a token, nothing can be changed
	Hosts    []string       // further values of Host to answer to, with the port where it is not 80: "192.168.1.5:64210"
	Origins  []string       // whose pages may ask the API, beside our own: "https://notebook.example.org"; see CheckOrigin
	Limits   query.Limits   // of each query; see Limits.Runaway
	Log      *slog.Logger   // logs each request; nil for no log
	Queries  []cayley.Query // named queries that Cayley's UI offers
	Pages    pages.Options  // what the pages need beside the store; Queries and who may change are filled in
}

// Bounds of requests.
const (
	maxQueryBody = 1 << 20          // bytes of a query
	maxWriteBody = 64 << 20         // bytes of N-Quads to write or delete
	maxRequests  = 16               // requests of the API, and of pages, that are answered at one time; queries also take turns
	maxWait      = 10 * time.Second // longest wait for the turn of a request, and for the body of one
)

// server answers with one store.
type server struct {
	store *store.Store
	Options
}

// Handler serves the pages at /, Cayley's UI below /cayley/ and the API below /api/.
func Handler(db *store.Store, o Options) http.Handler {
	s := &server{db, o}
	mux := http.NewServeMux()
	o.Pages.Queries, o.Pages.MayChange = o.Queries, s.mayChange
	mux.Handle("/", limited(orReason(pages.New(db, o.Pages))))
	mux.Handle("/cayley/", orReason(cayley.Handler(o.Queries)))
	mux.HandleFunc("GET /healthz", health)
	api := limited(s.api())
	mux.Handle("/api/", api)
	mux.Handle("POST /api/v2/write", s.needsToken(api)) // here too, so that whoever has none takes no place
	mux.Handle("POST /api/v2/delete", s.needsToken(api))
	return logged(o.Log, guarded(o.Hosts, newOrigins(o.Origins), s.signIn(mux)))
}

// limited gives a request a place among those that are answered once its body is there.
func limited(h http.Handler) http.Handler {
	return bodyFirst(maxQueryBody, maxWait, bounded(maxRequests, maxWait, h))
}

// api is Cayley's HTTP API.
func (s *server) api() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v2/query", s.query)
	mux.HandleFunc("POST /api/v2/query", s.query)
	mux.HandleFunc("POST /api/v1/query/{lang}", s.query)
	mux.HandleFunc("GET /api/v2/read", s.read)
	mux.HandleFunc("POST /api/v2/read", s.read)
	mux.HandleFunc("GET /api/v2/formats", formats)
	mux.Handle("POST /api/v2/write", s.needsToken(http.HandlerFunc(s.write)))
	mux.Handle("POST /api/v2/delete", s.needsToken(http.HandlerFunc(s.delete)))
	mux.HandleFunc("POST /api/v1/shape/{lang}", s.shape)
	mux.HandleFunc("/", noSuchEndpoint)
	return mux
}

// orReason returns the handler, or one that reports the error.
func orReason(h http.Handler, err error) http.Handler {
	if err == nil {
		return h
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusInternalServerError, err.Error())
	})
}

func health(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, map[string]string{"status": "ok"})
}

func noSuchEndpoint(w http.ResponseWriter, r *http.Request) {
	refuse(w, http.StatusNotFound, "there is no "+r.Method+" "+r.URL.Path)
}
