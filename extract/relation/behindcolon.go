package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// duties gives the person at the head of an item the posts among the duties told behind the colon: "3. Phó Chủ tịch UBND tỉnh
// A: phụ trách văn hóa - xã hội; Trưởng Ban An toàn giao thông tỉnh. Kiêm Trưởng Ban Chỉ đạo giảm nghèo."
func (l *linker) duties() {
	from := l.sent.I
	if l.startsLine() {
		l.onDuty, from = l.headOfItem()
	}
	if l.onDuty == nil {
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		switch {
		case n.I < from:
		case n.people != nil:
			l.onDuty = nil
			return
		case n.posts != nil && !n.bound && l.dutyAt(n):
			n.bound = true
			for _, po := range n.posts {
				l.claim(l.onDuty, po, record.Holds, "list", document.Span{I: n.I, J: n.J})
			}
		}
	}
}

// headOfItem is the person whose name, perhaps with a post on either side, begins an item before a colon, and the token behind
// the colon.
func (l *linker) headOfItem() (*mention.Mention, int) {
	k := l.personAfter(0)
	if k < 0 || k > 1 || len(l.nodes[k].people) != 1 || l.Toks[l.sent.I].Kind == text.Word && l.sent.I > 0 && l.Toks[l.sent.I-1].Kind == text.Word {
		return nil, 0
	}
	first, last := l.nodes[0], l.nodes[k]
	if k == 1 && (first.posts == nil || first.J != last.I) || !l.plainItem(first.I) {
		return nil, 0
	}
	if k+1 < len(l.nodes) && l.nodes[k+1].posts != nil && l.apposed(last.J, l.nodes[k+1].I) && !l.Toks[last.J].Is(":") {
		last = l.nodes[k+1]
	}
	if !l.Next(last.J, l.sent.J, ":") || k == 0 && last.people != nil {
		return nil, 0
	}
	return l.nodes[k].people[0], last.J + 1
}

// dutyAt reports whether a series stands by itself among duties: behind a semicolon or at the begin of a sentence, perhaps
// behind "kiêm", and before a sign.
func (l *linker) dutyAt(n *node) bool {
	i := n.I
	for i > l.sent.I && l.Lists.Words.DutyLead.Has(l.Toks[i-1]) {
		i--
	}
	if i > l.sent.I && !l.Toks[i-1].Is(";") || i == l.sent.I && i == n.I && !l.Lists.Words.AtOnce.Has(l.Toks[i]) {
		return false
	}
	return n.J >= l.sent.J || l.Toks[n.J].Is(";", ".", ",")
}

// takesBehindColon gives the posts of node k to the person whom series t names in apposition, with nothing but a colon
// between the two: "1. Ông A, Phó Chủ tịch UBND tỉnh: Trưởng ban".
func (l *linker) takesBehindColon(t, k int) bool {
	n, own := &l.nodes[t], &l.nodes[k]
	if k != t+1 || own.posts == nil || own.bound || own.I != n.J+1 || !l.Toks[n.J].Is(":") || l.Toks[n.I].Breaks > 0 || l.Toks[n.I-1].Kind == text.Word {
		return false
	}
	who := l.leftName(t)
	if who == nil || k+1 < len(l.nodes) && l.nodes[k+1].people != nil && l.nodes[k+1].I == own.J {
		return false
	}
	own.bound = true
	for _, po := range own.posts {
		status := po.Status
		if status == "" {
			status = record.Holds
		}
		l.claim(who, po, status, "apposition-after", document.Span{I: who.Head, J: own.J})
	}
	return true
}

// speaksAt reports whether the colon behind series t, which is of a person named before it, leads to what that person says:
// "ông A, Phó Chủ tịch UBND tỉnh: "Chuyển đồng chí B nghiên cứu"", and node k is not the first of a list.
func (l *linker) speaksAt(t, k int) bool {
	if l.leftName(t) == nil {
		return false
	}
	for i := l.nodes[t].J; i < l.nodes[k].I; i++ {
		if l.Toks[i].Is("\"") || l.Toks[i].Kind == text.Word && !l.Lists.Words.ListLead.Has(l.Toks[i]) && !l.Lists.Words.Consisting.Has(l.Toks[i]) {
			return true
		}
	}
	return false
}
