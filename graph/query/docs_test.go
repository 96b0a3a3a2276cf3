package query

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// TestCayleyDocs runs each sample of Cayley's documentation of Gizmo and GraphQL, as its module has them, on the graph of that
// documentation. What comes out stands in testdata/cayley-docs.txt; where the documentation says what comes out, it is that.
// "N rows" stands for any N rows: which ones a limit leaves depends on the store.
func TestCayleyDocs(t *testing.T) {
	module := cayleyModule(t)
	qs := testStores(t, cayleyQuads(t, filepath.Join(module, "data", "testdata.nq")))["leveldb"]
	want := wantedOfDocs(t)
	for _, d := range []struct{ lang, file, fence string }{{"gizmo", "gizmoapi.md", "javascript"}, {"graphql", "graphql.md", "graphql"}} {
		samples := samplesOf(t, filepath.Join(module, "docs", d.file), d.fence)
		right := 0
		for _, name := range slices.Sorted(maps.Keys(samples)) {
			key := d.lang + ": " + name
			rows, err := Run(t.Context(), NewGate(), qs, d.lang, samples[name], Limits{})
			got := inALine(rows)
			if fmt.Sprintf("%d rows", len(rows.Values)) == want[key] {
				got = want[key]
			}
			if err != nil || got != want[key] {
				t.Errorf("%s\n%s\ngot  %s, %v\nwant %s", key, samples[name], got, err, want[key])
				continue
			}
			right++
			delete(want, key)
		}
		t.Logf("%s: %d samples, %d right", d.file, len(samples), right)
	}
	for _, left := range slices.Sorted(maps.Keys(want)) {
		t.Errorf("the documentation has no sample %s", left)
	}
}

// cayleyModule is the folder of Cayley's module.
func cayleyModule(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Skipf("go list does not say where Cayley's documentation is: %v", err)
	}
	return strings.TrimSpace(string(out))
}

// cayleyQuads are the quads of a file.
func cayleyQuads(t *testing.T, file string) (out []quad.Quad) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err = quad.ReadAll(nquads.NewReader(f, true))
	if err != nil || len(out) == 0 {
		t.Fatal(len(out), err)
	}
	return out
}

// samplesOf are the samples of a file of documentation, each by its heading and its number below that.
func samplesOf(t *testing.T, file, fence string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	heading, number := "", 0
	for _, m := range regexp.MustCompile("(?ms)^#+ (.*?)$|^```(\\w+)\n(.*?)^```").FindAllStringSubmatch(string(text), -1) {
		switch {
		case m[1] != "":
			heading, number = strings.NewReplacer("`", "", `\`, "").Replace(m[1]), 0
		case m[2] == fence && strings.TrimSpace(m[3])[0] != '"' && !strings.HasPrefix(m[3], "{\n  \"data\""):
			number++
			out[fmt.Sprintf("%s %d", heading, number)] = m[3]
		}
	}
	return out
}

// wantedOfDocs reads what comes out of the samples: a line for each, its name and its rows in order.
func wantedOfDocs(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("testdata/cayley-docs.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if name, rows, found := strings.Cut(strings.TrimRight(line, "\n"), " => "); found {
			out[name] = rows
		}
	}
	return out
}

// inALine is a table in a line: the rows in order, each with its columns and values.
func inALine(r Rows) string {
	var out []string
	for _, row := range r.Values {
		var cells []string
		for i, c := range row {
			if c.Kind != KindNone {
				cells = append(cells, r.Columns[i]+" "+c.String())
			}
		}
		out = append(out, strings.Join(cells, ", "))
	}
	slices.Sort(out)
	if len(out) == 0 {
		return "nothing"
	}
	return strings.Join(out, " | ")
}

// What users type beside the documented samples: values instead of rows, dates, prefixes, blanks left out.
func TestAsTyped(t *testing.T) {
	date := func(s, kind string) quad.Value {
		return quad.TypedString{Value: quad.String(s), Type: quad.IRI("http://www.w3.org/2001/XMLSchema#" + kind)}
	}
	type_ := quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
	qs := testStores(t, []quad.Quad{
		quad.Make(quad.IRI("urn:a"), type_, quad.IRI("https://schema.org/Person"), nil),
		quad.Make(quad.IRI("urn:a"), quad.IRI("urn:day"), date("2016-05-04", "date"), nil),
		quad.Make(quad.IRI("urn:a"), quad.IRI("urn:day"), date("2018", "gYear"), nil),
		quad.Make(quad.IRI("urn:a"), quad.IRI("urn:day"), date("2019-02", "gYearMonth"), nil),
		quad.Make(quad.IRI("urn:a"), quad.IRI("urn:name"), quad.LangString{Value: "An", Lang: "vi"}, nil),
		quad.Make(quad.IRI("urn:a"), quad.IRI("urn:code"), quad.String("2018-x"), nil),
	})["leveldb"]
	for _, c := range []struct{ lang, text, want, hint string }{
		// The value of the last statement, where nothing else comes out.
		{"gizmo", `g.V("<urn:a>").out("<urn:day>").count()`, "value 3", ""},
		{"gizmo", `g.V("<urn:a>").Out("<urn:day>").Count()`, "value 3", ""},
		{"gizmo", `g.V("<urn:a>").out("<rdf:type>").toArray()`, "value https://schema.org/Person", ""},
		{"gizmo", `g.V("<urn:a>").tag("x").out("<rdf:type>").tagArray()`, "x urn:a, id https://schema.org/Person", ""},
		{"gizmo", `g.V("<urn:a>").toValue()`, "value urn:a", ""},
		{"gizmo", `var n = 3; n`, "value 3", ""},
		{"gizmo", `g.emit(1); 2`, "value 1", ""},
		{"gizmo", `(function() {})`, "nothing", ""},
		// Dates are compared with a string that is a date, however precise either is.
		{"gizmo", `g.V().out("<urn:day>").filter(gt("2017-01-01")).all()`, "id 2018 | id 2019-02", ""},
		{"gizmo", `g.V().out("<urn:day>").filter(gte("2016-05-04"), lt("2019")).all()`, "id 2016-05-04 | id 2018", ""},
		{"gizmo", `g.V().has("<urn:day>", lt("2017")).all()`, "id urn:a", ""},
		{"gizmo", `g.V().out("<urn:code>").filter(gt("2017")).all()`, "id 2018-x", ""},
		// Prefixes in both languages, schema.org under either of its addresses.
		{"graphql", `{nodes(rdf:type: <schema:Person>) {id, rdf:type}}`, "rdf:type https://schema.org/Person, id urn:a", ""},
		{"gizmo", `g.V("<schema:Person>").in("<rdf:type>").all()`, "id urn:a", ""},
		// Blanks left out behind colons.
		{"graphql", `{nodes(first:1, rdf:type:<schema:Person>){id code:<urn:code>}}`, "id urn:a, code 2018-x", ""},
		{"graphql", `{nodes(<urn:code>:"2018-x",first:1){id} # a:"b` + "\n}", "id urn:a", ""},
		// Why nothing is found.
		{"gizmo", `g.V("An").in().all()`, "nothing", `"An" is in the store with a language tag: write lang("An", "vi")`},
		{"gizmo", `g.V(lang("An", "vi")).in().all()`, "id urn:a", ""},
		{"gizmo", `g.V("2018").in().all()`, "nothing", `"2018" is in the store with a type: write typed("2018", "http://www.w3.org/2001/XMLSchema#gYear")`},
		{"gizmo", `g.V("urn:a").out().all()`, "nothing", `"urn:a" is an IRI: write <urn:a>`},
		{"graphql", `{nodes(<urn:name>: "An") {id}}`, "nothing", `"An" is in the store with a language tag: write "\"An\"@vi"`},
		{"graphql", `{nodes(<urn:name>: "\"An\"@vi") {id}}`, "id urn:a", ""},
		{"gizmo", `g.V("Bình").in().all()`, "nothing", ""},
	} {
		rows, err := Run(t.Context(), NewGate(), qs, c.lang, c.text, Limits{})
		if got := inALine(rows); err != nil || got != c.want || rows.Hint != c.hint {
			t.Errorf("%s\ngot  %s, %q, %v\nwant %s, %q", c.text, got, rows.Hint, err, c.want, c.hint)
		}
	}
}
