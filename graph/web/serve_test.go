package web

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/graph/web/cayley"
)

func TestSecurityHeaders(t *testing.T) {
	srv, _ := start(t, Options{})
	for path, policy := range map[string]string{
		"/cayley/":        "default-src 'none'; script-src 'self'; ",
		"/api/v2/formats": "default-src 'none'; frame-ancestors 'none'",
	} {
		resp, err := http.Get(srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		got := resp.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(got, policy) || !strings.Contains(got, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %s", path, got)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"} {
			if resp.Header.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, resp.Header.Get(name))
			}
		}
	}
}

// The UI is below /cayley/, and what is not there is not found.
func TestPathsOfTheUI(t *testing.T) {
	_, ask := start(t, Options{Queries: []cayley.Query{{Name: "all.gizmo", Lang: "gizmo", Text: "g.V().all()"}}})
	for path, want := range map[string]struct {
		status int
		body   string
	}{
		"/cayley/":                   {200, `<div id="root">`},
		"/cayley":                    {200, `<div id="root">`}, // after a redirection
		"/cayley/queries.json":       {200, `"all.gizmo"`},
		"/static":                    {404, ""},
		"/gizmo.d.ts":                {404, ""},
		"/cayley/x":                  {404, ""},
		"/cayley/service-worker.js":  {404, ""},
		"/cayley/../../web.go":       {404, ""},
		"/cayley/vendored/README.md": {404, ""},
	} {
		if status, body := ask("GET", path, ""); status != want.status || !strings.Contains(body, want.body) {
			t.Errorf("%s: got %d %.300s", path, status, body)
		}
	}
}

func TestShutdownLetsRequestsEnd(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	running := make(chan struct{})
	srv := NewServer("", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(running)
		<-ctx.Done()
		time.Sleep(20 * time.Millisecond) // until the server is told
		refuse(w, http.StatusTeapot, "late")
	}))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served, answered := make(chan error, 1), make(chan int, 1)
	go func() { served <- Serve(ctx, srv, l) }()
	go func() {
		resp, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			answered <- 0
			return
		}
		resp.Body.Close()
		answered <- resp.StatusCode
	}()
	<-running
	cancel()
	if err := <-served; err != nil {
		t.Error(err)
	}
	if status := <-answered; status != http.StatusTeapot {
		t.Errorf("the request got %d", status)
	}
}

func TestServeSaysWhyItEnded(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := Serve(t.Context(), NewServer("", http.NotFoundHandler()), l); err == nil || !strings.Contains(err.Error(), "serving on 127.0.0.1:") {
		t.Errorf("got %v", err)
	}
}

func TestLogOfRequests(t *testing.T) {
	var out bytes.Buffer
	srv, ask := start(t, Options{Log: slog.New(slog.NewJSONHandler(&out, nil))})
	ask("POST", "/api/v2/query?lang=gizmo", `g.emit("secret")`)
	srv.Close() // waits for the record
	for _, want := range []string{`"method":"POST"`, `"path":"/api/v2/query"`, `"status":200`, `"duration":`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in %s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "secret") {
		t.Errorf("the query is in the log: %s", out.String())
	}
}
