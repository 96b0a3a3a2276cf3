package web

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestNewToken(t *testing.T) {
	a, b := NewToken(), NewToken()
	if a == b || len(a) < 26 || CheckToken(a) != nil {
		t.Errorf("got %s and %s, %v", a, b, CheckToken(a))
	}
}

func TestCheckToken(t *testing.T) {
	for value, good := range map[string]bool{
		testToken: true, "0123456789abcdef": true, "": false, "short": false, "with a space in it": false,
		"with;a-semicolon-in": false, "with-newline-in-it\n": false, strings.Repeat("x", 201): false, "mật-khẩu-của-tôi": false,
	} {
		err := CheckToken(value)
		if (err == nil) != good || err != nil && value != "" && strings.Contains(err.Error(), value) {
			t.Errorf("%q: %v", value, err)
		}
	}
}

// A browser opens the address with the token, and writes from then on, until somebody else does.
func TestSignIn(t *testing.T) {
	var log bytes.Buffer
	srv, _ := start(t, Options{Writable: true, Token: testToken, Log: slog.New(slog.NewTextHandler(&log, nil))})
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	write := func(c *http.Client) int {
		t.Helper()
		resp, err := c.Post(srv.URL+"/api/v2/write", "application/n-quads", strings.NewReader(third))
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	if status := write(browser); status != 401 {
		t.Errorf("before: writing gets %d", status)
	}
	resp, err := browser.Get(srv.URL + "/static/?a=1&token=" + testToken + "&b=%22")
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 303 || resp.Header.Get("Location") != "/static/?a=1&b=%22" || resp.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("signing in: %d, %v", resp.StatusCode, resp.Header)
	}
	want := "nhiemky-" + port(srv) + "=" + testToken + "; Path=/; HttpOnly; SameSite=Strict"
	if got := resp.Header.Get("Set-Cookie"); got != want {
		t.Errorf("cookie %s, want %s", got, want)
	}
	if status := write(browser); status != 200 {
		t.Errorf("after: writing gets %d", status)
	}
	if status := write(http.DefaultClient); status != 401 {
		t.Errorf("somebody else: writing gets %d", status)
	}
	srv.Close() // waits for the log
	if strings.Contains(log.String(), testToken) || strings.Contains(log.String(), "a=1") || !strings.Contains(log.String(), "path=/static/") {
		t.Errorf("the log says %s", log.String())
	}
}

// The address that a browser is sent on to is always one of this server.
func TestSamePlace(t *testing.T) {
	for at, want := range map[string]string{
		"/": "/?q=%C4%90", "": "/?q=%C4%90", "/a/b": "/a/b?q=%C4%90", "/a/": "/a/?q=%C4%90",
		"//evil.example": "/evil.example?q=%C4%90", "///evil.example/": "/evil.example/?q=%C4%90",
		`/\evil.example`: "/%5Cevil.example?q=%C4%90", "/a/..//evil.example": "/evil.example?q=%C4%90",
		"/x\r\ny": "/x%0D%0Ay?q=%C4%90", "/who/Đảng": "/who/%C4%90%E1%BA%A3ng?q=%C4%90",
	} {
		if got := samePlace(at, url.Values{"q": {"Đ"}}); got != want {
			t.Errorf("%q: got %s, want %s", at, got, want)
		}
	}
}

// Pages show their forms to those who may use them.
func TestMayChange(t *testing.T) {
	s := &server{Options: Options{Writable: true, Token: testToken}}
	for _, c := range []struct {
		name, value, site string
		want              bool
	}{
		{"Cookie", "nhiemky-64210=" + testToken, "same-origin", true},
		{"Cookie", "nhiemky-64210=" + testToken, "cross-site", false},
		{"Cookie", "nhiemky-64211=" + testToken, "same-origin", false},
		{"Cookie", "nhiemky-64210=x", "same-origin", false},
		{"Authorization", "bearer " + testToken, "", true},
		{"Authorization", testToken, "", false},
		{"X", "", "", false},
	} {
		r := httptest.NewRequest("GET", "http://localhost:64210/", nil)
		r.Header.Set(c.name, c.value)
		r.Header.Set("Sec-Fetch-Site", c.site)
		if got := s.mayChange(r); got != c.want {
			t.Errorf("%s: %s, %s: got %v", c.name, c.value, c.site, got)
		}
	}
}
