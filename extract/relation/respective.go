package relation

import (
	"sort"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// share are the posts of series t that person k of several takes: all of them, or his own where they go one by one,
// "ông A và ông B lần lượt giữ chức Bí thư và Phó Bí thư Huyện ủy"; none where their numbers do not match.
func (l *linker) share(t int, people []*mention.Mention, k int) []*mention.Post {
	posts := l.nodes[t].posts
	if len(people) > 1 && len(posts) == 1 {
		if units := l.unitsListed(posts[0], len(people)); units != nil {
			return []*mention.Post{posts[0].At(units[orderOf(people, k)])}
		}
	}
	switch {
	case len(people) < 2 || !l.oneByOne(t) && !l.oneSeat(posts, people):
		return posts
	case len(posts) != len(people):
		return nil
	}
	at := orderOf(people, k)
	return posts[at : at+1]
}

// orderOf is how many of the people stand before person k.
func orderOf(people []*mention.Mention, k int) (n int) {
	for _, m := range people {
		if m.I < people[k].I {
			n++
		}
	}
	return n
}

// unitsListed are the n units that a sentence names in a row for a post whose place it leaves out: "HĐND hai tỉnh A và B
// bầu ông X và ông Y giữ chức Chủ tịch UBND tỉnh"; else nil.
func (l *linker) unitsListed(po *mention.Post, n int) (out []*mention.Unit) {
	if po.Org == nil || po.Org.Unit == nil || po.Org.Unit.I >= po.I {
		return nil
	}
	end := -1
	for k := l.ItemFrom(l.sent.I); k < len(l.Items) && l.Items[k].I < po.I; k++ {
		it := l.Items[k]
		switch {
		case it.Unit == nil:
			if end >= 0 {
				return whole(out, n)
			}
		case end < 0 && !l.pluralBefore(it.I):
		case end < 0 || it.I-end == 1 && (l.Toks[end].Is(",") || l.Lists.Words.Conjunction.Has(l.Toks[end])):
			out, end = append(out, it.Unit), it.J
		default:
			return nil
		}
	}
	return whole(out, n)
}

// whole is a list if it has n members, else nil.
func whole(units []*mention.Unit, n int) []*mention.Unit {
	if len(units) == n {
		return units
	}
	return nil
}

// oneByOne reports whether the sentence says "lần lượt" before series t or directly behind it.
func (l *linker) oneByOne(t int) bool {
	n := l.nodes[t]
	for i := l.sent.I; i+1 < l.sent.J && i < n.J+2; i++ {
		if l.Lists.Words.InTurn.Has(l.Toks[i], l.Toks[i+1]) {
			return true
		}
	}
	return false
}

// oneSeat reports whether as many posts as people are named, and one of the posts is for one person: "ông A và ông B
// được bầu làm Chủ tịch, Phó Chủ tịch HĐND".
func (l *linker) oneSeat(posts []*mention.Post, people []*mention.Mention) bool {
	if len(posts) != len(people) {
		return false
	}
	for _, po := range posts {
		if po.Title.Seat {
			return true
		}
	}
	return false
}

// severalTake makes "lần lượt giữ" of more than one person a verb that only joins: each takes one of the posts, while
// one person who "lần lượt giữ" several held one after the other.
func (l *linker) severalTake() {
	for k := range l.nodes {
		n := &l.nodes[k]
		if n.event != gazetteer.MFormer || !l.Toks[n.I].Is("lần") {
			continue
		}
		ahead := k > 0 && l.nodes[k-1].people != nil && len(l.alsoAhead(k-1)) > 1
		if ahead || k+1 < len(l.nodes) && len(l.nodes[k+1].people) > 1 {
			n.event = gazetteer.MLink
		}
	}
}

// fromPost reads "ông A từ Phó Giám đốc Sở Y tế lên làm Giám đốc Sở": the one post is left for the other.
func (l *linker) fromPost() {
	for t := 1; t+2 < len(l.nodes); t++ {
		n, to := &l.nodes[t], &l.nodes[t+1]
		if n.posts == nil || to.event == "" || to.I != n.J || l.nodes[t+2].posts == nil || l.nodes[t+2].I-to.J > 2 || l.nodes[t-1].people == nil || n.I-l.nodes[t-1].J > 2 || !l.Toks[n.I-1].Is("từ") {
			continue
		}
		if to.event != gazetteer.MLink && to.event != gazetteer.MMove || !l.Lists.Words.MovesOn.Has(l.Toks[to.I]) {
			continue
		}
		to.event, n.bound = gazetteer.MMove, true
		for _, po := range n.posts {
			l.claim(l.nodes[t-1].people[0], po, record.Ends, "event-end", document.Span{I: l.nodes[t-1].I, J: n.J})
		}
	}
}

// inOrder are people in the order of the text.
func inOrder(people []*mention.Mention) []*mention.Mention {
	out := append([]*mention.Mention{}, people...)
	sort.Slice(out, func(a, b int) bool { return out[a].I < out[b].I })
	return out
}

// inPlaceOf reports whether somebody is named behind series t in whose place it is taken up.
func (l *linker) inPlaceOf(t int) bool {
	k := t + 1
	for k < len(l.nodes) && l.nodes[k].date != nil {
		k++
	}
	return k+1 < len(l.nodes) && l.nodes[k].event == gazetteer.MReplace && l.nodes[k].I-l.nodes[t].J <= maxAsked && l.nodes[k+1].people != nil && !l.hasAny(document.Span{I: l.nodes[t].J, J: l.nodes[k].I}, ".", ";")
}

// goesOnConcerning is the event of the item before in a list of posts that "đối với" gives one by one: "bổ nhiệm Bộ trưởng
// Bộ Nội vụ đối với ông A; Bộ trưởng Bộ Y tế đối với bà B"; else "".
func (l *linker) goesOnConcerning(t int) gazetteer.Meaning {
	if t == 0 || l.behind(t) == nil || !l.hasPair(document.Span{I: l.nodes[t].J, J: l.nodes[t+1].I}, &l.Lists.Words.AsFor) {
		return ""
	}
	for k := t - 1; k >= 0; k-- {
		if n := &l.nodes[k]; n.posts != nil && n.what != "" && len(n.holders) > 0 && n.holders[0] != nil && n.holders[0].I > n.I {
			return n.what
		}
	}
	return ""
}

// hasPair reports whether a phrase of a set stands in the tokens of s.
func (l *linker) hasPair(s document.Span, c *gazetteer.Pairs) bool {
	for i := s.I; i < s.J; i++ {
		if l.Pair(i, s.J, c) {
			return true
		}
	}
	return false
}
