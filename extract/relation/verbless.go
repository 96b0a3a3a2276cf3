package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// verbless links the posts that a biography, a sheet or the notice of a death tells without a verb and without a name to
// the person of whom it tells: "Vào Đảng ngày 5-5-1958; Ủy viên Trung ương Đảng khóa VI; nguyên Bộ trưởng Bộ Thủy lợi.",
// "- Bộ trưởng Bộ Thủy lợi (7/1976 - 1/1980)".
func (l *linker) verbless() {
	l.formerGoesOn()
	if l.profile == nil || l.inTable() || l.list != nil && l.list.served && l.list.heading && len(l.list.posts) > 0 && len(l.nodes) == 1 && l.isHeading(0) {
		return // below "Giám đốc" and a name stands "Phó Giám đốc", and a name again
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		switch {
		case n.people != nil && n.people[0].Who != l.profile.who.Who && l.parens(l.sent.I, n.I) == 0:
			return // the sentence speaks of somebody else
		case n.posts == nil || n.bound || !l.standsFree(n.Span) || l.acts(t) || l.speaksOn(n.J):
			continue
		}
		n.bound = true
		n.holders, n.what = []*mention.Mention{l.profile.who}, gazetteer.MLink
		for _, po := range n.posts {
			l.freePost(l.profile.who, po, l.wayBefore(t), "verbless", n.J)
		}
	}
}

// speaksOn reports whether the sentence goes on from token i over something set apart with what somebody says: "Bí thư Đảng ủy phường 6 - nơi gia
// đình bà cư ngụ, cho biết …" is of nobody who is named.
func (l *linker) speaksOn(i int) bool {
	if i >= l.sent.J || !l.Toks[i].Is(",", "-", "(") {
		return false
	}
	for k := i + 1; k+1 < l.sent.J; k++ {
		if l.Toks[k].Is(",", "-", ")") {
			if _, n := l.Lists.Verbs.Find(l.Toks[:l.sent.J], k+1); n > 0 {
				return true
			}
		}
	}
	return false
}

// wayBefore is how a series without a verb of its own stands: as the one before it in the sentence, from which something
// that is not recorded parts it: "từng là Giám đốc Trường Chính trị, Phó Bí thư Huyện ủy".
func (l *linker) wayBefore(t int) record.Status {
	if status := l.labelStatus(l.nodes[t].I); status != "" {
		return status
	}
	for k := t - 1; k >= 0; k-- {
		switch n := l.nodes[k]; {
		case n.event == gazetteer.MFormer, n.what == gazetteer.MFormer:
			return record.Former
		case n.event != "" && n.event != gazetteer.MLink:
			return record.Holds
		}
	}
	return record.Holds
}

// labelStatus is what the label of a line of a sheet, before a colon at token i, says of the posts behind it: "07. Chức danh đề
// nghị: Phó Giám đốc Sở Y tế"; "" when it says nothing.
func (l *linker) labelStatus(i int) record.Status {
	if i == l.sent.I || !l.Toks[i-1].Is(":") || i-l.sent.I > longestLabel {
		return ""
	}
	k := l.sent.I
	for k < i-1 && l.Toks[k].Kind != text.Word {
		k++
	}
	label := document.Span{I: k, J: i - 1}
	if col := l.ColumnOf(label); col.Role == "post" && col.Status != record.Holds {
		return col.Status
	}
	for ; k < label.J; k++ {
		if m, n := l.Lists.Events.Find(l.Toks[:label.J], k); n > 0 && m == gazetteer.MNominate {
			return record.Nominated
		}
	}
	return ""
}

// longestLabel is the number of tokens of the label of a line at most.
const longestLabel = 14

// freePost claims a post that stands in a line or a part of a sentence without a verb, with the time behind it.
func (l *linker) freePost(who *mention.Mention, po *mention.Post, status record.Status, rule string, end int) {
	if po.Status != "" {
		status = po.Status
	}
	c := l.claim(who, po, status, rule, document.Span{I: l.sent.I, J: end})
	told := l.timeBehind(po)
	if told.IsZero() {
		told = l.timeAbove
	}
	if !told.IsZero() {
		st := l.stintIn(told)
		c.told, c.lasts = &st, c.lasts || told.Lasts
	}
}

// standsFree reports whether a series of posts stands between signs, as an item of a list does: at the begin of a line,
// behind a semicolon, a comma or a colon, and at its end no word goes on.
func (l *linker) standsFree(s document.Span) bool {
	i := s.I
	if i > l.sent.I && !l.noWords(l.sent.I, i) && !l.Toks[i-1].Is(";", ",", ":", "-", "•", "+", ".") {
		return false
	}
	if s.J >= l.sent.J || l.diesBehind(s.J) || l.timeFollows(s.J) {
		return true
	}
	t := l.Toks[s.J]
	return t.Kind == text.Punct && !t.Is("\"", "?", "!") || l.Lists.Words.TermLead.Has(t)
}

// timeFollows reports whether a time is told from token j on, and the item ends behind it: "Phó Chủ tịch HĐND tỉnh từ 12/1989
// đến 1994; …".
func (l *linker) timeFollows(j int) bool {
	if !l.Lists.Words.PeriodFrom.Has(l.Toks[j]) && !l.Lists.Words.PeriodTo.Has(l.Toks[j]) {
		return false
	}
	for _, d := range l.DatesIn(document.Span{I: j, J: l.sent.J}) {
		if d.I-j > nearWord || d.Date.Year == 0 {
			return false
		}
		if j = d.J; j >= l.sent.J || l.Toks[j].Is(";", ".") {
			return true
		}
	}
	return false
}

// timeBehind is the time in the brackets or behind the colon that follow a post of a sheet: "(7/1976 - 1/1980)", ": từ
// 4/1966". The sentence's own rules read the others.
func (l *linker) timeBehind(po *mention.Post) mention.CellPeriod {
	j := po.J
	if j >= l.sent.J || !l.Toks[j].Is("(", ":") && !(l.Toks[j].Is(",") && l.IsYear(j+1) && l.Next(j+2, l.sent.J, "-")) {
		return mention.CellPeriod{}
	}
	to := l.sent.J
	if l.Toks[j].Is("(") {
		to = l.Closing(j, l.sent.J) - 1
	}
	for k := j + 1; k < to; k++ {
		if l.Toks[k].Is(";") {
			to = k
		}
	}
	for n := l.ItemFrom(j); n < len(l.Items) && l.Items[n].I < to; n++ {
		if l.Items[n].Post != nil || l.Items[n].Person != nil {
			return mention.CellPeriod{}
		}
	}
	return l.ReadPeriod(document.Span{I: j + 1, J: to})
}

// formerGoesOn links the posts that go on with a list of those that somebody held, over an item that is not recorded:
// "từng là Giám đốc Trường cán bộ Hội Nông dân, Phó Bí thư Huyện ủy Kim Bảng".
func (l *linker) formerGoesOn() {
	var holders []*mention.Mention
	for t := range l.nodes {
		n := &l.nodes[t]
		switch {
		case n.what == gazetteer.MFormer && len(n.holders) == 1:
			holders = n.holders
		case n.event == gazetteer.MFormer && l.opensCareer(n.J):
			holders = l.holderBefore(t)
		case n.people != nil, n.event != "" && n.event != gazetteer.MLink, n.posts != nil && l.toldBefore(t):
			holders = nil // "từng là Bí thư Huyện ủy trước khi về làm Giám đốc Sở"
		case n.posts == nil || n.bound || holders == nil || !l.standsFree(n.Span) || l.acts(t):
			continue
		default:
			n.bound, n.holders, n.what = true, holders, gazetteer.MFormer
			for _, po := range n.posts {
				l.claim(holders[0], po, record.Former, "event-former", document.Span{I: holders[0].Head, J: n.J})
			}
		}
	}
}

// opensCareer reports whether a list of posts opens a few words behind token i: "kinh qua các vị trí:".
func (l *linker) opensCareer(i int) bool {
	for k := i; k < min(l.sent.J, i+nearVerb); k++ {
		if l.Toks[k].Kind == text.Punct {
			return l.Toks[k].Is(":")
		}
	}
	return false
}

// holderBefore is the one person whom the sentence names last before node t, or else the one of whom it goes on to tell.
func (l *linker) holderBefore(t int) []*mention.Mention {
	for k := t - 1; k >= 0; k-- {
		if n := &l.nodes[k]; n.people != nil {
			if len(n.people) == 1 && n.role == "" {
				return n.people
			}
			return nil
		}
	}
	if l.subject != nil && l.barePronoun(l.sent.I, l.nodes[t].I) {
		return []*mention.Mention{l.subject}
	}
	return nil
}
