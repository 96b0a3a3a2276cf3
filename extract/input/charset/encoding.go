package charset

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is the name of an encoding. "auto" or "" stands for the one that is recognised from the bytes.
type Encoding string

// The encodings. ABC is another name of TCVN3.
const (
	Auto        Encoding = "auto"
	UTF8        Encoding = "utf-8"
	UTF16       Encoding = "utf-16"
	Windows1258 Encoding = "windows-1258"
	TCVN3       Encoding = "tcvn3"
	VNI         Encoding = "vni"
	VISCII      Encoding = "viscii"
)

// All are the encodings that can be asked for, Auto first.
func All() []Encoding {
	return []Encoding{Auto, UTF8, UTF16, Windows1258, TCVN3, VNI, VISCII}
}

// Parse finds the encoding of a name, in any case. It knows the names that pages declare too.
func Parse(name string) (Encoding, error) {
	e := Encoding(strings.ToLower(strings.TrimSpace(name)))
	switch e {
	case "utf8", "unicode-1-1-utf-8":
		e = UTF8
	case "utf-16le", "utf-16be", "utf16", "unicode":
		e = UTF16
	case "cp1258", "x-cp1258", "windows1258":
		e = Windows1258
	case "abc", "tcvn", "tcvn-5712", "tcvn5712-1", "x-viet-tcvn5712", "x-viet-tcvn":
		e = TCVN3
	case "x-viet-vni", "vni-win":
		e = VNI
	case "x-viscii", "csviscii", "viscii1.1-1":
		e = VISCII
	}
	if !slices.Contains(All(), e) {
		return "", fmt.Errorf("%q is not one of %s", name, names())
	}
	return e, nil
}

// names are the names of all encodings with commas between.
func names() string {
	var all []string
	for _, e := range All() {
		all = append(all, string(e))
	}
	return strings.Join(all, ", ")
}

// decode reads bytes in an encoding other than Auto and UTF8. Bytes without a meaning become U+FFFD.
func (e Encoding) decode(raw []byte) string {
	switch e {
	case UTF16:
		return through(unicode.UTF16(byteOrder(raw), unicode.UseBOM), raw)
	case Windows1258:
		return through(charmap.Windows1258, raw)
	case TCVN3:
		return tables.tcvn3.decode(raw, true)
	case VISCII:
		return tables.viscii.decode(raw, false)
	case VNI:
		return tables.vni.decode(through(charmap.Windows1252, raw))
	}
	return string(raw)
}

// through decodes with a codec of x/text, which has a character for every byte.
func through(codec encoding.Encoding, raw []byte) string {
	out, err := codec.NewDecoder().Bytes(raw)
	if err != nil {
		return string(out) + "\uFFFD"
	}
	return string(out)
}

// byteOrder is the byte order of UTF-16 without a mark: the zero bytes of ASCII characters show it.
func byteOrder(raw []byte) unicode.Endianness {
	even, odd := zeros(raw)
	if even > odd {
		return unicode.BigEndian
	}
	return unicode.LittleEndian
}

// zeros counts the zero bytes at even and at odd offsets.
func zeros(raw []byte) (even, odd int) {
	for i, b := range raw {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}
