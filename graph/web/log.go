package web

import (
	"log/slog"
	"net/http"
	"time"
)

// logged writes a record for each request: who, what, with which result, how many seconds it took. Not
// the query, nor anything else of the address behind its path, and no header but Host: neither what is
// asked nor the token gets into the log.
func logged(log *slog.Logger, next http.Handler) http.Handler {
	if log == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		c := &counting{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			p := recover()
			if p != nil {
				c.status = http.StatusInternalServerError
				defer panic(p) // net/http says where, and cuts the connection
			}
			log.Info("request", "method", r.Method, "path", r.URL.Path, "host", r.Host, "remote", r.RemoteAddr,
				"status", c.status, "bytes", c.bytes, "duration", time.Since(start).Round(time.Millisecond).Seconds())
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
