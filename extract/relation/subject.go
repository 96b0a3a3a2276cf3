package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// agents passes over the series that are posts of somebody else than those whom the sentence tells of.
func (l *linker) agents() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.I <= l.sent.I {
			continue
		}
		if l.othersPost(t) || l.receives(t) || l.isGloss(t) || l.speaksBehind(t) || l.denied(t) {
			n.bound = true
		}
	}
}

// othersPost reports whether series t is the post of one who acts, is served or spoken to, and is not named: "được Thủ
// tướng bổ nhiệm", "trọng trách mà Bí thư Thành ủy giao", "làm trợ lý cho Bộ trưởng".
func (l *linker) othersPost(t int) bool {
	i := l.nodes[t].I
	return (l.Lists.Words.PassiveMark.Has(l.Toks[i-1]) || l.Toks[i-1].Is("mà") || slices.Contains(l.frame.serves, i)) && l.rightName(t) == nil
}

// receives reports whether series t is told to act, or given something: "giao Giám đốc Sở Y tế chủ trì", "giao nhiệm vụ
// cho Chủ tịch UBND xã".
func (l *linker) receives(t int) bool {
	n := l.nodes[t]
	if l.rightName(t) != nil || strings.HasPrefix(n.posts[0].Name, "Quyền ") {
		return false
	}
	i := n.I
	if l.Toks[i-1].Is("cho") {
		if i > l.sent.I+2 && l.Lists.Words.GivenThing.Has(l.Toks[i-3], l.Toks[i-2]) {
			return true
		}
		i--
	}
	return i > l.sent.I+1 && l.Toks[i-1].Is("giao") && !l.Lists.Words.AssignedBy.Has(l.Toks[i-2]) && !l.Toks[i-2].Is("bàn")
}

// isGloss reports whether series t says in brackets what a body or a post became: "(nay là Bộ trưởng …)".
func (l *linker) isGloss(t int) bool {
	i := l.nodes[t].I
	return i > l.sent.I+2 && l.Toks[i-1].Is("là") && l.Toks[i-2].Is("nay") && l.Toks[i-3].Is("(")
}

// speaksBehind reports whether series t begins a part of the sentence in which its holder speaks: "… và bổ nhiệm, Phó
// Thống đốc mong muốn …".
func (l *linker) speaksBehind(t int) bool {
	n := l.nodes[t]
	if !l.Toks[n.I-1].Is(",") || t == 0 || l.nodes[t-1].event == "" || l.nodes[t-1].J != n.I-1 {
		return false
	}
	_, m := l.Lists.Verbs.Find(l.Toks[:l.sent.J], n.J)
	return m > 0
}

// behind are the people that follow series t after "đối với", "cho": whom the event concerns. A post may stand before
// the name: "miễn nhiệm Ủy viên UBND tỉnh đối với nguyên Giám đốc Sở Nội vụ A".
func (l *linker) behind(t int) []*mention.Mention {
	k := t + 1
	if k+1 < len(l.nodes) && l.nodes[k].event == gazetteer.MLink && l.nodes[k+1].posts != nil && l.Next(l.nodes[t].J, l.sent.J, ",", "và") && l.nodes[k].I == l.nodes[t].J+1 {
		return l.behind(k + 1) // "bổ sung Ủy viên Ban Thường vụ và giữ chức Chủ tịch … đối với ông A"
	}
	if k+1 < len(l.nodes) && l.nodes[k].posts != nil && l.nodes[k+1].people != nil && l.nodes[k+1].I == l.nodes[k].J {
		k++
	}
	if k >= len(l.nodes) || l.nodes[k].people == nil {
		return nil
	}
	j := l.nodes[t+1].I
	i := l.skipTerms(l.nodes[t].J, j)
	if j-i < 1 || j-i > 7 || k > t+1 && !l.Lists.Words.ToPerson.Has(l.Toks[j-1]) {
		return nil
	}
	for n := i; n < j; n++ {
		if !(l.Lists.Words.Concerning.Has(l.Toks[n]) || l.Toks[n].Is(",", ":")) {
			return nil
		}
	}
	if l.Toks[i].Is("của") && j == i+1 && k == t+1 && l.nodes[k].people[0].Address && l.endsBefore(t) {
		return l.alsoBehind(k) // "miễn nhiệm chức vụ Bộ trưởng Bộ Y tế của ông A"
	}
	if l.Toks[i].Is(",", "của") && !l.Pair(i+1, j, &l.Lists.Words.AsFor) {
		return nil // "…, ông B": but "Chủ tịch HĐND tỉnh nhiệm kỳ 2016-2021, đối với ông A"
	}
	return l.alsoBehind(k)
}

// endsBefore reports whether a verb directly before series t ends what it names.
func (l *linker) endsBefore(t int) bool {
	what, k := l.eventsBefore(t)
	if what != gazetteer.MEnd || k+1 >= t {
		return false
	}
	i := l.nodes[k+1].I // "theo quy định, việc miễn nhiệm chức danh Phó Thủ tướng của ông A phải …" ends nothing
	return i <= l.sent.I+1 || !l.Lists.Words.DecisionNoun.Has(l.Toks[i-1]) || l.Lists.Words.Decides.Has(l.Toks[i-2])
}

// skipTerms is the token behind the terms that follow a post from token i on: "hai nhiệm kỳ 2005-2010, 2010-2015".
func (l *linker) skipTerms(i, j int) int {
	k, any := i, false
	for k < j && (l.Lists.Words.TermsWord.Has(l.Toks[k]) || l.Toks[k].Kind == text.Number || any && l.Toks[k].Is(",", "-", "và")) {
		any = any || l.Lists.Words.TermNoun.Has(l.Toks[k])
		k++
	}
	if !any {
		return i
	}
	return k
}

// alsoBehind are the people of node k and those that follow them in a list, each perhaps with posts
// in apposition: "đối với ông A, Giám đốc Sở Tài chính và bà B, Giám đốc Sở Tư pháp".
func (l *linker) alsoBehind(k int) []*mention.Mention {
	people := append([]*mention.Mention{}, l.nodes[k].people...)
	open := l.nodes[k].I > 0 && l.Toks[l.nodes[k].I-1].Is(":")
	for n := k + 1; n < len(l.nodes); n++ {
		switch {
		case l.nodes[n].people == nil:
		case l.nodes[n-1].posts != nil && l.nodes[n-1].J == l.nodes[n].I && l.nodes[n-2].people != nil && l.listed(l.nodes[n-2].J, l.nodes[n-1].I):
			people = append(people, l.nodes[n].people...) // "nguyên Giám đốc A và nguyên Giám đốc B"
		case l.nodes[n-1].posts != nil && l.listed(l.nodes[n-1].J, l.nodes[n].I), l.reasoned(n), open && l.semicolon(l.nodes[n-1].J, l.nodes[n].I), l.leftToo(n):
			people = append(people, l.nodes[n].people...)
		default:
			return people
		}
	}
	return people
}

// leftToo reports whether the people of node k, behind a semicolon, are named with a post that they had, or a reason: "miễn
// nhiệm … đối với ông A, nguyên Giám đốc Sở Y tế đã nghỉ hưu; ông B, nguyên Giám đốc Sở Nội vụ; bà C do chuyển công tác".
func (l *linker) leftToo(k int) bool {
	n := &l.nodes[k]
	if i := l.groupStart(k); i <= l.sent.I || !l.Toks[n.people[0].Head-1].Is(";") && !l.Toks[i-1].Is(";") {
		return false
	}
	if n.J < l.sent.J && l.Lists.Words.Reason.Has(l.Toks[n.J]) {
		return true
	}
	return k+1 < len(l.nodes) && l.nodes[k+1].posts != nil && l.nodes[k+1].posts[0].Status == record.Former && l.apposed(n.J, l.nodes[k+1].I)
}

// reasoned reports whether the people of node k go on with a list whose item before them ends in a reason:
// "đối với ông A, nguyên Giám đốc Sở Y tế, do nghỉ hưu và ông B".
func (l *linker) reasoned(k int) bool {
	for n := k - 1; n > 0 && l.nodes[k].I-l.nodes[n].J <= 12; n-- {
		switch {
		case l.nodes[n].posts != nil:
			i := l.nodes[n].J
			return l.Toks[l.nodes[k].I-1].Is("và") && (l.Lists.Words.Reason.Has(l.Toks[i]) || l.Toks[i].Is(",", "(") && l.Lists.Words.Reason.Has(l.Toks[i+1]))
		case l.nodes[n].people != nil || rank[l.nodes[n].event] == rank[gazetteer.MStart]:
			return false
		}
	}
	return false
}

// alsoAhead are the people of node k and those that stand before them in a list, each perhaps with
// posts in apposition.
func (l *linker) alsoAhead(k int) []*mention.Mention {
	people := append([]*mention.Mention{}, l.nodes[k].people...)
	var more []*mention.Mention // behind a colon the list may go on over semicolons
	for k >= 2 && l.nodes[k-1].posts != nil && l.nodes[k-2].people != nil && l.apposed(l.nodes[k-2].J, l.nodes[k-1].I) {
		and := l.listed(l.nodes[k-1].J, l.nodes[k].I)
		if !and && !l.semicolon(l.nodes[k-1].J, l.nodes[k].I) && !l.nextItem(l.nodes[k-1].J, k) {
			break
		}
		k -= 2
		if more = append(more, l.nodes[k].people...); and && len(more) == len(l.nodes[k].people) {
			people, more = append(people, more...), nil
		}
	}
	if i := l.nodes[k].I; i > 0 && l.Toks[i-1].Is(":") || l.nodes[k].people[0].Plural || len(more) > 0 && l.eventBeforeName(k) != "" {
		people = append(people, more...)
	}
	return people
}

// semicolon reports whether a semicolon is all that stands, beside small words of circumstance, between
// tokens i and j.
func (l *linker) semicolon(i, j int) bool {
	return j > i && l.Toks[j-1].Is(";")
}

// nextItem reports whether the people of node k are the next item of a list behind the posts that end before token i: behind
// a bracket that closes, or with a form of address.
func (l *linker) nextItem(i, k int) bool {
	switch n := &l.nodes[k]; n.I - i {
	case 1:
		return l.Toks[i].Is(",") && n.people[0].Address
	case 2:
		return l.Toks[i].Is(")") && l.Toks[i+1].Is(",")
	}
	return false
}

// listed reports whether the tokens [i, j) go on with a list: "và", ", và".
func (l *linker) listed(i, j int) bool {
	switch j - i {
	case 1:
		return l.Lists.Words.Conjunction.Has(l.Toks[i])
	case 2:
		return l.Toks[i].Is(",", ")") && l.Toks[i+1].Is("và")
	}
	return false
}

// ahead are the people before series t, from node k back: the nearest name that is no agent. The
// event before the name counts when only linking verbs stand behind it.
func (l *linker) ahead(t, k int, what gazetteer.Meaning) ([]*mention.Mention, gazetteer.Meaning) {
	at := l.nodes[t].I
	presented := l.presents(k+1, t) // someone hands over a decision on others
	for ; k >= 0; k-- {
		n := &l.nodes[k]
		switch {
		case n.took():
			return l.sameHolders(k, t, what)
		case n.people != nil:
			if i := l.groupStart(k); n.role == rActs && presented && i > l.sent.I && l.Lists.Words.PassiveMark.Has(l.Toks[i-1]) {
				presented = false // "A được Chủ tịch B trao quyết định bổ nhiệm …"
			}
			if !n.concerned() || l.asideFrom(k, at) || l.tellsOfOthers(k, t) {
				continue
			}
			if presented || l.about() != nil && l.pronounBetween(n.J, at) {
				return nil, what
			}
			return l.alsoAhead(k), l.verbOf(k, t, what)
		case n.event == gazetteer.MPresent:
			presented = true
		case n.posts != nil && what == gazetteer.MLink && l.leavesFirst(k) && l.turnsFrom(n.J, t):
			return nil, what // "Rời ghế Chủ tịch UBND huyện, ông làm …"
		case n.posts == nil && rank[n.event] > rank[what] && n.event != gazetteer.MNot && (what != gazetteer.MFormer || n.event == gazetteer.MNominate):
			what = n.event
		}
	}
	return nil, what
}

// leavesFirst reports whether the sentence begins with the verb that tells the end of series t: "Thôi giữ chức Bí thư, ông …".
func (l *linker) leavesFirst(t int) bool {
	if t == 0 || l.nodes[0].event != gazetteer.MEnd || l.nodes[0].I != l.sent.I {
		return false
	}
	for k := range t {
		if l.nodes[k].event == "" {
			return false
		}
	}
	return true
}

// turnsFrom reports whether a comma and a pronoun lead from token i to the verb of series t.
func (l *linker) turnsFrom(i, t int) bool {
	for ; i+1 < l.nodes[t].I; i++ {
		if l.Toks[i].Is(",") && l.Lists.Words.Address.Has(l.Toks[i+1]) {
			return true
		}
	}
	return false
}

// sameHolders are the people who took the series of node k before series t, and how they stand to it: "được bầu làm A,
// giữ chức B"; "từng là A; hiện là B".
func (l *linker) sameHolders(k, t int, what gazetteer.Meaning) ([]*mention.Mention, gazetteer.Meaning) {
	n := &l.nodes[k]
	if others := l.goesOnBefore(k, t); others != nil {
		return others, what
	}
	switch {
	case what != gazetteer.MLink || l.atPresent(t):
		return n.holders, what
	case n.what != gazetteer.MLink && n.what != gazetteer.MFormer:
		return n.holders, gazetteer.MStart
	}
	return n.holders, n.what
}

// verbOf is the event by which the people of node k come to series t: that behind their name, or where it only joins,
// the one before it, that of the list, of the decision above, or of the item before.
func (l *linker) verbOf(k, t int, what gazetteer.Meaning) gazetteer.Meaning {
	switch {
	case what == gazetteer.MLink && l.nodes[k].role == rGoesOn:
		return gazetteer.MMove // "thay ông B đi làm …"
	case what == gazetteer.MLink && l.handedTo(k):
		what = gazetteer.MStart
	}
	if what == gazetteer.MLink {
		if e := l.eventBeforeList(k); e != "" {
			return e // "Bầu bổ sung các ông: A, Giám đốc Sở; B, Giám đốc Sở là Ủy viên UBND"
		}
	}
	e := l.eventBeforeGroup(k)
	switch {
	case e == gazetteer.MNominate: // "giới thiệu ông A để bầu …"
		return e
	case what != gazetteer.MLink:
		return what
	case e == gazetteer.MLink && l.setUp(k) != "":
		return gazetteer.MStart
	case e != "":
		return e
	}
	if h := l.decided(k, t); h != "" {
		return h
	}
	if l.moved(k, l.nodes[t].I) {
		return gazetteer.MMove
	}
	if e := l.setUp(k); e != "" {
		return e
	}
	if l.underDecisions(k) {
		return gazetteer.MStart
	}
	if t > 0 && l.goesTo(t-1) && l.byDecision(l.nodes[t].J) {
		return gazetteer.MMove // "Anh Chứ về làm Bí thư Đảng ủy xã A theo quyết định ngày 20/11"
	}
	return l.inherited(k, t)
}

// underDecisions reports whether decisions are made known before a colon that leads to the list in which the people of node k
// stand: "Công bố quyết định: Trung tá A làm Trưởng Công an xã B; …".
func (l *linker) underDecisions(k int) bool {
	present := false
	for n := 0; n < k && l.nodes[n].people == nil; n++ {
		present = present || l.nodes[n].event == gazetteer.MPresent
	}
	if !present {
		return false
	}
	first := l.nodes[l.personAfter(0)].people[0].Head
	return first > l.sent.I+1 && l.Toks[first-1].Is(":") && l.Lists.Words.Official.Has(l.Toks[first-2])
}

// byDecision reports whether "theo quyết định" stands at token i.
func (l *linker) byDecision(i int) bool {
	return i+2 < l.sent.J && l.Toks[i].Is("theo") && l.Lists.Words.DecisionNoun.Has(l.Toks[i+1])
}

// tellsOfOthers reports whether the people of node k tell what they, or others, did to a third person: "ông A cho biết đã
// bổ nhiệm Phó Giám đốc Sở".
func (l *linker) tellsOfOthers(k, t int) bool {
	if !l.speaks(k) {
		return false
	}
	active := false
	for n := k + 1; n < t; n++ {
		active = active || l.nodes[n].event != "" && l.Lists.Words.Transitive.Has(l.Toks[l.nodes[n].I])
	}
	return active && !l.hasIn(document.Span{I: l.nodes[k].J, J: l.nodes[t].I}, &l.Lists.Words.OwnFate)
}

// eventBeforeList is the election or appointment that leads to the list which the people of node k end: "bầu bổ
// sung các ông: A, …; B, …"; else "".
func (l *linker) eventBeforeList(k int) gazetteer.Meaning {
	people := l.alsoAhead(k)
	if len(people) < 2 {
		return ""
	}
	first := people[0]
	for _, m := range people {
		if m.Head < first.Head {
			first = m
		}
	}
	if first.Head <= l.sent.I || !l.opensList(first.Head-1, first.I) {
		return ""
	}
	for n := k - 1; n >= 0; n-- {
		if e := l.nodes[n].event; l.nodes[n].J <= first.Head && first.Head-l.nodes[n].J <= 6 && (e == gazetteer.MStart || e == gazetteer.MMove) {
			return gazetteer.MStart
		}
	}
	return ""
}

// denied reports whether the sentence denies before series t what it says of it: "không có chuyện ông A được bổ
// nhiệm …", "phủ nhận", or says behind it that it did not come to it: "nhưng chưa được chấp thuận".
func (l *linker) denied(t int) bool {
	for k, n := range l.nodes {
		switch {
		case n.event != gazetteer.MNot || k+1 < t && l.Toks[n.I].Is("trước"): // "Trước khi làm Chủ tịch UBND xã, ông A kinh qua …"
		case k < t && l.Toks[n.I].Is("nếu"):
			return true
		case k < t && n.J-n.I >= 2 && !l.Lists.Words.NoLonger.Has(l.Toks[n.J-1]):
			return true
		case k > t && l.Toks[n.I].Is("chưa") && l.Next(n.J, l.sent.J, "được") && l.NextIn(n.J+1, l.sent.J, &l.Lists.Words.Consent):
			return true
		}
	}
	return false
}

// pronounBetween reports whether "ông" or "bà" without a name stands between tokens i and j: then the one
// before is not the subject, "cùng với A, ông được bầu …".
func (l *linker) pronounBetween(i, j int) bool {
	for ; i+1 < j; i++ {
		if l.Lists.Words.Address.Has(l.Toks[i]) && !l.Toks[i+1].Upper() {
			return true
		}
	}
	return false
}

// handedTo reports whether a decision is handed to the people of node k: "trao quyết định cho ông A".
func (l *linker) handedTo(k int) bool {
	i := l.nodes[k].I
	return k > 0 && i > 0 && l.Toks[i-1].Is("cho") && l.nodes[k-1].event == gazetteer.MPresent && i-l.nodes[k-1].J <= 2 && l.Toks[l.nodes[k-1].J-1].Is("định")
}

// pronoun is the subject of the sentence before, where this one speaks of "ông", "bà" without a name, or begins with a date or
// a verb.
func (l *linker) pronoun(t int) []*mention.Mention {
	if l.Encyclopedia && l.about() == nil && !l.barePronoun(l.sent.I, l.nodes[t].I) {
		return nil // "Chủ tịch nước đồng thời là …" is of whoever holds the office that the page is about
	}
	if who := l.byTitle(t); who != nil {
		return []*mention.Mention{who}
	}
	if l.ofKin(l.nodes[t].I) || l.anyOfKind(l.nodes[t].I) {
		return nil
	}
	if who := l.ofMyself(t); who != nil {
		return []*mention.Mention{who}
	}
	if who := l.about(); who != nil {
		return []*mention.Mention{who}
	}
	if who := l.namedAfter(t); who != nil {
		return who
	}
	if l.subject == nil {
		return nil
	}
	if l.barePronoun(l.sent.I, l.nodes[t].I) {
		return []*mention.Mention{l.subject}
	}
	if l.bodyActs(t) || l.namesSomeone() {
		return nil
	}
	first := l.Toks[l.sent.I]
	if l.Lists.Words.TimeOpener.Has(first) || first.Kind == text.Number {
		return []*mention.Mention{l.subject}
	}
	return nil
}

// anyOfKind reports whether the post at token i is that of nobody in particular: "trong đó có một Thứ trưởng", "2 Trợ lý".
func (l *linker) anyOfKind(i int) bool {
	return i > l.sent.I && (l.pluralBefore(i) || l.Toks[i-1].Is("một") && i-1 > l.sent.I && !l.Toks[i-2].Is("là") || l.Toks[i-1].Kind == text.Number && l.Toks[i-1].Breaks == 0 && !l.IsYear(i-1))
}

// ofKin reports whether the last pronoun before token j stands behind the word for a relative, of whom the text then
// speaks and whose name it does not tell: "Cha ông từng là Bí thư Huyện ủy".
func (l *linker) ofKin(j int) bool {
	for i := j - 1; i > l.sent.I; i-- {
		if !l.Lists.Words.Pronoun.Has(l.Toks[i]) || i+1 < j && l.Toks[i+1].Upper() {
			continue
		}
		for k := max(l.sent.I, i-2); k < i; k++ {
			if c, n := l.Lists.Frames.Find(l.Toks[:i], k); n == i-k && c == gazetteer.CKin {
				return true
			}
		}
		return false
	}
	return false
}

// namedAfter are the people of whom the clause of series t speaks that opens the sentence: "Sau 10 tháng làm Phó Bí thư
// Thành ủy, ông A được bầu …", "Từng là Bí thư Huyện ủy, bà B …"; else nil.
func (l *linker) namedAfter(t int) []*mention.Mention {
	leaves := l.leavesFirst(t)
	if leaves && l.subject != nil && l.turnsFrom(l.nodes[t].J, len(l.nodes)-1) && l.personAfter(t) < 0 {
		return []*mention.Mention{l.subject} // "Rời ghế Chủ tịch UBND huyện, ông làm …"
	}
	if !leaves && !l.Lists.Words.TimeClause.Has(l.Toks[l.sent.I]) && !l.timeAfter(l.sent.I) || l.barePronoun(l.sent.I, l.nodes[t].I) {
		return nil
	}
	for k := range l.nodes {
		n := l.nodes[k]
		switch {
		case n.people == nil:
		case k > t && n.role != rKin && l.Toks[n.I-1].Is(","):
			return n.people
		default:
			return nil
		}
	}
	return nil
}

// timeAfter reports whether a length of time since something stands at token i: "Một ngày sau khi nhậm chức", "Hơn 3 tháng sau
// khi …".
func (l *linker) timeAfter(i int) bool {
	w := &l.Lists.Words
	for k := i; k+3 < l.sent.J && k < i+3; k++ {
		if w.Counted.Has(l.Toks[k+1]) && w.Then.Has(l.Toks[k+2]) && w.When.Has(l.Toks[k+3]) {
			return true
		}
	}
	return false
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
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.nodes[t].I; n++ {
		it := l.Items[n]
		placed := it.I > l.sent.I && l.Lists.Words.PlaceLead.Has(l.Toks[it.I-1])
		body = body || it.Org != nil && !placed && it.J < l.nodes[t].I && l.Toks[it.J].Kind == text.Word && !l.Lists.Words.Conjunction.Has(l.Toks[it.J])
	}
	for i := l.sent.I; i < l.nodes[t].I; i++ {
		if l.Lists.Words.PassiveMark.Has(l.Toks[i]) {
			return false
		}
	}
	return body
}

// byTitle is the person whom a post before series t stands for, where the text has said who holds it:
// "Tân Bí thư Quận ủy từng là …".
func (l *linker) byTitle(t int) *mention.Mention {
	pronoun := unknown
	for k := t - 1; k >= 0; k-- {
		n := &l.nodes[k]
		if n.people != nil {
			return nil
		}
		if n.posts == nil || n.bound {
			continue
		}
		if n.I > l.sent.I && t < len(l.nodes) {
			if pronoun == unknown {
				pronoun = l.lastPronoun(l.sent.I, l.nodes[t].I)
			}
			if pronoun >= n.J {
				continue // "Ban Thường vụ phân công ông làm …" goes on about the one before
			}
		}
		if who := l.holderOf(n.posts[0]); who != nil {
			return who
		}
	}
	return nil
}

// unknown is a token that was not looked for yet.
const unknown = -2

// farClaims is how many claims back one is that means nothing any more.
const farClaims = 2000

// holderOf is whom the text has named last as the holder of a post, or nil.
func (l *linker) holderOf(po *mention.Post) *mention.Mention {
	office := ""
	for k := len(l.claims) - 1; k >= max(0, len(l.claims)-farClaims); k-- {
		q := &l.claims[k]
		if q.status != record.Starts && q.status != record.Holds || q.post.Name != po.Name {
			continue
		}
		if q.rule == "table" && (q.who.I > l.sent.I || q.told != nil && q.told.step) {
			continue // a table below, or of all who held the post
		}
		if office == "" {
			office = officeOf(po)
		}
		if q.office == "" {
			q.office = officeOf(q.post)
		}
		if q.office == office {
			return q.who
		}
	}
	return nil
}

// officeOf is a post with its organisation in words.
func officeOf(po *mention.Post) string { return po.Name + ", " + po.Org.Name() }

// holds reports whether one of the mentions is of a person.
func holds(people []*mention.Mention, who *mention.Mention) bool {
	for _, m := range people {
		if m == who {
			return true
		}
	}
	return false
}
