package extract

// scan recognises the items of every sentence, from left to right; what is recognised first at a
// token stands: a post, a person, an organisation, a unit, an event, a date.
func (p *page) scan() {
	d := 0
	for _, s := range p.sentences {
		for i := s.i; i < s.j; {
			for d < len(p.dates) && p.dates[d].i < i {
				d++
			}
			if d < len(p.dates) && p.dates[d].i == i && p.dates[d].j <= s.j {
				p.items = append(p.items, item{span: p.dates[d].span, date: &p.dates[d]})
				i = p.dates[d].j
				continue
			}
			if p.masked[i] || !p.toks[i].Upper() && !p.is(i, opening) {
				i++
				continue
			}
			if n := p.passedOver(i, s.j); n > 0 {
				i += n
				continue
			}
			it, ok := p.itemAt(i, s.j)
			if !ok {
				i++
				continue
			}
			p.items = append(p.items, it)
			i = it.j
		}
	}
}

// passedOver counts the tokens at token i in which nothing is to be recognised: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
// has no Hội.
func (p *page) passedOver(i, end int) int {
	if w, n := p.lists.things.find(p.toks[:end], i); n > 0 && w == "phrase" {
		return n
	}
	return 0
}

// itemAt recognises the item at token i of a sentence that ends at end.
func (p *page) itemAt(i, end int) (item, bool) {
	if po := p.readPost(i, end); po != nil {
		return item{span: po.span, post: po}, true
	}
	if po := p.readMembership(i, end); po != nil {
		return item{span: po.span, post: po}, true
	}
	if u := p.readBareProvince(i, end); u != nil && !p.fullNameAt(i, end) {
		return item{span: u.span, unit: u}, true
	}
	if m := p.readPerson(i, end); m != nil {
		return item{span: span{m.head, m.j}, person: m}, true
	}
	if len(p.items) > 0 {
		if last := p.items[len(p.items)-1]; last.post != nil && last.j == i {
			if m := p.readNameAfterTitle(i, end); m != nil {
				return item{span: m.span, person: m}, true
			}
		}
	}
	if o := p.readOrg(i, end); o != nil {
		o.j = p.absorbParents(o.place(), o.j, end)
		return item{span: o.span, org: o}, true
	}
	if u := p.readUnit(i, end); u != nil {
		u.j = p.absorbParents(u, u.j, end)
		return item{span: u.span, unit: u}, true
	}
	if m := p.readNameBeforeTitle(i, end); m != nil {
		return item{span: m.span, person: m}, true
	}
	if m, n := p.eventAt(i, end); n > 0 {
		return item{span: span{i, i + n}, event: m}, true
	}
	return item{}, false
}

// eventAt is the event at token i. A capitalised word ends no event that began small: in "giữ chức Vụ
// trưởng" the event is "giữ chức".
func (p *page) eventAt(i, end int) (meaning, int) {
	m, n := p.lists.events.find(p.toks[:end], i)
	for n > 1 && p.toks[i+n-1].Upper() && !p.toks[i].Upper() {
		m, n = p.lists.events.find(p.toks[:i+n-1], i)
	}
	if m == mNone {
		return "", 0
	}
	return m, n
}
