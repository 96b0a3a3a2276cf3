package input

import (
	"bufio"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/mikelolasagasti/xz"
)

// windowBytes bounds the memory that a stream of xz or zstd may ask for: as much as their strongest levels need.
const windowBytes = 128 << 20

// compressed reads what is inside a compressed stream, at the same place and under the same name.
func (r *reader) compressed(s spot, f form, b *bufio.Reader) error {
	s.members = nil
	if f == gzipFile {
		m, err := newGzipMembers(b)
		if err != nil {
			return r.broken(s, err)
		}
		s.members, s.depth, s.whole = m, s.depth+1, nil
		return r.visit(s, r.budget.given(m))
	}
	in, end, err := decompressed(f, b)
	if err != nil {
		return r.broken(s, err)
	}
	defer end()
	s.depth, s.whole = s.depth+1, nil
	return r.visit(s, r.budget.given(in))
}

// decompressed reads what is inside a compressed stream, until end is called.
func decompressed(f form, b io.Reader) (in io.Reader, end func(), err error) {
	end = func() {}
	switch f {
	case gzipFile:
		in, err = gzip.NewReader(b)
	case bzip2File:
		in = bzip2.NewReader(b)
	case xzFile:
		in, err = xz.NewReader(b, windowBytes)
	case zstdFile:
		var d *zstd.Decoder
		d, err = zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(windowBytes), zstd.WithDecoderLowmem(true))
		if err == nil {
			in, end = d, d.Close
		}
	}
	return in, end, err
}

// Decompressed reads a stream that may be compressed, until end is called: gzip, bzip2, xz or zstd. head is
// how it begins, decompressed. Nothing bounds what it becomes.
func Decompressed(r io.Reader) (in io.Reader, head []byte, end func(), err error) {
	b := bufio.NewReaderSize(r, headBytes)
	head, _ = b.Peek(headBytes) // a short one is whole
	in, end, err = decompressed(byMagic(head), b)
	if err != nil {
		return nil, nil, nil, err
	}
	if in == nil { // it is not compressed
		return b, head, end, nil
	}
	b = bufio.NewReaderSize(in, headBytes)
	head, err = b.Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		end()
		return nil, nil, nil, err
	}
	return b, head, end, nil
}

// errBomb is the error for a file that decompresses to more than it may.
var errBomb = errors.New("decompresses to more than")

// budget counts the bytes of a source and the bytes that it decompresses to, over all layers.
type budget struct {
	in, out     int64
	free, ratio int64
}

// taken counts bytes of the source itself.
func (b *budget) taken(r io.Reader) io.Reader { return countedReader{r, &b.in, nil} }

// given counts decompressed bytes, and gives an error if there are too many.
func (b *budget) given(r io.Reader) io.Reader { return countedReader{r, &b.out, b} }

// countedReader counts what is read.
type countedReader struct {
	io.Reader
	n     *int64
	bound *budget // nil for no bound
}

func (c countedReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	*c.n += int64(n)
	if b := c.bound; b != nil && b.out > b.free && b.out/b.ratio > b.in {
		return 0, fmt.Errorf("%w %d times its size", errBomb, b.ratio)
	}
	return n, err
}
