package mention

import (
	"sort"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Lists of those who lead several places name each place once, in a line of its own: "1. Phường Sa Pa" over "- Bí thư Đảng
// ủy: ông A", "- Chủ tịch UBND: ông B". The bodies in the lines below are of that place.

// unitHead is a line that names nothing but a unit, and the token behind the last line that it may go for.
type unitHead struct {
	unit *Unit
	end  int
}

const (
	headedLines   = 40 // the lines that one place heads at most
	longestHeaded = 60 // the tokens of a line below such a heading at most: a longer one is prose
)

// findUnitHeads notes the lines that name nothing but a unit, where there are at least two of one level.
func (p *Page) findUnitHeads() {
	levels := map[int]int{}
	p.unitHeads = p.unitHeads[:0]
	for n := range p.Items {
		it := &p.Items[n]
		if it.Unit == nil || it.Unit.Name == "" || p.TableAt(it.I) != nil || !p.headsByItself(it.I, it.J) {
			continue
		}
		levels[it.Unit.Level]++
		p.unitHeads = append(p.unitHeads, unitHead{unit: it.Unit})
	}
	kept := p.unitHeads[:0]
	for _, h := range p.unitHeads {
		if levels[h.unit.Level] > 1 {
			kept = append(kept, h)
		}
	}
	p.unitHeads = kept
	for k := range p.unitHeads {
		h := &p.unitHeads[k]
		last := len(p.Toks)
		if k+1 < len(p.unitHeads) {
			last = p.unitHeads[k+1].unit.I
		}
		h.end = p.headedTo(h.unit.J, last)
	}
}

// headsByItself reports whether tokens [i, j) are all that a line says but for its number and the signs around it.
func (p *Page) headsByItself(i, j int) bool {
	for k := i; k > 0 && p.Toks[k].Breaks == 0; k-- {
		t := p.Toks[k-1]
		if i-k >= longestItemSign || t.Kind == text.Word && len([]rune(t.Norm)) > 1 && record.FromRoman(t.Norm) == 0 {
			return false
		}
	}
	for ; j < len(p.Toks) && p.Toks[j].Breaks == 0; j++ {
		if !p.Toks[j].Is(":", "*", ".") {
			return false
		}
	}
	return true
}

// headedTo is the token behind the lines from token i on that a heading may go for, up to token last.
func (p *Page) headedTo(i, last int) int {
	for lines := 0; i < last && lines < headedLines; lines++ {
		j := p.LineEnd(i)
		if j-i > longestHeaded {
			break
		}
		i = j
	}
	return min(i, last)
}

// headedBody is the committee, or for a chair the people's committee, of the unit that heads the bare post of item i: that of the heading above
// its line, which the post begins, perhaps behind a name, or that with which its line begins, "Huyện Sa Pa: Bí thư ông A"; else nil.
func (p *Page) headedBody(i int) *Org {
	po := p.Items[i].Post
	u := p.labelUnit(i)
	if u == nil && p.opensWithPost(i) {
		u = p.unitOver(po.I)
	}
	kind := ""
	switch {
	case u == nil:
		return nil
	case po.Title.Family == "party":
		if kind = CommitteeOf[u.Kind]; kind == "" {
			kind = gazetteer.PartyCommittee
		}
	case po.Title.Family == "chair" && po.Title.Unit == "":
		kind = gazetteer.PeoplesCommittee
	default:
		return nil
	}
	return &Org{Span: po.Span, Kind: p.Lists.KindOf[kind], Unit: u}
}

// opensWithPost reports whether the post of item i is the first that its line tells, with nothing but a name before it.
func (p *Page) opensWithPost(i int) bool {
	if p.opensLine(p.Items[i].I) {
		return true
	}
	k := i - 1
	return k >= 0 && p.Items[k].Person != nil && !p.otherLine(p.Items[k].I, p.Items[i].I) && p.opensLine(p.Items[k].I)
}

// labelUnit is the unit with which the line of item i begins, before a colon, where the item is the first post or stands behind the names and
// posts of the same line only; else nil.
func (p *Page) labelUnit(i int) *Unit {
	s := p.Sentences[p.SentOf[p.Items[i].I]]
	k := p.ItemFrom(s.I)
	u := p.Items[k].Unit
	if k >= i || u == nil || u.Name == "" || u.Level > 3 || !p.opensLine(u.I) || !p.Next(u.J, s.J, ":") {
		return nil
	}
	for n := k + 1; n < i; n++ {
		if it := &p.Items[n]; it.Unit != nil || it.Event != "" || it.Org != nil || it.Date != nil {
			return nil
		}
	}
	return u
}

// unitOverBody is unitOver for a body that may lie in the unit.
func (p *Page) unitOverBody(o *Org, at int) *Unit {
	u := p.lineUnit(at)
	if u == nil {
		u = p.unitOver(at)
	}
	if u == nil || !Fits(u, o.Bare) || o.Kind.Unit != "" && !Fits(u, o.Kind.Unit) {
		return nil
	}
	return u
}

// lineUnit is the unit with which the line of token at begins, before a colon, where every other place before the token stands in brackets:
// "2. Xã Anh Sơn: Bí thư A (nguyên Phó Bí thư Huyện ủy Anh Sơn); Chủ tịch UBND B"; else nil.
func (p *Page) lineUnit(at int) *Unit {
	s := p.Sentences[p.SentOf[at]]
	k := p.ItemFrom(s.I)
	if k >= len(p.Items) || p.Items[k].I >= at {
		return nil
	}
	u := p.Items[k].Unit
	if u == nil || u.Name == "" || !p.opensLine(u.I) || !p.Next(u.J, s.J, ":") {
		return nil
	}
	n := sort.Search(len(p.Anchors), func(n int) bool { return p.Anchors[n].at > u.I })
	for most := n + maxBracket; n < len(p.Anchors) && p.Anchors[n].at < at; n++ {
		if n > most || p.bracketAt(p.Anchors[n].at) < 0 {
			return nil
		}
	}
	return u
}

// unitOver is the unit of the heading that token at stands below, where its line names no other place before it; else nil.
func (p *Page) unitOver(at int) *Unit {
	k := sort.Search(len(p.unitHeads), func(k int) bool { return p.unitHeads[k].unit.I > at }) - 1
	if k < 0 || at >= p.unitHeads[k].end {
		return nil
	}
	u := p.unitHeads[k].unit
	n := sort.Search(len(p.Anchors), func(n int) bool { return p.Anchors[n].at >= at })
	if n > 0 && !p.Anchors[n-1].weak && p.Anchors[n-1].at >= u.J && !p.otherLine(p.Anchors[n-1].at, at) {
		return nil
	}
	return u
}
