package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Vietnamese syllable is an onset, one group of vowels and an end: what has two groups of vowels, each in a syllable, is two words without
// their space, "chủtịch". Sources: Hoàng Thị Châu, Phương ngữ học tiếng Việt (2004), on the structure of the syllable; the rules of
// spelling of Decision 240/QĐ of 1984 of the Ministry of Education, on i and y.

// onsets are the consonants that a syllable may begin with, the longest first; ends those behind the vowels.
var (
	onsets  = []string{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""}
	ends    = []string{"ch", "ng", "nh", "c", "m", "n", "p", "t"}
	nucleus = set("a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi ua uâ ui uê uô uơ uy ưa ưi ươ ưu ya yê iêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu yêu")
	// closed are the groups of vowels that an end must follow.
	closed = set("ă â iê oă uâ uô ươ yê uyê")
)

// set is the set of the words, which spaces part.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// isTone reports whether c is the combining mark of a tone.
func isTone(c rune) bool {
	switch c {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
		return true
	}
	return false
}

// toneless is a word in lower case and composed form without its tone marks, and how many there were.
func toneless(word string) (string, int) {
	tones := 0
	plain := strings.Map(func(c rune) rune {
		if isTone(c) {
			tones++
			return -1
		}
		return c
	}, norm.NFD.String(word))
	return norm.NFC.String(plain), tones
}

// isSyllable reports whether a word in lower case is a Vietnamese syllable.
func isSyllable(word string) bool {
	plain, tones := toneless(word)
	vowels, _ := vowelsOf(plain)
	return tones <= 1 && vowels.Len() > 0
}

// vowelsOf is where the group of vowels stands in a Vietnamese syllable in lower case and without its tone, and whether an end follows it; nothing
// where the word is no syllable.
func vowelsOf(plain string) (at Span, end bool) {
	for _, onset := range onsets {
		rest, ok := strings.CutPrefix(plain, onset)
		if !ok || rest == "" {
			continue
		}
		if nucleus[rest] && !closed[rest] {
			return Span{len(onset), len(plain)}, false
		}
		for _, end := range ends {
			if v, ok := strings.CutSuffix(rest, end); ok && nucleus[v] {
				return Span{len(onset), len(onset) + len(v)}, true
			}
		}
	}
	return Span{}, false
}

// gluedAt is the number of bytes of the first of two syllables that raw, a word in small letters but for the first, is made of; 0 where it
// is one word. The second begins with a consonant if both ways give syllables: "banhành" is "ban hành". Of a word with a capital, which may be
// a name of another language, "Êban", both must be known words.
func gluedAt(raw string, known func(string) bool) int {
	if len(raw) < minGlued || len(raw) > longestGlued || vowelGroups(raw) < 2 {
		return 0
	}
	lower := strings.ToLower(raw)
	if len(lower) != len(raw) || !norm.NFC.IsNormalString(raw) || raw == strings.ToUpper(raw) || isSyllable(lower) {
		return 0
	}
	if ascii(lower) {
		return 0 // "Facebook" is no Vietnamese
	}
	best := 0
	for i, c := range lower {
		if i < 2 || len(lower)-i < 2 || !isSyllable(lower[:i]) || !isSyllable(lower[i:]) {
			continue
		}
		if raw != lower && (utf8.RuneCountInString(lower[:i]) < leastKnown || !known(lower[:i]) || !known(lower[i:])) {
			continue
		}
		if best == 0 || !isVowel(c) {
			best = i
		}
	}
	return best
}

// numberAt is the number of bytes of the syllable, or of the name, of a word that is one with a number behind it: "Thúy2", "Quận1", "H'Loan2"; 0 for
// others, "B41", "QH14".
func numberAt(raw string) int {
	word := strings.TrimRight(raw, "0123456789")
	letters := utf8.RuneCountInString(word)
	if len(word) == len(raw) || letters < 2 || len(word) > longestGlued || strings.ToUpper(word) == word && letters < leastKnown {
		return 0
	}
	own := word[strings.IndexByte(word, '\'')+1:] // "Loan" of "H'Loan"
	first, n := utf8.DecodeRuneInString(own)
	name := letters >= leastKnown && unicode.IsUpper(first) && strings.ToLower(own[n:]) == own[n:] && strings.IndexFunc(word, isVowel) >= 0 && !strings.ContainsAny(word, "0123456789")
	if !name && !isSyllable(strings.ToLower(word)) {
		return 0
	}
	return len(word)
}

// vowelGroups counts the groups of vowels of a word.
func vowelGroups(word string) (n int) {
	in := false
	for _, c := range word {
		v := isVowel(c)
		if v && !in {
			n++
		}
		in = v
	}
	return n
}

// leastKnown is the number of letters of the first part of a word with a capital at least.
const leastKnown = 3

// minGlued is the number of bytes of two syllables at least, longestGlued that of two with marks of their own at most.
const (
	minGlued     = 5
	longestGlued = 60
)

// sameVowel writes the i and y of syllables that are spelt with either as one: "kĩ" and "kỹ", "lí" and "lý", "sỹ" and "sĩ".
// The word is in lower case and in normal form.
func sameVowel(word string) string {
	for _, onset := range [...]string{"h", "k", "l", "m", "t"} {
		if rest, ok := strings.CutPrefix(word, onset); ok {
			if y, ok := iToY[rest]; ok {
				return onset + y
			}
			return word
		}
	}
	if rest, ok := strings.CutPrefix(word, "s"); ok {
		for i, y := range iToY {
			if rest == y {
				return "s" + i
			}
		}
	}
	return word
}

// iToY are the toned forms of i with those of y.
var iToY = map[string]string{"i": "y", "ì": "ỳ", "í": "ý", "ỉ": "ỷ", "ĩ": "ỹ", "ị": "ỵ"}
