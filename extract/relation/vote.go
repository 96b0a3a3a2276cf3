package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// The day of a vote is the begin of the post to which somebody was elected, and the end of the one from which
// somebody was relieved, where the text tells that very vote: in its own sentence, in that of the session ("Ngày 13/2,
// HĐND quận họp. Tại kỳ họp, …"), or, for the opening lines, in the one that reports it further on.

const (
	voteBack  = 8 // sentences back from a vote to that of its session
	voteAhead = 4 // sentences from the opening lines to the report of the vote
)

// voted reports whether the verb that gives or ends the post of a claim is that of a vote: "được bầu giữ chức", and
// not "HĐND miễn nhiệm chức A đối với ông B do được điều động, giữ chức C".
func (p *Page) voted(c claim) bool {
	if c.assembly || !c.elected {
		return c.assembly
	}
	for n := p.ItemFrom(c.post.I) - 1; n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[c.post.I]; n-- {
		switch it := p.Items[n]; it.Event {
		case gazetteer.MStart, gazetteer.MMove, gazetteer.MEnd, gazetteer.MRetire:
			if p.Lists.Words.Entering.Has(p.Toks[it.I]) {
				continue
			}
			if c.status == record.Ends {
				return p.anyOf(it.Span, p.Lists.Words.VoteOut)
			}
			return p.anyOf(it.Span, p.Lists.Words.Vote)
		}
	}
	return true
}

// assemblyApproves reports whether the National Assembly approves before token i what is done: "Quốc hội phê chuẩn việc bổ
// nhiệm Bộ trưởng Bộ Y tế đối với ông A".
func (l *linker) assemblyApproves(i int) bool {
	for k := range l.nodes {
		n := &l.nodes[k]
		if n.I >= i {
			return false
		}
		if n.event == "" || !l.hasIn(n.Span, &l.Lists.Words.Approval) {
			continue
		}
		for j := n.I - 1; j > l.sent.I && j > n.I-effectReach; j-- {
			if l.Lists.Words.AssemblyName.Has(l.Toks[j-1], l.Toks[j]) {
				return (j-2 < l.sent.I || !l.Lists.Words.StandingPart.Has(l.Toks[j-2])) && !l.ofReplaced(k, i)
			}
		}
	}
	return false
}

// underApproval reports whether the sentence is an item of a list of what the National Assembly approves: "Quốc hội đã phê
// chuẩn:".
func (l *linker) underApproval() bool {
	at := l.SentOf[l.sent.I]
	return l.approvedAt > 0 && at-l.approvedAt <= approvedItems && l.startsLine() && l.OpensItem(l.sent.I)
}

// approvedItems is the number of sentences that a list of what is approved has at most.
const approvedItems = 12

// noteApproval notes a sentence that opens such a list.
func (l *linker) noteApproval() {
	if l.Toks[l.sent.J-1].Is(":") && l.assemblyApproves(l.sent.J) {
		l.approvedAt = l.SentOf[l.sent.I]
	}
}

// ofReplaced reports whether somebody is named between node k and the post at token i in whose place another comes, or a
// reason is told: what he takes up is no part of the vote.
func (l *linker) ofReplaced(k, i int) bool {
	for t := k + 1; t < len(l.nodes) && l.nodes[t].I < i; t++ {
		if l.nodes[t].event == gazetteer.MReplace || l.nodes[t].event != "" && l.Lists.Words.Reason.Has(l.Toks[l.nodes[t].I-1]) {
			return true
		}
	}
	return false
}

// anyOf reports whether a word of a class stands in the tokens of s.
func (p *Page) anyOf(s document.Span, words gazetteer.Class) bool {
	for i := s.I; i < s.J; i++ {
		if words.Has(p.Toks[i]) {
			return true
		}
	}
	return false
}

// dayOfVote is the day of the session that the vote of a claim in sentence s is part of.
func (p *Page) dayOfVote(c claim, s document.Span) *mention.DateMention {
	at := p.SentOf[s.I]
	for k := at - 1; k >= max(0, at-voteBack); k-- {
		before := p.Sentences[k]
		if before.I < p.Section(s.I) || p.ofUnknownDay(before) {
			return nil
		}
		if p.looksBackAt(before) {
			continue
		}
		if first, last := p.sessionTime(before); last != nil {
			if p.Own != nil && last.Date == p.Own.Date && p.confirms(c) {
				return nil // the day of the decision that confirms the vote
			}
			if p.sessionOn(last, before) && p.sameOccasion(s, before) {
				return p.ofSession(c, first, last).on
			}
			return nil
		}
		if p.OpensItem(before.I) && !c.assembly {
			return nil
		}
	}
	if at <= mention.HeadSentences {
		return p.reportedOn(c, at)
	}
	return nil
}

// ofUnknownDay reports whether a sentence tells a day whose year nothing gives: what follows is of that day, and of none before.
func (p *Page) ofUnknownDay(s document.Span) bool {
	dates := p.DatesIn(s)
	return len(dates) > 0 && dates[0].Partial && dates[0].Date.Year == 0 && dates[0].Date.Day > 0
}

// reportedOn is the day of the vote that the opening line at tells, in one of the next sentences that reports such a
// vote: of the same person or of a whole committee.
func (p *Page) reportedOn(c claim, at int) *mention.DateMention {
	for k := at + 1; k < min(len(p.Sentences), at+1+voteAhead); k++ {
		s := p.Sentences[k]
		d := p.plainDay(s)
		if d == nil {
			continue
		}
		verbs := p.Lists.Words.VoteIn
		if c.status == record.Ends {
			verbs = p.Lists.Words.VoteOut
		}
		if p.looksBackAt(s) || !p.sessionOn(d, s) || !p.anyOf(s, verbs) || !p.speaksOf(p.peopleIn(p.Sentences[at]), s) {
			return nil
		}
		return d
	}
	return nil
}

// speaksOf reports whether a sentence names one of the people, or nobody.
func (p *Page) speaksOf(who []*mention.Person, s document.Span) bool {
	people := p.peopleIn(s)
	for _, other := range people {
		if slices.Contains(who, other) {
			return true
		}
	}
	return len(people) == 0
}

// looksBackAt reports whether a sentence tells what lies before the event reported: "Trước đó, ngày 1/4, …", "Ông A trước đó
// đã được điều động giữ chức …".
func (p *Page) looksBackAt(s document.Span) bool {
	i := s.I
	if n := p.ItemFrom(i); n < len(p.Items) && p.Items[n].Person != nil && p.Items[n].I <= i+1 {
		i = p.Items[n].J
	}
	return i < s.J && p.Toks[i].Is("trước") && p.NextIn(i+1, s.J, &p.Lists.Words.Ago)
}

// sessionTime is the time of a session that a sentence can tell: its day, its days ("từ ngày 5-4 đến ngày 16-4-1977"), or,
// as histories have it, the month or the year in which it met ("Đại hội lần thứ I họp năm 1931").
func (p *Page) sessionTime(s document.Span) (first record.Date, last *mention.DateMention) {
	if d := p.plainDay(s); d != nil {
		return d.Date, d
	}
	dates := p.DatesIn(s)
	for i := range dates {
		d := &dates[i]
		switch {
		case d.Date.Year == 0 || d.Since || p.BornThere(d) || p.CitedThere(d.I):
		case d.Until && i > 0 && dates[i-1].Since && days(dates[i-1].Date, d.Date) < shortTerm:
			return dates[i-1].Date, d
		case !d.Until && d.Date.Day == 0 && d.After.Unit == "" && p.metIn(s, d.I):
			return d.Date, d
		}
	}
	return first, nil
}

// metIn reports whether a congress or a session that a sentence names first met at the time at token i, and nobody is
// named before: "Đại hội lần thứ I họp bí mật năm 1931".
func (p *Page) metIn(s document.Span, i int) bool {
	for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < i; k++ {
		if p.Items[k].Person != nil {
			return false
		}
	}
	named := false
	for k := s.I; k < i; k++ {
		named = named || p.Is(k, gazetteer.OfCongress|gazetteer.OfSession) && p.NextIn(k+1, i, &p.Lists.Words.MeetingNoun)
		if named && p.Lists.Words.Met.Has(p.Toks[k]) {
			return true
		}
	}
	return false
}

// plainDay is the last day in a sentence on which something happens: no birth, no date of a document, no side of a
// range.
func (p *Page) plainDay(s document.Span) *mention.DateMention {
	var best *mention.DateMention
	dates := p.DatesIn(s)
	for i := range dates {
		if d := &dates[i]; d.Date.Day != 0 && d.Date.Year != 0 && !d.Since && !d.Until && !p.BornThere(d) && !p.CitedThere(d.I) && !p.inName(d.I) {
			best = d
		}
	}
	return best
}

// inName reports whether the date at token i is part of the name of a file: "anh-2025-10-14".
func (p *Page) inName(i int) bool {
	return i > 0 && p.Toks[i-1].Is("-", "_") && !p.Toks[i].Space && !p.Toks[i-1].Space
}

// sessionOn reports whether a sentence tells of a session on a day, or of a vote, and not of the news of it: "Kết quả
// được công bố ngày 22/10".
func (p *Page) sessionOn(d *mention.DateMention, s document.Span) bool {
	session := false
	for i := s.I; i < s.J && !session; i++ {
		session = p.Lists.Words.Session.Has(p.Toks[i]) || p.sitsAt(i, s) || p.Is(i, gazetteer.OfSession|gazetteer.OfCongress) && p.NextIn(i+1, s.J, &p.Lists.Words.MeetingNoun)
	}
	return session && !p.announcedIn(s)
}

// sitsAt reports whether the National Assembly sits by the words at token i: "Quốc hội tiếp tục làm việc tại hội trường".
func (p *Page) sitsAt(i int, s document.Span) bool {
	if !p.Pair(i, s.J, &p.Lists.Words.AtWork) {
		return false
	}
	for k := i - 1; k > s.I && k > i-effectReach; k-- {
		if p.Lists.Words.AssemblyName.Has(p.Toks[k-1], p.Toks[k]) {
			return true
		}
	}
	return false
}

// announcedIn reports whether a decision or a result is made known or handed over in the tokens of s.
func (p *Page) announcedIn(s document.Span) bool {
	for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < s.J; k++ {
		if p.Items[k].Event == gazetteer.MPresent && p.anyOf(p.Items[k].Span, p.Lists.Words.Announce) {
			return true
		}
	}
	return false
}

// sameOccasion reports whether sentence s can tell of the session of sentence before: where it names a congress by
// its number, the other names no other one.
func (p *Page) sameOccasion(s, before document.Span) bool {
	mine, named := map[int]bool{}, false
	for _, c := range p.Congresses {
		if c.I >= s.I && c.I < s.J && !c.ByTerm {
			mine[c.Ordinal], named = true, true
		}
	}
	if !named {
		return true
	}
	for _, c := range p.Congresses {
		if c.I >= before.I && c.I < before.J && !c.ByTerm {
			return mine[c.Ordinal]
		}
	}
	return true
}

// ofSession is the time of a vote in a session: its day, or of several days the month that they lie in.
func (p *Page) ofSession(c claim, first record.Date, last *mention.DateMention) period {
	if first == last.Date && !last.Many {
		return period{on: last}
	}
	if !p.voted(c) || first.Year != last.Date.Year || first.Month != last.Date.Month {
		return period{}
	}
	month := *last
	month.Date.Day, month.Until, month.Many = 0, false, false
	return period{on: &month}
}

// dayCounts reports whether a day that leads to the vote of a claim is the day of it: no result is made known between
// them, and no election approved.
func (p *Page) dayCounts(c claim, d *mention.DateMention) bool {
	s := p.Sentences[p.SentOf[c.post.I]]
	if d.I < s.I || d.I > c.post.I { // of another sentence, or behind
		return true
	}
	if p.announcedIn(document.Span{I: max(s.I, d.I-effectReach), J: c.post.I}) {
		return false
	}
	return !c.elected || !p.anyOf(document.Span{I: d.J, J: c.post.I}, p.Lists.Words.Approval)
}
