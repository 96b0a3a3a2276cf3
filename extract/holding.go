package extract

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// draft is a record in the making.
type draft struct {
	Holding
	step bool   // a dated step of a career that lies back
	seat bool   // one person holds the post at a time
	head string // kind of organisation
	term int    // ordinal of the term that the post is tagged with, or 0

	guessed bool     // the organisation is the one that the text named before
	doubts  []string // reasons for which it may be wrong
}

// holdings turns the claims into records: one for each person, post and organisation, with the
// strongest status.
func (p *page) holdings(claims []claim) []Holding {
	if m := p.mainPerson(); m != nil && p.dead(m.who) {
		p.late = m.who
	}
	p.abroad = p.isAbroad()
	var drafts []draft
	index := map[[3]string]int{}
	for _, c := range claims {
		d, ok := p.holding(c)
		if !ok {
			continue
		}
		key := [3]string{text.Fold(d.Person), text.Fold(d.Post), text.Fold(d.Organization)}
		i, seen := index[key]
		if !seen {
			index[key] = len(drafts)
			drafts = append(drafts, d)
			continue
		}
		drafts[i] = mergeDoubts(drafts[i], d)
	}
	drafts = joinGuessed(drafts)
	leaveForOther(drafts)
	leaveCommittee(drafts)
	out := make([]Holding, len(drafts))
	for i, d := range drafts {
		out[i] = d.Holding
		out[i].Evidence.Doubts, out[i].Evidence.Confidence = strings.Join(d.doubts, " "), p.lists.confidence("holding", d.doubts)
	}
	return p.dropOpen(out)
}

// leaveForOther ends a post that one person holds at a time when the same person takes up the same post
// elsewhere: the secretary of one province who becomes that of another.
func leaveForOther(drafts []draft) {
	for _, a := range drafts {
		if a.Status != Starts || !a.seat {
			continue
		}
		for i := range drafts {
			if b := &drafts[i]; b.Person == a.Person && b.Post == a.Post && b.head == a.head && b.Organization != a.Organization && b.Status == Holds {
				b.Status = Ends
			}
		}
	}
}

// joinGuessed joins a post without an organisation, or with one that was only taken from the text before, to the
// same post of the same person that is named with its organisation: "Ông Hải làm Phó Thủ tướng từ năm 2007". Where
// there is none, a post without an organisation is no record.
func joinGuessed(drafts []draft) []draft {
	said := map[[2]string]int{}
	out := drafts[:0:0]
	for _, d := range drafts {
		if !d.guessed {
			said[[2]string{d.Person, d.Post}] = len(out)
			out = append(out, d)
		}
	}
	for _, d := range drafts {
		if !d.guessed {
			continue
		}
		if i, ok := said[[2]string{d.Person, d.Post}]; ok {
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
func leaveCommittee(drafts []draft) {
	for _, a := range drafts {
		if a.Status != Ends || a.Post != "Ủy viên" && a.Post != "Ủy viên Ban Thường vụ" {
			continue
		}
		for i := range drafts {
			if b := &drafts[i]; b.Person == a.Person && b.Organization == a.Organization && b.Status == Holds {
				b.Status = Ends
			}
		}
	}
}

// mergeDoubts joins two drafts and their doubts: what is said twice alike is doubtful only as far as both are.
func mergeDoubts(a, b draft) draft {
	out := merge(a, b)
	switch {
	case a.Status == b.Status:
		out.doubts = nil
		for _, d := range a.doubts {
			if slices.Contains(b.doubts, d) {
				out.doubts = append(out.doubts, d)
			}
		}
	case out.Status == b.Status:
		out.doubts = b.doubts
	default:
		out.doubts = a.doubts
	}
	return out
}

// strength orders statuses: what happened goes before what was, and that before what is.
var strength = map[Status]int{Holds: 1, Former: 2, Nominated: 3, Ends: 4, Starts: 4}

// merge joins two drafts of the same holding: what says more stays, with the dates of both. A step
// of a career goes on when the document also names the post as held; of two steps the later counts.
func merge(a, b draft) draft {
	switch {
	case a.step && !b.step:
		a, b = b, a
		fallthrough
	case b.step && !a.step:
		if (a.Status == Holds || a.Status == Starts) && a.AsOf.IsZero() && !b.To.IsZero() {
			return b // an undated document that tells the end speaks of what is over
		}
		if a.From.IsZero() && !b.From.IsZero() {
			a.From, a.Evidence = b.From, b.Evidence // the sentence that says since when
		}
		if a.To.IsZero() && a.Status != Holds {
			a.To = b.To
		}
		return a
	case a.step && b.step:
		if b.From.Compare(a.From) <= 0 {
			a, b = b, a
		}
		if b.term > 0 && b.term == a.term+1 && a.To.IsZero() && !a.From.IsZero() {
			b.From, b.Evidence = a.From, a.Evidence // elected for one term after the other
		}
		return b
	}
	if a.Status == Starts && b.Status == Ends && !strings.HasPrefix(b.Evidence.Rule, "apposition") { // taken up, and left again further on
		if b.From.IsZero() {
			b.From = a.From
		}
		return b
	}
	if a.Status == Starts && b.Status == Starts && !a.From.IsZero() && !b.From.IsZero() { // elected, then approved
		if b.From.Compare(a.From) < 0 {
			a.From, a.Evidence = b.From, b.Evidence
		}
	}
	if strength[b.Status] > strength[a.Status] {
		a, b = b, a
	}
	if a.From.IsZero() && !b.From.IsZero() && (a.Status == b.Status || a.Status == Ends && b.Status == Holds) {
		a.From = b.From
		if a.To.IsZero() {
			a.Evidence = b.Evidence
		}
	}
	if a.To.IsZero() && !b.To.IsZero() && a.Status == b.Status {
		a.To, a.Evidence = b.To, b.Evidence
	}
	return a
}

// holding makes the record of a claim. It reports false for posts that are not recorded.
func (p *page) holding(c claim) (draft, bool) {
	t, o := c.post.title, c.post.org
	if t.family == "staff" || t.family == "foreign" || o.out() {
		return draft{}, false
	}
	if t.unit != "" && p.lists.kindOf[t.unit].out || (t.body != "" && t.seat || t.unit == "Bộ") && p.foreigner(c.who) {
		return draft{}, false
	}
	if o.loose() && p.amongOutside(c.post.i) {
		return draft{}, false
	}
	if o != nil && o.kind != nil && o.kind.field && o.generic() && o.kind.branch != "party" && !unitKinds[o.bare] || p.placeholder(c.who.who.name) {
		return draft{}, false
	}
	h := Holding{Person: c.who.who.name, Post: c.post.name, Organization: o.name(), Status: c.status, AsOf: p.published, Evidence: p.evidence(c.at, c.rule)}
	if o == nil {
		st := p.stintOf(c)
		h.From, h.To = st.from, st.to
		return draft{Holding: h, step: st.step, seat: t.seat, guessed: true, doubts: p.doubtsOf(c)}, t.seat
	}
	if o.parent != nil && !(o.kind != nil && o.kind.name == "Ban Chấp hành") {
		h.Parent = o.parent.name()
	}
	if u := o.place(); u != nil {
		h.Place = u.id
	}
	if h.Status == Holds && p.isLate(c.who.who) {
		h.Status = Former
	}
	if h.Status == Holds && (p.termOver(c.post) || p.eraOver(c.post.i) && !c.lasts) {
		h.Status = Former
	}
	st := p.stintOf(c)
	h.From, h.To = st.from, st.to
	if (h.Status == Holds || h.Status == Starts) && p.late != nil && c.who.who == p.late {
		h.Status = Former
	}
	st.step = st.step || c.past && (h.Status == Starts || h.Status == Holds)
	if p.encyclopedia && !c.lasts && !p.saysNow(c.post.i) {
		h.Status, st.step = p.looksBack(c, h, st)
	}
	if st.step && h.Status != Ends && h.Status != Nominated {
		h.Status = Former
		if c.lasts {
			h.Status = Holds
		}
	}
	return draft{Holding: h, step: st.step, seat: t.seat, head: o.head(), term: c.post.term, guessed: c.post.guessed, doubts: p.doubtsOf(c)}, true
}

// isLate reports whether the document calls a person dead: "cố Thủ tướng Võ Văn Kiệt".
func (p *page) isLate(who *person) bool {
	if p.lates == nil {
		p.lates = map[*person]bool{}
		for k, it := range p.items {
			if it.post != nil && p.toks[it.i].Is("cố") && k+1 < len(p.items) && p.items[k+1].person != nil && p.items[k+1].i == it.j {
				p.lates[p.items[k+1].person.who] = true
			}
		}
	}
	return p.lates[who]
}

// looksBack is the status of a claim of an encyclopedia, which reports no events: what began is over unless it began
// in the last years, and so is what a verb or a line of a career tells without a word for the present.
func (p *page) looksBack(c claim, h Holding, st stint) (Status, bool) {
	switch {
	case h.Status == Starts && !st.from.IsZero() && p.years(st.from) <= fewYears:
		return Holds, false
	case h.Status == Starts, h.Status == Holds && (c.rule == "event-link" || c.rule == "career-line"):
		return Former, true
	}
	return h.Status, st.step
}

// fewYears is the number of years within which a post that was taken up is held as far as nothing is said.
const fewYears = 5

// placeholder reports whether a name is one of an example: "Nguyễn Văn A" in a text that says "ví dụ".
func (p *page) placeholder(name string) bool {
	words := strings.Fields(name)
	if len(words) < 3 || len(words[len(words)-1]) != 1 {
		return false
	}
	for i := range p.toks {
		if p.toks[i].Is("ví") && p.next(i+1, len(p.toks), "dụ") {
			return true
		}
	}
	return false
}

// foreigner reports whether a name has no surname of Việt Nam and no mark of its writing, or begins with a
// country: a minister of such a name is one of another government.
func (p *page) foreigner(m *mention) bool {
	name := text.New([]byte(m.who.name)).Tokens()
	_, surname := p.lists.surnames.find(name, 0)
	_, country := p.lists.foreign.find(name, 0)
	plain := stripMarks(m.who.name) == m.who.name
	return surname == 0 && plain && (len(name) > 1 || len(name) == 1 && !p.lists.given[name[0].Fold]) || country > 1
}

// isAbroad reports whether a document is about another country: it names countries far more often than Việt Nam and its
// places. The bodies of a centre that it names are then that country's.
func (p *page) isAbroad() bool {
	foreign, home := 0, len(p.anchors)
	for i := 0; i < len(p.toks); i++ {
		switch _, n := p.lists.foreign.find(p.toks, i); {
		case n > 0 && p.toks[i].Upper():
			foreign++
			i += n - 1
		case p.toks[i].Is("việt") && p.next(i+1, len(p.toks), "nam"):
			home++
		}
	}
	return foreign >= minForeign && foreign > 3*home
}

// minForeign is the number of times from which the countries that a document names tell what it is about.
const minForeign = 6

// termOver reports whether the term that a post is tagged with is over: of the Party's centre by the list of
// congresses; of another committee when the document reports an election to a later one.
func (p *page) termOver(po *post) bool {
	if po.term == 0 || po.org == nil {
		return false
	}
	if body := p.termBody(po.org); body != "" {
		return p.termEnded(body, po.term)
	}
	for q := po.org; q != nil; q = q.parent {
		if !q.committee() || !p.elected[q.name()] {
			continue
		}
		for _, c := range p.congresses {
			if !c.national && c.ordinal > po.term && partyOf(c.body) == partyOf(q) {
				return true
			}
		}
	}
	return false
}

// eraOver reports whether token i stands under a heading whose time is over: "### Giai đoạn 1940-1947", or below the
// title of a page about a term that is over: "# Bộ Chính trị khóa IV".
func (p *page) eraOver(i int) bool {
	if p.eras == nil {
		p.findEras()
	}
	return p.eras[p.sentOf[i]]
}

// findEras notes for each sentence whether the time of its heading is over. A heading without a time has that of the
// title of the page.
func (p *page) findEras() {
	p.eras = make([]bool, len(p.sentences))
	over, title, first, body := false, false, true, ""
	for k, s := range p.sentences {
		if p.markedHeading(s) || p.termHeading(s) {
			dated, past := p.headingTime(s, body)
			if first {
				body = p.headingBody(s)
			}
			if first {
				title, first = past, false
			}
			over = past || title && !dated
		}
		p.eras[k] = over
	}
}

// headingTime reports whether a heading names a time, by years or by the term of a body of the centre, and whether
// that is over.
func (p *page) headingTime(s span, title string) (dated, past bool) {
	for _, d := range p.datesIn(s) {
		if d.until {
			return true, p.over(d.date)
		}
	}
	body := cmp.Or(p.headingBody(s), title)
	for i := s.i; i < s.j; i++ {
		if p.toks[i].Is("khóa") && body != "" {
			if ordinal, n := p.ordinalAt(i+1, s.j); n > 0 {
				return true, p.termEnded(body, ordinal)
			}
		}
	}
	return false, false
}

// headingBody is the body of the centre that a heading names, or "".
func (p *page) headingBody(s span) string {
	for i := s.i; i < s.j; i++ {
		switch {
		case p.toks[i].Is("quốc") && p.next(i+1, s.j, "hội"):
			return assembly
		case p.next(i+1, s.j, "khóa", "đảng") && (p.toks[i].Is("ương") || p.toks[i].Is("trị", "thư") && i > s.i+1 && p.toks[i-2].Is("bộ", "ban")):
			return national
		}
	}
	return ""
}

// markedHeading reports whether a line is a heading by its sign, perhaps behind the links of its page: "[sửa | sửa mã
// nguồn]### Khóa XV".
func (p *page) markedHeading(s span) bool {
	i := s.i
	if p.toks[i].Is("[") {
		for i < s.j && !p.toks[i].Is("]") {
			i++
		}
		i++
	}
	return i < s.j && p.toks[i].Is("#")
}

// termHeading reports whether a line is nothing but a term: "Khóa XIII", "Nhiệm kỳ 2011-2016".
func (p *page) termHeading(s span) bool {
	i := s.i
	for i < s.j && p.toks[i].Is("*", "-") {
		i++
	}
	return s.j-i <= 6 && s.j > i && (p.toks[i].Is("khóa") || p.next(i, s.j, "nhiệm") && p.next(i+1, s.j, "kỳ")) && p.toks[i].Upper()
}

// termEnded reports whether a term of a body of the centre ended before the document.
func (p *page) termEnded(body string, ordinal int) bool {
	year, _ := p.now()
	for _, c := range p.lists.terms {
		if c.Body == body && c.Ordinal == ordinal && len(c.Term) == 9 && year > 0 {
			end, err := strconv.Atoi(c.Term[5:])
			return err == nil && year > end
		}
	}
	return false
}

// termBody is the body of the centre whose terms the lists know: the Party or the National Assembly, or "".
func (p *page) termBody(o *org) string {
	switch {
	case p.centralParty(o):
		return national
	case o.name() == assembly:
		return assembly
	}
	return ""
}

// assembly is the National Assembly.
const assembly = "Quốc hội"

// dropOpen leaves out a record whose organisation has no place when the same person has the same
// post in a body that completes it.
func (p *page) dropOpen(all []Holding) []Holding {
	out := all[:0:0]
	for i, h := range all {
		open := false
		for k, g := range all {
			if k != i && g.Person == h.Person && g.Post == h.Post && len(g.Organization) > len(h.Organization) && hasPrefixWords(g.Organization, h.Organization) {
				open = true
			}
		}
		if !open {
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Evidence.Span.Start < out[j].Evidence.Span.Start })
	return out
}

func hasPrefixWords(s, prefix string) bool {
	return prefix == "" || len(s) > len(prefix) && s[:len(prefix)] == prefix && s[len(prefix)] == ' '
}

// longEvidence is the length in bytes from which a sentence is cut to the part that matters.
const longEvidence = 600

// evidence is the sentence that holds the tokens, or of a long one the part between semicolons.
func (p *page) evidence(at span, rule string) Evidence {
	s := p.sentences[p.sentOf[at.i]]
	if e := p.sentences[p.sentOf[at.j-1]]; e.j > s.j {
		s.j = e.j
	}
	if p.text.Span(s.i, s.j).Len() > longEvidence {
		i, j := at.i, at.j
		for i > s.i && !p.toks[i-1].Is(";", ":") && p.text.Span(i-1, j).Len() < longEvidence {
			i--
		}
		for j < s.j && !p.toks[j].Is(";") && p.text.Span(i, j+1).Len() < longEvidence {
			j++
		}
		s = span{i, j}
	}
	sp := p.text.Span(s.i, s.j)
	return Evidence{Span: sp, Text: p.text.Slice(sp), Rule: rule}
}
