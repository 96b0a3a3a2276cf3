package input

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// form is the kind of file that bytes are.
type form int

// The forms that can be read, and other for the rest.
const (
	other form = iota
	plainText
	htmlPage
	pdfFile
	docxFile
	jsonLines
	warcFile
	zipFile
	tarFile
	gzipFile
	bzip2File
	xzFile
	zstdFile
)

// headBytes is how many bytes of a file are looked at to recognise its form.
const headBytes = 4096

// magic are the bytes by which a form is recognised, and their offset.
var magic = []struct {
	form   form
	offset int
	bytes  string
}{
	{gzipFile, 0, "\x1f\x8b\x08"},
	{bzip2File, 4, "1AY&SY"}, // behind BZh and the size of the blocks
	{xzFile, 0, "\xfd7zXZ\x00"},
	{zstdFile, 0, "\x28\xb5\x2f\xfd"},
	{zipFile, 0, "PK\x03\x04"},
	{zipFile, 0, "PK\x05\x06"}, // without members
	{tarFile, 257, "ustar"},
	{warcFile, 0, "WARC/"},
	{pdfFile, 0, "%PDF-"},
}

// unread are forms that cannot be read though people may expect it, with what to do about them.
var unread = []struct{ bytes, what, do string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of Word before 2007 (.doc), or of a similar kind", "save it as DOCX or PDF"},
	{`{\rtf`, "a rich text file (RTF)", "save it as DOCX or PDF"},
}

// recognise tells the form of a file that begins with head. For other, what says what it is, and do what
// can be done about it.
func recognise(head []byte) (f form, what, do string) {
	for _, m := range magic {
		if len(head) >= m.offset+len(m.bytes) && string(head[m.offset:m.offset+len(m.bytes)]) == m.bytes {
			return m.form, "", ""
		}
	}
	for _, u := range unread {
		if bytes.HasPrefix(head, []byte(u.bytes)) {
			return other, u.what, u.do
		}
	}
	if at := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); at > 0 && bytes.IndexByte(head, 0) < 0 {
		return pdfFile, "", "" // some programs write a line before it
	}
	sniffed := head
	if even := head[:len(head)/2*2]; charset.IsUTF16(even) {
		text, _, _ := charset.Decode(even, charset.UTF16)
		sniffed = []byte(text)
	}
	return sniff(sniffed)
}

// sniff distinguishes text, HTML, JSON and anything else, as browsers do.
func sniff(head []byte) (f form, what, do string) {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	kind, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if !strings.HasPrefix(kind, "text/") && isText(head) { // "BMW …" is no picture
		kind = "text/plain"
	}
	switch {
	case kind == "text/html":
		return htmlPage, "", ""
	case kind == "text/plain" && isJSON(head):
		return jsonLines, "", ""
	case strings.HasPrefix(kind, "text/") && bytes.Contains(bytes.ToLower(head), []byte("<html")):
		return htmlPage, "", "" // behind a declaration, or another line
	case kind == "text/plain" && isFragment(head):
		return htmlPage, "", ""
	case kind == "text/plain", kind == "application/octet-stream": // bytes in an older encoding are seldom recognised
		return plainText, "", ""
	}
	return other, kind, "give text, HTML, PDF, DOCX, JSON lines, WARC, ZIP or tar"
}

// fragmentTags are tags with which a piece of a page begins, besides those by which browsers recognise HTML.
var fragmentTags = [...]string{"h2", "h3", "h4", "h5", "section", "article", "main", "span", "strong", "center", "ul", "ol", "tr", "tbody", "thead"}

// isFragment reports whether a text is a piece of an HTML page: it begins with a tag, and one is closed further on.
func isFragment(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if !bytes.HasPrefix(head, []byte("<")) || !bytes.Contains(head, []byte("</")) {
		return false
	}
	end := bytes.IndexAny(head, " >\n")
	return end > 1 && slices.Contains(fragmentTags[:], string(bytes.ToLower(head[1:end])))
}

// isText reports whether bytes are UTF-8 without control characters. The last character may be cut off.
func isText(head []byte) bool {
	for i := 0; i < len(head); {
		c, n := utf8.DecodeRune(head[i:])
		if c == utf8.RuneError && n == 1 && (i < len(head)-utf8.UTFMax || len(head) < headBytes) || c < ' ' && !strings.ContainsRune("\t\n\r\f", c) {
			return false
		}
		i += n
	}
	return true
}

// isJSON reports whether the first line is a JSON object, or begins like one and is longer than the head.
func isJSON(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	line, _, whole := bytes.Cut(head, []byte("\n"))
	if whole || len(head) < headBytes/2 {
		return bytes.HasPrefix(line, []byte("{")) && json.Valid(line)
	}
	inner, object := bytes.CutPrefix(line, []byte("{"))
	return object && bytes.HasPrefix(bytes.TrimSpace(inner), []byte(`"`))
}
