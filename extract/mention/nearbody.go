package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
)

// bodyOfList is the body that opens the sentence and whose people a list behind it names with their posts: "Ban Thường vụ Tỉnh
// đoàn Sơn La: Bí thư A; các Phó Bí thư B, C"; else nil.
func (p *Page) bodyOfList(i int) *Org {
	s := p.Sentences[p.lineOfLabels(p.SentOf[p.Items[i].I])]
	k, from := p.ItemFrom(s.I), s.I
	if k < i && p.Items[k].Date != nil && p.Items[k].I <= s.I+1 && p.Next(p.Items[k].J, s.J, ",") {
		k, from = k+1, p.Items[k].J // "Năm 1951, Tỉnh ủy gồm: …"
	}
	if k >= i || p.Items[k].Org == nil || p.Items[k].I > from+1 {
		return nil
	}
	o := p.Items[k].Org
	for j := o.J; j < p.Items[i].I && j < o.J+document.MaxSkip; j++ {
		switch {
		case p.Toks[j].Is(":", "gồm"):
			if o.Parent != nil && o.Kind != nil && (o.Kind.Board || o.Kind.Branch == "army" || o.Inner() && o.Parent.Committee()) {
				return o.Parent
			}
			return o
		case p.Toks[j].Is(",", ";"):
			return nil
		}
	}
	return nil
}

// lineOfLabels is the sentence that begins the line of sentence k, when it and those between begin with a post and a colon: "Hội đồng Nhà
// nước: Chủ tịch: ông A. Phó Chủ tịch: ông B, ông C. Ủy viên: …"; else k.
func (p *Page) lineOfLabels(k int) int {
	for n := k; n >= 0 && n > k-maxLabels; n-- {
		s := p.Sentences[n]
		if n == 0 || p.Toks[s.I].Breaks > 0 {
			return n
		}
		at := p.ItemFrom(s.I)
		if at >= len(p.Items) || p.Items[at].Post == nil || !p.plural(s.I, p.Items[at].I) || !p.Next(p.Items[at].J, s.J, ":") {
			return k
		}
	}
	return k
}

// maxLabels is the number of sentences of a line that are labels of posts at most.
const maxLabels = 8

// plural reports whether tokens [i, j) are none, or a word for several.
func (p *Page) plural(i, j int) bool {
	return i == j || j == i+1 && p.Lists.Words.PluralMark.Has(p.Toks[i])
}

// ofState reports whether an organisation is one of the state that has a name of its own and is no ministry: "Hội đồng Nhà nước", "Chính phủ Liên hiệp lâm
// thời".
func (o *Org) ofState() bool {
	return o != nil && o.Named != nil && (o.Named.Branch == "state" || o.Named.Branch == "assembly") && !strings.HasPrefix(o.Named.Id, "m.")
}

// chairBefore is the body of the chair whom the sentence names right before the several of a post: "Chủ tịch Ủy ban thường
// vụ Quốc hội A, các Phó Chủ tịch B, C".
func (p *Page) chairBefore(i int) *Org {
	if i < 2 || !p.Toks[p.Items[i].I-1].Is("các") || p.Items[i-1].Person == nil || p.SentOf[p.Items[i].I] != p.SentOf[p.Items[i-2].I] {
		return nil
	}
	if po := p.Items[i-2].Post; po != nil && po.Title.Family == "chair" {
		return po.Org
	}
	return nil
}

// chairedBefore is the people's committee, the council or the union that is named nearest before item i in its sentence,
// by itself or with the post of its chair that somebody is given: "bầu bà Hoa giữ chức Chủ tịch Hội Nông dân huyện và ông Nam giữ chức Phó Chủ tịch".
func (p *Page) chairedBefore(i int) *Org {
	for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I] == p.SentOf[p.Items[k].I]; k-- {
		o, po := p.Items[k].body(), p.Items[k].Post
		if o.chaired() && (po == nil || po.Title.Family == "chair" && po.Title != p.Items[i].Post.Title && p.givenAt(k)) && !p.apart(k, p.Items[i].I) {
			return o
		}
	}
	return nil
}

// commandBefore is the unit of the army, or of the border guard, of which the text has named the same post, its head's or its deputy's, at most two
// sentences before item i: "bàn giao chức danh Chính ủy Bộ Chỉ huy Quân sự tỉnh. Đại tá A, Phó Chính ủy, được bổ nhiệm giữ chức Chính ủy".
func (p *Page) commandBefore(i int) *Org {
	po := p.Items[i].Post
	if p.Encyclopedia || p.GoesOnSmall(po.J) || i+1 < len(p.Items) && p.Items[i+1].Post != nil && p.Items[i+1].I == po.J+1 && !p.Items[i+1].Post.Org.Generic() {
		return nil // "Phó Tư lệnh chiến dịch", "Chính ủy, Bí thư Đảng ủy Vùng Cảnh sát biển 1"
	}
	for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I]-p.SentOf[p.Items[k].I] <= lastSentences; k-- {
		q := p.Items[k].Post
		if q == nil || q.Title.Family != "army" || q.Org == nil || p.apart(k, p.Items[i].I) {
			continue
		}
		if q.Title == po.Title || p.Lists.DeputyOf(q.Title.Post, po.Title.Post) || p.Lists.DeputyOf(po.Title.Post, q.Title.Post) {
			return q.Org
		}
		return nil
	}
	return nil
}

// givenAt reports whether the post of item k is one that somebody is given: an event stands right before it.
func (p *Page) givenAt(k int) bool {
	return k > 0 && p.Items[k-1].Event != "" && p.Items[k].I-p.Items[k-1].J <= 1
}

// chaired reports whether an organisation is one of a place that a Chủ tịch leads.
func (o *Org) chaired() bool {
	return o != nil && o.Kind != nil && o.Kind.Place && !o.Kind.Field && !o.Committee() && !o.Kind.Board && o.Kind.Branch != "police" && o.Kind.Branch != "army"
}

// kindBefore is the body of that kind that is named nearest before item i, at most two sentences
// back; one that stands alone in brackets counts where there is no other.
func (p *Page) kindBefore(i int, kind string) *Org {
	var aside *Org
	for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I]-p.SentOf[p.Items[k].I] <= lastSentences; k-- {
		switch o := p.Items[k].body(); {
		case !o.ofKind(kind):
		case !p.apart(k, p.Items[i].I):
			return o
		case aside == nil && p.Items[k].Post == nil:
			aside = o // "Tổng cục Hậu cần (Tổng cục 4)"
		}
	}
	return aside
}

// ofKind reports whether an organisation is of the kind by that name or of one that begins with it, or a ministry for
// "Bộ".
func (o *Org) ofKind(kind string) bool {
	switch {
	case o == nil:
		return false
	case o.Kind != nil:
		return o.Kind.Name == kind || HasPrefixWords(o.Kind.Name, kind) && (!o.Kind.Board || o.Parent.Branch() == "assembly") // a Ban Chấp hành has no Trưởng ban
	}
	return o.Named != nil && HasPrefixWords(o.Named.Name, kind) && strings.HasPrefix(o.Named.Id, "m.")
}

// youthBefore is the union led by a Bí thư that the clause of item i is about: "Đoàn Thanh niên cứu quốc tỉnh được lập, do
// ông Nam làm Bí thư đầu tiên"; nil where a committee or somebody's post stands between.
func (p *Page) youthBefore(i int) *Org {
	for k := i - 1; k >= 0 && p.SentOf[p.Items[k].I] == p.SentOf[p.Items[i].I]; k-- {
		switch o := p.Items[k].Org; {
		case p.Items[k].Post != nil, o.Committee(), o != nil && o.Kind != nil && o.Kind.Board:
			return nil
		case o != nil && o.Kind != nil && o.Kind.Secretary && !p.apart(k, p.Items[i].I):
			return o
		}
	}
	return nil
}

// committeeBeforeItem is the Party committee that is named nearest before item i, at most three
// sentences back.
func (p *Page) committeeBeforeItem(i int) *Org {
	if o := p.committeeOfHeads(i); o != nil {
		return o
	}
	for k := i - 1; k >= max(0, i-longSentences) && p.SentOf[p.Items[i].I]-p.SentOf[p.Items[k].I] <= 3; k-- {
		if c := p.Items[k].body().committeeAround(); c != nil && !p.apart(k, p.Items[i].I) {
			return c
		}
	}
	return nil
}

// committeeOfHeads is, for the post of item i that is all of a heading in capitals, the Party committee that the nearest heading above it names
// or takes for its own: below the names of one list the next heading goes on with the body of the first.
func (p *Page) committeeOfHeads(i int) *Org {
	if !p.capitalHead(i) {
		return nil
	}
	for k := i - 1; k >= max(0, i-longSentences); k-- {
		if c := p.Items[k].body().committeeAround(); c != nil && p.capitalHead(k) {
			return c
		}
	}
	return nil
}

// capitalHead reports whether item k begins a line set in capitals, perhaps behind its number, that names nobody.
func (p *Page) capitalHead(k int) bool {
	it := &p.Items[k]
	s := p.Sentences[p.SentOf[it.I]]
	if !p.Toks[it.I].AllUpper() || !p.Toks[it.J-1].AllUpper() || !p.endsLine(s.J) || it.I-s.I > longestItemSign || s.J-s.I > longestHead {
		return false
	}
	for n := k + 1; n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if p.Items[n].Person != nil {
			return false
		}
	}
	return true
}

// longestItemSign is the most tokens of the number of a heading.
const longestItemSign = 3

// committeeOfCongresses is the Party committee of a heading about its congresses, "Đảng bộ huyện qua các kỳ Đại hội", when the
// line of item i names none before it.
func (p *Page) committeeOfCongresses(i int) *Org {
	own := p.headingWith(p.Items[i].I, p.manyCongresses)
	for k := i - 1; own != nil && k >= 0 && !p.otherLine(p.Items[k].I, p.Items[i].I); k-- {
		if p.Items[k].body().committeeAround() != nil {
			return nil
		}
	}
	return own
}

// ownCommittee is the Party committee of a place that the document is about: the first that its title or its opening
// sentence names. Item i stands behind them, and no other committee is named between.
func (p *Page) ownCommittee(i int) *Org {
	for k := i - 1; k >= 0 && p.SentOf[p.Items[k].I] == p.SentOf[p.Items[i].I]; k-- {
		if o := p.Items[k].Org; o != nil && !o.Committee() && (o.Kind == nil || !o.Kind.Board) {
			return nil // "khi lập Xứ ủy do ông Nam làm Bí thư" is of that body
		}
	}
	for k := 0; k < i && p.SentOf[p.Items[k].I] < openingSentences; k++ {
		for o := p.Items[k].body(); o != nil; o = o.Parent {
			if o.Committee() && o.Unit != nil && !o.Taken && !p.apart(k, p.Items[i].I) {
				return o
			}
		}
	}
	return nil
}

// openingSentences is the number of sentences, the title among them, in which a document tells what it is about.
const openingSentences = 3

// longSentences is the number of items of the longest sentences that belong together.
const longSentences = 300

// committeeFrom is the Party committee that is named nearest before token at, else nearest after.
func (p *Page) committeeFrom(at int) *Org {
	n := p.ItemFrom(at)
	if n < len(p.Items) {
		if c := p.committeeBeforeItem(n); c != nil {
			return c
		}
	}
	for k := n + 1; k < min(len(p.Items), n+itemsAhead); k++ {
		o := p.Items[k].body()
		if o.Committee() && !o.Kind.Side {
			return o
		}
	}
	return nil
}

// itemsAhead is how many items on the committee may be named that a text means before it names it.
const itemsAhead = 60

// nearItems is how many items away the ministry of a part may be named.
const nearItems = 12

// isCouncil reports whether an organisation is a people's council whose place is told.
func (p *Page) isCouncil(o *Org) bool {
	return o.Kind != nil && o.Kind.Place && !o.Kind.Field && o.Kind.Branch == "assembly" && !o.Kind.Parent && (o.Unit != nil || UnitKinds[o.Bare])
}

// isMinistry reports whether an organisation is a ministry.
func (p *Page) isMinistry(o *Org) bool {
	if o.Kind != nil && o.Kind.Ministry {
		return p.knownField(o.field) && !o.foreign
	}
	return o.Named != nil && strings.HasPrefix(o.Named.Id, "m.") && !o.foreign && o.Unit == nil && o.own == ""
}

// bodyNear is the organisation that passes the test nearest before token at, else nearest after, at most so many items
// away; one that a larger one lies in counts too.
func (p *Page) bodyNear(at, most int, test func(*Org) bool) *Org {
	of := func(it *Item) *Org {
		for o := it.body(); o != nil; o = o.Parent {
			if test(o) {
				return o
			}
		}
		return nil
	}
	next := p.ItemFrom(at)
	for n := next - 1; n >= max(0, next-most); n-- {
		if o := of(&p.Items[n]); o != nil {
			return o
		}
	}
	for n := next; n < min(len(p.Items), next+most); n++ {
		if o := of(&p.Items[n]); o != nil {
			return o
		}
	}
	return nil
}

// unionBefore is the mass organisation that is named nearest before token at in the sentence or the one before it,
// unless a Party committee stands between: "Hội Liên hiệp Phụ nữ tỉnh họp hội nghị Ban Chấp hành khóa XVI".
func (p *Page) unionBefore(at int) *Org {
	for k := p.ItemFrom(at) - 1; k >= 0 && p.SentOf[at]-p.SentOf[p.Items[k].I] <= 1; k-- {
		o := p.Items[k].Org
		switch {
		case o.Committee(), p.Items[k].Post != nil && p.Items[k].Post.Org.Committee() && p.SentOf[at] != p.SentOf[p.Items[k].I]:
			return nil
		case o.Branch() == "mass":
			return o
		}
	}
	return nil
}
