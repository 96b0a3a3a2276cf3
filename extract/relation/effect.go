package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// An effect is a day from which decisions count. It may be told behind the posts of a sentence ("…, kể từ ngày
// 1/3"), or once for what the sentences before or after it decide ("Các quyết định trên có hiệu lực từ ngày 1/3").

// effect is such a day told in a sentence of its own.
type effect struct {
	day    record.Date
	scope  document.Span // the sentences whose decisions it is said of
	whom   []*mention.Person
	signed bool // it is the day on which they were signed
	own    bool // it is that of the document, a decision
}

const (
	effectReach = 8  // tokens between "hiệu lực" and its day
	effectBack  = 3  // sentences back from "Quyết định có hiệu lực …" to the one that tells the decision
	effectAll   = 40 // sentences for "Các quyết định trên …"
)

// takeEffect gives drafts that begin or end by a decision the day from which it counts.
func (p *Page) takeEffect(drafts []draft) {
	told := p.toldEffects(drafts)
	for i := range drafts {
		d := &drafts[i]
		if !d.byDecision() || d.Status == record.Starts && p.goesOnWith(d.claim) {
			continue
		}
		day := p.effectBehind(d.claim)
		if day.IsZero() {
			day = p.effectAhead(d.claim)
		}
		if day.IsZero() && !p.toldBack(d.claim) {
			e := effectOn(told, d)
			if day = e.day; e.signed && (!d.From.IsZero() || p.confirms(d.claim)) {
				continue // the day of the vote that it confirms
			}
		}
		d.effective(day)
	}
}

// byDecision reports whether a draft is of a post that somebody takes up or leaves.
func (d *draft) byDecision() bool {
	return (d.Status == record.Starts || d.Status == record.Ends) && d.claim.rule != "replaced" && d.claim.rule != "career-line"
}

// effective completes a draft by the day from which its decision counts. A begin or an end that its sentence states
// stays; the day of a session does not.
func (d *draft) effective(day record.Date) {
	switch {
	case day.IsZero() || d.step:
	case d.Status == record.Starts && day == d.From:
		d.effect = true
	case d.ranged && (!d.From.IsZero() || !d.To.IsZero()):
	case d.Status == record.Starts:
		d.From, d.effect = day, true
	case d.Status == record.Ends:
		d.To, d.effect = day, true
	}
}

// effectOn is the effect told in a sentence of its own that counts for a draft, or the zero one.
func effectOn(told []effect, d *draft) effect {
	sentence := d.sent
	for _, e := range told {
		if (e.signed || e.own) && (d.claim.annexed || d.claim.below.isAnnexed()) {
			return e
		}
		if len(e.whom) == 0 && sentence >= e.scope.I && sentence < e.scope.J || sentence < e.scope.J && slices.Contains(e.whom, d.claim.who.Who) {
			return e
		}
	}
	return effect{}
}

// effectBehind is the day that stands behind the post of a claim in its part of the sentence, perhaps behind other
// posts: "tham gia Ban Chấp hành, giữ chức Phó Bí thư Huyện ủy kể từ ngày 2/12".
func (p *Page) effectBehind(c claim) record.Date {
	s := p.Sentences[p.SentOf[c.post.I]]
	dates := p.DatesIn(document.Span{I: c.post.J, J: s.J})
	for i := range dates {
		d := &dates[i]
		if p.partEnds(c.post.J, d.I) || p.othersBetween(c, d.I) {
			break
		}
		if p.isEffect(d) {
			return d.Date
		}
	}
	return record.Date{}
}

// effectAhead is the day that opens the sentence of a claim before a list: "Từ ngày 1/1/2026, nghỉ hưu gồm: ông A - Giám
// đốc Sở Y tế; …".
func (p *Page) effectAhead(c claim) record.Date {
	s := p.Sentences[p.SentOf[c.post.I]]
	dates := p.DatesIn(document.Span{I: s.I, J: min(c.who.Head, c.post.I)})
	for i := range dates {
		d := &dates[i]
		if p.isEffect(d) && p.listFollows(d.J, min(c.who.Head, c.post.I)) || c.status == record.Ends && p.leaveFrom(d) {
			return d.Date
		}
	}
	return record.Date{}
}

// leaveFrom reports whether a date stands between the verb by which all who are named behind it leave and the words that lead to
// them: "quyết định nghỉ hưu (từ ngày 1/11/2019) đối với ông A, Giám đốc Sở Y tế, và bà B".
func (p *Page) leaveFrom(d *mention.DateMention) bool {
	j := d.J
	if p.Next(j, len(p.Toks), ")") {
		j++
	}
	if !d.Since || d.Date.Day == 0 || d.Date.Year == 0 || !p.NextIn(j, len(p.Toks), &p.Lists.Words.ToPerson) {
		return false
	}
	for k := p.ItemFrom(d.I) - 1; k >= 0 && p.SentOf[p.Items[k].I] == p.SentOf[d.I] && d.I-p.Items[k].J <= maxLost; k-- {
		switch it := p.Items[k]; {
		case it.Person != nil || it.Post != nil:
			return false
		case it.Event == gazetteer.MRetire || it.Event == gazetteer.MEnd:
			return true
		}
	}
	return false
}

// listFollows reports whether a colon stands in tokens [i, j), and nobody is named before it.
func (p *Page) listFollows(i, j int) bool {
	for k := i; k < j; k++ {
		if !p.Toks[k].Is(":") {
			continue
		}
		for n := p.ItemFrom(i); n < len(p.Items) && p.Items[n].I < k; n++ {
			if p.Items[n].Person != nil {
				return false
			}
		}
		return true
	}
	return false
}

// othersBetween reports whether the one in whose place somebody comes takes up a post before token i, whose day is told there:
// "giữ chức Bí thư thay ông B được điều động làm Giám đốc Sở từ ngày 1/6".
func (p *Page) othersBetween(c claim, i int) bool {
	other := false
	for n := p.ItemFrom(c.post.J); n < len(p.Items) && p.Items[n].I < i; n++ {
		switch it := p.Items[n]; {
		case it.Person != nil && it.Person.Who != c.who.Who:
			other = true
		case other && it.Post != nil:
			return true
		}
	}
	return false
}

// partEnds reports whether a semicolon or the end of a bracket that opened before stands in tokens [i, j).
func (p *Page) partEnds(i, j int) bool {
	depth := 0
	for ; i < j; i++ {
		switch {
		case p.Toks[i].Is(";"):
			return true
		case p.Toks[i].Is("("):
			depth++
		case p.Toks[i].Is(")"):
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// isEffect reports whether a date is a day from which something counts, and no begin of a meeting, an arrest or
// another thing that goes on for a time.
func (p *Page) isEffect(d *mention.DateMention) bool {
	if !d.Since || d.Date.Year == 0 || d.Date.Month == 0 || p.BornThere(d) {
		return false
	}
	i, counted := p.sinceWord(d)
	if d.Date.Day == 0 && !counted {
		return false
	}
	if p.InBracket(d.I, p.Sentences[p.SentOf[d.I]]) && !p.inForce(d) {
		return false
	}
	if next := p.DateFrom(d.J); next < len(p.Dates) && p.Dates[next].Until && p.Dates[next].I-d.J <= effectReach && days(d.Date, p.Dates[next].Date) < shortTerm {
		return false
	}
	for k := i - 1; k >= 0 && k > i-effectReach && p.SentOf[k] == p.SentOf[d.I] && !p.Toks[k].Is(",", "("); k-- {
		if p.Lists.Words.Lasting.Has(p.Toks[k]) {
			return false
		}
	}
	return true
}

// sinceWord is the token at which the words begin that lead to the day of an effect, and whether they count from it:
// "kể từ ngày", "tính từ".
func (p *Page) sinceWord(d *mention.DateMention) (i int, counted bool) {
	for i = d.I; i > 0 && i > d.I-5 && !p.Toks[i].Is("từ"); i-- {
	}
	if i > 0 && p.Lists.Words.Counting.Has(p.Toks[i-1]) {
		return i - 1, true
	}
	return i, false
}

// inForce reports whether words that tell from when a decision counts lead to a date: "có hiệu lực thi hành kể từ
// ngày", "Thời hạn bổ nhiệm 5 năm, tính từ ngày".
func (p *Page) inForce(d *mention.DateMention) bool {
	begin := p.Sentences[p.SentOf[d.I]].I
	for k := d.I - 1; k > begin && k > d.I-2*effectReach; k-- {
		if p.Lists.Words.InForce.Has(p.Toks[k-1], p.Toks[k]) {
			return d.I-k <= effectReach
		}
		if p.Lists.Words.TermOf.Has(p.Toks[k]) && p.Toks[k-1].Is("thời") {
			return true
		}
		if p.Toks[k].Is(";", ")", ".") {
			return false
		}
	}
	return false
}
