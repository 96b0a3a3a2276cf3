package relation

import (
	"cmp"
	"strconv"

	"github.com/nhiemky/nhiemky/extract/gazetteer"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// termOver reports whether the term that a post is tagged with is over: by its years; of the Party's centre by the
// list of congresses; of another committee when the document reports an election to a later one.
func (p *Page) termOver(po *mention.Post) bool {
	if year, _ := p.now(); po.Years[1] > 0 && po.Years[1] < year {
		return true
	}
	if po.Term == 0 || po.Org == nil {
		return false
	}
	if p.Encyclopedia && po.Org.Branch() == "mass" && po.Term < p.titleTerm() {
		return true
	}
	if body := p.termBody(po.Org); body != "" {
		return p.termEnded(body, po.Term)
	}
	for q := po.Org; q != nil; q = q.Parent {
		if !q.Committee() || !p.elected[q.Name()] {
			continue
		}
		for _, c := range p.Congresses {
			if !c.National && c.Ordinal > po.Term && mention.PartyOf(c.Body) == mention.PartyOf(q) {
				return true
			}
		}
	}
	return false
}

// titleTerm is the number of the term that the title of a page and its box tell, or 0: "Khóa thứ XII (2022 - 2027)".
func (p *Page) titleTerm() int {
	for k, s := range p.Sentences {
		if k > titleLines || k > 0 && p.markedHeading(s) {
			break
		}
		for i := s.I; i < s.J; i++ {
			if !p.Toks[i].Is("khóa") {
				continue
			}
			if p.Next(i+1, s.J, "thứ") {
				i++
			}
			if ordinal, n := p.OrdinalAt(i+1, s.J); n > 0 {
				return ordinal
			}
		}
	}
	return 0
}

// titleLines is the number of lines in which a page tells its own term.
const titleLines = 3

// termBody is the body of the centre whose terms the lists know: the Party or the National Assembly, or "".
func (p *Page) termBody(o *mention.Org) string {
	switch {
	case p.CentralParty(o):
		return gazetteer.Party
	case o.Name() == gazetteer.Assembly:
		return gazetteer.Assembly
	}
	return ""
}

// termEnded reports whether a term of a body of the centre ended before the document.
func (p *Page) termEnded(body string, ordinal int) bool {
	year, _ := p.now()
	later := false // the list has a later term
	for _, c := range p.Lists.Terms {
		if c.Body != body || len(c.Term) != 9 || year == 0 {
			continue
		}
		if end, err := strconv.Atoi(c.Term[5:]); c.Ordinal == ordinal {
			return err == nil && year > end
		} else if c.Ordinal > ordinal {
			later = later || err == nil && year > end
		}
	}
	return later
}

// eraOver reports whether token i stands under a heading whose time is over: "### Giai đoạn 1940-1947", or below the
// title of a page about a term that is over: "# Bộ Chính trị khóa IV".
func (p *Page) eraOver(i int) bool {
	if p.eras == nil {
		p.findEras()
	}
	return p.eras[p.SentOf[i]]
}

// findEras notes for each sentence whether the time of its heading is over. A heading without a time has that of the
// title of the page.
func (p *Page) findEras() {
	p.eras = make([]bool, len(p.Sentences))
	over, title, first, body := false, false, true, ""
	current := 0 // the level of the heading above that tells of the present
	last := p.lastListTerm()
	congresses, newest := p.chronicle()
	history := p.Published.IsZero() && p.termsOfThePast()
	for k, s := range p.Sentences {
		if term := p.listTerm(s); term > 0 {
			over = term < last || title
		}
		if term := congresses[k]; term > 0 {
			over = term < newest
		}
		if p.markedHeading(s) || p.termHeading(s) {
			dated, past := p.headingTime(s, body)
			if first {
				body = p.headingBody(s)
			}
			if first {
				title, first = past || p.boxOver(k+1), false
			}
			level := p.headingLevel(s)
			if dated || current > 0 && level <= current {
				current = 0
			}
			if over = past || title && !dated && current == 0 || dated && history; dated && !over {
				current = level // "### Phó Trưởng ban" below "## Lãnh đạo Ban khóa XIII"
			}
		} else if p.bodyHeading(s) {
			_, over = p.headingTime(s, "")
		}
		p.eras[k] = over
	}
}

// headingLevel is the number of signs before a heading, 0 for one without.
func (p *Page) headingLevel(s document.Span) int {
	n := 0
	for i := p.behindLinks(s); i < s.J && p.Toks[i].Is("#"); i++ {
		n++
	}
	return n
}

// termsOfThePast reports whether the headings of a text without a day go from one term to the next, and the last of them is long over: such a
// text is a history, and nobody holds a post of its last term still.
func (p *Page) termsOfThePast() bool {
	terms, last := 0, 0
	for _, s := range p.Sentences {
		if !p.termHeading(s) {
			continue
		}
		for _, d := range p.DatesIn(s) {
			if d.Until {
				terms++
				last = max(last, d.Date.Year)
			}
		}
	}
	return terms > 1 && last+longOver < p.Lists.Newest
}

// longOver is the number of years after which a term is long over.
const longOver = 10

// chronicle gives the number of the congress with which a sentence opens a line, and the highest, in a text that goes from
// one congress to the next: "* ĐH lần thứ XII: tháng 3-1983. Bí thư: …".
func (p *Page) chronicle() (opens map[int]int, newest int) {
	opens = map[int]int{}
	for _, c := range p.Congresses {
		k := p.SentOf[c.I]
		if s := p.Sentences[k]; !c.National && c.I-s.I <= longestItemSign && (k == 0 || p.Toks[s.I].Breaks > 0) && opens[k] == 0 {
			opens[k], newest = c.Ordinal, max(newest, c.Ordinal)
		}
	}
	if len(opens) < leastChronicle {
		return nil, 0
	}
	return opens, newest
}

// leastChronicle is the number of congresses from which a text goes from one to the next, longestItemSign the most tokens
// of the sign or number before an item of it.
const (
	leastChronicle  = 3
	longestItemSign = 3
)

// listTerm is the number of the term whose members a line lists, or 0: "- Danh sách Ban Chấp hành khóa IV:", "III. Ban Chấp
// hành Đảng bộ tỉnh khóa I (bầu tại Đại hội lần thứ I)".
func (p *Page) listTerm(s document.Span) int {
	open := p.behindLinks(s)
	if n := p.boardTerm(s); n > 0 {
		return n
	}
	if s.J-open > longestListHead || !p.Pair(open, s.J, &p.Lists.Words.ListWord) && !p.Pair(open+1, s.J, &p.Lists.Words.ListWord) {
		return 0
	}
	for i := s.I; i < s.J; i++ {
		if p.Toks[i].Is("khóa") {
			n, _ := p.OrdinalAt(i+1, s.J)
			return n
		}
	}
	return 0
}

// boardTerm is the number of the term of a board whose name and term begin a line that names nobody, or 0.
func (p *Page) boardTerm(s document.Span) int {
	k := p.ItemFrom(s.I)
	if k >= len(p.Items) || p.Items[k].I-s.I > longestItemSign || p.Items[k].Org == nil || p.Items[k].Org.Kind == nil || !p.Items[k].Org.Kind.Board {
		return 0
	}
	if s.J < len(p.Toks) && p.Toks[s.J].Breaks == 0 || s.J-s.I > 2*longestListHead || !p.NextIn(p.Items[k].J, s.J, &p.Lists.Words.HeadTerm) {
		return 0
	}
	for n := k + 1; n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if p.Items[n].Person != nil {
			return 0
		}
	}
	n, _ := p.OrdinalAt(p.Items[k].J+1, s.J)
	return n
}

// longestListHead is the most tokens of a line that names a list.
const longestListHead = 20

// lastListTerm is the highest number of a term whose members a page lists, 0 when it lists those of one term at most.
func (p *Page) lastListTerm() int {
	last, lists := 0, 0
	for _, s := range p.Sentences {
		if n := p.listTerm(s); n > 0 {
			lists++
			last = max(last, n)
		}
	}
	if lists < 2 {
		return 0
	}
	return last
}

// headingTime reports whether a heading names a time, by years or by the term of a body of the centre, and whether
// that is over.
func (p *Page) headingTime(s document.Span, title string) (dated, past bool) {
	for _, d := range p.DatesIn(s) {
		if d.Until {
			return true, p.over(d.Date)
		}
	}
	body := cmp.Or(p.headingBody(s), title)
	for i := s.I; i < s.J; i++ {
		if p.Toks[i].Is("khóa") && body != "" {
			if ordinal, n := p.OrdinalAt(i+1, s.J); n > 0 {
				return true, p.termEnded(body, ordinal)
			}
		}
	}
	return false, false
}

// headingBody is the body of the centre that a heading names, or "".
func (p *Page) headingBody(s document.Span) string {
	for i := s.I; i < s.J; i++ {
		switch {
		case p.Pair(i, s.J, &p.Lists.Words.AssemblyName):
			return gazetteer.Assembly
		case p.NextIn(i+1, s.J, &p.Lists.Words.HeadTerm) && (p.Toks[i].Is("ương") || p.Lists.Words.HeadBodyEnd.Has(p.Toks[i]) && i > s.I+1 && p.Lists.Words.HeadBodyBegin.Has(p.Toks[i-2])):
			return gazetteer.Party
		}
	}
	return ""
}

// markedHeading reports whether a line is a heading by its sign, perhaps behind the links of its page: "[sửa | sửa mã
// nguồn]### Khóa XV".
func (p *Page) markedHeading(s document.Span) bool {
	i := p.behindLinks(s)
	return i < s.J && p.Toks[i].Is("#") || p.EditedHeading(s.I)
}

// termHeading reports whether a line is nothing but a term: "Khóa XIII", "Nhiệm kỳ 2011-2016".
func (p *Page) termHeading(s document.Span) bool {
	i := s.I
	for i < s.J && i-s.I < longestItemSign && (p.Toks[i].Is("*", "-", "+", "•", ".", ")") || p.Toks[i].Kind == text.Number) {
		i++
	}
	return s.J-i <= longestTermHead && s.J > i && (p.Toks[i].Is("khóa") || p.Pair(i, s.J, &p.Lists.Words.Term)) && p.Toks[i].Upper()
}

// bodyHeading reports whether a line is nothing but a body and in brackets when there was one: "1. TỔNG CỤC VẬT TƯ (1960 - 1969)".
func (p *Page) bodyHeading(s document.Span) bool {
	k := p.ItemFrom(s.I)
	if k >= len(p.Items) || p.Items[k].Org == nil || p.Items[k].I-s.I > longestItemSign || s.J < len(p.Toks) && p.Toks[s.J].Breaks == 0 {
		return false
	}
	j := p.Items[k].J
	if !p.Next(j, s.J, "(") || p.Closing(j, s.J) != s.J {
		return false
	}
	for i := j + 1; i < s.J-1; i++ {
		if t := p.Toks[i]; t.Kind == text.Word && !p.Lists.Words.PeriodFrom.Has(t) && !p.Lists.Words.PeriodTo.Has(t) && !p.Lists.Words.PeriodNow.Has(t) && !p.Lists.Words.TimeLead.Has(t) {
			return false
		}
	}
	return len(p.DatesIn(document.Span{I: j, J: s.J})) > 0
}

// longestTermHead is the most tokens of a line that is nothing but a term: "Khóa III (9/1963 - 10/1965):".
const longestTermHead = 10

// looksBack is the status of a claim of an encyclopedia, which reports no events: what began is over unless it began
// in the last years, and so is what a verb or a line of a career tells without a word for the present.
func (p *Page) looksBack(c claim, h record.Holding, st stint) (record.Status, bool) {
	switch {
	case h.Status == record.Starts && !st.from.IsZero() && p.years(st.from) <= fewYears:
		return record.Holds, false
	case h.Status == record.Starts, h.Status == record.Holds && (c.rule == "event-link" || c.rule == "event-replace" || c.rule == "career-line"):
		return record.Former, true
	}
	return h.Status, st.step
}

// fewYears is the number of years within which a post that was taken up is held as far as nothing is said.
const fewYears = 5

// isLate reports whether the document calls a person dead: "cố Thủ tướng Võ Văn Kiệt".
func (p *Page) isLate(who *mention.Person) bool {
	if p.lates == nil {
		p.lates = map[*mention.Person]bool{}
		for k, it := range p.Items {
			if it.Post != nil && p.Toks[it.I].Is("cố") && k+1 < len(p.Items) && p.Items[k+1].Person != nil && p.Items[k+1].I == it.J {
				p.lates[p.Items[k+1].Person.Who] = true
			}
		}
	}
	return p.lates[who]
}
