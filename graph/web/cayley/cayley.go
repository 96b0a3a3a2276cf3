// Package cayley serves Cayley's web UI below /cayley/, whole and without any other server.
//
// What comes in are the named queries that the UI offers; what goes out are the files of the UI, of its
// editor (vendored/monaco-editor) and its icons (vendored/material-icons), and a few of our own (page)
// that add the named queries, messages and labels. The UI comes as Cayley has it built, so what has to
// be different in it is changed in its files as they are served; all such changes stand in rewrites.
// The package does not answer queries: the UI asks the API at /api/.
package cayley

import (
	"net/http"
	"strings"
)

// root is the path below which everything is served.
const root = "/cayley/"

// policy is the Content-Security-Policy of all files; the workers of the editor go by that of their
// own. Scripts are files of ours only. Styles may stand in the page: the editor writes its themes into
// style elements, and React and the editor place things by style attributes. Pictures in the editor's
// styles are data URLs.
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; img-src 'self' data:; manifest-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the UI with its named queries. It fails when the UI is not the one that rewrites knows.
func Handler(named []Query) (http.Handler, error) {
	files, err := load()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET "+root, files)
	mux.Handle("GET "+root+"queries.json", list(named))
	mux.Handle("GET "+root+"query.json", one(named))
	return mux, nil
}

// ServeHTTP answers with a file.
func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, root)
	if name == "" {
		name = "index.html"
	}
	f, ok := s[name]
	if !ok {
		http.Error(w, "there is no "+r.URL.Path, http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Security-Policy", policy)
	f.serve(w, r)
}
