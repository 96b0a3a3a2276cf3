package extract

import (
	"github.com/nhiemky/nhiemky/extract/text"
)

// nameWord reports whether token i can be a syllable of a name.
func (p *page) nameWord(i int) bool {
	t := p.toks[i]
	if !t.Upper() || p.masked[i] {
		return false
	}
	for _, c := range t.Norm {
		if c >= '0' && c <= '9' {
			return false
		}
	}
	return len(t.Fold) == 1 || t.Vowel()
}

func (p *page) surnameAt(i, end int) bool {
	if i >= end || !p.nameWord(i) {
		return false
	}
	k, n := p.lists.surnames.find(p.toks[:end], i)
	return n > 0 && !k.rare
}

func (p *page) given(i int) bool { return i < len(p.toks) && p.lists.given[p.toks[i].Fold] }

// endsHonour reports whether a form of address or a title ends before token i.
func (p *page) endsHonour(i int) bool {
	for s := max(0, i-5); s < i; s++ {
		if _, n := p.lists.honours.find(p.toks[:i], s); n > 0 && s+n == i {
			return true
		}
		if _, n := p.lists.titles.find(p.toks[:i], s); n > 0 && s+n == i {
			return true
		}
	}
	return false
}

// surnameAlone reports whether token i is a surname with which a name may begin, and the word before it is none.
func (p *page) surnameAlone(i int) bool {
	return p.surnameAt(i, i+1) && (!p.toks[i-1].Upper() || p.toks[i-1].Breaks > 0 || p.endsHonour(i))
}

// nameWrapped reports whether the line end before token k, in a text with lines of one width, stands within a name: the
// line ends in a surname or in a surname and one word more, and the next begins with a word that is no surname.
func (p *page) nameWrapped(k int) bool {
	if k < longLine || p.toks[k].Breaks != 1 || k+1 >= len(p.toks) || !p.nameWord(k) || p.toks[k].AllUpper() || p.toks[k-1].Kind != text.Word {
		return false
	}
	for i := k - 1; i > k-longLine; i-- {
		if p.toks[i].Breaks > 0 {
			return false
		}
	}
	switch {
	case p.surnameAlone(k - 1):
		return p.given(k) && p.toks[k+1].Upper() && p.toks[k+1].Breaks == 0
	case p.surnameAlone(k-2) && p.nameWord(k-1):
		return p.given(k) && !p.surnameAlone(k) && (!p.toks[k+1].Upper() || p.lists.words.MiddleName.has(p.toks[k-1]))
	}
	return false
}

// longLine is the number of tokens from which a line is one of running text.
const longLine = 6
