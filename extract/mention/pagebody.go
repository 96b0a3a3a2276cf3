package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// pageBody is the body that a page of an encyclopedia is about, for a bare post that is a heading or a label in it: "### Phó Tư lệnh"
// on the page of a Quân khu. Another body that heads lines of its own since the last chapter makes it open.
func (p *Page) pageBody(i int) *Org {
	t := p.Items[i].Post.Title
	if !p.Encyclopedia || t.Unit != "" || t.Body != "" || !inPages[t.Family] || p.besideTable(p.SentOf[p.Items[i].I]) {
		return nil
	}
	of := p.subjectBody()
	if of == nil || (t.Family == "army") != of.ofArmy() || !p.startsItem(i) || !p.labelsLine(i) && !p.labelEnds(i) {
		return nil
	}
	for k := p.SentOf[p.Items[i].I]; k > 0; k-- {
		s := p.Sentences[k]
		marks := p.headingMarks(s)
		for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < s.J && n < i; n++ {
			if o := p.Items[n].Org; o != nil && o.Name() != of.Name() && (marks > 0 || p.headsLines(n) || n == p.ItemFrom(s.I) && p.startsItem(n)) {
				return nil
			}
		}
		if marks == 1 || marks == 2 {
			return of
		}
	}
	return of
}

// officeBody is the body of the office that a page of an encyclopedia is about, for a bare post of item i in a line or a heading of its own or
// before "là" that is that office or a deputy of it: "## Các Phó Chủ tịch" on the page "# Chủ tịch Ủy ban nhân dân tỉnh Quảng Bình".
func (p *Page) officeBody(i int) *Org {
	of := p.pageOffice()
	if of == nil || p.Items[i].Post == of || p.besideTable(p.SentOf[p.Items[i].I]) {
		return nil
	}
	if u, b := of.Org.Place(), of.Org.Branch(); (u == nil || u.Name == "") && b != "front" && b != "mass" {
		return nil // a ministry was called otherwise then
	}
	po := p.Items[i].Post
	if po.Title != of.Title && !p.Lists.DeputyOf(po.Title.Post, of.Title.Post) {
		return nil
	}
	s := p.Sentences[p.SentOf[po.I]]
	if p.headingMarks(s) == 0 && !p.startsItem(i) && po.I != s.I {
		return nil
	}
	return of.Org
}

// pageOffice is the post that is the title of a page of an encyclopedia, with its body; else nil.
func (p *Page) pageOffice() *Post {
	k := p.ItemFrom(0)
	if !p.Encyclopedia || k >= len(p.Items) || p.SentOf[p.Items[k].I] != 0 || p.Items[k].I > maxLead {
		return nil
	}
	po, s := p.Items[k].Post, p.Sentences[0]
	if po == nil || po.Org.Generic() || po.Org.Bare != "" || po.J < s.J && !p.Toks[po.J].Is("(", ",") {
		return nil
	}
	return po
}

// inPages are the families of titles whose bare headings on a page are of the body that it is about.
var inPages = map[string]bool{"army": true, "head": true, "deputy": true, "chair": true}

// subjectBody is the body whose name is the title of the page: "# Quân khu 1, Quân đội nhân dân Việt Nam"; else nil.
func (p *Page) subjectBody() *Org {
	k := p.ItemFrom(0)
	if k >= len(p.Items) || p.Items[k].Org == nil || p.SentOf[p.Items[k].I] != 0 || p.Items[k].I > maxLead {
		return nil
	}
	if o := p.Items[k].Org; o.Bare == "" && !o.Generic() && !o.Committee() {
		return o
	}
	return nil
}

// fromPage gives a committee that the text leaves bare, "Bí thư Đảng ủy", that of the unit of the army which a page of an encyclopedia
// is about, when its sentence names no other before it. It reports whether the page is about one.
func (p *Page) fromPage(o *Org, at int) bool {
	if !p.Encyclopedia || o.Kind.Name != gazetteer.PartyCommittee || p.besideTable(p.SentOf[at]) {
		return false
	}
	of := p.subjectBody()
	if of == nil || o == of || !of.ofArmy() {
		return false
	}
	for n := p.ItemFrom(p.Sentences[p.SentOf[at]].I); n < len(p.Items) && p.Items[n].I < at; n++ {
		if q := p.Items[n].body(); q != nil && q.Name() != of.Name() || q == nil && p.Items[n].Post != nil {
			o.Bare = "" // of which unit it is nothing tells, but of none of the places that the page names
			return true
		}
	}
	o.Parent, o.Bare, o.Taken = of, "", true
	return true
}

// ofArmy reports whether a body is one of the army or of those that guard the borders and the coasts.
func (o *Org) ofArmy() bool { return o.Branch() == "army" || o.Branch() == "military" }

// startsItem reports whether item i begins its line, but for signs and links in square brackets.
func (p *Page) startsItem(i int) bool {
	for k := p.Items[i].I; ; k-- {
		if k == 0 || p.Toks[k].Breaks > 0 {
			return true
		}
		switch t := p.Toks[k-1]; {
		case t.Is("]"):
			for n := k - 2; n >= 0 && n > k-maxLink; n-- {
				if p.Toks[n].Is("[") {
					k = n + 1
					break
				}
			}
		case t.Is("#", "-", "–", "*", "+", "•"):
		default:
			return false
		}
	}
}

// maxLink is the number of tokens of a link in square brackets at most.
const maxLink = 10

// labelEnds reports whether a colon follows the post of item i and a few words in small letters or another post: "Phó Tư lệnh kiêm Tham
// mưu trưởng:", "Phó Chủ nhiệm phụ trách công tác kỹ thuật:".
func (p *Page) labelEnds(i int) bool {
	j := p.Items[i].J
	for k := j; k < len(p.Toks) && k < j+document.MaxSkip && p.Toks[k].Breaks == 0; k++ {
		if p.Toks[k].Is(":") {
			return true
		}
		if p.Toks[k].Is(".", ";", "(") {
			return false
		}
	}
	return false
}

// headingMarks counts the signs of a heading before a line: 3 of "### Tư lệnh".
func (p *Page) headingMarks(s document.Span) (n int) {
	i := s.I
	for i < s.J && p.Toks[i].Is("[") {
		for i < s.J && !p.Toks[i].Is("]") {
			i++
		}
		i++
	}
	for i < s.J && p.Toks[i].Is("#") {
		n, i = n+1, i+1
	}
	if n == 0 && p.EditedHeading(s.I) {
		return 2 // of a chapter or a section: which, the page does not say
	}
	return n
}
