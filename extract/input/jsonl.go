package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// jsonLines reads one document from each line: an object with a field for the text, and perhaps fields for
// its id, title, date, address and publisher. A line that is none is a problem, and the next is read.
func (r *reader) jsonLines(s spot, b *bufio.Reader) error {
	c := &collection{reader: r, spot: s, kind: "JSON lines"}
	var line []byte
	for n := 1; ; n++ {
		var err error
		line, err = readLine(b, line[:0], r.MaxBytes)
		at := s
		at.place.Line, at.place.Col = n, 1
		switch {
		case err == io.EOF:
			return c.end(nil)
		case errors.Is(err, errLong):
			err = r.problem(at, fmt.Sprintf("a line with more than %d bytes", r.MaxBytes), "raise --max-bytes")
		case err != nil:
			return r.broken(s, err)
		case len(bytes.TrimSpace(line)) > 0:
			err = c.line(at, n, line)
		}
		if err != nil {
			return c.end(err)
		}
	}
}

// line takes what one line holds.
func (c *collection) line(at spot, number int, line []byte) error {
	line, err := c.decoded(at, bytes.TrimPrefix(line, []byte("\ufeff")))
	if err != nil {
		return c.broken(at, err)
	}
	object, err := parseObject(line)
	if err != nil {
		return c.problem(at, "not a JSON object: "+err.Error(), "give one object per line")
	}
	return c.object(at, number, line, object)
}

// decoded is a line or an object as UTF-8.
func (r *reader) decoded(s spot, raw []byte) ([]byte, error) {
	if e := r.Encoding; (e == charset.UTF8 || e == charset.Auto || e == charset.UTF16) && utf8.Valid(raw) {
		return raw, nil
	}
	text, _, err := charset.Decode(raw, r.Encoding)
	var wrong *charset.Error
	if errors.As(err, &wrong) {
		return nil, s.place.with(wrong.What, wrong.Do)
	}
	return []byte(text), err
}

// parseObject reads an object. NaN and Infinity, which Python writes for numbers that it does not know, are no
// JSON; they become null.
func parseObject(raw []byte) (object map[string]json.RawMessage, err error) {
	if err = json.Unmarshal(raw, &object); err != nil {
		if mended := withoutNaN(raw); mended != nil && json.Unmarshal(mended, &object) == nil {
			return object, nil
		}
	}
	return object, err
}

// withoutNaN is raw with null for NaN and Infinity where they stand as values, nil if they do not stand in it.
func withoutNaN(raw []byte) []byte {
	var out []byte
	done, text := 0, false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\\' && text:
			i++
		case c == '"':
			text = !text
		case !text && (c == 'N' || c == 'I' || c == '-'):
			for _, word := range [...]string{"NaN", "Infinity", "-Infinity"} {
				if bytes.HasPrefix(raw[i:], []byte(word)) {
					out = append(append(out, raw[done:i]...), "null"...)
					done = i + len(word)
					i = done - 1
					break
				}
			}
		}
	}
	if done == 0 {
		return nil
	}
	return append(out, raw[done:]...)
}

// errLong is the error for a line that is too long; the reader then stands after it.
var errLong = errors.New("a line is too long")

// readLine reads a line without its end, of at most limit bytes, to the end of line, which may be nil.
func readLine(b *bufio.Reader, line []byte, limit int64) ([]byte, error) {
	long := false
	for {
		part, err := b.ReadSlice('\n')
		if long = long || int64(len(line)+len(part)) > limit+1; !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF && len(line) > 0, err == io.EOF && long, err == nil:
			if long {
				return nil, errLong
			}
			return bytes.TrimSuffix(line, []byte("\n")), nil
		}
		return nil, err
	}
}
