package extract

import (
	"cmp"
	"slices"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Section is a part of a document that is read in a way of its own.
type Section struct {
	Span text.Span
	Kind string // profile, table, notes, or the kind of a heading
	Of   string // the person of a profile; the columns of a table, "?" for one that is not told
}

// kind is what a document is by its layout and its words: official, minutes, obituary, encyclopedia, table, list, sheet,
// biography, round-up or news.
func (p *page) kind() string {
	switch {
	case p.own != nil:
		return "official"
	case p.hasHeading("minutes"):
		return "minutes"
	case p.opensObituary():
		return "obituary"
	case p.encyclopedia:
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
func (p *page) hasHeading(kind string) bool {
	return slices.ContainsFunc(p.headings, func(h heading) bool { return h.kind == kind && h.i < p.notes })
}

// mostly reports whether n sentences are most of those of the document.
func (p *page) mostly(n int) bool { return 2*n > len(p.sentences) }

// lines counts the sentences that are of a shape.
func (p *page) lines(of func(span) bool) (n int) {
	for _, s := range p.sentences {
		if of(s) {
			n++
		}
	}
	return n
}

// inTables counts the sentences in tables whose columns are told.
func (p *page) inTables() int {
	return p.lines(func(s span) bool { t := p.tableAt(s.i); return t != nil && len(t.columns) > 0 })
}

// inProfiles counts the sentences that tell of one person.
func (p *page) inProfiles() (n int) {
	for _, pr := range p.profiles {
		n = max(n, pr.j-pr.i)
	}
	return n
}

// isItem reports whether a sentence begins a line with a number or a sign, and names somebody: "1. Ông Trần Văn A, …".
func (p *page) isItem(s span) bool {
	t := p.toks[s.i]
	return (s.i == 0 || t.Breaks > 0) && t.Kind != text.Word && p.firstPerson(s) != nil
}

// opensNews reports whether a sentence opens a piece of news with a place or a body and a colon: "Quân khu 3: Chiều 13/2, …".
func (p *page) opensNews(s span) bool {
	n := p.itemFrom(s.i)
	if n >= len(p.items) || p.items[n].i != s.i || p.items[n].unit == nil && p.items[n].org == nil {
		return false
	}
	return p.next(p.items[n].j, s.j, ":")
}

// sections are the parts of a document that are read in a way of their own, in order.
func (p *page) sections() (out []Section) {
	add := func(i, j int, kind, of string) { out = append(out, Section{p.text.Span(i, j), kind, of}) }
	for _, h := range p.headings {
		add(h.i, h.j, h.kind, "")
	}
	for _, pr := range p.profiles {
		add(p.sentences[pr.i].i, p.sentences[pr.j-1].j, "profile", pr.who.who.name)
	}
	for _, t := range p.tables {
		add(t.i, t.j, "table", t.outline())
	}
	if p.notes < len(p.toks) {
		add(p.notes, len(p.toks), "notes", "")
	}
	slices.SortStableFunc(out, func(a, b Section) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}
