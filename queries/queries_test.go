package queries_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/vocab"
	"github.com/nhiemky/nhiemky/queries"
)

func list(t *testing.T) []queries.Query {
	t.Helper()
	all, err := queries.List()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryQueryHasItsSampleAndNoSampleIsAlone(t *testing.T) {
	want := map[string]bool{}
	for _, q := range list(t) {
		want[q.File()+".txt"] = true
	}
	found, err := filepath.Glob("*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if !want[f] {
			t.Errorf("%s: no such query", f)
		}
		delete(want, f)
	}
	for f := range want {
		t.Errorf("%s is missing", f)
	}
}

func TestSamples(t *testing.T) {
	for _, q := range list(t) {
		runSample(t, q, readSample(t, q.File()+".txt"))
	}
}

// The question that CONTRIBUTING.md adds is none that is there, and gives the rows of its sample.
func TestContributing(t *testing.T) {
	raw, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, part := range strings.Split(string(raw), "--- /dev/null\n+++ b/queries/")[1:] {
		name, lines, _ := strings.Cut(part, "\n")
		for line := range strings.Lines(lines) {
			added, ok := strings.CutPrefix(line, "+")
			if !ok {
				break
			}
			files[name] += added
		}
	}
	tried := 0
	for name, text := range files {
		if strings.HasSuffix(name, ".txt") {
			continue
		}
		q, err := queries.Parse(name, text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := queries.Get(name); err == nil {
			t.Errorf("%s is there: show a question that is not", name)
		}
		runSample(t, q, parseSample(t, name+".txt", files[name+".txt"]))
		tried++
	}
	if tried == 0 {
		t.Error("CONTRIBUTING.md adds no question")
	}
}

// runSample asks a query as its sample does, of a store in memory and of one on disk.
func runSample(t *testing.T, q queries.Query, s sample) {
	for _, backend := range []string{store.MemStore, store.LevelDB} {
		t.Run(q.File()+"/"+backend, func(t *testing.T) {
			db, err := store.Open(filepath.Join(t.TempDir(), "store"), store.Options{Backend: backend, Create: true})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { db.Close() })
			storetest.Graph(t, db, s.graph)
			for _, c := range s.cases {
				runCase(t, db, q, c)
			}
		})
	}
}

func runCase(t *testing.T, db *store.Store, q queries.Query, c sampleCase) {
	text, err := q.Bind(c.args)
	if err != nil {
		t.Fatal(err)
	}
	got, err := db.Query(t.Context(), q.Language, text, query.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	declared := columnNames(q)
	for _, name := range got.Columns {
		if !slices.Contains(declared, name) {
			t.Errorf("column %s is not in the comments of the query", name)
		}
	}
	want := slices.Sorted(slices.Values(c.rows))
	if lines := project(got, c.columns); !slices.Equal(lines, want) {
		t.Errorf("%v\ngot\n%s\nwant\n%s", c.args, strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func columnNames(q queries.Query) (out []string) {
	for _, c := range q.Columns {
		out = append(out, c.Name)
	}
	return out
}

// project gives the columns of a result as a sample writes them, sorted.
func project(r query.Rows, columns []string) []string {
	var out []string
	for _, row := range r.Values {
		cells := make([]string, len(columns))
		for i, name := range columns {
			if at := slices.Index(r.Columns, name); at >= 0 {
				cells[i] = cellText(row[at])
			}
		}
		out = append(out, strings.TrimRight(strings.Join(cells, " | "), " "))
	}
	slices.Sort(out)
	return out
}

func cellText(c query.Cell) string {
	switch c.Kind {
	case query.KindIRI:
		return shortTerm(c.Text)
	case query.KindList:
		parts := make([]string, len(c.Items))
		for i, item := range c.Items {
			parts[i] = cellText(item)
		}
		return strings.Join(parts, "; ")
	}
	return c.Text
}

func TestSamplesShowEveryColumn(t *testing.T) {
	for _, q := range list(t) {
		shown := map[string]bool{}
		for _, c := range readSample(t, q.File()+".txt").cases {
			for _, name := range c.columns {
				shown[name] = true
			}
		}
		for _, name := range columnNames(q) {
			if !shown[name] {
				t.Errorf("%s.txt: no rows with the column %s", q.File(), name)
			}
			delete(shown, name)
		}
		for name := range shown {
			t.Errorf("%s.txt: the query has no column %s", q.File(), name)
		}
	}
}

// A plain save or has after in() searches the whole of a store on disk; an obligatory field of
// GraphQL is the same.
func TestOptionalFormsOnly(t *testing.T) {
	plain := regexp.MustCompile(`(?i)\.(save|saver|has|hasr|back|order)\s*\(`)
	flat := regexp.MustCompile(`^\s*\w+: <[^>]*>( @rev)?$`)
	for _, q := range list(t) {
		for i, line := range strings.Split(q.Text, "\n") {
			if q.Language == "gizmo" && plain.MatchString(line) || q.Language == "graphql" && flat.MatchString(line) {
				t.Errorf("%s:%d: %s: use the optional form", q.File(), i+1, strings.TrimSpace(line))
			}
		}
	}
}

func TestSampleArgumentsStandInTheQuery(t *testing.T) {
	for _, q := range list(t) {
		args := map[string]string{}
		for _, p := range q.Params {
			args[p.Name] = p.Sample
		}
		same, err := q.Bind(args)
		if err != nil || same != q.Text {
			t.Errorf("%s: its own samples change it: %v", q.File(), err)
		}
		for _, p := range q.Params {
			other := maps.Clone(args)
			other[p.Name] = map[string]string{"text": "x", "key": "x", "date": "1999", "iri": "urn:x"}[p.Type]
			if text, err := q.Bind(other); err != nil || text == q.Text {
				t.Errorf("%s: the sample of %s does not stand in it: %v", q.File(), p.Name, err)
			}
		}
	}
}

func TestAnswersCarryTheirEvidence(t *testing.T) {
	for _, q := range list(t) {
		if strings.HasPrefix(q.Name, "find-") {
			continue
		}
		for _, ending := range []string{"sentence", "source", "published"} {
			if q.Name == "what-article-says" && ending == "source" {
				continue // it is the argument
			}
			if !slices.ContainsFunc(columnNames(q), func(name string) bool { return strings.HasSuffix(name, ending) }) {
				t.Errorf("%s has no column %s", q.File(), ending)
			}
		}
	}
}

// A question in Gizmo that relates things says which, so that Cayley's UI can draw its rows.
func TestQuestionsThatRelateAreDrawn(t *testing.T) {
	for _, q := range list(t) {
		if relates := q.Language == "gizmo" && !strings.HasPrefix(q.Name, "find-"); relates != (len(q.Drawn) >= 2) {
			t.Errorf("%s draws %q", q.File(), q.Drawn)
		}
	}
	for _, c := range []struct{ line, want string }{
		{"// draw a as b -> c", `[]`}, {"// draw a -> b", `[]`}, {"// draw a as b", "neither"}, {"// draw a -> x", "it draws x, which is no column"},
	} {
		_, err := queries.Parse("q.gizmo", "// Q?\n// column a: a\n// column b: b\n// column c: c\n"+c.line+"\n")
		if c.want == `[]` && err != nil || c.want != `[]` && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", c.line, err)
		}
	}
}

// Files are pasted one by one, so they cannot share functions; copies have to stay the same.
func TestFunctionsOfOneNameAreTheSame(t *testing.T) {
	function := regexp.MustCompile(`(?ms)^function (\w+)\(.*?\}$`)
	first := map[string]string{}
	for _, q := range list(t) {
		for _, m := range function.FindAllStringSubmatch(q.Text, -1) {
			if before, ok := first[m[1]]; ok && before != m[0] {
				t.Errorf("%s: function %s is not as in the other files", q.File(), m[1])
			}
			first[m[1]] = m[0]
		}
	}
}

func TestFoldIsTheKeyOfTheGraph(t *testing.T) {
	q, err := queries.Get("find-post")
	if err != nil {
		t.Fatal(err)
	}
	fold := regexp.MustCompile(`(?ms)^function fold\(.*?^\}$`).FindString(q.Text)
	db, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Bí thư Huyện ủy Thanh Ba", "Đặng Thị Uỷ", "chủ tịch  ủy ban, khóa XII", "05-CT/TW", "Quận 1",
		"UBND TP. Hà Nội", "UBMTTQ, HĐND, MTTQ, BCH, BTV, UBKT", "BCH TƯ, T.Ư, T.W, ĐCSVN", "TPHCM, TP.HCM",
		"LHPN TNCS LĐLĐ CCB TAND VKSND UBTVQH", "Uỷ ban; Ủy  ban\u00a0x"} {
		asked, err := (queries.Query{Language: "gizmo", Params: []queries.Param{{Name: "s", Type: "text", Sample: "s"}},
			Text: fold + "\n" + `g.emit(fold("s"))`}).Bind(map[string]string{"s": name})
		if err != nil {
			t.Fatal(err)
		}
		got, err := db.Query(t.Context(), "gizmo", asked, query.Limits{})
		if err != nil || got.Values[0][0].Text != vocab.Key(name) {
			t.Errorf("%s: fold gives %v (%v), vocab.Key %q", name, got.Values, err, vocab.Key(name))
		}
	}
}

func TestQueriesMayBePastedWithoutArguments(t *testing.T) {
	db, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range list(t) {
		for _, linked := range []bool{false, true} { // the web UI asks for JSON-LD
			if _, err := db.Results(t.Context(), q.Language, q.Text, query.Limits{}, linked); err != nil {
				t.Errorf("%s: %v", q.File(), err)
			}
		}
	}
}

// The web UI asks for JSON-LD, in which scripts see objects where they see text otherwise.
func TestSamplesInJSONLD(t *testing.T) {
	for _, q := range list(t) {
		if q.Language != "gizmo" {
			continue
		}
		db, err := store.Open("", store.Options{Backend: store.MemStore})
		if err != nil {
			t.Fatal(err)
		}
		s := readSample(t, q.File()+".txt")
		storetest.Graph(t, db, s.graph)
		for _, c := range s.cases {
			text, err := q.Bind(c.args)
			if err != nil {
				t.Fatal(err)
			}
			plain, err1 := db.Results(t.Context(), q.Language, text, query.Limits{}, false)
			linked, err2 := db.Results(t.Context(), q.Language, text, query.Limits{}, true)
			if err1 != nil || err2 != nil {
				t.Fatal(q.File(), err1, err2)
			}
			if a, b := asText(t, plain), asText(t, linked); a != b {
				t.Errorf("%s\nJSON    %s\nJSON-LD %s", q.File(), a, b)
			}
		}
	}
}

// asText is a result as JSON, its rows sorted.
func asText(t *testing.T, result any) string {
	t.Helper()
	rows, ok := result.([]any)
	if !ok {
		t.Fatalf("%T is no list", result)
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		text, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		lines[i] = string(text)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
