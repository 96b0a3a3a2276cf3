package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Posts that stand for their holder, who speaks or decides and is not named there: "Sau ý kiến của ông A, Thủ tướng
// nhấn mạnh …". They are of nobody whom the sentence names.

// deedAt reports whether a verb of one who speaks or decides stands at token i, perhaps behind "đã", "cũng".
func (l *linker) deedAt(i int) bool {
	if i >= l.sent.J {
		return false
	}
	if i = l.overAdverbs(i); l.Lists.Words.Conjunction.Has(l.Toks[i]) || l.NextIn(i+1, l.sent.J, &l.Lists.Words.PeriodFrom) {
		return false // "kể từ ngày"
	}
	return l.verbAt(i) || l.Pair(i, l.sent.J, &l.Lists.Words.Deed)
}

// tells reports whether the one whom series t stands beside speaks or hands something out directly behind the name and its
// posts: what the sentence tells of others does not happen to such a person.
func (l *linker) tells(who *mention.Mention, t int) bool {
	at := l.nodeOf(who)
	if at < 0 || who != l.nodes[at].people[len(l.nodes[at].people)-1] {
		return false
	}
	j := max(l.nodes[at].J, l.nodes[t].J)
	if at > t && at+1 < len(l.nodes) && l.nodes[at+1].posts != nil && l.apposed(l.nodes[at].J, l.nodes[at+1].I) {
		j = l.nodes[at+1].J
	}
	if l.Next(j, l.sent.J, "(") {
		j = min(l.Closing(j, l.sent.J)+1, l.sent.J)
	}
	if l.Next(j, l.sent.J, ",", "-") {
		j++
	}
	return l.deedAt(j) && !l.Lists.Words.OwnDeed.Has(l.Toks[l.overAdverbs(j)])
}

// overAdverbs is the first token from i on that is no adverb.
func (l *linker) overAdverbs(i int) int {
	for i+1 < l.sent.J && l.Lists.Words.Adverb.Has(l.Toks[i]) {
		i++
	}
	return i
}

// fronted reports whether series t is the subject of the sentence behind a phrase that ends in the name before it: "Trong
// phát biểu chia tay với bà A, Thủ tướng nhấn mạnh …", "Theo ông B, Giám đốc Sở là cán bộ nhà nước".
func (l *linker) fronted(t int) bool {
	n := &l.nodes[t]
	if t == 0 || len(n.posts) > 1 || l.nodes[t-1].people == nil || l.nodes[t-1].J+1 != n.I || n.J >= l.sent.J || l.Toks[n.J].Kind == text.Punct {
		return false
	}
	who := l.nodes[t-1].people[len(l.nodes[t-1].people)-1]
	if l.Toks[n.I-1].Is(":") {
		return t > 1 && l.nodes[t-2].posts != nil && l.nodes[t-2].J == who.Head && (l.deedAt(n.J) || l.Lists.Words.Acting.Has(l.Toks[n.J]))
	}
	if !l.Toks[n.I-1].Is(",") || who.Head == l.sent.I {
		return false
	}
	told := l.Lists.Words.AccordingTo.Has(l.beforeName(t - 1))
	switch {
	case l.renamed(who) && (told || l.objective(t-1)) && l.opensPhrase(t-1):
		return true
	case told:
		return false // "Theo ông A, Phó Chủ tịch UBND huyện cho biết" is said of him as often
	case !who.Address && n.posts[0].Title.Body != "":
		return l.deedAt(n.J) // "Tại Thành cổ Quảng Trị, Thủ tướng đã …"
	}
	concerned := t > 1 && l.nodes[t-2].event != "" && l.nodes[t-2].J == who.Head // "Giải thích về bổ nhiệm ông A, Giám đốc Sở cho biết"
	return (concerned || l.objective(t-1)) && l.deedAt(n.J) && l.opensPhrase(t-1)
}

// renamed reports whether a person is named by the last part of the name, and more fully before: such a name has no
// post behind it.
func (l *linker) renamed(who *mention.Mention) bool {
	return who.Short && who.Who != nil && who.J-who.I < len(strings.Fields(who.Who.Name))
}

// opensPhrase reports whether the sentence opens with a phrase that goes on to the people of node k: nobody else is named
// before them, and its first word is one that no subject begins with.
func (l *linker) opensPhrase(k int) bool {
	for _, n := range l.nodes[:k] {
		if n.people != nil {
			return false
		}
	}
	return l.Lists.Words.Fronting.Has(l.Toks[l.sent.I])
}

// addressed reports whether series t, with a comma behind it, is the post of one to whom or by whose decision something is
// done, and not of the person named next: "Báo cáo với Bộ trưởng, cô A cho biết …", "Theo Trưởng Ban, ông B là …".
func (l *linker) addressed(t int) bool {
	i := l.nodes[t].I
	if i <= l.sent.I {
		return false
	}
	switch w := &l.Lists.Words; {
	case w.AccordingTo.Has(l.Toks[i-1]):
		j := l.nodes[t+1].J
		return j < l.sent.J && l.Toks[j].Kind == text.Word && !l.verbAt(j)
	case w.SpokenTo.Has(l.Toks[i-1]):
		return true
	case i > l.sent.I+1 && l.Pair(i-2, l.sent.J, &w.ReportedTo):
		return true
	}
	return l.delegatedBefore(i)
}

// delegatedBefore reports whether somebody acts for the holder of the post at token i and for another named before:
// "được sự ủy quyền của lãnh đạo Bộ và Giám đốc Công an tỉnh, Đại tá A …".
func (l *linker) delegatedBefore(i int) bool {
	if !l.Lists.Words.Conjunction.Has(l.Toks[i-1]) {
		return false
	}
	for k := i - 2; k >= l.sent.I && !l.Toks[k].Is(",", ";", ":"); k-- {
		if k > l.sent.I && l.Lists.Words.Delegated.Has(l.Toks[k-1], l.Toks[k]) {
			return true
		}
	}
	return false
}

// splitClauses parts each series that somebody takes up from the posts behind its semicolon that are of the next one, of whom
// something is decided too: "ông A được bổ nhiệm giữ chức Chánh Văn phòng; Trưởng phòng Tổng hợp B được bổ nhiệm …".
func (l *linker) splitClauses() {
	for t := 0; t < len(l.nodes); t++ {
		n := &l.nodes[t]
		k := 0
		if len(n.posts) > 1 {
			k = l.semicolonAt(n.posts)
		}
		if k == 0 {
			continue
		}
		next := l.personAfter(t)
		if what, _ := l.eventsBefore(t); rank[what] < rank[gazetteer.MStart] || next < 0 || !l.undergoes(next) || !l.only(t+1, next, gazetteer.MLink) {
			continue
		}
		rest := node{Span: document.Span{I: n.posts[k].I, J: n.J}, posts: n.posts[k:]}
		n.posts, n.J = n.posts[:k], n.posts[k-1].J
		l.nodes = slices.Insert(l.nodes, t+1, rest)
	}
}

// cutSpeaker takes the last post from series t that somebody takes up where it begins a clause of its own: "được bổ nhiệm
// làm Phó Tư lệnh; Chủ tịch nước ký quyết định …".
func (l *linker) cutSpeaker(t int) {
	n := &l.nodes[t]
	last := len(n.posts) - 1
	if last < 1 || !l.governed(t) || !l.Toks[n.posts[last].I-1].Is(",", ";") || !l.deedAt(n.J) || l.rightName(t) != nil {
		return
	}
	n.J, n.posts = n.posts[last-1].J, n.posts[:last]
}

// decidesThere reports whether series t is an office of the state whose holder does what follows it: "trong thời gian Thủ tướng
// ban hành Chỉ thị …".
func (l *linker) decidesThere(t int) bool {
	n := &l.nodes[t]
	po := n.posts[0]
	return len(n.posts) == 1 && po.Title.Body != "" && po.Title.Seat && l.deedAt(n.J) && l.rightName(t) == nil && l.leftName(t) == nil && l.before(t) == ""
}

// amongBodies reports whether series t is an office of the state in a list of bodies, and means the body: "sự quan tâm của
// Quốc hội, Chủ tịch nước, Chính phủ".
func (l *linker) amongBodies(t int) bool {
	n := &l.nodes[t]
	if po := n.posts[0]; len(n.posts) > 1 || po.Title.Body == "" || !po.Title.Seat || !l.Toks[n.I-1].Is(",", "và") || l.rightName(t) != nil {
		return false
	}
	k := l.ItemFrom(n.I) - 1
	return k >= 0 && l.Items[k].Org != nil && l.Items[k].J == n.I-1 && l.Items[k].I >= l.sent.I
}

// rivals leaves out the posts of a series beside a name that one person does not hold at once: "Thủ tướng, Phó Thủ tướng
// A" is the deputy alone, and "Bộ trưởng Bộ X và Bộ trưởng Bộ Y" behind a name are others.
func (l *linker) rivals(posts []*mention.Post, after bool) []*mention.Post {
	for k := 0; k+1 < len(posts); k++ {
		a, b := posts[k], posts[k+1]
		if a.Status != "" || b.Status != "" || !a.Title.Seat {
			continue
		}
		switch same := a.Org.Name() == b.Org.Name(); {
		case same && !after && l.Lists.DeputyOf(b.Name, a.Name):
			return posts[k+1:]
		case !same && after && ministers(a, b):
			return posts[:k]
		case !same && ministers(a, b):
			return posts[k+1:]
		}
	}
	return posts
}

// ministers reports whether two posts are those of the heads of ministries.
func ministers(a, b *mention.Post) bool {
	return a.Title == b.Title && a.Title.Unit == gazetteer.Ministry
}

// glued reports whether a name with a rank or a form of address, which follows series t without a sign, begins something
// new, as it has posts of its own behind it: "từ ông A, Chủ tịch UBND thành phố Đại tá B, Phó Giám đốc Công an tỉnh".
func (l *linker) glued(t int, left, right *mention.Mention) bool {
	if left == nil || !left.Address || !right.Address || t+2 >= len(l.nodes) || l.nodes[t+2].posts == nil || right.Head != l.nodes[t].J {
		return false
	}
	return l.Toks[right.Head].Upper() && l.apposed(l.nodes[t+1].J, l.nodes[t+2].I)
}
