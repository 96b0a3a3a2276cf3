package graph

import "strings"

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
	rest, ours := strings.CutPrefix(node, nsID)
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
	if !strings.HasPrefix(node, nsID) {
		return ""
	}
	return "/id/" + strings.TrimPrefix(node, nsID)
}

// Node is the IRI of the page at a path, the reverse of Path.
func Node(path string) string { return nsID + strings.TrimPrefix(path, "/id/") }
