package relation

import (
	"slices"
	"strings"

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
		l.cutSpeaker(t)
		if l.fronted(t) || l.amongBodies(t) || l.decidesThere(t) || l.othersPost(t) || l.receives(t) || l.isGloss(t) || l.speaksBehind(t) || l.denied(t) {
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
	if !l.Toks[n.I-1].Is(",") || t == 0 || l.nodes[t-1].event == "" || n.I-1-l.nodes[t-1].J > maxTrail || l.stops(l.nodes[t-1].J, n.I) {
		return false
	}
	if t+1 < len(l.nodes) && l.nodes[t+1].event == gazetteer.MPresent && l.nodes[t+1].I == n.J {
		return true
	}
	_, m := l.Lists.Verbs.Find(l.Toks[:l.sent.J], n.J)
	return m > 0
}

// maxTrail is the most words between a verb and the comma behind it: "được giao nhiệm vụ mới, Thứ trưởng … đề nghị".
const maxTrail = 3

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
	if k := l.lastPronoun(l.sent.I, l.nodes[t].I); k >= l.sent.I {
		return l.meantBy(k)
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

// meantBy are the people whom the pronoun at token k means: the subject of the sentence before, or the only other one of that
// sentence whom the pronoun fits, "ông A và bà B …; bà được bầu …".
func (l *linker) meantBy(k int) []*mention.Mention {
	g := l.GenderOf(k)
	if k > l.sent.I && l.Toks[k].Upper() {
		g = 0 // "Hiện bà Anh là …"
	}
	if g*l.Gender(l.subject) >= 0 {
		return []*mention.Mention{l.subject}
	}
	var fits *mention.Mention
	for _, m := range l.mentioned {
		switch {
		case g*l.Gender(m) <= 0:
		case fits != nil && fits.Who != m.Who:
			return nil
		default:
			fits = m
		}
	}
	if fits == nil {
		return nil
	}
	return []*mention.Mention{fits}
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
	w := &l.Lists.Words
	if !leaves && !w.TimeClause.Has(l.Toks[l.sent.I]) && !w.TimeClause.Has(l.Toks[l.clauseHead()]) && !l.timeAfter(l.sent.I) || l.barePronoun(l.sent.I, l.nodes[t].I) {
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

// clauseHead is the first token of the sentence behind the words that open it and tell nothing: "Ngoài ra, với cương vị …".
func (l *linker) clauseHead() int {
	for i := l.sent.I + 1; i+1 < l.sent.J && i <= l.sent.I+maxOpener; i++ {
		if l.Toks[i].Is(",") {
			return i + 1
		}
	}
	return l.sent.I
}

// namedInClause are the people of whom a clause of time speaks that stands behind somebody who tells it: "ông A khẳng định, sau
// 3 tháng làm Giám đốc Sở, bà B …"; else nil. Node k is the first before the verbs of series t.
func (l *linker) namedInClause(t, k int) []*mention.Mention {
	if t+1 >= len(l.nodes) || k+1 >= t || k < 0 || l.nodes[t+1].people == nil || l.personAfter(0) > k || !l.Next(l.nodes[t].J, l.sent.J, ",") {
		return nil
	}
	if who := l.nodes[t+1].people; who[0].Head == l.nodes[t].J+1 && who[0].Address && l.inTimeClause(l.nodes[k+1].I) {
		return who
	}
	return nil
}

// inTimeClause reports whether a clause of time begins behind a comma and goes on to the verb at token i: ", sau 3 tháng
// làm", ", trong thời gian giữ chức".
func (l *linker) inTimeClause(i int) bool {
	for k := i - 1; k > l.sent.I && k > i-maxClause; k-- {
		if l.Toks[k].Is(",") {
			return l.Lists.Words.ClauseLead.Has(l.Toks[k+1])
		}
		if l.Toks[k].Kind == text.Punct {
			return false
		}
	}
	return false
}

// maxClause is the most tokens from the comma before a clause of time to its verb.
const maxClause = 8

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
		if n.posts == nil || n.bound || n.decides {
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
