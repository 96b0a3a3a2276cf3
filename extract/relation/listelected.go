package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// tellsElection reads a line in brackets below the head of a list that says that those whom it names were elected: "BAN THƯỜNG VỤ /
// (Hội nghị lần thứ nhất BCH Đảng bộ huyện bầu ngày 06/8/2020)". It reports whether the line is one.
func (l *linker) tellsElection() bool {
	if l.list.served || !l.list.heading || len(l.list.posts) == 0 && l.list.body == nil || l.SentOf[l.sent.I] != l.list.at+1 || !l.Toks[l.sent.I].Is("(") || !l.wholeLine() {
		return false
	}
	given := false
	for k := range l.nodes {
		n := &l.nodes[k]
		if n.people != nil || n.posts != nil {
			return false
		}
		given = given || n.event == gazetteer.MStart
	}
	if !given {
		return false
	}
	for k := range l.list.posts {
		if l.list.posts[k].status == record.Holds {
			l.list.posts[k].status = record.Starts
		}
	}
	l.list.result, l.list.at = true, l.SentOf[l.sent.I]
	return true
}
