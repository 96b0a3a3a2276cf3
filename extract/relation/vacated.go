package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// vacated links somebody who comes in the place of another to the post that the other just left, where the sentence names none: "miễn
// nhiệm chức Phó Chủ tịch UBND tỉnh đối với ông B và bầu bà A thay thế".
func (l *linker) vacated() {
	for k := range l.nodes {
		if n := &l.nodes[k]; n.event != gazetteer.MReplace || n.planned || k == 0 || l.Lists.Words.PassiveMark.Has(l.Toks[n.I-1]) || l.postBehind(k) {
			continue
		}
		who := l.comesFor(k)
		if who == nil {
			continue
		}
		seat := l.seatLeft(who)
		if seat == nil || k+1 < len(l.nodes) && l.nodes[k+1].people != nil && l.nodes[k+1].people[0].Who != seat.who.Who {
			continue
		}
		po := *seat.post
		po.Span = document.Span{I: l.nodes[k].I, J: l.nodes[k].J}
		l.claim(who, &po, record.Starts, "event-replace", document.Span{I: min(who.Head, l.nodes[k].I), J: l.nodes[k].J})
	}
}

// postBehind reports whether a post stands behind node k in its part of the sentence.
func (l *linker) postBehind(k int) bool {
	for t := k + 1; t < len(l.nodes) && !l.semicolonIn(l.nodes[k].J, l.nodes[t].I); t++ {
		if l.nodes[t].posts != nil {
			return true
		}
	}
	return false
}

// comesFor is the one person before node k whom a verb of appointment brings into the place of another: "bầu bà A, Giám đốc Sở, thay thế", "bà A
// được bầu thay ông B"; else nil.
func (l *linker) comesFor(k int) *mention.Mention {
	what := gazetteer.Meaning("")
	for p := k - 1; p >= 0; p-- {
		switch n := &l.nodes[p]; {
		case n.people != nil:
			if before := l.eventBeforeName(p); rank[before] > rank[what] {
				what = before
			}
			if what != gazetteer.MStart && what != gazetteer.MMove || len(n.people) > 1 || n.role != "" {
				return nil
			}
			return n.people[0]
		case n.took():
			return nil // she takes up what is named
		case rank[n.event] > rank[what]:
			what = n.event
		}
	}
	return nil
}

// seatLeft is the claim of the one post that this sentence or the one before says somebody else than the person left, or nil.
func (l *linker) seatLeft(by *mention.Mention) *claim {
	var left *claim
	for i := len(l.claims) - 1; i >= 0 && l.SentOf[l.sent.I]-l.SentOf[l.claims[i].post.I] <= 1; i-- {
		c := &l.claims[i]
		if c.status != record.Ends || c.post.Title.Family == "member" || c.post.Org == nil {
			continue
		}
		if left != nil || c.who.Who == by.Who {
			return nil // nobody knows which
		}
		left = c
	}
	return left
}
