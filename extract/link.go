package extract

import (
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
}

// claim is a holding in the making.
type claim struct {
	who    *mention
	post   *post
	status Status
	rule   string
	at     span // tokens of the evidence

	line        span // the line of a list that names the holder, whose dates count
	elected     bool // by a vote, whose day is the begin or the end
	startedThen bool // the dates behind the post are those of its begin
	lasts       bool // the sentence says that it goes on: "đến nay"
}

// linker joins the people and posts of one sentence after the other.
type linker struct {
	*page
	nodes   []node
	sent    span
	claims  []claim
	subject *mention       // whom the sentence before was about
	main    *mention       // whom the whole document is about, when it is a biography
	career  *career        // the posts of someone that the lines to come list
	list    *claim         // the post that a heading or "gồm:" at a line's end gives to the names that follow
	elected map[string]int // committee -> sentence of the last election to it
	idle    int            // sentences since the list was opened that name nobody
}

// link joins people and posts, sentence by sentence.
func (p *page) link() []claim {
	l := &linker{page: p, elected: map[string]int{}, main: p.mainPerson()}
	k := 0
	for _, s := range p.sentences {
		first := k
		for k < len(p.items) && p.items[k].i < s.j {
			k++
		}
		l.sent = s
		l.nodes = l.build(first, k)
		l.sentence()
	}
	return l.claims
}

// build makes the nodes of the items [a, b).
func (l *linker) build(a, b int) []node {
	var nodes []node
	for k := a; k < b; k++ {
		it := l.items[k]
		switch {
		case it.post != nil:
			s := l.seriesAt(k)
			nodes = append(nodes, node{span: span{it.i, l.items[s.last].j}, posts: l.posts(s)})
			k = s.last
		case it.person != nil:
			if n := len(nodes); n > 0 && nodes[n-1].people != nil && l.sameGroup(nodes[n-1].j, it) {
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
	l.goOn()
	l.agents()
	l.careerGoesOn()
	l.rosters()
	l.identities()
	l.appositions()
	l.events()
	l.careerLine()
	l.openList()
	l.openCareer()
	l.remember()
}

// career is a list of posts that a line opens for a person: "Ông đã giữ nhiều chức vụ như:".
type career struct {
	who    *mention
	status Status
}

// openCareer opens the list of someone's posts when the sentence ends in "… chức vụ:" and names none.
func (l *linker) openCareer() {
	k := len(l.nodes) - 1
	if !l.toks[l.sent.j-1].Is(":") || k < 0 || l.nodes[k].event != mLink && l.nodes[k].event != mFormer || l.sent.j-l.nodes[k].j > 6 {
		return
	}
	status, who := Holds, l.subject
	for ; k >= 0 && l.nodes[k].posts == nil; k-- {
		if l.nodes[k].event == mFormer {
			status = Former
		}
		if l.nodes[k].people != nil {
			who = l.nodes[k].people[0]
			break
		}
	}
	if l.main != nil {
		who = l.main
	}
	for i := l.sent.i; i < l.sent.j; i++ {
		if l.toks[i].Is("từng", "qua", "nhiều") {
			status = Former
		}
	}
	if who != nil {
		l.career = &career{who, status}
	}
}

// careerGoesOn gives the posts of a line that names nobody to the person whose list is open. A line of another
// shape ends the list.
func (l *linker) careerGoesOn() {
	if l.career == nil {
		return
	}
	first := true
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.date != nil && first {
			continue
		}
		if n.people != nil || first && (n.posts == nil || !l.plainBefore(n.i)) {
			l.career = nil
			return
		}
		first = false
		if n.posts == nil || n.bound {
			continue
		}
		n.bound = true
		for _, po := range n.posts {
			status := l.career.status
			if po.status != "" {
				status = po.status
			}
			l.claim(l.career.who, po, status, "career-line", span{l.sent.i, n.j})
		}
	}
}

// goOn gives the post of an open list to a name that begins the line: "1. Ông A, …", "Từ 1976-1986:
// Trần Anh B". The first line that begins otherwise ends the list.
func (l *linker) goOn() {
	if l.list == nil {
		return
	}
	for _, n := range l.nodes {
		if n.date != nil {
			continue
		}
		if n.people != nil && l.plainBefore(n.i) {
			for _, who := range n.people {
				l.claim(who, l.list.post, l.list.status, "list", span{n.i, n.j})
				l.claims[len(l.claims)-1].line = l.sent
			}
			l.idle = 0
			return
		}
		break
	}
	for _, n := range l.nodes {
		if n.people != nil || n.posts != nil {
			l.idle = maxIdle
		}
	}
	if l.idle++; l.idle > maxIdle {
		l.list = nil
	}
}

// maxIdle is the number of sentences without a name after which a list is over.
const maxIdle = 2

// plainBefore reports whether only numbers, dates and signs stand before token i in the sentence.
func (l *linker) plainBefore(i int) bool {
	for k := l.sent.i; k < i; k++ {
		if l.toks[k].Kind == text.Word && !l.toks[k].Is("từ", "đến", "nay", "tháng", "năm", "ngày", "và", "số") {
			return false
		}
	}
	return true
}

// openList opens a list when the sentence ends in "… gồm:" behind a post, or is a heading that is
// nothing but a post.
func (l *linker) openList() {
	for t := len(l.nodes) - 1; t >= 0; t-- {
		n := l.nodes[t]
		if n.people != nil {
			return
		}
		if n.posts == nil || n.bound {
			continue
		}
		po := n.posts[len(n.posts)-1]
		end := l.toks[l.sent.j-1]
		heading := len(l.nodes) <= 3 && l.plainBefore(n.i) && l.plainBetween(n.j, l.sent.j) && !end.Is(".")
		if !end.Is(":") && !heading {
			return
		}
		status := Holds
		if m := l.before(t); m == mStart || m == mMove || l.electedBetween(l.sent.i, l.sent.j) {
			status = Starts
		}
		l.list, l.idle = &claim{post: po, status: status}, 0
		return
	}
	if po := l.committeeHeading(); po != nil {
		l.list, l.idle = &claim{post: po, status: Holds}, 0
	}
}

// committeeHeading is membership of the committee that a heading names: "Ban Thường vụ Tỉnh ủy (2025 -
// 2030)" stands above its members.
func (l *linker) committeeHeading() *post {
	k := l.itemFrom(l.sent.i)
	if k >= len(l.items) || l.items[k].org == nil || l.items[k].i >= l.sent.j || l.toks[l.sent.j-1].Is(".") {
		return nil
	}
	o := l.items[k].org
	if o.kind == nil || o.parent == nil || !l.plainBefore(o.i) || !l.plainBetween(o.j, l.sent.j) {
		return nil
	}
	name := ""
	switch o.kind.name {
	case "Ban Thường vụ":
		name = "Ủy viên Ban Thường vụ"
	case "Ban Chấp hành":
		name = "Ủy viên"
	default:
		return nil
	}
	t, _ := l.lists.titles.find(text.New([]byte(name)).Tokens(), 0)
	return &post{span: o.span, title: t, name: name, org: o.parent}
}

// plainBetween reports whether only numbers, dates, brackets and signs stand in tokens [i, j).
func (l *linker) plainBetween(i, j int) bool {
	for ; i < j; i++ {
		if l.toks[i].Kind == text.Word && !l.toks[i].Is("từ", "đến", "nay", "qua", "các", "thời", "kỳ", "khóa", "nhiệm") {
			return false
		}
	}
	return true
}

// agents passes over posts of those who act: "được Thủ tướng bổ nhiệm", and a post that is told to act: "giao
// Giám đốc Sở Y tế chủ trì", "giao cho Chủ tịch UBND xã kiểm tra".
func (l *linker) agents() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.i <= l.sent.i {
			continue
		}
		i := n.i
		if l.toks[i-1].Is("cho") {
			i--
		}
		told := i > l.sent.i+1 && l.toks[i-1].Is("giao") && !l.toks[i-2].Is("được", "phân") && !l.toks[i-2].Is("bàn") && l.rightName(t) == nil
		if l.toks[n.i-1].Is("được", "bị") && l.rightName(t) == nil || told {
			n.bound = true
		}
	}
}

// identities links "Chủ tịch HĐND thành phố là ông A".
func (l *linker) identities() {
	for t := 0; t+2 < len(l.nodes); t++ {
		n, is, who := &l.nodes[t], l.nodes[t+1], l.nodes[t+2]
		if n.posts == nil || n.bound || is.event != mLink || !l.toks[is.j-1].Is("là") || who.people == nil || is.i-n.j > 3 || who.i != is.j || l.leftName(t) != nil {
			continue
		}
		n.bound = true
		l.claim(who.people[0], n.posts[len(n.posts)-1], Holds, "identity", span{n.i, who.j})
	}
}

// careerLine links a line of a curriculum vitae, "Từ tháng 10/2020: Bí thư Tỉnh ủy", to the person
// whom the text is about.
func (l *linker) careerLine() {
	about := l.subject
	if l.main != nil {
		about = l.main
	}
	if about == nil || len(l.nodes) < 2 || l.nodes[0].date == nil || !l.plainBefore(l.nodes[0].i) {
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.people != nil {
			return
		}
		if n.posts == nil || n.bound {
			continue
		}
		colon := false
		for k := l.nodes[0].j; k < n.i; k++ {
			colon = colon || l.toks[k].Is(":", "-", ",")
		}
		if !colon {
			return
		}
		n.bound = true
		for _, po := range n.posts {
			l.claim(about, po, Holds, "career-line", span{l.sent.i, n.j})
		}
	}
}

// remember notes whom the sentence was about, for "Ông từng là …" in the next one.
func (l *linker) remember() {
	for _, n := range l.nodes {
		if n.people != nil {
			l.subject = n.people[0]
			return
		}
	}
}

func (l *linker) claim(who *mention, po *post, status Status, rule string, at span) {
	if who == nil || who.who == nil {
		return
	}
	c := claim{who: who, post: po, status: status, rule: rule, at: at}
	for k := l.sent.i; k < l.sent.j; k++ {
		c.elected = c.elected || k < po.i && l.toks[k].Is("bầu", "cử", "miễn") || l.toks[k].Is("bãi")
		c.lasts = c.lasts || l.toks[k].Is("đến") && l.next(k+1, l.sent.j, "nay") || l.toks[k].Is("đương") && l.next(k+1, l.sent.j, "chức")
	}
	if status == Starts && po.org.committee() {
		l.elected[po.org.name()] = l.sentOf[l.sent.i]
		l.page.elected[po.org.name()] = true
	}
	l.claims = append(l.claims, c)
}

// rosters links lists of holders behind their common post: "Các phó bí thư gồm: ông A (…); B (…)".
func (l *linker) rosters() {
	for t := 0; t+1 < len(l.nodes); t++ {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		k, ok := l.rosterStart(t)
		if !ok {
			continue
		}
		status := n.posts[len(n.posts)-1].status
		if status == "" {
			status = Holds
			if m := l.before(t); m == mStart || m == mMove || l.electedBetween(n.j, l.nodes[k].i) || l.justElected(n.posts[len(n.posts)-1]) {
				status = Starts
			}
		}
		for e := t + 1; e < k; e++ {
			if m := l.nodes[e].event; m == mRetire || m == mEnd {
				status = Ends // "Hai Phó Chủ tịch nghỉ hưu là ông A và ông B"
			}
		}
		n.bound = true
		depth := 0
		for ; k < len(l.nodes); k++ {
			depth += l.parens(l.nodes[k-1].j, l.nodes[k].i)
			if l.nodes[k].people == nil {
				if depth == 0 && (l.nodes[k].event == mStart || l.nodes[k].event == mMove || l.nodes[k].event == mEnd) {
					break
				}
				continue
			}
			if depth > 0 {
				continue
			}
			for _, who := range l.nodes[k].people {
				l.claim(who, n.posts[len(n.posts)-1], status, "roster", span{n.i, l.nodes[k].j})
			}
		}
	}
}

// justElected reports whether the document reports an election to the committee of a post in one of the
// few sentences before: a list of its secretaries is then that of those elected.
func (l *linker) justElected(po *post) bool {
	k, ok := l.elected[po.org.name()]
	return ok && po.org.committee() && l.sentOf[l.sent.i]-k <= 5
}

// rosterStart finds the first node of the list of holders behind series t.
func (l *linker) rosterStart(t int) (int, bool) {
	n := l.nodes[t]
	plural := l.pluralBefore(n.i)
	k := t + 1
	words := 0
	list := false
	for j := n.j; j < l.sent.j && words < 8; j++ {
		for k < len(l.nodes) && l.nodes[k].j <= j {
			k++
		}
		if k < len(l.nodes) && l.nodes[k].i <= j && (l.nodes[k].people != nil || l.nodes[k].posts != nil) {
			return k, list && l.nodes[k].j > 0
		}
		t := l.toks[j]
		switch {
		case t.Is(":"), t.Is("gồm"):
			list = true
		case t.Is("là") && plural:
			list = true
		case t.Is(",") && j+1 < l.sent.j && l.toks[j+1].Is("gồm", "bao"):
		case t.Is(",", ";", "."):
			return 0, false
		}
		words++
	}
	return 0, false
}

// pluralBefore reports whether "các", "những" or a number word stands before token i.
func (l *linker) pluralBefore(i int) bool {
	return i > l.sent.i && l.toks[i-1].Is("các", "những", "hai", "ba", "bốn", "năm", "số")
}

func (l *linker) electedBetween(i, j int) bool {
	for ; i < j; i++ {
		if m, n := l.lists.events.find(l.toks[:j], i); n > 0 && (m == mStart || m == mMove) {
			return true
		}
	}
	return false
}

// parens counts the brackets opened less those closed among tokens [i, j).
func (l *linker) parens(i, j int) int {
	n := 0
	for ; i < j; i++ {
		switch {
		case l.toks[i].Is("("):
			n++
		case l.toks[i].Is(")"):
			n--
		}
	}
	return n
}

// before is the event that stands directly before node t, or "".
func (l *linker) before(t int) meaning {
	if t > 0 && l.nodes[t-1].event != "" && l.nodes[t].i-l.nodes[t-1].j <= 3 {
		return l.nodes[t-1].event
	}
	return ""
}

// appositions links every series that stands beside a name: "Chủ tịch UBND TP Chu Ngọc Anh",
// "đồng chí Tạ Nam Chiến, Chủ tịch UBND quận".
func (l *linker) appositions() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		left, right := l.leftName(t), l.rightName(t)
		posts := n.posts
		if right != nil {
			k := 0
			if left != nil && len(posts) > 1 {
				k = l.afterSemicolon(posts)
			}
			if left == nil || l.toks[n.j-1+0].Fold != "," {
				group := []*mention{right}
				if l.pluralBefore(n.i) {
					group = l.nodes[t+1].people // "các Phó Chủ tịch UBND tỉnh A, B và C"
				}
				for _, who := range group {
					l.appose(who, posts[k:], t, "apposition-before", span{n.i, who.j})
				}
				posts = posts[:k]
			}
			n.bound = len(posts) == 0
		}
		if left != nil && len(posts) > 0 {
			for _, who := range l.sharing(t, left) {
				l.appose(who, posts, t, "apposition-after", span{who.head, n.j})
			}
			n.bound = true
		}
		if n.bound {
			n.holders = append(n.holders, left, right)
		}
	}
}

// afterSemicolon is the index of the first post behind the last semicolon of a series, or of its last post.
func (l *linker) afterSemicolon(posts []*post) int {
	for k := len(posts) - 1; k > 0; k-- {
		for i := posts[k-1].j; i < posts[k].i; i++ {
			if l.toks[i].Is(";") {
				return k
			}
		}
	}
	return len(posts) - 1
}

// leftName is the person whom series t follows in apposition.
func (l *linker) leftName(t int) *mention {
	for k := t - 1; k >= 0; k-- {
		n := l.nodes[k]
		if n.people != nil {
			if l.apposed(n.j, l.nodes[t].i) {
				return n.people[len(n.people)-1]
			}
			return nil
		}
		if n.posts != nil || n.event != "" && !l.inBrackets(n.i, l.nodes[t].i) {
			return nil
		}
	}
	return nil
}

// sharing are the people who share the posts of series t behind the last of them: all of a list when
// the posts stand in brackets, "A và B (nguyên Giám đốc Sở)", or behind "các ông A và B".
func (l *linker) sharing(t int, left *mention) []*mention {
	k := l.nodeOf(left)
	group := l.nodes[k].people
	bracket := l.toks[l.nodes[t].i-1].Is("(")
	plural := group[0].plural && len(group) == 2
	if len(group) > 1 && (bracket || plural) {
		return group
	}
	return []*mention{left}
}

// inBrackets reports whether a bracket that closes before token j encloses token i.
func (l *linker) inBrackets(i, j int) bool {
	depth := 0
	for k := i; k < j; k++ {
		if l.toks[k].Is(")") {
			depth--
		}
		if l.toks[k].Is("(") {
			depth++
		}
	}
	return depth < 0
}

// apposed reports whether the tokens [i, j) between a name and a series only set them apart: a
// comma, a dash, a bracket; before it perhaps age, birth and origin.
func (l *linker) apposed(i, j int) bool {
	if i >= j {
		return true
	}
	i = l.skipPersonal(i, j)
	switch j - i {
	case 0:
		return false
	case 1:
		return l.toks[i].Is(",", "-", "(", ":", "/", "|") || l.modifierWord(i)
	case 2:
		return l.toks[i].Is(",", "-", "(") && (l.toks[i+1].Is("-", "là", "(") || l.modifierWord(i+1))
	}
	return false
}

// modifierWord reports whether the token is one that goes before a post: "các", "đương kim".
func (l *linker) modifierWord(i int) bool { return l.toks[i].Is("hiện", "nay") }

// skipPersonal skips age, year of birth, origin and education between a name and its posts.
func (l *linker) skipPersonal(i, j int) int {
	for i < j {
		k := i
		if l.toks[k].Is("(") {
			for k < j && !l.toks[k].Is(")") {
				k++
			}
			if k < j {
				i = k + 1
				continue
			}
			k = i
		}
		if l.toks[k].Is(",", "(", "-") {
			k++
		}
		if k >= j || !l.personal(k) {
			return i
		}
		for k < j && !l.toks[k].Is(",", ";", ")") {
			k++
		}
		if k < j && l.toks[k].Is(")") {
			k++
		}
		i = k
	}
	return i
}

func (l *linker) personal(k int) bool {
	if l.toks[k].Is("sinh", "sn", "quê", "trình", "dân", "cử", "thạc", "tiến", "kỹ", "nguyên") && !l.toks[k].Is("nguyên") {
		return true
	}
	return l.toks[k].Kind == text.Number && k+1 < len(l.toks) && l.toks[k+1].Is("tuổi")
}

// rightName is the person whom series t stands before.
func (l *linker) rightName(t int) *mention {
	if t+1 >= len(l.nodes) || l.nodes[t+1].people == nil {
		return nil
	}
	who := l.nodes[t+1].people[0]
	switch between := l.nodes[t+1].i - l.nodes[t].j; between {
	case 0:
		return who
	case 1:
		if l.toks[l.nodes[t].j].Is(",", "-") && who.address && l.leftName(t) == nil && !l.governed(t) && !l.onBehalf(t) {
			return who
		}
		if l.toks[l.nodes[t].j].Is("|") {
			return who
		}
	}
	return nil
}

// onBehalf reports whether series t names someone else for whom the next person acts: "thừa ủy quyền của
// Giám đốc Công an tỉnh, Đại tá A …".
func (l *linker) onBehalf(t int) bool {
	i := l.nodes[t].i
	return i > l.sent.i && l.toks[i-1].Is("của", "do", "giúp", "được", "bởi")
}

// governed reports whether an event stands directly before series t.
func (l *linker) governed(t int) bool {
	m := l.before(t)
	return m != "" && m != mPresent
}

// appose claims the posts in apposition to a name, with the status that the sentence gives them.
func (l *linker) appose(who *mention, posts []*post, t int, rule string, at span) {
	if l.othersFirst(posts, t) {
		posts = posts[1:]
	}
	if rule == "apposition-after" && l.congratulated(who, t) {
		posts = posts[:len(posts)-1] // "chúc mừng ông A, tân Giám đốc Sở, Bí thư Tỉnh ủy bày tỏ …"
	}
	former := false
	for _, po := range posts {
		status := l.appositionStatus(who, po, t)
		if former = former || po.status == Former; former && status == Holds {
			status = Former // "nguyên Bí thư Đảng ủy, Cục trưởng …" was both
		}
		l.claim(who, po, status, rule, at)
	}
}

// congratulated reports whether a person is spoken to at the begin of a sentence and the last post of series t
// behind the name is that of the speaker, with the verb.
func (l *linker) congratulated(who *mention, t int) bool {
	at := l.nodeOf(who)
	i := l.sent.i
	if at < 1 || l.nodes[at-1].event != mPresent || l.nodes[at-1].i > i+3 || l.nodes[at].i-l.nodes[at-1].j > 1 {
		return false
	}
	_, n := l.lists.verbs.find(l.toks[:l.sent.j], l.nodes[t].j)
	return n > 0
}

// othersFirst reports whether the first post of a series before a name is someone else's: "theo ý kiến
// của Thủ tướng, Phó Chủ tịch UBND tỉnh A …".
func (l *linker) othersFirst(posts []*post, t int) bool {
	return len(posts) > 1 && posts[0].org != nil && posts[0].org.literal == "Chính phủ" && posts[0].i > l.sent.i && l.toks[posts[0].i-1].Is("của")
}

// appositionStatus says how a post beside a name stands: a word before the title decides; someone
// who is moved leaves it, someone who retires or is replaced too; else it is held.
func (l *linker) appositionStatus(who *mention, po *post, t int) Status {
	if po.status == Former {
		return Former
	}
	if po.status != "" {
		return po.status
	}
	if po.years[1] > 0 && l.published.Year > po.years[1] {
		return Former
	}
	switch l.fate(who, t) {
	case mMove:
		if po.title.family != "member" {
			return Ends
		}
	case mRetire, mReplace:
		return Ends
	}
	return Holds
}

// fate is what happens in the sentence to a person who is named with a post: mMove, mRetire,
// mReplace, or "".
func (l *linker) fate(who *mention, t int) meaning {
	at := l.nodeOf(who)
	if at < 0 {
		return ""
	}
	if m := l.fateBefore(at); m != "" {
		return m
	}
	return l.fateAfter(at, t)
}

// nodeOf is the index of the node of a mention, or -1.
func (l *linker) nodeOf(who *mention) int {
	for k, n := range l.nodes {
		for _, m := range n.people {
			if m == who {
				return k
			}
		}
	}
	return -1
}

// fateBefore reads what stands before the name: "điều động ông A", "thay ông A", "nghỉ hưu gồm: …".
func (l *linker) fateBefore(at int) meaning {
	list := false
	for k := at - 1; k >= 0; k-- {
		n := l.nodes[k]
		list = list || l.opensList(n.j, l.nodes[k+1].i)
		if n.event == mRetire && list {
			return mRetire
		}
		if n.people != nil || n.posts != nil {
			if list {
				return ""
			}
			continue
		}
		if k < at-4 {
			continue
		}
		near := l.nodes[at].i - n.j
		if at > 0 && l.nodes[at-1].posts != nil && l.nodes[at-1].j == l.nodes[at].i {
			near = l.nodes[at-1].i - n.j
		}
		switch {
		case l.passed(k+1, at):
		case n.event == mReplace && near <= 2:
			return mReplace
		case n.event == mMove && near <= 6:
			return mMove
		case n.event == mRetire && near <= 4 && l.toks[l.nodes[at].i-1].Is("với", "cho"):
			return mRetire // "quyết định nghỉ hưu đối với ông A"
		}
	}
	return ""
}

// passed reports whether a name or a post stands between nodes a and b.
func (l *linker) passed(a, b int) bool {
	for ; a < b; a++ {
		if l.nodes[a].people != nil || l.nodes[a].posts != nil && !(a == b-1 && l.nodes[a].j == l.nodes[b].i) {
			return true
		}
	}
	return false
}

// opensList reports whether the tokens [i, j) announce a list: "gồm", ":".
func (l *linker) opensList(i, j int) bool {
	for ; i < j; i++ {
		if l.toks[i].Is("gồm", ":") {
			return true
		}
	}
	return false
}

// fateAfter reads what follows the name and its posts: "ông A, Bí thư Huyện ủy, được điều động", "nghỉ
// hưu". Someone who hands over or decides is not moved.
func (l *linker) fateAfter(at, t int) meaning {
	passive := false
	i := max(l.nodes[at].j, l.nodes[t].j)
	for k := max(at, t) + 1; k < len(l.nodes); k++ {
		n := l.nodes[k]
		for ; i < n.j; i++ {
			passive = passive || l.toks[i].Is("được", "bị")
		}
		if n.people != nil || n.event == mPresent {
			return ""
		}
		if n.posts != nil {
			if l.eventBeforeName(at) == "" && k > t+1 && l.nodes[k-1].event == mLink && l.only(t+1, k, mLink) && l.toks[l.nodes[k-1].i].Is("giữ") && n.i-l.nodes[t].j <= 4 {
				return mMove // ông A, Cục trưởng B, giữ chức Cục trưởng C
			}
			return ""
		}
		switch {
		case n.event == mRetire, n.event == mMove && passive:
			return n.event
		case n.event == mMove && l.toks[n.i].Is("chuyển", "thuyên"):
			return mMove
		}
	}
	return ""
}

// only reports whether nodes [a, b) hold no other event than m.
func (l *linker) only(a, b int, m meaning) bool {
	for ; a < b; a++ {
		if l.nodes[a].event != "" && l.nodes[a].event != m {
			return false
		}
	}
	return true
}

// events links every series that an event or a linking verb governs.
func (l *linker) events() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		l.govern(t)
	}
}

// govern links series t to the people that its event concerns.
func (l *linker) govern(t int) {
	n := &l.nodes[t]
	what, k := l.eventsBefore(t)
	if what == "" && n.posts[0].status == Former && n.i > l.sent.i && l.toks[n.i-1].Is("ông", "bà") {
		what = mFormer // "Ông nguyên là Tư lệnh Quân khu 2"
	}
	if before := l.listBefore(t); what == "" && before != nil {
		n.bound, n.holders, n.what = true, before.holders, before.what
		for _, who := range n.holders {
			for _, po := range n.posts {
				l.claim(who, po, l.eventStatus(n.what, po), "event-"+string(n.what), span{min(who.head, n.i), max(who.j, n.j)})
			}
		}
		return
	}
	if what == "" || l.onBehalf(t) {
		return
	}
	people := l.behind(t)
	if people != nil && what == mEnd && l.handsOver(t) {
		what = mStart // "bàn giao nhiệm vụ Bí thư cho ông A"
	}
	if people != nil && what == mLink {
		what = l.earlier(k)
	}
	if people == nil {
		people, what = l.ahead(t, k, what)
	}
	if people == nil {
		people = l.pronoun(t)
	}
	if what == mNot || what == mPresent || people == nil {
		return
	}
	if what == mLink && l.toks[l.sent.i].Is("trước") && l.next(l.sent.i+1, l.sent.j, "khi", "lúc") {
		what = mFormer // "Trước khi làm Bí thư, ông A là Giám đốc Sở"
	}
	if what == mNominate && l.wonLater(t) {
		what = mStart
	}
	if what == mMove && n.i > l.sent.i && l.toks[n.i-1].Is("từ") {
		what = mEnd // "được điều động từ Phó Cục trưởng …"
	}
	n.bound, n.holders, n.what = true, people, what
	for _, who := range people {
		for _, po := range n.posts {
			status := l.eventStatus(what, po)
			if status == Holds && l.justElected(po) && l.saysTakes(t) {
				status = Starts
			}
			l.claim(who, po, status, "event-"+string(what), span{min(who.head, n.i), max(who.j, n.j)})
		}
	}
	l.replaced(t)
}

// listBefore is the series that series t goes on with over an item that is not recorded: "từng là Bí thư Huyện
// ủy, Giám đốc Nông trường Sông Hinh, Giám đốc Sở Nội vụ"; else nil.
func (l *linker) listBefore(t int) *node {
	k := t - 1
	for k >= 0 && l.nodes[k].posts == nil && l.nodes[k].people == nil && l.nodes[k].event == "" && l.nodes[k].date == nil {
		k--
	}
	if k < 0 || l.nodes[k].posts == nil || l.nodes[k].what != mFormer && l.nodes[k].what != mLink || len(l.nodes[k].holders) != 1 {
		return nil
	}
	i, j := l.nodes[k].j, l.nodes[t].i
	if j-i < 3 || j-i > maxSkip || !l.toks[i].Is(",", ";") || !l.toks[j-1].Is(",", ";") || t+1 < len(l.nodes) && l.nodes[t+1].people != nil {
		return nil
	}
	if _, n := l.lists.verbs.find(l.toks[:l.sent.j], l.nodes[t].j); n > 0 {
		return nil
	}
	for i++; i < j; i++ {
		if _, n := l.lists.verbs.find(l.toks[:j], i); n > 0 || l.toks[i].Is("(", ")", "\"", ":") {
			return nil
		}
	}
	return &l.nodes[k]
}

// maxSkip is the most tokens of an item that a list of posts goes on over.
const maxSkip = 16

// wonLater reports whether the one put forward for series t is said to have been elected: "được giới thiệu để
// bầu Chủ tịch UBND và đã trúng cử".
func (l *linker) wonLater(t int) bool {
	for k := t + 1; k < len(l.nodes) && l.nodes[k].people == nil; k++ {
		if i := l.nodes[k].i; l.nodes[k].event == mStart && l.toks[l.nodes[k].j-1].Is("cử") && l.toks[i].Is("trúng", "đắc") {
			return l.nodes[k-1].event != mNot
		}
	}
	return false
}

// saysTakes reports whether "giữ chức" leads to series t: to hold and, in a report of an election, to take
// up.
func (l *linker) saysTakes(t int) bool {
	return t > 0 && l.nodes[t-1].event == mLink && l.toks[l.nodes[t-1].i].Is("giữ")
}

// handsOver reports whether the post of series t is handed over to the one behind it.
func (l *linker) handsOver(t int) bool {
	if !l.next(l.nodes[t].j, l.sent.j, "cho") {
		return false
	}
	for k := t - 1; k >= 0 && l.nodes[k].event != ""; k-- {
		if l.toks[l.nodes[k].i].Is("bàn") {
			return true
		}
	}
	return false
}

// earlier is the event of the sentence before node k that the list goes on with: "miễn nhiệm chức A
// với bà X và chức B với ông Y".
func (l *linker) earlier(k int) meaning {
	for ; k >= 0; k-- {
		if e := l.nodes[k].event; rank[e] > rank[mLink] {
			return e
		}
	}
	return mLink
}

// eventStatus says how a post stands after an event.
func (l *linker) eventStatus(what meaning, po *post) Status {
	switch what {
	case mStart, mMove, mReplace:
		return Starts
	case mEnd, mRetire:
		return Ends
	case mNominate:
		return Nominated
	case mFormer:
		return Former
	}
	if po.status != "" {
		return po.status
	}
	return Holds
}

// rank orders meanings: in a chain of events the strongest decides.
var rank = map[meaning]int{mLink: 1, mFormer: 2, mReplace: 3, mStart: 4, mMove: 5, mEnd: 6, mRetire: 6, mNominate: 7, mPresent: 1, mNot: 8}

// eventsBefore gathers the events that lead to series t, and the first node before them.
func (l *linker) eventsBefore(t int) (what meaning, k int) {
	at := l.nodes[t].i
	for k = t - 1; k >= 0; k-- {
		n := l.nodes[k]
		gap := at - n.j
		if n.event == "" {
			if n.people == nil && n.posts == nil && gap <= 6 && !l.stops(n.j, at) {
				at = n.i
				continue
			}
			break
		}
		if gap > 6 || l.stops(n.j, at) {
			break
		}
		if rank[n.event] > rank[what] {
			what = n.event
		}
		at = n.i
	}
	return what, k
}

// stops reports whether a sign between tokens i and j ends the reach of an event.
func (l *linker) stops(i, j int) bool {
	for ; i < j; i++ {
		if l.toks[i].Is(";", "(", ")", "\"") {
			return true
		}
	}
	return false
}

// behind are the people that follow series t after "đối với", "cho": whom the event concerns.
func (l *linker) behind(t int) []*mention {
	if t+1 >= len(l.nodes) || l.nodes[t+1].people == nil {
		return nil
	}
	i, j := l.nodes[t].j, l.nodes[t+1].i
	if j-i < 1 || j-i > 7 {
		return nil
	}
	for k := i; k < j; k++ {
		if !l.toks[k].Is("đối", "với", "cho", ",", ":", "là", "của", "các", "cán", "bộ", "vị", "đại", "biểu", "người") {
			return nil
		}
	}
	if l.toks[i].Is(",", "của") {
		return nil
	}
	return l.alsoBehind(t + 1)
}

// alsoBehind are the people of node k and those that follow them in a list, each perhaps with posts
// in apposition: "đối với ông A, Giám đốc Sở Tài chính và bà B, Giám đốc Sở Tư pháp".
func (l *linker) alsoBehind(k int) []*mention {
	people := append([]*mention{}, l.nodes[k].people...)
	open := l.nodes[k].i > 0 && l.toks[l.nodes[k].i-1].Is(":")
	for n := k + 1; n < len(l.nodes); n++ {
		switch {
		case l.nodes[n].people == nil:
		case l.nodes[n-1].posts != nil && l.listed(l.nodes[n-1].j, l.nodes[n].i), l.reasoned(n), open && l.semicolon(l.nodes[n-1].j, l.nodes[n].i):
			people = append(people, l.nodes[n].people...)
		default:
			return people
		}
	}
	return people
}

// reasoned reports whether the people of node k go on with a list whose item before them ends in a reason:
// "đối với ông A, nguyên Giám đốc Sở Y tế, do nghỉ hưu và ông B".
func (l *linker) reasoned(k int) bool {
	for n := k - 1; n > 0 && l.nodes[k].i-l.nodes[n].j <= 12; n-- {
		switch {
		case l.nodes[n].posts != nil:
			i := l.nodes[n].j
			return l.toks[l.nodes[k].i-1].Is("và") && (l.toks[i].Is("do", "vì", "để") || l.toks[i].Is(",", "(") && l.toks[i+1].Is("do", "vì", "để"))
		case l.nodes[n].people != nil || rank[l.nodes[n].event] == rank[mStart]:
			return false
		}
	}
	return false
}

// alsoAhead are the people of node k and those that stand before them in a list, each perhaps with
// posts in apposition.
func (l *linker) alsoAhead(k int) []*mention {
	people := append([]*mention{}, l.nodes[k].people...)
	var more []*mention // behind a colon the list may go on over semicolons
	for k >= 2 && l.nodes[k-1].posts != nil && l.nodes[k-2].people != nil && l.apposed(l.nodes[k-2].j, l.nodes[k-1].i) {
		and := l.listed(l.nodes[k-1].j, l.nodes[k].i)
		if !and && !l.semicolon(l.nodes[k-1].j, l.nodes[k].i) {
			break
		}
		k -= 2
		if more = append(more, l.nodes[k].people...); and && len(more) == len(l.nodes[k].people) {
			people, more = append(people, more...), nil
		}
	}
	if i := l.nodes[k].i; i > 0 && l.toks[i-1].Is(":") || l.nodes[k].people[0].plural {
		people = append(people, more...)
	}
	return people
}

// semicolon reports whether a semicolon is all that stands, beside small words of circumstance, between
// tokens i and j.
func (l *linker) semicolon(i, j int) bool {
	return j > i && l.toks[j-1].Is(";")
}

// listed reports whether the tokens [i, j) go on with a list: "và", ", và".
func (l *linker) listed(i, j int) bool {
	switch j - i {
	case 1:
		return l.toks[i].Is("và", "cùng")
	case 2:
		return l.toks[i].Is(",", ")") && l.toks[i+1].Is("và")
	}
	return false
}

// ahead are the people before series t, from node k back: the nearest name that is no agent. The
// event before the name counts when only linking verbs stand behind it.
func (l *linker) ahead(t, k int, what meaning) ([]*mention, meaning) {
	at := l.nodes[t].i
	presented := false // someone hands over a decision on others
	for n := k + 1; n < t; n++ {
		presented = presented || l.nodes[n].event == mPresent
	}
	for ; k >= 0; k-- {
		n := l.nodes[k]
		switch {
		case n.posts != nil && n.what != "" && n.holders != nil: // an event's series: the same people
			if what == mLink && l.atPresent(t) {
				return n.holders, what // "từng là A; hiện là B"
			}
			if what == mLink && n.what != mLink && n.what != mFormer {
				what = mStart
			} else if what == mLink {
				what = n.what
			}
			return n.holders, what
		case n.posts != nil:
			continue
		case n.people != nil:
			if l.agent(k) || l.bracketed(n.i, at) {
				continue
			}
			if presented || l.main != nil && l.pronounBetween(n.j, at) {
				return nil, what
			}
			if what == mLink && l.handedTo(k) {
				what = mStart
			}
			if e := l.eventBeforeName(k); e == mNominate {
				what = e // "giới thiệu ông A để bầu …"
			} else if what == mLink {
				if e != "" {
					what = e
				} else if l.moved(k, at) {
					what = mMove
				} else {
					what = l.inherited(k, t)
				}
			}
			return l.alsoAhead(k), what
		case n.event == mPresent:
			presented = true
		case n.event != "" && rank[n.event] > rank[what] && n.event != mNot:
			what = n.event
		}
	}
	return nil, what
}

// atPresent reports whether a word for the present stands before series t: "hiện là", "nay giữ chức".
func (l *linker) atPresent(t int) bool {
	if t == 0 || l.nodes[t-1].event != mLink {
		return false
	}
	i := l.nodes[t-1].i
	return l.toks[i].Is("hiện", "nay", "đang") || i > l.sent.i && l.toks[i-1].Is("hiện", "nay", "đang")
}

// inherited is the event of the item before in a list with semicolons: "A được bầu làm P; B làm Q".
func (l *linker) inherited(k, t int) meaning {
	for n := k - 1; n > 0; n-- {
		if p := l.nodes[n]; p.posts != nil && p.what != "" && p.what != mLink {
			if p.what != mStart && p.what != mMove && p.what != mNominate {
				break
			}
			i := l.nodes[k].i
			if i > p.j && l.toks[i-1].Is(",", "và") && t == k+2 && l.nodes[k+1].event == mLink && l.nodes[k+1].i == l.nodes[k].j {
				return p.what // "bổ nhiệm A làm P, B làm Q"
			}
			for i := p.j; i < l.nodes[k].i; i++ {
				if l.toks[i].Is(";") {
					return p.what
				}
			}
			break
		}
	}
	return mLink
}

// bracketed reports whether token i stands in a bracket that is closed before token j.
func (l *linker) bracketed(i, j int) bool {
	depth := 0
	for ; i < j; i++ {
		switch {
		case l.toks[i].Is("("):
			depth++
		case l.toks[i].Is(")"):
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// moved reports whether the people of node k are named with a post and then "giữ chức" the one at
// token at: the old post is left for the new.
func (l *linker) moved(k, at int) bool {
	if k+2 >= len(l.nodes) || l.nodes[k+1].posts == nil || l.nodes[k+1].i >= at {
		return false
	}
	for i := l.nodes[k+1].j; i < at; i++ {
		if l.toks[i].Is("giữ") {
			return true
		}
		if !l.toks[i].Is(",", "về", "sang", "tiếp", "tục", "kiêm") {
			return false
		}
	}
	return false
}

// agent reports whether the people of node k are those who act: "được ông B bổ nhiệm".
func (l *linker) agent(k int) bool {
	i, j := l.nodes[k].i, l.nodes[k].j
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].j == i {
		i = l.nodes[k-1].i // "được Thủ tướng A bổ nhiệm"
	}
	if j+1 < l.sent.j && (l.toks[j].Is(",") && l.toks[j+1].Is("người") || l.toks[j].Is("vừa", "được", "đã", "trước", "chuyển")) {
		return false // "thay ông B, người được bầu làm …", "thay ông B vừa được bầu …" speak of B
	}
	return i > l.sent.i && l.toks[i-1].Is("được", "bởi", "thay", "cho") && !l.toks[i-1].Is("cho") ||
		k > 0 && l.nodes[k-1].event == mReplace && i-l.nodes[k-1].j <= 2
}

// pronounBetween reports whether "ông" or "bà" without a name stands between tokens i and j: then the one
// before is not the subject, "cùng với A, ông được bầu …".
func (l *linker) pronounBetween(i, j int) bool {
	for ; i+1 < j; i++ {
		if l.toks[i].Is("ông", "bà") && !l.toks[i+1].Upper() {
			return true
		}
	}
	return false
}

// handedTo reports whether a decision is handed to the people of node k: "trao quyết định cho ông A".
func (l *linker) handedTo(k int) bool {
	i := l.nodes[k].i
	return k > 0 && i > 0 && l.toks[i-1].Is("cho") && l.nodes[k-1].event == mPresent && i-l.nodes[k-1].j <= 2 && l.toks[l.nodes[k-1].j-1].Is("định")
}

// eventBeforeName is the event directly before the people of node k: "bầu ông A giữ chức".
func (l *linker) eventBeforeName(k int) meaning {
	i := l.nodes[k].i
	best := meaning("")
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].j == i {
		k, i = k-1, l.nodes[k-1].i // "bổ nhiệm Phó Giám đốc Sở A giữ chức …"
	}
	for k--; k >= 0; k-- {
		n := l.nodes[k]
		if n.event == "" {
			if n.posts != nil || n.people != nil {
				break
			}
			continue
		}
		if i-n.j > 4 || l.stops(n.j, i) {
			break
		}
		if rank[n.event] > rank[best] && n.event != mPresent && n.event != mReplace {
			best = n.event
		}
		i = n.i
	}
	return best
}

// pronoun is the subject of the sentence before, where this one speaks of "ông", "bà" without a
// name, or begins with a date or a verb.
func (l *linker) pronoun(t int) []*mention {
	if who := l.byTitle(t); who != nil {
		return []*mention{who}
	}
	if l.main != nil {
		return []*mention{l.main}
	}
	if l.subject == nil {
		return nil
	}
	for i := l.sent.i; i < l.nodes[t].i; i++ {
		if l.toks[i].Is("ông", "bà", "anh", "chị") || l.toks[i].Is("đồng") && i+1 < l.sent.j && l.toks[i+1].Is("chí") {
			return []*mention{l.subject}
		}
	}
	first := l.toks[l.sent.i]
	if first.Is("năm", "từ", "tháng", "sau", "trước", "đến", "khi", "hiện") || first.Kind == text.Number {
		return []*mention{l.subject}
	}
	return nil
}

// byTitle is the person whom a post before series t stands for, where the text has said who holds it:
// "Tân Bí thư Quận ủy từng là …".
func (l *linker) byTitle(t int) *mention {
	for k := t - 1; k >= 0; k-- {
		n := l.nodes[k]
		if n.people != nil {
			return nil
		}
		if n.posts == nil || n.bound {
			continue
		}
		po := n.posts[0]
		for c := len(l.claims) - 1; c >= 0; c-- {
			if q := l.claims[c]; q.post.name == po.name && q.post.org.name() == po.org.name() && (q.status == Starts || q.status == Holds) {
				return q.who
			}
		}
	}
	return nil
}

// replaced claims the end for the one in whose place series t is taken up: "thay ông B".
func (l *linker) replaced(t int) {
	n := l.nodes[t]
	if n.what != mStart && n.what != mMove && n.what != mLink && n.what != mReplace {
		return
	}
	for k := range l.nodes {
		if l.nodes[k].event != mReplace || k+1 >= len(l.nodes) || l.nodes[k+1].people == nil || l.nodes[k+1].i-l.nodes[k].j > 2 {
			continue
		}
		if k > t && l.otherBound(t, k) || holds(n.holders, l.nodes[k+1].people[0]) {
			continue
		}
		for _, po := range n.posts {
			if po.title.family != "member" {
				l.claim(l.nodes[k+1].people[0], po, Ends, "replaced", span{min(n.i, l.nodes[k+1].i), max(n.j, l.nodes[k+1].j)})
			}
		}
	}
}

func holds(people []*mention, who *mention) bool {
	for _, m := range people {
		if m == who {
			return true
		}
	}
	return false
}

// otherBound reports whether another governed series stands between series t and node k.
func (l *linker) otherBound(t, k int) bool {
	for i := t + 1; i < k; i++ {
		if l.nodes[i].posts != nil && l.nodes[i].bound && l.nodes[i].what != "" {
			return true
		}
	}
	return false
}
