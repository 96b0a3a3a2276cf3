package input

import (
	"time"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// Options say how to read. Zero values stand for those of Defaults, but for Encoding and Fields, whose
// zero values mean "find out".
type Options struct {
	MaxBytes int64         // of one document, decompressed
	Depth    int           // how many containers and compressions may lie in each other
	Time     time.Duration // that one document may take to be read
	Free     int64         // bytes that a file may decompress to, whatever its size
	Ratio    int64         // how many bytes each byte of the file may decompress to, beyond Free

	Encoding charset.Encoding // of text, pages and JSON lines; Auto finds out, for each by itself
	Fields   Fields           // of JSON lines
	AsFound  bool             // keep the bytes of plain text as they are: UTF-8 only, nothing mended
}

// Defaults are the limits for input that nobody has looked at: an article has some kilobytes, a book a
// few megabytes; text packs to a tenth, and by 1000 only what repeats itself to no end.
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
