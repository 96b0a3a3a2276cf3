package mention

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/text"
)

// codeAhead reports whether a number with a code begins at token k, with or without "số".
func (p *Page) codeAhead(k int) bool {
	if k < len(p.Toks) && p.Toks[k].Is("số") {
		k++
	}
	code, n := p.codeAt(k)
	return n > 0 && hasLetter(code)
}

// codeAt reads a document number at token k: 05-CT/TW, 01 -CT/QU, 15/2008/QH12, 203 NQ/UBTVQH9, 77NQ/HĐNN7,
// 07/2002/QĐ.UB, or digits alone. It gives the code as records write it and its tokens.
func (p *Page) codeAt(k int) (string, int) {
	code, n := p.codeHead(k)
	if n == 0 {
		return "", 0
	}
	for p.codeGoesOn(k+n-1, n) {
		part := p.Toks[k+n+1].Norm
		code += p.Toks[k+n].Norm + part
		n += 2
		if end := len(p.Toks); part == "T" && p.Next(k+n, end, ".") && p.NextIn(k+n+1, end, &p.Lists.Words.CentralEnd) {
			code = strings.TrimSuffix(code, part) + "TW"
			n += 2
		}
	}
	return strings.ReplaceAll(code, "TƯ", "TW"), n
}

// codeHead reads what a code begins with: its number, and the mark that may stand beside it without a sign, as
// in "203 NQ" and "77NQ".
func (p *Page) codeHead(k int) (string, int) {
	if k >= len(p.Toks) {
		return "", 0
	}
	t := p.Toks[k]
	if t.Kind == text.Word && t.Norm[0] >= '0' && t.Norm[0] <= '9' && p.Lists.Marks[leadingMark(t.Norm)] {
		return t.Norm, 1
	}
	if p.lettered(k) {
		return t.Norm, 1
	}
	if t.Kind != text.Number || len(t.Norm) > 5 {
		return "", 0
	}
	if k+1 < len(p.Toks) && p.Toks[k+1].Breaks == 0 && p.markBehind(k) {
		return t.Norm + p.Toks[k+1].Norm, 2
	}
	return t.Norm, 1
}

// lettered reports whether token k is a number with a letter behind it that a code begins with: the 96B of "96B-SL".
func (p *Page) lettered(k int) bool {
	t := p.Toks[k]
	return t.Kind == text.Word && t.Norm[0] >= '0' && t.Norm[0] <= '9' && utf8.RuneCountInString(leadingMark(t.Norm)) == 1 &&
		k+2 < len(p.Toks) && p.Toks[k+1].Is("-", "/") && !p.Toks[k+1].Space && p.Lists.Marks[p.Toks[k+2].Norm]
}

// markBehind reports whether the mark of a type stands behind the number at token k without a sign, as in
// "203 NQ/UBTVQH9", or, where "số" stands before, the mark of an issuer: "số 15 TTg".
func (p *Page) markBehind(k int) bool {
	mark := p.Toks[k+1]
	if mark.Kind != text.Word || !mark.Upper() || utf8.RuneCountInString(mark.Norm) < 2 {
		return false
	}
	if p.Lists.Marks[mark.Norm] {
		return true
	}
	_, ok := p.Lists.Issuers[strings.TrimRight(mark.Norm, "0123456789")]
	return ok && k > 0 && p.Toks[k-1].Is("số", ":")
}

// codeGoesOn reports whether a sign and a further part of the code follow token i, which ends its first n tokens.
// A full stop joins letters only: "QĐ.UB".
func (p *Page) codeGoesOn(i, n int) bool {
	if i+2 >= len(p.Toks) {
		return false
	}
	sign, part := p.Toks[i+1], p.Toks[i+2]
	if part.Breaks > 0 || sign.Breaks > 0 || !p.codePart(part) && !p.letterPart(i+2) {
		return false
	}
	if sign.Is(".") {
		return n > 1 && !sign.Space && !part.Space && part.AllUpper() && p.Toks[i].Kind == text.Word
	}
	if !sign.Is("-", "/") {
		return false
	}
	return !(part.Space && !part.AllUpperOrSingle() || sign.Space && (!sign.Is("-") || part.Kind == text.Number))
}

// codePart reports whether a token can be a part of a code: a year, or letters most of them capital.
func (p *Page) codePart(t text.Token) bool {
	if t.Kind == text.Number {
		return len(t.Norm) == 4
	}
	if t.Kind != text.Word || !t.Upper() || utf8.RuneCountInString(t.Norm) < 2 {
		return false
	}
	capital := 0
	for _, c := range t.Norm {
		if strings.ToUpper(string(c)) == string(c) {
			capital++
		}
	}
	return capital*2 > utf8.RuneCountInString(t.Norm) || p.Lists.Words.SmallCodePart.Has(t)
}

// letterPart reports whether token i is a part of a code that is one letter, with another part behind it: the L of "09-L/CTN".
func (p *Page) letterPart(i int) bool {
	t := p.Toks[i]
	return t.Kind == text.Word && t.AllUpperOrSingle() && utf8.RuneCountInString(t.Norm) == 1 && p.Next(i+1, len(p.Toks), "/") &&
		!p.Toks[i+1].Space && i+2 < len(p.Toks) && !p.Toks[i+2].Space && p.codePart(p.Toks[i+2])
}

// isCode tells a number that cites a document from one that counts, or from a month: "Nghị định 24/2014" has a
// code, "Kế hoạch 9/2016" a date.
func (p *Page) isCode(code string, k, n int, said bool) bool {
	if hasLetter(code) {
		return true
	}
	if n > 1 {
		number, _ := strconv.Atoi(p.Toks[k].Norm)
		return (said || number > 12) && p.IsYear(k+n-1) && !(k+n < len(p.Toks) && p.Toks[k+n].Is("/", "-") && !p.Toks[k+n].Space)
	}
	if k+n < len(p.Toks) {
		next := p.Toks[k+n]
		if next.Is("%", "/", ".") && !next.Space && k+n+1 < len(p.Toks) && p.Toks[k+n+1].Kind == text.Number {
			return false
		}
		if !said && next.Kind == text.Word && !next.Upper() && !p.Lists.Words.BehindNumber.Has(next) {
			return false
		}
		if next.Is("năm") && !p.IsYear(k+n+1) || next.Is("và") && !said && len(code) < 2 {
			return false
		}
	}
	return said || len(code) >= 2
}

// hasLetter reports whether a code has more than digits and signs.
func hasLetter(code string) bool {
	return strings.ContainsAny(code, "ABCDEFGHIKLMNOPQRSTUVXYĐ")
}

// leadingMark is what stands behind the digits that a word begins with: NQ of "77NQ".
func leadingMark(word string) string { return strings.TrimLeft(word, "0123456789") }

// codeSigns separate the parts of a code.
func codeSigns(c rune) bool { return c == '/' || c == '-' || c == '.' }

// markOf is the mark of the type in a code: NĐ of 302/2025/NĐ-CP, HD of 45-HD/BTCTW, NQ of 203NQ/UBTVQH9.
func markOf(code string) string {
	for _, part := range strings.FieldsFunc(code, codeSigns) {
		if mark := leadingMark(part); mark != "" {
			return mark
		}
	}
	return ""
}

// issuerMark is the mark of the issuer in a code: CP of 302/2025/NĐ-CP, UBTVQH of 203NQ/UBTVQH9, or "".
func issuerMark(code string) string {
	parts := strings.FieldsFunc(code, codeSigns)
	if len(parts) == 0 {
		return ""
	}
	return strings.TrimRight(leadingMark(parts[len(parts)-1]), "0123456789")
}
