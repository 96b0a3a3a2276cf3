package graph_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the dictionary of README.md anew")

const dictionaryStart, dictionaryEnd = "<!-- dictionary -->\n", "<!-- end of dictionary -->"

// TestDictionary compares the dictionary in README.md with the vocabulary: each class with what it is, each
// property with domain, range and a quad.
func TestDictionary(t *testing.T) {
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(raw), dictionaryStart)
	have, after, ended := strings.Cut(rest, dictionaryEnd)
	if !found || !ended {
		t.Fatal("README.md has no dictionary")
	}
	want := dictionary(t)
	if strings.Count(want, "\n") < 70 {
		t.Fatalf("the vocabulary is too short:\n%s", want)
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(before+dictionaryStart+want+dictionaryEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if have != want {
		t.Error("the dictionary is not that of vocab/vocab.go: go test ./graph -run TestDictionary -update")
	}
}

// property is the comment of a property: its domain and range, more about it, and a quad.
var property = regexp.MustCompile(`^\w+: (.+?) -> (.+)\. (<.+)$`)

// dictionary is the table of classes and that of properties.
func dictionary(t *testing.T) string {
	file, err := parser.ParseFile(token.NewFileSet(), "vocab/vocab.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	cell := strings.NewReplacer("|", `\|`, "<", "&lt;").Replace
	code := func(s string) string { return "`" + strings.ReplaceAll(s, "|", `\|`) + "`" }
	var classes, properties strings.Builder
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			if _, term := v.Values[0].(*ast.CallExpr); !term {
				continue
			}
			name, doc := v.Names[0].Name, strings.Join(strings.Fields(v.Doc.Text()), " ")
			switch term := termOf(v.Values[0]); {
			case strings.HasPrefix(name, "Class"):
				_, what, _ := strings.Cut(doc, ": ")
				fmt.Fprintf(&classes, "| `%s` | %s |\n", term, cell(strings.TrimSuffix(what, ".")))
			case strings.HasPrefix(name, "Prop"):
				p := property.FindStringSubmatch(doc)
				if p == nil { // "as PropX. quad"
					as, quad, _ := strings.Cut(strings.TrimPrefix(doc, name+": "), ". ")
					p = []string{"", as, "", quad}
				}
				fmt.Fprintf(&properties, "| `%s` | %s | %s | %s |\n", term, cell(p[1]), cell(p[2]), code(p[3]))
			}
		}
	}
	return "| class | what it is |\n| --- | --- |\n" + classes.String() +
		"\n| property | of | value | a quad |\n| --- | --- | --- | --- |\n" + properties.String()
}

// termOf is the term of an expression NamespaceX + "name" with its usual prefix: "skos:prefLabel".
func termOf(e ast.Expr) string {
	sum := e.(*ast.CallExpr).Args[0].(*ast.BinaryExpr)
	prefix := strings.ToLower(strings.TrimPrefix(sum.X.(*ast.Ident).Name, "Namespace"))
	if prefix == "own" {
		prefix = "nk"
	}
	return prefix + ":" + strings.Trim(sum.Y.(*ast.BasicLit).Value, `"`)
}
