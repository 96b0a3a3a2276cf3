package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// crawl reads the records of a crawl one after the other. What is wrong with one is a line, and reading goes on at the
// next that can be found.
type crawl struct {
	*reader
	spot
	b       *bufio.Reader
	begins  func(head []byte) bool // whether a record begins like this
	n       int                    // of the record
	lengths bool                   // a wrong length was reported
}

// each calls next for each record. An error of it that is not errDone says what is wrong with the record.
func (c *crawl) each(next func() error) error {
	for c.n = 1; ; c.n++ {
		err := next()
		switch {
		case err == nil:
			continue
		case err == io.EOF:
			return nil
		case errors.As(err, new(ended)):
			return err.(ended).error
		}
		if !errors.Is(err, errTold) {
			if err := c.broken(c.spot, fmt.Errorf("record %d: %w", c.n, err)); err != nil {
				return err
			}
		}
		if !c.resume() {
			return nil
		}
	}
}

// ended wraps the error that ends the reading of the source.
type ended struct{ error }

// errTold is the error for damage that was reported already.
var errTold = errors.New("reported")

// record reads one record with its block. The error says why the record after it cannot be read.
func (c *crawl) record(block *recordBlock, address, captured string, read func(spot, io.Reader) error) error {
	in := c.inside(first(address, fmt.Sprintf("record %d", c.n)))
	in.page.address, in.file, in.captured = address, "", digits(captured) // an address is not a file name
	if name := nameOf(address); name != "" {
		in.name = name
	}
	before := c.faults
	block.long = c.lengths
	if err := read(in, block); err != nil {
		return ended{err}
	}
	err := block.pass()
	switch {
	case err == errShort && c.lengths:
		return nil
	case err == errShort:
		c.lengths = true
		if err := c.problem(in, "its record is shorter than it says; this one and others like it are read to their end", "check the file"); err != nil {
			return ended{err}
		}
		return nil
	case err != nil && c.faults > before:
		return errTold
	}
	return err
}

// digits are the digits of a time: 2024-03-13T01:02:03Z is 20240313010203.
func digits(time string) string {
	return string(bytes.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, []byte(time[:min(len(time), 19)])))
}

// resume goes on at the next record behind damage, and reports whether there is one.
func (c *crawl) resume() bool {
	if m := c.members; m != nil && m.err != nil {
		if !m.resume(c.begins) {
			return false
		}
		c.b.Reset(c.budget.given(m))
		return true
	}
	for {
		if head, err := c.b.Peek(headBytes); len(head) > 0 && c.begins(head) {
			return true
		} else if len(head) == 0 && err != nil {
			return false
		}
		if _, err := readLine(c.b, nil, headBytes); err != nil && err != errLong {
			return false
		}
	}
}
