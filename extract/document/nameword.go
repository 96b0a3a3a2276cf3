package document

import (
	"github.com/nhiemky/nhiemky/extract/text"
)

// NameWord reports whether token i can be a syllable of a name.
func (p *Page) NameWord(i int) bool {
	t := &p.Toks[i]
	return t.Upper() && !p.Masked[i] && !t.Numbered() && (len(t.Fold) == 1 || t.Vowel()) && !(t.AllUpper() && p.Lists.Words.NoName.Has(*t) && p.capsAround(i))
}

// capsAround reports whether the word behind token i is in capitals too, and no small word before it: its own capitals say nothing then.
func (p *Page) capsAround(i int) bool {
	return i+1 < len(p.Toks) && p.Toks[i+1].AllUpper() && (i == 0 || p.Toks[i-1].Kind != text.Word || p.Toks[i-1].AllUpper())
}

// SurnameAt reports whether a surname that is no rare one begins at token i.
func (p *Page) SurnameAt(i, end int) bool {
	if i >= end || !p.NameWord(i) {
		return false
	}
	k, n := p.Lists.Surnames.Find(p.Toks[:end], i)
	return n > 0 && !k.Rare
}

// Given reports whether token i is a listed given name, whatever its case.
func (p *Page) Given(i int) bool { return i < len(p.Toks) && p.Lists.Given[p.Toks[i].Fold] }

// EndsHonour reports whether a form of address or a title ends before token i.
func (p *Page) EndsHonour(i int) bool {
	for s := max(0, i-5); s < i; s++ {
		if _, n := p.Lists.Honours.Find(p.Toks[:i], s); n > 0 && s+n == i {
			return true
		}
		if _, n := p.Lists.Titles.Find(p.Toks[:i], s); n > 0 && s+n == i {
			return true
		}
	}
	return false
}

// surnameAlone reports whether token i is a surname with which a name may begin, and the word before it is none.
func (p *Page) surnameAlone(i int) bool {
	return p.SurnameAt(i, i+1) && (!p.Toks[i-1].Upper() || p.Toks[i-1].Breaks > 0 || p.EndsHonour(i))
}

// NameWrapped reports whether the line end before token k, in a text with lines of one width, stands within a name: the
// line ends in a surname or in a surname and one word more, and the next begins with a word that is no surname.
func (p *Page) NameWrapped(k int) bool {
	if k < longLine || p.Toks[k].Breaks != 1 || k+1 >= len(p.Toks) || !p.NameWord(k) || p.Toks[k].AllUpper() || p.Toks[k-1].Kind != text.Word {
		return false
	}
	for i := k - 1; i > k-longLine; i-- {
		if p.Toks[i].Breaks > 0 {
			return false
		}
	}
	if _, n := p.Lists.Named.Find(p.Toks[:k], k-2); n == 2 && p.introduces(k-3) {
		return false // "tỉnh Sơn La", "Từ tháng 6/2000"
	}
	switch {
	case p.surnameAlone(k - 1):
		return p.Given(k) && p.Toks[k+1].Upper() && p.Toks[k+1].Breaks == 0
	case p.surnameAlone(k-2) && p.NameWord(k-1):
		return p.Given(k) && !p.surnameAlone(k) && (!p.Toks[k+1].Upper() || p.Lists.Words.MiddleName.Has(p.Toks[k-1]))
	}
	return false
}

// longLine is the number of tokens from which a line is one of running text.
const longLine = 6
