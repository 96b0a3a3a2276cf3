package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// readNameAfterTitle reads any capitalised words after a title as a name: "Chủ tịch Y Thanh Hà".
func (p *Page) readNameAfterTitle(i, end int) *Mention {
	if i >= end || p.Toks[i].Breaks > 0 || !p.NameWord(i) {
		return nil
	}
	if m := p.readSpelledName(i, end); m != nil {
		return m
	}
	if _, area := p.Lists.Areas.Find(p.Toks[:end], i); area > 0 && !p.Is(i, gazetteer.OfSurname) {
		return nil // "Bí thư Khu X", "Giám đốc Cảng Hải Phòng"
	}
	n := p.unlistedName(i, end)
	if n == 0 || (p.Toks[i].AllUpper() || p.inHeadlineCase(i)) && !p.Is(i, gazetteer.OfSurname) && !p.apostrophed(i) || p.halfWord(i+n, end) {
		return nil
	}
	if last := p.Items[len(p.Items)-1]; n < 3 && !p.SurnameAt(i, end) && !p.apostrophed(i) && p.holderBefore(last.I) {
		return nil // "ông giữ chức Bí thư Tỉnh ủy Quảng Lam"
	}
	return p.plainMention(i, n)
}

// readNameBeforeTitle reads capitalised words as a name where one is due and a title follows behind a sign: a line,
// a cell or a list has "Phá Lau Quý, Chủ tịch …", "| Bling Mia | Chủ tịch …".
func (p *Page) readNameBeforeTitle(i, end int) *Mention {
	if !p.NameWord(i) || !p.nameDue(i) || p.Toks[i].AllUpper() && p.inHeadlineCase(i) {
		return nil
	}
	if m := p.readSpelledName(i, end); m != nil && p.titleBehind(m.J, end) {
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
func (p *Page) halfWord(k, end int) bool {
	if k >= end || p.Toks[k].Kind != text.Word || p.Toks[k].Upper() || p.Toks[k].Breaks > 0 {
		return false
	}
	return !p.Lists.Words.AfterName.Has(p.Toks[k]) && !p.Lists.Particle[p.Toks[k].Fold] && !p.actAt(k, end) && !p.startsTerm(k, end)
}

// holderBefore reports whether a verb leads to the post at token i, or to the series that it ends, so that whoever
// holds it is named before: "giữ chức Phó Bí thư, Bí thư".
func (p *Page) holderBefore(i int) bool {
	for k := len(p.Items) - 1; k > 0 && p.Items[k-1].Post != nil && i-p.Items[k-1].J <= 2; k-- {
		i = p.Items[k-1].I
	}
	return p.linkBefore(i)
}

// unlistedName is the number of words from token i that can be the name of somebody whose surname no list has: two
// or more, or one with an apostrophe ("K'Brối"), that are no place, country, body, title or word of a sentence.
func (p *Page) unlistedName(i, end int) int {
	if !p.NameWord(i) || p.startsTerm(i, end) || p.kindAt(i, end) || p.opener(i) {
		return 0
	}
	n := p.nameRun(i, end)
	if n < 2 && !p.apostrophed(i) || n < 3 && p.Lists.Particle[p.Toks[i].Fold] {
		return 0
	}
	if _, m := p.Lists.Named.Find(p.Toks[:end], i); m >= n {
		return 0
	}
	if _, m := p.Lists.Foreign.Find(p.Toks[:end], i); m > 0 {
		return 0
	}
	if _, m := p.Lists.Things.Find(p.Toks[:end], i); m > 0 {
		return 0
	}
	for k := i; k < i+n; k++ {
		if p.Toks[k].AllUpper() != p.Toks[i].AllUpper() {
			return 0
		}
	}
	return n
}

// opener reports whether token i is a word that opens a sentence or tells a time.
func (p *Page) opener(i int) bool {
	w := &p.Lists.Words
	return p.Lists.Opens[p.Toks[i].Fold] || w.SentenceOpener.Has(p.Toks[i]) || w.TimeLead.Has(p.Toks[i])
}

// apostrophed reports whether an apostrophe stands within token i, as in names of the Central Highlands: "H'Yim".
func (p *Page) apostrophed(i int) bool { return strings.ContainsAny(p.Toks[i].Norm, "'’") }

// plainMention is the name of n tokens at token i, without words before it.
func (p *Page) plainMention(i, n int) *Mention {
	return &Mention{Span: document.Span{I: i, J: i + n}, Head: i, name: p.spelledOut(i, i+n)}
}

// readNameCell reads the name in a cell of a column of names, whatever its words: "Hảng A Chớ", "ĐINH CÔNG THẤU".
func (p *Page) readNameCell(i int) *Mention {
	end := p.NameCell(i)
	if n := p.cellNames[i]; n > 0 && end == 0 {
		end = i + n
	}
	if end == 0 {
		return nil
	}
	m := p.readPerson(i, end)
	f := p.readForms(i, end)
	n := 0
	for f.j+n < end && p.NameWord(f.j+n) {
		n++
	}
	if n < 2 || m != nil && m.J >= f.j+n {
		return m
	}
	m = p.plainMention(f.j, n)
	m.Head, m.Address = i, f.j > i
	return m
}

// nameDue reports whether a name may begin at token i without a form of address: at the head of a line or a cell,
// behind a date ("Ngày 5/3, …"), behind a word that leads to names, or in a list behind a person or a post.
func (p *Page) nameDue(i int) bool {
	if i == 0 || p.opensLine(i) {
		return true
	}
	prev := p.Toks[i-1]
	if prev.Is("|") || p.Lists.Words.NameLead.Has(prev) {
		return true
	}
	if !prev.Is(",", ";") && !p.Lists.Words.Conjunction.Has(prev) || len(p.Items) == 0 {
		return false
	}
	last := p.Items[len(p.Items)-1]
	return last.J == i-1 && (last.Person != nil || last.Post != nil || last.Date != nil && prev.Is(","))
}

// opensLine reports whether only numbers and signs stand before token i in its sentence.
func (p *Page) opensLine(i int) bool {
	for k := p.Sentences[p.SentOf[i]].I; k < i; k++ {
		if p.Toks[k].Kind == text.Word && !p.Toks[k].AllUpperOrSingle() || i-k > 6 {
			return false
		}
	}
	return true
}

// titleBehind reports whether a sign at token j leads to a post that is not somebody else's: ", Chủ tịch UBND xã",
// "(Bí thư Huyện ủy)", "(SN 1970), Giám đốc", but not "- Chủ tịch UBND tỉnh Lê Văn Nam cho biết".
func (p *Page) titleBehind(j, end int) bool {
	if j+1 >= end || p.Toks[j].Breaks > 0 {
		return false
	}
	if p.Toks[j].Is("(") {
		for k := j + 1; k < min(end, j+8); k++ {
			if p.Toks[k].Is(")") && p.Next(k+1, end, ",", "-") {
				j = k + 1
			}
		}
	}
	if !p.Toks[j].Is(",", "-", "(", "|") || !p.Is(j+1, gazetteer.OfTitle|gazetteer.OfModifier) {
		return false
	}
	po := p.readPost(j+1, end)
	if po == nil || p.beginsName(po.J, end) {
		return false
	}
	return !p.Toks[j].Is("-") || po.J >= end || p.Toks[po.J].Kind == text.Punct
}

// inHeadlineCase reports whether the sentence of token i is a headline in which nearly every word begins with a capital
// letter, so that a capital letter tells no name: "Bí Thư Huyện Ủy Trao Quyết Định Nhân Sự Mới".
func (p *Page) inHeadlineCase(i int) bool {
	s := p.Sentences[p.SentOf[i]]
	words, upper := 0, 0
	for k := s.I; k < s.J && k < s.I+longestHeadline; k++ {
		if p.Toks[k].Kind == text.Word {
			words++
			if p.Toks[k].Upper() {
				upper++
			}
		}
	}
	return words >= 6 && upper*10 >= words*9
}

// longestHeadline is the number of tokens that tell whether a sentence is a headline.
const longestHeadline = 40
