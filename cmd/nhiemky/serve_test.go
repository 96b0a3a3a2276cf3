package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const (
	article  = "Đồng chí Trần Thị Mẫu, Bí thư Quận ủy Hà Đông, dự lễ khai giảng ngày 05/9/2018.\n"
	persons  = `g.V("<http://xmlns.com/foaf/0.1/Person>").in("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>").saveOpt("<http://xmlns.com/foaf/0.1/name>", "name").all()`
	oneQuad  = "<http://example.org/a> <http://example.org/b> \"c\" .\n"
	patience = 30 * time.Second // for a browser on a busy machine
)

// serving runs serve over a store of one article until the test ends, and gives its address. The
// test fails when serve does not end well when it is interrupted.
func serving(t *testing.T, flags ...string) (url string) {
	t.Helper()
	return servingStore(t, func() error { return os.WriteFile("article.txt", []byte(article), 0o644) }, "article.txt", flags...)
}

// servingStore is serving over a store of what prepare puts into a folder that is empty and the current one.
func servingStore(t *testing.T, prepare func() error, path string, flags ...string) (url string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := prepare(); err != nil {
		t.Fatal(err)
	}
	if code := run(t.Context(), []string{"build", path}, strings.NewReader(""), io.Discard, t.Output()); code != 0 {
		t.Fatalf("build: exit code %d", code)
	}
	ctx, interrupt := context.WithCancel(t.Context())
	messages, stderr := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, flags...), strings.NewReader(""), io.Discard, stderr)
		stderr.Close()
	}()
	t.Cleanup(func() {
		interrupt()
		if code := <-ended; code != 0 {
			t.Errorf("serve: exit code %d", code)
		}
	})
	lines := bufio.NewReader(messages)
	first, err := lines.ReadString('\n')
	m := regexp.MustCompile(`^serving nhiemky\.db, (?:read only|writable), at (http://127\.0\.0\.1:\d+)/ until Ctrl-C\n$`).FindStringSubmatch(first)
	if err != nil || m == nil {
		t.Fatalf("serve says %q, error %v", first, err)
	}
	go io.Copy(io.Discard, lines)
	return m[1]
}

// post sends a request and gives the status and body of the answer.
func post(t *testing.T, url, host, body string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if host != "" {
		request.Host = host
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

func TestServe(t *testing.T) {
	url := serving(t, "--max-time", "300ms", "--max-rows", "50", "--allow-host", "graph.example.org")
	for _, c := range []struct {
		what, path, host, body string
		status                 int
		answer                 string
	}{
		{"a query in Gizmo", "/api/v2/query?lang=gizmo", "", persons, 200, "Trần Thị Mẫu"},
		{"a query in GraphQL", "/api/v2/query?lang=graphql", "", `{nodes(<https://nhiemky.github.io/ns#key>: "tran thi mau") {name: <http://xmlns.com/foaf/0.1/name>}}`, 200, "Trần Thị Mẫu"},
		{"a mistake in a query", "/api/v2/query?lang=gizmo", "", "g.V(", 400, "line 1"},
		{"a query without end", "/api/v2/query?lang=gizmo", "", "while(true){}", 422, "longer than it may"},
		{"too many rows", "/api/v2/query?lang=gizmo", "", "g.V().all()", 422, "more rows than it may"},
		{"writing is off", "/api/v2/write", "", oneQuad, 403, "--writable"},
		{"deleting is off", "/api/v2/delete", "", oneQuad, 403, "--writable"},
		{"the name of another server", "/api/v2/query?lang=gizmo", "evil.example.org", persons, 421, "evil.example.org"},
		{"a name that is allowed", "/api/v2/query?lang=gizmo", "graph.example.org", persons, 200, "Trần Thị Mẫu"},
	} {
		status, answer := post(t, url+c.path, c.host, c.body)
		if status != c.status || !strings.Contains(answer, c.answer) {
			t.Errorf("%s: %d %s, want %d with %q", c.what, status, answer, c.status, c.answer)
		}
	}
}

// A server that may write has the store: nobody else writes, and everybody may ask.
func TestAskBesideWritingServer(t *testing.T) {
	serving(t, "--writable")
	var stderr strings.Builder
	code := run(t.Context(), []string{"build", "article.txt"}, strings.NewReader(""), io.Discard, &stderr)
	if code != 4 || !strings.HasPrefix(stderr.String(), "nhiemky: nhiemky.db: the store is in use by nhiemky serve, process ") {
		t.Errorf("build: exit code %d, %s", code, stderr.String())
	}
	askAll(t, "nhiemky.db", "Quận ủy Hà Đông", "Trần Thị Mẫu")
}

// A server that only reads keeps nobody from writing, and goes on to what was written.
func TestWriteBesideServer(t *testing.T) {
	url := serving(t)
	if err := os.WriteFile("b.txt", []byte("Ông Lê Văn Tám, Bí thư Huyện ủy Ba Vì, dự lễ ngày 06/9/2018.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ended(t, "0", "build", "-q", "b.txt")
	askAll(t, "nhiemky.db", "Quận ủy Hà Đông", "Lê Văn Tám")
	for begin := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		status, answer := post(t, url+"/api/v2/query?lang=gizmo", "", persons)
		if status == 200 && strings.Contains(answer, "Lê Văn Tám") {
			break
		}
		if time.Since(begin) > patience {
			t.Fatalf("%d: the server does not go on: %s", status, answer)
		}
	}
}

// askAll asks a store in all ways: none is refused, and each gives what is said to be in it.
func askAll(t *testing.T, store, body, person string) {
	t.Helper()
	for _, c := range []struct{ ask, want string }{
		{"who Bí thư " + body, "Trần Thị Mẫu"}, {"person Trần Thị Mẫu", body}, {"org " + body, "Trần Thị Mẫu"},
		{"stats", "persons"}, {"check", ""}, {"candidates", "none"}, {"export", person}, {"diff " + store + " " + store, "nothing changed"},
		{"query " + strings.ReplaceAll(persons, " ", ""), person},
	} {
		if got := ended(t, "01", append(strings.Split(c.ask, " "), "--store", store)...); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q in %s", c.ask, c.want, got)
		}
	}
}

// freeAddress is one that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// A server that cannot start anew ends with the reason, and one over a store in memory does not try.
func TestServeThatCannotStartAnew(t *testing.T) {
	tooMuch, noProcess := errors.New("too much"), errors.New("no process")
	for _, c := range []struct {
		inMemory, tried bool
		said            string
		end             error
	}{
		{false, true, "nhiemky: too much; the server restarts\n", noProcess},
		{true, false, "", tooMuch},
	} {
		var said strings.Builder
		var end error
		tried := false
		restart := func() error { tried = true; return noProcess }
		anew(c.inMemory, &said, restart, func(err error) { end = err })(tooMuch)
		if tried != c.tried || said.String() != c.said || end != c.end {
			t.Errorf("in memory %v: tried %v, said %q, ended with %v", c.inMemory, tried, said.String(), end)
		}
	}
}

// quoted is a string as JavaScript has it.
func quoted(t *testing.T, s string) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// browser starts Chromium, which can reach nothing but this machine.
func browser(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	allocated, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // starts it; a time limit here would be that of its life
		t.Fatal(err)
	}
	ctx, cancel = context.WithTimeout(ctx, 4*patience)
	t.Cleanup(cancel)
	return ctx
}
