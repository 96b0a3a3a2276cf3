package extract_test

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
