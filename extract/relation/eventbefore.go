package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// Which verb leads to a post, a name or a list of names.

// eventsBefore gathers the events that lead to series t, and the first node before them.
func (l *linker) eventsBefore(t int) (what gazetteer.Meaning, k int) {
	at := l.nodes[t].I
	ends, aimed := false, false
	for k = t - 1; k >= 0; k-- {
		n := l.nodes[k]
		gap := at - n.J
		aimed = aimed || what != "" && l.hasIn(document.Span{I: n.J, J: at}, &l.Lists.Words.Aim)
		if aimed && n.event == gazetteer.MEnd {
			break // "thôi giữ chức … để tham gia Ban Thường vụ"
		}
		if n.event == "" {
			if n.people == nil && n.posts == nil && gap <= 6 && !l.stops(n.J, at) {
				at = n.I
				continue
			}
			break
		}
		if gap > l.reach(k, at) || l.stops(n.J, at) || what == gazetteer.MFormer && gap > 0 {
			break // "bị cách chức, cũng như bị xóa tư cách Bộ trưởng"
		}
		if l.thatPost(&n, at) {
			break // "được bầu vào chức vụ này năm 1998 rồi kế vị chức vụ Chủ tịch HĐND"
		}
		if gap > 0 && n.event == gazetteer.MEnd && l.Lists.Words.Becoming.Has(l.Toks[at]) {
			break // "đã từ nhiệm và trở thành Bí thư …"
		}
		if ends = ends || n.event == gazetteer.MEnd; rank[n.event] > rank[what] {
			what = n.event
		}
		at = n.I
	}
	if what == gazetteer.MNominate && ends {
		what = gazetteer.MLink // someone is to leave the post: still held
	}
	return what, k
}

// thatPost reports whether node n is a word for a post that was named before: "chức vụ này".
func (l *linker) thatPost(n *node, end int) bool {
	return n.event != "" && l.Next(n.J, end, "này") && l.Lists.Words.PostWord.Has(l.Toks[n.J-1])
}

// atPresent reports whether a word for the present stands before series t: "hiện là", "nay giữ chức".
func (l *linker) atPresent(t int) bool {
	if t == 0 || l.nodes[t-1].event != gazetteer.MLink {
		return false
	}
	i := l.nodes[t-1].I
	return l.Lists.Words.Now.Has(l.Toks[i]) || i > l.sent.I && l.Lists.Words.Now.Has(l.Toks[i-1])
}

// inherited is the event of the item before in a list with semicolons: "A được bầu làm P; B làm Q".
func (l *linker) inherited(k, t int) gazetteer.Meaning {
	for n := k - 1; n > 0; n-- {
		if p := l.nodes[n]; p.posts != nil && p.what != "" && p.what != gazetteer.MLink {
			if p.what != gazetteer.MStart && p.what != gazetteer.MMove && p.what != gazetteer.MNominate {
				break
			}
			i := l.nodes[k].I
			if i > p.J && l.Toks[i-1].Is(",", "và") && t == k+2 && l.nodes[k+1].event == gazetteer.MLink && l.nodes[k+1].I == l.nodes[k].J {
				return p.what // "bổ nhiệm A làm P, B làm Q"
			}
			for i := p.J; i < l.nodes[k].I; i++ {
				if l.Toks[i].Is(";") {
					return p.what
				}
			}
			break
		}
	}
	return gazetteer.MLink
}

// moved reports whether the people of node k are named with a post and then "giữ chức" the one at
// token at: the old post is left for the new.
func (l *linker) moved(k, at int) bool {
	if k+2 >= len(l.nodes) || l.nodes[k+1].posts == nil || l.nodes[k+1].I >= at {
		return false
	}
	for i := l.nodes[k+1].J; i < at; i++ {
		if l.Toks[i].Is("giữ") || l.Lists.Words.IsOrDoes.Has(l.Toks[i]) && l.Lists.Words.MovesOn.Has(l.Toks[i-1]) {
			return !l.sideBody(at)
		}
		if !(l.Lists.Words.MovedGap.Has(l.Toks[i]) || l.Toks[i].Is(",")) {
			return false
		}
	}
	return false
}

// sideBody reports whether the post at token i is of a body in which one sits beside one's office: a council, a
// steering committee, a working group.
func (l *linker) sideBody(i int) bool {
	for _, n := range l.nodes {
		if n.I != i || n.posts == nil {
			continue
		}
		if n.posts[0].Org == nil || n.posts[0].Org.Kind == nil {
			return l.Pair(n.J, l.sent.J, &l.Lists.Words.Council)
		}
		return n.posts[0].Org.Side()
	}
	return false
}

// eventBeforeName is the event directly before the people of node k: "bầu ông A giữ chức".
func (l *linker) eventBeforeName(k int) gazetteer.Meaning {
	i := l.nodes[k].I
	best := gazetteer.Meaning("")
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].J == i {
		k, i = k-1, l.nodes[k-1].I // "bổ nhiệm Phó Giám đốc Sở A giữ chức …"
	}
	for k--; k >= 0; k-- {
		n := l.nodes[k]
		if n.event == "" {
			if n.posts != nil || n.people != nil {
				break
			}
			continue
		}
		if i-n.J > 4 || l.stops(n.J, i) {
			break
		}
		if rank[n.event] > rank[best] && n.event != gazetteer.MPresent && n.event != gazetteer.MReplace {
			best = n.event
		}
		i = n.I
	}
	return best
}

// eventBeforeGroup is the event before the first of those with whom the people of node k are joined: "chuẩn y ông A, Trưởng
// ban …, và ông B, Chỉ huy trưởng …, giữ chức …".
func (l *linker) eventBeforeGroup(k int) gazetteer.Meaning {
	for steps := 0; steps < maxCrowd; steps++ {
		if e := l.eventBeforeName(k); e != "" {
			return e
		}
		if k = l.joinedBefore(k); k < 0 {
			return ""
		}
	}
	return ""
}
