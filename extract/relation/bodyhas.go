package relation

import "github.com/nhiemky/nhiemky/extract/mention"

// bodyHas gives the posts that a sentence tells of a body the body: "Tổng cục Chính trị có Chủ nhiệm là Đại tướng A; các
// Phó Chủ nhiệm gồm: …".
func (l *linker) bodyHas() {
	body := (*mention.Org)(nil)
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil {
			continue
		}
		if o := l.bodyWith(n.I); o != nil {
			body = o
		}
		for _, po := range n.posts {
			if body == nil || po.Org != nil && !po.Guessed {
				continue
			}
			po.Org, po.Guessed = body, false
		}
	}
}

// bodyWith is the body that the words before token i say to have what stands there: "Tổng cục Chính trị có …"; else nil.
func (l *linker) bodyWith(i int) *mention.Org {
	for i > l.sent.I && l.Lists.Words.BodyCount.Has(l.Toks[i-1]) {
		i--
	}
	if i <= l.sent.I+1 || !l.Toks[i-1].Is("có") {
		return nil
	}
	k := l.ItemFrom(i) - 1
	if k < 0 || l.Items[k].Org == nil || l.Items[k].J != i-1 {
		return nil
	}
	return l.Items[k].Org
}
