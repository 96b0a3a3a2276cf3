package input

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"time"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// Source is one file to read.
type Source struct {
	File  string    // its name in problems
	Name  string    // of its documents; "" if they are identified by their content
	In    io.Reader // its bytes; an archive is read in place if this is an io.ReaderAt with a size
	Named bool      // it was named itself: what is no document in it is a problem and not left out
}

// Read calls use with each item found in a source, in order, as soon as it is found. The error is that of
// use, which ends the reading. A fault of the source is an item, not an error.
func Read(s Source, o Options, use func(Item) error) error {
	o = o.orDefault()
	b := &budget{free: o.Free, ratio: o.Ratio}
	r := &reader{Options: o, budget: b, begun: o.now()}
	r.use = func(i Item) error {
		if err := use(i); err != nil {
			return err
		}
		return r.inTime(i.spot)
	}
	sp := spot{place: Problem{File: s.File}, file: s.File, name: s.Name, named: s.Named}
	if at, size, ok := inPlace(s.In); ok {
		sp.whole, sp.size = at, size
	}
	err := r.visit(sp, b.taken(s.In))
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}

// inPlace is the source as a file that can be read at any offset.
func inPlace(in io.Reader) (io.ReaderAt, int64, bool) {
	at, ok := in.(interface {
		io.ReaderAt
		io.Seeker
	})
	if !ok {
		return nil, 0, false
	}
	size, err := at.Seek(0, io.SeekEnd)
	if err != nil || size <= 0 {
		return nil, 0, false
	}
	if _, err := at.Seek(0, io.SeekStart); err != nil {
		return nil, 0, false
	}
	return at, size, true
}

// reader takes one source apart.
type reader struct {
	Options
	use    func(Item) error
	budget *budget
	faults int // how many problems were reported
	begun  time.Time
	late   bool // that it takes too long was reported
}

// spot is a place in a source.
type spot struct {
	place   Problem // without a reason
	name    string  // of a document here
	named   bool    // see Source
	depth   int     // number of containers around it
	page    page    // what is known about a document here from outside
	charset string  // that a crawl gives for it
	file    string  // its file name, in the container or outside; "" for pages of a crawl
	whole   io.ReaderAt
	size    int64 // of whole

	members  *gzipMembers // of which this is the content
	captured string       // when a crawl fetched it, as digits
	by       *Converter   // that has to read it first
	ext      string       // of names of such files, if its own has none
}

// page is what the surroundings of a document, or its own metadata, say about it.
type page struct {
	title, published, publisher, address string
	unread                               string // what is not read of it, and why: a line for each part
}

// inside is a spot in the container that is at this spot.
func (s spot) inside(member string) spot {
	in := s
	in.place.File += "!" + member
	in.file = member
	in.name = path.Join(s.base(), path.Clean("/" + member)[1:])
	in.named, in.depth, in.whole, in.members = false, s.depth+1, nil, nil
	return in
}

// base is the name of a container; one from stdin has none.
func (s spot) base() string {
	if s.name == "" {
		return "stdin"
	}
	return s.name
}

// errStop ends a source after a problem that was reported.
var errStop = errors.New("stop")

// visit reads what stands at a spot, whatever it is.
func (r *reader) visit(s spot, in io.Reader) error {
	if s.depth > r.Depth {
		return r.problem(s, fmt.Sprintf("more than %d nested containers", r.Depth), "unpack the inner ones and give those")
	}
	b := bufio.NewReaderSize(in, wideBytes)
	head, err := b.Peek(wideBytes)
	if err != nil && err != io.EOF && len(head) == 0 { // damage further on is met there
		return r.broken(s, err)
	}
	k := r.recognise(s, head)
	if c := r.converter(s, k); c != nil {
		s.by, s.ext = c, k.ext
		return r.document(s, k.form, b)
	}
	switch f := k.form; f {
	case gzipFile, bzip2File, xzFile, zstdFile:
		return r.compressed(s, f, b)
	case tarFile:
		return r.tar(s, b)
	case zipFile:
		return r.zip(s, b)
	case warcFile:
		return r.warc(s, b)
	case arcFile:
		return r.arc(s, b)
	case jsonLines:
		return r.jsonLines(s, decodeWide(b, head))
	case jsonFile:
		return r.jsonValues(s, decodeWide(b, head))
	case mailFile:
		return r.mail(s, b)
	case mailboxFile:
		return r.mailbox(s, b)
	case csvFile:
		return r.csvTable(s, decodeWide(b, head), k.separator)
	case other:
		return r.leaveOut(s, k.what, k.do)
	}
	f := k.form
	if left := r.notForUs(s, f); left != "" {
		return r.leaveOut(s, left, "")
	}
	return r.document(s, f, b)
}

// inTime ends a source that takes too long, whatever is in it. Where commands read documents, they have bounds of their own.
func (r *reader) inTime(s spot) error {
	allowed := r.Whole + time.Duration((r.budget.in+r.budget.out)/secondBytes)*time.Second
	if r.late || r.OCR != nil || r.Convert != nil || r.now().Sub(r.begun) <= allowed {
		return nil
	}
	r.late = true
	if err := r.problem(s, fmt.Sprintf("the whole file takes longer than %s; the rest of it is not read", allowed.Round(time.Second)), "split it, or raise --max-whole-time"); err != nil {
		return err
	}
	return errStop
}

// decodeWide is a reader of UTF-8 where the bytes are UTF-16, in which a line end is no single byte.
func decodeWide(b *bufio.Reader, head []byte) *bufio.Reader {
	if !charset.IsUTF16(head[:len(head)/2*2]) {
		return b
	}
	order := unicode.LittleEndian
	if len(head) > 1 && (head[0] == 0xfe || head[0] == 0) {
		order = unicode.BigEndian
	}
	return bufio.NewReaderSize(transform.NewReader(b, unicode.UTF16(order, unicode.UseBOM).NewDecoder()), headBytes)
}

// notForUs says why something that was not named itself is left out though it could be read: plain text is
// read only if its name says that it is text, because notes, lists and programs are text too.
func (r *reader) notForUs(s spot, f form) string {
	if s.named || f != plainText {
		return ""
	}
	switch ext := s.fileExt(); ext {
	case ".txt", ".text", "":
		return ""
	default:
		return "*" + ext
	}
}

// document passes on the bytes of one document.
func (r *reader) document(s spot, f form, in io.Reader) error {
	raw, err := r.all(s, in)
	if err != nil {
		return r.broken(s, err)
	}
	if raw == nil {
		return nil
	}
	return r.use(Item{spot: s, form: f, raw: raw, o: r.Options})
}

// all reads the bytes of one document. It is nil if there are too many, which is reported.
func (r *reader) all(s spot, in io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(in, r.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > r.MaxBytes {
		return nil, s.place.with(fmt.Sprintf("more than %d bytes", r.MaxBytes), "split it, or raise --max-bytes")
	}
	if raw == nil {
		raw = []byte{}
	}
	return raw, nil
}

// problem reports what is wrong at a spot; reading continues after it.
func (r *reader) problem(s spot, what, do string) error {
	r.faults++
	return r.use(Item{spot: s, err: s.place.with(what, do)})
}

// broken reports a reading error. If the budget is exhausted, nothing more is read.
func (r *reader) broken(s spot, err error) error {
	r.faults++
	if used := r.use(Item{spot: s, err: s.place.because(err)}); used != nil {
		return used
	}
	if errors.Is(err, errBomb) {
		return errStop
	}
	return nil
}

// leaveOut reports something that is no document. It is a problem if it was named itself.
func (r *reader) leaveOut(s spot, what, do string) error {
	if s.named {
		return r.problem(s, "not an article but "+what, do)
	}
	return r.use(Item{spot: s, left: what})
}
