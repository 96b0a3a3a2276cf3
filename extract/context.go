package extract

import (
	"sort"
	"strings"
)

// context fills in what the text leaves out: the place of "Quận ủy", "UBND tỉnh", "Sở Y tế", the
// committee of "Bí thư, Chủ tịch HĐND huyện". In order of trust: the neighbouring post, the nearest
// unit of the right kind before, the nearest after, the parent of a unit that is named. What
// nothing decides stays open.
func (p *page) context() {
	p.findAnchors()
	for i := range p.items {
		it := &p.items[i]
		if it.post != nil && it.post.org == nil && !p.unknownBody(i) {
			it.post.org = p.bodyBefore(i)
			it.post.guessed = true
		}
		switch {
		case it.org != nil:
			p.complete(it.org, it.i)
		case it.post != nil && it.post.org != nil:
			p.complete(it.post.org, it.i)
		}
	}
}

// unknownBody reports whether a capitalised word that is no name, no body and no post follows item i: "Tư lệnh Đoàn
// 559" is of a body that the lists do not know.
func (p *page) unknownBody(i int) bool {
	j := p.items[i].j
	if j >= len(p.toks) || p.toks[j].Breaks > 0 || !p.toks[j].Upper() || p.toks[j].AllUpper() {
		return false
	}
	return i+1 >= len(p.items) || p.items[i+1].i != j
}

// bodyBefore is the organisation that a post without one takes from the text before it: the nearest
// committee for a Party post, the nearest body of the kind that the title names, or, for a chair,
// the nearest people's committee, council or union of the same sentence.
func (p *page) bodyBefore(i int) *org {
	t := p.items[i].post.title
	for _, kind := range p.items[i].post.near {
		if o := p.kindBefore(i, kind); o != nil {
			return o
		}
	}
	switch {
	case t.unit != "" && t.family != "member":
		return p.kindBefore(i, t.unit)
	case t.family == "party":
		return p.committeeBeforeItem(i)
	case t.family == "chair":
		for k := i - 1; k >= 0 && p.sentOf[p.items[i].i] == p.sentOf[p.items[k].i]; k-- {
			if o := p.items[k].org; o != nil && o.kind != nil && o.kind.place && !o.kind.field && !o.committee() && !o.kind.board && o.kind.branch != "police" && o.kind.branch != "army" {
				return o
			}
		}
	}
	return nil
}

// kindBefore is the body of that kind that is named nearest before item i, at most two sentences
// back.
func (p *page) kindBefore(i int, kind string) *org {
	for k := i - 1; k >= 0 && p.sentOf[p.items[i].i]-p.sentOf[p.items[k].i] <= 2; k-- {
		o := p.items[k].org
		if p.items[k].post != nil {
			o = p.items[k].post.org
		}
		if o != nil && (o.kind != nil && (o.kind.name == kind || strings.HasPrefix(o.kind.name, kind+" ")) || o.named != nil && strings.HasPrefix(o.named.name, kind+" ") && strings.HasPrefix(o.named.id, "m.")) {
			return o
		}
	}
	return nil
}

// committeeBeforeItem is the Party committee that is named nearest before item i, at most three
// sentences back.
func (p *page) committeeBeforeItem(i int) *org {
	for k := i - 1; k >= 0 && p.sentOf[p.items[i].i]-p.sentOf[p.items[k].i] <= 3; k-- {
		o := p.items[k].org
		if p.items[k].post != nil {
			o = p.items[k].post.org
		}
		for ; o != nil; o = o.parent {
			if o.committee() {
				return o
			}
		}
	}
	return nil
}

// committeeFrom is the Party committee that is named nearest before token at, else nearest after.
func (p *page) committeeFrom(at int) *org {
	n := p.itemFrom(at)
	if n < len(p.items) {
		if c := p.committeeBeforeItem(n); c != nil {
			return c
		}
	}
	for k := n + 1; k < len(p.items); k++ {
		o := p.items[k].org
		if p.items[k].post != nil {
			o = p.items[k].post.org
		}
		if o.committee() && o.kind.name != "Đảng ủy" {
			return o
		}
	}
	return nil
}

// farItems is how many items away something is that means nothing any more: some hundred pages.
const farItems = 4000

// sameKindNamed is the nearest body before token at, else after, that is of the kind of o and
// complete: a bare "Đảng ủy" is the one that the text has named.
func (p *page) sameKindNamed(o *org, at int) *org {
	named := func(it item) *org {
		q := it.org
		if it.post != nil {
			q = it.post.org
		}
		if q == nil || q == o || q.kind != o.kind || q.parent == nil && q.unit == nil && q.field == "" && q.own == "" {
			return nil
		}
		return q
	}
	next := p.itemFrom(at)
	for n := next - 1; n >= max(0, next-farItems); n-- {
		if q := named(p.items[n]); q != nil {
			return q
		}
	}
	for _, it := range p.items[next:min(len(p.items), next+farItems)] {
		if q := named(it); q != nil {
			return q
		}
	}
	return nil
}

// findAnchors notes every unit that the text names, in order.
func (p *page) findAnchors() {
	p.findSites()
	defer func() {
		sort.SliceStable(p.anchors, func(i, j int) bool { return p.anchors[i].at < p.anchors[j].at })
	}()
	for _, it := range p.items {
		switch {
		case it.unit != nil:
			p.anchor(it.i, it.unit)
		case it.org != nil:
			p.anchor(it.i, it.org.place())
		case it.post != nil:
			p.anchor(it.i, it.post.org.place())
		}
	}
}

func (p *page) anchor(at int, u *unit) {
	if u == nil || u.name == "" {
		return
	}
	p.anchors = append(p.anchors, anchor{at, u, p.inPassing(at)})
}

// inPassing reports whether the unit at token i is a birthplace or a place of origin.
func (p *page) inPassing(i int) bool {
	for k := i - 1; k >= 0 && k >= i-12 && p.sentOf[k] == p.sentOf[i]; k-- {
		if p.toks[k].Is("quê", "sinh") {
			return true
		}
		if p.toks[k].Is("(", ";") {
			return false
		}
	}
	return false
}

// complete gives an organisation the unit that it needs from the context, and its parents too.
func (p *page) complete(o *org, at int) {
	for ; o != nil; o = o.parent {
		if o.kind != nil && o.kind.branch == "army" && o.kind.own && !o.kind.place && o.own == "" && o.field == "" && o.parent == nil {
			if q := p.sameKindNamed(o, at); q != nil { // "Tư lệnh Quân khu" of the one that the text is about
				o.own, o.field = q.own, q.field
			}
			continue
		}
		if o.bare == "" || o.unit != nil || o.parent != nil {
			continue
		}
		if o.bare == "committee" {
			if c := p.committeeFrom(at); c != nil && !c.within(o) {
				o.parent, o.bare = c, ""
			}
			continue
		}
		switch o.bare {
		case "assembly", "ministry":
			p.completePart(o, at)
			continue
		case "host":
			p.completeHosted(o, at)
			continue
		}
		if o.kind.side && o.field == "" {
			if q := p.sameKindNamed(o, at); q != nil && !q.within(o) {
				o.parent, o.unit, o.field, o.own, o.bare = q.parent, q.unit, q.field, q.own, q.bare
				continue
			}
		}
		if o.kind.board && o.bare == "?" {
			p.completeBoard(o, at)
			continue
		}
		if u := p.nearest(o.bare, at); u != nil {
			o.unit, o.taken = u, p.sentOf[u.i] != p.sentOf[at]
		}
	}
}

// completePart gives a board of a people's council (Ban Pháp chế), or a part of a ministry (Vụ Pháp chế), the council or
// the ministry that the text names nearest: of the same or the last sentences for a ministry, anywhere for a council.
func (p *page) completePart(o *org, at int) {
	test, near := p.isCouncil, farItems
	if o.bare == "ministry" {
		near = nearItems
		test = func(q *org) bool { return q != o && q.sameInFull(o) || p.isMinistry(q) }
	}
	o.bare = ""
	q := p.bodyNear(at, near, test)
	if q == nil {
		return
	}
	o.taken = p.sentOf[q.i] != p.sentOf[at]
	if o.parent = q; q.sameInFull(o) {
		o.parent = q.parent // "Cục Hậu cần" in a text that has told of the "Cục Hậu cần Quân khu 3"
	}
}

// sameInFull reports whether an organisation has the kind and the field of o and says of what it is a part.
func (q *org) sameInFull(o *org) bool {
	return q.kind == o.kind && q.field == o.field && q.parent != nil && !q.taken
}

// completeHosted gives a department (Phòng Cảnh sát hình sự, Phòng Nội vụ) the body or the place of the host that the
// text has named last, in the same sentence or one of the two before: the police for a field of theirs.
func (p *page) completeHosted(o *org, at int) {
	o.bare = ""
	police := p.lists.boardOf[o.field] == "police"
	for n := p.itemFrom(at) - 1; n >= 0 && p.sentOf[at]-p.sentOf[p.items[n].i] <= lastSentences; n-- {
		q := p.items[n].org
		if p.items[n].post != nil {
			q = p.items[n].post.org
		}
		if q == nil || q.kind == nil || !q.kind.host || (q.branch() == "police") != police {
			continue
		}
		switch u := q.unit; {
		case q.kind.field || police && u != nil && u.level == 1: // the police of a district have no such departments
			o.parent, o.taken = q, true
			return
		case !police && u != nil && u.level == 2:
			o.unit, o.taken = u, true
			return
		}
	}
}

// nearItems is how many items away the ministry of a part may be named.
const nearItems = 12

// isCouncil reports whether an organisation is a people's council whose place is told.
func (p *page) isCouncil(o *org) bool {
	return o.kind != nil && o.kind.place && !o.kind.field && o.kind.branch == "assembly" && !o.kind.parent && (o.unit != nil || unitKinds[o.bare])
}

// isMinistry reports whether an organisation is a ministry.
func (p *page) isMinistry(o *org) bool {
	if o.kind != nil && o.kind.ministry {
		return p.knownField(o.field) && !o.foreign
	}
	return o.named != nil && strings.HasPrefix(o.named.id, "m.") && !o.foreign
}

// bodyNear is the organisation that passes the test nearest before token at, else nearest after, at most so many items
// away; one that a larger one lies in counts too.
func (p *page) bodyNear(at, most int, test func(*org) bool) *org {
	of := func(it item) *org {
		o := it.org
		if it.post != nil {
			o = it.post.org
		}
		for ; o != nil; o = o.parent {
			if test(o) {
				return o
			}
		}
		return nil
	}
	next := p.itemFrom(at)
	for n := next - 1; n >= max(0, next-most); n-- {
		if o := of(p.items[n]); o != nil {
			return o
		}
	}
	for _, it := range p.items[next:min(len(p.items), next+most)] {
		if o := of(it); o != nil {
			return o
		}
	}
	return nil
}

// completeBoard gives a bare board (Ban Chấp hành) the organisation that it steers: that of the other board of the
// sentence, or else the committee that is named nearest.
func (p *page) completeBoard(o *org, at int) {
	if q := p.sameKindNamed(o, at); q != nil && !q.within(o) && p.sentOf[q.i] == p.sentOf[at] {
		o.parent, o.unit = q.parent, q.unit // "Ban Chấp hành Hội Nông dân họp hội nghị Ban Chấp hành lần thứ 5"
		return
	}
	if q := p.unionBefore(at); q != nil {
		o.parent = q
		return
	}
	if c := p.committeeFrom(at); !c.within(o) {
		o.parent = c
	}
}

// unionBefore is the mass organisation that is named nearest before token at in the sentence or the one before it,
// unless a Party committee stands between: "Hội Liên hiệp Phụ nữ tỉnh họp hội nghị Ban Chấp hành khóa XVI".
func (p *page) unionBefore(at int) *org {
	for k := p.itemFrom(at) - 1; k >= 0 && p.sentOf[at]-p.sentOf[p.items[k].i] <= 1; k-- {
		o := p.items[k].org
		switch {
		case o.committee(), p.items[k].post != nil && p.items[k].post.org.committee() && p.sentOf[at] != p.sentOf[p.items[k].i]:
			return nil
		case o.branch() == "mass":
			return o
		}
	}
	return nil
}

// nearest is the unit of the kind that is named nearest before token at, else nearest after, else
// the parent of one that is named.
func (p *page) nearest(kind string, at int) *unit {
	var before, after *unit
	n := sort.Search(len(p.anchors), func(k int) bool { return p.anchors[k].at >= at })
	for k := n - 1; k >= 0 && before == nil; k-- {
		a := p.anchors[k]
		if kind == "?" && p.sentOf[at]-p.sentOf[a.at] > lastSentences {
			break // those before are further away
		}
		if p.completes(a, kind, at) {
			before = a.unit
		}
	}
	for k := n; k < len(p.anchors) && after == nil; k++ {
		if a := p.anchors[k]; a.at > at && p.completes(a, kind, at) {
			after = a.unit
		}
	}
	if before != nil && after != nil && p.sentOf[before.i] != p.sentOf[at] && p.sentOf[after.i] == p.sentOf[at] {
		return after // the same sentence says it
	}
	switch {
	case before != nil:
		if main := p.mainUnit(kind); main != nil && main.name != before.name && p.passing(before, at) {
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
func (p *page) completes(a anchor, kind string, at int) bool {
	return !a.weak && fits(a.unit, kind) && (kind != "?" || p.sentOf[at]-p.sentOf[a.at] <= lastSentences)
}

// lastSentences is how many sentences back a unit may stand that completes a body of any kind.
const lastSentences = 2

// mainUnit is the unit of the kind that the document is about: most of what it names of the kind, and
// named at least four times.
func (p *page) mainUnit(kind string) *unit {
	if u, ok := p.mainUnits[kind]; ok {
		return u
	}
	u := p.findMainUnit(kind)
	p.mainUnits[kind] = u
	return u
}

func (p *page) findMainUnit(kind string) *unit {
	count := map[string]int{}
	total := 0
	var main *unit
	for _, a := range p.anchors {
		if a.weak || !fits(a.unit, kind) || kind == "?" {
			continue
		}
		total++
		count[a.unit.name]++
		if main == nil || count[a.unit.name] > count[main.name] {
			main = a.unit
		}
	}
	if main == nil || count[main.name] < 4 || count[main.name]*10 < total*7 {
		return nil
	}
	return main
}

// passing reports whether a unit is named only once, in another sentence than token at, and opens no
// piece of news ("Hà Tĩnh: …").
func (p *page) passing(u *unit, at int) bool {
	n := 0
	for _, a := range p.anchors {
		if a.unit.name != u.name || a.unit.kind != u.kind {
			continue
		}
		n++
		s := p.sentences[p.sentOf[a.at]]
		if p.sentOf[a.at] == p.sentOf[at] || a.at == s.i && p.next(a.unit.j, s.j, ":", "-") {
			return false
		}
	}
	return n == 1
}

// fits reports whether a unit can complete a body that needs the kind: a kind of unit, or the level
// "province" or "district".
func fits(u *unit, kind string) bool {
	switch kind {
	case "province":
		return u.level == 1
	case "district":
		return u.level == 2
	case "commune":
		return u.level == 3
	case "?":
		return true
	}
	return u.kind == kind
}

// parentOfNamed finds the province of the districts that the text names, when they agree.
func (p *page) parentOfNamed(kind string) *unit {
	if kind != "thành phố" && kind != "tỉnh" && kind != "province" {
		return nil
	}
	votes := map[string]int{}
	for _, a := range p.anchors {
		if a.weak || a.unit.level != 2 {
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
	pl, ok := p.lists.Place(best)
	if !ok {
		return nil
	}
	u := &unit{kind: pl.Kind, level: 1, name: pl.Name, id: pl.ID}
	if pl.Kind != "tỉnh" {
		u.kind = "thành phố"
	}
	if kind != "province" && u.kind != kind {
		return nil
	}
	return u
}

// parents are the ids of the provinces that have a unit of that kind and name, each once.
func (p *page) parents(u *unit) []string {
	var out []string
	seen := map[string]bool{}
	for _, i := range p.lists.written[u.name] {
		pl := &p.lists.places[i]
		if pl.ID[0] == 'D' && sameKind(pl.Kind, u.kind) && !seen[pl.Parent] {
			seen[pl.Parent] = true
			out = append(out, pl.Parent)
		}
	}
	return out
}

// settlePlaces finds the id of every unit in the list of places: by kind and name, by the province
// that the document names most near, and by the day of the document.
func (p *page) settlePlaces() {
	province := map[string]bool{}
	for _, a := range p.anchors {
		if a.unit.level == 1 {
			province[a.unit.name] = true
		}
	}
	seen := map[*unit]bool{}
	for _, a := range p.anchors {
		if !seen[a.unit] {
			seen[a.unit] = true
			p.settle(a.unit, province)
		}
	}
}

// settle finds the id of one unit.
func (p *page) settle(u *unit, province map[string]bool) {
	if u.id != "" || u.name == "" {
		return
	}
	best, score := "", -1
	count := 0
	for _, i := range p.lists.byName(p.words(u.name)) {
		pl := p.lists.places[i]
		if !sameKind(pl.Kind, u.kind) || level(pl.ID) != u.level && !(u.kind == "thành phố" && level(pl.ID) <= 2) {
			continue
		}
		count++
		s := 0
		if prov := p.lists.provinceOf(pl); province[prov] {
			s += 4
		}
		if level(pl.ID) == u.level {
			s += 2
		}
		if !p.published.IsZero() && (pl.From.IsZero() || pl.From.Compare(p.published) <= 0) && (pl.To.IsZero() || pl.To.Compare(p.published) >= 0) {
			s++
		}
		if s > score {
			best, score = pl.ID, s
		}
	}
	if count > 0 && (score >= 4 || p.alone(u)) {
		u.id = best
	}
}

// alone reports whether all units of that kind and name in the list are versions of one.
func (p *page) alone(u *unit) bool {
	code := ""
	for _, i := range p.lists.byName(p.words(u.name)) {
		pl := p.lists.places[i]
		if !sameKind(pl.Kind, u.kind) || level(pl.ID) != u.level {
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
