package input

import (
	"errors"
	"fmt"
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

// readPDF gives the text layer of a PDF file, with line ends only between paragraphs. A file without a text
// layer, as scanners make it, is an error. Reading stops soon after the deadline.
func readPDF(raw []byte, maxBytes int, deadline time.Time) (string, error) {
	doc, err := openPDF(plainPDF(raw), maxBytes, deadline)
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return "", Problem{What: "protected with a password", Do: "save it without"}
	case err != nil:
		return "", fmt.Errorf("a damaged PDF file: %w", err)
	}
	w := pdfWriter{deadline: deadline, limit: maxBytes, room: maxBytes, fonts: map[string]*pdfFont{}}
	if err := w.pages(doc.Trailer().Key("Root").Key("Pages"), pdf.Value{}, 0); err != nil {
		return "", err
	}
	text := paragraphs(w.lines)
	if strings.TrimSpace(text) == "" {
		return "", errScanned
	}
	return charset.Mend(text), nil
}

// errScanned is the error for a PDF file whose pages are pictures.
var errScanned = Problem{What: "a PDF file without text: its pages are pictures", Do: "give its text, or name a program for text recognition, for example: --ocr 'tesseract -l vie {} -'"}
