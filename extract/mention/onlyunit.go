package mention

import "github.com/nhiemky/nhiemky/extract/gazetteer"

// seatOfPower reports whether an organisation is a people's committee or a people's council.
func (o *Org) seatOfPower() bool {
	k := o.Kind
	return k != nil && k.Place && !k.Field && !k.Parent && !k.Own && (k.Branch == "assembly" && k.Whole || k.Host && k.Branch == "state")
}

// onlyUnit is the unit of all people's committees and councils that a text tells in full, nil when they are of several: a bare
// "Ủy viên UBND" in a text on the HĐND huyện Mai Sơn.
func (p *Page) onlyUnit(at int) *Unit {
	var only *Unit
	next := p.ItemFrom(at)
	for n := max(0, next-farItems); n < min(len(p.Items), next+farItems); n++ {
		q := p.Items[n].body()
		if q == nil || !q.seatOfPower() || q.Unit == nil || q.Taken {
			continue
		}
		if only != nil && (only.Name != q.Unit.Name || only.Kind != q.Unit.Kind) {
			return nil
		}
		only = q.Unit
	}
	return only
}

// titleOnly is the unit that the first line names, where the text names no other: "LÃNH ĐẠO HUYỆN BẮC HÀ" over a list of posts; else nil.
func (p *Page) titleOnly() *Unit {
	return once(p.titleUnits, "", p.findTitleOnly)
}

// findTitleOnly looks for it in all that the text names.
func (p *Page) findTitleOnly(string) *Unit {
	if s := p.Sentences[0]; s.J-s.I > longestHead || s.J == len(p.Toks) || !p.endsLine(s.J) || p.namesSomebody(s) {
		return nil
	}
	var only *Unit
	for _, a := range p.Anchors {
		if only == nil && p.SentOf[a.at] > 0 {
			return nil
		}
		if only != nil && (only.Name != a.unit.Name || only.Level != a.unit.Level) {
			return nil
		}
		only = a.unit
	}
	return only
}

// onlyCommittee is the committee of the unit that is the only one of the text, where it names it: "Bí thư Huyện ủy" below "LÃNH ĐẠO HUYỆN BẮC HÀ";
// else nil.
func (p *Page) onlyCommittee() *Org {
	u := p.titleOnly()
	if u == nil {
		return nil
	}
	for n := range p.Items {
		if c := p.Items[n].body().committeeAround(); c != nil && c.Unit != nil && c.Unit.Name == u.Name {
			return c
		}
	}
	return nil
}

// headUnit is the unit of the people's committee or council that issues an official text, which may stand on the line below it, or
// nil: "ỦY BAN NHÂN DÂN", "PHƯỜNG HÒA CƯỜNG".
func (p *Page) headUnit() *Unit {
	end := 0
	switch {
	case p.Own != nil:
		end = p.Own.I
	case len(p.Sentences) > openingSentences: // minutes have no number
		end = p.Sentences[openingSentences].I
	}
	issued := false
	for n := 0; n < len(p.Items) && p.Items[n].I < end; n++ {
		if p.Own == nil && !p.Toks[p.Items[n].I].AllUpper() {
			return nil
		}
		it := &p.Items[n]
		switch {
		case it.Org != nil && it.Org.seatOfPower():
			if it.Org.Unit != nil {
				return it.Org.Unit
			}
			issued = true
		case issued && it.Unit != nil && it.Unit.Name != "":
			return it.Unit
		}
	}
	return nil
}

// fromOnlyNamed gives a part of a body that is told by its field alone the place or the body of the one of its name that the text
// tells in full, before or a little behind, if there is only one: "ông A thôi làm Trưởng ban Dân tộc HĐND tỉnh Cao Bằng; ghế
// Trưởng ban Dân tộc chưa có người".
func (p *Page) fromOnlyNamed(o *Org, at int) {
	var only *Org
	next := p.ItemFrom(at)
	for n := max(0, next-nearPart); n < min(len(p.Items), next+nearPart); n++ {
		q := p.Items[n].body()
		if q == nil || q == o || q.Kind != o.Kind || q.field != o.field || q.own != o.own || q.Taken || q.central || q.Parent == nil && q.Unit == nil {
			continue
		}
		if only != nil && only.Name() != q.Name() {
			return
		}
		only = q
	}
	if only != nil && !only.within(o) && !only.deep() {
		o.Parent, o.Unit, o.Taken = only.Parent, only.Unit, p.SentOf[only.I] != p.SentOf[at]
	} else if c := p.councilOfSibling(o, at); only == nil && c != nil {
		o.Parent, o.Taken = c, true
	}
}

// councilOfSibling is the council of the board named right before o, of which boards for the field of o may be: "Trưởng Ban Pháp chế: ông A"
// over "Trưởng Ban Dân tộc: ông B" in a list of the HĐND; else nil.
func (p *Page) councilOfSibling(o *Org, at int) *Org {
	if p.Lists.BoardOf[o.field] != "assembly or state" {
		return nil
	}
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[at]-p.SentOf[p.Items[n].I] <= lastSentences; n-- {
		q := p.Items[n].body()
		if q == nil {
			continue
		}
		if q.Kind == o.Kind && q.Parent.Branch() == "assembly" {
			return q.Parent
		}
		if q.Branch() == "assembly" && q.Kind != nil && q.Kind.Whole {
			return q // "BAN DÂN TỘC" below "HĐND tỉnh"
		}
		return nil
	}
	return nil
}

// nearPart is how many items away a part of a body may be told in full.
const nearPart = 40

// boardOfPlace makes a board of which a place is told alone one of the council or the Party committee of that place: "Trưởng ban
// Pháp chế tỉnh Nghệ An" is of the Ban Pháp chế HĐND, "Trưởng ban Dân vận tỉnh" of that of the Tỉnh ủy.
func (p *Page) boardOfPlace(o *Org) {
	if o.Unit == nil || o.Parent != nil || o.Unit.Name == "" || o.own != "" {
		return
	}
	needs := o.Kind.Needs
	if needs == "board" {
		needs = p.Lists.BoardOf[o.field]
	}
	switch needs {
	case "assembly":
		o.Parent = &Org{Span: o.Span, Kind: p.Lists.KindOf[gazetteer.PeoplesCouncil], Unit: o.Unit}
	case "party", "committee":
		o.Parent = p.committeeNear(&Org{Span: o.Span, Unit: o.Unit})
	}
	if o.Parent != nil {
		o.Unit = nil
	}
}
