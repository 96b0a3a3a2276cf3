package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is a server in a process of its own, over a store of one article.
type process struct {
	*exec.Cmd
	messages   *bufio.Scanner
	url, token string
}

// startProcess starts a server that may be written to.
func startProcess(t *testing.T, flags ...string) *process {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a process has no signals there and cannot become a new one")
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("article.txt", []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	if code := run(t.Context(), []string{"build", "article.txt"}, strings.NewReader(""), io.Discard, t.Output()); code != 0 {
		t.Fatalf("build: exit code %d", code)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	args := append([]string{"serve", "--quiet", "--writable", "--addr", freeAddress(t)}, flags...)
	p := &process{Cmd: exec.CommandContext(t.Context(), program, args...)}
	p.Args[0] = "nhiemky" // TestMain goes by it
	stderr, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	late := time.AfterFunc(4*patience, func() { _ = p.Process.Kill() })
	t.Cleanup(func() { late.Stop() })
	p.messages = bufio.NewScanner(stderr)
	p.url, p.token = p.begun(t)
	return p
}

// begun reads what a server says when it starts.
func (p *process) begun(t *testing.T) (url, token string) {
	t.Helper()
	url = p.says(t, `^serving nhiemky\.db, writable, at (http://\S+)/ until Ctrl-C$`)
	return url, p.says(t, `^to change things, open `+regexp.QuoteMeta(url)+`/\?token=(\S+)$`)
}

// says reads one line, and gives the last group of what it must be.
func (p *process) says(t *testing.T, want string) string {
	t.Helper()
	p.messages.Scan()
	m := regexp.MustCompile(want).FindStringSubmatch(p.messages.Text())
	if m == nil {
		_ = p.Process.Kill()
		t.Fatalf("serve says %q, want %q", p.messages.Text(), want)
	}
	return m[len(m)-1]
}

// ask sends a body with the token.
func (p *process) ask(t *testing.T, path, body string) (status int, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+p.token)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err.Error()
	}
	return resp.StatusCode, string(text)
}

// Queries that end with an error, and queries that nothing inside a process can end: then the server
// is back at the same address, over the same store and with the same token. It ends well when it is told.
func TestServeUnderAttack(t *testing.T) {
	const (
		slow = "the query took longer than it may (500ms)"
		big  = "the query took more memory than it may (61 MiB)"
		any  = "the query took " // the one or the other, by the speed of the machine
		deep = "the query took more memory than it may: something in it is inside itself, or very deep"
	)
	p := startProcess(t, "--max-time", "500ms", "--max-memory", "64000000")
	for _, q := range []struct {
		name, text string
		want       string // in the answer; "" where a fast machine has one in time
		anew       bool
	}{
		{"order on everything", `g.V().both().both().both().both().both().both().both().both().both().both().order().all()`, slow, false},
		{"a deep path", `var p = g.V(); for (var i = 0; i < 3000; i++) p = p.out(); p.count()`, slow, false},
		{"a path of all in all", `var p = g.V(); for (var i = 0; i < 22; i++) p = p.and(p); p.all()`, "", false},
		{"a regular expression that backtracks", `/^(?=(a+)+$)/.test("a".repeat(60)+"!")`, slow, true},
		{"an array of all", `new Array(4e9).fill("x")`, any, true},
		{"a string of all", `"x".repeat(2e9)`, any, true},
		{"an object in itself", `var a = {}; a.a = a; g.emit(a)`, deep, true},
		{"JSON in JSON", `JSON.parse("[".repeat(1e7))`, deep, true},
		{"a text in a text", `eval("[".repeat(5e6))`, deep, true},
		{"a generator in itself", `function* f() { yield* f() }; for (var x of f()) {}`, any, true},
		{"an object twice in every object", `var o = {}; for (var i = 0; i < 60; i++) o = {a: o, b: o}; g.emit(o)`, any, true},
	} {
		// The answer may get lost with the process; what it says is on stderr then.
		status, answer := p.ask(t, "/api/v2/query?lang=gizmo", q.text)
		if status != 422 && (status != 0 || !q.anew) && (status != 200 || q.want != "") || status == 422 && !strings.Contains(answer, q.want) {
			t.Errorf("%s: %d %.300s", q.name, status, answer)
		}
		if q.anew {
			p.says(t, `^nhiemky: the query took `+regexp.QuoteMeta(strings.TrimPrefix(q.want, any))+`.*; the server restarts$`)
			if url, token := p.begun(t); url != p.url || token != p.token {
				t.Errorf("%s: it is back at %s with token %s, and was at %s with %s", q.name, url, token, p.url, p.token)
			}
		}
		if status, answer := p.ask(t, "/api/v2/query?lang=gizmo", persons); status != 200 || !strings.Contains(answer, "Trần Thị Mẫu") {
			t.Fatalf("after %s: a query gives %d %s", q.name, status, answer)
		}
		if status, answer := p.ask(t, "/api/v2/write", oneQuad); status != 200 {
			t.Fatalf("after %s: writing gives %d %s", q.name, status, answer)
		}
		if status, answer := p.ask(t, "/api/v2/delete", oneQuad); status != 200 || !strings.Contains(answer, `"count":1`) {
			t.Fatalf("after %s: deleting gives %d %s", q.name, status, answer)
		}
	}
	if err := p.Process.Signal(os.Interrupt); err != nil {
		t.Error(err)
	}
	if err := p.Wait(); err != nil {
		t.Errorf("interrupted: %v", err)
	}
}

// Whoever tells the server to stop, what it is answering is answered, and the store is whole.
func TestServeStops(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			p := startProcess(t, "--max-time", "1s")
			answered := make(chan string, 1)
			go func() {
				_, answer := p.ask(t, "/api/v2/query?lang=gizmo", "while(true){}")
				answered <- answer
			}()
			time.Sleep(300 * time.Millisecond) // until it runs
			if err := p.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if answer := <-answered; !strings.Contains(answer, "longer than it may") {
				t.Errorf("the request that ran got %s", answer)
			}
			if err := p.Wait(); err != nil {
				t.Errorf("it ended with %v", err)
			}
			if code := run(t.Context(), []string{"stats"}, strings.NewReader(""), io.Discard, t.Output()); code != 0 {
				t.Errorf("stats of the store: exit code %d", code)
			}
		})
	}
}
