package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// events links every series that an event or a linking verb governs.
func (l *linker) events() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		l.govern(t)
	}
	l.replacements()
}

// govern links series t to the people that its event concerns.
func (l *linker) govern(t int) {
	n := &l.nodes[t]
	what, k := l.eventsBefore(t)
	if what == "" && n.posts[0].Status == record.Former && n.I > l.sent.I && l.Lists.Words.Address.Has(l.Toks[n.I-1]) {
		what = gazetteer.MFormer // "Ông nguyên là Tư lệnh Quân khu 2"
	}
	if what == "" {
		what = l.goesOnConcerning(t)
	}
	if what == "" {
		if before := l.listBefore(t); before != nil {
			l.takes(t, before.holders, before.what, false)
		}
		return
	}
	if l.ofSeveral(t) || l.ofUnnamed(t, k) || l.besideOthers(t) {
		return
	}
	if n.decides = l.appointsToNext(t); n.decides {
		return
	}
	if l.onBehalf(t) || k+1 < t && l.ofOthers(l.nodes[k+1].I) {
		return // "biểu dương các cán bộ vừa được bổ nhiệm Phó Giám đốc"
	}
	people, what := l.concern(t, k, what)
	if people == nil || what == gazetteer.MNot || what == gazetteer.MPresent {
		return
	}
	past := l.afterBefore(k, t)
	if what = l.meant(t, people, what); what == gazetteer.MNot {
		return
	}
	if (what == gazetteer.MStart || what == gazetteer.MMove) && l.justSetUp() {
		l.lendBody(l.nodes[t].posts) // "… bầu ông A làm Chủ tịch Hội Nông dân tỉnh. Bà B được bầu làm Phó Chủ tịch"
	}
	l.takes(t, l.inBracketBehindNames(t, people), what, past)
	l.handedOver(t)
}

// appointsToNext reports whether the holder of series t is the one who decides of the post behind: a comma or "và" sets the
// post apart from the verb before it, and right behind it somebody appoints, relieves, or signs the decision: "được Quốc hội phê chuẩn,
// Chủ tịch nước bổ nhiệm giữ chức Bộ trưởng …".
func (l *linker) appointsToNext(t int) bool {
	n := &l.nodes[t]
	if t == 0 || t+2 >= len(l.nodes) || !l.Toks[n.I-1].Is(",", "và") {
		return false
	}
	switch next := &l.nodes[t+1]; {
	case next.I != n.J:
		return false
	case (next.event == gazetteer.MStart || next.event == gazetteer.MEnd) && l.nodes[t-1].event == gazetteer.MStart && l.nodes[t-1].J == n.I-1:
	case next.event == gazetteer.MPresent:
	default:
		return false
	}
	for k := t + 2; k < len(l.nodes); k++ {
		if l.nodes[k].posts != nil {
			return true
		}
	}
	return false
}

// inBracketBehindNames are those of the people that series t is of when it stands in a bracket right behind their names: the last, unless it says that it is of all:
// "A, B (sau là Thứ trưởng Bộ Xây dựng)", but "A và B (đều là Phó Chủ tịch)".
func (l *linker) inBracketBehindNames(t int, people []*mention.Mention) []*mention.Mention {
	if len(people) < 2 {
		return people
	}
	last := people[len(people)-1]
	i := last.J
	if !l.Next(i, l.nodes[t].I, "(") || l.nodes[t].I-i > document.MaxSkip {
		return people
	}
	for k := i + 1; k < l.nodes[t].I; k++ {
		if l.Toks[k].Is(")") || l.Lists.Words.EachOf.Has(l.Toks[k]) {
			return people
		}
	}
	return []*mention.Mention{last}
}

// concern are the people whom an event on series t concerns, behind the posts or before them, and what it does to them.
// Node k is the first before the verbs.
func (l *linker) concern(t, k int, what gazetteer.Meaning) ([]*mention.Mention, gazetteer.Meaning) {
	if who := l.namedInClause(t, k); who != nil {
		return who, gazetteer.MLink
	}
	if people := l.behind(t); people != nil {
		switch {
		case what == gazetteer.MEnd && l.handsOver(t):
			what = gazetteer.MStart // "bàn giao nhiệm vụ Bí thư cho ông A"
			l.gives(t)
		case what == gazetteer.MRetire && l.presents(k+1, t) && l.Next(l.nodes[t].J, l.sent.J, "cho"):
			what = gazetteer.MStart // "A nghỉ hưu, trao lại ghế Bí thư cho ông B"
			l.gives(t)
		case what == gazetteer.MLink:
			what = l.earlier(k)
		}
		return people, what
	}
	people, what := l.ahead(t, k, what)
	if people == nil {
		if people = l.pronoun(t); len(people) == 1 && what != gazetteer.MEnd && l.handedOutBy(people[0], t) {
			people = nil
		}
	}
	return people, what
}

// meant is what an event on series t means of the people whom it concerns where it stands: a verb that only joins tells of
// what was, or is, or of what begins in another's place; one put forward may have won; a move may be from the post.
func (l *linker) meant(t int, people []*mention.Mention, what gazetteer.Meaning) gazetteer.Meaning {
	n := &l.nodes[t]
	if what != gazetteer.MEnd && l.opensBefore() >= 0 && people[0].I < n.I && t > 0 && l.nodes[t-1].event == gazetteer.MLink {
		what = gazetteer.MFormer // "Trước khi làm Bí thư, ông A là Giám đốc Sở"
	}
	if (what == gazetteer.MStart || what == gazetteer.MMove) && (l.opensWithBefore(n.I) || people[0].I < n.I && l.toldBefore(t)) {
		what = gazetteer.MLink // "Trước khi được bầu làm Chủ tịch, ông A …" is no news
	}
	if what == gazetteer.MStart && l.opensBefore() >= 0 && people[0].I < n.I && t > 0 && l.Lists.Words.JoinLead.Has(l.Toks[l.nodes[t-1].J-1]) {
		what = gazetteer.MLink // "Trước khi được bầu, ông A là Chủ tịch Hội, tham gia Ban Thường vụ Tỉnh ủy"
	}
	if what == gazetteer.MLink {
		what = l.told(t, people)
	}
	if what != gazetteer.MFormer && l.onceBefore(t) {
		return gazetteer.MFormer // "trước khi được bổ nhiệm ông từng giữ chức Phó Cục trưởng"
	}
	switch {
	case what == gazetteer.MLink && l.inPlaceOf(t):
		return gazetteer.MStart // "ông A giữ chức Bộ trưởng thay ông B"
	case what == gazetteer.MReplace && l.plannedBefore(t):
		return gazetteer.MNominate // "ông A sẽ thay ông B làm Bộ trưởng"
	case what == gazetteer.MNominate && l.wonLater(t):
		return gazetteer.MStart
	case (what == gazetteer.MMove || what == gazetteer.MStart) && l.fromHere(n.I):
		return gazetteer.MEnd // "được điều động từ Phó Cục trưởng …"
	}
	return what
}

// fromHere reports whether "từ", perhaps with a noun for a post, leads to the post at token i: "điều động ông A từ vị trí Giám
// đốc Sở Y tế sang giữ chức …".
func (l *linker) fromHere(i int) bool {
	for i > l.sent.I && l.Lists.Words.PostWord.Has(l.Toks[i-1]) {
		i--
	}
	return i > l.sent.I && l.Toks[i-1].Is("từ")
}

// plannedBefore reports whether it is to come that somebody takes the place of another, before series t.
func (l *linker) plannedBefore(t int) bool {
	for k := range l.nodes[:t] {
		if l.nodes[k].planned {
			return true
		}
	}
	return false
}

// takes claims series t for the people of an event.
func (l *linker) takes(t int, people []*mention.Mention, what gazetteer.Meaning, past bool) {
	n := &l.nodes[t]
	n.bound, n.holders, n.what = true, people, what
	for k, who := range people {
		for _, po := range l.share(t, people, k) {
			status := l.eventStatus(what, po)
			if status == record.Holds && l.justElected(po) && l.saysTakes(t) {
				status = record.Starts
			}
			l.claim(who, po, status, "event-"+string(what), document.Span{I: min(who.Head, n.I), J: max(who.J, n.J)}).past = past
		}
	}
}

// samePost links "giữ chức vụ này từ tháng 12/2015" to the post that was claimed last, of the person that the
// sentence is about.
func (l *linker) samePost() {
	if len(l.claims) == 0 || !l.SentenceHas(l.sent.I, gazetteer.OfReference) {
		return
	}
	for i := l.sent.I + 1; i < l.sent.J; i++ {
		if !l.Toks[i].Is("này") || !l.Lists.Words.PostWord.Has(l.Toks[i-1]) {
			continue
		}
		what, who := gazetteer.Meaning(""), l.subject
		for k := range l.nodes {
			switch n := l.nodes[k]; {
			case n.I >= i:
			case n.people != nil:
				who = n.people[0]
			case n.event == gazetteer.MLink || n.event == gazetteer.MFormer || n.event == gazetteer.MEnd || n.event == gazetteer.MStart || n.event == gazetteer.MMove:
				if rank[n.event] > rank[what] {
					what = n.event
				}
			case n.posts != nil:
				what = ""
			}
		}
		at := len(l.claims) - 1
		for at > 0 && l.claims[at].post.I >= i {
			at-- // "giữ chức vụ này cho đến khi được bầu làm Chủ tịch nước" is of the post before
		}
		last := l.claims[at]
		if last.post.I >= i {
			return // of which post is not told
		}
		successor := last.status == record.Ends && (what == gazetteer.MStart || what == gazetteer.MMove) // "bà B được bổ nhiệm giữ chức vụ này"
		if what == "" || who == nil || who.Who != last.who.Who && !successor {
			return
		}
		po := *last.post
		po.Span = document.Span{I: i, J: i + 1}
		l.claim(who, &po, l.eventStatus(what, &po), "event-"+string(what), document.Span{I: l.sent.I, J: i + 1})
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
	if k < 0 || l.nodes[k].posts == nil || l.nodes[k].what != gazetteer.MFormer && l.nodes[k].what != gazetteer.MLink || len(l.nodes[k].holders) != 1 {
		return nil
	}
	i, j := l.nodes[k].J, l.nodes[t].I
	if j-i < 3 || j-i > document.MaxSkip || !l.Toks[i].Is(",", ";") || !l.Toks[j-1].Is(",", ";") || t+1 < len(l.nodes) && l.nodes[t+1].people != nil {
		return nil
	}
	if _, n := l.Lists.Verbs.Find(l.Toks[:l.sent.J], l.nodes[t].J); n > 0 {
		return nil
	}
	for i++; i < j; i++ {
		if _, n := l.Lists.Verbs.Find(l.Toks[:j], i); n > 0 || l.Toks[i].Is("(", ")", "\"", ":") {
			return nil
		}
	}
	return &l.nodes[k]
}

// wonLater reports whether the one put forward for series t is said to have been elected: "được giới thiệu để
// bầu Chủ tịch UBND và đã trúng cử".
func (l *linker) wonLater(t int) bool {
	for k := t + 1; k < len(l.nodes) && l.nodes[k].people == nil; k++ {
		if i := l.nodes[k].I; l.nodes[k].event == gazetteer.MStart && l.Toks[l.nodes[k].J-1].Is("cử") && l.Lists.Words.Won.Has(l.Toks[i]) {
			return l.nodes[k-1].event != gazetteer.MNot
		}
	}
	return false
}

// saysTakes reports whether "giữ chức" leads to series t: to hold and, in a report of an election, to take
// up.
func (l *linker) saysTakes(t int) bool {
	return t > 0 && l.nodes[t-1].event == gazetteer.MLink && l.Toks[l.nodes[t-1].I].Is("giữ")
}

// gives claims the end of series t for the one who hands it over: "ông A bàn giao chức vụ Bí thư cho ông B".
func (l *linker) gives(t int) {
	k := t - 1
	for k >= 0 && l.nodes[k].event != "" {
		k--
	}
	if k < 0 || l.nodes[k].posts != nil && (k == 0 || !l.apposed(l.nodes[k-1].J, l.nodes[k].I)) {
		return
	}
	if l.nodes[k].posts != nil {
		k--
	}
	if n := l.nodes[k]; n.people != nil && n.role == "" && len(n.people) == 1 {
		for _, po := range l.nodes[t].posts {
			l.claim(n.people[0], po, record.Ends, "event-end", document.Span{I: n.I, J: l.nodes[t].J})
		}
	}
}

// handsOver reports whether the post of series t is handed over to the one behind it.
func (l *linker) handsOver(t int) bool {
	if !l.Next(l.nodes[t].J, l.sent.J, "cho") {
		return false
	}
	for k := t - 1; k >= 0 && l.nodes[k].event != ""; k-- {
		if l.Toks[l.nodes[k].I].Is("bàn") {
			return true
		}
	}
	return false
}

// earlier is the event of the sentence before node k that the list goes on with: "miễn nhiệm chức A
// với bà X và chức B với ông Y".
func (l *linker) earlier(k int) gazetteer.Meaning {
	for ; k >= 0; k-- {
		if e := l.nodes[k].event; rank[e] > rank[gazetteer.MLink] {
			return e
		}
	}
	return gazetteer.MLink
}

// eventStatus says how a post stands after an event.
func (l *linker) eventStatus(what gazetteer.Meaning, po *mention.Post) record.Status {
	switch what {
	case gazetteer.MStart, gazetteer.MMove, gazetteer.MReplace:
		return record.Starts
	case gazetteer.MEnd, gazetteer.MRetire:
		return record.Ends
	case gazetteer.MNominate:
		return record.Nominated
	case gazetteer.MFormer:
		return record.Former
	}
	if po.Status != "" {
		return po.Status
	}
	return record.Holds
}

// rank orders meanings: in a chain of events the strongest decides.
var rank = map[gazetteer.Meaning]int{gazetteer.MLink: 1, gazetteer.MFormer: 2, gazetteer.MReplace: 3, gazetteer.MStart: 4, gazetteer.MMove: 5, gazetteer.MEnd: 6, gazetteer.MRetire: 6, gazetteer.MNominate: 7, gazetteer.MPresent: 1, gazetteer.MNot: 8}
