package input

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"slices"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// warc reads the pages of a crawl (ISO 28500): successful responses, resources, and conversions to text. Each
// record is a head, a block with as many bytes as the head says, and two line ends. The head gives the address
// of a page and when it was fetched.
func (r *reader) warc(s spot, b *bufio.Reader) error {
	c := &crawl{reader: r, spot: s, b: b, begins: func(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }}
	return c.each(func() error {
		head, length, err := warcHead(b)
		if err != nil {
			return err
		}
		block := &recordBlock{b: b, left: length, next: nextWARC}
		target := escapeBytes(strings.Trim(head.Get("WARC-Target-URI"), "<>"))
		return c.record(block, target, head.Get("WARC-Date"), func(in spot, body io.Reader) error {
			switch head.Get("WARC-Type") {
			case "response":
				return r.response(in, body)
			case "resource", "conversion":
				return r.payload(in, body, head.Get("Content-Type"))
			}
			return nil
		})
	})
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
		if err == io.EOF {
			err = errCut
		}
		if err != nil {
			return nil, 0, err
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
	if body, err = r.encoded(body, head.Get("Content-Encoding")); err != nil {
		return r.problem(s, err.Error(), "fetch it uncompressed, or with gzip")
	}
	return r.payload(s, body, head.Get("Content-Type"))
}

// encoded is a body without the encodings in which it was sent, except those that its bytes tell: gzip and zstd. Some
// crawlers store the body as it was meant, and keep the head.
func (r *reader) encoded(body io.Reader, encodings string) (io.Reader, error) {
	names := strings.FieldsFunc(strings.ToLower(encodings), func(c rune) bool { return c == ',' || c == ' ' })
	slices.Reverse(names)
	for _, name := range names {
		var open func(io.Reader) (io.Reader, error)
		switch name {
		case "br":
			open = func(in io.Reader) (io.Reader, error) { return brotli.NewReader(in), nil }
		case "deflate":
			open = inflate
		case "gzip", "x-gzip", "zstd", "identity":
			return body, nil
		default:
			return nil, fmt.Errorf("compressed as %s", name)
		}
		b := bufio.NewReaderSize(body, headBytes)
		body = b
		head, _ := b.Peek(headBytes)
		trial, err := open(bytes.NewReader(head))
		if err != nil {
			continue
		}
		if n, _ := io.ReadFull(trial, make([]byte, 16)); n == 0 {
			continue // it is not
		}
		if body, err = open(b); err != nil {
			return nil, err
		}
		body = r.budget.given(body)
	}
	return body, nil
}

// inflate reads deflate, with the head of zlib or, as some servers send it, without.
func inflate(in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, headBytes)
	head, _ := b.Peek(2)
	if len(head) == 2 && head[0]&0xf == 8 && (int(head[0])<<8+int(head[1]))%31 == 0 {
		return zlib.NewReader(b)
	}
	return flate.NewReader(b), nil
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
