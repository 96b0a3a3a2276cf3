package store_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
)

// heldBy is an article that says who holds a post.
func heldBy(article, person string) record.Result {
	return graphtest.Result(article, "2018-02-21", graphtest.Holds(person, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
}

// reading opens a store for reading until the test ends.
func reading(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(path, store.Options{Read: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// Who only reads a store gets what the last finished write left, whatever the writer does meanwhile, and
// neither of them waits for the other.
func TestReadBesideWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	w, err := store.Open(path, store.Options{Create: true, Who: "nhiemky build"})
	if err != nil {
		t.Fatal(err)
	}
	if got := storetest.Export(t, reading(t, path)); got != "" {
		t.Errorf("a new store has %s", got)
	}
	storetest.Add(t, w, heldBy("a.txt", storetest.Tien))
	one := storetest.Export(t, w)
	first := reading(t, path)

	a := unfinished(t, w, 30)
	beside := reading(t, path)
	if who := beside.Beside(); !strings.HasPrefix(who, "nhiemky build, process "+strconv.Itoa(os.Getpid())) {
		t.Errorf("beside %q", who)
	}
	for what, s := range map[string]*store.Store{"from before": first, "opened meanwhile": beside} {
		if moved, err := s.MoveOn(); moved || err != nil {
			t.Errorf("%s: moved on to what is not finished: %v, %v", what, moved, err)
		}
		if got := storetest.Export(t, s); got != one {
			t.Errorf("%s: %s", what, storetest.FirstDifference(got, one))
		}
		if stale, err := s.Stale(t.Context()); stale || err != nil {
			t.Errorf("%s: stale %v, %v", what, stale, err)
		}
	}
	if err := a.Finish(nil); err != nil {
		t.Fatal(err)
	}
	a.Close()
	two := storetest.Export(t, w)
	if got := storetest.Export(t, beside); got != one {
		t.Errorf("it moved on by itself: %s", storetest.FirstDifference(got, one))
	}
	for what, s := range map[string]*store.Store{"from before": first, "opened meanwhile": beside} {
		if moved, err := s.MoveOn(); !moved || err != nil {
			t.Errorf("%s: moved on: %v, %v", what, moved, err)
		}
		if moved, err := s.MoveOn(); moved || err != nil {
			t.Errorf("%s: moved on twice: %v, %v", what, moved, err)
		}
		if got := storetest.Export(t, s); got != two {
			t.Errorf("%s: %s", what, storetest.FirstDifference(got, two))
		}
	}
	if who := reading(t, path).Beside(); who != "" {
		t.Errorf("nothing is written, and yet beside %q", who)
	}
	if err := first.Apply(store.Change{}); err == nil || !strings.Contains(err.Error(), "only read") {
		t.Errorf("writing to what is read: %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := storetest.Export(t, reading(t, path)); got != two {
		t.Errorf("at the end: %s", storetest.FirstDifference(got, two))
	}
}

// unfinished begins to add articles, and puts the database in order before all is derived. Each article has
// transactions of its own, so that leveldb has tables to put together.
func unfinished(t *testing.T, w *store.Store, articles int) *ingest.Adding {
	t.Helper()
	a, err := ingest.Begin(t.Context(), w, graphtest.Units)
	if err != nil {
		t.Fatal(err)
	}
	for i := range articles {
		if err := a.Article(heldBy("b"+strconv.Itoa(i)+".txt", "Trần Thị Mẫu"), ""); err != nil {
			t.Fatal(err)
		}
		if err := a.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.PutInOrder(); err != nil {
		t.Fatal(err)
	}
	return a
}

// What a writer keeps for readers goes with the next finished write, also what one that died had kept.
func TestNothingIsLeftBehind(t *testing.T) {
	folder := t.TempDir()
	path, died := filepath.Join(folder, "x.db"), filepath.Join(folder, "died.db")
	w := storetest.OnDisk(t, path)
	storetest.Add(t, w, heldBy("a.txt", storetest.Tien))
	one := storetest.Export(t, w)
	a := unfinished(t, w, 1)
	if err := os.CopyFS(died, os.DirFS(path)); err != nil { // what there is when the process is killed now
		t.Fatal(err)
	}
	if err := a.Finish(nil); err != nil {
		t.Fatal(err)
	}
	a.Close()
	storetest.Add(t, w, heldBy("c.txt", "Lê Văn Tám"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	kept := databaseFiles(t, path)

	after := reading(t, died) // what was finished before it died
	if got := storetest.Export(t, after); got != one {
		t.Errorf("after it died: %s", storetest.FirstDifference(got, one))
	}
	if interrupted, err := after.Interrupted(t.Context()); !interrupted || err != nil {
		t.Errorf("after it died: interrupted %v, %v", interrupted, err)
	}
	w = storetest.OnDisk(t, died) // not finished yet: others still get that
	if got := storetest.Export(t, reading(t, died)); got != one {
		t.Errorf("beside the next: %s", storetest.FirstDifference(got, one))
	}
	storetest.Add(t, w, heldBy("c.txt", "Lê Văn Tám"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, files := range [][]string{kept, databaseFiles(t, died)} {
		manifests := slices.DeleteFunc(slices.Clone(files), func(f string) bool { return !strings.HasPrefix(f, "MANIFEST") })
		if len(manifests) != 1 {
			t.Errorf("more than one list of tables: %q", files)
		}
	}
	// The database needs all that is there: it removes what it does not need when it is opened. What it was merging in the
	// background when it was closed goes with one of the next openings.
	for _, p := range []string{path, died} {
		var before, after []string
		for range 20 {
			before = tables(databaseFiles(t, p))
			w := storetest.OnDisk(t, p)
			after = tables(databaseFiles(t, p))
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if slices.Equal(before, after) {
				break
			}
		}
		if !slices.Equal(before, after) {
			t.Errorf("%s: tables %q, of which the database has %q", p, before, after)
		}
	}
}

// databaseFiles are the names of the files of the database.
func databaseFiles(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(path, store.DatabaseName))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func tables(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return filepath.Ext(n) != ".ldb" })
}

// A list that was cut, or that names files that are gone, harms neither readers nor writers.
func TestDamagedListOfFinished(t *testing.T) {
	for what, damage := range map[string]func(path string) error{
		"none":  os.Remove,
		"empty": func(path string) error { return os.WriteFile(path, nil, 0o666) },
		"of files not there": func(path string) error {
			return os.WriteFile(path, []byte(`{"manifest":99,"files":[{"type":1,"number":99,"size":5}]}`), 0o666)
		},
		"of something else": func(path string) error { return os.WriteFile(path, []byte("text"), 0o666) },
		"of files that are cut": func(path string) error {
			return os.WriteFile(path, []byte(`{"manifest":0,"files":[{"type":1,"number":0,"size":999999}]}`), 0o666)
		},
	} {
		path := filepath.Join(t.TempDir(), "x.db")
		w := storetest.OnDisk(t, path)
		storetest.Add(t, w, heldBy("a.txt", storetest.Tien))
		want := storetest.Export(t, w)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := damage(filepath.Join(path, store.FinishedFile)); err != nil {
			t.Fatal(err)
		}
		if got := storetest.Export(t, reading(t, path)); got != want {
			t.Errorf("%s, nobody writes: %s", what, storetest.FirstDifference(got, want))
		}
		w = storetest.OnDisk(t, path)
		if got := storetest.Export(t, reading(t, path)); got != want {
			t.Errorf("%s, somebody writes: %s", what, storetest.FirstDifference(got, want))
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Queries that run while the store moves on go on with what was there before.
func TestMoveOnBesideQueries(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	w := storetest.OnDisk(t, path)
	defer w.Close()
	storetest.Add(t, w, heldBy("a.txt", storetest.Tien))
	s := reading(t, path)
	read := s.Reader(t.Context())
	for i := range 3 {
		storetest.Add(t, w, heldBy("b"+strconv.Itoa(i)+".txt", "Trần Thị Mẫu"))
		before := s.Changes()
		if moved, err := s.MoveOn(); !moved || err != nil {
			t.Fatalf("moved on: %v, %v", moved, err)
		}
		if s.Changes() == before {
			t.Error("what was kept of answers would be given again")
		}
		n := 0
		if err := read.Everything(func(quad.Quad) error { n++; return nil }); err != nil || n == 0 {
			t.Errorf("who read before: %d quads, %v", n, err)
		}
	}
}
