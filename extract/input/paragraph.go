package input

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs joins the lines of pages that belong together: a line continues in the next one if the distance
// between them is the usual one, and the first is not much shorter than the others. Rows of tables stay as they are.
func paragraphs(lines []pdfLine) string {
	lines = withoutBreaks(lines)
	longest, many := map[int]int{}, map[int]int{} // by flow
	for _, l := range lines {
		if !l.row {
			longest[l.flow] = max(longest[l.flow], utf8.RuneCountInString(l.text))
			many[l.flow]++
		}
	}
	var out strings.Builder
	for i, l := range lines {
		text := strings.Join(strings.Fields(l.text), " ")
		if i > 0 {
			if goesOn(lines[i-1], l, longest[lines[i-1].flow], many[lines[i-1].flow]) {
				out.WriteByte(' ')
			} else {
				out.WriteByte('\n')
			}
		}
		out.WriteString(text)
	}
	return out.String()
}

const (
	maxInserted = 12   // lines that may stand between two parts of a sentence
	maxLifted   = 1000 // sentences of a file that are put together
)

// withoutBreaks moves lines in small letters that stand within a sentence behind it: captions of pictures, and the notes at
// the foot of a page.
func withoutBreaks(lines []pdfLine) []pdfLine {
	var out, held []pdfLine
	lifted := 0
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		out = append(out, l)
		if j := resumes(lines, i); j > 0 && held == nil && lifted < maxLifted {
			held, i = lines[i+1:j], j-1
			lifted++
			for k, flow := j, lines[j].flow; k < len(lines) && lines[k].flow == flow; k++ {
				lines[k].flow = -lifted // it begins as on another page
			}
			continue
		}
		if held != nil && (endsSentence(l.text) || i+1 == len(lines) || lines[i+1].row || lines[i+1].size != l.size) {
			out, held = append(out, held...), nil
		}
	}
	return append(out, held...)
}

// resumes is the line that goes on with the sentence of line i behind lines in small letters, 0 for none.
func resumes(lines []pdfLine, i int) int {
	const small = 0.93
	a := lines[i]
	if a.row || endsSentence(a.text) {
		return 0
	}
	j := i + 1
	for j < len(lines) && j-i <= maxInserted && !lines[j].row && lines[j].size < small*a.size {
		j++
	}
	if j == i+1 || j == len(lines) || lines[j].row || math.Abs(lines[j].size-a.size) > 0.5 {
		return 0
	}
	if begins, _ := utf8.DecodeRuneInString(lines[j].text); !unicode.IsLower(begins) {
		return 0
	}
	return j
}

// goesOn reports whether the second line continues the paragraph of the first, in whose flow are so many lines, the longest of so
// many letters.
func goesOn(a, b pdfLine, longest, many int) bool {
	text, next := strings.TrimSpace(a.text), strings.TrimSpace(b.text)
	if text == "" || next == "" || a.row || b.row {
		return false
	}
	begins, _ := utf8.DecodeRuneInString(next)
	ends, _ := utf8.DecodeLastRuneInString(text)
	full := utf8.RuneCountInString(text)*10 >= longest*7
	sameSize := math.Abs(a.size-b.size) <= 0.1*max(a.size, b.size)
	if b.flow != a.flow { // on the next page, or in the next column
		if !sameSize || endsSentence(text) || startsItem(next) {
			return false
		}
		return unicode.IsLower(begins) || full && many >= fewLines && len(strings.Fields(text)) >= fewWords && endsSmall(text) && unicode.IsUpper(begins)
	}
	gap := a.y - b.y
	if gap < 0 || gap > 2.2*max(a.size, b.size) || !sameSize || startsItem(next) && (startsItem(text) || endsSentence(text)) {
		return false
	}
	indented := b.left > a.left+1.2*b.size && !startsItem(text)
	return (full || unicode.IsLower(begins)) && !indented && !(unicode.IsUpper(begins) && strings.ContainsRune(".:;", ends) && !full)
}
