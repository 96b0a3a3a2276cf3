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

// headedBody is the committee, or for a chair the people's committee, of the unit of the heading that the bare post of item i stands below, in a
// line that begins with the post; else nil.
func (p *Page) headedBody(i int) *Org {
	po := p.Items[i].Post
	kind := ""
	switch u := p.unitOver(po.I); {
	case u == nil || !p.opensLine(po.I):
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
	return &Org{Span: po.Span, Kind: p.Lists.KindOf[kind], Unit: p.unitOver(po.I)}
}

// unitOverBody is unitOver for a body that may lie in the unit.
func (p *Page) unitOverBody(o *Org, at int) *Unit {
	u := p.unitOver(at)
	if u == nil || !Fits(u, o.Bare) || o.Kind.Unit != "" && !Fits(u, o.Kind.Unit) {
		return nil
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
