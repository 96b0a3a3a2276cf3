package document

import (
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// joinTitles takes away the line ends that stand within a title or between a title and the body that it is of: "giữ chức vụ Phó",
// "Trưởng phòng Nội vụ huyện"; "giữ chức vụ Trưởng phòng", "Tài nguyên và Môi trường huyện"; "ông A, Giám đốc", "Sở Y tế"; or between a verb at the end of a line of
// running text and the title that follows it: "được bầu giữ chức", "Bí thư Tỉnh ủy".
func (p *Page) joinTitles() {
	for i := 2; i < len(p.Toks); i++ {
		if p.Toks[i].Breaks == 1 && (p.Toks[i].Upper() && (p.titleWrapped(i) || p.titleNext(i) || p.placeNext(i)) || p.placeBelow(i)) {
			p.Toks[i].Breaks, p.Toks[i].Space = 0, true
		}
	}
}

// titleNext reports whether a title begins with token i, the first of a line, and the line before ends in a verb by which somebody takes up a post.
func (p *Page) titleNext(i int) bool {
	if !p.takesUp(i) {
		return false
	}
	_, n := p.Lists.Titles.Find(p.Toks, i)
	return n > 0
}

// placeNext reports whether the name of a place begins with token i, the first of a line, and the line before is one of running text that ends
// in a word which such a name follows: "làm Bí thư Huyện ủy", "Đô Lương". A place and a dash open a report.
func (p *Page) placeNext(i int) bool {
	for k := i - 1; k >= max(1, i-openWords); k-- {
		if p.Toks[k].Breaks > 0 {
			return false
		}
	}
	if !p.introduces(i - 1) {
		return false
	}
	_, n := p.Lists.Named.Find(p.Toks, i)
	return n > 0 && !p.Next(i+n, len(p.Toks), "-", ":", "(", "|")
}

// placeBelow reports whether the line that begins with token i has nothing but the place of the body with which the line before, a post, ends: a
// cell of a table that was broken in two, "Bí thư Huyện ủy", "Đô Lương"; "Chủ tịch UBND", "huyện Diễn Châu".
func (p *Page) placeBelow(i int) bool {
	start, end := p.lineStart(i-1), p.LineEndBy(i, shortLine)
	if i-start > shortLine {
		return false
	}
	if _, n := p.Lists.Titles.Find(p.Toks[:i], start); n == 0 {
		return false
	}
	at := i
	if !p.Toks[i].Upper() {
		_, n := p.Lists.Units.Find(p.Toks[:end], i)
		if at += n; n == 0 || !p.bodyEnds(i) {
			return false
		}
	} else if kind, n := p.Lists.Surnames.Find(p.Toks[:end], i); n > 0 && !kind.Rare || !p.introduces(i-1) {
		return false
	}
	_, n := p.Lists.Named.Find(p.Toks[:end], at)
	return n > 0 && at+n == end
}

// bodyEnds reports whether the name of a kind of body that is of a place ends before token i.
func (p *Page) bodyEnds(i int) bool {
	for s := max(0, i-longestTitle); s < i; s++ {
		if kind, n := p.Lists.Kinds.Find(p.Toks[:i], s); n > 0 && s+n == i && kind.Place {
			return true
		}
	}
	return false
}

// takesUp reports whether the words before token i end in a verb that a post follows, and say that somebody takes it up: "được bầu giữ chức". The head of
// a column does not: "Thời gian giữ chức vụ".
func (p *Page) takesUp(i int) bool {
	if !p.Lists.Words.PostLink.Has(p.Toks[i-1]) || p.Toks[i-1].Upper() {
		return false
	}
	for k := i - 1; k >= max(0, i-longestTitle); k-- {
		if m, n := p.Lists.Events.Find(p.Toks, k); n > 0 && (m == gazetteer.MStart || m == gazetteer.MMove) {
			return true
		}
		if p.Toks[k].Breaks > 0 {
			break
		}
	}
	return false
}

// titleWrapped reports whether a title behind a verb, or behind a comma or a dash, runs over the line end before token i, or its
// field or body stands behind that.
func (p *Page) titleWrapped(i int) bool {
	for s := i - 1; s >= max(1, i-longestTitle); s-- {
		if p.Toks[s].Breaks > 0 {
			return false
		}
		linked := p.Lists.Words.PostLink.Has(p.Toks[s-1])
		if !p.Toks[s].Upper() || !linked && !p.Toks[s-1].Is(",", "-") {
			continue
		}
		var joined [2 * longestTitle]text.Token
		most := copy(joined[:], p.Toks[s:min(i+longestTitle, len(p.Toks))])
		joined[i-s].Breaks = 0
		t, n := p.Lists.Titles.Find(joined[:most], 0)
		if s+n > i {
			return linked
		}
		if n == 0 || s+n < i {
			return false
		}
		_, field := p.Lists.Fields.Find(joined[:most], n)
		_, body := p.Lists.Kinds.Find(joined[:most], n)
		return linked && t.Unit != "" && field > 0 || t.Unit == "" && body > 0 && (linked || !p.headsList(i))
	}
	return false
}

// headsList reports whether the line that begins with token i is short and ends in no sign, below a short one, as lists have them: "HĐND tỉnh"
// below "Trần Văn A - Chủ tịch".
func (p *Page) headsList(i int) bool {
	end := p.LineEndBy(i, shortLine+1)
	if end-i > shortLine || p.Toks[end-1].Is(",", ";", ".") {
		return false
	}
	k := i - 1
	for k > 0 && p.Toks[k].Breaks == 0 && i-k <= shortLine {
		k--
	}
	return i-k <= shortLine
}

// shortLine is the number of words of such lines at most.
const shortLine = 10

// longestTitle is the number of words of a title at most.
const longestTitle = 6
