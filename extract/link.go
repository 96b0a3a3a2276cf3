package extract

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// node is what the linker sees of a sentence: people, a series of posts, an event, or something
// else recognised.
type node struct {
	span
	people []*mention
	posts  []*post
	event  meaning
	date   *dateMention

	// what the linker finds out about a series
	bound   bool // an event governs it
	holders []*mention
	what    meaning
	role    role // the part of the people in their clause
}

// claim is a holding in the making.
type claim struct {
	who    *mention
	post   *post
	status Status
	rule   string
	at     span // tokens of the evidence

	told        *stint // the time that the columns of a table give
	line        span   // the line of a list that names the holder, whose dates count
	elected     bool   // by a vote, whose day is the begin or the end
	agreed      bool   // by a body that agreed to it, on a day that leads to it
	startedThen bool   // the dates behind the post are those of its begin
	past        bool   // the sentence tells of what lies back
	lasts       bool   // the sentence says that it goes on: "đến nay"
}

// linker joins the people and posts of one sentence after the other.
type linker struct {
	*page
	nodes   []node
	sent    span
	claims  []claim
	subject *mention       // whom the sentence before was about
	profile *profile       // the part of the document that tells of one person
	main    *mention       // whom the whole document is about, when it is a biography
	box     []*post        // the posts of the row of an infobox that the rows to come speak of
	boxed   int            // terms told since
	boxEnd  Date           // of the term told last
	past    bool           // the rows of an infobox speak of a term that is over
	career  *career        // the posts of someone that the lines to come list
	list    *openedList    // what a heading or "gồm:" at a line's end gives to the names that follow
	elected map[string]int // committee -> sentence of the last election to it
	fateEnd int            // the node of the event by which somebody named with a post leaves it
	head    decision       // of a sentence before, under which this one stands
	frame   frame          // how the clauses of the sentence are meant
}

// link joins people and posts, sentence by sentence.
func (p *page) link() []claim {
	l := &linker{page: p, elected: map[string]int{}, main: p.mainPerson()}
	l.readTables()
	k := 0
	for n, s := range p.sentences {
		first := k
		for k < len(p.items) && p.items[k].i < s.j {
			k++
		}
		if l.inTold(s.i) {
			continue
		}
		if l.sent = s; l.inSignature(s.i) {
			continue
		}
		if l.profile = l.profileOf(n); l.profile != nil {
			l.subject = l.profile.who
		}
		l.nodes = l.build(first, k)
		l.sentence()
	}
	l.signers()
	return l.claims
}

// build makes the nodes of the items [a, b).
func (l *linker) build(a, b int) []node {
	nodes := l.nodes[:0]
	for k := a; k < b; k++ {
		it := l.items[k]
		switch {
		case it.post != nil:
			s := l.seriesAt(k)
			nodes = append(nodes, node{span: span{it.i, l.items[s.last].j}, posts: l.posts(s)})
			if k = s.last; k+1 < b {
				l.sharePost(&nodes[len(nodes)-1], l.items[k+1].org)
			}
		case it.person != nil:
			if n := len(nodes); n > 0 && nodes[n-1].people != nil && l.sameGroup(nodes[n-1].j, it) && !l.inWhosePlace(nodes, it.i) {
				nodes[n-1].people = append(nodes[n-1].people, it.person)
				nodes[n-1].j = it.j
				continue
			}
			nodes = append(nodes, node{span: it.span, people: []*mention{it.person}})
		case it.event != "":
			nodes = append(nodes, node{span: it.span, event: it.event})
		default:
			nodes = append(nodes, node{span: it.span, date: it.date})
		}
	}
	return nodes
}

// inWhosePlace reports whether the last of the nodes is the one in whose place the person at token i comes, behind a
// comma: "Thay ông A, ông B được bầu …".
func (l *linker) inWhosePlace(nodes []node, i int) bool {
	n := len(nodes)
	return n > 1 && nodes[n-2].event == mReplace && nodes[n-2].i <= l.sent.i+1 && l.toks[i-1].Is(",")
}

// sharePost adds to a series its last post in another body of the same kind that stands behind "và": "Bí thư Tỉnh ủy An
// Giang và Tỉnh ủy Đồng Tháp".
func (l *linker) sharePost(n *node, o *org) {
	last := n.posts[len(n.posts)-1]
	if o == nil || o.kind == nil || last.org == nil || last.org.kind != o.kind || o.i != n.j+1 || !l.lists.words.Conjunction.has(l.toks[n.j]) {
		return
	}
	if o.j < l.sent.j && l.toks[o.j].Kind != text.Punct || o.generic() {
		return
	}
	also := *last
	also.span, also.org = o.span, o
	n.posts, n.j = append(slices.Clone(n.posts), &also), o.j
}

// sameGroup reports whether a person follows the one before in a list: "ông A, bà B và ông C".
func (l *linker) sameGroup(j int, it item) bool {
	switch it.i - j {
	case 1:
		return l.toks[j].Is(",", "và", "cùng")
	case 2:
		return l.toks[j].Is(",") && l.toks[j+1].Is("và")
	}
	return false
}

// sentence links one sentence: posts in apposition first, then those that an event governs.
func (l *linker) sentence() {
	if l.toks[l.sent.i].Is("ví") && l.next(l.sent.i+1, l.sent.j, "dụ") {
		return
	}
	l.readFrame()
	l.bodyHas()
	l.goOn()
	l.agents()
	l.careerGoesOn()
	l.rosters()
	l.members()
	l.succession()
	l.identities()
	l.infobox()
	l.appositions()
	l.events()
	l.samePost()
	l.careerLine()
	l.verbless()
	l.openList()
	l.openCareer()
	l.leavesAll()
	l.decide()
	l.remember()
}

// remember notes whom the sentence was about, for "Ông từng là …" in the next one: the first person, or where that
// one acts or speaks, the one on whom he acts: "Thủ tướng A ghi nhận cống hiến của đồng chí B". A sentence that begins
// with "ông" and names others only after is about the same person still: "Ông làm thư ký cho Thủ tướng C".
func (l *linker) remember() {
	first := l.personAfter(0)
	if first < 0 && len(l.nodes) > 0 && l.nodes[0].posts != nil && l.nodes[0].i == l.sent.i {
		if who := l.byTitle(1); who != nil {
			l.subject = who // "Tân Bí thư Huyện ủy sinh năm 1974"
		}
	}
	if first < 0 || l.subject != nil && l.objective(first) && l.barePronoun(l.sent.i, l.nodes[first].i) {
		return
	}
	l.subject = l.nodes[first].people[0]
	if l.nodes[first].role != rActs && !l.speaks(first) {
		return
	}
	if k := l.personAfter(first + 1); k >= 0 && l.objective(k) && l.nodes[k].role == "" {
		l.subject = l.nodes[k].people[0]
	}
}

// personAfter is the first node from k on that names people, or -1.
func (l *linker) personAfter(k int) int {
	for ; k < len(l.nodes); k++ {
		if l.nodes[k].people != nil {
			return k
		}
	}
	return -1
}

// maxBack is the number of sentences back to the name up to which all of them are the evidence.
const maxBack = 3

// claim notes a holding and gives it to be completed.
func (l *linker) claim(who *mention, po *post, status Status, rule string, at span) *claim {
	if who == nil || who.who == nil {
		return &claim{}
	}
	if l.sentOf[l.sent.i]-l.sentOf[at.i] > maxBack {
		at.i = l.sent.i // the name stands far before: this sentence is the one that says so
	}
	c := claim{who: who, post: po, status: status, rule: rule, at: at}
	if l.unreal(c) {
		return &claim{}
	}
	for k := l.sent.i; k < l.sent.j; k++ {
		if !l.is(k, telling) {
			continue
		}
		c.elected = c.elected || k < po.i && l.toks[k].Is("bầu", "cử", "miễn") || l.toks[k].Is("bãi")
		c.agreed = c.agreed || k < po.i && l.toks[k].Is("chấp") && l.next(k+1, l.sent.j, "nhận", "thuận")
		c.lasts = c.lasts || l.toks[k].Is("đến") && l.next(k+1, l.sent.j, "nay") || l.toks[k].Is("đương") && l.next(k+1, l.sent.j, "chức")
	}
	if status == Starts && po.org.committee() {
		l.elected[po.org.name()] = l.sentOf[l.sent.i]
		l.page.elected[po.org.name()] = true
	}
	if l.sent.i >= l.notes && !l.newInNotes(c) {
		return &claim{}
	}
	l.claims = append(l.claims, c)
	return &l.claims[len(l.claims)-1]
}

// newInNotes reports whether a claim of the notes counts: one of someone with a post beside the name of whom the text
// says nothing. The title of an article or a book tells how things stood when it was written.
func (l *linker) newInNotes(c claim) bool {
	if c.status != Holds || !strings.HasPrefix(c.rule, "apposition") || l.main != nil && c.who.who == l.main.who {
		return false
	}
	if l.plainBefore(c.post.i) && c.who.j == l.sent.j {
		return false // a line of the page's categories
	}
	for _, old := range l.claims {
		if old.who.who == c.who.who && old.at.i < l.notes {
			return false
		}
	}
	return true
}
