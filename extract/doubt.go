package extract

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/nhiemky/nhiemky/extract/text"
)

// A doubt is a reason for which a holding may be wrong. The list doubts.csv says of each what share of the holdings
// was right whose gravest doubt it is, as counted on articles that were read by people; that share is the confidence
// of such a holding. A holding without a doubt has the share of "none". Records of other kinds have that of their
// kind.
type doubt struct {
	name string
	of   func(p *page, c claim) bool
}

// doubts are all doubts about a holding.
var doubts = []doubt{
	{"body-before", func(_ *page, c claim) bool { return c.post.guessed }},
	{"body-bare", func(_ *page, c claim) bool { return c.post.org.generic() }},
	{"body-cut", func(p *page, c claim) bool { return p.goesOnSmall(c.post.j) }},
	{"place-before", func(_ *page, c claim) bool { return c.post.org.placeTaken() }},
	{"holder-before", func(p *page, c claim) bool { return p.sentOf[c.who.i] != p.sentOf[c.post.i] }},
	{"holder-far", func(p *page, c claim) bool { return c.post.i-c.who.j > maxApart || c.who.head-c.post.j > maxApart }},
	{"name-short", func(_ *page, c claim) bool { return len(text.New([]byte(c.who.who.name)).Tokens()) < 3 }},
	{"name-odd", func(p *page, c claim) bool { return !p.usualName(c.who.who.name) }},
	{"table", func(p *page, c claim) bool { return p.hasAny(p.sentences[p.sentOf[c.post.i]], "|") }},
	{"list", func(_ *page, c claim) bool { return c.rule == "list" || c.rule == "roster" || c.rule == "career-line" }},
	{"crowded", func(p *page, c claim) bool { return p.crowd(p.sentences[p.sentOf[c.post.i]]) > maxCrowd }},
	{"condition", func(p *page, c claim) bool {
		return p.hasAny(p.sentences[p.sentOf[c.post.i]], "sẽ", "nếu", "phải", "kiến", "chưa")
	}},
	{"told", func(p *page, c claim) bool {
		return c.rule == "event-link" && c.status == Holds && !p.saysNow(c.post.i)
	}},
	{"undated-now", func(p *page, c claim) bool { return p.published.IsZero() && c.status == Holds }},
	{"undated-event", func(p *page, c claim) bool { return p.published.IsZero() && (c.status == Starts || c.status == Ends) }},
	{"sources", func(p *page, c claim) bool { return p.notes < len(p.toks) }},
	{"abroad", func(p *page, c claim) bool { return p.abroad }},
	{"left", func(_ *page, c claim) bool {
		return c.status == Ends && len(c.rule) > 10 && c.rule[:10] == "apposition"
	}},
	{"nominated", func(_ *page, c claim) bool { return c.status == Nominated }},
	{"replaced", func(_ *page, c claim) bool { return c.rule == "replaced" || c.rule == "event-replace" }},
}

const (
	maxApart = 30 // tokens between a name and a post from which they are far apart
	maxCrowd = 8  // people and posts from which a sentence is crowded
)

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

// generic reports whether an organisation is named by nothing but the word for its kind.
func (o *org) generic() bool {
	return o == nil || o.kind != nil && o.literal == "" && o.named == nil && o.field == "" && o.own == "" && o.parent == nil && o.unit == nil && !o.central
}

// placeTaken reports whether the place of an organisation or of one that it is part of is not said with it.
func (o *org) placeTaken() bool {
	for ; o != nil; o = o.parent {
		if o.taken {
			return true
		}
	}
	return false
}

// goesOnSmall reports whether a name that ends before token j may go on there in small letters.
func (p *page) goesOnSmall(j int) bool {
	if j+1 >= len(p.toks) || p.toks[j].Breaks > 0 {
		return false
	}
	if p.toks[j].Is("và", "về", "với", ",", "-") {
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

// usualName reports whether a name begins with a surname and ends in a syllable of given names.
func (p *page) usualName(name string) bool {
	toks := text.New([]byte(name)).Tokens()
	if len(toks) == 0 {
		return false
	}
	_, n := p.lists.surnames.find(toks, 0)
	return n > 0 && p.lists.given[toks[len(toks)-1].Fold]
}

// saysNow reports whether a word for the present stands close before token i: "hiện là", "đang giữ chức".
func (p *page) saysNow(i int) bool {
	for k := max(0, i-5); k < i; k++ {
		if p.toks[k].Is("hiện", "nay", "đang") {
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

// confidence is the share of the gravest of the doubts.
func (l *Lists) confidence(kind string, doubts []string) float64 {
	if kind != "holding" {
		return l.shares[kind]
	}
	least := l.shares["none"]
	for _, d := range doubts {
		least = min(least, l.shares[d])
	}
	return least
}

// doubt reads a row of doubts.csv.
func (l *Lists) doubt(r row) error {
	share, err := strconv.ParseFloat(r.get("share"), 64)
	if err != nil || share < 0 || share > 1 {
		return fmt.Errorf("share: %q is no number from 0 to 1", r.get("share"))
	}
	name := r.get("doubt")
	known := []string{"none", "congress", "document", "meeting"}
	for _, d := range doubts {
		known = append(known, d.name)
	}
	if !slices.Contains(known, name) {
		return fmt.Errorf("doubt: %q is none of %v", name, known)
	}
	l.shares[name] = share
	return nil
}
