package mention

import (
	"strings"
	"unicode"

	"github.com/nhiemky/nhiemky/extract/gazetteer"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Unit is an administrative unit as the text names it.
type Unit struct {
	document.Span
	Kind  string // "tỉnh", "thành phố", "quận" …
	Level int    // 1 province, 2 district, 3 commune
	Name  string // without its kind: "Ba Đình", "1"
	Id    string // in the list of places, once resolved
	said  bool   // the kind stands in the text
}

// Full is the unit's name with its kind: "quận Ba Đình", "Quận 1".
func (u *Unit) Full() string {
	if u == nil {
		return ""
	}
	if u.Name == "" {
		return u.Kind
	}
	if u.Name[0] >= '0' && u.Name[0] <= '9' {
		return strings.ToUpper(u.Kind[:1]) + u.Kind[1:] + " " + u.Name
	}
	return u.Kind + " " + u.Name
}

// anchor is a place in the text where a unit is named; a body without a place takes the nearest.
type anchor struct {
	at   int // token
	unit *Unit
	weak bool // named in passing: a birthplace
	body bool // it is that of a body or a post
}

// ReadUnit reads a unit at token i: a kind and a name ("huyện Quế Sơn", "TP.HCM", "Quận 1"), or the
// name of a province alone. Kind alone gives a unit without a name, n tokens long.
func (p *Page) ReadUnit(i, end int) *Unit {
	k, n := p.Lists.Units.Find(p.Toks[:end], i)
	if n == 0 || (n == 1 && p.Lists.Words.UnitInitial.Has(p.Toks[i]) && !p.abbreviatedUnit(i, end)) {
		return nil
	}
	u := &Unit{Span: document.Span{I: i, J: i + n}, Kind: k.Kind, Level: k.Level, said: true}
	if k.Kind == gazetteer.Capital {
		u.Kind = gazetteer.City
	}
	j := i + n
	if j < end && p.Toks[j].Is(".") && !p.Toks[j].Space && j+1 < end && (p.Toks[j+1].Upper() || p.Toks[j+1].Kind == text.Number) {
		j++
	}
	if name, m := p.readName(j, end, u.Kind); m > 0 {
		u.Name, u.J = name, j+m
		if u.Kind == gazetteer.City {
			u.Level = p.levelOf(u.Kind, u.Name) // that of a district, but for the few under the centre
		}
	} else if n == 1 && p.Lists.Words.UnitLetter.Has(p.Toks[i]) {
		return nil
	}
	return u
}

// abbreviatedUnit reports whether a one-letter kind is followed by a name: "Q. Ba Đình", "P.12".
func (p *Page) abbreviatedUnit(i, end int) bool {
	j := i + 1
	if j < end && p.Toks[j].Is(".") {
		j++
	}
	return j < end && (p.Toks[j].Upper() || p.Toks[j].Kind == text.Number)
}

// readName reads the name of a unit of that kind at token j, and gives its tokens: a number, a name
// of the list that some unit of the kind has, or else a run of up to three capitalised words.
func (p *Page) readName(j, end int, kind string) (string, int) {
	if j >= end || p.Toks[j].Breaks > 1 && p.EndsBefore(j) {
		return "", 0
	}
	if p.Toks[j].Kind == text.Number && numbered(kind) && len(p.Toks[j].Norm) <= 2 {
		if j+1 < end && (p.Lists.Words.NotUnitName.Has(p.Toks[j+1]) || p.Toks[j+1].Is("/", "%")) {
			return "", 0
		}
		return strings.TrimLeft(p.Toks[j].Norm, "0"), 1
	}
	if !p.Toks[j].Upper() {
		return "", 0
	}
	ids, n := p.Lists.Named.Find(p.Toks[:end], j)
	if kind == gazetteer.City && j > 0 && p.Toks[j-1].Is(".") && p.Toks[j].Space && (n == 0 || p.ofKind(ids, kind) < 0) {
		return "", 0 // "… Thành ủy TP. Văn Bình": who wrote it
	}
	if n > 0 {
		if id := p.ofKind(ids, kind); id >= 0 || n > 1 && !p.fullNameAt(j, end) {
			if id < 0 {
				if s, m := p.capitalRun(j, end, 3); m > n && !p.beginsName(j+n, end) && p.readBareProvince(j+n, end) == nil {
					return s, m // "Tỉnh ủy Long Châu Hà"
				}
				return titleCase(p.Text.Join(j, j+n)), n
			}
			return p.Lists.PlaceList[id].Name, n
		}
	}
	if _, n := p.Lists.Foreign.Find(p.Toks[:end], j); n > 1 {
		return "", 0 // Tỉnh ủy Quảng Tây
	}
	if p.beginsName(j, end) || kind == gazetteer.Province && (strings.ContainsAny(p.Toks[j].Norm, "'’") || p.Toks[j].Breaks > 0) {
		return "", 0
	}
	return p.capitalRun(j, end, 3)
}

// numbered reports whether units of a kind may have a number for a name: "Quận 1", "phường 12".
func numbered(kind string) bool {
	return kind == gazetteer.Urban || kind == gazetteer.Ward
}

// ofKind is the first of the places that is of the kind, or -1.
func (p *Page) ofKind(ids []int, kind string) int {
	for _, id := range ids {
		if sameKind(p.Lists.PlaceList[id].Kind, kind) {
			return id
		}
	}
	return -1
}

// sameKind compares the kind of a listed place with the one in the text: "thành phố" stands for
// cities of both levels.
func sameKind(listed, said string) bool {
	return listed == said || said == gazetteer.City && strings.HasPrefix(listed, gazetteer.City)
}

// capitalRun reads up to most capitalised words that are no title, body or event.
func (p *Page) capitalRun(j, end, most int) (string, int) {
	n := 0
	for n < most && j+n < end {
		t := p.Toks[j+n]
		if !t.Upper() || p.Masked[j+n] || p.Lists.Particle[t.Fold] || (n > 0 && (!t.Space || t.Breaks > 0 || p.fullNameAt(j+n, end))) || p.startsTerm(j+n, end) || p.actsInCapitals(j+n, end) {
			break
		}
		n++
	}
	if n == 0 {
		return "", 0
	}
	return p.titleCaseAt(j, n), n
}

// titleCaseAt is the n words at token j in title case, save abbreviations in a text that is not set in capitals: "Viện KTQS".
func (p *Page) titleCaseAt(j, n int) string {
	s := p.Text.Join(j, j+n)
	if j == 0 || p.Toks[j-1].AllUpper() || p.Toks[j].Breaks > 0 {
		return titleCase(s)
	}
	words := strings.Fields(s)
	for i, w := range words {
		if !abbreviation(w) {
			words[i] = titleCase(w)
		}
	}
	return strings.Join(words, " ")
}

// abbreviation reports whether a word in capitals is no word but the first letters of some: "KTQS", "QLDA", "CSCĐ".
func abbreviation(w string) bool {
	for _, r := range w {
		if r > unicode.MaxASCII && r != 'Đ' {
			return false
		}
	}
	return len(w) > 2 && strings.ToUpper(w) == w && !gazetteer.Syllable(w)
}

// doubleName adds the second name of a unit that no list has, behind a dash: "Sài Gòn - Gia Định". A person is none, nor is
// what begins a line or a title.
func (p *Page) doubleName(u *Unit, end int) {
	k := u.J + 1
	if !p.Next(u.J, end, "-") || k >= end || !p.Toks[k].Upper() || p.Toks[k].Breaks > 0 || p.beginsName(k, end) {
		return
	}
	if s, n := p.capitalRun(k, end, 3); n == 2 && (k+n >= end || !p.Toks[k+n].Upper()) {
		u.Name, u.J = u.Name+" - "+s, k+n
	}
}

// actsInCapitals reports whether words in capitals at token i say what the body before them does: "BAN THƯỜNG VỤ HUYỆN ỦY
// QUYẾT ĐỊNH" is of no place by that name, nor "BÍ THƯ ĐẢNG ỦY QUA CÁC THỜI KỲ".
func (p *Page) actsInCapitals(i, end int) bool {
	if !p.Toks[i].AllUpper() || i+1 >= end || !p.Toks[i+1].AllUpper() {
		return false
	}
	if _, n := p.Lists.Verbs.Find(p.Toks[:end], i); n > 1 || p.Pair(i, end, &p.Lists.Words.ThroughTime) {
		return true
	}
	_, n := p.Lists.DocTypes.Find(p.Toks[:end], i)
	return n > 1
}

// startsTerm reports whether a title, a kind of body, a unit's kind or an honorific begins at token i.
func (p *Page) startsTerm(i, end int) bool {
	toks := p.Toks[:end]
	if p.short != nil && p.shortBody(i) != nil {
		return true
	}
	if _, n := p.Lists.Titles.Find(toks, i); n > 0 && (n > 1 || p.Toks[i].AllUpper()) {
		return true
	}
	if i+2 < end && p.Toks[i+1].Is(",") && p.Lists.Words.SplitPair.Has(p.Toks[i], p.Toks[i+2]) {
		return false // "BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH"
	}
	if _, n := p.Lists.Kinds.Find(toks, i); n > 1 || n == 1 && (p.Toks[i].AllUpper() || p.Toks[i].Upper() && p.Lists.Words.BodyOpener.Has(p.Toks[i])) {
		return true
	}
	if _, n := p.Lists.Units.Find(toks, i); n > 0 && (!p.Lists.Words.UnitInitial.Has(p.Toks[i]) || p.Next(i+1, end, ".") && p.abbreviatedUnit(i, end)) && !(p.Toks[i].Is("xã") && p.Next(i+1, end, "hội")) {
		return true
	}
	_, n := p.Lists.Honours.Find(toks, i)
	return n > 0 && !p.Lists.Given[p.Toks[i].Fold]
}

// readBareProvince reads the name of a province without its kind: "Đắk Lắk", "TPHCM".
func (p *Page) readBareProvince(i, end int) *Unit {
	if !p.Toks[i].Upper() {
		return nil
	}
	if w, m := p.Lists.Things.Find(p.Toks[:end], i); m > 0 && w == "name" {
		return nil
	}
	ids, n := p.Lists.Named.Find(p.Toks[:end], i)
	if n == 0 || (n == 1 && !p.Toks[i].AllUpper()) && !p.Toks[i].Is("huế") {
		return nil
	}
	for _, id := range ids {
		pl := p.Lists.PlaceList[id]
		if pl.ID[0] == 'P' && !(n == 1 && !p.Toks[i].AllUpper() && !p.Toks[i].Is("huế")) {
			kind := pl.Kind
			if strings.HasPrefix(kind, gazetteer.City) {
				kind = gazetteer.City
			}
			return &Unit{Span: document.Span{I: i, J: i + n}, Kind: kind, Level: 1, Name: pl.Name}
		}
	}
	return nil
}

// titleCase writes a name set in capitals with capital first letters; other names stay.
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if r := []rune(w); len(r) > 1 && strings.ToUpper(w) == w {
			words[i] = string(r[:1]) + strings.ToLower(string(r[1:]))
			if at := strings.Index(words[i], "'"); at >= 0 && at+1 < len(words[i]) { // K'BRỐI
				words[i] = words[i][:at+1] + titleCase(strings.ToUpper(words[i][at+1:]))
			}
		}
	}
	return strings.Join(words, " ")
}

// absorbParents gives the token behind the higher units that follow the unit u at token j: ", huyện
// Quế Sơn, tỉnh Quảng Nam", "(huyện Quế Sơn)". They complete u and are no part of a series.
func (p *Page) absorbParents(u *Unit, j, end int) int {
	for u != nil && j+1 < end && p.Toks[j].Is(",", "(", "-") {
		up := p.ReadUnit(j+1, end)
		if up == nil {
			up = p.readBareProvince(j+1, end)
		}
		if up == nil || up.Name == "" || up.Level >= u.Level || up.Level == 0 {
			return j
		}
		k := up.J
		if p.Toks[j].Is("(") {
			if k = p.absorbParents(up, k, end); k >= end || !p.Toks[k].Is(")") {
				return j
			}
			k++
		}
		p.Anchors = append(p.Anchors, anchor{at: j + 1, unit: up})
		u, j = up, k
	}
	return j
}
