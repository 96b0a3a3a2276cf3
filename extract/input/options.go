package input

import (
	"time"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// Options say how to read. A zero value stands for that of Defaults, except that Encoding and Fields are then
// found out.
type Options struct {
	MaxBytes int64         // of one document, decompressed
	MaxWords int           // of one document, with its numbers and signs: each takes memory in what follows
	Depth    int           // how deep containers and compressions may be nested
	Time     time.Duration // that one document may take to be read, and extracted
	Whole    time.Duration // that a whole source may take, beyond a second for each secondBytes
	Free     int64         // how many bytes any file may decompress to, whatever its size
	Ratio    int64         // how many times its size a file may decompress to, beyond Free

	Encoding charset.Encoding      // of text, pages and JSON lines; Auto finds it out for each document
	Fields   Fields                // of JSON lines
	Convert  map[string]*Converter // by the ends of names of files: ".doc"
	OCR      *Converter            // of pictures of text, and PDF files of such
	now      func() time.Time      // the clock, for tests
	AsFound  bool                  // keep the bytes of plain text as they are: UTF-8 only, nothing is repaired
}

// secondBytes is how much of a source, and of what it decompresses to, may take a second: a slow machine reads, extracts
// and stores five times as much.
const secondBytes = 200_000

// Defaults are limits for unknown input. An article has some kilobytes, a book a few megabytes. Text compresses
// to about a tenth, pages of one site to a fiftieth; only endless repetition compresses to a thousandth.
func Defaults() Options {
	return Options{MaxBytes: 16 << 20, MaxWords: 1_000_000, Depth: 4, Time: 20 * time.Second, Whole: 10 * time.Minute, Free: 100 << 20, Ratio: 200}
}

// orDefault fills in the limits that are not given.
func (o Options) orDefault() Options {
	d := Defaults()
	if o.MaxBytes == 0 {
		o.MaxBytes = d.MaxBytes
	}
	if o.MaxWords == 0 {
		o.MaxWords = d.MaxWords
	}
	if o.Depth == 0 {
		o.Depth = d.Depth
	}
	if o.Time == 0 {
		o.Time = d.Time
	}
	if o.Whole == 0 {
		o.Whole = d.Whole
	}
	if o.now == nil {
		o.now = time.Now
	}
	if o.Free == 0 {
		o.Free = d.Free
	}
	if o.Ratio == 0 {
		o.Ratio = d.Ratio
	}
	return o
}
