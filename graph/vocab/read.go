package vocab

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"
)

// MaxLine bounds the length of a line of N-Quads, in bytes.
const MaxLine = 16 << 20

// ReadNQuads calls f with each statement of N-Quads and the number of its line, from 1.
func ReadNQuads(r io.Reader, f func(number int, q quad.Quad) error) error {
	return ReadLines(r, "", func(l Line) error { return f(l.Number, l.Quad) })
}

// Line is a statement as it stands in a file.
type Line struct {
	Number int    // from 1
	Text   string // without the end of the line
	Quad   quad.Quad
}

// LineError is what is wrong with a line of a file.
type LineError struct {
	Number int // from 1
	Err    error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Number, e.Err) }
func (e *LineError) Unwrap() error { return e.Err }

// ReadLines calls f with each statement of N-Quads. base is what relative IRIs are relative to; without one
// they are refused. A byte order mark before the first line is left out. An error is that of f, or a
// *LineError.
func ReadLines(r io.Reader, base string, f func(Line) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), MaxLine)
	number := 0
	for lines.Scan() {
		if lines.Err() != nil { // of the file: the line is cut
			break
		}
		line := lines.Bytes()
		if number++; number == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		for text := range bytes.SplitSeq(line, []byte("\r")) {
			l := Line{Number: number, Text: string(text)}
			var err error
			l.Quad, err = statement(l.Text, base)
			if errors.Is(err, errNothing) {
				continue
			}
			if err != nil {
				return &LineError{number, err}
			}
			if err := f(l); err != nil {
				return err
			}
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return &LineError{number + 1, fmt.Errorf("longer than %d MiB", MaxLine>>20)}
	}
	if lines.Err() != nil {
		return &LineError{number + 1, lines.Err()}
	}
	return nil
}

// Statement reads a line and checks what a store must be able to rely on.
func statement(text, base string) (quad.Quad, error) {
	if !utf8.ValidString(text) {
		return quad.Quad{}, fmt.Errorf("column %d: no valid UTF-8", firstInvalid(text)+1)
	}
	q, err := parseLine(&parser{text: text, base: base})
	switch {
	case err != nil:
		return q, err
	case q.Label == Bookkeeping:
		return q, fmt.Errorf("the label %s is the store's own", Bookkeeping)
	case q.Predicate != PropValue && !norm.NFC.IsNormalString(Words(q.Object)):
		return q, errors.New("the text of the object is not in Unicode NFC")
	}
	return q, nil
}

// firstInvalid is the offset of the first byte that is no UTF-8.
func firstInvalid(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return i
		}
	}
	return len(text)
}
