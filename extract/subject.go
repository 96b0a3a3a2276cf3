package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

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
		told := !strings.HasPrefix(n.posts[0].name, "Quyền ") && i > l.sent.i+1 && l.toks[i-1].Is("giao") && !l.toks[i-2].Is("được", "phân") && !l.toks[i-2].Is("bàn") && l.rightName(t) == nil
		gloss := n.i > l.sent.i+2 && l.toks[n.i-1].Is("là") && l.toks[n.i-2].Is("nay") && l.toks[n.i-3].Is("(") // what a body became
		speaks := false                                                                                         // "… và bổ nhiệm, Phó Thống đốc mong muốn …", "trọng trách mà Bí thư Thành ủy giao"
		if l.toks[n.i-1].Is(",") && t > 0 && l.nodes[t-1].event != "" && l.nodes[t-1].j == n.i-1 {
			_, m := l.lists.verbs.find(l.toks[:l.sent.j], n.j)
			speaks = m > 0
		}
		if l.toks[n.i-1].Is("được", "bị", "mà") && l.rightName(t) == nil || told || gloss || speaks || l.denied(t) {
			n.bound = true
		}
	}
}

// behind are the people that follow series t after "đối với", "cho": whom the event concerns. A post may stand before
// the name: "miễn nhiệm Ủy viên UBND tỉnh đối với nguyên Giám đốc Sở Nội vụ A".
func (l *linker) behind(t int) []*mention {
	k := t + 1
	if k+1 < len(l.nodes) && l.nodes[k].posts != nil && l.nodes[k+1].people != nil && l.nodes[k+1].i == l.nodes[k].j {
		k++
	}
	if k >= len(l.nodes) || l.nodes[k].people == nil {
		return nil
	}
	j := l.nodes[t+1].i
	i := l.skipTerms(l.nodes[t].j, j)
	if j-i < 1 || j-i > 7 || k > t+1 && !l.lists.words.ToPerson.has(l.toks[j-1]) {
		return nil
	}
	for n := i; n < j; n++ {
		if !l.toks[n].Is("đối", "với", "cho", ",", ":", "là", "của", "các", "cán", "bộ", "vị", "đại", "biểu", "người") {
			return nil
		}
	}
	if l.toks[i].Is(",", "của") {
		return nil
	}
	return l.alsoBehind(k)
}

// skipTerms is the token behind the terms that follow a post from token i on: "hai nhiệm kỳ 2005-2010, 2010-2015".
func (l *linker) skipTerms(i, j int) int {
	k, any := i, false
	for k < j && (l.lists.words.TermsWord.has(l.toks[k]) || l.toks[k].Kind == text.Number || any && l.toks[k].Is(",", "-", "và")) {
		any = any || l.toks[k].Is("kỳ", "khóa", "khoá")
		k++
	}
	if !any {
		return i
	}
	return k
}

// alsoBehind are the people of node k and those that follow them in a list, each perhaps with posts
// in apposition: "đối với ông A, Giám đốc Sở Tài chính và bà B, Giám đốc Sở Tư pháp".
func (l *linker) alsoBehind(k int) []*mention {
	people := append([]*mention{}, l.nodes[k].people...)
	open := l.nodes[k].i > 0 && l.toks[l.nodes[k].i-1].Is(":")
	for n := k + 1; n < len(l.nodes); n++ {
		switch {
		case l.nodes[n].people == nil:
		case l.nodes[n-1].posts != nil && l.nodes[n-1].j == l.nodes[n].i && l.nodes[n-2].people != nil && l.listed(l.nodes[n-2].j, l.nodes[n-1].i):
			people = append(people, l.nodes[n].people...) // "nguyên Giám đốc A và nguyên Giám đốc B"
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
		return l.lists.words.Conjunction.has(l.toks[i])
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
		case n.posts != nil && n.what != "" && n.holders != nil && l.clauseOf(k, t) != nil:
			return l.clauseOf(k, t), what
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
			if n.role != "" || l.tellsOfOthers(k, t) || l.agent(k) || l.bracketed(n.i, at) {
				continue
			}
			if presented || l.main != nil && l.pronounBetween(n.j, at) {
				return nil, what
			}
			if what == mLink && l.handedTo(k) {
				what = mStart
			}
			if e := l.eventBeforeList(k); what == mLink && e != "" {
				what = e // "Bầu bổ sung các ông: A, Giám đốc Sở; B, Giám đốc Sở là Ủy viên UBND"
			} else if e := l.eventBeforeGroup(k); e == mNominate {
				what = e // "giới thiệu ông A để bầu …"
			} else if what == mLink {
				if e != "" {
					what = e
				} else if h := l.decided(k, t); h != "" {
					what = h
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

// tellsOfOthers reports whether the people of node k tell what they, or others, did to a third person: "ông A cho biết đã
// bổ nhiệm Phó Giám đốc Sở".
func (l *linker) tellsOfOthers(k, t int) bool {
	if !l.speaks(k) {
		return false
	}
	active := false
	for n := k + 1; n < t; n++ {
		active = active || l.nodes[n].event != "" && l.lists.words.Transitive.has(l.toks[l.nodes[n].i])
	}
	return active && !l.hasAny(span{l.nodes[k].j, l.nodes[t].i}, "được", "bị", "mình", "nhận", "sau", "khi")
}

// eventBeforeList is the election or appointment that leads to the list which the people of node k end: "bầu bổ
// sung các ông: A, …; B, …"; else "".
func (l *linker) eventBeforeList(k int) meaning {
	people := l.alsoAhead(k)
	if len(people) < 2 {
		return ""
	}
	first := people[0]
	for _, m := range people {
		if m.head < first.head {
			first = m
		}
	}
	if first.head <= l.sent.i || !l.opensList(first.head-1, first.i) {
		return ""
	}
	for n := k - 1; n >= 0; n-- {
		if e := l.nodes[n].event; l.nodes[n].j <= first.head && first.head-l.nodes[n].j <= 6 && (e == mStart || e == mMove) {
			return mStart
		}
	}
	return ""
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

// agent reports whether the people of node k are those who act: "được ông B bổ nhiệm".
func (l *linker) agent(k int) bool {
	i, j := l.nodes[k].i, l.nodes[k].j
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].j == i {
		i = l.nodes[k-1].i // "được Thủ tướng A bổ nhiệm"
	}
	if j+1 < l.sent.j && k > 1 && l.nodes[k-1].event == mReplace && l.toks[j].Is(",") && l.toks[j+1].Is("được", "bị", "chuyển") && l.servedBefore(k) {
		return false // "bầu A làm Chủ tịch thay B, được điều động làm Bí thư"
	}
	if j+1 < l.sent.j && (l.toks[j].Is(",") && l.toks[j+1].Is("người") || l.toks[j].Is("vừa", "được", "đã", "trước", "chuyển")) {
		return false // "thay ông B, người được bầu làm …", "thay ông B vừa được bầu …" speak of B
	}
	return i > l.sent.i && l.toks[i-1].Is("được", "bởi", "thay", "cho") && !l.toks[i-1].Is("cho") ||
		k > 0 && l.nodes[k-1].event == mReplace && i-l.nodes[k-1].j <= 2
}

// clauseOf are the people of whom a clause before series t speaks that begins behind them, after the series of node k:
// "… thay B, được điều động làm …"; else nil.
func (l *linker) clauseOf(k, t int) []*mention {
	for n := k + 1; n < t; n++ {
		if l.nodes[n].people != nil && l.nodes[n-1].event == mReplace && !l.agent(n) {
			return l.nodes[n].people
		}
	}
	return nil
}

// servedBefore reports whether an event before node k has its post and its holder already.
func (l *linker) servedBefore(k int) bool {
	for _, n := range l.nodes[:k] {
		if n.posts != nil && n.holders != nil && (n.what == mStart || n.what == mMove) {
			return true
		}
	}
	return false
}

// denied reports whether the sentence denies before series t what it says of it: "không có chuyện ông A được bổ
// nhiệm …", "phủ nhận", or says behind it that it did not come to it: "nhưng chưa được chấp thuận".
func (l *linker) denied(t int) bool {
	for k, n := range l.nodes {
		switch {
		case n.event != mNot:
		case k < t && l.toks[n.i].Is("nếu"):
			return true
		case k < t && n.j-n.i >= 2 && !l.toks[n.j-1].Is("còn", "khi", "làm", "giữ", "chức", "vụ"):
			return true
		case k > t && l.toks[n.i].Is("chưa") && l.next(n.j, l.sent.j, "được") && l.next(n.j+1, l.sent.j, "chấp", "đồng", "phê", "thông"):
			return true
		}
	}
	return false
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

// pronoun is the subject of the sentence before, where this one speaks of "ông", "bà" without a
// name, or begins with a date or a verb.
func (l *linker) pronoun(t int) []*mention {
	if who := l.byTitle(t); who != nil {
		return []*mention{who}
	}
	if l.ofKin(l.nodes[t].i) {
		return nil
	}
	if l.main != nil {
		return []*mention{l.main}
	}
	if who := l.namedAfter(t); who != nil {
		return who
	}
	if l.subject == nil {
		return nil
	}
	if l.barePronoun(l.sent.i, l.nodes[t].i) {
		return []*mention{l.subject}
	}
	if l.bodyActs(t) || l.namesSomeone() {
		return nil
	}
	first := l.toks[l.sent.i]
	if first.Is("năm", "từ", "tháng", "sau", "trước", "đến", "khi", "hiện") || first.Kind == text.Number {
		return []*mention{l.subject}
	}
	return nil
}

// ofKin reports whether the last pronoun before token j stands behind the word for a relative, of whom the text then
// speaks and whose name it does not tell: "Cha ông từng là Bí thư Huyện ủy".
func (l *linker) ofKin(j int) bool {
	for i := j - 1; i > l.sent.i; i-- {
		if !l.lists.words.Pronoun.has(l.toks[i]) || i+1 < j && l.toks[i+1].Upper() {
			continue
		}
		for k := max(l.sent.i, i-2); k < i; k++ {
			if c, n := l.lists.frames.find(l.toks[:i], k); n == i-k && c == cKin {
				return true
			}
		}
		return false
	}
	return false
}

// namedAfter are the people of whom the clause of series t speaks that opens the sentence: "Sau 10 tháng làm Phó Bí thư
// Thành ủy, ông A được bầu …", "Từng là Bí thư Huyện ủy, bà B …"; else nil.
func (l *linker) namedAfter(t int) []*mention {
	if !l.lists.words.TimeClause.has(l.toks[l.sent.i]) || l.barePronoun(l.sent.i, l.nodes[t].i) {
		return nil
	}
	for k := range l.nodes {
		n := l.nodes[k]
		switch {
		case n.people == nil:
		case k > t && n.role != rKin && l.toks[n.i-1].Is(","):
			return n.people
		default:
			return nil
		}
	}
	return nil
}

// namesSomeone reports whether the sentence names a person of its own: then it does not go on about the one before.
func (l *linker) namesSomeone() bool {
	for _, n := range l.nodes {
		if n.people != nil {
			return true
		}
	}
	return false
}

// bodyActs reports whether a body is the subject of the sentence before series t, and nobody is said to undergo it:
// "Trước đó, HĐND thị xã đã bầu bổ sung chức danh …".
func (l *linker) bodyActs(t int) bool {
	body := false
	for n := l.itemFrom(l.sent.i); n < len(l.items) && l.items[n].i < l.nodes[t].i; n++ {
		it := l.items[n]
		placed := it.i > l.sent.i && l.lists.words.PlaceLead.has(l.toks[it.i-1])
		body = body || it.org != nil && !placed && it.j < l.nodes[t].i && l.toks[it.j].Kind == text.Word && !l.lists.words.Conjunction.has(l.toks[it.j])
	}
	for i := l.sent.i; i < l.nodes[t].i; i++ {
		if l.toks[i].Is("được", "bị") {
			return false
		}
	}
	return body
}

// byTitle is the person whom a post before series t stands for, where the text has said who holds it:
// "Tân Bí thư Quận ủy từng là …".
func (l *linker) byTitle(t int) *mention {
	for k := t - 1; k >= 0; k-- {
		n := l.nodes[k]
		if n.people != nil {
			return nil
		}
		if n.posts == nil || n.bound || n.i > l.sent.i && t < len(l.nodes) && l.barePronoun(n.j, l.nodes[t].i) {
			continue // "Ban Thường vụ phân công ông làm …" goes on about the one before
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

func holds(people []*mention, who *mention) bool {
	for _, m := range people {
		if m == who {
			return true
		}
	}
	return false
}
