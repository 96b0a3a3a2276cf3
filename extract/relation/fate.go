package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// fate is what happens in the sentence to a person who is named with a post: MMove, MEnd,
// MRetire, MReplace, or "" where nothing does.
func (l *linker) fate(who *mention.Mention, t int) gazetteer.Meaning {
	at := l.nodeOf(who)
	if at < 0 {
		return ""
	}
	if l.beforeName(at).Is("do") && l.groupStart(at) > l.sent.I {
		return l.fateAfter(at, t) // "quyết định điều động cán bộ do Bí thư Tỉnh ủy A ký"
	}
	if m := l.fateBefore(at); m != "" {
		return m
	}
	if m := l.fateWith(at); m == gazetteer.MRetire || m == gazetteer.MEnd || m == gazetteer.MMove {
		return m
	}
	return l.fateAfter(at, t)
}

// nodeOf is the index of the node of a mention, or -1.
func (l *linker) nodeOf(who *mention.Mention) int {
	for k, n := range l.nodes {
		for _, m := range n.people {
			if m == who {
				return k
			}
		}
	}
	return -1
}

// fateBefore reads what stands before the name: "điều động ông A", "thay ông A", "nghỉ hưu gồm: …".
func (l *linker) fateBefore(at int) gazetteer.Meaning {
	list := false
	for k := at - 1; k >= 0; k-- {
		n := &l.nodes[k]
		list = list || l.opensList(n.J, l.nodes[k+1].I)
		switch {
		case list && n.event == gazetteer.MRetire, list && n.event == gazetteer.MMove && !l.Toks[n.I].Is("tăng") && l.inBracketBehind(at):
			return n.event // "điều động … đối với 3 cán bộ gồm: A (Phó Trưởng phòng …), …"
		case n.event == gazetteer.MEnd && k >= at-2 && l.opensList(n.J, l.groupStart(at)) && l.ofParty(n.Span) && !l.endsPostBehind(at):
			l.fateEnd = k
			return gazetteer.MEnd // "bị cách tất cả các chức vụ trong Đảng gồm: ông A, Bí thư …; ông B, …"
		case list && (n.people != nil || n.posts != nil || n.event == gazetteer.MMove && l.Toks[n.I].Is("tăng")):
			return "" // "Khu ủy được tăng cường, gồm: A, Bí thư; B, …"
		case n.event == "" || k < at-4 || l.passed(k+1, at):
			continue
		}
		if m := l.fateOfVerb(k, at); m != "" {
			return m
		}
	}
	return ""
}

// inBracketBehind reports whether a bracket behind the name of node at holds a post, and nothing is said of what is taken
// up.
func (l *linker) inBracketBehind(at int) bool {
	return at+1 < len(l.nodes) && l.nodes[at+1].posts != nil && l.nodes[at+1].I == l.nodes[at].J+1 && l.Toks[l.nodes[at].J].Is("(") && !l.endsPostBehind(at)
}

// maxLost is the most tokens from a verb of loss over terms to the name: "cách tất cả các chức vụ trong Đảng nhiệm kỳ
// 2015-2020, 2020-2025 đối với ông A".
const maxLost = 20

// fateOfVerb is what the verb of node k says of the one who is named at node at, with no other name or post between.
func (l *linker) fateOfVerb(k, at int) gazetteer.Meaning {
	n := &l.nodes[k]
	near := l.groupStart(at) - n.J
	switch n.event {
	case gazetteer.MReplace:
		if near <= 2 && !l.Toks[l.nodes[at].I-1].Is("là") {
			return gazetteer.MReplace
		}
	case gazetteer.MEnd:
		if near <= maxLost && !l.endsPostBehind(at) && l.plainTo(n.J, at) {
			l.fateEnd = k
			return gazetteer.MEnd // "cách chức ông A", "cách tất cả các chức vụ trong Đảng của ông A"
		}
	case gazetteer.MStart:
		if near <= 2 && l.resultOfVote(n.Span) && !l.endsPostBehind(at) && l.plainTo(n.J, at) {
			return gazetteer.MStart // "phê chuẩn kết quả bầu ông A, Chủ tịch HĐND tỉnh"
		}
	case gazetteer.MMove:
		if (near <= 6 || near <= 9 && l.sameVerb(k, at)) && !l.Lists.Words.TakeUp.Has(l.Toks[n.I]) && !(l.Toks[n.I].Is("tiếp") && near > 2 && !l.sameVerb(k, at)) && !l.stops(n.J, l.nodes[at].I) {
			return gazetteer.MMove
		}
	case gazetteer.MRetire:
		if near <= nearVerb && l.decisionOf(n.I) && l.wordsOnly(n.J, l.groupStart(at)) {
			return gazetteer.MRetire // "Quyết định thôi việc theo nguyện vọng Phó Giám đốc Sở A"
		}
		if l.Lists.Words.When.Has(l.Toks[max(0, n.I-1)]) || l.anyOf(document.Span{I: n.J, J: l.groupStart(at)}, l.Lists.Words.Myself) {
			return "" // "từ khi nghỉ hưu, tôi hay viết thư cho Phó Thủ tướng A"
		}
		if (near <= 4 || near <= maxLost && l.only(k+1, at, gazetteer.MRetire)) && l.Lists.Words.FateOf.Has(l.beforeName(at)) {
			return gazetteer.MRetire // "quyết định nghỉ hưu đối với ông A"
		}
	}
	return ""
}

// decisionOf reports whether the noun for a decision leads to the verb at token i: "quyết định thôi việc", "quyết định buộc thôi
// việc".
func (l *linker) decisionOf(i int) bool {
	for k := i - 1; k > l.sent.I && k >= i-2; k-- {
		if l.Lists.Words.DecisionEnd.Has(l.Toks[k]) {
			return true
		}
	}
	return false
}

// wordsOnly reports whether no sign stands in tokens [i, j).
func (l *linker) wordsOnly(i, j int) bool {
	for ; i < j; i++ {
		if l.Toks[i].Kind != text.Word {
			return false
		}
	}
	return true
}

// sameVerb reports whether verbs alone stand between nodes k and at, the last of them near the name: "điều động, bổ nhiệm cán
// bộ đối với ông A".
func (l *linker) sameVerb(k, at int) bool {
	j := l.nodes[k].J
	for n := k + 1; n < at; n++ {
		if l.nodes[n].event != gazetteer.MStart || l.nodes[n].I-j > 1 {
			return false
		}
		j = l.nodes[n].J
	}
	return j > l.nodes[k].J && l.groupStart(at)-j <= 5
}

// resultOfVote reports whether an event is the approval of a vote: "phê chuẩn kết quả bầu cử".
func (l *linker) resultOfVote(event document.Span) bool {
	for i := event.I; i+1 < event.J; i++ {
		if l.Toks[i].Is("quả") && l.Toks[i+1].Is("bầu") {
			return true
		}
	}
	return false
}

// plainTo reports whether only words that lead to the name of node at, and terms, stand between it, or the post before it,
// and token i: "của", "đối với", "nhiệm kỳ 2015-2020 đối với".
func (l *linker) plainTo(i, at int) bool {
	w := &l.Lists.Words
	term := false
	for j := l.groupStart(at); i < j; i++ {
		term = term || w.TermNoun.Has(l.Toks[i]) || w.TermBegin.Has(l.Toks[i])
		if !w.ToPerson.Has(l.Toks[i]) && !(term && (w.TermsWord.Has(l.Toks[i]) || l.Toks[i].Kind == text.Number || l.Toks[i].Is(",", "-"))) {
			return false
		}
	}
	return true
}

// endsPostBehind reports whether a verb leads from the name of node at to the post that is left: "miễn nhiệm ông A thôi
// giữ chức …".
func (l *linker) endsPostBehind(at int) bool {
	for t := at + 1; t < len(l.nodes) && l.nodes[t].people == nil && !l.stops(l.nodes[t-1].J, l.nodes[t].I); t++ {
		if l.nodes[t].posts != nil && t > 0 && l.nodes[t-1].event != "" {
			return true
		}
	}
	return false
}

// beforeName is the token before the name of node at, or before the post that stands directly before it.
func (l *linker) beforeName(at int) text.Token {
	return l.Toks[max(0, l.groupStart(at)-1)]
}

// passed reports whether a name or a post stands between nodes a and b.
func (l *linker) passed(a, b int) bool {
	for ; a < b; a++ {
		if l.nodes[a].people != nil || l.nodes[a].posts != nil && !(a == b-1 && l.nodes[a].J == l.nodes[b].I) {
			return true
		}
	}
	return false
}

// opensList reports whether the tokens [i, j) announce a list: "gồm", ":".
func (l *linker) opensList(i, j int) bool {
	for ; i < j; i++ {
		if l.Toks[i].Is("gồm", ":") {
			return true
		}
	}
	return false
}

// fateAfter reads what follows the name and its posts: "ông A, Bí thư Huyện ủy, được điều động", "nghỉ
// hưu". Someone who hands over or decides is not moved.
func (l *linker) fateAfter(at, t int) gazetteer.Meaning {
	passive := false
	i := max(l.nodes[at].J, l.nodes[t].J)
	if l.saysThat(i) {
		return "" // "bà A, Trưởng phòng B, cho biết, cán bộ được điều động …"
	}
	for k := max(at, t) + 1; k < len(l.nodes); k++ {
		n := l.nodes[k]
		for ; i < n.J; i++ {
			passive = passive || l.Lists.Words.PassiveMark.Has(l.Toks[i])
		}
		if n.people != nil || n.event == gazetteer.MPresent {
			return ""
		}
		if n.posts != nil {
			return l.takenAfter(at, t, k)
		}
		switch {
		case l.ofOthers(n.I):
		case k == max(at, t)+1 && l.tookOffice(k):
			return gazetteer.MStart
		case n.event == gazetteer.MRetire, n.event == gazetteer.MMove && passive && !(l.Toks[n.I].Is("tăng") && !l.postAfter(k)):
			return n.event
		case n.event == gazetteer.MMove && l.Toks[n.I].Is("tăng") && !l.postAfter(k): // "được tăng cường về hỗ trợ huyện"
		case n.event == gazetteer.MMove && (l.Lists.Words.Transfer.Has(l.Toks[n.I]) || n.J < l.sent.J && l.Lists.Words.MovesTo.Has(l.Toks[n.J]) || k == max(at, t)+1 && l.leavesFor(k)):
			return gazetteer.MMove
		case n.event == gazetteer.MEnd && !l.endsPost(k) && (passive || l.Toks[n.I].Is("từ") && !l.Toks[n.I-1].Is("xin")):
			l.fateEnd = k
			return gazetteer.MEnd
		}
	}
	return ""
}

// tookOffice reports whether node k says that the person named right before it took up the post that stands there: "Bộ trưởng A
// nhậm chức ngày 26/8/2024". A post behind it is another.
func (l *linker) tookOffice(k int) bool {
	n := &l.nodes[k]
	return l.Pair(n.I, l.sent.J, &l.Lists.Words.TookOffice) && n.I-l.nodes[k-1].J <= 1 && (k+1 == len(l.nodes) || l.nodes[k+1].posts == nil || l.nodes[k+1].I > n.J)
}

// saysThat reports whether somebody named before token i is said to speak, and a comma opens what he says.
func (l *linker) saysThat(i int) bool {
	if l.Next(i, l.sent.J, ",") || l.Next(i, l.sent.J, ")") {
		i++
	}
	_, n := l.Lists.Verbs.Find(l.Toks[:l.sent.J], i)
	return n > 0 && (l.Lists.Words.SayingThat.Has(l.Toks[i+n-1]) || l.Next(i+n, l.sent.J, ",") || l.Next(i+n, l.sent.J, ":") || l.NextIn(i+n, l.sent.J, &l.Lists.Words.SayingThat))
}

// ofOthers reports whether the verb at token i is said of people who are not named: "biểu dương các đồng chí nghỉ hưu",
// "những người vừa được bổ sung". "Một trong những người được bầu" is somebody named.
func (l *linker) ofOthers(i int) bool {
	for i > l.sent.I && l.Lists.Words.Befalls.Has(l.Toks[i-1]) {
		i--
	}
	if i > l.sent.I+2 && l.Toks[i-1].Is("người") && l.Lists.Words.Every.Has(l.Toks[i-2]) {
		return !l.Lists.Words.Among.Has(l.Toks[i-3])
	}
	return i > l.sent.I+2 && l.Lists.Words.Staff.Has(l.Toks[i-2], l.Toks[i-1]) && l.Lists.Words.PluralMark.Has(l.Toks[i-3])
}

// leavesFor reports whether the verb of node k stands directly behind somebody's name and post, and goes on with what he
// takes up: "ông A, Trưởng phòng B luân chuyển về giữ chức …".
func (l *linker) leavesFor(k int) bool {
	n := &l.nodes[k]
	j := n.J
	if j < l.sent.J && l.Toks[j].Is("và", ",") {
		j++
	}
	return n.I-l.nodes[k-1].J <= 1 && j < l.sent.J && (l.Lists.Words.TakeUp.Has(l.Toks[j]) || l.Lists.Words.TakeUp.Has(l.Toks[n.I]))
}

// endsPost reports whether a post follows the event of node k that it ends: "bị cách chức Bí thư Huyện ủy".
func (l *linker) endsPost(k int) bool {
	for t := k + 1; t < len(l.nodes) && l.nodes[t].people == nil; t++ {
		if l.nodes[t].posts != nil {
			return true
		}
	}
	return false
}

// takenAfter is mMove when the one of node at, named with series t, takes series k under a decision that moves people,
// or one of which nothing is known: "ông A, Cục trưởng B, giữ chức Cục trưởng C".
func (l *linker) takenAfter(at, t, k int) gazetteer.Meaning {
	n := l.nodes[k]
	if n.posts[0].Title.Family == "member" {
		return "" // who joins a committee keeps his office
	}
	what := l.decided(at, k)
	if what == gazetteer.MMove && l.eventBeforeGroup(at) == "" {
		return gazetteer.MMove
	}
	if what == "" && l.eventBeforeGroup(at) == "" && !l.underStart(at) && k > t+1 && l.nodes[k-1].event == gazetteer.MLink && l.only(t+1, k, gazetteer.MLink) && (l.Toks[l.nodes[k-1].I].Is("giữ") || l.goesTo(k-1)) && n.I-l.nodes[t].J <= 4 && !l.sideBody(n.I) {
		return gazetteer.MMove
	}
	if l.nodes[k-1].event == gazetteer.MLink && k-1 == t+1 && l.NextIn(l.nodes[t].J, l.nodes[k-1].I, &l.Lists.Words.MovesTo) && l.nodes[k-1].I-l.nodes[t].J <= 5 && !l.sideBody(n.I) {
		return gazetteer.MMove // "chỉ định ông A, Chủ tịch UBND tỉnh về Trung ương giữ chức …"
	}
	return ""
}

// underStart reports whether the people of node at stand behind a semicolon in a list that an appointment leads: "bổ nhiệm ông A giữ
// chức …; ông B, Trưởng phòng, giữ chức …".
func (l *linker) underStart(at int) bool {
	for n := at; n >= 0; n-- {
		if l.nodes[n].people == nil {
			continue
		}
		if e := l.eventBeforeGroup(n); e != "" {
			return e == gazetteer.MStart
		}
		if i := l.groupStart(n); i <= l.sent.I || !l.Toks[i-1].Is(";") && !l.Toks[l.nodes[n].people[0].Head-1].Is(";") {
			return false
		}
	}
	return false
}

// goesTo reports whether the verb of node k says that one moves to another post: "sang làm", "về giữ".
func (l *linker) goesTo(k int) bool {
	i := l.nodes[k].I
	return l.Lists.Words.MovesOn.Has(l.Toks[i]) && l.nodes[k].J > i+1 || i > l.sent.I && l.Lists.Words.MovesOn.Has(l.Toks[i-1])
}

// fateWith is the fate of those with whom the people of node at are joined: "quyết định nghỉ hưu cho ông A và ông B".
func (l *linker) fateWith(at int) gazetteer.Meaning {
	for steps := 0; steps < maxCrowd; steps++ {
		if at = l.joinedBefore(at); at < 0 {
			return ""
		}
		if m := l.fateBefore(at); m != "" {
			return m
		}
	}
	return ""
}

// joinedBefore is the node of people before those of node at in a list, each perhaps with a post before or behind the
// name, or -1.
func (l *linker) joinedBefore(at int) int {
	first := at
	if at > 0 && l.nodes[at-1].posts != nil && l.nodes[at-1].J == l.nodes[at].I {
		first = at - 1
	}
	k := first - 1
	if k < 0 || !l.listed(l.nodes[k].J, l.nodes[first].I) && !(l.nodes[k].posts != nil && first == at && l.nodes[k].J+1 == l.nodes[first].I && l.Toks[l.nodes[k].J].Is(";")) {
		return -1
	}
	if l.nodes[k].posts != nil && k > 0 && l.nodes[k-1].people != nil && l.apposed(l.nodes[k-1].J, l.nodes[k].I) {
		k--
	}
	if l.nodes[k].people == nil {
		return -1
	}
	return k
}

// postAfter reports whether a post follows node k in the sentence.
func (l *linker) postAfter(k int) bool {
	for k++; k < len(l.nodes); k++ {
		if l.nodes[k].posts != nil {
			return true
		}
	}
	return false
}

// only reports whether nodes [a, b) hold no other event than m.
func (l *linker) only(a, b int, m gazetteer.Meaning) bool {
	for ; a < b; a++ {
		if l.nodes[a].event != "" && l.nodes[a].event != m {
			return false
		}
	}
	return true
}
