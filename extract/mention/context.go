package mention

import (
	"sort"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// Context fills in what the text leaves out: the place of "Quận ủy", "UBND tỉnh", "Sở Y tế", the
// committee of "Bí thư, Chủ tịch HĐND huyện". In order of trust: the neighbouring post, the nearest
// unit of the right kind before, the nearest after, the parent of a unit that is named. What
// nothing decides stays open.
func (p *Page) Context() {
	p.findAnchors()
	for i := range p.Items {
		it := &p.Items[i]
		if it.Post != nil && it.Post.Org == nil && !p.unknownBody(i) {
			it.Post.Org = p.bodyBefore(i)
			it.Post.Guessed = true
		}
		switch {
		case it.Org != nil:
			p.complete(it.Org, it.I)
		case it.Post != nil && it.Post.Org != nil:
			p.complete(it.Post.Org, it.I)
		}
	}
}

// unknownBody reports whether a capitalised word that is no name, no body and no post follows item i: "Tư lệnh Đoàn
// 559" is of a body that the lists do not know.
func (p *Page) unknownBody(i int) bool {
	j := p.Items[i].J
	if j >= len(p.Toks) || p.Toks[j].Breaks > 0 || !p.Toks[j].Upper() || p.Toks[j].AllUpper() {
		return false
	}
	return i+1 >= len(p.Items) || p.Items[i+1].I != j
}

// bodyBefore is the organisation that a post without one takes from the text before it: the nearest
// committee for a Party post, the nearest body of the kind that the title names, or, for a chair,
// the nearest people's committee, council or union of the same sentence.
func (p *Page) bodyBefore(i int) *Org {
	t := p.Items[i].Post.Title
	for _, kind := range p.Items[i].Post.near {
		if o := p.kindBefore(i, kind); o != nil {
			return o
		}
	}
	switch {
	case t.Unit != "" && t.Family != "member":
		return p.kindBefore(i, t.Unit)
	case t.Family == "party":
		return p.committeeBeforeItem(i)
	case t.Family == "chair":
		for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I] == p.SentOf[p.Items[k].I]; k-- {
			if o := p.Items[k].Org; o != nil && o.Kind != nil && o.Kind.Place && !o.Kind.Field && !o.Committee() && !o.Kind.Board && o.Kind.Branch != "police" && o.Kind.Branch != "army" {
				return o
			}
		}
	}
	return nil
}

// kindBefore is the body of that kind that is named nearest before item i, at most two sentences
// back.
func (p *Page) kindBefore(i int, kind string) *Org {
	for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I]-p.SentOf[p.Items[k].I] <= 2; k-- {
		o := p.Items[k].Org
		if p.Items[k].Post != nil {
			o = p.Items[k].Post.Org
		}
		if o != nil && (o.Kind != nil && (o.Kind.Name == kind || strings.HasPrefix(o.Kind.Name, kind+" ")) || o.Named != nil && strings.HasPrefix(o.Named.Name, kind+" ") && strings.HasPrefix(o.Named.Id, "m.")) {
			return o
		}
	}
	return nil
}

// committeeBeforeItem is the Party committee that is named nearest before item i, at most three
// sentences back.
func (p *Page) committeeBeforeItem(i int) *Org {
	for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I]-p.SentOf[p.Items[k].I] <= 3; k-- {
		o := p.Items[k].Org
		if p.Items[k].Post != nil {
			o = p.Items[k].Post.Org
		}
		for ; o != nil; o = o.Parent {
			if o.Committee() {
				return o
			}
		}
	}
	return nil
}

// committeeFrom is the Party committee that is named nearest before token at, else nearest after.
func (p *Page) committeeFrom(at int) *Org {
	n := p.ItemFrom(at)
	if n < len(p.Items) {
		if c := p.committeeBeforeItem(n); c != nil {
			return c
		}
	}
	for k := n + 1; k < len(p.Items); k++ {
		o := p.Items[k].Org
		if p.Items[k].Post != nil {
			o = p.Items[k].Post.Org
		}
		if o.Committee() && !o.Kind.Side {
			return o
		}
	}
	return nil
}

// farItems is how many items away something is that means nothing any more: some hundred pages.
const farItems = 4000

// sameKindNamed is the nearest body before token at, else after, that is of the kind of o and
// complete: a bare "Đảng ủy" is the one that the text has named.
func (p *Page) sameKindNamed(o *Org, at int) *Org {
	named := func(it Item) *Org {
		q := it.Org
		if it.Post != nil {
			q = it.Post.Org
		}
		if q == nil || q == o || q.Kind != o.Kind || q.Parent == nil && q.Unit == nil && q.field == "" && q.own == "" {
			return nil
		}
		return q
	}
	next := p.ItemFrom(at)
	for n := next - 1; n >= max(0, next-farItems); n-- {
		if q := named(p.Items[n]); q != nil {
			return q
		}
	}
	for _, it := range p.Items[next:min(len(p.Items), next+farItems)] {
		if q := named(it); q != nil {
			return q
		}
	}
	return nil
}

// findAnchors notes every unit that the text names, in order.
func (p *Page) findAnchors() {
	p.findSites()
	defer func() {
		sort.SliceStable(p.Anchors, func(i, j int) bool { return p.Anchors[i].at < p.Anchors[j].at })
	}()
	for _, it := range p.Items {
		switch {
		case it.Unit != nil:
			p.anchor(it.I, it.Unit)
		case it.Org != nil:
			p.anchor(it.I, it.Org.Place())
		case it.Post != nil:
			p.anchor(it.I, it.Post.Org.Place())
		}
	}
}

func (p *Page) anchor(at int, u *Unit) {
	if u == nil || u.Name == "" {
		return
	}
	p.Anchors = append(p.Anchors, anchor{at, u, p.inPassing(at)})
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

// beside reports whether words at token k say that the unit at token i is an address, or in an encyclopedia the name of
// today of a place: "| Trụ sở | phường A |", "tỉnh A (nay là tỉnh B)".
func (p *Page) beside(k, i int) bool {
	if p.Encyclopedia && i-k <= nearName && p.Lists.Words.Renamed.Has(p.Toks[k]) && p.Next(k+1, i, "là", "thuộc") {
		return true
	}
	return p.Lists.Words.Seat.Has(p.Toks[k]) && p.Next(k+1, i, "sở", "chỉ")
}

// nearName is the number of tokens before a unit within which "nay là" leads to it.
const nearName = 4

// complete gives an organisation the unit that it needs from the context, and its parents too.
func (p *Page) complete(o *Org, at int) {
	for ; o != nil; o = o.Parent {
		if o.Kind != nil && o.Kind.Branch == "army" && o.Kind.Own && !o.Kind.Place && o.own == "" && o.field == "" && o.Parent == nil {
			if q := p.sameKindNamed(o, at); q != nil { // "Tư lệnh Quân khu" of the one that the text is about
				o.own, o.field = q.own, q.field
			}
			continue
		}
		if o.Bare == "" || o.Unit != nil || o.Parent != nil {
			continue
		}
		if o.Bare == "committee" {
			if c := p.committeeFrom(at); c != nil && !c.within(o) {
				o.Parent, o.Bare = c, ""
			}
			continue
		}
		switch o.Bare {
		case "assembly", "ministry":
			p.completePart(o, at)
			continue
		case "host":
			p.completeHosted(o, at)
			continue
		}
		if o.Kind.Side && o.field == "" {
			if q := p.sameKindNamed(o, at); q != nil && !q.within(o) {
				o.Parent, o.Unit, o.field, o.own, o.Bare = q.Parent, q.Unit, q.field, q.own, q.Bare
				continue
			}
		}
		if o.Kind.Board && o.Bare == "?" {
			p.completeBoard(o, at)
			continue
		}
		if u := p.nearest(o.Bare, at); u != nil {
			o.Unit, o.Taken = u, p.SentOf[u.I] != p.SentOf[at]
		}
	}
}

// completePart gives a board of a people's council (Ban Pháp chế), or a part of a ministry (Vụ Pháp chế), the council or
// the ministry that the text names nearest: of the same or the last sentences for a ministry, anywhere for a council.
func (p *Page) completePart(o *Org, at int) {
	test, near := p.isCouncil, farItems
	if o.Bare == "ministry" {
		near = nearItems
		test = func(q *Org) bool { return q != o && q.sameInFull(o) || p.isMinistry(q) }
	}
	o.Bare = ""
	q := p.bodyNear(at, near, test)
	if q == nil {
		return
	}
	o.Taken = p.SentOf[q.I] != p.SentOf[at]
	if o.Parent = q; q.sameInFull(o) {
		o.Parent = q.Parent // "Cục Hậu cần" in a text that has told of the "Cục Hậu cần Quân khu 3"
	}
}

// sameInFull reports whether an organisation has the kind and the field of o and says of what it is a part.
func (q *Org) sameInFull(o *Org) bool {
	return q.Kind == o.Kind && q.field == o.field && q.Parent != nil && !q.Taken
}

// completeHosted gives a department (Phòng Cảnh sát hình sự, Phòng Nội vụ) the body or the place of the host that the
// text has named last, in the same sentence or one of the two before: the police for a field of theirs.
func (p *Page) completeHosted(o *Org, at int) {
	o.Bare = ""
	police := p.Lists.BoardOf[o.field] == "police"
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[at]-p.SentOf[p.Items[n].I] <= lastSentences; n-- {
		q := p.Items[n].Org
		if p.Items[n].Post != nil {
			q = p.Items[n].Post.Org
		}
		if q == nil || q.Kind == nil || !q.Kind.Host || (q.Branch() == "police") != police {
			continue
		}
		switch u := q.Unit; {
		case q.Kind.Field || police && u != nil && u.Level == 1: // the police of a district have no such departments
			o.Parent, o.Taken = q, true
			return
		case !police && u != nil && u.Level == 2:
			o.Unit, o.Taken = u, true
			return
		}
	}
}

// nearItems is how many items away the ministry of a part may be named.
const nearItems = 12

// isCouncil reports whether an organisation is a people's council whose place is told.
func (p *Page) isCouncil(o *Org) bool {
	return o.Kind != nil && o.Kind.Place && !o.Kind.Field && o.Kind.Branch == "assembly" && !o.Kind.Parent && (o.Unit != nil || UnitKinds[o.Bare])
}

// isMinistry reports whether an organisation is a ministry.
func (p *Page) isMinistry(o *Org) bool {
	if o.Kind != nil && o.Kind.Ministry {
		return p.knownField(o.field) && !o.foreign
	}
	return o.Named != nil && strings.HasPrefix(o.Named.Id, "m.") && !o.foreign
}

// bodyNear is the organisation that passes the test nearest before token at, else nearest after, at most so many items
// away; one that a larger one lies in counts too.
func (p *Page) bodyNear(at, most int, test func(*Org) bool) *Org {
	of := func(it Item) *Org {
		o := it.Org
		if it.Post != nil {
			o = it.Post.Org
		}
		for ; o != nil; o = o.Parent {
			if test(o) {
				return o
			}
		}
		return nil
	}
	next := p.ItemFrom(at)
	for n := next - 1; n >= max(0, next-most); n-- {
		if o := of(p.Items[n]); o != nil {
			return o
		}
	}
	for _, it := range p.Items[next:min(len(p.Items), next+most)] {
		if o := of(it); o != nil {
			return o
		}
	}
	return nil
}

// completeBoard gives a bare board (Ban Chấp hành) the organisation that it steers: that of the other board of the
// sentence, or else the committee that is named nearest.
func (p *Page) completeBoard(o *Org, at int) {
	if q := p.sameKindNamed(o, at); q != nil && !q.within(o) && p.SentOf[q.I] == p.SentOf[at] {
		o.Parent, o.Unit = q.Parent, q.Unit // "Ban Chấp hành Hội Nông dân họp hội nghị Ban Chấp hành lần thứ 5"
		return
	}
	if q := p.unionBefore(at); q != nil {
		o.Parent = q
		return
	}
	if c := p.committeeFrom(at); !c.within(o) {
		o.Parent = c
	}
}

// unionBefore is the mass organisation that is named nearest before token at in the sentence or the one before it,
// unless a Party committee stands between: "Hội Liên hiệp Phụ nữ tỉnh họp hội nghị Ban Chấp hành khóa XVI".
func (p *Page) unionBefore(at int) *Org {
	for k := p.ItemFrom(at) - 1; k >= 0 && p.SentOf[at]-p.SentOf[p.Items[k].I] <= 1; k-- {
		o := p.Items[k].Org
		switch {
		case o.Committee(), p.Items[k].Post != nil && p.Items[k].Post.Org.Committee() && p.SentOf[at] != p.SentOf[p.Items[k].I]:
			return nil
		case o.Branch() == "mass":
			return o
		}
	}
	return nil
}

// nearest is the unit of the kind that is named nearest before token at, else nearest after, else
// the parent of one that is named.
func (p *Page) nearest(kind string, at int) *Unit {
	var before, after *Unit
	n := sort.Search(len(p.Anchors), func(k int) bool { return p.Anchors[k].at >= at })
	for k := n - 1; k >= 0 && before == nil; k-- {
		a := p.Anchors[k]
		if kind == "?" && p.SentOf[at]-p.SentOf[a.at] > lastSentences {
			break // those before are further away
		}
		if p.completes(a, kind, at) {
			before = a.unit
		}
	}
	for k := n; k < len(p.Anchors) && after == nil; k++ {
		if a := p.Anchors[k]; a.at > at && p.completes(a, kind, at) {
			after = a.unit
		}
	}
	if before != nil && after != nil && p.SentOf[before.I] != p.SentOf[at] && p.SentOf[after.I] == p.SentOf[at] {
		return after // the same sentence says it
	}
	switch {
	case before != nil:
		if main := p.mainUnit(kind); main != nil && main.Name != before.Name && p.passing(before, at) {
			return main
		}
		return before
	case kind == "?":
		return nil
	case after != nil:
		return after
	}
	return p.parentOfNamed(kind)
}

// completes reports whether the unit of an anchor may complete a body at token at that needs the kind; one
// that needs any kind takes it from the last sentences only.
func (p *Page) completes(a anchor, kind string, at int) bool {
	return !a.weak && fits(a.unit, kind) && (kind != "?" || p.SentOf[at]-p.SentOf[a.at] <= lastSentences)
}

// lastSentences is how many sentences back a unit may stand that completes a body of any kind.
const lastSentences = 2

// mainUnit is the unit of the kind that the document is about: most of what it names of the kind, and
// named at least four times.
func (p *Page) mainUnit(kind string) *Unit {
	if u, ok := p.mainUnits[kind]; ok {
		return u
	}
	u := p.findMainUnit(kind)
	p.mainUnits[kind] = u
	return u
}

func (p *Page) findMainUnit(kind string) *Unit {
	count := map[string]int{}
	total := 0
	var main *Unit
	for _, a := range p.Anchors {
		if a.weak || !fits(a.unit, kind) || kind == "?" {
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

// fits reports whether a unit can complete a body that needs the kind: a kind of unit, or the level
// "province" or "district".
func fits(u *Unit, kind string) bool {
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
	if kind != "thành phố" && kind != "tỉnh" && kind != "province" {
		return nil
	}
	votes := map[string]int{}
	for _, a := range p.Anchors {
		if a.weak || a.unit.Level != 2 {
			continue
		}
		for _, id := range p.parents(a.unit) {
			votes[id]++
		}
	}
	best := ""
	for id, n := range votes {
		if n > votes[best] || n == votes[best] && id < best {
			best = id
		}
	}
	pl, ok := p.Lists.Place(best)
	if !ok {
		return nil
	}
	u := &Unit{Kind: pl.Kind, Level: 1, Name: pl.Name, Id: pl.ID}
	if pl.Kind != "tỉnh" {
		u.Kind = "thành phố"
	}
	if kind != "province" && u.Kind != kind {
		return nil
	}
	return u
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
		if !sameKind(pl.Kind, u.Kind) || gazetteer.Level(pl.ID) != u.Level && !(u.Kind == "thành phố" && gazetteer.Level(pl.ID) <= 2) {
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
