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
		l.boxEnd = st.to
		l.past = !st.to.IsZero() || st.to.IsZero() && !st.from.IsZero() && l.years(st.from) > longTerm
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
	default:
		l.boxRow(row)
	}
}

// boxRow claims what a row of the box says of others: who held the post before and after, who were the deputies, who was
// the head of the body.
//
//	| Phó Bí thư | Trần Văn B (từ 12/1997) |
//	| Kế nhiệm | Lê Văn C |
func (l *linker) boxRow(row span) {
	r := l.barRow(row.i, row.j)
	if len(r.cells) < 2 || r.cells[0].i == r.cells[0].j {
		return
	}
	label := r.cells[0]
	po, status := l.box[0], Former
	switch role := l.columnOf(label).role; {
	case role == "before":
	case role == "after":
		status = l.followed()
	default:
		if po = l.labelPost(label); po == nil {
			return
		}
		if !l.past {
			status = Holds
		}
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts != nil && n.i == label.i {
			n.bound = true
		}
		for _, who := range n.people {
			if n.i >= label.j {
				l.boxHolder(who, po, status)
			}
		}
	}
}

// boxHolder claims a post for someone whom a row of the box names, with the time in the brackets behind the name.
func (l *linker) boxHolder(who *mention, po *post, status Status) {
	c := l.claim(who, po, status, "infobox", span{who.head, who.j})
	c.told = &stint{}
	if l.next(who.j, l.sent.j, "(") {
		if told := l.readPeriod(span{who.j + 1, l.closing(who.j, l.sent.j) - 1}); !told.isZero() {
			st := l.stintIn(told)
			c.told = &st
		}
	}
}

// labelPost is the post that the label of a row names, in the organisation of the box when it has none of its own; nil for
// another label.
func (l *linker) labelPost(label span) *post {
	k := l.itemFrom(label.i)
	if k >= len(l.items) || l.items[k].post == nil || l.items[k].i != label.i || l.items[k].j != label.j {
		return nil
	}
	po := *l.items[k].post
	if own := po.org; own != nil && !po.guessed && !own.generic() && !own.taken && own.bare == "" {
		return &po // "Thủ tướng Chính phủ" in the box of a minister
	}
	po.org, po.guessed = l.box[0].org, false
	return &po
}

// followed is how a post stands for the one who took it up at the end of the term of the box: held, as far as is known,
// when that was a few years ago.
func (l *linker) followed() Status {
	if !l.boxEnd.IsZero() && !l.published.IsZero() && l.years(l.boxEnd) <= fewYears {
		return Holds
	}
	return Former
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
