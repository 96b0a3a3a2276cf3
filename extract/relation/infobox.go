package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// infobox links the rows of a box about a person, as encyclopedias set beside a biography: a row that is nothing but
// a post, then the row of its term, then perhaps who held the post before.
//
//	Bộ trưởng Bộ Công nghiệp Nhẹ | |
//	| Nhiệm kỳ | 1975 – 2/1977 |
//	| Tiền nhiệm | Kha Vạng Cân |
func (l *linker) infobox() {
	row := l.sent
	switch {
	case l.termRow(row):
		if l.boxed++; l.boxed > 1 {
			l.box = nil // of a post whose row was lost
		}
		st := l.lineStint(row)
		l.boxEnd = st.to
		l.past = !st.to.IsZero() || st.to.IsZero() && !st.from.IsZero() && l.years(st.from) > longTerm
	case !l.Toks[row.I].Is("|"):
		l.past = false
	}
	switch {
	case l.boxPost() != nil && l.main != nil && l.termRow(l.rowAfter(row)):
		n := l.boxPost()
		n.bound = true
		l.box, l.boxed = n.posts, 0
		term := l.rowAfter(row)
		l.boxFrom = len(l.claims)
		for _, po := range n.posts {
			l.claim(l.main, po, record.Holds, "infobox", document.Span{I: row.I, J: term.J}).line = term
		}
	case l.box == nil:
		l.officeRow(row)
	case !l.Toks[row.I].Is("|"):
		l.box = nil
	default:
		l.boxRow(row)
	}
}

// boxRow claims what a row of the box says of others: who held the post before and after, who were the deputies, who was
// the head of the body.
//
//	| Phó Bí thư | Trần Văn B (từ 12/1997) |
//	| Kế nhiệm | Lê Văn C |
func (l *linker) boxRow(row document.Span) {
	r := l.BarRow(row.I, row.J)
	if len(r.Cells) < 2 || r.Cells[0].I == r.Cells[0].J {
		return
	}
	label := r.Cells[0]
	po, status := l.box[0], record.Former
	switch role := l.ColumnOf(label).Role; {
	case (role == "before" || role == "after") && po.Title.Family == "member":
		return // nobody comes after one of many
	case role == "before":
	case role == "after":
		status = l.followed()
		l.endOpen(row)
	default:
		if po = l.labelPost(label); po == nil {
			return
		}
		if !l.past {
			status = record.Holds
		}
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts != nil && n.I == label.I {
			n.bound = true
		}
		for _, who := range n.people {
			if n.I >= label.J {
				l.boxHolder(who, po, status)
			}
		}
	}
}

// endOpen makes the posts of the box those of the past when a row names who came after and their term has no end:
// "| Nhiệm kỳ | 24 tháng 5 năm 2004 – |".
func (l *linker) endOpen(row document.Span) {
	if !l.boxEnd.IsZero() || l.firstPerson(row) == nil {
		return
	}
	for k := l.boxFrom; k < len(l.claims); k++ {
		if c := &l.claims[k]; c.rule == "infobox" && c.who == l.main && c.status == record.Holds && !c.lasts && !l.saysPresent(c.line) {
			c.status = record.Former
		}
	}
}

// saysPresent reports whether a line says that a time lasts: "2004 – nay".
func (l *linker) saysPresent(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if l.Lists.Words.PeriodNow.Has(l.Toks[i]) {
			return true
		}
	}
	return false
}

// boxHolder claims a post for someone whom a row of the box names, with the time in the brackets behind the name.
func (l *linker) boxHolder(who *mention.Mention, po *mention.Post, status record.Status) {
	c := l.claim(who, po, status, "infobox", document.Span{I: who.Head, J: who.J})
	c.told = &stint{}
	if l.Next(who.J, l.sent.J, "(") {
		if told := l.ReadPeriod(document.Span{I: who.J + 1, J: l.Closing(who.J, l.sent.J) - 1}); !told.IsZero() {
			st := l.stintIn(told)
			c.told = &st
		}
	}
}

// labelPost is the post that the label of a row names, in the organisation of the box when it has none of its own; nil for
// another label.
func (l *linker) labelPost(label document.Span) *mention.Post {
	k := l.ItemFrom(label.I)
	if k >= len(l.Items) || l.Items[k].Post == nil || l.Items[k].I != label.I || l.Items[k].J != label.J {
		return nil
	}
	po := *l.Items[k].Post
	if own := po.Org; own != nil && !po.Guessed && !own.Generic() && !own.Taken && own.Bare == "" {
		return &po // "Thủ tướng Chính phủ" in the box of a minister
	}
	po.Org, po.Guessed = l.box[0].Org, false
	return &po
}

// followed is how a post stands for the one who took it up at the end of the term of the box: held, as far as is known,
// when that was a few years ago.
func (l *linker) followed() record.Status {
	if !l.boxEnd.IsZero() && !l.Published.IsZero() && l.years(l.boxEnd) <= fewYears {
		return record.Holds
	}
	return record.Former
}

// longTerm is the number of years after which a term without an end is over.
const longTerm = 10

// boxPost is the post that a row consists of, or nil.
func (l *linker) boxPost() *node {
	var only *node
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil && n.event == "" && n.people == nil {
			continue
		}
		if n.posts == nil || only != nil {
			return nil
		}
		only = n
	}
	if only == nil || only.posts[0].Org == nil || l.emptyRow(only.posts[0]) || !l.Toks[l.sent.J-1].Is("|") || !l.plainBefore(only.I) || l.sent.J-only.J > document.MaxSkip {
		return nil
	}
	return only
}

// emptyRow reports whether a row is one of an office whose holder is left out, below the term of another: "| Thủ tướng | |"
// below "| Nhiệm kỳ | 2011 – 2016 |", or below rows that name such holders, for a post that is one person's. The row of an
// office of its own has no bar before it there.
func (l *linker) emptyRow(po *mention.Post) bool {
	if !l.Toks[l.sent.I].Is("|") {
		return false
	}
	k := l.SentOf[l.sent.I] - 1
	for k > 0 && l.Toks[l.Sentences[k].I].Is("|") && l.bare(l.Sentences[k]) {
		k-- // several such rows
	}
	if k < 0 || !l.Toks[l.Sentences[k].I].Is("|") {
		return false
	}
	above := l.Sentences[k]
	return l.termRow(above) || l.box != nil && (po.Title.Seat || po.Guessed) && l.firstPerson(above) != nil
}

// bare reports whether a row has a first cell and nothing behind it.
func (l *linker) bare(s document.Span) bool {
	r := l.BarRow(s.I, s.J)
	for _, c := range r.Cells[min(1, len(r.Cells)):] {
		if c.J > c.I {
			return false
		}
	}
	return len(r.Cells) > 0
}

// rowAfter is the next line when it is a row of a table, or an empty span.
func (l *linker) rowAfter(s document.Span) document.Span {
	k := l.SentOf[s.I] + 1
	if k >= len(l.Sentences) || !l.Toks[l.Sentences[k].I].Is("|") {
		return document.Span{}
	}
	return l.Sentences[k]
}

// termRow reports whether a row tells a term: "| Nhiệm kỳ | 2002 – 2007 |".
func (l *linker) termRow(s document.Span) bool {
	return s.J > s.I && l.Pair(s.I+1, s.J, &l.Lists.Words.Term) && l.Next(s.I+3, s.J, "|")
}
