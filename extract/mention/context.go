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
