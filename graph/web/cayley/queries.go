package cayley

import (
	"encoding/json"
	"net/http"
	"slices"
)

// Query is a named query that the UI offers.
type Query struct {
	Name     string  `json:"name"` // that of its file: who-held-post.gizmo
	Lang     string  `json:"lang"` // gizmo or graphql
	Question string  `json:"question"`
	Params   []Param `json:"params,omitempty"`
	Text     string  `json:"text"` // with the samples in the place of its parameters
	// Bind gives the text with other values for the parameters, each in quotes as the language has
	// them; the error is for people.
	Bind func(values map[string]string) (string, error) `json:"-"`
}

// Param is a parameter of a query.
type Param struct {
	Name    string `json:"name"`
	Value   string `json:"value"` // a sample, or what was asked for
	Meaning string `json:"meaning"`
}

// list serves all queries.
func list(named []Query) http.HandlerFunc {
	if named == nil {
		named = []Query{}
	}
	return func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, named) }
}

// one serves the query that the parameter query of the URL names, with the values that further
// parameters of the URL give; parameters of the query that the URL leaves out keep their samples.
func one(named []Query) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		asked := r.URL.Query()
		name := asked.Get("query")
		i := slices.IndexFunc(named, func(q Query) bool { return q.Name == name })
		if i < 0 {
			answer(w, http.StatusNotFound, map[string]string{"error": "there is no query called " + name})
			return
		}
		asked.Del("query")
		q, err := named[i].with(asked)
		if err != nil {
			answer(w, http.StatusBadRequest, map[string]string{"error": err.Error()})
			return
		}
		answer(w, http.StatusOK, q)
	}
}

// with gives the query with other values, the first of each name.
func (q Query) with(values map[string][]string) (Query, error) {
	if len(values) == 0 || q.Bind == nil {
		return q, nil
	}
	args := map[string]string{}
	for _, p := range q.Params {
		args[p.Name] = p.Value
	}
	for name, v := range values {
		args[name] = v[0]
	}
	text, err := q.Bind(args)
	if err != nil {
		return Query{}, err
	}
	q.Text, q.Params = text, slices.Clone(q.Params)
	for i, p := range q.Params {
		q.Params[i].Value = args[p.Name]
	}
	return q, nil
}

// answer sends a value as JSON.
func answer(w http.ResponseWriter, status int, v any) {
	data, err := json.Marshal(v)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(data) // a client that went away needs no answer
}
