package extract

import "sort"

// share are the posts of series t that person k of several takes: all of them, or his own where they go one by one,
// "ông A và ông B lần lượt giữ chức Bí thư và Phó Bí thư Huyện ủy"; none where their numbers do not match.
func (l *linker) share(t int, people []*mention, k int) []*post {
	posts := l.nodes[t].posts
	if len(people) > 1 && len(posts) == 1 {
		if units := l.unitsListed(posts[0], len(people)); units != nil {
			return []*post{posts[0].at(units[orderOf(people, k)])}
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
func orderOf(people []*mention, k int) (n int) {
	for _, m := range people {
		if m.i < people[k].i {
			n++
		}
	}
	return n
}

// unitsListed are the n units that a sentence names in a row for a post whose place it leaves out: "HĐND hai tỉnh A và B
// bầu ông X và ông Y giữ chức Chủ tịch UBND tỉnh"; else nil.
func (l *linker) unitsListed(po *post, n int) (out []*unit) {
	if po.org == nil || po.org.unit == nil || po.org.unit.i >= po.i {
		return nil
	}
	end := -1
	for k := l.itemFrom(l.sent.i); k < len(l.items) && l.items[k].i < po.i; k++ {
		it := l.items[k]
		switch {
		case it.unit == nil:
			if end >= 0 {
				return whole(out, n)
			}
		case end < 0 && !l.pluralBefore(it.i):
		case end < 0 || it.i-end == 1 && (l.toks[end].Is(",") || l.lists.words.Conjunction.has(l.toks[end])):
			out, end = append(out, it.unit), it.j
		default:
			return nil
		}
	}
	return whole(out, n)
}

// whole is a list if it has n members, else nil.
func whole(units []*unit, n int) []*unit {
	if len(units) == n {
		return units
	}
	return nil
}

// oneByOne reports whether the sentence says "lần lượt" before series t or directly behind it.
func (l *linker) oneByOne(t int) bool {
	n := l.nodes[t]
	for i := l.sent.i; i+1 < l.sent.j && i < n.j+2; i++ {
		if l.toks[i].Is("lần") && l.toks[i+1].Is("lượt") {
			return true
		}
	}
	return false
}

// oneSeat reports whether as many posts as people are named, and one of the posts is for one person: "ông A và ông B
// được bầu làm Chủ tịch, Phó Chủ tịch HĐND".
func (l *linker) oneSeat(posts []*post, people []*mention) bool {
	if len(posts) != len(people) {
		return false
	}
	for _, po := range posts {
		if po.title.seat {
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
		if n.event != mFormer || !l.toks[n.i].Is("lần") {
			continue
		}
		ahead := k > 0 && l.nodes[k-1].people != nil && len(l.alsoAhead(k-1)) > 1
		if ahead || k+1 < len(l.nodes) && len(l.nodes[k+1].people) > 1 {
			n.event = mLink
		}
	}
}

// inOrder are people in the order of the text.
func inOrder(people []*mention) []*mention {
	out := append([]*mention{}, people...)
	sort.Slice(out, func(a, b int) bool { return out[a].i < out[b].i })
	return out
}

// inPlaceOf reports whether somebody is named behind series t in whose place it is taken up.
func (l *linker) inPlaceOf(t int) bool {
	k := t + 1
	for k < len(l.nodes) && l.nodes[k].date != nil {
		k++
	}
	return k+1 < len(l.nodes) && l.nodes[k].event == mReplace && l.nodes[k].i-l.nodes[t].j <= maxAsked && l.nodes[k+1].people != nil && !l.hasAny(span{l.nodes[t].j, l.nodes[k].i}, ".", ";")
}
