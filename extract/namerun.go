package extract

import "github.com/nhiemky/nhiemky/extract/text"

// nameRun counts the capitalised words from token i that can be one name: at most five, or three behind a surname of
// several words, in one case, close together, and no title or body among them.
func (p *page) nameRun(i, end int) int {
	n := 0
	for i+n < end && n < 8 && p.nameGoesOn(i, n, end) {
		n++
	}
	return p.firstName(i, n, end)
}

// nameGoesOn reports whether the name at token i, of which n words are read, has the next word too.
func (p *page) nameGoesOn(i, n, end int) bool {
	k := i + n
	t := p.toks[k]
	if !p.nameWord(k) {
		return false
	}
	if n == 0 {
		return true
	}
	if !t.Space || t.Breaks > 0 && !p.wrapped(k) || p.otherCase(i, k) {
		return false
	}
	if p.toks[k].AllUpper() && p.toks[i].AllUpperOrSingle() {
		return !p.startsTitle(k, end) && !p.noName(k, end) && !(n > 1 && p.leavesCapitals(k, end))
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
func (p *page) otherCase(i, k int) bool {
	return p.toks[k].AllUpper() != p.toks[i].AllUpper() && len([]rune(p.toks[k].Norm)) > 1 && len([]rune(p.toks[i].Norm)) > 1
}

// firstName is the number of words of the first name among the n capitalised words at token i: two names may stand
// there without a sign between them.
func (p *page) firstName(i, n, end int) int {
	_, surname := p.lists.surnames.find(p.toks[:end], i)
	most := max(5, surname+3)
	if n == 5 && p.surnameAt(i+3, end) && !p.clanAt(i+3, i+n) && (!p.given(i+3) || p.inRow(i)) {
		return 3
	}
	if n > most {
		for k := 3; k <= 4; k++ {
			if p.surnameAt(i+k, end) {
				return k
			}
		}
	}
	return min(n, most)
}

// clanAt reports whether all that stands in tokens [i, end) is a surname of several words, as at the end of an Ê Đê
// name: the Niê Kđăm of "Y Thanh Hà Niê Kđăm".
func (p *page) clanAt(i, end int) bool {
	_, n := p.lists.surnames.find(p.toks[:end], i)
	return n > 1 && i+n == end
}

// leavesCapitals reports whether the words behind a name in a heading set in capitals begin at token k: the THĂM of
// "CHỦ TỊCH LÊ VĂN NAM THĂM HỎI". A middle name has a given name behind it, and the last word may be one.
func (p *page) leavesCapitals(k, end int) bool {
	if p.lists.words.MiddleName.has(p.toks[k-1]) {
		return false
	}
	if p.beginsSentence(k, end) {
		return true
	}
	if k+1 >= end || !p.toks[k+1].AllUpper() || p.toks[k+1].Breaks > 0 {
		return p.lists.particle[p.toks[k].Fold] && k+1 < end && p.toks[k+1].Kind == text.Number
	}
	_, verb := p.lists.verbs.find(p.toks[:end], k)
	m, event := p.lists.events.find(p.toks[:end], k)
	return verb > 0 || event > 0 && m != "" || p.lists.particle[p.toks[k].Fold] || p.lists.words.HeadingVerb.has(p.toks[k])
}

// beginsSentence reports whether a sentence begins at the capitalised token k, for which the full stop
// before it is missing: "… Trần Văn Nam Phát biểu tại …". A middle name has a given name behind it: "Tô Văn Từ làm …".
func (p *page) beginsSentence(k, end int) bool {
	toks := p.toks[:end]
	if p.lists.words.MiddleName.has(toks[k-1]) {
		return false
	}
	if toks[k].Is("nguyên", "cựu") && p.startsTitle(k+1, end) {
		return true // "Đỗ Mười Nguyên Tổng Bí thư"
	}
	if _, m := p.lists.events.find(toks, k); m > 1 {
		return !p.given(k) || !p.actAt(k+1, end) // "Rơ Châm Giao giữ chức"
	}
	if _, m := p.lists.verbs.find(toks, k); m > 1 {
		return true
	}
	return p.opensSentence(k, end)
}

// opensSentence reports whether the word at token k opens a sentence, as what follows it tells: "Theo đó", "Chiều nay",
// and not the name of one who is called Chiều: "Lê Thị Chiều, Chủ tịch", "Lê Thị Chiều cho biết".
func (p *page) opensSentence(k, end int) bool {
	if !p.lists.opens[p.toks[k].Fold] && !p.lists.words.SentenceOpener.has(p.toks[k]) {
		return false
	}
	if k+1 >= end || p.toks[k+1].Breaks > 0 {
		return false
	}
	next := p.toks[k+1]
	switch {
	case next.Kind == text.Number:
		return true
	case next.Kind != text.Word:
		return false
	case next.Upper():
		return next.AllUpper() && !p.toks[k].AllUpper()
	}
	return !p.lists.words.AfterName.has(next) && !p.actAt(k+1, end)
}

// actAt reports whether a verb of appointment or of speech begins at token k.
func (p *page) actAt(k, end int) bool {
	if _, m := p.lists.events.find(p.toks[:end], k); m > 0 {
		return true
	}
	_, m := p.lists.verbs.find(p.toks[:end], k)
	return m > 0
}
