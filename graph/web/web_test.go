package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/graph"
)

const twoQuads = `<urn:an> <urn:holds> <urn:post> <urn:a> .
<urn:post> <urn:title> "Bí thư"@vi <urn:a> .
`

// start serves a small store. ask sends a request to it: method, path, body, then headers as
// "Name: value"; Host is set by that name too.
func start(t *testing.T, o Options) (srv *httptest.Server, ask func(method, path, body string, headers ...string) (int, string)) {
	t.Helper()
	store, err := graph.Open("", graph.Options{Backend: graph.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Load(t.Context(), strings.NewReader(twoQuads), nil); err != nil {
		t.Fatal(err)
	}
	srv = httptest.NewServer(Handler(store, o))
	t.Cleanup(srv.Close)
	return srv, func(method, path, body string, headers ...string) (int, string) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, srv.URL+path, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range headers {
			name, value, found := strings.Cut(h, ": ")
			if !found {
				continue
			}
			if name == "Host" {
				r.Host = value
			}
			r.Header.Set(name, value)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(data)
	}
}

func port(srv *httptest.Server) string { return srv.URL[strings.LastIndex(srv.URL, ":")+1:] }

func TestAPI(t *testing.T) {
	_, ask := start(t, Options{})
	for _, c := range []struct {
		name, method, path, body, accept string
		status                           int
		want                             string
	}{
		{"gizmo", "POST", "/api/v2/query?lang=gizmo", `g.V("<urn:an>").out("<urn:holds>").all()`, "", 200,
			`{"result":[{"id":"\u003curn:post\u003e"}]}`},
		{"gizmo by GET", "GET", "/api/v2/query?lang=gizmo&qu=g.emit(1)", "", "", 200, `{"result":[1]}`},
		{"no results are an empty list", "POST", "/api/v2/query?lang=gizmo", `g.V("<urn:x>").all()`, "", 200, `{"result":[]}`},
		{"JSON-LD, as the UI asks", "POST", "/api/v2/query?lang=gizmo", `g.V("<urn:an>").out("<urn:holds>").all()`,
			"application/ld+json", 200, `{"result":[{"id":{"@id":"urn:post"}}]}`},
		{"graphql", "POST", "/api/v2/query?lang=graphql", `{ nodes(id: <urn:post>) { title: <urn:title> @opt } }`, "", 200,
			`{"data":{"nodes":{"title":{"Value":"Bí thư","Lang":"vi"}}}}`},
		{"mistake", "POST", "/api/v2/query?lang=gizmo", "g.V(", "", 400, `{"error":"query: line 1, column 5: Unexpected end of input"}`},
		{"mistake in graphql", "POST", "/api/v2/query?lang=graphql", "{", "", 400,
			`{"error":"query: line 1, column 2: syntax error: Expected Name, found EOF","errors":[{"message":"query: line 1, column 2: syntax error: Expected Name, found EOF"}]}`},
		{"wrong argument", "POST", "/api/v2/query?lang=gizmo", "g.V().out(iri).all()", "", 400,
			`{"error":"query: wrong argument to a function of Gizmo: unsupported type: func(goja.FunctionCall) goja.Value"}`},
		{"empty", "POST", "/api/v2/query?lang=gizmo", " ", "", 400, `{"error":"the query is empty"}`},
		{"language", "POST", "/api/v2/query?lang=mql", "{}", "", 400, `{"error":"lang is \"mql\": this server knows gizmo and graphql"}`},
		{"read", "GET", "/api/v2/read?sub=<urn:post>", "", "", 200, "<urn:post> <urn:title> \"Bí thư\"@vi <urn:a> .\n"},
		{"read all", "GET", "/api/v2/read", "", "", 200, twoQuads},
		{"read a value", "GET", `/api/v2/read?obj="Bí+thư"@vi`, "", "", 200, "<urn:post> <urn:title> \"Bí thư\"@vi <urn:a> .\n"},
		{"read nothing", "GET", "/api/v2/read?sub=<urn:x>", "", "", 200, ""},
		{"read any of two", "GET", "/api/v2/read?sub=<urn:post>&sub=<urn:an>&label=<urn:a>", "", "", 200, twoQuads},
		{"format", "GET", "/api/v2/read?format=turtle", "", "", 400, `{"error":"no format \"turtle\": see /api/v2/formats"}`},
		{"formats", "GET", "/api/v2/formats", "", "", 200,
			`[{"id":"nquads","read":true,"write":true,"ext":[".nq",".nt"],"mime":["application/n-quads","application/n-triples"]},{"id":"jsonld","write":true,"ext":[".jsonld"],"mime":["application/ld+json"]}]`},
		{"health", "GET", "/healthz", "", "", 200, `{"status":"ok"}`},
		{"nothing there", "GET", "/api/v1/shape/gizmo", "", "", 404, `{"error":"there is no GET /api/v1/shape/gizmo"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, body := ask(c.method, strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22").Replace(c.path), c.body, "Accept: "+c.accept)
			if status != c.status || strings.TrimSpace(body) != strings.TrimSpace(c.want) {
				t.Errorf("got  %d %s\nwant %d %s", status, body, c.status, c.want)
			}
		})
	}
}

func TestReadJSONLD(t *testing.T) {
	_, ask := start(t, Options{})
	status, body := ask("GET", "/api/v2/read?format=jsonld&sub=%3Curn:post%3E", "")
	if status != 200 || !json.Valid([]byte(body)) || !strings.Contains(body, "urn:title") {
		t.Errorf("got %d %s", status, body)
	}
}

func TestNamesOfTheServer(t *testing.T) {
	srv, ask := start(t, Options{Hosts: []string{"nk.example:8080"}})
	p := port(srv)
	for host, want := range map[string]int{
		"localhost:" + p: 200, "127.0.0.1:" + p: 200, "[::1]:" + p: 200, "LOCALHOST:" + p: 200, "nk.example:8080": 200,
		"evil.example": 421, "evil.example:" + p: 421, "localhost": 421, "localhost:1": 421, "127.0.0.1.evil.example:" + p: 421,
		"nk.example": 421, "127.0.0.2:" + p: 421,
	} {
		for _, path := range []string{"/", "/healthz", "/api/v2/read"} {
			if status, body := ask("GET", path, "", "Host: "+host); status != want {
				t.Errorf("Host %s, %s: got %d %s", host, path, status, body)
			}
		}
	}
}

func TestPagesOfOthers(t *testing.T) {
	srv, ask := start(t, Options{Writable: true})
	own := "http://localhost:" + port(srv)
	for _, c := range []struct {
		name, method, path, headers string
		want                        int
	}{
		{"a program", "POST", "/api/v2/query?lang=gizmo", "", 200},
		{"our page", "POST", "/api/v2/query?lang=gizmo", "Host: localhost:" + port(srv) + "; Origin: " + own + "; Sec-Fetch-Site: same-origin", 200},
		{"typed into the browser", "GET", "/api/v2/read", "Sec-Fetch-Site: none", 200},
		{"a foreign page posts", "POST", "/api/v2/query?lang=gizmo", "Origin: https://evil.example", 403},
		{"with the name of the browser's own", "POST", "/api/v2/query?lang=gizmo", "Sec-Fetch-Site: cross-site", 403},
		{"a page on another port", "POST", "/api/v2/query?lang=gizmo", "Origin: http://localhost:1; Sec-Fetch-Site: same-site", 403},
		{"a sandboxed page", "POST", "/api/v2/query?lang=gizmo", "Origin: null", 403},
		{"a foreign image queries", "GET", "/api/v2/query?lang=gizmo&qu=g.emit(1)", "Sec-Fetch-Site: cross-site", 403},
		{"a foreign page reads", "GET", "/api/v2/read", "Origin: https://evil.example", 403},
		{"a foreign page writes", "POST", "/api/v2/write", "Origin: https://evil.example", 403},
		{"a foreign page asks before", "OPTIONS", "/api/v2/write", "Origin: https://evil.example; Access-Control-Request-Method: POST", 403},
		{"a link on a foreign page", "GET", "/", "Sec-Fetch-Site: cross-site", 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, body := ask(c.method, c.path, "g.emit(1)", strings.Split(c.headers, "; ")...)
			if c.path == "/api/v2/write" && status == 200 {
				t.Fatal("it wrote")
			}
			if status != c.want {
				t.Errorf("got %d %s, want %d", status, body, c.want)
			}
		})
	}
}

func TestNoOriginIsEchoed(t *testing.T) {
	srv, _ := start(t, Options{})
	for _, origin := range []string{"https://evil.example", srv.URL} {
		r, err := http.NewRequestWithContext(t.Context(), "GET", srv.URL+"/api/v2/formats", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Origin", origin)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		for name := range resp.Header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s gets %s", origin, name)
			}
		}
	}
}

const third = "<urn:binh> <urn:holds> <urn:post> <urn:a> .\n"

func TestWritingIsRefused(t *testing.T) {
	_, ask := start(t, Options{})
	for _, path := range []string{"/api/v2/write", "/api/v2/delete"} {
		status, body := ask("POST", path, third)
		if status != 403 || !strings.Contains(body, "this server reads only: start it with nhiemky serve --writable") {
			t.Errorf("%s: got %d %s", path, status, body)
		}
	}
	if _, body := ask("GET", "/api/v2/read", ""); body != twoQuads {
		t.Errorf("the store changed:\n%s", body)
	}
}

func TestWriting(t *testing.T) {
	_, ask := start(t, Options{Writable: true})
	steps := []struct {
		path, body string
		status     int
		want, left string
	}{
		{"write", third, 200, `{"count":1,"result":"Successfully wrote 1 quads."}`, strings.Replace(twoQuads, "<urn:post> <urn:title>", third+"<urn:post> <urn:title>", 1)},
		{"delete", third, 200, `{"count":1,"result":"Successfully deleted 1 quads."}`, twoQuads},
		{"delete", third, 200, `{"count":0,"result":"Successfully deleted 0 quads."}`, twoQuads},
		{"write", third + "nonsense\n", 400, `{"error":"line 2: column 1: want a subject"}`, twoQuads},
		{"delete", twoQuads + "\xff", 400, `{"error":"line 3: column 1: no valid UTF-8"}`, twoQuads},
	}
	for _, c := range steps {
		status, body := ask("POST", "/api/v2/"+c.path, c.body)
		if status != c.status || strings.TrimSpace(body) != c.want {
			t.Errorf("%s: got %d %s, want %d %s", c.path, status, body, c.status, c.want)
		}
		if _, left := ask("GET", "/api/v2/read", ""); left != c.left {
			t.Errorf("%s left\n%swant\n%s", c.path, left, c.left)
		}
	}
}

func TestQueriesThatNeverEnd(t *testing.T) {
	_, ask := start(t, Options{Limits: graph.Limits{Time: 3 * time.Second, Rows: 5, MemoryBytes: 32 << 20}})
	for _, c := range []struct {
		name, path, body string
		status           int
		want             string
	}{
		{"a loop", "query?lang=gizmo", `while(true){}`, 422, "longer than it may (3s)"},
		{"a loop that emits", "query?lang=gizmo", `while(true){g.emit(1)}`, 422, "more rows than it may (5)"},
		{"rows of graphql", "query?lang=graphql", `{ nodes { id } }`, 422, "more rows than it may (5)"},
		{"a long text", "query?lang=gizmo", strings.Repeat(" ", 70<<10) + "g.emit(1)", 413, "longer or deeper than it may be"},
		{"a huge body", "query?lang=gizmo", strings.Repeat("x", maxQueryBody+1), 413, "too large"},
		{"recursion", "query?lang=gizmo", `function f() { return [1].map(f) }; f()`, 400, "deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, body := ask("POST", "/api/v2/"+c.path, c.body)
			if status != c.status || !strings.Contains(body, c.want) {
				t.Errorf("got %d %s, want %d …%s…", status, body, c.status, c.want)
			}
		})
	}
	if status, body := ask("GET", "/api/v2/query?lang=gizmo&qu=g.emit(1)", ""); status != 200 {
		t.Errorf("the server does not live: %d %s", status, body)
	}
}

func TestBracketsInBrackets(t *testing.T) {
	_, ask := start(t, Options{})
	for _, lang := range []string{"gizmo", "graphql"} {
		for _, bracket := range []string{"(", "[", "{a:", "{a", "function(){"} {
			text := strings.Repeat(bracket, 30<<10/len(bracket))
			if status, body := ask("POST", "/api/v2/query?lang="+lang, text); status != 413 {
				t.Errorf("%s, %q in itself: got %d %.200s", lang, bracket, status, body)
			}
		}
	}
}

func TestAnArrayThatGrows(t *testing.T) {
	_, ask := start(t, Options{Limits: graph.Limits{Time: 20 * time.Second, MemoryBytes: 16 << 20}})
	status, body := ask("POST", "/api/v2/query?lang=gizmo", `var a=[]; while(true){a.push({x:a.length})}`)
	if status != 422 || !strings.Contains(body, "more memory than it may (16 MiB)") {
		t.Errorf("got %d %s", status, body)
	}
}

func TestReadIsBounded(t *testing.T) {
	_, ask := start(t, Options{Limits: graph.Limits{Rows: 1}})
	if status, body := ask("GET", "/api/v2/read", ""); status != 422 || !strings.Contains(body, "more rows than it may (1)") {
		t.Errorf("got %d %s", status, body)
	}
	if status, body := ask("GET", "/api/v2/read?sub=%3Curn:an%3E", ""); status != 200 {
		t.Errorf("as many as allowed: got %d %s", status, body)
	}
}

func TestHugeWrite(t *testing.T) {
	_, ask := start(t, Options{Writable: true})
	status, body := ask("POST", "/api/v2/write", strings.Repeat("# nothing here\n", maxWriteBody/15+1))
	if status != 413 {
		t.Errorf("got %d %.200s", status, body)
	}
}
