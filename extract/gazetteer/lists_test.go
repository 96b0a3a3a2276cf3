package gazetteer_test

import (
	"testing"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/seeds"
)

// lists reads the lists that the program ships.
func lists(t testing.TB) *gazetteer.Lists {
	t.Helper()
	files, err := seeds.Lists()
	if err != nil {
		t.Fatal(err)
	}
	l, err := gazetteer.LoadLists(files)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLists(t *testing.T) {
	l := lists(t)
	if n := len(l.Places()); n < 17000 {
		t.Errorf("%d places, want the 17,000 of the statistics office", n)
	}
	p, ok := l.Place("P01.1")
	if !ok || p.Name != "Hà Nội" {
		t.Errorf("P01.1 is %+v", p)
	}
	for _, p := range l.Places() {
		if _, ok := l.Place(p.Parent); p.Parent != "" && !ok {
			t.Errorf("%s: no parent %s", p.ID, p.Parent)
		}
	}
}

func BenchmarkLoadLists(b *testing.B) {
	for b.Loop() {
		lists(b)
	}
}
