package extract

// decision is what a sentence before decided, under which those that follow say who takes which post: "Tỉnh ủy công bố
// các quyết định điều động cán bộ. Ông A, Giám đốc Sở Y tế, giữ chức Bí thư Huyện ủy …".
type decision struct {
	what    meaning // mStart, mMove or mNominate; "" for none
	holders []*mention
	post    *post // the last that somebody took up by it
	sent    int   // the sentence that said it, or that went on with it last
}

// maxDecided is the number of sentences after which a decision says nothing any more.
const maxDecided = 2

// decide notes what the sentence decides for those that follow.
func (l *linker) decide() {
	at := l.sentOf[l.sent.i]
	if l.lists.words.TimeClause.has(l.toks[l.sent.i]) && !l.toks[l.sent.j-1].Is(":") {
		return // it tells of what lies back
	}
	d := decision{sent: at}
	for k := range l.nodes {
		n := l.nodes[k]
		if n.event == mStart || n.event == mMove || n.event == mNominate {
			if rank[n.event] > rank[d.what] {
				d.what = n.event
			}
		}
		if n.posts != nil && (n.what == mStart || n.what == mMove) {
			d.post = n.posts[len(n.posts)-1]
		}
		if n.people != nil && n.role == "" {
			d.holders = append(d.holders, n.people...)
		}
	}
	if d.what != "" && !l.barePronoun(l.sent.i, l.sent.j) && l.official() {
		l.head = d
	}
}

// official reports whether the sentence tells who decides, or speaks of a decision or a session.
func (l *linker) official() bool {
	for i := l.sent.i; i < l.sent.j; i++ {
		if l.lists.words.Official.has(l.toks[i]) {
			return true
		}
	}
	for n := l.itemFrom(l.sent.i); n < len(l.items) && l.items[n].i < l.sent.j; n++ {
		if l.items[n].org != nil {
			return true
		}
	}
	return false
}

// decided is the verb of the decision under which the people of node k take series t, or "": a form of address and a
// name open the sentence, and only a verb like "giữ chức" stands between them and the series.
func (l *linker) decided(k, t int) meaning {
	if l.head.what == "" || l.sentOf[l.sent.i]-l.head.sent > maxDecided || !l.takesUp(k, t) || !l.opensSentence(k) || l.sideBody(l.nodes[t].i) {
		return ""
	}
	for _, m := range l.head.holders {
		if m.who == l.nodes[k].people[0].who {
			return "" // whom it was about already: this is how he came there
		}
	}
	l.head.sent = l.sentOf[l.sent.i]
	l.lendBody(l.nodes[t].posts)
	return l.head.what
}

// lendBody gives posts that are named without a body the one of the decision: "bầu bà A làm Chủ tịch UBND tỉnh. Ông B, …,
// giữ chức Phó Chủ tịch".
func (l *linker) lendBody(posts []*post) {
	from := l.head.post
	for _, po := range posts {
		if po.org == nil && from != nil && from.org != nil && po.title.family == from.title.family {
			po.org, po.guessed = from.org, true
		}
	}
}

// takesUp reports whether the event before series t is a verb of taking up, without a word for the present, and none of
// another kind stands behind node k: "giữ chức", "nhận nhiệm vụ".
func (l *linker) takesUp(k, t int) bool {
	first := -1
	for n := k + 1; n < t; n++ {
		e := l.nodes[n].event
		if e == "" {
			continue
		}
		if first < 0 {
			first = n
		}
		if e != mLink && (e != mStart || n != first) {
			return false
		}
	}
	if first < 0 {
		return false
	}
	i := l.nodes[first].i
	return l.lists.words.TakeUp.has(l.toks[i]) && !l.lists.words.Present.has(l.toks[i-1])
}

// opensSentence reports whether nobody is named before the list of people that node k ends, and no clause of time opens
// the sentence.
func (l *linker) opensSentence(k int) bool {
	if l.lists.words.TimeClause.has(l.toks[l.sent.i]) {
		return false
	}
	first := l.nodes[k].i
	for _, m := range l.alsoAhead(k) {
		first = min(first, m.head)
	}
	f := l.personAfter(0)
	return f < 0 || l.nodes[f].i >= first || l.nodes[f].role == rActs
}
