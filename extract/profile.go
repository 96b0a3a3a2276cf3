package extract

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/text"
)

// profile is a part of a document that tells the life or the career of one person: a biography, the sheet of a
// candidate, the notice of a death, a paragraph of news that begins "Ông Trần Văn A sinh năm 1960 tại …".
type profile struct {
	span  // sentences
	who   *mention
	late  bool // the person is dead
	whole bool // lines below a heading or a name: nothing else stands there
}

// profileOf is the profile in which sentence k stands, or nil.
func (p *page) profileOf(k int) *profile {
	lo, hi := 0, len(p.profiles)
	for lo < hi {
		if mid := (lo + hi) / 2; p.profiles[mid].j <= k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.profiles) && p.profiles[lo].i <= k {
		return &p.profiles[lo]
	}
	return nil
}

// findProfiles finds the parts of a document that tell of one person each.
func (p *page) findProfiles() {
	var open *profile
	close := func(k int) {
		if open != nil {
			open.j = k
			p.profiles = append(p.profiles, *open)
			open = nil
		}
	}
	obituary := p.opensObituary()
	for k, s := range p.sentences {
		if s.i >= p.notes {
			close(k)
			return
		}
		h := p.headingAt(s)
		switch who := p.profiled(k, h, obituary && open == nil); {
		case who != nil && (open == nil || open.who.who != who.who):
			close(k)
			open = &profile{span: span{i: k}, who: who, late: obituary, whole: h != "" || obituary}
		case open == nil:
		case h == "" && (p.markedHeading(s) || p.turnsTo(s, open.who)), h == "list", h == "minutes":
			close(k)
		}
		if open != nil && p.saysDead(s) {
			open.late = true
		}
	}
	close(len(p.sentences))
}

// headingAt is the kind of heading that a sentence is, or "".
func (p *page) headingAt(s span) string {
	k, found := slices.BinarySearchFunc(p.headings, s.i, func(h heading, i int) int { return h.i - i })
	if !found {
		return ""
	}
	return p.headings[k].kind
}

// opensObituary reports whether a document is the notice of a death: a heading says so among its first lines.
func (p *page) opensObituary() bool {
	for _, h := range p.headings {
		if h.kind == "obituary" && p.sentOf[h.i] <= maxAbove {
			return true
		}
	}
	return false
}

// profiled is the person of whom a profile begins with sentence k: one whose birth or age is told right behind the
// name, whom a heading names, who has the field of the name in a sheet, or whose name stands alone in the notice of a
// death; else nil.
func (p *page) profiled(k int, h string, obituary bool) *mention {
	s := p.sentences[k]
	m := p.firstPerson(s)
	switch {
	case m == nil || m.plural:
		return nil
	case h == "name", h == "biography" && m.j == s.j:
		return m
	case obituary && (m.j >= s.j-1 || p.next(m.j, s.j, "(")) && p.noWords(s.i, m.head):
		return m
	case p.itemsBefore(m, s) && p.tellsBirth(m.j, s.j):
		return m
	}
	return nil
}

// firstPerson is the first person whom a sentence names, or nil.
func (p *page) firstPerson(s span) *mention {
	for n := p.itemFrom(s.i); n < len(p.items) && p.items[n].i < s.j; n++ {
		if m := p.items[n].person; m != nil {
			return m
		}
	}
	return nil
}

// itemsBefore reports whether nothing but signs, numbers and the posts of the person stand before the name.
func (p *page) itemsBefore(m *mention, s span) bool {
	at := s.i
	for n := p.itemFrom(s.i); n < len(p.items) && p.items[n].i < m.head; n++ {
		if p.items[n].post == nil {
			return false
		}
		if !p.noWords(at, p.items[n].i) {
			return false
		}
		at = p.items[n].j
	}
	return p.noWords(at, m.head)
}

// tellsBirth reports whether a birth or an age is told at token i: "sinh năm 1960", "(SN 1974)", ", 48 tuổi".
func (p *page) tellsBirth(i, end int) bool {
	for k := i; k < min(end, i+3); k++ {
		switch t := p.toks[k]; {
		case t.Is("sinh") && p.next(k+1, end, "năm", "ngày", "tháng", ":"), t.Is("sinh") && p.isYear(k+1), t.Is("sn"):
			return true
		case t.Kind == text.Number && p.next(k+1, end, "tuổi"):
			return true
		case !t.Is("(", ",", "-", ":"):
			return false
		}
	}
	return false
}

// turnsTo reports whether a sentence begins with another person than the one of whom is told.
func (p *page) turnsTo(s span, who *mention) bool {
	m := p.firstPerson(s)
	if m == nil || m.who == who.who || m.short {
		return false
	}
	return p.itemsBefore(m, s)
}

// saysDead reports whether the sentence tells a death of the person of a profile: "Ngày mất: …", "đồng chí đã từ trần".
func (p *page) saysDead(s span) bool {
	for i := s.i; i < s.j; i++ {
		if p.is(i, vital) && (p.diedAt(i, s) > 0 || p.toks[i].Is("mất") && i > s.i && p.toks[i-1].Is("ngày", "năm") && p.next(i+1, s.j, ":")) {
			return true
		}
	}
	return false
}

// noWords reports whether only numbers and signs stand in tokens [i, j).
func (p *page) noWords(i, j int) bool {
	for ; i < j; i++ {
		if p.toks[i].Kind == text.Word {
			return false
		}
	}
	return true
}
