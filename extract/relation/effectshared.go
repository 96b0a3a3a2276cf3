package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// toldEffects finds the days that are told in sentences that decide nothing themselves.
func (p *Page) toldEffects(drafts []draft) []effect {
	decides := p.deciding(drafts)
	told := p.signedEffects(decides)
	last := 0 // the sentence behind the one that told the day before
	for i := range p.Dates {
		d := &p.Dates[i]
		at := p.SentOf[d.I]
		if !d.Since || d.I >= p.Notes || !p.isEffect(d) || p.tellsFounding(p.Sentences[at]) {
			continue
		}
		whom := p.peopleIn(p.Sentences[at])
		if p.leadsList(d) {
			whom = nil
		} else if !p.inForce(d) {
			if whom = p.decidedOn(d); whom == nil {
				continue
			}
		}
		if len(decides) > 0 && decides[at] {
			last = at + 1
			continue
		}
		e := effect{day: d.Date, own: p.Own != nil && whom == nil, scope: p.effectScope(at, last, decides), whom: whom}
		told = append(told, e)
		last = at + 1
	}
	return told
}

// leadsList reports whether a day stands at the end of the line over a list of decisions: "Theo các quyết định của Chủ tịch
// UBND tỉnh, kể từ ngày 1/7/2025:".
func (p *Page) leadsList(d *mention.DateMention) bool {
	s := p.Sentences[p.SentOf[d.I]]
	if !p.Toks[s.J-1].Is(":") || s.J-d.J > effectReach || p.inForce(d) {
		return false
	}
	for i := s.I; i < s.J; i++ {
		if p.Lists.Words.DecisionNoun.Has(p.Toks[i]) {
			return true
		}
	}
	return p.electsIn(s)
}

// electsIn reports whether a sentence tells of an appointment.
func (p *Page) electsIn(s document.Span) bool {
	for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < s.J; k++ {
		if e := p.Items[k].Event; e == gazetteer.MStart || e == gazetteer.MMove {
			return true
		}
	}
	return false
}

// tellsFounding reports whether a sentence names nobody and tells how a unit or a body came to be: "Thành phố được lập từ
// ba quận theo Nghị quyết …, có hiệu lực từ ngày 1/1" is no day of the posts in it.
func (p *Page) tellsFounding(s document.Span) bool {
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if p.Items[n].Person != nil {
			return false
		}
	}
	return p.anyOf(s, p.Lists.Words.Reordering)
}

// decidedOn is the person of whom a sentence tells a decision before its day, without the post: "trao quyết định nghỉ
// hưu cho ông A, kể từ ngày 1/4".
func (p *Page) decidedOn(d *mention.DateMention) []*mention.Person {
	var who []*mention.Person
	for k := p.ItemFrom(d.I) - 1; k >= 0 && p.SentOf[p.Items[k].I] == p.SentOf[d.I]; k-- {
		switch it := p.Items[k]; {
		case it.Post != nil:
			return nil
		case it.Person != nil && who == nil:
			who = []*mention.Person{it.Person.Who}
		case it.Event == gazetteer.MRetire || it.Event == gazetteer.MEnd || it.Event == gazetteer.MStart || it.Event == gazetteer.MMove:
			return who
		}
	}
	return nil
}

// signedEffects finds the sentences that tell a decision to count "kể từ ngày ký", from the day on which it was signed:
// that of the document, or the one that the sentence of the decision tells.
func (p *Page) signedEffects(decides []bool) (told []effect) {
	for i := 0; i+2 < p.Notes; i++ {
		if !p.Is(i+1, gazetteer.OfDate) || !p.Toks[i].Is("từ") || !p.Toks[i+1].Is("ngày") || !p.signedOrPassed(i+2) || decides[p.SentOf[i]] {
			continue
		}
		at := p.SentOf[i]
		e := effect{scope: p.effectScope(at, 0, decides), signed: true}
		if p.Own != nil {
			e.day = p.Own.Date
			told = append(told, e)
			continue
		}
		var day record.Date
		for k := e.scope.I; k < e.scope.J; k++ { // each decision counts from its own day, or from that of the one before
			if own := p.signedIn(p.Sentences[k]); !own.IsZero() {
				day = own
			}
			if !day.IsZero() {
				told = append(told, effect{day: day, scope: document.Span{I: k, J: k + 1}, signed: true})
			}
		}
	}
	return told
}

// signedOrPassed reports whether token i begins a word for the signing or the passing of the document itself: "từ ngày ký", "từ
// ngày được Hội đồng nhân dân huyện biểu quyết thông qua".
func (p *Page) signedOrPassed(i int) bool {
	if p.Toks[i].Is("ký") {
		return true
	}
	if p.Own == nil || !p.Toks[i].Is("được") {
		return false
	}
	for k := i; k+1 < p.Notes && k < i+2*effectReach && p.SentOf[k] == p.SentOf[i]; k++ {
		if p.Pair(k, p.Notes, &p.Lists.Words.Passed) {
			return true
		}
	}
	return false
}

// signedIn is the day on which a decision was signed, where a sentence tells it: "Ngày 15/4, Thủ tướng ký quyết định".
func (p *Page) signedIn(s document.Span) record.Date {
	signed := false
	for i := s.I; i < s.J && !signed; i++ {
		signed = p.Toks[i].Is("ký")
	}
	var day record.Date
	for _, d := range p.DatesIn(s) {
		switch {
		case d.Date.Day == 0 || d.Date.Year == 0 || d.Since || d.Until:
		case p.CitedThere(d.I):
			return d.Date
		case signed && day.IsZero() && !p.BornThere(&d):
			day = d.Date
		}
	}
	return day
}

// deciding notes the sentences that have a draft of a post that somebody takes up or leaves.
func (p *Page) deciding(drafts []draft) []bool {
	out := make([]bool, len(p.Sentences))
	for i := range drafts {
		if drafts[i].byDecision() {
			out[drafts[i].sent] = true
		}
	}
	return out
}

// effectScope are the sentences of whose decisions sentence at tells the day: those of the list that it opens, all
// back to the one that told another day ("Các quyết định trên"), or the nearest before.
func (p *Page) effectScope(at, last int, decides []bool) document.Span {
	s := p.Sentences[at]
	if p.Toks[s.J-1].Is(":") {
		j := at + 1
		for gap := 0; j < len(decides) && gap <= maxIdle; j++ {
			if gap++; decides[j] {
				gap = 0
			}
		}
		return document.Span{I: at + 1, J: j}
	}
	if p.several(s) || p.Own != nil || p.inArticle(at) {
		return document.Span{I: max(last, at-effectAll), J: at}
	}
	for k := at - 1; k >= max(last, at-effectBack); k-- {
		if decides[k] {
			return document.Span{I: k, J: at}
		}
	}
	return document.Span{I: at, J: at}
}

// inArticle reports whether sentence at is the first of an article of a decision: "Điều 3. Quyết định có hiệu lực từ ngày …".
func (p *Page) inArticle(at int) bool {
	for k := max(0, at-1); k <= at; k++ {
		i := p.Sentences[k].I
		if p.Lists.Words.Article.Has(p.Toks[i]) && p.Toks[i].Upper() && i+1 < len(p.Toks) && (p.Toks[i+1].Kind == text.Number || p.Lists.Words.OrdinalWord.Has(p.Toks[i+1])) {
			return true
		}
	}
	return false
}

// several reports whether a sentence speaks of more than one decision.
func (p *Page) several(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if p.Lists.Words.AllOf.Has(p.Toks[i]) && !p.Next(i+1, s.J, "năm") {
			return true
		}
	}
	return false
}

// peopleIn are the people that a sentence names.
func (p *Page) peopleIn(s document.Span) []*mention.Person {
	var who []*mention.Person
	for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < s.J; k++ {
		if m := p.Items[k].Person; m != nil {
			who = append(who, m.Who)
		}
	}
	return who
}
