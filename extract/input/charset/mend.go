package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// certain are the bounds for changing a valid text: almost no word with letters beyond ASCII is Vietnamese before
// the change, and almost all are after it.
const (
	hardlyAny = 0.3
	nearlyAll = 0.9
	enough    = 5 // words
)

// Mend repairs text that was decoded wrongly before, if that is certain: UTF-8 that was
// taken for Windows-1252 and encoded again ("Nguyá»…n"), line by line, and text for the fonts of TCVN3
// or VNI, which documents of Word and PDF carry as letters of Windows-1252 ("NguyÔn"), as a whole.
// Other text is returned as it is, composed.
func Mend(text string) string {
	if !strange(text) {
		return Compose(text)
	}
	var out strings.Builder
	for line := range strings.Lines(text) {
		out.WriteString(mendTwice(line))
	}
	return Compose(mendFonts(out.String()))
}

// usual are the characters of Latin 1 that Vietnamese text has.
var usual = func() (t [256]bool) {
	for _, c := range "\u00a0\u00ad«»°·½²³×§ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý" {
		t[c] = true
	}
	return t
}()

// strange reports whether a text has characters of Latin 1 that Vietnamese text does not have, or a pair
// that begins a letter of it that was encoded twice.
func strange(text string) bool {
	before := rune(0)
	for _, c := range text {
		if c >= 0x80 && c < 0x100 && !usual[c] || (before == 'Ã' || before == 'á') && !unicode.IsLetter(c) && c >= 0x80 {
			return true
		}
		before = c
	}
	return false
}

// mendTwice undoes the second encoding of a line, if there was one, and further ones. It needs no other check:
// text that was encoded only once is never valid as a second encoding by chance.
func mendTwice(line string) string {
	for {
		raw, ok := windows1252(line)
		if !ok || len(raw) == len(line) || !utf8.Valid(raw) || utf8.RuneCount(raw) == len(raw) {
			return line
		}
		line = string(raw)
	}
}

// mendFonts reads text as TCVN3 or VNI when that is certain; lines that are Vietnamese already stay.
func mendFonts(text string) string {
	if was := rate(text); was.share() > hardlyAny {
		return text
	}
	raw, ok := windows1252(strings.Map(func(c rune) rune {
		if _, encodable := charmap.Windows1252.EncodeRune(c); encodable || c < 0x100 {
			return c
		}
		return '?'
	}, text))
	if !ok {
		return text
	}
	e, sure := likeliest(raw, TCVN3, VNI)
	if now := rate(e.decode(raw)); !sure || now.good < enough || now.share() < nearlyAll {
		return text
	}
	var out strings.Builder
	for line := range strings.Lines(text) {
		raw, ok := windows1252(line)
		if mended := e.decode(raw); ok && rate(mended).share() >= rate(line).share() {
			line = mended
		}
		out.WriteString(line)
	}
	if mended := out.String(); rate(mended).share() > hardlyAny { // otherwise it would be repaired again
		return mended
	}
	return text
}

// windows1252 encodes text, and reports whether all of it can be. The five bytes that have no character
// there stand for the control characters of the same number, as browsers read them.
func windows1252(text string) ([]byte, bool) {
	out := make([]byte, 0, len(text))
	for _, c := range text {
		b, ok := charmap.Windows1252.EncodeRune(c)
		switch {
		case ok:
			out = append(out, b)
		case c < 0x100:
			out = append(out, byte(c))
		default:
			return nil, false
		}
	}
	return out, true
}
