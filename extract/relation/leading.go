package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// sameSeries reports whether only separators stand between tokens i and j.
func (p *Page) sameSeries(i, j int) bool {
	for ; i < j; i++ {
		if p.Toks[i].Kind != text.Punct && !p.Lists.Words.AndAlso.Has(p.Toks[i]) || p.Toks[i].Is("(", ")", ";", "|") {
			return false
		}
	}
	return true
}

// leading is the time that leads to the post in its sentence, nearest to it: "Giai đoạn 2009-2012, ông giữ chức
// …". A time that stands with another post, or that the sentence goes on from ("rồi", "trước đó"), is none.
func (p *Page) leading(c claim, s document.Span) (t period) {
	dates := p.DatesIn(document.Span{I: s.I, J: c.post.I})
	for i := len(dates) - 1; i >= 0; i-- {
		d := &dates[i]
		if d.Date.Year == 0 || p.BornThere(d) || p.ofPost(d, s) || d.Date.Day != 0 && p.CitedThere(d.I) || p.ofItemBefore(d, c.post.I, s) || p.closedBracket(d.I, c.post.I, s) && !(d.Until && i > 0 && dates[i-1].Since && !p.closedBracket(dates[i-1].I, c.post.I, s)) {
			continue
		}
		if p.InBefore(d.I, &p.Lists.Words.Then) || p.heldThen(d.J, c.post.I) || p.beforeDay(d) || p.closesClause(d, s) || p.ofOtherVerb(d, c.post.I, s) {
			return period{before: d}
		}
		if d.Many {
			return p.ofSession(c, d.Date, d)
		}
		if p.goesOn(d.J, c.post.I) || p.Next(c.post.J, s.J, "sau") && p.NextIn(c.post.J+1, s.J, &p.Lists.Words.ThatOne) {
			return period{before: d}
		}
		if p.oneByOne(d.J, c.post.I) {
			return period{on: d, loose: true}
		}
		switch {
		case d.Until && i > 0 && dates[i-1].Since && days(dates[i-1].Date, d.Date) < shortTerm:
			return p.ofSession(c, dates[i-1].Date, d) // of a congress
		case d.Until && i > 0 && dates[i-1].Since:
			return period{from: dates[i-1].Date, to: d.Date, left: p.Next(c.post.J, s.J, "rồi")}
		case d.Until:
			return period{to: d.Date}
		case d.Since:
			return period{from: d.Date}
		}
		return period{on: d}
	}
	return t
}

// closesClause reports whether a date ends what a verb before it tells, and the sentence goes on with "và" and a pronoun: "Ông A
// được bầu năm 1998 và ông cũng là Chủ tịch Hội".
func (p *Page) closesClause(d *mention.DateMention, s document.Span) bool {
	if !p.Next(d.J, s.J, "và") || !p.NextIn(d.J+1, s.J, &p.Lists.Words.Address) {
		return false
	}
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].J <= d.I; n++ {
		if p.Items[n].Event != "" {
			return true
		}
	}
	return false
}

// ofOtherVerb reports whether a date is that of a verb behind which the sentence goes on about the same person, in front of
// token i: "Ông vào bộ đội năm 1951, làm Chính trị viên".
func (p *Page) ofOtherVerb(d *mention.DateMention, i int, s document.Span) bool {
	if !p.Next(d.J, i, ",") || d.Since || d.Until || d.I-s.I < 3 {
		return false
	}
	n := p.ItemFrom(d.J)
	if n >= len(p.Items) || p.Items[n].Event != gazetteer.MLink || p.Items[n].I-d.J > 2 || p.Items[n].J != i {
		return false
	}
	first := s.I
	if p.Lists.Words.Address.Has(p.Toks[first]) {
		first++
	} else if k := p.ItemFrom(first); k < len(p.Items) && p.Items[k].Person != nil && p.Items[k].I == first {
		first = p.Items[k].J
	} else {
		return false
	}
	for k := first; k < d.I; k++ {
		if p.Toks[k].Kind == text.Punct {
			return false
		}
	}
	for k := p.ItemFrom(first); k < len(p.Items) && p.Items[k].I < d.I; k++ {
		if p.Items[k].Post != nil {
			return false // "trúng cử đại biểu Quốc hội năm 1997, làm …"
		}
	}
	return d.I-first > 1
}

// ofItemBefore reports whether a date stands behind the post of an item that a semicolon parts from token i: "Phó Chủ tịch HĐND
// tỉnh từ 12/1989 đến 1994; Trưởng Ban Dân tộc".
func (p *Page) ofItemBefore(d *mention.DateMention, i int, s document.Span) bool {
	parted := false
	for k := d.J; k < i; k++ {
		parted = parted || p.Toks[k].Is(";")
	}
	if !parted {
		return false
	}
	for n := p.ItemFrom(d.I) - 1; n >= 0 && p.Items[n].I >= s.I; n-- {
		switch {
		case p.Items[n].Post != nil:
			return true
		case p.Items[n].Date == nil:
			return false
		}
	}
	return false
}

// beforeDay reports whether a day is told before which something was so, and not that it ended then: "Trước ngày 1/7/2025,
// ông là …".
func (p *Page) beforeDay(d *mention.DateMention) bool {
	return d.Until && d.Date.Day != 0 && d.I > 1 && (p.Toks[d.I-1].Is("trước") || p.Toks[d.I-2].Is("trước"))
}

// heldThen reports whether a clause of time leads from a date in front of token i to a post at token j: "triển khai từ
// ngày 5/4/2019, khi ông A làm Giám đốc".
func (p *Page) heldThen(i, j int) bool {
	for k := j - 1; k >= i && !p.Toks[k].Is(","); k-- {
		if p.Lists.Words.When.Has(p.Toks[k]) && !p.NextIn(k+1, j, &p.Lists.Words.ThatTime) {
			return true
		}
	}
	return false
}

// oneByOne reports whether words in tokens [i, j) say that posts were held one after the other: "lần lượt giữ các chức
// vụ".
func (p *Page) oneByOne(from, j int) bool {
	for i := from; i+1 < j; i++ {
		if p.Lists.Words.OneByOne.Has(p.Toks[i]) {
			return true
		}
	}
	for n := p.ItemFrom(from); n < len(p.Items) && p.Items[n].J <= j; n++ {
		if p.Items[n].Event == gazetteer.MFormer && p.anyOf(p.Items[n].Span, p.Lists.Words.PassThrough) {
			return true // "công tác từ năm 1985, đã trải qua các chức vụ"
		}
	}
	return false
}

// shortTerm is the number of days from which a range that leads to a post can be a term of office and not a meeting.
const shortTerm = 32
