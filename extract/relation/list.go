package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// openedList is a list whose items stand in the lines to come: "Hội nghị đã bầu hai Phó Chủ tịch UBND huyện, gồm:",
// "Bí thư Tỉnh ủy Hà Giang qua các thời kỳ".
type openedList struct {
	posts  []givenPost   // that every item takes
	status record.Status // of the post that an item has itself, where the head gives none: "những người được đề cử gồm:"
	body   *mention.Org  // of the heading within the list
	place  *mention.Unit // the same
	past   bool          // the items are those of all times

	kinds  []*mention.Post // the posts of which the head decides, where items say which of them each takes
	joined bool            // the people of the list enter the body
	result bool            // it is that of an election: "KẾT QUẢ BẦU CỬ"

	each *eachOf // its post is held in several bodies or places, each named with its holder

	moves bool          // the head moves people from one post to another
	head  document.Span // the tokens of the head behind its verb

	tasks   bool // lines that tell the tasks of each stand between the items
	heading bool // it stands under a heading, and not under a sentence that ends in a colon
	loose   bool // other words stand in the heading: "Danh sách các …"
	annexed bool // it is attached to a decision
	founded bool // the body of the heading is set up: its posts begin
	served  bool // an item has been read
	inItem  bool // the line is that of an item
	idle    int  // sentences since that name nobody

	times lineTimes // of the lines between the items

	at   int         // the sentence of its head, or of that line
	over *openedList // the list that it stands in, or nil
}

// givenPost is a post that a head gives to all items, and how they stand to it.
type givenPost struct {
	post   *mention.Post
	status record.Status
}

// maxIdle is the number of sentences without a name after which a list is over.
const maxIdle = 2

// openList opens a list when the sentence ends in a colon behind a post, a body or a verb, or is a heading that is
// nothing but a post or a body.
func (l *linker) openList() {
	l.votedBefore, l.voted = l.voted, nil
	above := l.lone
	l.lone, l.timeAbove = l.loneName(), l.loneTime()
	if l.lone == nil {
		l.lone = l.goesOnAbove(above)
	}
	if l.inTable() || l.inBrokenRow() || l.announcesDeath() {
		return
	}
	colon := l.endsOpen()
	if l.list != nil && l.list.result && l.list.at == l.SentOf[l.sent.I] {
		return // "(Đại hội bầu ngày 6/8/2020)"
	}
	if l.noteBallot(); colon && l.tellsLosers() {
		l.list = nil
		return
	}
	if !colon && above != nil && l.belowName(above) {
		return
	}
	list := openedList{heading: !colon}
	l.headGives(&list, colon)
	if colon && list.posts == nil && l.list != nil && l.list.tasks {
		return // "Phụ trách các lĩnh vực:"
	}
	l.headSays(&list, colon)
	if list.each != nil || list.posts != nil || list.status != "" || list.body != nil || list.place != nil {
		list.past = l.headIn(l.sent).past || list.heading && l.pastChapter > 0 && !l.saysNow()
		l.inherit(&list)
		if list.body == nil && list.posts != nil {
			list.body = l.bodyOfMembers(list.posts[0].post)
		}
		l.lendOwner(&list)
		list.at, list.over = l.SentOf[l.sent.I], l.list
		opened := list // that alone outlives the sentence
		l.list = &opened
		l.noteTitle(&opened)
	}
	if !colon && l.personAfter(0) < 0 {
		l.voted = l.votedPosts()
	}
}

// headGives reads the posts that a head gives to all items, or else the verb that it gives to theirs.
func (l *linker) headGives(list *openedList, colon bool) {
	if list.posts = l.headPosts(colon); list.posts == nil {
		list.posts = l.headMembers(colon)
	}
	if list.posts != nil {
		l.severalKinds(list, colon)
	}
	if po := l.officeOf(l.sent); po != nil && list.posts == nil && !colon {
		list.posts = []givenPost{{po, record.Holds}}
		return
	}
	switch {
	case list.posts != nil && colon:
	case list.posts != nil:
		po := list.posts[0].post
		list.loose = !l.plainBefore(po.I) || !l.plainBetween(po.J, l.sent.J)
	case colon && l.ballot != nil && l.tellsWinners():
		list.posts = []givenPost{{l.ballot, record.Starts}}
	case colon && len(l.nodes) == 0 && l.votedBefore != nil:
		list.posts = l.votedBefore // "Quốc hội bầu các Phó Chủ tịch. Kết quả như sau:"
	case colon:
		list.status = l.headVerb()
		list.moves, list.head = l.headMoves()
	}
}

// headSays reads the body or the place of a head, and what kind of list it opens.
func (l *linker) headSays(list *openedList, colon bool) {
	l.headBody(list, colon)
	l.annex(list)
	if colon && list.body == nil && list.posts == nil && list.status == "" {
		list.place = l.headPlace()
	}
	switch {
	case list.posts == nil && list.body == nil && l.headTasks(list):
		list.status = ""
		return
	case colon:
		l.headDecides(list)
	case len(list.posts) == 0 && l.resultOfBallot() && l.wholeLine() && l.namesNothing():
		list.result, list.status = true, record.Starts
	}
	list.each = l.headEach(colon)
}

// votedPosts are the posts to which a sentence tells an election that names nobody: "Kỳ họp bầu hai Phó Chủ tịch UBND xã."
func (l *linker) votedPosts() []givenPost {
	t := len(l.nodes) - 1
	if t < 1 || l.nodes[t].posts == nil || !l.electedBetween(l.sent.I, l.nodes[t].I) {
		return nil
	}
	return []givenPost{{l.nodes[t].posts[len(l.nodes[t].posts)-1], record.Starts}}
}

// inherit gives a list what the heading over its own says and its own leaves out: "Phó Giám đốc:" below "Lãnh đạo Sở Y tế
// qua các thời kỳ".
func (l *linker) inherit(list *openedList) {
	over := l.list
	if over == nil && l.closed != nil && l.closedAt == l.SentOf[l.sent.I] && l.startsLine() {
		over = l.closed
	}
	if over != nil && over.result {
		list.result, list.status = true, record.Starts
		for k := range list.posts {
			list.posts[k].status = record.Starts
		}
	}
	if over == nil {
		return
	}
	if over.body == nil && over.place == nil {
		if list.body == nil && list.place == nil {
			list.body = l.bodyOver(over, list.posts)
		}
		list.past = list.past || list.body != nil && over.past && !l.saysNow()
		return
	}
	for _, g := range list.posts {
		if g.post.Org != nil && !g.post.Guessed && !g.post.Org.Taken && (over.body == nil || g.post.Org.Name() != over.body.Name()) {
			return
		}
	}
	if list.body == nil && list.place == nil {
		list.body, list.place = over.body, over.place
		list.founded = over.founded
	}
	list.past = list.past || over.past
	l.inheritKinds(over, list)
	if list.founded {
		for k := range list.posts {
			list.posts[k].status = record.Starts
		}
	}
}

// saysNow reports whether the sentence is a heading of those of today: "Phó Giám đốc hiện nay:".
func (l *linker) saysNow() bool {
	for i := l.sent.I; i < l.sent.J; i++ {
		if l.Lists.Words.PeriodNow.Has(l.Toks[i]) {
			return true
		}
	}
	return false
}

// endsOpen reports whether the sentence ends in a colon, perhaps before the number of the first item.
func (l *linker) endsOpen() bool {
	j := l.sent.J
	for j > l.sent.I+1 && !(l.Toks[j-1].Kind == text.Number && l.countEnds(j)) && (l.Toks[j-1].Kind == text.Number || l.Toks[j-1].Is(".", ")", "-", "+", "*", "•")) {
		j--
	}
	return l.Toks[j-1].Is(":") || l.endsInLead(j)
}

// countEnds reports whether the number before token j ends a line that it does not begin, and so counts what the line speaks of: "Số đại biểu
// được bầu: 3".
func (l *linker) countEnds(j int) bool {
	return l.Toks[j-1].Breaks == 0 && (j >= len(l.Toks) || l.Toks[j].Breaks > 0)
}

// endsInLead reports whether the sentence is a line that ends before token j in words that lead to names: "HĐND xã khóa XX gồm các đại
// biểu".
func (l *linker) endsInLead(j int) bool {
	for k := j; k > l.sent.I && k > j-maxLabel; k-- {
		t := l.Toks[k-1]
		if l.Lists.Words.Consisting.Has(t) {
			return l.wholeLine() && k > l.sent.I+1
		}
		if t.Kind != text.Number && !l.Lists.Words.ListLead.Has(t) {
			return false
		}
	}
	return false
}

// plainHead reports whether tokens [i, j) have only words that lead to the post or the body of a heading, or follow it:
// "Danh sách các đồng chí …", "… qua các thời kỳ".
func (l *linker) plainHead(i, j int) bool {
	for ; i < j; i++ {
		if t := l.Toks[i]; t.Kind == text.Word && !l.Lists.Words.ListHead.Has(t) && !l.isRoman(i) {
			return false
		}
	}
	return true
}

// isRoman reports whether token i is a Roman number or the letter of an item.
func (l *linker) isRoman(i int) bool {
	return record.FromRoman(l.Toks[i].Norm) > 0 || len([]rune(l.Toks[i].Norm)) == 1
}

// announcesDeath reports whether the sentence stands over the name of someone who died: "Chủ tịch nước, Chính phủ
// thương tiếc báo tin:".
func (l *linker) announcesDeath() bool {
	k := l.SentOf[l.sent.I] + 1
	next := l.profileOf(k)
	return next != nil && next.late && next.I == k
}

// headPosts are the posts that the sentence gives to the items below it: the last, behind which nobody is named, and
// the one that its verb finds them in: "phân công các Ủy viên Bộ Chính trị tham gia Ban Bí thư gồm:".
func (l *linker) headPosts(colon bool) (out []givenPost) {
	for t := len(l.nodes) - 1; t >= 0; t-- {
		n := l.nodes[t]
		switch {
		case n.people != nil:
			return out
		case n.posts == nil || n.bound || slices.Contains(l.frame.by, n.I): // "theo đề nghị của Thủ tướng"
		case l.ofElection(n.I):
			return nil // "Ban bầu cử đại biểu Quốc hội:"
		case out == nil && !l.pluralBefore(n.I) && l.decides(t):
			return nil
		case out != nil:
			if l.pluralBefore(n.I) && l.electedBetween(n.J, l.sent.J) {
				out = append(out, givenPost{n.posts[len(n.posts)-1], record.Holds})
			}
			return out
		case !colon && !l.isHeading(t):
			return nil
		default:
			last := l.headPost(n.posts, colon)
			out = append(out, givenPost{last, l.headStatus(t, colon)})
		}
	}
	return out
}

// headPost is the post that a series in a head gives: the last, but of an army post that a heading names by what it was called at
// different times the first: "Chính ủy, Phó Sư đoàn trưởng về chính trị".
func (l *linker) headPost(posts []*mention.Post, colon bool) *mention.Post {
	first, last := posts[0], posts[len(posts)-1]
	if colon || first == last || first.Title.Family != "army" || !l.Toks[last.I-1].Is(",") {
		return last
	}
	switch {
	case first.Org.Name() == last.Org.Name():
		return first
	case first.Org == nil || first.Guessed:
		own := *first
		own.Org, own.Guessed = last.Org, last.Guessed
		return &own
	}
	return last
}

// ofElection reports whether the post at token i is that for which a body or a day of elections is named: "Tổ bầu cử đại biểu
// Hội đồng nhân dân".
func (l *linker) ofElection(i int) bool {
	return i > l.sent.I+2 && l.Lists.Words.Election.Has(l.Toks[i-2], l.Toks[i-1]) && l.Lists.Words.ElectionNoun.Has(l.Toks[i-3])
}

// headStatus is how the items below a head stand to its series t.
func (l *linker) headStatus(t int, colon bool) record.Status {
	n := l.nodes[t]
	m, _ := l.eventsBefore(t)
	switch {
	case m == gazetteer.MEnd && colon:
		return record.Ends
	case m == gazetteer.MNominate:
		return record.Nominated
	case m == gazetteer.MStart || m == gazetteer.MMove || l.electedBetween(l.sent.I, n.I) || l.startsWith(&l.Lists.Words.ResultOf) && l.resultOfBallot() || colon && l.electedBetween(n.J, l.sent.J):
		return record.Starts
	}
	return record.Holds
}

// decides reports whether the holder of series t decides of the items below: "Chủ tịch UBND tỉnh trao quyết định bổ nhiệm
// cho các ông, bà:", and not "Phó Chủ tịch được bầu gồm:".
func (l *linker) decides(t int) bool {
	if j := l.nodes[t].J; j+1 < l.sent.J && l.Lists.Words.Decision.Has(l.Toks[j], l.Toks[j+1]) {
		return true // "Về điều động cán bộ, Bộ trưởng quyết định điều động: bà A, …"
	}
	if l.eventBefore(t) {
		return false
	}
	for _, n := range l.nodes[t+1:] {
		if decided[n.event] == "" {
			continue
		}
		for k := l.nodes[t].J; k < n.I; k++ {
			if l.Toks[k].Is(",", ":") || l.Lists.Words.Undergoing.Has(l.Toks[k]) {
				return false
			}
		}
		return !l.Lists.Words.Undergoing.Has(l.Toks[n.I]) && !l.Lists.Words.VoteIn.Has(l.Toks[n.I])
	}
	return false
}

// eventBefore reports whether a verb that decides stands before node t.
func (l *linker) eventBefore(t int) bool {
	for _, n := range l.nodes[:t] {
		if decided[n.event] != "" {
			return true
		}
	}
	return false
}

// isHeading reports whether the sentence is a line that is nothing but series t.
func (l *linker) isHeading(t int) bool {
	n := l.nodes[t]
	if k := l.ItemFrom(n.J); k < len(l.Items) && l.Items[k].Org != nil && l.Items[k].I == n.J+1 && l.Toks[n.J].Is("-", "/", ",") {
		n.J = l.Items[k].J // "Chủ tịch Ủy ban hành chính - Ủy ban nhân dân tỉnh qua các thời kỳ": the body by its later name
	}
	if len(l.nodes) > 4 || !l.wholeLine() || l.Toks[l.sent.J-1].Is(".") {
		return false
	}
	end := l.beforeBracket(n.J)
	if (l.plainBefore(n.I) || n.I-l.sent.I <= 2 && l.plainItem(n.I)) && l.plainBetween(n.J, end) {
		return true // "I. TRƯỞNG BAN", "III. ỦY VIÊN BAN CHẤP HÀNH (xếp theo vần A, B, C)"
	}
	if l.opensHead() && n.posts[0].Title.Family == "member" && n.I > l.sent.I && l.Lists.Words.Entering.Has(l.Toks[n.I-1]) && l.electedBetween(l.sent.I, n.I) {
		return l.plainHead(n.J, end) // "Danh sách các vị được bầu vào Ủy ban Trung ương MTTQ Việt Nam"
	}
	if l.startsWith(&l.Lists.Words.ResultOf) && l.resultOfBallot() && l.plainHead(l.sent.I+2, n.I) && l.plainHead(l.pastPlaces(n.J), end) {
		return l.bareNameFollows() // "Kết quả bầu cử đại biểu HĐND tỉnh" over "1. Trần Văn A: 95% số phiếu"
	}
	from := l.sent.I
	if l.nodes[0].event == gazetteer.MPresent && l.nodes[0].I == from && l.Pair(l.nodes[0].J, l.sent.J, &l.Lists.Words.ListNoun) {
		from = l.nodes[0].J // "Công bố danh sách …"
	}
	return (from > l.sent.I || l.opensHead() || l.headIn(l.sent).past) && l.plainHead(from, n.I) && l.plainHead(l.pastPlaces(n.J), end)
}

// startsWith reports whether the sentence begins with a phrase of the class, perhaps behind a number.
func (l *linker) startsWith(c *gazetteer.Pairs) bool { return l.Pair(l.sent.I, l.sent.J, c) }

// beforeBracket is the end of the line without the bracket that closes it, if that begins at token i.
func (l *linker) beforeBracket(i int) int {
	if !l.Next(i, l.sent.J, "(") || !l.Toks[l.sent.J-1].Is(")") {
		return l.sent.J
	}
	for k := i + 1; k < l.sent.J-1; k++ {
		if l.Toks[k].Is("(", ")") {
			return l.sent.J
		}
	}
	return i
}

// pastPlaces is the token behind the places that stand from token i on: "Danh sách đại biểu Quốc hội khóa XI tỉnh Nam Định".
func (l *linker) pastPlaces(i int) int {
	for k := l.ItemFrom(i); k < len(l.Items) && l.Items[k].Unit != nil && l.Items[k].Unit.Name != "" && l.plainHead(i, l.Items[k].I) && l.Items[k].J <= l.sent.J; k++ {
		i = l.Items[k].J
	}
	return i
}

// opensHead reports whether the first word of the sentence is one with which the heading of a list begins: "Danh sách",
// "Các", "Lãnh đạo".
func (l *linker) opensHead() bool {
	for i := l.sent.I; i < l.sent.J; i++ {
		if t := l.Toks[i]; t.Kind == text.Word && !l.isRoman(i) {
			return l.Lists.Words.HeadOpener.Has(t)
		}
	}
	return false
}

// wholeLine reports whether the sentence is a line by itself.
func (l *linker) wholeLine() bool {
	return l.startsLine() && (l.sent.J == len(l.Toks) || l.Toks[l.sent.J].Breaks > 0)
}

// headVerb is the status of the posts of the items below a sentence that says what is decided of all of them, and names no
// post: "Những người được đề cử gồm:", "Kỳ họp đã bầu các chức danh sau:".
func (l *linker) headVerb() (status record.Status) {
	if l.resultOfBallot() {
		return record.Starts
	}
	for _, n := range l.nodes {
		switch {
		case n.posts != nil && !l.pluralBefore(n.I):
			status = ""
		case status != record.Nominated && decided[n.event] != "":
			status = decided[n.event]
		}
	}
	return status
}

// headMoves reports whether the sentence speaks of moving people, and tells the tokens behind its last verb.
func (l *linker) headMoves() (moves bool, behind document.Span) {
	behind = document.Span{I: l.sent.J, J: l.sent.J}
	for _, n := range l.nodes {
		if n.event != "" {
			moves, behind.I = moves || n.event == gazetteer.MMove, n.J
		}
	}
	return moves, behind
}
