package input

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// pdfFont knows what its codes mean and how wide they are.
type pdfFont struct {
	old       charset.Font // the encoding before Unicode in which it is drawn
	table     *letterTable
	encoding  pdf.TextEncoding // where there is no table
	names     map[byte]string  // letters that the encoding names by their number; "" for a name that says nothing
	seen      map[string]string
	composite bool            // codes are of two bytes
	widths    map[int]float64 // in thousandths of the size
	usual     float64         // width of the others
	measured  bool            // the font says how wide its letters are
}

// letterWidth is an estimate of the width of a letter, for fonts that do not say it.
const letterWidth = 500

// newFont reads a font. limit is the largest size of a stream.
func newFont(v pdf.Value, limit int) *pdfFont {
	f := &pdfFont{
		old:       charset.OfFont(v.Key("BaseFont").Name()),
		table:     readLetterTable(v.Key("ToUnicode"), limit),
		composite: v.Key("Subtype").Name() == "Type0",
		widths:    map[int]float64{}, usual: letterWidth, seen: map[string]string{},
	}
	if f.composite {
		f.readWide(v.Key("DescendantFonts").Index(0))
		if f.table == nil && strings.Contains(v.Key("Encoding").Name(), "UCS2") {
			font := pdf.Font{V: v}
			f.encoding = font.Encoder()
		}
		return f
	}
	f.readNarrow(v)
	if f.table == nil {
		font := pdf.Font{V: v}
		f.encoding = font.Encoder()
		f.readNames(v.Key("Encoding").Key("Differences"))
	}
	return f
}

// readNarrow reads the widths of a font of one byte a code.
func (f *pdfFont) readNarrow(v pdf.Value) {
	widths, first := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	scale := 1.0
	if v.Key("Subtype").Name() == "Type3" {
		scale = 1000 * v.Key("FontMatrix").Index(0).Float64()
	}
	for i := range min(widths.Len(), 256) {
		f.widths[first+i] = scale * widths.Index(i).Float64()
	}
	f.measured = widths.Len() > 0
	if missing := v.Key("FontDescriptor").Key("MissingWidth"); !missing.IsNull() {
		f.usual = missing.Float64()
	}
}

// readWide reads the widths of a font of two bytes a code (ISO 32000-1, 9.7.4.3).
func (f *pdfFont) readWide(v pdf.Value) {
	f.usual, f.measured = 1000, true
	if usual := v.Key("DW"); !usual.IsNull() {
		f.usual = usual.Float64()
	}
	w := v.Key("W")
	steps := 0
	for i := 0; i+1 < w.Len() && steps < 2*maxLetters; {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for k := range min(list.Len(), maxLetters) {
				f.widths[first+k] = list.Index(k).Float64()
				steps++
			}
			i += 2
			continue
		}
		last, width := int(w.Index(i+1).Int64()), w.Index(i+2).Float64()
		for k := first; k <= last && k < maxLetters; k++ {
			f.widths[k] = width
			steps++
		}
		i += 3
	}
}

// readNames reads the letters that an encoding names by their number in Unicode, which the library does not know, and
// names without a meaning, as programs give them to the letters of a font that they cut down: "/g12".
func (f *pdfFont) readNames(differences pdf.Value) {
	f.names = map[byte]string{}
	code := 0
	for i := range min(differences.Len(), 1000) {
		d := differences.Index(i)
		if d.Kind() == pdf.Integer {
			code = int(d.Int64())
			continue
		}
		if letter, told := namedLetter(d.Name()); told && code < 256 {
			f.names[byte(code)] = letter
		}
		code++
	}
}

// namedLetter is the letter of a name that is its number, "uni1EA1" or "u1EA1", and "" for one that is another number. It
// is not told for names of other kinds.
func namedLetter(name string) (letter string, told bool) {
	digits := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
	before := name[:len(name)-len(digits)]
	for _, prefix := range []string{"uni", "u"} {
		if code, err := strconv.ParseUint(strings.TrimPrefix(name, prefix), 16, 21); err == nil && strings.HasPrefix(name, prefix) && len(name)-len(prefix) >= 4 {
			return string(rune(code)), true
		}
	}
	if _, err := strconv.Atoi(digits); err == nil && len(before) <= 3 {
		return "", true
	}
	return "", false
}

// pdfCode is what a code of a string means: its letters, and how far it goes.
type pdfCode struct {
	letters string
	width   float64 // in thousandths
	blank   bool    // the code 32 of one byte, which word spacing widens
}

// read takes a string apart into codes.
func (f *pdfFont) read(raw string) []pdfCode {
	size := 1
	if f.composite {
		size = 2
	}
	if f.table != nil {
		size = f.table.size(size)
	}
	codes := make([]pdfCode, 0, len(raw)/size)
	for ; len(raw) >= size; raw = raw[size:] {
		code := raw[:size]
		n := codeNumber(code)
		width, known := f.widths[n]
		if !known {
			width = f.usual
		}
		codes = append(codes, pdfCode{f.letters(code), width, size == 1 && n == ' '})
	}
	return codes
}

// letters are those of a code, "" if they cannot be told.
func (f *pdfFont) letters(code string) string {
	if f.table != nil {
		return f.table.letters(code)
	}
	letters, known := f.seen[code]
	if !known {
		letters = f.decode(code)
		f.seen[code] = letters
	}
	return letters
}

// decode reads a code of a font without a table.
func (f *pdfFont) decode(code string) string {
	if len(code) == 1 {
		if letter, named := f.names[code[0]]; named {
			return letter
		}
	}
	if f.encoding == nil {
		return ""
	}
	text := f.encoding.Decode(code)
	if !utf8.ValidString(text) || strings.ContainsRune(text, utf8.RuneError) {
		return ""
	}
	return text
}
