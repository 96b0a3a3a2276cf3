package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// headers are those of every answer. Pages set a Content-Security-Policy of their own. The referrer
// goes to our own pages only; without any, browsers that send no Sec-Fetch-Site would give the forms of
// our pages the origin "null".
var headers = map[string]string{
	"X-Content-Type-Options":            "nosniff",
	"Referrer-Policy":                   "same-origin",
	"Content-Security-Policy":           "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	"Cross-Origin-Resource-Policy":      "same-origin",
	"Cross-Origin-Opener-Policy":        "same-origin",
	"X-Frame-Options":                   "DENY",
	"X-Permitted-Cross-Domain-Policies": "none",
	"X-DNS-Prefetch-Control":            "off",
	"Origin-Agent-Cluster":              "?1",
	"Permissions-Policy": "camera=(), display-capture=(), geolocation=(), hid=(), idle-detection=(), microphone=(), midi=(), " +
		"payment=(), publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=()",
}

// guarded lets requests through that a page of this server or of an allowed origin, or a program of the
// user, may make. A page of another origin cannot: not by its own name for this address (DNS rebinding),
// which Host shows, and not by our name, which Origin and Sec-Fetch-Site show.
func guarded(hosts []string, from origins, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for name, value := range headers {
			h.Set(name, value)
		}
		if !known(r, hosts) {
			refuse(w, http.StatusMisdirectedRequest, "no server here is called "+r.Host+
				": use the address that serve printed, or allow this one with --allow-host")
			return
		}
		if err := from.admit(r); err != nil {
			refuse(w, http.StatusForbidden, "requests of other web pages are refused, unless serve allows their origin with --allow-origin: "+err.Error())
			return
		}
		if from.answer(w, r) {
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
