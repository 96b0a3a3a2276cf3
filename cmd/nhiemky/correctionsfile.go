package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/input/charset"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/view"
)

// correctionColumns are the columns of a file of corrections, in their order.
var correctionColumns = []string{"decision", "subject", "other", "property", "value", "reason", "by", "date"}

// correctionsText is the text of a file of corrections, as a person, a spreadsheet or the pages wrote it.
type correctionsText struct {
	text      []byte // UTF-8
	start     int    // where its lines begin: behind a byte order mark
	separator rune
	wide      bool // it was UTF-16
}

// textOfCorrections tells how a file of corrections is written. Spreadsheets put a byte order mark before it,
// take semicolons or tabs in place of commas, and save "Unicode text" as UTF-16.
func textOfCorrections(raw []byte) (correctionsText, error) {
	c := correctionsText{text: raw, separator: ','}
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		text, _, err := charset.Decode(raw, charset.UTF16)
		if err != nil {
			return c, err
		}
		c.text, c.wide = []byte(text), true
	}
	if bytes.HasPrefix(c.text, []byte(view.ByteOrderMark)) {
		c.start = len(view.ByteOrderMark)
	}
	for line := range bytes.Lines(c.text[c.start:]) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			for _, separator := range ";\t" {
				if bytes.ContainsRune(line, separator) && !bytes.ContainsRune(line, ',') {
					c.separator = separator
				}
			}
			break
		}
	}
	return c, nil
}

// reader reads the rows. Lines that begin with # are comments.
func (c correctionsText) reader() *csv.Reader {
	r := csv.NewReader(bytes.NewReader(c.text[c.start:]))
	r.Comma, r.Comment, r.FieldsPerRecord = c.separator, '#', -1
	return r
}

// maxBadLines is how many bad lines are named.
const maxBadLines = 10

// readCorrections reads a file of corrections, with the line of each. Each line that is wrong is named, and
// then nothing of the file counts.
func readCorrections(path string) (all []statement.Correction, lines []int, err error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fail(errInput, explainedPath(path, err))
	}
	file, err := textOfCorrections(raw)
	if err != nil {
		return nil, nil, failf(errInput, "%s: %w", path, err)
	}
	var bad []string
	wrong := func(line int, err error) { bad = append(bad, fmt.Sprintf("%s:%d: %v", path, line, err)) }
	r := file.reader()
	for head := true; ; {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var parse *csv.ParseError
		if errors.As(err, &parse) { // what follows cannot be told apart
			wrong(parse.StartLine, fmt.Errorf("%w: put the whole cell in quotes, and write each quote in it twice", parse.Err))
			break
		}
		if err != nil {
			return nil, nil, failf(errInput, "%s: %w", path, err)
		}
		line, _ := r.FieldPos(0)
		row = trimmed(row)
		switch {
		case len(row) == 0 || strings.HasPrefix(row[0], "#"): // of a spreadsheet, in quotes
		case head:
			if head = false; !isHead(row) {
				return nil, nil, failf(errInput, "%s:%d: want the columns %s", path, line, strings.Join(correctionColumns, ","))
			}
		default:
			c, err := correctionOf(row)
			if err != nil {
				wrong(line, err)
				continue
			}
			all, lines = append(all, c), append(lines, line)
		}
	}
	if i, j, err := statement.Disagreement(all); err != nil {
		wrong(lines[j], fmt.Errorf("%w: see line %d, and take one of them out", err, lines[i]))
	}
	if more := len(bad) - maxBadLines; more > 0 {
		bad = append(bad[:maxBadLines], fmt.Sprintf("%s: and %d more lines", path, more))
	}
	if len(bad) > 0 {
		return nil, nil, fail(errInput, errors.New(strings.Join(bad, "\n")))
	}
	return all, lines, nil
}

// explainedPath is an error of reading a file that is still known as what it is.
func explainedPath(path string, err error) error { return failure{err, explainPath(path, err)} }

// trimmed is a row without white space around its cells and without empty cells at its end.
func trimmed(row []string) []string {
	for i := range row {
		row[i] = strings.TrimSpace(row[i])
	}
	for len(row) > 0 && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row
}

func isHead(row []string) bool {
	return slices.EqualFunc(row, correctionColumns, strings.EqualFold)
}

// correctionOf is the correction of a row, whose last cells may be missing.
func correctionOf(row []string) (c statement.Correction, err error) {
	if len(row) > len(correctionColumns) {
		return c, fmt.Errorf("%d columns, want %d", len(row), len(correctionColumns))
	}
	if text := strings.Join(row, " "); !utf8.ValidString(text) {
		return c, errors.New("no valid UTF-8: save the file as CSV UTF-8")
	}
	row = append(slices.Clone(row), make([]string, len(correctionColumns)-len(row))...)
	c = statement.Correction{Decision: statement.Decision(row[0]), Subject: bare(row[1]), Other: bare(row[2]), Property: row[3], Value: row[4],
		Reason: row[5], By: row[6], On: row[7]}
	return c, c.Check()
}

// bare is an IRI without its brackets.
func bare(iri string) string {
	return norm.NFC.String(strings.TrimSuffix(strings.TrimPrefix(iri, "<"), ">"))
}

// correctionRow is a correction as a row of a file.
func correctionRow(c statement.Correction) []string {
	return []string{string(c.Decision), c.Subject, c.Other, c.Property, c.Value, c.Reason, c.By, c.On}
}

var errWide = errors.New("the file of corrections is UTF-16: save it as CSV UTF-8, so that the pages can add to it")

// correctionsToEdit is the text of a file of corrections that the program can write to.
func correctionsToEdit(raw []byte) (file correctionsText, err error) {
	if file, err = textOfCorrections(raw); err == nil && file.wide {
		err = errWide
	}
	return file, err
}

// withCorrection is the content of a file of corrections with one more at its end; the rest stays byte for byte.
func withCorrection(before []byte, c statement.Correction) ([]byte, error) {
	file, err := correctionsToEdit(before)
	if err != nil {
		return nil, err
	}
	b := bytes.NewBuffer(bytes.Clone(before))
	w := csv.NewWriter(b)
	w.Comma, w.UseCRLF = file.separator, bytes.Contains(before, []byte("\r\n"))
	if len(bytes.TrimSpace(before[file.start:])) == 0 {
		if err := w.Write(correctionColumns); err != nil {
			return nil, err
		}
	} else if before[len(before)-1] != '\n' {
		b.WriteByte('\n')
	}
	if err := w.Write(correctionRow(c)); err != nil {
		return nil, err
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// withoutCorrection is the content of a file of corrections without the first one equal to c.
func withoutCorrection(before []byte, c statement.Correction) ([]byte, error) {
	file, err := correctionsToEdit(before)
	if err != nil {
		return nil, err
	}
	for r := file.reader(); ; {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil, errors.New("the file of corrections no longer has this decision")
		}
		if err != nil {
			return nil, err
		}
		line, _ := r.FieldPos(0)
		if one, err := correctionOf(trimmed(row)); err == nil && one == c {
			start := file.start
			for range line - 1 {
				start += bytes.IndexByte(before[start:], '\n') + 1
			}
			return slices.Concat(before[:start], before[file.start+int(r.InputOffset()):]), nil
		}
	}
}
