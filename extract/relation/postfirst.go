package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// postsFirst gives the posts of a list under a verb, each before its holder and a dash, to those: "HĐND huyện bầu các chức
// danh: Chủ tịch HĐND - ông A; Phó Chủ tịch HĐND - bà B".
func (l *linker) postsFirst() {
	k, status, what := l.verbOverList(), record.Starts, gazetteer.MStart
	if k < 0 {
		if !l.pairsInLine() {
			return
		}
		status, what = record.Holds, ""
	}
	for t := k + 1; t+1 < len(l.nodes); t++ {
		n, who := &l.nodes[t], &l.nodes[t+1]
		if n.posts == nil || n.bound || len(who.people) == 0 || len(who.people) > 1 && status != record.Holds || !l.dashTo(n.J, who.people[0].Head) {
			continue
		}
		n.bound, n.holders, n.what = true, who.people, what
		for _, m := range who.people {
			for _, po := range n.posts {
				l.claim(m, po, status, "list", document.Span{I: n.I, J: who.J})
			}
		}
	}
}

// pairsInLine reports whether the sentence begins with two pairs of a post and a name with a dash between, or more: "Bí thư - Trần Văn A, Phó Bí
// thư - Lê Văn B và Phạm Văn C".
func (l *linker) pairsInLine() bool {
	pairs := 0
	for t := 0; t+1 < len(l.nodes); t += 2 {
		n, who := &l.nodes[t], &l.nodes[t+1]
		if n.posts == nil || n.bound || who.people == nil || !l.dashTo(n.J, who.people[0].Head) || t == 0 && !l.plainItem(n.I) || t > 0 && !l.Toks[n.I-1].Is(",", ";") {
			return false
		}
		pairs++
	}
	return pairs > 1
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
