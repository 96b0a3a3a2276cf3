package vocab

import (
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"
)

// iri reads <…>.
func (p *parser) iri() quad.Value {
	start := p.at
	p.at++
	var b strings.Builder
	for {
		if p.done() {
			p.fail(start, "the IRI is not closed by >")
			return nil
		}
		if p.peek() == '>' {
			p.at++
			break
		}
		r := p.rune("uU")
		if p.err != nil {
			return nil
		}
		if r <= 0x20 || strings.ContainsRune("<>\"{}|^`\\", r) {
			p.fail(start, "%q in an IRI", r)
			return nil
		}
		b.WriteRune(r)
	}
	iri := b.String()
	if p.base != "" {
		iri = Resolve(p.base, iri)
	}
	if p.err == nil && !absolute(iri) {
		p.fail(start, "<%s> is no absolute IRI", iri)
	}
	if p.err == nil && !norm.NFC.IsNormalString(iri) {
		p.fail(start, "<%s> is not in Unicode NFC", iri)
	}
	return quad.IRI(iri)
}

// absolute reports whether an IRI begins with a scheme.
func absolute(iri string) bool {
	for i, c := range []byte(iri) {
		switch {
		case c == ':':
			return i > 0
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return false
		}
	}
	return false
}

// rune reads one character, or one escape of those allowed.
func (p *parser) rune(escapes string) rune {
	if p.text[p.at] != '\\' {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if r == utf8.RuneError && n == 1 {
			p.fail(p.at, "no valid UTF-8")
			return 0
		}
		p.at += n
		return r
	}
	if p.at+1 >= len(p.text) || !strings.ContainsRune(escapes, rune(p.text[p.at+1])) {
		p.fail(p.at, "no such escape here")
		return 0
	}
	c := p.text[p.at+1]
	switch c {
	case 'u':
		return p.hex(4)
	case 'U':
		return p.hex(8)
	}
	p.at += 2
	return rune("\t\b\n\r\f\"'\\"[strings.IndexByte("tbnrf\"'\\", c)])
}

// hex reads the escape of a character by its number.
func (p *parser) hex(digits int) rune {
	start := p.at
	p.at += 2
	var r rune
	for range digits {
		c := p.peek()
		n := strings.IndexByte("0123456789abcdef", c|0x20)
		if c < '0' || c > '9' && c < 'A' || n < 0 {
			p.fail(start, "want %d hexadecimal digits", digits)
			return 0
		}
		r = r<<4 | rune(n)
		p.at++
	}
	if !utf8.ValidRune(r) {
		p.fail(start, "there is no character %X", r)
		return 0
	}
	return r
}

// blank reads _:name.
func (p *parser) blank() quad.Value {
	start := p.at
	p.at++
	p.expect(':', "a colon")
	name := p.at
	for !p.done() {
		r, n := utf8.DecodeRuneInString(p.text[p.at:])
		if !inBlank(r, p.at == name) {
			break
		}
		p.at += n
	}
	for p.at > name && p.text[p.at-1] == '.' { // the full stop of the statement
		p.at--
	}
	if p.at == name {
		p.fail(start, "a blank node without a name")
	}
	if p.peek() == ':' {
		p.fail(p.at, "a colon in the name of a blank node")
	}
	return quad.BNode(p.text[min(name, p.at):p.at])
}

// inBlank reports whether a character may stand in the name of a blank node.
func inBlank(r rune, first bool) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '_':
		return true
	case r == '-', r == '.', r == 0xb7, 0x300 <= r && r <= 0x36f, r == 0x203f, r == 0x2040:
		return !first
	}
	for _, pair := range [][2]rune{{0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2ff}, {0x370, 0x37d}, {0x37f, 0x1fff}, {0x200c, 0x200d},
		{0x2070, 0x218f}, {0x2c00, 0x2fef}, {0x3001, 0xd7ff}, {0xf900, 0xfdcf}, {0xfdf0, 0xfffc}, {0x10000, 0xeffff}} {
		if pair[0] <= r && r <= pair[1] {
			return true
		}
	}
	return false
}

// literal reads "…", "…"@tag or "…"^^<type>.
func (p *parser) literal() quad.Value {
	start := p.at
	p.at++
	var b strings.Builder
	for {
		if p.done() {
			p.fail(start, "the string is not closed")
			return nil
		}
		if p.peek() == '"' {
			break
		}
		b.WriteRune(p.rune("tbnrf\"'\\uU"))
	}
	p.at++
	value := quad.String(b.String())
	switch {
	case p.peek() == '@':
		p.at++
		return quad.LangString{Value: value, Lang: p.language()}
	case strings.HasPrefix(p.text[p.at:], "^^"):
		p.at += 2
		datatype, _ := p.iriTerm("a datatype").(quad.IRI)
		switch datatype {
		case typeString:
			return value
		case typeLang:
			p.fail(start, "rdf:langString without a language tag")
		}
		return quad.TypedString{Value: value, Type: datatype}
	}
	return value
}

// language reads a tag: letters, then parts of letters and digits behind hyphens.
func (p *parser) language() string {
	start, part := p.at, p.at
	for !p.done() {
		c := p.peek()
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		digit := '0' <= c && c <= '9'
		inFirst := !strings.Contains(p.text[start:p.at], "-")
		if c == '-' && p.at > part {
			part = p.at + 1
		} else if !letter && (!digit || inFirst) {
			break
		}
		p.at++
	}
	if p.at == part {
		p.fail(start, "no language tag")
	}
	return p.text[start:p.at]
}
