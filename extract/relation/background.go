package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// News tells beside what it reports how somebody came to the post, with the verbs of an appointment: "Ông A, Chánh Văn
// phòng Tỉnh ủy, cho biết … (ông A mới chuyển sang làm Chánh Văn phòng Tỉnh ủy từ đầu tháng 10)". That is background, and
// the post is one that he holds.

// background is what a document tells of how things were before its news.
type background struct {
	*Page
	quiet bool                         // the head of the document tells of nobody who takes up or leaves a post
	named map[*mention.Person][]*draft // the posts with which people are named
}

// tellBackground makes posts that somebody is told to have taken up before the news those of steps that lie back.
func (p *Page) tellBackground(said []draft) {
	if p.Encyclopedia || p.Own != nil {
		return
	}
	b := background{p, !p.headDecides(), map[*mention.Person][]*draft{}}
	for i := range said {
		d := &said[i]
		switch {
		case d.Status != record.Holds && d.Status != record.Former && d.claim.byEvent():
			b.quiet = b.quiet && d.sent > mention.HeadSentences
		case strings.HasPrefix(d.claim.rule, "apposition"), d.claim.rule == "identity", d.claim.rule == "event-link" && d.Status == record.Holds && p.saysNow(d.claim.post.I):
			b.named[d.claim.who.Who] = append(b.named[d.claim.who.Who], d)
		}
	}
	back := map[told]bool{} // what was told with it lies back too: "tham gia Ban Chấp hành và giữ chức Bí thư"
	for i := range said {
		if d := &said[i]; d.Status == record.Starts && d.claim.byEvent() && !d.Again && b.liesBack(d) {
			back[b.told(d)] = true
		}
	}
	for i := range said {
		d := &said[i]
		switch {
		case d.Status != record.Starts || !d.claim.byEvent():
		case back[b.told(d)]:
			d.Status = record.Holds
			d.step = d.step || d.monthly() && !b.namedThere(d)
			b.leavesDeputy(d)
		case b.quiet:
			d.doubts = append(d.doubts, toldLater)
		}
	}
	b.reachesNow(said)
}

// reachesNow makes the last post of a list of those that somebody went through one that is held, where the document names the
// person with it: "bà A, Chủ tịch HĐND tỉnh … Bà A đã trải qua các vị trí: Bí thư Huyện ủy, Chủ tịch HĐND tỉnh".
func (b *background) reachesNow(said []draft) {
	for i := 1; i < len(said); i++ {
		d, e := &said[i], &said[i-1]
		last := i+1 == len(said) || said[i+1].claim.who.Who != d.claim.who.Who || said[i+1].sent != d.sent
		if last && d.listedWith(e) && b.namedBefore(d, d.sent) {
			d.Status = record.Holds
		}
	}
}

// listedWith reports whether two drafts are of a list of the posts that a person had.
func (d *draft) listedWith(e *draft) bool {
	return d.claim.who.Who == e.claim.who.Who && d.sent == e.sent && d.claim.rule == "event-former" && e.claim.rule == "event-former" &&
		d.Status == record.Former && d.claim.post.Status == "" && d.To.IsZero()
}

// leavesDeputy makes the post of a deputy one of before, with which somebody is named who then became the head.
func (b *background) leavesDeputy(d *draft) {
	for _, e := range b.named[d.claim.who.Who] {
		if e.sent == d.sent && e.Status == record.Holds && e.Organization == d.Organization && b.Lists.DeputyOf(e.Post, d.Post) {
			e.Status = record.Former
		}
	}
}

// headDecides reports whether the head of the document tells that a decision is handed over: "trao quyết định cho Bí thư Huyện
// ủy A".
func (p *Page) headDecides() bool {
	for k := 0; k < len(p.Items) && p.SentOf[p.Items[k].I] <= mention.HeadSentences; k++ {
		if it := &p.Items[k]; it.Event == gazetteer.MPresent && p.Lists.Words.DecisionEnd.Has(p.Toks[it.J-1]) {
			return true
		}
	}
	return false
}

// told is what one sentence tells of one person, within a bracket or without.
type told struct {
	who       *mention.Person
	sent      int
	inBracket bool
}

// told is where a draft is told.
func (b *background) told(d *draft) told {
	return told{d.claim.who.Who, d.sent, b.InBracket(d.claim.post.I, b.Sentences[d.sent])}
}

// monthly reports whether the time of a draft is told without a day, as that of a step of a career is.
func (d *draft) monthly() bool { return !d.From.IsZero() && d.From.Day == 0 }

// namedThere reports whether the sentence of a draft names its person with a post.
func (b *background) namedThere(d *draft) bool {
	for _, e := range b.named[d.claim.who.Who] {
		if e.sent == d.sent {
			return true
		}
	}
	return false
}

// liesBack reports whether an appointment is told as background.
func (b *background) liesBack(d *draft) bool {
	s, i := b.Sentences[d.sent], d.claim.post.I
	month := d.monthly() // news tells its day
	switch {
	case b.SentOf[i] != d.sent || d.claim.line.J > 0:
		return false
	case b.lastsBehind(d.claim.post.J, s.J):
		return true
	case b.InBracket(i, s):
		return b.bracketBack(d, month)
	case b.quiet && (b.monthTold(d, s) || b.tellsWrong(s)):
		return true
	case b.looksBackAt(s), b.goesBackOn(d.sent):
		return month || b.namedBefore(d, d.sent)
	case (b.quiet || month) && b.onlyAfter(s, i):
		return true
	case b.bare(s, i):
		return b.namedBefore(d, d.sent)
	}
	return (month || b.quiet || b.oldDay(d)) && b.namedBefore(d, d.sent)
}

// monthTold reports whether a sentence itself tells the month or the year of a draft.
func (b *background) monthTold(d *draft, s document.Span) bool {
	if !d.monthly() {
		return false
	}
	for _, m := range b.DatesIn(s) {
		if m.Date == d.From {
			return true
		}
	}
	return false
}

// tellsWrong reports whether a sentence speaks of something done against the rules: "việc bổ nhiệm ông A là vi phạm quy định".
func (b *background) tellsWrong(s document.Span) bool {
	for i := s.I; i < s.J; i++ {
		if b.Pair(i, s.J, &b.Lists.Words.Wrongly) {
			return true
		}
	}
	return false
}

// goesBackOn reports whether sentence k goes on with what the sentence before tells of before: "Trước đó, ông A thôi giữ chức …
// Đồng thời, ông được chỉ định …".
func (b *background) goesBackOn(k int) bool {
	return k > 0 && b.Pair(b.Sentences[k].I, b.Sentences[k].J, &b.Lists.Words.AtOnceAlso) && b.looksBackAt(b.Sentences[k-1])
}

// namedBefore reports whether the person of a draft is named with its post, as one that is held, before sentence k ends or
// begins.
func (b *background) namedBefore(d *draft, k int) bool {
	for _, e := range b.named[d.claim.who.Who] {
		if e.sent < k && e.Status == record.Holds && e.claim.rule != "identity" && e.Post == d.Post && strings.EqualFold(e.Organization, d.Organization) {
			return true
		}
	}
	return false
}

// lastsBehind reports whether words behind a post say that it is held still: "được bổ nhiệm làm Giám đốc Sở cho đến nay".
func (b *background) lastsBehind(i, end int) bool {
	for k := i; k+1 < end && k < i+document.MaxSkip && !b.Toks[k].Is(",", ";", "("); k++ {
		if b.Toks[k].Is("đến") && b.Toks[k+1].Is("nay") {
			return true
		}
	}
	return false
}

// bracketBack reports whether a bracket tells how its person came to the post, which the sentence names too or a month: "(ông
// A mới chuyển sang làm Chánh Văn phòng từ tháng 10)", "(nguyên Chánh Văn phòng, nay được điều động làm Giám đốc Sở)".
func (b *background) bracketBack(d *draft, month bool) bool {
	if b.Toks[max(0, d.claim.who.Head-1)].Is("do") {
		return false // "thành lập Ban Pháp chế (do ông A làm Trưởng ban)"
	}
	return month || b.quiet || b.namedBefore(d, d.sent+1) || b.saysNow(d.claim.post.I)
}

// onlyAfter reports whether "sau khi" leads in the middle of a sentence to what is told before token i.
func (b *background) onlyAfter(s document.Span, i int) bool {
	for k := s.I + 1; k+1 < i; k++ {
		if w := &b.Lists.Words; b.Toks[k].Is("sau") && w.When.Has(b.Toks[k+1]) && b.Toks[k-1].Kind == text.Word && !w.AtOnceAfter.Has(b.Toks[k-1]) {
			return true
		}
	}
	return false
}

// bare reports whether no other verb of taking up than "tham gia" leads to the post at token i: "Ông A tham gia Ban Chấp hành
// và giữ chức Bí thư Huyện ủy".
func (b *background) bare(s document.Span, i int) bool {
	joins := false
	for n := b.ItemFrom(s.I); n < len(b.Items) && b.Items[n].I < i; n++ {
		switch it := b.Items[n]; {
		case it.Event == "" || it.Event == gazetteer.MLink:
		case it.Event == gazetteer.MStart && it.J-it.I <= 2 && b.Lists.Words.JoinLead.Has(b.Toks[it.J-1]):
			joins = true
		default:
			return false
		}
	}
	return joins
}

// oldDay reports whether the sentence of a draft tells a day of an earlier time, with its year, which news leaves out.
func (b *background) oldDay(d *draft) bool {
	for _, m := range b.DatesIn(b.Sentences[d.sent]) {
		if m.Partial || m.Date.Day == 0 || m.Date.Year == 0 || b.BornThere(&m) || b.CitedThere(m.I) {
			continue
		}
		if b.pastNews(m.Date) || b.Published.IsZero() && d.sent > mention.HeadSentences {
			return true
		}
	}
	return false
}
