package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// An event may concern somebody who is not named where it stands: a relative, whoever holds a post, several people.

// ofUnnamed reports whether the events of series t, behind node k, are told of somebody without a name: "người giữ chức vụ Chánh
// Thanh tra", "việc con gái ông được bầu", "bổ nhiệm em trai làm Giám đốc".
func (l *linker) ofUnnamed(t, k int) bool {
	if k+1 >= t || l.behind(t) != nil {
		return false
	}
	w, i, named := &l.Lists.Words, l.nodes[k+1].I, l.sent.I
	for n := k; n >= 0 && named == l.sent.I; n-- {
		if l.nodes[n].people != nil {
			named = l.nodes[n].J
		}
	}
	if i > l.sent.I+1 && w.Whoever.Has(l.Toks[i-1]) && !w.IsOrDoes.Has(l.Toks[i-2]) && i-2 != named {
		return true
	}
	if p := l.lastPronoun(named, i); p >= named && l.ofKin(p+1) {
		return true
	}
	given := false
	for e := k + 1; e < t; e++ {
		given = given || rank[l.nodes[e].event] >= rank[gazetteer.MStart]
		for j := l.nodes[e].J; given && j < l.nodes[e+1].I; j++ {
			if c, n := l.Lists.Frames.Find(l.Toks[:l.nodes[t].I], j); n > 0 && c == gazetteer.CKin {
				return true
			}
		}
	}
	return false
}

// besideOthers reports whether series t stands behind "kiêm" with a post that begins a new part of the sentence, and is of the
// one named behind it: "…; Trưởng phòng Nghiệp vụ kiêm Giám đốc Trung tâm, Cục Trợ giúp pháp lý, bà B được bổ nhiệm".
func (l *linker) besideOthers(t int) bool {
	if t < 2 || l.nodes[t-1].event != gazetteer.MLink || !l.Lists.Words.DutyLead.Has(l.Toks[l.nodes[t-1].I]) {
		return false
	}
	first := &l.nodes[t-2]
	return first.posts != nil && !first.took() && first.I > l.sent.I && l.Toks[first.I-1].Is(";") && l.nodes[t-1].I == first.J
}

// handedOutBy reports whether a person hands over the decision on series t that names nobody: "Chủ tịch UBND tỉnh A đã trao quyết
// định phê chuẩn kết quả bầu chức danh Chủ tịch UBND thành phố".
func (l *linker) handedOutBy(who *mention.Mention, t int) bool {
	for k := 0; k+1 < t; k++ {
		if n := &l.nodes[k]; n.people != nil && l.nodes[k+1].event == gazetteer.MPresent && n.people[0].Who == who.Who {
			return !l.barePronoun(n.J, l.nodes[t].I)
		}
	}
	return false
}

// ofSeveral reports whether series t is what several people get who are not named there: "được bổ sung thêm 3 ủy viên", "bầu
// chức danh ủy viên Ban Thường vụ đối với 2 nhân sự này".
func (l *linker) ofSeveral(t int) bool {
	n := &l.nodes[t]
	if l.behind(t) != nil || len(n.posts) > 1 {
		return false
	}
	if l.Pair(n.J, l.sent.J, &l.Lists.Words.AsFor) && l.several(n.J+2) {
		return true
	}
	return n.I > l.sent.I+1 && l.Toks[n.I-1].Kind == text.Number && l.Lists.Words.Adding.Has(l.Toks[n.I-2])
}

// several reports whether a number of more than one stands at token i.
func (l *linker) several(i int) bool {
	return i < l.sent.J && l.Toks[i].Kind == text.Number && !l.Toks[i].Is("1", "01")
}
