package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestCheckOrigin(t *testing.T) {
	for value, want := range map[string]string{
		"https://notebook.example.org":        "",
		"http://localhost:8888":               "",
		"http://[::1]:8888":                   "",
		"*":                                   `"*" is the origin of any page: name the one that may ask, such as https://notebook.example.org`,
		"null":                                `"null" is the origin of any page`,
		"":                                    "scheme is required",
		"notebook.example.org":                "scheme is required",
		"localhost:8888":                      "host is required",
		"//notebook.example.org":              "scheme is required",
		"file:///home/x":                      "host is required",
		"https://notebook.example.org/":       "path, query, and fragment are not allowed: give the origin alone",
		"https://notebook.example.org/a":      "path, query, and fragment are not allowed: give the origin alone",
		"https://notebook.example.org?":       "browsers write it https://notebook.example.org",
		"https://Notebook.Example.org":        "browsers write it https://notebook.example.org",
		"HTTPS://notebook.example.org":        "browsers write it https://notebook.example.org",
		"https://notebook.example.org:443":    "browsers write it https://notebook.example.org",
		"http://notebook.example.org:80":      "browsers write it http://notebook.example.org",
		"https://notebook.example.org:":       "browsers write it https://notebook.example.org",
		"https://me:pw@notebook.example.org":  "browsers write it https://notebook.example.org",
		"https://*.example.org":               "without *",
		"https://sổtay.example.org":           "in ASCII",
		"https://notebook.example.org https:": "invalid",
	} {
		err := CheckOrigin(value)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want …%s…", value, err, want)
		}
	}
}

// What browsers are told, by origin, method and path. The status of refused requests is in TestAttacks.
func TestCrossOriginHeaders(t *testing.T) {
	const ask = "Access-Control-Request-Method: POST; Access-Control-Request-Headers: authorization,content-type"
	for _, c := range []struct {
		name, allowed, method, path, headers string
		status                               int
		origin, vary                         string // of the answer
	}{
		{"an allowed origin", friend, "GET", "/api/v2/formats", "Origin: " + friend, 200, friend, "Origin"},
		{"an error for it", friend, "GET", "/api/v2/query", "Origin: " + friend, 400, friend, "Origin"},
		{"its question before", friend, "OPTIONS", "/api/v2/write", "Origin: " + friend + "; " + ask, 204, friend, "Origin"},
		{"no origin, so that nothing keeps the answer for all", friend, "GET", "/api/v2/formats", "", 200, "", "Origin"},
		{"another origin", friend, "GET", "/api/v2/formats", "Origin: https://evil.example", 403, "", ""},
		{"another origin's question", friend, "OPTIONS", "/api/v2/write", "Origin: https://evil.example; " + ask, 403, "", ""},
		{"our own origin", friend, "GET", "/api/v2/formats", "Origin: http://127.0.0.1:PORT", 200, "", "Origin"},
		{"a page of ours for it", friend, "GET", "/", "Origin: " + friend, 200, "", "Accept, Accept-Language, Cookie"},
		{"without the flag", "", "GET", "/api/v2/formats", "Origin: " + friend, 403, "", ""},
		{"our own without the flag", "", "GET", "/api/v2/formats", "Origin: http://127.0.0.1:PORT", 200, "", ""},
		{"all allowed is none", "*", "GET", "/api/v2/formats", "Origin: https://evil.example", 403, "", ""},
		{"null allowed is none", "null", "GET", "/api/v2/formats", "Origin: null", 403, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			srv, _ := start(t, Options{Origins: []string{c.allowed}, Writable: true, Token: testToken})
			r, err := http.NewRequestWithContext(t.Context(), c.method, srv.URL+c.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			for h := range strings.SplitSeq(strings.ReplaceAll(c.headers, "PORT", port(srv)), "; ") {
				if name, value, found := strings.Cut(h, ": "); found {
					r.Header.Set(name, value)
				}
			}
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			got := resp.Header
			if resp.StatusCode != c.status || got.Get("Access-Control-Allow-Origin") != c.origin || got.Get("Vary") != c.vary {
				t.Errorf("got %d, origin %q, vary %q", resp.StatusCode, got.Get("Access-Control-Allow-Origin"), got.Get("Vary"))
			}
			if got.Get("Access-Control-Allow-Credentials") != "" || got.Get("Cross-Origin-Resource-Policy") != "same-origin" {
				t.Errorf("it lets too much be read: %v", got)
			}
			asked := c.status == 204
			if (got.Get("Access-Control-Allow-Headers") == "Authorization, Content-Type, Accept") != asked || (got.Get("Access-Control-Allow-Methods") == "GET, POST") != asked {
				t.Errorf("the browser is told %v", got)
			}
		})
	}
}
