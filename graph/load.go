package graph

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"
)

// maxLine bounds the length of a line of N-Quads, in bytes.
const maxLine = 16 << 20

// Load puts N-Quads into the store and derives what follows from the articles among them. It gives
// the number of statements read. The first line that is wrong ends it: the error names the line and
// the column, and nothing of the file is stored. progress is called now and then with the number of
// statements read so far, and may be nil.
//
// A file that another program made is taken as it is. Blank nodes keep their names, so the same name
// in two files is one node.
func (s *Store) Load(ctx context.Context, r io.Reader, progress func(done int)) (int, error) {
	s.startWriting()
	defer s.stopWriting()
	u, err := s.begin(ctx)
	if err != nil {
		return 0, err
	}
	j, err := s.newJournal()
	if err != nil {
		return 0, err
	}
	defer j.abandon()
	if !u.marked {
		j.write('+', staleMark)
	}
	read := 0
	err = readStatements(r, func(number int, q quad.Quad) error {
		read++
		if progress != nil && read%1000 == 0 {
			progress(read)
		}
		j.write('+', q)
		if err := ctx.Err(); err != nil {
			return err
		}
		return u.loaded(q)
	})
	if err != nil {
		return 0, err
	}
	if read == 0 {
		return 0, nil
	}
	if err := u.touched.write(); err != nil {
		return 0, err
	}
	if err := j.carryOut(); err != nil {
		return 0, err
	}
	u.marked = true
	return read, u.finish()
}

// loaded notes what follows from a quad that is going to be stored. Of an article that is there
// already other quads count too.
func (u *update) loaded(q quad.Quad) error {
	u.touch(q)
	label, ok := q.Label.(quad.IRI)
	if _, known := u.articles[label]; known || !ok || label == Reference || label == Derived {
		return nil
	}
	stored, err := u.read.knows(label)
	u.articles[label] = stored
	return err
}

// readStatements calls f with each statement of N-Quads and the number of its line, from 1.
func readStatements(r io.Reader, f func(number int, q quad.Quad) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), maxLine)
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
		return fmt.Errorf("line %d: longer than %d MiB", number+1, maxLine>>20)
	}
	if lines.Err() != nil {
		return fmt.Errorf("line %d: %w", number+1, lines.Err())
	}
	return nil
}

// statement reads a line and checks what a store must be able to rely on.
func statement(text string) (quad.Quad, error) {
	if !utf8.ValidString(text) {
		return quad.Quad{}, fmt.Errorf("column %d: no valid UTF-8", firstInvalid(text)+1)
	}
	q, err := parseLine(text)
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
