package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// node is what the linker sees of a sentence: people, a series of posts, an event, or something
// else recognised.
type node struct {
	document.Span
	people []*mention.Mention
	posts  []*mention.Post
	event  gazetteer.Meaning
	date   *mention.DateMention

	// what the linker finds out about a series
	bound   bool // an event governs it
	decides bool // its holder decides of the post behind: "Chủ tịch nước bổ nhiệm giữ chức Bộ trưởng"
	holders []*mention.Mention
	what    gazetteer.Meaning
	role    role // the part of the people in their clause
	planned bool // the event is to come, and is none that becomes another by that
	asked   bool // the event is asked for or planned
	aside   int  // the token of the bracket that closes behind the node; 0 where it stands in none
}

// linker joins the people and posts of one sentence after the other.
type linker struct {
	*Page
	nodes       []node
	sent        document.Span
	claims      []claim
	subject     *mention.Mention   // whom the sentence before was about
	mentioned   []*mention.Mention // whom the last sentence with names names
	profile     *profile           // the part of the document that tells of one person
	main        *mention.Mention   // whom the whole document is about, when it is a biography
	asked       *mention.Mention   // whom an interview asks
	boxFrom     int                // the first claim of the box
	box         []*mention.Post    // the posts of the row of an infobox that the rows to come speak of
	boxed       int                // terms told since
	boxEnd      record.Date        // of the term told last
	boxPassed   int                // the last line of a box without bars
	past        bool               // the rows of an infobox speak of a term that is over
	career      *career            // the posts of someone that the lines to come list
	votedBefore []givenPost        // of the sentence before
	onDuty      *mention.Mention   // whose duties the item tells
	label       *mention.Post      // of the chair or the secretary, or of a deputy, that the last line of labels has
	labelAt     int                // its sentence
	lone        *nameLine          // the line before, when a name is all that it has, or the posts below one
	underNames  bool               // the last name that was all of a line had its posts below it
	timeAbove   mention.CellPeriod // the time that the line before tells, and nothing else
	allPast     bool               // the sentence is an item of a list of all times
	voted       []givenPost        // posts to which the sentence told an election without names
	title       *openedList        // the list that is the title of the document
	annexed     *mention.Org       // the body that a decision sets up with the people of an attached list
	closed      *openedList        // the list that sentence closedAt ended
	closedAt    int                // the same
	pastChapter int                // the level of the heading over those of all times, 0 below another
	list        *openedList        // what a heading or "gồm:" at a line's end gives to the names that follow
	elected     map[string]int     // committee -> sentence of the last election to it
	ballot      *mention.Post      // for which the last heading tells the result of an election
	ballotAt    int                // its sentence
	approvedAt  int                // the sentence that opened a list of what the National Assembly approves
	fateEnd     int                // the node of the event by which somebody named with a post leaves it
	head        decision           // of a sentence before, under which this one stands
	frame       frame              // how the clauses of the sentence are meant

	early map[*mention.Person]bool // those of whom the text before the notes claims something, once the notes are reached
}

// Link joins people and posts, sentence by sentence.
func (p *Page) Link() []claim {
	l := &linker{Page: p, nodes: p.nodes, boxPassed: -1, elected: map[string]int{}, main: p.mainPerson(), asked: p.interviewee()}
	p.Signatures = slices.DeleteFunc(p.Signatures, func(s mention.Signature) bool { return l.signedFor(s) == nil })
	l.findAnnex()
	l.readTables()
	k := 0
	for n, s := range p.Sentences {
		p.Tick()
		first := k
		for k < len(p.Items) && p.Items[k].I < s.J {
			k++
		}
		if l.inTold(s.I) || n <= l.boxPassed {
			continue
		}
		if l.sent = s; l.InSignature(s.I) {
			continue
		}
		if l.profile = l.profileOf(n); l.profile != nil {
			l.subject = l.profile.who
			l.standsFor(n)
		}
		l.nodes = l.build(first, k)
		l.sentence()
	}
	l.signers()
	p.nodes = l.nodes[:0]
	return l.claims
}

// build makes the nodes of the items [a, b).
func (l *linker) build(a, b int) []node {
	nodes := l.nodes[:0]
	for k := a; k < b; k++ {
		it := l.Items[k]
		switch {
		case it.Post != nil:
			s := l.SeriesAt(k)
			nodes = append(nodes, node{Span: document.Span{I: it.I, J: l.Items[s.Last].J}, posts: l.Posts(s)})
			if k = s.Last; k+1 < b {
				l.sharePost(&nodes[len(nodes)-1], l.Items[k+1].Org)
			}
		case it.Person != nil && (l.servedBy(nodes, it.I) || l.credited(it.I)):
		case it.Person != nil:
			if n := len(nodes); n > 0 && nodes[n-1].people != nil && l.sameGroup(nodes[n-1].J, it) && !l.inWhosePlace(nodes, it.I) && !l.toldBy(nodes, it.I) && !l.asideEnds(nodes, it) {
				nodes[n-1].people = append(nodes[n-1].people, it.Person)
				nodes[n-1].J = it.J
				continue
			}
			nodes = append(nodes, node{Span: it.Span, people: []*mention.Mention{it.Person}})
		case it.Event == gazetteer.MStart && l.intoNothing(k, b):
		case it.Event != "":
			nodes = append(nodes, node{Span: it.Span, event: it.Event})
		default:
			nodes = append(nodes, node{Span: it.Span, date: it.Date})
		}
	}
	return nodes
}

// intoNothing reports whether the event of item k is a bare "vào" beside which no post and no body stands: "đúng vào dịp …".
func (l *linker) intoNothing(k, b int) bool {
	it := l.Items[k]
	if it.J-it.I > 1 || !l.Lists.Words.Into.Has(l.Toks[it.I]) {
		return false
	}
	return k+1 >= b || l.Items[k+1].I-it.J > 1 || l.otherVerbBefore(k)
}

// otherVerbBefore reports whether a word that is no verb of appointment and no subject stands directly before item k: "gọi điện vào
// Tỉnh ủy".
func (l *linker) otherVerbBefore(k int) bool {
	i := l.Items[k].I
	if i == l.sent.I || k == 0 || l.Items[k-1].J == i {
		return false
	}
	for n := k - 1; n >= 0 && l.Items[n].I >= max(l.sent.I, i-document.MaxSkip); n-- {
		if rank[l.Items[n].Event] >= rank[gazetteer.MStart] {
			return false // "chuẩn y 3 ủy viên mới vào Ban Chấp hành"
		}
	}
	w := &l.Lists.Words
	for j := max(l.sent.I, l.Items[k-1].J, i-maxTrail); j < i; j++ {
		if t := l.Toks[j]; w.PassiveMark.Has(t) || w.Pronoun.Has(t) || w.Adverb.Has(t) || t.Upper() || t.Kind != text.Word {
			return false
		}
	}
	return true
}

// servedBy reports whether the person at token i is the superior of an aide who is named before: "ông A, nguyên Trợ lý Bộ
// trưởng B, …". What follows is of the aide.
func (l *linker) servedBy(nodes []node, i int) bool {
	n := len(nodes) - 1
	if n < 1 || nodes[n].posts == nil || nodes[n].J != i {
		return false
	}
	if f := nodes[n].posts[len(nodes[n].posts)-1].Title.Family; f != "aide" && f != "staff" {
		return false
	}
	k := n - 1
	for k > 0 && nodes[k].people == nil && nodes[k].posts == nil && nodes[k].event == "" {
		k-- // over a year of birth
	}
	if nodes[k].people == nil {
		return false
	}
	for j := nodes[k].J; j < nodes[n].I; j++ {
		if l.Toks[j].Is(";") || l.Lists.Words.Conjunction.Has(l.Toks[j]) {
			return false
		}
	}
	return true
}

// inWhosePlace reports whether the last of the nodes is the one in whose place the person at token i comes, behind a
// comma: "Thay ông A, ông B được bầu …".
func (l *linker) inWhosePlace(nodes []node, i int) bool {
	n := len(nodes)
	return n > 1 && nodes[n-2].event == gazetteer.MReplace && nodes[n-2].I <= l.sent.I+1 && l.Toks[i-1].Is(",")
}

// toldBy reports whether the last of the nodes is who tells what is said of the person at token i, behind a comma: "Theo
// Giám đốc Sở A, ông B được bổ nhiệm …".
func (l *linker) toldBy(nodes []node, i int) bool {
	n := len(nodes) - 1
	at := nodes[n].I
	if n > 0 && nodes[n-1].posts != nil && nodes[n-1].J == at {
		at = nodes[n-1].I
	}
	return l.Toks[i-1].Is(",") && at > l.sent.I && l.Toks[at-1].Is("theo")
}

// sharePost adds to a series its last post in another body of the same kind that stands behind "và": "Bí thư Tỉnh ủy An
// Giang và Tỉnh ủy Đồng Tháp".
func (l *linker) sharePost(n *node, o *mention.Org) {
	last := n.posts[len(n.posts)-1]
	if o == nil || o.Kind == nil || last.Org == nil || last.Org.Kind != o.Kind || o.I != n.J+1 || !l.Lists.Words.Conjunction.Has(l.Toks[n.J]) {
		return
	}
	if o.J < l.sent.J && l.Toks[o.J].Kind != text.Punct || o.Generic() {
		return
	}
	also := *last
	also.Span, also.Org = o.Span, o
	n.posts, n.J = append(slices.Clone(n.posts), &also), o.J
}

// sameGroup reports whether a person follows the one before in a list: "ông A, bà B và ông C".
func (l *linker) sameGroup(j int, it mention.Item) bool {
	switch it.I - j {
	case 1:
		return l.Lists.Words.Conjunction.Has(l.Toks[j]) || l.Toks[j].Is(",")
	case 2:
		return l.Toks[j].Is(",") && l.Toks[j+1].Is("và")
	}
	return false
}

// sentence links one sentence: posts in apposition first, then those that an event governs.
func (l *linker) sentence() {
	if l.Pair(l.sent.I, l.sent.J, &l.Lists.Words.Example) {
		return
	}
	l.presentPosts()
	l.readFrame()
	l.lendFromNext()
	l.lendFromDeputy()
	l.fromPost()
	l.bodyHas()
	l.allPast = false
	l.enterChapter()
	l.goOn()
	l.splitClauses()
	l.agents()
	l.careerGoesOn()
	l.headed()
	l.postLabel()
	l.postsFirst()
	l.rosters()
	l.members()
	l.succession()
	l.identities()
	l.heldBy()
	l.infobox()
	l.plainBox()
	l.appositions()
	l.duties()
	l.events()
	l.sameAct()
	l.samePost()
	l.vacated()
	l.careerLine()
	l.verbless()
	l.noteAnnex(l.sent)
	l.sheetOfMember()
	l.openList()
	l.openCareer()
	l.leavesAll()
	l.subjectDies()
	l.dies()
	l.losesParty()
	l.decide()
	l.noteApproval()
	l.remember()
}

// credited reports whether the name at token i is that of a photographer or an author: "Ảnh: Nguyễn Văn A".
func (l *linker) credited(i int) bool {
	return i > 1 && l.Toks[i-1].Is(":") && l.Lists.Words.Credit.Has(l.Toks[i-2])
}

// remember notes whom the sentence was about, for "Ông từng là …" in the next one: the first person, or where that
// one acts or speaks, the one on whom he acts: "Thủ tướng A ghi nhận cống hiến của đồng chí B". A sentence that begins
// with "ông" and names others only after is about the same person still: "Ông làm thư ký cho Thủ tướng C".
func (l *linker) remember() {
	first := l.personAfter(0)
	if first < 0 && len(l.nodes) > 0 && l.nodes[0].posts != nil && l.nodes[0].I == l.sent.I {
		if who := l.byTitle(1); who != nil {
			l.subject = who // "Tân Bí thư Huyện ủy sinh năm 1974"
		}
	}
	if first < 0 || l.subject != nil && l.objective(first) && l.barePronoun(l.sent.I, l.nodes[first].I) {
		return
	}
	if l.subject != nil && !l.Toks[l.sent.I].Is("(") && l.parens(l.sent.I, l.nodes[first].I) > 0 {
		return // "2018 - 2021: Phó Giám đốc Sở Y tế (thay bà B về hưu)"
	}
	l.mentioned = l.mentioned[:0]
	for k := range l.nodes {
		l.mentioned = append(l.mentioned, l.nodes[k].people...)
	}
	first = l.behindAside(first)
	if l.subject != nil && l.nodes[first].role == rActs && l.passiveBefore(l.nodes[first].I) && l.personAfter(first+1) < 0 {
		return // "Tại kỳ họp, được Quốc hội phê chuẩn, Chủ tịch nước A bổ nhiệm giữ chức …" is about the one before
	}
	l.subject = l.nodes[first].people[0]
	if l.nodes[first].role != rActs && !l.speaks(first) {
		return
	}
	if k := l.personAfter(first + 1); k >= 0 && (l.objective(k) || l.mourned(first, k)) && l.nodes[k].role == "" {
		l.subject = l.nodes[k].people[0]
	}
}

// passiveBefore reports whether a mark of the passive stands in the sentence before token i.
func (l *linker) passiveBefore(i int) bool {
	for k := l.sent.I; k < i; k++ {
		if l.Lists.Words.PassiveMark.Has(l.Toks[k]) {
			return true
		}
	}
	return false
}

// behindAside is the node of the people behind the comma of a phrase that opens the sentence and names those of node k: "Theo lời
// bà A, ông B …", "Trong thời gian A làm Chủ tịch, ông B …"; or else k.
func (l *linker) behindAside(k int) int {
	if !l.Lists.Words.AsideOpener.Has(l.Toks[l.sent.I]) || l.nodes[k].I == l.sent.I {
		return k
	}
	for i := l.sent.I; i < l.nodes[k].I; i++ {
		if l.Toks[i].Is(",") {
			return k
		}
	}
	if n := l.personAfter(k + 1); n > 0 && l.Toks[l.groupStart(n)-1].Is(",") {
		return n
	}
	return k
}

// asideEnds reports whether the phrase that opens the sentence ends with the last of the nodes, and the person of the item behind
// the comma is whom the sentence is about: "Dưới thời Bí thư A, B là …", "Kế nhiệm A, B được bầu …".
func (l *linker) asideEnds(nodes []node, it mention.Item) bool {
	at := nodes[len(nodes)-1].I
	w := &l.Lists.Words
	if !w.AsideOpener.Has(l.Toks[l.sent.I]) || !l.Toks[it.I-1].Is(",") || it.J >= l.sent.J {
		return false
	}
	led := false
	for i := l.sent.I; i < at; i++ {
		if l.Toks[i].Is(",") {
			return false
		}
		led = led || w.AsideNoun.Has(l.Toks[i]) && at-i <= maxOpener
	}
	if !led {
		return false
	}
	_, verb := l.Lists.Verbs.Find(l.Toks[:l.sent.J], it.J)
	return verb > 0 || w.AfterName.Has(l.Toks[it.J]) && !w.Conjunction.Has(l.Toks[it.J])
}

// mourned reports whether the people of node a speak at the funeral of those of node b: "ông A đọc lời điếu: Đồng chí B …".
func (l *linker) mourned(a, b int) bool {
	if i := l.nodes[b].people[0].Head; i <= l.sent.I || !l.Toks[i-1].Is(":", "\"") {
		return false
	}
	for i := l.nodes[a].J; i < l.nodes[b].I; i++ {
		if l.Pair(i, l.nodes[b].I, &l.Lists.Words.Eulogy) {
			return true
		}
	}
	return false
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
func (l *linker) claim(who *mention.Mention, po *mention.Post, status record.Status, rule string, at document.Span) *claim {
	if who == nil || who.Who == nil {
		return &claim{}
	}
	if l.SentOf[l.sent.I]-l.SentOf[at.I] > maxBack {
		at.I = l.sent.I // the name stands far before: this sentence is the one that says so
	}
	c := claim{who: who, post: po, status: status, rule: rule, at: at, past: l.allPast && status == record.Holds && po.I < who.I}
	if l.unreal(c) {
		return &claim{}
	}
	for k := l.sent.I; k < l.sent.J; k++ {
		if !l.Is(k, gazetteer.OfTenure) {
			continue
		}
		c.elected = c.elected || l.Lists.Words.Vote.Has(l.Toks[k]) && (k < po.I || l.Toks[k].Is("bãi"))
		c.agreed = c.agreed || k < po.I && l.Pair(k, l.sent.J, &l.Lists.Words.Agreed)
		c.lasts = c.lasts || l.Pair(k, l.sent.J, &l.Lists.Words.StillHeld)
	}
	if l.list != nil && (l.list.inItem || rule == "list") {
		c.below = l.list
	}
	c.assembly = (status == record.Starts || status == record.Ends) && c.byEvent() && (l.assemblyApproves(po.I) || l.underApproval())
	if status == record.Starts && po.Org.Committee() {
		l.elected[po.Org.Name()] = l.SentOf[l.sent.I]
		l.Page.elected[po.Org.Name()] = true
	}
	if l.sent.I >= l.Notes && !l.newInNotes(c) {
		return &claim{}
	}
	l.claims = append(l.claims, c)
	return &l.claims[len(l.claims)-1]
}
