package extract

import (
	"strconv"

	"github.com/nhiemky/nhiemky/extract/text"
)

// longestTitle is the number of tokens of a title that no list has.
const longestTitle = 14

// draftAhead is how many tokens before a law the word that makes it a bill stands at most: "dự án".
const draftAhead = 4

// findLaws finds the laws and other documents that are cited by title: "Luật Thủ đô", "Bộ luật Hình sự", "Luật sửa
// đổi, bổ sung một số điều của Luật Sở hữu trí tuệ".
func (p *page) findLaws() {
	first := len(p.refs)
	for _, s := range p.sentences {
		p.lawsOf(s)
	}
	p.tellYears(p.refs[first:])
}

// lawsOf finds the laws of a sentence. What follows a bill in a list of laws is a bill too.
func (p *page) lawsOf(s span) {
	bill, last := false, -1
	for i := s.i; i < s.j; i++ {
		if !p.is(i, ofDocument) || p.masked[i] {
			continue
		}
		t, n := p.lists.docTypes.find(p.toks[:s.j], i)
		if n == 0 || !t.titled || t.variant || p.insideWord(i) {
			continue
		}
		m := p.lawTitleAt(t, i, i+n, s)
		if m == 0 {
			continue
		}
		if last < 0 || !p.lawList(last, i) {
			bill = p.draft(i, s)
		}
		last = i + n + m
		if !bill {
			p.addLaw(t, i, n, m, s.j)
		}
		i = last - 1
	}
}

// addLaw notes the law whose type has n tokens at token i and whose title the m tokens behind, with its number, year
// or day.
func (p *page) addLaw(t *docType, i, n, m, end int) {
	k := i + n + m
	r := referenceMention{span: span{i, k}, kind: t, name: t.name + " " + p.text.Join(i+n, k), issuer: t.issuer, rule: "law-by-title"}
	j := k
	if p.next(j, end, "số") {
		j++
	}
	if code, w := p.codeAt(j); w > 1 && j+w <= end && p.isCode(code, j, w, j > k) {
		r.code, r.j, k = code, j+w, j+w
	}
	if p.next(k, end, "(", ",") {
		k++
	}
	if d := p.dateStarting(k); k < end && d != nil && d.j <= end {
		r.date = d.date
	} else if y, ok := p.year(k); ok && k < end {
		r.date = Date{Year: y}
	}
	p.refs = append(p.refs, r)
}

// tellYears puts the year into the names of laws of one title of which the page names two: "Luật Điện ảnh 2006" and
// "Luật Điện ảnh 2022".
func (p *page) tellYears(laws []referenceMention) {
	latest, several := map[string]int{}, map[string]bool{}
	for _, r := range laws {
		if old := latest[r.name]; r.date.Year > 0 {
			several[r.name] = several[r.name] || old > 0 && old != r.date.Year
			latest[r.name] = max(old, r.date.Year)
		}
	}
	for i := range laws {
		r := &laws[i]
		if !several[r.name] {
			continue
		}
		year := r.date.Year
		if year == 0 {
			year = latest[r.name]
		}
		r.name += " " + strconv.Itoa(year)
	}
}

// draft reports whether a bill or a draft is meant: "dự án Luật …", "dự thảo Luật …", "dự Luật …".
func (p *page) draft(i int, s span) bool {
	for k := max(s.i, i-draftAhead); k < i; k++ {
		if p.lists.words.Bill.has(p.toks[k]) {
			return true
		}
	}
	return false
}

// lawList reports whether the tokens [i, j) only join two laws of a list: "Luật A (sửa đổi), Luật B và Luật C".
func (p *page) lawList(i, j int) bool {
	for ; i < j; i++ {
		if !p.lists.words.LawList.has(p.toks[i]) && p.toks[i].Kind == text.Word {
			return false
		}
	}
	return true
}

// lawTitleAt counts the tokens of the title behind the words [i, k) for a type, 0 where there is none.
func (p *page) lawTitleAt(t *docType, i, k int, s span) int {
	if k >= s.j || p.masked[k] {
		return 0
	}
	if m := p.amendment(k, s); m > 0 {
		return m
	}
	listed := p.listedTitle(t, i, k, s.j)
	if listed > 0 || !p.toks[i].Upper() && k-i < 2 || !p.toks[k].Upper() || t.onlyListed {
		return listed
	}
	if _, m := p.lists.foreign.find(p.toks[:s.j], k); m > 0 || p.namesPlace(k) || p.isUnit(k, s.j) || p.next(k, s.j, "việt") {
		return 0 // "Đại học Luật Thành phố Hồ Chí Minh"
	}
	return p.openTitle(k, s.j)
}

// isUnit reports whether a word for a kind of unit begins at token k.
func (p *page) isUnit(k, end int) bool {
	_, n := p.lists.units.find(p.toks[:end], k)
	return n > 0
}

// listedTitle is the longest title of the list at token k. Words in small letters are one only behind a type in
// capitals, "Luật tổ chức Quốc hội", and a single one never.
func (p *page) listedTitle(t *docType, i, k, end int) int {
	name, m := p.lists.laws.find(p.toks[:end], k)
	if m == 0 || !p.toks[k].Upper() && (m < 2 || !p.toks[i].Upper()) || t.onlyListed && name != t.name {
		return 0
	}
	return m
}

// amendment counts the tokens of "sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ" at token k.
func (p *page) amendment(k int, s span) int {
	if !p.next(k, s.j, "sửa") || !p.next(k+1, s.j, "đổi") {
		return 0
	}
	for q := k + 2; q < min(k+longestTitle, s.j); q++ {
		if t, n := p.lists.docTypes.find(p.toks[:s.j], q); n > 0 && t.titled && !t.variant {
			if m := p.lawTitleAt(t, q, q+n, s); m > 0 {
				return q + n + m - k
			}
			return 0
		}
		if t := p.toks[q]; !p.lists.words.Amending.has(t) && t.Kind == text.Word {
			return 0
		}
	}
	return 0
}

// openTitle counts the tokens of a title that no list has: it ends at a sign, a number, a verb, a small word that begins
// something else, and at the name of a person or a body, which is part of a title only where that sets it up ("Luật Tổ
// chức Hội đồng nhân dân và Ủy ban nhân dân").
func (p *page) openTitle(k, end int) int {
	n, sure := 0, 0
	for k+n < end && n < longestTitle && p.titleGoesOn(k, n, end) {
		n++
		if t := p.toks[k+n-1]; t.Upper() || p.lists.fieldOK[t.Fold] {
			sure = n
		}
	}
	if n == longestTitle {
		n = sure
	}
	for n > 0 && (separator(p.toks[k+n-1]) || p.toks[k+n-1].Kind != text.Word) {
		n--
	}
	return n
}

// titleGoesOn reports whether the title at token k, of which n tokens are read, has the next token too.
func (p *page) titleGoesOn(k, n, end int) bool {
	t := p.toks[k+n]
	if n == 0 {
		return t.Kind == text.Word
	}
	next := k + n + 1
	switch {
	case p.masked[k+n], t.Kind == text.Number, t.Is("số") && next < end && p.toks[next].Kind == text.Number:
		return false
	case t.Is(","):
		return next < end && !p.toks[next].Upper() && p.lists.fieldOK[p.toks[next].Fold] && !p.verbAt(next, end)
	case t.Is("và"):
		return next < end && p.joinsTitle(k, next, end)
	case t.Kind != text.Word, p.lists.particle[t.Fold], p.lists.words.TitleEnd.has(t):
		return false
	case t.Upper():
		return !p.startsTerm(k+n, end) || p.bodyOfTitle(k, k+n, end)
	}
	return !p.verbAt(k+n, end)
}

// joinsTitle reports whether the word at token i, behind "và", goes on the title that begins at token k.
func (p *page) joinsTitle(k, i, end int) bool {
	if !p.toks[i].Upper() {
		return p.lists.fieldOK[p.toks[i].Fold] && !p.verbAt(i, end)
	}
	if _, n := p.lists.docTypes.find(p.toks[:end], i); n > 0 {
		return false
	}
	return p.bodyOfTitle(k, i, end) || !p.startsTerm(i, end) && !p.beginsName(i, end) && !p.namesPlace(i)
}

// bodyOfTitle reports whether a body stands at token i in a title that begins, at token k, with the words for setting
// one up.
func (p *page) bodyOfTitle(k, i, end int) bool {
	if !p.next(k, end, "tổ") || !p.next(k+1, end, "chức") {
		return false
	}
	_, n := p.lists.kinds.find(p.toks[:end], i)
	_, m := p.lists.orgs.find(p.toks[:end], i)
	return n > 0 || m > 0
}

// verbAt reports whether a verb of reports or one that says what happens to a post begins at token i.
func (p *page) verbAt(i, end int) bool {
	_, n := p.lists.verbs.find(p.toks[:end], i)
	_, m := p.lists.events.find(p.toks[:end], i)
	return n > 0 || m > 0
}
