package document

import (
	"iter"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// LongestSentence is the number of tokens after which a sentence ends whatever it says: people and posts are
// looked for in it pair by pair, so that the time for one grows much faster than its length.
const LongestSentence = 1000

// Split finds the sentences: they end at a full stop, a question mark or an exclamation mark, and
// at the end of a line, unless the next line goes on with a small letter or a place's name runs
// over the line end.
func (p *Page) Split() {
	start := 0
	for i := range p.Toks {
		if i > start && (p.EndsBefore(i) || i-start == LongestSentence) {
			p.Tick()
			p.addSentence(start, i)
			start = i
		}
	}
	if start < len(p.Toks) {
		p.addSentence(start, len(p.Toks))
	}
}

// addSentence notes that tokens [i, j) are a sentence.
func (p *Page) addSentence(i, j int) {
	marks := text.Marks(0)
	for k := i; k < j; k++ {
		p.SentOf[k] = len(p.Sentences)
		marks |= p.Toks[k].Marks
	}
	p.Sentences, p.marks = append(p.Sentences, Span{i, j}), append(p.marks, marks)
}

// SentenceHas reports whether a word with one of the marks stands in the sentence of token i.
func (p *Page) SentenceHas(i int, m text.Marks) bool { return p.marks[p.SentOf[i]]&m != 0 }

// SentencesWith are the sentences in which a word has one of the marks.
func (p *Page) SentencesWith(m text.Marks) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for k, s := range p.Sentences {
			if p.Tick(); p.marks[k]&m != 0 && !yield(s) {
				return
			}
		}
	}
}

// EndsBefore reports whether a sentence ends between tokens i-1 and i.
func (p *Page) EndsBefore(i int) bool {
	prev, next := &p.Toks[i-1], &p.Toks[i]
	if next.Breaks > 0 && !p.runsOn(i) || len(p.edges) > 0 && p.edges[i] {
		return true
	}
	if prev.Kind != text.Punct {
		return false
	}
	switch prev.Fold {
	case "!", "?", "…":
		return !next.Is(")", "\"", "'", ",", ";")
	case "\"", ")", "]":
		if prev.Fold == ")" && next.Upper() && p.creditsPhoto(i-1) {
			return true
		}
		return i > 1 && p.Toks[i-2].Is(".", "!", "?") && p.stop(i-2) && opens(*next)
	case ".":
		return !p.Masked[i-1] && !next.Is("\"", ")", "]", ",", ";", ".") && p.stop(i-1) && opens(*next)
	}
	return false
}

// creditsPhoto reports whether the bracket that closes at token i tells who took a picture, behind a caption: "(ảnh: Việt Dũng)".
func (p *Page) creditsPhoto(i int) bool {
	for k := i - 1; k > 0 && k > i-longestCredit; k-- {
		if p.Toks[k].Is("(") {
			return p.Lists.Words.Credit.Has(p.Toks[k+1]) && p.Toks[k+2].Is(":", "-")
		}
	}
	return false
}

// longestCredit is the number of tokens of such a bracket at most.
const longestCredit = 10

// opens reports whether a sentence may begin with the token: with a capital, a number, or a sign that opens an item.
func opens(t text.Token) bool {
	return t.Upper() || t.Kind == text.Number || t.Is("\"", "-", "(", "*", "+", "•")
}

// Leader reports whether a run of four full stops or more stands before token i, which leads from one column to the next: "Bí thư
// ........ Trần Văn A".
func (p *Page) Leader(i int) bool {
	k := i
	for k > 0 && p.Toks[k-1].Is(".") && i-k < leader {
		k--
	}
	return i-k == leader
}

// leader is the number of full stops of such a run at least.
const leader = 4

// titleOver reports whether a title of the list runs over the full stop at token i: "UV. BTV".
func (p *Page) titleOver(i int) bool {
	if !p.Is(i-1, gazetteer.OfTitle) {
		return false
	}
	_, n := p.Lists.Titles.Find(p.Toks, i-1)
	return n > 1 && p.Toks[i+1].Breaks == 0
}

// stop reports whether the full stop at token i ends a sentence rather than an abbreviation, an
// initial or a number.
func (p *Page) stop(i int) bool {
	if i == 0 || i+1 >= len(p.Toks) {
		return true
	}
	prev, next := p.Toks[i-1], p.Toks[i+1]
	if p.Toks[i].Space { // a full stop that stands alone
		return true
	}
	switch {
	case p.titleOver(i), p.beforeTitle(i), next.Breaks == 0 && p.Leader(i+1):
		return false
	case prev.Kind == text.Number:
		return next.Space && (next.Upper() || p.itemNumber(i+1))
	case p.Lists.Words.UnitShort.Has(prev) && p.OpensItem(i+1):
		return true // "… Công an TP. Đà Nẵng: Chiều 12/10, …"
	case p.Lists.Words.UnitShort.Has(prev):
		return next.Space && next.Kind != text.Number && !p.NamesPlace(i+1)
	case p.Lists.Words.DegreeShort.Has(prev), prev.Is("v") && !prev.Upper():
		return false
	case len(prev.Norm) == 1 && prev.Upper(): // an initial, or an ordinal: khóa V
		return next.Space && i > 1 && (p.Lists.Words.RomanLead.Has(p.Toks[i-2]) || p.Toks[i-2].Is(","))
	}
	return true
}

// beforeTitle reports whether the full stop at token i is that of a word that stands before a title: "Q. Giám đốc", "P. Giám đốc", and not in a
// signature, "Q. CHỦ TỊCH", which has lines of its own.
func (p *Page) beforeTitle(i int) bool {
	m, n := p.Lists.Mods.Find(p.Toks[:i], i-1)
	deputy := p.Lists.Words.DeputyShort.Has(p.Toks[i-1]) && p.Toks[i-1].Upper()
	if !deputy && (n == 0 || !m.Before || !m.Keep) || p.Toks[i+1].Breaks > 0 || p.Toks[i+1].AllUpper() {
		return false
	}
	_, n = p.Lists.Titles.Find(p.Toks, i+1)
	return n > 0
}

// itemNumber reports whether the number of an item stands at token i: "4- Ông A", "4. Ông A".
func (p *Page) itemNumber(i int) bool {
	return i+2 < len(p.Toks) && p.Toks[i].Kind == text.Number && p.Toks[i+1].Is("-", ".", ")") && !p.Toks[i+1].Space && p.Toks[i+2].Upper()
}

// OpensItem reports whether the name of a place and a colon stand at token i, as an item of a round-up begins.
func (p *Page) OpensItem(i int) bool {
	_, n := p.Lists.Named.Find(p.Toks, i)
	return n > 0 && p.Next(i+n, len(p.Toks), ":")
}

// NamesPlace reports whether the name of a place begins at token i.
func (p *Page) NamesPlace(i int) bool {
	_, n := p.Lists.Named.Find(p.Toks, i)
	return n > 0 && !p.Lists.Particle[p.Toks[i].Fold]
}

// runsOn reports whether the line end before token i does not end a sentence.
func (p *Page) runsOn(i int) bool {
	prev, next := p.Toks[i-1], p.Toks[i]
	if prev.Is(".", "!", "?", ":", ";", "\"") {
		return false
	}
	if small := next.Kind == text.Word && !next.Upper() && !startsDigit(next); small && (prev.Kind == text.Word || prev.Is(",", "-") || next.Breaks == 1 && (prev.Kind == text.Number || prev.Is(")"))) {
		return true // "… ông A (61", "tuổi) được bầu …"
	}
	if prev.Is(",") && prev.Breaks == 0 && next.Upper() {
		return true
	}
	return p.nameOver(i) || p.Wrapped(i) || p.NameWrapped(i)
}

// Wrapped reports whether the line end before token i stands within words in capitals, as pages made from word
// processors have them: the first is alone on its line, "ỦY", "BAN NHÂN DÂN", or a body runs over it, "ỦY BAN NHÂN", "DÂN".
func (p *Page) Wrapped(i int) bool {
	if p.Toks[i].Breaks != 1 || !p.Toks[i-1].AllUpper() || !p.Toks[i].AllUpper() {
		return false
	}
	if (i == 1 || p.Toks[i-1].Breaks > 0) && p.Toks[i-1].Vowel() {
		return true
	}
	for s := i - 1; s >= max(0, i-wrappedWords) && p.Toks[s].AllUpper(); s-- {
		if p.Is(s, gazetteer.OfBody|gazetteer.OfOrganization|gazetteer.OfThing) && p.overEnd(s, i) {
			return true
		}
	}
	return false
}

// wrappedWords is the number of words of a body's name that stand before the end of a line at most.
const wrappedWords = 8

// overEnd reports whether a phrase in capitals that begins at token s reaches over token i.
func (p *Page) overEnd(s, i int) bool {
	toks := p.Toks[:min(i+wrappedWords, len(p.Toks))]
	_, n := p.Lists.Kinds.Find(toks, s)
	_, m := p.Lists.Orgs.Find(toks, s)
	w, k := p.Lists.Things.Find(toks, s)
	return s+max(n, m) > i || w == "phrase" && s+k > i
}

// startsDigit reports whether a word begins with a digit, as an hour at the begin of a line does: "8h30".
func startsDigit(t text.Token) bool { return t.Norm != "" && t.Norm[0] >= '0' && t.Norm[0] <= '9' }

// nameOver reports whether the name of a place that is said to follow runs over the line end
// before token i: "Quận ủy Ba", "Đình".
func (p *Page) nameOver(i int) bool {
	for s := max(0, i-4); s < i; s++ {
		if !p.Toks[s].Upper() || s == 0 {
			continue
		}
		var joined [8]text.Token
		most := copy(joined[:], p.Toks[s:min(i+4, len(p.Toks))])
		joined[i-s].Breaks = 0
		_, n := p.Lists.Named.Find(joined[:most], 0)
		if s+n > i && p.introduces(s-1) {
			return true
		}
	}
	return false
}

// introduces reports whether a word that the name of a place must follow ends at token i.
func (p *Page) introduces(i int) bool {
	for s := max(0, i-3); s <= i; s++ {
		if _, n := p.Lists.Units.Find(p.Toks, s); s+n == i+1 && n > 0 {
			return true
		}
		if k, n := p.Lists.Kinds.Find(p.Toks, s); s+n == i+1 && n > 0 && k.Place && k.Unit != "" {
			return true
		}
	}
	return false
}
