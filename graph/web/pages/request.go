package pages

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Errors that have a page of their own.
var (
	errNoPage = errors.New("there is no such page")
)

// request is what a page is asked for.
type request struct {
	*http.Request
	lang *speech
	form string // the form of the answer, one of forms
	path string // without the suffix of a form
	now  int64  // changes of the store
}

// reply is an answer that is ready to be sent.
type reply struct {
	status int
	kind   string // media type
	body   []byte
	etag   string
	fresh  bool // must not be cached
}

// forms of an answer, by suffix.
var forms = []struct{ suffix, kind string }{
	{"", "text/html; charset=utf-8"},
	{".jsonld", "application/ld+json"},
	{".nq", "application/n-quads"},
	{".csv", "text/csv; charset=utf-8"},
	{".json", "application/json"},
}

// policy of the pages: their own files and nothing else, no script or style in a page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// page answers with the result of a handler, from the cache if possible.
func (p *Pages) page(handle func(*request) (reply, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), pageTime)
		defer cancel()
		q := p.read(r.WithContext(ctx))
		key := fmt.Sprint(q.now, q.lang.Code, q.form, p.mayChange(r), r.URL.RequestURI())
		answer, kept := p.kept.Get(key)
		if !kept {
			var err error
			if answer, err = handle(q); err != nil {
				answer = p.failed(q, err)
			} else if len(answer.body) <= maxKeptPage && !answer.fresh {
				sum := sha256.Sum256(answer.body)
				answer.etag = `"` + hex.EncodeToString(sum[:12]) + `"`
				p.kept.Add(key, answer)
			}
		}
		p.send(w, r, answer)
	}
}

func (p *Pages) send(w http.ResponseWriter, r *http.Request, a reply) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("Content-Type", a.kind)
	h.Add("Vary", "Accept, Accept-Language, Cookie")
	h.Set("Cache-Control", "private, no-cache")
	if a.etag != "" {
		h.Set("ETag", a.etag)
		if r.Header.Get("If-None-Match") == a.etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // ignored: the client has gone away
}

// read parses a request. The form follows from a suffix of the path, or from Accept. A suffix counts only if the
// handler does not know the whole path; see Pages.thing.
func (p *Pages) read(r *http.Request) *request {
	q := &request{Request: r, lang: p.languageOf(r), path: r.URL.EscapedPath(), now: p.store.Changes()}
	for _, f := range forms[1:] {
		if strings.HasSuffix(q.path, f.suffix) {
			q.form = f.suffix
			return q
		}
	}
	accept := r.Header.Get("Accept")
	if strings.Contains(accept, "text/html") {
		return q
	}
	for _, f := range forms[1:] {
		kind, _, _ := strings.Cut(f.kind, ";")
		if strings.Contains(accept, kind) {
			q.form = f.suffix
			return q
		}
	}
	return q
}

// kindOf is the media type of a form.
func kindOf(form string) string {
	for _, f := range forms {
		if f.suffix == form {
			return f.kind
		}
	}
	return forms[0].kind
}

// number is a whole number of the query string, at least 1.
func (q *request) number(name string) int {
	n, err := strconv.Atoi(q.FormValue(name))
	if err != nil || n < 1 {
		return 1
	}
	return n
}

// at is the date that is asked about, zero for none: 2018, 2018-06, 2018-06-01, or 1/6/2018 and 6/2018 as
// the pages write them in Vietnamese. What is no date is in wrong.
func (q *request) at() (d record.Date, wrong string) { return dateOf(q.FormValue("at")) }

func dateOf(typed string) (d record.Date, wrong string) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return d, ""
	}
	d, err := record.ParseTyped(typed)
	if err != nil {
		wrong = typed
	}
	return d, wrong
}

// with is the address of the page with a parameter set to something else, "" to leave it out.
func (q *request) with(name, value string) string {
	values := q.URL.Query()
	values.Del("part")
	if values.Del(name); value != "" {
		values.Set(name, value)
	}
	u := url.URL{Path: q.URL.Path, RawPath: q.URL.RawPath, RawQuery: values.Encode()}
	return u.String()
}

// failed is the page of an error: what happened and what to do.
func (p *Pages) failed(q *request, err error) reply {
	word := wordFor(err)
	status := map[string]int{"error.none": http.StatusNotFound, "error.inside": http.StatusInternalServerError}[word]
	if status == 0 {
		status = http.StatusServiceUnavailable
	}
	if q.form != "" && q.form != ".csv" {
		return reply{status: status, kind: "text/plain; charset=utf-8", body: []byte(q.lang.say(word) + "\n"), fresh: true}
	}
	var b bytes.Buffer
	if err := q.lang.render(&b, "error", &frame{Title: q.lang.say(word), Path: q.URL.Path, Data: p.instead(q, err)}); err != nil {
		return reply{status: status, kind: "text/plain; charset=utf-8", body: []byte(err.Error() + "\n"), fresh: true}
	}
	return reply{status: status, kind: kindOf(""), body: b.Bytes(), fresh: true}
}

// wordFor is what is said of an error, a key of words.csv.
func wordFor(err error) string {
	switch {
	case errors.Is(err, errNoPage):
		return "error.none"
	case errors.Is(err, context.DeadlineExceeded):
		return "error.time"
	case errors.Is(err, context.Canceled), errors.Is(err, query.ErrBusy):
		return "error.busy"
	}
	return "error.inside"
}

// html renders a template as a page.
func (q *request) html(template, title string, data any) (reply, error) {
	var b bytes.Buffer
	err := q.lang.render(&b, template, &frame{Title: title, Path: q.URL.RequestURI(), Form: q.FormValue("q"), Data: data})
	return reply{status: http.StatusOK, kind: kindOf(""), body: b.Bytes()}, err
}

func (p *Pages) mayChange(r *http.Request) bool {
	return p.Decide != nil && p.MayChange != nil && p.MayChange(r)
}

// mistake is what the page of an error shows.
type mistake struct {
	Said   string
	Groups []group // what may have been meant
}

// instead is what an error says, and for an address that leads nowhere what the name in it may have
// meant: two persons who were taken for one have one address left.
func (p *Pages) instead(q *request, err error) mistake {
	m := mistake{Said: err.Error()}
	if word := wordFor(err); word != "error.inside" {
		m.Said = q.lang.say(word)
	}
	_, name, of := strings.Cut(strings.TrimPrefix(vocab.NodeAt(q.path), vocab.NodeAt("/id/")), "/")
	if !errors.Is(err, errNoPage) || !of {
		return m
	}
	x, err := p.index(context.WithoutCancel(q.Context()))
	if err != nil {
		return m
	}
	name, _, _ = strings.Cut(strings.ReplaceAll(name, "_", " "), " (")
	if hits, total := x.Find(name, vocab.KindOf(vocab.NodeAt(q.path)), hitsShown); total > 0 {
		m.Groups = []group{{Kind: hits[0].Kind, Hits: hits, Total: total}}
	}
	return m
}
