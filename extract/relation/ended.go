package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Some posts are over though no word says so: the body or its place was dissolved before the document, or the page is one
// of history.

// graceDays is the number of days after the end of a body within which news still speaks of its posts as held.
const graceDays = 62

// newsAgain is the same for an event: one that is told so long after the end of its body is no news. Sooner it is a slip of
// the text, or of its day, which is not covered up.
const newsAgain = 3 * 365

// bodyOver reports whether a body, one that it is part of, or its place had ended when the document was written: the
// Huyện ủy of a district of 2026, the Bộ Công nghiệp of 2010.
func (p *Page) bodyOver(o *mention.Org, grace int) bool {
	for q := o; q != nil; q = q.Parent {
		if q.Named != nil && q.Unit == nil {
			if b, ok := p.Lists.Body(q.Named.Id); ok && p.endedBefore(b.To, grace) {
				return true
			}
		}
	}
	u := o.Place()
	return u != nil && u.Level < 3 && u.Name != "" && p.endedBefore(p.Lists.EndOf(u.Kind, u.Name), grace)
}

// endedBefore reports whether what ended on a day was over for a while when the document was written; of a page of an
// encyclopedia, which has no day, in the last year that it speaks of.
func (p *Page) endedBefore(to record.Date, grace int) bool {
	switch {
	case to.IsZero() || p.YearGuessed:
		return false
	case p.Published.IsZero():
		year, _ := p.now()
		return p.Encyclopedia && to.Year < year
	}
	return to.Last().Plus(grace).Compare(p.Published) < 0
}

// history reports whether a document without a day tells of nothing but what lies decades back: every claim of a page of
// an encyclopedia, and of another text those whose sentence tells a year, or of which the sentence before does and a verb
// goes on.
func (p *Page) history(c claim) bool {
	year, _ := p.now()
	if !p.Published.IsZero() || year == 0 || year > lastHistory {
		return false
	}
	if c.post.Status == "" && statedBeside(c.rule) && p.mainPerson() == nil && p.saysFormer() {
		return false
	}
	k := p.SentOf[c.post.I]
	goesOn := k > 0 && (strings.HasPrefix(c.rule, "event-") || c.rule == "identity") && p.tellsYear(k-1)
	return p.Encyclopedia || p.tellsYear(k) || goesOn || p.titledThroughTime()
}

// saysFormer reports whether a page about no person says of several posts that they are over, so that the others last: "A, nguyên Giám
// đốc Công an Hà Nội", "B, Giám đốc Công an Hà Nội".
func (p *Page) saysFormer() bool {
	if p.formers == 0 {
		p.formers = 1
		for i := range p.Items {
			if po := p.Items[i].Post; po != nil && po.Status == record.Former {
				p.formers++
			}
		}
	}
	return p.formers > leastFormer
}

// leastFormer is the number of posts of which a page says that they are over from which it says it of all.
const leastFormer = 5

// titledThroughTime reports whether the title of a document is that of a list of all times: "DANH SÁCH TỈNH ỦY VIÊN QUA CÁC THỜI
// KỲ (1946 - 1960)".
func (p *Page) titledThroughTime() bool {
	for _, s := range p.Sentences[:min(titleLines, len(p.Sentences))] {
		line := s.J-s.I <= 2*longestListHead && s.J < len(p.Toks) && p.Toks[s.J].Breaks > 0 && !p.Toks[s.J-1].Is(".")
		for i := s.I; line && i+1 < s.J; i++ {
			if p.Lists.Words.ThroughTime.Has(p.Toks[i], p.Toks[i+1]) {
				return true
			}
		}
	}
	return false
}

// tellsYear reports whether sentence k has a date with a year that is not that of a birth.
func (p *Page) tellsYear(k int) bool {
	for _, d := range p.DatesIn(p.Sentences[k]) {
		if d.Date.Year > 0 && !p.BornThere(&d) {
			return true
		}
	}
	return false
}

// untilRetired reports whether words behind the post of a claim say that it was held to the end of the career or the life:
// "… cho đến khi nghỉ hưu", "… trước khi nghỉ hưu".
func (p *Page) untilRetired(c claim) bool {
	s := p.Sentences[p.SentOf[c.post.I]]
	w := &p.Lists.Words
	for k := c.post.J; k+2 < s.J && k < c.post.J+document.MaxSkip && !p.Toks[k].Is(";"); k++ {
		if (w.PeriodTo.Has(p.Toks[k]) && c.status == record.Holds || p.Toks[k].Is("trước")) && w.When.Has(p.Toks[k+1]) && w.CareerEnd.Has(p.Toks[k+2]) {
			return true
		}
		if n := p.ItemFrom(k); n < len(p.Items) && p.Items[n].I == k && p.Items[n].Post != nil {
			return false
		}
	}
	return false
}

// onwardFrom reports whether words behind the post of a claim lead on to the next post of the career: "làm Trưởng phòng rồi
// Phó Chủ tịch", "được bổ nhiệm làm Trưởng phòng, sau đó chuyển sang làm Phó Chủ tịch".
func (p *Page) onwardFrom(c claim) bool {
	if c.rule != "event-link" && c.rule != "event-start" {
		return false
	}
	j := c.post.J
	if p.Next(j, len(p.Toks), ",") {
		j++
	}
	switch {
	case p.Next(j, len(p.Toks), "rồi"):
	case p.NextIn(j, len(p.Toks), &p.Lists.Words.Then) && p.NextIn(j+1, len(p.Toks), &p.Lists.Words.That): // "sau đó"
		j++
	default:
		return false
	}
	n := p.ItemFrom(j)
	return n < len(p.Items) && p.SentOf[p.Items[n].I] == p.SentOf[c.post.I] && p.Items[n].I <= j+nearWord && (p.Items[n].Post != nil || p.Items[n].Event == gazetteer.MLink || p.Items[n].Event == gazetteer.MMove || p.Items[n].Event == gazetteer.MStart)
}

// toldOfBefore reports whether a word beside an event puts it into the month or the year before the document: "đã được phân
// công … hồi tháng trước".
func (p *Page) toldOfBefore(c claim) bool {
	s := p.Sentences[p.SentOf[c.post.I]]
	for _, d := range p.DatesIn(document.Span{I: max(s.I, min(c.at.I, c.post.I)), J: s.J}) {
		if d.After.Ago() && !p.partEnds(min(c.post.J, d.I), d.I) {
			return true
		}
	}
	return false
}

// bracketRetired is the day in the bracket behind the one who leaves a post from which he retires: "miễn nhiệm … đối với
// ông A (nghỉ hưu từ ngày 1/7)".
func (p *Page) bracketRetired(c claim) record.Date {
	s := p.Sentences[p.SentOf[c.post.I]]
	open := max(c.who.J, c.post.J)
	if !p.Next(open, s.J, "(") {
		return record.Date{}
	}
	stop, retired := open+1, false
	for stop < s.J && !p.Toks[stop].Is(")") {
		stop++
	}
	for n := p.ItemFrom(open); n < len(p.Items) && p.Items[n].I < stop; n++ {
		retired = retired || p.Items[n].Event == gazetteer.MRetire
	}
	for _, d := range p.DatesIn(document.Span{I: open, J: stop}) {
		if retired && d.Since && d.Date.Year > 0 {
			return d.Date
		}
	}
	return record.Date{}
}
