package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Error says why bytes cannot be read as text, and what to do about it.
type Error struct {
	Offset   int // of the first wrong byte, -1 if it is the whole
	What, Do string
}

func (e *Error) Error() string { return e.What + "; " + e.Do }

// sample is the number of bytes that are looked at to recognise an encoding.
const sample = 256 << 10

// The bounds of a decision. An encoding is chosen if at least this many words, and this share of the words, are
// Vietnamese in it, and if the share is larger by this much than in any other encoding that reads the bytes
// differently. Samples of 40 words have shares above 0.95 in their encoding, and below 0.5 in others.
const (
	fewestWords = 3
	leastShare  = 0.75
	leastLead   = 0.15
)

// Decode gives the text of bytes in an encoding, and for Auto the encoding that was found. The text is valid
// UTF-8, composed, without a byte order mark. The error is an *Error.
func Decode(raw []byte, e Encoding) (string, Encoding, error) {
	if e == Auto || e == "" {
		var err error
		if e, err = Detect(raw); err != nil {
			return "", "", err
		}
	}
	text := ""
	switch e {
	case UTF8:
		raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		if err := checkUTF8(raw); err != nil {
			return "", e, err
		}
		text = string(raw)
	default:
		text = strings.TrimPrefix(e.decode(raw), "\ufeff")
		if strings.Count(text, "\ufffd") > utf8.RuneCountInString(text)/10 {
			return "", e, &Error{-1, fmt.Sprintf("not in %s: many bytes have no meaning in it", e), "give another --encoding, or auto"}
		}
	}
	return Compose(text), e, nil
}

// Compose gives the composed form of a text. A text that has this form already is not copied.
func Compose(text string) string {
	if !strings.ContainsFunc(text, mayCompose) {
		return text
	}
	return norm.NFC.String(text)
}

// mayCompose reports whether a character may combine with another or have another form. The letters of
// Vietnamese and the signs of printed text do not; asking this first takes a fifth of the time.
func mayCompose(c rune) bool {
	return c >= 0x300 && !(c >= 0x1ea0 && c < 0x1f00) && !(c >= 0x2010 && c < 0x2028)
}

// Detect recognises the encoding of bytes. The error is an *Error.
func Detect(raw []byte) (Encoding, error) {
	switch {
	case IsUTF16(raw):
		return UTF16, nil
	case bytes.IndexByte(raw, 0) >= 0:
		return "", &Error{bytes.IndexByte(raw, 0), "a NUL byte: this is a binary file, not text", "give the text of the article"}
	case utf8.Valid(raw):
		return UTF8, nil
	}
	if e, sure := likeliest(raw[:min(len(raw), sample)], Windows1258, TCVN3, VNI, VISCII); sure {
		return e, nil
	}
	return "", checkUTF8(raw)
}

// IsUTF16 reports whether bytes are UTF-16: they begin with its byte order mark, or zero bytes are common at even
// or at odd offsets only.
func IsUTF16(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		return true
	}
	head := raw[:min(len(raw), sample)]
	even, odd := zeros(head)
	return len(raw)%2 == 0 && max(even, odd) > len(head)/8 && min(even, odd) <= len(head)/200
}

// likeliest is the encoding in which the bytes are most Vietnamese, and whether that is certain.
func likeliest(raw []byte, of ...Encoding) (best Encoding, sure bool) {
	type reading struct {
		text string
		score
	}
	var first reading
	all := map[Encoding]reading{}
	for _, e := range of {
		text := Compose(e.decode(raw))
		r := reading{text, rate(text)}
		all[e] = r
		if best == "" || r.share() > first.share() {
			best, first = e, r
		}
	}
	if first.good < fewestWords || first.share() < leastShare {
		return best, false
	}
	for e, r := range all {
		if e != best && r.text != first.text && r.share() > first.share()-leastLead {
			return best, false
		}
	}
	return best, true
}

// checkUTF8 says where bytes are not UTF-8; nil if they are.
func checkUTF8(raw []byte) error {
	if at := bytes.IndexByte(raw, 0); at >= 0 {
		return &Error{at, "a NUL byte: this is a binary file, not text", "give the text of the article"}
	}
	if utf8.Valid(raw) {
		return nil
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return &Error{i, fmt.Sprintf("byte 0x%02x is not valid UTF-8", raw[i]), "convert it to UTF-8, or name its encoding with --encoding"}
		}
		i += size
	}
	return nil
}
