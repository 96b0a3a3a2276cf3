package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// nameRun counts the capitalised words from token i that can be one name: at most five, or three behind a surname of
// several words, in one case, close together, and no title or body among them.
func (p *Page) nameRun(i, end int) int {
	n := 0
	for i+n < end && n < 8 && (p.nameGoesOn(i, n, end) || p.smallMiddle(i, i+n, end)) {
		n++
	}
	return p.lowered(i, p.firstName(i, n, end), end)
}

// nameGoesOn reports whether the name at token i, of which n words are read, has the next word too.
func (p *Page) nameGoesOn(i, n, end int) bool {
	k := i + n
	t := p.Toks[k]
	if !p.NameWord(k) {
		return false
	}
	if n == 0 {
		return true
	}
	if p.glued(k-1) != "" || n > 2 && p.stateAt(k, end) {
		return false
	}
	if !t.Space && (n > 1 || !p.Is(i, gazetteer.OfSurname) || !gazetteer.Syllable(t.Norm)) || t.Breaks > 0 && !p.Wrapped(k) && !p.NameWrapped(k) || p.otherCase(i, k) { // run together is a surname alone: "LêVăn Nam"
		return false
	}
	if n > 1 && p.Lists.Words.TimeLead.Has(t) && p.IsYear(k+1) {
		return false // "2- Nguyễn Phan Thế   Đầu 1953 - 3/1955"
	}
	if p.Toks[k].AllUpper() && p.Toks[i].AllUpperOrSingle() {
		return !p.startsTitle(k, end) && !p.noName(k, end) && !((n > 1 || p.apostrophed(i)) && p.leavesCapitals(k, end))
	}
	if p.startsTerm(k, end) && !(n > 1 && p.lastSyllable(k, end)) {
		return false
	}
	if p.noName(k, end) && !(n == 1 && p.capitalised(k, end)) {
		return false
	}
	return n < 2 || !p.beginsSentence(k, end)
}

// otherCase reports whether token k is set in capitals and the name that begins at token i is not, or the reverse.
func (p *Page) otherCase(i, k int) bool {
	return p.Toks[k].AllUpper() != p.Toks[i].AllUpper() && len([]rune(p.Toks[k].Norm)) > 1 && len([]rune(p.Toks[i].Norm)) > 1
}

// firstName is the number of words of the first name among the n capitalised words at token i: two names may stand
// there without a sign between them.
func (p *Page) firstName(i, n, end int) int {
	if k := p.cellName(i, end); k > 0 && k <= n {
		return k
	}
	_, surname := p.Lists.Surnames.Find(p.Toks[:end], i)
	most := max(5, surname+3)
	if n == 5 && p.inRow(i) && p.twoAndThree(i, end) {
		return 2
	}
	if n == 5 && p.SurnameAt(i+3, end) && !p.clanAt(i+3, i+n) && (!p.Given(i+3) || p.inRow(i)) {
		return 3
	}
	if n > most {
		for k := 3; k <= 4; k++ {
			if p.SurnameAt(i+k, end) && !(k == 3 && p.Lists.Words.MiddleName.Has(p.Toks[i+1]) && !p.plainSurname(i+3, end) && p.plainSurname(i+4, end)) {
				return k // "Nguyễn Thị Kim Ngân Lê Văn Nam"
			}
		}
	}
	return min(n, most)
}

// twoAndThree reports whether the five words at token i are a name of two and one of three: "Đỗ Mười Lê Khả Phiêu", but not
// "Trần Thị Lê Hoài Thu", nor a name that ends in that of a clan.
func (p *Page) twoAndThree(i, end int) bool {
	if !p.SurnameAt(i+2, end) || p.Lists.Words.MiddleName.Has(p.Toks[i+1]) || p.clanAt(i+3, i+5) {
		return false
	}
	if p.plainSurname(i+2, end) && !p.plainSurname(i+3, end) && p.plainSurname(i, end) {
		return true
	}
	return !p.Given(i+2) && !p.SurnameAt(i+3, end)
}

// plainSurname reports whether a surname that is no everyday word stands at token i.
func (p *Page) plainSurname(i, end int) bool {
	k, n := p.Lists.Surnames.Find(p.Toks[:end], i)
	return n > 0 && !k.Rare
}

// clanAt reports whether all that stands in tokens [i, end) is a surname of several words, as at the end of an Ê Đê
// name: the Niê Kđăm of "Y Thanh Hà Niê Kđăm".
func (p *Page) clanAt(i, end int) bool {
	_, n := p.Lists.Surnames.Find(p.Toks[:end], i)
	return n > 1 && i+n == end
}

// leavesCapitals reports whether the words behind a name in a heading set in capitals begin at token k: the THĂM of
// "CHỦ TỊCH LÊ VĂN NAM THĂM HỎI". A middle name has a given name behind it, and the last word may be one.
func (p *Page) leavesCapitals(k, end int) bool {
	if p.Lists.Words.MiddleName.Has(p.Toks[k-1]) {
		return false
	}
	if p.beginsSentence(k, end) {
		return true
	}
	if k+1 >= end || !p.Toks[k+1].AllUpper() || p.Toks[k+1].Breaks > 0 {
		return p.Lists.Particle[p.Toks[k].Fold] && k+1 < end && p.Toks[k+1].Kind == text.Number
	}
	_, verb := p.Lists.Verbs.Find(p.Toks[:end], k)
	m, event := p.Lists.Events.Find(p.Toks[:end], k)
	return verb > 0 || event > 0 && m != "" || p.Lists.Particle[p.Toks[k].Fold] || p.Lists.Words.HeadingVerb.Has(p.Toks[k])
}

// beginsSentence reports whether a sentence begins at the capitalised token k, for which the full stop
// before it is missing: "… Trần Văn Nam Phát biểu tại …". A middle name has a given name behind it: "Tô Văn Từ làm …".
func (p *Page) beginsSentence(k, end int) bool {
	toks := p.Toks[:end]
	if p.Lists.Words.MiddleName.Has(toks[k-1]) {
		return false
	}
	if (p.Lists.Words.FormerWord.Has(toks[k]) || p.Lists.Words.NewInPost.Has(toks[k])) && p.startsTitle(k+1, end) {
		return true // "Đỗ Mười Nguyên Tổng Bí thư", "Trần Văn Nam Tân Phó Chủ tịch"
	}
	if _, m := p.Lists.Events.Find(toks, k); m > 1 {
		return !p.Given(k) || !p.actAt(k+1, end) // "Rơ Châm Giao giữ chức"
	}
	if _, m := p.Lists.Verbs.Find(toks, k); m > 1 {
		return true
	}
	if p.Pair(k, end, &p.Lists.Words.SiteNote) && !toks[k+1].Upper() {
		return true // "Nguyễn Văn A Lưu trữ ngày …"
	}
	return p.opensSentence(k, end)
}

// opensSentence reports whether the word at token k opens a sentence, as what follows it tells: "Theo đó", "Chiều nay",
// and not the name of one who is called Chiều: "Lê Thị Chiều, Chủ tịch", "Lê Thị Chiều cho biết".
func (p *Page) opensSentence(k, end int) bool {
	if !p.Lists.Opens[p.Toks[k].Fold] && !p.Lists.Words.SentenceOpener.Has(p.Toks[k]) {
		return false
	}
	if k+1 >= end || p.Toks[k+1].Breaks > 0 {
		return false
	}
	next := p.Toks[k+1]
	switch {
	case next.Kind == text.Number:
		return true
	case next.Kind != text.Word:
		return false
	case next.Upper():
		return next.AllUpper() && !p.Toks[k].AllUpper()
	}
	return !p.Lists.Words.AfterName.Has(next) && !p.actAt(k+1, end)
}

// actAt reports whether a verb of appointment or of speech begins at token k.
func (p *Page) actAt(k, end int) bool {
	if _, m := p.Lists.Events.Find(p.Toks[:end], k); m > 0 {
		return true
	}
	_, m := p.Lists.Verbs.Find(p.Toks[:end], k)
	return m > 0
}

// readSpelledName reads a name with signs within it at token i: one with hyphens in the spelling of before 1975
// ("Tôn-đức-Thắng", "Trường-Chinh"), or one with a space behind the apostrophe ("H' Lê Na Êban").
func (p *Page) readSpelledName(i, end int) *Mention {
	if i+2 >= end || p.Toks[i+1].Space || p.Toks[i+1].Kind != text.Punct {
		return nil
	}
	if p.Toks[i+1].Is("'") {
		return p.readSpacedName(i, end)
	}
	j, syllables := i+1, 1
	for j+1 < end && p.Toks[j].Is("-") && !p.Toks[j].Space && !p.Toks[j+1].Space && p.Toks[j+1].Kind == text.Word {
		j, syllables = j+2, syllables+1
	}
	last := p.Toks[j-1]
	if syllables < 2 || syllables > 5 || !last.Upper() || !p.syllablesOnly(i, j) || j < end && p.Toks[j].Is("-") && !p.Toks[j].Space {
		return nil
	}
	if syllables > 2 && !p.Is(i, gazetteer.OfSurname) {
		return nil
	}
	if _, n := p.Lists.Named.Find(p.Toks[:end], i); n > 0 {
		return nil
	}
	if syllables == 2 && p.ofStates(i, end) {
		return nil
	}
	return &Mention{Span: document.Span{I: i, J: j}, Head: i, name: p.spelledOut(i, j), syllables: syllables}
}

// ofStates reports whether two states are named in short at token i: "Pháp-Việt", "Trung-Pháp".
func (p *Page) ofStates(i, end int) bool {
	for k := i; k < min(end, i+3); k += 2 {
		if _, n := p.Lists.Foreign.Find(p.Toks[:end], k); n > 0 && !p.Given(k) || p.Is(k, gazetteer.OfVietnam) {
			return true
		}
	}
	return false
}

// syllablesOnly reports whether the words in tokens [i, j) are syllables of Vietnamese in one case or other, and none
// an abbreviation.
func (p *Page) syllablesOnly(i, j int) bool {
	for k := i; k < j; k++ {
		t := p.Toks[k]
		if t.Kind == text.Word && (!gazetteer.Syllable(t.Norm) || p.Masked[k] || t.AllUpper() != p.Toks[i].AllUpper()) {
			return false
		}
	}
	return true
}

// spelledOut is the name in tokens [i, j): each word with a capital letter and a space before it, without hyphens and
// without a small word that sticks to it.
func (p *Page) spelledOut(i, j int) string {
	var b strings.Builder
	capitals := false
	for k := i; k < j; k++ {
		t := p.Toks[k]
		if t.Kind != text.Word {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		word := t.Norm
		if stem := p.glued(k); stem != "" {
			word = stem
		}
		if !t.Upper() {
			first, n := utf8.DecodeRuneInString(word)
			b.WriteRune(unicode.ToUpper(first))
			word = word[n:]
		}
		b.WriteString(word)
		capitals = capitals || t.AllUpper()
	}
	if capitals {
		return titleCase(b.String())
	}
	return b.String()
}

// readSpacedName reads a name at token i whose first letter and apostrophe stand apart from the rest: "H' Lê Na Êban".
func (p *Page) readSpacedName(i, end int) *Mention {
	if len([]rune(p.Toks[i].Norm)) > 2 || !p.NameWord(i+2) || p.Toks[i+2].Breaks > 0 || !p.Toks[i+2].Space {
		return nil
	}
	n := p.nameRun(i+2, end)
	if n == 0 {
		return nil
	}
	name := p.Toks[i].Norm + "' " + titleCase(p.Text.Join(i+2, i+2+n))
	return &Mention{Span: document.Span{I: i, J: i + 2 + n}, Head: i, name: name, syllables: n + 2}
}

// glued is a syllable to which the small word behind it sticks, without that word: "Diên" of "Diêntừ". It is empty
// for other tokens.
func (p *Page) glued(k int) string {
	t := p.Toks[k]
	if stem, found := strings.CutSuffix(t.Norm, "từ"); found && len(stem) > 1 && t.Upper() && !gazetteer.Syllable(t.Norm) && gazetteer.Syllable(stem) {
		return stem
	}
	return ""
}

// stateAt reports whether the name of another state of two words begins at token k, behind a name: "… Trần Đại Nghĩa
// Thái Lan treo cờ".
func (p *Page) stateAt(k, end int) bool {
	kind, n := p.Lists.Foreign.Find(p.Toks[:end], k)
	return n > 1 && kind == "state" && !p.Lists.Words.MiddleName.Has(p.Toks[k-1])
}
