package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// listVerb is what the words over a list decide of everyone on it: "Quốc hội phê chuẩn việc bổ nhiệm:", "HĐND bầu Trưởng
// các Ban: …".
type listVerb struct {
	status record.Status
	moves  bool          // it moves people: whoever takes a post leaves the one he is named with
	head   document.Span // tokens of the head
	from   int           // the token at which the list begins
}

// headed gives the people of a list under a decision the posts that a dash or a bracket sets apart as the new ones: "1. Ông
// A, Bí thư Tỉnh ủy - Bộ trưởng Bộ Nội vụ", "ông B (Trưởng Ban Pháp chế)".
func (l *linker) headed() {
	v, ok := l.listVerb()
	if !ok {
		return
	}
	for k := l.nodeFrom(v.from); k < len(l.nodes); k++ {
		if n := &l.nodes[k]; len(n.people) == 1 && n.role == "" {
			l.takesBehind(v, k)
		}
	}
}

// listVerb is the verb under which the items of the sentence stand: of the list that an earlier sentence opened, or of the
// words before a colon within it.
func (l *linker) listVerb() (v listVerb, ok bool) {
	if l.list != nil && l.list.status != "" && l.list.status != record.Ends && l.startsLine() {
		return listVerb{l.list.status, l.list.moves, l.list.head, l.sent.I}, true
	}
	for k := range l.nodes {
		if n := l.nodes[k]; n.people != nil {
			if i := l.groupStart(k); i > l.sent.I && l.Toks[n.people[0].Head-1].Is(":") {
				return l.verbBefore(k, n.people[0].Head-1)
			}
			return v, false
		}
	}
	return v, false
}

// verbBefore is the verb before node k that leads to the colon at token colon, with nothing but the kind of post between.
func (l *linker) verbBefore(k, colon int) (v listVerb, ok bool) {
	v = listVerb{head: document.Span{I: colon, J: colon}, from: colon}
	posts := false
	for k--; k >= 0; k-- {
		n := l.nodes[k]
		switch {
		case n.posts != nil && !posts && v.status == "":
			posts = true
			if !l.pluralBefore(n.I) && n.posts[0].Title.Family != "member" {
				return v, false
			}
		case n.posts != nil || n.people != nil || colon-n.J > maxAsked:
			return v, v.status != ""
		case n.event == gazetteer.MNominate:
			v.status, v.head.I = record.Nominated, n.J
		case n.event == gazetteer.MMove, n.event == gazetteer.MStart:
			if v.moves = v.moves || n.event == gazetteer.MMove; v.status == "" {
				v.status, v.head.I = record.Starts, n.J
			}
		case n.event == gazetteer.MEnd, n.event == gazetteer.MRetire, n.event == gazetteer.MNot:
			return v, false
		}
	}
	return v, v.status != ""
}

// takesBehind claims the new post of the person of node k in the series behind the name, and leaves the rest of the series
// to be read as the posts that he is named with.
func (l *linker) takesBehind(v listVerb, k int) {
	if k+1 >= len(l.nodes) || l.nodes[k+1].posts == nil || !l.apposed(l.nodes[k].J, l.nodes[k+1].I) {
		return
	}
	n, who := &l.nodes[k+1], l.nodes[k].people[0]
	at := l.newFrom(v, n)
	if at < 0 || !l.endsItem(k+1) {
		return
	}
	for _, po := range n.posts[at:] {
		l.claim(who, po, v.status, "list", document.Span{I: who.Head, J: n.J})
	}
	if v.moves && v.status == record.Starts {
		for _, po := range n.posts[:at] {
			if po.Status == "" && po.Title.Family != "member" {
				l.claim(who, po, record.Ends, "apposition-after", document.Span{I: who.Head, J: n.J})
			}
		}
		at = 0
	}
	n.posts = n.posts[:at]
	n.bound = at == 0
}

// newFrom is the index of the first post of a series that is taken up under a decision: that behind the last dash; the
// one behind a dash or in a bracket directly behind the name where the head speaks of that kind of post, or of no post;
// -1 for none.
func (l *linker) newFrom(v listVerb, n *node) int {
	last := len(n.posts) - 1
	for at := last; at > 0; at-- {
		if l.Toks[n.posts[at].I-1].Is("-") && l.Toks[n.posts[at].I-1].Space {
			return at
		}
	}
	lead := l.Toks[n.I-1]
	switch {
	case lead.Is("(") && last == 0 && l.echoes(v, n.posts[0]):
		return 0
	case lead.Is("-") && last == 0 && !v.moves && (l.echoes(v, n.posts[0]) || !l.memberHead(v)):
		return 0
	}
	return -1
}

// echoes reports whether the head speaks of the kind of a post: "bầu Trưởng các Ban" of "Trưởng Ban Pháp chế".
func (l *linker) echoes(v listVerb, po *mention.Post) bool {
	for i := v.head.I; i < v.head.J; i++ {
		if l.Toks[i].Fold == l.Toks[po.I].Fold {
			return true
		}
	}
	return false
}

// memberHead reports whether the head names a post for all items, beside which the dash sets what they are else.
func (l *linker) memberHead(v listVerb) bool {
	for n := l.ItemFrom(v.head.I); n < len(l.Items) && l.Items[n].I < v.head.J; n++ {
		if l.Items[n].Post != nil {
			return true
		}
	}
	return false
}

// endsItem reports whether the item of a list ends behind series t: with no verb that says what is taken up.
func (l *linker) endsItem(t int) bool {
	n := l.nodes[t]
	if t+1 < len(l.nodes) && l.nodes[t+1].event != "" && !l.stops(n.J, l.nodes[t+1].I) {
		return false
	}
	_, verb := l.Lists.Verbs.Find(l.Toks[:l.sent.J], n.J)
	return verb == 0
}
