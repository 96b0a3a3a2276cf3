package graph

import (
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"
)

func TestRecent(t *testing.T) {
	r := newRecent[int, int](100)
	for i := range 1000 {
		r.put(i, -i, 1)
		if _, known := r.get(0); !known {
			t.Fatalf("0 is gone after %d more, although it was used", i)
		}
	}
	if v, known := r.get(999); !known || v != -999 {
		t.Errorf("the last is %d, %v", v, known)
	}
	if _, known := r.get(500); known {
		t.Error("500 is still there")
	}
	if n := len(r.newer) + len(r.older); n > 100 {
		t.Errorf("%d things are kept", n)
	}
	r.put(-1, 1, 60)
	if _, known := r.get(-1); known {
		t.Error("something is kept that drives out most others")
	}
	r.forget()
	if _, known := r.get(999); known {
		t.Error("999 is not forgotten")
	}
}

func TestRecentOfManyGoroutines(t *testing.T) {
	r := newRecent[int, int](50)
	var wait sync.WaitGroup
	for g := range 8 {
		wait.Go(func() {
			for i := range 1000 {
				r.put(i, i*i, 1+i%3)
				if v, known := r.get(i - g); known && v != (i-g)*(i-g) {
					t.Errorf("%d: %d", i-g, v)
				}
				if i == 500 {
					r.forget()
				}
			}
		})
	}
	wait.Wait()
}

// What Looks share does not outlive a change.
func TestLookAfterChange(t *testing.T) {
	s := memory(t)
	const node = "http://e/s"
	about := func(want int) {
		t.Helper()
		err := s.Look(t.Context(), func(l *Look) error {
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
		if _, err := s.Insert(t.Context(), strings.NewReader(l+"\n")); err != nil {
			t.Fatal(err)
		}
		about(i + 1)
	}
	if _, err := s.Remove(t.Context(), strings.NewReader(lines[0]+"\n")); err != nil {
		t.Fatal(err)
	}
	about(1)
	load(t, s, lines[0])
	about(2)
}

func TestValuesInTheOrderOfTheirText(t *testing.T) {
	values := []quad.Value{nil, quad.IRI("http://e/a"), quad.IRI("http://e/a#1"), quad.IRI("http://e/a@"), quad.IRI("http://e/ab"), quad.IRI("http://e/"),
		quad.String("a"), quad.String("<"), quad.LangString{Value: "a", Lang: "vi"}, quad.BNode("b")}
	for _, a := range values {
		for _, b := range values {
			if got, want := compareValues(a, b), strings.Compare(quad.StringOf(a), quad.StringOf(b)); got != want {
				t.Errorf("%v and %v: %d, want %d", a, b, got, want)
			}
		}
	}
}
