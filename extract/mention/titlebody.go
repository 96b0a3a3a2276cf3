package mention

import "strings"

// titleBody is the body that a page of an encyclopedia or of an office is about, when it is of the kind that a title names: of the "Chánh án"
// on the page of a court. A table has columns that say more, and below another body of the kind the post is of that.
func (p *Page) titleBody(i int) *Org {
	t := p.Items[i].Post.Title
	if !p.Encyclopedia && !p.letterOf() || t.Unit == "" || t.Family == "member" || p.besideTable(p.SentOf[p.Items[i].I]) {
		return nil
	}
	var of *Org
	for k := 0; k < len(p.Items) && p.SentOf[p.Items[k].I] == 0 && of == nil; k++ {
		if o := p.Items[k].Org; o != nil && o.Bare == "" && !o.Committee() && o.named(t.Unit) {
			of = o
		}
	}
	chapter := p.chapterOf(i)
	for k := i - 1; of != nil && k >= max(0, i-farBody) && p.SentOf[p.Items[k].I] >= chapter; k-- {
		if o := p.Items[k].Org; o.named(t.Unit) && o.Name() != of.Name() && p.headsLines(k) {
			return nil
		}
	}
	return of
}

// letterOf reports whether the first line of a page that is no official text is the name of a body and nothing else, as the sites of
// offices have it.
func (p *Page) letterOf() bool {
	if p.Own != nil || len(p.Sentences) == 0 {
		return false
	}
	s, n := p.Sentences[0], p.ItemFrom(0)
	return n < len(p.Items) && p.Items[n].Org != nil && p.Items[n].I == s.I && p.Items[n].J == s.J
}

// otherChapter reports whether a body is named before the heading of the chapter of item i on a page of an encyclopedia: the bare
// "Bộ trưởng" below "## Lãnh đạo Bộ" is of the ministry that the page is about.
func (p *Page) otherChapter(o *Org, i int) bool {
	if !p.Encyclopedia || o.J >= p.Items[i].I {
		return false
	}
	for k := p.SentOf[p.Items[i].I]; k > p.SentOf[o.I]; k-- {
		if p.headingMarks(p.Sentences[k]) > 0 {
			return true
		}
	}
	return false
}

// chapterOf is the sentence that heads the chapter of item i, "## Lãnh đạo Bộ", or 0.
func (p *Page) chapterOf(i int) int {
	k := p.SentOf[p.Items[i].I]
	for ; k > 0; k-- {
		if n := p.headingMarks(p.Sentences[k]); n == 1 || n == 2 {
			break
		}
	}
	return k
}

// headsLines reports whether the body of item k stands in a short line that names nobody: the lines below are of it.
func (p *Page) headsLines(k int) bool {
	s := p.Sentences[p.SentOf[p.Items[k].I]]
	for n := p.ItemFrom(s.I); n < len(p.Items) && p.Items[n].I < s.J; n++ {
		if p.Items[n].Person != nil || p.Items[n].Post != nil {
			return false
		}
	}
	return s.J-s.I <= longestHead && p.Toks[s.I].Breaks > 0
}

// longestHead is the number of tokens of a line over a list that names a body: "- Ban Nông thôn Trung ương (1968-1981)".
const longestHead = 25

// farBody is the number of items back within which another body of the kind makes it open whose a post is.
const farBody = 40

// named reports whether the name of an organisation begins with a word for its kind.
func (o *Org) named(kind string) bool { return o != nil && strings.HasPrefix(o.Name()+" ", kind+" ") }

// besideTable reports whether sentence k is a row of a table, or stands directly over one.
func (p *Page) besideTable(k int) bool {
	s := p.Sentences[k]
	return p.Toks[s.I].Is("|") || p.Toks[s.J-1].Is("|") || s.J < len(p.Toks) && p.Toks[s.J].Is("|") || p.TableAt(s.I) != nil
}
