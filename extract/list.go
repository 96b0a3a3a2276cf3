package extract

import "github.com/nhiemky/nhiemky/extract/text"

// openedList is a list whose items stand in the lines to come: "Hội nghị đã bầu hai Phó Chủ tịch UBND huyện, gồm:",
// "Bí thư Tỉnh ủy Hà Giang qua các thời kỳ".
type openedList struct {
	posts  []givenPost // that every item takes
	status Status      // of the post that an item has itself, where the head gives none: "những người được đề cử gồm:"
	body   *org        // of the heading within the list
	place  *unit       // the same
	past   bool        // the items are those of all times

	heading bool // it stands under a heading, and not under a sentence that ends in a colon
	idle    int  // sentences since that name nobody
}

// givenPost is a post that a head gives to all items, and how they stand to it.
type givenPost struct {
	post   *post
	status Status
}

// maxIdle is the number of sentences without a name after which a list is over.
const maxIdle = 2

// openList opens a list when the sentence ends in a colon behind a post, a body or a verb, or is a heading that is
// nothing but a post or a committee.
func (l *linker) openList() {
	if l.inTable() || l.announcesDeath() {
		return
	}
	colon := l.toks[l.sent.j-1].Is(":")
	list := &openedList{past: l.headIn(l.sent).past, heading: !colon}
	if list.posts = l.headPosts(colon); list.posts == nil {
		list.posts = l.headMembers(colon)
	}
	if list.posts == nil && colon {
		list.status = l.headVerb()
	}
	if list.posts != nil || list.status != "" {
		l.list = list
	}
}

// announcesDeath reports whether the sentence stands over the name of someone who died: "Chủ tịch nước, Chính phủ
// thương tiếc báo tin:".
func (l *linker) announcesDeath() bool {
	k := l.sentOf[l.sent.i] + 1
	next := l.profileOf(k)
	return next != nil && next.late && next.i == k
}

// headPosts are the posts that the sentence gives to the items below it: the last, behind which nobody is named, and
// the one that its verb finds them in: "phân công các Ủy viên Bộ Chính trị tham gia Ban Bí thư gồm:".
func (l *linker) headPosts(colon bool) (out []givenPost) {
	for t := len(l.nodes) - 1; t >= 0; t-- {
		n := l.nodes[t]
		switch {
		case n.people != nil:
			return out
		case n.posts == nil || n.bound:
		case out != nil:
			if l.pluralBefore(n.i) && l.electedBetween(n.j, l.sent.j) {
				out = append(out, givenPost{n.posts[len(n.posts)-1], Holds})
			}
			return out
		case !colon && !l.isHeading(t):
			return nil
		default:
			status := Holds
			if m, _ := l.eventsBefore(t); m == mStart || m == mMove || l.electedBetween(l.sent.i, n.i) || colon && l.electedBetween(n.j, l.sent.j) {
				status = Starts
			} else if m == mNominate {
				status = Nominated
			}
			out = append(out, givenPost{n.posts[len(n.posts)-1], status})
		}
	}
	return out
}

// isHeading reports whether the sentence is a line that is nothing but series t.
func (l *linker) isHeading(t int) bool {
	n := l.nodes[t]
	if k := l.itemFrom(n.j); k < len(l.items) && l.items[k].org != nil && l.items[k].i == n.j+1 && l.toks[n.j].Is("-", "/", ",") {
		n.j = l.items[k].j // "Chủ tịch Ủy ban hành chính - Ủy ban nhân dân tỉnh qua các thời kỳ": the body by its later name
	}
	return len(l.nodes) <= 4 && l.plainBefore(n.i) && l.plainBetween(n.j, l.sent.j) && !l.toks[l.sent.j-1].Is(".")
}

// headMembers is membership of the body that the sentence names for the items below it: "Ban Thường vụ Tỉnh ủy (2025 -
// 2030)" as a heading, "Ban Thường vụ gồm 9 đồng chí:".
func (l *linker) headMembers(colon bool) []givenPost {
	for n := l.itemFrom(l.sent.i); n < len(l.items) && l.items[n].i < l.sent.j; n++ {
		o := l.items[n].org
		if o == nil {
			continue
		}
		heading := l.plainBefore(o.i) && l.plainBetween(o.j, l.sent.j) && !l.toks[l.sent.j-1].Is(".") && o.kind != nil && o.kind.board
		if !heading && !(colon && l.consistsOf(o.j, l.sent.j) && !l.namedBehind(o.j)) {
			continue
		}
		if po := l.memberOf(o); po != nil {
			status := Holds
			if !heading && l.electedBetween(l.sent.i, o.i) {
				status = Starts
			}
			return []givenPost{{po, status}}
		}
	}
	return nil
}

// namedBehind reports whether the sentence names somebody behind token i.
func (l *linker) namedBehind(i int) bool {
	for _, n := range l.nodes {
		if n.people != nil && n.i >= i {
			return true
		}
	}
	return false
}

// consistsOf reports whether "gồm" follows a body at token i, and what it consists of follows at once: "Ủy ban Kiểm tra
// Huyện ủy khóa XX gồm 3 đồng chí: …", and not "gồm 11 người do ông A làm Chủ nhiệm".
func (l *linker) consistsOf(i, end int) bool {
	for n := l.itemFrom(i); n < len(l.items) && l.items[n].i < end; n++ {
		if it := l.items[n]; it.post != nil || it.person != nil {
			end = it.i // "UBND thành phố có 4 Phó Chủ tịch gồm: …" has the names of these
			break
		}
	}
	for k := i; k < min(end, i+maxSkip); k++ {
		switch {
		case l.toks[k].Is("gồm"):
			for k++; k < end && (l.toks[k].Kind == text.Number || l.lists.words.ListLead.has(l.toks[k])); k++ {
			}
			return k >= end || l.toks[k].Is(":") || l.toks[k].Upper() && !l.next(k+1, end, "/")
		case l.toks[k].Is(";", ".", ","):
			return false
		}
	}
	return false
}

// memberOf is membership of a body, or nil for one that has no members: of a board that of the body that it steers.
func (l *linker) memberOf(o *org) *post {
	switch {
	case o.named != nil:
		if !l.lists.members[[2]string{"Ủy viên", o.named.name}] {
			return nil
		}
		t, _ := l.lists.titles.find(l.words("Ủy viên "+o.named.name), 0)
		return &post{span: o.span, title: t, name: "Ủy viên", org: o}
	case o.kind == nil || o.kind.member == "":
		return nil
	}
	t, _ := l.lists.titles.find(l.words(o.kind.member), 0)
	po := &post{span: o.span, title: t, name: o.kind.member, org: o}
	if o.kind.board && o.parent != nil {
		po.org = o.parent
	}
	return po
}

// headVerb is the status of the posts of the items below a sentence that says what is decided of all of them, and names no
// post: "Những người được đề cử gồm:", "Kỳ họp đã bầu các chức danh sau:".
func (l *linker) headVerb() (status Status) {
	for _, n := range l.nodes {
		switch {
		case n.posts != nil:
			status = ""
		case status != Nominated && decided[n.event] != "":
			status = decided[n.event]
		}
	}
	return status
}

// goOn reads an item of the open list: a name, perhaps behind a time or posts of its own. The first lines that name
// nobody at their begin end the list, but for headings within it.
func (l *linker) goOn() {
	if l.list == nil {
		return
	}
	if t := l.itemName(); t >= 0 {
		l.item(t)
		l.list.idle = 0
		return
	}
	if l.subheading() {
		return
	}
	for _, n := range l.nodes {
		if n.people != nil || n.posts != nil {
			l.list.idle = maxIdle
		}
	}
	if l.list.idle++; l.list.idle > maxIdle {
		l.list = nil
	}
}

// itemName is the node of the name with which an item begins: "1. Ông A, …", "Từ 1976-1986: Trần Anh B", "- Trưởng Ban
// Tổ chức Trung ương Lê Văn C"; -1 when the sentence begins otherwise.
func (l *linker) itemName() int {
	at := l.sent.i
	for t, n := range l.nodes {
		switch {
		case n.date != nil:
			continue
		case n.people != nil && (l.plainBefore(n.i) || at > l.sent.i && n.i == at || l.labelled(at, n.i)):
			return t
		case n.posts != nil && t == 0 && !l.list.heading && l.plainBefore(n.i) && l.startsLine() && t+1 < len(l.nodes):
			at = n.j
			continue
		}
		return -1
	}
	return -1
}

// startsLine reports whether the sentence begins a line, perhaps behind a number that ends in a full stop: "II. Huyện
// Hải Hậu".
func (l *linker) startsLine() bool {
	for i := l.sent.i; i > l.sent.i-3 && i >= 0; i-- {
		if i == 0 || l.toks[i].Breaks > 0 {
			return true
		}
		if t := l.toks[i-1]; !t.Is(".", ")") && t.Kind != text.Number && FromRoman(t.Norm) == 0 && len([]rune(t.Norm)) > 1 {
			return false
		}
	}
	return false
}

// itemTime is the time that an item tells before the name of node t, or behind it when nothing else stands there: "- 1976 -
// 1978: Trần Văn A", "1. Trần Văn A (1976 - 1978)".
func (l *linker) itemTime(t int) cellPeriod {
	n, i := l.nodes[t], l.sent.i
	for i < n.i && !l.isYear(i) && (l.toks[i].Kind == text.Punct || l.toks[i].Kind == text.Number && l.next(i+1, n.i, "-", ".", ")")) && !(l.dateStarts(i)) {
		i++
	}
	if told := l.readPeriod(span{i, n.i}); !told.isZero() {
		return told
	}
	i, j := n.j, l.sent.j
	for _, more := range l.nodes[t+1:] {
		if more.date == nil {
			if j = more.i - 1; !l.toks[j].Is("(") {
				return cellPeriod{}
			}
			break
		}
	}
	if l.next(i, j, "(") && l.closing(i, j) == j {
		i, j = i+1, j-1
	}
	return l.readPeriods(span{i, j})
}

// dateStarts reports whether a date begins at token i.
func (l *linker) dateStarts(i int) bool {
	k := l.dateFrom(i)
	return k < len(l.dates) && l.dates[k].i == i
}

// item gives the posts of the head to the people of node t, or the verb of the head to the posts before their name.
func (l *linker) item(t int) {
	n := l.nodes[t]
	for _, g := range l.list.posts {
		po := l.placed(g.post, l.list.body, l.list.place)
		for _, who := range n.people {
			c := l.claim(who, po, g.status, "list", span{n.i, n.j})
			c.line = l.sent
			if told := l.itemTime(t); !told.isZero() {
				st := l.stintIn(told)
				c.told, c.lasts = &st, c.lasts || told.lasts
			}
			if l.list.past && g.status == Holds {
				c.past = true
			}
			if c.told != nil {
				l.alsoIn(t, who, po, *c)
			}
		}
	}
	if l.list.status == "" || t == 0 || l.nodes[t-1].posts == nil || l.list.status != Nominated && l.nodes[t-1].j == n.i {
		return // "- Bộ trưởng Bộ Y tế Trần Văn A" below "bổ nhiệm" tells what he is
	}
	l.nodes[t-1].bound = true
	for _, who := range n.people {
		for _, po := range l.nodes[t-1].posts {
			l.claim(who, po, l.list.status, "list", span{l.nodes[t-1].i, n.j})
		}
	}
}

// alsoIn claims the posts in the bracket that ends an item for the time of the item: "4- Lê Văn A   1957 - 8/1960 (Bí thư
// kiêm Chủ tịch)".
func (l *linker) alsoIn(t int, who *mention, own *post, c claim) {
	for k := t + 1; k < len(l.nodes); k++ {
		n := &l.nodes[k]
		if n.posts == nil || n.bound || !l.toks[n.i-1].Is("(") || !l.next(n.j, l.sent.j, ")") {
			continue
		}
		n.bound = true
		for _, po := range n.posts {
			if po = l.placed(po, l.list.body, l.list.place); po.name == own.name {
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
	if l.list.status == "" || at == l.sent.i {
		return false
	}
	colon := false
	for k := at; k < i; k++ {
		if colon = colon || l.toks[k].Is(":"); !colon || l.toks[k].Kind == text.Word && !l.lists.words.ListLead.has(l.toks[k]) {
			return false
		}
	}
	return colon
}

// subheading reports whether the sentence is a heading within the open list, of a place or a body whose holders follow:
// "B. TỈNH SƠN TÂY:".
func (l *linker) subheading() bool {
	var o *org
	var u *unit
	for n := l.itemFrom(l.sent.i); n < len(l.items) && l.items[n].i < l.sent.j; n++ {
		switch it := l.items[n]; {
		case it.unit != nil && it.unit.name != "" && u == nil:
			u = it.unit
		case it.org != nil && o == nil:
			o = it.org
		case it.date == nil:
			return false
		}
	}
	if o == nil && u == nil || l.sent.j-l.sent.i > maxSkip || l.toks[l.sent.j-1].Is(".") || !l.startsLine() {
		return false
	}
	for _, g := range l.list.posts {
		if whole := g.post.org; whole != nil && !whole.taken && whole.bare == "" && !g.post.guessed {
			l.list = nil // the post is not one of what the heading names
			return true
		}
	}
	l.list.body, l.list.place, l.list.idle = o, u, 0
	return true
}

// members links the people behind "gồm" to the body that they make up: "Ủy ban Kiểm tra Huyện ủy gồm 3 đồng chí: A, B
// và C".
func (l *linker) members() {
	for k := l.itemFrom(l.sent.i); k < len(l.items) && l.items[k].i < l.sent.j; k++ {
		o := l.items[k].org
		if o == nil || !l.consistsOf(o.j, l.sent.j) || k > 0 && l.items[k-1].date == nil && l.items[k-1].j == o.i-1 && l.toks[o.i-1].Is(",", "của") {
			continue
		}
		po := l.memberOf(o)
		if po == nil || po.org.generic() {
			continue
		}
		status := Holds
		if l.electedBetween(l.sent.i, o.i) {
			status = Starts
		}
		l.membersBehind(po, status)
	}
}

// ownPost reports whether the people of node t are named with a post of their own, which says what they are in the body:
// "UBND gồm Chủ tịch Trần Văn A, …".
func (l *linker) ownPost(t int) bool {
	if t+1 < len(l.nodes) && (l.nodes[t+1].event == mStart || l.nodes[t+1].event == mMove) && l.nodes[t+1].i-l.nodes[t].j <= 2 {
		return true // "gồm 9 đồng chí, đồng chí A được bầu làm Bí thư"
	}
	return t > 0 && l.nodes[t-1].posts != nil && l.nodes[t].i-l.nodes[t-1].j <= 1 ||
		t+1 < len(l.nodes) && l.nodes[t+1].posts != nil && l.nodes[t+1].i-l.nodes[t].j <= 1
}

// membersBehind claims membership for the people in the list behind a body.
func (l *linker) membersBehind(po *post, status Status) {
	depth, at := 0, po.j
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.i < po.j {
			continue
		}
		if depth += l.parens(at, n.i); depth < 0 || n.i-at > maxSkip {
			return
		}
		at = n.j
		switch {
		case n.event == mStart, n.event == mMove, n.event == mEnd, n.event == mLink && !l.toks[n.i].Is("gồm", "bao"):
			return
		case n.people != nil && depth == 0 && !l.ownPost(t):
			for _, who := range n.people {
				c := l.claim(who, po, status, "roster", span{po.i, n.j})
				if d := l.nodes[0].date; d != nil && d.date.Day == 0 && status == Holds && l.longAgo(d.date) {
					c.told = &stint{step: true} // "Năm 1946, Ủy ban gồm …" says that it was so then
				}
			}
		}
	}
}
