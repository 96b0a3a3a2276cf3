package mention

import (
	"sort"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// findAnchors notes every unit that the text names, in order.
func (p *Page) findAnchors() {
	p.findSites()
	defer func() {
		sort.SliceStable(p.Anchors, func(i, j int) bool { return p.Anchors[i].at < p.Anchors[j].at })
	}()
	for _, it := range p.Items {
		if it.Unit != nil {
			p.anchor(it.I, it.Unit, false)
		} else {
			o := it.body()
			p.anchor(it.I, o.Place(), true)
			p.communes = p.communes || o != nil && o.ofCommune()
		}
	}
}

// anchor notes that the text names a unit at a token: later bodies without a place may be of it.
func (p *Page) anchor(at int, u *Unit, body bool) {
	if u == nil || u.Name == "" {
		return
	}
	p.Anchors = append(p.Anchors, anchor{at, u, p.inPassing(at), body})
}

// inPassing reports whether the unit at token i is a birthplace or a place of origin, where something has its seat, or in
// an encyclopedia what another is called today.
func (p *Page) inPassing(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12 && p.SentOf[k] == p.SentOf[i]; k-- {
		if p.Lists.Words.Origin.Has(p.Toks[k]) || p.beside(k, i) {
			return true
		}
		if p.Toks[k].Is("(", ";") {
			return false
		}
	}
	return false
}

// beside reports whether words at token k say that the unit at token i is an address, that another was merged with it, or in an encyclopedia the name of
// today of a place: "| Trụ sở | phường A |", "tỉnh A (nay là tỉnh B)".
func (p *Page) beside(k, i int) bool {
	if p.Encyclopedia && i-k <= nearName && p.Pair(k, i, &p.Lists.Words.Renamed) {
		return true
	}
	return p.Pair(k, i, &p.Lists.Words.Seat) || i-k <= nearMerger && p.Pair(k, i, &p.Lists.Words.Merged)
}

// nearMerger is the number of tokens before a unit within which "hợp nhất với" says that another went into it.
const nearMerger = 5

// nearName is the number of tokens before a unit within which "nay là" leads to it.
const nearName = 4

// nearest is the unit of the kind that is named nearest before token at, else nearest after, else
// the parent of one that is named.
func (p *Page) nearest(kind string, at int) *Unit {
	var before, after *Unit
	from, to := 0, 0
	n := sort.Search(len(p.Anchors), func(k int) bool { return p.Anchors[k].at >= at })
	for k := n - 1; k >= max(0, n-farItems) && before == nil; k-- {
		a := p.Anchors[k]
		if kind == "?" && p.SentOf[at]-p.SentOf[a.at] > lastSentences {
			break // those before are further away
		}
		if p.completes(a, kind, at) {
			before, from = a.unit, k
		}
	}
	for k := n; k < min(len(p.Anchors), n+farItems) && after == nil; k++ {
		if a := p.Anchors[k]; a.at > at && p.completes(a, kind, at) {
			after, to = a.unit, k
		}
	}
	if before != nil && after != nil && p.saysBehind(before, p.Anchors[to], kind, at) {
		return after // the same sentence says it
	}
	switch {
	case before != nil:
		if u := p.current(kind, before, at); u != nil {
			return u
		}
		if of := p.titleUnit(kind); of != nil && of.Name != before.Name && p.otherLine(before.I, at) && !p.inHead(before.I) {
			return of
		}
		if main := p.mainUnit(kind); main != nil && main.Name != before.Name && p.passing(before, at) {
			return main
		}
		if main := p.openingUnit(kind); main != nil && main.Name != before.Name && p.passing(before, at) && p.otherLine(before.I, at) {
			return main
		}
		if u := p.ofBodies(kind, from, at); u != nil {
			return u
		}
		return before
	case kind == "?":
		return nil
	case after != nil:
		return after
	}
	return p.parentOfNamed(kind)
}

// saysBehind reports whether the sentence of token at says with anchor a, behind it, of what unit a body is. A place that is
// none of a body and named but once does not, in a text that is about the unit named before: "Chủ tịch UBND tỉnh đi thăm đồng bào An Giang".
func (p *Page) saysBehind(before *Unit, a anchor, kind string, at int) bool {
	if p.SentOf[before.I] == p.SentOf[at] {
		return p.ofOneBetween(before.I, at, a.unit.I)
	}
	if p.SentOf[a.unit.I] != p.SentOf[at] || p.ofAnother(at, a.unit.I) {
		return false
	}
	main := p.openingUnit(kind)
	return a.body || main == nil || main.Name != before.Name || p.namedTimes(a.unit) > 1
}

// namedTimes counts how often the text names a unit.
func (p *Page) namedTimes(u *Unit) int {
	n := 0
	for _, a := range p.Anchors {
		if a.unit.Name == u.Name && a.unit.Kind == u.Kind {
			n++
		}
	}
	return n
}

// ofBodies is the unit that completes a body at token at instead of the one of anchor k, which is named before it in another
// sentence and only once: the nearest of a body, where that one is named by the way ("tôi đi Kon Tum về") or has long been
// gone; else nil.
func (p *Page) ofBodies(kind string, k, at int) *Unit {
	a := p.Anchors[k]
	if kind == "?" || p.SentOf[a.at] == p.SentOf[at] || a.at-p.Sentences[p.SentOf[a.at]].I < nearName {
		return nil
	}
	if !p.passing(a.unit, at) || a.body && (p.yearTold(at) || !p.gone(a.unit)) {
		return nil
	}
	for n := k - 1; n >= max(0, k-farItems); n-- {
		if b := p.Anchors[n]; b.body && b.unit.Name != a.unit.Name && p.completes(b, kind, at) && !p.gone(b.unit) {
			return b.unit
		}
	}
	return nil
}

// gone reports whether a unit was no more on the day of the document: "tỉnh Gia Lai - Kon Tum" in 2018.
func (p *Page) gone(u *Unit) bool {
	if p.Published.IsZero() {
		return false
	}
	known := false
	for _, i := range p.Lists.Written[u.Name] {
		pl := &p.Lists.PlaceList[i]
		if gazetteer.Level(pl.ID) != u.Level {
			continue
		}
		if known = true; pl.To.IsZero() || pl.To.Compare(p.Published) >= 0 {
			return false
		}
	}
	return known
}

// yearTold reports whether the sentence of token at tells a year, as histories do.
func (p *Page) yearTold(at int) bool {
	s := p.Sentences[p.SentOf[at]]
	for k := s.I; k < s.J; k++ {
		if p.IsYear(k) {
			return true
		}
	}
	return false
}

// ofAnother reports whether a semicolon and a person stand between tokens i and j: what is named behind them is another's.
func (p *Page) ofAnother(i, j int) bool {
	ends := false
	for n := p.ItemFrom(i); n < len(p.Items) && p.Items[n].I < j; n++ {
		ends = ends || n > 0 && p.Toks[p.Items[n].I-1].Is(";")
		if ends && p.Items[n].Person != nil {
			return true
		}
	}
	return false
}

// ofOneBetween reports whether token at, the post of somebody who is named behind token before, has nothing but posts between
// it and token j: "ông A, Giám đốc Sở Y tế tỉnh Hà Nam, và ông B, Giám đốc Sở Nội vụ, Bí thư Đảng ủy Sở, tỉnh Nam Định".
func (p *Page) ofOneBetween(before, at, j int) bool {
	if p.SentOf[at] != p.SentOf[j] {
		return false
	}
	named := false
	for n := p.ItemFrom(before); n < len(p.Items) && p.Items[n].I < j; n++ {
		switch it := &p.Items[n]; {
		case it.I < at:
			named = named || it.Person != nil
		case it.Person != nil || it.Event != "":
			return false
		}
	}
	return named
}

// completes reports whether the unit of an anchor may complete a body at token at that needs the kind; one
// that needs any kind takes it from the last sentences only.
func (p *Page) completes(a anchor, kind string, at int) bool {
	return !a.weak && Fits(a.unit, kind) && (kind != "?" || p.SentOf[at]-p.SentOf[a.at] <= lastSentences)
}

// lastSentences is how many sentences back a unit may stand that completes a body of any kind.
const lastSentences = 2

// mainUnit is the unit of the kind that the document is about: most of what it names of the kind, and
// named at least four times.
func (p *Page) mainUnit(kind string) *Unit {
	return once(p.mainUnits, kind, p.findMainUnit)
}

// once is what is known of a kind, or else what find finds, which is known from then on.
func once(known map[string]*Unit, kind string, find func(string) *Unit) *Unit {
	u, ok := known[kind]
	if !ok {
		u = find(kind)
		known[kind] = u
	}
	return u
}

// findMainUnit finds the unit that the document is about, which a body without a place is of when nothing nearer is named.
func (p *Page) findMainUnit(kind string) *Unit {
	count := map[string]int{}
	total := 0
	var main *Unit
	for _, a := range p.Anchors {
		if a.weak || !Fits(a.unit, kind) || kind == "?" {
			continue
		}
		total++
		count[a.unit.Name]++
		if main == nil || count[a.unit.Name] > count[main.Name] {
			main = a.unit
		}
	}
	if main == nil || count[main.Name] < 4 || count[main.Name]*10 < total*7 {
		return nil
	}
	return main
}

// titleUnit is the unit of the kind that a page of an encyclopedia is about, "# Hà Nam Ninh", "# Đông Anh (huyện)", or nil.
func (p *Page) titleUnit(kind string) *Unit {
	if !p.Encyclopedia || kind == "?" || len(p.Items) == 0 || p.SentOf[p.Items[0].I] != 0 {
		return nil
	}
	if u := p.Items[0].Unit; u != nil && Fits(u, kind) {
		return u
	}
	return nil
}

// inHead reports whether token i stands in a heading or another short line: what follows may be of what it names.
func (p *Page) inHead(i int) bool {
	s := p.Sentences[p.SentOf[i]]
	return p.Toks[s.I].Is("#", "|") || s.J-s.I <= longestHead/2
}

// openingUnit is the only unit of the kind that the title and the opening sentences name, when they name it as that of a
// body and again, or the text names it twice more; else nil.
func (p *Page) openingUnit(kind string) *Unit {
	return once(p.openingUnits, kind, p.findOpeningUnit)
}

// findOpeningUnit looks for it in all that the text names.
func (p *Page) findOpeningUnit(kind string) *Unit {
	var only *Unit
	again := 0
	for _, a := range p.Anchors {
		opening := p.SentOf[a.at] < openingSentences
		switch {
		case a.weak || kind == "?" || !Fits(a.unit, kind):
			continue
		case opening && only == nil:
			only = a.unit
		case opening && only.Name != a.unit.Name && again < 2:
			return nil
		case only != nil && only.Name != a.unit.Name:
			continue
		case only != nil && only.Name == a.unit.Name:
			again++
		}
		if opening && a.body {
			again++
		}
	}
	if again < 2 {
		return nil
	}
	return only
}

// Rivals reports whether the text names another unit of the level of u: where there is none, it is plain which one a bare
// body is of.
func (p *Page) Rivals(u *Unit) bool {
	for _, a := range p.Anchors {
		if a.unit.Level == u.Level && a.unit.Name != u.Name {
			return true
		}
	}
	return false
}

// passing reports whether a unit is named only once, in another sentence than token at, and opens no
// piece of news ("Hà Tĩnh: …").
func (p *Page) passing(u *Unit, at int) bool {
	n := 0
	for _, a := range p.Anchors {
		if a.unit.Name != u.Name || a.unit.Kind != u.Kind {
			continue
		}
		n++
		s := p.Sentences[p.SentOf[a.at]]
		if p.SentOf[a.at] == p.SentOf[at] || a.at == s.I && p.Next(a.unit.J, s.J, ":", "-") {
			return false
		}
	}
	return n == 1
}

// otherLine reports whether a line ends between tokens i and j, far enough for them to be of other parts of the text.
func (p *Page) otherLine(i, j int) bool {
	for k := j; k > i && k > j-longestLine; k-- {
		if p.Toks[k].Breaks > 0 {
			return true
		}
	}
	return j-i >= longestLine
}

// longestLine is the number of tokens behind which a line is taken to have ended.
const longestLine = 300

// Fits reports whether a unit can complete a body that needs the kind: a kind of unit, or the level
// "province" or "district".
func Fits(u *Unit, kind string) bool {
	switch kind {
	case "province":
		return u.Level == 1
	case "district":
		return u.Level == 2
	case "commune":
		return u.Level == 3
	case "?":
		return true
	}
	return u.Kind == kind
}

// parentOfNamed finds the province of the districts that the text names, when they agree.
func (p *Page) parentOfNamed(kind string) *Unit {
	if kind != gazetteer.City && kind != gazetteer.Province && kind != "province" {
		return nil
	}
	if p.voters != len(p.Anchors) {
		p.voters, p.voted = len(p.Anchors), p.provinceOfMost()
	}
	pl, ok := p.Lists.Place(p.voted)
	if !ok {
		return nil
	}
	u := &Unit{Kind: pl.Kind, Level: 1, Name: pl.Name, Id: pl.ID}
	if pl.Kind != gazetteer.Province {
		u.Kind = gazetteer.City
	}
	if kind != "province" && u.Kind != kind {
		return nil
	}
	return u
}

// provinceOfMost is the id of the province in which most of the districts lie that the text names, "" for none.
func (p *Page) provinceOfMost() (best string) {
	votes := map[string]int{}
	for _, a := range p.Anchors {
		if a.weak || a.unit.Level != 2 {
			continue
		}
		for _, id := range p.parents(a.unit) {
			votes[id]++
		}
	}
	for id, n := range votes {
		if n > votes[best] || n == votes[best] && id < best {
			best = id
		}
	}
	return best
}

// parents are the ids of the provinces that have a unit of that kind and name, each once.
func (p *Page) parents(u *Unit) []string {
	var out []string
	seen := map[string]bool{}
	for _, i := range p.Lists.Written[u.Name] {
		pl := &p.Lists.PlaceList[i]
		if pl.ID[0] == 'D' && sameKind(pl.Kind, u.Kind) && !seen[pl.Parent] {
			seen[pl.Parent] = true
			out = append(out, pl.Parent)
		}
	}
	return out
}

// SettlePlaces finds the id of every unit in the list of places: by kind and name, by the province
// that the document names most near, and by the day of the document.
func (p *Page) SettlePlaces() {
	province := map[string]bool{}
	for _, a := range p.Anchors {
		if a.unit.Level == 1 {
			province[a.unit.Name] = true
		}
	}
	seen := map[*Unit]bool{}
	for _, a := range p.Anchors {
		if !seen[a.unit] {
			seen[a.unit] = true
			p.settle(a.unit, province)
		}
	}
}

// settle finds the id of one unit.
func (p *Page) settle(u *Unit, province map[string]bool) {
	if u.Id != "" || u.Name == "" {
		return
	}
	best, score := "", -1
	count := 0
	for _, i := range p.Lists.ByName(p.Words(u.Name)) {
		pl := p.Lists.PlaceList[i]
		if !sameKind(pl.Kind, u.Kind) || gazetteer.Level(pl.ID) != u.Level && !(u.Kind == gazetteer.City && gazetteer.Level(pl.ID) <= 2) {
			continue
		}
		count++
		s := 0
		if prov := p.Lists.ProvinceOf(pl); province[prov] {
			s += 4
		}
		if gazetteer.Level(pl.ID) == u.Level {
			s += 2
		}
		if !p.Published.IsZero() && (pl.From.IsZero() || pl.From.Compare(p.Published) <= 0) && (pl.To.IsZero() || pl.To.Compare(p.Published) >= 0) {
			s++
		}
		if s > score {
			best, score = pl.ID, s
		}
	}
	if count > 0 && (score >= 4 || p.alone(u)) {
		u.Id = best
	}
}

// alone reports whether all units of that kind and name in the list are versions of one.
func (p *Page) alone(u *Unit) bool {
	code := ""
	for _, i := range p.Lists.ByName(p.Words(u.Name)) {
		pl := p.Lists.PlaceList[i]
		if !sameKind(pl.Kind, u.Kind) || gazetteer.Level(pl.ID) != u.Level {
			continue
		}
		c := pl.ID[:len(pl.ID)-2]
		if code != "" && c != code {
			return false
		}
		code = c
	}
	return true
}
