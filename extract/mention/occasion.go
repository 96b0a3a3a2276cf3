package mention

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// CiteOccasions finds the resolutions that are known by the meeting or congress that passed them.
func (p *Page) CiteOccasions() {
	for _, m := range p.plenums {
		if p.citedAs(m.I, m.J) {
			p.citePlenum(m, document.Span{I: max(0, m.I-2), J: m.J})
		}
	}
	for _, m := range p.Meetings {
		if m.Central || m.Body == nil || !p.citedAs(m.I, m.J) {
			continue
		}
		if p.CentralParty(m.Body) {
			p.citePlenum(m, m.Span)
		} else {
			p.citeMeeting(m)
		}
	}
	for _, c := range append(p.Congresses, p.termOnly...) {
		if !c.ByTerm && p.citedAs(c.I, c.J) {
			p.citeCongress(c)
		}
	}
}

// citePlenum notes the resolution of a plenum of the Central Committee, one for each term: "Nghị quyết Trung ương 4 (khóa
// XI, XII)". Without a term it has none, unless the page names it with its term elsewhere.
func (p *Page) citePlenum(m meetingMention, at document.Span) {
	r := referenceMention{Span: at, Kind: p.resolution(), Issuer: gazetteer.CentralCommittee, rule: "resolution-of-plenum"}
	terms := p.termsBehind(m)
	for _, n := range terms {
		r.Name = fmt.Sprintf("Nghị quyết Trung ương %d khóa %s", m.Ordinal, record.Roman(n))
		p.Refs = append(p.Refs, r)
	}
	if len(terms) > 0 || p.termElsewhere(m) {
		return
	}
	r.Name = fmt.Sprintf("Nghị quyết Trung ương %d", m.Ordinal)
	p.Refs = append(p.Refs, r)
}

// termElsewhere reports whether the page names a plenum of that number with its term.
func (p *Page) termElsewhere(m meetingMention) bool {
	for _, q := range p.plenums {
		if q.Ordinal == m.Ordinal && q.I != m.I && p.termsBehind(q) != nil {
			return true
		}
	}
	return false
}

// citeMeeting notes the resolution of a meeting of another body than the Central Committee or an assembly: "Nghị quyết
// Hội nghị Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam lần thứ 7, khóa VIII".
func (p *Page) citeMeeting(m meetingMention) {
	if m.Body.Branch() == "assembly" || !p.Is(m.I, gazetteer.OfSession) || p.NextIn(m.I, m.J, &p.Lists.Words.Sitting) {
		return
	}
	name := fmt.Sprintf("Nghị quyết Hội nghị %s lần thứ %d", m.Body.Name(), m.Ordinal)
	if terms := p.termsBehind(m); len(terms) > 0 {
		name += " khóa " + record.Roman(terms[0])
	}
	p.Refs = append(p.Refs, referenceMention{Span: m.Span, Kind: p.resolution(), Name: name, Issuer: m.Body.Name(), place: PlaceID(m.Body.Place()), rule: "resolution-of-plenum"})
}

// citeCongress notes the resolution of a congress, by its number or else by its term: "Nghị quyết Đại hội Đảng bộ tỉnh
// nhiệm kỳ 2015-2020".
func (p *Page) citeCongress(c congressMention) {
	r := referenceMention{Span: c.Span, Kind: p.resolution(), rule: "resolution-of-congress"}
	if c.National {
		r.Name = fmt.Sprintf("Nghị quyết Đại hội Đảng toàn quốc lần thứ %s", record.Roman(c.Ordinal))
	} else {
		r.place = PlaceID(c.Body.Place())
		if r.Name = fmt.Sprintf("Nghị quyết Đại hội %s ", PartyOf(c.Body)); c.Ordinal > 0 {
			r.Name += "lần thứ " + record.Roman(c.Ordinal)
		} else {
			r.Name += fmt.Sprintf("nhiệm kỳ %d-%d", c.Years[0], c.Years[1])
		}
	}
	p.Refs = append(p.Refs, r)
}

// quotedTitle is the number of tokens of a title in quotation marks at least and at most.
const (
	shortQuote = 4
	longQuote  = 60
)

// FindQuoted finds the documents that are known by a title in quotation marks: Quy định về "Trách nhiệm nêu gương …".
func (p *Page) FindQuoted() {
	for s := range p.SentencesWith(gazetteer.OfDocument) {
		p.quotedIn(s)
	}
}

// quotedIn finds them in a sentence.
func (p *Page) quotedIn(s document.Span) {
	for i := s.I; i < s.J; i++ {
		if !p.Is(i, gazetteer.OfDocument) || p.Masked[i] || !p.Toks[i].Upper() {
			continue
		}
		t, n := p.Lists.DocTypes.Find(p.Toks, i)
		if n == 0 || !t.Quoted || t.Variant || p.insideWord(i) {
			continue
		}
		k, lead := i+n, " "
		if p.Next(k, len(p.Toks), "về") {
			k, lead = k+1, " về "
		}
		if j := p.quoteEnd(k); j > 0 {
			p.Refs = append(p.Refs, referenceMention{Span: document.Span{I: i, J: j}, Kind: t, Name: t.Name + lead + p.Text.Join(k+1, j), rule: "title-in-quotes"})
			i = j
		}
	}
}

// quoteEnd is the token of the quotation mark that closes the one at token k, 0 where there is none or the quotation is
// no title.
func (p *Page) quoteEnd(k int) int {
	if !p.Next(k, len(p.Toks), "\"") || k+1 == len(p.Toks) || !p.Toks[k+1].Upper() {
		return 0
	}
	for j := k + 1; j < min(k+longQuote, len(p.Toks)) && p.SentOf[j] == p.SentOf[k]; j++ {
		if p.Toks[j].Is("\"") {
			if j-k <= shortQuote {
				return 0
			}
			return j
		}
	}
	return 0
}
