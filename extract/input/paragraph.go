package input

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs joins the lines of pages that belong together: a line continues in the next one if the distance
// between them is the usual one, and the first is not much shorter than the others.
func paragraphs(lines []pdfLine) string {
	longest := 0
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(l.text))
	}
	var out strings.Builder
	for i, l := range lines {
		text := strings.Join(strings.Fields(l.text), " ")
		if i > 0 {
			if goesOn(lines[i-1], l, longest) {
				out.WriteByte(' ')
			} else {
				out.WriteByte('\n')
			}
		}
		out.WriteString(text)
	}
	return out.String()
}

// goesOn reports whether the second line continues the paragraph of the first.
func goesOn(a, b pdfLine, longest int) bool {
	text, next := strings.TrimSpace(a.text), strings.TrimSpace(b.text)
	if text == "" || next == "" {
		return false
	}
	begins, _ := utf8.DecodeRuneInString(next)
	ends, _ := utf8.DecodeLastRuneInString(text)
	if b.page != a.page {
		return unicode.IsLower(begins) && !strings.ContainsRune(".:;!?", ends)
	}
	gap := a.y - b.y
	if gap < 0 || gap > 2.2*max(a.size, b.size) || math.Abs(a.size-b.size) > 0.1*max(a.size, b.size) {
		return false
	}
	full := utf8.RuneCountInString(text)*10 >= longest*7
	indented := b.left > a.left+1.2*b.size
	return (full || unicode.IsLower(begins)) && !indented && !(unicode.IsUpper(begins) && strings.ContainsRune(".:;", ends) && !full)
}
