package input

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// docxText is the member of a DOCX file that holds its text.
const docxText = "word/document.xml"

// The namespaces of WordprocessingML: of ECMA-376 transitional and strict.
const (
	wordSpace  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// readDOCX gives the text of a DOCX file (ECMA-376): one paragraph per line, tables cell by cell. It leaves
// out text that tracked changes deleted, field codes, headers, footers and notes.
func readDOCX(raw []byte, maxBytes int64) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", err
	}
	in, err := z.Open(docxText)
	if err != nil {
		return "", err
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: 16*maxBytes + 1} // markup is many times the size of the text
	text, err := wordText(limited)
	switch {
	case limited.N <= 0:
		return "", fmt.Errorf("its text is more than %d bytes", 16*maxBytes)
	case err != nil:
		return "", fmt.Errorf("a damaged DOCX file: %w", err)
	}
	return charset.Mend(text), nil
}

// wordText reads WordprocessingML.
func wordText(in io.Reader) (string, error) {
	var out strings.Builder
	d := xml.NewDecoder(in)
	reading := false // inside an element that holds text
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.TrimSpace(out.String()), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Space != wordSpace && t.Name.Space != wordStrict {
				if t.Name.Local == "Fallback" { // the same content again, for older programs
					if err := d.Skip(); err != nil {
						return "", err
					}
				}
				continue
			}
			switch t.Name.Local {
			case "del", "moveFrom", "instrText", "delText", "pPr", "rPr":
				if err := d.Skip(); err != nil {
					return "", err
				}
			case "t":
				reading = true
			case "tab":
				out.WriteByte('\t')
			case "br", "cr":
				out.WriteByte('\n')
			case "noBreakHyphen":
				out.WriteByte('-')
			}
		case xml.CharData:
			if reading {
				out.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				reading = false
			case "p":
				out.WriteByte('\n')
			}
		}
	}
}
