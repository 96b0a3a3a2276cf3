package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/nhiemky/nhiemky/graph/query"
)

// answer sends a value as JSON.
func answer(w http.ResponseWriter, status int, v any) {
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(v); err != nil {
		refuse(w, http.StatusInternalServerError, "the result has no form in JSON: "+err.Error())
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // a client that went away needs no answer
}

// failure is what the API says instead of a result. GraphQL clients look for errors, Cayley's UI
// and API for error.
type failure struct {
	Error  string         `json:"error"`
	Errors []graphQLError `json:"errors,omitempty"`
}

type graphQLError struct {
	Message string `json:"message"`
}

// refuse sends a message in place of a result.
func refuse(w http.ResponseWriter, status int, message string) {
	answer(w, status, failure{Error: message})
}

// badRequest is what is wrong with a request beside its query.
type badRequest string

func (e badRequest) Error() string { return string(e) }

// statusOf is the HTTP status of an error of a query.
func statusOf(err error) int {
	var mistake *query.QueryError
	var body *http.MaxBytesError
	switch {
	case errors.As(err, &mistake), errors.As(err, new(badRequest)):
		return http.StatusBadRequest
	case errors.As(err, &body), errors.Is(err, query.ErrText):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, query.ErrTime), errors.Is(err, query.ErrRows), errors.Is(err, query.ErrMemory):
		return http.StatusUnprocessableEntity
	case errors.Is(err, query.ErrBusy), errors.Is(err, context.Canceled):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}
