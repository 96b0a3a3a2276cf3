package score

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// rewrite replaces a sequence of words, in normalised form, wherever it stands.
type rewrite struct {
	text    string                 // what is replaced
	alone   bool                   // only where no letter stands before it
	follows func(rest string) bool // what must stand after it, nil for anything
	by      string
}

// rewrites are the wordings that mean the same, in the order in which they are applied.
func rewrites() []rewrite {
	// Words from the first to the last: the end of the last must be the end of a word.
	same := func(text, by string) rewrite { return rewrite{plain(text), false, endOfWord, plain(by)} }
	alone := func(text, by string) rewrite { return rewrite{plain(text), true, endOfWord, plain(by)} }
	return []rewrite{
		{plain("ban chấp hành") + " ", false, nil, ""}, // Ban Chấp hành Đảng bộ quận X = Đảng bộ quận X
		same("ủy viên thường vụ", "ủy viên ban thường vụ"),
		same("đảng bộ thành phố", "thành ủy"),
		same("đảng bộ tỉnh", "tỉnh ủy"),
		same("đảng bộ quận", "quận ủy"),
		same("đảng bộ huyện", "huyện ủy"),
		same("đảng bộ thị xã", "thị ủy"),
		same("thị xã ủy", "thị ủy"),
		same("đảng bộ phường", "đảng ủy phường"),
		same("đảng bộ xã", "đảng ủy xã"),
		same("thành ủy thành phố", "thành ủy"),
		same("tỉnh ủy tỉnh", "tỉnh ủy"),
		{plain("quận ủy quận") + " ", false, beginsWord, plain("quận ủy") + " "},
		same("huyện ủy huyện", "huyện ủy"),
		same("cộng sản việt nam", ""),
		same("của", ""),
		alone("và", ""),
		{plain("nước cộng hòa xã hội chủ nghĩa việt nam"), false, nil, plain("nước")},
		alone("nước việt nam", "nước"),
		alone("quốc hội việt nam", "quốc hội"),
		alone("trung ương đảng", "trung ương"),
		alone("đảng trung ương", "trung ương"),
		// "thành phố" is needed where a province has a city of its own name (Cà Mau), not for these.
		{plain("thành phố") + " ", true, centralCity(), ""},
		alone("tỉnh", ""),
	}
}

func endOfWord(rest string) bool { return !beginsWord(rest) }

// centralCity asks for the name of a city that is no part of a province.
func centralCity() func(string) bool {
	cities := []string{"Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Huế"}
	for i := range cities {
		cities[i] = plain(cities[i])
	}
	return func(rest string) bool {
		return slices.ContainsFunc(cities, func(city string) bool {
			after, ok := strings.CutPrefix(rest, city)
			return ok && endOfWord(after)
		})
	}
}

// apply replaces from left to right; what was written is not looked at again.
func (r rewrite) apply(t string) string {
	var b strings.Builder
	for i := 0; i < len(t); {
		if r.matches(t, i) {
			b.WriteString(r.by)
			i += len(r.text)
			continue
		}
		b.WriteByte(t[i])
		i++
	}
	return b.String()
}

func (r rewrite) matches(t string, i int) bool {
	return strings.HasPrefix(t[i:], r.text) &&
		(!r.alone || !endsInWord(t[:i])) &&
		(r.follows == nil || r.follows(t[i+len(r.text):]))
}

// withoutRepeats says once what one to three words say several times in a row, as in "Trưởng Công
// an" of "Công an quận X". Three words are tried before two, and two before one.
func withoutRepeats(t string) string {
	var b strings.Builder
	for i := 0; i < len(t); {
		if !endsInWord(t[:i]) && beginsWord(t[i:]) {
			if said, size := repeated(t[i:]); size > 0 {
				b.WriteString(said)
				i += size
				continue
			}
		}
		b.WriteByte(t[i])
		i++
	}
	return b.String()
}

// repeated is what the text begins with and says at least twice, and how many bytes all of it
// takes; 0 when there is no such thing.
func repeated(t string) (said string, size int) {
	for n := 3; n >= 1; n-- {
		said, ok := firstWords(t, n)
		if !ok {
			continue
		}
		size := len(said)
		for {
			after, ok := strings.CutPrefix(t[size:], " "+said)
			if !ok || !endOfWord(after) {
				break
			}
			size += len(" " + said)
		}
		if size > len(said) {
			return said, size
		}
	}
	return "", 0
}

// firstWords are the first n words, with one space between them.
func firstWords(t string, n int) (string, bool) {
	end := 0
	for i := range n {
		if i > 0 {
			if !strings.HasPrefix(t[end:], " ") {
				return "", false
			}
			end++
		}
		size := wordLength(t[end:])
		if size == 0 {
			return "", false
		}
		end += size
	}
	return t[:end], true
}

// wordLength is how many bytes at the beginning belong to a word.
func wordLength(t string) int {
	for i, r := range t {
		if !isWord(r) {
			return i
		}
	}
	return len(t)
}

// romanToArabic writes numbers in Roman capitals that stand alone in figures: khóa XII, khóa 12.
func romanToArabic(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		n := 0
		for n < len(s)-i && romanDigit(s[i+n]) > 0 {
			n++
		}
		if n > 0 && !endsInWord(s[:i]) && endOfWord(s[i+n:]) {
			b.WriteString(roman(s[i : i+n]))
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(s[i : i+size])
		i += size
	}
	return b.String()
}
