package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/queries"
)

const readme = "../../README.md"

// The tables of the README that list rules, questions and doubts are those of the program; -update rewrites
// them.
func TestReadmeTables(t *testing.T) {
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	was := string(raw)
	now := replaceRows(was, "| rule | reads |", rulesTable())
	now = replaceRows(now, "| question | asks |", questionsTable(t))
	now = replaceRows(now, "| doubt | what it says | share right |", doubtsTable(t))
	if now == was {
		return
	}
	if *update {
		if err := os.WriteFile(readme, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Error("the tables of rules, questions or doubts in README.md are not those of the program: run go test ./cmd/nhiemky -run Readme -update")
}

// The README speaks of every command.
func TestReadmeCommands(t *testing.T) {
	raw, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRoot(&global{}).Commands() {
		if n := c.Name(); n != "help" && !strings.Contains(string(raw), n) {
			t.Errorf("README.md says nothing of %s", n)
		}
	}
}

// replaceRows replaces the rows below the head of a table.
func replaceRows(text, head string, rows []string) string {
	head += "\n|" + strings.Repeat(" --- |", strings.Count(head, "|")-1) + "\n"
	before, rest, ok := strings.Cut(text, head)
	if !ok {
		return text
	}
	lines := strings.Split(rest, "\n")
	for len(lines) > 0 && lines[0] != "" {
		lines = lines[1:]
	}
	return before + head + strings.Join(rows, "\n") + "\n" + strings.Join(lines, "\n")
}

func rulesTable() []string {
	var out []string
	for _, r := range extract.Rules() {
		out = append(out, fmt.Sprintf("| `%s` | %s |", r.Name, r.Meaning))
	}
	return out
}

func questionsTable(t *testing.T) []string {
	t.Helper()
	all, err := queries.List()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range all {
		out = append(out, fmt.Sprintf("| `%s` (%s) | %s |", q.Name, q.Language, q.Question))
	}
	return out
}

func doubtsTable(t *testing.T) []string {
	t.Helper()
	lists, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range lists.Doubts() {
		out = append(out, fmt.Sprintf("| `%s` | %s | %.2f |", d.Name, d.Meaning, d.Share))
	}
	return out
}
