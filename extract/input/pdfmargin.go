package input

import (
	"math"
	"strings"
	"unicode"
)

// Running heads and page numbers stand at the head and the foot of pages, apart from the text, and break the sentences that
// go on over the page.

const (
	outerShare  = 0.12 // share of the height of a page at its head and its foot where running heads stand
	marginShare = 0.05 // and that where nothing else does
	apart       = 1.7  // the least distance between a running head and the text, as a share of the size of the letters
	perEdge     = 3    // lines of a running head at most
)

// withoutMargins are pages without running heads, and without the numbers of pages. The running head of the first page stays:
// it says of what the text is a part.
func withoutMargins(sheets []*pdfSheet, pages [][]pdfRow) [][]pdfRow {
	seen := map[string]int{} // how many pages have it
	for k, rows := range pages {
		for _, e := range edges(sheets[k], rows) {
			seen[e.key]++
		}
	}
	for k, rows := range pages {
		gone := map[int]bool{}
		for _, e := range edges(sheets[k], rows) {
			again := seen[e.key] > 1 && e.apart
			margin := e.margin && e.apart && len(pages) > 1
			if e.apart && e.number || (again || margin) && (k > 0 || !e.head) {
				gone[e.at] = true
			}
		}
		var left []pdfRow
		for i, row := range rows {
			if !gone[i] {
				left = append(left, row)
			}
		}
		pages[k] = left
	}
	return pages
}

// edge is a line at the head or the foot of a page.
type edge struct {
	at     int    // its number
	key    string // its words, with a sign for each digit, and about its place
	head   bool
	apart  bool // from the text, as those before it are
	margin bool // outside of where text stands
	number bool // it has nothing but a number
}

// edges are the lines that may be running heads.
func edges(s *pdfSheet, rows []pdfRow) (out []edge) {
	height := s.top - s.bottom
	if height <= 0 {
		return nil
	}
	for _, head := range []bool{true, false} {
		for n := range min(perEdge, len(rows)) {
			at, next := n, n+1
			if !head {
				at, next = len(rows)-1-n, len(rows)-2-n
			}
			row := rows[at]
			outer := (s.top - row.y) / height
			if !head {
				outer = (row.y - s.bottom) / height
			}
			if outer > outerShare || row.pieces[0].table != nil {
				break
			}
			e := edge{at: at, head: head, margin: outer < marginShare, number: isPageNumber(row.text())}
			e.key = edgeKey(row, head)
			e.apart = len(rows) == 1 || next >= 0 && next < len(rows) && math.Abs(row.y-rows[next].y) > apart*max(row.size, min(rows[next].size, 2*row.size))
			out = append(out, e)
		}
	}
	spread(out)
	return out
}

// spread makes the lines of an edge that are farther out than one that is apart from the text apart from it too.
func spread(all []edge) {
	for i := len(all) - 2; i >= 0; i-- {
		if all[i].head == all[i+1].head && all[i+1].apart {
			all[i].apart = true
		}
	}
}

// edgeKey is a line with a sign for each digit.
func edgeKey(row pdfRow, head bool) string {
	text := strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return '#'
		}
		return unicode.ToLower(c)
	}, row.text())
	for strings.Contains(text, "##") {
		text = strings.ReplaceAll(text, "##", "#")
	}
	if head {
		return "head " + text
	}
	return "foot " + text
}

// isPageNumber reports whether a line is the number of a page: "12", "- 12 -", "3/10".
func isPageNumber(text string) bool {
	inner := strings.Trim(text, " -–—.|[]()")
	digits := strings.Trim(inner, "0123456789")
	return inner != "" && len(inner) <= 9 && (digits == "" || strings.Trim(digits, " ") == "/")
}
