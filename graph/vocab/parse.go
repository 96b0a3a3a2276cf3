package vocab

import (
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// ParseLine reads one line of N-Quads, without its end. It is strict where Cayley's reader is not:
// IRIs are absolute, escapes are decoded in IRIs too, blank nodes have no colon, values are kept to
// the letter. A line that is empty or a comment gives errNothing. Errors begin with the column, in
// bytes from 1.
func ParseLine(text string) (quad.Quad, error) { return parseLine(&parser{text: text}) }

func parseLine(p *parser) (quad.Quad, error) {
	p.space()
	if p.done() || p.peek() == '#' {
		return quad.Quad{}, errNothing
	}
	var q quad.Quad
	q.Subject = p.node("a subject")
	p.space()
	q.Predicate = p.iriTerm("a predicate")
	p.space()
	q.Object = p.object()
	p.space()
	if !p.done() && p.peek() != '.' {
		q.Label = p.node("a label or the full stop")
		p.space()
	}
	p.expect('.', "the full stop")
	p.space()
	if !p.done() && p.peek() != '#' {
		p.fail(p.at, "something after the full stop")
	}
	return q, p.err
}

var errNothing = errors.New("no statement")

// parser stops at its first error: after that nothing is read.
type parser struct {
	text string
	base string // of relative IRIs, "" where there may be none
	at   int
	err  error
}

func (p *parser) done() bool { return p.err != nil || p.at >= len(p.text) }

func (p *parser) peek() byte {
	if p.done() {
		return 0
	}
	return p.text[p.at]
}

func (p *parser) space() {
	for p.peek() == ' ' || p.peek() == '\t' {
		p.at++
	}
}

func (p *parser) fail(at int, format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf("column %d: %s", at+1, fmt.Sprintf(format, args...))
	}
}

func (p *parser) expect(c byte, what string) {
	if p.peek() != c {
		p.fail(p.at, "want %s", what)
		return
	}
	p.at++
}

func (p *parser) node(what string) quad.Value {
	switch p.peek() {
	case '<':
		return p.iri()
	case '_':
		return p.blank()
	}
	p.fail(p.at, "want %s", what)
	return nil
}

func (p *parser) iriTerm(what string) quad.Value {
	if p.peek() != '<' {
		p.fail(p.at, "want %s", what)
		return nil
	}
	return p.iri()
}

func (p *parser) object() quad.Value {
	if p.peek() == '"' {
		return p.literal()
	}
	return p.node("an object")
}
