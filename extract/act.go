package extract

import "strings"

// An official text that confirms an election tells in its preamble on which day the vote was.

// confirms reports whether the sentence of a claim confirms an election that was held before: "Phê chuẩn kết quả bầu".
func (p *page) confirms(c claim) bool {
	s := p.sentences[p.sentOf[c.at.i]]
	for i := s.i; i+2 < s.j; i++ {
		if p.toks[i].Is("kết") && p.toks[i+1].Is("quả") && p.lists.words.Ballot.has(p.toks[i+2]) {
			return true
		}
	}
	return false
}

// votedOn gives the posts of an election that an official text confirms the day of the vote, which stands in the
// preamble with the post: "Sau khi xem biên bản bầu chức vụ Chủ tịch Hội đồng nhân dân tỉnh ngày 06 tháng 3 năm 1997".
func (p *page) votedOn(drafts []draft) {
	if p.own == nil {
		return
	}
	for i := range drafts {
		d := &drafts[i]
		if d.Status == Starts && d.From.IsZero() && p.confirms(d.claim) {
			d.From = p.voteOf(d)
		}
	}
}

// voteOf is the day that a sentence before a draft gives for the vote on its post, or zero.
func (p *page) voteOf(d *draft) Date {
	for n := p.itemFrom(d.claim.at.i) - 1; n >= 0; n-- {
		po := p.items[n].post
		if po == nil || po.org == nil || !strings.EqualFold(po.name, d.Post) || !strings.EqualFold(po.org.name(), d.Organization) {
			continue
		}
		s := p.sentences[p.sentOf[po.i]]
		if day := p.lastDay(s); p.votes(s) && !day.IsZero() {
			return day
		}
	}
	return Date{}
}

// votes reports whether a sentence has a word for a vote.
func (p *page) votes(s span) bool {
	for i := s.i; i < s.j; i++ {
		if p.lists.words.Ballot.has(p.toks[i]) {
			return true
		}
	}
	return false
}

// lastDay is the last full date of a sentence that is none of another document, or zero.
func (p *page) lastDay(s span) Date {
	var day Date
	for _, d := range p.datesIn(s) {
		if d.date.Day != 0 && !d.partial && !p.citedThere(d.i) {
			day = d.date
		}
	}
	return day
}
