package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// succession reads who came before or after somebody in a post: "Người tiền nhiệm của ông A ở ghế Bí thư là bà B",
// "Người kế nhiệm bà B là ông A".
func (l *linker) succession() {
	for _, c := range l.frame.succession {
		is, other := l.isPerson(c.J)
		if other == nil {
			continue
		}
		one := l.parted(is, other)
		if one == nil {
			one = l.whoseSeat(c.J, is)
		}
		if one == nil {
			continue
		}
		posts := l.seatSaid(c, is, one)
		for _, po := range posts {
			if c.after {
				l.claim(other, po, record.Starts, "event-replace", document.Span{I: c.I, J: other.J})
				l.claim(one, po, record.Ends, "replaced", document.Span{I: c.I, J: other.J})
			} else {
				l.claim(other, po, record.Ends, "replaced", document.Span{I: c.I, J: other.J})
			}
		}
	}
}

// successionCue is a phrase for a predecessor or, after, a successor.
type successionCue struct {
	document.Span
	after bool
}

// isPerson is the node of the first "là" behind token i that leads to a person, and the person; or of the person behind the
// comma that closes the phrase: "Người tiền nhiệm của bà A, ông B, …".
func (l *linker) isPerson(i int) (int, *mention.Mention) {
	for k := l.nodeFrom(i); k+1 < len(l.nodes); k++ {
		if n := &l.nodes[k]; len(n.people) == 2 && n.I-i <= 1 && l.Toks[n.people[0].J].Is(",") {
			return k, n.people[1] // one node, as it looks like a list
		} else if n.people != nil && n.I-i <= 1 && l.nodes[k+1].people != nil && l.nodes[k+1].people[0].Head == n.J+1 && l.Toks[n.J].Is(",") {
			return k + 1, l.nodes[k+1].people[0]
		}
		if l.nodes[k].event != gazetteer.MLink || !l.Toks[l.nodes[k].J-1].Is("là") {
			continue
		}
		if p := l.personFrom(l.nodes[k].J); p >= 0 {
			return k, l.nodes[p].people[0]
		}
		return -1, nil
	}
	return -1, nil
}

// parted takes the one whose predecessor the other is out of node k, which looked like a list of both, and gives it back; else nil:
// "người tiền nhiệm của bà A, ông B, được điều động …" tells of B alone what follows.
func (l *linker) parted(k int, other *mention.Mention) *mention.Mention {
	n := &l.nodes[k]
	if len(n.people) != 2 || n.people[1] != other {
		return nil
	}
	one := n.people[0]
	n.people, n.I = n.people[1:], other.Head
	return one
}

// whoseSeat is the person of whom a phrase that ends before token i speaks: named before node is, or before the phrase, or
// the subject of the sentence before.
func (l *linker) whoseSeat(i, is int) *mention.Mention {
	for k := l.nodeFrom(i); k < is; k++ {
		if l.nodes[k].people != nil {
			return l.nodes[k].people[0]
		}
	}
	for k := l.nodeFrom(i) - 1; k >= 0; k-- {
		if l.nodes[k].people != nil && l.nodes[k].role == "" {
			return l.nodes[k].people[0]
		}
	}
	return l.subject
}

// seatSaid are the posts between token i and node is, or else the one that the person took up or left last. A post that
// is said is claimed by no other rule.
func (l *linker) seatSaid(cue successionCue, is int, one *mention.Mention) []*mention.Post {
	i, wants := cue.J, record.Starts
	if cue.after {
		wants = record.Ends
	}
	for k := l.nodeFrom(i); k < is; k++ {
		if l.nodes[k].posts != nil {
			l.nodes[k].bound = true
			return l.nodes[k].posts
		}
	}
	if po, told := l.seatBefore(i); told {
		return po
	}
	var other []*mention.Post
	for c := len(l.claims) - 1; c >= max(0, len(l.claims)-farClaims); c-- {
		if q := &l.claims[c]; q.who.Who == one.Who && q.post.Title.Seat && q.post.Org != nil && (q.status == record.Starts || q.status == record.Ends) {
			po := *q.post
			po.Span = document.Span{I: i, J: i}
			if q.status == wants {
				return []*mention.Post{&po}
			}
			if other == nil {
				other = []*mention.Post{&po}
			}
		}
	}
	return other
}

// seatBefore is the post that the sentence tells before token i, "ông làm Phó Bí thư Tỉnh ủy, người tiền nhiệm là …", and
// whether it tells one: of several nobody knows which.
func (l *linker) seatBefore(i int) (posts []*mention.Post, told bool) {
	for k := l.nodeFrom(i) - 1; k >= 0; k-- {
		n := &l.nodes[k]
		if n.posts == nil {
			continue
		}
		if len(n.posts) == 1 && k > 0 && l.nodes[k-1].event != "" && n.posts[0].Org != nil {
			po := *n.posts[0]
			po.Span = document.Span{I: i, J: i}
			posts = []*mention.Post{&po}
		}
		return posts, true
	}
	return nil, false
}

// handedOver claims the end for the one from whom series t is taken over: "nhận bàn giao chức vụ Bí thư từ bà B".
func (l *linker) handedOver(t int) {
	n := l.nodes[t]
	if n.what != gazetteer.MStart || t == 0 || t+1 >= len(l.nodes) || l.nodes[t+1].people == nil || l.nodes[t+1].I-n.J != 1 || !l.Toks[n.J].Is("từ") {
		return
	}
	for k := t - 1; k >= 0 && l.nodes[k].event != ""; k-- {
		if l.Toks[l.nodes[k].I].Is("nhận") {
			for _, po := range n.posts {
				l.claim(l.nodes[t+1].people[0], po, record.Ends, "replaced", document.Span{I: n.I, J: l.nodes[t+1].J})
			}
			return
		}
	}
}
