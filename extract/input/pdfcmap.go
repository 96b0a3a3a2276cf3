package input

import (
	"bytes"
	"encoding/hex"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// letterTable says which letters the codes of a font stand for (ISO 32000-1, 9.10.3). The library has one too, but asks
// it only of fonts with some encodings, and does not say which codes it lacks.
type letterTable struct {
	sizes  [5]bool // of codes, in bytes
	single map[string]string
	ranges []letterRange
}

// letterRange is a run of codes with letters that follow each other, or with a list of them.
type letterRange struct {
	low, high string
	first     string
	list      []string
}

// maxLetters bounds the codes of a table: one font has 65,536 at most.
const maxLetters = 1 << 17

// readLetterTable reads the table of a font, nil for none.
func readLetterTable(stream pdf.Value, limit int) *letterTable {
	if stream.Kind() != pdf.Stream {
		return nil
	}
	in := &io.LimitedReader{R: stream.Reader(), N: int64(limit) + 1}
	raw, err := io.ReadAll(in)
	if in.N <= 0 {
		panic(errLarge)
	}
	if err != nil && len(raw) == 0 {
		return nil
	}
	t := &letterTable{single: map[string]string{}}
	for s := (codeScanner{raw}); ; {
		word, ok := s.word()
		switch {
		case !ok && len(t.single)+len(t.ranges) == 0:
			return nil
		case !ok, len(t.single)+len(t.ranges) > maxLetters:
			return t
		case word == "begincodespacerange":
			s.sizes(t)
		case word == "beginbfchar":
			s.chars(t)
		case word == "beginbfrange":
			s.ranges(t)
		}
	}
}

// codeScanner reads the parts of a table that matter.
type codeScanner struct{ raw []byte }

// skip passes over white space.
func (s *codeScanner) skip() {
	s.raw = bytes.TrimLeft(s.raw, "\x00\t\n\f\r ")
}

// word is the next part that is no string of digits; those before it are passed over.
func (s *codeScanner) word() (string, bool) {
	for {
		s.skip()
		if len(s.raw) == 0 {
			return "", false
		}
		n := bytes.IndexAny(s.raw[1:], "\x00\t\n\f\r <>[]()/%") + 1
		if n == 0 {
			n = len(s.raw)
		}
		word := string(s.raw[:min(n, 40)])
		s.raw = s.raw[n:]
		if strings.IndexByte("<>[]()/%", word[0]) < 0 {
			return word, true
		}
	}
}

// code is the next string of digits, if one follows.
func (s *codeScanner) code() (string, bool) {
	s.skip()
	if len(s.raw) == 0 || s.raw[0] != '<' {
		return "", false
	}
	end := bytes.IndexByte(s.raw, '>')
	if end < 0 {
		return "", false
	}
	digits := strings.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, string(s.raw[1:min(end, 1000)]))
	s.raw = s.raw[end+1:]
	if len(digits)%2 > 0 {
		digits += "0"
	}
	code, err := hex.DecodeString(digits)
	return string(code), err == nil
}

// sizes reads the ranges in which codes lie.
func (s *codeScanner) sizes(t *letterTable) {
	for {
		_, ok := s.code()
		high, more := s.code()
		if !ok || !more {
			return
		}
		if len(high) < len(t.sizes) {
			t.sizes[len(high)] = true
		}
	}
}

// chars reads the letters of single codes.
func (s *codeScanner) chars(t *letterTable) {
	for len(t.single) < maxLetters {
		code, ok := s.code()
		to, more := s.code()
		if !ok || !more {
			return
		}
		t.single[code] = fromUTF16(to)
	}
}

// ranges reads the letters of runs of codes.
func (s *codeScanner) ranges(t *letterTable) {
	for len(t.ranges) < maxLetters {
		low, ok := s.code()
		high, more := s.code()
		if !ok || !more {
			return
		}
		r := letterRange{low: low, high: high}
		if s.skip(); len(s.raw) > 0 && s.raw[0] == '[' {
			s.raw = s.raw[1:]
			for to, ok := s.code(); ok && len(r.list) < 1<<16; to, ok = s.code() {
				r.list = append(r.list, fromUTF16(to))
			}
			if s.skip(); len(s.raw) > 0 && s.raw[0] == ']' {
				s.raw = s.raw[1:]
			}
		} else if to, ok := s.code(); ok {
			r.first = fromUTF16(to)
		}
		t.ranges = append(t.ranges, r)
	}
}

// letters are those of a code, "" if the table lacks it.
func (t *letterTable) letters(code string) string {
	if s, ok := t.single[code]; ok {
		return s
	}
	found := ""
	for _, r := range t.ranges {
		if len(code) != len(r.low) || code < r.low || code > r.high {
			continue
		}
		step := codeNumber(code) - codeNumber(r.low)
		if step < len(r.list) {
			found = r.list[step]
		} else if first := []rune(r.first); len(first) > 0 {
			first[len(first)-1] += rune(step)
			found = string(first)
		}
		break
	}
	if len(t.single) < maxLetters {
		t.single[code] = found
	}
	return found
}

// size is the number of bytes of a code of the table, otherwise where it does not say.
func (t *letterTable) size(otherwise int) int {
	if t.sizes[1] == t.sizes[2] {
		return otherwise
	}
	if t.sizes[1] {
		return 1
	}
	return 2
}

// codeNumber is a code as a number.
func codeNumber(code string) (n int) {
	for i := range len(code) {
		n = n<<8 | int(code[i])
	}
	return n
}

// fromUTF16 reads UTF-16, high byte first; one byte alone is a letter of Latin 1.
func fromUTF16(raw string) string {
	if len(raw) == 1 {
		return string(rune(raw[0]))
	}
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return strings.Map(func(c rune) rune {
		if c == utf8.RuneError || c >= 0xE000 && c <= 0xF8FF || c == 0 { // nothing that a reader could know
			return -1
		}
		return c
	}, string(utf16.Decode(units)))
}
