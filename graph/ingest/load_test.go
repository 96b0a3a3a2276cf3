package ingest_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Lines as they come in and go out. Values are kept to the letter; only the writing is made one.
func TestLoadKeepsValues(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{`<http://e/s> <http://e/p> "2018-02"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .`, ""},
		{`<http://e/s> <http://e/p> "2018-02-21T10:00:00.125+07:00"^^<http://www.w3.org/2001/XMLSchema#dateTime> .`, ""},
		{`<http://e/s> <http://e/p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .`, ""},
		{`<http://e/s> <http://e/p> "7"^^<http://www.w3.org/2001/XMLSchema#int> .`, ""},
		{`<http://e/s> <http://e/p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .`, ""},
		{`<http://e/s> <http://e/p> "Quận ủy"@vi <http://e/g> .`, ""},
		{`<http://e/s> <http://e/p> "say \"a\"@en \\ \n"@vi-VN .`, ""},
		{`<http://e/s> <http://e/p> "x\"^^<http://e/t>" .`, ""},
		{`_:b1 <http://e/p> _:b2 _:g .`, ""},
		{`<http://e/s> <http://e/p> "\u0001\u007F\b\f" .`, ""},
		{"<http://e/s>\t<http://e/p> <http://e/o> . # why", `<http://e/s> <http://e/p> <http://e/o> .`},
		{`<http://e/s><http://e/p>"a"<http://e/g>.`, `<http://e/s> <http://e/p> "a" <http://e/g> .`},
		{`<http://e/s> <http://e/p> "Qu\u1EADn"^^<http://www.w3.org/2001/XMLSchema#string> .`, `<http://e/s> <http://e/p> "Quận" .`},
		{`<http://e/\u1EADn> <http://e/p> "a" .`, `<http://e/ận> <http://e/p> "a" .`},
		{"# only a comment", "-"},
		{"", "-"},
	} {
		s := storetest.Memory(t)
		storetest.Load(t, s, c.in+"\n")
		want := c.out + "\n"
		switch c.out {
		case "":
			want = c.in + "\n"
		case "-":
			want = ""
		}
		if got := storetest.Export(t, s); got != want {
			t.Errorf("%s\ngot  %swant %s", c.in, got, want)
		}
	}
}

// What is wrong is refused, with its line and column, and nothing is stored.
func TestLoadRefuses(t *testing.T) {
	good := "<http://e/s> <http://e/p> <http://e/o> .\n"
	for _, c := range []struct{ line, want string }{
		{`foo bar baz .`, "line 2: column 1: want a subject"},
		{`<s> <http://e/p> <http://e/o> .`, "line 2: column 1: <s> is no absolute IRI"},
		{`<http://e/s> <http://e/p> "a"^^<int> .`, "line 2: column 32: <int> is no absolute IRI"},
		{`<http://e/s> "p" <http://e/o> .`, "line 2: column 14: want a predicate"},
		{`<http://e/s> <http://e/p> <http://e/o>`, "line 2: column 39: want the full stop"},
		{`<http://e/s> <http://e/p> <http://e/o> <http://e/g> <http://e/h> .`, "line 2: column 53: want the full stop"},
		{`<http://e/s> <http://e/p> <http://e/o> . <http://e/s>`, "line 2: column 42: something after the full stop"},
		{`<http://e/s> <http://e/p> "a .`, "line 2: column 27: the string is not closed"},
		{`<http://e/s> <http://e/p> "a\z" .`, "line 2: column 29: no such escape here"},
		{`<http://e/s> <http://e/p> "\uD800" .`, "line 2: column 28: there is no character D800"},
		{`<http://e/s> <http://e/p> "a"@ .`, "line 2: column 31: no language tag"},
		{`<http://e/s> <http://e/p> "a"@1 .`, "line 2: column 31: no language tag"},
		{`<http://e/a b> <http://e/p> "a" .`, `line 2: column 1: ' ' in an IRI`},
		{`_:a:b <http://e/p> "a" .`, "line 2: column 4: a colon in the name of a blank node"},
		{`<http://e/s> <http://e/p> "a` + "\xff" + `" .`, "line 2: column 29: no valid UTF-8"},
		{`<http://e/s> <http://e/p> "Qua` + "\u0323\u0302" + `n" .`, "line 2: the text of the object is not in Unicode NFC"},
		{`<http://e/Qua` + "\u0323\u0302" + `n> <http://e/p> "a" .`, "line 2: column 1: <http://e/Qua\u0323\u0302n> is not in Unicode NFC"},
		{`<http://e/s> <http://e/p> "a" <` + string(vocab.Bookkeeping) + `> .`, "line 2: the label <" + string(vocab.Bookkeeping) + "> is the store's own"},
	} {
		s := storetest.Memory(t)
		n, err := ingest.Load(context.Background(), s, strings.NewReader(good+c.line+"\n"), ingest.LoadOptions{})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s\ngot  %v\nwant %s", c.line, err, c.want)
		}
		if got := storetest.Export(t, s); n != (ingest.Loaded{}) || got != "" {
			t.Errorf("%s: %+v, stored %q", c.line, n, got)
		}
	}
}

// The words of an article are kept as they stand in it, in whatever Unicode form.
func TestLoadKeepsQuotations(t *testing.T) {
	s := storetest.Memory(t)
	storetest.Load(t, s, "<http://e/s> <"+string(vocab.PropValue)+"> \"Qua\u0323\u0302n\"@vi .\n")
	if !strings.Contains(storetest.Export(t, s), "Qua\u0323\u0302n") {
		t.Error("the quotation changed")
	}
}

func TestExportLoadExport(t *testing.T) {
	first := storetest.Memory(t)
	storetest.Add(t, first, graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"),
		graphtest.WithEvidence(record.Reference{Type: "Chỉ thị", Code: "05-CT/TW", Issuer: "Bộ Chính trị", Date: graphtest.Day("2016-05")})),
		graphtest.Result("b.txt", "2020-06-02", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2020-06-02")))
	want := storetest.Export(t, first)
	for _, s := range []*store.Store{storetest.Memory(t), storetest.OnDisk(t, filepath.Join(t.TempDir(), "s"))} {
		storetest.Load(t, s, want)
		if got := storetest.Export(t, s); got != want {
			t.Error(storetest.FirstDifference(got, want))
		}
		storetest.Load(t, s, want) // nothing is there twice
		if got := storetest.Export(t, s); got != want {
			t.Error(storetest.FirstDifference(got, want))
		}
		st, err := s.Stats(context.Background())
		if err != nil || int(st.Quads) != strings.Count(want, "\n") {
			t.Errorf("%d quads, %v, want %d", st.Quads, err, strings.Count(want, "\n"))
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// The quads of one article, loaded, are derived from like those of one that was added.
func TestLoadDerives(t *testing.T) {
	a := graphtest.Result("a.txt", "2018-02-21", graphtest.Holds(storetest.Tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
	var b bytes.Buffer
	if err := statement.WriteNQuads(&b, graphtest.Units, []record.Result{a}); err != nil {
		t.Fatal(err)
	}
	loaded, added := storetest.Memory(t), storetest.Memory(t)
	storetest.Load(t, loaded, b.String())
	storetest.Add(t, added, a)
	if got, want := storetest.Export(t, loaded), storetest.Export(t, added); got != want {
		t.Error(storetest.FirstDifference(got, want))
	}
}

// A load that is stopped stores nothing, also before the first line came.
func TestStoppedLoad(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, text := range []string{"", "<http://e/s> <http://e/p> <http://e/o> .\n"} {
		s := storetest.OnDisk(t, filepath.Join(t.TempDir(), "s"))
		if _, err := ingest.Load(ctx, s, strings.NewReader(text), ingest.LoadOptions{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%q: %v", text, err)
		}
		if st, err := s.Stats(t.Context()); err != nil || st.Quads != 0 {
			t.Errorf("%q: %d quads, %v", text, st.Quads, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestLoadRefusesALongLine(t *testing.T) {
	long := "<http://e/s> <http://e/p> \"" + strings.Repeat("a", vocab.MaxLine) + "\" .\n"
	s := storetest.Memory(t)
	_, err := ingest.Load(context.Background(), s, strings.NewReader(long), ingest.LoadOptions{})
	if err == nil || err.Error() != "line 1: longer than 16 MiB" {
		t.Errorf("error %v", err)
	}
}

// The W3C's syntax suite for N-Quads, when NHIEMKY_W3C names its folder or it lies beside the project.
func TestW3CSyntax(t *testing.T) {
	folder := os.Getenv("NHIEMKY_W3C")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared", "w3c-nquads")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.nq"))
	if err != nil || len(files) == 0 {
		t.Skip("no W3C N-Quads suite: set NHIEMKY_W3C to its folder")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := storetest.Memory(t)
		_, err = ingest.Load(context.Background(), s, bytes.NewReader(text), ingest.LoadOptions{})
		if bad := strings.Contains(filepath.Base(file), "-bad-"); bad != (err != nil) {
			t.Errorf("%s: error %v, bad %v", filepath.Base(file), err, bad)
		}
	}
	t.Logf("%d files", len(files))
}

// Whatever bytes come in: no panic, what is accepted goes out and in again unchanged, and an
// export differs in nothing from itself.
func FuzzLoad(f *testing.F) {
	for _, s := range []string{"<http://e/s> <http://e/p> \"a\\n\"@vi <http://e/g> .\n", "_:a <x:p> _:b.\r\n", "<x:s> <x:p> \"\\U0001F600\"^^<x:t> .",
		"# c\n<x:s><x:p><x:o>.", "<x:s> <x:p> \"a\"@en-US-x .", "_:", "<", "\"", "_:a. <x:p>", "<x:s> <x:p> _:a..",
		"<" + vocab.NamespaceID + "a#holding/b> <" + string(vocab.PropMember) + "> <" + vocab.NamespaceID + "p> <" + vocab.NamespaceID + "article/%ff> .\n<" + vocab.NamespaceID + "a#holding/b> <" + string(vocab.PropStartDate) + "> \"2018\" .",
		"<" + vocab.NamespaceID + "tenure/t> <" + string(vocab.PropHolder) + "> <" + vocab.NamespaceID + "p> <" + string(vocab.Derived) + "> .\n<" + vocab.NamespaceID + "tenure/t> <" + string(vocab.PropSeat) + "> \"x\" .", "<x:s> <x:p> \"\\", "<x:\\u00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s := storetest.Memory(t)
		if _, err := ingest.Load(context.Background(), s, bytes.NewReader(b), ingest.LoadOptions{}); err != nil {
			if storetest.Export(t, s) != "" {
				t.Errorf("refused with %v, and stored something", err)
			}
			return
		}
		once := storetest.Export(t, s)
		again := storetest.Memory(t)
		storetest.Load(t, again, once)
		if twice := storetest.Export(t, again); twice != once {
			t.Errorf("%q became %q", once, twice)
		}
		snapshot, err := view.ReadSnapshot(strings.NewReader(once))
		if err != nil {
			t.Fatal(err)
		}
		if changes := view.Compare(snapshot, snapshot); len(changes) > 0 {
			t.Errorf("an export differs from itself: %+v", changes)
		}
	})
}
