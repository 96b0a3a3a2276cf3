package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// doubt is the test for a doubt about a holding.
type doubt struct {
	name string
	of   func(p *Page, c claim) bool
}

// doubts are all doubts about a holding.
var doubts = []doubt{
	{"body-before", func(_ *Page, c claim) bool { return c.post.Guessed }},
	{"body-bare", func(_ *Page, c claim) bool { return c.post.Org.Generic() }},
	{"body-shape", func(_ *Page, c claim) bool { return c.post.Org != nil && c.post.Org.Shaped }},
	{"body-cut", func(p *Page, c claim) bool {
		return p.GoesOnSmall(c.post.J) || p.hyphenBehind(c.post.J) || c.post.Org.PlaceTaken() && p.unreadBehind(c.post)
	}},
	{"place-before", func(p *Page, c claim) bool {
		return c.post.Org.PlaceTaken() && (c.post.Org.Place() == nil || p.Rivals(c.post.Org.Place()))
	}},
	{"holder-before", func(p *Page, c claim) bool { return p.SentOf[c.who.I] != p.SentOf[c.post.I] && c.rule != "signature" }},
	{"name-short", func(_ *Page, c claim) bool { return text.Count(c.who.Who.Name) < 3 }},
	{"table", func(p *Page, c claim) bool {
		return c.rule == "table" || p.hasAny(p.Sentences[p.SentOf[c.post.I]], "|")
	}},
	{"list", func(_ *Page, c claim) bool { return c.rule == "list" || c.rule == "roster" || c.rule == "career-line" }},
	{"crowded", func(p *Page, c claim) bool { return p.crowd(p.Sentences[p.SentOf[c.post.I]]) > maxCrowd }},
	{"told", func(p *Page, c claim) bool {
		return strings.HasPrefix(c.rule, "event-") && c.status == record.Holds && !p.saysNow(c.post.I)
	}},
	{"told-back", func(p *Page, c claim) bool { return p.toldBack(c) }},
	{"proposal", func(p *Page, c claim) bool { return p.proposes(p.Sentences[p.SentOf[c.post.I]]) }},
	{"sources", func(p *Page, c claim) bool { return p.Encyclopedia }},
	{"abroad", func(p *Page, c claim) bool { return p.abroad }},
	{"nominated", func(_ *Page, c claim) bool { return c.status == record.Nominated }},
}

// hyphenBehind reports whether a hyphen joins a word to what ends before token i: "Ban Thanh niên-Nông thôn".
func (p *Page) hyphenBehind(i int) bool {
	return i+1 < len(p.Toks) && p.Toks[i].Is("-") && !p.Toks[i].Space && !p.Toks[i+1].Space && p.Toks[i+1].Kind == text.Word && p.Toks[i+1].Breaks == 0
}

// unreadBehind reports whether capital letters that were not read stand directly behind a post whose body is taken from
// the text: "ủy viên BCH VCCI", and not in a heading in capitals.
func (p *Page) unreadBehind(po *mention.Post) bool {
	return po.J < len(p.Toks) && p.Toks[po.J].AllUpper() && p.Toks[po.J].Breaks == 0 && p.Toks[po.J].Space && !p.Toks[po.J-1].AllUpper()
}

// moving is the doubt about a post that somebody holds who takes up another one in the same document: it may be left.
const moving = "moving"

// toldLater is the doubt about a post that somebody is told to take up in a document whose head tells of no such news: it may
// be background.
const toldLater = "told-later"

// inferred is the doubt about a post that is over for all that is known of its body, and no word says so.
const inferred = "inferred"

// doubtMoves adds the doubt about the posts of those who take up another.
func doubtMoves(drafts []draft) {
	takes := map[string]bool{}
	for _, d := range drafts {
		takes[d.Person] = takes[d.Person] || d.Status == record.Starts
	}
	for i := range drafts {
		if d := &drafts[i]; d.Status == record.Holds && takes[d.Person] && d.claim.post.Title.Family != "member" {
			d.doubts = append(d.doubts, moving)
		}
	}
}

// proposes reports whether a sentence speaks of what is planned or asked for.
func (p *Page) proposes(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if !p.Is(i, gazetteer.OfFrame) {
			continue
		}
		if c, n := p.Lists.Frames.Find(p.Toks[:s.J], i); n > 0 && (c == gazetteer.CProposed || c == gazetteer.CPlanned) {
			return true
		}
	}
	return false
}

// maxCrowd is the number of people and posts from which a sentence is crowded.
const maxCrowd = 14

// doubtsOf are the names of the doubts about a claim, in the order of the list.
func (p *Page) doubtsOf(c claim) []string {
	var out []string
	for _, d := range doubts {
		if d.of(p, c) {
			out = append(out, d.name)
		}
	}
	return out
}

// saysNow reports whether a word for the present stands close before token i: "hiện là", "đang giữ chức".
func (p *Page) saysNow(i int) bool {
	n := p.ItemFrom(i) - 1
	for n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[i] && p.Items[n].Person == nil && (p.Items[n].Event == "" || p.Lists.Words.AtOnce.Has(p.Toks[p.Items[n].I])) {
		n-- // over the posts of a list: "hiện là A kiêm B, C"
	}
	if n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[i] && p.Items[n].Event != "" {
		i = p.Items[n].J
	}
	for k := max(0, i-5); k < i; k++ {
		if p.SentOf[k] == p.SentOf[i-1] && p.Lists.Words.Now.Has(p.Toks[k]) {
			return !p.backThen(k)
		}
	}
	return false
}

// backThen reports whether words just before token i say that a present is one of the past: "Lúc này ông đang là …".
func (p *Page) backThen(i int) bool {
	for k := max(p.Sentences[p.SentOf[i]].I, i-3); k < i; k++ {
		if p.Pair(k, i, &p.Lists.Words.PastPresent) {
			return true
		}
	}
	return false
}

// hasIn reports whether a word of the class stands among the tokens.
func (p *Page) hasIn(s document.Span, c *gazetteer.Class) bool {
	return slices.ContainsFunc(p.Toks[s.I:max(s.I, s.J)], c.Has)
}

// hasAny reports whether one of the words stands among the tokens.
func (p *Page) hasAny(s document.Span, words ...string) bool {
	for i := s.I; i < s.J; i++ {
		if p.Toks[i].Is(words...) {
			return true
		}
	}
	return false
}

// crowd counts the people and posts in the tokens of s.
func (p *Page) crowd(s document.Span) int {
	n := 0
	for k := p.ItemFrom(s.I); k < len(p.Items) && p.Items[k].I < s.J; k++ {
		if p.Items[k].Person != nil || p.Items[k].Post != nil {
			n++
		}
	}
	return n
}
