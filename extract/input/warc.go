package input

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"
)

// warc reads the pages of a crawl (ISO 28500): successful responses, resources, and conversions to text. Each
// record is a head, a block with as many bytes as the head says, and two line ends. The head gives the address
// of a page; its date of fetching is not used.
func (r *reader) warc(s spot, b *bufio.Reader) error {
	for n := 1; ; n++ {
		head, length, err := warcHead(b)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return r.broken(s, fmt.Errorf("record %d: %w", n, err))
		}
		block := &io.LimitedReader{R: b, N: length}
		target := escapeBytes(strings.Trim(head.Get("WARC-Target-URI"), "<>"))
		in := s.inside(first(target, fmt.Sprintf("record %d", n)))
		in.page.address, in.file = target, "" // an address is not a file name
		if name := nameOf(target); name != "" {
			in.name = name
		}
		switch head.Get("WARC-Type") {
		case "response":
			err = r.response(in, block)
		case "resource", "conversion":
			err = r.payload(in, block, head.Get("Content-Type"))
		}
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			return r.broken(s, err)
		}
		if block.N > 0 {
			return r.broken(s, fmt.Errorf("record %d: the crawl breaks off", n))
		}
	}
}

// warcHead reads the head of a record and the length of its block. It skips the empty lines that end the record
// before.
func warcHead(b *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	for {
		line, err := readLine(b, nil, headBytes)
		switch {
		case err != nil:
			return nil, 0, err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		case !bytes.HasPrefix(line, []byte("WARC/")):
			return nil, 0, fmt.Errorf("the crawl is damaged: a record does not begin with WARC/")
		}
		break
	}
	head := textproto.MIMEHeader{}
	for size := 0; ; {
		line, err := readLine(b, nil, 64<<10)
		if err != nil {
			return nil, 0, fmt.Errorf("the crawl breaks off: %w", noEOF(err))
		}
		if size += len(line); size > 1<<20 {
			return nil, 0, fmt.Errorf("the head of a record has more than %d bytes", 1<<20)
		}
		key, value, ok := strings.Cut(string(bytes.TrimSpace(line)), ":")
		if key == "" {
			break
		}
		if ok {
			head.Add(strings.TrimSpace(key), strings.TrimSpace(value))
		}
	}
	length, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, 0, fmt.Errorf("a record has no length")
	}
	return head, length, nil
}

// noEOF turns an unexpected end of a file into an error.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// response reads a page as a server sent it.
func (r *reader) response(s spot, block io.Reader) error {
	b := bufio.NewReaderSize(block, headBytes)
	status, err := readLine(b, nil, headBytes)
	if err != nil {
		return r.leaveOut(s, "a damaged answer of a server", "")
	}
	proto, code, _ := strings.Cut(string(bytes.TrimSpace(status)), " ")
	head, err := textproto.NewReader(b).ReadMIMEHeader()
	switch code, _, _ := strings.Cut(code, " "); {
	case !strings.HasPrefix(proto, "HTTP/"), err != nil && err != io.EOF:
		return r.leaveOut(s, "a damaged answer of a server", "")
	case code != "200":
		return r.leaveOut(s, "HTTP "+code, "")
	}
	body := io.Reader(b)
	if strings.EqualFold(head.Get("Transfer-Encoding"), "chunked") {
		body = unchunked(b)
	}
	if e := strings.ToLower(head.Get("Content-Encoding")); e == "br" || e == "deflate" {
		return r.problem(s, "compressed as "+e, "fetch it uncompressed, or with gzip")
	}
	return r.payload(s, body, head.Get("Content-Type"))
}

// unchunked reads a body that was sent in chunks. Some crawlers store the joined body and keep the head: then
// the first line is no number.
func unchunked(b *bufio.Reader) io.Reader {
	line, _ := b.Peek(20)
	size, _, _ := bytes.Cut(line, []byte("\r\n"))
	size, _, _ = bytes.Cut(size, []byte(";"))
	if _, err := strconv.ParseUint(string(bytes.TrimSpace(size)), 16, 32); err != nil {
		return b
	}
	return httputil.NewChunkedReader(b)
}

// payload reads the content of a record, unless its type says that it is no document.
func (r *reader) payload(s spot, in io.Reader, contentType string) error {
	kind, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind = ""
	}
	s.charset = ""
	if parameters["charset"] != "" {
		s.charset = contentType
	}
	switch main, sub, _ := strings.Cut(kind, "/"); {
	case main == "image", main == "audio", main == "video", main == "font",
		main == "text" && sub != "html" && sub != "plain",
		main == "application" && (strings.Contains(sub, "javascript") || strings.Contains(sub, "json") || strings.Contains(sub, "font")):
		return r.leaveOut(s, kind, "")
	}
	return r.visit(s, in)
}
