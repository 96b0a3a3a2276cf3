package pages

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/web/cayley"
)

// evil is an article that would have a page run a script, if any part of it got there as it is.
const evil = `<script>alert(1)</script> "><img src=x onerror=alert(1)> javascript:alert(1) tin mới

Ngày 5/9/2018, đồng chí Trần Thị <b>Mẫu</b>, Bí thư Quận ủy Hà Đông, dự lễ khai giảng & nói: "<svg onload=alert(1)>".
Ông Lê Văn Thử, Giám đốc Sở '"><script>alert(2)</script> tỉnh Cà Mau, cùng dự. Chỉ thị số 05-CT/TW được nhắc lại.
`

// start serves the articles of seeds and those given.
func start(t testing.TB, o Options, articles map[string]string) (ask func(path string, headers ...string) (*http.Response, string), db *store.Store) {
	t.Helper()
	lists, err := gazetteer.LoadLists(os.DirFS("../../../seeds/lists"))
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(lists)
	var results []record.Result
	for name, text := range articles {
		results = append(results, x.Extract(record.Document{Name: name, Raw: []byte(text)}))
	}
	err = fs.WalkDir(os.DirFS("../../../seeds/articles"), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".txt") || articles != nil {
			return err
		}
		raw, err := os.ReadFile("../../../seeds/articles/" + path)
		results = append(results, x.Extract(record.Document{Name: path, Raw: raw}))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if db, err = store.Open(t.TempDir()+"/db", store.Options{Create: true}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := ingest.Add(t.Context(), db, lists, results, nil); err != nil {
		t.Fatal(err)
	}
	o.Places, o.Bare, o.Marker = lists, lists.Bare, NewMarker(lists, x)
	o.Queries = []cayley.Query{{Name: "q.gizmo", Lang: "gizmo", Question: "Q?", Params: []cayley.Param{{Name: "p", Value: "v", Meaning: "m"}}}}
	h, err := New(db, o)
	if err != nil {
		t.Fatal(err)
	}
	return func(path string, headers ...string) (*http.Response, string) {
		t.Helper()
		u, err := url.Parse(path)
		if err != nil {
			t.Fatal(err)
		}
		u.RawQuery = u.Query().Encode()
		r := httptest.NewRequest("GET", u.String(), nil)
		for _, h := range headers {
			name, value, _ := strings.Cut(h, ": ")
			r.Header.Set(name, value)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Result(), w.Body.String()
	}, db
}

// One address gives a page and the data of it, by Accept or by suffix.
func TestForms(t *testing.T) {
	ask, db := start(t, Options{}, nil)
	var export strings.Builder
	if err := db.Export(t.Context(), &export); err != nil {
		t.Fatal(err)
	}
	exported := map[string]bool{}
	for line := range strings.Lines(export.String()) {
		exported[line] = true
	}
	for _, node := range []string{"/id/person/Hoàng_Minh_Dũng_Tiến", "/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội", "/id/organization/Quận_ủy_Ba_Đình,_Hà_Nội",
		"/id/place/quận_Ba_Đình,_Hà_Nội/D001.1", "/id/congress/Đảng_bộ_quận_Ba_Đình,_Hà_Nội/26", "/id/document/Chỉ_thị/05-CT/TW/khóa_XII",
		"/id/article/bi-thu-quan-uy-ba-dinh-2017.txt", "/id/role/Bí_thư"} {
		for _, f := range forms {
			for _, way := range []struct{ path, accept string }{{node + f.suffix, "*/*"}, {node, strings.Split(f.kind, ";")[0]}} {
				resp, body := ask(way.path, "Accept: "+way.accept)
				if resp.StatusCode != 200 || resp.Header.Get("Content-Type") != f.kind {
					t.Errorf("%s, %s: got %s, %s", way.path, way.accept, resp.Status, resp.Header.Get("Content-Type"))
				}
				switch f.suffix {
				case ".nq":
					for line := range strings.Lines(body) {
						if !exported[line] {
							t.Errorf("%s: %s is not in the export", way.path, line)
						}
					}
					if !strings.Contains(body, "<https://nhiemky.github.io"+node+">") {
						t.Errorf("%s says nothing of it: %s", way.path, body)
					}
				case ".csv":
					if rows, err := csv.NewReader(strings.NewReader(body)).ReadAll(); err != nil || len(rows) < 2 {
						t.Errorf("%s: %d rows, %v", way.path, len(rows), err)
					}
				case ".jsonld", ".json":
					if !json.Valid([]byte(body)) {
						t.Errorf("%s is no JSON: %s", way.path, body)
					}
				}
			}
		}
	}
}

// The rows of CSV are those of nhiemky who.
func TestRows(t *testing.T) {
	ask, _ := start(t, Options{}, nil)
	_, body := ask("/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội.csv")
	if !strings.HasPrefix(body, "\ufeffpost,") { // for spreadsheets
		t.Errorf("no byte order mark: %.20q", body)
	}
	if !strings.Contains(body, "Bí thư Quận ủy Ba Đình,Hoàng Minh Dũng Tiến,2017-06-27,2017-06-27,2020-05-05,2025-06-30,starts,") {
		t.Errorf("got %s", body)
	}
}

func TestLanguage(t *testing.T) {
	ask, _ := start(t, Options{}, nil)
	for _, c := range []struct{ accept, cookie, want string }{
		{"", "", "vi"}, {"vi-VN,vi;q=0.9", "", "vi"}, {"en-GB,en;q=0.8", "", "en"}, {"fr, en;q=0.5", "", "en"}, {"de", "", "vi"},
		{"en", "language=vi", "vi"}, {"vi", "language=en", "en"}, {"en", "language=xx", "en"}, {"%%%", "", "vi"},
	} {
		_, body := ask("/", "Accept-Language: "+c.accept, "Cookie: "+c.cookie)
		if !strings.Contains(body, `<html lang="`+c.want+`">`) {
			t.Errorf("%+v: got %.60s", c, body)
		}
	}
}

// Whoever chooses a language goes back to a page of ours, and to no other server.
func TestBackToAPageOfOurs(t *testing.T) {
	ask, _ := start(t, Options{}, map[string]string{})
	for back, want := range map[string]string{
		"/work?tab=candidates": "/work?tab=candidates", "": "/", "https://evil.example/": "/", "//evil.example": "/", `/\evil.example`: "/",
		"/\t/evil.example": "/", "javascript:alert(1)": "/",
	} {
		resp, _ := ask("/language?to=en&back=" + url.QueryEscape(back))
		if resp.StatusCode != 303 || resp.Header.Get("Location") != want || !strings.Contains(resp.Header.Get("Set-Cookie"), "language=en") {
			t.Errorf("%q: got %s to %s, %s", back, resp.Status, resp.Header.Get("Location"), resp.Header.Get("Set-Cookie"))
		}
	}
}

// Nothing of an article gets into a page but as text: every page that can be reached has the scripts
// and the attributes of the templates alone.
func TestNothingUnescaped(t *testing.T) {
	ask, _ := start(t, Options{Decide: func(context.Context, statement.Correction) error { return nil }, MayChange: func(*http.Request) bool { return true }},
		map[string]string{`a"><script>alert(3)</script>.txt`: evil})
	seen := map[string]bool{}
	queue := []string{"/", "/work", "/work?tab=candidates", "/queries", "/search?q=<script>alert(1)</script>", "/search?part=1&q=mau", `/id/person/"><script>`,
		`/id/post/x?at="><script>alert(1)</script>`}
	for len(queue) > 0 && len(seen) < 300 {
		path := queue[0]
		queue = queue[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		resp, body := ask(path, "Accept: text/html")
		if resp.StatusCode >= 500 || !strings.HasPrefix(resp.Header.Get("Content-Security-Policy"), "default-src 'none'; script-src 'self'; style-src 'self';") {
			t.Errorf("%s: %s, %s", path, resp.Status, resp.Header.Get("Content-Security-Policy"))
		}
		if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
			continue
		}
		if strings.Contains(body, "ZgotmplZ") {
			t.Errorf("%s: a template puts a value where it cannot be", path)
		}
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if slices.Contains([]string{"b", "img", "iframe", "object"}, n.Data) {
				t.Errorf("%s has an element %s", path, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.Contains(a.Val, "alert(") && a.Key == "src" || strings.HasPrefix(a.Val, "javascript:") {
					t.Errorf("%s: %s=%q", path, a.Key, a.Val)
				}
				if a.Key == "href" && strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "/static/") && !strings.HasPrefix(a.Val, "/cayley/") && !strings.HasPrefix(a.Val, "/language") {
					link, _, _ := strings.Cut(a.Val, "#")
					queue = append(queue, link)
				}
			}
			if n.Data == "script" && (n.FirstChild != nil || !strings.HasPrefix(attribute(n, "src"), "/static/")) {
				t.Errorf("%s has a script of its own", path)
			}
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d pages were reached", len(seen))
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// Every link of every page leads somewhere, and every link to a sentence to an element that is there.
func TestNoLinkIsDead(t *testing.T) {
	ask, _ := start(t, Options{}, nil)
	type page struct{ ids map[string]bool }
	pages := map[string]*page{}
	var targets []string
	queue := []string{"/"}
	for len(queue) > 0 && len(pages) < 500 {
		path := queue[0]
		queue = queue[1:]
		if pages[path] != nil {
			continue
		}
		resp, body := ask(path, "Accept: text/html")
		if resp.StatusCode != 200 && resp.StatusCode != 303 {
			t.Errorf("%s: %s", path, resp.Status)
		}
		if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
			body = ""
		}
		root, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		one := &page{map[string]bool{}}
		pages[path] = one
		for n := range root.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if one.ids[id] {
					t.Errorf("%s: two elements have the id %s", path, id)
				}
				one.ids[id] = true
			}
			if href := attribute(n, "href"); n.Data == "a" && strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "/cayley/") && !strings.HasPrefix(href, "/graph") {
				targets = append(targets, href)
				link, _, _ := strings.Cut(href, "#")
				queue = append(queue, link)
			}
		}
	}
	checked := 0
	for _, href := range targets {
		u, err := url.Parse(href)
		if err != nil {
			t.Fatal(err)
		}
		link, _, _ := strings.Cut(href, "#")
		if at := pages[link]; at != nil && u.Fragment != "" {
			checked++
			if !at.ids[u.Fragment] {
				t.Errorf("%s leads to nothing", href)
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d links to a part of a page", checked)
	}
}

// A page is sent once: whoever has it is told so.
func TestETag(t *testing.T) {
	ask, _ := start(t, Options{}, map[string]string{"a.txt": evil})
	first, body := ask("/queries")
	tag := first.Header.Get("ETag")
	again, empty := ask("/queries", "If-None-Match: "+tag)
	other, _ := ask("/queries", "If-None-Match: "+tag, "Accept-Language: en")
	if tag == "" || again.StatusCode != 304 || empty != "" || other.StatusCode != 200 || body == "" {
		t.Errorf("got %q, %s, %s", tag, again.Status, other.Status)
	}
}

func TestMistakes(t *testing.T) {
	ask, _ := start(t, Options{}, nil)
	for _, c := range []struct {
		path   string
		status int
		says   string
	}{
		{"/id/person/Nobody", 404, "The store has no such page."},
		{"/id/", 404, "no such page"}, {"/nothing", 404, "no such page"}, {"/id/person/%FF%FE", 404, "no such page"}, {"/graph?node=x", 404, "no such page"},
		{"/id/store", 404, "no such page"}, // what the store keeps for itself
		{"/id/person/Hoàng_Minh_Dũng_Tiến_(Bí_thư)", 404, `<a href="/id/person/Ho%c3%a0ng_Minh_D%c5%a9ng_Ti%e1%ba%bfn">`}, // merged since
		{"/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội?at=2018-13", 200, "write 2018, 2018-06 or 2018-06-01"},
		{"/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội?at=1/6/2018", 200, `<tr class="certain">`},
		{"/id/organization/Quận_ủy_Ba_Đình,_Hà_Nội?at=6/2018", 200, `<tr class="certain">`},
		{"/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội?at=3000", 200, `<tr class="excluded">`},
		{"/search?q=" + strings.Repeat("a", 5000), 200, "Nothing found"},
		{"/search?q=ông Hoàng Minh Dũng Tiêń", 200, `href="/id/person/Ho%c3%a0ng_Minh_D%c5%a9ng_Ti%e1%ba%bfn"`},
		{"/search?q=quận ủy Ba Ðình", 200, `href="/id/organization/Qu%e1%ba%adn_%e1%bb%a7y_Ba_%c4%90%c3%acnh`},
		{"/id/post/Bí_thư,_Quận_ủy_Ba_Đình,_Hà_Nội?page=-3", 200, "Hoàng Minh Dũng Tiến"},
	} {
		resp, body := ask(c.path, "Accept-Language: en")
		if resp.StatusCode != c.status || !strings.Contains(body, c.says) {
			t.Errorf("%s: got %s, %s", c.path, resp.Status, body)
		}
	}
}

// A page is one of many where a table is long.
func TestPager(t *testing.T) {
	for _, c := range []struct {
		page            string
		rows, from, to  int
		before, after   string
		number, ofPages int
	}{
		{"", 0, 0, 0, "", "", 1, 1}, {"", 100, 0, 100, "", "", 1, 1}, {"", 101, 0, 100, "", "/x?at=2018&page=2", 1, 2},
		{"2", 250, 100, 200, "/x?at=2018&page=1", "/x?at=2018&page=3", 2, 3}, {"9", 250, 200, 250, "/x?at=2018&page=2", "", 3, 3},
	} {
		q := &request{Request: httptest.NewRequest("GET", "/x?at=2018&page="+c.page, nil)}
		p, from, to := q.pager(c.rows)
		if from != c.from || to != c.to || p.Before != c.before || p.After != c.after || p.Page != c.number || p.Pages != c.ofPages {
			t.Errorf("%+v: got %d to %d, %+v", c, from, to, p)
		}
	}
}

// A text that is cut at marks and passages is still the text.
func TestCut(t *testing.T) {
	text := "Đồng chí A, Bí thư. Ông B thôi chức."
	for _, c := range []struct {
		passages [][2]int
		marks    [][2]int
		want     string
	}{
		{nil, nil, "Đồng chí A, Bí thư. Ông B thôi chức."},
		{[][2]int{{0, 25}}, [][2]int{{0, 14}, {16, 24}}, "(0[Đồng chí A], [Bí thư].) Ông B thôi chức."},
		{[][2]int{{0, 25}, {16, 45}}, nil, "(0Đồng chí A, |16Bí thư.) Ông B thôi chức."},    // they overlap
		{[][2]int{{16, 24}}, [][2]int{{0, 20}}, "Đồng chí A, (16Bí thư). Ông B thôi chức."}, // a mark across an edge
		{[][2]int{{40, 99}, {5, 5}}, [][2]int{{30, 99}}, text},                              // beyond the end
	} {
		var passages []view.Passage
		for _, p := range c.passages {
			passages = append(passages, view.Passage{IRI: fmt.Sprintf("x#%d", p[0]), Start: p[0], End: p[1]})
		}
		var marks []mark
		for _, m := range c.marks {
			marks = append(marks, mark{m[0], m[1], store.Thing{IRI: "x"}})
		}
		var got, plain strings.Builder
		for _, p := range cut(text, passages, marks) {
			plain.WriteString(p.Text)
			if p.Open != "" {
				got.WriteString("(" + p.Open)
			}
			for _, a := range p.Anchors {
				got.WriteString("|" + a)
			}
			if p.Node != "" {
				p.Text = "[" + p.Text + "]"
			}
			got.WriteString(p.Text)
			if p.Close {
				got.WriteString(")")
			}
		}
		if got.String() != c.want || plain.String() != text {
			t.Errorf("%v %v: got %s", c.passages, c.marks, got.String())
		}
	}
}
