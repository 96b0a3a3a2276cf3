package input

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// maxPages bounds the pages of a PDF file, whose number the file itself gives.
const maxPages = 5000

// readPDF gives the text layer of a PDF file, line ends only between paragraphs. A file without one, as
// scanners make it, is an error. It stops at the deadline.
func readPDF(raw []byte, maxBytes int, deadline time.Time) (string, error) {
	if at := bytes.Index(raw[:min(len(raw), 1024)], []byte("%PDF-")); at > 0 {
		raw = raw[at:]
	}
	doc, err := pdf.NewReader(bytes.NewReader(raw), int64(len(raw)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return "", Problem{What: "locked with a password", Do: "save it without"}
	case err != nil:
		return "", fmt.Errorf("a damaged PDF file: %w", err)
	}
	w := pdfWriter{deadline: deadline, room: maxBytes, fonts: map[string]*pdfFont{}}
	pages := min(doc.NumPage(), maxPages)
	for n := 1; n <= pages; n++ {
		if err := w.page(doc.Page(n)); err != nil {
			return "", fmt.Errorf("page %d: %w", n, err)
		}
	}
	text := paragraphs(w.lines)
	if strings.TrimSpace(text) == "" {
		return "", errScanned
	}
	return charset.Mend(text), nil
}

// errScanned is the error of a PDF file whose pages are pictures.
var errScanned = Problem{What: "a PDF file without text: its pages are pictures", Do: "give its text, as a program that reads pictures (OCR) writes it"}
