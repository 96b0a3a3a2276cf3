package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// The box of a page about a person loses its bars where the page was copied as plain text: a label and what stands beside it
// are then parted by a tab, a colon or the end of the line.
//
//	Bí thư Tỉnh ủy Sơn La
//	Nhiệm kỳ	11/1986 – 9/1992
//	Kế nhiệm: Hoàng Ngân Cấp

// plainBox claims what the lines from the sentence on say that are such a box, and passes over them.
func (l *linker) plainBox() {
	k := l.SentOf[l.sent.I]
	if l.termBelow(k) < 0 || len(l.nodes) != 1 || l.nodes[0].posts == nil || !l.onlyPost(l.sent) {
		return
	}
	who := l.main
	if who == nil {
		who = l.titlePerson()
	}
	if who == nil {
		return
	}
	sent := l.sent
	for next := k; next >= 0; k = next {
		l.boxPassed = max(k, l.boxPassed)
		next = l.plainOffice(who, k)
	}
	l.sent, l.box = sent, nil
	l.nodes[0].bound = true
}

// titlePerson is the person whose name is all that the first line has, or nil.
func (l *linker) titlePerson() *mention.Mention {
	s := l.Sentences[0]
	if m := l.firstPerson(s); m != nil && l.noWords(s.I, m.Head) && l.noWords(m.J, s.J) {
		return m
	}
	return nil
}

// termBelow is the line below line k that tells a term, perhaps over one that says that it lasts ("Đương nhiệm"), or -1.
func (l *linker) termBelow(k int) int {
	if k++; k < len(l.Sentences) && l.Sentences[k].J-l.Sentences[k].I == 2 && l.Lists.Words.InOffice.Has(l.Toks[l.Sentences[k].I]) {
		k++
	}
	if k < len(l.Sentences) && l.plainTerm(l.Sentences[k]) {
		return k
	}
	return -1
}

// plainTerm reports whether a line begins with the label of a term.
func (l *linker) plainTerm(s document.Span) bool {
	return l.Pair(s.I, s.J, &l.Lists.Words.Term) && l.Toks[s.I].Upper() && l.Toks[s.I].Breaks > 0
}

// onlyPost reports whether a line is a post and nothing else.
func (l *linker) onlyPost(s document.Span) bool {
	n := l.ItemFrom(s.I)
	return n < len(l.Items) && l.Items[n].Post != nil && l.Items[n].I == s.I && l.Items[n].J == s.J && l.Items[n].Post.Org != nil
}

// plainOffice claims the post of line k for the person of the page, with its term and the people below it, and gives the line
// of the post that comes next, or -1.
func (l *linker) plainOffice(who *mention.Mention, k int) int {
	po, row := l.Items[l.ItemFrom(l.Sentences[k].I)].Post, l.Sentences[k]
	term := l.termBelow(k)
	value, at := l.valueOf(term, l.Sentences[term].I+2)
	told := l.ReadPeriod(value)
	st := l.stintIn(told)
	l.box, l.boxEnd = []*mention.Post{po}, st.to
	l.past = !told.Lasts && (!st.to.IsZero() || !st.from.IsZero() && l.years(st.from) > longTerm)
	l.sent = row
	own := len(l.claims)
	c := l.claim(who, po, record.Holds, "infobox", document.Span{I: row.I, J: value.J})
	c.told, c.lasts = &st, c.lasts || told.Lasts
	for k = at + 1; k < len(l.Sentences); k++ {
		s := l.Sentences[k]
		switch {
		case l.onlyPost(s) && l.termBelow(k) > 0:
			return k
		case l.Toks[s.I].Kind == text.Number: // "4 năm, 303 ngày"
			continue
		}
		behind, ok := l.plainRow(k)
		if !ok {
			return -1
		}
		if l.ColumnOf(s).Role == "after" && st.to.IsZero() && !told.Lasts && own < len(l.claims) {
			l.claims[own].status = record.Former
		}
		k = behind
		l.boxPassed = k
	}
	return -1
}

// valueOf is what stands beside the label of line k that ends before token i, and the line where it ends: the rest of the
// line, or the next one.
func (l *linker) valueOf(k, i int) (document.Span, int) {
	s := l.Sentences[k]
	for i < s.J && l.Toks[i].Kind == text.Punct && !l.Toks[i].Is("-") {
		i++
	}
	if i < s.J || k+1 >= len(l.Sentences) {
		return document.Span{I: i, J: s.J}, k
	}
	return l.Sentences[k+1], k + 1
}

// plainRow claims what line k below a term says of others, and gives the line at which that ends; false for a line that is
// none of the box.
func (l *linker) plainRow(k int) (end int, ok bool) {
	s := l.Sentences[k]
	col, n := l.Lists.Columns.Find(l.Toks[:s.J], s.I)
	po, status := l.box[0], record.Former
	switch m := l.ItemFrom(s.I); {
	case n > 0 && col.Role == "before":
	case n > 0 && col.Role == "after":
		status = l.followed()
	case m < len(l.Items) && l.Items[m].Post != nil && l.Items[m].I == s.I:
		n = l.Items[m].J - s.I
		if po = l.labelPost(l.Items[m].Span); !l.past {
			status = record.Holds
		}
	case l.Lists.Words.BoxLabel.Has(l.Toks[s.I]):
		_, end = l.valueOf(k, s.I+2)
		return end, true
	default:
		return k, false
	}
	value, end := l.valueOf(k, s.I+n)
	who := l.firstPerson(value)
	if who == nil || who.Head != value.I {
		return k, n > 0 && po == l.box[0]
	}
	l.sent = l.Sentences[end]
	for m := l.ItemFrom(value.I); m < len(l.Items) && l.Items[m].I < value.J; m++ {
		if who = l.Items[m].Person; who != nil {
			l.boxHolder(who, po, status)
		}
	}
	return end, true
}
