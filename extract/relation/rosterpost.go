package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Which post each name of a list of holders has: the common one, or one that the list says more closely.

// oneHolder reports whether several posts are the label of a line with one name, that of node k: "- Phó Bí thư, Chủ tịch UBND tỉnh: ông A".
func (l *linker) oneHolder(t, k int) bool {
	n := &l.nodes[t]
	if len(n.posts) < 2 || !l.startsLine() || !l.plainItem(n.I) || !l.Next(n.J, l.sent.J, ":") && !(l.Next(n.J, l.sent.J, ".") && l.Next(n.J+1, l.sent.J, ".")) || len(l.nodes[k].people) != 1 {
		return false
	}
	for u := t + 1; u < len(l.nodes); u++ {
		if u != k && l.nodes[u].people != nil {
			return false
		}
	}
	for i := 1; i < len(n.posts); i++ {
		if t := l.Toks[n.posts[i].I-1]; !t.Is(",", "-") && !l.Lists.Words.AtOnce.Has(t) {
			return false
		}
	}
	return true
}

// inBodyBehind is the common post in the body that stands in brackets behind the name of node k: "Các Bộ trưởng: ông A (Bộ Y tế), ông B
// (Bộ Nội vụ)".
func (l *linker) inBodyBehind(k int, common *mention.Post) *mention.Post {
	j := l.nodes[k].J
	if u := l.placeBehind(j); u != nil && l.Toks[j].Is("(") {
		return l.placed(common, nil, u)
	}
	if !l.Next(j, l.sent.J, "(") || common.Title.Unit == "" {
		return common
	}
	n := l.ItemFrom(j + 1)
	if n >= len(l.Items) || l.Items[n].Org == nil || l.Items[n].I != j+1 || !l.Next(l.Items[n].J, l.sent.J, ")") || !mention.HasPrefixWords(l.Items[n].Org.Name(), common.Title.Unit) {
		return common
	}
	own := *common
	own.Org, own.Guessed = l.Items[n].Org, false
	return &own
}

// ownSeat is the node of the post behind the name of node k that is the common one in a body of its own: "các Chủ nhiệm: ông A làm Chủ nhiệm Ủy
// ban Pháp luật, ông B làm Chủ nhiệm Ủy ban Kinh tế"; or 0.
func (l *linker) ownSeat(k int, common *mention.Post) int {
	u := k + 1
	if u < len(l.nodes) && l.nodes[u].event == gazetteer.MLink && l.nodes[u].I == l.nodes[k].J {
		u++
	}
	if u == k+1 || u >= len(l.nodes) || len(l.nodes[k].people) != 1 || len(l.nodes[u].posts) != 1 || l.nodes[u].bound || l.nodes[u].I != l.nodes[u-1].J {
		return 0
	}
	if po := l.nodes[u].posts[0]; po.Title.Post != common.Title.Post || po.Org == nil || po.Guessed || po.Status != "" {
		return 0
	}
	return u
}

// closerPost is the post in brackets behind the name of node k when it says more closely which of the common post it is:
// "bầu 3 Phó Chủ tịch gồm: bà A (Phó Chủ tịch Thường trực), …"; else nil.
func (l *linker) closerPost(k int, common *mention.Post) *mention.Post {
	if k+1 >= len(l.nodes) || len(l.nodes[k].people) != 1 || len(l.nodes[k+1].posts) != 1 || !l.Toks[l.nodes[k+1].I-1].Is("(") {
		return nil
	}
	own := l.nodes[k+1].posts[0]
	if own.Title.Post != common.Title.Post || own.Name == common.Name || own.Status != "" {
		return nil
	}
	return own
}

// inBodyOf is the common post of series t in the body that the list names with a closer one of the same title, where the
// text names none with it.
func (l *linker) inBodyOf(common *mention.Post, t int) *mention.Post {
	if common.Org != nil && !common.Guessed {
		return common
	}
	for _, n := range l.nodes[t+1:] {
		for _, po := range n.posts {
			if po.Title.Post == common.Title.Post && po.Org != nil && !po.Guessed && po.Status != record.Former && !l.Toks[po.I-1].Is("từ") {
				own := *common
				own.Org, own.Guessed = po.Org, false
				return &own
			}
		}
	}
	return common
}

// tellBare gives a claim the time that stands behind the name of node k without brackets: "Các Bí thư: Trần Văn A 1947 - 1950, Lê Văn
// B, 1950 - 1955".
func (l *linker) tellBare(c *claim, k int) {
	i := l.nodes[k].J
	if l.Next(i, l.sent.J, ",", ":", "-") {
		i++
	}
	if i >= l.sent.J || !l.IsYear(i) || c.status != record.Holds {
		return
	}
	j := l.sent.J
	for t := k + 1; t < len(l.nodes); t++ {
		if l.nodes[t].date == nil {
			j = l.nodes[t].I - 1
			break
		}
	}
	if k := l.firstPart(i, j-1); k > i {
		j = k
	}
	told := l.ReadPeriod(document.Span{I: i, J: j})
	if told.From.IsZero() || told.To.IsZero() && !told.Lasts {
		return
	}
	st := l.stintIn(told)
	c.told, c.lasts = &st, c.lasts || told.Lasts
}
