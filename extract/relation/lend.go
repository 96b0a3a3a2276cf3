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
