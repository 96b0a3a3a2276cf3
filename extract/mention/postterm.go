package mention

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// readTerm reads the term a post is tagged with and what stands behind it: "khóa XIII, nhiệm kỳ
// 2011-2016 tỉnh Ninh Bình".
func (p *Page) readTerm(po *Post, end int) {
	j := po.J
	if po.Org.Name() == gazetteer.Assembly && p.Pair(j, end, &p.Lists.Words.TheCountry) {
		j += 2 // "đại biểu Quốc hội Việt Nam khóa XIV"
	}
	for j < end {
		n, ordinal, years := p.termAt(j, end)
		if n == 0 {
			break
		}
		if ordinal > 0 {
			more := p.moreOrdinalTokens(j+n, end)
			if more > 0 { // "khóa XIV, XV": the last counts
				last, _ := p.OrdinalAt(j+n+more-1, end)
				ordinal = max(ordinal, last)
			}
			po.Terms += 1 + more
			po.Term = ordinal
			n += more
		}
		if years[0] > 0 {
			po.Years = years
		}
		j += n
	}
	if j == po.J {
		return
	}
	if po.Org != nil && po.Org.Kind != nil && po.Org.Kind.Place && po.Org.Unit == nil && po.Org.Parent == nil {
		k := j
		if k < end && p.Toks[k].Is(",", "của") {
			k++
		}
		if u := p.ReadUnit(k, end); u != nil {
			p.setUnit(po.Org, u)
			po.J = u.J
			return
		}
	}
	po.J = j
}

// moreOrdinalTokens counts the tokens of further ordinals of a list: "khóa VII, VIII và IX".
func (p *Page) moreOrdinalTokens(j, end int) int {
	n := 0
	for j+n+1 < end && p.Toks[j+n].Is(",", ";", "và", "-") {
		_, m := p.OrdinalAt(j+n+1, end)
		if m == 0 || record.FromRoman(p.Toks[j+n+1].Norm) == 0 {
			break
		}
		n += 1 + m
	}
	return n
}

// termAt reads "khóa XIII", "(khóa 14)", ", nhiệm kỳ 2016-2021" at token j.
func (p *Page) termAt(j, end int) (n, ordinal int, years [2]int) {
	k := j
	bracket := p.Toks[k].Is("(")
	if p.Toks[k].Is(",", "(", ":") {
		k++
	}
	if p.Next(k, end, "các") && p.NextIn(k+1, end, &p.Lists.Words.TermBegin) {
		k++ // "đại biểu Quốc hội các khóa XI, XII"
	}
	if k+1 >= end {
		return 0, 0, years
	}
	switch {
	case p.Toks[k].Is("khóa"):
		v, m := p.OrdinalAt(k+1, end)
		if m == 0 {
			return 0, 0, years
		}
		k, ordinal = k+1+m, v
	case p.Lists.Words.Term.Has(p.Toks[k], p.Toks[k+1]):
		y, m := p.yearsAt(k+2, end)
		if m == 0 {
			return 0, 0, years
		}
		k, years = k+2+m, y
		for p.Next(k, end, ",", ";", "và") { // "các nhiệm kỳ 2005 - 2010, 2010 - 2015": the last counts
			if y, m = p.yearsAt(k+1, end); m == 0 {
				break
			}
			k, years = k+1+m, [2]int{years[0], max(years[1], y[1])}
		}
	default:
		return 0, 0, years
	}
	if bracket && k < end && p.Toks[k].Is(")") {
		k++
	}
	return k - j, ordinal, years
}
