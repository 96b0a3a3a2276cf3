package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// presentPosts reads the posts that a word for the present joins to a name as those with which the person is named, where
// the sentence decides of the person: "Bổ nhiệm ông A, hiện là Phó Giám đốc Sở Tài chính, giữ chức vụ Giám đốc Sở".
func (l *linker) presentPosts() {
	for t := 1; t < len(l.nodes); t++ {
		if l.nodes[t].posts == nil || l.nodes[t-1].event != gazetteer.MLink {
			continue
		}
		i := l.presentFrom(l.nodes[t].I)
		if i < 0 {
			continue
		}
		e := t
		for e > 0 && l.nodes[e-1].I >= i {
			e--
		}
		if l.besideFormer(e, t, i) {
			continue
		}
		if k := l.namedWith(e, i); k >= 0 && rank[l.eventBeforeGroup(k)] >= rank[gazetteer.MStart] {
			t = l.foldPresent(e, t, i)
		}
	}
}

// namedWith is the node of the person to whom token i goes on in apposition, before node e, perhaps over other posts or a
// day of birth; else -1.
func (l *linker) namedWith(e, i int) int {
	k, at := e-1, i
	if k > 0 && l.nodes[k].posts != nil && i-l.nodes[k].J <= 1 && l.nodes[k].posts[0].Status == "" {
		at = l.nodes[k].I
		k--
	}
	for k >= 0 && l.nodes[k].date != nil {
		k--
	}
	if k < 0 || l.nodes[k].people == nil || !l.apposed(l.nodes[k].J, at) {
		return -1
	}
	return k
}

// foldPresent takes the verbs of nodes [e, t) into series t, which then begins at token i, or with them into the series before
// it, and gives the node that holds the posts.
func (l *linker) foldPresent(e, t, i int) int {
	n := l.nodes[t]
	if b := &l.nodes[e-1]; b.posts != nil {
		b.posts, b.J = append(slices.Clone(b.posts), n.posts...), n.J
		l.nodes = slices.Delete(l.nodes, e, t+1)
		return e - 1
	}
	l.nodes[t].I = i
	l.nodes = slices.Delete(l.nodes, e, t)
	return e
}

// presentFrom is the token at which the words begin that say that the post at token i is held at present, behind a comma
// or in a bracket: "hiện là", "đang giữ chức vụ"; else -1.
func (l *linker) presentFrom(i int) int {
	w := &l.Lists.Words
	from := i
	for from > l.sent.I && w.HeldNow.Has(l.Toks[from-1]) {
		from--
	}
	if from == i || from <= l.sent.I || !w.Now.Has(l.Toks[from]) || l.Toks[from].Is("nay") || !l.Toks[from-1].Is(",", "(", "-") && !l.endsNode(from) {
		return -1
	}
	return from
}

// endsNode reports whether a name or a post ends before token i.
func (l *linker) endsNode(i int) bool {
	for k := range l.nodes {
		if n := &l.nodes[k]; n.J == i {
			return n.people != nil || n.posts != nil
		}
	}
	return false
}

// besideFormer claims series t, which words for the present join from token i on to a former post of somebody whom the sentence
// moves, as one with which he is named: "Tiếp nhận ông A, nguyên Trưởng Công an huyện, hiện đang giữ chức Phó Bí thư Huyện ủy, …".
func (l *linker) besideFormer(e, t, i int) bool {
	k := e - 1
	if k < 1 || l.nodes[k].posts == nil || i-l.nodes[k].J > 1 || l.nodes[k].posts[0].Status != record.Former || l.nodes[k-1].people == nil || !l.apposed(l.nodes[k-1].J, l.nodes[k].I) {
		return false
	}
	if rank[l.eventBeforeGroup(k-1)] < rank[gazetteer.MStart] || !l.postAfter(t) {
		return false
	}
	who := l.nodes[k-1].people
	l.appose(who[len(who)-1], l.nodes[t].posts, t, "apposition-after", document.Span{I: l.nodes[k-1].I, J: l.nodes[t].J})
	l.nodes[t].bound = true
	return true
}
