package web

import (
	"net/http"

	"github.com/nhiemky/nhiemky/graph/query"
)

// shape answers with the shape of the query in the body: {"nodes": …, "links": …}, or {"error": …}. The
// store is not asked, but the script runs, so the limits are those of a query.
func (s *server) shape(w http.ResponseWriter, r *http.Request) {
	lang := r.PathValue("lang")
	text, err := readQuery(w, r, lang)
	var shape query.Shape
	if err == nil {
		extendDeadline(w, s.Limits)
		shape, err = s.store.Shape(r.Context(), lang, text, s.Limits)
	}
	if err != nil {
		refuse(w, statusOf(err), err.Error())
		return
	}
	answer(w, http.StatusOK, shape)
}
