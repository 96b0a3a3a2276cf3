package web

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/graph/query"
)

// query runs the query in the body of a POST, or in the parameter qu of a GET, as Cayley's API does:
// {"result": …} for Gizmo, {"data": …} for GraphQL, {"error": …} when it fails. With Accept:
// application/ld+json the nodes of Gizmo are objects of JSON-LD.
func (s *server) query(w http.ResponseWriter, r *http.Request) {
	lang := cmp.Or(r.PathValue("lang"), r.URL.Query().Get("lang"))
	text, err := readQuery(w, r, lang)
	var result any
	if err == nil {
		extendDeadline(w, s.Limits)
		linked := strings.HasPrefix(r.Header.Get("Accept"), "application/ld+json")
		result, err = s.store.Results(r.Context(), lang, text, s.Limits, linked)
	}
	switch {
	case err != nil && lang == "graphql":
		answer(w, statusOf(err), failure{err.Error(), []graphQLError{{err.Error()}}})
	case err != nil:
		refuse(w, statusOf(err), err.Error())
	case lang == "graphql":
		answer(w, http.StatusOK, map[string]any{"data": result})
	default:
		answer(w, http.StatusOK, map[string]any{"result": result})
	}
}

// readQuery reads a query in a language that there is.
func readQuery(w http.ResponseWriter, r *http.Request, lang string) (text string, err error) {
	if !slices.Contains(query.Languages(), lang) {
		return "", badRequest(fmt.Sprintf("the language is %q: this server knows %s", lang, strings.Join(query.Languages(), " and ")))
	}
	text, err = queryText(w, r)
	if err == nil && strings.TrimSpace(text) == "" {
		err = badRequest("the query is empty")
	}
	return text, err
}

func queryText(w http.ResponseWriter, r *http.Request) (string, error) {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return r.URL.Query().Get("qu"), nil
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxQueryBody))
	if err != nil {
		return "", fmt.Errorf("reading the query: %w", err)
	}
	return string(data), nil
}
