package web

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// format is a form of quads that read knows.
type format struct {
	ID    string   `json:"id"`
	Read  bool     `json:"read,omitempty"`  // write and delete take it
	Write bool     `json:"write,omitempty"` // read gives it
	Ext   []string `json:"ext"`
	Mime  []string `json:"mime"`
	print func(io.Writer, []quad.Quad) error
}

var quadFormats = []format{
	{"nquads", true, true, []string{".nq", ".nt"}, []string{"application/n-quads", "application/n-triples"}, vocab.WriteNQuads},
	{"jsonld", false, true, []string{".jsonld"}, []string{"application/ld+json"}, vocab.WriteJSONLD},
}

func formats(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, quadFormats) }

// read sends the quads that the parameters sub, pred, obj and label choose, each in the notation of
// N-Quads. A parameter may come several times, for any of its values. The answer is whole or an error.
func (s *server) read(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxQueryBody)
	if err := r.ParseForm(); err != nil {
		status := http.StatusBadRequest
		if statusOf(err) == http.StatusRequestEntityTooLarge {
			status = http.StatusRequestEntityTooLarge
		}
		refuse(w, status, "the parameters cannot be read: "+err.Error())
		return
	}
	f, ok := chosenFormat(r)
	if !ok {
		refuse(w, http.StatusBadRequest, fmt.Sprintf("no format %q: see /api/v2/formats", r.Form.Get("format")))
		return
	}
	extendDeadline(w, s.Limits)
	quads, err := s.store.Match(r.Context(), query.Pattern{
		Subject: values(r.Form["sub"]), Predicate: values(r.Form["pred"]),
		Object: values(r.Form["obj"]), Label: values(r.Form["label"]),
	}, s.Limits)
	var b bytes.Buffer
	if err == nil {
		err = f.print(&b, quads)
	}
	if err != nil {
		refuse(w, statusOf(err), err.Error())
		return
	}
	w.Header().Set("Content-Type", f.Mime[0])
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(b.Bytes()) // a client that went away needs no answer
}

// chosenFormat is that of the parameter format, or of Accept, or N-Quads.
func chosenFormat(r *http.Request) (format, bool) {
	name, accept := r.Form.Get("format"), r.Header.Get("Accept")
	for _, f := range quadFormats {
		if name == f.ID || name == "" && slices.ContainsFunc(f.Mime, func(m string) bool { return strings.HasPrefix(accept, m) }) {
			return f, true
		}
	}
	return quadFormats[0], name == ""
}

func values(terms []string) []quad.Value {
	var out []quad.Value
	for _, term := range terms {
		if v := quad.StringToValue(term); v != nil {
			out = append(out, v)
		}
	}
	return out
}

func (s *server) write(w http.ResponseWriter, r *http.Request) {
	s.change(w, r, "wrote", func(ctx context.Context, nquads io.Reader) (int, string, error) {
		l, err := ingest.Insert(ctx, s.store, nquads)
		return l.Stored(), l.Remark(), err
	})
}

func (s *server) delete(w http.ResponseWriter, r *http.Request) {
	s.change(w, r, "deleted", func(ctx context.Context, nquads io.Reader) (int, string, error) {
		n, err := ingest.Remove(ctx, s.store, nquads)
		return n, "", err
	})
}

// change takes N-Quads in the body of the request. The body is whole before the store is asked: nobody
// waits for a sender that is slow.
func (s *server) change(w http.ResponseWriter, r *http.Request, done string, do func(context.Context, io.Reader) (done int, remark string, err error)) {
	setDeadline(w, changeTimeout)
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxWriteBody))
	n, remark := 0, ""
	if err == nil {
		n, remark, err = do(r.Context(), bytes.NewReader(body))
	}
	if err != nil {
		status := statusOf(err)
		if status == http.StatusInternalServerError && strings.HasPrefix(err.Error(), "line ") {
			status = http.StatusBadRequest // the store names the line that is wrong
		}
		refuse(w, status, err.Error())
		return
	}
	result := fmt.Sprintf("Successfully %s %d quads.", done, n)
	if remark != "" {
		result += " Of the others " + remark + "."
	}
	answer(w, http.StatusOK, map[string]any{"result": result, "count": n})
}
