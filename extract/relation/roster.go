package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// plainBefore reports whether only numbers, dates, signs and links in square brackets stand before token i in the
// sentence.
func (l *linker) plainBefore(i int) bool {
	linked := false
	for k := l.sent.I; k < i; k++ {
		if linked = (linked || l.Toks[k].Is("[")) && !l.Toks[k].Is("]"); linked {
			continue
		}
		if w := &l.Lists.Words; l.Toks[k].Kind == text.Word && !w.TimeLead.Has(l.Toks[k]) && !w.PeriodTo.Has(l.Toks[k]) && !w.PeriodNow.Has(l.Toks[k]) && !l.Lists.Words.RosterFiller.Has(l.Toks[k]) {
			return false
		}
	}
	return true
}

// inTable reports whether the sentence is a row of a table, which is no heading of the rows below.
func (l *linker) inTable() bool {
	for i := l.sent.I; l.Barred && i < l.sent.J; i++ {
		if l.Toks[i].Is("|") {
			return true
		}
	}
	return false
}

// plainBetween reports whether only numbers, dates, brackets and signs stand in tokens [i, j).
func (l *linker) plainBetween(i, j int) bool {
	for ; i < j; i++ {
		if l.Toks[i].Kind == text.Word && !l.Lists.Words.CareerFiller.Has(l.Toks[i]) {
			return false
		}
	}
	return true
}

// acts reports whether the sentence goes on behind series t with what its holder does, or that something is decided
// of others: "Ngày 26/12/1981, Bộ trưởng Bộ Quốc phòng đã quyết định …" is no line of a curriculum vitae.
func (l *linker) acts(t int) bool {
	n := l.nodes[t]
	if l.diesBehind(n.J) {
		return false // "…, đại biểu Quốc hội khóa VIII, đã từ trần"
	}
	if l.NextIn(l.pastState(n.J), l.sent.J, &l.Lists.Words.Acting) || l.onBehalf(t) {
		return true
	}
	if _, m := l.Lists.Verbs.Find(l.Toks[:l.sent.J], n.J); m > 0 {
		return true
	}
	if l.signs(t) {
		return true
	}
	if k := t + 1; k < len(l.nodes) && l.nodes[k].event != "" && rank[l.nodes[k].event] > rank[gazetteer.MReplace] && l.nodes[k].I == n.J {
		return true // "Ngày 12/3, Thủ tướng bổ nhiệm bà …"
	}
	for k := l.nodes[0].J; k < n.I; k++ { // "Ngày 31/1, hội nghị bàn giao Chỉ huy trưởng …"
		if l.nodes[0].date != nil && l.nodes[0].date.Date.Day != 0 && l.Lists.Words.Meets.Has(l.Toks[k]) && l.Toks[k].Kind == text.Word {
			return true
		}
	}
	return false
}

// signs reports whether the holder of series t, whom the sentence may name, signs or hands over something: "Ngày 5/9/2018, Chủ
// tịch nước Trần Văn A đã ký quyết định …", "Thủ tướng còn ký quyết định …".
func (l *linker) signs(t int) bool {
	n := l.nodes[t]
	for k, at := t+1, l.pastState(n.J); k < len(l.nodes) && l.nodes[k].I-at <= 1; k++ {
		if l.nodes[k].event == gazetteer.MPresent {
			return true
		}
		if l.nodes[k].people == nil || k > t+1 {
			return false
		}
		at = l.nodes[k].J
	}
	return false
}

// pastState is the token behind the name of the state at token i: "Bộ Y tế nước Cộng hòa xã hội chủ nghĩa Việt Nam".
func (l *linker) pastState(i int) int {
	j := i
	if j < l.sent.J && l.Toks[j].Is("nước") {
		j++
	}
	from := j
	for j < l.sent.J && l.Lists.Words.StateName.Has(l.Toks[j]) {
		j++
	}
	if j-from < leastState {
		return i
	}
	return j
}

// leastState is the number of words of the name of the state at least: "Dân chủ Cộng hòa" behind "Việt Nam".
const leastState = 3

// diesBehind reports whether a death or a retirement stands at token j or one word behind it.
func (l *linker) diesBehind(j int) bool {
	k := l.ItemFrom(j)
	return k < len(l.Items) && l.Items[k].Event == gazetteer.MRetire && l.Items[k].I-j <= 1 && l.Items[k].I < l.sent.J
}

// rosters links lists of holders behind their common post: "Các phó bí thư gồm: ông A (…); B (…)".
func (l *linker) rosters() {
	for t := 0; t+1 < len(l.nodes); t++ {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		k, ok := l.rosterStart(t)
		if !ok || !l.pluralBefore(n.I) && l.decides(t) {
			continue // "Bộ trưởng Bộ Y tế bổ nhiệm: …"
		}
		if l.takesBehindColon(t, k) || l.speaksAt(t, k) {
			continue
		}
		status := l.rosterStatus(t, k)
		l.leaveToName(t)
		n.bound = true
		if l.head.what != gazetteer.MNominate && l.justSetUp() {
			l.lendBody(n.posts) // "bầu ông A làm Chủ tịch Hội Nông dân tỉnh. Các Phó Chủ tịch gồm …"
		}
		l.lendLabel(t)
		l.giveRoster(t, k, status)
	}
}

// leaveToName gives the posts of series t that stand before its last semicolon to the one whom they follow: "Trưởng ban: ông A,
// Chủ tịch UBND tỉnh; Phó Trưởng ban: bà B".
func (l *linker) leaveToName(t int) {
	n := &l.nodes[t]
	who := l.leftName(t)
	if who == nil || len(n.posts) < 2 {
		return
	}
	for k := len(n.posts) - 1; k > 0; k-- {
		if l.Toks[n.posts[k].I-1].Is(";") || k > 1 && l.Toks[n.posts[k].I-1].Is("các") && l.Toks[n.posts[k].I-2].Is(";") {
			l.appose(who, n.posts[:k], t, "apposition-after", document.Span{I: who.Head, J: n.posts[k-1].J})
			n.posts, n.I = n.posts[k:], n.posts[k].I
			return
		}
	}
}

// rosterStatus is the status of the list of holders that begins with node k behind series t: what its post says, or the
// verbs before and within the list.
func (l *linker) rosterStatus(t, k int) record.Status {
	n := &l.nodes[t]
	for e := t + 1; e < k; e++ {
		if m := l.nodes[e].event; m == gazetteer.MRetire || m == gazetteer.MEnd {
			return record.Ends // "Hai Phó Chủ tịch nghỉ hưu là ông A và ông B"
		}
	}
	last := n.posts[len(n.posts)-1]
	if last.Status != "" {
		return last.Status
	}
	switch m, _ := l.eventsBefore(t); {
	case m == gazetteer.MStart, m == gazetteer.MMove, l.electedBetween(n.J, l.nodes[k].I), l.wonBehind(k), l.justElected(last):
		return record.Starts
	case m == gazetteer.MNominate:
		return record.Nominated
	case m == gazetteer.MEnd, l.dismisses(t):
		return record.Ends // "Miễn nhiệm chức danh Phó Chủ tịch UBND xã: ông A"
	}
	if l.handsOutPosts(t) {
		return record.Starts
	}
	return record.Holds
}

// giveRoster gives the post of series t to the people from node k on, as far as their list goes.
func (l *linker) giveRoster(t, k int, status record.Status) {
	n := &l.nodes[t]
	last := n.posts[len(n.posts)-1]
	depth := 0
	for ; k < len(l.nodes); k++ {
		depth += l.parens(l.nodes[k-1].J, l.nodes[k].I)
		if l.rosterStops(t, k, depth) {
			return
		}
		if l.nodes[k].people == nil || depth > 0 {
			continue
		}
		if own := l.closerPost(k, last); own != nil && status == record.Starts {
			l.nodes[k+1].bound = true
			l.claim(l.nodes[k].people[0], own, status, "roster", document.Span{I: n.I, J: l.nodes[k+1].J})
			continue
		}
		if u := l.ownSeat(k, last); u > 0 {
			l.nodes[u].bound = true
			l.claim(l.nodes[k].people[0], l.nodes[u].posts[0], status, "roster", document.Span{I: n.I, J: l.nodes[u].J})
			continue
		}
		if l.oneHolder(t, k) {
			for _, po := range n.posts[:len(n.posts)-1] {
				if l.Lists.DeputyOf(po.Name, last.Name) && po.Org != nil && last.Org != nil && po.Org.Name() == last.Org.Name() {
					continue // "Phó Chủ tịch, kiêm Chủ tịch Hội Nông dân": of the body that the page is about
				}
				l.claim(l.nodes[k].people[0], po, status, "roster", document.Span{I: n.I, J: l.nodes[k].J})
			}
		}
		for _, who := range l.nodes[k].people {
			c := l.claim(who, l.inBodyBehind(k, l.inBodyOf(last, t)), status, "roster", document.Span{I: n.I, J: l.nodes[k].J})
			l.tellBare(c, k)
		}
	}
}

// rosterStops reports whether the list of holders of series t ends before node k, at a depth of brackets.
func (l *linker) rosterStops(t, k, depth int) bool {
	n := &l.nodes[k]
	switch {
	case depth < 0: // the list stood in brackets
		return true
	case n.people != nil && depth == 0 && l.handsOut(k):
		return true // "…; Giám đốc Sở B; Tại hội nghị, Bí thư Tỉnh ủy C đã trao quyết định"
	case n.posts != nil && l.Toks[n.I-1].Is(";") && l.namesOnly(t, k): // "nguyên Phó Chủ tịch nước: A, B; Bí thư Đảng ủy C"
		return true
	case n.posts != nil && depth == 0 && (l.listsOthers(k) || l.Toks[n.I].Breaks > 0 && l.labels(k)):
		return true // "1 Giám đốc là ông A và 8 Phó Giám đốc: ông B, ông C"
	}
	return n.people == nil && depth == 0 && (n.event == gazetteer.MStart || n.event == gazetteer.MMove || n.event == gazetteer.MEnd)
}

// handsOut reports whether the people of node k hand over a decision: "Bí thư Tỉnh ủy A đã trao quyết định".
func (l *linker) handsOut(k int) bool {
	if k+1 >= len(l.nodes) || l.nodes[k+1].event != gazetteer.MPresent {
		return false
	}
	i := l.nodes[k].J
	for i < l.nodes[k+1].I && l.Lists.Words.Adverb.Has(l.Toks[i]) {
		i++
	}
	return i == l.nodes[k+1].I
}

// dismisses reports whether a verb that ends posts leads to series t, with nothing but "chức danh" between: "Miễn nhiệm chức
// danh Ủy viên UBND huyện đối với: ông A, ông B".
func (l *linker) dismisses(t int) bool {
	i := l.nodes[t].I
	for k := t - 1; k >= 0 && i-l.nodes[k].J <= 2; k-- {
		switch l.nodes[k].event {
		case gazetteer.MEnd:
			return true
		case gazetteer.MLink:
			i = l.nodes[k].I
		default:
			return false
		}
	}
	return false
}

// listsOthers reports whether the series of node k leads to a list of its own.
func (l *linker) listsOthers(k int) bool {
	if l.nodes[k].bound || k+1 >= len(l.nodes) {
		return false
	}
	if j := l.nodes[k].J; !l.Next(j, l.sent.J, ":") && (l.nodes[k+1].event != gazetteer.MLink || l.nodes[k+1].I != j) {
		return false
	}
	_, ok := l.rosterStart(k)
	return ok
}

// justElected reports whether the document reports an election to the committee of a post in one of the
// few sentences before: a list of its secretaries is then that of those elected.
func (l *linker) justElected(po *mention.Post) bool {
	k, ok := l.elected[po.Org.Name()]
	return ok && po.Org.Committee() && l.SentOf[l.sent.I]-k <= 5
}

// rosterStart finds the first node of the list of holders behind series t.
func (l *linker) rosterStart(t int) (int, bool) {
	n, named := l.nodes[t], t > 0 && l.nodes[t-1].people != nil && l.apposed(l.nodes[t-1].J, l.nodes[t].I)
	plural := l.pluralBefore(n.I)
	k := t + 1
	words := 0
	if !plural && (l.deedAt(n.J) || n.I-3 >= l.sent.I && l.Toks[n.I-1].Is("của") && l.Pair(n.I-3, n.I-1, &l.Lists.Words.Decision)) {
		return 0, false // "Bộ trưởng Bộ Y tế quyết định: …", "quyết định của Thủ tướng Chính phủ: ông A thôi giữ chức …"
	}
	list := l.ledTo(t)
	for j := n.J; j < l.sent.J && words < 8; j++ {
		for k < len(l.nodes) && l.nodes[k].J <= j {
			k++
		}
		if k < len(l.nodes) && l.nodes[k].I <= j && (l.nodes[k].people != nil || l.nodes[k].posts != nil) {
			return k, list && l.nodes[k].J > 0
		}
		t := l.Toks[j]
		switch {
		case named && l.verbAt(j):
			return 0, false // "ông A, Thứ trưởng, đọc lời điếu: Đồng chí B …"
		case t.Is(":"), t.Is("gồm"):
			list = true
		case t.Is("là") && plural:
			list = true
		case t.Is("có") && k < len(l.nodes) && l.nodes[k].people != nil && l.nodes[k].people[0].Head <= j+2 && l.putForward(n):
			list = true
		case t.Is(",") && j+1 < l.sent.J && (l.Lists.Words.Consisting.Has(l.Toks[j+1]) || l.kindOfUnit(j+1)): // "Chủ tịch UBND các xã, phường gồm:"
			words--
		case t.Is(".") && list: // dots lead to the name
			words--
		case t.Is(",", ";", "."):
			return 0, false
		}
		if u := l.unitAround(j); u > j {
			j = u - 1 // a place is one word
		}
		words++
	}
	return 0, false
}

// kindOfUnit reports whether a kind of unit stands at token i.
func (l *linker) kindOfUnit(i int) bool {
	_, n := l.Lists.Units.Find(l.Toks[:l.sent.J], i)
	return n > 0
}

// verbAt reports whether a verb of reports begins at token i.
func (l *linker) verbAt(i int) bool {
	_, n := l.Lists.Verbs.Find(l.Toks[:l.sent.J], i)
	return n > 0
}

// putForward reports whether a series is what several people are put forward for: "15 người được giới thiệu ứng cử đại
// biểu Quốc hội có ông A, …".
func (l *linker) putForward(n node) bool {
	k := l.nodeFrom(n.I) - 1
	return k >= 0 && l.nodes[k].event == gazetteer.MNominate && n.I-l.nodes[k].J <= 2
}

// pluralBefore reports whether "các", "những" or a number word stands before token i.
func (l *linker) pluralBefore(i int) bool {
	return i > l.sent.I && l.Lists.Words.PluralMark.Has(l.Toks[i-1])
}

// wonBehind reports whether it is told directly behind the name of node k that he was elected, and to nothing else: "kiện toàn
// chức danh Chủ tịch UBND tỉnh: ông A trúng cử với 48/50 phiếu".
func (l *linker) wonBehind(k int) bool {
	if k+1 >= len(l.nodes) || l.nodes[k+1].event != gazetteer.MStart || l.nodes[k+1].I-l.nodes[k].J > 2 || !l.Lists.Words.VoteIn.Has(l.Toks[l.nodes[k+1].I]) && !l.Lists.Words.PassiveMark.Has(l.Toks[l.nodes[k+1].I]) {
		return false
	}
	for _, n := range l.nodes[k+2:] {
		if n.posts != nil {
			return false
		}
	}
	return true
}

// numberBefore reports whether a number of people stands before token i: "2 Phó Giám đốc là ông A và bà B".
func (l *linker) numberBefore(i int) bool {
	return i > l.sent.I && l.Toks[i-1].Kind == text.Number && l.Toks[i-1].Breaks == 0
}

// electedBetween reports whether an event that gives a post stands in tokens [i, j).
func (l *linker) electedBetween(i, j int) bool {
	for ; i < j; i++ {
		m, n := l.Lists.Events.Find(l.Toks[:j], i)
		if n > 0 && (m == gazetteer.MStart || m == gazetteer.MMove) {
			return true
		}
		if m == gazetteer.MNone && n > 1 {
			i += n - 1 // "bầu cử"
		}
	}
	return false
}

// namesOnly reports whether the list from node t on, before node k, has names without posts.
func (l *linker) namesOnly(t, k int) bool {
	for t++; t < k; t++ {
		if l.nodes[t].posts != nil {
			return false
		}
	}
	return true
}

// parens counts the brackets opened less those closed among tokens [i, j).
func (l *linker) parens(i, j int) int {
	n := 0
	for ; i < j; i++ {
		switch {
		case l.Toks[i].Is("("):
			n++
		case l.Toks[i].Is(")"):
			n--
		}
	}
	return n
}

// before is the event that stands directly before node t, or "".
func (l *linker) before(t int) gazetteer.Meaning {
	if t > 0 && l.nodes[t-1].event != "" && l.nodes[t].I-l.nodes[t-1].J <= 3 {
		return l.nodes[t-1].event
	}
	return ""
}
