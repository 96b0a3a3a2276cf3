package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// guarded lets requests through that a page of this server, or a program of the user, may make. A
// page of another origin cannot: not by its own name for this address (DNS rebinding), which Host
// shows, and not by our name, which Origin and Sec-Fetch-Site show.
func guarded(hosts []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		if !known(r, hosts) {
			refuse(w, http.StatusMisdirectedRequest, "no server here is called "+r.Host+
				": use the address that serve printed, or allow this one with --allow-host")
			return
		}
		if err := sameOrigin(r); err != nil {
			refuse(w, http.StatusForbidden, "requests of other web pages are refused: "+err.Error())
			return
		}
		next.ServeHTTP(w, r)
	})
}

// known reports whether the request's Host is a loopback name with the port it came in on, or one of
// those allowed.
func known(r *http.Request, hosts []string) bool {
	if slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, r.Host) }) {
		return true
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	_, port, err := net.SplitHostPort(local.String())
	if err != nil {
		return false
	}
	for _, name := range []string{"localhost", "127.0.0.1", "[::1]"} {
		if strings.EqualFold(r.Host, name+":"+port) || port == "80" && strings.EqualFold(r.Host, name) {
			return true
		}
	}
	return false
}

// sameOrigin is the check of the standard library for requests that change something, which it
// takes from their method. A query by GET may take all the time and memory that a query may, so
// requests to the API are checked whatever their method.
func sameOrigin(r *http.Request) error {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		r = r.Clone(r.Context())
		r.Method = http.MethodPost
	}
	return http.NewCrossOriginProtection().Check(r)
}
