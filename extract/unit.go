package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// unit is an administrative unit as the text names it.
type unit struct {
	span
	kind  string // "tỉnh", "thành phố", "quận" …
	level int    // 1 province, 2 district, 3 commune
	name  string // without its kind: "Ba Đình", "1"
	id    string // in the list of places, once resolved
	said  bool   // the kind stands in the text
}

// full is the unit's name with its kind: "quận Ba Đình", "Quận 1".
func (u *unit) full() string {
	if u == nil {
		return ""
	}
	if u.name == "" {
		return u.kind
	}
	if u.name[0] >= '0' && u.name[0] <= '9' {
		return strings.ToUpper(u.kind[:1]) + u.kind[1:] + " " + u.name
	}
	return u.kind + " " + u.name
}

// anchor is a place in the text where a unit is named; a body without a place takes the nearest.
type anchor struct {
	at   int // token
	unit *unit
	weak bool // named in passing: a birthplace
}

// readUnit reads a unit at token i: a kind and a name ("huyện Quế Sơn", "TP.HCM", "Quận 1"), or the
// name of a province alone. Kind alone gives a unit without a name, n tokens long.
func (p *page) readUnit(i, end int) *unit {
	k, n := p.lists.units.find(p.toks[:end], i)
	if n == 0 || (n == 1 && p.toks[i].Is("p", "q", "tt") && !p.abbreviatedUnit(i, end)) {
		return nil
	}
	u := &unit{span: span{i, i + n}, kind: k.kind, level: k.level, said: true}
	if k.kind == "thủ đô" {
		u.kind = "thành phố"
	}
	j := i + n
	if j < end && p.toks[j].Is(".") && !p.toks[j].Space && j+1 < end && (p.toks[j+1].Upper() || p.toks[j+1].Kind == text.Number) {
		j++
	}
	if name, m := p.readName(j, end, u.kind); m > 0 {
		u.name, u.j = name, j+m
		if u.kind == "thành phố" {
			u.level = p.levelOf(u.kind, u.name) // that of a district, but for the few under the centre
		}
	} else if n == 1 && p.toks[i].Is("p", "q", "tt", "h", "x") {
		return nil
	}
	return u
}

// abbreviatedUnit reports whether a one-letter kind is followed by a name: "Q. Ba Đình", "P.12".
func (p *page) abbreviatedUnit(i, end int) bool {
	j := i + 1
	if j < end && p.toks[j].Is(".") {
		j++
	}
	return j < end && (p.toks[j].Upper() || p.toks[j].Kind == text.Number)
}

// readName reads the name of a unit of that kind at token j, and gives its tokens: a number, a name
// of the list that some unit of the kind has, or else a run of up to three capitalised words.
func (p *page) readName(j, end int, kind string) (string, int) {
	if j >= end || p.toks[j].Breaks > 1 && p.endsBefore(j) {
		return "", 0
	}
	if p.toks[j].Kind == text.Number && numbered(kind) && len(p.toks[j].Norm) <= 2 {
		if j+1 < end && p.toks[j+1].Is("/", "%", "tháng", "năm", "ngày", "giờ", "phường", "xã", "quận", "huyện", "tuyến", "người") {
			return "", 0
		}
		return strings.TrimLeft(p.toks[j].Norm, "0"), 1
	}
	if !p.toks[j].Upper() {
		return "", 0
	}
	if ids, n := p.lists.named.find(p.toks[:end], j); n > 0 {
		if id := p.ofKind(ids, kind); id >= 0 || n > 1 && !p.fullNameAt(j, end) {
			if id < 0 {
				return titleCase(p.text.Join(j, j+n)), n
			}
			return p.lists.places[id].Name, n
		}
	}
	if _, n := p.lists.foreign.find(p.toks[:end], j); n > 1 {
		return "", 0 // Tỉnh ủy Quảng Tây
	}
	if p.beginsName(j, end) || kind == "tỉnh" && strings.ContainsAny(p.toks[j].Norm, "'’") {
		return "", 0
	}
	return p.capitalRun(j, end, 3)
}

func numbered(kind string) bool {
	return kind == "quận" || kind == "phường"
}

// ofKind is the first of the places that is of the kind, or -1.
func (p *page) ofKind(ids []int, kind string) int {
	for _, id := range ids {
		if sameKind(p.lists.places[id].Kind, kind) {
			return id
		}
	}
	return -1
}

// sameKind compares the kind of a listed place with the one in the text: "thành phố" stands for
// cities of both levels.
func sameKind(listed, said string) bool {
	return listed == said || said == "thành phố" && strings.HasPrefix(listed, "thành phố")
}

// capitalRun reads up to most capitalised words that are no title, body or event.
func (p *page) capitalRun(j, end, most int) (string, int) {
	n := 0
	for n < most && j+n < end {
		t := p.toks[j+n]
		if !t.Upper() || p.masked[j+n] || p.lists.particle[t.Fold] || (n > 0 && (!t.Space || t.Breaks > 0 || p.fullNameAt(j+n, end))) || p.startsTerm(j+n, end) {
			break
		}
		n++
	}
	if n == 0 {
		return "", 0
	}
	return titleCase(p.text.Join(j, j+n)), n
}

// startsTerm reports whether a title, a kind of body, a unit's kind or an honorific begins at token i.
func (p *page) startsTerm(i, end int) bool {
	toks := p.toks[:end]
	if _, n := p.lists.titles.find(toks, i); n > 0 && (n > 1 || p.toks[i].AllUpper()) {
		return true
	}
	if _, n := p.lists.kinds.find(toks, i); n > 1 || n == 1 && (p.toks[i].AllUpper() || p.toks[i].Upper() && p.toks[i].Is("sở", "vụ", "cục")) {
		return true
	}
	if _, n := p.lists.units.find(toks, i); n > 0 && !p.toks[i].Is("p", "q", "tt") && !(p.toks[i].Is("xã") && p.next(i+1, end, "hội")) {
		return true
	}
	_, n := p.lists.honours.find(toks, i)
	return n > 0 && !p.lists.given[p.toks[i].Fold]
}

// readBareProvince reads the name of a province without its kind: "Đắk Lắk", "TPHCM".
func (p *page) readBareProvince(i, end int) *unit {
	if !p.toks[i].Upper() {
		return nil
	}
	if w, m := p.lists.things.find(p.toks[:end], i); m > 0 && w == "name" {
		return nil
	}
	ids, n := p.lists.named.find(p.toks[:end], i)
	if n == 0 || (n == 1 && !p.toks[i].AllUpper()) && !p.toks[i].Is("huế") {
		return nil
	}
	for _, id := range ids {
		pl := p.lists.places[id]
		if pl.ID[0] == 'P' && !(n == 1 && !p.toks[i].AllUpper() && !p.toks[i].Is("huế")) {
			kind := pl.Kind
			if strings.HasPrefix(kind, "thành phố") {
				kind = "thành phố"
			}
			return &unit{span: span{i, i + n}, kind: kind, level: 1, name: pl.Name}
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
func (p *page) absorbParents(u *unit, j, end int) int {
	for u != nil && j+1 < end && p.toks[j].Is(",", "(", "-") {
		up := p.readUnit(j+1, end)
		if up == nil {
			up = p.readBareProvince(j+1, end)
		}
		if up == nil || up.name == "" || up.level >= u.level || up.level == 0 {
			return j
		}
		k := up.j
		if p.toks[j].Is("(") {
			if k = p.absorbParents(up, k, end); k >= end || !p.toks[k].Is(")") {
				return j
			}
			k++
		}
		p.anchors = append(p.anchors, anchor{j + 1, up, false})
		u, j = up, k
	}
	return j
}
