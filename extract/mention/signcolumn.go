package mention

import "github.com/nhiemky/nhiemky/extract/text"

// column is where a signature stands beside the list of those to whom the text goes: in a cell of rows with bars, "Nơi nhận:
// | TM. ỦY BAN NHÂN DÂN", or to the right in lines that were two columns once, "- Lưu: VT. Lê Văn Hòa".
type column struct {
	bars bool
	cell int  // bars before it in its line
	left bool // something else stands to the left, without a bar
}

// told reports whether something stands beside the signature.
func (c column) told() bool { return c.bars || c.left }

// lineOfSign is the number of tokens of a line in which a signature may stand at most.
const lineOfSign = 40

// columnAt is the column of a signature that begins at token i.
func (p *Page) columnAt(i int) (c column) {
	b := i
	for b > 0 && b > i-lineOfSign && p.Toks[b].Breaks == 0 {
		if b--; p.Toks[b].Is("|") {
			c.bars = true
			c.cell++
		}
	}
	for k, end := i, p.LineEndBy(i, lineOfSign); k < end && !c.bars; k++ {
		c.bars = p.Toks[k].Is("|")
	}
	c.left = !c.bars && b < i && p.opensCopies(b)
	return c
}

// opensCopies reports whether the line that begins with token i is one of those to whom the text goes: "Nơi nhận:", "- Như
// Điều 3;".
func (p *Page) opensCopies(i int) bool {
	if p.Toks[i].Is("-", "+", "*", "•") {
		return true
	}
	m, _ := p.Lists.Signs.Find(p.Toks, i)
	return m == "copies"
}

// skipColumns counts the tokens from token k on that stand in another column than the signature.
func (p *Page) skipColumns(s *Signature, k int) int {
	switch {
	case k == s.I:
		return 0
	case s.column.bars && p.Toks[k].Is("|"):
		if c := p.cellStart(p.LineEndBy(k, lineOfSign), s.column.cell); p.signGoesOn(c) {
			return c - k
		}
		return 1 // "TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Lê Văn Hòa"
	case p.Toks[k].Breaks == 0:
		return 0
	case s.column.bars:
		return p.cellStart(k, s.column.cell) - k
	case s.column.left && p.opensCopies(k):
		end := p.LineEndBy(k, lineOfSign)
		for j := k + 1; j < end; j++ {
			if p.rightColumn(s, j, end) {
				return j - k
			}
		}
		return end - k
	}
	return 0
}

// cellStart is the token at which the cell of that number begins in the line from token k on, or k where the line has no
// such cell.
func (p *Page) cellStart(k, cell int) int {
	n := 0
	for j, end := k, p.LineEndBy(min(k, len(p.Toks)-1), lineOfSign); j < end && cell > 0; j++ {
		if p.Toks[j].Is("|") {
			if n++; n == cell {
				return j + 1
			}
		}
	}
	return k
}

// rightColumn reports whether the part of a signature in the line up to end begins at token j: "- Lưu: VT. PHÓ CHỦ TỊCH".
func (p *Page) rightColumn(s *Signature, j, end int) bool {
	if p.Toks[j].Kind != text.Word {
		return false
	}
	if m, n := p.Lists.Signs.Find(p.Toks[:end], j); n > 0 && m != "copies" && (m == "signed" || p.Toks[j].AllUpperOrSingle() && p.Next(j+n, end, ".")) {
		return true
	}
	it := p.itemStarting(j)
	if it == nil || it.J != end && !p.Toks[it.J].Is("(") {
		return false
	}
	return it.Post != nil && p.Toks[j].AllUpper() || it.Person != nil && s.Post != nil
}

// signGoesOn reports whether a part of a signature can stand at token c, in the cell below another.
func (p *Page) signGoesOn(c int) bool {
	if c >= len(p.Toks) {
		return false
	}
	if p.Toks[c].Is("(", "|") {
		return true
	}
	if _, n := p.Lists.Signs.Find(p.Toks, c); n > 0 {
		return true
	}
	it := p.itemStarting(c)
	return it != nil && (it.Post != nil || it.Person != nil)
}
