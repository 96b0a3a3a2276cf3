package text

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some characters of a document say nothing: those that nobody sees (Unicode's Default_Ignorable_Code_Point, control characters), what stands for
// a picture, raised figures and daggers that refer to a note, and a hyphen that was put in where a line ends. Text leaves them out before it looks
// for words: with them or without, a document is read alike. Its spans count them.

// cut is a place where bytes were left out.
type cut struct{ at, gone int } // the offset of what follows among the bytes that stay, and how many are left out up to there

// quiet is a document without the characters that say nothing, and where they stood. A document that has none is given as it is.
func quiet(raw []byte) ([]byte, []cut) {
	var out []byte
	var cuts []cut
	kept := 0
	for i := firstRare(raw, 0); i < len(raw); {
		n := silent(raw, i)
		if n == 0 {
			_, n = utf8.DecodeRune(raw[i:])
			i = firstRare(raw, i+n)
			continue
		}
		if out == nil {
			out = make([]byte, 0, len(raw))
		}
		out = append(out, raw[kept:i]...)
		i += n
		kept = i
		if last := len(cuts) - 1; last >= 0 && cuts[last].at == len(out) {
			cuts[last].gone += n
		} else {
			cuts = append(cuts, cut{len(out), i - len(out)})
		}
		i = firstRare(raw, i)
	}
	if out == nil {
		return raw, nil
	}
	return slices.Clip(append(out, raw[kept:]...)), cuts
}

// origin is the offset in the document as it was given of byte i of those that stay.
func origin(cuts []cut, i int) int {
	k := sort.Search(len(cuts), func(k int) bool { return cuts[k].at > i })
	if k == 0 {
		return i
	}
	return i + cuts[k-1].gone
}

// rare are the bytes with which a character that says nothing may begin, and those that are no UTF-8.
var rare = func() (t [256]bool) {
	for c := range t {
		t[c] = c < ' ' && !unicode.IsSpace(rune(c)) || c == 0x7f || c == 0xc2 || c == 0xcd || c >= 0xd8 && c < 0xe0 || c >= 0xe1 && c <= 0xe3 || c >= 0xed
	}
	return t
}()

// firstRare is the offset of the first such byte from i on. Most letters of Vietnamese begin with E1 BA or E1 BB, which are none.
func firstRare(raw []byte, i int) int {
	for ; i < len(raw); i++ {
		if c := raw[i]; rare[c] && (c != 0xe1 || i+1 == len(raw) || raw[i+1]>>1 != 0xba>>1) {
			break
		}
	}
	return i
}

// silent is the number of bytes at i that say nothing, 0 when what stands there does.
func silent(raw []byte, i int) int {
	c, n := utf8.DecodeRune(raw[i:])
	switch {
	case c == '\u00AD':
		return n + lineEndWithin(raw, i, n)
	case c == '\u200B' && parts(raw, i, n): // a space without width, which is white space then
	case ignorable(c):
		return n
	case c == '\u2020', c == '\u2021', raised(c):
		if before, _ := utf8.DecodeLastRune(raw[:i]); i > 0 && !unicode.IsSpace(before) && before != utf8.RuneError {
			return n
		}
	case lost(c) && i > 0 && !sayLetter(raw, i, n):
		return n
	}
	return 0
}

// parts reports whether the letters before and behind the n bytes at byte i are two syllables, and not one.
func parts(raw []byte, i, n int) bool {
	from := i
	for from > 0 && from > i-longestGlued {
		c, size := utf8.DecodeLastRune(raw[:from])
		if !letter(c) {
			break
		}
		from -= size
	}
	to := i + n
	for to < len(raw) && to < i+n+longestGlued {
		c, size := utf8.DecodeRune(raw[to:])
		if !letter(c) {
			break
		}
		to += size
	}
	a, b := strings.ToLower(string(raw[from:i])), strings.ToLower(string(raw[i+n:to]))
	return utf8.RuneCountInString(a) > 1 && utf8.RuneCountInString(b) > 1 && isSyllable(a) && isSyllable(b) && !isSyllable(a+b)
}

// lineEndWithin is the length of the line end behind the n bytes of a soft hyphen at byte i, where a word goes on over it.
func lineEndWithin(raw []byte, i, n int) int {
	if before, _ := utf8.DecodeLastRune(raw[:i]); !letter(before) {
		return 0
	}
	k := i + n
	for k < len(raw) && k < i+n+widestMargin && (raw[k] == ' ' || raw[k] == '\r' || raw[k] == '\n') {
		k++
	}
	if next, _ := utf8.DecodeRune(raw[k:]); !unicode.IsLower(next) || !slices.Contains(raw[i:k], '\n') {
		return 0
	}
	return k - i - n
}

// widestMargin is the number of bytes of a line end with the blanks around it at most.
const widestMargin = 40

// ignorable reports whether nobody sees a character, or it stands for a picture.
func ignorable(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return (c < ' ' || c == 0x7f) && !unicode.IsSpace(c)
	case c < 0xA0:
		return c != 0x85 // ends a line
	}
	return c == '\uFFFC' || unicode.In(c, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// raised reports whether a character is a raised figure, or a bracket of one.
func raised(c rune) bool {
	return c == '²' || c == '³' || c == '¹' || c >= '\u2070' && c <= '\u2079' || c == '\u207D' || c == '\u207E'
}

// lost reports whether a character stands for one that was lost, or is known to its font alone.
func lost(c rune) bool { return c == utf8.RuneError || unicode.Is(unicode.Co, c) }

// sayLetter reports whether such a character of n bytes at byte i is a letter of the word around it, or stands alone or before a word, as the sign of
// an item of a list does. "HòaThúy" shows its two words without it.
func sayLetter(raw []byte, i, n int) bool {
	before, _ := utf8.DecodeLastRune(raw[:i])
	after, _ := utf8.DecodeRune(raw[i+n:])
	switch {
	case i+n == len(raw):
		return false
	case letter(before) && letter(after):
		return !unicode.IsUpper(after) || unicode.IsUpper(before)
	case before == '\n' || unicode.IsSpace(before) && unicode.IsSpace(after):
		return true
	}
	return lost(before) || lost(after)
}
