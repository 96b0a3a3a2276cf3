package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// tone is the digit that stands for a combining tone mark, 0 for any other character.
func tone(r rune) byte {
	switch r {
	case '\u0301': // sắc
		return '1'
	case '\u0300': // huyền
		return '2'
	case '\u0309': // hỏi
		return '3'
	case '\u0303': // ngã
		return '4'
	case '\u0323': // nặng
		return '5'
	}
	return 0
}

// syllable is a word in lower case without its tone mark, and the tone as a digit at its end, so
// that ủy and uỷ agree: both are uy3.
func syllable(word string) string {
	var base strings.Builder
	var tones []byte
	for _, r := range norm.NFD.String(cases.Lower(language.Und).String(word)) {
		if t := tone(r); t != 0 {
			tones = append(tones, t)
		} else {
			base.WriteRune(r)
		}
	}
	return norm.NFC.String(base.String()) + string(tones)
}

// words are the syllables of a text. Everything that is neither letter nor number parts them.
func words(s string) []string {
	all := strings.FieldsFunc(norm.NFC.String(s), func(r rune) bool { return !isAlphanumeric(r) })
	for i := range all {
		all[i] = syllable(all[i])
	}
	return all
}

// plain is the text as its words.
func plain(s string) string { return strings.Join(words(s), " ") }

// isAlphanumeric reports whether a character is a letter or a number of any script.
func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// isWord reports whether a character belongs to a word, as \w in a regular expression of Python.
func isWord(r rune) bool { return r == '_' || isAlphanumeric(r) }

// isSpace reports whether a character is white space, as \s in a regular expression of Python.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// endsInWord and beginsWord report whether the last or first character belongs to a word.
func endsInWord(s string) bool {
	r, size := utf8.DecodeLastRuneInString(s)
	return size > 0 && isWord(r)
}

func beginsWord(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && isWord(r)
}
