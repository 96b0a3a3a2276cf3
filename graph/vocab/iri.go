package vocab

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"
)

// IRIs are readable: words of Vietnamese with "_" for a space, as DBpedia writes them (RFC 3987).
// What an IRI may not carry is percent-encoded. Different names give different IRIs.

// ArticleIRI is the node, and the label, of the article of that name (a path with slashes).
func ArticleIRI(name string) quad.IRI {
	parts := strings.Split(norm.NFC.String(name), "/")
	for i, p := range parts {
		if p == "." || p == ".." {
			parts[i] = strings.ReplaceAll(p, ".", "%2E")
			continue
		}
		parts[i] = encode(p, false)
	}
	return quad.IRI(NamespaceID + "article/" + strings.Join(parts, "/"))
}

// ArticleName is the name under which an article was read, the reverse of ArticleIRI.
func ArticleName(iri string) string {
	name := strings.TrimPrefix(iri, NamespaceID+"article/")
	if text, err := url.PathUnescape(name); err == nil {
		return text
	}
	return name
}

// ThingIRI is the IRI of a thing of that kind: thing("person", "Nguyễn Văn A").
func ThingIRI(kind string, segments ...string) quad.IRI {
	return quad.IRI(NamespaceID + kind + joined(segments))
}

// PartIRI is the IRI of a thing that only one article speaks of.
func PartIRI(article quad.IRI, kind string, segments ...string) quad.IRI {
	return article + quad.IRI("#"+kind+joined(segments))
}

// PassageIRI names a run of bytes of an article.
func PassageIRI(article quad.IRI, start, end int) quad.IRI {
	return article + quad.IRI(fmt.Sprintf("#bytes-%d-%d", start, end))
}

func joined(segments []string) string {
	var b strings.Builder
	for _, s := range segments {
		if s == "" {
			continue
		}
		b.WriteByte('/')
		b.WriteString(encode(norm.NFC.String(s), true))
	}
	return b.String()
}

// encode writes text as one segment of an IRI. With words set a space is "_", and what would be
// taken for one is encoded.
func encode(s string, words bool) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case words && r == ' ':
			b.WriteByte('_')
		case words && (r == '_' || r == '/'), !plain(r):
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain reports whether a character may stand in a segment as it is: what RFC 3987 allows there,
// less the ones with a meaning of their own.
func plain(r rune) bool {
	switch {
	case r <= 0x20 || strings.ContainsRune("<>\"{}|^`\\%#?[]", r):
		return false
	case r < 0x7f:
		return true
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Z) || r >= 0xfff0 && r <= 0xffff:
		return false
	}
	return r < 0x10fffe
}

// CodeSegments is a document's code as segments: its slashes are kept, "05-CT/TW" stays readable.
func CodeSegments(c string) []string { return strings.Split(c, "/") }

// LocalName is what stands in an IRI behind its kind, readable: "Bí thư, Quận ủy Ba Đình, Hà Nội".
func LocalName(node quad.IRI) string {
	s := strings.TrimPrefix(string(node), NamespaceID)
	if i := strings.LastIndexByte(s, '#'); i >= 0 {
		s = s[i+1:]
	}
	if _, rest, ok := strings.Cut(s, "/"); ok {
		s = rest
	}
	if text, err := url.PathUnescape(s); err == nil {
		s = text
	}
	return strings.ReplaceAll(s, "_", " ")
}

// ArticleOf is the article of which a node is a part.
func ArticleOf(node string) string {
	article, _, _ := strings.Cut(node, "#")
	return article
}

// The words of an article stay in the store, so that a page can show the passages in their place. They
// are the publisher's: they stand under the label Bookkeeping, and no export has them. The node is
// one of its own, so that whoever reads what is said of an article does not read its words.

func TextIRI(article quad.IRI) quad.IRI { return article + "#text" }

// SureIRI is the node of a degree of certainty: nk:certain, nk:likely.
func SureIRI(degree string) quad.IRI { return quad.IRI(NamespaceOwn + degree) }

// SureOf is the degree of a node of SureIRI, "" for another one.
func SureOf(node quad.IRI) string {
	degree, _ := strings.CutPrefix(string(node), NamespaceOwn)
	return degree
}
