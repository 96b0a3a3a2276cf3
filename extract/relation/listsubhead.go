package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// opensArticle reports whether the sentence begins another article of a decision: "Điều 2.", "Điều thứ hai:".
func (l *linker) opensArticle() bool {
	i := l.sent.I
	if i+1 >= len(l.Toks) || !l.startsLine() || !l.Lists.Words.Article.Has(l.Toks[i]) || !l.Toks[i].Upper() {
		return false
	}
	return l.Toks[i+1].Kind == text.Number || l.Lists.Words.OrdinalWord.Has(l.Toks[i+1])
}

// itemPlace is the place with which an item begins, before a colon or a dash and the name: "1. Xã Chiềng An: ông A"; else nil.
func (l *linker) itemPlace() *mention.Unit {
	k := l.ItemFrom(l.sent.I)
	if k+1 >= len(l.Items) || len(l.list.posts) == 0 {
		return nil
	}
	u := l.Items[k].Unit
	if u == nil || u.Name == "" || !l.plainItem(l.Items[k].I) {
		return nil
	}
	j := l.Items[k].J
	if l.Next(j, l.sent.J, "(") {
		j = l.Closing(j, l.sent.J) // "1. Hà Nội (30 đại biểu): ông A"
	}
	if n := l.ItemFrom(j); n >= len(l.Items) || l.Items[n].Person == nil || l.Items[n].Person.Head != j+1 || !l.Toks[j].Is(":", "-") {
		return nil
	}
	return u
}

// newPosts gives the status of the list to the posts that its items take: those of the body that is set up, and, where
// the head says that something is decided and not which post, those behind a colon: "1. Ông A: Giám đốc Sở Y tế".
func (l *linker) newPosts() {
	if !l.opensItem() {
		return
	}
	who := l.personAfter(0)
	if who < 0 {
		return
	}
	for t := len(l.nodes) - 1; t >= 0; t-- {
		n := &l.nodes[t]
		if n.posts == nil || n.bound {
			continue
		}
		status := record.Starts
		switch last := n.posts[len(n.posts)-1]; {
		case l.list.founded && last.Org != nil && last.Org.Name() == l.list.body.Name():
		case l.list.joined && l.labels(t) && t+1 < len(l.nodes) && l.nodes[t+1].people != nil && last.Org != nil && last.Org.Name() == l.list.body.Name():
		case l.list.takesKind(last):
			status = l.list.status
		case l.leaves(who, t):
			l.endAll(n)
			continue
		case l.list.status == record.Starts && t > who && !l.postBefore(who) && l.Toks[n.I-1].Is(":"):
		default:
			continue
		}
		n.posts = slices.Clone(n.posts)
		n.posts[len(n.posts)-1] = withStatus(n.posts[len(n.posts)-1], status)
		if !l.list.founded && !l.list.joined && l.list.kinds == nil {
			return
		}
	}
}

// postBefore reports whether a post stands before node t.
func (l *linker) postBefore(t int) bool {
	return slices.ContainsFunc(l.nodes[:t], func(n node) bool { return n.posts != nil })
}

// withStatus is a post with the status that the head of its list gives it.
func withStatus(po *mention.Post, status record.Status) *mention.Post {
	own := *po
	own.Status = status
	return &own
}

// labels reports whether series t is the label of an item, before a colon: "Phó Chủ tịch: ông A".
func (l *linker) labels(t int) bool {
	j := l.nodes[t].J
	for k := j; k < l.sent.J && k < j+maxLabel && l.Toks[k].Kind == text.Word && l.Toks[k].Breaks == 0 && !l.Toks[k].Upper(); k++ {
		j++ // "Ủy viên phụ trách quân sự:"
	}
	return l.Next(j, l.sent.J, ":")
}

// maxLabel is the number of words between a post and the colon of its label at most.
const maxLabel = 4

// labelled reports whether the name at token i stands behind its post and a colon, below a verb that goes for the posts
// of all items: "- Chủ tịch HĐND huyện: ông Trần Văn A".
func (l *linker) labelled(at, i int) bool {
	if l.list.status == "" || at == l.sent.I {
		return false
	}
	colon := false
	for k := at; k < i; k++ {
		if colon = colon || l.Toks[k].Is(":"); !colon || l.Toks[k].Kind == text.Word && !l.Lists.Words.ListLead.Has(l.Toks[k]) {
			return false
		}
	}
	return colon
}

// subheading reports whether the sentence is a heading within the open list, of a place or a body whose holders follow:
// "B. TỈNH SƠN TÂY:".
func (l *linker) subheading() bool {
	if l.sent.J-l.sent.I <= document.MaxSkip && l.startsLine() && l.personAfter(0) < 0 && l.hasPair(l.sent, &l.Lists.Words.Election) {
		l.list.idle = 0 // "Đơn vị bầu cử số 1: huyện Mường La"
		return true
	}
	var o *mention.Org
	var u *mention.Unit
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		switch it := l.Items[n]; {
		case it.Unit != nil && it.Unit.Name != "" && u == nil:
			u = it.Unit
		case it.Org != nil && o == nil:
			o = it.Org
		case it.Date == nil:
			return false
		}
	}
	if o != nil && !l.list.heading && l.markedHeading(l.sent) {
		l.list = nil // a section of its own: "- Ủy viên dự khuyết: …", "## Ban Bí thư"
		return true
	}
	if o == nil && u == nil || l.sent.J-l.sent.I > document.MaxSkip || l.Toks[l.sent.J-1].Is(".") || !l.startsLine() || !l.bareHead() {
		return false
	}
	if l.partOfList(o) {
		return true
	}
	for _, g := range l.list.posts {
		if o == nil && g.post.Title.Body != "" {
			continue // "THÀNH PHỐ HÀ NỘI" below "Đại biểu Quốc hội khóa XI"
		}
		if whole := g.post.Org; whole != nil && !whole.Taken && whole.Bare == "" && !g.post.Guessed {
			l.list = nil // the post is not one of what the heading names
			return true
		}
	}
	l.list.body, l.list.place, l.list.idle = o, u, 0
	return true
}

// bareHead reports whether the sentence has nothing but bodies and places, and the number of a heading.
func (l *linker) bareHead() bool {
	at := l.sent.I
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		if !l.plainHead(at, l.Items[n].I) {
			return false
		}
		at = l.Items[n].J
	}
	return l.plainHead(at, l.sent.J)
}
