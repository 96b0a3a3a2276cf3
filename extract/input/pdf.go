package input

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
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
// layer, as scanners make it, is an error. unread says of which parts nothing is read. Reading stops soon after the deadline.
func readPDF(raw []byte, maxBytes int, deadline time.Time) (text string, unread []string, err error) {
	doc, err := openPDF(plainPDF(raw), maxBytes, deadline)
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return "", nil, Problem{What: "protected with a password", Do: "save it without"}
	case err != nil:
		return "", nil, fmt.Errorf("a damaged PDF file: %w", err)
	}
	w := pdfWriter{deadline: deadline, limit: maxBytes, room: maxBytes, fonts: map[string]*pdfFont{}, known: map[string]*pdfFont{}, darkPages: map[int]bool{}}
	if err := w.pages(doc.Trailer().Key("Root").Key("Pages"), pdf.Value{}, pdf.Value{}, 0); err != nil {
		if errors.Is(err, errRoom) {
			return "", nil, Problem{What: errRoom.Error(), Do: "raise --max-bytes, or leave it out"}
		}
		return "", nil, err
	}
	if w.untold > w.told {
		return "", nil, errLetters
	}
	lines, unread, err := w.layout()
	text = paragraphs(lines)
	switch {
	case err != nil:
		return "", nil, err
	case strings.TrimSpace(text) == "" && len(unread) > 0:
		return "", nil, Problem{What: unread[0], Do: insteadOfPDF}
	case strings.TrimSpace(text) == "":
		return "", nil, errScanned
	}
	return charset.Mend(text), unread, nil
}

// layout puts the pages in the order of reading. What cannot be told is said in words.
func (w *pdfWriter) layout() ([]pdfLine, []string, error) {
	readOldFonts(w.sheets)
	pages := make([][]pdfRow, len(w.sheets))
	for k, s := range w.sheets {
		tables := s.grids()
		pages[k] = rowsOf(s.upright())
		for _, g := range tables {
			pages[k] = append(pages[k], pdfRow{y: g.ys[0], size: 1, pieces: []pdfPiece{{left: g.xs[0], right: g.xs[len(g.xs)-1], table: g}}})
		}
		slices.SortStableFunc(pages[k], func(a, b pdfRow) int { return cmp.Compare(b.y, a.y) })
	}
	pages = withoutMargins(w.sheets, pages)
	r := pdfReader{}
	for k, s := range w.sheets {
		if time.Now().After(w.deadline) {
			return nil, nil, errLate
		}
		r.read(s.number, pages[k])
	}
	if untold := w.untold; untold > fewUntold {
		r.unread = append(r.unread, fmt.Sprintf("%d letters on %s that cannot be told: a font in it has no table of them", untold, pagesOf(w.darkPages)))
	}
	return r.lines, r.unread, nil
}

// fewUntold is the number of letters that cannot be told up to which nothing is said: signs of lists and the like.
const fewUntold = 20

// pagesOf names pages.
func pagesOf(pages map[int]bool) string {
	all := slices.Sorted(maps.Keys(pages))
	if len(all) == 1 {
		return fmt.Sprintf("page %d", all[0])
	}
	return fmt.Sprintf("%d pages from page %d on", len(all), all[0])
}

// upright are the spans of a page in the direction in which most of its text is written.
func (s *pdfSheet) upright() (out []pdfSpan) {
	letters := [4]int{}
	for _, span := range s.spans {
		letters[span.turned] += len(span.text)
	}
	main := 0
	for turned, n := range letters {
		if n > letters[main] {
			main = turned
		}
	}
	for _, span := range s.spans {
		if span.turned == main {
			out = append(out, span)
		}
	}
	return out
}

// readOldFonts reads what is drawn in fonts older than Unicode as they draw it. A font that is drawn with a letter that such a
// font has not bears a name that says nothing.
func readOldFonts(sheets []*pdfSheet) {
	text := map[*pdfFont]*strings.Builder{}
	for _, s := range sheets {
		for _, span := range s.spans {
			if span.font.old.Encoding == "" {
				continue
			}
			if text[span.font] == nil {
				text[span.font] = &strings.Builder{}
			}
			text[span.font].WriteString(span.text + " ")
		}
	}
	old := map[*pdfFont]bool{}
	for f, b := range text {
		_, old[f] = f.old.Read(b.String())
	}
	for _, s := range sheets {
		for k := range s.spans {
			if span := &s.spans[k]; old[span.font] {
				span.text = span.font.old.Always(span.text)
			}
		}
	}
}

// insteadOfPDF is what to do about a PDF file that does not say enough.
const insteadOfPDF = "give the file from which it was made, or its text"

// errLetters is the error for a PDF file that says of most of its letters only how they look.
var errLetters = Problem{What: "a PDF file whose letters cannot be told: its fonts have no table of them", Do: insteadOfPDF}

// errScanned is the error for a PDF file whose pages are pictures.
var errScanned = Problem{What: "a PDF file without text: its pages are pictures", Do: "give its text, or name a program for text recognition, for example: --ocr 'tesseract -l vie {} -'"}
