package vocab

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// NQuad writes a quad in the canonical form of N-Quads (RDF 1.2 N-Quads, section 4): one space
// between terms, only the escapes that have to be, a line end.
func NQuad(q quad.Quad) string {
	var b strings.Builder
	for _, d := range quad.Directions {
		if v := q.Get(d); v != nil {
			writeTerm(&b, v)
			b.WriteByte(' ')
		}
	}
	b.WriteString(".\n")
	return b.String()
}

func writeTerm(b *strings.Builder, v quad.Value) {
	switch v := v.(type) {
	case quad.IRI:
		b.WriteString("<" + string(v) + ">")
	case quad.BNode:
		b.WriteString("_:" + string(v))
	case quad.String:
		writeString(b, string(v))
	case quad.LangString:
		writeString(b, string(v.Value))
		b.WriteString("@" + v.Lang)
	case quad.TypedString:
		writeString(b, string(v.Value))
		b.WriteString("^^<" + string(v.Type.Full()) + ">")
	case quad.TypedStringer: // numbers, truth values and times that a query language wrote
		writeTerm(b, v.TypedString())
	default:
		b.WriteString(v.String())
	}
}

func writeString(b *strings.Builder, s string) {
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < 0x20 && strings.ContainsRune("\b\t\n\f\r", r):
			b.WriteString(map[rune]string{'\b': `\b`, '\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`}[r])
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
}
