package relation

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// The results of an election: a heading says for which post it was, and lines below who won and who did not: "KẾT QUẢ BẦU CỬ ĐẠI BIỂU
// HĐND XÃ TÂN LONG", "Những người trúng cử:", "Những người không trúng cử:".

// ballotLines is the number of lines below such a heading within which a list of winners is.
const ballotLines = 8

// noteBallot notes the post of a heading that tells the result of an election, and forgets it some lines below.
func (l *linker) noteBallot() {
	k := l.SentOf[l.sent.I]
	if l.ballot != nil && k-l.ballotAt > ballotLines && l.list == nil {
		l.ballot = nil
	}
	if n := len(l.nodes); n > 0 && l.nodes[n-1].posts != nil && l.personAfter(0) < 0 && l.resultOfBallot() && l.wholeLine() {
		posts := l.nodes[n-1].posts
		l.ballot, l.ballotAt = posts[len(posts)-1], k
	}
}

// tellsWinners reports whether a line says no more than that those below won: "Những người trúng cử (xếp theo số phiếu):".
func (l *linker) tellsWinners() bool {
	won := false
	for _, n := range l.nodes {
		switch {
		case n.posts != nil, n.people != nil, n.event == gazetteer.MNot:
			return false
		case n.event == gazetteer.MStart && l.Lists.Words.VoteIn.Has(l.Toks[n.I]):
			won = true
		}
	}
	return won && l.wholeLine()
}

// tellsLosers reports whether a line says that those below did not win.
func (l *linker) tellsLosers() bool {
	for k := range l.nodes {
		if k > 0 && l.nodes[k-1].event == gazetteer.MNot && l.nodes[k].event == gazetteer.MStart && l.nodes[k].I-l.nodes[k-1].J <= 1 {
			return l.personAfter(0) < 0
		}
	}
	return false
}
