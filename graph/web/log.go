package web

import (
	"log/slog"
	"net/http"
	"time"
)

// logged writes a record for each request: who, what, with which result, how long. Not the query.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	if log == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		c := &counting{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			log.Info("request", "method", r.Method, "path", r.URL.Path, "host", r.Host, "remote", r.RemoteAddr,
				"status", c.status, "bytes", c.bytes, "duration", time.Since(start).Round(time.Millisecond))
		}()
		next.ServeHTTP(c, r)
	})
}

// counting notes what was answered.
type counting struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (c *counting) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

func (c *counting) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.bytes += n
	return n, err
}

// Unwrap is for http.ResponseController.
func (c *counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }
