package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
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
