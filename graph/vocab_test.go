package graph

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Each term of the vocabulary is there once, says what it is, and is used.
func TestVocabulary(t *testing.T) {
	file, err := goparser.ParseFile(token.NewFileSet(), "vocab.go", nil, goparser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	sample := regexp.MustCompile(`^\w+: [^>]+ -> .+\. <`)
	for _, d := range file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for _, s := range g.Specs {
			v := s.(*ast.ValueSpec)
			name := v.Names[0].Name
			if !ast.IsExported(name) {
				continue
			}
			doc := strings.Join(strings.Fields(v.Doc.Text()), " ")
			if !strings.HasPrefix(doc, name) {
				t.Errorf("the comment of %s does not begin with its name: %q", name, doc)
			}
			if strings.HasPrefix(name, "Prop") && name != "PropEndDate" && !sample.MatchString(doc) {
				t.Errorf("%s: want \"domain -> range. a quad\", have %q", name, doc)
			}
			value := source(t, "vocab.go", v.Values[0])
			if other, twice := values[value]; twice {
				t.Errorf("%s and %s are both %s", other, name, value)
			}
			values[value] = name
		}
	}
	if len(values) < 50 {
		t.Fatalf("only %d terms found", len(values))
	}
	code := allCode(t)
	for _, name := range values {
		if len(regexp.MustCompile(`\b`+name+`\b`).FindAllString(code, 3)) < 3 { // its comment and itself are two
			t.Errorf("%s is used nowhere", name)
		}
	}
}

func source(t *testing.T, file string, e ast.Expr) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text[e.Pos()-1 : e.End()-1])
}

// allCode is the code of the package without its tests.
func allCode(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".go") && !strings.HasSuffix(e.Name(), "_test.go") {
			text, err := os.ReadFile(e.Name())
			if err != nil {
				t.Fatal(err)
			}
			b.Write(text)
		}
	}
	return b.String()
}

// Every kind of record that extract knows has its case in quads.go.
func TestEveryRecordHasItsCase(t *testing.T) {
	file, err := goparser.ParseFile(token.NewFileSet(), "../extract/record/record.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	quads, err := os.ReadFile("quads.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv == nil || f.Name.Name != "Kind" {
			continue
		}
		kinds++
		name := f.Recv.List[0].Type.(*ast.Ident).Name
		if !strings.Contains(string(quads), "case record."+name+":") {
			t.Errorf("quads.go has no case for record.%s", name)
		}
	}
	if kinds < 4 {
		t.Errorf("only %d kinds of record found", kinds)
	}
}

func TestDatesAsLiterals(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2018-02-21", `"2018-02-21"^^<xsd:date>`},
		{"2018-02", `"2018-02"^^<xsd:gYearMonth>`},
		{"2018", `"2018"^^<xsd:gYear>`},
	} {
		var b strings.Builder
		v := date(day(c.in))
		writeTerm(&b, v)
		if got := short(b.String()); got != c.want {
			t.Errorf("%s: %s, want %s", c.in, got, c.want)
		}
		if back := DateOf(v); back != day(c.in) {
			t.Errorf("%s came back as %v", c.in, back)
		}
	}
	if date(record.Date{}) != nil {
		t.Error("a date that is not stated is stated")
	}
}
