package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Font is what the name of a font says of the text that is set in it. Fonts made before Unicode draw the letters of
// TCVN3 (".VnTime") or VNI ("VNI-Times") where their codes stand for letters of Windows-1252.
type Font struct {
	Encoding Encoding // "" for a font of Unicode
	capitals bool     // it draws small letters as capitals: ".VnTimeH"
}

// OfFont tells a font by its name, which PDF files write behind six letters and a plus sign: "ABCDEF+.VnTime".
func OfFont(name string) Font {
	if at := strings.IndexByte(name, '+'); at == 6 {
		name = name[at+1:]
	}
	name, _, _ = strings.Cut(name, ",") // ".VnTime,Bold"
	upper := strings.ToUpper(strings.ReplaceAll(name, "#20", " "))
	switch {
	case strings.HasPrefix(upper, ".VN"):
		plain := strings.TrimRight(name, " ")
		return Font{TCVN3, len(plain) > 4 && strings.HasSuffix(plain, "H")}
	case strings.HasPrefix(upper, "VNI-"), strings.HasPrefix(upper, "VNI "):
		return Font{VNI, false}
	}
	return Font{}
}

// Read gives what the font draws for a text. It reports false if the text has letters that the font has not, or is
// more Vietnamese as it stands: then the name of the font says nothing.
func (f Font) Read(text string) (string, bool) {
	raw, ok := windows1252(text)
	if f.Encoding == "" || !ok {
		return text, false
	}
	if read := f.Encoding.decode(raw); strings.ContainsRune(read, utf8.RuneError) || rate(read).share() < rate(text).share() {
		return text, false
	}
	return f.Always(text), true
}

// Always gives what the font draws for a part of a text that Read reads.
func (f Font) Always(text string) string {
	raw, ok := windows1252(text)
	if !ok {
		return text
	}
	read := f.Encoding.decode(raw)
	if f.capitals {
		read = strings.Map(unicode.ToUpper, read)
	}
	return Compose(read)
}
