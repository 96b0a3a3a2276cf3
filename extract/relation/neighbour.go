package relation

import (
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// leftName is the person whom series t follows in apposition.
func (l *linker) leftName(t int) *mention.Mention {
	for k := t - 1; k >= 0; k-- {
		n := l.nodes[k]
		if n.people != nil {
			if l.apposed(l.behindByname(&n), l.nodes[t].I) && !l.rankOfStint(k, t) && !l.homeBefore(k, t) {
				return n.people[len(n.people)-1]
			}
			return nil
		}
		if n.posts != nil {
			return l.bracketHolder(t)
		}
		if n.event != "" && !l.inBrackets(n.I, l.nodes[t].I) {
			return nil
		}
	}
	return nil
}

// rightName is the person whom series t stands before.
func (l *linker) rightName(t int) *mention.Mention {
	if who := l.nameBehindTime(t); who != nil {
		return who
	}
	if t+1 >= len(l.nodes) || l.nodes[t+1].people == nil {
		return nil
	}
	who := l.nodes[t+1].people[0]
	switch between := l.nodes[t+1].I - l.nodes[t].J; between {
	case 0:
		if i := l.nodes[t+1].I; l.Toks[i-1].Is(".") && l.Toks[i].Space && !who.Address {
			return nil // "… Thành ủy TP. Văn Bình": who wrote it
		}
		if i := l.nodes[t+1].I; who.Address && l.Toks[i].Upper() && l.governed(t) && l.namedBefore(t) {
			return nil // "Ông A làm Chủ tịch UBND tỉnh Hà Nam Ông B sau đó …": a caption or a heading ends there
		}
		return who
	case 1:
		dashed := l.Toks[l.nodes[t].J].Is("-") && l.Toks[l.nodes[t].J].Space && !who.Short
		if (l.Toks[l.nodes[t].J].Is(",", "-") && who.Address || dashed) && l.leftName(t) == nil && !l.governed(t) && !l.addressed(t) && (!l.onBehalf(t) || l.Toks[l.nodes[t].I-1].Is("do")) {
			return who
		}
		if l.Toks[l.nodes[t].J].Is("|") && !l.cellBefore(t) {
			return who
		}
	case 2:
		if i := l.nodes[t].J; l.modifierWord(i) && l.modifierWord(i+1) {
			return who // "Chủ tịch UBND tỉnh đương nhiệm A"
		}
	}
	return nil
}

// namedBefore reports whether the sentence names somebody before series t.
func (l *linker) namedBefore(t int) bool {
	for k := range t {
		if l.nodes[k].people != nil {
			return true
		}
	}
	return false
}

// cellBefore reports whether the cell before series t names a person who has no post yet: in "| A | Bí thư | B | Phó Bí thư
// |" each post follows its holder.
func (l *linker) cellBefore(t int) bool {
	if t == 0 || l.nodes[t-1].people == nil || l.nodes[t-1].J+1 != l.nodes[t].I || !l.Toks[l.nodes[t-1].J].Is("|") {
		return false
	}
	return t == 1 || l.nodes[t-2].posts == nil || l.nodes[t-2].J+1 < l.nodes[t-1].I
}

// nameBehindTime is the person behind the bracket with the time of series t: "nguyên Bí thư Huyện ủy X (2005 - 2010) Trần Văn
// A".
func (l *linker) nameBehindTime(t int) *mention.Mention {
	k, j := t+1, l.nodes[t].J
	if !l.Next(j, l.sent.J, "(") {
		return nil
	}
	for k < len(l.nodes) && l.nodes[k].date != nil {
		k++
	}
	if k == t+1 || k == len(l.nodes) || l.nodes[k].people == nil || l.Closing(j, l.nodes[k].I) != l.nodes[k].I {
		return nil
	}
	return l.nodes[k].people[0]
}

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
