package extract

import (
	"cmp"
	"strconv"
)

// termOver reports whether the term that a post is tagged with is over: by its years; of the Party's centre by the
// list of congresses; of another committee when the document reports an election to a later one.
func (p *page) termOver(po *post) bool {
	if year, _ := p.now(); po.years[1] > 0 && po.years[1] < year {
		return true
	}
	if po.term == 0 || po.org == nil {
		return false
	}
	if body := p.termBody(po.org); body != "" {
		return p.termEnded(body, po.term)
	}
	for q := po.org; q != nil; q = q.parent {
		if !q.committee() || !p.elected[q.name()] {
			continue
		}
		for _, c := range p.congresses {
			if !c.national && c.ordinal > po.term && partyOf(c.body) == partyOf(q) {
				return true
			}
		}
	}
	return false
}

// termBody is the body of the centre whose terms the lists know: the Party or the National Assembly, or "".
func (p *page) termBody(o *org) string {
	switch {
	case p.centralParty(o):
		return national
	case o.name() == assembly:
		return assembly
	}
	return ""
}

// termEnded reports whether a term of a body of the centre ended before the document.
func (p *page) termEnded(body string, ordinal int) bool {
	year, _ := p.now()
	for _, c := range p.lists.terms {
		if c.Body == body && c.Ordinal == ordinal && len(c.Term) == 9 && year > 0 {
			end, err := strconv.Atoi(c.Term[5:])
			return err == nil && year > end
		}
	}
	return false
}

// eraOver reports whether token i stands under a heading whose time is over: "### Giai đoạn 1940-1947", or below the
// title of a page about a term that is over: "# Bộ Chính trị khóa IV".
func (p *page) eraOver(i int) bool {
	if p.eras == nil {
		p.findEras()
	}
	return p.eras[p.sentOf[i]]
}

// findEras notes for each sentence whether the time of its heading is over. A heading without a time has that of the
// title of the page.
func (p *page) findEras() {
	p.eras = make([]bool, len(p.sentences))
	over, title, first, body := false, false, true, ""
	for k, s := range p.sentences {
		if p.markedHeading(s) || p.termHeading(s) {
			dated, past := p.headingTime(s, body)
			if first {
				body = p.headingBody(s)
			}
			if first {
				title, first = past, false
			}
			over = past || title && !dated
		}
		p.eras[k] = over
	}
}

// headingTime reports whether a heading names a time, by years or by the term of a body of the centre, and whether
// that is over.
func (p *page) headingTime(s span, title string) (dated, past bool) {
	for _, d := range p.datesIn(s) {
		if d.until {
			return true, p.over(d.date)
		}
	}
	body := cmp.Or(p.headingBody(s), title)
	for i := s.i; i < s.j; i++ {
		if p.toks[i].Is("khóa") && body != "" {
			if ordinal, n := p.ordinalAt(i+1, s.j); n > 0 {
				return true, p.termEnded(body, ordinal)
			}
		}
	}
	return false, false
}

// headingBody is the body of the centre that a heading names, or "".
func (p *page) headingBody(s span) string {
	for i := s.i; i < s.j; i++ {
		switch {
		case p.toks[i].Is("quốc") && p.next(i+1, s.j, "hội"):
			return assembly
		case p.next(i+1, s.j, "khóa", "đảng") && (p.toks[i].Is("ương") || p.toks[i].Is("trị", "thư") && i > s.i+1 && p.toks[i-2].Is("bộ", "ban")):
			return national
		}
	}
	return ""
}

// markedHeading reports whether a line is a heading by its sign, perhaps behind the links of its page: "[sửa | sửa mã
// nguồn]### Khóa XV".
func (p *page) markedHeading(s span) bool {
	i := s.i
	if p.toks[i].Is("[") {
		for i < s.j && !p.toks[i].Is("]") {
			i++
		}
		i++
	}
	return i < s.j && p.toks[i].Is("#")
}

// termHeading reports whether a line is nothing but a term: "Khóa XIII", "Nhiệm kỳ 2011-2016".
func (p *page) termHeading(s span) bool {
	i := s.i
	for i < s.j && p.toks[i].Is("*", "-") {
		i++
	}
	return s.j-i <= 6 && s.j > i && (p.toks[i].Is("khóa") || p.next(i, s.j, "nhiệm") && p.next(i+1, s.j, "kỳ")) && p.toks[i].Upper()
}

// looksBack is the status of a claim of an encyclopedia, which reports no events: what began is over unless it began
// in the last years, and so is what a verb or a line of a career tells without a word for the present.
func (p *page) looksBack(c claim, h Holding, st stint) (Status, bool) {
	switch {
	case h.Status == Starts && !st.from.IsZero() && p.years(st.from) <= fewYears:
		return Holds, false
	case h.Status == Starts, h.Status == Holds && (c.rule == "event-link" || c.rule == "career-line"):
		return Former, true
	}
	return h.Status, st.step
}

// fewYears is the number of years within which a post that was taken up is held as far as nothing is said.
const fewYears = 5

// isLate reports whether the document calls a person dead: "cố Thủ tướng Võ Văn Kiệt".
func (p *page) isLate(who *person) bool {
	if p.lates == nil {
		p.lates = map[*person]bool{}
		for k, it := range p.items {
			if it.post != nil && p.toks[it.i].Is("cố") && k+1 < len(p.items) && p.items[k+1].person != nil && p.items[k+1].i == it.j {
				p.lates[p.items[k+1].person.who] = true
			}
		}
	}
	return p.lates[who]
}
