package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// frame is what a sentence says of how its clauses are meant. The parts of its people stand with their nodes, and
// events that are planned or proposed are changed to what they are then: a nomination, or a post that is still held.
type frame struct {
	annulled []document.Span // tokens in which no event holds
	feigned  []document.Span // tokens in which a post is only claimed

	serves     []int // tokens at which the post of another begins: "trợ lý cho Bộ trưởng"
	by         []int // tokens at which those begin by whom or at whose request something is done
	succession []successionCue
}

// readFrame reads the cues of the sentence into its nodes and its frame.
func (l *linker) readFrame() {
	l.frame = frame{l.frame.annulled[:0], l.frame.feigned[:0], l.frame.serves[:0], l.frame.by[:0], l.frame.succession[:0]}
	if len(l.nodes) == 0 && !l.claimedBefore() {
		return
	}
	for i := l.sent.I; i < l.sent.J; i++ {
		if !l.Is(i, gazetteer.OfFrame) {
			continue
		}
		c, n := l.Lists.Frames.Find(l.Toks[:l.sent.J], i)
		if n == 0 {
			continue
		}
		l.take(c, document.Span{I: i, J: i + n})
		i += n - 1
	}
	l.severalTake()
	l.atHandover()
	l.fromOneToNext()
	l.readRoles()
}

// claimedBefore reports whether the last claim is of the sentence before, which a sentence may take back that names nothing
// itself: "Thông tin này là sai sự thật".
func (l *linker) claimedBefore() bool {
	n := len(l.claims)
	return n > 0 && l.SentOf[l.claims[n-1].post.I] == l.SentOf[l.sent.I]-1
}

// take notes what a cue at tokens s says.
func (l *linker) take(c gazetteer.Cue, s document.Span) {
	switch c {
	case gazetteer.CAnnulled:
		l.frame.annulled = append(l.frame.annulled, document.Span{I: s.J, J: l.clauseEnd(s.J)})
	case gazetteer.CFeigned:
		l.frame.feigned = append(l.frame.feigned, document.Span{I: s.J, J: l.claimEnd(s.J)})
	case gazetteer.CUntrue:
		l.untrue(s.I)
	case gazetteer.CRevoked:
		if l.Lists.Words.DecisionNoun.Has(l.Toks[l.sent.I]) {
			l.untrue(s.I)
		}
	case gazetteer.CPlanned:
		l.planned(s)
	case gazetteer.CProposed:
		l.proposed(s)
	case gazetteer.CBy:
		l.frame.by = append(l.frame.by, s.J)
		if k := l.personFrom(s.J); k >= 0 && !l.holdsAs(k, s) && !l.undergoes(k) {
			l.nodes[k].role = rActs
		}
	case gazetteer.CServes:
		l.frame.serves = append(l.frame.serves, s.J)
	case gazetteer.CActs:
		if k := l.personTo(s.I); k >= 0 {
			l.nodes[k].role = rActs
		}
	case gazetteer.CBefore, gazetteer.CAfter:
		l.frame.succession = append(l.frame.succession, successionCue{s, c == gazetteer.CAfter})
	case gazetteer.CKin:
		if k := l.personFrom(s.J); k >= 0 {
			l.nodes[k].role = rKin
		}
	}
}

// claimEnd is the token behind what somebody claims to be from token i on: a comma ends it, and the next name.
func (l *linker) claimEnd(i int) int {
	end := l.sent.J
	if k := l.personAfter(l.nodeFrom(i)); k >= 0 {
		end = l.nodes[k].I
	}
	for ; i < end; i++ {
		if l.Toks[i].Is(",", ";") {
			return i
		}
	}
	return end
}

// clauseEnd is the token behind the clause of token i: it ends at a semicolon and before "nhưng", "đồng thời", and
// before a verb of appointment that goes on behind "và" or a comma.
func (l *linker) clauseEnd(i int) int {
	k := l.nodeFrom(i)
	for ; i < l.sent.J; i++ {
		for k < len(l.nodes) && l.nodes[k].I < i+1 {
			k++
		}
		switch {
		case l.Toks[i].Is(";") || l.Lists.Words.NewClause.Has(l.Toks[i]):
			return i
		case l.Toks[i].Is(",", "và") && k < len(l.nodes) && l.nodes[k].I == i+1 && rank[l.nodes[k].event] >= rank[gazetteer.MStart] && l.nodes[k].event != gazetteer.MNot:
			return i
		}
	}
	return l.sent.J
}

// nodeFrom is the first node that begins at token i or behind it.
func (l *linker) nodeFrom(i int) int {
	k := 0
	for k < len(l.nodes) && l.nodes[k].I < i {
		k++
	}
	return k
}

// untrue takes back what the sentence says before token i, or where it names nobody before it, what events of the
// sentence before said: "Thông tin này là sai sự thật".
func (l *linker) untrue(i int) {
	named := false
	for _, n := range l.nodes {
		named = named || n.I < i && (n.people != nil || n.posts != nil)
	}
	if named {
		l.frame.annulled = append(l.frame.annulled, document.Span{I: l.sent.I, J: i})
		return
	}
	before := l.SentOf[l.sent.I] - 1
	for k := len(l.claims) - 1; k >= 0 && l.SentOf[l.claims[k].post.I] == before; k-- {
		if l.claims[k].byEvent() {
			l.claims = append(l.claims[:k], l.claims[k+1:]...)
		}
	}
}

// planned makes the event directly behind a cue one to come: "sẽ giữ chức" puts forward, and who "sẽ nghỉ hưu" still
// holds the post.
func (l *linker) planned(s document.Span) {
	k := l.nodeFrom(s.J)
	if k == len(l.nodes) || l.nodes[k].event == "" {
		return
	}
	for i := s.J; i < l.nodes[k].I; i++ {
		if !l.Lists.Words.Passive.Has(l.Toks[i]) {
			return
		}
	}
	if asked(l.nodes[k].event) == gazetteer.MLink && (l.hasAny(l.sent, "định") || l.Toks[l.sent.I].Is("theo")) {
		return // "theo quyết định, ông A sẽ thôi giữ chức …": it is decided
	}
	ends := false // "sẽ miễn nhiệm chức …": the post is still held
	for at := s.J; k < len(l.nodes) && l.nodes[k].event != "" && l.nodes[k].I-at <= 1; k++ {
		n := &l.nodes[k]
		n.planned = n.event == gazetteer.MReplace
		if !ends || n.event != gazetteer.MLink {
			if ends = asked(n.event) == gazetteer.MLink; ends {
				l.putsNobodyForward(k)
			}
			n.ask()
		}
		at = n.J
	}
}

// maxAsked is the most tokens from a proposal to what it asks for.
const maxAsked = 14

// proposed makes the first event behind a cue one that is asked for, unless the cue is a noun: "theo đề nghị của …".
func (l *linker) proposed(s document.Span) {
	if l.NextIn(s.J, l.sent.J, &l.Lists.Words.BehindProposal) || s.I > l.sent.I && l.Lists.Words.OfNoun.Has(l.Toks[s.I-1]) {
		return
	}
	if s.I > l.sent.I+1 && l.Lists.Words.Approval.Has(l.Toks[s.I-1]) {
		return // "phê chuẩn đề nghị miễn nhiệm …": it is granted
	}
	if k := l.nodeFrom(s.I); k < len(l.nodes) && l.nodes[k].I == s.I && l.nodes[k].event == gazetteer.MNominate {
		return // "đề nghị bổ nhiệm" is an event of its own
	}
	at, from := s.J, s.J
	for k := l.nodeFrom(s.J); k < len(l.nodes) && l.nodes[k].I-from <= maxAsked; k++ {
		n := &l.nodes[k]
		switch {
		case n.people != nil && l.Lists.Words.AsForEnd.Has(l.beforeName(k)) && from == s.J:
			from = n.J // "kiến nghị xử lý sai phạm đối với ông A, cho thôi …"
		case n.people != nil, n.posts != nil, l.stops(at, n.I), l.hasIn(document.Span{I: at, J: n.I}, &l.Lists.Words.ActDone):
			return
		case n.event == gazetteer.MLink && n.I-s.J <= 1 && !l.Lists.Words.PostWord.Has(l.Toks[n.I]):
			n.event = gazetteer.MNominate // "được đề xuất về làm Phó Trưởng phòng"
			return
		case n.event == gazetteer.MEnd, n.event == gazetteer.MRetire, n.event == gazetteer.MStart, n.event == gazetteer.MMove:
			if l.settled(s.J) {
				return
			}
			if asked(n.event) == gazetteer.MLink {
				l.putsNobodyForward(k)
			}
			for n.ask(); k+1 < len(l.nodes) && rank[l.nodes[k+1].event] >= rank[gazetteer.MStart] && l.nodes[k+1].I == l.nodes[k].J; k++ {
				l.nodes[k+1].ask() // "phê chuẩn bổ nhiệm"
			}
			return
		}
		at = n.J
	}
}

// settled reports whether the sentence says behind token i that what was asked for was granted: "tờ trình … đã được
// HĐND thông qua".
func (l *linker) settled(i int) bool {
	for ; i+1 < l.sent.J; i++ {
		if l.Lists.Words.Granting.Has(l.Toks[i]) && l.Lists.Words.Granting.Has(l.Toks[i+1]) {
			return true
		}
	}
	return l.votedFor(l.SentOf[l.sent.I] + 1)
}

// votedFor reports whether sentence k tells that what was asked for was voted for: "HĐND biểu quyết: 25/25 tán thành".
func (l *linker) votedFor(k int) bool {
	if k >= len(l.Sentences) {
		return false
	}
	s := l.Sentences[k]
	voted := false
	for i := s.I; i+1 < s.J && i < s.I+maxAsked; i++ {
		voted = voted || l.Pair(i, s.J, &l.Lists.Words.Voting)
		if voted && l.Pair(i, s.J, &l.Lists.Words.VotedFor) {
			return true
		}
	}
	return false
}

// putsNobodyForward takes their meaning from words for a nomination before node k, which ends a post: "dự kiến … sẽ trình Quốc hội miễn
// nhiệm".
func (l *linker) putsNobodyForward(k int) {
	for k--; k >= 0 && l.nodes[k].people == nil && l.nodes[k].posts == nil; k-- {
		if n := &l.nodes[k]; n.event == gazetteer.MNominate || n.event == gazetteer.MStart && l.Lists.Words.Entering.Has(l.Toks[n.I]) {
			n.event = gazetteer.MLink // "dự kiến vào ngày 25/11"
		}
	}
}

// ask makes the event of a node one that is asked for or planned, once: "dự kiến sẽ trình Quốc hội miễn nhiệm".
func (n *node) ask() {
	if !n.asked {
		n.event, n.asked = asked(n.event), true
	}
}

// asked is what an event is that is only asked for or planned.
func asked(m gazetteer.Meaning) gazetteer.Meaning {
	switch m {
	case gazetteer.MStart, gazetteer.MMove, gazetteer.MLink:
		return gazetteer.MNominate
	case gazetteer.MEnd, gazetteer.MRetire:
		return gazetteer.MLink
	}
	return m
}

// personFrom is the node of people that begins at token i, perhaps behind their posts; else -1.
func (l *linker) personFrom(i int) int {
	k := l.nodeFrom(i)
	if k == len(l.nodes) || l.nodes[k].I != i {
		return -1
	}
	if l.nodes[k].posts != nil && k+1 < len(l.nodes) && l.nodes[k+1].I == l.nodes[k].J {
		k++
	}
	if l.nodes[k].people == nil {
		return -1
	}
	return k
}

// undergoes reports whether it is said of the people of node k what is done to them: "theo quyết định của Chủ tịch UBND
// tỉnh, Trưởng phòng A được bổ nhiệm …".
func (l *linker) undergoes(k int) bool {
	i := l.nodes[k].J
	for i < l.sent.J && (l.Lists.Words.Adverb.Has(l.Toks[i]) || l.Toks[i].Is(",")) {
		i++
	}
	return i < l.sent.J && l.Lists.Words.PassiveMark.Has(l.Toks[i])
}

// holdsAs reports whether the people of node k behind "do" are those who hold a post: "do ông A làm Bí thư".
func (l *linker) holdsAs(k int, s document.Span) bool {
	if !l.Toks[s.I].Is("do") || s.J-s.I > 1 {
		return false
	}
	for k++; k < len(l.nodes); k++ {
		switch n := l.nodes[k]; {
		case n.event == gazetteer.MLink:
			return true
		case n.event != "", n.people != nil, n.posts == nil && n.date == nil:
			return false
		}
	}
	return false
}

// personTo is the node of people who do what stands at token i: directly before it are their name, the posts in
// apposition and small words; else -1.
func (l *linker) personTo(i int) int {
	for i > l.sent.I && (l.Lists.Words.Adverb.Has(l.Toks[i-1]) || l.Toks[i-1].Is(",", "-")) {
		i--
	}
	k := l.nodeFrom(i) - 1
	if k < 0 || l.nodes[k].J != i {
		return -1
	}
	if l.nodes[k].posts != nil && k > 0 && l.apposed(l.nodes[k-1].J, l.nodes[k].I) {
		k--
	}
	if l.nodes[k].people == nil {
		return -1
	}
	return k
}

// objective reports whether the people of node k are no subject of their clause: "cống hiến của đồng chí A", "làm thư
// ký cho Thủ tướng A".
func (l *linker) objective(k int) bool {
	i := l.nodes[k].I
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].J == i {
		i = l.nodes[k-1].I
	}
	return i > l.sent.I && l.Lists.Words.Objective.Has(l.Toks[i-1])
}

// speaks reports whether a verb of reports follows the people of node k and their posts.
func (l *linker) speaks(k int) bool {
	i := l.nodes[k].J
	if k+1 < len(l.nodes) && l.nodes[k+1].posts != nil && l.apposed(i, l.nodes[k+1].I) {
		i = l.nodes[k+1].J
	}
	for i < l.sent.J && (l.Lists.Words.Adverb.Has(l.Toks[i]) || l.Toks[i].Is(",", "-")) {
		i++
	}
	_, n := l.Lists.Verbs.Find(l.Toks[:l.sent.J], i)
	return n > 0
}

// byEvent reports whether an event made the claim, and not a post beside a name.
func (c *claim) byEvent() bool {
	return len(c.rule) > 5 && c.rule[:5] == "event" || c.rule == "replaced"
}

// unreal reports whether the frame of the sentence says that a claim does not hold.
func (l *linker) unreal(c claim) bool {
	for _, s := range l.frame.feigned {
		if s.I <= c.post.I && c.post.I < s.J {
			return true
		}
	}
	if i := c.post.I; i > l.sent.I && i < l.sent.J && l.Pair(i-1, l.sent.J, &l.Lists.Words.Directors) {
		return true // "Thay mặt Ban Giám đốc Công an tỉnh, Đại tá A": the board, not its head
	}
	if c.post.Guessed && l.unreadBehind(c.post) {
		return true // "Giám đốc CDC Thái Nguyên"
	}
	if !c.byEvent() {
		return false
	}
	if c.who.I < l.sent.I && l.postsAtLarge(c.post.I) {
		return true
	}
	for _, s := range l.frame.annulled {
		if s.I <= c.post.I && c.post.I < s.J {
			return true
		}
	}
	return false
}

// postsAtLarge reports whether the series in which the post at token i stands is of no one body and names no one: "bổ
// nhiệm, miễn nhiệm các chức danh Phó Chủ tịch nước, Bộ trưởng", "chỉ định Chủ tịch Ủy ban nhân dân của các tỉnh".
func (l *linker) postsAtLarge(i int) bool {
	for k := range l.nodes {
		n := &l.nodes[k]
		if n.posts == nil || i < n.I || i >= n.J {
			continue
		}
		if k > 1 && l.nodes[k-1].event == gazetteer.MLink && l.nodes[k-1].J == n.I && l.Lists.Words.Every.Has(l.Toks[l.nodes[k-1].I]) && l.ofNobody(k-2) {
			return true
		}
		return n.J+1 < l.sent.J && l.Lists.Words.OfBody.Has(l.Toks[n.J]) && l.Lists.Words.Every.Has(l.Toks[n.J+1])
	}
	return false
}

// ofNobody reports whether the event of node k, directly before the next node, is an appointment or a dismissal of which the
// sentence says nowhere whose it is.
func (l *linker) ofNobody(k int) bool {
	n := &l.nodes[k]
	if n.event != gazetteer.MStart && n.event != gazetteer.MEnd || n.J != l.nodes[k+1].I || l.barePronoun(l.sent.I, n.I) {
		return false
	}
	return !l.Lists.Words.PassiveMark.Has(l.Toks[n.I]) && (n.I == l.sent.I || !l.Lists.Words.PassiveMark.Has(l.Toks[n.I-1]))
}

// barePronoun reports whether "ông", "bà", "đồng chí" without a name stands in tokens [i, j).
func (l *linker) barePronoun(i, j int) bool { return l.lastPronoun(i, j) >= i }

// lastPronoun is the last "ông", "bà", "đồng chí" without a name in tokens [i, j), i-1 where there is none.
func (l *linker) lastPronoun(i, j int) int {
	for k := j - 1; k >= i; k-- {
		behind := k + 1
		if l.Pair(k, j, &l.Lists.Words.Comrade) {
			behind++
		} else if !l.Lists.Words.Pronoun.Has(l.Toks[k]) {
			continue
		}
		if behind >= len(l.Toks) || !l.Toks[behind].Upper() && !l.Toks[behind].Is(":", "(") {
			return k
		}
	}
	return i - 1
}
