package extract

import "fmt"

// citeOccasions finds the resolutions that are known by the meeting or congress that passed them.
func (p *page) citeOccasions() {
	for _, m := range p.plenums {
		if p.citedAs(m.i, m.j) {
			p.citePlenum(m, span{max(0, m.i-2), m.j})
		}
	}
	for _, m := range p.meetings {
		if m.central || m.body == nil || !p.citedAs(m.i, m.j) {
			continue
		}
		if p.centralParty(m.body) {
			p.citePlenum(m, m.span)
		} else {
			p.citeMeeting(m)
		}
	}
	for _, c := range append(p.congresses, p.termOnly...) {
		if !c.byTerm && p.citedAs(c.i, c.j) {
			p.citeCongress(c)
		}
	}
}

// citePlenum notes the resolution of a plenum of the Central Committee, one for each term: "Nghị quyết Trung ương 4 (khóa
// XI, XII)". Without a term it has none, unless the page names it with its term elsewhere.
func (p *page) citePlenum(m meetingMention, at span) {
	r := referenceMention{span: at, kind: p.resolution(), issuer: "Ban Chấp hành Trung ương Đảng", rule: "resolution-of-plenum"}
	terms := p.termsBehind(m)
	for _, n := range terms {
		r.name = fmt.Sprintf("Nghị quyết Trung ương %d khóa %s", m.ordinal, Roman(n))
		p.refs = append(p.refs, r)
	}
	if len(terms) > 0 || p.termElsewhere(m) {
		return
	}
	r.name = fmt.Sprintf("Nghị quyết Trung ương %d", m.ordinal)
	p.refs = append(p.refs, r)
}

// termElsewhere reports whether the page names a plenum of that number with its term.
func (p *page) termElsewhere(m meetingMention) bool {
	for _, q := range p.plenums {
		if q.ordinal == m.ordinal && q.i != m.i && p.termsBehind(q) != nil {
			return true
		}
	}
	return false
}

// citeMeeting notes the resolution of a meeting of another body than the Central Committee or an assembly: "Nghị quyết
// Hội nghị Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam lần thứ 7, khóa VIII".
func (p *page) citeMeeting(m meetingMention) {
	if m.body.branch() == "assembly" || !p.is(m.i, convening) || p.next(m.i, m.j, "kỳ", "phiên", "họp") {
		return
	}
	name := fmt.Sprintf("Nghị quyết Hội nghị %s lần thứ %d", m.body.name(), m.ordinal)
	if terms := p.termsBehind(m); len(terms) > 0 {
		name += " khóa " + Roman(terms[0])
	}
	p.refs = append(p.refs, referenceMention{span: m.span, kind: p.resolution(), name: name, issuer: m.body.name(), place: placeID(m.body.place()), rule: "resolution-of-plenum"})
}

// citeCongress notes the resolution of a congress, by its number or else by its term: "Nghị quyết Đại hội Đảng bộ tỉnh
// nhiệm kỳ 2015-2020".
func (p *page) citeCongress(c congressMention) {
	r := referenceMention{span: c.span, kind: p.resolution(), rule: "resolution-of-congress"}
	if c.national {
		r.name = fmt.Sprintf("Nghị quyết Đại hội Đảng toàn quốc lần thứ %s", Roman(c.ordinal))
	} else {
		r.place = placeID(c.body.place())
		if r.name = fmt.Sprintf("Nghị quyết Đại hội %s ", partyOf(c.body)); c.ordinal > 0 {
			r.name += "lần thứ " + Roman(c.ordinal)
		} else {
			r.name += fmt.Sprintf("nhiệm kỳ %d-%d", c.years[0], c.years[1])
		}
	}
	p.refs = append(p.refs, r)
}

// quotedTitle is the number of tokens of a title in quotation marks at least and at most.
const (
	shortQuote = 4
	longQuote  = 60
)

// findQuoted finds the documents that are known by a title in quotation marks: Quy định về "Trách nhiệm nêu gương …".
func (p *page) findQuoted() {
	for i := 0; i < len(p.toks); i++ {
		if !p.is(i, ofDocument) || p.masked[i] {
			continue
		}
		t, n := p.lists.docTypes.find(p.toks, i)
		if n == 0 || !t.quoted || t.variant || p.insideWord(i) || !p.toks[i].Upper() {
			continue
		}
		k, lead := i+n, " "
		if p.next(k, len(p.toks), "về") {
			k, lead = k+1, " về "
		}
		if j := p.quoteEnd(k); j > 0 {
			p.refs = append(p.refs, referenceMention{span: span{i, j}, kind: t, name: t.name + lead + p.text.Join(k+1, j), rule: "title-in-quotes"})
			i = j
		}
	}
}

// quoteEnd is the token of the quotation mark that closes the one at token k, 0 where there is none or the quotation is
// no title.
func (p *page) quoteEnd(k int) int {
	if !p.next(k, len(p.toks), "\"") || k+1 == len(p.toks) || !p.toks[k+1].Upper() {
		return 0
	}
	for j := k + 1; j < min(k+longQuote, len(p.toks)) && p.sentOf[j] == p.sentOf[k]; j++ {
		if p.toks[j].Is("\"") {
			if j-k <= shortQuote {
				return 0
			}
			return j
		}
	}
	return 0
}
