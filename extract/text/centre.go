package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The two words that every spelling of "Trung ương" becomes: TW, TƯ, T.W, T.Ư, and UBTW or BCHTƯ with what stands
// before. The lists need no variant for any of them.
const (
	centreFirst  = "Trung"
	centreSecond = "ương"
)

// centreIn is where "TW" or "TƯ" stands in a word of capitals, in bytes: [0, 2) in "TW", [2, 4) in "UBTW", nothing
// where it does not. Before and behind it stand nothing or the letters of an abbreviation: it is not in "NETWORK",
// "TƯỜNG" or "TWITTER".
func centreIn(word string) Span {
	for _, mark := range [...]string{"TW", "TƯ", "TU\u031B"} {
		at := strings.Index(word, mark)
		if at < 0 {
			continue
		}
		rest := word[at+len(mark):]
		if first, _ := utf8.DecodeRuneInString(rest); rest == "" || at > 0 && utf8.RuneCountInString(rest) > 1 && letter(first) && !isVowel(first) {
			return Span{at, at + len(mark)}
		}
	}
	return Span{}
}

// isVowel reports whether a letter is a vowel of Vietnamese, with or without its marks.
func isVowel(c rune) bool { return int(c) < len(vowelTable) && vowelTable[c] }

// vowelTable has the vowels in both cases.
var vowelTable = func() (all [0x2000]bool) {
	for _, c := range vowels {
		all[c], all[unicode.ToUpper(c)] = true, true
	}
	return all
}()

const vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"

// spellOut appends token t, which has "Trung ương" in it, as two words, with those before and behind it: "UBTƯ" is
// "UB Trung ương". A part of a document's code (NQ/TW) and a word of a heading in capitals (ĐẦU TƯ) stay.
func (r *Reader) spellOut(tokens []Token, t Token, raw []byte) []Token {
	if t.single {
		return r.joinDotted(append(tokens, t))
	}
	if r.inCode(tokens, t) || r.inCapitals(tokens, t, raw) {
		return append(tokens, t)
	}
	at := centreIn(string(raw[t.Span.Start:t.Span.End]))
	i, j := t.Span.Start+at.Start, t.Span.Start+at.End
	if i > t.Span.Start {
		tokens = append(tokens, Token{r.form(raw[t.Span.Start:i]), Span{t.Span.Start, i}, t.Breaks, t.Space})
		t.Breaks, t.Space = 0, true
	}
	tokens = append(tokens, Token{r.known([]byte(centreFirst)), Span{i, i + 1}, t.Breaks, t.Space})
	tokens = append(tokens, Token{r.known([]byte(centreSecond)), Span{i + 1, j}, 0, true})
	if j < t.Span.End {
		tokens = append(tokens, Token{r.form(raw[j:t.Span.End]), Span{j, t.Span.End}, 0, true})
	}
	return tokens
}

// joinDotted makes "T.Ư" or "T.W", whose last letter is the last of the tokens, into the two words.
func (r *Reader) joinDotted(tokens []Token) []Token {
	n := len(tokens)
	if n < 3 || tokens[n-1].Space || tokens[n-2].Space || tokens[n-2].Norm != "." || tokens[n-3].Norm != "T" || r.inCode(tokens[:n-3], tokens[n-3]) {
		return tokens
	}
	first, last := tokens[n-3], tokens[n-1]
	tokens[n-3] = Token{r.known([]byte(centreFirst)), Span{first.Span.Start, tokens[n-2].Span.End}, first.Breaks, first.Space}
	tokens[n-2] = Token{r.known([]byte(centreSecond)), last.Span, 0, true}
	return tokens[:n-1]
}

// inCode reports whether token t goes on without a space behind a sign of a document's code: the TW of "05-CT/TW".
func (r *Reader) inCode(before []Token, t Token) bool {
	return !t.Space && len(before) > 0 && before[len(before)-1].Is("/", "-", ".")
}

// inCapitals reports whether the token is the syllable "tư" of a line in capitals: SỞ KẾ HOẠCH VÀ ĐẦU TƯ, BỘ TƯ PHÁP.
func (r *Reader) inCapitals(before []Token, t Token, raw []byte) bool {
	if t.Norm != "TƯ" {
		return false
	}
	if n := len(before); n > 0 && t.Breaks == 0 && before[n-1].AllUpper() && isSyllable(before[n-1].Fold) {
		return true
	}
	s, _, breaks := next(raw, t.Span.End)
	if s.Start == s.End || breaks > 0 {
		return false
	}
	f := r.form(raw[s.Start:s.End])
	return f.Kind == Word && f.AllUpper() && isSyllable(f.Fold)
}
