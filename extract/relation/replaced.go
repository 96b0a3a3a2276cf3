package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// replacements claims the ends for those in whose place somebody comes: "bầu ông A làm Chủ tịch UBND tỉnh thay ông B".
func (l *linker) replacements() {
	if len(l.nodes) == 0 || l.Toks[l.sent.I].Is("|") {
		return
	}
	for k := range l.nodes {
		if l.nodes[k].event != gazetteer.MReplace || l.nodes[k].planned || k+1 >= len(l.nodes) || l.nodes[k+1].people == nil || l.nodes[k+1].I-l.nodes[k].J > 2 && !l.predecessorAt(l.nodes[k].J, l.nodes[k+1].I) {
			continue
		}
		t := l.seatOf(k)
		if t < 0 {
			l.seatTakenBefore(k)
			continue
		}
		l.endsFor(t, k)
		for t > 1 && t < k && l.nodes[t-1].event == gazetteer.MLink && l.Lists.Words.Concurrent.Has(l.Toks[l.nodes[t-1].I]) && l.takenFor(t-2, k) {
			t -= 2 // "bổ nhiệm làm Bộ trưởng kiêm Bí thư Ban Cán sự đảng thay ông B"
			l.endsFor(t, k)
		}
	}
}

// predecessorAt reports whether a phrase for a predecessor stands between tokens i and j: "thay người tiền nhiệm là ông B".
func (l *linker) predecessorAt(i, j int) bool {
	c, n := l.Lists.Frames.Find(l.Toks[:j], i)
	return n > 0 && c == gazetteer.CBefore && j-i-n <= 2
}

// endsFor claims the end of series t for the one named behind node k.
func (l *linker) endsFor(t, k int) {
	n, who := l.nodes[t], l.nodes[k+1]
	for _, po := range n.posts {
		if po.Title.Family != "member" {
			po = fullPost(po)
			l.claim(who.people[0], po, record.Ends, "replaced", document.Span{I: min(n.I, who.I), J: max(n.J, who.J)})
		}
	}
}

// seatOf is the series that is taken up in the place of the one named behind node k, or -1: the next where only verbs that
// join lead to it, "thay ông B làm Bí thư", else the nearest before, else the next of the clause: "Thay ông B, ông A được bầu …".
func (l *linker) seatOf(k int) int {
	next := k + 2
	for next < len(l.nodes) && l.nodes[next].posts == nil && l.nodes[next].event == gazetteer.MLink {
		next++
	}
	if l.takenFor(next, k) && l.nodes[next-1].event == gazetteer.MLink && !l.inBrackets(l.nodes[k].I, l.nodes[next].I) {
		return next
	}
	for t := k - 1; t >= 0 && !l.semicolonIn(l.nodes[t].J, l.nodes[k].I); t-- {
		if l.takenFor(t, k) {
			return t
		}
	}
	for t := next; t < len(l.nodes) && !l.semicolonIn(l.nodes[k].J, l.nodes[t].I); t++ {
		if l.takenFor(t, k) {
			return t
		}
	}
	return -1
}

// takenFor reports whether node t is a series that somebody else than the one named behind node k takes up or holds.
func (l *linker) takenFor(t, k int) bool {
	if t >= len(l.nodes) || l.nodes[t].posts == nil {
		return false
	}
	switch n := &l.nodes[t]; n.what {
	case gazetteer.MStart, gazetteer.MMove, gazetteer.MLink, gazetteer.MReplace:
		return !holds(n.holders, l.nodes[k+1].people[0])
	case gazetteer.MNominate: // "… để bầu làm Chủ tịch HĐND huyện (thay ông B, từ trần ngày 2/6)"
		return k+2 < len(l.nodes) && l.nodes[k+2].event == gazetteer.MRetire && l.nodes[k+2].I-l.nodes[k+1].J <= 2 && !holds(n.holders, l.nodes[k+1].people[0])
	}
	return false
}

// semicolonIn reports whether a semicolon stands in tokens [i, j).
func (l *linker) semicolonIn(i, j int) bool {
	for ; i < j; i++ {
		if l.Toks[i].Is(";") {
			return true
		}
	}
	return false
}

// seatTakenBefore claims for the one named behind node k the end of the post that the sentence before gave to the one who
// comes in his place: "HĐND bầu ông A làm Chủ tịch UBND tỉnh. Ông A thay ông B nghỉ hưu".
func (l *linker) seatTakenBefore(k int) {
	by := l.subject
	if k > 0 && l.nodes[k-1].people != nil {
		by = l.nodes[k-1].people[0]
	} else if k > 0 || !l.barePronoun(l.sent.I, l.nodes[k].I) {
		return
	}
	if by == nil || len(l.claims) == 0 {
		return
	}
	c := l.claims[len(l.claims)-1]
	if c.who.Who != by.Who || c.status != record.Starts || !c.byEvent() || c.post.Title.Family == "member" || l.SentOf[l.sent.I]-l.SentOf[c.post.I] != 1 {
		return
	}
	po := *c.post
	po.Span = document.Span{I: l.nodes[k].I, J: l.nodes[k].J}
	l.claim(l.nodes[k+1].people[0], &po, record.Ends, "replaced", document.Span{I: l.sent.I, J: l.nodes[k+1].J})
}

// seatElse reports whether the sentence names another post than po that somebody takes up in the place of the person: "bầu ông
// A làm Chủ tịch HĐND tỉnh thay ông B, Bí thư Tỉnh ủy".
func (l *linker) seatElse(po *mention.Post, who *mention.Mention) bool {
	for t := l.nodeOf(who) - 2; t > 0; t-- {
		if n := &l.nodes[t]; n.posts != nil && l.nodes[t-1].event != "" {
			for _, taken := range n.posts {
				if taken.Title.Post == po.Title.Post {
					return false
				}
			}
			return true
		}
	}
	return false
}

// fullPost is the post of the one in whose place somebody acts: "giao quyền Chủ tịch UBND tỉnh cho ông A thay ông B" ends the
// Chủ tịch.
func fullPost(po *mention.Post) *mention.Post {
	if po.Name == po.Title.Post || !strings.HasSuffix(po.Name, " "+po.Title.Post) {
		return po
	}
	full := *po
	full.Name = po.Title.Post
	return &full
}
