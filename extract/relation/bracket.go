package relation

import (
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// bracketHolder is the person behind whose name the bracket opens in which series t goes on behind another post and its time: "A (Quyền Chủ tịch
// 1999 - 2000; Chủ tịch 2000 - 2004)"; else nil.
func (l *linker) bracketHolder(t int) *mention.Mention {
	for k := t - 1; k >= 0; k-- {
		n := l.nodes[k]
		switch {
		case n.people != nil:
			if (l.Next(n.J, l.nodes[t].I, "(") || l.ownLine() && l.Next(n.J, l.nodes[t].I, ":", ",", "-")) && l.onlyTimes(n.J+1, l.nodes[t].I) {
				return n.people[len(n.people)-1]
			}
			return nil
		case n.event != "":
			return nil
		}
	}
	return nil
}

// onlyTimes reports whether between the posts in tokens [i, j) only times stand, within one bracket.
func (l *linker) onlyTimes(i, j int) bool {
	for n := l.ItemFrom(i); i < j; i++ {
		for n < len(l.Items) && l.Items[n].J <= i {
			n++
		}
		if n < len(l.Items) && l.Items[n].I <= i && l.Items[n].Person == nil {
			continue
		}
		w, t := &l.Lists.Words, l.Toks[i]
		if t.Is("(", ")") || t.Kind == text.Word && !w.PeriodFrom.Has(t) && !w.PeriodTo.Has(t) && !w.PeriodNow.Has(t) && !w.TimeLead.Has(t) {
			return false
		}
	}
	return true
}
