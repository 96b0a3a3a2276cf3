package relation

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Section is a part of a document that is read in a way of its own.
type Section struct {
	Span text.Span
	Kind string // profile, table, notes, or the kind of a heading
	Of   string // the person of a profile; the columns of a table, "?" for one that is not told
}

// Kind is what a document is by its layout and its words: official, minutes, obituary, encyclopedia, table, list, sheet,
// biography, round-up or news.
func (p *Page) Kind() string {
	switch {
	case p.Own != nil:
		return "official"
	case p.hasHeading("minutes"):
		return "minutes"
	case p.opensObituary():
		return "obituary"
	case p.Encyclopedia:
		return "encyclopedia"
	case p.mostly(p.inTables()):
		return "table"
	case p.hasHeading("name"):
		return "sheet"
	case p.hasHeading("list"), p.mostly(p.lines(p.isItem)):
		return "list"
	case p.hasHeading("biography"), p.mostly(p.inProfiles()):
		return "biography"
	case p.lines(p.opensNews) >= leastNews:
		return "round-up"
	}
	return "news"
}

// leastNews is the number of pieces of news from which a document is a round-up of several.
const leastNews = 3

// hasHeading reports whether a heading of the kind stands in the document before its notes.
func (p *Page) hasHeading(kind string) bool {
	return slices.ContainsFunc(p.Headings, func(h document.Heading) bool { return h.Kind == kind && h.I < p.Notes })
}

// mostly reports whether n sentences are most of those of the document.
func (p *Page) mostly(n int) bool { return 2*n > len(p.Sentences) }

// lines counts the sentences that are of a shape.
func (p *Page) lines(of func(document.Span) bool) (n int) {
	for _, s := range p.Sentences {
		if of(s) {
			n++
		}
	}
	return n
}

// inTables counts the sentences in tables whose columns are told.
func (p *Page) inTables() int {
	return p.lines(func(s document.Span) bool { t := p.TableAt(s.I); return t != nil && len(t.Columns) > 0 })
}

// inProfiles counts the sentences that tell of one person.
func (p *Page) inProfiles() (n int) {
	for _, pr := range p.profiles {
		n = max(n, pr.J-pr.I)
	}
	return n
}

// isItem reports whether a sentence begins a line with a number or a sign, and names somebody: "1. Ông Trần Văn A, …".
func (p *Page) isItem(s document.Span) bool {
	t := p.Toks[s.I]
	return (s.I == 0 || t.Breaks > 0) && t.Kind != text.Word && p.firstPerson(s) != nil
}

// opensNews reports whether a sentence opens a piece of news with a place or a body and a colon: "Quân khu 3: Chiều 13/2, …".
func (p *Page) opensNews(s document.Span) bool {
	n := p.ItemFrom(s.I)
	if n >= len(p.Items) || p.Items[n].I != s.I || p.Items[n].Unit == nil && p.Items[n].Org == nil {
		return false
	}
	return p.Next(p.Items[n].J, s.J, ":")
}

// Sections are the parts of a document that are read in a way of their own, in order.
func (p *Page) Sections() (out []Section) {
	add := func(i, j int, kind, of string) { out = append(out, Section{p.Text.Span(i, j), kind, of}) }
	for _, h := range p.Headings {
		add(h.I, h.J, h.Kind, "")
	}
	for _, pr := range p.profiles {
		add(p.Sentences[pr.I].I, p.Sentences[pr.J-1].J, "profile", pr.who.Who.Name)
	}
	for _, t := range p.Tables {
		add(t.I, t.J, "table", t.Outline())
	}
	if p.Notes < len(p.Toks) {
		add(p.Notes, len(p.Toks), "notes", "")
	}
	slices.SortStableFunc(out, func(a, b Section) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}
