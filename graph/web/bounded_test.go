package web

import (
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
