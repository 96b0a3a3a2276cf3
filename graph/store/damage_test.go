package store_test

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/storetest"
)

// A store whose files are damaged, in ways drawn at random, gives what it gave before or an error: never
// something else. Whoever opens it for writing is told as well, or finds all of it.
func TestDamage(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "x.db")
	w := storetest.OnDisk(t, whole)
	storetest.Add(t, w, heldBy("a.txt", storetest.Tien))
	storetest.Add(t, w, heldBy("b.txt", "Trần Thị Mẫu")) // the end of the list of tables can be lost without a table
	want := storetest.Export(t, w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, n := range databaseFiles(t, whole) {
		if n != "LOG" && n != "LOCK" {
			names = append(names, filepath.Join(store.DatabaseName, n))
		}
	}
	names = append(names, store.MarkerFile, store.FinishedFile)
	rng := rand.New(rand.NewPCG(4, 2))
	found := 0
	for range 80 {
		path, name := filepath.Join(t.TempDir(), "x.db"), names[rng.IntN(len(names))]
		if err := os.CopyFS(path, os.DirFS(whole)); err != nil {
			t.Fatal(err)
		}
		how := damage(t, rng, filepath.Join(path, name))
		for _, o := range []store.Options{{Read: true}, {}} {
			got, err := exported(t, path, o)
			switch {
			case err != nil:
				found++
				if strings.Contains(err.Error(), "\n") {
					t.Errorf("%s %s: %v", name, how, err)
				}
			case got != want:
				t.Errorf("%s %s, opened with %+v: %s", name, how, o, storetest.FirstDifference(got, want))
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d of 160 openings found any damage", found)
	}
}

// exported is what a store has, or why it cannot be read.
func exported(t *testing.T, path string, o store.Options) (string, error) {
	s, err := store.Open(path, o)
	if err != nil {
		return "", err
	}
	defer s.Close()
	var b bytes.Buffer
	err = s.Export(context.Background(), &b)
	if err != nil && !store.IsDamaged(err) {
		t.Errorf("no damage: %v", err)
	}
	return b.String(), err
}

// damage changes a file, and says how.
func damage(t *testing.T, rng *rand.Rand, path string) (how string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := rng.IntN(len(text) + 1)
	switch rng.IntN(4) {
	case 0:
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		return "removed"
	case 1:
		how, text = "cut", text[:at]
	case 2:
		how = "with zeros"
		clear(text[at:min(at+200, len(text))])
	default:
		how = "with other bits"
		for range 1 + rng.IntN(8) {
			if len(text) > 0 {
				text[rng.IntN(len(text))] ^= 1 << rng.IntN(8)
			}
		}
	}
	if err := os.WriteFile(path, text, 0o666); err != nil {
		t.Fatal(err)
	}
	return how
}
