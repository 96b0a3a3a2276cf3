package extract

import "slices"

// The day of a vote is the begin of the post to which somebody was elected, and the end of the one from which
// somebody was relieved, where the text tells that very vote: in its own sentence, in that of the session ("Ngày 13/2,
// HĐND quận họp. Tại kỳ họp, …"), or, for the opening lines, in the one that reports it further on.

const (
	voteBack  = 8 // sentences back from a vote to that of its session
	voteAhead = 4 // sentences from the opening lines to the report of the vote
)

// voted reports whether the verb that gives or ends the post of a claim is that of a vote: "được bầu giữ chức", and
// not "HĐND miễn nhiệm chức A đối với ông B do được điều động, giữ chức C".
func (p *page) voted(c claim) bool {
	if !c.elected {
		return false
	}
	for n := p.itemFrom(c.post.i) - 1; n >= 0 && p.sentOf[p.items[n].i] == p.sentOf[c.post.i]; n-- {
		switch it := p.items[n]; it.event {
		case mStart, mMove, mEnd, mRetire:
			if p.lists.words.Entering.has(p.toks[it.i]) {
				continue
			}
			if c.status == Ends {
				return p.anyOf(it.span, p.lists.words.VoteOut)
			}
			return p.anyOf(it.span, p.lists.words.Vote)
		}
	}
	return true
}

// anyOf reports whether a word of a class stands in the tokens of s.
func (p *page) anyOf(s span, words class) bool {
	for i := s.i; i < s.j; i++ {
		if words.has(p.toks[i]) {
			return true
		}
	}
	return false
}

// dayOfVote is the day of the session that the vote of a claim in sentence s is part of.
func (p *page) dayOfVote(c claim, s span) *dateMention {
	at := p.sentOf[s.i]
	for k := at - 1; k >= max(0, at-voteBack); k-- {
		before := p.sentences[k]
		if p.looksBackAt(before) {
			continue
		}
		if first, last := p.sessionTime(before); last != nil {
			if p.sessionOn(last, before) && p.sameOccasion(s, before) {
				return p.ofSession(c, first, last).on
			}
			return nil
		}
		if p.opensItem(before.i) {
			return nil
		}
	}
	if at <= headSentences {
		return p.reportedOn(c, at)
	}
	return nil
}

// reportedOn is the day of the vote that the opening line at tells, in one of the next sentences that reports such a
// vote: of the same person or of a whole committee.
func (p *page) reportedOn(c claim, at int) *dateMention {
	for k := at + 1; k < min(len(p.sentences), at+1+voteAhead); k++ {
		s := p.sentences[k]
		d := p.plainDay(s)
		if d == nil {
			continue
		}
		verbs := p.lists.words.VoteIn
		if c.status == Ends {
			verbs = p.lists.words.VoteOut
		}
		if p.looksBackAt(s) || !p.sessionOn(d, s) || !p.anyOf(s, verbs) || !p.speaksOf(p.peopleIn(p.sentences[at]), s) {
			return nil
		}
		return d
	}
	return nil
}

// speaksOf reports whether a sentence names one of the people, or nobody.
func (p *page) speaksOf(who []*person, s span) bool {
	people := p.peopleIn(s)
	for _, other := range people {
		if slices.Contains(who, other) {
			return true
		}
	}
	return len(people) == 0
}

// looksBackAt reports whether a sentence tells what lies before the event reported: "Trước đó, ngày 1/4, …".
func (p *page) looksBackAt(s span) bool {
	return p.toks[s.i].Is("trước") && p.next(s.i+1, s.j, "đó", "đây", "kia", "nữa")
}

// sessionTime is the time of a session that a sentence can tell: its day, its days ("từ ngày 5-4 đến ngày 16-4-1977"), or,
// as histories have it, the month or the year in which it met ("Đại hội lần thứ I họp năm 1931").
func (p *page) sessionTime(s span) (first Date, last *dateMention) {
	if d := p.plainDay(s); d != nil {
		return d.date, d
	}
	dates := p.datesIn(s)
	for i := range dates {
		d := &dates[i]
		switch {
		case d.date.Year == 0 || d.since || p.bornThere(d) || p.citedThere(d.i):
		case d.until && i > 0 && dates[i-1].since && days(dates[i-1].date, d.date) < shortTerm:
			return dates[i-1].date, d
		case !d.until && d.date.Day == 0 && d.after.unit == "" && p.metIn(s, d.i):
			return d.date, d
		}
	}
	return first, nil
}

// metIn reports whether a congress or a session that a sentence names first met at the time at token i, and nobody is
// named before: "Đại hội lần thứ I họp bí mật năm 1931".
func (p *page) metIn(s span, i int) bool {
	for k := p.itemFrom(s.i); k < len(p.items) && p.items[k].i < i; k++ {
		if p.items[k].person != nil {
			return false
		}
	}
	named := false
	for k := s.i; k < i; k++ {
		named = named || p.is(k, gathering|convening) && p.next(k+1, i, "hội", "nghị", "họp")
		if named && p.lists.words.Met.has(p.toks[k]) {
			return true
		}
	}
	return false
}

// plainDay is the last day in a sentence on which something happens: no birth, no date of a document, no side of a
// range.
func (p *page) plainDay(s span) *dateMention {
	var best *dateMention
	dates := p.datesIn(s)
	for i := range dates {
		if d := &dates[i]; d.date.Day != 0 && d.date.Year != 0 && !d.since && !d.until && !p.bornThere(d) && !p.citedThere(d.i) && !p.inName(d.i) {
			best = d
		}
	}
	return best
}

// inName reports whether the date at token i is part of the name of a file: "anh-2025-10-14".
func (p *page) inName(i int) bool {
	return i > 0 && p.toks[i-1].Is("-", "_") && !p.toks[i].Space && !p.toks[i-1].Space
}

// sessionOn reports whether a sentence tells of a session on a day, or of a vote, and not of the news of it: "Kết quả
// được công bố ngày 22/10".
func (p *page) sessionOn(d *dateMention, s span) bool {
	session := false
	for i := s.i; i < s.j && !session; i++ {
		session = p.lists.words.Session.has(p.toks[i]) || p.is(i, convening|gathering) && p.next(i+1, s.j, "nghị", "hội")
	}
	return session && !p.announcedIn(s)
}

// announcedIn reports whether a decision or a result is made known or handed over in the tokens of s.
func (p *page) announcedIn(s span) bool {
	for k := p.itemFrom(s.i); k < len(p.items) && p.items[k].i < s.j; k++ {
		if p.items[k].event == mPresent && p.anyOf(p.items[k].span, p.lists.words.Announce) {
			return true
		}
	}
	return false
}

// sameOccasion reports whether sentence s can tell of the session of sentence before: where it names a congress by
// its number, the other names no other one.
func (p *page) sameOccasion(s, before span) bool {
	mine, named := map[int]bool{}, false
	for _, c := range p.congresses {
		if c.i >= s.i && c.i < s.j && !c.byTerm {
			mine[c.ordinal], named = true, true
		}
	}
	if !named {
		return true
	}
	for _, c := range p.congresses {
		if c.i >= before.i && c.i < before.j && !c.byTerm {
			return mine[c.ordinal]
		}
	}
	return true
}

// ofSession is the time of a vote in a session: its day, or of several days the month that they lie in.
func (p *page) ofSession(c claim, first Date, last *dateMention) period {
	if first == last.date && !last.many {
		return period{on: last}
	}
	if !p.voted(c) || first.Year != last.date.Year || first.Month != last.date.Month {
		return period{}
	}
	month := *last
	month.date.Day, month.until, month.many = 0, false, false
	return period{on: &month}
}

// dayCounts reports whether a day that leads to the vote of a claim is the day of it: no result is made known between
// them, and no election approved.
func (p *page) dayCounts(c claim, d *dateMention) bool {
	s := p.sentences[p.sentOf[c.post.i]]
	if d.i < s.i || d.i > c.post.i { // of another sentence, or behind
		return true
	}
	if p.announcedIn(span{max(s.i, d.i-effectReach), c.post.i}) {
		return false
	}
	return !c.elected || !p.anyOf(span{d.j, c.post.i}, p.lists.words.Approval)
}
