package query

import "strings"

// spaced puts a blank behind the colons of GraphQL that Cayley's parser takes for a part of a name: "first:2" is "first: 2",
// and status:"cool_person" is status: "cool_person". Names with a prefix, as rdf:type, stay.
func spaced(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		n := skipped(text[i:])
		if n == 0 {
			n = 1
			if text[i] == ':' && i+1 < len(text) && strings.IndexByte(`"<[-0123456789`, text[i+1]) >= 0 {
				b.WriteString(":")
				b.WriteString(" ")
				i++
				continue
			}
		}
		b.WriteString(text[i : i+n])
		i += n
	}
	return b.String()
}

// skipped is the length of the string, the IRI or the comment with which a text begins, 0 for none.
func skipped(text string) int {
	switch text[0] {
	case '#':
		if end := strings.IndexByte(text, '\n'); end >= 0 {
			return end
		}
		return len(text)
	case '<':
		if end := strings.IndexAny(text, "> \n"); end > 0 && text[end] == '>' {
			return end + 1
		}
	case '"':
		for i := 1; i < len(text); i++ {
			switch text[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
		return len(text)
	}
	return 0
}
