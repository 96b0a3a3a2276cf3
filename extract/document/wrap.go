package document

import (
	"unicode"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Texts from PDF files, old mail and terminals break their lines at a width: a paragraph is several lines, and a line
// end says nothing. unwrap takes such line ends away.

// unwrap joins the lines of a text that is broken at a width: each line that the first word of the next would have made
// longer than that. A text of one line a paragraph, a list and a table have no such width and stay as they are.
func (p *Page) unwrap() {
	lines := p.lines()
	width := p.wrapWidth(lines)
	if width.longest == 0 {
		return
	}
	for k := 0; k+1 < len(lines); k++ {
		if i := lines[k+1].I; p.full(lines[k], width) && !p.staysBroken(lines[k], i) {
			p.Toks[i].Breaks, p.Toks[i].Space = 0, true
		}
	}
}

// lines are the lines of a text that may be broken at a width, none of one in which no sentence is broken.
func (p *Page) lines() []Span {
	start, broken := 0, 0
	var lines []Span
	for i := 1; i < len(p.Toks); i++ {
		if p.Toks[i].Breaks == 0 {
			continue
		}
		if p.brokenAt(i) {
			broken++
		}
		lines = append(lines, Span{start, i})
		start = i
	}
	if broken == 0 {
		return nil
	}
	return append(lines, Span{start, len(p.Toks)})
}

const (
	fewBroken   = 2      // sentences that run over a line end, from which a text may be broken at a width
	narrowWrap  = 30     // letters of the narrowest width
	widestWrap  = 200    // letters of the widest width
	mostlyFull  = 2. / 3 // share of the broken lines that reach the width
	wordAtBreak = 12     // letters of the longest word that is looked at behind a line end
)

// brokenAt reports whether a sentence plainly runs over the line end before token i: the next line begins with a small
// letter.
func (p *Page) brokenAt(i int) bool {
	prev, next := &p.Toks[i-1], &p.Toks[i]
	return next.Breaks == 1 && next.Kind == text.Word && !next.Upper() && !startsDigit(*next) &&
		(prev.Kind != text.Punct || prev.Is(",", ")", "\"", "”")) && p.itemMark(i) == 0
}

// width is what the broken lines of a text say of the width at which it is broken, in letters: it is not below that of the
// longest of them, and below that of each with the next word.
type width struct{ longest, below int }

// wrapWidth is the width at which a text is broken, none when most of the broken lines could have taken one more word.
func (p *Page) wrapWidth(lines []Span) width {
	var w width
	longest, broken, full := 0, 0, 0
	for k := 0; k+1 < len(lines); k++ {
		n := p.letters(lines[k])
		longest = max(longest, n)
		if p.brokenAt(lines[k+1].I) {
			broken++
			w.longest = max(w.longest, n)
		}
	}
	if w.longest < narrowWrap || w.longest > widestWrap || broken < fewBroken && longest > w.longest {
		return width{}
	}
	w.below = widestWrap + wordAtBreak
	for k := 0; k+1 < len(lines); k++ {
		if n, next := p.letters(lines[k]), p.wordLetters(lines[k+1].I); p.brokenAt(lines[k+1].I) && n+1+next > w.longest {
			full++
			w.below = min(w.below, n+1+next)
		}
	}
	if float64(full) < mostlyFull*float64(broken) {
		return width{}
	}
	return w
}

// full reports whether a line has no room for the first word of the next at a width, and is not longer than that.
func (p *Page) full(line Span, w width) bool {
	n := p.letters(line)
	return n < w.below && n+1+p.wordLetters(line.J) > w.longest
}

// wordLetters is the length in letters of what stands from token i to the next blank: "(2015-2020),".
func (p *Page) wordLetters(i int) int {
	raw := p.Text.Raw()
	start := p.Toks[i].Span.Start
	end := start
	for end < len(raw) && end < start+wordAtBreak*utf8.UTFMax && raw[end] > ' ' {
		end++
	}
	return min(wordAtBreak, letterCount(string(raw[start:end])))
}

// staysBroken reports whether the line end before token i stands though the line is full: an empty line, a colon, the
// row of a table, or an item of a list follows.
func (p *Page) staysBroken(line Span, i int) bool {
	prev := p.Toks[i-1]
	if p.Toks[i].Breaks > 1 || prev.Is(":", "|") || p.Toks[i].Is("|", "#", "<") {
		return true
	}
	switch p.itemMark(i) {
	case dashMark: // "Bộ Lao động", "- Thương binh và Xã hội"
		return prev.Is(".", ";", ",", "!", "?") || p.itemMark(line.I) == dashMark
	case numberMark:
		return true
	}
	return false
}

// The marks of an item of a list.
const (
	dashMark   = iota + 1 // "- Ông A"
	numberMark            // "1. Ông A", "a) Ông A"
)

// itemMark is the mark of an item of a list at token i, or 0.
func (p *Page) itemMark(i int) int {
	switch t := p.Toks[i]; {
	case t.Is("-", "*", "•", "+"):
		return dashMark
	case len(t.Norm) <= 2 && t.Kind != text.Punct && i+2 < len(p.Toks) && p.Toks[i+1].Is(".", ")", "-") && !p.Toks[i+1].Space && p.Toks[i+2].Space:
		return numberMark
	}
	return 0
}

// letters is the length of a line in letters, with the blanks before it.
func (p *Page) letters(line Span) int {
	s := text.Span{Start: p.Toks[line.I].Span.Start, End: p.Toks[line.J-1].Span.End}
	raw := p.Text.Raw()
	for s.Start > 0 && (raw[s.Start-1] == ' ' || raw[s.Start-1] == '\t') {
		s.Start--
	}
	if s.End-s.Start > widestWrap*utf8.UTFMax {
		return widestWrap + 1
	}
	return letterCount(string(raw[s.Start:s.End]))
}

// letterCount counts the letters of a text; marks that stand over them do not count.
func letterCount(s string) int {
	n := 0
	for _, c := range s {
		if !unicode.Is(unicode.Mn, c) {
			n++
		}
	}
	return n
}
