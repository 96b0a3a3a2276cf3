package input

import (
	"bytes"
	"net/http"
	"regexp"
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
	jsonFile
	csvFile
	mailFile
	mailboxFile
	rtfFile
	warcFile
	arcFile
	zipFile
	tarFile
	gzipFile
	bzip2File
	xzFile
	zstdFile
)

// headBytes is how many bytes of a file are looked at to recognise its form, and wideBytes how many to recognise
// what lines it has.
const (
	headBytes = 4096
	wideBytes = 32 << 10
)

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
	{arcFile, 0, "filedesc://"},
	{pdfFile, 0, "%PDF-"},
	{rtfFile, 0, `{\rtf`},
}

// unread are forms that cannot be read though people may expect it, with what to do about them.
var unread = []struct{ bytes, what, do, ext string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of Word before 2007 (.doc), or of a similar kind", "save it as DOCX or PDF, or name a program that gives its text, for example: --convert 'doc=antiword {}'", ".doc"},
	{"II*\x00", "image/tiff", giveForms, ".tif"},
	{"MM\x00*", "image/tiff", giveForms, ".tif"},
}

// kind is what a file was recognised as. For other, what says what it is, and do what can be done about it.
type kind struct {
	form      form
	what, do  string
	ext       string // of names of such files
	separator rune   // of CSV
}

// byMagic is the form of a file that is known by its first bytes, or other.
func byMagic(head []byte) form {
	for _, m := range magic {
		if len(head) >= m.offset+len(m.bytes) && string(head[m.offset:m.offset+len(m.bytes)]) == m.bytes {
			return m.form
		}
	}
	return other
}

// recognise tells the form of a file that begins with wide.
func (r *reader) recognise(s spot, wide []byte) kind {
	head := wide[:min(len(wide), headBytes)]
	if f := byMagic(head); f != other {
		return kind{form: f}
	}
	for _, u := range unread {
		if bytes.HasPrefix(head, []byte(u.bytes)) {
			return kind{what: u.what, do: u.do, ext: u.ext}
		}
	}
	if at := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); at > 0 && bytes.IndexByte(head, 0) < 0 {
		return kind{form: pdfFile} // some programs write a line before it
	}
	if even := wide[:len(wide)/2*2]; charset.IsUTF16(even) {
		text, _, _ := charset.Decode(even, charset.UTF16)
		wide, head = []byte(text), []byte(text)[:min(len(text), headBytes)]
	}
	k := sniff(head)
	if k.form == plainText {
		return r.recogniseLines(s, bytes.TrimPrefix(wide, []byte("\ufeff")))
	}
	return k
}

// sniff distinguishes text, HTML and anything else, as browsers do.
func sniff(head []byte) kind {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	mime, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if !strings.HasPrefix(mime, "text/") && isText(head) { // "BMW …" is no picture
		mime = "text/plain"
	}
	switch {
	case mime == "text/html":
		return kind{form: htmlPage}
	case strings.HasPrefix(mime, "text/") && (beginsObject(head) || recogniseMail(head) != plainText): // with a page in it
		return kind{form: plainText}
	case strings.HasPrefix(mime, "text/") && bytes.Contains(bytes.ToLower(head), []byte("<html")):
		return kind{form: htmlPage} // behind a declaration, or another line
	case mime == "text/plain" && isFragment(head):
		return kind{form: htmlPage}
	case mime == "text/plain" && xmlHead.Match(head):
		return kind{what: "text/xml", do: giveForms}
	case mime == "text/plain", mime == "application/octet-stream": // bytes in an older encoding are seldom recognised
		return kind{form: plainText}
	}
	return kind{what: mime, do: giveForms}
}

// xmlHead is the beginning of XML without a declaration: feeds, lists of addresses, dumps of a wiki.
var xmlHead = regexp.MustCompile(`^\s*<(mediawiki|rss|feed|urlset|sitemapindex|opml|[A-Za-z][A-Za-z0-9:._-]*\s[^<>]*xmlns(:[a-z]+)?=)`)

// giveForms says what can be read.
const giveForms = "give text, HTML, PDF, DOCX, RTF, JSON, CSV, mail, WARC, ZIP or tar"

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
