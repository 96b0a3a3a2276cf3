package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// headPosts are the posts that the sentence gives to the items below it: the last, behind which nobody is named, and
// the one that its verb finds them in: "phân công các Ủy viên Bộ Chính trị tham gia Ban Bí thư gồm:".
func (l *linker) headPosts(colon bool) (out []givenPost) {
	for t := len(l.nodes) - 1; t >= 0; t-- {
		n := l.nodes[t]
		switch {
		case n.people != nil:
			return out
		case n.posts == nil || n.bound || slices.Contains(l.frame.by, n.I): // "theo đề nghị của Thủ tướng"
		case l.ofElection(n.I):
			return nil // "Ban bầu cử đại biểu Quốc hội:"
		case out == nil && !l.pluralBefore(n.I) && l.decides(t):
			return nil
		case out != nil:
			if l.pluralBefore(n.I) && l.electedBetween(n.J, l.sent.J) {
				out = append(out, givenPost{n.posts[len(n.posts)-1], record.Holds})
			}
			return out
		case !colon && !l.isHeading(t):
			return nil
		default:
			last := l.headPost(n.posts, colon)
			out = append(out, givenPost{last, l.headStatus(t, colon)})
		}
	}
	return out
}

// headPost is the post that a series in a head gives: the last, but of an army post that a heading names by what it was called at
// different times the first: "Chính ủy, Phó Sư đoàn trưởng về chính trị".
func (l *linker) headPost(posts []*mention.Post, colon bool) *mention.Post {
	first, last := posts[0], posts[len(posts)-1]
	if colon || first == last || first.Title.Family != "army" || !l.Toks[last.I-1].Is(",") {
		return last
	}
	switch {
	case first.Org.Name() == last.Org.Name():
		return first
	case first.Org == nil || first.Guessed:
		own := *first
		own.Org, own.Guessed = last.Org, last.Guessed
		return &own
	}
	return last
}

// ofElection reports whether the post at token i is that for which a body or a day of elections is named: "Tổ bầu cử đại biểu
// Hội đồng nhân dân".
func (l *linker) ofElection(i int) bool {
	return i > l.sent.I+2 && l.Lists.Words.Election.Has(l.Toks[i-2], l.Toks[i-1]) && l.Lists.Words.ElectionNoun.Has(l.Toks[i-3])
}

// headStatus is how the items below a head stand to its series t.
func (l *linker) headStatus(t int, colon bool) record.Status {
	n := l.nodes[t]
	m, _ := l.eventsBefore(t)
	switch {
	case m == gazetteer.MEnd && colon:
		return record.Ends
	case m == gazetteer.MNominate:
		return record.Nominated
	case m == gazetteer.MStart || m == gazetteer.MMove || l.electedBetween(l.sent.I, n.I) || l.startsWith(&l.Lists.Words.ResultOf) && l.resultOfBallot() || colon && l.electedBetween(n.J, l.sent.J):
		return record.Starts
	}
	return record.Holds
}

// decides reports whether the holder of series t decides of the items below: "Chủ tịch UBND tỉnh trao quyết định bổ nhiệm
// cho các ông, bà:", and not "Phó Chủ tịch được bầu gồm:".
func (l *linker) decides(t int) bool {
	if j := l.nodes[t].J; j+1 < l.sent.J && l.Lists.Words.Decision.Has(l.Toks[j], l.Toks[j+1]) {
		return true // "Về điều động cán bộ, Bộ trưởng quyết định điều động: bà A, …"
	}
	if l.eventBefore(t) {
		return false
	}
	for _, n := range l.nodes[t+1:] {
		if decided[n.event] == "" {
			continue
		}
		for k := l.nodes[t].J; k < n.I; k++ {
			if l.Toks[k].Is(",", ":") || l.Lists.Words.Undergoing.Has(l.Toks[k]) {
				return false
			}
		}
		return !l.Lists.Words.Undergoing.Has(l.Toks[n.I]) && !l.Lists.Words.VoteIn.Has(l.Toks[n.I])
	}
	return false
}

// eventBefore reports whether a verb that decides stands before node t.
func (l *linker) eventBefore(t int) bool {
	for _, n := range l.nodes[:t] {
		if decided[n.event] != "" {
			return true
		}
	}
	return false
}

// isHeading reports whether the sentence is a line that is nothing but series t.
func (l *linker) isHeading(t int) bool {
	n := l.nodes[t]
	if k := l.ItemFrom(n.J); k < len(l.Items) && l.Items[k].Org != nil && l.Items[k].I == n.J+1 && l.Toks[n.J].Is("-", "/", ",") {
		n.J = l.Items[k].J // "Chủ tịch Ủy ban hành chính - Ủy ban nhân dân tỉnh qua các thời kỳ": the body by its later name
	}
	if len(l.nodes) > 4 || !l.wholeLine() || l.Toks[l.sent.J-1].Is(".") {
		return false
	}
	end := l.beforeBracket(n.J)
	if (l.plainBefore(n.I) || n.I-l.sent.I <= 2 && l.plainItem(n.I)) && l.plainBetween(n.J, end) {
		return true // "I. TRƯỞNG BAN", "III. ỦY VIÊN BAN CHẤP HÀNH (xếp theo vần A, B, C)"
	}
	if l.opensHead() && n.posts[0].Title.Family == "member" && n.I > l.sent.I && l.Lists.Words.Entering.Has(l.Toks[n.I-1]) && l.electedBetween(l.sent.I, n.I) {
		return l.plainHead(n.J, end) // "Danh sách các vị được bầu vào Ủy ban Trung ương MTTQ Việt Nam"
	}
	if l.startsWith(&l.Lists.Words.ResultOf) && l.resultOfBallot() && l.plainHead(l.sent.I+2, n.I) && l.plainHead(l.pastPlaces(n.J), end) {
		return l.bareNameFollows() // "Kết quả bầu cử đại biểu HĐND tỉnh" over "1. Trần Văn A: 95% số phiếu"
	}
	from := l.sent.I
	if l.nodes[0].event == gazetteer.MPresent && l.nodes[0].I == from && l.Pair(l.nodes[0].J, l.sent.J, &l.Lists.Words.ListNoun) {
		from = l.nodes[0].J // "Công bố danh sách …"
	}
	return (from > l.sent.I || l.opensHead() || l.headIn(l.sent).past) && l.plainHead(from, n.I) && l.plainHead(l.pastPlaces(n.J), end)
}

// startsWith reports whether the sentence begins with a phrase of the class, perhaps behind a number.
func (l *linker) startsWith(c *gazetteer.Pairs) bool { return l.Pair(l.sent.I, l.sent.J, c) }

// beforeBracket is the end of the line without the bracket that closes it, if that begins at token i.
func (l *linker) beforeBracket(i int) int {
	if !l.Next(i, l.sent.J, "(") || !l.Toks[l.sent.J-1].Is(")") {
		return l.sent.J
	}
	for k := i + 1; k < l.sent.J-1; k++ {
		if l.Toks[k].Is("(", ")") {
			return l.sent.J
		}
	}
	return i
}

// pastPlaces is the token behind the places that stand from token i on: "Danh sách đại biểu Quốc hội khóa XI tỉnh Nam Định".
func (l *linker) pastPlaces(i int) int {
	for k := l.ItemFrom(i); k < len(l.Items) && l.Items[k].Unit != nil && l.Items[k].Unit.Name != "" && l.plainHead(i, l.Items[k].I) && l.Items[k].J <= l.sent.J; k++ {
		i = l.Items[k].J
	}
	return i
}

// opensHead reports whether the first word of the sentence is one with which the heading of a list begins: "Danh sách",
// "Các", "Lãnh đạo".
func (l *linker) opensHead() bool {
	for i := l.sent.I; i < l.sent.J; i++ {
		if t := l.Toks[i]; t.Kind == text.Word && !l.isRoman(i) {
			return l.Lists.Words.HeadOpener.Has(t)
		}
	}
	return false
}

// wholeLine reports whether the sentence is a line by itself.
func (l *linker) wholeLine() bool {
	return l.startsLine() && (l.sent.J == len(l.Toks) || l.Toks[l.sent.J].Breaks > 0)
}

// headVerb is the status of the posts of the items below a sentence that says what is decided of all of them, and names no
// post: "Những người được đề cử gồm:", "Kỳ họp đã bầu các chức danh sau:".
func (l *linker) headVerb() (status record.Status) {
	if l.resultOfBallot() {
		return record.Starts
	}
	for _, n := range l.nodes {
		switch {
		case n.posts != nil && !l.pluralBefore(n.I):
			status = ""
		case status != record.Nominated && decided[n.event] != "":
			status = decided[n.event]
		}
	}
	return status
}

// headMoves reports whether the sentence speaks of moving people, and tells the tokens behind its last verb.
func (l *linker) headMoves() (moves bool, behind document.Span) {
	behind = document.Span{I: l.sent.J, J: l.sent.J}
	for _, n := range l.nodes {
		if n.event != "" {
			moves, behind.I = moves || n.event == gazetteer.MMove, n.J
		}
	}
	return moves, behind
}
