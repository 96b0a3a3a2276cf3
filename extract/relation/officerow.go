package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// officeRow claims what a row of a box says whose label is a post: all whom its other cell names hold it. On the page of a
// person those of a post for one held it one after the other while the person had an office, else they do together.
//
//	| Phó Trưởng ban (3) | Trần Văn A (thường trực) Lê Thị B Cao Bá C |
func (l *linker) officeRow(row document.Span) {
	if !l.Encyclopedia || !l.Barred {
		return
	}
	label, value, ok := l.boxCells(row)
	if !ok || l.inTold(row.I) {
		return
	}
	ofPerson := l.main != nil || l.titlePerson() != nil
	if ofPerson && l.ofLostOffice(label) {
		l.bindRow(row)
		return
	}
	po := l.rowPost(label)
	if po == nil {
		return
	}
	people := l.namesAlone(value)
	if len(people) < 2 {
		return // one beside a post is read as such
	}
	l.bindRow(row)
	for k, who := range people {
		status := record.Holds
		if ofPerson && (l.past || po.Title.Seat && k+1 < len(people)) {
			status = record.Former
		}
		l.boxHolder(who, po, status)
	}
}

// ofLostOffice reports whether the label of a row in the box of a person is one in a bare Đảng ủy: it is that of the
// office above, whose own row was lost, and no body that the text names. "| Bí thư Đảng ủy | Trần Văn A |"
func (l *linker) ofLostOffice(label document.Span) bool {
	k := l.ItemFrom(label.I)
	if k >= len(l.Items) || l.Items[k].Post == nil || l.Items[k].I != label.I || l.Items[k].J != label.J {
		return false
	}
	o := l.Items[k].Post.Org
	return o != nil && o.Kind != nil && o.Kind.Name == gazetteer.PartyCommittee && (o.Taken)
}

// bindRow keeps what a row of a box says from other rules.
func (l *linker) bindRow(row document.Span) {
	for t := range l.nodes {
		if n := &l.nodes[t]; n.I >= row.I && n.J <= row.J {
			n.bound = true
		}
	}
}

// boxCells are the two cells of a row that has no more.
func (l *linker) boxCells(row document.Span) (label, value document.Span, ok bool) {
	r := l.BarRow(row.I, row.J)
	var filled []document.Span
	for _, c := range r.Cells {
		if c.I < c.J {
			filled = append(filled, c)
		}
	}
	if len(filled) != 2 {
		return label, value, false
	}
	return filled[0], filled[1], true
}

// rowPost is the post that a label is, perhaps with the number of its holders in brackets, in the body that it names or that the
// page is about; nil for another label.
func (l *linker) rowPost(label document.Span) *mention.Post {
	k := l.ItemFrom(label.I)
	if k >= len(l.Items) || l.Items[k].Post == nil || l.Items[k].I != label.I || l.Items[k].J > label.J {
		return nil
	}
	for i := l.Items[k].J; i < label.J; i++ {
		if l.Toks[i].Kind == text.Word {
			return nil
		}
	}
	po := *l.Items[k].Post
	if po.Org != nil && !po.Guessed {
		return &po
	}
	if o := l.titleOrg(); o != nil && (po.Title.Unit == "" || l.leads(po.Title, o)) && l.suits(po.Title, o) {
		po.Org, po.Guessed = o, false
		return &po
	}
	return nil
}

// namesAlone are the people of a cell that has nothing but names and brackets; none for another.
func (l *linker) namesAlone(c document.Span) (people []*mention.Mention) {
	at := c.I
	for n := l.ItemFrom(c.I); n <= len(l.Items); n++ {
		end := c.J
		last := n == len(l.Items) || l.Items[n].I >= c.J
		if !last {
			if end = l.Items[n].I; l.Items[n].Person == nil && l.parens(c.I, end) == 0 {
				return nil
			}
		}
		if l.parens(c.I, end) == 0 && !l.bracketed(at, end) {
			return nil
		}
		if last {
			return people
		}
		if l.parens(c.I, end) == 0 {
			people = append(people, l.Items[n].Person)
		}
		at = l.Items[n].J
	}
	return people
}

// bracketed reports whether tokens [i, j) have no words but in brackets.
func (l *linker) bracketed(i, j int) bool {
	depth := 0
	for ; i < j; i++ {
		switch t := l.Toks[i]; {
		case t.Is("(", "["):
			depth++
		case t.Is(")", "]"):
			depth--
		case depth <= 0 && t.Kind == text.Word:
			return false
		}
	}
	return true
}
