package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// identities links "Chủ tịch HĐND thành phố là ông A".
func (l *linker) identities() {
	for t := 0; t+2 < len(l.nodes); t++ {
		n, is, who := &l.nodes[t], l.nodes[t+1], l.nodes[t+2]
		if n.posts == nil || n.bound || is.event != gazetteer.MLink || !l.Toks[is.J-1].Is("là") || who.people == nil || is.I-n.J > 3 || who.I != is.J {
			continue
		}
		if l.movesNamed(t) {
			n.J = who.I // "điều động Giám đốc Sở là ông A về làm …" is "Giám đốc Sở A"
			l.nodes = slices.Delete(l.nodes, t+1, t+2)
			continue
		}
		left, next := l.leftName(t), l.nextIdentity(t)
		if l.kinOf(n.I) {
			n.bound = true // "con trai Bí thư Huyện ủy là ông A"
			continue
		}
		if po := n.posts[0]; next && po.Org == nil && po.Title.Family == "army" {
			first := l.nodes[t-3].posts
			po.Org, po.Guessed = first[len(first)-1].Org, true // "Tư lệnh Sư đoàn 3 là ông A, Chính ủy là ông B"
		}
		if left != nil && len(n.posts) > 1 && (next || l.Toks[n.posts[len(n.posts)-1].I-1].Is(";")) {
			l.lastIs(n, who)
			continue
		}
		if left != nil && !next || l.Next(n.J, is.I, ",", ";", ")") {
			continue
		}
		n.bound, n.holders = true, who.people
		if l.oneByOne(t) && len(who.people) != len(n.posts) {
			continue // "hai tỉnh có Bí thư lần lượt là ông A và bà B"
		}
		status := l.identityStatus(t, is.I)
		if status == record.Holds && l.leavesThen(t+2, n.posts[len(n.posts)-1]) {
			status = record.Ends
		}
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

// nextIdentity reports whether series t stands behind one whose holder "là" has named, as the next of them: "Bí thư là ông A, Chủ tịch là ông B".
func (l *linker) nextIdentity(t int) bool {
	if t < 3 || l.nodes[t-1].people == nil || l.nodes[t-2].event != gazetteer.MLink || !l.Toks[l.nodes[t-1].I-1].Is("là") {
		return false
	}
	first := &l.nodes[t-3]
	return first.posts != nil && first.bound && len(first.holders) > 0 && first.holders[0] == l.nodes[t-1].people[0]
}

// kinOf reports whether the word for a relative leads to token i.
func (l *linker) kinOf(i int) bool {
	for k := max(l.sent.I, i-longestKin); k < i; k++ {
		if c, n := l.Lists.Frames.Find(l.Toks[:i], k); c == gazetteer.CKin && k+n == i {
			return true
		}
	}
	return false
}

// longestKin is the most tokens of the word for a relative: "con gái của".
const longestKin = 4

// heldBy links "Chức vụ Bí thư Huyện ủy do ông A đảm nhiệm".
func (l *linker) heldBy() {
	for t := 0; t+1 < len(l.nodes); t++ {
		n, who := &l.nodes[t], l.nodes[t+1]
		if n.posts == nil || n.bound || len(who.people) != 1 || !l.Next(n.J, l.sent.J, "do") || who.people[0].Head != n.J+1 || !l.Pair(who.J, l.sent.J, &l.Lists.Words.HeldBy) {
			continue
		}
		n.bound, n.holders = true, who.people
		for _, po := range n.posts {
			l.claim(who.people[0], po, l.identityStatus(t, n.J), "identity", document.Span{I: n.I, J: who.J})
		}
	}
}

// movesNamed reports whether a verb of transfer leads to series t, and the one who holds it goes on to another post.
func (l *linker) movesNamed(t int) bool {
	j := l.nodes[t+2].J
	return t > 0 && l.nodes[t-1].event == gazetteer.MMove && l.nodes[t].I-l.nodes[t-1].J <= 1 && j < l.sent.J && l.Lists.Words.MovesTo.Has(l.Toks[j]) && l.postAfter(t+2)
}

// leavesThen reports whether the people of node at, named by their post, are said to leave it: "sau khi Giám đốc Sở là ông A
// được điều động làm Bí thư Huyện ủy", "từ khi Giám đốc Sở là bà B nghỉ hưu".
func (l *linker) leavesThen(at int, po *mention.Post) bool {
	if at+1 >= len(l.nodes) || l.nodes[at+1].I-l.nodes[at].J > nearVerb || l.Toks[l.nodes[at].J].Kind != text.Word {
		return false
	}
	switch n := &l.nodes[at+1]; l.fateAfter(at, at) {
	case gazetteer.MRetire, gazetteer.MEnd:
		return true
	case gazetteer.MMove:
		return po.Title.Family != "member" && l.postAfter(at+1) && !l.Toks[n.J].Is("từ")
	}
	return false
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
	case l.looksBackAt(l.sent):
		return record.Former // "Trước đó, bà A là Chủ tịch, còn Bí thư là ông B"
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
	return k >= 0 && (l.nodes[k].event == gazetteer.MStart || l.nodes[k].event == gazetteer.MMove) && l.nodes[k+1].I-l.nodes[k].J <= 1
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
