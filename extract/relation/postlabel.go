package relation

import (
	"cmp"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// postLabel gives the posts of a line that has a label for them to the person whose name is on the line before: "Chức vụ: Chủ tịch UBND
// huyện" below "Chủ trì: Ông Trần Văn A".
func (l *linker) postLabel() {
	i, status := l.labelOfPosts(l.sent)
	if i == 0 || len(l.nodes) == 0 {
		return
	}
	at := i
	for t := range l.nodes {
		n := &l.nodes[t]
		switch {
		case n.I < i || n.posts == nil && n.people == nil && n.event == "":
			continue
		case n.posts == nil || n.bound || n.I > at && !l.plainBetween(at, n.I):
			return
		}
		who, kin := l.nameAbove()
		if n.bound = kin; who == nil {
			return
		}
		if l.profile != nil && l.SentOf[who.I] >= l.profile.I {
			who = l.profile.who // "Họ và tên khai sinh" stands between
		}
		n.bound = true
		for _, po := range n.posts {
			if o := l.bodyBeside(); o != nil && (po.Org == nil || po.Guessed) && l.suits(po.Title, o) && (po.Title.Unit == "" || leadsKind(po.Title, o.Kind)) {
				own := *po
				own.Org, own.Guessed = o, false
				po = &own
			}
			l.claim(who, po, cmp.Or(po.Status, status), "list", document.Span{I: who.Head, J: n.J})
		}
		at = n.J
	}
}

// bodyBeside is the body that the line below or the one above has behind a label for one: "Đơn vị: UBND huyện Hải Hậu"; else nil.
func (l *linker) bodyBeside() *mention.Org {
	k := l.SentOf[l.sent.I]
	if o := l.labelledBody(k + 1); o != nil || k == 0 {
		return o
	}
	return l.labelledBody(k - 1)
}

// labelledBody is the body behind the label of line k.
func (l *linker) labelledBody(k int) *mention.Org {
	if k >= len(l.Sentences) {
		return nil
	}
	s := l.Sentences[k]
	i := s.I
	for i < s.J && l.Toks[i].Kind != text.Word {
		i++
	}
	col, n := l.Lists.Columns.Find(l.Toks[:s.J], i)
	if n == 0 || col.Role != "body" || !l.Next(i+n, s.J, ":") {
		return nil
	}
	if it := l.ItemFrom(i + n); it < len(l.Items) && l.Items[it].I == i+n+1 && l.Items[it].J == s.J {
		return l.Items[it].Org
	}
	return nil
}

// labelOfPosts is the token behind the label of posts with which a sentence begins, and the status of those: "Chức vụ:", "Chức danh:"; 0
// when there is none.
func (l *linker) labelOfPosts(s document.Span) (int, record.Status) {
	i := s.I
	for i < s.J && l.Toks[i].Kind != text.Word {
		i++
	}
	if i-s.I > 1 || i == s.J {
		return 0, ""
	}
	col, n := l.Lists.Columns.Find(l.Toks[:s.J], i)
	if n == 0 || col.Role != "post" || !l.Next(i+n, s.J, ":") {
		return 0, ""
	}
	return i + n + 1, cmp.Or(col.Status, record.Holds)
}

// nameAbove is the one person whom the nearest of the lines before the sentence names, over labels of other things; nil where that
// line names several or goes on with words, or none is near. It reports whether that line is about a relative: "Họ tên vợ: …".
func (l *linker) nameAbove() (*mention.Mention, bool) {
	k := l.SentOf[l.sent.I]
	for above := k - 1; above >= 0 && k-above <= linesOfLabels; above-- {
		s := l.Sentences[above]
		var who *mention.Mention
		for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
			switch it := &l.Items[n]; {
			case it.Person != nil && who != nil:
				return nil, false
			case it.Person != nil:
				who = it.Person
			case it.Post != nil && who == nil:
				if i, _ := l.labelOfPosts(s); i == 0 {
					return nil, false // a post of somebody else
				}
			}
		}
		switch {
		case who != nil && l.speaksOfKin(s.I, who.I):
			return nil, true
		case who != nil && (who.Plural || s.J-s.I > maxNameLine || who.J < s.J && l.Toks[who.J].Kind == text.Word):
			return nil, false
		case who != nil:
			return who, false
		case l.Toks[s.J-1].Is(".") && s.J-s.I > maxNameLine:
			return nil, false
		}
	}
	return nil, false
}

const (
	linesOfLabels = 4  // lines over a label among which the name is
	maxNameLine   = 16 // tokens of the line with the name at most
)
