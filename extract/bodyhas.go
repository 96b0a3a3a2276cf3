package extract

// bodyHas gives the posts that a sentence tells of a body the body: "Tổng cục Chính trị có Chủ nhiệm là Đại tướng A; các
// Phó Chủ nhiệm gồm: …".
func (l *linker) bodyHas() {
	body := (*org)(nil)
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil {
			continue
		}
		if o := l.bodyWith(n.i); o != nil {
			body = o
		}
		for _, po := range n.posts {
			if body == nil || po.org != nil && !po.guessed {
				continue
			}
			po.org, po.guessed = body, false
		}
	}
}

// bodyWith is the body that the words before token i say to have what stands there: "Tổng cục Chính trị có …"; else nil.
func (l *linker) bodyWith(i int) *org {
	for i > l.sent.i && l.toks[i-1].Is("các", "hai", "ba", "một") {
		i--
	}
	if i <= l.sent.i+1 || !l.toks[i-1].Is("có") {
		return nil
	}
	k := l.itemFrom(i) - 1
	if k < 0 || l.items[k].org == nil || l.items[k].j != i-1 {
		return nil
	}
	return l.items[k].org
}
