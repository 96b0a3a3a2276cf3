package query

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// treeRows takes an answer of GraphQL, objects in objects, and makes rows of it as a join of tables
// does: a field that holds several objects gives a row for each, and the columns of inner objects
// carry the names of the fields above them, with dots between. The name of a lone top field is left
// out. Equal rows are one: what two articles state is there twice.
func treeRows(answer map[string]any, l Limits) ([]map[string]Cell, error) {
	one := []map[string]Cell{{}}
	if len(answer) == 1 {
		for _, only := range answer {
			if only == nil {
				return nil, nil
			}
			if objects, ok := objectsOf(only); ok {
				return joinAll(one, "", objects, l)
			}
		}
	}
	return join(one, "", answer, l)
}

// joinAll gives the rows extended by the first object, then the rows extended by the second, ….
func joinAll(rows []map[string]Cell, prefix string, objects []map[string]any, l Limits) ([]map[string]Cell, error) {
	var out []map[string]Cell
	seen := map[string]bool{}
	for _, object := range objects {
		more, err := join(cloneRows(rows), prefix, object, l)
		if err != nil {
			return nil, err
		}
		for _, row := range more {
			if key := rowKey(row); !seen[key] {
				seen[key] = true
				out = append(out, row)
			}
		}
		if len(out) > l.Rows {
			return nil, l.rowsError()
		}
	}
	return out, nil
}

// join extends each of the rows by the fields of an object.
func join(rows []map[string]Cell, prefix string, object map[string]any, l Limits) ([]map[string]Cell, error) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		objects, ok := objectsOf(object[name])
		if object[name] == nil {
			continue
		}
		if !ok {
			for _, row := range rows {
				row[prefix+name] = fromNative(object[name])
			}
			continue
		}
		var err error
		if rows, err = joinAll(rows, prefix+name+".", objects, l); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// objectsOf reports the objects that a field holds, and whether it holds any.
func objectsOf(field any) ([]map[string]any, bool) {
	switch v := field.(type) {
	case map[string]any:
		return []map[string]any{v}, true
	case []map[string]any:
		return v, len(v) > 0
	}
	return nil, false
}

func cloneRows(rows []map[string]Cell) []map[string]Cell {
	out := make([]map[string]Cell, len(rows))
	for i, row := range rows {
		out[i] = maps.Clone(row)
	}
	return out
}

// rowKey is the same for rows that are equal, and for no others.
func rowKey(row map[string]Cell) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(row)) {
		b.WriteString(strconv.Quote(name))
		row[name].writeKey(&b)
	}
	return b.String()
}

func (c Cell) writeKey(b *strings.Builder) {
	b.WriteString(strconv.Itoa(int(c.Kind)) + strconv.Quote(c.Text) + c.Lang + strconv.Quote(c.Datatype))
	for _, item := range c.Items {
		item.writeKey(b)
	}
}
