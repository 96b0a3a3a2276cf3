package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Bind gives the text of the query with the arguments in place of the samples. A value becomes a string
// literal, so it cannot change the query, whatever it contains. All parameters must be given, and no others; the
// error lists them.
func (q Query) Bind(args map[string]string) (string, error) {
	var faults []string
	for _, name := range slices.Sorted(maps.Keys(args)) {
		if !slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == name }) {
			faults = append(faults, "no parameter "+name)
		}
	}
	var pairs []string
	for _, p := range q.Params {
		value, given := args[p.Name]
		if !given {
			faults = append(faults, "no value for "+p.Name)
		} else if err := p.check(value); err != nil {
			faults = append(faults, fmt.Sprintf("%s: %v", p.Name, err))
		}
		pairs = append(pairs, literal(p.Sample), literal(value))
		pairs = append(pairs, literal("<"+p.Sample+">"), literal("<"+value+">"))
	}
	if len(faults) > 0 {
		return "", fmt.Errorf("query %s: %s; it takes %s", q.Name, strings.Join(faults, ", "), q.usage())
	}
	header, body := q.split()
	return header + strings.NewReplacer(pairs...).Replace(body), nil
}

// split separates the comments at the beginning from the query, because the samples in them stay.
func (q Query) split() (header, body string) {
	at := 0
	for _, line := range strings.SplitAfter(q.Text, "\n") {
		if !strings.HasPrefix(line, "//") && !strings.HasPrefix(line, "#") {
			break
		}
		at += len(line)
	}
	return q.Text[:at], q.Text[at:]
}

// usage is `post=TEXT date=DATE`, or "no parameters".
func (q Query) usage() string {
	if len(q.Params) == 0 {
		return "no parameters"
	}
	var out []string
	for _, p := range q.Params {
		kind := strings.ToUpper(p.Type)
		if p.Type == "key" {
			kind = "TEXT"
		}
		out = append(out, p.Name+"="+kind+" (as "+p.Sample+")")
	}
	return strings.Join(out, ", ")
}

// literal is a text as a string literal of JavaScript, GraphQL and JSON.
func literal(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// check reports what is wrong with a value of the parameter.
func (p Param) check(value string) error {
	switch {
	case !utf8.ValidString(value):
		return errors.New("not valid UTF-8")
	case strings.TrimSpace(value) == "":
		return errors.New("empty")
	case p.Type == "date" && !isDate(value):
		return fmt.Errorf("%q is not a date: want YYYY, YYYY-MM or YYYY-MM-DD", value)
	case p.Type == "iri" && !isIRI(value):
		return fmt.Errorf("%q is not an absolute IRI", value)
	}
	return nil
}

func isDate(s string) bool {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if _, err := time.Parse(layout, s); err == nil && len(s) == len(layout) {
			return true
		}
	}
	return false
}

func isIRI(s string) bool {
	scheme, _, found := strings.Cut(s, ":")
	return found && scheme != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"{}|^`\\", r)
	})
}
