package input

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Source is one file to read.
type Source struct {
	File  string    // as it is named in problems
	Name  string    // under which its documents are known; "" for those that are known by their content
	In    io.Reader // its bytes; an archive is read in place where they are an io.ReaderAt with a size
	Named bool      // it was asked for by itself: what is no document in it is a problem, not left out
}

// Read calls use with each thing found in a source, in order, as soon as it is found. The error is that
// of use, which ends the reading; what is wrong with the source is an item.
func Read(s Source, o Options, use func(Item) error) error {
	o = o.orDefault()
	b := &budget{free: o.Free, ratio: o.Ratio}
	r := &reader{Options: o, use: use, budget: b}
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

// inPlace gives a file that can be read at any place.
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
}

// spot is where in a source the reader is.
type spot struct {
	place   Problem // without a reason yet
	name    string  // under which a document here is known
	named   bool    // see Source
	depth   int     // containers around
	page    page    // what is known of a document here from around it
	charset string  // that a crawl says of it
	file    string  // the name of the file that this is, in the container or outside; "" for pages of a crawl
	whole   io.ReaderAt
	size    int64 // of whole
}

// page is what a document's surroundings or its own metadata say of it.
type page struct {
	title, published, publisher, address string
}

// inside is a spot in a container at this one.
func (s spot) inside(member string) spot {
	in := s
	in.place.File += "!" + member
	in.file = member
	in.name = path.Join(s.base(), path.Clean("/" + member)[1:])
	in.named, in.depth, in.whole = false, s.depth+1, nil
	return in
}

// base is the name of a container: what comes from stdin has none of its own.
func (s spot) base() string {
	if s.name == "" {
		return "stdin"
	}
	return s.name
}

// errStop ends a source after a problem that was told.
var errStop = errors.New("stop")

// visit reads what stands at a spot, whatever it is.
func (r *reader) visit(s spot, in io.Reader) error {
	if s.depth > r.Depth {
		return r.problem(s, fmt.Sprintf("more than %d containers in each other", r.Depth), "take the inner ones out and give them")
	}
	b := bufio.NewReaderSize(in, headBytes)
	head, err := b.Peek(headBytes)
	if err != nil && err != io.EOF {
		return r.broken(s, err)
	}
	f, what, do := recognise(head)
	switch f {
	case gzipFile, bzip2File, xzFile, zstdFile:
		return r.compressed(s, f, b)
	case tarFile:
		return r.tar(s, b)
	case zipFile:
		return r.zip(s, b)
	case warcFile:
		return r.warc(s, b)
	case jsonLines:
		return r.jsonLines(s, b)
	case other:
		return r.leaveOut(s, what, do)
	}
	if left := r.notForUs(s, f); left != "" {
		return r.leaveOut(s, left, "")
	}
	return r.document(s, f, b)
}

// notForUs says why something that was not named itself is left out though it could be read: plain text
// is for us only when its name says that it is text, since notes, lists and programs are text too.
func (r *reader) notForUs(s spot, f form) string {
	if s.named || f != plainText {
		return ""
	}
	name := s.file
	for _, packed := range []string{".gz", ".bz2", ".xz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	switch ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))); ext {
	case ".txt", ".text", "":
		return ""
	default:
		return "*" + ext
	}
}

// document hands on the bytes of one document.
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

// all reads the bytes of one document; nil when there are too many, which is told.
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

// problem tells what is wrong at a spot; the reading goes on behind it.
func (r *reader) problem(s spot, what, do string) error {
	return r.use(Item{spot: s, err: s.place.with(what, do)})
}

// broken tells of an error of reading. Behind one that exhausted the budget nothing more is read.
func (r *reader) broken(s spot, err error) error {
	if used := r.use(Item{spot: s, err: s.place.because(err)}); used != nil {
		return used
	}
	if errors.Is(err, errBomb) {
		return errStop
	}
	return nil
}

// leaveOut tells of something that is no document: a problem where it was asked for.
func (r *reader) leaveOut(s spot, what, do string) error {
	if s.named {
		return r.problem(s, "no article but "+what, do)
	}
	return r.use(Item{spot: s, left: what})
}
