package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// profile is a part of a document that tells the life or the career of one person: a biography, the sheet of a
// candidate, the notice of a death, a paragraph of news that begins "Ông Trần Văn A sinh năm 1960 tại …".
type profile struct {
	document.Span // sentences
	who           *mention.Mention
	late          bool // the person is dead
	whole         bool // lines below a heading or a name: nothing else stands there
	serving       bool // the notice of a death says nothing of a retirement, and the dead was not old
	died          record.Date
}

// profileOf is the profile in which sentence k stands, or nil.
func (p *Page) profileOf(k int) *profile {
	lo, hi := 0, len(p.profiles)
	for lo < hi {
		if mid := (lo + hi) / 2; p.profiles[mid].J <= k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.profiles) && p.profiles[lo].I <= k {
		return &p.profiles[lo]
	}
	return nil
}

// FindProfiles finds the parts of a document that tell of one person each.
func (p *Page) FindProfiles() {
	var open *profile
	close := func(k int) {
		if open != nil {
			open.J = k
			p.endOfLife(open)
			p.profiles = append(p.profiles, *open)
			open = nil
		}
	}
	obituary := p.opensObituary()
	for k, s := range p.Sentences {
		if s.I >= p.Notes {
			close(k)
			return
		}
		h := p.headingAt(s)
		switch who := p.profiled(k, h, obituary && open == nil); {
		case who != nil && h == "name" && open != nil && k-open.I <= secondName && p.headingAt(p.Sentences[open.I]) == "name" && !p.sameLabel(p.Sentences[open.I], s):
			// "Họ và tên khai sinh: Trần Thị Bưởi" below "Họ và tên thường dùng: Trần Thị Minh Bưởi"
		case who != nil && (open == nil || open.who.Who != who.Who):
			close(k)
			entry, dead := p.opensEntry(who, s)
			open = &profile{Span: document.Span{I: k}, who: who, late: obituary || dead, whole: h != "" || obituary || entry || p.overPosts(k, who), serving: obituary}
		case open == nil:
		case h == "" && (p.markedHeading(s) || p.turnsTo(s, open.who)), h == "list", h == "minutes":
			close(k)
		}
		if open != nil && p.saysDead(s, open.who.Who) {
			open.late = true
		}
	}
	close(len(p.Sentences))
}

// sameLabel reports whether two lines begin with the same words before a colon: "Họ và tên: Trần Văn A" and "Họ và tên: Lê Văn B" are of
// two people.
func (p *Page) sameLabel(a, b document.Span) bool {
	for i, j := a.I, b.I; i < a.J && j < b.J && p.Toks[i].Fold == p.Toks[j].Fold; i, j = i+1, j+1 {
		if p.Toks[i].Is(":") {
			return true
		}
	}
	return false
}

// secondName is the number of sentences, numbers of lines among them, within which a sheet has a second name of its person.
const secondName = 4

// standsFor claims that the person of a profile stands for the post that the title of the sheet says: "Tiểu sử tóm tắt của
// người ứng cử đại biểu Quốc hội khóa XV".
func (l *linker) standsFor(k int) {
	if l.profile == nil || l.profile.I != k {
		return
	}
	for above := k - 1; above >= 0 && k-above <= maxTitle; above-- {
		s := l.Sentences[above]
		if l.profileOf(above) != nil || l.firstPerson(s) != nil {
			return
		}
		stands := false
		for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
			it := l.Items[n]
			if it.Post == nil {
				stands = it.Event == gazetteer.MNominate
				continue
			}
			if stands && !l.Toks[s.J-1].Is(".") && it.Post.Org != nil {
				l.claim(l.profile.who, it.Post, record.Nominated, "list", document.Span{I: it.I, J: it.J})
			}
			return
		}
	}
}

// maxTitle is the number of sentences over a profile among which the title of its sheet is.
const maxTitle = 5

// retiredAt is the age from which one who died had retired.
const retiredAt = 66

// endOfLife finds out when the person of a notice of a death died, and whether in office.
func (p *Page) endOfLife(pr *profile) {
	if !pr.serving {
		return
	}
	born := 0
	for k := pr.I; k < pr.J; k++ {
		s := p.Sentences[k]
		for i := s.I; i < s.J; i++ {
			switch n := p.diedAt(i, s); {
			case p.Lists.Words.Retirement.Has(p.Toks[i]):
				pr.serving = false
			case p.bornAt(i, s) && born == 0:
				d, _ := p.dateBehind(i+1, s.J)
				born = d.Year
			case n > 0 && pr.died.IsZero():
				pr.died, _ = p.dateBehind(i+n, s.J)
			}
		}
	}
	pr.serving = pr.serving && born > 0 && pr.died.Day > 0 && pr.died.Year-born < retiredAt
}

// diedInOffice is the day on which the holder of a claim died who is told to have held the post until then: by the notice of
// the death, without "nguyên", a term or years; zero for others.
func (p *Page) diedInOffice(c claim) record.Date {
	if c.status != record.Holds || c.rule != "verbless" && c.rule != "list" && c.rule != "apposition-after" || c.post.Term > 0 || c.post.Terms > 0 || c.post.Years[1] > 0 || c.told != nil {
		return record.Date{}
	}
	pr := p.profileOf(p.SentOf[c.post.I])
	if pr == nil || !pr.serving || pr.who.Who != c.who.Who {
		return record.Date{}
	}
	return pr.died
}

// about is the person of whom the text tells at the sentence: that of a part of the document with a heading or a name over
// it, or else the one whom the whole document is about; nil for none.
func (l *linker) about() *mention.Mention {
	if l.profile != nil && l.profile.whole && !(l.Encyclopedia && l.main != nil) {
		return l.profile.who
	}
	return l.main
}

// headingAt is the kind of heading that a sentence is, or "".
func (p *Page) headingAt(s document.Span) string {
	k, found := slices.BinarySearchFunc(p.Headings, s.I, func(h document.Heading, i int) int { return h.I - i })
	if !found && k > 0 && p.Headings[k-1].J > s.I && p.noWords(p.Headings[k-1].I, s.I) {
		k, found = k-1, true // behind its number, which is a sentence by itself: "1. Họ và tên: …"
	}
	if !found {
		return ""
	}
	return p.Headings[k].Kind
}

// opensObituary reports whether a document is the notice of a death: a heading says so among its first lines.
func (p *Page) opensObituary() bool {
	for _, h := range p.Headings {
		if h.Kind == "obituary" && p.SentOf[h.I] <= maxAbove {
			return true
		}
	}
	return false
}

// profiled is the person of whom a profile begins with sentence k: one whose birth or age is told right behind the
// name, whom a heading names, who has the field of the name in a sheet, or whose name stands alone in the notice of a
// death; else nil.
func (p *Page) profiled(k int, h string, obituary bool) *mention.Mention {
	s := p.Sentences[k]
	m := p.firstPerson(s)
	switch {
	case m == nil || m.Plural:
		return nil
	case h == "name", h == "biography" && m.J == s.J:
		return m
	case obituary && (m.J >= s.J-1 || p.Next(m.J, s.J, "(")) && p.noWords(s.I, m.Head):
		return m
	case p.itemsBefore(m, s) && p.tellsBirth(m.J, s.J):
		return m
	}
	if entry, _ := p.opensEntry(m, s); entry || p.overPosts(k, m) {
		return m
	}
	return nil
}

// yearIn reports whether a year stands in a line.
func (p *Page) yearIn(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if p.IsYear(i) {
			return true
		}
	}
	return false
}

// overPosts reports whether line k is a name with a colon, over lines that begin with posts: "Đồng chí Trần Văn A:" above "- Bí
// thư Huyện ủy: 2010 - 2015".
func (p *Page) overPosts(k int, m *mention.Mention) bool {
	s := p.Sentences[k]
	if m.J >= s.J || !p.Toks[m.J].Is(":") || !p.noWords(s.I, m.Head) || !p.noWords(m.J, s.J) || k+1 >= len(p.Sentences) {
		return false
	}
	next := p.Sentences[k+1]
	n := p.ItemFrom(next.I)
	return n < len(p.Items) && p.Items[n].Post != nil && p.Items[n].I <= next.I+1 && p.firstPerson(next) == nil && p.yearIn(next)
}

// opensEntry reports whether a line begins with the name under which a work of reference tells a life, and whether that
// is over: "TRẦN VĂN MẪN (1901 - 1978). Nhà giáo, …", "Lê Thị Xuyến (bí danh Chín Hòa; 1909 - 1996)".
func (p *Page) opensEntry(m *mention.Mention, s document.Span) (entry, dead bool) {
	if s.I > 0 && p.Toks[s.I].Breaks == 0 || m.Head != s.I || m.Head != m.I || !p.Next(m.J, s.J, "(") {
		return false, false
	}
	end := p.Closing(m.J, s.J)
	if end < s.J && !p.Toks[end].Is(".", ":") && !(p.Toks[m.I].AllUpper() && p.Toks[m.J-1].AllUpper()) {
		return false, false
	}
	first := 0
	for k := m.J + 1; k < end; k++ {
		y, ok := p.LifeYear(k)
		switch {
		case ok && first == 0:
			first = y
		case ok && y-first >= shortestLife:
			return true, true
		case p.Toks[k].Is("sinh") && (p.bornAt(k, s) || p.Toks[k-1].Is("(")):
			entry = true
		}
	}
	return entry, false
}

// shortestLife is the number of years from which a range in the bracket behind the name of an entry is a life.
const shortestLife = 20

// firstPerson is the first person whom a sentence names, or nil.
func (p *Page) firstPerson(s document.Span) *mention.Mention {
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if m := p.Items[n].Person; m != nil {
			return m
		}
	}
	return nil
}

// itemsBefore reports whether nothing but signs, numbers and the posts of the person stand before the name.
func (p *Page) itemsBefore(m *mention.Mention, s document.Span) bool {
	at := s.I
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < m.Head; n++ {
		if p.Items[n].Post == nil {
			return false
		}
		if !p.noWords(at, p.Items[n].I) {
			return false
		}
		at = p.Items[n].J
	}
	return p.noWords(at, m.Head)
}

// tellsBirth reports whether a birth or an age is told at token i: "sinh năm 1960", "(SN 1974)", ", 48 tuổi".
func (p *Page) tellsBirth(i, end int) bool {
	for k := i; k < min(end, i+3); k++ {
		switch t := p.Toks[k]; {
		case t.Is("sinh") && (p.NextIn(k+1, end, &p.Lists.Words.DateWord) || p.Next(k+1, end, ":")), t.Is("sinh") && p.IsYear(k+1), t.Is("sn"):
			return true
		case t.Kind == text.Number && p.Next(k+1, end, "tuổi"):
			return true
		case !t.Is("(", ",", "-", ":"):
			return false
		}
	}
	return false
}

// turnsTo reports whether a sentence begins with another person than the one of whom is told.
func (p *Page) turnsTo(s document.Span, who *mention.Mention) bool {
	m := p.firstPerson(s)
	if m == nil || m.Who == who.Who || m.Short {
		return false
	}
	return p.itemsBefore(m, s)
}

// saysDead reports whether the sentence tells a death of the person of a profile: "Ngày mất: …", "đồng chí đã từ trần", and
// not that of a relative or of somebody else whom it names.
func (p *Page) saysDead(s document.Span, who *mention.Person) bool {
	for i := s.I; i < s.J; i++ {
		if !p.Is(i, gazetteer.OfLife) {
			continue
		}
		if p.diedAt(i, s) > 0 || p.Toks[i].Is("mất") && i > s.I && p.Lists.Words.DateWord.Has(p.Toks[i-1]) && p.Next(i+1, s.J, ":") {
			m := p.firstPerson(document.Span{I: s.I, J: i})
			return (m == nil || m.Who == who) && !p.speaksOfKin(s.I, i)
		}
	}
	return false
}

// noWords reports whether only numbers and signs stand in tokens [i, j).
func (p *Page) noWords(i, j int) bool {
	for ; i < j; i++ {
		if p.Toks[i].Kind == text.Word {
			return false
		}
	}
	return true
}
