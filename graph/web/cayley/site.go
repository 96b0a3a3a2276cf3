package cayley

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/ui"
)

// site are the files by their path below root.
type site map[string]file

var (
	//go:embed page
	pages embed.FS
	//go:embed vendored/monaco-editor vendored/material-icons
	vendored embed.FS
)

// leftOut of the UI are: source maps, and a service worker that the UI itself unregisters.
var leftOut = regexp.MustCompile(`\.map$|^service-worker\.js$|^precache-manifest\..*\.js$|^asset-manifest\.json$`)

// load reads all files and rewrites those of the UI.
func load() (site, error) {
	s := site{}
	found := make([]bool, len(rewrites))
	if err := s.add(ui.FS, "web", func(name string, data []byte) []byte { return rewrite(name, data, found) }); err != nil {
		return nil, fmt.Errorf("the web UI of Cayley: %w", err)
	}
	if i := slices.Index(found, false); i >= 0 {
		return nil, fmt.Errorf("the web UI of this Cayley has no %q in %s: see rewrites", rewrites[i].old, rewrites[i].file)
	}
	if err := s.takeOutScripts(); err != nil {
		return nil, err
	}
	asIs := func(_ string, data []byte) []byte { return data }
	if err := s.add(vendored, "vendored", asIs); err != nil {
		return nil, fmt.Errorf("the editor of the web UI: %w", err)
	}
	if err := s.add(pages, ".", asIs); err != nil {
		return nil, fmt.Errorf("our part of the web UI: %w", err)
	}
	return s, nil
}

// add takes over the files of a folder.
func (s site) add(from fs.FS, folder string, change func(name string, data []byte) []byte) error {
	return fs.WalkDir(from, folder, func(path string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(path, folder+"/")
		if err != nil || d.IsDir() || leftOut.MatchString(name) {
			return err
		}
		data, err := fs.ReadFile(from, path)
		s[strings.TrimSuffix(name, ".gz")] = newFile(name, change(name, data))
		return err
	})
}

var inlineScript = regexp.MustCompile(`(?s)<script>(.*?)</script>`)

// takeOutScripts makes a file of the script in the page, which may have no script in itself.
func (s site) takeOutScripts() error {
	page := s["index.html"].plain
	scripts := inlineScript.FindAllSubmatch(page, -1)
	if len(scripts) != 1 {
		return fmt.Errorf("the page of Cayley's web UI has %d scripts in itself, not 1", len(scripts))
	}
	const name = "static/js/start.js"
	s[name] = newFile(name, scripts[0][1])
	s["index.html"] = newFile("index.html", bytes.Replace(page, scripts[0][0], []byte(`<script src="`+root+name+`"></script>`), 1))
	return nil
}
