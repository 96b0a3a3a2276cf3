package text

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Some characters of a document say nothing: those that nobody sees (Unicode's Default_Ignorable_Code_Point, control characters), what stands for
// a picture, the marks of notes, and a hyphen that was put in where a line ends. Text leaves them out before it looks
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
		t[c] = c == '[' || c == '(' || c == '-' || c < ' ' && !unicode.IsSpace(rune(c)) || c == 0x7f || c == 0xc2 || c == 0xcd || c >= 0xd8 && c < 0xe0 || c >= 0xe1 && c <= 0xe3 || c >= 0xed
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
	case c == '[', c == '(':
		return noteAt(raw, i)
	case c == '-', c == '\u2010', c == '\u2011':
		if divides(raw, i, n) {
			return n + lineEndWithin(raw, i, n)
		}
	case c == '\u2020', c == '\u2021', raised(c):
		if before, _ := utf8.DecodeLastRune(raw[:i]); i > 0 && !unicode.IsSpace(before) && before != utf8.RuneError {
			return n
		}
	case lost(c) && i > 0 && !sayLetter(raw, i, n):
		return n
	}
	return 0
}

// noteAt is the length of the mark of a note at byte i, directly behind what it is a note to: "[12]", "[a]", "[chú thích 1]"; "(1)" behind a word.
func noteAt(raw []byte, i int) int {
	before, _ := utf8.DecodeLastRune(raw[:i])
	if n := spacedNote(raw, i); n > 0 {
		return n
	}
	if i == 0 || classOf(before)&isSpace != 0 || raw[i] == '(' && !letter(before) || before == '[' || before == '(' {
		return 0
	}
	closing := byte(']')
	if raw[i] == '(' {
		closing = ')'
	}
	rest := raw[i+1 : min(len(raw), i+1+longestNote)]
	end := bytes.IndexByte(rest, closing)
	if end <= 0 {
		return 0
	}
	inner := rest[:end]
	number := strings.Trim(string(inner), "0123456789") == ""
	behind := i + 1 + end + 1
	if number {
		if len(inner) > longestNumber {
			return 0
		}
		return behind - i
	}
	if closing == ')' || behind < len(raw) && raw[behind] == '(' || utf8.RuneCount(inner) > 1 && lineEnds(raw[behind:]) { // a link, or one for editors behind a heading
		return 0
	}
	for _, c := range string(inner) {
		if c != ' ' && !unicode.IsLower(c) && !unicode.IsDigit(c) {
			return 0
		}
	}
	return behind - i
}

// spacedNote is the length of the mark of a note at byte i that a blank parts from its word, and before a sign: "Trần Văn An [4], …".
func spacedNote(raw []byte, i int) int {
	if raw[i] != '[' || i < 2 || raw[i-1] != ' ' {
		return 0
	}
	if before, _ := utf8.DecodeLastRune(raw[:i-1]); !letter(before) {
		return 0
	}
	n := 1
	for i+n < len(raw) && n <= longestNumber && raw[i+n] >= '0' && raw[i+n] <= '9' {
		n++
	}
	if n == 1 || i+n+1 >= len(raw) || raw[i+n] != ']' || bytes.IndexByte([]byte(",.;:)"), raw[i+n+1]) < 0 {
		return 0
	}
	return n + 1
}

const (
	longestNote   = 40 // bytes within the brackets of the mark of a note at most
	longestNumber = 3  // digits of its number at most
)

// lineEnds reports whether nothing else stands on the line.
func lineEnds(rest []byte) bool {
	rest = bytes.TrimLeft(rest[:min(len(rest), widestMargin)], " \t\r")
	return len(rest) == 0 || rest[0] == '\n'
}

// divides reports whether the hyphen of n bytes at byte i stands within a syllable, as where a line of a book ended: "Th-úy", or behind the
// consonants that one may begin with. "Xê-út" has two.
func divides(raw []byte, i, n int) bool {
	if i == 0 || i+n == len(raw) {
		return false
	}
	behind := i + n + lineEndWithin(raw, i, n)
	a, b := lettersAround(raw, i, behind)
	if next, _ := utf8.DecodeRune(raw[behind:]); slices.Contains(onsets, a) && a != "" && unicode.IsLower(next) && isVowel(next) {
		return true
	}
	return a != "" && b != "" && isSyllable(a+b) && !(isSyllable(a) && isSyllable(b) && utf8.RuneCountInString(a) > 1 && utf8.RuneCountInString(b) > 1)
}

// parts reports whether the letters before and behind the n bytes at byte i are two syllables, and not one.
func parts(raw []byte, i, n int) bool {
	a, b := lettersAround(raw, i, i+n)
	return utf8.RuneCountInString(a) > 1 && utf8.RuneCountInString(b) > 1 && isSyllable(a) && isSyllable(b) && !isSyllable(a+b)
}

// lettersAround are the letters directly before byte i and behind byte j, in lower case.
func lettersAround(raw []byte, i, j int) (before, behind string) {
	from := i
	for from > 0 && from > i-longestGlued {
		c, size := utf8.DecodeLastRune(raw[:from])
		if !letter(c) {
			break
		}
		from -= size
	}
	to := j
	for to < len(raw) && to < j+longestGlued {
		c, size := utf8.DecodeRune(raw[to:])
		if !letter(c) {
			break
		}
		to += size
	}
	return strings.ToLower(string(raw[from:i])), strings.ToLower(string(raw[j:to]))
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
