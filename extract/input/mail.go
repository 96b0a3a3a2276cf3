package input

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"

	htmlcharset "golang.org/x/net/html/charset"
)

// Beginnings of mail: a mailbox (mbox) has a line before each message; the head of a message has fields, one of which
// says that it is mail, or a page that a browser saved as one file (MHTML).
var (
	mailboxLine = regexp.MustCompile(`^From \S+ .*[0-9]{2}:[0-9]{2}.*\r?\n([A-Za-z][A-Za-z0-9-]*:|>From )`)
	mailHead    = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9-]*:[^\n]*\n([ \t][^\n]*\n)*){2,}`)
	mailField   = regexp.MustCompile(`(?mi)^(MIME-Version: *[0-9]|Message-ID: *<|Received: *(from|by|\()|Return-Path: *<|Content-Transfer-Encoding: *[0-9a-z]|Snapshot-Content-Location:|X-MimeOLE:)`)
)

// recogniseMail tells mail from text.
func recogniseMail(head []byte) form {
	switch fields := mailHead.Find(head); {
	case mailboxLine.Match(head):
		return mailboxFile
	case fields != nil && mailField.Match(fields):
		return mailFile
	}
	return plainText
}

// mailbox reads the messages of a mailbox. Each begins behind a line "From … time", before which a line is empty.
func (r *reader) mailbox(s spot, b *bufio.Reader) error {
	var message bytes.Buffer
	n, long, empty := 0, false, true
	flush := func() error {
		if n == 0 {
			return nil
		}
		in := s.inside(fmt.Sprintf("message %d", n))
		in.file, in.name = "", fmt.Sprintf("%s:%d", s.base(), n)
		if long {
			return r.problem(in, fmt.Sprintf("more than %d bytes", r.mostOfMail()), "split it, or raise --max-bytes")
		}
		return r.mail(in, bufio.NewReader(bytes.NewReader(message.Bytes())))
	}
	for {
		line, err := readLine(b, nil, r.mostOfMail())
		if err == errLong {
			long = true
			continue
		}
		if err == io.EOF {
			return flush()
		}
		if err != nil {
			return r.broken(s, err)
		}
		if empty && bytes.HasPrefix(line, []byte("From ")) {
			if err := flush(); err != nil {
				return err
			}
			n++
			long, empty = false, false
			message.Reset()
			continue
		}
		empty = len(bytes.TrimSpace(line)) == 0
		if quoted := bytes.TrimLeft(line, ">"); len(quoted) < len(line) && bytes.HasPrefix(quoted, []byte("From ")) {
			line = line[1:]
		}
		if long = long || int64(message.Len()+len(line)) > r.mostOfMail(); !long {
			message.Write(line)
			message.WriteByte('\n')
		}
	}
}

// mostOfMail is how many bytes a message may have: with what is attached to it, which is written in more letters.
func (r *reader) mostOfMail() int64 { return 2 * r.MaxBytes }

// mail reads a message: its text, and the documents that are attached. Of a page that was saved as one file, it reads the
// page and not what belongs to it.
func (r *reader) mail(s spot, b *bufio.Reader) error {
	if s.depth > r.Depth {
		return r.problem(s, fmt.Sprintf("more than %d nested containers", r.Depth), "unpack the inner ones and give those")
	}
	head, err := readHead(b)
	if err != nil {
		return r.broken(s, err)
	}
	m, err := mail.ReadMessage(io.MultiReader(bytes.NewReader(head), b))
	if err != nil {
		return r.broken(s, err)
	}
	saved := m.Header.Get("Snapshot-Content-Location")
	kind, parameters, _ := mime.ParseMediaType(m.Header.Get("Content-Type"))
	letter := &letter{reader: r, page: saved != "" || kind == "multipart/related", start: parameters["start"], before: r.faults}
	s.page = page{title: decodeWords(m.Header.Get("Subject")), address: saved}
	if !letter.page && !forwarded(s.page.title) {
		s.page.published = m.Header.Get("Date")
	}
	err = letter.part(s, textproto.MIMEHeader(m.Header), m.Body, 0)
	if err == nil && letter.read == 0 && r.faults == letter.before {
		err = r.leaveOut(s, "mail without a text", "give its text")
	}
	return err
}

// letter is a message that is being read.
type letter struct {
	*reader
	page  bool   // it is a page that was saved as one file
	start string // the id of the part that is the page; "" for the first
	read  int    // how many of its parts were read

	before int // faults before it
}

// part reads one part of a message, or the parts in it.
func (l *letter) part(s spot, head textproto.MIMEHeader, body io.Reader, depth int) error {
	if depth > l.Depth {
		return l.problem(s, fmt.Sprintf("more than %d nested parts of a message", l.Depth), "save what is in it, and give that")
	}
	kind, parameters, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		kind = "text/plain" // RFC 2045 says so of a message without a type
	}
	body = decodedPart(head, body)
	if strings.HasPrefix(kind, "multipart/") {
		return l.parts(s, kind, parameters["boundary"], body, depth)
	}
	if name := partName(head, parameters); name != "" {
		return l.attached(s, name, body)
	}
	if l.page && (l.read > 0 || kind != "text/html") || !l.page && l.read > 0 {
		return nil
	}
	if address := head.Get("Content-Location"); nameOf(address) != "" {
		s.page.address = escapeBytes(address)
	}
	if name := nameOf(s.page.address); name != "" {
		s.name = name
	}
	s.charset = ""
	if parameters["charset"] != "" {
		s.charset = head.Get("Content-Type")
	}
	switch kind {
	case "text/html":
		l.read++
		return l.document(s, htmlPage, body)
	case "text/plain":
		l.read++
		if in, err := htmlcharset.NewReaderLabel(parameters["charset"], body); err == nil && parameters["charset"] != "" {
			body = in
		}
		return l.document(s, plainText, body)
	case "message/rfc822":
		l.read++
		in := s.inside("message")
		in.file = ""
		return l.mail(in, bufio.NewReader(body))
	}
	return nil // a picture, a style sheet
}

// parts reads the parts of a part. Of alternatives it reads the first that it can.
func (l *letter) parts(s spot, kind, boundary string, body io.Reader, depth int) error {
	if boundary == "" {
		return l.problem(s, "a message in several parts that does not say where they begin", "save what is in it, and give that")
	}
	parts := multipart.NewReader(body, boundary)
	for {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			if cut := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); cut && (l.page && l.read > 0 || l.faults > l.before) {
				return nil // what belongs to the page breaks off, or that was said
			} else if cut {
				err = errors.New("the message breaks off")
			}
			return l.broken(s, err)
		}
		if id := p.Header.Get("Content-ID"); l.page && l.start != "" && id != "" && id != l.start && l.read == 0 && !strings.HasPrefix(p.Header.Get("Content-Type"), "multipart/") {
			continue
		}
		if err := l.part(s, p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// attached reads a document that is attached to a message.
func (l *letter) attached(s spot, name string, body io.Reader) error {
	if l.page {
		return nil
	}
	in := s.inside(memberName(name))
	in.page, in.charset = page{}, ""
	l.read++
	return l.visit(in, body)
}

// partName is the name of the file that a part is, "" for text.
func partName(head textproto.MIMEHeader, parameters map[string]string) string {
	how, more, _ := mime.ParseMediaType(head.Get("Content-Disposition"))
	name := decodeWords(first(more["filename"], parameters["name"]))
	if name == "" && how == "attachment" {
		return "attachment"
	}
	return name
}

// decodedPart is a part as it was before it was put into letters.
func decodedPart(head textproto.MIMEHeader, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// decodeWords reads what the head of a message writes as =?utf-8?B?…?=.
func decodeWords(text string) string {
	d := mime.WordDecoder{CharsetReader: htmlcharset.NewReaderLabel}
	decoded, err := d.DecodeHeader(text)
	if err != nil {
		return clean(strings.ToValidUTF8(text, ""))
	}
	return clean(strings.ToValidUTF8(decoded, ""))
}

// forwarded reports whether a subject says that the text is another's: its day is not that of the message.
func forwarded(subject string) bool {
	before, _, answer := strings.Cut(strings.ToLower(subject), ":")
	return answer && (before == "fwd" || before == "fw" || before == "re")
}

// mostHead bounds the head of a message.
const mostHead = 1 << 20

// readHead reads the head of a message, up to the empty line that ends it.
func readHead(b *bufio.Reader) ([]byte, error) {
	var head []byte
	for {
		line, err := readLine(b, nil, 64<<10)
		switch {
		case err == io.EOF:
			return append(head, "\r\n"...), nil
		case err != nil:
			return nil, err
		}
		head = append(append(head, bytes.TrimRight(line, "\r")...), "\r\n"...)
		if len(bytes.TrimSpace(line)) == 0 {
			return head, nil
		}
		if len(head) > mostHead {
			return nil, fmt.Errorf("the head of a message has more than %d bytes", mostHead)
		}
	}
}
