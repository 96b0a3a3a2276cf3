package text

import (
	"unicode"
	"unicode/utf8"
)

// class says what a character is for the splitting of a text, as bits.
type class uint8

const (
	isSpace  class = 1 << iota
	isLetter       // or a mark on one
	isDigit
	isUpper
)

// classes are those of the characters below U+2000: all that Vietnamese is written with. To look them up is
// faster than to ask the tables of package unicode.
var classes = func() (all [0x2000]class) {
	for c := range all {
		all[c] = askClass(rune(c))
	}
	return all
}()

func classOf(c rune) class {
	if int(c) < len(classes) {
		return classes[c]
	}
	return askClass(c)
}

func askClass(c rune) (of class) {
	switch c {
	case '_', '*', '\u200B':
		return isSpace
	case utf8.RuneError, '\u02D0': // the mark of a long vowel, typed for a colon, is no letter of a word
		return 0
	}
	if unicode.IsSpace(c) {
		of |= isSpace
	}
	if unicode.IsLetter(c) || unicode.IsMark(c) {
		of |= isLetter
	}
	if unicode.IsDigit(c) {
		of |= isDigit
	}
	if unicode.IsUpper(c) {
		of |= isUpper
	}
	return of
}
