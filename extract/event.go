package extract

import "github.com/nhiemky/nhiemky/extract/text"

// events links every series that an event or a linking verb governs.
func (l *linker) events() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		l.govern(t)
	}
}

// govern links series t to the people that its event concerns.
func (l *linker) govern(t int) {
	n := &l.nodes[t]
	what, k := l.eventsBefore(t)
	if what == "" && n.posts[0].status == Former && n.i > l.sent.i && l.toks[n.i-1].Is("ông", "bà") {
		what = mFormer // "Ông nguyên là Tư lệnh Quân khu 2"
	}
	if before := l.listBefore(t); what == "" && before != nil {
		n.bound, n.holders, n.what = true, before.holders, before.what
		for _, who := range n.holders {
			for _, po := range n.posts {
				l.claim(who, po, l.eventStatus(n.what, po), "event-"+string(n.what), span{min(who.head, n.i), max(who.j, n.j)})
			}
		}
		return
	}
	if what == "" || l.onBehalf(t) {
		return
	}
	people := l.behind(t)
	if people != nil && what == mEnd && l.handsOver(t) {
		what = mStart // "bàn giao nhiệm vụ Bí thư cho ông A"
		l.gives(t)
	}
	if people != nil && what == mLink {
		what = l.earlier(k)
	}
	if people == nil {
		people, what = l.ahead(t, k, what)
	}
	if people == nil {
		people = l.pronoun(t)
	}
	if what == mNot || what == mPresent || people == nil {
		return
	}
	if what != mEnd && l.toks[l.sent.i].Is("trước") && l.next(l.sent.i+1, l.sent.j, "khi", "lúc") && people[0].i < n.i && t > 0 && l.nodes[t-1].event == mLink {
		what = mFormer // "Trước khi làm Bí thư, ông A là Giám đốc Sở"
	}
	if what == mLink {
		what = l.told(t, people)
	}
	if what == mLink && l.inPlaceOf(t) {
		what = mStart // "ông A giữ chức Bộ trưởng thay ông B"
	}
	past := l.afterBefore(k, t)
	if what == mNot {
		return
	}
	if what == mNominate && l.wonLater(t) {
		what = mStart
	}
	if what == mMove && n.i > l.sent.i && l.toks[n.i-1].Is("từ") {
		what = mEnd // "được điều động từ Phó Cục trưởng …"
	}
	n.bound, n.holders, n.what = true, people, what
	for k, who := range people {
		for _, po := range l.share(t, people, k) {
			status := l.eventStatus(what, po)
			if status == Holds && l.justElected(po) && l.saysTakes(t) {
				status = Starts
			}
			l.claim(who, po, status, "event-"+string(what), span{min(who.head, n.i), max(who.j, n.j)}).past = past
		}
	}
	l.replaced(t)
	l.handedOver(t)
}

// told says what a verb that only joins people and series t means where it stands: "Trước đó, ông là …" and "từ cương
// vị … về" tell of what is over, "do ông A làm Chủ nhiệm" after an election of who is elected, and "cương vị … là
// nhiệm vụ nặng nề" of nobody.
func (l *linker) told(t int, people []*mention) meaning {
	n, link := l.nodes[t], l.nodes[max(0, t-1)]
	noun := link.event == mLink && l.toks[link.i].Is("cương", "chức", "vị")
	switch {
	case noun && l.next(n.j, l.sent.j, "là"):
		return mNot
	case noun && link.i > l.sent.i && l.toks[link.i-1].Is("từ"), l.beforeMove(n.j), l.earlierPart(n.i):
		return mFormer
	case people[0].head > l.sent.i && l.toks[people[0].head-1].Is("do") && people[0].i < n.i && (l.electedBetween(l.sent.i, people[0].head) || l.founded(people[0].head)):
		return mStart
	}
	return mLink
}

// founded reports whether the sentence tells before token i that a body is set up, and no year in which it was:
// "HĐND xã thành lập hai ban: Ban Pháp chế (do ông A làm Trưởng ban)".
func (l *linker) founded(i int) bool {
	found := false
	for k := l.sent.i; k+1 < i; k++ {
		found = found || l.lists.words.Founding.has(l.toks[k]) && l.lists.words.Founding.has(l.toks[k+1])
	}
	for _, n := range l.nodes {
		found = found && (n.date == nil || n.date.date.Year >= l.published.Year)
	}
	return found
}

// earlierPart reports whether the part of the sentence before token i begins with "trước đó": between commas only
// "ông", "bà" and a name may stand.
func (l *linker) earlierPart(i int) bool {
	for k := i - 1; k >= l.sent.i && k > i-maxSkip; k-- {
		switch {
		case l.toks[k].Is(";", ":", "."):
			return false
		case l.toks[k].Is("đó", "đây", "kia", "nữa") && k > l.sent.i && l.toks[k-1].Is("trước"):
			return k-1 == l.sent.i || l.toks[k-2].Is(",", ";", "và", "-", "(")
		}
	}
	return false
}

// beforeMove reports whether the sentence goes on behind token i with what came later: "… trước khi được điều động về
// tỉnh".
func (l *linker) beforeMove(i int) bool {
	for k := i; k+2 < l.sent.j && k < i+4; k++ {
		if l.toks[k].Is("trước") && l.toks[k+1].Is("khi", "lúc") {
			return l.toks[k+2].Is("được", "chuyển", "về", "sang", "làm", "giữ", "trở", "lên")
		}
		if l.toks[k].Kind != text.Word {
			return false
		}
	}
	return false
}

// afterBefore reports whether the events between node k and series t stand behind "trước khi" in a sentence that tells
// of the past: "từng là A trước khi được bầu làm B".
func (l *linker) afterBefore(k, t int) bool {
	if k+1 >= t || k < 0 {
		return false
	}
	i := l.nodes[k+1].i
	for i > l.sent.i && l.toks[i-1].Is("được") {
		i--
	}
	if i < l.sent.i+2 || !l.toks[i-1].Is("khi", "lúc") || !l.toks[i-2].Is("trước") {
		return false
	}
	for n := 0; n < k; n++ {
		if l.nodes[n].event == mFormer {
			return true
		}
	}
	return false
}

// samePost links "giữ chức vụ này từ tháng 12/2015" to the post that was claimed last, of the person that the
// sentence is about.
func (l *linker) samePost() {
	if len(l.claims) == 0 {
		return
	}
	for i := l.sent.i + 1; i < l.sent.j; i++ {
		if !l.toks[i].Is("này") || !l.toks[i-1].Is("chức", "vụ", "vị", "trí") {
			continue
		}
		what, who := meaning(""), l.subject
		for k := range l.nodes {
			switch n := l.nodes[k]; {
			case n.i >= i:
			case n.people != nil:
				who = n.people[0]
			case n.event == mLink || n.event == mFormer || n.event == mEnd || n.event == mStart || n.event == mMove:
				if rank[n.event] > rank[what] {
					what = n.event
				}
			case n.posts != nil:
				what = ""
			}
		}
		last := l.claims[len(l.claims)-1]
		successor := last.status == Ends && (what == mStart || what == mMove) // "bà B được bổ nhiệm giữ chức vụ này"
		if what == "" || who == nil || who.who != last.who.who && !successor {
			return
		}
		po := *last.post
		po.span = span{i, i + 1}
		l.claim(who, &po, l.eventStatus(what, &po), "event-"+string(what), span{l.sent.i, i + 1})
		return
	}
}

// listBefore is the series that series t goes on with over an item that is not recorded: "từng là Bí thư Huyện
// ủy, Giám đốc Nông trường Sông Hinh, Giám đốc Sở Nội vụ"; else nil.
func (l *linker) listBefore(t int) *node {
	k := t - 1
	for k >= 0 && l.nodes[k].posts == nil && l.nodes[k].people == nil && l.nodes[k].event == "" && l.nodes[k].date == nil {
		k--
	}
	if k < 0 || l.nodes[k].posts == nil || l.nodes[k].what != mFormer && l.nodes[k].what != mLink || len(l.nodes[k].holders) != 1 {
		return nil
	}
	i, j := l.nodes[k].j, l.nodes[t].i
	if j-i < 3 || j-i > maxSkip || !l.toks[i].Is(",", ";") || !l.toks[j-1].Is(",", ";") || t+1 < len(l.nodes) && l.nodes[t+1].people != nil {
		return nil
	}
	if _, n := l.lists.verbs.find(l.toks[:l.sent.j], l.nodes[t].j); n > 0 {
		return nil
	}
	for i++; i < j; i++ {
		if _, n := l.lists.verbs.find(l.toks[:j], i); n > 0 || l.toks[i].Is("(", ")", "\"", ":") {
			return nil
		}
	}
	return &l.nodes[k]
}

// wonLater reports whether the one put forward for series t is said to have been elected: "được giới thiệu để
// bầu Chủ tịch UBND và đã trúng cử".
func (l *linker) wonLater(t int) bool {
	for k := t + 1; k < len(l.nodes) && l.nodes[k].people == nil; k++ {
		if i := l.nodes[k].i; l.nodes[k].event == mStart && l.toks[l.nodes[k].j-1].Is("cử") && l.toks[i].Is("trúng", "đắc") {
			return l.nodes[k-1].event != mNot
		}
	}
	return false
}

// saysTakes reports whether "giữ chức" leads to series t: to hold and, in a report of an election, to take
// up.
func (l *linker) saysTakes(t int) bool {
	return t > 0 && l.nodes[t-1].event == mLink && l.toks[l.nodes[t-1].i].Is("giữ")
}

// gives claims the end of series t for the one who hands it over: "ông A bàn giao chức vụ Bí thư cho ông B".
func (l *linker) gives(t int) {
	k := t - 1
	for k >= 0 && l.nodes[k].event != "" {
		k--
	}
	if k < 0 || l.nodes[k].posts != nil && (k == 0 || !l.apposed(l.nodes[k-1].j, l.nodes[k].i)) {
		return
	}
	if l.nodes[k].posts != nil {
		k--
	}
	if n := l.nodes[k]; n.people != nil && n.role == "" && len(n.people) == 1 {
		for _, po := range l.nodes[t].posts {
			l.claim(n.people[0], po, Ends, "event-end", span{n.i, l.nodes[t].j})
		}
	}
}

// handsOver reports whether the post of series t is handed over to the one behind it.
func (l *linker) handsOver(t int) bool {
	if !l.next(l.nodes[t].j, l.sent.j, "cho") {
		return false
	}
	for k := t - 1; k >= 0 && l.nodes[k].event != ""; k-- {
		if l.toks[l.nodes[k].i].Is("bàn") {
			return true
		}
	}
	return false
}

// earlier is the event of the sentence before node k that the list goes on with: "miễn nhiệm chức A
// với bà X và chức B với ông Y".
func (l *linker) earlier(k int) meaning {
	for ; k >= 0; k-- {
		if e := l.nodes[k].event; rank[e] > rank[mLink] {
			return e
		}
	}
	return mLink
}

// eventStatus says how a post stands after an event.
func (l *linker) eventStatus(what meaning, po *post) Status {
	switch what {
	case mStart, mMove, mReplace:
		return Starts
	case mEnd, mRetire:
		return Ends
	case mNominate:
		return Nominated
	case mFormer:
		return Former
	}
	if po.status != "" {
		return po.status
	}
	return Holds
}

// rank orders meanings: in a chain of events the strongest decides.
var rank = map[meaning]int{mLink: 1, mFormer: 2, mReplace: 3, mStart: 4, mMove: 5, mEnd: 6, mRetire: 6, mNominate: 7, mPresent: 1, mNot: 8}

// eventsBefore gathers the events that lead to series t, and the first node before them.
func (l *linker) eventsBefore(t int) (what meaning, k int) {
	at := l.nodes[t].i
	ends := false
	for k = t - 1; k >= 0; k-- {
		n := l.nodes[k]
		gap := at - n.j
		if n.event == "" {
			if n.people == nil && n.posts == nil && gap <= 6 && !l.stops(n.j, at) {
				at = n.i
				continue
			}
			break
		}
		if gap > 6 || l.stops(n.j, at) {
			break
		}
		if ends = ends || n.event == mEnd; rank[n.event] > rank[what] {
			what = n.event
		}
		at = n.i
	}
	if what == mNominate && ends {
		what = mLink // someone is to leave the post: still held
	}
	return what, k
}

// stops reports whether a sign between tokens i and j ends the reach of an event.
func (l *linker) stops(i, j int) bool {
	for ; i < j; i++ {
		if l.toks[i].Is(";", "(", ")", "\"") {
			return true
		}
	}
	return false
}

// atPresent reports whether a word for the present stands before series t: "hiện là", "nay giữ chức".
func (l *linker) atPresent(t int) bool {
	if t == 0 || l.nodes[t-1].event != mLink {
		return false
	}
	i := l.nodes[t-1].i
	return l.toks[i].Is("hiện", "nay", "đang") || i > l.sent.i && l.toks[i-1].Is("hiện", "nay", "đang")
}

// inherited is the event of the item before in a list with semicolons: "A được bầu làm P; B làm Q".
func (l *linker) inherited(k, t int) meaning {
	for n := k - 1; n > 0; n-- {
		if p := l.nodes[n]; p.posts != nil && p.what != "" && p.what != mLink {
			if p.what != mStart && p.what != mMove && p.what != mNominate {
				break
			}
			i := l.nodes[k].i
			if i > p.j && l.toks[i-1].Is(",", "và") && t == k+2 && l.nodes[k+1].event == mLink && l.nodes[k+1].i == l.nodes[k].j {
				return p.what // "bổ nhiệm A làm P, B làm Q"
			}
			for i := p.j; i < l.nodes[k].i; i++ {
				if l.toks[i].Is(";") {
					return p.what
				}
			}
			break
		}
	}
	return mLink
}

// moved reports whether the people of node k are named with a post and then "giữ chức" the one at
// token at: the old post is left for the new.
func (l *linker) moved(k, at int) bool {
	if k+2 >= len(l.nodes) || l.nodes[k+1].posts == nil || l.nodes[k+1].i >= at {
		return false
	}
	for i := l.nodes[k+1].j; i < at; i++ {
		if l.toks[i].Is("giữ") {
			return !l.sideBody(at)
		}
		if !l.toks[i].Is(",", "về", "sang", "tiếp", "tục", "kiêm", "tư", "tw", "trung", "ương") {
			return false
		}
	}
	return false
}

// sideBody reports whether the post at token i is of a body in which one sits beside one's office: a council, a
// steering committee, a working group.
func (l *linker) sideBody(i int) bool {
	for _, n := range l.nodes {
		if n.i != i || n.posts == nil {
			continue
		}
		if n.posts[0].org == nil || n.posts[0].org.kind == nil {
			return l.next(n.j, l.sent.j, "hội") && l.next(n.j+1, l.sent.j, "đồng")
		}
		return n.posts[0].org.side()
	}
	return false
}

// eventBeforeName is the event directly before the people of node k: "bầu ông A giữ chức".
func (l *linker) eventBeforeName(k int) meaning {
	i := l.nodes[k].i
	best := meaning("")
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].j == i {
		k, i = k-1, l.nodes[k-1].i // "bổ nhiệm Phó Giám đốc Sở A giữ chức …"
	}
	for k--; k >= 0; k-- {
		n := l.nodes[k]
		if n.event == "" {
			if n.posts != nil || n.people != nil {
				break
			}
			continue
		}
		if i-n.j > 4 || l.stops(n.j, i) {
			break
		}
		if rank[n.event] > rank[best] && n.event != mPresent && n.event != mReplace {
			best = n.event
		}
		i = n.i
	}
	return best
}

// eventBeforeGroup is the event before the first of those with whom the people of node k are joined: "chuẩn y ông A, Trưởng
// ban …, và ông B, Chỉ huy trưởng …, giữ chức …".
func (l *linker) eventBeforeGroup(k int) meaning {
	for steps := 0; steps < maxCrowd; steps++ {
		if e := l.eventBeforeName(k); e != "" {
			return e
		}
		if k = l.joinedBefore(k); k < 0 {
			return ""
		}
	}
	return ""
}

// replaced claims the end for the one in whose place series t is taken up: "thay ông B".
func (l *linker) replaced(t int) {
	n := l.nodes[t]
	if n.what != mStart && n.what != mMove && n.what != mLink && n.what != mReplace || l.toks[l.sent.i].Is("|") {
		return
	}
	for k := range l.nodes {
		if l.nodes[k].event != mReplace || k+1 >= len(l.nodes) || l.nodes[k+1].people == nil || l.nodes[k+1].i-l.nodes[k].j > 2 {
			continue
		}
		if k > t && l.otherBound(t, k) || holds(n.holders, l.nodes[k+1].people[0]) {
			continue
		}
		for _, po := range n.posts {
			if po.title.family != "member" {
				l.claim(l.nodes[k+1].people[0], po, Ends, "replaced", span{min(n.i, l.nodes[k+1].i), max(n.j, l.nodes[k+1].j)})
			}
		}
	}
}

// otherBound reports whether another governed series stands between series t and node k.
func (l *linker) otherBound(t, k int) bool {
	for i := t + 1; i < k; i++ {
		if l.nodes[i].posts != nil && l.nodes[i].bound && l.nodes[i].what != "" {
			return true
		}
	}
	return false
}
