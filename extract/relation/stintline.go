package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// toldStint is the time that the structure of the document gives a claim, or else the bracket behind its post.
func (p *Page) toldStint(c claim, s document.Span) stint {
	st := *c.told
	if t, ok := p.bracketTime(c.post.J, s.J); ok && st.from.IsZero() && st.to.IsZero() {
		st.from, st.to, st.ranged = t.from, t.to, true
		st.step = st.step || c.rule == "table" && p.pastEnd(t.to)
	}
	return st
}

// listed is the time of a post in a line of a list or a career: that of the bracket behind the post or the name, or
// else that of the line.
func (p *Page) listed(c claim, line document.Span) stint {
	for _, j := range [2]int{c.post.J, c.who.J} {
		if j < line.I || j > line.J {
			continue
		}
		if t, ok := p.bracketTime(j, line.J); ok {
			return stint{from: t.from, to: t.to, step: p.pastEnd(t.to), ranged: true}
		}
	}
	if t, ok := p.plainYears(c.post.J, line.J); ok {
		return stint{from: t.from, to: t.to, step: p.pastEnd(t.to), ranged: true}
	}
	if p.oneByOne(line.I, c.post.I) {
		return stint{}
	}
	part := p.partOfLine(line, c.post.I)
	st := p.lineStint(part)
	if p.onwardPost(c.post.J, part.J) {
		st.to = record.Date{} // "1979-1988: Phó Chủ tịch rồi Chủ tịch"
	}
	if p.onwardPost(part.I, c.post.J) {
		st.from = record.Date{}
	}
	return st
}

// onwardPost reports whether "rồi" leads to a post in tokens [i, j), from one that stands right before it.
func (p *Page) onwardPost(i, j int) bool {
	for n := p.ItemFrom(i); n < len(p.Items) && p.Items[n].J <= j; n++ {
		if it := p.Items[n]; it.Post != nil && n > 0 && p.Items[n-1].Post != nil && p.Toks[it.I-1].Is("rồi") && it.I-p.Items[n-1].J <= 2 {
			return true
		}
	}
	return false
}

// partOfLine is the part of a line between semicolons in which token i stands, or, where no time is told there, all up to
// it: "1946-1949: A; 1950-1953: B, C; D".
func (p *Page) partOfLine(line document.Span, i int) document.Span {
	if i < line.I || i >= line.J {
		return line
	}
	part := line
	for k := line.I; k < line.J; k++ {
		if p.Toks[k].Is(";") && !p.InBracket(k, line) {
			if k > i {
				part.J = k
				break
			}
			if begins := p.DateFrom(k); begins < len(p.Dates) && p.Dates[begins].I < i {
				part.I = k + 1
			}
		}
	}
	return part
}

// pastEnd reports whether the end of a time that is told in a list lies back.
func (p *Page) pastEnd(to record.Date) bool {
	return !to.IsZero() && p.Published.IsZero() || p.over(to)
}

// dateClose reports whether a date stands directly behind token j, or in a bracket that opens there.
func (p *Page) dateClose(j int) bool {
	d := p.DateFrom(j)
	return d < len(p.Dates) && p.Dates[d].I-j <= 3 && (p.timeWords(j, p.Dates[d].I) || p.Toks[j].Is("(", ","))
}

// lineStint reads the dates of a line of a list or of a curriculum vitae: the first is the begin, the
// second the end.
func (p *Page) lineStint(s document.Span) (st stint) {
	for _, d := range p.DatesIn(s) {
		if d.Date.Year == 0 || p.InBracket(d.I, s) || p.ofLife(&d) {
			continue
		}
		switch {
		case d.Until && st.to.IsZero():
			st.to = d.Date
		case !d.Until && st.from.IsZero():
			st.from = d.Date
		}
	}
	st.step, st.ranged = p.pastEnd(st.to), true
	return st
}

// closedBracket reports whether token i of a sentence stands in a bracket behind a name or a post that token j does not
// stand in: what it tells is of those.
func (p *Page) closedBracket(i, j int, s document.Span) bool {
	if !p.InBracket(i, s) || p.InBracket(j, s) {
		return false
	}
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < i; n++ {
		if p.Items[n].Person != nil || p.Items[n].Post != nil {
			return true
		}
	}
	return false
}

// timeWords reports whether only words that lead to a date stand in tokens [i, j): "làm Bộ trưởng vào tháng
// 5/2013".
func (p *Page) timeWords(i, j int) bool {
	for ; i < j; i++ {
		if !p.Lists.Words.TimeLead.Has(p.Toks[i]) {
			return false
		}
	}
	return true
}

// atTime reports whether only a few words stand in tokens [i, j) and the last leads to a date: "Tổng Bí thư của Đảng vào
// tháng 3/1938".
func (p *Page) atTime(i, j int) bool {
	for k := i; k < j; k++ {
		if p.Toks[k].Kind == text.Punct {
			return false
		}
	}
	return j > i && j-i <= 4 && p.Lists.Words.AtTime.Has(p.Toks[j-1])
}
