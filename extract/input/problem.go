package input

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// Problem is one fault in the input: where it is, what it is, and what to do about it. File is the path as it was
// given, followed by members behind exclamation marks: "crawl.zip!a/b.html". Line and Col count from 1, Col in
// characters; they are 0 if they do not apply.
type Problem struct {
	File      string
	Line, Col int
	What, Do  string
}

// Error is one line for people: "file!member:line:col: what; what to do". Line ends, which names in archives may
// have, become spaces.
func (p Problem) Error() string { return onOneLine(fmt.Sprintf("%s: %s; %s", p.Where(), p.What, p.Do)) }

// Where is the place without the fault: "file!member:line:col".
func (p Problem) Where() string {
	if p.Line > 0 {
		return onOneLine(fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col))
	}
	return onOneLine(p.File)
}

func onOneLine(text string) string {
	return strings.Map(func(c rune) rune {
		if c == '\n' || c == '\r' {
			return ' '
		}
		return c
	}, text)
}

// with is the problem with another reason.
func (p Problem) with(what, do string) Problem {
	p.What, p.Do = what, do
	return p
}

// because turns a reading error into a problem at a place.
func (p Problem) because(err error) Problem {
	var done Problem
	var text *charset.Error
	switch {
	case errors.As(err, &done):
		if done.File == "" { // the reader of a form does not know its place
			return p.with(done.What, done.Do)
		}
		return done
	case errors.As(err, &text):
		return p.with(text.What, text.Do)
	case errors.Is(err, errBomb):
		return p.with(err.Error(), "leave it out, or raise --max-ratio")
	}
	return p.with(err.Error(), "check the file")
}

// at gives the problem the line and column of an offset in raw.
func (p Problem) at(raw []byte, offset int) Problem {
	if offset < 0 || p.Line > 0 {
		return p
	}
	before := raw[:offset]
	p.Line = bytes.Count(before, []byte("\n")) + 1
	p.Col = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return p
}
