package graph_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/nhiemky/nhiemky/"

// listed is what go list says of a package.
type listed struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) (all []listed) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"graph/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// helpers have code for tests: they may import what they like, and only tests may import them.
var helpers = []string{"graph/graphtest", "graph/storetest"}

// TestLayers compares the arrows drawn in README.md with what the packages import. A line of the drawing is a
// package with those of ours that it imports: "store → query vocab".
func TestLayers(t *testing.T) {
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	drawn := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		from, to, ok := strings.Cut(strings.TrimSpace(line), " → ")
		if ok && strings.HasPrefix(line, "    ") {
			from, to = strings.TrimSpace(from), strings.Join(strings.Fields(to), " ")
			order, drawn[from] = append(order, from), to
		}
	}
	for _, p := range packages(t) {
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "graph/")
		if slices.Contains(helpers, "graph/"+name) || name == "graph" {
			continue
		}
		var to []string
		for _, i := range p.Imports {
			if own, ok := strings.CutPrefix(i, module); ok {
				to = append(to, strings.TrimPrefix(own, "graph/"))
			}
		}
		slices.Sort(to)
		if got := strings.Join(to, " "); drawn[name] != strings.TrimSpace(got) && !(got == "" && drawn[name] == "nothing of ours") {
			t.Errorf("README.md draws\n\t%s → %s\nand the package imports\n\t%s → %s", name, drawn[name], name, got)
		}
		for _, i := range to {
			if slices.Index(order, i) >= 0 && slices.Index(order, i) < slices.Index(order, name) {
				t.Errorf("%s imports %s, which is drawn above it", name, i)
			}
		}
	}
}

// TestRooms holds what the division into packages protects. A package imports only what its line allows; of
// extract only records, lists and letters, but for the pages, which mark what was recognised in an article.
func TestRooms(t *testing.T) {
	rooms := map[string][]string{ // folder -> the packages of ours that it may import
		"graph/vocab":     {"extract/record", "extract/text"}, // the letters of names
		"graph/query":     {},
		"graph/store":     {"extract/record", "graph/query", "graph/vocab"},
		"graph/statement": {"extract/gazetteer", "extract/record", "graph/vocab"},
		"graph/tenure":    {"extract/record"},
		"graph/derive":    {"extract/record", "graph/statement", "graph/store", "graph/tenure", "graph/vocab"},
		"graph/ingest":    {"extract/record", "graph/derive", "graph/statement", "graph/store", "graph/vocab"},
		"graph/view":      {"extract/gazetteer", "extract/record", "graph/derive", "graph/statement", "graph/store", "graph/tenure", "graph/vocab"},
		"graph/search":    {"extract/text", "graph/store", "graph/view", "graph/vocab"},
	}
	cayley := []string{"graph/store", "graph/query", "graph/web/cayley"} // the last has the files of Cayley's web UI
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		may, held := rooms[name]
		for _, i := range p.Imports {
			own, ours := strings.CutPrefix(i, module)
			switch {
			case ours && held && !slices.Contains(may, own):
				t.Errorf("%s imports %s", name, own)
			case ours && slices.Contains(helpers, own) && !slices.Contains(helpers, name):
				t.Errorf("%s imports %s, which is for tests", name, own)
			case strings.HasPrefix(i, "github.com/cayleygraph/cayley") && !slices.Contains(cayley, name):
				t.Errorf("%s imports %s: store and query alone know Cayley", name, i)
			}
		}
	}
}

// TestDeriveCannotWrite holds that derive takes of package store what reads, and nothing else.
func TestDeriveCannotWrite(t *testing.T) {
	reads := []string{"Reader", "Recent", "NewRecent", "Thing"}
	used := 0
	eachSelector(t, "derive", func(at token.Position, of, name string) {
		if of != "store" {
			return
		}
		used++
		if !slices.Contains(reads, name) {
			t.Errorf("%s: store.%s", at, name)
		}
	})
	if used == 0 {
		t.Error("derive does not use store: is the test still right?")
	}
}

// TestQueryIsOfNoDomain holds that query has no word of ours: neither a term of the vocabulary nor its namespace.
func TestQueryIsOfNoDomain(t *testing.T) {
	for _, file := range code(t, "query") {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "nhiemky.github.io") {
			t.Errorf("%s names our namespace", file)
		}
	}
}

// code are the files of a package without its tests.
func code(t *testing.T, folder string) (out []string) {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(all) == 0 {
		t.Fatal(folder, err)
	}
	return slices.DeleteFunc(all, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
}

// eachSelector calls f with each x.Name in a package.
func eachSelector(t *testing.T, folder string, f func(at token.Position, of, name string)) {
	t.Helper()
	set := token.NewFileSet()
	for _, file := range code(t, folder) {
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok {
					f(set.Position(s.Pos()), x.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
}
