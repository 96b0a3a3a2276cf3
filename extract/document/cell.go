package document

// placeCell reports whether a cell begins with a kind of unit: "Xã Bảo Thắng" between the names is the heading of those below.
func (p *Page) placeCell(c Span) bool {
	_, n := p.Lists.Units.Find(p.Toks[:c.J], c.I)
	return n > 0 && c.I+n < c.J
}

// unquoted is a cell without the quotes around it.
func (p *Page) unquoted(c Span) Span {
	if c.J-c.I > 1 && p.Toks[c.I].Is("\"") && p.Toks[c.J-1].Is("\"") {
		return Span{c.I + 1, c.J - 1}
	}
	return c
}
