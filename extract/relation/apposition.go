package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// appositions links every series that stands beside a name: "Chủ tịch UBND TP Chu Ngọc Anh",
// "đồng chí Tạ Nam Chiến, Chủ tịch UBND quận".
func (l *linker) appositions() {
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		left, right := l.leftName(t), l.rightName(t)
		if right == nil && left != nil && l.strangerAt(n.J) {
			left = nil
		}
		if k := l.semicolonAt(n.posts); k > 0 && left != nil && right != nil && !l.glued(t, left, right) {
			for _, who := range l.sharing(t, left) { // "ông A, Chủ tịch HĐND tỉnh; Phó Chủ tịch HĐND tỉnh B"
				l.appose(who, n.posts[:k], t, "apposition-after", document.Span{I: who.Head, J: n.posts[k-1].J})
			}
			n.posts, n.I, left = n.posts[k:], n.posts[k].I, nil
		}
		posts := n.posts
		if left != nil || right != nil {
			posts = l.rivals(posts, right == nil)
			n.bound = len(posts) == 0
		}
		if right != nil && l.glued(t, left, right) {
			right = nil
		}
		if right != nil {
			k := 0
			if left == nil && l.goesOnAfter(t) {
				posts = posts[l.semicolonAt(posts):] // "ông A, nguyên Thường trực, nguyên Bộ trưởng; Phó Thủ tướng B"
			}
			if left != nil && len(posts) > 1 {
				k = l.afterSemicolon(posts)
				for k > 0 && l.Toks[posts[k].I-1].Is("-") {
					k-- // "của Bộ trưởng A, Bộ trưởng - Chủ nhiệm Văn phòng Chính phủ B"
				}
			}
			if left == nil && l.endsInOther(t) {
				k = len(posts) - 1 // "A được phân công giữ chức Trưởng ban, Phó Bí thư B được giao …"
				n.posts = posts[:k]
			}
			if left == nil || l.Toks[n.J-1].Fold != "," {
				group := []*mention.Mention{right}
				others := 0
				if left == nil && k == 0 {
					others = l.behindAnd(posts) // "Chủ tịch UBND tỉnh và Bí thư Huyện ủy A"
				}
				posts = posts[others:]
				if l.pluralBefore(n.I) {
					group = l.nodes[t+1].people // "các Phó Chủ tịch UBND tỉnh A, B và C"
				}
				for _, who := range group {
					l.appose(who, posts[k:], t, "apposition-before", document.Span{I: n.I, J: who.J})
				}
				posts = posts[:k]
			}
			n.bound = n.bound || len(posts) == 0
		}
		if left != nil && len(posts) > 0 {
			for _, who := range l.sharing(t, left) {
				l.appose(who, posts, t, "apposition-after", document.Span{I: who.Head, J: n.J})
			}
			n.bound = true
		}
		if n.bound {
			n.holders = append(n.holders, left, right)
		}
	}
}

// endsInOther reports whether the last post of series t, behind a comma, is that of the person named next, and the others
// are what somebody before takes up: "A được phân công giữ chức Trưởng ban, Phó Bí thư B được giao …".
func (l *linker) endsInOther(t int) bool {
	posts := l.nodes[t].posts
	if len(posts) < 2 || !l.Toks[posts[len(posts)-1].I-1].Is(",") || t+1 >= len(l.nodes) || !l.undergoes(t+1) {
		return false
	}
	what, k := l.eventsBefore(t)
	return rank[what] >= rank[gazetteer.MStart] && what != gazetteer.MNot && k >= 0 && l.nodes[k].concerned()
}

// behindAnd is the index of the first post behind the last "và" of a series before a name where it joins the posts of two
// bodies, or 0: those before it are of somebody who is not named.
func (l *linker) behindAnd(posts []*mention.Post) int {
	for k := len(posts) - 1; k > 0; k-- {
		i := posts[k-1].J
		if posts[k].I-i != 1 || !l.Lists.Words.Conjunction.Has(l.Toks[i]) {
			continue
		}
		a, b := posts[k-1], posts[k]
		if a.Status == "" && b.Status == "" && !a.Guessed && !b.Guessed && a.Org.Name() != b.Org.Name() && !l.atTop(a) {
			return k
		}
		return 0
	}
	return 0
}

// atTop reports whether a post is one of the Government or the state, which ministers hold beside their own.
func (l *linker) atTop(po *mention.Post) bool {
	return po.Org != nil && po.Org.Literal == gazetteer.Government
}

// afterSemicolon is the index of the first post behind the last semicolon of a series, or of its last post.
func (l *linker) afterSemicolon(posts []*mention.Post) int {
	if k := l.semicolonAt(posts); k > 0 {
		return k
	}
	return len(posts) - 1
}

// goesOnAfter reports whether a series stands before series t, with at most the name of a body between them.
func (l *linker) goesOnAfter(t int) bool {
	k := t - 1
	for k >= 0 && l.nodes[k].people == nil && l.nodes[k].posts == nil && l.nodes[k].event == "" && l.nodes[k].date == nil {
		k--
	}
	return k >= 0 && l.nodes[k].posts != nil && l.nodes[t].I-l.nodes[k].J <= document.MaxSkip
}

// semicolonAt is the index of the first post behind the last semicolon of a series, or 0.
func (l *linker) semicolonAt(posts []*mention.Post) int {
	for k := len(posts) - 1; k > 0; k-- {
		for i := posts[k-1].J; i < posts[k].I; i++ {
			if l.Toks[i].Is(";") {
				return k
			}
		}
	}
	return 0
}

// strangerAt reports whether a name that is not known stands at token j, behind a post that is then his: "Giám đốc Sở Y tế A, Tổng Bí thư
// Trường Chinh".
func (l *linker) strangerAt(j int) bool {
	if n := l.ItemFrom(j); j+1 >= l.sent.J || n < len(l.Items) && l.Items[n].I <= j+1 && !(l.Items[n].Org != nil && l.Items[n].J == j+2) {
		return false // more than a name that begins as a body does, "Trường Chinh"
	}
	for k := j; k < j+2; k++ {
		if t := l.Toks[k]; t.Kind != text.Word || !t.Upper() || t.AllUpper() || t.Breaks > 0 {
			return false
		}
	}
	if l.Lists.Words.TheCountry.Has(l.Toks[j], l.Toks[j+1]) || l.Lists.Words.PartyName.Has(l.Toks[j], l.Toks[j+1]) || l.Toks[j-1].Is("-") {
		return false // words of the body's name: "Tổng cục Hải quan Việt Nam", "Bí thư Sài Gòn – Gia Định", "Tổng Bí thư Đảng Cộng sản Đông Dương"
	}
	return !l.Lists.Opens[l.Toks[j].Fold] && !l.Lists.Words.SentenceOpener.Has(l.Toks[j]) && !l.Lists.Words.TimeLead.Has(l.Toks[j])
}

// sharing are the people who share the posts of series t behind the last of them: all of a list when the posts in brackets are
// those of several, "A và B (Phó Giám đốc Sở)", or behind "các ông A và B". A bracket behind names with titles is of the last one:
// "ông A, ông B (nguyên Trưởng phòng)".
func (l *linker) sharing(t int, left *mention.Mention) []*mention.Mention {
	k := l.nodeOf(left)
	group, po := l.nodes[k].people, l.nodes[t].posts[0]
	bracket := l.Toks[l.nodes[t].I-1].Is("(") && (po.Title.Family == "member" || l.Lists.Deputy(po.Title.Post) || !left.Address && (!po.Title.Seat || po.Status == record.Former))
	plural := group[0].Plural && (len(group) == 2 || !po.Title.Seat && po.Title.Family == "member" && l.Toks[l.nodes[t].I-1].Is("-", ":")) // "các đ/c A, B, C - Ủy viên"
	if len(group) > 1 && (bracket || plural) {
		return group
	}
	return []*mention.Mention{left}
}

// inBrackets reports whether a bracket that closes before token j encloses token i.
func (l *linker) inBrackets(i, j int) bool {
	depth := 0
	for k := i; k < j; k++ {
		if l.Toks[k].Is(")") {
			depth--
		}
		if l.Toks[k].Is("(") {
			depth++
		}
	}
	return depth < 0
}

// apposed reports whether the tokens [i, j) between a name and a series only set them apart: a
// comma, a dash, a bracket; before it perhaps age, birth and origin.
func (l *linker) apposed(i, j int) bool {
	if i >= j {
		return true
	}
	from := i
	i = l.skipPersonal(i, j)
	switch j - i {
	case 0:
		return l.Lists.Words.Before.Has(l.Toks[j]) || l.byname(from+1, j-1) || l.rankIn(from, j) // "Ông A (người Hoa) nguyên là …"
	case 1:
		return l.Toks[i].Is(",", "-", "(", ":", "/", "|") || l.modifierWord(i) || i == from && l.Toks[i].Is(";") && l.ownLine()
	case 2:
		return l.dotsLead(i, j) || l.Toks[i].Is(",", "-", "(") && (l.Toks[i+1].Is("-", "là", "(") || l.modifierWord(i+1))
	}
	return l.dotsLead(i, j)
}

// dotsLead reports whether tokens [i, j) are the dots that lead from the name to the posts in a line of a list.
func (l *linker) dotsLead(i, j int) bool {
	if j-i < leastDots || !l.ownLine() {
		return false
	}
	for ; i < j; i++ {
		if !l.Toks[i].Is(".", "…") {
			return false
		}
	}
	return true
}

// leastDots is the number of dots that lead from one column to the next at least.
const leastDots = 2

// byname reports whether tokens [i, j) between brackets are another name of the person before: "Tư Hòa", "tức Tư Hòa".
func (l *linker) byname(i, j int) bool {
	if j-i > maxByname || i >= j {
		return false
	}
	h, n := l.Lists.Honours.Find(l.Toks[:j], i)
	return n > 0 && h.Kind == "alias" || j-i == 2 && l.Lists.Words.BirthOrder.Has(l.Toks[i]) && l.Toks[i].Upper() && l.Toks[i+1].Upper()
}

// maxByname is the number of words of another name, and what leads to it, at most.
const maxByname = 5

// behindByname is the token behind the people of a node, or behind the bracket that encloses them when another name stands before it:
// "Tư Hòa (Trần Văn Hòa)".
func (l *linker) behindByname(n *node) int {
	i := n.people[0].Head
	if len(n.people) == 1 && i-3 >= l.sent.I && l.Toks[i-1].Is("(") && l.Next(n.J, l.sent.J, ")") && l.byname(i-3, i-1) {
		return n.J + 1
	}
	return n.J
}

// modifierWord reports whether the token is one that goes before a post: "các", "đương kim".
func (l *linker) modifierWord(i int) bool { return l.Lists.Words.Nowadays.Has(l.Toks[i]) }

// onBehalf reports whether series t names someone else for whom the next person acts: "thừa ủy quyền của
// Giám đốc Công an tỉnh, Đại tá A …".
func (l *linker) onBehalf(t int) bool {
	i := l.nodes[t].I
	if i > l.sent.I+1 && l.Lists.Words.Delegated.Has(l.Toks[i-2], l.Toks[i-1]) {
		return true // "thừa ủy quyền Bộ trưởng Bộ Công an, Thượng tướng A …"
	}
	return i > l.sent.I && l.Lists.Words.BehalfMark.Has(l.Toks[i-1])
}

// governed reports whether an event stands directly before series t.
func (l *linker) governed(t int) bool {
	m := l.before(t)
	return m != "" && m != gazetteer.MPresent
}

// appose claims the posts in apposition to a name, with the status that the sentence gives them.
func (l *linker) appose(who *mention.Mention, posts []*mention.Post, t int, rule string, at document.Span) {
	if l.othersFirst(posts, t) {
		posts = posts[1:]
	}
	if rule == "apposition-after" && l.congratulated(who, t) {
		posts = posts[:len(posts)-1] // "chúc mừng ông A, tân Giám đốc Sở, Bí thư Tỉnh ủy bày tỏ …"
	}
	former := false
	for k, po := range posts {
		status := l.appositionStatus(who, po, t)
		if k > 0 && k+1 < len(posts) && status == record.Holds && po.Years[1] == 0 && l.termOver(posts[k-1]) && l.termOver(posts[k+1]) {
			status = record.Former // "Phó Bí thư nhiệm kỳ 2010-2015, Bí thư Ban Cán sự đảng, Chủ tịch UBND tỉnh nhiệm kỳ 2011-2016"
		}
		if status == record.Holds && l.ofPastTerm(posts, k) {
			status = record.Former
		}
		if former = former || po.Status == record.Former && !l.predicate(po); former && (status == record.Holds || status == record.Ends && po != posts[0]) {
			status = record.Former // "nguyên Bí thư Đảng ủy, Cục trưởng …" was both
		}
		c := l.claim(who, po, status, rule, at)
		c.lasts = c.lasts || l.timeBehind(po).Lasts // "Phó Chủ nhiệm Chính trị Quân khu 4 (2017–nay)"
	}
}

// predicate reports whether a post before a name is what the person of the next one is said to be: "là một nguyên Giám đốc
// Sở, Chủ tịch UBND tỉnh A hiểu rằng".
func (l *linker) predicate(po *mention.Post) bool {
	return po.I > l.sent.I && l.Lists.Words.Predicate.Has(l.Toks[po.I-1])
}

// ofPastTerm reports whether post k stands between posts of two terms and shares the second, which is over: "Chủ tịch UBND tỉnh
// nhiệm kỳ 2016-2021 và Ủy viên Ban Thường vụ, Phó Chủ tịch UBND tỉnh nhiệm kỳ 2011-2016".
func (l *linker) ofPastTerm(posts []*mention.Post, k int) bool {
	before, behind := k, k
	for before >= 0 && posts[before].Years[1] == 0 {
		before--
	}
	for behind < len(posts) && posts[behind].Years[1] == 0 {
		behind++
	}
	return before >= 0 && behind > k && behind < len(posts) && l.termOver(posts[behind])
}

// congratulated reports whether a person is spoken to at the begin of a sentence and the last post of series t
// behind the name is that of the speaker, with the verb.
func (l *linker) congratulated(who *mention.Mention, t int) bool {
	at := l.nodeOf(who)
	i := l.sent.I
	if at < 1 || l.nodes[at-1].event != gazetteer.MPresent || l.nodes[at-1].I > i+3 || l.nodes[at].I-l.nodes[at-1].J > 1 {
		return false
	}
	_, n := l.Lists.Verbs.Find(l.Toks[:l.sent.J], l.nodes[t].J)
	return n > 0
}

// othersFirst reports whether the first post of a series before a name is someone else's: "theo ý kiến
// của Thủ tướng, Phó Chủ tịch UBND tỉnh A …".
func (l *linker) othersFirst(posts []*mention.Post, t int) bool {
	i := posts[0].I
	if len(posts) < 2 || i <= l.sent.I {
		return false
	}
	if i == l.sent.I+1 && posts[0].Status != record.Starts {
		return false
	}
	for _, by := range l.frame.by {
		if by == i && t+1 < len(l.nodes) && l.nodes[t+1].people != nil && l.undergoes(t+1) {
			return true // "theo quyết định của Chủ tịch UBND tỉnh, Trưởng phòng A được bổ nhiệm …"
		}
	}
	if slices.Contains(l.frame.serves, i) && t+1 < len(l.nodes) && l.nodes[t+1].people != nil && l.speaks(t+1) {
		return true // "báo cáo với Chủ tịch nước, Bí thư Đảng ủy xã A cho biết …"
	}
	if l.pluralBefore(i) && t+1 < len(l.nodes) && len(l.nodes[t+1].people) == 1 && l.Toks[posts[1].I-1].Is(",") {
		return true // "ý kiến của các thành viên Ban Thường vụ, Phó Thủ tướng A đề nghị"
	}
	if posts[0].Status == record.Starts && posts[1].Status == "" && t+1 < len(l.nodes) && l.speaks(t+1) {
		return true // "Chúc mừng tân Phó Tổng Thanh tra, Phó Thủ tướng A nói …"
	}
	if a, b := posts[0], posts[1]; l.Lists.Words.Objective.Has(l.Toks[i-1]) && a.Title == b.Title && a.Title.Seat && a.Org.Name() != b.Org.Name() && l.speaks(t+1) {
		return true // "đồng tình với ý kiến của Chủ tịch Hội đồng Dân tộc, Chủ tịch Quốc hội A cho rằng …"
	}
	behalf := l.Lists.Words.Behalf.Has(l.Toks[i-2], l.Toks[i-1])
	return behalf || l.Toks[i-1].Is("của") && posts[0].Org != nil && posts[0].Org.Literal == gazetteer.Government
}

// appositionStatus says how a post beside a name stands: a word before the title decides; someone
// who is moved leaves it, someone who retires or is replaced too; else it is held.
func (l *linker) appositionStatus(who *mention.Mention, po *mention.Post, t int) record.Status {
	if l.tells(who, t) {
		if po.Status != "" {
			return po.Status
		}
		if po.Years[1] > 0 && l.Published.Year > po.Years[1] || l.past {
			return record.Former
		}
		return record.Holds
	}
	if fate := l.fate(who, t); po.Status == record.Former && (fate != gazetteer.MReplace || l.seatElse(po, who)) && !(fate == gazetteer.MEnd && po.J == who.Head) {
		return record.Former
	}
	if po.Status != "" && po.Status != record.Former {
		return po.Status
	}
	if po.Years[1] > 0 && l.Published.Year > po.Years[1] || l.past {
		return record.Former
	}
	switch l.fate(who, t) {
	case gazetteer.MMove:
		if po.Title.Family != "member" {
			return record.Ends
		}
	case gazetteer.MReplace:
		if po.Title.Family != "member" && (!l.seatElse(po, who) || l.fateAfter(l.nodeOf(who), t) != "") {
			return record.Ends
		}
	case gazetteer.MRetire:
		return record.Ends
	case gazetteer.MStart:
		if po.Title.Family != "member" {
			return record.Starts
		}
	case gazetteer.MEnd:
		if !l.ofParty(l.nodes[l.fateEnd].Span) || po.Org.InParty() {
			return record.Ends
		}
	}
	if l.nowElse(po, t) {
		return record.Former
	}
	return record.Holds
}

// nowElse reports whether the sentence goes on behind series t with the post that its holder has now, beside which po is not
// held: "ông A, Phó Chủ tịch UBND huyện phụ trách kinh tế, nay là Bí thư Huyện ủy".
func (l *linker) nowElse(po *mention.Post, t int) bool {
	if po.Title.Family == "member" || t+2 >= len(l.nodes) || l.nodes[t+1].event != gazetteer.MLink || l.nodes[t+2].posts == nil {
		return false
	}
	i, next := l.nodes[t+1].I, l.nodes[t+2].posts[0]
	if i-l.nodes[t].J > document.MaxSkip || !l.Toks[i-1].Is(",", "-") || !l.Lists.Words.NowOther.Has(l.Toks[i]) {
		return false
	}
	for k := l.nodes[t].J; k < i; k++ {
		if l.Toks[k].Is(";", "(", ")") {
			return false
		}
	}
	return next.Title.Family != "member" && !po.Org.Side() && !next.Org.Side() && !beside(po, next) && !beside(next, po)
}

// ofParty reports whether an end is of posts in the Party alone: "cách tất cả các chức vụ trong Đảng", "khai trừ khỏi Đảng".
func (l *linker) ofParty(event document.Span) bool {
	if l.Lists.Words.Expelling.Has(l.Toks[event.I]) {
		return true
	}
	for i := event.I; i < min(event.J+3, l.sent.J); i++ {
		if l.Toks[i].Is("đảng") {
			return true
		}
	}
	return false
}
