package score

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// Documents are records by the base name of the document they stand for, in the order in which
// they were read. A document without records is there too, when a line names it.
type Documents map[string][]Record

// LineError is a line that is no record.
type LineError struct {
	File string
	Line int // counts from 1
	Err  error
}

func (e *LineError) Error() string {
	return fmt.Sprintf("%s:%d: not a record: %v; one JSON object with \"source\" and \"kind\" is wanted on each line", e.File, e.Line, e.Err)
}

func (e *LineError) Unwrap() error { return e.Err }

// Read reads a file of JSON lines, or all *.jsonl in a folder, in order of their names. Lines of
// white space are passed over. The first line that is no record ends it, with a *LineError.
func Read(path string) (Documents, error) {
	files, err := list(path)
	if err != nil {
		return nil, err
	}
	docs := Documents{}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for i, line := range lines(raw) {
			if len(bytes.TrimFunc(line, isSpace)) == 0 {
				continue
			}
			if err := docs.Add(line); err != nil {
				return nil, &LineError{File: file, Line: i + 1, Err: err}
			}
		}
	}
	return docs, nil
}

// Add adds the record of one line. A line with a "source" and no "kind" adds a document without
// records.
func (d Documents) Add(line []byte) error {
	if !utf8.Valid(line) {
		return errors.New("not UTF-8")
	}
	source, r, err := parse(line)
	if err != nil {
		return err
	}
	records := d[source]
	if r != nil {
		records = append(records, r)
	}
	d[source] = records
	return nil
}

// Names are the documents in the order in which they are scored.
func (d Documents) Names() []string {
	names := []string{}
	for name := range d {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// list are the files that a path stands for.
func list(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, err
	}
	entries, err := os.ReadDir(path) // in order of the names
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".jsonl") && !strings.HasPrefix(e.Name(), ".") {
			files = append(files, filepath.Join(path, e.Name()))
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: no *.jsonl in this folder; give a file of records or a folder of such files", path)
	}
	return files, nil
}

// lines are the lines of a file, which end in \n, \r\n or \r.
func lines(raw []byte) [][]byte {
	raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
	raw = bytes.ReplaceAll(raw, []byte("\r"), []byte("\n"))
	return bytes.Split(raw, []byte("\n"))
}
