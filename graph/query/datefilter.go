package query

import (
	"regexp"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// dateText is a date as a string of a query has it.
var dateText = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

// dateComparison compares strings and dates with a string that is a date. Cayley compares values of one type alone, so that
// gt("2017-01-01") finds no date.
type dateComparison struct{ shape.Comparison }

// comparingDates gives a filter that compares dates too where its strings are dates.
func comparingDates(f shape.Filter) (shape.Filter, bool) {
	changed := false
	filters := make([]shape.ValueFilter, len(f.Filters))
	for i, one := range f.Filters {
		filters[i] = one
		if c, ok := one.(shape.Comparison); ok {
			if s, ok := c.Val.(quad.String); ok && dateText.MatchString(string(s)) {
				filters[i], changed = dateComparison{c}, true
			}
		}
	}
	f.Filters = filters
	return f, changed
}

// BuildIterator makes the iterator of the values that fit.
func (c dateComparison) BuildIterator(qs graph.QuadStore, it iterator.Shape) iterator.Shape {
	bound := string(c.Val.(quad.String))
	return iterator.NewValueFilter(qs, it, func(v quad.Value) (bool, error) {
		text, comparable := comparableText(v)
		return comparable && iterator.RunStrOp(text, c.Op, bound), nil
	})
}

// comparableText is a string or a date as text; dates in this form are in the order of time.
func comparableText(v quad.Value) (string, bool) {
	switch v := v.(type) {
	case quad.String:
		return string(v), true
	case quad.Time:
		return time.Time(v).UTC().Format(time.DateOnly), true
	case quad.TypedString:
		switch _, local, _ := strings.Cut(string(v.Type.Full()), "XMLSchema#"); local {
		case "date", "gYearMonth", "gYear", "dateTime":
			return string(v.Value), true
		}
	}
	return "", false
}
