package document

// dropEditLinks takes out the links for editors that end a line of an encyclopedia, which is a heading: "Danh sách Bộ trưởng[sửa | sửa mã nguồn]".
// Those that begin a line stay, as they do where a page was copied without its line ends.
func (p *Page) dropEditLinks() {
	var drop []int
	line := 0
	for i := 1; i < len(p.Toks); i++ {
		if p.Toks[i].Breaks > 0 {
			line = i
		}
		if !p.Toks[i].Is("[") || i == line {
			continue
		}
		if j := p.editLink(i); j > 0 {
			if p.edited == nil {
				p.edited = map[int]bool{}
			}
			p.edited[line-len(drop)] = true
			for k := i; k < j; k++ {
				drop = append(drop, k)
			}
			i = j - 1
		}
	}
	if len(drop) == 0 {
		return
	}
	p.Encyclopedia = true
	p.dropTokens(drop)
}

// editLink is the token behind the link for editors that begins at token i, where the line ends; or 0.
func (p *Page) editLink(i int) int {
	edits := false
	for j := i + 1; j < len(p.Toks) && j < i+longestEditLink && p.Toks[j].Breaks == 0; j++ {
		_, n := p.Lists.EditLinks.Find(p.Toks, j)
		edits = edits || n > 0
		if p.Toks[j].Is("]") {
			if edits && (j+1 == len(p.Toks) || p.Toks[j+1].Breaks > 0) {
				return j + 1
			}
			return 0
		}
	}
	return 0
}

// behindEditLink is the token behind the link for editors that begins the line of token i, and a heading follows: "[sửa | sửa mã
// nguồn]## Chú thích"; else i.
func (p *Page) behindEditLink(i int) int {
	if !p.Toks[i].Is("[") {
		return i
	}
	edits := false
	for j := i + 1; j+1 < len(p.Toks) && j < i+longestEditLink && p.Toks[j].Breaks == 0; j++ {
		_, n := p.Lists.EditLinks.Find(p.Toks, j)
		edits = edits || n > 0
		if p.Toks[j].Is("]") && edits && p.Toks[j+1].Is("#") {
			return j + 1
		}
	}
	return i
}

// longestEditLink is the number of tokens of such a link at most.
const longestEditLink = 10

// EditedHeading reports whether the line that begins with token i is a heading by the link for editors that ended it.
func (p *Page) EditedHeading(i int) bool { return p.edited[i] }
