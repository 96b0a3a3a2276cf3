package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
)

// The same questions are asked of our store and, in SPARQL, of oxigraph over our export. The SPARQL in
// testdata/oxigraph says what a question means in terms of the graph alone.

// values are what a question is asked about, by the names of its parameters.
type values map[string]string

// oracle is oxigraph with an export loaded.
type oracle struct {
	in     io.Writer
	out    *bufio.Reader
	quads  int
	loadMS float64
}

// newOracle installs oxigraph from npm into a folder of the test, and loads an export.
func newOracle(t testing.TB, export string) *oracle {
	t.Helper()
	needTool(t, "node")
	needTool(t, "npm")
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(filepath.Join("testdata", "oxigraph"))); err != nil {
		t.Fatal(err)
	}
	install := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
	install.Dir = folder
	if out, err := install.CombinedOutput(); err != nil {
		missing(t, fmt.Sprintf("npm cannot install oxigraph: %v\n%s", err, out))
	}
	node := exec.Command("node", filepath.Join(folder, "ask.js"), export)
	node.Stderr = t.Output()
	in, err := node.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := node.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := node.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := node.Wait(); err != nil {
			t.Errorf("node: %v", err)
		}
	})
	o := &oracle{in: in, out: bufio.NewReaderSize(out, 1<<20)}
	loaded := o.read(t)
	o.quads, o.loadMS = loaded.Quads, loaded.MS
	return o
}

// oracleAnswer is a line that ask.js prints.
type oracleAnswer struct {
	Quads int
	Rows  []map[string]string
	MS    float64
}

func (o *oracle) read(t testing.TB) (a oracleAnswer) {
	t.Helper()
	line, err := o.out.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &a)
	}
	if err != nil {
		t.Fatalf("oxigraph: %v", err)
	}
	return a
}

// ask asks one of the questions in testdata/oxigraph.
func (o *oracle) ask(t testing.TB, name string, of values) oracleAnswer {
	t.Helper()
	question, err := json.Marshal(map[string]any{"name": name, "values": of})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.in.Write(append(question, '\n')); err != nil {
		t.Fatal(err)
	}
	return o.read(t)
}

// keys are those by which things of a class are known.
func (o *oracle) keys(t testing.TB, class string) (out []string) {
	t.Helper()
	for _, row := range o.ask(t, "keys", values{"class": class}).Rows {
		out = append(out, row["key"])
	}
	slices.Sort(out)
	return out
}

const (
	classPerson       = "http://xmlns.com/foaf/0.1/Person"
	classPost         = "http://www.w3.org/ns/org#Post"
	classOrganization = "http://www.w3.org/ns/org#Organization"
)

// asked is a question in both forms.
type asked struct {
	name    string // of the file with the SPARQL
	class   string // of the things that it is asked about, each by its key
	at      []record.Date
	ours    func(ctx context.Context, s *store.Store, of values) ([]map[string]string, error)
	named   bool     // ours is a named query of what a command tells too
	columns []string // of both answers that are compared
}

var (
	ofHoldings = []string{"post_iri", "post", "person_iri", "person", "holding_iri", "status", "from", "to", "as_of", "confidence",
		"evidence", "source", "published", "begin_of_begin", "end_of_begin", "begin_of_end", "end_of_end", "disputed"}
	ofStatements = []string{"holding_iri", "post_iri", "post", "status", "from", "to", "as_of", "confidence", "evidence", "source", "published"}
	ofTenures    = []string{"organisation", "post", "personIRI", "name", "tenureIRI", "answer", "beginOfBegin", "endOfBegin", "beginOfEnd",
		"endOfEnd", "holdingIRI", "status", "from", "to", "asOf", "sentence", "source", "published"}
	ofColleagues = []string{"personIRI", "name", "organization", "answer", "ownPost", "post", "ownSentence", "ownSource", "sentence",
		"source", "published"}
	ofVerdicts = []string{"postIRI", "personIRI", "answer"}

	// A day, the month and the year around it, and a day on which several posts changed hands.
	dates = []record.Date{{Year: 2020, Month: 10, Day: 14}, {Year: 2020, Month: 10}, {Year: 2020}, {Year: 2017, Month: 6, Day: 27}}
)

var allAsked = []asked{
	{name: "who", class: classPost, ours: askWho, columns: ofHoldings},
	{name: "person", class: classPerson, ours: askPerson, columns: ofHoldings},
	{name: "who", class: classPost, ours: askWhoHeldPost, named: true, columns: ofStatements},
	{name: "person", class: classPerson, ours: askPostsOfPerson, named: true, columns: ofStatements},
	{name: "people-at", class: classOrganization, at: dates[:2], ours: askOrg, columns: ofVerdicts},
	{name: "people-at", class: classOrganization, at: dates, ours: askPeopleAt, named: true, columns: ofTenures},
	{name: "colleagues", class: classPerson, ours: askColleagues, columns: ofColleagues},
	{name: "find", class: classPerson, ours: askFindPerson, named: true, columns: []string{"iri", "label"}},
	{name: "find", class: classPerson, ours: askFind, columns: []string{"iri", "label"}},
}

// TestOxigraph compares the answers about everything in a store of the articles of seeds.
func TestOxigraph(t *testing.T) {
	needTool(t, "node")
	export, quads := seedsStore(t)
	o := newOracle(t, export)
	if o.quads != quads || quads == 0 {
		t.Fatalf("oxigraph has %d quads of the %d of the export", o.quads, quads)
	}
	s, err := store.Open("nhiemky.db", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, q := range allAsked {
		t.Run(fmt.Sprintf("%s/named=%v", q.name, q.named), func(t *testing.T) {
			rows, wrong := 0, 0
			for _, of := range q.subjects(o.keys(t, q.class)) {
				ours, err := q.ours(t.Context(), s, of)
				if err != nil {
					t.Fatal(err)
				}
				got, want := q.compared(ours), q.compared(o.ask(t, q.name, of).Rows)
				rows += len(want)
				if !slices.Equal(got, want) {
					wrong++
					if wrong <= 3 {
						t.Errorf("%v: %s", of, rowsDifference(got, want))
					}
				}
			}
			t.Logf("%d rows", rows)
			if wrong > 3 {
				t.Errorf("%d answers differ", wrong)
			}
			if rows < 50 {
				t.Errorf("only %d rows: the comparison says little", rows)
			}
		})
	}
}

// seedsStore builds nhiemky.db of the articles of seeds and of some of our own, and exports it.
func seedsStore(t *testing.T) (export string, quads int) {
	t.Helper()
	articles := mustAbs(t, filepath.Join("..", "..", "seeds", "articles"))
	oxigraph := mustAbs(t, filepath.Join("testdata", "oxigraph"))
	t.Chdir(t.TempDir())
	if err := os.CopyFS(filepath.Join("testdata", "oxigraph"), os.DirFS(oxigraph)); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS("articles", os.DirFS(articles)); err != nil {
		t.Fatal(err)
	}
	for name, text := range ownArticles {
		if err := os.WriteFile(filepath.Join("articles", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"build", "articles"}, {"export", "-o", "graph.nq"}} {
		if code := run(t.Context(), args, strings.NewReader(""), io.Discard, t.Output()); code != 0 {
			t.Fatalf("%s: exit code %d", args[0], code)
		}
	}
	text, err := os.ReadFile("graph.nq")
	if err != nil {
		t.Fatal(err)
	}
	return mustAbs(t, "graph.nq"), strings.Count(string(text), "\n")
}

// subjects are what a question is asked about: each thing, at each date.
func (q asked) subjects(keys []string) (out []values) {
	for _, key := range keys {
		if q.at == nil {
			out = append(out, values{"key": key})
		}
		for _, d := range q.at {
			out = append(out, values{"key": key, "date": d.String(), "first": d.First().String(), "last": d.Last().String()})
		}
	}
	return out
}

// compared are rows as texts that are equal when the rows are, in order, each once.
func (q asked) compared(all []map[string]string) (out []string) {
	for _, row := range all {
		var cells []string
		for _, c := range q.columns {
			cell := row[c]
			if c == "confidence" { // a holding without any counts as sure
				f, err := strconv.ParseFloat(cmp.Or(cell, "1"), 64)
				cell = fmt.Sprintf("%.2f %v", f, err)
			}
			cells = append(cells, cell)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	slices.Sort(out)
	out = slices.Compact(out)
	if slices.Equal(q.columns, ofVerdicts) { // that of a person is the best of any tenure, which sorts first
		of := func(row string) string { return row[:strings.LastIndex(row, " | ")] }
		out = slices.CompactFunc(out, func(a, b string) bool { return of(a) == of(b) })
	}
	return out
}

// rowsDifference names the first row that only one of two answers has.
func rowsDifference(ours, theirs []string) string {
	for _, row := range ours {
		if !slices.Contains(theirs, row) {
			return fmt.Sprintf("%d rows, oxigraph %d; only we have\n%s", len(ours), len(theirs), row)
		}
	}
	for _, row := range theirs {
		if !slices.Contains(ours, row) {
			return fmt.Sprintf("%d rows, oxigraph %d; only oxigraph has\n%s", len(ours), len(theirs), row)
		}
	}
	return ""
}

func askWho(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	posts, err := whoOptions{global: &global{}}.posts(ctx, s, of["key"], record.Date{}, record.Date{})
	var people []view.Holder
	for _, p := range posts {
		people = append(people, p.Holders()...)
	}
	return holdingRows(people), err
}

func askPerson(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	persons, err := personOptions{global: &global{}}.careers(ctx, s, of["key"])
	var posts []view.Holder
	for _, c := range persons {
		posts = append(posts, c.Posts...)
	}
	return holdingRows(posts), err
}

// holdingRows are the rows of a command.
func holdingRows(people []view.Holder) []map[string]string {
	out := cells(holderRows(people, false, "post", "person"))
	for _, row := range out {
		row["disputed"] = strconv.FormatBool(row["set_aside"] != "")
	}
	return out
}

func askOrg(ctx context.Context, s *store.Store, of values) (out []map[string]string, err error) {
	var on record.Date
	if err := on.UnmarshalText([]byte(of["date"])); err != nil {
		return nil, err
	}
	all, err := orgOptions{global: &global{}}.organizations(ctx, s, of["key"], on)
	for _, org := range all {
		for _, h := range org.people {
			out = append(out, map[string]string{"postIRI": h.Post.IRI, "personIRI": h.Person.IRI, "answer": string(h.Verdict.Certainty)})
		}
	}
	return out, err
}

func askWhoHeldPost(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	all, err := askedNamed(ctx, s, "who-held-post.gizmo", values{"post": of["key"]})
	return renamed(all), err
}

func askPostsOfPerson(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	all, err := askedNamed(ctx, s, "posts-of-person.gizmo", values{"person": of["key"]})
	return renamed(all), err
}

// renamed gives columns of the named queries the names that they have in the commands.
func renamed(all []map[string]string) []map[string]string {
	for _, row := range all {
		row["holding_iri"], row["post_iri"], row["as_of"], row["evidence"] = row["holdingIRI"], row["postIRI"], row["asOf"], row["sentence"]
	}
	return all
}

func askPeopleAt(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	return askedNamed(ctx, s, "people-of-organisation-at.gizmo", values{"organisation": of["key"], "date": of["date"]})
}

func askColleagues(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	return askedNamed(ctx, s, "served-together.gizmo", values{"person": of["key"]})
}

func askFind(ctx context.Context, s *store.Store, of values) (out []map[string]string, err error) {
	err = (&global{}).known(ctx, s, "person", of["key"], "person", func(l *view.Look, nodes []string) error {
		for _, n := range nodes {
			person, err := l.Thing(n)
			if err != nil {
				return err
			}
			out = append(out, map[string]string{"iri": n, "label": person.Label})
		}
		return nil
	})
	return out, err
}

func askFindPerson(ctx context.Context, s *store.Store, of values) ([]map[string]string, error) {
	return askedNamed(ctx, s, "find-person.gizmo", values{"person": of["key"]})
}

func askedNamed(ctx context.Context, s *store.Store, name string, of values) ([]map[string]string, error) {
	found, err := askNamed(ctx, s, name, of)
	return cells(found), err
}

// cells are rows by the names of their columns, nodes without their brackets.
func cells(all rows) (out []map[string]string) {
	for _, row := range all.cells {
		m := map[string]string{}
		for i, c := range row {
			m[all.columns[i]] = plain(c)
			if strings.HasSuffix(strings.ToLower(all.columns[i]), "iri") {
				m[all.columns[i]] = bare(plain(c))
			}
		}
		out = append(out, m)
	}
	return out
}
