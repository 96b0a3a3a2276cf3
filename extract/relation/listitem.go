package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// goOn reads an item of the open list: a name, perhaps behind a time or posts of its own. The first lines that name
// nobody at their begin end the list, but for headings within it, and for what stands between a heading of all times and
// the first of its items.
func (l *linker) goOn() {
	if l.list == nil {
		return
	}
	if l.opensArticle() && !(l.list.tasks && !l.list.served) {
		l.list = nil
		return
	}
	if l.tellsElection() {
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
	if l.alternates() || l.eachItem() || l.lineOfTime() {
		return
	}
	if t := l.itemName(); t >= 0 {
		if l.list.past && (l.list.idle > maxIdle || l.list.loose && l.inTable() || l.list.heading && l.Toks[l.sent.J-1].Is(".")) && l.itemTime(t, l.sent.I).IsZero() {
			return // prose below "Bí thư Huyện ủy qua các thời kỳ"
		}
		l.item(t, l.sent.I)
		l.moreItems(t)
		l.list.idle, l.list.served, l.list.inItem = 0, true, true
		return
	}
	opens := l.startsLine()
	if opens && l.list.served && l.labelsOthers() {
		l.list = nil
		return
	}
	if l.list.inItem = l.list.inItem && !opens; l.list.inItem || l.subheading() || l.noWords(l.sent.I, l.sent.J) {
		return
	}
	if opens && l.list.served && l.opensChapter() {
		l.list = nil
		return
	}
	last := maxIdle
	if (l.list.past && l.list.heading || l.list.body != nil || l.list.place != nil && len(l.list.posts) == 0) && !l.inTable() {
		last = maxPreface
	}
	if l.list.tasks {
		last = maxTasks
	}
	for _, n := range l.nodes {
		if (n.people != nil || n.posts != nil) && last == maxIdle && !(l.list.heading && l.numbered()) {
			l.list.idle = last
		}
	}
	if l.list.idle++; l.list.idle > last {
		l.closed, l.closedAt, l.list = l.list, l.SentOf[l.sent.I], nil
	}
}

// numbered reports whether the sentence is an item with a running number: one whose name is not recognised does not end the list.
func (l *linker) numbered() bool {
	k := l.SentOf[l.sent.I]
	return l.startsLine() && (k > 0 && l.numberOnly(k-1) || l.Toks[l.sent.I].Kind == text.Number && l.Next(l.sent.I+1, l.sent.J, ".", ")", "/", "-"))
}

// maxTasks is the number of lines with tasks between the people of a body at most.
const maxTasks = 40

// maxPreface is the number of lines that may stand between a heading of all times, or of a body, and an item.
const maxPreface = 8

// opensItem reports whether the sentence is a line that begins with a person, a post or a time.
func (l *linker) opensItem() bool {
	if !l.startsLine() {
		return false
	}
	for _, n := range l.nodes {
		if n.people != nil || n.posts != nil {
			return l.plainItem(n.I) || n.posts != nil && l.plainLead(n.I)
		}
	}
	return false
}

// plainLead reports whether only words that lead to names stand before token i of the sentence: "Các đồng chí Ủy viên: …".
func (l *linker) plainLead(i int) bool {
	for k := l.sent.I; k < i; k++ {
		if t := l.Toks[k]; t.Kind == text.Word && !l.Lists.Words.ListLead.Has(t) && !l.Lists.Words.PluralMark.Has(t) {
			return false
		}
	}
	return true
}

// plainItem reports whether only what numbers an item, or tells its time or its term, stands before token i of the
// sentence: "a)", "1947 - 1949:", "Khóa II (1949 - 1951):".
func (l *linker) plainItem(i int) bool {
	if l.plainBefore(i) {
		return true
	}
	for k := l.sent.I; k < i; k++ {
		if t := l.Toks[k]; t.Kind == text.Word && !l.Lists.Words.TimeLead.Has(t) && !l.Lists.Words.PeriodTo.Has(t) && !l.Lists.Words.TermsWord.Has(t) && !l.Lists.Words.OrdinalWord.Has(t) && !l.isRoman(k) {
			return false
		}
	}
	return true
}

// endAll makes the posts of a series those that are left, save what was held once.
func (l *linker) endAll(n *node) {
	n.posts = slices.Clone(n.posts)
	for k, po := range n.posts {
		if po.Status == "" {
			n.posts[k] = withStatus(po, record.Ends)
		}
	}
}

// namedAt reports whether somebody is named at token i, perhaps with a rank or a form of address.
func (l *linker) namedAt(i int) bool {
	k := l.ItemFrom(i)
	return k < len(l.Items) && l.Items[k].I == i && l.Items[k].Person != nil
}

// itemName is the node of the name with which an item begins: "1. Ông A, …", "Từ 1976-1986: Trần Anh B", "- Trưởng Ban
// Tổ chức Trung ương Lê Văn C"; -1 when the sentence begins otherwise.
func (l *linker) itemName() int {
	at := l.sent.I
	for t, n := range l.nodes {
		switch {
		case n.date != nil, t == 0 && n.people == nil && n.posts == nil && n.event == "" && l.itemPlace() != nil:
			continue
		case n.people != nil && (l.plainItem(n.I) || at == l.sent.I && n.I > at && l.Toks[n.I-1].Is(":") && l.plainLead(n.I) || t == 1 && l.itemPlace() != nil || at > l.sent.I && n.I == at || l.labelled(at, n.I)):
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
func (l *linker) itemTime(t, from int) mention.CellPeriod {
	n, i := l.nodes[t], from
	if l.Next(i, n.I, "[") { // a link
		for i < n.I && !l.Toks[i].Is("]") {
			i++
		}
	}
	for i < n.I && !l.IsYear(i) && (l.Toks[i].Kind == text.Punct || l.Toks[i].Kind == text.Number && l.Next(i+1, n.I, "-", ".", ")")) && !(l.dateStarts(i)) {
		i++
	}
	if told := l.ReadPeriod(document.Span{I: i, J: n.I}); !told.IsZero() {
		return told
	}
	i, j, more := n.J, l.sent.J, false
	for _, next := range l.nodes[t+1:] {
		if next.date == nil {
			if j = next.I - 1; !l.Toks[j].Is("(") {
				j, more = l.firstPart(i, j), true
			}
			break
		}
	}
	switch {
	case l.Next(i, j, "(") && l.Closing(i, j) == j, l.Next(i, j, "[") && l.Toks[j-1].Is("]"), l.Next(i, j, "/") && l.Toks[j-1].Is("/"):
		i, j = i+1, j-1
	case l.Next(i, j, "-", "–", ":", ","):
		i++
	}
	told := l.ReadPeriods(document.Span{I: i, J: j})
	if more && (told.From.IsZero() || told.To.IsZero() && !told.Lasts) {
		return mention.CellPeriod{} // the year alone may be that of a birth: "Trần Văn A (1978), Giám đốc Sở Y tế"
	}
	return told
}

// firstPart is the end of what tokens [i, j) say up to the first comma or semicolon outside of brackets, behind one that leads
// to it, or i: "(1985 - 2012)" of "(1985 - 2012), nay là".
func (l *linker) firstPart(i, j int) int {
	depth := 0
	for k := i; k <= j; k++ {
		switch t := l.Toks[k]; {
		case t.Is("("):
			depth++
		case t.Is(")"):
			depth--
		case t.Is(",", ";", ".") && depth == 0 && k > i:
			return k
		}
	}
	return i
}

// dateStarts reports whether a date begins at token i.
func (l *linker) dateStarts(i int) bool {
	k := l.DateFrom(i)
	return k < len(l.Dates) && l.Dates[k].I == i
}

// item gives the posts of the head to the people of node t, or the verb of the head to the posts before their name.
func (l *linker) item(t, from int) {
	n := l.nodes[t]
	place := l.list.place
	if u := l.placeBehind(n.J); u != nil {
		place = u
	}
	for _, g := range l.list.posts {
		po := l.placed(g.post, l.list.body, place)
		last := t
		if own := l.closerBehind(t, po); own != nil {
			po, last = own, t+1
		}
		if last == t && l.closerInItem(t, po) {
			continue // "2. Ông A, Phó Chủ tịch UBND tỉnh - Phó Trưởng ban Thường trực"
		}
		for _, who := range n.people {
			c := l.claim(who, po, g.status, "list", document.Span{I: n.I, J: n.J})
			c.line = l.sent
			l.tellItem(c, l.itemTime(last, from))
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
