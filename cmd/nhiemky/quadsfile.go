package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input"
)

// quadsFile is an open file of N-Quads.
type quadsFile struct {
	io.Reader
	label string // in messages
	close func()
	file  string
}

// openQuads opens a file of N-Quads, compressed or not; - is stdin. A file of something else is named for
// what it is.
func openQuads(path string, stdin io.Reader) (*quadsFile, error) {
	q := &quadsFile{Reader: stdin, label: "stdin", close: func() {}, file: path}
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, fail(errInput, explainPath(path, err))
		}
		q.Reader, q.label, q.close = f, path, func() { f.Close() }
		if info, err := f.Stat(); err == nil && info.IsDir() {
			q.close()
			return nil, failf(errInput, "%s: this is a folder, and not a file of N-Quads: build reads a folder of articles, and export writes what is in a store", path)
		}
	}
	in, head, end, err := input.Decompressed(q.Reader)
	if err != nil {
		q.close()
		return nil, failf(errInput, "%s: it is compressed, and damaged: %w", q.label, err)
	}
	file := q.close
	q.Reader, q.close = in, func() { end(); file() }
	if what := otherThanQuads(head); what != "" {
		q.close()
		return nil, failf(errInput, "%s: this is %s, and not N-Quads: %s", q.label, what, convertQuads)
	}
	return q, nil
}

// convertQuads says what can be done about a file in another form.
const convertQuads = "turn it into N-Quads first, as with rapper -o nquads or riot --output=nquads"

// otherThanQuads says what a file is that begins like something else than N-Quads; "" for what may be it.
func otherThanQuads(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "text in UTF-16"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a ZIP archive"
	}
	text := strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n")
	for strings.HasPrefix(text, "#") { // comments
		_, rest, _ := strings.Cut(text, "\n")
		text = strings.TrimLeft(rest, " \t\r\n")
	}
	lower := strings.ToLower(text[:min(len(text), 1000)])
	switch {
	case strings.HasPrefix(lower, "@prefix"), strings.HasPrefix(lower, "@base"), strings.HasPrefix(lower, "prefix "), strings.HasPrefix(lower, "base "):
		return "Turtle or TriG"
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"):
		return "a page (HTML)"
	case strings.HasPrefix(lower, "<?xml"), strings.HasPrefix(lower, "<rdf:"):
		return "RDF/XML, or other XML"
	case strings.HasPrefix(lower, "{"), strings.HasPrefix(lower, "["):
		return "JSON-LD, or other JSON"
	}
	return ""
}

// explain adds to a mistake in a line what the file may be, as its name tells.
func (q *quadsFile) explain(err error) error {
	name := strings.ToLower(filepath.Base(q.file))
	for _, f := range []struct{ extension, what string }{
		{".ttl", "Turtle"}, {".turtle", "Turtle"}, {".n3", "Notation3"}, {".trig", "TriG"}, {".rdf", "RDF/XML"}, {".owl", "RDF/XML"}, {".jsonld", "JSON-LD"},
	} {
		if strings.Contains(name+".", f.extension+".") {
			return failf(errInput, "%s: %w: by its name it is %s, and not N-Quads: %s", q.label, err, f.what, convertQuads)
		}
	}
	if strings.HasSuffix(err.Error(), "is no absolute IRI") {
		err = fmt.Errorf("%w: give what it is relative to with --base", err)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("%w: the file is cut", err)
	}
	return failf(errInput, "%s: %w", q.label, err)
}
