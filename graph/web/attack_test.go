package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/graph/query"
)

const (
	friend  = "https://notebook.example.org" // an origin that is allowed
	stolen  = "Cookie: nhiemky-PORT=" + testToken
	foreign = "Origin: https://evil.example; "
)

// The attacks, one a line. PORT is that of the server. Headers stand with "; " between them. The server
// is one that may be written to, with the token, and that allows one foreign origin.
func TestAttacks(t *testing.T) {
	const (
		query  = "/api/v2/query?lang=gizmo"
		bearer = "Authorization: Bearer " + testToken
		other  = "requests of other web pages are refused"
		name   = "no server here is called"
	)
	for _, a := range []struct {
		name, method, path, headers, body string
		status                            int
		want                              string // in the body
	}{
		// What is no attack, to see that the list below fails for its own reasons.
		{"a program", "POST", query, "", "g.emit(1)", 200, `{"result":[1]}`},
		{"our page", "POST", query, "Host: localhost:PORT; Origin: http://localhost:PORT; Sec-Fetch-Site: same-origin", "g.emit(1)", 200, `{"result":[1]}`},
		{"typed into the browser", "GET", "/api/v2/read", "Sec-Fetch-Site: none", "", 200, "<urn:an>"},
		{"a link on a foreign page", "GET", "/healthz", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document", "", 200, "ok"},
		{"a script of our page", "GET", "/healthz", "Sec-Fetch-Site: same-origin; Sec-Fetch-Dest: script", "", 200, "ok"},
		{"an allowed origin", "POST", query, "Origin: " + friend + "; Sec-Fetch-Site: cross-site", "g.emit(1)", 200, `{"result":[1]}`},
		{"an allowed Host", "GET", "/healthz", "Host: nk.example:8080", "", 200, "ok"},
		{"another loopback name", "GET", "/healthz", "Host: [::1]:PORT", "", 200, "ok"},
		{"in capitals", "GET", "/healthz", "Host: LOCALHOST:PORT", "", 200, "ok"},

		// DNS rebinding: the name of another server for our address.
		{"rebinding", "GET", "/api/v2/read", "Host: evil.example", "", 421, name + " evil.example"},
		{"rebinding with our port", "POST", query, "Host: evil.example:PORT", "g.emit(1)", 421, name},
		{"rebinding of a page", "GET", "/", "Host: evil.example:PORT", "", 421, name},
		{"rebinding of health", "GET", "/healthz", "Host: evil.example:PORT", "", 421, name},
		{"our name inside another", "GET", "/", "Host: 127.0.0.1.evil.example:PORT", "", 421, name},
		{"our name without the port", "GET", "/", "Host: localhost", "", 421, name},
		{"our name with another port", "GET", "/", "Host: localhost:1", "", 421, name},
		{"an allowed name without the port", "GET", "/", "Host: nk.example", "", 421, name},
		{"another address of this machine", "GET", "/", "Host: 127.0.0.2:PORT", "", 421, name},
		{"a name that a proxy would say", "GET", "/", "Host: evil.example; X-Forwarded-Host: localhost:PORT", "", 421, name},
		{"rebinding, with the name as its origin", "POST", query, "Host: evil.example:PORT; Origin: http://evil.example:PORT; Sec-Fetch-Site: same-origin", "g.emit(1)", 421, name},

		// Pages of other origins.
		{"a foreign page posts", "POST", query, "Origin: https://evil.example", "g.emit(1)", 403, other},
		{"as a form would", "POST", query, foreign + "Content-Type: text/plain; Sec-Fetch-Site: cross-site", "g.emit(1)", 403, other},
		{"without an origin", "POST", query, "Sec-Fetch-Site: cross-site", "g.emit(1)", 403, other},
		{"a page on another port", "POST", query, "Origin: http://localhost:1; Sec-Fetch-Site: same-site", "g.emit(1)", 403, other},
		{"a sandboxed page", "POST", query, "Origin: null", "g.emit(1)", 403, other},
		{"a sandboxed page reads", "GET", "/api/v2/read", "Origin: null", "", 403, other},
		{"an image of a foreign page queries", "GET", query + "&qu=g.emit(1)", "Sec-Fetch-Site: cross-site; Sec-Fetch-Dest: image", "", 403, other},
		{"a link to a query", "GET", query + "&qu=g.emit(1)", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: document", "", 403, other},
		{"a foreign page reads", "GET", "/api/v2/read", "Origin: https://evil.example", "", 403, other},
		{"a foreign page reads a page", "GET", "/", "Origin: https://evil.example; Sec-Fetch-Site: cross-site", "", 403, other},
		{"a frame on a foreign page", "GET", "/", "Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate; Sec-Fetch-Dest: iframe", "", 403, other},
		{"a script on a foreign page", "GET", "/healthz", "Sec-Fetch-Site: cross-site; Sec-Fetch-Dest: script", "", 403, other},
		{"a foreign page asks before", "OPTIONS", "/api/v2/write", foreign + "Access-Control-Request-Method: POST", "", 403, other},
		{"an origin that begins like an allowed one", "POST", query, "Origin: " + friend + ".evil.example; Sec-Fetch-Site: cross-site", "g.emit(1)", 403, other},
		{"an allowed origin in another scheme", "POST", query, "Origin: http://notebook.example.org; Sec-Fetch-Site: cross-site", "g.emit(1)", 403, other},
		{"an allowed origin on another port", "POST", query, "Origin: " + friend + ":8443; Sec-Fetch-Site: cross-site", "g.emit(1)", 403, other},
		{"two origins", "POST", query, "Origin: " + friend + " https://evil.example; Sec-Fetch-Site: cross-site", "g.emit(1)", 403, other},

		// Changes without the right to.
		{"no token", "POST", "/api/v2/write", "", third, 401, "changes need the token of this server: open the address with ?token="},
		{"no token to delete", "POST", "/api/v2/delete", "", twoQuads, 401, "changes need the token"},
		{"a wrong token", "POST", "/api/v2/write", "Authorization: Bearer a-token-for-test", third, 403, "this is not the token"},
		{"an empty token", "POST", "/api/v2/write", "Authorization: Bearer ", third, 403, "this is not the token"},
		{"a password", "POST", "/api/v2/write", "Authorization: Basic " + testToken, third, 401, "changes need the token"},
		{"a wrong cookie", "POST", "/api/v2/write", "Cookie: nhiemky-PORT=x", third, 403, "this is not the token"},
		{"the cookie of another server", "POST", "/api/v2/write", "Cookie: nhiemky-1=" + testToken, third, 401, "changes need the token"},
		{"the token in the address", "POST", "/api/v2/write?token=" + testToken, "", third, 401, "changes need the token"},
		{"the token in the address of a read", "GET", "/api/v2/read?token=" + testToken + "&sub=%3Curn:x%3E", "", "", 200, ""},
		{"the cookie from another site", "POST", "/api/v2/write", stolen + "; " + foreign + "Sec-Fetch-Site: cross-site", third, 403, other},
		{"the cookie from another port", "POST", "/api/v2/write", stolen + "; Origin: http://127.0.0.1:1; Sec-Fetch-Site: same-site", third, 403, other},
		{"the cookie from an allowed origin", "POST", "/api/v2/write", stolen + "; Origin: " + friend + "; Sec-Fetch-Site: cross-site", third, 401, "changes need the token"},
		{"the token from another site", "POST", "/api/v2/write", bearer + "; " + foreign + "Sec-Fetch-Site: cross-site", third, 403, other},
		{"a wrong token for a page", "GET", "/?token=x", "", "", 403, "this is not the token"},
		{"another method, so says a header", "GET", "/api/v2/write", bearer + "; X-HTTP-Method-Override: POST", third, 404, "there is no GET"},
		{"another method, so says a parameter", "GET", "/api/v2/write?_method=POST", bearer, third, 404, "there is no GET"},
		{"PUT", "PUT", "/api/v2/write", bearer, third, 404, "there is no PUT"},
		{"TRACE", "TRACE", "/api/v2/read", stolen, "", 404, "there is no TRACE"},

		// Too much at once.
		{"a query too long for the engine", "POST", query, "", strings.Repeat(" ", 70<<10), 400, "empty"},
		{"a long text", "POST", query, "", strings.Repeat(" ", 70<<10) + "g.emit(1)", 413, "longer or deeper than it may be"},
		{"a huge body", "POST", query, "", strings.Repeat("x", maxQueryBody+1), 413, "too large"},
		{"a huge body to read by", "POST", "/api/v2/read", "Content-Type: application/x-www-form-urlencoded", "sub=" + strings.Repeat("x", maxQueryBody), 413, "too large"},
		{"a huge write", "POST", "/api/v2/write", bearer, strings.Repeat("# nothing here\n", maxWriteBody/15+1), 413, "too large"},

		// Paths out of what is served.
		{"up", "GET", "/../web.go", "", "", 404, ""},
		{"up, encoded", "GET", "/%2e%2e/%2e%2e/etc/passwd", "", "", 404, ""},
		{"up, encoded all", "GET", "/static/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "", "", 404, ""},
		{"up, twice encoded", "GET", "/static/%252e%252e/%252e%252e/etc/passwd", "", "", 404, ""},
		{"up with backslashes", "GET", "/..%5c..%5cetc%5cpasswd", "", "", 404, ""},
		{"the end of a string of C", "GET", "/index.html%00.png", "", "", 404, ""},
		{"a folder", "GET", "/static/", "", "", 404, ""},
		{"the API by another path", "POST", "//api/v2/write", "Sec-Fetch-Site: cross-site", third, 403, other},
		{"a script for a page", "GET", "/api/%3Cscript%3Ealert(1)%3C/script%3E", "", "", 404, `there is no GET /api/\u003cscript`},
	} {
		t.Run(a.name, func(t *testing.T) {
			srv, ask := start(t, Options{Writable: true, Token: testToken, Hosts: []string{"nk.example:8080"}, Origins: []string{friend}})
			headers := strings.Split(strings.ReplaceAll(a.headers, "PORT", port(srv)), "; ")
			if status, body := ask(a.method, a.path, a.body, headers...); status != a.status || !strings.Contains(body, a.want) {
				t.Errorf("got %d %.300s, want %d …%s…", status, body, a.status, a.want)
			}
			lives(t, ask)
		})
	}
}

// lives fails when the server does not answer as before, or its store is not as it was.
func lives(t *testing.T, ask func(method, path, body string, headers ...string) (int, string)) {
	t.Helper()
	if status, body := ask("GET", "/healthz", ""); status != 200 {
		t.Errorf("after that: health is %d %s", status, body)
	}
	if status, body := ask("POST", "/api/v2/query?lang=gizmo", `g.V("<urn:an>").out("<urn:holds>").all()`); status != 200 || !strings.Contains(body, "urn:post") {
		t.Errorf("after that: a query gives %d %s", status, body)
	}
	if status, body := ask("GET", "/api/v2/read", ""); status != 200 || body != twoQuads {
		t.Errorf("after that: the store is %d\n%s", status, body)
	}
}

// Queries that never end or take all there is, as far as the process can end them; those that it cannot
// end, and those over a larger store, are in cmd/nhiemky/serve_attack_test.go. An error comes without any row.
func TestHostileQueries(t *testing.T) {
	short := query.Limits{Time: 300 * time.Millisecond, Rows: 5}
	small := query.Limits{Time: 20 * time.Second, MemoryBytes: 16 << 20, Rows: 1 << 30}
	long := query.Limits{Time: 20 * time.Second, Rows: 5}
	const (
		time   = "the query took longer than it may (300ms)"
		memory = "the query took more memory than it may"
		rows   = "the query gave more rows than it may (5)"
		calls  = "functions call each other more than 2000 deep"
		text   = "the text of the query is longer or deeper than it may be"
	)
	for _, q := range []struct {
		name, lang, text string
		limits           query.Limits
		status           int
		want             string
	}{
		{"while", "gizmo", `while(true){}`, short, 422, time},
		{"for", "gizmo", `for(;;){}`, short, 422, time},
		{"a loop that catches", "gizmo", `while(true){try{while(true){}}catch(e){}}`, short, 422, time},
		{"a loop in finally", "gizmo", `function f(){try{while(true){}}finally{f()}}; f()`, short, 422, time},
		{"a loop in a conversion", "gizmo", `var o={valueOf:function(){while(true){}}}; o+1`, short, 422, time},
		{"a loop in a getter", "gizmo", `var o={get x(){while(true){}}}; g.emit(o)`, short, 422, time},
		{"a loop in toJSON", "gizmo", `JSON.stringify({toJSON:function(){while(true){}}})`, short, 422, time},
		{"a loop in a comparison", "gizmo", `[3,2,1].sort(function(){while(true){}})`, short, 422, time},
		{"a loop in a callback of a path", "gizmo", `g.V().forEach(function(){while(true){}})`, short, 422, time},
		{"a generator without end", "gizmo", `function* f(){while(true) yield 1}; for(var x of f()){}`, short, 422, time},
		{"promises without end", "gizmo", `function f(){Promise.resolve().then(f)}; f()`, short, 422, time},
		{"a regular expression that backtracks, again and again", "gizmo", `while(true) "aaaaaaaaaaaaaaa".replace(/(?=x*)(a+a+)+y/,"b")`, short, 422, time},

		{"recursion", "gizmo", `function f(){return f()}; f()`, long, 400, calls},
		{"recursion through the engine", "gizmo", `function f() { return [1].map(f) }; f()`, long, 400, calls},
		{"a getter that gets itself", "gizmo", `var o={get x(){return this.x}}; o.x`, long, 400, calls},
		{"a conversion that converts itself", "gizmo", `var o={valueOf:function(){return o+1}}; o+1`, long, 400, calls},
		{"JSON of an object in itself", "gizmo", `var a={}; a.a=a; g.emit(JSON.stringify(a))`, long, 400, "circular"},
		{"lists in lists", "gizmo", `var a=[]; for(var i=0;i<5000;i++) a=[a]; g.emit(a)`, long, 400, "more than 250 lists and objects in one another"},

		{"an array that grows", "gizmo", `var a=[]; while(true) a.push({x:a.length})`, small, 422, memory},
		{"strings that stay", "gizmo", `var a=[]; while(true) a.push("x".repeat(1000)+a.length)`, small, 422, memory},
		{"a string that doubles", "gizmo", `var s="x"; while(true) s+=s`, small, 422, memory},
		{"a map that grows", "gizmo", `var m=new Map(), i=0; while(true) m.set(i++,{})`, small, 422, memory},
		{"symbols that stay", "gizmo", `var i=0; while(true) Symbol.for("s"+i++)`, small, 422, memory},
		{"typed arrays", "gizmo", `var a=[]; while(true) a.push(new Float64Array(1e5))`, small, 422, memory},
		{"JSON of much", "gizmo", `var a=[]; while(true) a.push(JSON.stringify(a))`, small, 422, memory},
		{"little memory and a long answer", "gizmo", `var s="x".repeat(1e6); for(var i=0;i<1000;i++) g.emit(s)`, small, 422, memory},

		{"emitted rows", "gizmo", `while(true){g.emit(1)}`, long, 422, rows},
		{"rows of a path", "gizmo", `g.V().both().both().both().all()`, long, 422, rows},
		{"rows of graphql", "graphql", `{ nodes { id } }`, long, 422, rows},
		{"rows in a list of graphql", "graphql", `{ nodes(id: <urn:post>) { a: <urn:holds> @rev { b: <urn:holds> { id }}, id, c: <urn:title> @opt }, all: nodes { id } }`, long, 422, rows},

		{"graphql in graphql", "graphql", strings.Repeat("{a", 15<<10), long, 413, text},
		{"objects in objects", "graphql", strings.Repeat("{a:", 10<<10), long, 413, text},
		{"brackets", "gizmo", strings.Repeat("(", 30<<10), long, 413, text},
		{"lists", "gizmo", strings.Repeat("[", 30<<10), long, 413, text},
		{"functions in functions", "gizmo", strings.Repeat("function(){", 2<<10), long, 413, text},
	} {
		t.Run(q.name, func(t *testing.T) {
			_, ask := start(t, Options{Limits: q.limits})
			status, body := ask("POST", "/api/v2/query?lang="+q.lang, q.text)
			if status != q.status || !strings.Contains(body, q.want) || strings.Contains(body, `"result"`) || strings.Contains(body, `"data"`) {
				t.Errorf("got %d %.300s, want %d …%s…", status, body, q.status, q.want)
			}
			lives(t, ask)
		})
	}
}

// Too many rows are an error, and not some of them.
func TestReadIsBounded(t *testing.T) {
	_, ask := start(t, Options{Limits: query.Limits{Rows: 1}})
	if status, body := ask("GET", "/api/v2/read", ""); status != 422 || !strings.Contains(body, "more rows than it may (1)") || strings.Contains(body, "urn:") {
		t.Errorf("got %d %s", status, body)
	}
	if status, body := ask("GET", "/api/v2/read?sub=%3Curn:an%3E", ""); status != 200 {
		t.Errorf("as many as allowed: got %d %s", status, body)
	}
}

func TestWritingIsRefused(t *testing.T) {
	for name, o := range map[string]Options{"a server that reads only": {Token: testToken}, "one without a token": {Writable: true}} {
		_, ask := start(t, o)
		for _, headers := range [][]string{nil, {"Authorization: Bearer " + testToken}, {"Authorization: Bearer "}} {
			for _, path := range []string{"/api/v2/write", "/api/v2/delete"} {
				status, body := ask("POST", path, twoQuads, headers...)
				if status != 403 || !strings.Contains(body, "this server reads only: start it with nhiemky serve --writable") {
					t.Errorf("%s, %s: got %d %s", name, path, status, body)
				}
			}
		}
		if status, _ := ask("GET", "/?token="+testToken, ""); status != 403 {
			t.Errorf("%s: an address with the token gets %d", name, status)
		}
		lives(t, ask)
	}
}

// Requests that no client of HTTP would write, byte by byte.
func TestRawRequests(t *testing.T) {
	const host = "Host: localhost:PORT\r\n"
	for _, c := range []struct {
		name, request string
		status        int
	}{
		{"as it should be", "GET /healthz HTTP/1.1\r\n" + host + "\r\n", 200},
		{"the end of a string of C", "GET /\x00 HTTP/1.1\r\n" + host + "\r\n", 400},
		{"backslashes", "GET /..\\..\\etc\\passwd HTTP/1.1\r\n" + host + "\r\n", 404},
		{"up", "GET /../../etc/passwd HTTP/1.1\r\n" + host + "\r\n", 307},
		{"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
		{"no Host, as of old", "GET / HTTP/1.0\r\n\r\n", 421},
		{"two Hosts", "GET / HTTP/1.1\r\n" + host + "Host: evil.example\r\n\r\n", 400},
		{"another Host in the address", "GET http://evil.example/ HTTP/1.1\r\n" + host + "\r\n", 421},
		{"a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n", 421},
		{"a huge header", "GET / HTTP/1.1\r\n" + host + "X: " + strings.Repeat("x", 80<<10) + "\r\n\r\n", 431},
		{"many headers", "GET / HTTP/1.1\r\n" + host + strings.Repeat("X: y\r\n", 20<<10) + "\r\n", 431},
		{"a long address", "GET /" + strings.Repeat("x", 80<<10) + " HTTP/1.1\r\n" + host + "\r\n", 431},
		{"two lengths", "POST /api/v2/query?lang=gizmo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n1", 400},
		{"an unknown coding", "POST /api/v2/query?lang=gizmo HTTP/1.1\r\n" + host + "Transfer-Encoding: x\r\n\r\n1", 501},
		{"no HTTP", "\x16\x03\x01\x02\r\n\r\n", 400},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv, ask := start(t, Options{})
			if status := raw(t, srv, strings.ReplaceAll(c.request, "PORT", port(srv))); status != c.status {
				t.Errorf("got %d, want %d", status, c.status)
			}
			lives(t, ask)
		})
	}
}

// raw sends bytes and gives the status of the answer.
func raw(t *testing.T, srv *httptest.Server, request string) int {
	t.Helper()
	conn, err := net.Dial("tcp", srv.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	go func() { _, _ = io.WriteString(conn, request) }() // the server may close before it has read all
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	return answer.StatusCode
}

// A client that sends its headers byte by byte (slowloris) is left, and one that sends its body so does
// not keep others from the store.
func TestSlowClients(t *testing.T) {
	if s := NewServer("", nil); s.ReadHeaderTimeout > 10*time.Second || s.ReadTimeout <= 0 || s.WriteTimeout <= 0 || s.IdleTimeout <= 0 {
		t.Errorf("a server without timeouts: %+v", s)
	}
	srv, ask := start(t, Options{Writable: true, Token: testToken})
	slow := NewServer("", srv.Config.Handler)
	slow.ReadHeaderTimeout = 100 * time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go slow.Serve(l)
	defer slow.Close()
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "GET / HTTP/1.1\r\nHost: loc")
	conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	if _, err := io.Copy(io.Discard, conn); err != nil {
		t.Errorf("the server does not close a connection without a request: %v", err)
	}
	body, err := net.Dial("tcp", srv.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer body.Close()
	fmt.Fprintf(body, "POST /api/v2/write HTTP/1.1\r\nHost: localhost:%s\r\nAuthorization: Bearer %s\r\nContent-Length: 100\r\n\r\n<urn:", port(srv), testToken)
	time.Sleep(50 * time.Millisecond)
	lives(t, ask)
}
