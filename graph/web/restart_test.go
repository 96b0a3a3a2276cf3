//go:build unix

package web

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/graph"
)

const restartEnv = "NHIEMKY_TEST_SERVE"

// TestServerThatRestarts is the server of TestRunawayQuery, in a process of its own.
func TestServerThatRestarts(t *testing.T) {
	addr := os.Getenv(restartEnv)
	if addr == "" {
		t.Skip("run by TestRunawayQuery")
	}
	store, err := graph.Open("", graph.Options{Backend: graph.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(os.Stderr, "listening")
	limits := graph.Limits{Time: 20 * time.Second, MemoryBytes: 8 << 20, Runaway: func(err error) {
		fmt.Fprintln(os.Stderr, "runaway:", err)
		fmt.Fprintln(os.Stderr, Restart())
		os.Exit(7)
	}}
	t.Fatal(Serve(t.Context(), NewServer(addr, Handler(store, Options{Limits: limits})), l))
}

func TestRunawayQuery(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestServerThatRestarts$")
	cmd.Env = append(os.Environ(), restartEnv+"="+addr)
	messages, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(messages)
	lines.Scan() // it listens
	// One step that takes for ever, and that nothing can stop.
	resp, err := http.Post("http://"+addr+"/api/v2/query?lang=gizmo", "text/plain", strings.NewReader(`new Array(4e9).fill("x")`))
	if err == nil {
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			t.Errorf("got %s", resp.Status)
		}
	}
	var said []string
	for lines.Scan() && lines.Text() != "listening" {
		said = append(said, lines.Text())
	}
	if lines.Text() != "listening" || !strings.Contains(strings.Join(said, "\n"), "runaway: the query took") {
		t.Fatalf("it said %q", said)
	}
	until(t, addr)
	if err := cmd.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = cmd.Wait() // killed
}

// until waits for a server that answers.
func until(t *testing.T, addr string) {
	t.Helper()
	for range 200 {
		if resp, err := http.Get("http://" + addr + "/healthz"); err == nil {
			resp.Body.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the server does not answer")
}
