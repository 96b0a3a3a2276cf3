package mention

import "github.com/nhiemky/nhiemky/extract/document"

// A page of an encyclopedia about a person has the name as its title. Where that is a pen name, no surname tells that a
// person is meant, but the text presents it with the years of a life.
//
//	# Xuân Thủy
//	**Xuân Thủy** (2 tháng 9 năm 1912 – 18 tháng 6 năm 1985) là …

// presents is the number of sentences within which a page says who its subject is.
const presents = 40

// findTitleName notes the words of the title of such a page.
func (p *Page) findTitleName() {
	p.titleName = document.Span{}
	if !p.Encyclopedia || len(p.Sentences) == 0 {
		return
	}
	i, n := p.Sentences[0].I, 0
	for i < p.Sentences[0].J && p.Toks[i].Is("#") {
		i++
	}
	for i+n < p.Sentences[0].J && p.NameWord(i+n) && !p.Toks[i+n].AllUpper() {
		n++
	}
	if j := i + n; n < 2 || n > 4 || j < p.Sentences[0].J && !p.Toks[j].Is("(", "|") {
		return
	}
	name := document.Span{I: i, J: i + n}
	for _, s := range p.Sentences[1:min(len(p.Sentences), presents)] {
		k := s.I
		for k < s.J && p.Toks[k].Is("*") {
			k++
		}
		if p.sameWords(k, name) && p.lifeBehind(k+n, s.J) {
			p.titleName = name
			return
		}
	}
}

// sameWords reports whether the words of a name stand at token i.
func (p *Page) sameWords(i int, name document.Span) bool {
	if i+name.J-name.I > len(p.Toks) {
		return false
	}
	for k := name.I; k < name.J; k++ {
		if t := &p.Toks[i+k-name.I]; t.Norm != p.Toks[k].Norm || !t.Upper() {
			return false
		}
	}
	return true
}

// lifeBehind reports whether a bracket with the years of a life, or of a birth, stands at token i, perhaps behind signs.
func (p *Page) lifeBehind(i, end int) bool {
	for i < end && p.Toks[i].Is("*") {
		i++
	}
	if !p.Next(i, end, "(") {
		return false
	}
	first := 0
	for k := i + 1; k < end && !p.Toks[k].Is(")"); k++ {
		y, ok := p.LifeYear(k)
		switch {
		case p.Toks[k].Is("sinh"):
			return true
		case ok && first == 0:
			first = y
		case ok && y-first >= shortestLife:
			return true
		}
	}
	return false
}

// shortestLife is the number of years from which a range behind a name is a life.
const shortestLife = 20

// readTitleName reads the name of the title of the page at token i.
func (p *Page) readTitleName(i, end int) *Mention {
	n := p.titleName.J - p.titleName.I
	if n == 0 || p.Toks[i].Norm != p.Toks[p.titleName.I].Norm || i+n > end || !p.sameWords(i, p.titleName) {
		return nil
	}
	if i+n < end && p.NameWord(i+n) && p.Toks[i+n].Space || i > 0 && p.NameWord(i-1) && p.Toks[i].Breaks == 0 && !p.EndsHonour(i) && !p.itemEnds(i) {
		return nil // a part of a longer name
	}
	return p.plainMention(i, n)
}

// itemEnds reports whether the last item ends before token i.
func (p *Page) itemEnds(i int) bool {
	n := len(p.Items)
	return n > 0 && p.Items[n-1].J == i
}
