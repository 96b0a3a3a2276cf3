package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A vote may be told once for all whom it elects, away from their names: in the line over a list ("Hội nghị lần thứ nhất ngày
// 27-12-2000 bầu:"), at the head of minutes, in the text of an assembly that confirms its own vote, and, for deputies, as the day of
// the polls ("cuộc bầu cử ngày 25 tháng 4 năm 2004").

// datedTogether gives drafts that begin or end by a vote the day that the document tells for all of them.
func (p *Page) datedTogether(drafts []draft) {
	polls, sat := p.pollingDay(), p.minutesDay()
	passed := p.ofCouncil()
	for i := range drafts {
		d := &drafts[i]
		if !d.byDecision() || !d.From.IsZero() || !d.To.IsZero() || d.step || p.toldBack(d.claim) || d.Status == record.Starts && p.goesOnWith(d.claim) {
			continue
		}
		var day record.Date
		switch {
		case d.Status == record.Starts && passed && p.confirms(d.claim):
			day = p.Own.Date
		case d.Status == record.Starts && p.isDeputy(d.Post):
			day = polls
		case d.claim.below != nil:
			day = p.dayOver(d.claim)
		}
		if day.IsZero() && p.votedIn(d.claim) {
			day = sat
		}
		if d.Status == record.Starts {
			d.From = day
		} else {
			d.To = day
		}
	}
}

// ofCouncil reports whether the document is a resolution of a people's council, which is passed on the day of the vote that it
// confirms.
func (p *Page) ofCouncil() bool {
	o := p.Issuer()
	return o != nil && o.Kind != nil && o.Kind.Place && o.Branch() == "assembly"
}

// dayOver is the day of the vote that the line over the list of a claim tells, or that of the session that it is part of;
// else zero.
func (p *Page) dayOver(c claim) record.Date {
	for list := c.below; list != nil; list = list.over {
		s := p.Sentences[list.at]
		verbs := p.Lists.Words.VoteIn
		if c.status == record.Ends {
			verbs = p.Lists.Words.VoteOut
		}
		if !p.anyOf(s, verbs) || p.anyOf(s, p.Lists.Words.Approval) || p.tellsResult(s) {
			continue
		}
		if d := p.plainDay(s); d != nil {
			if p.announcedIn(s) || d.Many {
				return record.Date{}
			}
			return d.Date
		}
		if d := p.dayOfVote(c, s); d != nil {
			return d.Date
		}
	}
	return record.Date{}
}

// minutesDay is the day that the lines below the heading of minutes tell before anybody is named: "Thời gian: 8 giờ ngày 24 tháng 10 năm
// 2025"; zero elsewhere.
func (p *Page) minutesDay() (day record.Date) {
	for _, h := range p.Headings {
		if h.Kind != "minutes" || h.I >= p.Notes {
			continue
		}
		for k := p.SentOf[h.I]; k < len(p.Sentences) && k <= p.SentOf[h.I]+minutesLines; k++ {
			if d := p.plainDay(p.Sentences[k]); d != nil {
				return d.Date
			}
			if len(p.peopleIn(p.Sentences[k])) > 0 {
				break
			}
		}
	}
	return day
}

// minutesLines is the number of lines below the heading of minutes in which their day is told.
const minutesLines = 8

// votedIn reports whether the sentence of a claim has a verb for the vote that gives or ends its post.
func (p *Page) votedIn(c claim) bool {
	verbs := p.Lists.Words.VoteIn
	if c.status == record.Ends {
		verbs = p.Lists.Words.VoteOut
	}
	return p.anyOf(p.Sentences[p.SentOf[c.post.I]], verbs) && !p.looksBackAt(p.Sentences[p.SentOf[c.post.I]])
}

// isDeputy reports whether a post is that of one whom voters elect: "Đại biểu".
func (p *Page) isDeputy(post string) bool {
	w := p.Words(post)
	return len(w) == 2 && p.Lists.Words.DeputySeat.Has(w[0], w[1])
}

// pollingDay is the only day on which the document says that deputies were elected: "cuộc bầu cử ngày 25 tháng 4 năm 2004", "kết quả
// bầu cử bổ sung …, tổ chức ngày 2/11/2025"; zero where it tells none or several.
func (p *Page) pollingDay() (day record.Date) {
	for k := range p.Dates {
		d := &p.Dates[k]
		if d.Date.Day == 0 || d.Date.Year == 0 || d.Since || d.Until || d.I >= p.Notes || p.CitedThere(d.I) || !p.pollsBefore(d.I) {
			continue
		}
		if !day.IsZero() && day != d.Date {
			return record.Date{}
		}
		day = d.Date
	}
	return day
}

// pollsBefore reports whether the polls are told before the date at token i of a sentence, which is when they were held.
func (p *Page) pollsBefore(i int) bool {
	s := p.Sentences[p.SentOf[i]]
	held := false
	for k := i - 1; k > s.I && k > i-pollsReach; k-- {
		switch t := p.Toks[k]; {
		case p.Lists.Words.Election.Has(p.Toks[k-1], t):
			return held || i-k <= pollsNear && !p.announcedIn(document.Span{I: s.I, J: k})
		case p.Lists.Words.Held.Has(p.Toks[k-1], t):
			held = true
		}
	}
	return false
}

const (
	pollsReach = 20 // tokens from "bầu cử" to the day on which it is said to be held
	pollsNear  = 4  // tokens from "bầu cử" to a day that follows it
)
