package input

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// separators are what stands between the cells of a line, the most usual first.
const separators = ",;\t|"

// csvHead finds the separator in the first line of a table in which one column holds texts, 0 if it is none. Prose is
// no table: the names are short words, and another line has as many cells, unless the file is called CSV.
func (f Fields) csvHead(head []byte, called bool) (separator rune) {
	rows := &recordReader{b: bufio.NewReader(bytes.NewReader(head)), separator: separators}
	first, err := rows.head()
	if err != nil {
		return 0
	}
	for _, separator := range separators {
		columns := cells(first, separator)
		if len(columns) > 1 && namesColumns(columns) && f.hasTextColumn(columns) && (called || hasRow(head[min(len(first), len(head)):], separator, len(columns))) {
			return separator
		}
	}
	return 0
}

// hasRow reports whether one of the first rows has so many cells.
func hasRow(head []byte, separator rune, n int) bool {
	rows := &recordReader{b: bufio.NewReader(bytes.NewReader(head)), separator: string(separator)}
	for range 10 {
		row, _, err := rows.record(int64(len(head)))
		if len(row) > 0 && len(cells(row, separator)) == n {
			return true
		}
		if err != nil {
			return false
		}
	}
	return false
}

// firstColumns are the columns of a table without one for the text, to name them in a problem.
func firstColumns(head []byte) string {
	first, err := (&recordReader{b: bufio.NewReader(bytes.NewReader(head)), separator: separators}).head()
	if err != nil {
		return ""
	}
	for _, separator := range separators {
		if columns := cells(first, separator); len(columns) > 1 && namesColumns(columns) {
			return strings.Join(columns[:min(len(columns), 8)], ", ")
		}
	}
	return ""
}

func (f Fields) hasTextColumn(columns []string) bool {
	for _, c := range columns {
		if f.isTextField(c) {
			return true
		}
	}
	return false
}

// namesColumns reports whether the cells of a line can be the names of columns.
func namesColumns(columns []string) bool {
	for _, c := range columns {
		if utf8.RuneCountInString(c) > 40 || strings.ContainsFunc(c, func(c rune) bool {
			return !unicode.In(c, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune("_-. /()#", c)
		}) {
			return false
		}
	}
	return true
}

// mostSeparators bounds the cells of a row, each of which takes more memory than it has bytes.
const mostSeparators = 200_000

// csvTable reads one document from each line of a table, by the names of its columns.
func (r *reader) csvTable(s spot, b *bufio.Reader, separator rune) error {
	c := &collection{reader: r, spot: s, kind: "CSV"}
	lines := &recordReader{b: b, separator: string(separator)}
	first, err := lines.head()
	if err != nil {
		return r.broken(s, err)
	}
	columns := r.Fields.called(cells(first, separator))
	for {
		raw, line, err := lines.record(r.MaxBytes)
		at := s
		at.place.Line, at.place.Col = line, 1
		switch {
		case err == io.EOF:
			return c.end(nil)
		case err == errLong:
			return c.end(c.problem(at, fmt.Sprintf("a row with more than %d bytes, or a quotation mark that is not closed", r.MaxBytes), "correct it, or raise --max-bytes"))
		case err == errQuote:
			return c.end(c.problem(at, "a quotation mark that is not closed; the rest is not read", "close it"))
		case err != nil:
			return r.broken(at, err)
		case len(bytes.TrimSpace(raw)) == 0:
			continue
		case bytes.Count(raw, []byte(string(separator))) > mostSeparators:
			if err := c.problem(at, fmt.Sprintf("a row with more than %d separators", mostSeparators), "leave it out"); err != nil {
				return c.end(err)
			}
			continue
		}
		c.number++
		if raw, err = r.decoded(at, raw); err != nil {
			err = c.broken(at, err)
		} else {
			err = c.row(at, cells(raw, separator), columns)
		}
		if err != nil {
			return c.end(err)
		}
	}
}

// called are the columns by the names of the fields that they hold, whatever their capitals.
func (f Fields) called(columns []string) []string {
	for i, name := range columns {
		for _, what := range [...]string{"text", "id", "title", "date", "url", "publisher"} {
			for _, known := range f.names(what) {
				if strings.EqualFold(name, known) {
					columns[i] = known
				}
			}
		}
	}
	return columns
}

// row takes the document of one row.
func (c *collection) row(at spot, row, columns []string) error {
	if len(row) != len(columns) {
		return c.problem(at, fmt.Sprintf("a row with %d cells, where the first has %d", len(row), len(columns)), "put a text with separators in it into quotation marks")
	}
	object := map[string]json.RawMessage{}
	for i, cell := range row {
		if object[columns[i]] != nil && cell == "" {
			continue
		}
		value, err := json.Marshal(cell)
		if err != nil {
			return c.broken(at, err)
		}
		object[columns[i]] = value
	}
	return c.take(c.fromObject(at, c.number, object))
}

// cells are the cells of a row.
func cells(row []byte, separator rune) []string {
	r := csv.NewReader(bytes.NewReader(row))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, true, -1
	out, err := r.Read()
	if err != nil {
		return nil
	}
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

// errQuote is the error for a row with a quotation mark that is not closed.
var errQuote = errors.New("an open quotation mark")

// recordReader finds the rows of a table: a line end within quotation marks does not end a row.
type recordReader struct {
	b         *bufio.Reader
	separator string // one, or any that it may be
	line      int
}

// head is the row of the names of columns. Spreadsheets may write a byte order mark and a line "sep=;" before it.
func (r *recordReader) head() ([]byte, error) {
	for {
		raw, _, err := r.record(headBytes)
		raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
		if err != nil || len(bytes.TrimSpace(raw)) > 0 && !bytes.HasPrefix(raw, []byte("sep=")) {
			return raw, err
		}
	}
}

// record is the next row and the number of its first line. A row has at most limit bytes.
func (r *recordReader) record(limit int64) (raw []byte, line int, err error) {
	line = r.line + 1
	open := false
	for {
		part, err := readLine(r.b, nil, limit-int64(len(raw)))
		switch {
		case err == io.EOF && len(raw) > 0:
			return raw, line, errQuote
		case err != nil:
			return raw, line, err
		}
		r.line++
		raw = append(append(raw, part...), '\n')
		if open = r.open(part, open); !open {
			return raw, line, nil
		}
	}
}

// open reports whether a cell in quotation marks goes on behind a line. Elsewhere such a mark is one of the text.
func (r *recordReader) open(line []byte, open bool) bool {
	begins := true
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case open && c == '"' && i+1 < len(line) && line[i+1] == '"':
			i++
		case c == '"' && (open || begins):
			open = !open
		}
		begins = strings.IndexByte(r.separator, c) >= 0
	}
	return open
}
