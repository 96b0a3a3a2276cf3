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

	moves bool          // the head moves people from one post to another
	head  document.Span // the tokens of the head behind its verb

	heading bool // it stands under a heading, and not under a sentence that ends in a colon
	loose   bool // other words stand in the heading: "Danh sách các …"
	founded bool // the body of the heading is set up: its posts begin
	served  bool // an item has been read
	inItem  bool // the line is that of an item
	idle    int  // sentences since that name nobody
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
	lone := l.lone
	l.lone, l.timeAbove = l.loneName(), l.loneTime()
	if l.inTable() || l.announcesDeath() {
		return
	}
	colon := l.endsOpen()
	if !colon && lone != nil && l.belowName(lone) {
		return
	}
	list := &openedList{heading: !colon}
	if list.posts = l.headPosts(colon); list.posts == nil {
		list.posts = l.headMembers(colon)
	}
	if list.posts != nil && !colon {
		po := list.posts[0].post
		list.loose = !l.plainBefore(po.I) || !l.plainBetween(po.J, l.sent.J)
	}
	switch {
	case list.posts != nil:
	case colon && len(l.nodes) == 0 && l.votedBefore != nil:
		list.posts = l.votedBefore // "Quốc hội bầu các Phó Chủ tịch. Kết quả như sau:"
	case colon:
		list.status = l.headVerb()
		list.moves, list.head = l.headMoves()
	}
	l.headBody(list, colon)
	if list.posts != nil || list.status != "" || list.body != nil {
		list.past = l.headIn(l.sent).past
		l.inherit(list)
		l.list = list
	}
	if !colon && l.personAfter(0) < 0 {
		l.voted = l.votedPosts()
	}
}

// loneName is the person whose name is all that the line has, and who has no post by it; else nil.
func (l *linker) loneName() *mention.Mention {
	if len(l.nodes) != 1 || len(l.nodes[0].people) != 1 || !l.startsLine() || l.sent.J < len(l.Toks) && l.Toks[l.sent.J].Breaks == 0 {
		return nil
	}
	n := l.nodes[0]
	if !l.plainItem(n.people[0].Head) || !l.noWords(n.J, l.sent.J) || l.Toks[l.sent.J-1].Is(".") {
		return nil
	}
	if k := len(l.claims) - 1; k >= 0 && l.claims[k].who == n.people[0] {
		return nil
	}
	return n.people[0]
}

// loneTime is the time of a line that has nothing else: "Từ tháng 3/1995 đến tháng 5/2000:" above a post.
func (l *linker) loneTime() mention.CellPeriod {
	if len(l.nodes) == 0 || l.nodes[0].date == nil || !l.wholeLine() || !l.plainItem(l.sent.J) {
		return mention.CellPeriod{}
	}
	return l.ReadPeriod(l.sent)
}

// belowName gives the posts of a line that has nothing else to the person whose name is the line above it, as pages on who
// leads a body have them.
func (l *linker) belowName(who *mention.Mention) bool {
	if len(l.nodes) == 0 || !l.startsLine() || l.SentOf[who.I] != l.SentOf[l.sent.I]-1 {
		return false
	}
	for t, n := range l.nodes {
		if n.posts == nil || n.bound || t == 0 && !l.plainItem(n.I) || !l.plainBetween(n.J, l.sent.J) && t == len(l.nodes)-1 {
			return false
		}
	}
	for t := range l.nodes {
		l.nodes[t].bound = true
		for _, po := range l.nodes[t].posts {
			if l.list != nil {
				po = l.placed(po, l.list.body, l.list.place)
			}
			l.freePost(who, po, record.Holds, "list", l.nodes[t].J)
		}
	}
	return true
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
	if over == nil || over.body == nil && over.place == nil {
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
	if list.founded {
		for k := range list.posts {
			list.posts[k].status = record.Starts
		}
	}
}

// endsOpen reports whether the sentence ends in a colon, perhaps before the number of the first item.
func (l *linker) endsOpen() bool {
	j := l.sent.J
	for j > l.sent.I+1 && (l.Toks[j-1].Kind == text.Number || l.Toks[j-1].Is(".", ")", "-", "+", "*", "•")) {
		j--
	}
	return l.Toks[j-1].Is(":")
}

// headBody gives a list the body that its heading names and whose posts its items have, "LÃNH ĐẠO UBND TỈNH SƠN LA", and
// the one that is set up with the people below, "thành lập Ban Chỉ đạo … gồm các ông, bà:".
func (l *linker) headBody(list *openedList, colon bool) {
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		it := l.Items[n]
		if it.Person != nil || it.Post != nil {
			return
		}
		o := it.Org
		if o == nil || o.Kind == nil && o.Named == nil && o.Literal == "" || o.Generic() || o.Kind != nil && o.Kind.Board && o.Parent == nil {
			continue
		}
		founded := colon && l.founds(o.I) && l.consists(o.J)
		if !founded && !l.headsBody(o) {
			continue
		}
		list.body, list.founded = steered(o), founded
		return
	}
}

// headsBody reports whether the sentence is a heading that says that the posts of a body follow: "Lãnh đạo UBND tỉnh Sơn La",
// "Thường trực HĐND tỉnh", and not the name of the body alone.
func (l *linker) headsBody(o *mention.Org) bool {
	if o.Kind != nil && o.Kind.Place && o.Parent == nil && o.Place() == nil {
		return false
	}
	if l.Toks[l.sent.J-1].Is(".") || !l.wholeLine() || !l.plainHead(l.sent.I, o.I) || !l.plainHead(o.J, l.sent.J) || l.Toks[l.sent.I].Is("-", "+", "•") {
		return false
	}
	if o.I > l.sent.I && l.opensHead() {
		return true
	}
	return steered(o) != o
}

// steered is the body of which a board, or those who lead it, is named: of "Ban Lãnh đạo Sở Y tế" the Sở Y tế.
func steered(o *mention.Org) *mention.Org {
	if o.Kind != nil && o.Parent != nil && (o.Kind.Board || !o.Kind.Place && !o.Kind.Field) {
		return o.Parent
	}
	return o
}

// founds reports whether words before token i of the sentence say that a body is set up or made up anew.
func (l *linker) founds(i int) bool {
	n := 0
	for k := l.sent.I; k < i; k++ {
		if l.Lists.Words.Founding.Has(l.Toks[k]) {
			n++
		}
	}
	return n > 1
}

// consists reports whether "gồm" stands behind token i in the sentence.
func (l *linker) consists(i int) bool {
	for ; i < l.sent.J; i++ {
		if l.Toks[i].Is("gồm") {
			return true
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
			out = append(out, givenPost{n.posts[len(n.posts)-1], l.headStatus(t, colon)})
		}
	}
	return out
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
	case m == gazetteer.MStart || m == gazetteer.MMove || l.electedBetween(l.sent.I, n.I) || colon && l.electedBetween(n.J, l.sent.J):
		return record.Starts
	}
	return record.Holds
}

// decides reports whether the holder of series t decides of the items below: "Chủ tịch UBND tỉnh trao quyết định bổ nhiệm
// cho các ông, bà:", and not "Phó Chủ tịch được bầu gồm:".
func (l *linker) decides(t int) bool {
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
	if l.plainBefore(n.I) && l.plainBetween(n.J, l.sent.J) {
		return true
	}
	return (l.opensHead() || l.headIn(l.sent).past) && l.plainHead(l.sent.I, n.I) && l.plainHead(n.J, l.sent.J)
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

// headMembers is membership of the body that the sentence names for the items below it: "Ban Thường vụ Tỉnh ủy (2025 -
// 2030)" as a heading, "Ban Thường vụ gồm 9 đồng chí:".
func (l *linker) headMembers(colon bool) []givenPost {
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		o := l.Items[n].Org
		if o == nil {
			continue
		}
		heading := (l.plainBefore(o.I) || l.opensHead() && l.plainHead(l.sent.I, o.I)) && l.plainBetween(o.J, l.sent.J) && !l.Toks[l.sent.J-1].Is(".") && o.Kind != nil && o.Kind.Board
		if !heading && !(colon && l.consistsOf(o.J, l.sent.J) && !l.namedBehind(o.J)) {
			continue
		}
		if po := l.memberOf(o); po != nil {
			status := record.Holds
			if !heading && l.electedBetween(l.sent.I, o.I) {
				status = record.Starts
			}
			return []givenPost{{po, status}}
		}
	}
	return nil
}

// namedBehind reports whether the sentence names somebody behind token i.
func (l *linker) namedBehind(i int) bool {
	for _, n := range l.nodes {
		if n.people != nil && n.I >= i {
			return true
		}
	}
	return false
}

// consistsOf reports whether "gồm" follows a body at token i, and what it consists of follows at once: "Ủy ban Kiểm tra
// Huyện ủy khóa XX gồm 3 đồng chí: …", and not "gồm 11 người do ông A làm Chủ nhiệm".
func (l *linker) consistsOf(i, end int) bool {
	for n := l.ItemFrom(i); n < len(l.Items) && l.Items[n].I < end; n++ {
		if it := l.Items[n]; it.Post != nil || it.Person != nil {
			end = it.I // "UBND thành phố có 4 Phó Chủ tịch gồm: …" has the names of these
			break
		}
	}
	for k := i; k < min(end, i+document.MaxSkip); k++ {
		switch {
		case l.Toks[k].Is("gồm"):
			for k++; k < end && (l.Toks[k].Kind == text.Number || l.Lists.Words.ListLead.Has(l.Toks[k])); k++ {
			}
			return k >= end || l.Toks[k].Is(":") || l.Toks[k].Upper() && !l.Next(k+1, end, "/")
		case l.Toks[k].Is(";", ".", ","):
			return false
		}
	}
	return false
}

// memberOf is membership of a body, or nil for one that has no members: of a board that of the body that it steers.
func (l *linker) memberOf(o *mention.Org) *mention.Post {
	switch {
	case o.Named != nil:
		if !l.Lists.Members[[2]string{gazetteer.Member, o.Named.Name}] {
			return nil
		}
		t, _ := l.Lists.Titles.Find(l.Words(gazetteer.Member+" "+o.Named.Name), 0)
		return &mention.Post{Span: o.Span, Title: t, Name: gazetteer.Member, Org: o}
	case o.Kind == nil || o.Kind.Member == "":
		return nil
	}
	t, _ := l.Lists.Titles.Find(l.Words(o.Kind.Member), 0)
	po := &mention.Post{Span: o.Span, Title: t, Name: o.Kind.Member, Org: o}
	if o.Kind.Board && o.Parent != nil {
		po.Org = o.Parent
	}
	return po
}

// headVerb is the status of the posts of the items below a sentence that says what is decided of all of them, and names no
// post: "Những người được đề cử gồm:", "Kỳ họp đã bầu các chức danh sau:".
func (l *linker) headVerb() (status record.Status) {
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

// goOn reads an item of the open list: a name, perhaps behind a time or posts of its own. The first lines that name
// nobody at their begin end the list, but for headings within it, and for what stands between a heading of all times and
// the first of its items.
func (l *linker) goOn() {
	if l.list == nil {
		return
	}
	l.lendToItem()
	l.newPosts()
	l.allPast = l.list.past && l.opensItem()
	if u := l.itemPlace(); u != nil {
		list, over := l.list, l.list.place
		list.place = u
		defer func() { list.place = over }()
	}
	if t := l.itemName(); t >= 0 {
		if l.list.past && (l.list.idle > maxIdle || l.list.loose && l.inTable() || l.list.heading && l.Toks[l.sent.J-1].Is(".")) && l.itemTime(t).IsZero() {
			return // prose below "Bí thư Huyện ủy qua các thời kỳ"
		}
		l.item(t)
		l.list.idle, l.list.served, l.list.inItem = 0, true, true
		return
	}
	opens := l.startsLine()
	if l.list.inItem = l.list.inItem && !opens; l.list.inItem || l.subheading() || l.noWords(l.sent.I, l.sent.J) {
		return
	}
	last := maxIdle
	if (l.list.past && l.list.heading || l.list.body != nil) && !l.inTable() {
		last = maxPreface
	}
	for _, n := range l.nodes {
		if (n.people != nil || n.posts != nil) && last == maxIdle {
			l.list.idle = last
		}
	}
	if l.list.idle++; l.list.idle > last {
		l.list = nil
	}
}

// itemPlace is the place with which an item begins, before a colon or a dash and the name: "1. Xã Chiềng An: ông A"; else nil.
func (l *linker) itemPlace() *mention.Unit {
	k := l.ItemFrom(l.sent.I)
	if k+1 >= len(l.Items) || l.Items[k+1].Person == nil || len(l.list.posts) == 0 {
		return nil
	}
	u, m := l.Items[k].Unit, l.Items[k+1].Person
	if u == nil || u.Name == "" || !l.plainItem(l.Items[k].I) || m.Head != l.Items[k].J+1 || !l.Toks[l.Items[k].J].Is(":", "-") {
		return nil
	}
	return u
}

// maxPreface is the number of lines that may stand between a heading of all times, or of a body, and an item.
const maxPreface = 8

// opensItem reports whether the sentence is a line that begins with a person, a post or a time.
func (l *linker) opensItem() bool {
	if !l.startsLine() {
		return false
	}
	for _, n := range l.nodes {
		if n.people != nil || n.posts != nil {
			return l.plainItem(n.I)
		}
	}
	return false
}

// plainItem reports whether only what numbers an item, or tells its time or its term, stands before token i of the
// sentence: "a)", "1947 - 1949:", "Khóa II (1949 - 1951):".
func (l *linker) plainItem(i int) bool {
	if l.plainBefore(i) {
		return true
	}
	for k := l.sent.I; k < i; k++ {
		if t := l.Toks[k]; t.Kind == text.Word && !l.Lists.Words.TimeLead.Has(t) && !l.Lists.Words.PeriodTo.Has(t) && !l.Lists.Words.TermsWord.Has(t) && !l.isRoman(k) {
			return false
		}
	}
	return true
}

// newPosts gives the status of the list to the posts that its items take: those of the body that is set up, and, where
// the head says that something is decided and not which post, those behind a colon: "1. Ông A: Giám đốc Sở Y tế".
func (l *linker) newPosts() {
	if !l.opensItem() {
		return
	}
	who := l.personAfter(0)
	if who < 0 {
		return
	}
	for t := len(l.nodes) - 1; t >= 0; t-- {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		switch last := n.posts[len(n.posts)-1]; {
		case l.list.founded && last.Org != nil && last.Org.Name() == l.list.body.Name():
		case l.list.status == record.Starts && t > who && !l.postBefore(who) && l.Toks[n.I-1].Is(":"):
		default:
			continue
		}
		n.posts = slices.Clone(n.posts)
		n.posts[len(n.posts)-1] = starting(n.posts[len(n.posts)-1])
		if !l.list.founded {
			return
		}
	}
}

// postBefore reports whether a post stands before node t.
func (l *linker) postBefore(t int) bool {
	return slices.ContainsFunc(l.nodes[:t], func(n node) bool { return n.posts != nil })
}

// starting is a post that is taken up.
func starting(po *mention.Post) *mention.Post {
	own := *po
	own.Status = record.Starts
	return &own
}

// lendToItem gives the posts of an item that leave their body out the one that the heading of the list names.
func (l *linker) lendToItem() {
	if l.list.body == nil || !l.opensItem() {
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		for k, po := range n.posts {
			if po.Org != nil && !po.Guessed && !(po.Org.Generic() && po.Org.Bare == "") || po.J < l.sent.J && l.Toks[po.J].Kind == text.Word {
				continue // "Bí thư Đoàn cơ quan" is of a body of its own
			}
			if own := l.placed(po, l.list.body, l.list.place); own != po {
				n.posts = slices.Clone(n.posts)
				n.posts[k] = own
			}
		}
	}
}

// itemName is the node of the name with which an item begins: "1. Ông A, …", "Từ 1976-1986: Trần Anh B", "- Trưởng Ban
// Tổ chức Trung ương Lê Văn C"; -1 when the sentence begins otherwise.
func (l *linker) itemName() int {
	at := l.sent.I
	for t, n := range l.nodes {
		switch {
		case n.date != nil, t == 0 && n.people == nil && n.posts == nil && n.event == "" && l.itemPlace() != nil:
			continue
		case n.people != nil && (l.plainItem(n.I) || t == 1 && l.itemPlace() != nil || at > l.sent.I && n.I == at || l.labelled(at, n.I)):
			return t
		case n.posts != nil && t == 0 && !l.list.heading && l.plainBefore(n.I) && l.startsLine() && t+1 < len(l.nodes):
			at = n.J
			continue
		}
		return -1
	}
	return -1
}

// startsLine reports whether the sentence begins a line, perhaps behind a number that ends in a full stop: "II. Huyện
// Hải Hậu".
func (l *linker) startsLine() bool {
	for i := l.sent.I; i > l.sent.I-3 && i >= 0; i-- {
		if i == 0 || l.Toks[i].Breaks > 0 {
			return true
		}
		if t := l.Toks[i-1]; !t.Is(".", ")") && t.Kind != text.Number && record.FromRoman(t.Norm) == 0 && len([]rune(t.Norm)) > 1 {
			return false
		}
	}
	return false
}

// itemTime is the time that an item tells before the name of node t, or behind it when nothing else stands there: "- 1976 -
// 1978: Trần Văn A", "1. Trần Văn A (1976 - 1978)".
func (l *linker) itemTime(t int) mention.CellPeriod {
	n, i := l.nodes[t], l.sent.I
	for i < n.I && !l.IsYear(i) && (l.Toks[i].Kind == text.Punct || l.Toks[i].Kind == text.Number && l.Next(i+1, n.I, "-", ".", ")")) && !(l.dateStarts(i)) {
		i++
	}
	if told := l.ReadPeriod(document.Span{I: i, J: n.I}); !told.IsZero() {
		return told
	}
	i, j := n.J, l.sent.J
	for _, more := range l.nodes[t+1:] {
		if more.date == nil {
			if j = more.I - 1; !l.Toks[j].Is("(") {
				return mention.CellPeriod{}
			}
			break
		}
	}
	if l.Next(i, j, "(") && l.Closing(i, j) == j {
		i, j = i+1, j-1
	}
	return l.ReadPeriods(document.Span{I: i, J: j})
}

// dateStarts reports whether a date begins at token i.
func (l *linker) dateStarts(i int) bool {
	k := l.DateFrom(i)
	return k < len(l.Dates) && l.Dates[k].I == i
}

// item gives the posts of the head to the people of node t, or the verb of the head to the posts before their name.
func (l *linker) item(t int) {
	n := l.nodes[t]
	for _, g := range l.list.posts {
		po := l.placed(g.post, l.list.body, l.list.place)
		last := t
		if own := l.closerBehind(t, po); own != nil {
			po, last = own, t+1
		}
		for _, who := range n.people {
			c := l.claim(who, po, g.status, "list", document.Span{I: n.I, J: n.J})
			c.line = l.sent
			if told := l.itemTime(last); !told.IsZero() {
				st := l.stintIn(told)
				c.told, c.lasts = &st, c.lasts || told.Lasts
			}
			if l.list.past && g.status == record.Holds {
				c.past = true
			}
			if c.told != nil {
				l.alsoIn(t, who, po, *c)
			}
		}
	}
	l.takenBehindDash(t)
	if l.list.status == "" || t == 0 || l.nodes[t-1].posts == nil || l.list.status != record.Nominated && l.nodes[t-1].J == n.I {
		return // "- Bộ trưởng Bộ Y tế Trần Văn A" below "bổ nhiệm" tells what he is
	}
	l.nodes[t-1].bound = true
	for _, who := range n.people {
		for _, po := range l.nodes[t-1].posts {
			l.claim(who, po, l.list.status, "list", document.Span{I: l.nodes[t-1].I, J: n.J})
		}
	}
}

// takenBehindDash gives the verb of the head to the posts that end an item behind a dash, which the people of node t take:
// "1. Ông A, Bí thư Thành ủy B - Bộ trưởng Bộ Y tế" below "phê chuẩn việc bổ nhiệm:".
func (l *linker) takenBehindDash(t int) {
	if l.list.status == "" || t+2 != len(l.nodes) || l.nodes[t+1].posts == nil || l.nodes[t+1].bound {
		return
	}
	n := &l.nodes[t+1]
	for k := len(n.posts) - 1; k >= 0; k-- {
		if i := n.posts[k].I - 1; !l.Toks[i].Is("-") || !l.Toks[i].Space || k == 0 && i != l.nodes[t].J {
			continue
		}
		for _, who := range l.nodes[t].people {
			for _, po := range n.posts[k:] {
				l.claim(who, po, l.list.status, "list", document.Span{I: l.nodes[t].I, J: n.J})
			}
		}
		if n.bound = k == 0; k > 0 {
			n.posts = n.posts[:k]
			n.J = n.posts[k-1].J
		}
		return
	}
}

// closerBehind is the post behind the name of an item when it says more closely which of the common post it was, in the
// same body: "5. Trần Văn A: Quyền Bí thư (3/1967 - 10/1968)"; else nil.
func (l *linker) closerBehind(t int, common *mention.Post) *mention.Post {
	if t+1 >= len(l.nodes) || len(l.nodes[t+1].posts) != 1 || l.nodes[t+1].bound || l.nodes[t+1].I-l.nodes[t].J > 1 {
		return nil
	}
	own := l.nodes[t+1].posts[0]
	if own.Title.Post != common.Title.Post || len(own.Name) <= len(common.Name) || own.Status != "" || own.Org != nil && common.Org != nil && own.Org.Name() != common.Org.Name() {
		return nil
	}
	l.nodes[t+1].bound = true
	closer := *common
	closer.Name, closer.Title = own.Name, own.Title
	return &closer
}

// alsoIn claims the posts in the bracket that ends an item for the time of the item: "4- Lê Văn A   1957 - 8/1960 (Bí thư
// kiêm Chủ tịch)".
func (l *linker) alsoIn(t int, who *mention.Mention, own *mention.Post, c claim) {
	for k := t + 1; k < len(l.nodes); k++ {
		n := &l.nodes[k]
		if n.posts == nil || n.bound || !l.Toks[n.I-1].Is("(") || !l.Next(n.J, l.sent.J, ")") {
			continue
		}
		n.bound = true
		for _, po := range n.posts {
			if po = l.placed(po, l.list.body, l.list.place); po.Name == own.Name {
				continue
			}
			also := l.claim(who, po, c.status, "list", c.at)
			also.told, also.lasts, also.past = c.told, c.lasts, c.past
		}
	}
}

// labelled reports whether the name at token i stands behind its post and a colon, below a verb that goes for the posts
// of all items: "- Chủ tịch HĐND huyện: ông Trần Văn A".
func (l *linker) labelled(at, i int) bool {
	if l.list.status == "" || at == l.sent.I {
		return false
	}
	colon := false
	for k := at; k < i; k++ {
		if colon = colon || l.Toks[k].Is(":"); !colon || l.Toks[k].Kind == text.Word && !l.Lists.Words.ListLead.Has(l.Toks[k]) {
			return false
		}
	}
	return colon
}

// subheading reports whether the sentence is a heading within the open list, of a place or a body whose holders follow:
// "B. TỈNH SƠN TÂY:".
func (l *linker) subheading() bool {
	var o *mention.Org
	var u *mention.Unit
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		switch it := l.Items[n]; {
		case it.Unit != nil && it.Unit.Name != "" && u == nil:
			u = it.Unit
		case it.Org != nil && o == nil:
			o = it.Org
		case it.Date == nil:
			return false
		}
	}
	if o != nil && !l.list.heading && l.markedHeading(l.sent) {
		l.list = nil // a section of its own: "- Ủy viên dự khuyết: …", "## Ban Bí thư"
		return true
	}
	if o == nil && u == nil || l.sent.J-l.sent.I > document.MaxSkip || l.Toks[l.sent.J-1].Is(".") || !l.startsLine() || !l.bareHead() {
		return false
	}
	for _, g := range l.list.posts {
		if whole := g.post.Org; whole != nil && !whole.Taken && whole.Bare == "" && !g.post.Guessed {
			l.list = nil // the post is not one of what the heading names
			return true
		}
	}
	l.list.body, l.list.place, l.list.idle = o, u, 0
	return true
}

// bareHead reports whether the sentence has nothing but bodies and places, and the number of a heading.
func (l *linker) bareHead() bool {
	at := l.sent.I
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		if !l.plainHead(at, l.Items[n].I) {
			return false
		}
		at = l.Items[n].J
	}
	return l.plainHead(at, l.sent.J)
}

// members links the people behind "gồm" to the body that they make up: "Ủy ban Kiểm tra Huyện ủy gồm 3 đồng chí: A, B
// và C".
func (l *linker) members() {
	for k := l.ItemFrom(l.sent.I); k < len(l.Items) && l.Items[k].I < l.sent.J; k++ {
		o := l.Items[k].Org
		if o == nil || !l.consistsOf(o.J, l.sent.J) || k > 0 && l.Items[k-1].Date == nil && l.Items[k-1].J == o.I-1 && l.Toks[o.I-1].Is(",", "của") {
			continue
		}
		po := l.memberOf(o)
		if po == nil || po.Org.Generic() {
			continue
		}
		status := record.Holds
		if l.electedBetween(l.sent.I, o.I) {
			status = record.Starts
		}
		l.membersBehind(po, status)
	}
}

// ownPost reports whether the people of node t are named with a post of their own, which says what they are in the body:
// "UBND gồm Chủ tịch Trần Văn A, …".
func (l *linker) ownPost(t int) bool {
	if t+1 < len(l.nodes) && (l.nodes[t+1].event == gazetteer.MStart || l.nodes[t+1].event == gazetteer.MMove) && l.nodes[t+1].I-l.nodes[t].J <= 2 {
		return true // "gồm 9 đồng chí, đồng chí A được bầu làm Bí thư"
	}
	return t > 0 && l.nodes[t-1].posts != nil && l.nodes[t].I-l.nodes[t-1].J <= 1 ||
		t+1 < len(l.nodes) && l.nodes[t+1].posts != nil && l.nodes[t+1].I-l.nodes[t].J <= 1
}

// membersBehind claims membership for the people in the list behind a body.
func (l *linker) membersBehind(po *mention.Post, status record.Status) {
	depth, at := 0, po.J
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.I < po.J {
			continue
		}
		if depth += l.parens(at, n.I); depth < 0 || n.I-at > document.MaxSkip {
			return
		}
		at = n.J
		switch {
		case n.event == gazetteer.MStart, n.event == gazetteer.MMove, n.event == gazetteer.MEnd, n.event == gazetteer.MLink && !l.Lists.Words.Consisting.Has(l.Toks[n.I]):
			return
		case n.people != nil && depth == 0 && !l.ownPost(t):
			for _, who := range n.people {
				c := l.claim(who, po, status, "roster", document.Span{I: po.I, J: n.J})
				if d := l.nodes[0].date; d != nil && d.Date.Day == 0 && status == record.Holds && l.longAgo(d.Date) {
					c.told = &stint{step: true} // "Năm 1946, Ủy ban gồm …" says that it was so then
				}
			}
		}
	}
}
