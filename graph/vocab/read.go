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
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), MaxLine)
	number := 0
	for lines.Scan() {
		number++
		for text := range bytes.SplitSeq(lines.Bytes(), []byte("\r")) {
			q, err := statement(string(text))
			if errors.Is(err, errNothing) {
				continue
			}
			if err == nil {
				err = f(number, q)
			}
			if err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("line %d: longer than %d MiB", number+1, MaxLine>>20)
	}
	if lines.Err() != nil {
		return fmt.Errorf("line %d: %w", number+1, lines.Err())
	}
	return nil
}

// Statement reads a line and checks what a store must be able to rely on.
func statement(text string) (quad.Quad, error) {
	if !utf8.ValidString(text) {
		return quad.Quad{}, fmt.Errorf("column %d: no valid UTF-8", firstInvalid(text)+1)
	}
	q, err := ParseLine(text)
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
