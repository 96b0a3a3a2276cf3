package charset

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

//go:embed data
var data embed.FS

// tables are the tables of data/, read once. They are part of the program: if one cannot be read, every test
// fails.
var tables = mustRead()

type tableSet struct {
	tcvn3, viscii singleBytes
	vni           pairs
	onsets        []string // longest first where one begins another
	rimes         map[string]bool
}

func mustRead() (t tableSet) {
	t.tcvn3, t.viscii = readBytes("tcvn3"), readBytes("viscii")
	t.vni = pairs{}
	for _, row := range rows("vni") {
		t.vni.add(row[0], row[1])
	}
	t.onsets = words("onsets")
	t.rimes = map[string]bool{}
	for _, w := range words("rimes") {
		t.rimes[w] = true
	}
	return t
}

// rows are the lines of a table without its comments and its heading.
func rows(name string) [][]string {
	f, err := data.ReadFile("data/" + name + ".csv")
	if err != nil {
		panic(err)
	}
	r := csv.NewReader(bytes.NewReader(f))
	r.Comment, r.FieldsPerRecord = '#', 2
	all, err := r.ReadAll()
	if err != nil {
		panic(fmt.Errorf("data/%s.csv: %w", name, err))
	}
	return all[1:]
}

// words are the words of a list without its comments.
func words(name string) (all []string) {
	f, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(f)) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, strings.Fields(line)...)
		}
	}
	return all
}

// singleBytes maps each byte to its character, 0 if it has none.
type singleBytes [256]rune

func readBytes(name string) (t singleBytes) {
	for b := range 128 {
		if b >= ' ' && b < 0x7f || b == '\n' || b == '\r' || b == '\t' || b == '\f' {
			t[b] = rune(b)
		}
	}
	for _, row := range rows(name) {
		b, err := strconv.ParseUint(row[0], 16, 8)
		if err != nil {
			panic(fmt.Errorf("data/%s.csv: %w", name, err))
		}
		t[b] = letter(row[1])
	}
	return t
}

// letter is the character of a cell of a table, also as U+0300.
func letter(cell string) rune {
	if hex, coded := strings.CutPrefix(cell, "U+"); coded {
		n, err := strconv.ParseInt(hex, 16, 32)
		if err != nil {
			panic(err)
		}
		return rune(n)
	}
	return []rune(cell)[0]
}

// decode reads bytes. Texts in TCVN3 that were typed under Windows have quotation marks and dashes where the
// standard has capital letters with accents. If windows is set, these bytes are letters only after a capital
// letter, as in words written in capitals.
func (t singleBytes) decode(raw []byte, windows bool) string {
	var out strings.Builder
	out.Grow(len(raw) + len(raw)/2)
	capital := false
	for _, b := range raw {
		c := t[b]
		if mark := charmap.Windows1252.DecodeByte(b); windows && b >= 0x80 && b < 0xA0 && !capital && typographic(mark) {
			c = mark
		}
		if c == 0 {
			c = unicode.ReplacementChar
		}
		capital = unicode.IsUpper(c)
		out.WriteRune(c)
	}
	return out.String()
}

// typographic reports whether a character is one of the punctuation marks that Windows adds to Latin 1.
func typographic(c rune) bool { return strings.ContainsRune("…‘’“”•–—", c) }

// pairs gives the letter of one or two characters.
type pairs map[string]rune

// add enters a code in small letters, in capitals, and with a capital that is followed by a small mark.
func (p pairs) add(code, cell string) {
	c := letter(cell)
	p[code] = c
	p[strings.ToUpper(code)] = unicode.ToUpper(c)
	if r := []rune(code); len(r) == 2 {
		p[strings.ToUpper(string(r[0]))+string(r[1])] = unicode.ToUpper(c)
		p[string(r[0])+strings.ToUpper(string(r[1]))] = c
	}
}

// decode replaces the codes in a text of Windows-1252, the longer one first.
func (p pairs) decode(text string) string {
	var out strings.Builder
	out.Grow(len(text))
	r := []rune(text)
	for i := 0; i < len(r); i++ {
		if i+1 < len(r) {
			if c, known := p[string(r[i:i+2])]; known {
				out.WriteRune(c)
				i++
				continue
			}
		}
		if c, known := p[string(r[i])]; known {
			out.WriteRune(c)
			continue
		}
		out.WriteRune(r[i])
	}
	return out.String()
}
