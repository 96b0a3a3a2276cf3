package document

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// dropHyphens takes out the hyphens that stand in the place of a space within a name, as in the spelling of before 1975: "ông Trần Hòa-Thúy", "Huyện
// ủy Krông-Pắk", "Sở-Y tế". A name with hyphens alone, "Tôn-đức-Thắng", is read with them; between two names they stay.
func (p *Page) dropHyphens() {
	var drop []int
	for i := 1; i+1 < len(p.Toks); i++ {
		if p.glues(i) && (p.withinPerson(i) || p.withinBody(i)) {
			drop = append(drop, i)
			p.Toks[i+1].Space = true
		}
	}
	p.dropTokens(drop)
}

// dropTokens takes tokens, in order, out of the text.
func (p *Page) dropTokens(drop []int) {
	if len(drop) == 0 {
		return
	}
	kept, k := p.Toks[:0], 0
	for i, t := range p.Toks {
		if k < len(drop) && drop[k] == i {
			k++
			continue
		}
		kept = append(kept, t)
	}
	p.Text.Keep(kept)
	p.Toks = kept
}

// glues reports whether token i is a hyphen between two words without spaces, the second with a capital, a number or the kind of a
// unit, and no part of a code.
func (p *Page) glues(i int) bool {
	t, before, behind := &p.Toks[i], &p.Toks[i-1], &p.Toks[i+1]
	return t.Is("-") && !t.Space && t.Breaks == 0 && !behind.Space && behind.Breaks == 0 && before.Kind == text.Word &&
		(behind.Upper() || behind.Kind == text.Number || p.unitAt(i+1)) && !(i > 1 && p.Toks[i-2].Is("-", "/", ".")) && !(i+2 < len(p.Toks) && p.Toks[i+2].Is("-", "/") && !p.Toks[i+2].Space) &&
		!(before.AllUpper() && behind.Upper() && !gazetteer.Syllable(before.Norm))
}

// withinPerson reports whether the hyphen at token i joins the syllables of the name of a person: three to five words with a capital, spaces between
// others of them, that begin with a surname or behind a form of address. What follows the hyphen is no name of its own, no title and no body.
func (p *Page) withinPerson(i int) bool {
	end := i + 1
	for end < len(p.Toks) && end-i <= mostSyllables && p.Toks[end].Upper() && (end == i+1 || p.Toks[end].Space) && p.Toks[end].Breaks == 0 {
		end++
	}
	given := end == i+2 && p.Given(i+1) // "Khoa" is a name, and a part of a school
	if end == i+1 || p.begins(i+1) && !given || end < len(p.Toks) && p.Toks[end].Is("-") && !p.Toks[end].Space {
		return false
	}
	for s := i - 1; s >= max(0, i-beforeHyphen) && p.Toks[s].Upper(); s-- {
		if p.namedFrom(s, i, end) {
			return true
		}
		if p.Toks[s].Breaks > 0 || !p.Toks[s].Space {
			break
		}
	}
	return false
}

const (
	mostSyllables = 5 // words of a name with a hyphen at most
	beforeHyphen  = 3 // of them before it
)

// namedFrom reports whether the words from token s on, with a hyphen at token i and up to end, are the name of one person.
func (p *Page) namedFrom(s, i, end int) bool {
	_, surname := p.Lists.Surnames.Find(p.Toks[:i], s)
	addressed := p.addresses(s)
	if words := end - s - 1; surname == 0 && !addressed || words > mostSyllables || words < 3 && !(addressed && words == 2) || s > 0 && p.Toks[s-1].Is("-") && !p.Toks[s].Space {
		return false
	}
	_, place := p.Lists.Named.Find(p.Toks[:i], s)
	_, other := p.Lists.Surnames.Find(p.Toks, i+1)
	whole := i-s > 1 && !p.Lists.Words.MiddleName.Has(p.Toks[i-1]) && !p.Lists.Words.MiddleName.Has(p.Toks[i+1]) // what stands before it can be a name
	_, next := p.Lists.Named.Find(p.Toks, i+1)
	ofPlace := place > 1 && !addressed && (next > 0 || !p.Given(i+1))
	return !ofPlace && !(whole && other > 0 && end-i > 2)
}

// addresses reports whether a form of address ends before token i.
func (p *Page) addresses(i int) bool {
	for s := max(0, i-2); s < i; s++ {
		if _, n := p.Lists.Honours.Find(p.Toks[:i], s); n > 0 && s+n == i {
			return true
		}
	}
	return false
}

// withinBody reports whether the hyphen at token i joins a kind of body to its field or number, "Sở-Y tế", a title to its body, or the two words of a place that a body or
// a kind of unit names: "Huyện ủy Krông-Pắk". Between two places it stays.
func (p *Page) withinBody(i int) bool {
	if p.begins(i + 1) {
		_, body := p.Lists.Kinds.Find(p.Toks, i+1)
		return body > 0 && p.endsTitle(i)
	}
	if _, place := p.Lists.Named.Find(p.Toks, i+1); place > 0 && p.introduces(i-1) {
		return true
	}
	for s := max(0, i-longestTitle); s < i; s++ {
		if _, n := p.Lists.Orgs.Find(p.Toks[:i], s); n > 0 && s+n == i && p.unitAt(i+1) {
			return true
		}
		if _, n := p.Lists.Kinds.Find(p.Toks[:i], s); n > 0 && s+n == i {
			_, field := p.Lists.Fields.Find(p.Toks, i+1)
			_, surname := p.Lists.Surnames.Find(p.Toks, i+1)
			return p.unitAt(i+1) || field > 0 || n > 1 && surname == 0 || p.Toks[i+1].Kind == text.Number
		}
	}
	return p.Toks[i-1].Upper() && p.Toks[i+1].Kind == text.Word && (p.withinPlace(i-1, i) || p.withinPlace(i-2, i))
}

// withinPlace reports whether the hyphen at token i stands within the name of a place that begins with token s, behind a word that has one follow
// it, be it known or not.
func (p *Page) withinPlace(s, i int) bool {
	if s < 2 || !p.Toks[s].Upper() || !p.introduces(s-1) || p.Toks[i-1].AllUpper() != p.Toks[s-1].AllUpper() {
		return false
	}
	if _, whole := p.Lists.Named.Find(p.Toks, s); whole > i-s {
		return false // with its hyphen
	}
	joined := append(slices.Clone(p.Toks[s:i]), p.Toks[i+1:min(i+3, len(p.Toks))]...)
	if _, n := p.Lists.Named.Find(joined, 0); n > i-s {
		return true
	}
	_, first := p.Lists.Named.Find(p.Toks[:i], s)
	_, second := p.Lists.Named.Find(p.Toks, i+1)
	return s == i-1 && first == 0 && second == 0
}

// endsTitle reports whether a title ends before token i.
func (p *Page) endsTitle(i int) bool {
	for s := max(0, i-longestTitle); s < i; s++ {
		if _, n := p.Lists.Titles.Find(p.Toks[:i], s); n > 0 && s+n == i {
			return true
		}
	}
	return false
}

// unitAt reports whether the kind of a unit, in letters of the size of those before the hyphen, begins behind it, at token i.
func (p *Page) unitAt(i int) bool {
	_, n := p.Lists.Units.Find(p.Toks, i)
	return n > 0 && (!p.Toks[i].Upper() || p.Toks[i].AllUpper() && p.Toks[i-2].AllUpper())
}

// begins reports whether a title, a body or an organisation begins at token i.
func (p *Page) begins(i int) bool {
	_, title := p.Lists.Titles.Find(p.Toks, i)
	_, kind := p.Lists.Kinds.Find(p.Toks, i)
	_, org := p.Lists.Orgs.Find(p.Toks, i)
	return title > 0 || kind > 0 || org > 0
}
