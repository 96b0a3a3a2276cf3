package input

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"time"
)

// The namespaces of WordprocessingML: of ECMA-376 transitional and strict.
const (
	wordSpace  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// What bounds the memory that XML takes while it is read. The decoder keeps a record for each element that is open and
// for each of its attributes, many times the size of the markup, which itself compresses to a thousandth.
const (
	maxNested     = 500     // elements inside each other
	maxAttributes = 10_000  // of all elements that are open
	maxTag        = 1 << 20 // bytes of a tag or a comment
)

var errNested = errors.New("more than 500 elements inside each other, or too many attributes")

// wordLimit is how much of a part is read: bytes of markup, bytes of text in one piece, until when.
type wordLimit struct {
	markup, text int64
	deadline     time.Time
}

// wordXML reads the elements of a part of a DOCX file.
type wordXML struct {
	*xml.Decoder
	in         *pieces
	deadline   time.Time
	steps      int
	attributes []int // of the elements that are open
	held       int   // their sum
}

func newWordXML(in io.Reader, l wordLimit) *wordXML {
	p := &pieces{Reader: bufio.NewReader(in), left: l.markup, markup: l.markup, text: l.text}
	return &wordXML{Decoder: xml.NewDecoder(p), in: p, deadline: l.deadline}
}

// next is the next token.
func (x *wordXML) next() (xml.Token, error) {
	if x.steps++; x.steps%1024 == 0 && time.Now().After(x.deadline) {
		return nil, errLate
	}
	x.in.tag, x.in.size = false, 0
	token, err := x.Token()
	if x.in.err != nil {
		return nil, x.in.err // the decoder may say that the last letter is cut off
	}
	switch t := token.(type) {
	case xml.StartElement:
		x.attributes = append(x.attributes, len(t.Attr))
		if x.held += len(t.Attr); x.held > maxAttributes || len(x.attributes) > maxNested {
			return nil, errNested
		}
	case xml.EndElement:
		last := len(x.attributes) - 1
		x.held -= x.attributes[last]
		x.attributes = x.attributes[:last]
	}
	return token, err
}

// children calls use with each element of Word inside the one that was begun last. use reads it to its end. Elements of
// other programs are passed over with the elements of Word in them kept.
func (x *wordXML) children(use func(xml.StartElement) error) error {
	for level := 0; level >= 0; {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case t.Name.Local == "Fallback": // the same content again, for older programs
				err = x.skip()
			case t.Name.Space != wordSpace && t.Name.Space != wordStrict:
				level++
			default:
				err = use(t)
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			level--
		}
	}
	return nil
}

// find calls use with each element of Word inside, however deep, until the end of the element that was begun last, or of
// the part. use reports whether it read it to its end.
func (x *wordXML) find(use func(xml.StartElement) (bool, error)) error {
	err := x.children(func(e xml.StartElement) error {
		done, err := use(e)
		if done || err != nil {
			return err
		}
		return x.find(use)
	})
	if errors.Is(err, io.EOF) && len(x.attributes) == 0 {
		return nil
	}
	return err
}

// skip reads to the end of the element that was begun last.
func (x *wordXML) skip() error {
	for level := 1; level > 0; {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			level++
		case xml.EndElement:
			level--
		}
	}
	return nil
}

// wordAttr is an attribute of an element, "" for none.
func wordAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// pieces is XML that ends with an error where a tag or a text is longer than anything to read.
type pieces struct {
	*bufio.Reader
	left, markup, text int64
	tag                bool // inside a tag
	size               int64
	err                error
}

func (p *pieces) ReadByte() (byte, error) {
	c, err := p.Reader.ReadByte()
	if err != nil {
		return c, err
	}
	if p.left--; p.left < 0 {
		p.err = fmt.Errorf("it has more than %d bytes of XML", p.markup)
	}
	if c == '<' {
		p.tag, p.size = true, 0
	}
	if p.size++; p.tag && p.size > maxTag || p.size > p.text+maxTag {
		p.err = errRoom
	}
	return c, p.err
}
