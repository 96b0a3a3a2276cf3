package relation

import (
	"cmp"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Lists of those who hold one post in several bodies or places, each named before its holder: "GIÁM ĐỐC CÁC SỞ" over "- Sở Nội vụ: ông
// Trần Văn A", "Chủ tịch UBND các huyện" over "1. Huyện Hải Hậu: ông Trần Văn A".

// eachOf is the post of such a list, and the tokens of its heading.
type eachOf struct {
	post *mention.Post
	head document.Span
}

// headEach is what a heading says that names a post and several bodies without their names; nil for another.
func (l *linker) headEach(colon bool) *eachOf {
	if !colon && (!l.wholeLine() || l.Toks[l.sent.J-1].Is(".")) || len(l.nodes) == 0 {
		return nil
	}
	n := &l.nodes[0]
	if len(n.posts) != 1 || n.bound || !l.plainHead(l.sent.I, n.I) {
		return nil
	}
	for _, more := range l.nodes[1:] {
		if more.people != nil || more.posts != nil || more.event != "" && !l.Lists.Words.Consisting.Has(l.Toks[more.I]) {
			return nil
		}
	}
	po := n.posts[0]
	if po.Status != "" || po.Org != nil && !po.Guessed && !po.Org.Taken && !po.Org.Generic() && po.Org.I < po.J || !l.severalAt(po) {
		return nil
	}
	return &eachOf{po, l.sent}
}

// severalAt reports whether a word for several stands within a post or right behind it: "Giám đốc các sở".
func (l *linker) severalAt(po *mention.Post) bool {
	for i := po.I + 1; i < min(po.J+1, l.sent.J); i++ {
		if l.Lists.Words.PluralMark.Has(l.Toks[i]) && l.Toks[i].Kind == text.Word {
			return true
		}
	}
	return false
}

// eachItem reads an item of such a list.
func (l *linker) eachItem() bool {
	if l.list.each == nil || !l.startsLine() || len(l.nodes) < 2 || len(l.nodes[1].people) != 1 {
		return false
	}
	k := l.ItemFrom(l.sent.I)
	it, n := &l.Items[k], &l.nodes[1]
	who := n.people[0]
	if !l.plainItem(it.I) || who.Head-it.J > 1 || who.Head > it.J && !l.Toks[it.J].Is(":", "-", ",") || n.J < l.sent.J && !l.Toks[n.J].Is("(", ",", ";", ".", "-") {
		return false
	}
	if len(l.nodes) > 2 && l.nodes[2].date == nil && (l.nodes[2].posts == nil || !l.apposed(n.J, l.nodes[2].I)) {
		return false
	}
	po := l.eachPost(it)
	if po == nil {
		return false
	}
	c := l.claim(who, po, record.Holds, "list", document.Span{I: it.I, J: n.J})
	c.line = l.sent
	l.list.idle, l.list.served, l.list.inItem = 0, true, true
	return true
}

// eachPost is the post of the list in the body or the place that opens an item; nil when it is none of the kind that the heading names.
func (l *linker) eachPost(it *mention.Item) *mention.Post {
	common := l.list.each.post
	own := *common
	own.Guessed = false
	kind := (*mention.Org)(nil)
	if common.Org != nil && !common.Guessed {
		kind = common.Org
	}
	switch {
	case it.Org != nil && !it.Org.Generic():
		if !l.eachBody(it.Org, kind) {
			return nil
		}
		own.Org = it.Org
	case it.Unit != nil && it.Unit.Name != "":
		if own.Org = nil; kind != nil && kind.Kind != nil && !kind.Committee() {
			if !kind.Kind.Place {
				return nil
			}
			own.Org = &mention.Org{Span: common.Span, Kind: kind.Kind, Unit: it.Unit}
			break
		}
		l.putPlace(&own, it.Unit)
	default:
		return nil
	}
	if own.Org == nil {
		return nil
	}
	return &own
}

// eachBody reports whether a body is one of those that the heading of the list names: its first word, or its kind, stands there.
func (l *linker) eachBody(o, kind *mention.Org) bool {
	common := l.list.each.post
	if unit := common.Title.Unit; unit != "" && !mention.HasPrefixWords(o.Name(), unit) {
		return false
	}
	if kind != nil && kind.Kind != nil {
		return o.Kind == kind.Kind || o.Committee() && kind.Committee()
	}
	head := l.list.each.head
	for i := cmp.Or(common.I, head.I); i < head.J; i++ {
		if l.Toks[i].Fold == l.Toks[o.I].Fold && l.Toks[i].Kind == text.Word {
			return true
		}
	}
	return false
}

// placeBehind is the place that stands with a name which ends before token i, and nothing else: "1. Ông Trần Văn A, xã Nhật Tân", "ông A
// (phường Sa Pa)"; else nil.
func (l *linker) placeBehind(i int) *mention.Unit {
	if !l.Next(i, l.sent.J, ",", "-", "(", ":") {
		return nil
	}
	n := l.ItemFrom(i + 1)
	if n >= len(l.Items) || l.Items[n].I != i+1 || l.Items[n].Unit == nil || l.Items[n].Unit.Name == "" {
		return nil
	}
	j := l.Items[n].J
	if l.Toks[i].Is("(") && !l.Next(j, l.sent.J, ")") || j < l.sent.J && !l.Toks[j].Is(")", ";", ".", ",") {
		return nil
	}
	if n+1 < len(l.Items) && l.Next(j, l.sent.J, ",") && l.Items[n+1].I == j+1 && l.Items[n+1].Unit != nil {
		return nil // "xã Nhật Tân, tỉnh Ninh Bình" may be where he lives
	}
	return l.Items[n].Unit
}
