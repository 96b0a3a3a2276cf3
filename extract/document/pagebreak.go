package document

import (
	"bytes"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Where a text was printed, a page ends within a sentence: the number of the page, and the head that all pages have, stand between its halves.

// dropPageBreaks takes out the lines between the halves of a sentence that are the number of a page, or stand in the text again and again.
func (p *Page) dropPageBreaks() {
	lines := p.allLines()
	if len(lines) < 3 {
		return
	}
	furniture := p.furniture(lines)
	var drop []int
	for k := 1; k+1 < len(lines); k++ {
		next := k
		for next < len(lines) && next < k+mostFurniture && furniture[next] {
			next++
		}
		if next == k || next == len(lines) || !p.openEnd(lines[k-1]) || !p.goesOnAt(lines[k-1], lines[next].I) {
			continue
		}
		for i := lines[k].I; i < lines[next].I; i++ {
			drop = append(drop, i)
		}
		p.Toks[lines[next].I].Breaks = 1
		k = next
	}
	p.dropTokens(drop)
}

const (
	mostFurniture = 4  // lines between the halves of a sentence at most: a number, a head, and both again
	longestHead   = 16 // tokens of a head of pages at most
	leastPage     = 60 // tokens of a page at least
	timesHead     = 3  // times that it stands in a text at least
	openWords     = 6  // tokens of the first half in its last line at least
	longestNumber = 4  // digits of the number of a page at most
)

// allLines are the lines of the text, none of a text that has one.
func (p *Page) allLines() (lines []Span) {
	start := 0
	for i := 1; i < len(p.Toks); i++ {
		if p.Toks[i].Breaks > 0 {
			lines = append(lines, Span{start, i})
			start = i
		}
	}
	if lines == nil {
		return nil
	}
	return append(lines, Span{start, len(p.Toks)})
}

// pageNumber reports whether a line is the number of a page: "12", "- 12 -", "12/30".
func (p *Page) pageNumber(line Span) bool {
	numbers := 0
	if line.J-line.I > 3 {
		return false
	}
	for i := line.I; i < line.J; i++ {
		switch t := &p.Toks[i]; {
		case t.Kind == text.Number && len(t.Norm) <= longestNumber:
			numbers++
		case !t.Is("-", "/", "|", "[", "]", "(", ")"):
			return false
		}
	}
	return numbers > 0
}

// furniture marks the lines that are the number of a page, and the short ones that stand in a text several times but for their numbers. A page has
// some words: lines that come more often are those of a list.
func (p *Page) furniture(lines []Span) []bool {
	times := map[string]int{}
	last := map[string]int{} // the token with which the last of its kind began, and whether two are close
	close := map[string]bool{}
	keys := make([]string, len(lines))
	note := func(k int, key string) {
		if at, ok := last[key]; ok && lines[k].I-at < leastPage {
			close[key] = true
		}
		keys[k], last[key] = key, lines[k].I
		times[key]++
	}
	for k, line := range lines {
		if p.pageNumber(line) {
			note(k, "")
			continue
		}
		if line.J-line.I > longestHead || p.Toks[line.J-1].Is(".", ";", ",", ":") || p.Toks[line.I].Is("|", "-", "+") {
			continue
		}
		var key strings.Builder
		for i := line.I; i < line.J; i++ {
			if p.Toks[i].Kind == text.Word {
				key.WriteString(p.Toks[i].Fold)
				key.WriteByte(' ')
			}
		}
		note(k, key.String())
	}
	out := make([]bool, len(lines))
	for k, key := range keys {
		out[k] = !close[key] && (p.pageNumber(lines[k]) || key != "" && (times[key] >= timesHead || times[key] > 1 && p.newPage(lines[k].I)))
	}
	return out
}

// newPage reports whether a form feed stands before token i.
func (p *Page) newPage(i int) bool {
	return i > 0 && bytes.IndexByte(p.Text.Raw()[p.Toks[i-1].Span.End:p.Toks[i].Span.Start], '\f') >= 0
}

// openEnd reports whether a line is one of running text whose sentence does not end with it.
func (p *Page) openEnd(line Span) bool {
	last := &p.Toks[line.J-1]
	return line.J-line.I >= openWords && (last.Kind == text.Word || last.Is(",", "-"))
}

// goesOnAt reports whether the sentence of a line goes on at token i, as it would do over the end of the line alone, or as a name behind a word of
// address.
func (p *Page) goesOnAt(line Span, i int) bool {
	last, next := &p.Toks[line.J-1], &p.Toks[i]
	if next.Kind != text.Word || startsDigit(*next) || p.itemMark(i) != 0 {
		return false
	}
	if !next.Upper() {
		return true
	}
	_, surname := p.Lists.Surnames.Find(p.Toks, i)
	from := max(line.I, line.J-aroundBreak/2)
	joined := append([]text.Token(nil), p.Toks[from:line.J]...)
	at := len(joined)
	joined = append(joined, p.Toks[i:min(i+aroundBreak/2, len(p.Toks))]...)
	joined[0].Breaks, joined[at].Breaks = 1, 1
	toks, masked := p.Toks, p.Masked
	p.Toks, p.Masked = joined, make([]bool, len(joined))
	over := p.nameOver(at) || !last.Upper() && p.EndsHonour(at)
	if surname == 0 {
		over = over || p.runsOn(at) || p.titleWrapped(at) || p.titleNext(at) || p.placeNext(at)
	}
	p.Toks, p.Masked = toks, masked
	return over
}

// aroundBreak is the number of tokens around the end of a page that tell whether a sentence goes on.
const aroundBreak = 64
