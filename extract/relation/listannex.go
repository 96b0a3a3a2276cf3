package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A decision sets up a body and leaves its members to a list that is attached: "Điều 1. Thành lập Ban Chỉ đạo … gồm các ông, bà có tên
// trong danh sách kèm theo". The list stands below the signature, under "DANH SÁCH" alone or "DANH SÁCH / Thành viên Ban Chỉ đạo".

// findAnnex finds the body that an official text sets up with the people of an attached list.
func (l *linker) findAnnex() {
	if l.Own == nil {
		return
	}
	for _, s := range l.Sentences {
		if l.noteAnnex(s); l.annexed != nil {
			return
		}
	}
}

// noteAnnex notes the body that a sentence sets up with the people of an attached list.
func (l *linker) noteAnnex(s document.Span) {
	if !l.hasPair(s, &l.Lists.Words.Attached) {
		return
	}
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if o := l.Items[n].Org; o != nil && !o.Generic() && l.foundingIn(document.Span{I: s.I, J: o.I}) {
			l.annexed = steered(o)
			return
		}
	}
}

// annex gives the list of an attached list the body that the decision sets up: its posts begin.
func (l *linker) annex(list *openedList) {
	if l.annexed == nil {
		return
	}
	switch {
	case len(list.posts) > 0:
		if o := list.posts[0].post.Org; o == nil || o.Name() != l.annexed.Name() {
			return
		}
		for k := range list.posts {
			list.posts[k].status = record.Starts
		}
	case list.body != nil || list.status != "" || !l.wholeLine() || !l.Pair(l.sent.I, l.sent.J, &l.Lists.Words.ListWord) || l.sent.J-l.sent.I > 2:
		return
	}
	list.heading, list.body, list.founded, list.annexed = true, l.annexed, true, true
}

// attaches reports whether a heading names the body that a decision sets up with the people of an attached list.
func (l *linker) attaches(h listHead) bool {
	if l.annexed == nil {
		return false
	}
	return h.body != nil && h.body.Name() == l.annexed.Name() || h.post != nil && h.post.Org != nil && h.post.Org.Name() == l.annexed.Name()
}

// isAnnexed reports whether a list, or the one that it stands in, is attached to a decision that sets up its body.
func (list *openedList) isAnnexed() bool {
	return list != nil && (list.annexed || list.over.isAnnexed())
}
