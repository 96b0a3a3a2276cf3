package query

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/kv/leveldb"
	"github.com/cayleygraph/cayley/graph/memstore"
	_ "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
)

// The graph of these tests, each line in two labels a and b:
//
//	<an>   <holds> <post>        <post> <title> "Bí thư"@vi
//	<binh> <holds> <post>        <binh> <since> "2018-07"^^<date>   <binh> <born> 1975
func testQuads() []quad.Quad {
	var out []quad.Quad
	for _, label := range []string{"a", "b"} {
		for _, t := range [][3]any{
			{quad.IRI("an"), "holds", quad.IRI("post")},
			{quad.IRI("binh"), "holds", quad.IRI("post")},
			{quad.IRI("binh"), "since", quad.TypedString{Value: "2018-07", Type: "date"}},
			{quad.IRI("binh"), "born", quad.Int(1975)},
			{quad.IRI("post"), "title", quad.LangString{Value: "Bí thư", Lang: "vi"}},
		} {
			out = append(out, quad.Make(t[0], quad.IRI(t[1].(string)), t[2], quad.IRI(label)))
		}
	}
	return out
}

// testStores are the same quads in memory and in leveldb.
func testStores(t testing.TB, quads []quad.Quad) map[string]graph.QuadStore {
	t.Helper()
	dir := t.TempDir()
	db, err := leveldb.Create(filepath.Join(dir, "db"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := kv.Init(db, nil); err != nil {
		t.Fatal(err)
	}
	disk, err := kv.New(db, graph.Options{"no_bloom": true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { disk.Close() })
	w, err := graph.NewQuadWriter("single", disk, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.AddQuadSet(quads); err != nil {
		t.Fatal(err)
	}
	return map[string]graph.QuadStore{"memstore": memstore.New(quads...), "leveldb": disk}
}

// Show is the table as text, the rows sorted: a store has no order.
func show(r Rows) string {
	lines := make([]string, len(r.Values))
	for i, row := range r.Values {
		cells := make([]string, len(row))
		for j, c := range row {
			cells[j] = c.String()
		}
		lines[i] = strings.Join(cells, " | ") + "\n"
	}
	slices.Sort(lines)
	return strings.Join(r.Columns, " | ") + "\n" + strings.Join(lines, "")
}

func TestQueryRows(t *testing.T) {
	for _, c := range []struct{ name, lang, text, want string }{
		{"columns in the order of the text", "gizmo",
			`g.V("<binh>").saveOpt("<since>", "since").saveOpt("<born>", "born").unique().all()`,
			"since | born | id\n2018-07 | 1975 | binh\n"},
		{"comments order the columns too", "gizmo",
			`// columns: id, born
			g.V("<binh>").saveOpt("<born>", "born").unique().all()`,
			"id | born\nbinh | 1975\n"},
		{"the same fact in two labels is one row with unique", "gizmo",
			`g.V("<an>").out("<holds>").unique().all()`, "id\npost\n"},
		{"and two without", "gizmo", `g.V("<an>").out("<holds>").all()`, "id\npost\npost\n"},
		{"a missing value is empty", "gizmo",
			`g.V("<an>").saveOpt("<since>", "since").unique().all()`, "id\nan\n"},
		{"a script emits", "gizmo", `g.emit({name: "An", posts: ["<urn:x>", 2]}); g.emit({name: "<b>"})`,
			"name | posts\n<b> | \nAn | urn:x; 2\n"},
		{"plain values", "gizmo", `g.emit(g.V("<post>").in("<holds>").unique().count())`, "value\n2\n"},
		{"no rows", "gizmo", `g.V("<nobody>").all()`, "\n"},
		{"nested objects multiply rows", "graphql",
			`{ nodes(id: <post>) { title: <title> @opt, by: <holds> @rev { id, since: <since> @opt } } }`,
			"title | by.id | by.since\nBí thư | an | \nBí thư | binh | 2018-07\n"},
		{"several values are a list", "graphql",
			`{ nodes(id: <post>) { id, by: <holds> @rev @opt } }`, "id | by\npost | an; binh\n"},
	} {
		for store, qs := range testStores(t, testQuads()) {
			t.Run(store+"/"+c.name, func(t *testing.T) {
				got, err := Run(t.Context(), NewGate(), qs, c.lang, c.text, Limits{})
				if err != nil {
					t.Fatal(err)
				}
				if show(got) != c.want {
					t.Errorf("got\n%swant\n%s", show(got), c.want)
				}
			})
		}
	}
}

func TestQueryMistakes(t *testing.T) {
	qs := memstore.New(testQuads()...)
	for _, c := range []struct{ name, lang, text, want string }{
		{"syntax", "gizmo", "g.V(\n  \"<an>\"", "query: line 2, column 9: Unexpected end of input"},
		{"unknown name", "gizmo", "// a comment\ng.V().all();\n  nothing()", "query: line 3, column 10: ReferenceError: nothing is not defined"},
		{"thrown", "gizmo", `throw "no"`, "query: line 1, column 1: no"},
		{"wrong argument", "gizmo", `g.V().out(iri).all()`, "query: wrong argument to a function of Gizmo: unsupported type: func(goja.FunctionCall) goja.Value"},
		{"wrong tag", "gizmo", `g.V().in("<holds>", 5).all()`, "query: wrong argument to a function of Gizmo: expected string, got: int64"},
		{"wrong argument in a callback", "gizmo", `g.V().forEach(function(d) { g.V().out({}).all() })`, "query: wrong argument to a function of Gizmo: unsupported type: map[string]interface {}"},
		{"wrong argument that is caught", "gizmo", `try { iri({}) } catch (e) {}; g.emit(1)`, "query: wrong argument to a function of Gizmo: expected string, got: map[string]interface {}"},
		{"reported by Gizmo", "gizmo", "\n g.V().has()", "query: line 2, column 11: unexpected arguments count: 0"},
		{"endless recursion", "gizmo", `function f() { return [1].map(f) }; f()`, "query: line 1, column 30: functions call each other more than 2000 deep"},
		{"a path that is not run", "gizmo", `g.V("<an>").out("<holds>")`,
			"query: the query builds a path and asks nothing of it: end it with .all()"},
		{"syntax", "graphql", "{\n  nodes(id: <post> { id }\n}", "query: line 2, column 20: syntax error: Expected Name, found {"},
		{"language", "sparql", "SELECT", `query language "sparql" is not known: use one of ["gizmo" "graphql"]`},
		{"too long", "gizmo", strings.Repeat(" ", maxQueryText+1),
			"the text of the query is longer or deeper than it may be: 32769 bytes, at most 32768"},
		{"too deep", "gizmo", strings.Repeat("{a:", maxNesting+1),
			"the text of the query is longer or deeper than it may be: more than 250 brackets in one another"},
		{"as deep as it may be", "gizmo", strings.Repeat("[", maxNesting), "query: line 1, column 251: Unexpected end of input"},
	} {
		t.Run(c.lang+"/"+c.name, func(t *testing.T) {
			_, err := Run(t.Context(), NewGate(), qs, c.lang, c.text, Limits{})
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

// wideQuads are enough nodes for a query to take its time over.
func wideQuads(n int) []quad.Quad {
	out := make([]quad.Quad, n)
	for i := range out {
		out[i] = quad.Make(quad.IRI(fmt.Sprint("n", i)), quad.IRI("to"), quad.IRI(fmt.Sprint("n", (i*7)%n)), nil)
	}
	return out
}

func TestLimits(t *testing.T) {
	stores := testStores(t, wideQuads(2000))
	short := Limits{Time: 200 * time.Millisecond}
	small := Limits{Time: 20 * time.Second, MemoryBytes: 32 << 20, Rows: 1 << 30}
	for _, c := range []struct {
		name, lang, text string
		limits           Limits
		want             error
	}{
		{"a loop for ever", "gizmo", `while(true){}`, short, ErrTime},
		{"a loop that catches", "gizmo", `while(true){try{while(true){}}catch(e){}}`, short, ErrTime},
		{"a join without end", "gizmo", `g.V().both().both().both().both().both().both().unique().both().both().both().both().count()`, short, ErrTime},
		{"order of very much", "gizmo", `g.V().both().both().both().both().both().both().both().both().both().order().all()`, short, ErrTime},
		{"graphql without limit", "graphql", deepGraphQL(9), short, ErrTime},
		{"an array that grows", "gizmo", `var a=[]; while(true){a.push({x:a.length})}`, small, ErrMemory},
		{"order takes memory", "gizmo", `g.V().both().both().both().both().both().both().both().order().all()`, small, ErrMemory},
		{"graphql takes memory", "graphql", deepGraphQL(8), small, ErrMemory},
		{"rows", "gizmo", `g.V().all()`, Limits{Rows: 10}, ErrRows},
		{"emitted rows", "gizmo", `while(true){g.emit(1)}`, Limits{Rows: 10}, ErrRows},
		{"rows of graphql", "graphql", `{ nodes { id } }`, Limits{Rows: 10}, ErrRows},
	} {
		for store, qs := range stores {
			if c.want == ErrMemory && store == "leveldb" {
				continue // takes long to fill the memory
			}
			t.Run(store+"/"+c.name, func(t *testing.T) {
				_, err := Run(t.Context(), NewGate(), qs, c.lang, c.text, c.limits)
				if !errors.Is(err, c.want) || errors.Is(err, ErrStuck) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			})
		}
	}
}

// deepGraphQL asks for the neighbours of the neighbours of every node, so many times.
func deepGraphQL(depth int) string {
	inner := "{ id }"
	for range depth {
		inner = "{ id, to: <to> " + inner + ", from: <to> @rev " + inner + " }"
	}
	return "{ nodes " + inner + " }"
}

func TestOrderOfGizmo(t *testing.T) {
	for store, qs := range testStores(t, testQuads()) {
		got, err := Run(t.Context(), NewGate(), qs, "gizmo",
			`g.V("<post>").in("<holds>").unique().order().all()`, Limits{})
		if err != nil || len(got.Values) != 2 || got.Values[0][0].Text != "an" || got.Values[1][0].Text != "binh" {
			t.Errorf("%s: got %v, %v", store, got, err)
		}
	}
}

func TestExactlyAsManyRowsAsAllowed(t *testing.T) {
	qs := memstore.New(testQuads()...)
	got, err := Run(t.Context(), NewGate(), qs, "gizmo", `g.emit(1); g.emit(2)`, Limits{Rows: 2})
	if err != nil || len(got.Values) != 2 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestCancelledByTheCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := Run(ctx, NewGate(), memstore.New(), "gizmo", `while(true){}`, Limits{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestGateIsFreeAfterEveryQuery(t *testing.T) {
	g := NewGate()
	qs := memstore.New(testQuads()...)
	for range 2 * maxQueries {
		for _, text := range []string{`g.V().all()`, `nothing()`, `(`, `while(true){}`} {
			Run(t.Context(), g, qs, "gizmo", text, Limits{Time: 20 * time.Millisecond})
		}
	}
	if _, err := g.Alone(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestNoTurn(t *testing.T) {
	g := Gate{whole: make(chan struct{})} // lets nobody in
	_, err := Run(t.Context(), g, memstore.New(), "gizmo", `g.V().all()`, Limits{Time: time.Millisecond})
	if !errors.Is(err, ErrBusy) {
		t.Errorf("got %v", err)
	}
}

func TestCellForms(t *testing.T) {
	for _, c := range []struct {
		native     any
		text, json string
	}{
		{"<http://x/a>", "http://x/a", `"http://x/a"`},
		{`"Bí thư"@vi`, "Bí thư", `"Bí thư"`},
		{`"2018"^^<xsd:gYear>`, "2018", `"2018"`},
		{"_:b1", "_:b1", `"_:b1"`},
		{int64(7), "7", "7"},
		{1.5, "1.5", "1.5"},
		{true, "true", "true"},
		{nil, "", "null"},
		{[]any{"a", int64(1)}, "a; 1", `["a",1]`},
		{map[string]any{"k": int64(1)}, `{"k":1}`, `"{\"k\":1}"`},
	} {
		v := fromNative(c.native)
		data, err := v.MarshalJSON()
		if v.String() != c.text || string(data) != c.json || err != nil {
			t.Errorf("%v: got %q, %s, %v", c.native, v.String(), data, err)
		}
	}
	if got := fromNative(`"a"@vi`); !reflect.DeepEqual(got, Cell{Kind: KindLiteral, Text: "a", Lang: "vi"}) {
		t.Errorf("got %+v", got)
	}
}

// TestRunaway runs scripts with a step that nothing in the process can stop, in a process of their
// own, which Limits.Runaway ends.
func TestRunaway(t *testing.T) {
	const env = "NHIEMKY_TEST_RUNAWAY"
	if text := os.Getenv(env); text != "" {
		_, err := Run(t.Context(), NewGate(), memstore.New(), "gizmo", text, Limits{
			Time: time.Second, MemoryBytes: 8 << 20,
			Runaway: func(err error) { fmt.Println("runaway:", err); os.Exit(7) },
		})
		fmt.Println("ended:", err)
		time.Sleep(20 * time.Second) // for Runaway
		os.Exit(8)
	}
	for text, want := range map[string]error{
		`new Array(4e9).fill("x")`:              ErrMemory,
		`/(?=x*)(x+x+)+y/.test("x".repeat(60))`: ErrTime,
		`var a = {}; a.a = a; g.emit(a)`:        ErrMemory,
		`JSON.parse("[".repeat(2e6))`:           ErrMemory,
		`eval("[".repeat(2e6))`:                 ErrMemory,
	} {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestRunaway$")
		cmd.Env = append(os.Environ(), env+"="+text)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != 7 || !strings.Contains(string(out), "runaway: "+want.Error()) {
			t.Errorf("%s: %v\n%s", text, err, out)
		}
	}
}
