package web

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestPageOfTheUI(t *testing.T) {
	srv, ask := start(t, Options{})
	status, page := ask("GET", "/", "")
	if status != 200 || !strings.Contains(page, `<div id="root">`) {
		t.Fatalf("got %d %s", status, page)
	}
	links := regexp.MustCompile(`(?:src|href)="(/[^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(links) < 5 {
		t.Fatalf("the page has %d files: %v", len(links), links)
	}
	links = append(links, []string{"", "/gizmo.d.ts"}, []string{"", "/static/media/logo.ca711468.svg"})
	for _, l := range links {
		resp, err := http.Get(srv.URL + l[1])
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		if _, err := body.ReadFrom(resp.Body); err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != 200 || resp.Header.Get("Content-Type") == "" || body.Len() == 0 {
			t.Errorf("%s: got %s, %q, %d bytes", l[1], resp.Status, resp.Header.Get("Content-Type"), body.Len())
		}
		if strings.Contains(body.String(), "localhost:64210") {
			t.Errorf("%s speaks of localhost:64210", l[1])
		}
	}
}

func TestUIHasNoOtherAddressOfItsOwn(t *testing.T) {
	u, err := loadUI()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range u.files {
		if bytes.Contains(data, []byte("64210")) {
			t.Errorf("%s has the port of Cayley's own server", name)
		}
	}
}

func TestFilesThatAreNotServed(t *testing.T) {
	_, ask := start(t, Options{})
	for _, path := range []string{"/service-worker.js", "/static/js/main.84d3ab8c.chunk.js.map", "/x", "/../web.go", "/static"} {
		if status, _ := ask("GET", path, ""); status != 404 {
			t.Errorf("%s: got %d", path, status)
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	srv, _ := start(t, Options{})
	for path, policy := range map[string]string{
		"/":               "script-src 'self' https://cdn.jsdelivr.net/npm/monaco-editor@0.18.1/ 'sha256-",
		"/api/v2/formats": "default-src 'none'; frame-ancestors 'none'",
	} {
		resp, err := http.Get(srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		got := resp.Header.Get("Content-Security-Policy")
		if !strings.Contains(got, policy) || !strings.Contains(got, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %s", path, got)
		}
		scripts := got[strings.Index(got, "script-src")+1:]
		if strings.Contains(strings.SplitN(scripts, ";", 2)[0], "unsafe") {
			t.Errorf("%s allows any script: %s", path, got)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"} {
			if resp.Header.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, resp.Header.Get(name))
			}
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

// The policy allows the script that starts the editor by its hash, so its text has to be the UI's.
func TestEditorScriptIsTheUIs(t *testing.T) {
	u, err := loadUI()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(editorScript, editorSource+"min/vs", `".concat(this.__config.urls.monacoBase,"`)
	want = strings.ReplaceAll(want, "\n", `\n`)
	if !bytes.Contains(u.files["static/js/2.7d84b3fa.chunk.js"], []byte(want)) {
		t.Errorf("the UI does not write the script\n%s", want)
	}
	if !bytes.Contains(u.files["static/js/2.7d84b3fa.chunk.js"], []byte(`monacoBase:"`+editorSource+`min/vs"`)) {
		t.Errorf("the UI does not load the editor from %s", editorSource)
	}
}
