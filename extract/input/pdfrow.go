package input

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// pdfPiece is text on one line without a wide gap, or a table in its place.
type pdfPiece struct {
	text        string
	left, right float64
	table       *pdfGrid
}

// pdfRow is what stands on one line of a page, from left to right.
type pdfRow struct {
	y, size float64
	pieces  []pdfPiece
}

// text is the line without its gaps.
func (r pdfRow) text() string {
	var parts []string
	for _, p := range r.pieces {
		parts = append(parts, strings.Join(strings.Fields(p.text), " "))
	}
	return strings.Join(parts, " ")
}

// left is where the line begins.
func (r pdfRow) left() float64 { return r.pieces[0].left }

// right is where it ends.
func (r pdfRow) right() float64 { return r.pieces[len(r.pieces)-1].right }

// sameLine is the distance of two base lines, as a share of the size of the letters, up to which they are one line.
const sameLine = 0.4

// rowsOf puts spans together to lines, from the head of the page to its foot.
func rowsOf(spans []pdfSpan) (rows []pdfRow) {
	spans = slices.Clone(spans)
	slices.SortStableFunc(spans, func(a, b pdfSpan) int { return cmp.Compare(b.y, a.y) })
	for i := 0; i < len(spans); {
		j := i + 1
		for j < len(spans) && spans[i].y-spans[j].y < sameLine*max(spans[i].size, spans[j].size) {
			j++
		}
		if row := rowOf(spans[i:j]); len(row.pieces) > 0 {
			rows = append(rows, row)
		}
		i = j
	}
	return rows
}

// rowOf is a line of spans.
func rowOf(spans []pdfSpan) pdfRow {
	slices.SortStableFunc(spans, func(a, b pdfSpan) int { return cmp.Compare(a.left, b.left) })
	var row pdfRow
	for k, s := range spans {
		if k > 0 && s.text == spans[k-1].text && math.Abs(s.left-spans[k-1].left) < 0.2*s.size {
			continue // drawn twice, to look bold
		}
		if s.size >= row.size {
			row.size, row.y = s.size, s.y
		}
		last := len(row.pieces) - 1
		if last < 0 || s.left-row.pieces[last].right > pieceGap*s.size || len(row.pieces[last].text) > 10*longSpan {
			if strings.TrimSpace(s.text) != "" {
				row.pieces = append(row.pieces, pdfPiece{text: s.text, left: s.left, right: s.right})
			}
			continue
		}
		p := &row.pieces[last]
		if s.left-p.right > wordGap*s.size {
			p.text += " "
		}
		p.text += s.text
		if strings.TrimSpace(s.text) != "" {
			p.right = max(p.right, s.right)
		}
	}
	return row
}

// usualSize is the size of most letters of rows.
func usualSize(rows []pdfRow) float64 {
	letters := map[float64]int{}
	usual := 0.0
	for _, r := range rows {
		size := math.Round(r.size)
		if letters[size] += len(r.text()); letters[size] > letters[usual] || letters[size] == letters[usual] && size > usual {
			usual = size
		}
	}
	return max(usual, 1)
}
