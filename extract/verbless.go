package extract

import "github.com/nhiemky/nhiemky/extract/text"

// verbless links the posts that a biography, a sheet or the notice of a death tells without a verb and without a name to
// the person of whom it tells: "Vào Đảng ngày 5-5-1958; Ủy viên Trung ương Đảng khóa VI; nguyên Bộ trưởng Bộ Thủy lợi.",
// "- Bộ trưởng Bộ Thủy lợi (7/1976 - 1/1980)".
func (l *linker) verbless() {
	l.formerGoesOn()
	if l.profile == nil || l.inTable() {
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		switch {
		case n.people != nil && n.people[0].who != l.profile.who.who && l.parens(l.sent.i, n.i) == 0:
			return // the sentence speaks of somebody else
		case n.posts == nil || n.bound || !l.standsFree(n.span) || l.acts(t):
			continue
		}
		n.bound = true
		n.holders, n.what = []*mention{l.profile.who}, mLink
		for _, po := range n.posts {
			l.freePost(l.profile.who, po, l.wayBefore(t), "verbless", n.j)
		}
	}
}

// wayBefore is how a series without a verb of its own stands: as the one before it in the sentence, from which something
// that is not recorded parts it: "từng là Giám đốc Trường Chính trị, Phó Bí thư Huyện ủy".
func (l *linker) wayBefore(t int) Status {
	for k := t - 1; k >= 0; k-- {
		switch n := l.nodes[k]; {
		case n.event == mFormer, n.what == mFormer:
			return Former
		case n.event != "" && n.event != mLink:
			return Holds
		}
	}
	return Holds
}

// freePost claims a post that stands in a line or a part of a sentence without a verb, with the time behind it.
func (l *linker) freePost(who *mention, po *post, status Status, rule string, end int) {
	if po.status != "" {
		status = po.status
	}
	c := l.claim(who, po, status, rule, span{l.sent.i, end})
	if told := l.timeBehind(po); !told.isZero() {
		st := l.stintIn(told)
		c.told, c.lasts = &st, c.lasts || told.lasts
	}
}

// standsFree reports whether a series of posts stands between signs, as an item of a list does: at the begin of a line,
// behind a semicolon, a comma or a colon, and at its end no word goes on.
func (l *linker) standsFree(s span) bool {
	i := s.i
	if i > l.sent.i && !l.noWords(l.sent.i, i) && !l.toks[i-1].Is(";", ",", ":", "-", "•", "+", ".") {
		return false
	}
	if s.j >= l.sent.j {
		return true
	}
	t := l.toks[s.j]
	return t.Kind == text.Punct && !t.Is("\"", "?", "!") || l.lists.words.TermLead.has(t)
}

// timeBehind is the time in the brackets or behind the colon that follow a post of a sheet: "(7/1976 - 1/1980)", ": từ
// 4/1966". The sentence's own rules read the others.
func (l *linker) timeBehind(po *post) cellPeriod {
	j := po.j
	if j >= l.sent.j || !l.toks[j].Is("(", ":") {
		return cellPeriod{}
	}
	to := l.sent.j
	if l.toks[j].Is("(") {
		to = l.closing(j, l.sent.j) - 1
	}
	for k := j + 1; k < to; k++ {
		if l.toks[k].Is(";") {
			to = k
		}
	}
	for n := l.itemFrom(j); n < len(l.items) && l.items[n].i < to; n++ {
		if l.items[n].post != nil || l.items[n].person != nil {
			return cellPeriod{}
		}
	}
	return l.readPeriod(span{j + 1, to})
}

// formerGoesOn links the posts that go on with a list of those that somebody held, over an item that is not recorded:
// "từng là Giám đốc Trường cán bộ Hội Nông dân, Phó Bí thư Huyện ủy Kim Bảng".
func (l *linker) formerGoesOn() {
	var holders []*mention
	for t := range l.nodes {
		n := &l.nodes[t]
		switch {
		case n.what == mFormer && len(n.holders) == 1:
			holders = n.holders
		case n.people != nil, n.event != "" && n.event != mLink:
			holders = nil
		case n.posts == nil || n.bound || holders == nil || !l.standsFree(n.span) || l.acts(t):
			continue
		default:
			n.bound, n.holders, n.what = true, holders, mFormer
			for _, po := range n.posts {
				l.claim(holders[0], po, Former, "event-former", span{holders[0].head, n.j})
			}
		}
	}
}
