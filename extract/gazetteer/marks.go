package gazetteer

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// StripMarks drops all accents; Đ becomes D.
func StripMarks(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.Is(unicode.Mn, c):
			return -1
		case c == 'đ':
			return 'd'
		case c == 'Đ':
			return 'D'
		}
		return c
	}, norm.NFD.String(s))
}

// Syllable reports whether a word is written as a syllable of Vietnamese is: a consonant or none, up to three vowels,
// a consonant or none. "Trường" is one, "Putin" and "Díaz" are none.
func Syllable(word string) bool {
	s := strings.ToLower(StripMarks(word))
	rest := cutOnset(s)
	n := 0
	for n < len(rest) && strings.IndexByte("aeiouy", rest[n]) >= 0 {
		n++
	}
	if n == 0 || n > 3 {
		return false
	}
	switch rest[n:] {
	case "", "c", "ch", "m", "n", "ng", "nh", "p", "t":
		return true
	}
	return false
}

// cutOnset is a word without the consonants that it begins with, as far as Vietnamese has them.
func cutOnset(s string) string {
	for _, onset := range []string{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"} {
		rest, found := strings.CutPrefix(s, onset)
		if found && (onset != "gi" || rest != "" && strings.IndexByte("aeouy", rest[0]) >= 0) {
			return rest
		}
	}
	return s
}

// OwnMarks reports whether a word has a letter or a tone that only the languages of Việt Nam write: ă, ơ, ư, đ, a dot
// below, a hook.
func OwnMarks(word string) bool {
	return strings.ContainsFunc(word, func(c rune) bool {
		return c >= 0x1EA0 && c <= 0x1EF9 || strings.ContainsRune("ăĂŏŎŭŬĕĔĭĬơƠưƯđĐ", c)
	})
}
