package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// doubt is the test for a doubt about a holding.
type doubt struct {
	name string
	of   func(p *page, c claim) bool
}

// doubts are all doubts about a holding.
var doubts = []doubt{
	{"body-before", func(_ *page, c claim) bool { return c.post.guessed }},
	{"body-bare", func(_ *page, c claim) bool { return c.post.org.generic() }},
	{"body-shape", func(_ *page, c claim) bool { return c.post.org != nil && c.post.org.shaped }},
	{"body-cut", func(p *page, c claim) bool { return p.goesOnSmall(c.post.j) }},
	{"place-before", func(_ *page, c claim) bool { return c.post.org.placeTaken() }},
	{"holder-before", func(p *page, c claim) bool { return p.sentOf[c.who.i] != p.sentOf[c.post.i] && c.rule != "signature" }},
	{"name-short", func(_ *page, c claim) bool { return text.Count(c.who.who.name) < 3 }},
	{"table", func(p *page, c claim) bool {
		return c.rule == "table" || p.hasAny(p.sentences[p.sentOf[c.post.i]], "|")
	}},
	{"list", func(_ *page, c claim) bool { return c.rule == "list" || c.rule == "roster" || c.rule == "career-line" }},
	{"crowded", func(p *page, c claim) bool { return p.crowd(p.sentences[p.sentOf[c.post.i]]) > maxCrowd }},
	{"told", func(p *page, c claim) bool {
		return strings.HasPrefix(c.rule, "event-") && c.status == Holds && !p.saysNow(c.post.i)
	}},
	{"told-back", func(p *page, c claim) bool { return p.toldBack(c) }},
	{"proposal", func(p *page, c claim) bool { return p.proposes(p.sentences[p.sentOf[c.post.i]]) }},
	{"sources", func(p *page, c claim) bool { return p.encyclopedia }},
	{"abroad", func(p *page, c claim) bool { return p.abroad }},
	{"nominated", func(_ *page, c claim) bool { return c.status == Nominated }},
}

// moving is the doubt about a post that somebody holds who takes up another one in the same document: it may be left.
const moving = "moving"

// doubtMoves adds the doubt about the posts of those who take up another.
func doubtMoves(drafts []draft) {
	takes := map[string]bool{}
	for _, d := range drafts {
		takes[d.Person] = takes[d.Person] || d.Status == Starts
	}
	for i := range drafts {
		if d := &drafts[i]; d.Status == Holds && takes[d.Person] && d.claim.post.title.family != "member" {
			d.doubts = append(d.doubts, moving)
		}
	}
}

// proposes reports whether a sentence speaks of what is planned or asked for.
func (p *page) proposes(s span) bool {
	for i := s.i; i < s.j; i++ {
		if !p.is(i, ofFrame) {
			continue
		}
		if c, n := p.lists.frames.find(p.toks[:s.j], i); n > 0 && (c == cProposed || c == cPlanned) {
			return true
		}
	}
	return false
}

// maxCrowd is the number of people and posts from which a sentence is crowded.
const maxCrowd = 8

// doubtsOf are the names of the doubts about a claim, in the order of the list.
func (p *page) doubtsOf(c claim) []string {
	var out []string
	for _, d := range doubts {
		if d.of(p, c) {
			out = append(out, d.name)
		}
	}
	return out
}

// goesOnSmall reports whether a name that ends before token j may go on there in small letters.
func (p *page) goesOnSmall(j int) bool {
	if j+1 >= len(p.toks) || p.toks[j].Breaks > 0 {
		return false
	}
	if p.toks[j].Is("và", "về", "với") {
		j++
	}
	t := p.toks[j]
	if t.Kind != text.Word || t.Upper() || p.lists.particle[t.Fold] || t.Is("và", "ông", "bà", "đồng", "tỉnh", "thành", "huyện", "quận", "xã") {
		return false
	}
	_, verb := p.lists.verbs.find(p.toks, j)
	_, event := p.lists.events.find(p.toks, j)
	_, title := p.lists.titles.find(p.toks, j)
	return verb == 0 && event == 0 && title == 0
}

// saysNow reports whether a word for the present stands close before token i: "hiện là", "đang giữ chức".
func (p *page) saysNow(i int) bool {
	n := p.itemFrom(i) - 1
	for n >= 0 && p.sentOf[p.items[n].i] == p.sentOf[i] && p.items[n].event == "" && p.items[n].person == nil {
		n-- // over the posts of a list: "hiện là A, B, C"
	}
	if n >= 0 && p.sentOf[p.items[n].i] == p.sentOf[i] && p.items[n].event != "" {
		i = p.items[n].j
	}
	for k := max(0, i-5); k < i; k++ {
		if p.sentOf[k] == p.sentOf[i-1] && p.toks[k].Is("hiện", "nay", "đang") {
			return true
		}
	}
	return false
}

// hasAny reports whether one of the words stands in the tokens of s.
func (p *page) hasAny(s span, words ...string) bool {
	for i := s.i; i < s.j; i++ {
		if p.toks[i].Is(words...) {
			return true
		}
	}
	return false
}

// crowd counts the people and posts in the tokens of s.
func (p *page) crowd(s span) int {
	n := 0
	for k := p.itemFrom(s.i); k < len(p.items) && p.items[k].i < s.j; k++ {
		if p.items[k].person != nil || p.items[k].post != nil {
			n++
		}
	}
	return n
}
