package web

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// bounded lets n requests at a time through to next, from their first byte to the last of their answer.
// More wait for their turn, and are told to come again when there is none: many readers at once then
// take the memory of n.
func bounded(n int, wait time.Duration, next http.Handler) http.Handler {
	places := make(chan struct{}, n)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		late := time.NewTimer(wait)
		defer late.Stop()
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
			next.ServeHTTP(w, r)
		case <-late.C:
			w.Header().Set("Retry-After", strconv.Itoa(max(1, int(wait.Seconds()))))
			refuse(w, http.StatusServiceUnavailable,
				fmt.Sprintf("as many requests as may be are being answered (%d), and none of them ended within %v: try again", n, wait))
		case <-r.Context().Done():
			refuse(w, http.StatusServiceUnavailable, "whoever asked went away") // for the log
		}
	})
}

// bodyFirst reads the body of a request, up to most bytes, before next gives it a place: whoever sends nothing, or a byte
// now and then, keeps no place from others. Of a longer body the rest is read by next.
func bodyFirst(most int64, patience time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body == nil || r.Body == http.NoBody {
			next.ServeHTTP(w, r)
			return
		}
		c := http.NewResponseController(w)
		_ = c.SetReadDeadline(time.Now().Add(patience)) // ignored: some writers, as in tests, have no deadline
		data, err := io.ReadAll(io.LimitReader(r.Body, most))
		if err != nil {
			refuse(w, http.StatusRequestTimeout, fmt.Sprintf("the body of the request did not come within %v", patience))
			return
		}
		_ = c.SetReadDeadline(time.Now().Add(readTimeout))
		r.Body = body{io.MultiReader(bytes.NewReader(data), r.Body), r.Body}
		next.ServeHTTP(w, r)
	})
}

// body is a body of which some was read.
type body struct {
	io.Reader
	io.Closer
}
