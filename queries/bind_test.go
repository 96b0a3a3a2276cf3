package queries_test

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/queries"
)

func TestGet(t *testing.T) {
	for _, c := range []struct{ name, file string }{
		{"who-held-post", "who-held-post.gizmo"},
		{"who-held-post.gizmo", "who-held-post.gizmo"},
		{"who-held-post.graphql", "who-held-post.graphql"},
	} {
		q, err := queries.Get(c.name)
		if err != nil || q.File() != c.file || q.Question != "Who held a post, when, and which article says so?" {
			t.Errorf("%s: got %s %q, %v", c.name, q.File(), q.Question, err)
		}
	}
	for _, name := range []string{"who", "", "../queries", "bind.go", "who-held-post.gizmo.txt"} {
		if _, err := queries.Get(name); err == nil || !strings.Contains(err.Error(), "known are congress-and-committee, contradictions, documents-by-issuer,") {
			t.Errorf("%q: got %v", name, err)
		}
	}
}

func TestBindRefuses(t *testing.T) {
	const takes = `; it takes post=TEXT (as Bí thư Huyện ủy Thanh Ba), date=DATE (as 2018-06-01)`
	for _, c := range []struct {
		args map[string]string
		want string
	}{
		{nil, "no value for post, no value for date"},
		{map[string]string{"post": "x"}, "no value for date"},
		{map[string]string{"post": "x", "date": "2018", "on": "y"}, "no parameter on"},
		{map[string]string{"post": " ", "date": "2018"}, "post: empty"},
		{map[string]string{"post": "\xff", "date": "2018"}, "post: not valid UTF-8"},
		{map[string]string{"post": "x", "date": "2018-2"}, `date: "2018-2" is not a date: want YYYY, YYYY-MM or YYYY-MM-DD`},
		{map[string]string{"post": "x", "date": "2018-02-30"}, `date: "2018-02-30" is not a date: want YYYY, YYYY-MM or YYYY-MM-DD`},
		{map[string]string{"post": "x", "date": "2018\"; g.V()"}, `date: "2018\"; g.V()" is not a date: want YYYY, YYYY-MM or YYYY-MM-DD`},
	} {
		q, err := queries.Get("who-held-post-at")
		if err != nil {
			t.Fatal(err)
		}
		if _, err = q.Bind(c.args); err == nil || err.Error() != "query who-held-post-at: "+c.want+takes {
			t.Errorf("%v\ngot  %v\nwant %s", c.args, err, c.want)
		}
	}
}

// hostile are values that would break out of a literal, or become something else.
var hostile = []string{
	`"); while(true){}; ("`, `\`, `\"`, "a\nb", "</script>", "a\u2028b", "$&", "`${g}`", `") { id } } #`, "2018-06-01",
}

func TestBoundValuesStayValues(t *testing.T) {
	db, err := store.Open("", store.Options{Backend: store.MemStore})
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range hostile {
		q := queries.Query{Name: "echo", Language: "gizmo", Text: "// s\nvar s = \"s\";\ng.emit({ value: [s] })",
			Params: []queries.Param{{Name: "s", Type: "text", Sample: "s"}}}
		text, err := q.Bind(map[string]string{"s": value})
		if err != nil {
			t.Fatal(err)
		}
		got, err := db.Query(t.Context(), q.Language, text, query.Limits{})
		if err != nil || len(got.Values) != 1 || got.Values[0][0].Items[0].Text != value {
			t.Errorf("%q came back as %v, %v", value, got.Values, err)
		}
		for _, named := range list(t) {
			checkHostile(t, db, named, value)
		}
	}
}

// checkHostile runs a named query with a hostile value for each of its texts: it finds nothing.
func checkHostile(t *testing.T, db *store.Store, q queries.Query, value string) {
	args := map[string]string{}
	for _, p := range q.Params {
		args[p.Name] = map[string]string{"text": value, "key": value, "date": "2018-06-01", "iri": "urn:x"}[p.Type]
	}
	text, err := q.Bind(args)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := db.Query(t.Context(), q.Language, text, query.Limits{}); err != nil || len(got.Values) > 0 {
		t.Errorf("%s with %q: %v, %v", q.File(), value, got.Values, err)
	}
}

func TestAValueThatIsAnotherSampleIsLeftAlone(t *testing.T) {
	q := queries.Query{Text: "// two\nf(\"a\", \"b\")", Params: []queries.Param{
		{Name: "x", Type: "text", Sample: "a"}, {Name: "y", Type: "text", Sample: "b"}}}
	got, err := q.Bind(map[string]string{"x": "b", "y": "a"})
	if want := "// two\nf(\"b\", \"a\")"; got != want || err != nil {
		t.Errorf("got %s, %v", got, err)
	}
}
