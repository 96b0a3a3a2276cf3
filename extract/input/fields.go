package input

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Fields are the names of the fields in JSON and of the columns in CSV, by what they hold: text, id, title, date, url,
// publisher. The names are tried in order. What is not given has the names of DefaultFields.
type Fields map[string][]string

// DefaultFields are the names that collections of articles use most often.
func DefaultFields() Fields {
	return Fields{
		"text":      {"text", "content", "body", "article", "maintext"},
		"id":        {"id", "_id", "doc_id"},
		"title":     {"title", "headline"},
		"date":      {"date", "published", "date_publish", "published_at", "publish_date", "datePublished"},
		"url":       {"url", "link", "address"},
		"publisher": {"publisher", "source", "site", "domain"},
	}
}

// usualFields are the default fields, made once and never changed.
var usualFields = DefaultFields()

// ParseFields reads pairs such as "text=noidung".
func ParseFields(pairs []string) (Fields, error) {
	known := DefaultFields()
	f := Fields{}
	for _, pair := range pairs {
		what, name, ok := strings.Cut(pair, "=")
		if !ok || known[what] == nil || name == "" {
			return nil, fmt.Errorf("%q: want one of text, id, title, date, url, publisher, then = and the name of the field", pair)
		}
		f[what] = append(f[what], name)
	}
	return f, nil
}

// names are the names of the field that holds one of text, id, title …
func (f Fields) names(what string) []string {
	if own := f[what]; own != nil {
		return own
	}
	return usualFields[what]
}

// in finds what in an object: text, paragraphs, or a number as it is written.
func (f Fields) in(object map[string]json.RawMessage, what string) string {
	for _, name := range f.names(what) {
		if text := fieldText(bytes.TrimSpace(object[name])); text != "" {
			return text
		}
	}
	return ""
}

// fieldText is a value as text. An array of texts is one of paragraphs; {"rendered": …} is how WordPress writes a text.
func fieldText(raw []byte) string {
	if len(raw) == 0 {
		return ""
	}
	var text string
	var parts []string
	var made struct{ Rendered string }
	switch {
	case raw[0] == '"' && json.Unmarshal(raw, &text) == nil:
		return text
	case raw[0] == '[' && json.Unmarshal(raw, &parts) == nil:
		return strings.Join(parts, "\n\n")
	case raw[0] == '{' && json.Unmarshal(raw, &made) == nil:
		return made.Rendered
	case bytes.IndexFunc(raw, func(c rune) bool { return c < '0' || c > '9' }) < 0:
		return string(raw)
	}
	return ""
}

// has reports whether an object has a field for what.
func (f Fields) has(object map[string]json.RawMessage, what string) bool {
	return slices.ContainsFunc(f.names(what), func(name string) bool { _, ok := object[name]; return ok })
}
