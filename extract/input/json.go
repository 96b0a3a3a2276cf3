package input

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// kindJSON is the kind of collection that is no JSON lines.
const kindJSON = "JSON"

// jsonValues reads documents from JSON that is not one object per line: arrays, objects over several lines,
// one behind the other or not, and objects that hold an array of such objects under a key.
func (r *reader) jsonValues(s spot, b *bufio.Reader) error {
	c := &collection{reader: r, spot: s, kind: kindJSON}
	j := &jsonReader{b: b, line: 1}
	err := c.values(j, false)
	if err == nil && c.documents == 0 && len(c.without) == 0 && !c.told {
		err = c.take(Item{spot: s}, errors.Join(errNoText, s.place.with("JSON without an object that has a text", nameField)))
	}
	return c.end(err)
}

// values takes the objects that come. Brackets around them do not matter. Within an object that holds others
// (inside), its keys and other values do not matter either.
func (c *collection) values(j *jsonReader, inside bool) error {
	for {
		first, err := j.next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return c.fault(c.spot, err)
		}
		at := c.spot
		at.place.Line, at.place.Col = j.line, j.col+1
		switch {
		case first == '{':
			err = c.value(j, at)
		case first == '[':
			c.arrays++
			err = j.skip(1)
		case first == ']':
			c.arrays, c.beside = max(c.arrays-1, 0), false
			err = j.skip(1)
		case inside && first == '}':
			err = j.skip(1)
		case inside:
			_, err = j.value(0)
			err = j.rest(err)
		default:
			if err = c.fault(at, at.place.with("not a JSON object", "give an array of objects, or one object per line")); err == nil {
				err = j.resume()
			}
		}
		if err == io.EOF {
			return nil
		}
		var wrong *jsonError
		if errors.As(err, &wrong) {
			err = c.fault(at, err)
		}
		if err != nil {
			return err
		}
	}
}

// fault reports what is wrong at a place in the file.
func (c *collection) fault(s spot, err error) error {
	c.told = true
	if c.spot.named || c.documents > 0 {
		return c.broken(s, err)
	}
	return errOther
}

// value takes the next object.
func (c *collection) value(j *jsonReader, at spot) error {
	raw, err := j.value(c.MaxBytes)
	var wrong *jsonError
	switch {
	case err == errLong && c.mayHold(at): // it may hold the documents
		return c.within(at, io.MultiReader(bytes.NewReader(raw[1:]), j.b))
	case err == errLong:
		if err := c.fault(at, at.place.with(fmt.Sprintf("an object with more than %d bytes", c.MaxBytes), "raise --max-bytes")); err != nil {
			return err
		}
		return j.rest(errLong)
	case errors.As(err, &wrong):
		return c.damage(j, at, raw, wrong)
	case err != nil:
		return c.fault(at, err)
	}
	if raw, err = c.decoded(at, raw); err != nil {
		return c.fault(at, err)
	}
	object, err := parseObject(raw)
	if err != nil {
		return c.damage(j, at, raw, &jsonError{"not a JSON object: " + err.Error()})
	}
	c.number++
	return c.object(at, c.number, raw, object)
}

// mostAgain is how often reading goes back behind damage, which costs the time to read an object.
const mostAgain = 20

// damage reports what is wrong with an object, and goes on at the next line that begins with one: that may stand in
// what was read of the object.
func (c *collection) damage(j *jsonReader, at spot, raw []byte, wrong *jsonError) error {
	if err := c.fault(at, at.place.with(wrong.what, "correct it")); err != nil {
		return err
	}
	if c.again++; c.again <= mostAgain {
		*j = jsonReader{b: bufio.NewReader(io.MultiReader(bytes.NewReader(raw[1:]), j.b)), line: at.place.Line, col: at.place.Col}
	}
	return j.resume()
}

// mayHold reports whether an object may hold documents, and not be one: it stands in no array.
func (c *collection) mayHold(at spot) bool {
	return c.arrays == 0 && c.kind == kindJSON && at.depth < c.Depth
}

// object takes a document, a page that a browser recorded (HAR), or the objects that an object holds.
func (c *collection) object(at spot, number int, raw []byte, object map[string]json.RawMessage) error {
	if e, ok := harEntry(object); ok {
		c.documents++
		c.beside = true
		return c.recorded(at, e)
	}
	i, err := c.fromObject(at, number, object)
	if errors.Is(err, errNoText) && c.mayHold(at) && holdsObjects(object) {
		documents := c.documents
		if err := c.within(at, bytes.NewReader(raw[1:])); err != nil || c.documents > documents {
			return err
		}
	}
	return c.take(i, err)
}

// within takes the objects that an object holds, behind the bracket that opens it.
func (c *collection) within(at spot, in io.Reader) error {
	inner := &collection{reader: c.reader, spot: at, kind: c.kind, number: c.number, inner: true, again: c.again}
	inner.spot.depth++
	err := inner.values(&jsonReader{b: bufio.NewReader(in), line: at.place.Line, col: at.place.Col}, true)
	c.documents, c.number, c.again, c.told = c.documents+inner.documents, inner.number, inner.again, c.told || inner.told
	return err
}

// holdsObjects reports whether an object has objects in it, or arrays of objects.
func holdsObjects(object map[string]json.RawMessage) bool {
	for _, raw := range object {
		if raw = bytes.TrimLeft(raw, "[ \t\r\n"); len(raw) > 0 && raw[0] == '{' {
			return true
		}
	}
	return false
}

// har is one exchange that a browser recorded.
type har struct {
	Request  struct{ URL string }
	Response struct {
		Status  int
		Content struct{ MimeType, Text, Encoding string }
	}
}

// harEntry is the exchange that an object records, if it does.
func harEntry(object map[string]json.RawMessage) (e har, ok bool) {
	if object["request"] == nil || object["response"] == nil {
		return e, false
	}
	ok = json.Unmarshal(object["request"], &e.Request) == nil && json.Unmarshal(object["response"], &e.Response) == nil
	return e, ok && e.Request.URL != "" && e.Response.Status != 0
}

// recorded reads a page that a browser recorded.
func (c *collection) recorded(s spot, e har) error {
	target := escapeBytes(e.Request.URL)
	in := s.inside(target)
	in.page.address, in.file = target, ""
	if name := nameOf(target); name != "" {
		in.name = name
	}
	content := e.Response.Content
	body := io.Reader(strings.NewReader(content.Text))
	switch {
	case e.Response.Status != 200:
		return c.leaveOut(in, fmt.Sprintf("HTTP %d", e.Response.Status), "")
	case content.Text == "":
		return c.leaveOut(in, "an answer without its content", "")
	case content.Encoding == "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	return c.payload(in, body, content.MimeType)
}
