package extract

import (
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// roman gives the value of a Roman numeral up to 99, or 0.
func roman(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	n := 0
	for i := range len(s) {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}

// words for small ordinals.
var ordinalWords = map[string]int{"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

// ordinalAt reads an ordinal at token j, Roman, Arabic or, after "thứ", in words, and gives its
// value and tokens.
func (p *page) ordinalAt(j, end int) (value, n int) {
	k := j
	for k < end && p.toks[k].Is("lần", "thứ", "số") {
		k++
	}
	if k >= end {
		return 0, 0
	}
	t := p.toks[k]
	switch {
	case t.Kind == text.Number && len(t.Norm) <= 2:
		if k+2 < end && p.toks[k+1].Is("/", ".") && !p.toks[k+1].Space && p.toks[k+2].Kind == text.Number && !p.toks[k+2].Space {
			return 0, 0 // a date
		}
		v, _ := strconv.Atoi(t.Norm)
		return v, k + 1 - j
	case t.Kind == text.Word && roman(strings.ToUpper(t.Norm)) > 0 && t.AllUpperOrSingle():
		return roman(t.Norm), k + 1 - j
	case k > j && ordinalWords[t.Fold] > 0:
		return ordinalWords[t.Fold], k + 1 - j
	}
	return 0, 0
}

// yearsAt reads "2016-2021", "2016 - 2021", "2020-25" at token j.
func (p *page) yearsAt(j, end int) (years [2]int, n int) {
	if j+2 >= end || p.toks[j].Kind != text.Number || !p.toks[j+1].Is("-", "/") || p.toks[j+2].Kind != text.Number {
		return years, 0
	}
	a, b := p.toks[j].Norm, p.toks[j+2].Norm
	if len(a) != 4 || len(b) != 4 {
		return years, 0
	}
	years[0], _ = strconv.Atoi(a)
	years[1], _ = strconv.Atoi(b)
	if years[0] < 1900 || years[1] < years[0] || years[1] > years[0]+10 {
		return [2]int{}, 0
	}
	return years, 3
}
