package relation

import (
	"github.com/nhiemky/nhiemky/extract/record"
)

// A decision sets up a body and leaves its members to a list that is attached: "Điều 1. Thành lập Ban Chỉ đạo … gồm các ông, bà có tên
// trong danh sách kèm theo". The list stands below the signature, under "DANH SÁCH" alone or "DANH SÁCH / Thành viên Ban Chỉ đạo".

// noteAnnex notes the body that the sentence sets up with the people of an attached list.
func (l *linker) noteAnnex() {
	w := &l.Lists.Words
	attached := false
	for i := l.sent.I; i+1 < l.sent.J && !attached; i++ {
		attached = w.Attached.Has(l.Toks[i], l.Toks[i+1])
	}
	if !attached {
		return
	}
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		if o := l.Items[n].Org; o != nil && !o.Generic() && l.founds(o.I) {
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

// isAnnexed reports whether a list, or the one that it stands in, is attached to a decision that sets up its body.
func (list *openedList) isAnnexed() bool {
	return list != nil && (list.annexed || list.over.isAnnexed())
}
