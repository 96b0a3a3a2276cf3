package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// behindPost reads dates behind the post, up to the next person, post or semicolon. A bracket belongs to the post
// directly before it ("A, B (1990-1992)"), a time without one to all of the series ("A, B từ năm 1990 đến năm 1992").
func (p *Page) behindPost(c claim, s document.Span) (t period) {
	begin := c.post.J
	if t, ok := p.bracketTime(begin, c.who.I); ok && p.Toks[begin].Is("(") {
		return t // "nguyên Bí thư Huyện ủy (2005 - 2010) Trần Văn A"
	}
	if c.who.I >= c.post.J && (c.rule == "roster" || c.rule == "apposition-before" || c.rule == "identity") {
		begin = c.who.J // "Bí thư: A (1950-1954), B (1954-1958)"
	}
	end := p.reach(c, begin, s)
	if t, ok := p.bracketTime(p.beforeBracket(p.bodyBehind(begin, end), end), end); ok {
		return t
	}
	if t, ok := p.phase(p.seriesEnd(begin, end), end); ok {
		return t
	}
	if t, ok := p.plainYears(begin, end); ok {
		return t
	}
	dates := p.DatesIn(document.Span{I: begin, J: end})
	for i := range dates {
		d := &dates[i]
		if p.anyOf(document.Span{I: begin, J: d.I}, p.Lists.Words.Misdeed) {
			break
		}
		switch {
		case d.Date.Year == 0 || p.ofLife(d) || p.InBracket(d.I, document.Span{I: begin, J: d.I}):
		case d.Since && t.from.IsZero():
			t.from = d.Date
		case d.Until && t.to.IsZero():
			t.to = d.Date
		case i == 0 && p.lastsTo(begin, d):
			t.to = d.Date
		case i == 0 && (p.timeWords(begin, d.I) || p.atTime(begin, d.I)):
			t.on = d
		}
	}
	if t.isRange() {
		t.on = nil
	} else if t.on == nil {
		t.from = p.signedOn(begin, end)
	}
	t.behind = true
	if strings.HasPrefix(c.rule, "apposition") && c.status != record.Ends && (!p.dateClose(begin) || p.Toks[begin].Is(",") && t.from.Day != 0 && t.to.IsZero()) {
		return period{} // the day is that of the event, the range that of something else
	}
	return t
}

// lastsTo reports whether a time right behind the post that ends before token i tells how long it was held: "làm Phó Bí thư Tỉnh ủy cho đến tháng 9/2015".
// One that is to come is planned.
func (p *Page) lastsTo(i int, d *mention.DateMention) bool {
	w, leads := &p.Lists.Words, false
	for ; i < d.I; i++ {
		switch t := p.Toks[i]; {
		case w.PeriodTo.Has(t):
			leads = true
		case !leads && w.LastsLead.Has(t), leads && w.TimeLead.Has(t) && !w.PeriodFrom.Has(t):
		default:
			return false
		}
	}
	return leads && !d.Partial && (p.over(d.Date) || p.Published.IsZero() && p.Encyclopedia)
}

// bodyBehind is the end of the body that is named a few words behind the post at token j: "Bộ trưởng đầu tiên của Bộ
// Vật tư".
func (p *Page) bodyBehind(j, end int) int {
	n := p.ItemFrom(j)
	if n >= len(p.Items) || p.Items[n].Org == nil || p.Items[n].I-j > nearWord || p.Items[n].J > end {
		return j
	}
	for k := j; k < p.Items[n].I; k++ {
		if p.Toks[k].Kind == text.Punct {
			return j
		}
	}
	return p.Items[n].J
}

// seriesEnd is the end of the last post of the series that goes on at token j.
func (p *Page) seriesEnd(j, end int) int {
	for n := p.ItemFrom(j); n < len(p.Items) && p.Items[n].I < end; n++ {
		if it := p.Items[n]; it.Post != nil {
			if !p.sameSeries(j, it.I) {
				break
			}
			j = it.J
		}
	}
	return p.bodyBehind(j, end)
}

// beforeBracket is the end of the last post that "kiêm" joins to the one before token j: they have one time.
func (p *Page) beforeBracket(j, end int) int {
	for n := p.ItemFrom(j); n < len(p.Items) && p.Items[n].I < end; n++ {
		switch it := p.Items[n]; {
		case it.Post == nil:
		case it.I-j > 2 || !p.anyOf(document.Span{I: j, J: it.I}, p.Lists.Words.AtOnce) && !p.Lists.Words.AtOnce.Has(p.Toks[it.I]):
			return j
		default:
			j = it.J
		}
	}
	return j
}

// reach is the token at which the text behind a post ends that can tell its time.
func (p *Page) reach(c claim, begin int, s document.Span) int {
	end := s.J
	for n := p.ItemFrom(begin); n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if it := p.Items[n]; it.Post != nil && !p.sameSeries(begin, it.I) || it.Person != nil && it.I >= c.at.J {
			end = it.I
			break
		}
	}
	for k := begin; k < end; k++ {
		if p.Toks[k].Is(";") {
			return k
		}
	}
	return end
}

// bracketTime is the time that a bracket behind token j tells: "(7/1976 - 1/1980)", "(từ 4/1966)", "(tháng 6/2016)",
// perhaps behind the term ("Khóa III (từ 4/1966)"), how long it was held ("được 3 năm (2015-2018)") or a bracket without a time ("(nay là Bộ Y tế) (1969-1976)"). The
// years of a life are none.
func (p *Page) bracketTime(j, end int) (t period, ok bool) {
	for open := j; open < end; {
		for open < end && (p.termWord(p.Toks[open]) || p.timesHeld(open) || p.Lists.Words.TermCount.Has(p.Toks[open])) {
			open++
		}
		open += p.heldFor(open, end)
		if open >= end || !p.Toks[open].Is("(") {
			return t, false
		}
		stop := open + 1
		for stop < end && !p.Toks[stop].Is(")") {
			stop++
		}
		if stop == end && (end >= len(p.Toks) || !p.Toks[stop].Is(")")) {
			return t, false
		}
		if t, ok = p.timeIn(document.Span{I: open + 1, J: stop}); ok {
			return t, !p.lifetime(t, j)
		}
		open = stop + 1
	}
	return t, false
}

// heldFor is the number of tokens at i that tell how many years a post was held: "được 3 năm", "trong gần 8 năm"; else 0.
func (p *Page) heldFor(i, end int) int {
	j := i
	for j < end && p.Lists.Words.ForYears.Has(p.Toks[j]) {
		j++
	}
	if j == i || j+1 >= end || !p.Toks[j+1].Is("năm") || p.Toks[j].Kind != text.Number && !p.Lists.Words.TermCount.Has(p.Toks[j]) {
		return 0
	}
	return j + 2 - i
}

// timeIn is the time that the dates of a bracket tell: a range, or a month from which the post was held, and not that of
// another name or post: "(từ 01/2020 là Thị đoàn Sa Pa)".
func (p *Page) timeIn(s document.Span) (t period, ok bool) {
	for _, d := range p.DatesIn(s) {
		if p.anyOf(document.Span{I: s.I, J: d.I}, p.Lists.Words.NotHeld) {
			break
		}
		switch {
		case d.Date.Year == 0 || p.ofLife(&d) || p.CitedThere(d.I) || d.After.Unit != "" || p.NextIn(d.J, s.J, &p.Lists.Words.Became):
		case d.Until && t.to.IsZero():
			t.to = d.Date
		case d.Until:
		case (d.Since || d.Date.Day == 0 && d.Date.Month > 0) && t.from.IsZero():
			t.from = d.Date
		}
	}
	t.behind = true
	return t, t.isRange()
}

// lifetime reports whether a time is rather that of a life: of as many years as no post is held, or, behind a name, of
// as many as a life can have.
func (p *Page) lifetime(t period, j int) bool {
	if t.from.IsZero() || t.to.IsZero() {
		return false
	}
	years := t.to.Year - t.from.Year
	return years >= mention.MinLife || years >= youngest && p.personEnds(j)
}

// termWord reports whether a word or sign may stand between a post and the bracket with its time: ": Khóa III, IV".
func (p *Page) termWord(t text.Token) bool {
	return p.Lists.Words.TermWord.Has(t) || p.Lists.Words.OrdinalWord.Has(t) || t.Is("-", ":", ",") || t.Kind == text.Number || t.Kind == text.Word && t.Upper() && strings.Trim(t.Norm, "IVX") == ""
}

// timesHeld reports whether token i is the number of times that a post was held: "lần thứ hai".
func (p *Page) timesHeld(i int) bool {
	if i == 0 || !p.Lists.Words.OrdinalWord.Has(p.Toks[i-1]) {
		return false
	}
	_, n := p.OrdinalAt(i-1, len(p.Toks))
	return n == 2
}

// phase is the time that "giai đoạn", "thời kỳ" or "các năm" tells directly behind a post or its term, perhaps in brackets: "làm Bí thư giai
// đoạn 2004-2009", "(thời kỳ từ 2004 đến 2009)".
func (p *Page) phase(j, end int) (t period, ok bool) {
	k, words := j, &p.Lists.Words
	for k < end && !p.Pair(k, end, &words.Years) && (p.termWord(p.Toks[k]) || p.timeWords(k, k+1) || k == j && p.Toks[k].Is("(")) {
		k++
	}
	switch {
	case p.Pair(k, end, &words.Years):
		k += 2
	case k+2 >= end || !words.Phase.Has(p.Toks[k]):
		return t, false
	}
	for k < end && (words.Phase.Has(p.Toks[k]) || words.PeriodFrom.Has(p.Toks[k]) || p.timeWords(k, k+1)) {
		k++
	}
	from, first := p.Year(k)
	to, second := p.Year(k + 2)
	if k+2 >= end || !first || !second || !p.Toks[k+1].Is("-") && !words.PeriodTo.Has(p.Toks[k+1]) || to < from {
		return t, false
	}
	return period{from: record.Date{Year: from}, to: record.Date{Year: to}, behind: true}, true
}

// plainYears is the time that nothing but two years behind the post tell: "Phó Chủ tịch UBND tỉnh 2001 - 2004, Chủ tịch UBND tỉnh
// 2004 - 2011".
func (p *Page) plainYears(j, end int) (t period, ok bool) {
	from, first := p.Year(j)
	to, second := p.Year(j + 2)
	if j+2 >= end || !first || !second || !p.Toks[j+1].Is("-") || to < from || p.Toks[j].Breaks > 0 {
		return t, false
	}
	if k := j + 3; k < len(p.Toks) && p.Toks[k].Breaks == 0 && !p.Toks[k].Is(")", ",", ";", ".") && p.SentOf[k] == p.SentOf[j] {
		return t, false
	}
	return period{from: record.Date{Year: from}, to: record.Date{Year: to}, behind: true}, true
}

// ofLife reports whether a date is that of a birth or a death, or of a life.
func (p *Page) ofLife(d *mention.DateMention) bool {
	if p.BornThere(d) {
		return true
	}
	for k := max(0, d.I-4); k < d.I; k++ {
		if n := p.diedAt(k, document.Span{I: max(0, d.I-4), J: d.I}); n > 0 {
			return true
		}
		if p.Toks[k].Is("mất") && k+2 >= d.I {
			return true
		}
	}
	return false
}

// deathDay is the day on which the holder of a claim died, where the sentence says so: "Bí thư Huyện ủy …, từ trần ngày
// 3/10/2022".
func (p *Page) deathDay(c claim, s document.Span) record.Date {
	for i := max(c.at.I, s.I); i < s.J; i++ {
		if !p.Is(i, gazetteer.OfLife) {
			continue
		}
		n := p.diedAt(i, s)
		if n == 0 {
			continue
		}
		if who := p.whose(i, s, nil); who == c.who.Who || who == nil && p.onlyNamed(c.who.Who, s.I, i) {
			d, m := p.dateBehind(i+n, s.J)
			if p.Next(i+n, s.J, ",") {
				d, m = record.Date{}, 0 // it leads on to what came then
			}
			if first := p.DatesIn(document.Span{I: s.I, J: c.at.I}); m == 0 && len(first) > 0 && first[0].Date.Day > 0 && first[0].I <= s.I+1 {
				d = first[0].Date // "Ngày 2/6, ông A, Bí thư Huyện ủy, từ trần"
			}
			return d
		}
	}
	return record.Date{}
}

// onlyNamed reports whether nobody else is named in tokens [i, j), and no relative is spoken of.
func (p *Page) onlyNamed(who *mention.Person, i, j int) bool {
	named := false
	for n := p.ItemFrom(i); n < len(p.Items) && p.Items[n].I < j; n++ {
		if m := p.Items[n].Person; m != nil {
			if m.Who != who {
				return false
			}
			named = true
		}
	}
	return named && !p.speaksOfKin(i, j)
}

// speaksOfKin reports whether words in tokens [i, j) speak of a relative: "cha ông".
func (p *Page) speaksOfKin(i, j int) bool {
	for ; i < j; i++ {
		if p.Is(i, gazetteer.OfFrame) {
			if c, n := p.Lists.Frames.Find(p.Toks[:j], i); n > 0 && c == gazetteer.CKin {
				return true
			}
		}
	}
	return false
}
