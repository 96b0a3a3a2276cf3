package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// career is a list of posts that a line opens for a person: "Ông đã giữ nhiều chức vụ như:".
type career struct {
	who    *mention.Mention
	status record.Status
}

// openCareer opens the list of someone's posts when the sentence ends in "… chức vụ:" and names none.
func (l *linker) openCareer() {
	k := len(l.nodes) - 1
	if !l.Toks[l.sent.J-1].Is(":") || k < 0 || l.nodes[k].event != gazetteer.MLink && l.nodes[k].event != gazetteer.MFormer || l.sent.J-l.nodes[k].J > 6 {
		return
	}
	if o := l.list; o != nil && (o.joined || o.founded) && !o.served && o.idle == 0 {
		return // "Quốc hội bầu Chính phủ mới gồm:"
	}
	status, who := record.Holds, l.subject
	for ; k >= 0 && l.nodes[k].posts == nil; k-- {
		if l.nodes[k].event == gazetteer.MFormer {
			status = record.Former
		}
		if l.nodes[k].people != nil {
			who = l.nodes[k].people[0]
			break
		}
	}
	if one := l.about(); one != nil {
		who = one
	} else if who == l.subject && k < 0 && l.sent.J-l.sent.I > shortLead && !l.barePronoun(l.sent.I, l.sent.J) {
		return // "Người được bầu phải là Ủy viên Bộ Chính trị đang giữ một trong các chức danh sau:"
	}
	for i := l.sent.I; i < l.sent.J; i++ {
		if l.Lists.Words.CareerLead.Has(l.Toks[i]) {
			status = record.Former
		}
	}
	if who != nil {
		l.career = &career{who, status}
	}
}

// shortLead is the number of words of a line that opens somebody's list and names nobody at most: "Các chức vụ đã qua:".
const shortLead = 10

// careerGoesOn gives the posts of a line that names nobody to the person whose list is open. A line of another
// shape ends the list.
func (l *linker) careerGoesOn() {
	if l.career == nil {
		return
	}
	first := true
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.date != nil && first {
			continue
		}
		if n.people != nil || first && (n.posts == nil || !l.plainBefore(n.I) || l.labelsPost(t)) {
			l.career = nil
			return
		}
		first = false
		if n.posts == nil || n.bound {
			continue
		}
		n.bound = true
		for _, po := range n.posts {
			l.freePost(l.career.who, po, l.career.status, "career-line", n.J)
		}
	}
}

// labelsPost reports whether a colon parts series t from other posts: which office goes with it is told, and nobody's.
// "- Bí thư Đảng ủy: Phó Tham mưu trưởng đảm nhiệm"
func (l *linker) labelsPost(t int) bool {
	return t+1 < len(l.nodes) && l.nodes[t+1].posts != nil && l.Next(l.nodes[t].J, l.sent.J, ":") && l.nodes[t+1].I-l.nodes[t].J <= document.MaxSkip
}

// careerLine links a line of a curriculum vitae, "Từ tháng 10/2020: Bí thư Tỉnh ủy", to the person
// whom the text is about.
func (l *linker) careerLine() {
	about := l.subject
	if one := l.about(); one != nil {
		about = one
	}
	if about == nil || len(l.nodes) < 2 || l.nodes[0].date == nil || l.nodes[0].date.After.Unit != "" || !l.plainBefore(l.nodes[0].I) {
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.people != nil {
			return
		}
		if n.posts == nil || n.bound {
			continue
		}
		if l.nodes[0].date.Date.Day > 0 && !l.nodes[0].date.Until && n.J < l.sent.J && l.Toks[n.J].Breaks == 0 && l.NameWord(n.J) {
			return // "Ngày 7/9/1945, Chủ tịch Chính phủ lâm thời Hồ Chí Minh …" is of another
		}
		if n.I > l.sent.I && l.Lists.Words.Objective.Has(l.Toks[n.I-1]) {
			return // "Ngày 3/5/2019, tại buổi làm việc với Giám đốc Sở Y tế"
		}
		if l.behindName(n.I) {
			return // "Tháng 8/1945, Ban Thường vụ gồm: Trường Chinh (Tổng Bí thư), …" too
		}
		colon := false
		for k := l.nodes[0].J; k < n.I; k++ {
			colon = colon || l.Toks[k].Is(":", "-", ",")
		}
		if l.profile != nil && l.startsLine() {
			span := l.ReadPeriod(document.Span{I: l.sent.I, J: n.I})
			colon = colon || !span.From.IsZero() && (!span.To.IsZero() || span.Lasts) // "Từ 7/1995 đến 12/2000" over against the post
		}
		if !colon || l.acts(t) || l.farFromTime(t) || t+2 < len(l.nodes) && (l.nodes[t+1].event == gazetteer.MLink || l.nodes[t+1].event == gazetteer.MFormer) && l.nodes[t+2].people != nil {
			return // "Năm 2015, Chủ tịch UBND xã khi ấy là ông B"
		}
		n.bound = true
		for _, po := range n.posts {
			l.claim(about, po, record.Holds, "career-line", document.Span{I: l.sent.I, J: n.J})
		}
	}
}

// farFromTime reports whether many words stand between the time that opens the sentence and series t, the first thing that it
// tells, and no colon or dash: "Ngày 11/1/1960 tại Công viên Thống nhất, hàng ngàn người dân và Chủ tịch …".
func (l *linker) farFromTime(t int) bool {
	for k := 1; k < t; k++ {
		if l.nodes[k].event != "" || l.nodes[k].posts != nil {
			return false
		}
	}
	words, i := 0, l.nodes[t].I
	for k := l.nodes[0].J; k < i; k++ {
		if l.Toks[k].Is(":", "-") {
			return false
		}
		if l.Toks[k].Kind == text.Word {
			words++
		}
	}
	return words > farTime && !l.barePronoun(l.sent.I, i)
}

// farTime is the number of words between a time and a post of a line of a curriculum vitae.
const farTime = 10

// behindName reports whether token i opens a bracket behind capitalised words that a colon or a verb of naming parts from the rest: a
// name that is not known as one.
func (l *linker) behindName(i int) bool {
	k := i - 2
	if k <= l.sent.I || !l.Toks[i-1].Is("(") {
		return false
	}
	for k > l.sent.I && l.NameWord(k) {
		k--
	}
	return i-2-k > 1 && l.Toks[k].Is(":", "gồm")
}
