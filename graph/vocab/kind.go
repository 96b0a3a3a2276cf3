package vocab

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// Kind is what a node is, as its IRI says: the first segment behind the namespace.
type Kind string

// The kinds of nodes that people look for.
const (
	KindPerson       Kind = "person"
	KindPost         Kind = "post"
	KindOrganization Kind = "organization"
	KindPlace        Kind = "place"
	KindCongress     Kind = "congress"
	KindMeeting      Kind = "meeting"
	KindDocument     Kind = "document"
	KindArticle      Kind = "article"
)

// Kinds are all of them, in the order in which pages list them.
func Kinds() []Kind {
	return []Kind{KindPerson, KindPost, KindOrganization, KindPlace, KindCongress, KindMeeting, KindDocument, KindArticle}
}

// KindOf is the kind of a node of ours, "" for one of somebody else. A part of an article is of the
// kind behind its "#".
func KindOf(node string) Kind {
	rest, ours := strings.CutPrefix(node, NamespaceID)
	if !ours {
		return ""
	}
	if _, part, inArticle := strings.Cut(rest, "#"); inArticle {
		rest = part
	}
	kind, _, _ := strings.Cut(rest, "/")
	return Kind(kind)
}

// Path is where a node's page stands on a server: its IRI without the host, "" for a node that is
// not of ours.
func Path(node string) string {
	if !strings.HasPrefix(node, NamespaceID) {
		return ""
	}
	return "/id/" + strings.TrimPrefix(node, NamespaceID)
}

// NodeAt is the node whose page is at a path, as it is escaped in a request: the reverse of Path. What
// an IRI carries as it is may be escaped there.
func NodeAt(escaped string) string {
	rest := strings.TrimPrefix(escaped, "/id/")
	var b strings.Builder
	b.WriteString(NamespaceID)
	for len(rest) > 0 {
		run := escapedRun(rest)
		if run == 0 {
			b.WriteByte(rest[0])
			rest = rest[1:]
			continue
		}
		text, err := url.PathUnescape(rest[:run])
		if err != nil || !utf8.ValidString(text) {
			return ""
		}
		for _, r := range text {
			if plain(r) && r != '_' && r != '/' {
				b.WriteRune(r)
				continue
			}
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		}
		rest = rest[run:]
	}
	return b.String()
}

// escapedRun is how many bytes at the beginning are percent-escapes.
func escapedRun(s string) (n int) {
	for len(s) >= n+3 && s[n] == '%' {
		n += 3
	}
	return n
}

// Anchor is the id that a part of an article has on the page of the article.
func Anchor(node string) string {
	_, fragment, _ := strings.Cut(node, "#")
	if text, err := url.PathUnescape(fragment); err == nil {
		return text
	}
	return fragment
}

// Whereabouts is what tells a thing from others of the name: the units above a place or an organisation, and
// what stands in brackets with a person.
func Whereabouts(iri string) string {
	kind := KindOf(iri)
	if _, more, found := strings.Cut(Anchor("#"+Path(iri)), "_("); found && kind == KindPerson {
		return strings.ReplaceAll(strings.TrimSuffix(more, ")"), "_", " ")
	}
	if kind != KindPlace && kind != KindOrganization && kind != KindPost {
		return ""
	}
	_, name, _ := strings.Cut(strings.TrimPrefix(Path(iri), "/id/"), "/")
	if kind == KindPlace {
		name, _, _ = strings.Cut(name, "/")
	}
	parts := strings.Split(name, ",_")
	from := 1
	if kind == KindPost {
		from = 2
	}
	if len(parts) <= from {
		return ""
	}
	if text, err := url.PathUnescape(strings.Join(parts[from:], ", ")); err == nil {
		return strings.ReplaceAll(text, "_", " ")
	}
	return ""
}
