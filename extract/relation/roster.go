package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// career is a list of posts that a line opens for a person: "Ông đã giữ nhiều chức vụ như:".
type career struct {
	who    *mention.Mention
	status record.Status
}

// openCareer opens the list of someone's posts when the sentence ends in "… chức vụ:" and names none.
func (l *linker) openCareer() {
	k := len(l.nodes) - 1
	if !l.Toks[l.sent.J-1].Is(":") || k < 0 || l.nodes[k].event != gazetteer.MLink && l.nodes[k].event != gazetteer.MFormer || l.sent.J-l.nodes[k].J > 6 {
		return
	}
	if o := l.list; o != nil && (o.joined || o.founded) && !o.served && o.idle == 0 {
		return // "Quốc hội bầu Chính phủ mới gồm:"
	}
	status, who := record.Holds, l.subject
	for ; k >= 0 && l.nodes[k].posts == nil; k-- {
		if l.nodes[k].event == gazetteer.MFormer {
			status = record.Former
		}
		if l.nodes[k].people != nil {
			who = l.nodes[k].people[0]
			break
		}
	}
	if one := l.about(); one != nil {
		who = one
	}
	for i := l.sent.I; i < l.sent.J; i++ {
		if l.Lists.Words.CareerLead.Has(l.Toks[i]) {
			status = record.Former
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
		if n.people != nil || first && (n.posts == nil || !l.plainBefore(n.I)) {
			l.career = nil
			return
		}
		first = false
		if n.posts == nil || n.bound {
			continue
		}
		n.bound = true
		for _, po := range n.posts {
			l.freePost(l.career.who, po, l.career.status, "career-line", n.J)
		}
	}
}

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
	if l.NextIn(n.J, l.sent.J, &l.Lists.Words.Acting) || l.onBehalf(t) {
		return true
	}
	if _, m := l.Lists.Verbs.Find(l.Toks[:l.sent.J], n.J); m > 0 {
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

// diesBehind reports whether a death or a retirement stands at token j or one word behind it.
func (l *linker) diesBehind(j int) bool {
	k := l.ItemFrom(j)
	return k < len(l.Items) && l.Items[k].Event == gazetteer.MRetire && l.Items[k].I-j <= 1 && l.Items[k].I < l.sent.J
}

// identities links "Chủ tịch HĐND thành phố là ông A".
func (l *linker) identities() {
	for t := 0; t+2 < len(l.nodes); t++ {
		n, is, who := &l.nodes[t], l.nodes[t+1], l.nodes[t+2]
		if n.posts == nil || n.bound || is.event != gazetteer.MLink || !l.Toks[is.J-1].Is("là") || who.people == nil || is.I-n.J > 3 || who.I != is.J {
			continue
		}
		if l.leftName(t) != nil && l.Toks[n.posts[len(n.posts)-1].I-1].Is(";") && len(n.posts) > 1 {
			l.lastIs(n, who)
			continue
		}
		if l.leftName(t) != nil || l.Next(n.J, is.I, ",", ";", ")") {
			continue
		}
		n.bound, n.holders = true, who.people
		if l.oneByOne(t) && len(who.people) != len(n.posts) {
			continue // "hai tỉnh có Bí thư lần lượt là ông A và bà B"
		}
		status := l.identityStatus(t, is.I)
		at := document.Span{I: n.I, J: who.J}
		if len(who.people) > 1 && len(who.people) == len(n.posts) {
			for k, m := range inOrder(who.people) {
				l.claim(m, n.posts[k], status, "identity", at)
			}
			continue
		}
		for k, m := range who.people {
			if k == 0 || l.numberBefore(n.I) {
				l.claim(m, n.posts[len(n.posts)-1], status, "identity", at)
			}
		}
		if status == record.Starts {
			n.what = gazetteer.MStart
		}
	}
}

// lastIs gives the last post of series n, behind a semicolon, to whom "là" names, and leaves the others to the person before
// them: "Trưởng ban là ông A, Chủ tịch UBND tỉnh; Phó Trưởng ban là ông B".
func (l *linker) lastIs(n *node, who node) {
	k := len(n.posts) - 1
	po := n.posts[k]
	status := po.Status
	if status == "" {
		status = record.Holds
	}
	l.claim(who.people[0], po, status, "identity", document.Span{I: po.I, J: who.J})
	n.posts, n.J = n.posts[:k], n.posts[k-1].J
}

// identityStatus says how the posts of series t stand to those whom "là" at token is names: "Bí thư Xứ ủy đầu tiên là …",
// "Giám đốc Sở mới là …", "thay ông B làm Chủ tịch là …".
func (l *linker) identityStatus(t, is int) record.Status {
	n := &l.nodes[t]
	switch w := &l.Lists.Words; {
	case n.J < is && w.IdentityOfTime.Has(l.Toks[n.J]), n.J+1 < is && w.When.Has(l.Toks[n.J]) && w.ThatTime.Has(l.Toks[n.J+1]):
		return record.Former // "Bộ trưởng thời kỳ này là …"
	case n.J < is && l.Lists.Words.Newly.Has(l.Toks[n.J]), l.comesForAnother(t), l.givenBefore(t):
		return record.Starts
	case n.posts[0].Status != "":
		return n.posts[0].Status
	}
	return record.Holds
}

// givenBefore reports whether the verb of an election or an appointment stands directly before series t: "HĐND bầu Chủ tịch
// UBND xã là ông A".
func (l *linker) givenBefore(t int) bool {
	k := t - 1
	for k > 0 && l.nodes[k].event == gazetteer.MLink && l.nodes[k+1].I == l.nodes[k].J {
		k--
	}
	return k >= 0 && (l.nodes[k].event == gazetteer.MStart || l.nodes[k].event == gazetteer.MMove) && l.nodes[k+1].I-l.nodes[k].J <= 1 && !l.Lists.Words.PassiveMark.Has(l.Toks[max(l.sent.I, l.nodes[k].I-1)])
}

// comesForAnother reports whether the sentence tells before series t in whose place it is taken up: "thay ông B làm Chủ
// tịch UBND tỉnh là …".
func (l *linker) comesForAnother(t int) bool {
	for k := t - 1; k > 0 && l.nodes[k].posts == nil; k-- {
		if l.nodes[k].role == rReplaced {
			return !l.nodes[k-1].planned
		}
	}
	return false
}

// careerLine links a line of a curriculum vitae, "Từ tháng 10/2020: Bí thư Tỉnh ủy", to the person
// whom the text is about.
func (l *linker) careerLine() {
	about := l.subject
	if one := l.about(); one != nil {
		about = one
	}
	if about == nil || len(l.nodes) < 2 || l.nodes[0].date == nil || l.nodes[0].date.After.Unit != "" || !l.plainBefore(l.nodes[0].I) {
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
		for k := l.nodes[0].J; k < n.I; k++ {
			colon = colon || l.Toks[k].Is(":", "-", ",")
		}
		if !colon || l.acts(t) || l.farFromTime(t) || t+2 < len(l.nodes) && (l.nodes[t+1].event == gazetteer.MLink || l.nodes[t+1].event == gazetteer.MFormer) && l.nodes[t+2].people != nil {
			return // "Năm 2015, Chủ tịch UBND xã khi ấy là ông B"
		}
		n.bound = true
		for _, po := range n.posts {
			l.claim(about, po, record.Holds, "career-line", document.Span{I: l.sent.I, J: n.J})
		}
	}
}

// farFromTime reports whether many words stand between the time that opens the sentence and series t, the first thing that it
// tells, and no colon or dash: "Ngày 11/1/1960 tại Công viên Thống nhất, hàng ngàn người dân và Chủ tịch …".
func (l *linker) farFromTime(t int) bool {
	for k := 1; k < t; k++ {
		if l.nodes[k].event != "" || l.nodes[k].posts != nil {
			return false
		}
	}
	words, i := 0, l.nodes[t].I
	for k := l.nodes[0].J; k < i; k++ {
		if l.Toks[k].Is(":", "-") {
			return false
		}
		if l.Toks[k].Kind == text.Word {
			words++
		}
	}
	return words > farTime && !l.barePronoun(l.sent.I, i)
}

// farTime is the number of words between a time and a post of a line of a curriculum vitae.
const farTime = 10

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
		status := n.posts[len(n.posts)-1].Status
		if status == "" {
			status = record.Holds
			m, _ := l.eventsBefore(t)
			if m == gazetteer.MStart || m == gazetteer.MMove || l.electedBetween(n.J, l.nodes[k].I) || l.wonBehind(k) || l.justElected(n.posts[len(n.posts)-1]) {
				status = record.Starts
			} else if m == gazetteer.MNominate {
				status = record.Nominated
			} else if m == gazetteer.MEnd || l.dismisses(t) {
				status = record.Ends // "Miễn nhiệm chức danh Phó Chủ tịch UBND xã: ông A"
			}
		}
		for e := t + 1; e < k; e++ {
			if m := l.nodes[e].event; m == gazetteer.MRetire || m == gazetteer.MEnd {
				status = record.Ends // "Hai Phó Chủ tịch nghỉ hưu là ông A và ông B"
			}
		}
		n.bound = true
		if l.head.what != gazetteer.MNominate && l.justSetUp() {
			l.lendBody(n.posts) // "bầu ông A làm Chủ tịch Hội Nông dân tỉnh. Các Phó Chủ tịch gồm …"
		}
		depth := 0
		for ; k < len(l.nodes); k++ {
			if depth += l.parens(l.nodes[k-1].J, l.nodes[k].I); depth < 0 {
				break // the list stood in brackets
			}
			if l.nodes[k].posts != nil && l.Toks[l.nodes[k].I-1].Is(";") && l.namesOnly(t, k) {
				break // "nguyên Phó Chủ tịch nước: A, B; Bí thư Đảng ủy C"
			}
			if l.nodes[k].posts != nil && depth == 0 && (l.listsOthers(k) || l.Toks[l.nodes[k].I].Breaks > 0 && l.labels(k)) {
				break // "1 Giám đốc là ông A và 8 Phó Giám đốc: ông B, ông C"
			}
			if l.nodes[k].people == nil {
				if depth == 0 && (l.nodes[k].event == gazetteer.MStart || l.nodes[k].event == gazetteer.MMove || l.nodes[k].event == gazetteer.MEnd) {
					break
				}
				continue
			}
			if depth > 0 {
				continue
			}
			if own := l.closerPost(k, n.posts[len(n.posts)-1]); own != nil && status == record.Starts {
				l.nodes[k+1].bound = true
				l.claim(l.nodes[k].people[0], own, status, "roster", document.Span{I: n.I, J: l.nodes[k+1].J})
				continue
			}
			for _, who := range l.nodes[k].people {
				l.claim(who, l.inBodyOf(n.posts[len(n.posts)-1], t), status, "roster", document.Span{I: n.I, J: l.nodes[k].J})
			}
		}
	}
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

// closerPost is the post in brackets behind the name of node k when it says more closely which of the common post it is:
// "bầu 3 Phó Chủ tịch gồm: bà A (Phó Chủ tịch Thường trực), …"; else nil.
func (l *linker) closerPost(k int, common *mention.Post) *mention.Post {
	if k+1 >= len(l.nodes) || len(l.nodes[k].people) != 1 || len(l.nodes[k+1].posts) != 1 || !l.Toks[l.nodes[k+1].I-1].Is("(") {
		return nil
	}
	own := l.nodes[k+1].posts[0]
	if own.Title.Post != common.Title.Post || own.Name == common.Name || own.Status != "" {
		return nil
	}
	return own
}

// inBodyOf is the common post of series t in the body that the list names with a closer one of the same title, where the
// text names none with it.
func (l *linker) inBodyOf(common *mention.Post, t int) *mention.Post {
	if common.Org != nil && !common.Guessed {
		return common
	}
	for _, n := range l.nodes[t+1:] {
		for _, po := range n.posts {
			if po.Title.Post == common.Title.Post && po.Org != nil && !po.Guessed && po.Status != record.Former && !l.Toks[po.I-1].Is("từ") {
				own := *common
				own.Org, own.Guessed = po.Org, false
				return &own
			}
		}
	}
	return common
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
	list := false
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
		case t.Is(",") && j+1 < l.sent.J && l.Lists.Words.Consisting.Has(l.Toks[j+1]):
		case t.Is(",", ";", "."):
			return 0, false
		}
		words++
	}
	return 0, false
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
