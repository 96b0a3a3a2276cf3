package mention

import (
	"strconv"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// words for small ordinals.
var ordinalWords = map[string]int{"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

// OrdinalAt reads an ordinal at token j, Roman, Arabic or, after "thứ", in words, and gives its
// value and tokens.
func (p *Page) OrdinalAt(j, end int) (value, n int) {
	k := j
	for k < end && (p.Lists.Words.OrdinalWord.Has(p.Toks[k]) || p.Toks[k].Is("số")) {
		k++
	}
	if k >= end {
		return 0, 0
	}
	t := p.Toks[k]
	switch {
	case t.Kind == text.Number && len(t.Norm) <= 2:
		if k+2 < end && p.Toks[k+1].Is("/", ".") && !p.Toks[k+1].Space && p.Toks[k+2].Kind == text.Number && !p.Toks[k+2].Space {
			return 0, 0 // a date
		}
		v, _ := strconv.Atoi(t.Norm)
		return v, k + 1 - j
	case t.Kind == text.Word && record.FromRoman(t.Norm) > 0 && t.AllUpperOrSingle():
		return record.FromRoman(t.Norm), k + 1 - j
	case k > j && ordinalWords[t.Fold] > 0:
		v, m := p.ordinalInWords(k, end)
		return v, k + m - j
	}
	return 0, 0
}

// ordinalInWords reads a number in words at token k: "hai", "mười ba", "hai mươi", "hai mươi mốt".
func (p *Page) ordinalInWords(k, end int) (value, n int) {
	v, n := ordinalWords[p.Toks[k].Fold], 1
	switch {
	case v < 10 && p.Next(k+1, end, "mươi"):
		v, n = v*10, 2
	case v != 10:
		return v, 1
	}
	if k+n < end && p.Toks[k+n].Kind == text.Word {
		if unit := unitWords[p.Toks[k+n].Fold]; unit > 0 {
			return v + unit, n + 1
		}
	}
	return v, n
}

// unitWords are the words for what is above ten, twenty and so on. "Năm" is not among them: it is a year as well.
var unitWords = map[string]int{"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}

// yearsAt reads "2016-2021", "2016 - 2021", "2020-25" at token j.
func (p *Page) yearsAt(j, end int) (years [2]int, n int) {
	if j+1 >= end || p.Toks[j].Kind != text.Number {
		return years, 0
	}
	to := j + 1 // "2021 2026", the dash is lost
	if p.Toks[to].Is("-", "/") {
		to++
	}
	if to >= end || p.Toks[to].Kind != text.Number {
		return years, 0
	}
	a, b := p.Toks[j].Norm, p.Toks[to].Norm
	if len(a) != 4 || len(b) != 4 {
		return years, 0
	}
	years[0], _ = strconv.Atoi(a)
	years[1], _ = strconv.Atoi(b)
	if years[0] < 1900 || years[1] < years[0] || years[1] > years[0]+10 {
		return [2]int{}, 0
	}
	return years, to + 1 - j
}
