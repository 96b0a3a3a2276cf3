package web

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
)

// A record has what happened, and nothing of what was asked or by which right.
func TestRecord(t *testing.T) {
	for _, c := range []struct {
		name   string
		next   http.HandlerFunc
		status float64
		bytes  float64
	}{
		{"an answer", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("Bí thư")) }, 200, 8},
		{"a refusal", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }, 418, 0},
		{"a panic", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 500, 0},
	} {
		var out bytes.Buffer
		r := httptest.NewRequest("GET", "http://localhost:64210/who/a%0Ab?qu=secret&token=secret", nil)
		r.Header.Set("Authorization", "Bearer secret")
		r.Header.Set("Cookie", "nhiemky-64210=secret")
		r.Header.Set("Referer", "http://localhost:64210/?q=secret")
		func() {
			defer func() {
				if p := recover(); (p != nil) != (c.status == 500) {
					t.Errorf("%s: panic %v", c.name, p)
				}
			}()
			logged(slog.New(slog.NewJSONHandler(&out, nil)), c.next).ServeHTTP(httptest.NewRecorder(), r)
		}()
		var got map[string]any
		if err := json.Unmarshal(out.Bytes(), &got); err != nil || bytes.Count(out.Bytes(), []byte("\n")) != 1 {
			t.Fatalf("%s: %v, %s", c.name, err, out.Bytes())
		}
		for name, want := range map[string]any{"msg": "request", "method": "GET", "path": "/who/a\nb", "host": "localhost:64210",
			"remote": "192.0.2.1:1234", "status": c.status, "bytes": c.bytes, "duration": 0.0} {
			if got[name] != want {
				t.Errorf("%s: %s is %v, want %v", c.name, name, got[name], want)
			}
		}
		if bytes.Contains(out.Bytes(), []byte("secret")) {
			t.Errorf("%s: the record says %s", c.name, out.Bytes())
		}
	}
}
