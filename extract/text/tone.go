package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// placeTone moves the tone of a Vietnamese syllable, which has one, to the letter that it belongs on: "Huỵên" is "Huyện", "Toaǹ" is "Toàn", and
// so is "Tòan"; a circumflex that was typed behind the tone comes before it. Other words stay. Source: Decision 240/QĐ of 1984 (syllable.go).
func placeTone(word string) string {
	plain, tones := toneless(word)
	if tones != 1 {
		return word
	}
	lower := strings.ToLower(plain)
	vowels, closed := vowelsOf(lower)
	if vowels.Len() == 0 || len(lower) != len(plain) {
		return word
	}
	at := vowels.Start + toneAt(lower[vowels.Start:vowels.End], closed)
	_, n := utf8.DecodeRuneInString(plain[at:])
	return norm.NFC.String(plain[:at+n] + string(toneOf(word)) + plain[at+n:])
}

// toneOf is the combining mark of the tone of a word that has one.
func toneOf(word string) rune {
	for _, c := range norm.NFD.String(word) {
		if isTone(c) {
			return c
		}
	}
	return 0
}

// toneAt is the offset of the vowel that bears the tone in a group of vowels of a syllable, which an end follows or not: the last one with a mark
// of its own; else the second of three and of two with an end, and the first of others.
func toneAt(vowels string, closed bool) int {
	at := -1
	var offsets []int
	for i, c := range vowels {
		offsets = append(offsets, i)
		if c >= utf8.RuneSelf {
			at = i
		}
	}
	switch n := len(offsets); {
	case at >= 0:
		return at
	case n == 3, n == 2 && closed:
		return offsets[1]
	}
	return 0
}
