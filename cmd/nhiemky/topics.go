package main

import (
	"strings"
	"unicode"

	"github.com/nhiemky/nhiemky/extract/record"
)

// topics counts the persons and posts in articles, for the questions that build suggests.
type topics struct {
	oneSeat func(post, organization string) bool // whether one person at a time holds it
	posts   sets                                 // post with its organisation -> who held it
	careers sets                                 // person -> posts with their organisations
}

// maxTopics bounds the number of keys, for very long runs.
const maxTopics = 20_000

// sets are sets of strings by key.
type sets map[string]map[string]bool

// add counts a record.
func (t *topics) add(rec record.Record) {
	h, ok := rec.(record.Holding)
	if !ok || h.Organization == "" {
		return
	}
	post := h.Post + " " + h.Organization
	if t.oneSeat(h.Post, h.Organization) { // posts for many have answers that are too long
		t.posts = t.posts.with(post, h.Person)
	}
	t.careers = t.careers.with(h.Person, post)
}

// with adds a value to the set of a key.
func (s sets) with(key, value string) sets {
	if s == nil {
		s = sets{}
	}
	if len(s) >= maxTopics && s[key] == nil { // enough to choose from
		return s
	}
	if s[key] == nil {
		s[key] = map[string]bool{}
	}
	s[key][value] = true
	return s
}

// largest is the key with the most values, the first by name if several have as many, "" if there is none.
func (s sets) largest() string {
	best := ""
	for key, values := range s {
		if n := len(s[best]); best == "" || len(values) > n || len(values) == n && key < best {
			best = key
		}
	}
	return best
}

// questions are commands that have an answer in the store; flags are added to each.
func (t topics) questions(flags string) (lines []string) {
	if post := t.posts.largest(); post != "" {
		lines = append(lines, "nhiemky who "+quote(post)+flags)
	}
	if person := t.careers.largest(); person != "" {
		lines = append(lines, "nhiemky person "+quote(person)+flags)
	}
	return append(lines, "nhiemky stats"+flags)
}

// quote writes any text as one argument for a shell.
func quote(s string) string {
	harmless := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,-_/()", r)
	}
	if strings.IndexFunc(s, func(r rune) bool { return !harmless(r) }) < 0 {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
