package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normalize gives the normal form of a word: Unicode NFC, the tone mark where it belongs (hoà is hòa,
// uỷ is ủy, but quý stays; Huỵên is Huyện, Toaǹ is Toàn), one kind of dash, apostrophe and quotation mark. It keeps case. Normalising twice is the same as once.
func Normalize(word string) string {
	s := norm.NFC.String(word)
	if ascii(s) {
		return s
	}
	r := []rune(s)
	out := r[:0]
	for _, c := range r {
		c = plain(c)
		if c != 0 {
			out = append(out, c)
		}
	}
	moveTone(out)
	return placeTone(norm.NFC.String(string(out)))
}

// Letters is a text without what says nothing, composed, its letters and signs each of one kind: what texts and questions
// have in common before they are compared.
func Letters(s string) string {
	raw, _ := quiet([]byte(s))
	return strings.Map(func(c rune) rune {
		if c == '\u200B' {
			return ' '
		}
		if c = plain(c); c == 0 {
			return -1
		}
		return c
	}, norm.NFC.String(string(raw)))
}

// Fold is the normal form in lower case, with one spelling for the syllables that have i or y.
func Fold(word string) string { return sameVowel(strings.ToLower(Normalize(word))) }

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// plain replaces typographic variants by one of their kind, and drops what nobody sees (as 0).
func plain(c rune) rune {
	switch c {
	case '\u00F7', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u2192', '\u21D2', '\u2794': // dashes, and arrows in their place
		return '-'
	case '\u2023', '\u25AA', '\u25CB', '\u25CF', '\u25E6', '\u25BA', '\uF0B7': // bullets
		return '\u2022'
	case '\u2018', '\u2019', '\u02BC', '\u00B4', '\u0060':
		return '\''
	case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2033':
		return '"'
	case '│', '┃', '║', '¦', '｜':
		return '|' // of tables drawn with lines
	case '─', '━', '═':
		return '-'
	case '┌', '┬', '┐', '├', '┼', '┤', '└', '┴', '┘', '╔', '╦', '╗', '╠', '╬', '╣', '╚', '╩', '╝', '╞', '╪', '╡', '╟', '╫', '╢':
		return '+'
	case '\u02D0', '\uFF1A', '\uA789': // colons
		return ':'
	case 'Ð', 'Ɖ': // the letters of Iceland and of Ghana look like that of Việt Nam
		return 'Đ'
	case 'ð', 'ɖ':
		return 'đ'
	}
	if ignorable(c) {
		return 0
	}
	return c
}

// The five toned forms of a, e, y and, in the same order, of o and u.
var (
	tonedA = []rune("àáảãạ")
	tonedE = []rune("èéẻẽẹ")
	tonedY = []rune("ỳýỷỹỵ")
	tonedO = []rune("òóỏõọ")
	tonedU = []rune("ùúủũụ")
)

// moveTone moves the tone mark of a syllable that ends in oa, oe or uy to the first vowel, in place.
func moveTone(r []rune) {
	n := len(r)
	if n < 2 {
		return
	}
	last, first := unicode.ToLower(r[n-1]), unicode.ToLower(r[n-2])
	var from, to []rune
	var bare rune
	switch first {
	case 'o':
		to = tonedO
		from, bare = tonedA, 'a'
		if index(tonedE, last) >= 0 {
			from, bare = tonedE, 'e'
		}
	case 'u':
		if n > 2 && unicode.ToLower(r[n-3]) == 'q' {
			return
		}
		from, to, bare = tonedY, tonedU, 'y'
	default:
		return
	}
	i := index(from, last)
	if i < 0 {
		return
	}
	r[n-2] = sameCase(r[n-2], to[i])
	r[n-1] = sameCase(r[n-1], bare)
}

func index(set []rune, c rune) int {
	for i, s := range set {
		if s == c {
			return i
		}
	}
	return -1
}

func sameCase(model, c rune) rune {
	if unicode.IsUpper(model) {
		return unicode.ToUpper(c)
	}
	return c
}
