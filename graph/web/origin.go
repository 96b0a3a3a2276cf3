package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// CheckOrigin reports why a value cannot be one of Options.Origins: an origin is a scheme, a host and,
// where it is not that of the scheme, a port, as a browser writes it.
func CheckOrigin(value string) error {
	if value == "*" || value == "null" {
		return fmt.Errorf("%q is the origin of any page: name the one that may ask, such as https://notebook.example.org", value)
	}
	if err := http.NewCrossOriginProtection().AddTrustedOrigin(value); err != nil {
		return fmt.Errorf("%w: give the origin alone, such as https://notebook.example.org", err)
	}
	u, err := url.Parse(value)
	if err != nil {
		return err
	}
	if written := asBrowsersDo(u); written != value {
		return fmt.Errorf("invalid origin %q: browsers write it %s", value, written)
	}
	if strings.ContainsFunc(u.Host, func(c rune) bool { return c > '~' || c == '*' }) {
		return fmt.Errorf("invalid origin %q: a host is written in ASCII (xn--…) and without *", value)
	}
	return nil
}

// asBrowsersDo is the origin in small letters, without user and port where it is that of the scheme.
func asBrowsersDo(u *url.URL) string {
	host := strings.TrimSuffix(strings.ToLower(u.Host), ":")
	switch u.Scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	return u.Scheme + "://" + host
}

// origins are those whose pages may ask the API, beside our own.
type origins struct {
	allowed []string
	check   *http.CrossOriginProtection
}

// newOrigins leaves out what CheckOrigin refuses: it is never allowed.
func newOrigins(values []string) origins {
	o := origins{check: http.NewCrossOriginProtection()}
	for _, value := range values {
		if CheckOrigin(value) == nil && o.check.AddTrustedOrigin(value) == nil {
			o.allowed = append(o.allowed, value)
		}
	}
	return o
}

// admit says why a request is refused for the page that it comes from. The check of the standard
// library is for requests that change something, which it takes from their method. A query by GET may
// take all the time and memory that a query may, so requests to the API are checked whatever their
// method, and the others unless they open a page, which a link on a foreign page may.
func (o origins) admit(r *http.Request) error {
	if isAPI(r) || !opensPage(r) {
		return o.check.Check(asChange(r))
	}
	return nil
}

// opensPage reports whether the request is one to show a page in a window of its own, as far as the
// browser tells: what a page loads (a script, an image, a frame) is told by Sec-Fetch-Dest.
func opensPage(r *http.Request) bool {
	dest := r.Header.Get("Sec-Fetch-Dest")
	safe := r.Method == http.MethodGet || r.Method == http.MethodHead
	return safe && r.Header.Get("Origin") == "" && (dest == "" || dest == "document")
}

// answer sets the headers by which a browser lets a page of an allowed origin read the answer. Only an
// allowed origin is echoed, and never with credentials: such a page sends the token itself. It reports
// whether the request was only the browser's question before one, which is answered by that.
// Cross-Origin-Resource-Policy stays as it is: it concerns requests without CORS alone.
func (o origins) answer(w http.ResponseWriter, r *http.Request) (done bool) {
	if len(o.allowed) == 0 || !isAPI(r) {
		return false
	}
	h := w.Header()
	h.Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if !slices.Contains(o.allowed, origin) {
		return false
	}
	h.Set("Access-Control-Allow-Origin", origin)
	if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
		return false
	}
	h.Set("Access-Control-Allow-Methods", "GET, POST")
	h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return true
}

// ownPage reports whether no page of another origin, allowed or not, makes the request.
func ownPage(r *http.Request) bool { return http.NewCrossOriginProtection().Check(asChange(r)) == nil }

// asChange is the request as the standard library checks one that changes something.
func asChange(r *http.Request) *http.Request {
	c := *r
	c.Method = http.MethodPost
	return &c
}

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }
