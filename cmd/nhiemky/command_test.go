package main

import (
	"slices"
	"testing"
)

// A command is taken apart as a shell does it.
func TestParseCommand(t *testing.T) {
	for text, want := range map[string][]string{
		"go vet {} -":             {"go", "vet", "{}", "-"},
		"  go   vet\t":            {"go", "vet"},
		`go "a b" 'c "d' e\ f ""`: {"go", "a b", `c "d`, "e f", ""},
		`go a'b c'd "\"" \\`:      {"go", "ab cd", `"`, `\`},
		`go C:\x "C:\y" 'C:\z'`:   {"go", `C:\x`, `C:\y`, `C:\z`},
	} {
		if got, err := parseCommand(text); err != nil || !slices.Equal(got.words, want) {
			t.Errorf("%s: %q, %v, want %q", text, got.words, err, want)
		}
	}
	for _, text := range []string{"", "  ", `go "`, "go '", `go \`, "no-such-program-of-any-kind"} {
		if got, err := parseCommand(text); err == nil {
			t.Errorf("%s is taken: %q", text, got.words)
		}
	}
}
