package input

import (
	"time"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// Options say how to read. A zero value stands for that of Defaults, except that Encoding and Fields are then
// found out.
type Options struct {
	MaxBytes int64         // of one document, decompressed
	Depth    int           // how deep containers and compressions may be nested
	Time     time.Duration // that one document may take to be read
	Free     int64         // how many bytes any file may decompress to, whatever its size
	Ratio    int64         // how many times its size a file may decompress to, beyond Free

	Encoding charset.Encoding      // of text, pages and JSON lines; Auto finds it out for each document
	Fields   Fields                // of JSON lines
	Convert  map[string]*Converter // by the ends of names of files: ".doc"
	OCR      *Converter            // of pictures of text, and PDF files of such
	AsFound  bool                  // keep the bytes of plain text as they are: UTF-8 only, nothing is repaired
}

// Defaults are limits for unknown input. An article has some kilobytes, a book a few megabytes. Text compresses
// to about a tenth; only endless repetition compresses to a thousandth.
func Defaults() Options {
	return Options{MaxBytes: 16 << 20, Depth: 4, Time: 20 * time.Second, Free: 100 << 20, Ratio: 1000}
}

// orDefault fills in the limits that are not given.
func (o Options) orDefault() Options {
	d := Defaults()
	if o.MaxBytes == 0 {
		o.MaxBytes = d.MaxBytes
	}
	if o.Depth == 0 {
		o.Depth = d.Depth
	}
	if o.Time == 0 {
		o.Time = d.Time
	}
	if o.Free == 0 {
		o.Free = d.Free
	}
	if o.Ratio == 0 {
		o.Ratio = d.Ratio
	}
	return o
}
