package extract

// succession reads who came before or after somebody in a post: "Người tiền nhiệm của ông A ở ghế Bí thư là bà B",
// "Người kế nhiệm bà B là ông A".
func (l *linker) succession() {
	for _, c := range l.frame.succession {
		is, other := l.isPerson(c.j)
		if other == nil {
			continue
		}
		one := l.whoseSeat(c.j, is)
		if one == nil {
			continue
		}
		posts := l.seatSaid(c.j, is, one)
		for _, po := range posts {
			if c.after {
				l.claim(other, po, Starts, "event-replace", span{c.i, other.j})
				l.claim(one, po, Ends, "replaced", span{c.i, other.j})
			} else {
				l.claim(other, po, Ends, "replaced", span{c.i, other.j})
			}
		}
	}
}

// successionCue is a phrase for a predecessor or, after, a successor.
type successionCue struct {
	span
	after bool
}

// isPerson is the node of the first "là" behind token i that leads to a person, and the person.
func (l *linker) isPerson(i int) (int, *mention) {
	for k := l.nodeFrom(i); k+1 < len(l.nodes); k++ {
		if l.nodes[k].event != mLink || !l.toks[l.nodes[k].j-1].Is("là") {
			continue
		}
		if p := l.personFrom(l.nodes[k].j); p >= 0 {
			return k, l.nodes[p].people[0]
		}
		return -1, nil
	}
	return -1, nil
}

// whoseSeat is the person of whom a phrase that ends before token i speaks: named before node is, or the subject of the
// sentence before.
func (l *linker) whoseSeat(i, is int) *mention {
	for k := l.nodeFrom(i); k < is; k++ {
		if l.nodes[k].people != nil {
			return l.nodes[k].people[0]
		}
	}
	return l.subject
}

// seatSaid are the posts between token i and node is, or else the one that the person took up or left last. A post that
// is said is claimed by no other rule.
func (l *linker) seatSaid(i, is int, one *mention) []*post {
	for k := l.nodeFrom(i); k < is; k++ {
		if l.nodes[k].posts != nil {
			l.nodes[k].bound = true
			return l.nodes[k].posts
		}
	}
	for c := len(l.claims) - 1; c >= 0; c-- {
		if q := l.claims[c]; q.who.who == one.who && q.post.title.seat && q.post.org != nil && (q.status == Starts || q.status == Ends) {
			po := *q.post
			po.span = span{i, i}
			return []*post{&po}
		}
	}
	return nil
}

// handedOver claims the end for the one from whom series t is taken over: "nhận bàn giao chức vụ Bí thư từ bà B".
func (l *linker) handedOver(t int) {
	n := l.nodes[t]
	if n.what != mStart || t == 0 || t+1 >= len(l.nodes) || l.nodes[t+1].people == nil || l.nodes[t+1].i-n.j != 1 || !l.toks[n.j].Is("từ") {
		return
	}
	for k := t - 1; k >= 0 && l.nodes[k].event != ""; k-- {
		if l.toks[l.nodes[k].i].Is("nhận") {
			for _, po := range n.posts {
				l.claim(l.nodes[t+1].people[0], po, Ends, "replaced", span{n.i, l.nodes[t+1].j})
			}
			return
		}
	}
}
