package vocab

import (
	"go/ast"
	goparser "go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
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

// allCode is the code of the packages under graph without their tests.
func allCode(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	err := fs.WalkDir(os.DirFS(".."), ".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile("../" + path)
		b.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
