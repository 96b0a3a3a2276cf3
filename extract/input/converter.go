package input

import (
	"errors"
	"fmt"
	"strings"
)

// Converter turns what this package cannot read into something that it can: text, HTML, PDF or DOCX. It is a command of
// the user's; this package runs none.
type Converter struct {
	Name string // tells it from others: a document that another one gave is read anew
	Run  func(ext string, raw []byte) ([]byte, error)
}

// converter is the converter for a file of this kind at this spot, or nil.
func (r *reader) converter(s spot, k kind) *Converter {
	switch k.form {
	case gzipFile, bzip2File, xzFile, zstdFile: // it is inside
		return nil
	case htmlPage, mailFile, rtfFile, zipFile: // many files that are called .doc
		if s.fileExt() == ".doc" {
			return nil
		}
	}
	if c := r.Convert[s.fileExt()]; c != nil && s.fileExt() != "" {
		return c
	}
	switch {
	case k.form != other:
		return nil
	case strings.HasPrefix(k.what, "image/") && s.file != "": // and not what a page of a crawl shows
		return r.OCR
	}
	return r.Convert[k.ext]
}

// converted is the item that a converter gives.
func (i Item) converted() (Item, error) {
	ext := i.fileExt()
	if ext == "" {
		ext = i.ext
	}
	out, err := i.by.Run(ext, i.raw)
	if err != nil {
		return i, i.place.with(err.Error(), "check the command, or leave it out")
	}
	return i.holding(out)
}

// holding is the item with what a converter gave.
func (i Item) holding(out []byte) (Item, error) {
	i.by, i.raw, i.charset = nil, out, ""
	i.form = (&reader{Options: i.o}).recognise(spot{}, out[:min(len(out), wideBytes)]).form
	switch i.form {
	case plainText, htmlPage, pdfFile, docxFile, rtfFile:
		return i, nil
	case zipFile:
		i.form = docxFile
		return i, nil
	}
	return i, i.place.with("the command gave neither text nor a document", "let it write text to its output")
}

// recognised is the text of a PDF file without a text layer: that of its pages, which are pictures, by a converter. A
// file whose pictures cannot be taken out is given whole.
func (i Item) recognised() (string, error) {
	pictures := scannedPages(i.raw)
	if len(pictures) == 0 {
		pictures = []picture{{".pdf", i.raw}}
	}
	var pages []string
	size := 0
	for n, p := range pictures {
		out, err := i.o.OCR.Run(p.ext, p.raw)
		if err != nil {
			return "", i.place.with(fmt.Sprintf("page %d: %v", n+1, err), "check the command, or leave it out")
		}
		page := i
		page.raw = out
		text, err := page.plain()
		if err != nil {
			return "", err
		}
		if size += len(text); int64(size) > i.o.MaxBytes {
			return "", i.place.with(fmt.Sprintf("more than %d bytes", i.o.MaxBytes), "split it, or raise --max-bytes")
		}
		pages = append(pages, strings.TrimSpace(text))
	}
	return strings.Join(pages, "\n\n"), nil
}

// isScan reports whether an error says that a PDF file has no text.
func isScan(err error) bool {
	var p Problem
	return errors.As(err, &p) && p.What == errScanned.What
}
