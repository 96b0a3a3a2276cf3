package view_test

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/storetest"
	"github.com/nhiemky/nhiemky/graph/view"
)

// What Looks share does not outlive a change.
func TestLookAfterChange(t *testing.T) {
	s := storetest.Memory(t)
	const node = "http://e/s"
	about := func(want int) {
		t.Helper()
		err := view.Read(t.Context(), s, func(l *view.Look) error {
			for range 2 {
				quads, err := l.About(node)
				if err != nil || len(quads) != want {
					t.Errorf("%d quads, %v; want %d", len(quads), err, want)
				}
			}
			if seen := l.Seen(); len(seen) != want {
				t.Errorf("%d quads seen; want %d", len(seen), want)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	about(0)
	lines := []string{`<http://e/s> <http://e/p> "a" .`, `<http://e/s> <http://e/p> "b" .`}
	for i, l := range lines {
		if _, err := ingest.Insert(t.Context(), s, strings.NewReader(l+"\n")); err != nil {
			t.Fatal(err)
		}
		about(i + 1)
	}
	if _, err := ingest.Remove(t.Context(), s, strings.NewReader(lines[0]+"\n")); err != nil {
		t.Fatal(err)
	}
	about(1)
	storetest.Load(t, s, lines[0])
	about(2)
}
