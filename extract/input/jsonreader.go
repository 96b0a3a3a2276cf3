package input

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"
)

// jsonReader finds the values in JSON without holding more than one of them, and finds the next one behind damage.
type jsonReader struct {
	b         *bufio.Reader
	line, col int // of the last byte that was read, from 1

	// Within a value:
	depth        int
	text, escape bool // in a string, behind a backslash in one
}

// jsonError is a fault in JSON.
type jsonError struct{ what string }

func (e *jsonError) Error() string { return e.what }

// errUnclosed is the fault of an object that the file ends in.
var errUnclosed = &jsonError{"an object that is not closed"}

// read reads one byte.
func (j *jsonReader) read() (byte, error) {
	c, err := j.b.ReadByte()
	if c == '\n' {
		j.line, j.col = j.line+1, 0
	} else if utf8.RuneStart(c) {
		j.col++
	}
	return c, err
}

// skip passes over bytes.
func (j *jsonReader) skip(n int) error {
	for range n {
		if _, err := j.read(); err != nil {
			return err
		}
	}
	return nil
}

// next is the first byte of the next value. It skips what stands between values.
func (j *jsonReader) next() (byte, error) {
	for {
		next, err := j.b.Peek(1)
		if err != nil {
			return 0, err
		}
		if bytes.IndexByte([]byte(" \t\r\n,:\xef\xbb\xbf"), next[0]) < 0 {
			return next[0], nil
		}
		if _, err := j.read(); err != nil {
			return 0, err
		}
	}
}

// value reads the next value: to the bracket that closes it, or the end of the word. If it has more bytes than
// limit, the error is errLong, and the value is what was read of it.
func (j *jsonReader) value(limit int64) (raw []byte, err error) {
	j.depth, j.text, j.escape = 0, false, false
	for {
		c, err := j.read()
		if err == io.EOF {
			return raw, errUnclosed
		}
		if err != nil {
			return raw, err
		}
		raw = append(raw, c)
		switch done, err := j.step(c); {
		case err != nil || done:
			return raw, err
		case int64(len(raw)) > limit:
			return raw, errLong
		}
	}
}

// rest passes over the rest of a value that is longer than was wanted.
func (j *jsonReader) rest(err error) error {
	if err != errLong {
		return err
	}
	for {
		c, err := j.read()
		if err != nil {
			return err
		}
		if done, err := j.step(c); err != nil || done {
			return err
		}
	}
}

// step notes what a byte of a value opens and closes, and reports whether the value ends with it.
func (j *jsonReader) step(c byte) (done bool, err error) {
	switch {
	case j.escape:
		j.escape = false
		return false, nil
	case j.text && c == '\\':
		j.escape = true
	case j.text && c == '\n':
		return false, &jsonError{"a string with a line end in it, or that is not closed"}
	case c == '"':
		j.text = !j.text
	case j.text:
	case c == '{' || c == '[':
		j.depth++
	case c == '}' || c == ']':
		j.depth--
	}
	if j.depth > 0 || j.text {
		return false, nil
	}
	return j.depth < 0 || c == '"' || c == '}' || c == ']' || j.atEnd(), nil
}

// atEnd reports whether a word such as null ends before the next byte.
func (j *jsonReader) atEnd() bool {
	next, err := j.b.Peek(1)
	return err != nil || bytes.ContainsAny(next, " \t\r\n,:]}[{\"")
}

// resume goes on at the next line that begins with an object.
func (j *jsonReader) resume() error {
	begin := j.col == 0
	for {
		next, err := j.b.Peek(1)
		if err != nil {
			return err
		}
		if begin && next[0] == '{' {
			return nil
		}
		c, err := j.read()
		if err != nil {
			return err
		}
		begin = c == '\n' || begin && bytes.IndexByte([]byte(" \t\r,["), c) >= 0
	}
}
