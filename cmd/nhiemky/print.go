package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"

	"github.com/nhiemky/nhiemky/graph/view"
)

// rows is a result with columns, in any output format. A cell is a string, a number, a boolean, nil for
// no value, or anything that encoding/json accepts.
type rows struct {
	columns []string // keys in JSON, heads in CSV and in a table
	cells   [][]any  // one for each column in each row
	hint    string   // why there may be none, to stand behind "no rows"
}

// print writes the rows in one of the formats "table", "json" (one array, one row per line) and "csv"
// (RFC 4180, with a header line).
func (r rows) print(out io.Writer, form string) error {
	w := bufio.NewWriter(out)
	var err error
	switch form {
	case "json":
		err = r.json(w)
	case "csv":
		err = r.csv(w)
	case csvWithMark:
		w.WriteString(view.ByteOrderMark)
		err = r.csv(w)
	default:
		err = r.table(w, width(out))
	}
	if err != nil {
		return err
	}
	return w.Flush()
}

// json writes an array of objects, one per line, with keys in the order of the columns. Keys without a
// value are left out.
func (r rows) json(w *bufio.Writer) error {
	w.WriteString("[")
	for i, row := range r.cells {
		if i > 0 {
			w.WriteString(",")
		}
		w.WriteString("\n")
		if err := r.object(w, row); err != nil {
			return err
		}
	}
	_, err := w.WriteString("\n]\n")
	return err
}

// object writes one row.
func (r rows) object(w *bufio.Writer, row []any) error {
	separator := "{"
	for i, cell := range row {
		if cell == nil {
			continue
		}
		key, err := json.Marshal(r.columns[i])
		if err != nil {
			return err
		}
		value, err := marshal(cell)
		if err != nil {
			return err
		}
		w.WriteString(separator)
		w.Write(key)
		w.WriteString(":")
		w.Write(value)
		separator = ","
	}
	if separator == "{" {
		w.WriteString(separator)
	}
	return w.WriteByte('}')
}

// marshal is json.Marshal without escapes for <, > and &.
func marshal(v any) ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return []byte(strings.TrimSuffix(b.String(), "\n")), err
}

// csv writes a header line and one line per row. No cell is a formula of a spreadsheet: see view.Cell.
func (r rows) csv(w io.Writer) error {
	if len(r.columns) == 0 {
		return nil
	}
	c := csv.NewWriter(w)
	if err := c.Write(r.columns); err != nil {
		return err
	}
	for _, row := range r.cells {
		line := make([]string, len(row))
		for i, cell := range row {
			line[i] = view.Cell(plain(cell))
		}
		if err := c.Write(line); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// table writes columns for people, not wider than limit (0 for no limit). Columns without any value are
// left out. If the columns do not fit beside each other, they are written one below the other.
func (r rows) table(w io.Writer, limit int) error {
	shown := r.filled()
	widths, fits := r.widths(shown, limit)
	if !fits {
		return r.list(w, shown, limit)
	}
	t := table.NewWriter()
	t.SetOutputMirror(w)
	t.SetStyle(table.StyleDefault)
	t.Style().Options = table.Options{SeparateHeader: true}
	t.Style().Box.PaddingLeft, t.Style().Box.PaddingRight = "", "  "
	t.Style().Format.Header = text.FormatUpper
	t.SuppressTrailingSpaces()
	head := table.Row{}
	configs := []table.ColumnConfig{}
	for i, c := range shown {
		head = append(head, r.columns[c])
		configs = append(configs, table.ColumnConfig{Number: i + 1, WidthMax: widths[i], WidthMaxEnforcer: text.WrapSoft})
	}
	t.AppendHeader(head)
	t.SetColumnConfigs(configs)
	for _, row := range r.cells {
		line := table.Row{}
		for _, c := range shown {
			line = append(line, visible(oneLine(plain(row[c]))))
		}
		t.AppendRow(line)
	}
	t.Render()
	return nil
}

// filled are the indexes of the columns that have a value in some row.
func (r rows) filled() (shown []int) {
	for c := range r.columns {
		if slices.ContainsFunc(r.cells, func(row []any) bool { return plain(row[c]) != "" }) {
			shown = append(shown, c)
		}
	}
	return shown
}

// list writes each row as lines "COLUMN  value", with an empty line between rows.
func (r rows) list(w io.Writer, shown []int, limit int) error {
	longest := 0
	for _, c := range shown {
		longest = max(longest, text.StringWidth(r.columns[c]))
	}
	for i, row := range r.cells {
		if i > 0 {
			fmt.Fprintln(w)
		}
		for _, c := range shown {
			if value := plain(row[c]); value != "" {
				body := wrap(value, strings.Repeat(" ", longest+2), limit)
				fmt.Fprintln(w, text.Pad(strings.ToUpper(r.columns[c]), longest+2, ' ')+body[longest+2:])
			}
		}
	}
	return nil
}

// widths are the numbers of characters that the shown columns get so that a line fits the limit: the
// widest columns shrink first, down to 12. It reports whether that is enough.
func (r rows) widths(shown []int, limit int) (widths []int, fits bool) {
	const gap, least = 2, 12
	widths = make([]int, len(shown))
	total := 0
	for i, c := range shown {
		widths[i] = text.StringWidth(r.columns[c])
		for _, row := range r.cells {
			widths[i] = max(widths[i], text.StringWidth(visible(oneLine(plain(row[c])))))
		}
		total += widths[i] + gap
	}
	for limit > 0 && total > limit {
		widest := slices.Max(widths)
		if widest <= least {
			return widths, false
		}
		widths[slices.Index(widths, widest)]--
		total--
	}
	return widths, true
}

// plain is a cell as text: nothing for nil, numbers in full, lists and objects as JSON.
func plain(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case fmt.Stringer:
		return v.String()
	}
	b, err := marshal(cell)
	if err != nil {
		return fmt.Sprint(cell)
	}
	return string(b)
}

// oneLine replaces runs of white space, including line ends, by one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// visible replaces control characters other than line end and tab, so that the text of an article cannot
// control the terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return '\ufffd'
		}
		return r
	}, s)
}

// wrap breaks a text into lines of at most limit characters (0: one line), each after the indent.
func wrap(s, indent string, limit int) string {
	s = visible(oneLine(s))
	if room := limit - text.StringWidth(indent); limit > 0 {
		s = text.WrapSoft(s, max(room, 20))
	}
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = indent + strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// width is the number of characters that fit on a line: COLUMNS if set, else the width of the terminal,
// else 0 for no limit.
func width(out io.Writer) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := bareScreen(out).(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil {
			return n
		}
	}
	return 0
}
