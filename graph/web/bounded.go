package web

import (
	"fmt"
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
