package mention

import "github.com/nhiemky/nhiemky/extract/text"

// sideBody is the body beside whose posts one has an office, of which a bare "Ủy viên" that begins a line is in the list of its
// people: below "Trưởng ban: ông A" of a Ban Chỉ đạo the line "Các ủy viên:" or "Ủy viên - Trưởng phòng Nội vụ B". Nil for another
// post.
func (p *Page) sideBody(i int) *Org {
	po := p.Items[i].Post
	if po.Title.Family != "member" || po.Title.Unit != "" || po.J-po.I > bareMember {
		return nil
	}
	if !p.labelsLine(i) {
		return p.sideOfItem(i)
	}
	lines := 0
	for k := i - 1; k >= 0 && lines < maxSideLines; k-- {
		it := &p.Items[k]
		if p.Toks[it.I].Breaks > 0 || p.labelsLine(k) {
			lines++
		}
		if it.Post == nil || !p.labelsLine(k) {
			continue
		}
		if o := it.Post.Org; o.Side() {
			return o
		}
	}
	return nil
}

// sideOfItem is the body beside whose posts one has an office, of which the "Ủy viên" is that ends an item behind what the
// member is else: "3. Ông A, Bí thư Huyện ủy, Ủy viên" below "1. Ông B, Chủ tịch UBND tỉnh, Trưởng ban". Nil for another post.
func (p *Page) sideOfItem(i int) *Org {
	if !p.endsItem(i) {
		return nil
	}
	for k, lines := i-1, 0; k >= 0 && lines < maxSideLines; k-- {
		if p.Items[k].Post == nil || !p.endsItem(k) {
			continue
		}
		lines++
		if o := p.Items[k].Post.Org; o.Side() {
			return o
		}
	}
	return nil
}

// endsItem reports whether the post of item i ends the item of a list behind another post and a comma, a colon or a dash.
func (p *Page) endsItem(i int) bool {
	it := &p.Items[i]
	j := it.J
	if p.Next(j, len(p.Toks), ";") || p.Next(j, len(p.Toks), ".") || p.Next(j, len(p.Toks), ",") {
		j++
	}
	if j < len(p.Toks) && p.Toks[j].Breaks == 0 || i == 0 || p.Items[i-1].Post == nil {
		return false
	}
	return p.Items[i-1].J == it.I-1 && p.Toks[it.I-1].Is(",", ":", "-", "–", ";") && p.SentOf[it.I] == p.SentOf[p.Items[i-1].I]
}

// boardBody is the committee of which a bare "Ủy viên Ban Thường vụ" that begins a line is in the list of its people: that of the
// post which labels one of the lines before it, "Bí thư: ông A", "Phó Bí thư: bà B". Nil for another post.
func (p *Page) boardBody(i int) *Org {
	po := p.Items[i].Post
	if po.Title.Family != "member" || !p.namesBoard(po.Title.Post) || !p.labelsLine(i) {
		return nil
	}
	for k := i - 1; k >= 0 && p.SentOf[p.Items[i].I]-p.SentOf[p.Items[k].I] <= maxSideLines; k-- {
		near := p.Items[k].Post
		if near == nil || near.Org == nil || !p.labelsLine(k) {
			continue
		}
		return near.Org.committeeAround()
	}
	return nil
}

// namesBoard reports whether a title names a board: "Ủy viên Ban Thường vụ".
func (p *Page) namesBoard(title string) bool {
	words := p.Words(title)
	for i := 1; i < len(words); i++ {
		if k, n := p.Lists.Kinds.Find(words, i); n > 0 && k.Board {
			return true
		}
	}
	return false
}

// bareMember is the number of tokens of "Ủy viên".
const bareMember = 2

// maxSideLines is the number of items that begin lines among which the last post of the body is.
const maxSideLines = 12

// labelsLine reports whether item i begins a line, perhaps behind its number or "các", and a colon, a dash or the end of the line
// follows.
func (p *Page) labelsLine(i int) bool {
	it := &p.Items[i]
	end := it.J
	if p.NextIn(end, len(p.Toks), &p.Lists.Words.OtherMark) {
		end++
	}
	if end < len(p.Toks) && p.Toks[end].Breaks == 0 && !p.Toks[end].Is(":", "-", "–", "(") {
		return false
	}
	for k := it.I; k >= 0 && k > it.I-maxLead; k-- {
		if p.Toks[k].Breaks > 0 || k == 0 {
			return true
		}
		if p.Toks[k-1].Is("]") {
			return p.startsItem(i)
		}
		if t := p.Toks[k-1]; t.Kind == text.Word && !p.Lists.Words.PluralMark.Has(t) {
			return false
		}
	}
	return false
}

// maxLead is the number of tokens before the post of an item: "4. Các", "- 2 ".
const maxLead = 5
