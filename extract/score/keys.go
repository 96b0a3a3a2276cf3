package score

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// key is one form under which a record may match another of its kind: person and post with
// organisation, body and ordinal, or type and code (or name).
type key [2]string

// keys are all keys of a record: gold may list alternatives.
func (f *forms) keys(r Record) map[key]bool {
	all := map[key]bool{}
	switch r.kind() {
	case "holding":
		persons := names(r)
		for _, post := range r.texts("post", "posts") {
			for _, org := range r.texts("organization", "also") {
				for _, person := range persons {
					all[key{person, f.canonical(post + " " + org)}] = true
				}
			}
		}
	case "congress", "meeting":
		ordinal := ""
		if filled(r["ordinal"]) {
			ordinal = shown(r["ordinal"])
		}
		for _, body := range r.texts("body", "also") {
			all[key{f.canonical(body), ordinal}] = true
		}
	case "document":
		f.documentKeys(r, all)
	}
	return all
}

// names are the names under which the person of a holding may match, in normal form.
func names(r Record) []string {
	all := r.texts("person", "persons")
	for i, n := range all {
		all[i] = plain(n)
	}
	return all
}

// documentKeys adds the keys of a document: its codes and its names, or its type alone.
func (f *forms) documentKeys(r Record, all map[key]bool) {
	t := plain(r.text("type"))
	for _, c := range r.texts("code", "codes") {
		if c != "" {
			all[key{t, code(c)}] = true
		}
	}
	for _, n := range r.texts("name", "also") {
		if name := f.canonicalName(n); name != "" {
			all[key{t, name}] = true
		}
	}
	if len(all) == 0 {
		all[key{t, ""}] = true
	}
}

// code is the form that all spellings of a document's code share: capitals, TƯ as TW, no white
// space, no zeros before the number.
func code(s string) string {
	s = cases.Upper(language.Und).String(norm.NFC.String(s))
	s = strings.ReplaceAll(strings.ReplaceAll(s, "TƯ", "TW"), "–", "-")
	s = strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
	for strings.HasPrefix(s, "0") {
		if next, _ := utf8.DecodeRuneInString(s[1:]); !unicode.IsDigit(next) {
			break
		}
		s = s[1:]
	}
	return s
}

// roman is the value of a Roman number, in figures. A digit before a greater one is taken away.
func roman(s string) string {
	n := 0
	for i := range len(s) {
		v := romanDigit(s[i])
		if i+1 < len(s) && romanDigit(s[i+1]) > v {
			v = -v
		}
		n += v
	}
	return strconv.Itoa(n)
}

func romanDigit(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	case 'L':
		return 50
	case 'C':
		return 100
	}
	return 0
}
