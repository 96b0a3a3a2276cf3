package relation

import "github.com/nhiemky/nhiemky/extract/gazetteer"

// handsOutPosts reports whether decisions are handed out on the posts of series t: "trao các quyết định đối với chức vụ Ủy viên Ban
// Thường vụ Tỉnh ủy gồm: ông A, …".
func (l *linker) handsOutPosts(t int) bool {
	i := l.nodes[t].I
	if !l.Lists.Words.PostWord.Has(l.Toks[max(l.sent.I, i-1)]) {
		return false
	}
	for k := t - 1; k >= 0; k-- {
		if n := &l.nodes[k]; n.event == gazetteer.MPresent && l.anyOf(n.Span, l.Lists.Words.Announce) {
			return true
		}
	}
	return false
}
