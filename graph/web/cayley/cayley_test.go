package cayley

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

// get asks a handler for a path, with headers as "Name: value".
func get(t *testing.T, h http.Handler, path string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func handler(t *testing.T, named ...Query) http.Handler {
	t.Helper()
	h, err := Handler(named)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// All that the page loads is there, and has a media type.
func TestPage(t *testing.T) {
	h := handler(t)
	page := body(t, get(t, h, "/cayley/"))
	links := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 12 {
		t.Fatalf("the page has %d links: %v", len(links), links)
	}
	for _, path := range []string{"gizmo.d.ts", "static/media/logo.ca711468.svg", "page/editor.js", "page/icons.css",
		"monaco-editor/vs/loader.js", "monaco-editor/LICENSE", "material-icons/material-icons.woff2", "material-icons/LICENSE"} {
		links = append(links, []string{"", "/cayley/" + path})
	}
	for _, l := range links {
		if l[1] == "/" {
			continue // our own pages
		}
		if r := get(t, h, l[1]); r.StatusCode != 200 || r.Header.Get("Content-Type") == "" || body(t, r) == "" {
			t.Errorf("%s: got %s, %q", l[1], r.Status, r.Header.Get("Content-Type"))
		}
	}
}

// No script stands in the page, and no file is asked of another server.
func TestNothingFromOutside(t *testing.T) {
	s, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if page := s["index.html"].plain; bytes.Contains(page, []byte("<script>")) {
		t.Errorf("a script in the page: %s", page)
	}
	outside := regexp.MustCompile(`(?:src|href)="(?:https?:)?//[^"]*"|url\("?https?://[^)]*\)|localhost:64210|jsdelivr|googleapis|gstatic`)
	for name, f := range s {
		if f.plain != nil && name != "monaco-editor/ThirdPartyNotices.txt" {
			if found := outside.Find(f.plain); found != nil {
				t.Errorf("%s: %s", name, found)
			}
		}
	}
}

func TestPolicy(t *testing.T) {
	got := get(t, handler(t), "/cayley/").Header.Get("Content-Security-Policy")
	for directive := range strings.SplitSeq(got, "; ") {
		name, sources, _ := strings.Cut(directive, " ")
		for source := range strings.FieldsSeq(sources) {
			ok := source == "'self'" || source == "'none'" || name == "img-src" && source == "data:" ||
				name == "style-src" && source == "'unsafe-inline'"
			if !ok {
				t.Errorf("%s allows %s", name, source)
			}
		}
	}
}

func TestRewritesFindSomething(t *testing.T) {
	found := make([]bool, len(rewrites))
	for i, r := range rewrites {
		if got := rewrite(r.file, []byte("a"+r.old+"b"), found); !found[i] || bytes.Contains(got, []byte(r.old)) && !strings.Contains(r.new, r.old) {
			t.Errorf("%s in %s is left: %s", r.old, r.file, got)
		}
	}
}

func TestPackedFiles(t *testing.T) {
	h := handler(t)
	for _, c := range []struct {
		accept string
		packed bool
	}{
		{"", false}, {"gzip", true}, {"br, gzip;q=0.5", true}, {"gzip;q=0", false}, {"gzip;q=0.0, br", false}, {"*", true}, {"identity", false},
	} {
		r := get(t, h, "/cayley/monaco-editor/vs/loader.js", "Accept-Encoding: "+c.accept)
		if packed := r.Header.Get("Content-Encoding") == "gzip"; packed != c.packed || r.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: packed %v", c.accept, packed)
		}
		var plain io.Reader = r.Body
		if c.packed {
			var err error
			if plain, err = gzip.NewReader(r.Body); err != nil {
				t.Fatal(err)
			}
		}
		if data, err := io.ReadAll(plain); err != nil || !bytes.Contains(data, []byte("AMDLoader")) {
			t.Errorf("%q: %v, %.100s", c.accept, err, data)
		}
	}
}

// A file that did not change is not sent again.
func TestFilesThatDidNotChange(t *testing.T) {
	h := handler(t)
	for _, path := range []string{"/cayley/", "/cayley/monaco-editor/vs/loader.js"} {
		tag := get(t, h, path, "Accept-Encoding: gzip").Header.Get("ETag")
		if again := get(t, h, path, "Accept-Encoding: gzip", "If-None-Match: "+tag); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s with %s: %s", path, tag, again.Status)
		}
	}
}

func TestQueries(t *testing.T) {
	bind := func(values map[string]string) (string, error) {
		if values["post"] == "" {
			return "", errors.New("no value for post")
		}
		return fmt.Sprintf("%q on %q", values["post"], values["date"]), nil
	}
	h := handler(t,
		Query{Name: "who.gizmo", Lang: "gizmo", Question: "Who?", Text: "text", Bind: bind,
			Params: []Param{{"post", "Mayor", "the post"}, {"date", "2018", "the day"}}},
		Query{Name: "all.graphql", Lang: "graphql", Question: "All?", Text: "{}"})
	const all = `{"name":"all.graphql","lang":"graphql","question":"All?","text":"{}"}`
	who := func(post, text string) string {
		return `{"name":"who.gizmo","lang":"gizmo","question":"Who?","params":[{"name":"post","value":` + post +
			`,"meaning":"the post"},{"name":"date","value":"2018","meaning":"the day"}],"text":` + text + `}`
	}
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"queries.json", 200, "[" + who(`"Mayor"`, `"text"`) + "," + all + "]"},
		{"query.json?query=all.graphql", 200, all},
		{"query.json?query=who.gizmo", 200, who(`"Mayor"`, `"text"`)},
		{"query.json?query=who.gizmo&post=B%C3%AD+th%22", 200, who(`"Bí th\""`, `"\"Bí th\\\"\" on \"2018\""`)},
		{"query.json?query=who.gizmo&post=", 400, `{"error":"no value for post"}`},
		{"query.json?query=none", 404, `{"error":"there is no query called none"}`},
	} {
		if r := get(t, h, "/cayley/"+c.path); r.StatusCode != c.status || body(t, r) != c.want {
			t.Errorf("%s: %s", c.path, r.Status)
		}
	}
	if got := body(t, get(t, handler(t), "/cayley/queries.json")); got != "[]" {
		t.Errorf("no queries: %s", got)
	}
}
