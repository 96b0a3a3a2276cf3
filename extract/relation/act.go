package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
)

// An official text that confirms an election tells in its preamble on which day the vote was.

// confirms reports whether the sentence of a claim confirms an election that was held before: "Phê chuẩn kết quả bầu".
func (p *Page) confirms(c claim) bool {
	for list := c.below; list != nil; list = list.over {
		if p.tellsResult(p.Sentences[list.at]) {
			return true
		}
	}
	return p.tellsResult(p.Sentences[p.SentOf[c.at.I]]) || c.rule == "list" && c.post.I < c.at.I && p.tellsResult(p.Sentences[p.SentOf[c.post.I]])
}

// tellsResult reports whether a sentence speaks of the result of an election.
func (p *Page) tellsResult(s document.Span) bool {
	for i := s.I; i+2 < s.J; i++ {
		if p.Lists.Words.ResultOf.Has(p.Toks[i], p.Toks[i+1]) && p.Lists.Words.Ballot.Has(p.Toks[i+2]) {
			return true
		}
	}
	return false
}

// votedOn gives the posts of an election that an official text confirms the day of the vote, which stands in the
// preamble with the post: "Sau khi xem biên bản bầu chức vụ Chủ tịch Hội đồng nhân dân tỉnh ngày 06 tháng 3 năm 1997".
func (p *Page) votedOn(drafts []draft) {
	if p.Own == nil {
		return
	}
	for i := range drafts {
		d := &drafts[i]
		if d.Status == record.Starts && d.From.IsZero() && p.confirms(d.claim) {
			d.From = p.voteOf(d)
		}
	}
}

// voteOf is the day that a sentence before a draft gives for the vote on its post, or zero.
func (p *Page) voteOf(d *draft) record.Date {
	for n := p.ItemFrom(d.claim.at.I) - 1; n >= 0; n-- {
		po := p.Items[n].Post
		if po == nil || po.Org == nil || !strings.EqualFold(po.Name, d.Post) || !strings.EqualFold(po.Org.Name(), d.Organization) {
			continue
		}
		s := p.Sentences[p.SentOf[po.I]]
		if day := p.lastDay(s); p.votes(s) && !day.IsZero() {
			return day
		}
	}
	return record.Date{}
}

// votes reports whether a sentence has a word for a vote.
func (p *Page) votes(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if p.Lists.Words.Ballot.Has(p.Toks[i]) {
			return true
		}
	}
	return false
}

// lastDay is the last full date of a sentence that is none of another document, or zero.
func (p *Page) lastDay(s document.Span) record.Date {
	var day record.Date
	for _, d := range p.DatesIn(s) {
		if d.Date.Day != 0 && !d.Partial && !p.CitedThere(d.I) && d.Date != p.Own.Date {
			day = d.Date
		}
	}
	return day
}
