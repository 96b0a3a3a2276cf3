package document

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// dropNoteNumbers takes out the numbers of notes that stick to a word: "Trần Hòa Thúy2". Words that a number follows keep it, "Quận1", and so do dates.
func (p *Page) dropNoteNumbers() {
	var drop []int
	for i := 1; i < len(p.Toks); i++ {
		t, word := &p.Toks[i], &p.Toks[i-1]
		if t.Kind == text.Number && word.Kind == text.Word && word.Span.End == t.Span.Start && len(t.Norm) <= longestNote && t.Norm[0] != '0' && p.notesAt(i) {
			drop = append(drop, i)
			word.Span.End = t.Span.End // it parts no cells
		}
	}
	p.dropTokens(drop)
}

// longestNote is the number of digits of such a number at most.
const longestNote = 2

// notesAt reports whether the number at token i, which sticks to the word before, is that of a note: what it stands within goes on behind it, the word
// is one of a name, or none that a number follows.
func (p *Page) notesAt(i int) bool {
	word := &p.Toks[i-1]
	if i+1 < len(p.Toks) {
		next := &p.Toks[i+1]
		if next.Breaks == 0 && p.Lists.Lex.Paired(word.Form, next.Form) {
			return true
		}
		if next.Is("/", "-", ".", ",") && !next.Space && i+2 < len(p.Toks) && p.Toks[i+2].Kind == text.Number && !p.Toks[i+2].Space {
			return false
		}
	}
	_, unit := p.Lists.Units.Find(p.Toks, i-1)
	if word.Upper() && unit == 0 && i > 1 && p.Toks[i-2].Upper() && word.Breaks == 0 {
		return true
	}
	return !p.Lists.Words.Numbered.Has(*word) && word.Marks&(gazetteer.OfDate|gazetteer.OfTermNumber) == 0
}
