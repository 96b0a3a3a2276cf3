package graph

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// prose is a text of many different words.
func prose(rng *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("tiếng%d", rng.IntN(5000))
	}
	return words
}

// The estimate is near the share itself, and does not mind case, marks of punctuation and lines.
func TestSharedPart(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	text := prose(rng, 600)
	of := func(words []string) []string { return shingleBands([]byte(strings.Join(words, " "))) }
	for _, c := range []struct {
		what        string
		other       []string
		least, most float64
	}{
		{"the same words", text, 1, 1},
		{"in capitals, with commas, in lines", strings.Fields(strings.ToUpper(strings.ReplaceAll(strings.Join(text, ",\n"), "T", "T"))), 1, 1},
		{"a title before it", append(prose(rng, 12), text...), 0.85, 1},
		{"the last tenth cut", text[:540], 0.65, 1},
		{"half of it", text[:300], 0.2, 0.75},
		{"another text", prose(rng, 600), 0, 0.2},
	} {
		if got := sharedPart(of(text), of(c.other)); got < c.least || got > c.most {
			t.Errorf("%s: %.2f, want from %.2f to %.2f", c.what, got, c.least, c.most)
		}
	}
	if bands := of(text[:15]); bands != nil {
		t.Errorf("a short text has bands: %q", bands)
	}
}

// Articles that share most of their words are tied, whatever came first and whatever they said before.
func TestNearlyCopies(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 7))
		texts := [][]string{prose(rng, 200), prose(rng, 200)}
		random := func() record.Result {
			words := slices.Clone(texts[rng.IntN(2)])
			if rng.IntN(3) > 0 {
				words = append(words, prose(rng, 1+rng.IntN(80))...)
			}
			r := result(fmt.Sprintf("%d.txt", rng.IntN(8)), "2018-02-21", holds(tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
			r.Document.Raw = append(r.Document.Raw, strings.Join(words, " ")...)
			return r
		}
		s, now := memory(t), map[string]record.Result{}
		for range 1 + rng.IntN(5) {
			var batch []record.Result
			for range rng.IntN(6) {
				r := random()
				batch = append(batch, r)
				now[r.Document.Name] = r
			}
			add(t, s, batch...)
		}
		fresh := memory(t)
		add(t, fresh, slices.Collect(maps.Values(now))...)
		if got, want := export(t, s), export(t, fresh); got != want {
			t.Fatalf("seed %d: %s", seed, firstDifference(got, want))
		}
	}
}

// Copies and near copies are found from the article that has the statements.
func TestAlternates(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 7))
	words := strings.Join(prose(rng, 200), " ")
	article := func(name, text string) record.Result {
		r := result("same", "2018-02-21", holds(tien, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
		r.Document.Name = name
		r.Document.Raw = append(r.Document.Raw, text...)
		return r
	}
	s := memory(t)
	add(t, s, article("a.txt", words), article("b.txt", words), article("c.txt", words+" và thêm một câu."), article("d.txt", strings.Join(prose(rng, 200), " ")))
	for name, want := range map[string][2]string{"a.txt": {"b.txt", "c.txt"}, "b.txt": {"", "a.txt c.txt"}, "c.txt": {"", "a.txt"}, "d.txt": {}} {
		var got Alternates
		err := s.Look(t.Context(), func(l *Look) error {
			var err error
			got, err = l.Alternates(string(ArticleIRI(name)))
			return err
		})
		names := func(articles []string) string {
			return strings.ReplaceAll(strings.Join(articles, " "), nsID+"article/", "")
		}
		copies, nearly := names(got.Copies), names(got.Nearly)
		if err != nil || copies != want[0] || nearly != want[1] {
			t.Errorf("%s: copies %q, nearly %q, want %q; %v", name, copies, nearly, want, err)
		}
	}
}

// Copies that come in one group, before and after their original changes, end as they would one by one.
func TestCopiesInOneRun(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 8))
		random := func() record.Result {
			what := rng.IntN(3)
			r := result("same", "2018-02-21", holds(fmt.Sprintf("Nguyễn Văn %c", 'A'+what), "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
			r.Document.Name = fmt.Sprintf("%d.txt", rng.IntN(5))
			return r
		}
		together, apart := memory(t), memory(t)
		if seed%6 == 0 { // where it is stored beside what comes next
			together = onDisk(t, filepath.Join(t.TempDir(), "s"))
			t.Cleanup(func() { together.Close() })
		}
		a, err := together.BeginAdding(t.Context(), units)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 + rng.IntN(12) {
			r := random()
			if err := a.Article(r, ""); err != nil {
				t.Fatal(err)
			}
			add(t, apart, r)
			if rng.IntN(3) == 0 {
				if err := a.flushSoon(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := a.Finish(nil); err != nil {
			t.Fatal(err)
		}
		a.Close()
		if got, want := export(t, together), export(t, apart); got != want {
			t.Fatalf("seed %d: %s", seed, firstDifference(got, want))
		}
	}
}
