package relation

import (
	"slices"
	"sort"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// draft is a record in the making.
type draft struct {
	record.Holding
	step bool   // a dated step of a career that lies back
	seat bool   // one person holds the post at a time
	head string // kind of organisation
	term int    // ordinal of the term that the post is tagged with, or 0

	scene     record.Date // of a post beside a name: the time long before the document of which its sentence tells
	effect    bool        // the day is the one from which a decision counts
	ranged    bool        // its sentence states begin or end
	claim     claim
	sent      int // index of the sentence, and its first token
	sentBegin int
	order     int // among the drafts of the person

	guessed bool     // the organisation is the one that the text named before
	doubts  []string // reasons for which it may be wrong
}

// Holdings turns the claims into records: one for each person, post and organisation, with the
// strongest status.
func (p *Page) Holdings(claims []claim) []record.Holding {
	p.findLate()
	if len(claims) == 0 {
		return nil
	}
	p.aliens = p.findAliens(claims)
	said := make([]draft, 0, len(claims))
	for _, c := range claims {
		if d, ok := p.holding(c); ok {
			if (c.status == record.Holds || c.status == record.Starts) && (p.untilRetired(c) || p.onwardFrom(c)) {
				c.status, d.Status = record.Former, record.Former
			}
			d.claim, d.sent = c, p.SentOf[c.post.I]
			if c.line.J > 0 {
				d.sent = p.SentOf[c.line.I]
			}
			d.sentBegin = p.Sentences[d.sent].I
			said = append(said, d)
		}
	}
	p.tellBackground(said)
	p.tellCareers(said)
	p.endParty(said)
	p.votedOn(said)
	p.takeEffect(said)
	p.datedTogether(said)
	drafts := mergeAll(said)
	drafts = joinGuessed(drafts)
	same := kinOf(len(drafts), func(i int) string { return drafts[i].Person })
	leaveForOther(drafts, same)
	p.leaveForHead(drafts, same)
	leaveToNext(drafts, same)
	leaveCommittee(drafts, same)
	leaveWithIt(drafts, same)
	dropReversed(drafts)
	doubtMoves(drafts)
	out := make([]record.Holding, len(drafts))
	for i, d := range drafts {
		out[i] = d.Holding
		out[i].AsOf = p.asOf(d.sent)
		if d.Status == record.Holds && !d.scene.IsZero() {
			out[i].AsOf = d.scene
		}
		if d.Status == record.Nominated {
			out[i].From, out[i].To = record.Date{}, record.Date{} // those of an earlier term
		}
		out[i].Evidence.Doubts, out[i].Evidence.Confidence = strings.Join(d.doubts, " "), p.Lists.Confidence("holding", d.doubts)
	}
	return p.dropOpen(out)
}

// leaveForOther ends a post that one person holds at a time when the same person takes up the same post
// elsewhere: the secretary of one province who becomes that of another.
func leaveForOther(drafts []draft, same kin) {
	for k := range drafts {
		a := &drafts[k]
		if a.Status != record.Starts || !a.seat {
			continue
		}
		for _, i := range same.around(k) {
			if b := &drafts[i]; b.Person == a.Person && b.Post == a.Post && b.head == a.head && b.Organization != a.Organization && b.Status == record.Holds {
				b.Status = record.Ends
			}
		}
	}
}

// leaveToNext ends the post with which somebody is named who takes up another one, where somebody else takes up the same
// seat in the same document: "bổ nhiệm ông A, Giám đốc Sở Y tế, giữ chức Trưởng ban; bổ nhiệm ông B giữ chức Giám đốc Sở
// Y tế".
func leaveToNext(drafts []draft, same kin) {
	taken := map[[2]string]string{}
	for _, d := range drafts {
		if d.Status == record.Starts && d.seat && d.Organization != "" {
			taken[[2]string{d.Post, d.Organization}] = d.Person
		}
	}
	for k := range drafts {
		a := &drafts[k]
		by, ok := taken[[2]string{a.Post, a.Organization}]
		if !ok || by == a.Person || a.Status != record.Holds || !a.seat {
			continue
		}
		for _, i := range same.around(k) {
			if b := &drafts[i]; b.Person == a.Person && b.Status == record.Starts && b.claim.post.Title.Family != "member" {
				a.Status = record.Ends
			}
		}
	}
}

// leaveForHead ends the post of the deputy of a body who becomes its head: "bổ nhiệm Phó Giám đốc Sở Y tế … giữ chức
// Giám đốc Sở Y tế".
func (p *Page) leaveForHead(drafts []draft, same kin) {
	for k := range drafts {
		a := &drafts[k]
		for _, i := range same.around(k) {
			b := &drafts[i]
			if b.Person != a.Person || b.Status != record.Holds || b.Organization != a.Organization || !p.Lists.DeputyOf(b.Post, a.Post) {
				continue
			}
			switch {
			case a.Status == record.Starts:
				b.Status = record.Ends
			case p.Encyclopedia && !b.From.IsZero() && b.From.Compare(a.From) < 0: // the later step of the career
				b.Status = record.Former
			}
		}
	}
}

// leaveWithIt ends a post on the day from which the same decision lets another begin: "được điều động … kể từ ngày
// 1/7".
func leaveWithIt(drafts []draft, same kin) {
	for k := range drafts {
		a := &drafts[k]
		if a.Status != record.Starts || !a.effect {
			continue
		}
		for _, i := range same.around(k) {
			if b := &drafts[i]; b.Person == a.Person && b.Status == record.Ends && b.To.IsZero() && b.AsOf == a.AsOf {
				b.To = a.From
			}
		}
	}
}

// dropReversed drops dates of which the end lies before the begin: one of them is of something else.
func dropReversed(drafts []draft) {
	for i := range drafts {
		if d := &drafts[i]; !d.From.IsZero() && !d.To.IsZero() && d.To.Last().Compare(d.From.First()) < 0 {
			d.From, d.To = record.Date{}, record.Date{}
		}
	}
}

// joinGuessed joins a post without an organisation, or with one that was only taken from the text before, to the
// same post of the same person that is named with its organisation: "Ông Hải làm Phó Thủ tướng từ năm 2007". Where
// there is none, a post without an organisation is no record.
func joinGuessed(drafts []draft) []draft {
	said, same := map[[2]string]int{}, map[[3]string]int{}
	out := make([]draft, 0, len(drafts))
	for _, d := range drafts {
		if !d.guessed {
			said[[2]string{d.Person, d.Post}] = len(out)
			same[[3]string{d.Person, d.Post, d.Organization}] = len(out)
			out = append(out, d)
		}
	}
	for _, d := range drafts {
		if !d.guessed {
			continue
		}
		i, ok := same[[3]string{d.Person, d.Post, d.Organization}]
		if !ok {
			i, ok = said[[2]string{d.Person, d.Post}]
		}
		if ok {
			d.Organization, d.Parent, d.Place = out[i].Organization, out[i].Parent, out[i].Place
			out[i] = mergeDoubts(out[i], d)
			continue
		}
		if d.Organization != "" {
			out = append(out, d)
		}
	}
	return out
}

// leaveCommittee ends the posts in a committee of someone who leaves the committee.
func leaveCommittee(drafts []draft, same kin) {
	for k := range drafts {
		a := &drafts[k]
		if a.Status != record.Ends || a.Post != gazetteer.Member && a.Post != gazetteer.StandingMember {
			continue
		}
		for _, i := range same.around(k) {
			if b := &drafts[i]; b.Person == a.Person && b.Organization == a.Organization && b.Status == record.Holds {
				b.Status = record.Ends
			}
		}
	}
}

// kin tells which of many records may be of one person: all where there are few, and else those of one name.
type kin [][]int

// maxKin is the number of records up to which all may be of one person, and how far away one of the same person is that
// is compared.
const maxKin = 64

// kinOf is the kin of n records by their names.
func kinOf(n int, name func(i int) string) kin {
	out := make(kin, n)
	group := map[string][]int{}
	key := ""
	for i := range n {
		if n > maxKin {
			key = name(i)
		}
		group[key] = append(group[key], i)
	}
	for _, same := range group {
		for _, i := range same {
			out[i] = same
		}
	}
	return out
}

// around are the records of the kin of record i that stand near it, itself too.
func (k kin) around(i int) []int {
	at, _ := slices.BinarySearch(k[i], i)
	return k[i][max(0, at-maxKin):min(len(k[i]), at+maxKin)]
}

// unrecorded reports whether a claim is of what is no record: a post of the staff, of another country, of a body whose posts
// are not recorded, a body that only its kind tells, a name that is none ("Nguyễn Văn A").
func (p *Page) unrecorded(c claim) bool {
	t, o := c.post.Title, c.post.Org
	switch k := p.Lists.KindOf[t.Unit]; {
	case t.Family == "staff", t.Family == "foreign", o.Out(), p.Placeholder(c.who.Who.Name):
		return true
	case k != nil && k.Out && (o == nil || o.Kind == k), p.aliens[c.who.Who], p.foreigner(c):
		return true
	case o.Loose() && p.AmongOutside(c.post.I), p.CentralParty(o) && p.otherParty(c.post.J):
		return true
	}
	return o != nil && o.Kind != nil && o.Kind.Field && o.Generic() && o.Kind.Branch != "party" && !mention.UnitKinds[o.Bare]
}

// otherParty reports whether the name of another party goes on at token j: "Ủy viên Trung ương Đảng Xã hội".
func (p *Page) otherParty(j int) bool {
	return j < len(p.Toks) && p.Toks[j].Upper() && p.Toks[j].Breaks == 0 && p.Pair(j, len(p.Toks), &p.Lists.Words.OtherParty)
}

// holding makes the record of a claim. It reports false for posts that are not recorded.
func (p *Page) holding(c claim) (draft, bool) {
	if p.unrecorded(c) {
		return draft{}, false
	}
	t, o := c.post.Title, c.post.Org
	h := record.Holding{Person: c.who.Who.Name, Post: c.post.Name, Organization: o.Name(), Status: c.status, AsOf: p.Published, Evidence: p.Evidence(c.at, c.rule)}
	if o == nil {
		st := p.stintOf(c)
		h.From, h.To = st.from, st.to
		return draft{Holding: h, step: st.step, seat: t.Seat, guessed: true, doubts: p.doubtsOf(c)}, t.Seat
	}
	if o.Parent != nil && !(o.Kind != nil && o.Kind.Board && o.Kind.Stands) {
		h.Parent = o.Parent.Name()
	}
	if u := o.Place(); u != nil {
		h.Place = u.Id
	}
	if h.Status == record.Holds && (p.isLate(c.who.Who) || p.termOver(c.post) || p.eraOver(c.post.I) && !c.lasts) {
		h.Status = record.Former
	}
	doubts := p.doubtsOf(c)
	past := h.Status == record.Holds && (p.history(c) || p.bodyOver(o, graceDays)) || h.Status == record.Starts && (p.history(c) || !p.Encyclopedia && p.eraOver(c.post.I) || p.bodyOver(o, newsAgain))
	if past && !c.lasts {
		h.Status, doubts = record.Former, append(doubts, inferred)
	}
	if c.post.Terms == 1 {
		h.Term = c.post.Term
	}
	h.Again = c.status == record.Starts && p.goesOnWith(c)
	st := p.stintOf(c)
	h.From, h.To = st.from, st.to
	if day := p.diedInOffice(c); !day.IsZero() && h.Status == record.Holds && h.To.IsZero() {
		h.Status, h.To = record.Ends, day
	}
	h.Status, st.step = p.hindsight(c, h, st)
	return draft{Holding: h, step: st.step, scene: st.scene, ranged: st.ranged, seat: t.Seat, head: o.Head(), term: c.post.Term, guessed: c.post.Guessed, doubts: doubts}, true
}

// asOf is the day for which sentence k tells who holds what: the document's own, or, where it has none, the last that its
// head tells, if the sentence itself tells that: "Ông A, Chủ tịch UBND tỉnh, dự lễ khai giảng ngày 5/9/2018". For other
// sentences that is a guess, which serves to read them, and states nothing.
func (p *Page) asOf(k int) record.Date {
	tells := func(d mention.DateMention) bool { return !d.Partial && d.After.Unit == "" && d.Date == p.Published }
	if p.Day.IsZero() && !p.Encyclopedia && slices.ContainsFunc(p.DatesIn(p.Sentences[k]), tells) {
		return p.Published
	}
	return p.Day
}

// hindsight is the status of a holding, and whether it is a step of a career, by what is told elsewhere: that the person is
// dead, that the step lies back, that an encyclopedia tells of the past.
func (p *Page) hindsight(c claim, h record.Holding, st stint) (record.Status, bool) {
	if (h.Status == record.Holds || h.Status == record.Starts) && p.late[c.who.Who] {
		h.Status = record.Former
	}
	if h.Status == record.Starts || h.Status == record.Holds {
		st.step = st.step || c.past || h.Status == record.Starts && p.toldOfBefore(c)
	}
	if p.Encyclopedia && h.Status == record.Ends {
		h.Status = record.Former
	}
	if p.Encyclopedia && h.Status == record.Nominated {
		return h.Status, true // what came of it goes before
	}
	if p.Encyclopedia && !c.lasts && !p.saysNow(c.post.I) {
		h.Status, st.step = p.looksBack(c, h, st)
		if h.Status == record.Holds && p.toldPast(c) {
			h.Status = record.Former
		}
	}
	if st.step && h.Status != record.Ends && h.Status != record.Nominated {
		h.Status = record.Former
		if c.lasts && !p.over(h.To) {
			h.Status = record.Holds
		}
	}
	return h.Status, st.step
}

// onceMore reports whether words say that somebody who holds a post takes it up again: "tái đắc cử",
// "tiếp tục được bầu làm".
func (p *Page) onceMore(at document.Span) bool {
	for i := max(at.I-nearVerb, p.Sentences[p.SentOf[at.I]].I); i+1 < at.J; i++ {
		if p.Lists.Words.OnceMore.Has(p.Toks[i], p.Toks[i+1]) {
			return true
		}
	}
	return false
}

// nearVerb is the number of tokens before a name among which the verb is that leads to it: "bổ nhiệm lại ông A".
const nearVerb = 6

// dropOpen leaves out a record whose organisation has no place when the same person has the same
// post in a body that completes it.
func (p *Page) dropOpen(all []record.Holding) []record.Holding {
	out := make([]record.Holding, 0, len(all))
	same := kinOf(len(all), func(i int) string { return all[i].Person + "\n" + all[i].Post })
	for i := range all {
		h, open := &all[i], false
		for _, k := range same.around(i) {
			if g := &all[k]; k != i && g.Person == h.Person && g.Post == h.Post && len(g.Organization) > len(h.Organization) && mention.HasPrefixWords(g.Organization, h.Organization) {
				open = true
			}
		}
		if !open {
			out = append(out, *h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Evidence.Span.Start < out[j].Evidence.Span.Start })
	return out
}
