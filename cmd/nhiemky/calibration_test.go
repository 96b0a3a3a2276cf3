package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// corporaStore names the store that TestCalibration asks.
const corporaStore = "NHIEMKY_CORPORA_STORE"

// knownTerm is what a table says of a person in a post.
type knownTerm struct {
	person     string // its key
	start, end record.Date
}

// mayCover reports whether a day can lie in the term, as far as the table knows.
func (t knownTerm) mayCover(day record.Date) bool {
	return (t.start.IsZero() || t.start.First().Compare(day) <= 0) && (t.end.IsZero() || t.end.Last().Compare(day) >= 0)
}

// TestCalibration draws days on which tables made by hand know who held a post for one person, and asks for the holder on
// that day. Who is called certain has to have held it in 99 of 100 answers, who is called likely in 90.
//
//	nhiemky build --store corpora.db ../shared/corpus ../shared/eval/dev
//	NHIEMKY_CORPORA_STORE=$PWD/corpora.db go test ./cmd/nhiemky -run TestCalibration -v
func TestCalibration(t *testing.T) {
	store := os.Getenv(corporaStore)
	if store == "" {
		t.Skipf("no store of the corpora: set %s to its folder", corporaStore)
	}
	truth := filepath.Join("..", "..", "..", "shared", "eval", "truth")
	terms := termsOf(t, filepath.Join(truth, "offices_dev.csv"), filepath.Join(truth, "successions_dev.csv"))
	type stretch struct {
		post  string
		first record.Date
		days  int
	}
	var stretches []stretch
	total := 0
	since := record.Date{Year: 1990, Month: 1, Day: 1}
	for _, post := range slices.Sorted(maps.Keys(terms)) {
		for _, h := range terms[post] {
			if h.start.IsZero() || h.end.IsZero() {
				continue
			}
			first := h.start.Last().Plus(1)
			if first.Compare(since) < 0 {
				first = since
			}
			if n := first.DaysTo(h.end.First()); n > 0 {
				stretches = append(stretches, stretch{post, first, n})
				total += n
			}
		}
	}
	const asked, seed = 500, 301126
	draw := rand.New(rand.NewPCG(seed, 0))
	answers, named, right := 0, map[string]int{}, map[string]int{}
	for range asked {
		at, s := draw.IntN(total), stretch{}
		for _, s = range stretches {
			if at < s.days {
				break
			}
			at -= s.days
		}
		day := s.first.Plus(at)
		found := false
		for person, sure := range holdersOn(t, store, s.post, day) {
			held := false
			for _, h := range terms[s.post] {
				held = held || h.person == vocab.Key(person) && h.mayCover(day)
			}
			found = true
			named[sure]++
			if held {
				right[sure]++
			} else {
				t.Logf("%s on %s: %s is %s", s.post, day, person, sure)
			}
		}
		if found {
			answers++
		}
	}
	t.Logf("of %d days %d have an answer; certain: %d of %d held the post, likely: %d of %d",
		asked, answers, right["certain"], named["certain"], right["likely"], named["likely"])
	for sure, least := range map[string]int{"certain": 99, "likely": 90} {
		if right[sure]*100 < least*named[sure] {
			t.Errorf("%s does not hold: %d of %d are right", sure, right[sure], named[sure])
		}
	}
	if answers*2 < asked {
		t.Errorf("only %d of %d days have an answer", answers, asked)
	}
}

// severalHold matches posts in which people sit side by side.
var severalHold = regexp.MustCompile(`^(Phó|Ủy viên|Đại biểu)`)

// termsOf reads tables of who held a post: columns person, post, start and end, and perhaps body. The keys are the names of
// posts for one person.
func termsOf(t *testing.T, files ...string) map[string][]knownTerm {
	t.Helper()
	out := map[string][]knownTerm{}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			of := map[string]string{}
			for i, column := range rows[0] {
				of[column] = row[i]
			}
			start, err1 := dateOrNone(of["start"])
			end, err2 := dateOrNone(of["end"])
			if err1 != nil || err2 != nil {
				t.Fatalf("%s: %v: %v %v", name, row, err1, err2)
			}
			if post := strings.TrimSpace(of["post"] + " " + of["body"]); !severalHold.MatchString(post) {
				out[post] = append(out[post], knownTerm{vocab.Key(of["person"]), start, end})
			}
		}
	}
	return out
}

func dateOrNone(s string) (record.Date, error) {
	if s == "" {
		return record.Date{}, nil
	}
	return record.ParseDate(s)
}

// holdersOn asks who held a post on a day, and gives those of whom the answer is certain or likely. A post that the store
// does not have has no holders.
func holdersOn(t *testing.T, store, post string, day record.Date) map[string]string {
	t.Helper()
	var out, messages strings.Builder
	args := []string{"who", post, "--at", day.String(), "--store", store, "--format", "json"}
	switch code := run(t.Context(), args, strings.NewReader(""), &out, &messages); {
	case code == exitCode(errNothing):
		return nil
	case code != 0:
		t.Fatalf("nhiemky %q: exit code %d\n%s", args, code, messages.String())
	}
	var rows []struct{ Person, Answer string }
	if err := json.Unmarshal([]byte(out.String()), &rows); err != nil {
		t.Fatal(fmt.Errorf("%q: %w", args, err))
	}
	sure := map[string]string{}
	for _, r := range rows {
		if r.Answer == "certain" || r.Answer == "likely" {
			sure[r.Person] = r.Answer
		}
	}
	return sure
}
