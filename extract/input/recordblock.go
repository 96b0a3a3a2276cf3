package input

import (
	"bufio"
	"errors"
	"io"
	"regexp"
)

// recordBlock is the block of a record in a crawl. It ends after as many bytes as the head of the record says, or where
// another record begins before that: then the head is wrong, as when line ends were changed in the whole file.
type recordBlock struct {
	b    *bufio.Reader
	left int64
	next *regexp.Regexp // how the next record begins, behind the line ends; nil if that is not looked for
	long bool           // lengths in this file are known to be too large, so that its end is that of the last record
	err  error          // what ended it before its end
}

// errShort is the error for a block that ends where the next record begins.
var errShort = errors.New("it is shorter than it says")

// errCut is the error for a block in which the file ends.
var errCut = errors.New("the crawl breaks off")

// nextWARC is how a record begins.
var nextWARC = regexp.MustCompile(`\n\r?\nWARC/[01]\.[0-9]{1,2}\r?\n[A-Za-z-]{1,40}:`)

// lookAhead is how much longer than any beginning of a record a piece is that is looked at.
const lookAhead = 128

func (r *recordBlock) Read(p []byte) (int, error) {
	switch {
	case r.err == errShort:
		return 0, io.EOF
	case r.err != nil:
		return 0, r.err
	case r.left <= 0:
		return 0, io.EOF
	}
	seen, err := r.b.Peek(int(min(r.left+lookAhead, headBytes)))
	if len(seen) == 0 {
		switch {
		case err == io.EOF && r.long:
			r.err = errShort
			return 0, io.EOF
		case err == io.EOF:
			err = errCut
		}
		r.err = err
		return 0, err
	}
	full := len(seen) == headBytes
	if r.next != nil {
		if at := r.next.FindIndex(seen); at != nil && int64(at[0])+2 < r.left { // its text may end with line ends too
			if at[0] == 0 { // the line ends belong to the end of the record
				r.err = errShort
				return 0, io.EOF
			}
			seen, full = seen[:at[0]], false
		}
	}
	if full {
		seen = seen[:len(seen)-lookAhead]
	}
	seen = seen[:min(int64(len(seen)), r.left)]
	n := copy(p, seen)
	r.left -= int64(n)
	_, err = r.b.Discard(n)
	return n, err
}

// pass reads what is left of it.
func (r *recordBlock) pass() error {
	_, err := io.Copy(io.Discard, r)
	if err == nil {
		err = r.err
	}
	return err
}
