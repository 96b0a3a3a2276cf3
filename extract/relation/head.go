package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
)

// decision is what a sentence before decided, under which those that follow say who takes which post: "Tỉnh ủy công bố
// các quyết định điều động cán bộ. Ông A, Giám đốc Sở Y tế, giữ chức Bí thư Huyện ủy …".
type decision struct {
	what    gazetteer.Meaning // mStart, mMove or mNominate; "" for none
	holders []*mention.Mention
	post    *mention.Post // the last that somebody took up by it
	sent    int           // the sentence that said it, or that went on with it last
}

// maxDecided is the number of sentences after which a decision says nothing any more.
const maxDecided = 2

// decide notes what the sentence decides for those that follow.
func (l *linker) decide() {
	at := l.SentOf[l.sent.I]
	if l.Lists.Words.TimeClause.Has(l.Toks[l.sent.I]) && !l.Toks[l.sent.J-1].Is(":") {
		return // it tells of what lies back
	}
	d := decision{sent: at}
	for k := range l.nodes {
		n := l.nodes[k]
		if n.event == gazetteer.MStart || n.event == gazetteer.MMove || n.event == gazetteer.MNominate {
			if rank[n.event] > rank[d.what] {
				d.what = n.event
			}
		}
		if n.posts != nil && (n.what == gazetteer.MStart || n.what == gazetteer.MMove) {
			d.post = n.posts[len(n.posts)-1]
		}
		if n.people != nil && n.role == "" {
			d.holders = append(d.holders, n.people...)
		}
	}
	if d.what != "" && !l.barePronoun(l.sent.I, l.sent.J) && l.official() {
		l.head = d
	}
}

// official reports whether the sentence tells who decides, or speaks of a decision or a session.
func (l *linker) official() bool {
	for i := l.sent.I; i < l.sent.J; i++ {
		if l.Lists.Words.Official.Has(l.Toks[i]) {
			return true
		}
	}
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		if l.Items[n].Org != nil {
			return true
		}
	}
	return false
}

// decided is the verb of the decision under which the people of node k take series t, or "": a form of address and a
// name open the sentence, and only a verb like "giữ chức" stands between them and the series.
func (l *linker) decided(k, t int) gazetteer.Meaning {
	if l.head.what == "" || l.SentOf[l.sent.I]-l.head.sent > maxDecided || !l.takesUp(k, t) || !l.opensSentence(k) || l.sideBody(l.nodes[t].I) || l.thenWas(t) || l.yearsAs(l.nodes[t-1].I) || l.beforeName(k).Is("do") {
		return ""
	}
	for _, m := range l.head.holders {
		if m.Who == l.nodes[k].people[0].Who {
			return "" // whom it was about already: this is how he came there
		}
	}
	l.head.sent = l.SentOf[l.sent.I]
	l.lendBody(l.nodes[t].posts)
	return l.head.what
}

// lendBody gives posts that are named without a body the one of the decision: "bầu bà A làm Chủ tịch UBND tỉnh. Ông B, …,
// giữ chức Phó Chủ tịch".
func (l *linker) lendBody(posts []*mention.Post) {
	from := l.head.post
	for _, po := range posts {
		if po.Org == nil && from != nil && from.Org != nil && po.Title.Family == from.Title.Family {
			po.Org, po.Guessed = from.Org, true
		}
	}
}

// takesUp reports whether the event before series t is a verb of taking up, without a word for the present, and none of
// another kind stands behind node k: "giữ chức", "nhận nhiệm vụ".
func (l *linker) takesUp(k, t int) bool {
	first := -1
	for n := k + 1; n < t; n++ {
		e := l.nodes[n].event
		if e == "" {
			continue
		}
		if first < 0 {
			first = n
		}
		if e != gazetteer.MLink && (e != gazetteer.MStart || n != first) {
			return false
		}
	}
	if first < 0 {
		return false
	}
	i := l.nodes[first].I
	return l.Lists.Words.TakeUp.Has(l.Toks[i]) && !l.Lists.Words.Present.Has(l.Toks[i-1])
}

// opensSentence reports whether nobody is named before the list of people that node k ends, and no clause of time opens
// the sentence.
func (l *linker) opensSentence(k int) bool {
	if l.Lists.Words.TimeClause.Has(l.Toks[l.sent.I]) {
		return false
	}
	first := l.nodes[k].I
	for _, m := range l.alsoAhead(k) {
		first = min(first, m.Head)
	}
	f := l.personAfter(0)
	return f < 0 || l.nodes[f].I >= first || l.nodes[f].role == rActs
}
