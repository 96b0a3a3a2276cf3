package mention

import (
	"strconv"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// longestTitle is the number of tokens of a title that no list has.
const longestTitle = 14

// draftAhead is how many tokens before a law the word that makes it a bill stands at most: "dự án".
const draftAhead = 4

// FindLaws finds the laws and other documents that are cited by title: "Luật Thủ đô", "Bộ luật Hình sự", "Luật sửa
// đổi, bổ sung một số điều của Luật Sở hữu trí tuệ".
func (p *Page) FindLaws() {
	first := len(p.Refs)
	for s := range p.SentencesWith(gazetteer.OfDocument) {
		p.lawsOf(s)
	}
	p.tellYears(p.Refs[first:])
}

// lawsOf finds the laws of a sentence. What follows a bill in a list of laws is a bill too.
func (p *Page) lawsOf(s document.Span) {
	bill, last := false, -1
	for i := s.I; i < s.J; i++ {
		if !p.Is(i, gazetteer.OfDocument) || p.Masked[i] {
			continue
		}
		t, n := p.Lists.DocTypes.Find(p.Toks[:s.J], i)
		if n == 0 || !t.Titled || t.Variant || p.insideWord(i) {
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
			p.addLaw(t, i, n, m, s.J)
		}
		i = last - 1
	}
}

// addLaw notes the law whose type has n tokens at token i and whose title the m tokens behind, with its number, year
// or day.
func (p *Page) addLaw(t *gazetteer.DocType, i, n, m, end int) {
	k := i + n + m
	r := referenceMention{Span: document.Span{I: i, J: k}, Kind: t, Name: t.Name + " " + p.Text.Join(i+n, k), Issuer: t.Issuer, rule: "law-by-title"}
	j := k
	if p.Next(j, end, "số") {
		j++
	}
	if code, w := p.codeAt(j); w > 1 && j+w <= end && p.isCode(code, j, w, j > k) {
		r.Code, r.J, k = code, j+w, j+w
	}
	if p.Next(k, end, "(", ",") {
		k++
	}
	if d := p.dateStarting(k); k < end && d != nil && d.J <= end {
		r.date = d.Date
	} else if y, ok := p.Year(k); ok && k < end {
		r.date = record.Date{Year: y}
	}
	p.Refs = append(p.Refs, r)
}

// tellYears puts the year into the names of laws of one title of which the page names two: "Luật Điện ảnh 2006" and
// "Luật Điện ảnh 2022".
func (p *Page) tellYears(laws []referenceMention) {
	latest, several := map[string]int{}, map[string]bool{}
	for _, r := range laws {
		if old := latest[r.Name]; r.date.Year > 0 {
			several[r.Name] = several[r.Name] || old > 0 && old != r.date.Year
			latest[r.Name] = max(old, r.date.Year)
		}
	}
	for i := range laws {
		r := &laws[i]
		if !several[r.Name] {
			continue
		}
		year := r.date.Year
		if year == 0 {
			year = latest[r.Name]
		}
		r.Name += " " + strconv.Itoa(year)
	}
}

// draft reports whether a bill or a draft is meant: "dự án Luật …", "dự thảo Luật …", "dự Luật …".
func (p *Page) draft(i int, s document.Span) bool {
	for k := max(s.I, i-draftAhead); k < i; k++ {
		if p.Lists.Words.Bill.Has(p.Toks[k]) {
			return true
		}
	}
	return false
}

// lawList reports whether the tokens [i, j) only join two laws of a list: "Luật A (sửa đổi), Luật B và Luật C".
func (p *Page) lawList(i, j int) bool {
	for ; i < j; i++ {
		if !p.Lists.Words.LawList.Has(p.Toks[i]) && p.Toks[i].Kind == text.Word {
			return false
		}
	}
	return true
}

// lawTitleAt counts the tokens of the title behind the words [i, k) for a type, 0 where there is none.
func (p *Page) lawTitleAt(t *gazetteer.DocType, i, k int, s document.Span) int {
	if k >= s.J || p.Masked[k] {
		return 0
	}
	if m := p.amendment(k, s); m > 0 {
		return m
	}
	listed := p.listedTitle(t, i, k, s.J)
	if listed > 0 || !p.Toks[i].Upper() && k-i < 2 || !p.Toks[k].Upper() || t.OnlyListed {
		return listed
	}
	if _, m := p.Lists.Foreign.Find(p.Toks[:s.J], k); m > 0 || p.NamesPlace(k) || p.isUnit(k, s.J) || p.Next(k, s.J, "việt") {
		return 0 // "Đại học Luật Thành phố Hồ Chí Minh"
	}
	return p.openTitle(k, s.J)
}

// isUnit reports whether a word for a kind of unit begins at token k.
func (p *Page) isUnit(k, end int) bool {
	_, n := p.Lists.Units.Find(p.Toks[:end], k)
	return n > 0
}

// listedTitle is the longest title of the list at token k. Words in small letters are one only behind a type in
// capitals, "Luật tổ chức Quốc hội", and a single one never.
func (p *Page) listedTitle(t *gazetteer.DocType, i, k, end int) int {
	name, m := p.Lists.Laws.Find(p.Toks[:end], k)
	if m == 0 || !p.Toks[k].Upper() && (m < 2 || !p.Toks[i].Upper()) || t.OnlyListed && name != t.Name {
		return 0
	}
	return m
}

// amendment counts the tokens of "sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ" at token k.
func (p *Page) amendment(k int, s document.Span) int {
	if !p.Pair(k, s.J, &p.Lists.Words.Amend) {
		return 0
	}
	for q := k + 2; q < min(k+longestTitle, s.J); q++ {
		if t, n := p.Lists.DocTypes.Find(p.Toks[:s.J], q); n > 0 && t.Titled && !t.Variant {
			if m := p.lawTitleAt(t, q, q+n, s); m > 0 {
				return q + n + m - k
			}
			return 0
		}
		if t := p.Toks[q]; !p.Lists.Words.Amending.Has(t) && t.Kind == text.Word {
			return 0
		}
	}
	return 0
}

// openTitle counts the tokens of a title that no list has: it ends at a sign, a number, a verb, a small word that begins
// something else, and at the name of a person or a body, which is part of a title only where that sets it up ("Luật Tổ
// chức Hội đồng nhân dân và Ủy ban nhân dân").
func (p *Page) openTitle(k, end int) int {
	n, sure := 0, 0
	for k+n < end && n < longestTitle && p.titleGoesOn(k, n, end) {
		n++
		if t := p.Toks[k+n-1]; t.Upper() || p.Lists.FieldOK[t.Fold] {
			sure = n
		}
	}
	if n == longestTitle {
		n = sure
	}
	for n > 0 && (gazetteer.Separator(p.Toks[k+n-1]) || p.Toks[k+n-1].Kind != text.Word) {
		n--
	}
	return n
}

// titleGoesOn reports whether the title at token k, of which n tokens are read, has the next token too.
func (p *Page) titleGoesOn(k, n, end int) bool {
	t := p.Toks[k+n]
	if n == 0 {
		return t.Kind == text.Word
	}
	next := k + n + 1
	switch {
	case p.Masked[k+n], t.Kind == text.Number, t.Is("số") && next < end && p.Toks[next].Kind == text.Number:
		return false
	case t.Is(","):
		return next < end && !p.Toks[next].Upper() && p.Lists.FieldOK[p.Toks[next].Fold] && !p.verbAt(next, end)
	case t.Is("và"):
		return next < end && p.joinsTitle(k, next, end)
	case t.Kind != text.Word, p.Lists.Particle[t.Fold], p.Lists.Words.TitleEnd.Has(t):
		return false
	case t.Upper():
		return !p.startsTerm(k+n, end) || p.bodyOfTitle(k, k+n, end)
	}
	return !p.verbAt(k+n, end)
}

// joinsTitle reports whether the word at token i, behind "và", goes on the title that begins at token k.
func (p *Page) joinsTitle(k, i, end int) bool {
	if !p.Toks[i].Upper() {
		return p.Lists.FieldOK[p.Toks[i].Fold] && !p.verbAt(i, end)
	}
	if _, n := p.Lists.DocTypes.Find(p.Toks[:end], i); n > 0 {
		return false
	}
	return p.bodyOfTitle(k, i, end) || !p.startsTerm(i, end) && !p.beginsName(i, end) && !p.NamesPlace(i)
}

// bodyOfTitle reports whether a body stands at token i in a title that begins, at token k, with the words for setting
// one up.
func (p *Page) bodyOfTitle(k, i, end int) bool {
	if !p.Pair(k, end, &p.Lists.Words.SettingUp) {
		return false
	}
	_, n := p.Lists.Kinds.Find(p.Toks[:end], i)
	_, m := p.Lists.Orgs.Find(p.Toks[:end], i)
	return n > 0 || m > 0
}

// verbAt reports whether a verb of reports or one that says what happens to a post begins at token i.
func (p *Page) verbAt(i, end int) bool {
	_, n := p.Lists.Verbs.Find(p.Toks[:end], i)
	_, m := p.Lists.Events.Find(p.Toks[:end], i)
	return n > 0 || m > 0
}
