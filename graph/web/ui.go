package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/ui"
)

// rewrites are what has to be changed in the files of Cayley's UI as they are served. All changes to
// the UI stand here.
var rewrites = []struct{ old, new string }{
	{`"http://localhost:64210"`, `""`}, // the API is where the page came from
}

// leftOut of the UI are: source maps, and a service worker that the UI itself unregisters.
var leftOut = regexp.MustCompile(`\.map$|^service-worker\.js$|^precache-manifest\..*\.js$|^asset-manifest\.json$`)

// Where the UI loads its editor and its icon font from.
const (
	editorSource = "https://cdn.jsdelivr.net/npm/monaco-editor@0.18.1/"
	iconStyles   = "https://fonts.googleapis.com/icon"
	iconFonts    = "https://fonts.gstatic.com"
)

// webUI is Cayley's UI in memory, as it is served.
type webUI struct {
	files  map[string][]byte // by path, without the first slash
	policy string            // Content-Security-Policy of its pages
}

// newUI is the UI, or a handler that says why there is none.
func newUI() http.Handler {
	u, err := loadUI()
	if err != nil {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			refuse(w, http.StatusInternalServerError, err.Error())
		})
	}
	return u
}

// loadUI reads and rewrites the UI. It fails when a rewrite finds nothing to change: then this is a
// version of Cayley that it does not know.
func loadUI() (*webUI, error) {
	u := &webUI{files: map[string][]byte{}}
	found := make([]bool, len(rewrites))
	err := fs.WalkDir(ui.FS, "web", func(name string, d fs.DirEntry, err error) error {
		name = strings.TrimPrefix(name, "web/")
		if err != nil || d.IsDir() || leftOut.MatchString(name) {
			return err
		}
		data, err := fs.ReadFile(ui.FS, "web/"+name)
		for i, r := range rewrites {
			found[i] = found[i] || bytes.Contains(data, []byte(r.old))
			data = bytes.ReplaceAll(data, []byte(r.old), []byte(r.new))
		}
		u.files[name] = data
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the web UI of Cayley: %w", err)
	}
	if i := slices.Index(found, false); i >= 0 {
		return nil, fmt.Errorf("the web UI of this Cayley has no %s: see rewrites in graph/web/ui.go", rewrites[i].old)
	}
	u.policy = policy(u.files["index.html"])
	return u, nil
}

// editorScript is the script that the UI writes into its page to start the editor.
const editorScript = "\n      require.config({ paths: { 'vs': '" + editorSource + "min/vs' } });\n" +
	"      require(['vs/editor/editor.main'], function() {\n" +
	"        document.dispatchEvent(new Event('monaco_init'));\n      });\n    "

var inlineScript = regexp.MustCompile(`(?s)<script>(.*?)</script>`)

// policy allows a page what Cayley's UI does, and no more: its own files and API, the inline scripts
// that it is built with (by their hashes), the editor and the icon font from where it has them. The
// editor sets styles on elements and starts its workers from data URLs.
func policy(page []byte) string {
	scripts := "'self' " + editorSource
	inline := [][]byte{[]byte(editorScript)}
	for _, m := range inlineScript.FindAllSubmatch(page, -1) {
		inline = append(inline, m[1])
	}
	for _, script := range inline {
		sum := sha256.Sum256(script)
		scripts += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return strings.Join([]string{
		"default-src 'none'", "script-src " + scripts, "connect-src 'self'", "img-src 'self' data:", "manifest-src 'self'",
		"style-src 'self' 'unsafe-inline' " + editorSource + " " + iconStyles, "font-src " + iconFonts + " " + editorSource + " data:",
		"worker-src data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
	}, "; ")
}

// kinds are the media types of the files, the same on every machine.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".json": "application/json",
	".ts": "text/plain; charset=utf-8", ".txt": "text/plain; charset=utf-8",
}

// ServeHTTP answers with a file of the UI.
func (u *webUI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" {
		name = "index.html"
	}
	data, ok := u.files[name]
	if !ok || r.Method != http.MethodGet && r.Method != http.MethodHead {
		noSuchEndpoint(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", u.policy)
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}
