package web

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Of 200 readers at once no more than 3 are answered at a time, and all of them in the end.
func TestManyReaders(t *testing.T) {
	var now, most atomic.Int32
	h := bounded(3, time.Minute, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for n, m := now.Add(1), most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		time.Sleep(time.Millisecond)
		now.Add(-1)
		w.WriteHeader(http.StatusTeapot)
	}))
	var readers sync.WaitGroup
	for range 200 {
		readers.Go(func() {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
			if w.Code != http.StatusTeapot {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
		})
	}
	readers.Wait()
	if most.Load() > 3 {
		t.Errorf("%d at a time", most.Load())
	}
}

func TestNoTurnForAReader(t *testing.T) {
	inside, release := make(chan struct{}), make(chan struct{})
	h := bounded(1, 20*time.Millisecond, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		close(inside)
		<-release
	}))
	var first sync.WaitGroup
	first.Go(func() { h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)) })
	<-inside
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") != "1" ||
		!strings.Contains(w.Body.String(), "as many requests as may be are being answered (1), and none of them ended within 20ms: try again") {
		t.Errorf("got %d %v %s", w.Code, w.Header(), w.Body)
	}
	close(release)
	first.Wait()
}

// Whoever announces a body and sends nothing keeps no place from others, and is told so in the end.
func TestIdleBody(t *testing.T) {
	srv := httptest.NewServer(bodyFirst(16, time.Second, bounded(1, time.Minute, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(w, "%d bytes", len(got))
	}))))
	defer srv.Close()
	idle, err := net.Dial("tcp", srv.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer idle.Close()
	if _, err := io.WriteString(idle, "POST / HTTP/1.1\r\nHost: nhiemky.example\r\nContent-Length: 10\r\n\r\nabc"); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{"", "short", strings.Repeat("long ", 100)} {
		resp, err := http.Post(srv.URL, "text/plain", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(resp.Body)
		if want := fmt.Sprintf("%d bytes", len(body)); err != nil || string(got) != want {
			t.Errorf("%q: got %q, %v, want %q", body, got, err, want)
		}
		resp.Body.Close()
	}
	answer, err := io.ReadAll(idle)
	if err != nil || !strings.Contains(string(answer), "408 Request Timeout") || !strings.Contains(string(answer), "did not come within 1s") {
		t.Errorf("the idle one: %q, %v", answer, err)
	}
}
