package vocab

import (
	"regexp"
	"strings"
)

// iriParts are scheme, authority, path, query and fragment, each with the mark by which it is known (RFC
// 3986, appendix B). Everything matches.
var iriParts = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$`)

// IsAbsolute reports whether an IRI can be what others are relative to.
func IsAbsolute(iri string) bool { return absolute(iri) }

// Resolve is the IRI that a reference means at a base (RFC 3986, section 5.2). net/url would escape what
// is not ASCII.
func Resolve(base, reference string) string {
	b, r := iriParts.FindStringSubmatch(base), iriParts.FindStringSubmatch(reference)
	if b == nil || r == nil { // a line end, which no IRI has
		return reference
	}
	const scheme, authority, path, query, fragment = 1, 2, 3, 4, 5
	switch {
	case r[scheme] != "":
		return r[scheme] + r[authority] + withoutDots(r[path]) + r[query] + r[fragment]
	case r[authority] != "":
		return b[scheme] + r[authority] + withoutDots(r[path]) + r[query] + r[fragment]
	case strings.HasPrefix(r[path], "/"):
		return b[scheme] + b[authority] + withoutDots(r[path]) + r[query] + r[fragment]
	case r[path] != "":
		before := b[path][:strings.LastIndexByte(b[path], '/')+1]
		if before == "" && b[authority] != "" {
			before = "/"
		}
		return b[scheme] + b[authority] + withoutDots(before+r[path]) + r[query] + r[fragment]
	case r[query] != "":
		return b[scheme] + b[authority] + b[path] + r[query] + r[fragment]
	}
	return b[scheme] + b[authority] + b[path] + b[query] + r[fragment]
}

// withoutDots is a path without the segments . and .. (RFC 3986, section 5.2.4).
func withoutDots(path string) string {
	if !strings.Contains(path, ".") {
		return path
	}
	segments := strings.Split(path, "/")
	var out []string
	for i, s := range segments {
		last := i == len(segments)-1
		switch s {
		case ".":
		case "..":
			if len(out) > 1 || len(out) == 1 && out[0] != "" {
				out = out[:len(out)-1]
			}
		default:
			out = append(out, s)
			continue
		}
		if last {
			out = append(out, "") // they end in a slash
		}
	}
	return strings.Join(out, "/")
}
