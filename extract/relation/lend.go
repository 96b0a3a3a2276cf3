package relation

import "github.com/nhiemky/nhiemky/extract/gazetteer"

// lendFromNext gives the deputy's post of somebody who becomes head the body that the text names with the head's post alone:
// "Thượng tá A, Phó Chỉ huy trưởng, giữ chức Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh Sóc Trăng".
func (l *linker) lendFromNext() {
	for t := 1; t+2 < len(l.nodes); t++ {
		n := &l.nodes[t]
		if n.posts == nil || l.nodes[t-1].people == nil || !l.apposed(l.nodes[t-1].J, n.I) {
			continue
		}
		next := t + 1
		for next < len(l.nodes) && (l.nodes[next].event == gazetteer.MLink || l.nodes[next].event == gazetteer.MStart || l.nodes[next].event == gazetteer.MMove) {
			next++
		}
		if next == t+1 || next == len(l.nodes) || l.nodes[next].posts == nil || l.stops(n.J, l.nodes[next].I) {
			continue
		}
		po, head := n.posts[len(n.posts)-1], l.nodes[next].posts[0]
		if (po.Org == nil || po.Guessed) && head.Org != nil && !head.Guessed && l.Lists.DeputyOf(po.Name, head.Name) {
			po.Org, po.Guessed = head.Org, true
		}
	}
}

// lendFromDeputy gives the post of a head that is named without its body the one that the text names with the deputy's, who
// comes next: "bầu ông A giữ chức Chủ tịch, các ông B, C giữ chức Phó Chủ tịch Hội Nông dân huyện".
func (l *linker) lendFromDeputy() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if t == 0 || n.posts == nil || l.nodes[t-1].event == "" || !l.Next(n.J, l.sent.J, ",", ";", "và") {
			continue
		}
		po := n.posts[len(n.posts)-1]
		if po.Org != nil && !(po.Guessed && po.Title.Family == "chair") || !po.Title.Seat {
			continue
		}
		for u := t + 2; u < len(l.nodes) && l.nodes[t+1].people != nil; u++ {
			if l.nodes[u].posts == nil || l.nodes[u-1].event == "" {
				continue
			}
			if next := l.nodes[u].posts[0]; next.Org != nil && !next.Guessed && l.Lists.DeputyOf(next.Name, po.Name) {
				po.Org, po.Guessed = next.Org, true
			}
			break
		}
	}
}
