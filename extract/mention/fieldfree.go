package mention

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// freeField counts the tokens of a field in any words, up to a sign, a place, a body, a name, a verb or a
// small word: "Phó Trưởng phòng theo dõi cơ sở", "Vụ Giáo dục Dân tộc", "Cục Đăng ký quốc gia giao dịch bảo
// đảm". It gives 0 when nothing ends the words in time.
func (p *Page) freeField(j, end int) int {
	n := 0
	for j+n < end && n < maxField {
		k := j + n
		if p.Toks[k].Kind != text.Word || p.Masked[k] || p.Toks[k].Breaks > 0 {
			if n > 0 && (sepInField(p, k, end) || p.splitPair(k, end)) {
				n++
				continue
			}
			if n > 0 {
				n += p.commaParts(k, end)
			}
			break
		}
		if p.endsFree(k, end, n) {
			break
		}
		n++
		if _, m := p.Lists.Fields.Find(p.Toks[:end], k); m > 1 && p.Toks[k].Upper() {
			n += m - 1 // "… và Phòng, chống thiên tai"
		}
	}
	if n == 0 || n >= maxField || n < 2 && !p.Toks[j].Upper() {
		return 0
	}
	for n > 0 && (gazetteer.Separator(p.Toks[j+n-1]) || p.Toks[j+n-1].Is("các")) {
		n--
	}
	return n
}

// splitPair reports whether the comma at token k parts the halves of one word: "phòng, chống".
func (p *Page) splitPair(k, end int) bool {
	return p.Toks[k].Is(",") && k > 0 && k+1 < end && p.Lists.Words.SplitPair.Has(p.Toks[k-1], p.Toks[k+1])
}

// maxField is the most tokens of a field that no list has.
const maxField = 24

// endsFree reports whether the word at token k, the n-th of a field in any words, is no part of it.
func (p *Page) endsFree(k, end, n int) bool {
	toks := p.Toks[:end]
	t := toks[k]
	if t.Is("các") || t.Is("theo") && n < 2 {
		return false
	}
	if t.Is("và") {
		return p.endsAnd(k, end, n)
	}
	if n > 0 && p.stopsField(k, end) {
		return true
	}
	if n > 0 && !t.Upper() && p.plainKind(k, end) {
		return false // "Vụ Chính sách an toàn hoạt động ngân hàng"
	}
	if n > 0 && p.boundPair(k) && !(t.Upper() && p.startsTerm(k, end)) && p.central(k, end) == 0 {
		return false
	}
	if _, m := p.Lists.Orgs.Find(toks, k); m > 1 && t.Upper() || p.areaAt(k, end) {
		return true
	}
	if t.Numbered() && p.gluedBody(k) != nil {
		return true
	}
	if p.Lists.Particle[t.Fold] && !t.Upper() && !(n > 0 && toks[k-1].Is("và") && p.startsPair(k, end)) || p.startsTerm(k, end) || p.beginsName(k, end) || p.readBareProvince(k, end) != nil {
		return true
	}
	return p.endsPhrase(k, end, n)
}

// endsAnd reports whether the "và" at token k, behind n words of a field, ends it: what follows is no more of it.
func (p *Page) endsAnd(k, end, n int) bool {
	toks := p.Toks[:end]
	if _, m := p.Lists.Fields.Find(toks, k+1); m > 1 && toks[k+1].Upper() && !p.startsTerm(k+1, end) {
		return false
	}
	return k+1 >= end || p.startsTerm(k+1, end) || p.beginsName(k+1, end) || p.Lists.Particle[toks[k+1].Fold] && !p.startsPair(k+1, end) && !(toks[k+1].Is("các") && n > 1)
}

// endsPhrase reports whether a phrase of the lists begins at token k that goes on behind a field of n words: a verb, an
// event, a word behind a title, a country.
func (p *Page) endsPhrase(k, end, n int) bool {
	toks := p.Toks[:end]
	t := toks[k]
	if m, words := p.Lists.Mods.Find(toks, k); words > 0 && !m.Before && (words > 1 || !t.Upper()) {
		return true // "Vụ Thông tin cơ sở phụ trách"
	}
	if _, m := p.Lists.Verbs.Find(toks, k); m > 0 && !t.Upper() && n > 0 {
		return true
	}
	if _, m := p.Lists.Fields.Find(toks, k); m > 1 {
		return false // "Vụ Chính sách và Pháp chế", though Pháp is a country
	}
	if e, m := p.Lists.Events.Find(toks, k); m > 1 && !t.Upper() || m == 1 && n > 0 && !t.Upper() && (e == gazetteer.MMove || e == gazetteer.MRetire || p.Lists.Words.PostVerb.Has(t)) {
		return true
	}
	if _, m := p.Lists.Foreign.Find(toks, k); m > 0 && t.Upper() {
		return true
	}
	m := p.central(k, end)
	return m > 0
}

// plainKind reports whether a word for a body whose posts are not recorded, or for one that has a capital letter, stands
// at token k in small letters, as any word does.
func (p *Page) plainKind(k, end int) bool {
	kind, n := p.Lists.Kinds.Find(p.Toks[:end], k)
	if n == 0 || !kind.Out && !kind.Upper {
		return false
	}
	_, verb := p.Lists.Verbs.Find(p.Toks[:end], k) // "Viện Kinh tế Xây dựng tổ chức hội thảo"
	return verb <= n
}

// openField counts the tokens of a field that no list has, from token j: first a capitalised word
// (when first), then capitalised words and small words that are known from fields.
func (p *Page) openField(j, end int, first bool) int {
	n := 0
	for j+n < end && n < 12 {
		k := j + n
		t := p.Toks[k]
		if t.Kind != text.Word || p.Masked[k] || t.Breaks > 1 {
			if n > 0 && (sepInField(p, k, end) || p.splitPair(k, end)) {
				n++
				continue
			}
			break
		}
		if n == 0 && first != t.Upper() {
			break
		}
		if p.endsField(k, end, n == 0 && first) {
			break
		}
		if !t.Upper() && !p.Lists.FieldOK[t.Fold] || !first && !gazetteer.Separator(t) && !p.startsPair(k, end) && (n == 0 || !p.boundPair(k)) {
			break
		}
		if !first && t.Upper() {
			break
		}
		n++
	}
	for n > 0 && p.looseTail(j+n-1) {
		n--
	}
	return n
}

// looseTail reports whether the word at token k, the last of a field, is none of its words: a sign, or a small word that goes on
// with what follows: the "đối" of "Vụ Hợp tác quốc tế đối với ông Nam".
func (p *Page) looseTail(k int) bool {
	t := p.Toks[k]
	return gazetteer.Separator(t) || p.Lists.Words.FieldTail.Has(t) || p.Lists.Particle[t.Fold] && !t.Upper() && !p.Lists.Given[t.Fold]
}

// sepInField reports whether the separator at token k joins two words of a field.
func sepInField(p *Page, k, end int) bool {
	sign := p.Toks[k].Is("-", "&") || p.Toks[k].Is("/") && k+1 < end && !p.Toks[k].Space && !p.Toks[k+1].Space && p.Toks[k+1].AllUpper() // "HIV/AIDS"
	return sign && k+1 < end && p.Toks[k+1].Upper() && (!p.startsTerm(k+1, end) || p.fieldOfPart(k+1, end)) && !p.beginsName(k+1, end)
}
