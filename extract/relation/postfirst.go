package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// postsFirst gives the posts of a list under a verb, each before its holder and a dash, to those: "HĐND huyện bầu các chức
// danh: Chủ tịch HĐND - ông A; Phó Chủ tịch HĐND - bà B".
func (l *linker) postsFirst() {
	k := l.verbOverList()
	if k < 0 {
		return
	}
	for t := k + 1; t+1 < len(l.nodes); t++ {
		n, who := &l.nodes[t], &l.nodes[t+1]
		if n.posts == nil || n.bound || len(who.people) != 1 || !l.dashTo(n.J, who.people[0].Head) {
			continue
		}
		n.bound, n.holders, n.what = true, []*mention.Mention{who.people[0]}, gazetteer.MStart
		for _, po := range n.posts {
			l.claim(who.people[0], po, record.Starts, "list", document.Span{I: n.I, J: who.J})
		}
	}
}

// verbOverList is the node of the verb of an election or an appointment that a colon follows, with a post and a dash before
// the first name behind it; else -1.
func (l *linker) verbOverList() int {
	for k := range l.nodes {
		n := &l.nodes[k]
		if n.event != gazetteer.MStart && n.event != gazetteer.MMove {
			continue
		}
		t := k + 1
		for t < len(l.nodes) && l.nodes[t].event == gazetteer.MLink {
			t++
		}
		if t+1 < len(l.nodes) && l.nodes[t].posts != nil && l.nodes[t].I > l.sent.I && l.Toks[l.nodes[t].I-1].Is(":") && l.nodes[t].I-n.J <= maxAsked && l.nodes[t+1].people != nil && l.dashTo(l.nodes[t].J, l.nodes[t+1].people[0].Head) {
			return k
		}
	}
	return -1
}

// dashTo reports whether a dash is all that stands between tokens i and j.
func (l *linker) dashTo(i, j int) bool {
	return j-i == 1 && l.Toks[i].Is("-") && l.Toks[i].Space
}
