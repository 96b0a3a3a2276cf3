package extract

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
		l.past = l.over(st.to) || st.to.IsZero() && !st.from.IsZero() && l.years(st.from) > longTerm
	case !l.toks[row.i].Is("|"):
		l.past = false
	}
	switch {
	case l.boxPost() != nil && l.main != nil && l.termRow(l.rowAfter(row)):
		n := l.boxPost()
		n.bound = true
		l.box, l.boxed = n.posts, 0
		term := l.rowAfter(row)
		for _, po := range n.posts {
			l.claim(l.main, po, Holds, "infobox", span{row.i, term.j}).line = term
		}
	case l.box == nil:
	case !l.toks[row.i].Is("|"):
		l.box = nil
	case l.next(row.i+1, row.j, "tiền") && l.next(row.i+2, row.j, "nhiệm") && l.next(row.i+3, row.j, "|"):
		for _, n := range l.nodes {
			for _, who := range n.people {
				l.claim(who, l.box[0], Former, "infobox", span{who.head, who.j})
			}
		}
	}
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
	if only == nil || only.posts[0].org == nil || !l.toks[l.sent.j-1].Is("|") || !l.plainBefore(only.i) || l.sent.j-only.j > maxSkip {
		return nil
	}
	return only
}

// rowAfter is the next line when it is a row of a table, or an empty span.
func (l *linker) rowAfter(s span) span {
	k := l.sentOf[s.i] + 1
	if k >= len(l.sentences) || !l.toks[l.sentences[k].i].Is("|") {
		return span{}
	}
	return l.sentences[k]
}

// termRow reports whether a row tells a term: "| Nhiệm kỳ | 2002 – 2007 |".
func (l *linker) termRow(s span) bool {
	return s.j > s.i && l.next(s.i+1, s.j, "nhiệm") && l.next(s.i+2, s.j, "kỳ") && l.next(s.i+3, s.j, "|")
}
