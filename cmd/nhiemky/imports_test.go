package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/nhiemky/nhiemky"

// imports says which packages of ours a package may import, and whether it may import Cayley.
// Folders below a package follow it; tests may import more.
var imports = map[string]struct {
	ours   []string
	cayley bool
}{
	"cmd":     {ours: []string{"extract", "graph", "queries", "seeds"}},
	"graph":   {ours: []string{"extract", "graph"}, cayley: true},
	"extract": {ours: []string{"extract"}},
	"queries": {},
	"seeds":   {},
}

// TestImportsPointOneWay holds the architecture: cmd → {graph, extract, queries, seeds},
// graph → extract, and only graph knows Cayley.
func TestImportsPointOneWay(t *testing.T) {
	for _, p := range listPackages(t) {
		name := area(p.ImportPath)
		may, known := imports[name]
		if !known {
			t.Errorf("%s: a folder that the layout does not have", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			switch {
			case strings.HasPrefix(i, module+"/") && !slices.Contains(may.ours, area(i)) && !forTests(p.ImportPath):
				t.Errorf("%s imports %s", p.ImportPath, i)
			case strings.HasPrefix(i, "github.com/cayleygraph/") && !may.cayley:
				t.Errorf("%s imports %s: only graph knows Cayley", p.ImportPath, i)
			case strings.HasPrefix(i, "github.com/spf13/") && name != "cmd":
				t.Errorf("%s imports %s: flags belong to cmd", p.ImportPath, i)
			}
		}
	}
}

// rooms are the packages of extract that read a document, each with those of them that it may import.
var rooms = map[string][]string{
	"extract/record":    {"extract/text"},
	"extract/dating":    {"extract/record"},
	"extract/gazetteer": {"extract/record", "extract/text"},
	"extract/document":  {"extract/gazetteer", "extract/record", "extract/text"},
	"extract/mention":   {"extract/dating", "extract/document", "extract/gazetteer", "extract/record", "extract/text"},
	"extract/relation":  {"extract/mention", "extract/document", "extract/gazetteer", "extract/record", "extract/text"},
}

// TestRooms holds the order of the stages. graph/layers_test.go holds that of the packages under graph.
func TestRooms(t *testing.T) {
	for _, p := range listPackages(t) {
		may, held := rooms[strings.TrimPrefix(p.ImportPath, module+"/")]
		if !held {
			continue
		}
		for _, i := range p.Imports {
			if inside, ours := strings.CutPrefix(i, module+"/"); ours && !slices.Contains(may, inside) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
		}
	}
}

// forTests reports a package that has code for tests alone, such as graph/graphtest: it may import more.
func forTests(path string) bool { return strings.HasSuffix(path, "test") }

// area is the first folder of one of our packages below the module.
func area(path string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, module+"/"), "/")
	return first
}

// listed is what the test needs of one package of `go list`.
type listed struct {
	ImportPath string
	Imports    []string
}

// listPackages are our packages with what they import.
func listPackages(t *testing.T) (all []listed) {
	t.Helper()
	out, err := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", module+"/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 3 {
		t.Fatalf("go list found %d packages", len(all))
	}
	return all
}
