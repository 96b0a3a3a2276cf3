package extract

// role is the part that the people of a node have in their clause, as far as it is not that of whom the event concerns.
type role string

const (
	rActs role = "acts" // decides, gives, signs, presides, attends
	rKin  role = "kin"  // is named for a relative
)

// frame is what a sentence says of how its clauses are meant. The parts of its people stand with their nodes, and
// events that are planned or proposed are changed to what they are then: a nomination, or a post that is still held.
type frame struct {
	annulled []span // tokens in which no event holds
	feigned  []span // tokens in which a post is only claimed

	by         []int // tokens at which those begin by whom or at whose request something is done
	succession []successionCue
}

// readFrame reads the cues of the sentence into its nodes and its frame.
func (l *linker) readFrame() {
	l.frame = frame{l.frame.annulled[:0], l.frame.feigned[:0], l.frame.by[:0], l.frame.succession[:0]}
	for i := l.sent.i; i < l.sent.j; i++ {
		if !l.is(i, ofFrame) {
			continue
		}
		c, n := l.lists.frames.find(l.toks[:l.sent.j], i)
		if n == 0 {
			continue
		}
		l.take(c, span{i, i + n})
		i += n - 1
	}
	l.severalTake()
}

// take notes what a cue at tokens s says.
func (l *linker) take(c cue, s span) {
	switch c {
	case cAnnulled:
		l.frame.annulled = append(l.frame.annulled, span{s.j, l.clauseEnd(s.j)})
	case cFeigned:
		l.frame.feigned = append(l.frame.feigned, span{s.j, l.claimEnd(s.j)})
	case cUntrue:
		l.untrue(s.i)
	case cRevoked:
		if l.lists.words.DecisionNoun.has(l.toks[l.sent.i]) {
			l.untrue(s.i)
		}
	case cPlanned:
		l.planned(s)
	case cProposed:
		l.proposed(s)
	case cBy:
		l.frame.by = append(l.frame.by, s.j)
		if k := l.personFrom(s.j); k >= 0 && !l.holdsAs(k, s) && !l.undergoes(k) {
			l.nodes[k].role = rActs
		}
	case cActs:
		if k := l.personTo(s.i); k >= 0 {
			l.nodes[k].role = rActs
		}
	case cBefore, cAfter:
		l.frame.succession = append(l.frame.succession, successionCue{s, c == cAfter})
	case cKin:
		if k := l.personFrom(s.j); k >= 0 {
			l.nodes[k].role = rKin
		}
	}
}

// claimEnd is the token behind what somebody claims to be from token i on: a comma ends it, and the next name.
func (l *linker) claimEnd(i int) int {
	end := l.sent.j
	if k := l.personAfter(l.nodeFrom(i)); k >= 0 {
		end = l.nodes[k].i
	}
	for ; i < end; i++ {
		if l.toks[i].Is(",", ";") {
			return i
		}
	}
	return end
}

// clauseEnd is the token behind the clause of token i: it ends at a semicolon and before "nhưng", "đồng thời", and
// before a verb of appointment that goes on behind "và" or a comma.
func (l *linker) clauseEnd(i int) int {
	k := l.nodeFrom(i)
	for ; i < l.sent.j; i++ {
		for k < len(l.nodes) && l.nodes[k].i < i+1 {
			k++
		}
		switch {
		case l.toks[i].Is(";") || l.lists.words.NewClause.has(l.toks[i]):
			return i
		case l.toks[i].Is(",", "và") && k < len(l.nodes) && l.nodes[k].i == i+1 && rank[l.nodes[k].event] >= rank[mStart] && l.nodes[k].event != mNot:
			return i
		}
	}
	return l.sent.j
}

// nodeFrom is the first node that begins at token i or behind it.
func (l *linker) nodeFrom(i int) int {
	k := 0
	for k < len(l.nodes) && l.nodes[k].i < i {
		k++
	}
	return k
}

// untrue takes back what the sentence says before token i, or where it names nobody before it, what events of the
// sentence before said: "Thông tin này là sai sự thật".
func (l *linker) untrue(i int) {
	named := false
	for _, n := range l.nodes {
		named = named || n.i < i && (n.people != nil || n.posts != nil)
	}
	if named {
		l.frame.annulled = append(l.frame.annulled, span{l.sent.i, i})
		return
	}
	before := l.sentOf[l.sent.i] - 1
	for k := len(l.claims) - 1; k >= 0 && l.sentOf[l.claims[k].post.i] == before; k-- {
		if l.claims[k].byEvent() {
			l.claims = append(l.claims[:k], l.claims[k+1:]...)
		}
	}
}

// planned makes the event directly behind a cue one to come: "sẽ giữ chức" puts forward, and who "sẽ nghỉ hưu" still
// holds the post.
func (l *linker) planned(s span) {
	k := l.nodeFrom(s.j)
	if k == len(l.nodes) || l.nodes[k].event == "" {
		return
	}
	for i := s.j; i < l.nodes[k].i; i++ {
		if !l.lists.words.Passive.has(l.toks[i]) {
			return
		}
	}
	if asked(l.nodes[k].event) == mLink && (l.hasAny(l.sent, "định") || l.toks[l.sent.i].Is("theo")) {
		return // "theo quyết định, ông A sẽ thôi giữ chức …": it is decided
	}
	for at := s.j; k < len(l.nodes) && l.nodes[k].event != "" && l.nodes[k].i-at <= 1; k++ {
		l.nodes[k].event = asked(l.nodes[k].event)
		at = l.nodes[k].j
	}
}

// maxAsked is the most tokens from a proposal to what it asks for.
const maxAsked = 14

// proposed makes the first event behind a cue one that is asked for, unless the cue is a noun: "theo đề nghị của …".
func (l *linker) proposed(s span) {
	if l.next(s.j, l.sent.j, "của", "trên", "này") || s.i > l.sent.i && l.lists.words.OfNoun.has(l.toks[s.i-1]) {
		return
	}
	if k := l.nodeFrom(s.i); k < len(l.nodes) && l.nodes[k].i == s.i && l.nodes[k].event == mNominate {
		return // "đề nghị bổ nhiệm" is an event of its own
	}
	at := s.j
	for k := l.nodeFrom(s.j); k < len(l.nodes) && l.nodes[k].i-s.j <= maxAsked; k++ {
		n := &l.nodes[k]
		switch {
		case n.people != nil, n.posts != nil, l.stops(at, n.i), l.hasAny(span{at, n.i}, "khi", "sau", "đã"):
			return
		case n.event == mEnd, n.event == mRetire, n.event == mStart, n.event == mMove:
			if l.settled(s.j) {
				return
			}
			for n.event = asked(n.event); k+1 < len(l.nodes) && rank[l.nodes[k+1].event] >= rank[mStart] && l.nodes[k+1].i == l.nodes[k].j; k++ {
				l.nodes[k+1].event = asked(l.nodes[k+1].event) // "phê chuẩn bổ nhiệm"
			}
			return
		}
		at = n.j
	}
}

// settled reports whether the sentence says behind token i that what was asked for was granted: "tờ trình … đã được
// HĐND thông qua".
func (l *linker) settled(i int) bool {
	for ; i+1 < l.sent.j; i++ {
		if l.lists.words.Granting.has(l.toks[i]) && l.lists.words.Granting.has(l.toks[i+1]) {
			return true
		}
	}
	return false
}

// asked is what an event is that is only asked for or planned.
func asked(m meaning) meaning {
	switch m {
	case mStart, mMove, mLink:
		return mNominate
	case mEnd, mRetire:
		return mLink
	}
	return m
}

// personFrom is the node of people that begins at token i, perhaps behind their posts; else -1.
func (l *linker) personFrom(i int) int {
	k := l.nodeFrom(i)
	if k == len(l.nodes) || l.nodes[k].i != i {
		return -1
	}
	if l.nodes[k].posts != nil && k+1 < len(l.nodes) && l.nodes[k+1].i == l.nodes[k].j {
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
	i := l.nodes[k].j
	for i < l.sent.j && (l.lists.words.Adverb.has(l.toks[i]) || l.toks[i].Is(",")) {
		i++
	}
	return i < l.sent.j && l.toks[i].Is("được", "bị")
}

// holdsAs reports whether the people of node k behind "do" are those who hold a post: "do ông A làm Bí thư".
func (l *linker) holdsAs(k int, s span) bool {
	if !l.toks[s.i].Is("do") || s.j-s.i > 1 {
		return false
	}
	for k++; k < len(l.nodes); k++ {
		switch n := l.nodes[k]; {
		case n.event == mLink:
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
	for i > l.sent.i && (l.lists.words.Adverb.has(l.toks[i-1]) || l.toks[i-1].Is(",", "-")) {
		i--
	}
	k := l.nodeFrom(i) - 1
	if k < 0 || l.nodes[k].j != i {
		return -1
	}
	if l.nodes[k].posts != nil && k > 0 && l.apposed(l.nodes[k-1].j, l.nodes[k].i) {
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
	i := l.nodes[k].i
	if k > 0 && l.nodes[k-1].posts != nil && l.nodes[k-1].j == i {
		i = l.nodes[k-1].i
	}
	return i > l.sent.i && l.lists.words.Objective.has(l.toks[i-1])
}

// speaks reports whether a verb of reports follows the people of node k and their posts.
func (l *linker) speaks(k int) bool {
	i := l.nodes[k].j
	if k+1 < len(l.nodes) && l.nodes[k+1].posts != nil && l.apposed(i, l.nodes[k+1].i) {
		i = l.nodes[k+1].j
	}
	for i < l.sent.j && (l.lists.words.Adverb.has(l.toks[i]) || l.toks[i].Is(",", "-")) {
		i++
	}
	_, n := l.lists.verbs.find(l.toks[:l.sent.j], i)
	return n > 0
}

// byEvent reports whether an event made the claim, and not a post beside a name.
func (c *claim) byEvent() bool {
	return len(c.rule) > 5 && c.rule[:5] == "event" || c.rule == "replaced"
}

// unreal reports whether the frame of the sentence says that a claim does not hold.
func (l *linker) unreal(c claim) bool {
	for _, s := range l.frame.feigned {
		if s.i <= c.post.i && c.post.i < s.j {
			return true
		}
	}
	if !c.byEvent() {
		return false
	}
	for _, s := range l.frame.annulled {
		if s.i <= c.post.i && c.post.i < s.j {
			return true
		}
	}
	return false
}

// barePronoun reports whether "ông", "bà", "đồng chí" without a name stands in tokens [i, j).
func (l *linker) barePronoun(i, j int) bool {
	for ; i < j; i++ {
		if l.toks[i].Is("đồng") && i+1 < j && l.toks[i+1].Is("chí") {
			i++
		} else if !l.lists.words.Pronoun.has(l.toks[i]) {
			continue
		}
		if i+1 >= len(l.toks) || !l.toks[i+1].Upper() && !l.toks[i+1].Is(":", "(") {
			return true
		}
	}
	return false
}
