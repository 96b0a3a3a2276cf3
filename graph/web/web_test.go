package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

const twoQuads = `<urn:an> <urn:holds> <urn:post> <urn:a> .
<urn:post> <urn:title> "Bí thư"@vi <urn:a> .
`

// start serves a small store. ask sends a request to it: method, path, body, then headers as
// "Name: value"; Host is set by that name too.
func start(t *testing.T, o Options) (srv *httptest.Server, ask func(method, path, body string, headers ...string) (int, string)) {
	t.Helper()
	db, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ingest.Load(t.Context(), db, strings.NewReader(twoQuads), ingest.LoadOptions{}); err != nil {
		t.Fatal(err)
	}
	srv = httptest.NewUnstartedServer(nil)
	srv.Config = NewServer("", Handler(db, o))
	srv.Start()
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
		{"a value instead of results", "POST", "/api/v2/query?lang=gizmo", `g.V("<urn:an>").out().count()`, "", 200, `{"result":[1]}`},
		{"a list instead of results", "POST", "/api/v2/query?lang=gizmo", `g.V("<urn:an>").out("<urn:holds>").toArray()`, "", 200,
			`{"result":["\u003curn:post\u003e"]}`},
		{"gizmo by Cayley's first API", "POST", "/api/v1/query/gizmo", `g.emit(1)`, "", 200, `{"result":[1]}`},
		{"graphql by Cayley's first API", "POST", "/api/v1/query/graphql", `{ nodes(first:1, id:<urn:post>) { id } }`, "", 200,
			`{"data":{"nodes":{"id":"urn:post"}}}`},
		{"a language that there is not", "POST", "/api/v1/query/mql", "{}", "", 400, `{"error":"the language is \"mql\": this server knows gizmo and graphql"}`},
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
		{"language", "POST", "/api/v2/query?lang=mql", "{}", "", 400, `{"error":"the language is \"mql\": this server knows gizmo and graphql"}`},
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

const testToken = "a-token-for-tests"

const (
	third   = "<urn:binh> <urn:holds> <urn:post> <urn:a> .\n"
	decided = "<urn:a>  <urn:b> <urn:c> <" + string(vocab.Corrections) + "> .\n" // not as an export writes it
)

func TestWriting(t *testing.T) {
	_, ask := start(t, Options{Writable: true, Token: testToken})
	steps := []struct {
		path, body string
		status     int
		want, left string
	}{
		{"write", third, 200, `{"count":1,"result":"Successfully wrote 1 quads."}`, strings.Replace(twoQuads, "<urn:post> <urn:title>", third+"<urn:post> <urn:title>", 1)},
		{"write", decided, 200, `{"count":0,"result":"Successfully wrote 0 quads. Of the others 1 say what somebody decided and were left out, because the file is no export of nhiemky (line 1 is not written as an export has it)."}`,
			strings.Replace(twoQuads, "<urn:post> <urn:title>", third+"<urn:post> <urn:title>", 1)},
		{"delete", third, 200, `{"count":1,"result":"Successfully deleted 1 quads."}`, twoQuads},
		{"delete", third, 200, `{"count":0,"result":"Successfully deleted 0 quads."}`, twoQuads},
		{"write", third + "nonsense\n", 400, `{"error":"line 2: column 1: want a subject"}`, twoQuads},
		{"delete", twoQuads + "\xff", 400, `{"error":"line 3: column 1: no valid UTF-8"}`, twoQuads},
	}
	for _, c := range steps {
		status, body := ask("POST", "/api/v2/"+c.path, c.body, "Authorization: Bearer "+testToken)
		if status != c.status || strings.TrimSpace(body) != c.want {
			t.Errorf("%s: got %d %s, want %d %s", c.path, status, body, c.status, c.want)
		}
		if _, left := ask("GET", "/api/v2/read", ""); left != c.left {
			t.Errorf("%s left\n%swant\n%s", c.path, left, c.left)
		}
	}
}
