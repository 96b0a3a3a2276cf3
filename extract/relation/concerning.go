package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

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
