package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// tokenParameter is what signIn looks for in the address of a page.
const tokenParameter = "token"

// NewToken makes a token that nobody guesses: 130 random bits.
func NewToken() string { return rand.Text() }

var tokenForm = regexp.MustCompile(`^[A-Za-z0-9._~-]{16,200}$`)

// CheckToken reports why a value cannot be Options.Token. The message does not repeat it.
func CheckToken(value string) error {
	if !tokenForm.MatchString(value) {
		return fmt.Errorf("a token has 16 to 200 letters, digits and .-_~ of ASCII")
	}
	return nil
}

// What is said to those who may not change anything.
const (
	readsOnly  = "this server reads only: start it with nhiemky serve --writable to change the store"
	noToken    = "changes need the token of this server: open the address with ?token= that serve printed when it started, or send the header Authorization: Bearer TOKEN"
	wrongToken = "this is not the token of this server: open the address with ?token= that serve printed when it started last"
)

// mayChange reports whether a request may change something: pages show their forms by it.
func (s *server) mayChange(r *http.Request) bool {
	status, _ := s.permission(r)
	return status == http.StatusOK
}

// needsToken lets only requests through that may change something.
func (s *server) needsToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, message := s.permission(r)
		switch status {
		case http.StatusOK:
			next.ServeHTTP(w, r)
			return
		case http.StatusUnauthorized:
			w.Header().Set("WWW-Authenticate", `Bearer realm="nhiemky"`)
		}
		refuse(w, status, message)
	})
}

// permission is 200, or the status and message for a request that may not change anything.
func (s *server) permission(r *http.Request) (status int, message string) {
	given, any := tokenOf(r)
	switch {
	case !s.Writable || s.Token == "":
		return http.StatusForbidden, readsOnly
	case !any:
		return http.StatusUnauthorized, noToken
	case !s.isToken(given):
		return http.StatusForbidden, wrongToken
	}
	return http.StatusOK, ""
}

// tokenOf is what a request brings as a token: in the header Authorization, or in the cookie of signIn,
// which counts for our own pages only. The address of a request is no place for it.
func tokenOf(r *http.Request) (given string, any bool) {
	scheme, given, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if strings.EqualFold(scheme, "Bearer") {
		return strings.TrimSpace(given), true
	}
	cookie, err := r.Cookie(cookieName(r))
	if err != nil || !ownPage(r) {
		return "", false
	}
	return cookie.Value, true
}

// isToken takes the same time for every value that it is not.
func (s *server) isToken(given string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(s.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// signIn answers the address of a page that has the token as a parameter: a cookie has it from then on,
// until the browser is closed, and the browser goes on to the same address without it. The cookie goes
// with no request that a page of another site makes, and no script sees it.
func (s *server) signIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query := r.URL.Query()
		if r.Method != http.MethodGet || isAPI(r) || r.URL.Path == "/healthz" || !query.Has(tokenParameter) {
			next.ServeHTTP(w, r)
			return
		}
		switch {
		case !s.Writable || s.Token == "":
			refuse(w, http.StatusForbidden, readsOnly)
			return
		case !s.isToken(query.Get(tokenParameter)):
			refuse(w, http.StatusForbidden, wrongToken)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: cookieName(r), Value: s.Token, Path: "/",
			HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
		query.Del(tokenParameter)
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Location", samePlace(r.URL.Path, query))
		w.WriteHeader(http.StatusSeeOther)
	})
}

// samePlace is an address on this server, whatever the path: "//evil.example" would be another one.
func samePlace(at string, query url.Values) string {
	clean := path.Clean("/" + at)
	if strings.HasSuffix(at, "/") && clean != "/" {
		clean += "/"
	}
	return (&url.URL{Path: clean, RawQuery: query.Encode()}).String()
}

// cookieName has the port in it: cookies do not know ports, and two servers of one machine would take
// each other's. Other servers of the machine can read it all the same, when the browser visits them.
func cookieName(r *http.Request) string {
	if _, port, err := net.SplitHostPort(r.Host); err == nil {
		return "nhiemky-" + port
	}
	return "nhiemky"
}
