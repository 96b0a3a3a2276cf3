package extract_test

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// slips are what may stand in a text anywhere and says nothing: a sample with one at a word, whose first letter has a length.
var slips = map[string]func(s string, word text.Span, letter int) string{
	"joiner in a word":      func(s string, w text.Span, n int) string { return put(s, w.Start+n, "\u200d") },
	"soft hyphen":           func(s string, w text.Span, n int) string { return put(s, w.Start+n, "\u00ad") },
	"space without width":   func(s string, w text.Span, n int) string { return put(s, w.Start+n, "\u200b") },
	"the same behind":       func(s string, w text.Span, _ int) string { return put(s, w.End, "\u200b") },
	"word joiner before":    func(s string, w text.Span, _ int) string { return put(s, w.Start, "\u2060") },
	"lost character behind": func(s string, w text.Span, _ int) string { return put(s, w.End, "\ufffd") },
	"private use behind":    func(s string, w text.Span, _ int) string { return put(s, w.End, "\ue123") },
	"control behind":        func(s string, w text.Span, _ int) string { return put(s, w.End, "\x02") },
	"note [1]":              func(s string, w text.Span, _ int) string { return put(s, w.End, "[1]") },
	"note [a]":              func(s string, w text.Span, _ int) string { return put(s, w.End, "[a]") },
	"note (1)":              func(s string, w text.Span, _ int) string { return put(s, w.End, "(1)") },
	"note ¹²":               func(s string, w text.Span, _ int) string { return put(s, w.End, "¹²") },
	"note *":                func(s string, w text.Span, _ int) string { return put(s, w.End, "*") },
	"note 2":                func(s string, w text.Span, _ int) string { return put(s, w.End, "2") },
	"hyphen in a word":      func(s string, w text.Span, n int) string { return put(s, w.Start+n, "-") },
	"hyphen for a space":    func(s string, w text.Span, _ int) string { return s[:w.End] + "-" + strings.TrimPrefix(s[w.End:], " ") },
	"dash for a space": func(s string, w text.Span, _ int) string {
		return s[:w.End] + "–" + strings.TrimPrefix(s[w.End:], " ")
	},
}

func put(s string, at int, what string) string { return s[:at] + what + s[at:] }

// meant is what a slip makes of a word that the slip may belong to: an address, page 2, a code.
var meant = []string{"gov2.vn", "g-ov.vn", "trang2 bị", "Bộ Y2", "HĐND2"}

// TestAnywhere puts slips into the samples of the rules, at every few words: no name of a person gets shorter, and none of a body without a doubt. Hyphens
// join words and divide them, and a digit or a star on a word may be a part of it: of those one in some hundreds may shorten one.
func TestAnywhere(t *testing.T) {
	x := extract.New(lists(t))
	files, err := filepath.Glob("rules/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	every, tried, shorter := uint32(7), 0, 0
	if testing.Short() {
		every = 101
	}
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range a.Files {
			if part.Name != "yes" {
				continue
			}
			for _, s := range splitSamples(string(part.Data)) {
				right := names(x, s.text)
				words := text.New([]byte(s.text))
				for i, token := range words.Tokens() {
					at := words.Span(i, i+1)
					if token.Kind != text.Word || pick(s.text, i)%every != 0 || strings.HasPrefix(s.text[at.End:], "-") {
						continue
					}
					tried++
					shorter += trySlips(t, x, s.text, at, right)
				}
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d words", tried)
	}
	if most := tried * len(ofWords) / 200; shorter > most {
		t.Errorf("%d names get shorter at %d words, want %d at most", shorter, tried, most)
	}
}

// ofWords are the slips that may belong to the word on which they stand.
var ofWords = []string{"hyphen in a word", "hyphen for a space", "dash for a space", "note 2", "note *"}

// pick is a number for word i of a sample, whatever other samples there are.
func pick(sample string, i int) uint32 {
	h := fnv.New32a()
	fmt.Fprintf(h, "%d %s", i, sample)
	return h.Sum32()
}

// trySlips puts each slip at a word, and counts the names that get shorter by those of ofWords.
func trySlips(t *testing.T, x *extract.Extractor, sample string, at text.Span, right map[string]bool) (shorter int) {
	t.Helper()
	_, letter := utf8.DecodeRuneInString(sample[at.Start:])
	for what, slip := range slips {
		s := slip(sample, at, letter)
		got := names(x, s)
		for name := range got {
			for whole := range right {
				short := name[0] == whole[0] && len(name) < len(whole) && (strings.HasPrefix(whole, name) || strings.HasSuffix(whole, name[1:]))
				switch {
				case !short || right[name] || got[whole] || containsAny(s, meant):
				case slices.Contains(ofWords, what):
					t.Logf("%s: %q is %q in %q", what, whole, name, s)
					shorter++
				default:
					t.Errorf("%s: %q is %q in %q", what, whole, name, s)
				}
			}
		}
	}
	return shorter
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// names are the persons of a text, and the bodies that are sure, with a letter for each before them.
func names(x *extract.Extractor, s string) map[string]bool {
	out := map[string]bool{}
	for _, r := range x.Extract(record.Document{Name: "sample", Raw: []byte(s)}).Records {
		h, ok := r.(record.Holding)
		if !ok {
			continue
		}
		out["p"+h.Person] = true
		if h.Evidence.Confidence >= sure {
			out["b"+h.Organization] = true
		}
	}
	return out
}

// sure is the confidence below which commands show a record with it.
const sure = 0.9
