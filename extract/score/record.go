package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Record is one record as its JSON object holds it. Keys that are not of the contract are allowed
// and not looked at, but for "rule".
type Record map[string]any

// kinds are the kinds of record, in the order in which they are scored.
func kinds() []string { return []string{"holding", "congress", "document", "meeting"} }

// The keys that are read, by what they may hold.
var (
	textKeys  = []string{"person", "post", "organization", "body", "type", "code", "name"}
	otherKeys = []string{"ordinal", "term", "status", "date", "from", "to", "rule"}
	listKeys  = []string{"also", "posts", "codes", "persons", "statuses"}
)

// parse reads one line. It returns the record and the base name of its source. A line with a
// source and no kind stands for a document without records: the record is nil.
func parse(line []byte) (source string, r Record, err error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&r); err != nil {
		return "", nil, fmt.Errorf("no JSON object: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return "", nil, errors.New("more than one JSON object")
	}
	source, ok := r["source"].(string)
	if !ok {
		return "", nil, errors.New(`no "source"`)
	}
	source = source[strings.LastIndexByte(source, '/')+1:]
	if _, ok := r["kind"]; !ok {
		return source, nil, nil
	}
	return source, r, r.check()
}

// check reports a key that does not hold what its meaning asks for. Records of a kind that is not
// scored may hold anything.
func (r Record) check() error {
	if !slices.Contains(kinds(), r.kind()) {
		return nil
	}
	for _, key := range textKeys {
		if v := r[key]; v != nil {
			if _, ok := v.(string); !ok {
				return fmt.Errorf("%q is no text", key)
			}
		}
	}
	for _, key := range otherKeys {
		switch r[key].(type) {
		case []any, map[string]any:
			return fmt.Errorf("%q is neither text nor a number", key)
		}
	}
	for _, key := range listKeys {
		if v := r[key]; v != nil {
			list, ok := v.([]any)
			if !ok || slices.ContainsFunc(list, func(v any) bool { _, ok := v.(string); return !ok }) {
				return fmt.Errorf("%q is no list of texts", key)
			}
		}
	}
	return nil
}

// kind is the kind of the record, "" when it is no text.
func (r Record) kind() string { return r.text("kind") }

// text is the value of a key that holds text, "" when it has none.
func (r Record) text(key string) string {
	s, _ := r[key].(string)
	return s
}

// texts are the value of one key and those of the list of its alternatives.
func (r Record) texts(key string, lists ...string) []string {
	all := []string{r.text(key)}
	for _, l := range lists {
		all = append(all, r.list(l)...)
	}
	return all
}

// list are the texts of a key that holds a list, none when it has none.
func (r Record) list(key string) []string {
	var all []string
	list, _ := r[key].([]any)
	for _, v := range list {
		s, _ := v.(string)
		all = append(all, s)
	}
	return all
}

// optional reports whether a gold record is neither rewarded nor punished.
func (r Record) optional() bool { return filled(r["optional"]) }

// status is the status, "holds" in gold that leaves it out.
func (r Record) status() any {
	if v, ok := r["status"]; ok {
		return v
	}
	return "holds"
}

// statuses are the statuses that count as right: gold may allow several.
func (r Record) statuses() []any {
	if list, _ := r["statuses"].([]any); len(list) > 0 {
		return list
	}
	return []any{r.status()}
}

// offices are the sides on which a person with one of the statuses stands: "in" office, "out" of it, or the status
// itself, as "nominated".
func offices(statuses []any) []any {
	all := make([]any, len(statuses))
	for i, s := range statuses {
		switch s {
		case "holds", "starts":
			s = "in"
		case "former", "ends":
			s = "out"
		}
		all[i] = s
	}
	return all
}

// String is the record as the list of misses and false alarms shows it.
func (r Record) String() string {
	switch r.kind() {
	case "holding":
		return strings.Join([]string{shown(r["person"]), shown(r["post"]), shown(r["organization"]), shown(r["status"])}, " | ")
	case "document":
		return strings.Join([]string{shown(r["type"]), shown(first(r["code"], r["name"])), shown(r["date"])}, " | ")
	}
	return strings.Join([]string{shown(r["body"]), shown(r["ordinal"]), shown(first(r["term"], r["date"], ""))}, " | ")
}

// first is the first value that is filled, or else the last.
func first(values ...any) any {
	for _, v := range values {
		if filled(v) {
			return v
		}
	}
	return values[len(values)-1]
}

// filled reports whether a value is something: not null, false, zero or empty.
func filled(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		return v != ""
	case json.Number:
		f, _ := v.Float64()
		return f != 0
	case []any:
		return len(v) > 0
	case map[string]any:
		return len(v) > 0
	}
	return true
}

// shown is a value as the reference scorer, a Python program, prints it.
func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case json.Number:
		return number(string(v))
	}
	return fmt.Sprint(v)
}

// number is a JSON number as Python prints it: whole numbers as they are written, others as the
// shortest decimals that mean the same.
func number(s string) string {
	if !strings.ContainsAny(s, ".eE") {
		if s == "-0" {
			return "0"
		}
		return s
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil { // beyond what a float can hold
		return strings.TrimPrefix(strings.ToLower(strconv.FormatFloat(f, 'g', -1, 64)), "+")
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	if s = strconv.FormatFloat(f, 'f', -1, 64); !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
