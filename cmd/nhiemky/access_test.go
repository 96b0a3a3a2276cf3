package main

import (
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"regexp"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/web"
)

// The token of the environment opens the server, and no other. After the address with the token a
// browser may write.
func TestServeWritable(t *testing.T) {
	const token = "a-token-of-the-environment"
	t.Setenv(tokenVariable, token)
	url := serving(t, "--writable", "--quiet")
	if status, answer := post(t, url+"/api/v2/write", "", oneQuad); status != 401 || !strings.Contains(answer, "?token=") {
		t.Errorf("write without the token: %d %s", status, answer)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{Jar: jar}
	for _, c := range []struct {
		address string
		status  int
	}{{"/healthz?token=x", 200}, {"/?token=wrong", 403}, {"/?token=" + token, 200}} {
		resp, err := browser.Get(url + c.address)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != c.status || strings.Contains(resp.Request.URL.String(), token) {
			t.Errorf("%s: %s at %s", c.address, resp.Status, resp.Request.URL)
		}
	}
	resp, err := browser.Post(url+"/api/v2/write", "", strings.NewReader(oneQuad))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 200 {
		t.Fatalf("write: %s", resp.Status)
	}
	_, answer := post(t, url+"/api/v2/query?lang=gizmo", "", `g.V("<http://example.org/a>").out("<http://example.org/b>").all()`)
	if !strings.Contains(answer, `"c"`) && !strings.Contains(answer, `\"c\"`) {
		t.Errorf("what was written is not there: %s", answer)
	}
}

func TestToken(t *testing.T) {
	t.Setenv(tokenVariable, "")
	first, err := token()
	if second, _ := token(); err != nil || first == second || web.CheckToken(first) != nil {
		t.Errorf("new tokens: %s and %s, %v", first, second, err)
	}
	t.Setenv(tokenVariable, "short")
	if _, err := token(); err == nil || err.Error() != "NHIEMKY_TOKEN: a token has 16 to 200 letters, digits and .-_~ of ASCII" {
		t.Errorf("a short token: %v", err)
	}
}

// The lines about requests, in each form, and with --quiet.
func TestServeLog(t *testing.T) {
	for _, c := range []struct {
		form  string
		quiet bool
		want  string
	}{
		{"text", false, `^time=\S+ level=INFO msg=request path="/a b"\n$`},
		{"json", false, `^{"time":"[^"]+","level":"INFO","msg":"request","path":"/a b"}\n$`},
		{"json", true, `^$`},
	} {
		var log strings.Builder
		o := serveOptions{global: &global{quiet: c.quiet}, log: &format{value: c.form}}
		slog.New(o.logger(&log)).Info("request", "path", "/a b")
		if !regexp.MustCompile(c.want).MatchString(log.String()) {
			t.Errorf("%s, quiet %v: %s", c.form, c.quiet, log.String())
		}
	}
}
