package input

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// arcHead is the line before each record of an ARC file, the form of crawls before WARC: the address, that of the server,
// the time, the type of the content, and at the end its length. Version 2 has more in between.
var arcHead = regexp.MustCompile(`^([a-z][a-z0-9+.-]*:\S*) \S+ ([0-9]{8,14}) (\S+) (?:\S+ )*([0-9]{1,18})\r?$`)

// arc reads the pages of an ARC file.
func (r *reader) arc(s spot, b *bufio.Reader) error {
	c := &crawl{reader: r, spot: s, b: b, begins: func(head []byte) bool {
		line, _, _ := bytes.Cut(head, []byte("\n"))
		return arcHead.Match(line)
	}}
	return c.each(func() error {
		line, err := readLine(b, nil, headBytes)
		for err == nil && len(bytes.TrimSpace(line)) == 0 {
			line, err = readLine(b, nil, headBytes)
		}
		if err != nil {
			return err
		}
		head := arcHead.FindSubmatch(line)
		if head == nil {
			return fmt.Errorf("the crawl is damaged: a record does not begin with its address, time and length")
		}
		length, err := strconv.ParseInt(string(head[4]), 10, 64)
		if err != nil {
			return err
		}
		block := &recordBlock{b: b, left: length}
		address, kind := escapeBytes(string(head[1])), string(head[3])
		return c.record(block, address, string(head[2]), func(in spot, body io.Reader) error {
			if !strings.HasPrefix(address, "http") {
				return nil // what the file says of itself, and names of servers
			}
			b := bufio.NewReaderSize(body, headBytes)
			if begin, _ := b.Peek(5); string(begin) == "HTTP/" {
				return r.response(in, b)
			}
			return r.payload(in, b, kind)
		})
	})
}
