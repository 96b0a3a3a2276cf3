package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja"
)

// Rows is the result of a query as a table. Columns are in the order in which the text of the query first mentions
// them (comments count); columns that it does not mention follow in alphabetical order.
type Rows struct {
	Columns []string
	Values  [][]Cell // each row has as many cells as Columns; the zero Cell where it has no value
	Hint    string   // why there may be no rows, "" when nothing is known
}

// table collects rows whose columns are not known in advance.
type table struct {
	limits Limits
	names  graph.QuadStore // names the nodes of Gizmo
	rows   []map[string]Cell
	last   any // the value of the last statement of a script
}

// Add takes one result of an engine. It gives ErrRows when the table is full.
func (t *table) add(result any) error {
	switch r := result.(type) {
	case *gizmo.Result:
		return t.addGizmo(r)
	case map[string]any: // GraphQL: all of the answer at once
		rows, err := treeRows(r, t.limits)
		if err != nil {
			return err
		}
		t.rows = rows
	}
	return nil
}

func (t *table) put(row map[string]Cell) error {
	if len(t.rows) >= t.limits.Rows {
		return t.limits.rowsError()
	}
	t.rows = append(t.rows, row)
	return nil
}

func (t *table) addGizmo(r *gizmo.Result) error {
	if r.Meta {
		t.last = r.Val
		return nil
	}
	if r.Tags == nil {
		return t.addEmitted(r.Val)
	}
	row := make(map[string]Cell, len(r.Tags))
	for tag, ref := range r.Tags {
		v, err := t.names.NameOf(ref)
		if err != nil {
			return err
		}
		if v != nil {
			row[tag] = fromQuad(v)
		}
	}
	return t.put(row)
}

// addLast takes the value of the last statement when there is nothing else: the number of count(), an element of toArray()
// in a row.
func (t *table) addLast() error {
	if len(t.rows) > 0 {
		return nil
	}
	for _, v := range elements(t.last) {
		if err := t.addEmitted(v); err != nil {
			return err
		}
	}
	return nil
}

// elements are those of a list, or the value itself; none of what is no data: a function, a path.
func elements(v any) []any {
	switch v := v.(type) {
	case nil, func(goja.FunctionCall) goja.Value:
		return nil
	case []any:
		return v
	case []map[string]any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = v[i]
		}
		return out
	case []string:
		out := make([]any, len(v))
		for i := range v {
			out[i] = v[i]
		}
		return out
	}
	if strings.HasPrefix(fmt.Sprintf("%T", v), "*gizmo.") {
		return nil
	}
	return []any{v}
}

// addEmitted adds a value that a script emitted: the keys of an object become columns, anything else a column
// "value".
func (t *table) addEmitted(v any) error {
	object, ok := v.(map[string]any)
	if !ok {
		object = map[string]any{"value": v}
	}
	row := make(map[string]Cell, len(object))
	for name, field := range object {
		row[name] = fromNative(field)
	}
	return t.put(row)
}

// finish puts the columns in order.
func (t *table) finish(text string) Rows {
	seen := map[string]int{}
	for _, row := range t.rows {
		for name := range row {
			if _, ok := seen[name]; !ok {
				seen[name] = firstNamed(text, name)
			}
		}
	}
	out := Rows{Columns: make([]string, 0, len(seen)), Values: make([][]Cell, len(t.rows))}
	for name := range seen {
		out.Columns = append(out.Columns, name)
	}
	slices.SortFunc(out.Columns, func(a, b string) int {
		if d := seen[a] - seen[b]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for i, row := range t.rows {
		out.Values[i] = make([]Cell, len(out.Columns))
		for j, name := range out.Columns {
			out.Values[i][j] = row[name]
		}
	}
	return out
}

// firstNamed is the offset at which the text first mentions the column as a whole word, or the length of the text.
// For a column "a.b" it is a "b" after an "a".
func firstNamed(text, column string) int {
	at := 0
	for _, word := range strings.Split(column, ".") {
		i := wordIndex(text[at:], word)
		if i < 0 {
			return len(text)
		}
		at += i
	}
	return at
}

func wordIndex(text, word string) int {
	for from := 0; word != "" && from < len(text); {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		start, end := from+i, from+i+len(word)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !inWord(before) && !inWord(after) {
			return start
		}
		from = end
	}
	return -1
}

func inWord(r rune) bool { return r == '_' || r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) }
