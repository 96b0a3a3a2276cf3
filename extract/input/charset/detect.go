package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Error says why bytes are no text, and what to do about it.
type Error struct {
	Offset   int // of the first byte that is wrong, -1 when it is the whole
	What, Do string
}

func (e *Error) Error() string { return e.What + "; " + e.Do }

// sample is how many bytes are looked at to tell an encoding.
const sample = 256 << 10

// The bounds of a decision: an encoding is told when at least so many words and so large a share of the
// words are Vietnamese in it, and the share is so much larger than in any other in which the bytes mean
// something else. Samples of 40 words in each encoding have shares above 0.95, and below 0.5 in others.
const (
	fewestWords = 3
	leastShare  = 0.75
	leastLead   = 0.15
)

// Decode gives the text of bytes in the encoding, and the encoding that was found for Auto. The text is
// valid UTF-8, composed, without a byte order mark. The error is an *Error.
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

// Compose gives text its composed form, as the same bytes where it has it already.
func Compose(text string) string {
	if !strings.ContainsFunc(text, mayCompose) {
		return text
	}
	return norm.NFC.String(text)
}

// mayCompose reports whether a character may be a part of another or have another form, which the letters of
// Vietnamese and the signs of printed text do not: to ask this first takes a fifth of the time.
func mayCompose(c rune) bool {
	return c >= 0x300 && !(c >= 0x1ea0 && c < 0x1f00) && !(c >= 0x2010 && c < 0x2028)
}

// Detect tells the encoding of bytes. The error is an *Error.
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

// IsUTF16 reports whether bytes are UTF-16: they begin with its mark, or zero bytes are common, and only on
// one side.
func IsUTF16(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte{0xff, 0xfe}) || bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		return true
	}
	head := raw[:min(len(raw), sample)]
	even, odd := zeros(head)
	return len(raw)%2 == 0 && max(even, odd) > len(head)/8 && min(even, odd) <= len(head)/200
}

// likeliest is the encoding in which the bytes are most Vietnamese, and whether that is sure.
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

// checkUTF8 says where bytes are no UTF-8, nil when they are.
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
			return &Error{i, fmt.Sprintf("byte 0x%02x is not valid UTF-8", raw[i]), "convert it to UTF-8, or say what it is with --encoding"}
		}
		i += size
	}
	return nil
}
