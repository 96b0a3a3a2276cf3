package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// readNameAfterTitle reads any capitalised words after a title as a name: "Chủ tịch Y Thanh Hà".
func (p *page) readNameAfterTitle(i, end int) *mention {
	if i >= end || p.toks[i].Breaks > 0 || !p.nameWord(i) {
		return nil
	}
	if m := p.readSpelledName(i, end); m != nil {
		return m
	}
	n := p.unlistedName(i, end)
	if n == 0 || (p.toks[i].AllUpper() || p.inHeadlineCase(i)) && !p.is(i, ofSurname) && !p.apostrophed(i) || p.halfWord(i+n, end) {
		return nil
	}
	if last := p.items[len(p.items)-1]; n < 3 && !p.surnameAt(i, end) && !p.apostrophed(i) && p.holderBefore(last.i) {
		return nil // "ông giữ chức Bí thư Tỉnh ủy Quảng Lam"
	}
	return p.plainMention(i, n)
}

// readNameBeforeTitle reads capitalised words as a name where one is due and a title follows behind a sign: a line,
// a cell or a list has "Phá Lau Quý, Chủ tịch …", "| Bling Mia | Chủ tịch …".
func (p *page) readNameBeforeTitle(i, end int) *mention {
	if !p.nameWord(i) || !p.nameDue(i) || p.toks[i].AllUpper() && p.inHeadlineCase(i) {
		return nil
	}
	if m := p.readSpelledName(i, end); m != nil && p.titleBehind(m.j, end) {
		return m
	}
	n := p.unlistedName(i, end)
	if n == 0 || !p.titleBehind(i+n, end) {
		return nil
	}
	return p.plainMention(i, n)
}

// halfWord reports whether a small word at token k goes on with a word that began with a capital: the "gia" of
// "Vườn Quốc gia". What goes on behind a name is a verb or another small word.
func (p *page) halfWord(k, end int) bool {
	if k >= end || p.toks[k].Kind != text.Word || p.toks[k].Upper() || p.toks[k].Breaks > 0 {
		return false
	}
	return !p.lists.words.AfterName.has(p.toks[k]) && !p.lists.particle[p.toks[k].Fold] && !p.actAt(k, end) && !p.startsTerm(k, end)
}

// holderBefore reports whether a verb leads to the post at token i, or to the series that it ends, so that whoever
// holds it is named before: "giữ chức Phó Bí thư, Bí thư".
func (p *page) holderBefore(i int) bool {
	for k := len(p.items) - 1; k > 0 && p.items[k-1].post != nil && i-p.items[k-1].j <= 2; k-- {
		i = p.items[k-1].i
	}
	return p.linkBefore(i)
}

// unlistedName is the number of words from token i that can be the name of somebody whose surname no list has: two
// or more, or one with an apostrophe ("K'Brối"), that are no place, country, body, title or word of a sentence.
func (p *page) unlistedName(i, end int) int {
	if !p.nameWord(i) || p.startsTerm(i, end) || p.kindAt(i, end) || p.opener(i) {
		return 0
	}
	n := p.nameRun(i, end)
	if n < 2 && !p.apostrophed(i) || n < 3 && p.lists.particle[p.toks[i].Fold] {
		return 0
	}
	if _, m := p.lists.named.find(p.toks[:end], i); m >= n {
		return 0
	}
	if _, m := p.lists.foreign.find(p.toks[:end], i); m > 0 {
		return 0
	}
	if _, m := p.lists.things.find(p.toks[:end], i); m > 0 {
		return 0
	}
	for k := i; k < i+n; k++ {
		if p.toks[k].AllUpper() != p.toks[i].AllUpper() {
			return 0
		}
	}
	return n
}

// opener reports whether token i is a word that opens a sentence or tells a time.
func (p *page) opener(i int) bool {
	w := &p.lists.words
	return p.lists.opens[p.toks[i].Fold] || w.SentenceOpener.has(p.toks[i]) || w.TimeLead.has(p.toks[i])
}

// apostrophed reports whether an apostrophe stands within token i, as in names of the Central Highlands: "H'Yim".
func (p *page) apostrophed(i int) bool { return strings.ContainsAny(p.toks[i].Norm, "'’") }

func (p *page) plainMention(i, n int) *mention {
	return &mention{span: span{i, i + n}, head: i, name: p.spelledOut(i, i+n)}
}

// nameDue reports whether a name may begin at token i without a form of address: at the head of a line or a cell,
// behind a date ("Ngày 5/3, …"), behind a word that leads to names, or in a list behind a person or a post.
func (p *page) nameDue(i int) bool {
	if i == 0 || p.opensLine(i) {
		return true
	}
	prev := p.toks[i-1]
	if prev.Is("|") || p.lists.words.NameLead.has(prev) {
		return true
	}
	if !prev.Is(",", ";") && !p.lists.words.Conjunction.has(prev) || len(p.items) == 0 {
		return false
	}
	last := p.items[len(p.items)-1]
	return last.j == i-1 && (last.person != nil || last.post != nil || last.date != nil && prev.Is(","))
}

// opensLine reports whether only numbers and signs stand before token i in its sentence.
func (p *page) opensLine(i int) bool {
	for k := p.sentences[p.sentOf[i]].i; k < i; k++ {
		if p.toks[k].Kind == text.Word && !p.toks[k].AllUpperOrSingle() || i-k > 6 {
			return false
		}
	}
	return true
}

// titleBehind reports whether a sign at token j leads to a post that is not somebody else's: ", Chủ tịch UBND xã",
// "(Bí thư Huyện ủy)", "(SN 1970), Giám đốc", but not "- Chủ tịch UBND tỉnh Lê Văn Nam cho biết".
func (p *page) titleBehind(j, end int) bool {
	if j+1 >= end || p.toks[j].Breaks > 0 {
		return false
	}
	if p.toks[j].Is("(") {
		for k := j + 1; k < min(end, j+8); k++ {
			if p.toks[k].Is(")") && p.next(k+1, end, ",", "-") {
				j = k + 1
			}
		}
	}
	if !p.toks[j].Is(",", "-", "(", "|") || !p.is(j+1, ofTitle|ofModifier) {
		return false
	}
	po := p.readPost(j+1, end)
	if po == nil || p.beginsName(po.j, end) {
		return false
	}
	return !p.toks[j].Is("-") || po.j >= end || p.toks[po.j].Kind == text.Punct
}

// inHeadlineCase reports whether the sentence of token i is a headline in which nearly every word begins with a capital
// letter, so that a capital letter tells no name: "Bí Thư Huyện Ủy Trao Quyết Định Nhân Sự Mới".
func (p *page) inHeadlineCase(i int) bool {
	s := p.sentences[p.sentOf[i]]
	words, upper := 0, 0
	for k := s.i; k < s.j && k < s.i+longestHeadline; k++ {
		if p.toks[k].Kind == text.Word {
			words++
			if p.toks[k].Upper() {
				upper++
			}
		}
	}
	return words >= 6 && upper*10 >= words*9
}

// longestHeadline is the number of tokens that tell whether a sentence is a headline.
const longestHeadline = 40
