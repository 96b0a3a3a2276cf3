package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
)

// Lists that tell the time of an item in a line of its own: "Trần Văn A" over "(1975 - 1979)", or "1975 - 1979" over "Trần Văn A".

// lineTimes is the time that the line above tells, and the item without a time that the line above is.
type lineTimes struct {
	told  mention.CellPeriod
	at    int  // the line that tells it
	first bool // times stand over the items that they are of
	last  int  // the claim of the last item without a time
	item  int  // the line of that item
}

// lineOfTime reads a line that is nothing but a period: that of the item above it, or of the one below where the lines of times go first.
func (l *linker) lineOfTime() bool {
	s := l.sent
	if s.J-s.I > 2 && l.Toks[s.I].Is("(") && l.Toks[s.J-1].Is(")") {
		s = document.Span{I: s.I + 1, J: s.J - 1}
	}
	if len(l.list.posts) == 0 || len(l.nodes) == 0 || l.nodes[0].date == nil || !l.wholeLine() || !l.plainItem(s.J) {
		return false
	}
	told := l.ReadPeriod(s)
	if told.From.IsZero() || told.To.IsZero() && !told.Lasts {
		return false
	}
	k, times := l.SentOf[l.sent.I], &l.list.times
	l.list.idle = 0
	if !times.first && times.item == k-1 && times.last >= 0 && times.last < len(l.claims) { // an item whose claim was dropped as said before has none
		l.tell(&l.claims[times.last], told)
		return true
	}
	times.told, times.at = told, k
	return true
}

// tellItem gives the claim of an item the time that its line tells, or else the one of the line above it.
func (l *linker) tellItem(c *claim, told mention.CellPeriod) {
	k, times := l.SentOf[l.sent.I], &l.list.times
	switch {
	case !told.IsZero():
		l.tell(c, told)
	case times.at == k-1 && !times.told.IsZero():
		times.first = true
		l.tell(c, times.told)
	default:
		times.item, times.last = k, len(l.claims)-1
	}
}

// tell gives a claim a time.
func (l *linker) tell(c *claim, told mention.CellPeriod) {
	st := l.stintIn(told)
	c.told, c.lasts = &st, c.lasts || told.Lasts
}
