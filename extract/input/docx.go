package input

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// docxText is the member of a DOCX file that holds its text. Word online numbers it: "word/document2.xml".
const docxText = "word/document.xml"

// docxPart is the name of that member, "" for a ZIP archive that is no DOCX file.
func docxPart(z *zip.Reader) string {
	numbered := ""
	for _, f := range z.File {
		if f.Name == docxText {
			return docxText
		}
		if numbered == "" && docxNumbered.MatchString(f.Name) {
			numbered = f.Name
		}
	}
	return numbered
}

var docxNumbered = regexp.MustCompile(`^word/document\d+\.xml$`)

// readDOCX gives the text of a DOCX file (ECMA-376): one paragraph per line, tables as rows with bars. It leaves out
// what a reader of the page does not see or sees taken back: hidden and struck-out text, text that tracked changes
// deleted, field codes; and headers, footers and notes.
func readDOCX(raw []byte, maxBytes int64, deadline time.Time) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", err
	}
	limit := wordLimit{markup: 16 * maxBytes, text: maxBytes, deadline: deadline} // markup is many times the size of the text
	in, err := z.Open(docxPart(z))
	if err != nil {
		return "", err
	}
	defer in.Close()
	w := wordReader{wordXML: newWordXML(in, limit), styles: readStyles(z, limit), room: maxBytes, into: &wordPart{}}
	err = w.find(func(e xml.StartElement) (bool, error) {
		if e.Name.Local != "body" {
			return false, nil
		}
		return true, w.children(w.block)
	})
	switch {
	case errors.Is(err, errRoom):
		return "", Problem{What: errRoom.Error(), Do: "raise --max-bytes, or leave it out"}
	case err != nil:
		return "", fmt.Errorf("a damaged DOCX file: %w", err)
	}
	return charset.Mend(strings.TrimSpace(strings.Join(w.into.lines, "\n"))), nil
}
