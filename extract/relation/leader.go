package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
)

// Lines of a post and its holders with another sign than a colon between: "Chủ tịch - Trần Văn A", "Bí thư = Trần Văn A", "Bí thư
// ........ Trần Văn A". A dash stands in prose too: the line before or behind is of the same form.

// ledTo reports whether the sentence is a line of series t and the names to which such a sign leads, with nothing else but brackets.
func (l *linker) ledTo(t int) bool {
	n := &l.nodes[t]
	if t+1 >= len(l.nodes) || l.nodes[t+1].people == nil || n.J >= l.sent.J || !l.Toks[n.J].Is("-", "=", ".") || !l.wholeLine() || !l.plainItem(n.I) {
		return false
	}
	for k := range l.nodes {
		if k != t && l.nodes[k].people == nil && l.nodes[k].date == nil {
			return false
		}
	}
	head := l.nodes[t+1].people[0].Head
	if l.signTo(n.J, head) && l.Toks[n.J].Is(".") {
		return true
	}
	k := l.SentOf[l.sent.I]
	before, behind := k-1, l.behindNumber(k+1)
	if before > 0 && l.numberOnly(before) {
		before--
	}
	return l.signTo(n.J, head) && (before >= 0 && l.pairLine(before) || behind < len(l.Sentences) && l.pairLine(behind))
}

// signTo reports whether a dash, an equals sign or a run of dots is all that stands from token i to token j.
func (l *linker) signTo(i, j int) bool {
	switch {
	case l.Toks[i].Is("-"):
		return l.dashTo(i, j)
	case l.Toks[i].Is("="):
		return j-i == 1
	}
	for k := i; k < j; k++ {
		if !l.Toks[k].Is(".") {
			return false
		}
	}
	return l.Leader(j)
}

// pairLine reports whether sentence k begins a line, perhaps behind its number, with a post, such a sign and a name.
func (l *linker) pairLine(k int) bool {
	s := l.Sentences[k]
	n := l.ItemFrom(s.I)
	if n >= len(l.Items) || l.Items[n].Post == nil || s.I > 0 && l.Toks[s.I].Breaks == 0 && !l.numberOnly(k-1) {
		return false
	}
	j := l.Items[n].J
	for n++; n < len(l.Items) && l.Items[n].J <= j; n++ {
	}
	return n < len(l.Items) && l.Items[n].Person != nil && j < s.J && l.Items[n].I < s.J && l.signTo(j, l.Items[n].Person.Head)
}

// postAndName reports whether a sentence is a line of a post and a name and nothing else: "Chủ tịch      Trần Văn A".
func (l *linker) postAndName(s document.Span) bool {
	n := l.ItemFrom(s.I)
	if n+1 >= len(l.Items) || s.J < len(l.Toks) && l.Toks[s.J].Breaks == 0 {
		return false
	}
	po, who := l.Items[n], l.Items[n+1]
	return po.Post != nil && who.Person != nil && who.I == po.J && who.J == s.J
}

// lendLabel gives the members of a line of labels the body whose chair or secretary the labels over it name: "Ủy viên: ông A, ông B" below
// "Chủ tịch: ông C" and "Phó Chủ tịch: ông D" of a council; and notes the label for those to come.
func (l *linker) lendLabel(t int) {
	n := &l.nodes[t]
	if len(n.posts) != 1 || !l.startsLine() || !l.plainItem(n.I) || !l.labels(t) {
		return
	}
	po, k := n.posts[0], l.SentOf[l.sent.I]
	if po.Title.Family == "member" && (po.Org == nil || po.Guessed) && !l.boardSeat(po.Title) && po.Name == gazetteer.Member && l.label != nil && k-l.labelAt <= maxIdle {
		own := *po
		own.Org, own.Guessed = l.label.Org, true
		n.posts = []*mention.Post{&own}
	}
	if f := po.Title.Family; (f == "chair" || f == "party") && po.Org != nil && po.Org.Branch() != "assembly" || l.label != nil && l.labelAt == k-1 && f == "deputy" {
		if f != "deputy" {
			l.label = po
		}
		l.labelAt = k
	}
}
