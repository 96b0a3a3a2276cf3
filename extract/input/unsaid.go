package input

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What a page takes back or does not show, and the marks of its notes, are no part of its text.

// unsaid reports whether an element is struck out or hidden, or refers to a note.
func unsaid(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Del, atom.S, atom.Strike:
		return true
	case atom.Sup:
		return noteMark(n)
	case atom.A:
		if strings.HasPrefix(attr(n, "href"), "#") && noteMark(n) {
			return true
		}
	}
	return unseen(attr(n, "style"), inline[n.DataAtom])
}

// inline are elements within a line. Pages hide larger ones until they have been loaded, and those say something.
var inline = map[atom.Atom]bool{
	atom.Span: true, atom.Font: true, atom.B: true, atom.Strong: true, atom.I: true, atom.Em: true, atom.U: true, atom.A: true, atom.Small: true, atom.Mark: true,
}

// unseen reports whether a style strikes a text out or, within a line, hides it.
func unseen(style string, inLine bool) bool {
	if style == "" {
		return false
	}
	for rule := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(rule, ":")
		value, _, _ = strings.Cut(strings.TrimSpace(value), "!")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(name) {
		case "text-decoration", "text-decoration-line":
			if strings.Contains(value, "line-through") {
				return true
			}
		case "display":
			if value == "none" {
				return true
			}
		case "visibility":
			if inLine && value == "hidden" {
				return true
			}
		case "font-size", "opacity":
			if inLine && strings.Contains(value, "0") && strings.Trim(value, "0.pxemrt%") == "" {
				return true
			}
		}
	}
	return false
}

// noteMark reports whether the text of an element is the mark of a note: "4", "[4]", "a", "*", "[cần dẫn nguồn]". Of raised text, the letters of
// a word are none.
func noteMark(n *html.Node) bool {
	if longerThan(n, longestMark) {
		return false
	}
	text := strings.TrimSpace(textOf(n))
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return true
	}
	text = strings.Trim(text, "()")
	return utf8.RuneCountInString(text) == 1 || text != "" && strings.Trim(text, "0123456789,;*†‡ –-") == ""
}

// longestMark is the number of bytes of the mark of a note at most.
const longestMark = 40
