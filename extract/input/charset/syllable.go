package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// score says how much of a text is Vietnamese: how many of its words with letters beyond ASCII are syllables of the
// language and how many are not. Characters that occur in no text count as words that are not.
type score struct{ good, bad int }

// share is the share of words that are good, 0 if there are none.
func (s score) share() float64 {
	if s.good == 0 {
		return 0
	}
	return float64(s.good) / float64(s.good+s.bad)
}

// rate scores a text.
func rate(text string) (s score) {
	for word := range strings.FieldsFuncSeq(text, between) {
		if strings.IndexFunc(word, func(c rune) bool { return c >= 0x80 }) < 0 {
			continue
		}
		if isSyllable(word) {
			s.good++
		} else {
			s.bad++
		}
	}
	return s
}

// between reports whether a character stands between words: ASCII other than letters, spaces, and the punctuation
// of printed text. Any other sign counts as part of a word, which then is no syllable.
func between(c rune) bool {
	if c < 0x80 {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')
	}
	return unicode.IsSpace(c) || c >= 0x2010 && c <= 0x205f || strings.ContainsRune("«»°§·½¼¾²³×\u00ad\ufeff\u200b", c)
}

// isSyllable reports whether a word is a Vietnamese syllable: consonants that may begin one, an ending that may
// follow, and a tone that the ending may have. The letters are all small, all capital, or only the first is capital.
func isSyllable(word string) bool {
	if len(word) > 24 { // ten letters of three bytes at most
		return false
	}
	bare, tone := withoutTone(strings.ToLower(word))
	if mixedCase(word) {
		return false
	}
	for _, onset := range tables.onsets {
		if rest, ok := strings.CutPrefix(bare, onset); ok && isRime(rest, tone) {
			return true
		}
	}
	return isRime(bare, tone) || bare == "gi" || bare == "đ"
}

// isRime reports whether the rime exists; rimes that end in a stop have two tones only.
func isRime(rime string, tone rune) bool {
	if !tables.rimes[rime] {
		return false
	}
	switch rime[len(rime)-1] {
	case 'c', 'p', 't':
		return tone == acute || tone == dot
	case 'h':
		return strings.HasSuffix(rime, "nh") || tone == acute || tone == dot
	}
	return true
}

// The combining marks of the tones other than the level tone.
const (
	grave = '\u0300'
	acute = '\u0301'
	tilde = '\u0303'
	hook  = '\u0309'
	dot   = '\u0323'
)

// toned is a Vietnamese letter split into letter and tone (0 for the level tone): ậ is â and the dot below.
type toned struct{ bare, tone rune }

// small are the small letters of Vietnamese beyond ASCII.
var small = func() map[rune]toned {
	all := map[rune]toned{'đ': {'đ', 0}}
	for _, bare := range "aăâeêioôơuưy" {
		all[bare] = toned{bare, 0}
		for _, tone := range []rune{grave, acute, tilde, hook, dot} {
			c, _ := utf8.DecodeRuneInString(norm.NFC.String(string([]rune{bare, tone})))
			all[c] = toned{bare, tone}
		}
	}
	return all
}()

// withoutTone removes the tone mark from a syllable in small letters; the result is composed. A second tone mark
// stays, and matches no rime.
func withoutTone(word string) (bare string, tone rune) {
	usual := true // composed letters of Vietnamese, with at most one tone
	bare = strings.Map(func(c rune) rune {
		if c < utf8.RuneSelf {
			return c
		}
		l, known := small[c]
		usual = usual && known && (l.tone == 0 || tone == 0)
		tone = max(tone, l.tone)
		return l.bare
	}, word)
	if usual {
		return bare, tone
	}
	return decomposed(word)
}

// decomposed is withoutTone for any letters.
func decomposed(word string) (bare string, tone rune) {
	var out strings.Builder
	for _, c := range norm.NFD.String(word) {
		switch c {
		case grave, acute, tilde, hook, dot:
			if tone == 0 {
				tone = c
				continue
			}
		}
		out.WriteRune(c)
	}
	return norm.NFC.String(out.String()), tone
}

// mixedCase reports whether a capital letter follows a small one.
func mixedCase(word string) bool {
	lower := false
	for _, c := range word {
		if lower && unicode.IsUpper(c) {
			return true
		}
		lower = lower || unicode.IsLower(c)
	}
	return false
}
