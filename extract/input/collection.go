package input

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// strangers is the number of objects without a text after which a file is taken for another kind of data, if
// none had a text.
const strangers = 10

// collection is a file that holds many documents, each with named fields: JSON or CSV.
type collection struct {
	*reader
	spot
	kind      string // "JSON lines"
	number    int    // of objects so far
	documents int
	inner     bool   // of the objects in an object
	arrays    int    // that are open around the next object
	beside    bool   // documents stand in the same array
	again     int    // how often reading went back behind damage
	told      bool   // something was said of it
	without   []Item // objects without a text before the first document
}

// errNoText is the error for an object without a field for the text.
var errNoText = errors.New("no text")

// errOther ends a collection that is data of another kind.
var errOther = errors.New("data of another kind")

// take passes on the document of one object, or what is wrong with it. Objects without a text wait until there
// is a document: a file without any is data of another kind, and not a list of faults.
func (c *collection) take(i Item, err error) error {
	if errors.Is(err, errNoText) && c.inner && !c.beside {
		return nil // something else that stands beside the documents
	}
	if errors.Is(err, errNoText) && c.documents == 0 && !c.inner {
		if c.without = append(c.without, Item{spot: i.spot, err: i.place.because(err)}); len(c.without) == strangers || !c.named {
			return errOther
		}
		return nil
	}
	if err != nil {
		return c.broken(i.spot, err)
	}
	c.documents++
	c.beside = true
	if err := c.tellWithout(); err != nil {
		return err
	}
	return c.use(i)
}

// end is called with the error that ended the reading, if there was one.
func (c *collection) end(err error) error {
	switch {
	case err != errOther && err != nil:
		return err
	case err == nil:
		return c.tellWithout()
	case !c.named:
		return c.leaveOut(c.spot, c.kind+" without a text", "")
	}
	return c.problem(c.spot, fmt.Sprintf("none of the first %d objects has a text", strangers), nameField)
}

// nameField says what to do about objects without a text.
const nameField = "name its field, for example: --fields text=content"

func (c *collection) tellWithout() error {
	for _, i := range c.without {
		if err := c.use(i); err != nil {
			return err
		}
	}
	c.without = nil
	return nil
}

// fromObject makes a document of an object. Its number in the file stands for an id that it does not have.
func (r *reader) fromObject(s spot, number int, object map[string]json.RawMessage) (Item, error) {
	object = r.withText(object)
	if object == nil {
		return Item{spot: s}, errors.Join(errNoText, s.place.with("no field "+strings.Join(r.Fields.names("text"), ", "), "name it, for example: --fields text=content"))
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
		s.name = fmt.Sprintf("%s:%d", s.name, number)
	}
	body := titled(s.page.title, r.Fields.in(object, "text"))
	o := r.Options
	o.Encoding = charset.UTF8 // it was decoded with the collection
	return Item{spot: s, form: plainText, raw: []byte(body), o: o}, nil
}

// withText is the object itself if it has a text, or with the fields of the one object in it that has a text,
// as in answers of search engines ({"_id": …, "_source": {…}}). It is nil if there is none.
func (r *reader) withText(object map[string]json.RawMessage) map[string]json.RawMessage {
	if r.Fields.has(object, "text") {
		return object
	}
	var found map[string]json.RawMessage
	for key, raw := range object {
		var inner map[string]json.RawMessage
		if len(raw) == 0 || raw[0] != '{' || json.Unmarshal(raw, &inner) != nil || !r.Fields.has(inner, "text") {
			continue
		}
		if found != nil {
			return nil
		}
		delete(object, key)
		found = inner
	}
	for key, raw := range object {
		if _, taken := found[key]; !taken && found != nil {
			found[key] = raw
		}
	}
	return found
}

// fileExt is the end of a file's name that says what it holds, in small letters, behind that of a compression.
func (s spot) fileExt() string {
	name := strings.ToLower(strings.ReplaceAll(s.file, `\`, "/"))
	for _, packed := range []string{".gz", ".bz2", ".xz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	name = name[strings.LastIndexByte(name, '/')+1:]
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		return name[dot:]
	}
	return ""
}

// isTextField reports whether the name of a column or a key is one for the text.
func (f Fields) isTextField(name string) bool {
	return slices.ContainsFunc(f.names("text"), func(n string) bool { return strings.EqualFold(n, name) })
}
