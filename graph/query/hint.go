package query

import (
	"fmt"
	"regexp"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// mostHinted is how many strings of a query without rows are looked up.
const mostHinted = 50

// quoted are the strings of a query, in either quotation marks.
var quoted = regexp.MustCompile(`"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'`)

// hint says why a query may have found nothing: a string in it is in the store with a language tag or a type, or is an IRI.
// It is "" when no string is.
func hint(qs graph.QuadStore, lang, text string) string {
	for _, m := range quoted.FindAllStringSubmatch(text, mostHinted) {
		s := m[1] + m[2]
		if v, ok := quad.StringToValue(s).(quad.String); !ok || has(qs, v) {
			continue
		}
		for _, tag := range []string{"vi", "en"} {
			if has(qs, quad.LangString{Value: quad.String(s), Lang: tag}) {
				return fmt.Sprintf("%q is in the store with a language tag: write %s", s, written(lang, fmt.Sprintf("lang(%q, %q)", s, tag), fmt.Sprintf("%q@%s", s, tag)))
			}
		}
		for _, t := range []string{"xsd:date", "xsd:gYearMonth", "xsd:gYear"} {
			full := quad.IRI(t).Full()
			if has(qs, quad.TypedString{Value: quad.String(s), Type: full}) {
				return fmt.Sprintf("%q is in the store with a type: write %s", s, written(lang, fmt.Sprintf("typed(%q, %q)", s, string(full)), fmt.Sprintf("%q^^<%s>", s, string(full))))
			}
		}
		if has(qs, quad.IRI(s)) {
			return fmt.Sprintf("%q is an IRI: write <%s>", s, s)
		}
	}
	return ""
}

// written is how a value is written in a language: as a call in Gizmo, as a string in the notation of N-Quads in GraphQL.
func written(lang, call, term string) string {
	if lang == "gizmo" {
		return call
	}
	return fmt.Sprintf("%q", term)
}

// has reports whether a value is in a store; one that cannot be looked up is not.
func has(qs graph.QuadStore, v quad.Value) bool {
	ref, err := qs.ValueOf(v)
	return err == nil && ref != nil
}
