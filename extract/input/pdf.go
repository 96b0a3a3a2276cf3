package input

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// maxPages and maxLevels bound the tree of pages of a PDF file, which may lead back into itself.
const (
	maxPages  = 5000
	maxLevels = 32
)

// readPDF gives the text layer of a PDF file, line ends only between paragraphs. A file without one, as
// scanners make it, is an error. It stops soon after the
// deadline.
func readPDF(raw []byte, maxBytes int, deadline time.Time) (string, error) {
	if at := bytes.Index(raw[:min(len(raw), 1024)], []byte("%PDF-")); at > 0 {
		raw = raw[at:]
	}
	doc, err := pdf.NewReader(&guarded{Reader: bytes.NewReader(raw), deadline: deadline}, int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return "", Problem{What: "locked with a password", Do: "save it without"}
	case err != nil:
		return "", fmt.Errorf("a damaged PDF file: %w", err)
	}
	w := pdfWriter{deadline: deadline, room: maxBytes, fonts: map[string]*pdfFont{}}
	if err := w.pages(doc.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0); err != nil {
		return "", err
	}
	text := paragraphs(w.lines)
	if strings.TrimSpace(text) == "" {
		return "", errScanned
	}
	return charset.Mend(text), nil
}

// errScanned is the error of a PDF file whose pages are pictures.
var errScanned = Problem{What: "a PDF file without text: its pages are pictures", Do: "give its text, as a program that reads pictures (OCR) writes it"}

// guarded is a file that ends the work of the library on it: at the deadline, and when the objects of the
// file lead into each other without end. The library goes back to the file for every object.
type guarded struct {
	*bytes.Reader
	deadline time.Time
	reads    int
}

// maxFrames is how deep the calls may be when the file is read.
const maxFrames = 2000

func (g *guarded) ReadAt(p []byte, at int64) (int, error) {
	if g.reads++; g.reads%256 == 0 {
		if time.Now().After(g.deadline) {
			panic(errLate)
		}
		if runtime.Callers(maxFrames, make([]uintptr, 1)) > 0 {
			panic(errDeep)
		}
	}
	return g.Reader.ReadAt(p, at)
}
