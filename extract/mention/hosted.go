package mention

import (
	"github.com/nhiemky/nhiemky/extract/record"
)

// completeHosted gives a department (Phòng Cảnh sát hình sự, Phòng Nội vụ) the body or the place of the host that the
// text has named last, in the same sentence or one of the two before: the police for a field of theirs.
func (p *Page) completeHosted(o *Org, at int) {
	o.Bare = ""
	if q := p.departmentBefore(o, at); q != nil {
		o.Parent, o.Unit, o.Taken = q.Parent, q.Unit, true
		return
	}
	police := p.Lists.BoardOf[o.field] == "police"
	if u := p.openingDistrict(at); u != nil && !police {
		o.Unit = u
		return
	}
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[at]-p.SentOf[p.Items[n].I] <= lastSentences; n-- {
		q := p.Items[n].body().host(police)
		if q == nil || (q.Branch() == "police") != police || p.apart(n, at) {
			continue
		}
		switch u := q.Unit; {
		case q.Kind.Field || police && u != nil && u.Level == 1: // the police of a district have no such departments
			o.Parent, o.Taken = q, true
			return
		case !police && u != nil && (u.Level == 2 || u.Level == 3 && p.twoLevels()):
			o.Unit, o.Taken = u, true
			return
		}
	}
	if q := p.titleHost(); q != nil && !police && !q.within(o) {
		o.Parent, o.Taken = q, true
	} else if u := p.titleOnly(); u != nil && !police && u.Level > 1 {
		o.Unit, o.Taken = u, true
	}
}

// titleHost is the body with departments that ends the first line, which tells nothing but what the text is about, where the text names no
// other of its kind: "SỞ NỘI VỤ TỈNH LÀO CAI" over its departments; else nil.
func (p *Page) titleHost() *Org {
	if !p.hostKnown {
		p.host, p.hostKnown = p.findTitleHost(), true
	}
	return p.host
}

// findTitleHost looks for it in all that the text names.
func (p *Page) findTitleHost() *Org {
	var q *Org
	for n := 0; n < len(p.Items) && p.SentOf[p.Items[n].I] == 0; n++ {
		if q = p.Items[n].Org; q == nil {
			return nil
		}
	}
	if q == nil || q.Kind == nil || !q.Kind.Field || q.Kind.Part || q.field == "" || q.Place() == nil || !p.endsLine(q.J) || q.J > longestHead {
		return nil
	}
	for n := range p.Items {
		if r := p.Items[n].body(); r != nil && r.Kind == q.Kind && r.field != "" && (r.field != q.field || r.Place() != nil && r.Place().Name != q.Place().Name) {
			return nil
		}
	}
	return q
}

// openingDistrict is the district that opens the sentence of token at, with a comma behind it: "Về phía quận 9, ông A (Trưởng phòng
// Nội vụ)"; else nil.
func (p *Page) openingDistrict(at int) *Unit {
	s := p.Sentences[p.SentOf[at]]
	n := p.ItemFrom(s.I)
	if n >= len(p.Items) || p.Items[n].Unit == nil || p.Items[n].I > s.I+lastSentences || !p.Next(p.Items[n].J, at, ",") {
		return nil
	}
	if u := p.Items[n].Unit; u.Level == 2 && u.Name != "" {
		return u
	}
	return nil
}

// departmentBefore is the department of the kind and the field of o that the text has told in full before token at: "Trưởng phòng
// Nội vụ huyện Trần Đề …; bà B, Phó Trưởng phòng Nội vụ". Nil when it has told of two.
func (p *Page) departmentBefore(o *Org, at int) (found *Org) {
	if o.field == "" {
		return nil
	}
	next := p.ItemFrom(at)
	for n := next - 1; n >= max(0, next-nearDepartments); n-- {
		q := p.Items[n].body()
		if q == nil || q == o || q.Kind != o.Kind || q.field != o.field || q.Parent == nil && q.Unit == nil || q.deep() {
			continue
		}
		if found != nil && found.Name() != q.Name() {
			return nil
		}
		found = q
	}
	return found
}

// nearDepartments is how many items before it a department may be told in full.
const nearDepartments = 60

// twoLevels reports whether the document is of the time since there are no districts, when communes have departments.
func (p *Page) twoLevels() bool {
	return p.Published.Compare(noDistricts) >= 0
}

// noDistricts is the day from which there are no districts.
var noDistricts = record.Date{Year: 2025, Month: 7, Day: 1}

// host is the organisation when it has departments, or else, when larger ones count, the one with departments that it is
// a part of, or nil.
func (o *Org) host(larger bool) *Org {
	for ; o != nil; o = o.Parent {
		if o.Kind != nil && o.Kind.Host {
			return o
		}
		if !larger {
			break
		}
	}
	return nil
}
