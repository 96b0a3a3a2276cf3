package extract

import "github.com/nhiemky/nhiemky/extract/text"

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
			l.freePost(l.career.who, po, l.career.status, "career-line", n.j)
		}
	}
}

// plainBefore reports whether only numbers, dates, signs and links in square brackets stand before token i in the
// sentence.
func (l *linker) plainBefore(i int) bool {
	linked := false
	for k := l.sent.i; k < i; k++ {
		if linked = (linked || l.toks[k].Is("[")) && !l.toks[k].Is("]"); linked {
			continue
		}
		if w := &l.lists.words; l.toks[k].Kind == text.Word && !w.TimeLead.has(l.toks[k]) && !w.PeriodTo.has(l.toks[k]) && !w.PeriodNow.has(l.toks[k]) && !l.toks[k].Is("và", "số") {
			return false
		}
	}
	return true
}

// inTable reports whether the sentence is a row of a table, which is no heading of the rows below.
func (l *linker) inTable() bool {
	for i := l.sent.i; i < l.sent.j; i++ {
		if l.toks[i].Is("|") {
			return true
		}
	}
	return false
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

// acts reports whether the sentence goes on behind series t with what its holder does, or that something is decided
// of others: "Ngày 26/12/1981, Bộ trưởng Bộ Quốc phòng đã quyết định …" is no line of a curriculum vitae.
func (l *linker) acts(t int) bool {
	n := l.nodes[t]
	if l.next(n.j, l.sent.j, "đã", "vừa", "sẽ", "cũng", "cho", "đến", "tới", "ra", "ký", "quyết", "có") || l.onBehalf(t) {
		return true
	}
	if _, m := l.lists.verbs.find(l.toks[:l.sent.j], n.j); m > 0 {
		return true
	}
	if k := t + 1; k < len(l.nodes) && l.nodes[k].event != "" && rank[l.nodes[k].event] > rank[mReplace] && l.nodes[k].i == n.j {
		return true // "Ngày 12/3, Thủ tướng bổ nhiệm bà …"
	}
	for k := l.nodes[0].j; k < n.i; k++ { // "Ngày 31/1, hội nghị bàn giao Chỉ huy trưởng …"
		if l.nodes[0].date != nil && l.nodes[0].date.date.Day != 0 && l.toks[k].Is("hội", "phiên", "họp", "nghị", "lễ", "tổ") && l.toks[k].Kind == text.Word {
			return true
		}
	}
	return false
}

// identities links "Chủ tịch HĐND thành phố là ông A".
func (l *linker) identities() {
	for t := 0; t+2 < len(l.nodes); t++ {
		n, is, who := &l.nodes[t], l.nodes[t+1], l.nodes[t+2]
		if n.posts == nil || n.bound || is.event != mLink || !l.toks[is.j-1].Is("là") || who.people == nil || is.i-n.j > 3 || who.i != is.j || l.leftName(t) != nil {
			continue
		}
		n.bound = true
		status := Holds
		if l.next(n.j, is.i, "đầu", "thời") || l.next(n.j, is.i, "khi", "lúc") && l.next(n.j+1, is.i, "đó", "ấy", "bấy") {
			status = Former // "Bí thư Xứ ủy đầu tiên là …", "Bộ trưởng thời kỳ này là …"
		}
		if l.oneByOne(t) && len(who.people) != len(n.posts) {
			continue // "hai tỉnh có Bí thư lần lượt là ông A và bà B"
		}
		if len(who.people) > 1 && len(who.people) == len(n.posts) {
			for k, m := range inOrder(who.people) {
				l.claim(m, n.posts[k], status, "identity", span{n.i, who.j})
			}
			continue
		}
		l.claim(who.people[0], n.posts[len(n.posts)-1], status, "identity", span{n.i, who.j})
	}
}

// careerLine links a line of a curriculum vitae, "Từ tháng 10/2020: Bí thư Tỉnh ủy", to the person
// whom the text is about.
func (l *linker) careerLine() {
	about := l.subject
	if l.main != nil {
		about = l.main
	}
	if about == nil || len(l.nodes) < 2 || l.nodes[0].date == nil || l.nodes[0].date.after.unit != "" || !l.plainBefore(l.nodes[0].i) {
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
		if !colon || l.acts(t) {
			return
		}
		n.bound = true
		for _, po := range n.posts {
			l.claim(about, po, Holds, "career-line", span{l.sent.i, n.j})
		}
	}
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
			m, _ := l.eventsBefore(t)
			if m == mStart || m == mMove || l.electedBetween(n.j, l.nodes[k].i) || l.justElected(n.posts[len(n.posts)-1]) {
				status = Starts
			} else if m == mNominate {
				status = Nominated
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
			if depth += l.parens(l.nodes[k-1].j, l.nodes[k].i); depth < 0 {
				break // the list stood in brackets
			}
			if l.nodes[k].posts != nil && l.toks[l.nodes[k].i-1].Is(";") && l.namesOnly(t, k) {
				break // "nguyên Phó Chủ tịch nước: A, B; Bí thư Đảng ủy C"
			}
			if l.nodes[k].people == nil {
				if depth == 0 && (l.nodes[k].event == mStart || l.nodes[k].event == mMove || l.nodes[k].event == mEnd) {
					break
				}
				continue
			}
			if depth > 0 {
				continue
			}
			if own := l.closerPost(k, n.posts[len(n.posts)-1]); own != nil && status == Starts {
				l.nodes[k+1].bound = true
				l.claim(l.nodes[k].people[0], own, status, "roster", span{n.i, l.nodes[k+1].j})
				continue
			}
			for _, who := range l.nodes[k].people {
				l.claim(who, l.inBodyOf(n.posts[len(n.posts)-1], t), status, "roster", span{n.i, l.nodes[k].j})
			}
		}
	}
}

// closerPost is the post in brackets behind the name of node k when it says more closely which of the common post it is:
// "bầu 3 Phó Chủ tịch gồm: bà A (Phó Chủ tịch Thường trực), …"; else nil.
func (l *linker) closerPost(k int, common *post) *post {
	if k+1 >= len(l.nodes) || len(l.nodes[k].people) != 1 || len(l.nodes[k+1].posts) != 1 || !l.toks[l.nodes[k+1].i-1].Is("(") {
		return nil
	}
	own := l.nodes[k+1].posts[0]
	if own.title.post != common.title.post || own.name == common.name || own.status != "" {
		return nil
	}
	return own
}

// inBodyOf is the common post of series t in the body that the list names with a closer one of the same title, where the
// text names none with it.
func (l *linker) inBodyOf(common *post, t int) *post {
	if common.org != nil && !common.guessed {
		return common
	}
	for _, n := range l.nodes[t+1:] {
		for _, po := range n.posts {
			if po.title.post == common.title.post && po.org != nil && !po.guessed {
				own := *common
				own.org, own.guessed = po.org, false
				return &own
			}
		}
	}
	return common
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
