package mention

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// commaField adds the rest of a field behind a comma: "Phòng Quản lý vật tư" goes on with ", trang bị, vận tải".
func (p *Page) commaField(o *Org, end int) bool {
	n := 0
	if !o.Kind.Ministry && o.Kind.Branch != "party" {
		n = p.commaParts(o.J, end)
	}
	if n == 0 {
		return false
	}
	o.field, o.J = o.field+p.Text.Join(o.J, o.J+n), o.J+n
	return true
}

// commaParts counts the tokens of the parts of a field behind the comma at token j, with their commas and the "và"
// before the last: ", trang bị, vận tải", ", Giao thông và Công Thương". It gives 0 where what follows is no field: a
// verb, a name, another body. Parts in small letters that no field has are followed by the body or the place.
func (p *Page) commaParts(j, end int) int {
	k, known, last := j, true, false
	for range maxParts {
		if !p.Next(k, end, ",") && !p.Next(k, end, "và") {
			break
		}
		last = p.Toks[k].Is("và")
		n, ok := p.fieldPart(k+1, end)
		if n == 0 {
			break
		}
		known = known && ok
		k += 1 + n
		if last {
			break
		}
	}
	switch {
	case k == j || !p.Toks[j].Is(","):
		return 0
	case p.Toks[j+1].Upper() && !last:
		return 0 // "Phòng Nội vụ, Tài chính": two of them
	case p.bodyAt(k, end) && !p.numeral(k, end):
		return k - j
	case !known || k < end && p.Toks[k].Kind == text.Word && !p.endsPart(k, end):
		return 0
	}
	return k - j
}

// fieldPart counts the tokens of one part of a field at token j, and says whether all its words occur in fields.
func (p *Page) fieldPart(j, end int) (n int, known bool) {
	if j >= end || p.startsTerm(j, end) || p.beginsName(j, end) && !p.fieldNamed(j, end) || p.Toks[j].Upper() && p.readBareProvince(j, end) != nil || p.Pair(j, end, &p.Lists.Words.NoPart) {
		return 0, false
	}
	if _, m := p.Lists.Fields.Find(p.Toks[:end], j); m > 0 && (p.Toks[j].Upper() || m > 1) {
		n, known = m, true
	}
	upper := p.Toks[j].Upper()
	known = known || n == 0
	for j+n < end && n < maxPart {
		k := j + n
		t := p.Toks[k]
		if t.Kind != text.Word || p.Masked[k] || t.Breaks > 0 || t.Upper() && n > 0 || t.Is("và") || p.endsPart(k, end) {
			break
		}
		known = known && (p.inField(k, end) || upper)
		n++
	}
	return n, known
}

// fieldNamed reports whether a field of the list of several words begins at token j: "Văn hóa và Thể thao" is nobody's name.
func (p *Page) fieldNamed(j, end int) bool {
	_, n := p.Lists.Fields.Find(p.Toks[:end], j)
	return n > 2
}

// maxPart is the most tokens of one part of a field behind a comma.
const maxPart = 7

// endsPart reports whether the word at token k is no part of a field: a small word, a verb, an event, a title, a word
// that stands with titles, a form of address.
func (p *Page) endsPart(k, end int) bool {
	toks := p.Toks[:end]
	t := toks[k]
	if p.boundPair(k) {
		return false
	}
	if p.Lists.Particle[t.Fold] && !t.Upper() && !p.startsPair(k, end) || p.honourAt(k, end) && !p.Lists.FieldOK[t.Fold] || p.startsTerm(k, end) {
		return true
	}
	_, verb := p.Lists.Verbs.Find(toks, k)
	_, mod := p.Lists.Mods.Find(toks, k)
	_, title := p.Lists.Titles.Find(toks, k)
	event, n := p.Lists.Events.Find(toks, k)
	return verb > 0 || mod > 0 || title > 0 || n > 1 || n == 1 && (event == gazetteer.MMove || event == gazetteer.MRetire || !p.Lists.FieldOK[t.Fold])
}
