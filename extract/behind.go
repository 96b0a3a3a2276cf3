package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// behindPost reads dates behind the post, up to the next person, post or semicolon. A bracket belongs to the post
// directly before it ("A, B (1990-1992)"), a time without one to all of the series ("A, B từ năm 1990 đến năm 1992").
func (p *page) behindPost(c claim, s span) (t period) {
	begin := c.post.j
	if c.who.i >= c.post.j && (c.rule == "roster" || c.rule == "apposition-before" || c.rule == "identity") {
		begin = c.who.j // "Bí thư: A (1950-1954), B (1954-1958)"
	}
	end := p.reach(c, begin, s)
	if t, ok := p.bracketTime(p.beforeBracket(p.bodyBehind(begin, end), end), end); ok {
		return t
	}
	if t, ok := p.phase(p.seriesEnd(begin, end), end); ok {
		return t
	}
	dates := p.datesIn(span{begin, end})
	for i := range dates {
		d := &dates[i]
		if p.anyOf(span{begin, d.i}, p.lists.words.Misdeed) {
			break
		}
		switch {
		case d.date.Year == 0 || p.ofLife(d) || p.inBracket(d.i, span{begin, d.i}):
		case d.since && t.from.IsZero():
			t.from = d.date
		case d.until && t.to.IsZero():
			t.to = d.date
		case i == 0 && (p.timeWords(begin, d.i) || p.atTime(begin, d.i)):
			t.on = d
		}
	}
	if t.isRange() {
		t.on = nil
	} else if t.on == nil {
		t.from = p.signedOn(begin, end)
	}
	t.behind = true
	if strings.HasPrefix(c.rule, "apposition") && c.status != Ends && !p.dateClose(begin) {
		return period{} // the day is that of the event, the range that of something else
	}
	return t
}

// bodyBehind is the end of the body that is named a few words behind the post at token j: "Bộ trưởng đầu tiên của Bộ
// Vật tư".
func (p *page) bodyBehind(j, end int) int {
	n := p.itemFrom(j)
	if n >= len(p.items) || p.items[n].org == nil || p.items[n].i-j > nearWord || p.items[n].j > end {
		return j
	}
	for k := j; k < p.items[n].i; k++ {
		if p.toks[k].Kind == text.Punct {
			return j
		}
	}
	return p.items[n].j
}

// seriesEnd is the end of the last post of the series that goes on at token j.
func (p *page) seriesEnd(j, end int) int {
	for n := p.itemFrom(j); n < len(p.items) && p.items[n].i < end; n++ {
		if it := p.items[n]; it.post != nil {
			if !p.sameSeries(j, it.i) {
				break
			}
			j = it.j
		}
	}
	return p.bodyBehind(j, end)
}

// beforeBracket is the end of the last post that "kiêm" joins to the one before token j: they have one time.
func (p *page) beforeBracket(j, end int) int {
	for n := p.itemFrom(j); n < len(p.items) && p.items[n].i < end; n++ {
		switch it := p.items[n]; {
		case it.post == nil:
		case it.i-j > 2 || !p.anyOf(span{j, it.i}, p.lists.words.AtOnce) && !p.lists.words.AtOnce.has(p.toks[it.i]):
			return j
		default:
			j = it.j
		}
	}
	return j
}

// reach is the token at which the text behind a post ends that can tell its time.
func (p *page) reach(c claim, begin int, s span) int {
	end := s.j
	for n := p.itemFrom(begin); n < len(p.items) && p.items[n].i < s.j; n++ {
		if it := p.items[n]; it.post != nil && !p.sameSeries(begin, it.i) || it.person != nil && it.i >= c.at.j {
			end = it.i
			break
		}
	}
	for k := begin; k < end; k++ {
		if p.toks[k].Is(";") {
			return k
		}
	}
	return end
}

// bracketTime is the time that a bracket behind token j tells: "(7/1976 - 1/1980)", "(từ 4/1966)", "(tháng 6/2016)",
// perhaps behind the term ("Khóa III (từ 4/1966)") or a bracket without a time ("(nay là Bộ Y tế) (1969-1976)"). The
// years of a life are none.
func (p *page) bracketTime(j, end int) (t period, ok bool) {
	for open := j; open < end; {
		for open < end && p.termWord(p.toks[open]) {
			open++
		}
		if open >= end || !p.toks[open].Is("(") {
			return t, false
		}
		stop := open + 1
		for stop < end && !p.toks[stop].Is(")") {
			stop++
		}
		if stop == end && (end >= len(p.toks) || !p.toks[stop].Is(")")) {
			return t, false
		}
		if t, ok = p.timeIn(span{open + 1, stop}); ok {
			return t, !p.lifetime(t, j)
		}
		open = stop + 1
	}
	return t, false
}

// timeIn is the time that the dates of a bracket tell: a range, or a month from which the post was held.
func (p *page) timeIn(s span) (t period, ok bool) {
	for _, d := range p.datesIn(s) {
		switch {
		case d.date.Year == 0 || p.ofLife(&d) || p.citedThere(d.i) || d.after.unit != "":
		case d.until && t.to.IsZero():
			t.to = d.date
		case d.until:
		case (d.since || d.date.Day == 0 && d.date.Month > 0) && t.from.IsZero():
			t.from = d.date
		}
	}
	t.behind = true
	return t, t.isRange()
}

// lifetime reports whether a time is rather that of a life: of as many years as no post is held, or, behind a name, of
// as many as a life can have.
func (p *page) lifetime(t period, j int) bool {
	if t.from.IsZero() || t.to.IsZero() {
		return false
	}
	years := t.to.Year - t.from.Year
	return years >= minLife || years >= youngest && p.personEnds(j)
}

// termWord reports whether a word or sign may stand between a post and the bracket with its time: ": Khóa III, IV".
func (p *page) termWord(t text.Token) bool {
	return p.lists.words.TermWord.has(t) || t.Is("-", ":", ",") || t.Kind == text.Number || t.Kind == text.Word && t.Upper() && strings.Trim(t.Norm, "IVX") == ""
}

// phase is the time that "giai đoạn" or "thời kỳ" tells directly behind a post or its term: "làm Bí thư giai đoạn
// 2004-2009".
func (p *page) phase(j, end int) (t period, ok bool) {
	k := j
	for k < end && (p.termWord(p.toks[k]) || p.timeWords(k, k+1)) {
		k++
	}
	if k+2 >= end || !p.lists.words.Phase.has(p.toks[k]) {
		return t, false
	}
	for k < end && p.lists.words.Phase.has(p.toks[k]) {
		k++
	}
	from, first := p.year(k)
	to, second := p.year(k + 2)
	if k+2 >= end || !first || !second || !p.toks[k+1].Is("-", "đến") || to < from {
		return t, false
	}
	return period{from: Date{Year: from}, to: Date{Year: to}, behind: true}, true
}

// ofLife reports whether a date is that of a birth or a death, or of a life.
func (p *page) ofLife(d *dateMention) bool {
	if p.bornThere(d) {
		return true
	}
	for k := max(0, d.i-4); k < d.i; k++ {
		if n := p.diedAt(k, span{max(0, d.i-4), d.i}); n > 0 {
			return true
		}
		if p.toks[k].Is("mất") && k+2 >= d.i {
			return true
		}
	}
	return false
}

// deathDay is the day on which the holder of a claim died, where the sentence says so: "Bí thư Huyện ủy …, từ trần ngày
// 3/10/2022".
func (p *page) deathDay(c claim, s span) Date {
	for i := max(c.at.i, s.i); i < s.j; i++ {
		if !p.is(i, vital) {
			continue
		}
		n := p.diedAt(i, s)
		if n == 0 {
			continue
		}
		if who := p.whose(i, s, nil); who == c.who.who {
			d, _ := p.dateBehind(i+n, s.j)
			return d
		}
	}
	return Date{}
}
