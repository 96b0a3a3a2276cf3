package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// role is the part that the people of a node have in their clause, as far as it is not that of whom the event concerns.
type role string

const (
	rActs     role = "acts"     // decides, gives, signs, presides, attends: "được ông B bổ nhiệm"
	rKin      role = "kin"      // is named for a relative
	rReplaced role = "replaced" // somebody comes in his place: "thay ông B"
	rGoesOn   role = "goes on"  // the same, and the clause goes on about him: "thay ông B, được điều động làm …"
)

// concerned reports whether the people of the node can be those whom an event concerns.
func (n *node) concerned() bool { return n.people != nil && (n.role == "" || n.role == rGoesOn) }

// took reports whether the node is a series that an event has given to somebody.
func (n *node) took() bool { return n.posts != nil && n.what != "" && n.holders != nil }

// readRoles gives the people of the sentence the parts that their place beside events gives them, and the nodes within
// brackets the end of their bracket.
func (l *linker) readRoles() {
	served := false // an event before has its post
	event := gazetteer.Meaning("")
	for k := range l.nodes {
		n := &l.nodes[k]
		switch {
		case n.event != "":
			event = n.event
		case n.posts != nil:
			served = served || k > 0 && event != "" && event != gazetteer.MReplace && l.nodes[k-1].event != ""
		case n.people != nil && n.role == "":
			n.role = l.roleBeside(k, served)
		}
	}
	l.readAsides()
}

// roleBeside is the part of the people of node k by the words beside their name and post.
func (l *linker) roleBeside(k int, served bool) role {
	i := l.groupStart(k)
	replaced := k > 0 && l.nodes[k-1].event == gazetteer.MReplace && i-l.nodes[k-1].J <= 2
	switch {
	case replaced && l.goesOnAbout(k, served):
		return rGoesOn
	case !replaced && l.justNamed(k):
		return ""
	case replaced:
		return rReplaced
	case i > l.sent.I && l.Lists.Words.ByAgent.Has(l.Toks[i-1]), l.agentBefore(l.addressStart(i)), l.actsBare(k, i), l.wroteAbout(k, i):
		return rActs
	}
	return ""
}

// addressStart is the token at which the forms of address before token i begin, and a rank that a comma sets apart: "được
// đồng chí Bộ trưởng B giao …", "được Đại tướng, Bộ trưởng B bổ nhiệm".
func (l *linker) addressStart(i int) int {
	end := i
	if i > l.sent.I && l.Toks[i-1].Is(",") {
		end = i - 1
	}
	for s := max(l.sent.I, end-longestAddress); s < end; s++ {
		if h, n := l.Lists.Honours.Find(l.Toks[:end], s); n > 0 && s+n == end && (end == i || h.Kind == "rank") {
			return s
		}
	}
	return i
}

// actsBare reports whether the people of node k do to the one of whom the sentence tells what a passive before them began:
// "Ông được Quốc hội phê chuẩn, Chủ tịch nước B bổ nhiệm giữ chức …".
func (l *linker) actsBare(k, i int) bool {
	n := &l.nodes[k]
	if i == n.I || i <= l.sent.I || !l.Toks[i-1].Is(",") && !l.Lists.Words.Conjunction.Has(l.Toks[i-1]) || k+1 >= len(l.nodes) {
		return false
	}
	verb := l.nodes[k+1]
	if verb.I != n.J || verb.event != gazetteer.MStart || !l.Lists.Words.Transitive.Has(l.Toks[verb.I]) {
		return false
	}
	for j := i - 2; j >= l.sent.I; j-- {
		switch t := l.Toks[j]; {
		case t.Is(",", ";"):
			return false
		case l.Lists.Words.PassiveMark.Has(t):
			return true
		}
	}
	return false
}

// wroteAbout reports whether the people of node k, or the post before their name, stand behind a paper that is theirs and about others: "tờ trình số 54
// ngày 4/7 của Chủ tịch UBND tỉnh A về việc miễn nhiệm …". One may ask for one's own leave: "đơn của ông A về việc xin thôi giữ chức".
func (l *linker) wroteAbout(k, i int) bool {
	w := &l.Lists.Words
	j := l.nodes[k].J
	if k+1 < len(l.nodes) && l.nodes[k+1].posts != nil && l.apposed(j, l.nodes[k+1].I) {
		j = l.nodes[k+1].J
		if l.Next(j, l.sent.J, ",") {
			j++
		}
	}
	i = l.addressStart(i)
	if i <= l.sent.I+2 || !l.Toks[i-1].Is("của") || !l.NextIn(j, l.sent.J, &w.AboutLink) {
		return false
	}
	if n := j + 2; l.Pair(j, l.sent.J, &w.AboutMatter) && l.NextIn(n, l.sent.J, &w.AsksFor) {
		return false
	}
	for n := i - 2; n > l.sent.I && n > i-longestPaper; n-- {
		if w.Paper.Has(l.Toks[n-1], l.Toks[n]) {
			return true
		}
		if l.Toks[n].Is(",", ";") {
			return false
		}
	}
	return false
}

// longestPaper is the most tokens from the noun for a paper over its number and its day to whose it is.
const longestPaper = 14

// longestAddress is the number of tokens of a form of address: "đồng chí".
const longestAddress = 2

// agentBefore reports whether the passive leads to the one who is named from token i on, perhaps by what he is: "được đồng
// chí Bộ trưởng B giao …", "được đồng hương là Bộ trưởng B bổ nhiệm".
func (l *linker) agentBefore(i int) bool {
	if i <= l.sent.I || l.Lists.Words.PassiveMark.Has(l.Toks[i-1]) {
		return i > l.sent.I
	}
	if !l.Toks[i-1].Is("là") {
		return false
	}
	for k := i - 2; k > max(l.sent.I, i-farAgent) && l.Toks[k].Kind == text.Word && !l.Toks[k].Upper(); k-- {
		if l.Lists.Words.PassiveMark.Has(l.Toks[k]) {
			return l.nodes[l.nodeFrom(k)].I >= i-1
		}
	}
	return false
}

// farAgent is the number of tokens between the passive and "là" that say who somebody is.
const farAgent = 5

// groupStart is the token at which the people of node k begin, or the post directly before their name.
func (l *linker) groupStart(k int) int {
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].J == l.nodes[k].I {
		return l.nodes[k-1].I
	}
	return l.nodes[k].I
}

// goesOnAbout reports whether the clause goes on about the people of node k in whose place somebody comes: "thay ông B,
// người được bầu làm …", "thay ông B vừa được bầu …"; where an event before has its post, also "thay B đi làm …",
// "thay B, được điều động làm …".
func (l *linker) goesOnAbout(k int, served bool) bool {
	j := l.nodes[k].J
	if l.justNamed(k) {
		return true
	}
	if k+1 < len(l.nodes) && l.nodes[k+1].posts != nil && l.apposed(j, l.nodes[k+1].I) {
		i := l.nodes[k+1].J
		if l.Next(i, l.sent.J, ")") {
			i++ // "thay ông B (Giám đốc Sở) được điều động …"
		}
		if i < l.sent.J && l.Lists.Words.BehindServed.Has(l.Toks[i]) {
			return true // "thay ông B, nguyên Viện trưởng được bổ nhiệm giữ chức …"
		}
	}
	if j+1 < l.sent.J && l.Toks[j].Is(",") {
		j++
	}
	return served && j+1 < l.sent.J && l.Lists.Words.Leaving.Has(l.Toks[j])
}

// justNamed reports whether the words behind the people of node k say what befell them: "người …", "vừa được …".
func (l *linker) justNamed(k int) bool {
	j := l.nodes[k].J
	return j+1 < l.sent.J && (l.Toks[j].Is(",") && l.Toks[j+1].Is("người") || l.Lists.Words.BehindServed.Has(l.Toks[j]))
}

// readAsides notes for the nodes that stand in brackets the token of the bracket that closes them. That of people counts.
func (l *linker) readAsides() {
	if l.personAfter(0) < 0 {
		return
	}
	end, depth := l.sent.J, 0 // from the end: the closing bracket within which a token stands
	var closing []int
	k := len(l.nodes) - 1
	for i := end - 1; i >= l.sent.I && k >= 0; i-- {
		if t := l.Toks[i]; t.Kind == text.Punct {
			switch {
			case t.Is(")"):
				closing = append(closing, i)
				depth++
			case t.Is("(") && depth > 0:
				depth--
				closing = closing[:depth]
			}
		}
		for k >= 0 && l.nodes[k].I == i {
			if l.nodes[k].aside = 0; depth > 0 {
				l.nodes[k].aside = closing[depth-1]
			}
			k--
		}
	}
}

// asideFrom reports whether the people of node k stand in a bracket that is closed before token j.
func (l *linker) asideFrom(k, j int) bool { return l.nodes[k].aside > 0 && l.nodes[k].aside < j }

// presents reports whether somebody hands over a decision, or congratulates, between nodes a and b.
func (l *linker) presents(a, b int) bool {
	for ; a < b; a++ {
		if l.nodes[a].event == gazetteer.MPresent {
			return true
		}
	}
	return false
}

// goesOnBefore are the people of whom a clause before series t speaks that begins behind the series of node k: "… thay B,
// được điều động làm …"; else nil.
func (l *linker) goesOnBefore(k, t int) []*mention.Mention {
	for n := k + 1; n < t; n++ {
		if l.nodes[n].role == rGoesOn {
			return l.nodes[n].people
		}
	}
	return nil
}

// fromOneToNext makes a move of two verbs that only join: "các ông A, B đang giữ chức X nay cùng giữ chức Y" leave the one
// post for the other.
func (l *linker) fromOneToNext() {
	for t := 1; t+2 < len(l.nodes); t++ {
		to := &l.nodes[t+1]
		if l.nodes[t].posts == nil || l.nodes[t+2].posts == nil || to.event != gazetteer.MLink || to.I-l.nodes[t].J > 2 {
			continue
		}
		now := l.Toks[to.I].Is("nay") || to.I > l.nodes[t].J && l.Toks[to.I-1].Is("nay")
		if !now || !l.saysHolds(to.Span) {
			continue
		}
		from := t - 1
		for from > 0 && l.nodes[from].event == gazetteer.MLink && l.nodes[from-1].event == gazetteer.MLink && l.nodes[from-1].J == l.nodes[from].I {
			from--
		}
		if n := &l.nodes[from]; n.event == gazetteer.MLink && (l.Lists.Words.Lasts.Has(l.Toks[n.I]) || n.I > l.sent.I && l.Lists.Words.Lasts.Has(l.Toks[n.I-1])) {
			n.event, to.event = gazetteer.MEnd, gazetteer.MMove
		}
	}
}

// saysHolds reports whether a verb says that one has an office: "giữ chức", "đảm nhiệm".
func (l *linker) saysHolds(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if l.Lists.Words.Holds.Has(l.Toks[i]) {
			return true
		}
	}
	return false
}
