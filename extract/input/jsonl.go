package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// strangers is the number of lines without a text after which a file is taken for another kind of data, if
// no line had a text.
const strangers = 10

// jsonLines reads one document from each line: an object with a field for the text, and perhaps fields for
// its id, title, date, address and publisher.
func (r *reader) jsonLines(s spot, b *bufio.Reader) error {
	documents := 0
	var without []Item // lines without a text before the first document
	flush := func() error {
		for _, i := range without {
			if err := r.use(i); err != nil {
				return err
			}
		}
		without = nil
		return nil
	}
	var line []byte
	for n := 1; ; n++ {
		var err error
		line, err = readLine(b, line[:0], r.MaxBytes)
		at := s
		at.place.Line, at.place.Col = n, 1
		switch {
		case err == io.EOF:
			return flush()
		case errors.Is(err, errLong):
			if err := r.problem(at, fmt.Sprintf("a line with more than %d bytes", r.MaxBytes), "raise --max-bytes"); err != nil {
				return err
			}
			continue
		case err != nil:
			return r.broken(s, err)
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		i, err := r.object(at, line)
		if errors.Is(err, errNoText) && documents == 0 {
			if !s.named {
				return r.leaveOut(s, "JSON lines without a text", "")
			}
			if without = append(without, Item{spot: at, err: at.place.because(err)}); len(without) == strangers {
				return r.problem(s, fmt.Sprintf("none of the first %d lines has a text", strangers), "name its field, for example: --json-fields text=content")
			}
			continue
		}
		if err != nil {
			err = r.broken(at, err)
		} else {
			documents++
			if err = flush(); err == nil {
				err = r.use(i)
			}
		}
		if err != nil {
			return err
		}
	}
}

// errNoText is the error for an object without a field for the text.
var errNoText = errors.New("no text")

// object makes the document of one line.
func (r *reader) object(s spot, line []byte) (Item, error) {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	if e := r.Encoding; e != charset.UTF8 && e != charset.Auto || !utf8.Valid(line) {
		text, _, err := charset.Decode(line, e)
		var wrong *charset.Error
		if errors.As(err, &wrong) {
			return Item{}, s.place.with(wrong.What, wrong.Do)
		}
		if err != nil {
			return Item{}, err
		}
		line = []byte(text)
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil {
		return Item{}, s.place.with("not a JSON object: "+err.Error(), "give one object per line")
	}
	if !r.Fields.has(object, "text") {
		return Item{}, errors.Join(errNoText, s.place.with("no field "+strings.Join(r.Fields.names("text"), ", "), "name it, for example: --json-fields text=content"))
	}
	say := func(what string) string { return charset.Compose(unescape(r.Fields.in(object, what))) }
	s.page = page{title: say("title"), published: say("date"), publisher: say("publisher"), address: say("url")}
	if nameOf(s.page.address) == "" {
		s.page.address = ""
	}
	id := say("id")
	switch {
	case id != "":
		s.name = s.base() + "/" + id
	case s.name != "":
		s.name = fmt.Sprintf("%s:%d", s.name, s.place.Line)
	}
	body := titled(s.page.title, r.Fields.in(object, "text"))
	o := r.Options
	o.Encoding = charset.UTF8 // JSON says so itself
	return Item{spot: s, form: plainText, raw: []byte(body), o: o}, nil
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
