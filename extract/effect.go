package extract

import "slices"

// An effect is a day from which decisions count. It may be told behind the posts of a sentence ("…, kể từ ngày
// 1/3"), or once for what the sentences before or after it decide ("Các quyết định trên có hiệu lực từ ngày 1/3").

// effect is such a day told in a sentence of its own.
type effect struct {
	day    Date
	scope  span // the sentences whose decisions it is said of
	whom   []*person
	signed bool // it is the day on which they were signed
}

const (
	effectReach = 8  // tokens between "hiệu lực" and its day
	effectBack  = 3  // sentences back from "Quyết định có hiệu lực …" to the one that tells the decision
	effectAll   = 40 // sentences for "Các quyết định trên …"
)

// takeEffect gives drafts that begin or end by a decision the day from which it counts.
func (p *page) takeEffect(drafts []draft) {
	told := p.toldEffects(drafts)
	for i := range drafts {
		d := &drafts[i]
		if !d.byDecision() || d.Status == Starts && p.goesOnWith(d.claim) {
			continue
		}
		day := p.effectBehind(d.claim)
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
	return (d.Status == Starts || d.Status == Ends) && d.claim.rule != "replaced" && d.claim.rule != "career-line"
}

// effective completes a draft by the day from which its decision counts. A begin or an end that its sentence states
// stays; the day of a session does not.
func (d *draft) effective(day Date) {
	switch {
	case day.IsZero() || d.step:
	case d.Status == Starts && day == d.From:
		d.effect = true
	case d.ranged && (!d.From.IsZero() || !d.To.IsZero()):
	case d.Status == Starts:
		d.From, d.effect = day, true
	case d.Status == Ends:
		d.To, d.effect = day, true
	}
}

// effectOn is the effect told in a sentence of its own that counts for a draft, or the zero one.
func effectOn(told []effect, d *draft) effect {
	sentence := d.sent
	for _, e := range told {
		if len(e.whom) == 0 && sentence >= e.scope.i && sentence < e.scope.j || sentence < e.scope.j && slices.Contains(e.whom, d.claim.who.who) {
			return e
		}
	}
	return effect{}
}

// effectBehind is the day that stands behind the post of a claim in its part of the sentence, perhaps behind other
// posts: "tham gia Ban Chấp hành, giữ chức Phó Bí thư Huyện ủy kể từ ngày 2/12".
func (p *page) effectBehind(c claim) Date {
	s := p.sentences[p.sentOf[c.post.i]]
	dates := p.datesIn(span{c.post.j, s.j})
	for i := range dates {
		d := &dates[i]
		if p.partEnds(c.post.j, d.i) {
			break
		}
		if p.isEffect(d) {
			return d.date
		}
	}
	return Date{}
}

// partEnds reports whether a semicolon or the end of a bracket that opened before stands in tokens [i, j).
func (p *page) partEnds(i, j int) bool {
	depth := 0
	for ; i < j; i++ {
		switch {
		case p.toks[i].Is(";"):
			return true
		case p.toks[i].Is("("):
			depth++
		case p.toks[i].Is(")"):
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// isEffect reports whether a date is a day from which something counts, and no begin of a meeting, an arrest or
// another thing that goes on for a time.
func (p *page) isEffect(d *dateMention) bool {
	if !d.since || d.date.Year == 0 || d.date.Month == 0 || p.bornThere(d) {
		return false
	}
	i, counted := p.sinceWord(d)
	if d.date.Day == 0 && !counted {
		return false
	}
	if p.inBracket(d.i, p.sentences[p.sentOf[d.i]]) && !p.inForce(d) {
		return false
	}
	if next := p.dateFrom(d.j); next < len(p.dates) && p.dates[next].until && p.dates[next].i-d.j <= effectReach && days(d.date, p.dates[next].date) < shortTerm {
		return false
	}
	for k := i - 1; k >= 0 && k > i-effectReach && p.sentOf[k] == p.sentOf[d.i] && !p.toks[k].Is(",", "("); k-- {
		if p.lists.words.Lasting.has(p.toks[k]) {
			return false
		}
	}
	return true
}

// sinceWord is the token at which the words begin that lead to the day of an effect, and whether they count from it:
// "kể từ ngày", "tính từ".
func (p *page) sinceWord(d *dateMention) (i int, counted bool) {
	for i = d.i; i > 0 && i > d.i-5 && !p.toks[i].Is("từ"); i-- {
	}
	if i > 0 && p.lists.words.Counting.has(p.toks[i-1]) {
		return i - 1, true
	}
	return i, false
}

// inForce reports whether words that tell from when a decision counts lead to a date: "có hiệu lực thi hành kể từ
// ngày", "Thời hạn bổ nhiệm 5 năm, tính từ ngày".
func (p *page) inForce(d *dateMention) bool {
	begin := p.sentences[p.sentOf[d.i]].i
	for k := d.i - 1; k > begin && k > d.i-2*effectReach; k-- {
		if p.toks[k].Is("lực") && p.toks[k-1].Is("hiệu") {
			return d.i-k <= effectReach
		}
		if p.lists.words.TermOf.has(p.toks[k]) && p.toks[k-1].Is("thời") {
			return true
		}
		if p.toks[k].Is(";", ")", ".") {
			return false
		}
	}
	return false
}

// toldEffects finds the days that are told in sentences that decide nothing themselves.
func (p *page) toldEffects(drafts []draft) []effect {
	decides := p.deciding(drafts)
	told := p.signedEffects(decides)
	last := 0 // the sentence behind the one that told the day before
	for i := range p.dates {
		d := &p.dates[i]
		at := p.sentOf[d.i]
		if !d.since || d.i >= p.notes || !p.isEffect(d) {
			continue
		}
		whom := p.peopleIn(p.sentences[at])
		if !p.inForce(d) {
			if whom = p.decidedOn(d); whom == nil {
				continue
			}
		}
		if len(decides) > 0 && decides[at] {
			last = at + 1
			continue
		}
		e := effect{day: d.date, scope: p.effectScope(at, last, decides), whom: whom}
		told = append(told, e)
		last = at + 1
	}
	return told
}

// decidedOn is the person of whom a sentence tells a decision before its day, without the post: "trao quyết định nghỉ
// hưu cho ông A, kể từ ngày 1/4".
func (p *page) decidedOn(d *dateMention) []*person {
	var who []*person
	for k := p.itemFrom(d.i) - 1; k >= 0 && p.sentOf[p.items[k].i] == p.sentOf[d.i]; k-- {
		switch it := p.items[k]; {
		case it.post != nil:
			return nil
		case it.person != nil && who == nil:
			who = []*person{it.person.who}
		case it.event == mRetire || it.event == mEnd || it.event == mStart || it.event == mMove:
			return who
		}
	}
	return nil
}

// signedEffects finds the sentences that tell a decision to count "kể từ ngày ký", from the day on which it was signed:
// that of the document, or the one that the sentence of the decision tells.
func (p *page) signedEffects(decides []bool) (told []effect) {
	for i := 0; i+2 < p.notes; i++ {
		if !p.toks[i].Is("từ") || !p.toks[i+1].Is("ngày") || !p.toks[i+2].Is("ký") || decides[p.sentOf[i]] {
			continue
		}
		at := p.sentOf[i]
		e := effect{scope: p.effectScope(at, 0, decides), signed: true}
		if p.own != nil {
			e.day = p.own.date
		} else if e.scope.j > e.scope.i {
			e.day = p.signedIn(p.sentences[e.scope.i])
		}
		if !e.day.IsZero() {
			told = append(told, e)
		}
	}
	return told
}

// signedIn is the day on which a decision was signed, where a sentence tells it: "Ngày 15/4, Thủ tướng ký quyết định".
func (p *page) signedIn(s span) Date {
	signed := false
	for i := s.i; i < s.j && !signed; i++ {
		signed = p.toks[i].Is("ký")
	}
	for _, d := range p.datesIn(s) {
		if d.date.Day != 0 && d.date.Year != 0 && !d.since && !d.until && (signed && !p.bornThere(&d) || p.citedThere(d.i)) {
			return d.date
		}
	}
	return Date{}
}

// deciding notes the sentences that have a draft of a post that somebody takes up or leaves.
func (p *page) deciding(drafts []draft) []bool {
	out := make([]bool, len(p.sentences))
	for i := range drafts {
		if drafts[i].byDecision() {
			out[drafts[i].sent] = true
		}
	}
	return out
}

// effectScope are the sentences of whose decisions sentence at tells the day: those of the list that it opens, all
// back to the one that told another day ("Các quyết định trên"), or the nearest before.
func (p *page) effectScope(at, last int, decides []bool) span {
	s := p.sentences[at]
	if p.toks[s.j-1].Is(":") {
		j := at + 1
		for gap := 0; j < len(decides) && gap <= maxIdle; j++ {
			if gap++; decides[j] {
				gap = 0
			}
		}
		return span{at + 1, j}
	}
	if p.several(s) || p.own != nil {
		return span{max(last, at-effectAll), at}
	}
	for k := at - 1; k >= max(last, at-effectBack); k-- {
		if decides[k] {
			return span{k, at}
		}
	}
	return span{at, at}
}

// several reports whether a sentence speaks of more than one decision.
func (p *page) several(s span) bool {
	for i := s.i; i < s.j; i++ {
		if p.lists.words.AllOf.has(p.toks[i]) && !p.next(i+1, s.j, "năm") {
			return true
		}
	}
	return false
}

// peopleIn are the people that a sentence names.
func (p *page) peopleIn(s span) []*person {
	var who []*person
	for k := p.itemFrom(s.i); k < len(p.items) && p.items[k].i < s.j; k++ {
		if m := p.items[k].person; m != nil {
			who = append(who, m.who)
		}
	}
	return who
}
