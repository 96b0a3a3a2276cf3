package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// A career is told in steps: "Năm 2010, ông được bổ nhiệm Phó Giám đốc Sở Y tế; từ năm 2012, ông là Giám đốc. Sau đó,
// ông được bầu …". What a step tells lies back and is no news, also where its own sentence has no date. The steps of
// one person are put in order before the records are merged: a post is over when a later step takes its place, and
// goes on otherwise.

// beat is what one sentence says of one person's posts at one time.
type beat struct {
	drafts []*draft
	sent   int
	time   record.Date // as far as it is said
	told   bool        // it lies before the news
	event  bool        // somebody takes up or leaves a post
	then   bool        // it begins with "sau đó"
	item   bool        // in an item of a numbered list, which opens with the person
}

// tellCareers sets the status of the drafts that tell steps of careers, person by person.
func (p *Page) tellCareers(drafts []draft) {
	careers := p.careers(drafts)
	p.datedBackground(careers)
	series := 0
	for _, beats := range careers {
		if p.followBeats(beats) {
			series++
		}
	}
	for _, beats := range careers {
		if series >= minSeries && beats[0].item {
			for i := range beats {
				beats[i].told = beats[i].told || beats[i].event
			}
		}
		p.settleCareer(beats)
	}
}

// datedBackground marks the steps that news without a day tells with their year: "Tháng 6/2013, ông được bổ nhiệm …" below
// what the news reports, which has no year.
func (p *Page) datedBackground(careers [][]beat) {
	if !p.Published.IsZero() {
		return
	}
	news := len(p.Sentences)
	for _, beats := range careers {
		for i := range beats {
			if b := &beats[i]; b.event && !b.told && b.time.IsZero() {
				news = min(news, b.sent)
			}
		}
	}
	for _, beats := range careers {
		for i := range beats {
			b := &beats[i]
			b.told = b.told || b.event && b.sent > news && news <= mention.HeadSentences && !b.time.IsZero() && b.time.Day == 0
		}
	}
}

// minSeries is the number of people whose undated steps are known to lie back from which a numbered list of people
// is one of careers: then all its undated steps do.
const minSeries = 2

// maxBeats is the number of beats from which what is told of one person is no career: each is held against all others.
const maxBeats = 400

// careers gathers the drafts of each person as beats in the order of the text.
func (p *Page) careers(drafts []draft) [][]beat {
	of := map[*mention.Person][]*draft{}
	var order []*mention.Person
	for i := range drafts {
		who := drafts[i].claim.who.Who
		if of[who] == nil {
			order = append(order, who)
		}
		of[who] = append(of[who], &drafts[i])
	}
	var out [][]beat
	for _, who := range order {
		all := of[who]
		slices.SortStableFunc(all, func(a, b *draft) int { return a.rank() - b.rank() })
		if beats := p.beats(all); len(beats) <= maxBeats {
			out = append(out, beats)
		}
	}
	return out
}

// rank orders the drafts of a sentence: what stands beside the name was before what the sentence tells.
func (d *draft) rank() int {
	r := d.sent * 2 * document.LongestSentence
	if !strings.HasPrefix(d.claim.rule, "apposition") {
		r += document.LongestSentence
	}
	return r + d.claim.post.I - d.sentBegin
}

// beats splits the drafts of one person, in order, where the sentence or the time changes.
func (p *Page) beats(all []*draft) (out []beat) {
	for i, d := range all {
		d.order = i
		at := p.toldAt(d)
		if n := len(out); n > 0 && out[n-1].sent == d.sent && out[n-1].time == at {
			out[n-1].drafts = append(out[n-1].drafts, d)
		} else {
			out = append(out, beat{drafts: []*draft{d}, sent: d.sent, time: at, item: p.opensItemOf(d)})
		}
		b := &out[len(out)-1]
		b.event = b.event || d.Status == record.Starts || d.Status == record.Ends || d.step
		b.then = b.then || p.thenBefore(d)
		b.told = b.told || d.step || p.Encyclopedia && !at.IsZero() && d.claim.status == record.Starts || p.longAgo(at) && (b.event || d.claim.rule == "event-link" || d.claim.rule == "career-line") && !p.yearless(d)
	}
	return out
}

// opensItemOf reports whether the sentence of a draft opens an item of a numbered list with the person: "3- Ông A …".
func (p *Page) opensItemOf(d *draft) bool {
	i := d.sentBegin
	return p.Toks[i].Kind == text.Number && i+1 < len(p.Toks) && p.Toks[i+1].Is("-", ".", ")", "/") && d.claim.who.Head == i+2
}

// careerGap is the number of sentences over which a career is told on.
const careerGap = 4

// followBeats finds the undated beats that lie back because the beats around them do, and reports whether there are
// any.
func (p *Page) followBeats(beats []beat) (found bool) {
	near := func(a, b int) bool { return beats[b].sent-beats[a].sent <= careerGap }
	for i := range beats { // "sau đó": when the beat before was, or later
		if b := &beats[i]; i > 0 && b.then && b.event && b.time.IsZero() && !beats[i-1].time.IsZero() && near(i-1, i) {
			b.told = b.told || beats[i-1].told
			b.time = beats[i-1].time
		}
	}
	for i := len(beats) - 2; i >= 0; i-- {
		b, after := &beats[i], &beats[i+1]
		if b.told || !b.time.IsZero() || !after.told || !near(i, i+1) {
			continue
		}
		if !b.event {
			b.told = p.rises(b, beats[i+1:])
			continue
		}
		before := i > 0 && near(i-1, i)
		between := before && beats[i-1].told && !beats[i-1].time.IsZero()
		onward := b.then && (beats[0].item || !(before && beats[i-1].event && !beats[i-1].told))
		if between || onward || after.then || p.succeeds(after, b) {
			b.told, found = true, true
		}
	}
	return found
}

// succeeds reports whether a beat goes on from the one before: the deputy becomes head, a post is won again.
func (p *Page) succeeds(after, b *beat) bool {
	for _, x := range after.drafts {
		for _, y := range b.drafts {
			if y.Status == record.Starts && x.Organization == y.Organization && (x.Post == y.Post && x.Again || p.Lists.DeputyOf(y.Post, x.Post)) {
				return true
			}
		}
	}
	return false
}

// rises reports whether a beat without a time or a word for the present tells posts below one of the steps behind it, as
// a career begins: "Ông là Phó Chủ tịch UBND huyện. Năm 2011, ông được bổ nhiệm Giám đốc Sở".
func (p *Page) rises(b *beat, steps []beat) bool {
	level := lowest
	for i := range steps {
		if u := steps[i].drafts[0].claim.post.Org.Place(); u != nil && steps[i].told {
			level = min(level, u.Level)
		}
	}
	for _, d := range b.drafts {
		u := d.claim.post.Org.Place()
		if d.claim.rule != "event-link" || p.saysNow(d.claim.post.I) || d.claim.lasts || u == nil || u.Level <= level {
			return false
		}
	}
	return true
}

// lowest is the level of a commune.
const lowest = 3

// settleCareer sets the status of the steps of one person: those that a later one takes the place of are over.
func (p *Page) settleCareer(beats []beat) {
	gone := retired(beats) && !p.lately(beats)
	end, left := p.gone[beats[0].drafts[0].claim.who.Who]
	for i := range beats {
		b := &beats[i]
		if !b.told {
			continue
		}
		for _, d := range b.drafts {
			over, now := p.left(d, i, beats)
			over = (over || p.longPast(d.claim, b.time) && (i+1 < len(beats) || p.years(b.time) > 2*longHeld)) && !p.lineLasts(d)
			p.settleStep(d, b.time, gone || left && b.sent < end || over)
			if now && !gone && d.To.IsZero() && d.claim.status != record.Former && p.goesOnNow(d, b.time) {
				d.Status = record.Ends
			}
		}
	}
}

// lineLasts reports whether the line of a career says that it goes on: "01/2011 - đến nay: …".
func (p *Page) lineLasts(d *draft) bool {
	if d.claim.rule != "career-line" {
		return false
	}
	s := p.Sentences[d.sent]
	for i := s.I + 1; i < d.claim.post.I && i < s.J; i++ {
		if p.Toks[i].Is("nay") && (p.Toks[i-1].Is("-") || p.Lists.Words.Until.Has(p.Toks[i-1])) {
			return true
		}
	}
	return false
}

// retired reports whether the news calls somebody nothing but the former holder of a post: "ông A, nguyên Phó Chủ
// tịch UBND tỉnh".
func retired(beats []beat) (gone bool) {
	for i := range beats {
		for _, d := range beats[i].drafts {
			switch {
			case beats[i].told:
			case d.Status == record.Former:
				gone = gone || d.claim.post.Status == record.Former
			case d.Status != record.Nominated:
				return false
			}
		}
	}
	return gone
}

// lately reports whether somebody took up a post in the year before the document: "nguyên Tư lệnh Vùng 4, đã được điều
// về giữ chức Phó Tư lệnh từ ngày 1/8".
func (p *Page) lately(beats []beat) bool {
	year, month := p.now()
	for i := range beats {
		b := &beats[i]
		if b.told && !b.time.IsZero() && (year-b.time.Year)*12+month-max(b.time.Month, 1) <= 12 && b.drafts[0].claim.status == record.Starts {
			return true
		}
	}
	return false
}

// left reports whether somebody left a post for that of a later beat, and whether only what the news reports takes its
// place.
func (p *Page) left(d *draft, i int, beats []beat) (gone, now bool) {
	for k := range beats {
		if k == i || !beats[k].after(&beats[i], k > i) || !beats[k].told && (d.claim.lasts || p.saysNow(d.claim.post.I)) {
			continue
		}
		for _, e := range beats[k].drafts {
			switch {
			case beats[k].told && climbs(e, d):
				return true, false
			case !p.supplants(e, d):
			case beats[k].told:
				return true, false
			case e.Status == record.Starts && !p.leavesFor(e, d): // "bầu" and "bổ nhiệm" leave what was held at "holds"
			case e.Status != record.Former && e.Status != record.Nominated:
				gone, now = true, now || p.leavesFor(e, d)
			}
		}
	}
	for _, e := range beats[i].drafts {
		if e.order > d.order && p.supplants(e, d) && !p.sameSeries(d.claim.post.J, e.claim.post.I) {
			return true, false // "Phó Giám đốc Sở được điều động làm Bí thư Huyện ủy"
		}
	}
	return gone, now
}

// leavesFor reports whether one who holds the post of d leaves it by the event that the news reports: the deputy who
// becomes head, or one who is transferred.
func (p *Page) leavesFor(e, d *draft) bool {
	return e.Status == record.Starts && (e.claim.rule == "event-move" || e.Organization == d.Organization && p.Lists.DeputyOf(d.Post, e.Post))
}

// after reports whether a beat is later than another: news is later than what is told, and what is told without a
// time follows the text. In one sentence the post beside a name was before what is told: "Ngày 11/5/2019, ông A, Phó Giám
// đốc Công an, được bầu giữ chức Phó Chủ tịch".
func (b *beat) after(a *beat, behind bool) bool {
	switch {
	case b.told != a.told && b.sent == a.sent:
		return behind
	case b.told != a.told:
		return !b.told
	case !b.told || b.time.IsZero() || a.time.IsZero() || b.time == a.time:
		return behind
	}
	return b.time.Compare(a.time) > 0
}

// settleStep sets the status of a step of a career that lies back.
func (p *Page) settleStep(d *draft, at record.Date, left bool) {
	c := d.claim
	switch {
	case c.status == record.Nominated:
		d.step = true
	case c.status == record.Former, c.post.Status == record.Former:
	case c.line.J > 0, c.told != nil: // the row tells it
	case c.status == record.Ends && !strings.HasPrefix(c.rule, "apposition"):
		d.Status, d.step = record.Former, true
	case left:
		d.Status, d.step = record.Former, true
	case d.step && c.rule == "event-link" && c.status == record.Holds && d.From.IsZero() && !at.IsZero() && !c.lasts: // "Năm 2006, ông là …" tells no begin
	case d.To.IsZero() && p.goesOnNow(d, at):
		d.Status, d.step = record.Holds, true
	case d.Status == record.Starts || d.Status == record.Ends:
		d.Status, d.step = record.Former, true
	}
}

// longPast reports whether a line or a sentence of a career tells a post of so long ago that nobody holds it still, where a
// later step follows or even twice as much time has gone.
func (p *Page) longPast(c claim, at record.Date) bool {
	member := c.post.Title.Family == "member" && c.post.Org.Committee()
	return !member && (c.rule == "career-line" || c.rule == "event-link") && !at.IsZero() && p.years(at) > longHeld && !c.lasts && !p.saysNow(c.post.I)
}

// goesOnNow reports whether a post of which no end is told, and which was held at a time, can be held still.
func (p *Page) goesOnNow(d *draft, at record.Date) bool {
	who := d.claim.who.Who
	if p.Encyclopedia || p.late[who] || p.isLate(who) || p.termOver(d.claim.post) || p.eraOver(d.claim.post.I) {
		return false
	}
	year, _ := p.now()
	return (at.IsZero() || p.years(at) <= longHeld) && (!p.Published.IsZero() || year > lastHistory)
}

// lastHistory is the last year of which a document without a day, which speaks of none later, tells history and no news.
const lastHistory = 1999

// supplants reports whether one who takes up the post of e leaves that of d.
func (p *Page) supplants(e, d *draft) bool {
	a, b := e.claim.post, d.claim.post
	switch {
	case e.Post == d.Post && e.Organization == d.Organization, a.Org.Side(), b.Org.Side():
		return false
	case a.Title.Family == "member":
		return false
	case b.Title.Family == "member":
		return leavesCommittee(a.Org.Place(), b) || b.Org.Branch() == "mass" && a.Org.Branch() != "mass" && a.Title.Seat
	case e.Organization == d.Organization:
		return true
	case beside(a, b), beside(b, a):
		return false
	}
	return true
}

// climbs reports whether the chair of the people's committee of a place became the head of its committee of the Party,
// which are two steps of a career where they are told apart.
func climbs(e, d *draft) bool {
	a, b := e.claim.post, d.claim.post
	return a.Title.Family == "party" && a.Title.Seat && b.Org.Branch() == "state" && beside(a, b)
}

// leavesCommittee reports whether one who takes up a post in a place is no longer a member of the committee of
// another: that of a lower level, or of another place of the level.
func leavesCommittee(u *mention.Unit, b *mention.Post) bool {
	v := b.Org.Place()
	switch {
	case v == nil || !b.Org.Committee():
		return false
	case u == nil:
		return true
	}
	return u.Full() != v.Full() && u.Level <= v.Level
}

// beside reports whether the post a in a committee of the Party and b are held together: that of the committee of a
// place and of the chair there, that of the committee of a body and one in the body.
func beside(a, b *mention.Post) bool {
	if a.Org.Branch() != "party" || b.Org.Branch() == "party" || b.Org.Branch() == "mass" {
		return false
	}
	u, v := a.Org.Place(), b.Org.Place()
	if u == nil || v == nil {
		return strings.HasSuffix(a.Org.Name(), b.Org.Name())
	}
	return a.Org.Committee() && u.Full() == v.Full() && b.Title.Family == "chair" && b.Title.Seat
}
