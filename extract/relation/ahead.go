package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
)

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
	if what != gazetteer.MLink && l.numberBefore(at) {
		return nil, what // "Thủ tướng A vừa bổ nhiệm 2 Thứ trưởng Bộ Y tế" names nobody who takes a post
	}
	presented := l.presents(k+1, t) // someone hands over a decision on others
	elsewhere := false              // the verbs lead to another post
	for ; k >= 0; k-- {
		n := &l.nodes[k]
		elsewhere = elsewhere || l.thatPost(n, at)
		switch {
		case n.took():
			return l.sameHolders(k, t, what)
		case n.people != nil:
			if i := l.groupStart(k); n.role == rActs && presented && i > l.sent.I && l.Lists.Words.PassiveMark.Has(l.Toks[i-1]) {
				presented = false // "A được Chủ tịch B trao quyết định bổ nhiệm …"
			}
			if next, before := l.toldOfNext(k, t); next != nil {
				if before {
					what = gazetteer.MLink // as where "Trước khi được bầu làm Chủ tịch, ông A …" opens the sentence
				}
				return next, what
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
		case n.event == gazetteer.MEnd && what != "" && l.hasIn(document.Span{I: n.J, J: at}, &l.Lists.Words.Aim):
		case n.posts == nil && !elsewhere && rank[n.event] > rank[what] && n.event != gazetteer.MNot && (what != gazetteer.MFormer || n.event == gazetteer.MNominate):
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
	case what != gazetteer.MLink || l.atPresent(t), n.what == gazetteer.MFormer && l.toldBefore(t): // "làm Bí thư Huyện ủy trước khi về làm Giám đốc Sở"
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
	if e == gazetteer.MRetire && what == gazetteer.MLink && l.retiredBefore(k) {
		return gazetteer.MLink
	}
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
	if l.moved(k, l.nodes[t].I) && !l.underStart(k) {
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

// retiredBefore reports whether the people of node k had retired before the sentence tells what they are: "Sau khi nghỉ hưu, ông A làm Chủ
// tịch Hội …", "Nghỉ hưu năm 2005, ông A là …". At the time of "Khi nghỉ hưu" they still were it.
func (l *linker) retiredBefore(k int) bool {
	i := l.groupStart(k)
	if i <= l.sent.I || !l.Toks[i-1].Is(",") {
		return false
	}
	for n := k - 1; n >= 0; n-- {
		if l.nodes[n].event != gazetteer.MRetire {
			continue
		}
		at := l.nodes[n].I
		if at > l.sent.I && l.Lists.Words.When.Has(l.Toks[at-1]) {
			return at > l.sent.I+1 && l.Lists.Words.After.Has(l.Toks[at-2])
		}
		return at == l.sent.I || l.Lists.Words.After.Has(l.Toks[at-1])
	}
	return false
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

// toldOfNext are the people behind series t where those of node k say when they came to it: "ông A cho biết, trước khi được bổ nhiệm giữ chức
// Phó Trưởng phòng, ông B …"; else nil. Before: what is told of them came before the post.
func (l *linker) toldOfNext(k, t int) (who []*mention.Mention, before bool) {
	if t+1 >= len(l.nodes) || !l.speaks(k) {
		return nil, false
	}
	n, at := &l.nodes[t+1], l.nodes[t].J
	if n.people == nil || !n.people[0].Address || n.people[0].Plural || n.I-at != 1 || !l.Toks[at].Is(",") {
		return nil, false
	}
	w := &l.Lists.Words
	for i := l.nodes[t].I - 1; i > l.nodes[k].J && !l.Toks[i].Is(","); i-- {
		if before := l.Toks[i-1].Is("trước"); (before || w.After.Has(l.Toks[i-1])) && w.When.Has(l.Toks[i]) {
			return n.people, before
		}
	}
	return nil, false
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
