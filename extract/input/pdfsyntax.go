package input

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// If a stream ends within a string of hexadecimal digits, the library looks for the end of the string for ever, and
// nothing can stop it. Streams are therefore checked before the library gets them.

// errOpen is the error for a stream on which the library would hang, errLarge for one that is too large.
var (
	errOpen  = errors.New("a stream in it breaks off within a string")
	errLarge = errors.New("a stream in it has more than --max-bytes")
)

// checkStream says what is wrong with a stream of at most limit bytes. It is nil if the library can read it.
func checkStream(stream pdf.Value, limit int) error {
	if stream.Kind() != pdf.Stream {
		return nil
	}
	in := &io.LimitedReader{R: stream.Reader(), N: int64(limit) + 1}
	open := breaksOff(in)
	switch {
	case in.N <= 0:
		return errLarge
	case open:
		return errOpen
	}
	return nil
}

// checkObjects does the same for the stream of objects at an offset of the file, if the stream can be read without
// the library: uncompressed or deflated.
func checkObjects(raw []byte, offset, limit int) error {
	if offset < 0 || offset >= len(raw) {
		return nil // the library refuses it
	}
	head, body, found := bytes.Cut(raw[offset:], []byte("stream"))
	if !found {
		return nil
	}
	if m := objectCount.FindSubmatch(head); m != nil {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > len(raw)*1000 {
			return errLarge // the library would look for that many in vain
		}
	}
	body = bytes.TrimLeft(body, "\r\n")
	var in io.Reader
	switch deflated, err := zlib.NewReader(bytes.NewReader(body)); {
	case err == nil:
		in = deflated
	case bytes.Contains(head, []byte("/Filter")) || bytes.Contains(raw, []byte("/Encrypt")):
		return nil
	default:
		body, _, _ = bytes.Cut(body, []byte("endstream"))
		in = bytes.NewReader(body)
	}
	limited := &io.LimitedReader{R: in, N: int64(limit) + 1}
	if open := breaksOff(limited); open && limited.N > 0 {
		return errOpen
	}
	if limited.N <= 0 {
		return errLarge
	}
	return nil
}

// objectCount is where a stream of objects says how many it holds.
var objectCount = regexp.MustCompile(`/N\s*(\d+)`)

// breaksOff reports whether a stream of PDF syntax (ISO 32000-1, 7.2 and 7.3) ends within a string of
// hexadecimal digits. It ignores mistakes as the library does.
func breaksOff(in io.Reader) bool {
	s := syntax{bufio.NewReader(in)}
	for {
		c, err := s.ReadByte()
		if err != nil {
			return false
		}
		switch c {
		case '%':
			s.comment()
		case '(':
			s.literal()
		case '/':
			s.name()
		case '<':
			if next, err := s.ReadByte(); err == nil && next == '<' {
				continue
			} else if err == nil {
				_ = s.UnreadByte()
			}
			if !s.hexadecimal() {
				return true
			}
		}
	}
}

// syntax reads the parts of PDF syntax in which characters have another meaning than elsewhere.
type syntax struct{ *bufio.Reader }

// comment reads to the end of the line.
func (s syntax) comment() {
	for c, err := s.ReadByte(); err == nil && c != '\r' && c != '\n'; c, err = s.ReadByte() {
	}
}

// literal reads a string in parentheses to its end, or to an escape that does not exist.
func (s syntax) literal() {
	for depth := 1; depth > 0; {
		c, err := s.ReadByte()
		switch {
		case err != nil:
			return
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '\\':
			if !s.escape() {
				return
			}
		}
	}
}

// escape reads what stands behind a backslash, and reports whether that exists.
func (s syntax) escape() bool {
	c, err := s.ReadByte()
	if err != nil || !strings.ContainsRune("nrbtf()\\\r\n01234567", rune(c)) {
		return false
	}
	number := int(c) - '0'
	for i := 0; c >= '0' && c <= '7' && i < 2; i++ {
		digit, err := s.ReadByte()
		if err != nil {
			return true
		}
		if digit < '0' || digit > '7' {
			_ = s.UnreadByte()
			break
		}
		number = number*8 + int(digit) - '0'
	}
	return c > '7' || number <= 255
}

// name reads the escapes of a name; its other characters mean nothing else anywhere.
func (s syntax) name() {
	for {
		c, err := s.ReadByte()
		switch {
		case err != nil:
			return
		case c == '#':
			_, _ = s.Discard(2)
		case strings.ContainsRune("\x00\t\n\f\r <>()[]{}/%", rune(c)):
			_ = s.UnreadByte()
			return
		}
	}
}

// hexadecimal reads a string of digits to its end, or to a character that is no digit. It reports false at the end
// of the stream.
func (s syntax) hexadecimal() bool {
	for {
		first, err := s.visible()
		if err != nil || first == '>' {
			return err == nil
		}
		second, err := s.visible()
		if err != nil {
			return false
		}
		if !isHex(first) || !isHex(second) {
			return true
		}
	}
}

// visible is the next character that is no white space.
func (s syntax) visible() (c byte, err error) {
	for c, err = s.ReadByte(); err == nil && strings.IndexByte("\x00\t\n\f\r ", c) >= 0; c, err = s.ReadByte() {
	}
	return c, err
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}
