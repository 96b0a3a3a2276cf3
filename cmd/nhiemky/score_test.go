package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// bars are what extraction has to reach on the five real articles, as the scorer prints it: F1 of
// a kind, and the share of matched holdings that have the right status.
var bars = map[string]float64{"holding": 0.95, "status": 0.95, "congress": 0.9, "document": 0.9, "meeting": 0.6}

// TestScore reads the five articles with the program and has it compare the records with gold.
// Articles and gold live beside the repository, not in it. That the program's scorer agrees with
// the one that lies beside the gold is tested in extract/score.
func TestScore(t *testing.T) {
	gold, articles := fiveArticles(t)
	holdBars(t, gold, articles, bars)
}

// TestScoreOwn does so on the articles that come with the program, whose bars lie just below what is reached.
func TestScoreOwn(t *testing.T) {
	seeds := filepath.Join("..", "..", "seeds")
	holdBars(t, filepath.Join(seeds, "gold.jsonl"), filepath.Join(seeds, "articles"),
		map[string]float64{"holding": 0.97, "status": 0.92, "congress": 0.97, "document": 0.98, "meeting": 0.98})
}

// TestScoreGold does so on the documents that we wrote in the manner of all kinds of text.
func TestScoreGold(t *testing.T) {
	gold := filepath.Join("..", "..", "extract", "gold")
	holdBars(t, filepath.Join(gold, "gold.jsonl"), gold, map[string]float64{"holding": 0.87, "status": 0.93})
}

// TestScoreSwapped does the same on a copy in which every surname, every district and every ordinal
// is another: no list of the people or places of the five articles carries the result.
func TestScoreSwapped(t *testing.T) {
	gold, articles := fiveArticles(t)
	gold, articles = swapped(t, gold, articles)
	holdBars(t, gold, articles, bars)
}

// fiveArticles are the paths of their gold and of their folder.
func fiveArticles(t *testing.T) (gold, articles string) {
	t.Helper()
	shared := filepath.Join("..", "..", "..", "shared")
	gold = filepath.Join(shared, "eval", "seeds", "gold.jsonl")
	if _, err := os.Stat(gold); err != nil {
		t.Skip("the evaluation set is not here: no ../shared/eval/seeds/gold.jsonl beside the repository")
	}
	return gold, filepath.Join(shared, "seeds")
}

// holdBars fails the test when a figure of the articles lies below its bar.
func holdBars(t *testing.T, gold, articles string, bars map[string]float64) {
	t.Helper()
	var out, problems strings.Builder
	args := []string{"eval", gold, "--articles", articles}
	if code := run(t.Context(), args, strings.NewReader(""), &out, &problems); code != 0 {
		t.Fatalf("eval: exit code %d\n%s", code, problems.String())
	}
	t.Logf("\n%s", out.String())
	for name, bar := range bars {
		if got, ok := figure(out.String(), name); !ok || got < bar {
			t.Errorf("%s is %.3f, its bar is %.2f", name, got, bar)
		}
	}
}

// figure is the number that the scorer printed for the name: the F1 where there is one.
func figure(out, name string) (float64, bool) {
	m := regexp.MustCompile(`(?m)^` + name + ` +(?:P \S+ +R \S+ +F1 )?([0-9.]+) `).FindStringSubmatch(out)
	if m == nil {
		return 0, false
	}
	f, err := strconv.ParseFloat(m[1], 64)
	return f, err == nil
}

// needTool skips a test that wants a program of the machine which is not there.
func needTool(t testing.TB, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		missing(t, program+" is not installed")
	}
}

// missing skips a test for want of a tool. Where all are said to be there (NHIEMKY_TOOLS=required, as
// CI does), that is a failure.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("NHIEMKY_TOOLS") == "required" {
		t.Fatal(what)
	}
	t.Skip(what)
}
