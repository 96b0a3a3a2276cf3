package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// headMembers is membership of the body that the sentence names for the items below it: "Ban Thường vụ Tỉnh ủy (2025 -
// 2030)" as a heading, "Ban Thường vụ gồm 9 đồng chí:".
func (l *linker) headMembers(colon bool) []givenPost {
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		o := l.Items[n].Org
		if o == nil {
			continue
		}
		heading := (o.Kind != nil && o.Kind.Board || l.listsMembers(o)) && !l.Toks[l.sent.J-1].Is(".") && (l.plainItem(o.I) || l.opensHead() && l.plainHead(l.sent.I, o.I)) && l.plainHead(o.J, l.beforeLastBracket(o.J))
		elected := colon && o.Kind != nil && o.Kind.Board && (l.electedBetween(l.sent.I, o.I) && l.plainHead(o.J, l.sent.J) || l.resultOfBallot() && l.namesNothing() && l.bareNameFollows()) // "Kết quả bầu Ban Thường vụ khóa XIV:"
		if !heading && !elected && !(colon && l.consistsOf(o.J, l.sent.J) && !l.namedBehind(o.J)) {
			continue
		}
		if po := l.memberOf(o); po != nil {
			status := record.Holds
			if !heading && (elected || l.electedBetween(l.sent.I, o.I)) {
				status = record.Starts
			}
			return []givenPost{{po, status}}
		}
	}
	return nil
}

// listsMembers reports whether a line is the heading of a list of the members of a body that is no board: "Danh sách Bộ Chính trị khóa X", "Ban
// Bí thư" over a name.
func (l *linker) listsMembers(o *mention.Org) bool {
	if !l.wholeLine() || o.Generic() || o.Named == nil && o.Branch() != "assembly" {
		return false
	}
	i := o.I
	for i > l.sent.I && l.Toks[i-1].Kind == text.Word {
		i--
	}
	return l.Pair(i, o.I, &l.Lists.Words.ListNoun) || o.Named != nil && l.bareNameFollows()
}

// bareNameFollows reports whether the line behind the sentence, or behind its number, has a name and no post: "1. Trần Văn A 142/145
// phiếu".
func (l *linker) bareNameFollows() bool {
	k := l.behindNumber(l.SentOf[l.sent.I] + 1)
	if k >= len(l.Sentences) {
		return false
	}
	named := false
	s := l.Sentences[k]
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if l.Items[n].Post != nil {
			return false
		}
		named = named || l.Items[n].Person != nil
	}
	return named
}

// beforeLastBracket is the end of the line without the bracket that closes it, if one opens behind token i: "III. Ban Chấp hành
// Đảng bộ tỉnh khóa I (bầu tại Đại hội lần thứ I)".
func (l *linker) beforeLastBracket(i int) int {
	for ; i < l.sent.J; i++ {
		if l.Toks[i].Is("(") {
			return l.beforeBracket(i)
		}
	}
	return l.sent.J
}

// namedBehind reports whether the sentence names somebody behind token i.
func (l *linker) namedBehind(i int) bool {
	for _, n := range l.nodes {
		if n.people != nil && n.I >= i {
			return true
		}
	}
	return false
}

// consistsOf reports whether "gồm" follows a body at token i, and what it consists of follows at once: "Ủy ban Kiểm tra
// Huyện ủy khóa XX gồm 3 đồng chí: …", and not "gồm 11 người do ông A làm Chủ nhiệm".
func (l *linker) consistsOf(i, end int) bool {
	if !l.SentenceHas(l.sent.I, gazetteer.OfReference) {
		return false
	}
	for n := l.ItemFrom(i); n < len(l.Items) && l.Items[n].I < end; n++ {
		if it := l.Items[n]; it.Post != nil || it.Person != nil {
			end = it.I // "UBND thành phố có 4 Phó Chủ tịch gồm: …" has the names of these
			break
		}
	}
	for k := i; k < min(end, i+document.MaxSkip); k++ {
		switch {
		case l.Toks[k].Is("gồm"):
			for k++; k < end && (l.Toks[k].Kind == text.Number || l.Lists.Words.ListLead.Has(l.Toks[k])); k++ {
			}
			return k >= end || l.Toks[k].Is(":") || l.Toks[k].Upper() && !l.Next(k+1, end, "/")
		case l.Toks[k].Is(";", ".") || l.Toks[k].Is(",") && !l.termBetween(i, k):
			return false
		}
	}
	return false
}

// termBetween reports whether tokens [i, j) tell a term: "khóa XIX, nhiệm kỳ 2010 - 2015".
func (l *linker) termBetween(i, j int) bool {
	for ; i < j; i++ {
		if t := l.Toks[i]; t.Kind == text.Word && !l.Lists.Words.TermsWord.Has(t) && record.FromRoman(t.Norm) == 0 {
			return false
		}
	}
	return true
}

// memberOf is membership of a body, or nil for one that has no members: of a board that of the body that it steers.
func (l *linker) memberOf(o *mention.Org) *mention.Post {
	switch {
	case o.Named != nil:
		name := gazetteer.Member + " " + o.Named.Name
		if !l.Lists.Members[[2]string{gazetteer.Member, o.Named.Name}] {
			kind, n := l.Lists.Kinds.Find(l.Words(o.Named.Name), 0)
			if n == 0 || !kind.Committee || kind.Member != gazetteer.Member {
				return nil
			}
			name = gazetteer.Member // "Xứ ủy Nam Kỳ gồm …"
		}
		t, _ := l.Lists.Titles.Find(l.Words(name), 0)
		return &mention.Post{Span: o.Span, Title: t, Name: gazetteer.Member, Org: o}
	case o.Kind == nil || o.Kind.Member == "":
		return nil
	}
	t, _ := l.Lists.Titles.Find(l.Words(o.Kind.Member), 0)
	if t.Body != "" {
		return &mention.Post{Span: o.Span, Title: t, Name: t.Post, Org: &mention.Org{Span: o.Span, Literal: t.Body}} // of a "Đoàn đại biểu Quốc hội"
	}
	po := &mention.Post{Span: o.Span, Title: t, Name: o.Kind.Member, Org: o}
	if t.Unit == o.Kind.Name {
		po.Name = t.Post // "Đại biểu" of a HĐND
	}
	if o.Kind.Board && o.Parent != nil && !o.Kind.Stands {
		po.Org = o.Parent
	}
	return po
}

// members links the people behind "gồm" to the body that they make up: "Ủy ban Kiểm tra Huyện ủy gồm 3 đồng chí: A, B
// và C".
func (l *linker) members() {
	for k := l.ItemFrom(l.sent.I); k < len(l.Items) && l.Items[k].I < l.sent.J; k++ {
		o := l.Items[k].Org
		if o == nil || !l.consistsOf(o.J, l.sent.J) && !l.labelsMembers(o) || k > 0 && l.Items[k-1].Date == nil && l.Items[k-1].J == o.I-1 && l.Toks[o.I-1].Is(",", "của") {
			continue
		}
		po := l.memberOf(o)
		if po == nil || po.Org.Generic() {
			continue
		}
		status := record.Holds
		if l.electedBetween(l.sent.I, o.I) || l.justElected(po) {
			status = record.Starts
		}
		l.membersBehind(po, status)
	}
}

// labelsMembers reports whether a board that opens the sentence is the label of the names behind its colon: "Ban Thường vụ: Trần Văn A,
// Lê Văn B, Phạm Văn C".
func (l *linker) labelsMembers(o *mention.Org) bool {
	if o.Kind == nil || !o.Kind.Board || !l.plainBefore(o.I) {
		return false
	}
	named := 0
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.I < o.J || n.date != nil {
			continue
		}
		if n.people == nil {
			return false
		}
		if named == 0 && !l.leadsToNames(o.J, n.I) {
			return false
		}
		named += len(n.people)
	}
	return named > 1
}

// leadsToNames reports whether tokens [i, j) between a board and the first name tell its term and the number of its members, and end in a colon,
// perhaps before the number of the name: "khóa IV có 33 đồng chí:", ": (1)".
func (l *linker) leadsToNames(i, j int) bool {
	colon := false
	for ; i < j; i++ {
		t := l.Toks[i]
		colon = colon || t.Is(":")
		if t.Kind == text.Word && (colon || !l.Lists.Words.ListHead.Has(t) && !l.Lists.Words.ListLead.Has(t) && !l.isRoman(i)) {
			return false
		}
	}
	return colon
}

// ownPost reports whether the people of node t are named with a post of their own, which says what they are in the body:
// "UBND gồm Chủ tịch Trần Văn A, …".
func (l *linker) ownPost(t int) bool {
	if t+1 < len(l.nodes) && (l.nodes[t+1].event == gazetteer.MStart || l.nodes[t+1].event == gazetteer.MMove) && l.nodes[t+1].I-l.nodes[t].J <= 2 && !l.Toks[l.nodes[t+1].I-1].Is("(") {
		return true // "gồm 9 đồng chí, đồng chí A được bầu làm Bí thư"
	}
	return t > 0 && l.nodes[t-1].posts != nil && l.nodes[t].I-l.nodes[t-1].J <= 1 ||
		t+1 < len(l.nodes) && l.nodes[t+1].posts != nil && l.nodes[t+1].I-l.nodes[t].J <= 1
}

// membersBehind claims membership for the people in the list behind a body.
func (l *linker) membersBehind(po *mention.Post, status record.Status) {
	depth, at := 0, po.J
	for t := range l.nodes {
		n := &l.nodes[t]
		if n.I < po.J {
			continue
		}
		if depth += l.parens(at, n.I); depth < 0 || n.I-at > document.MaxSkip {
			return
		}
		at = n.J
		switch {
		case n.event != "" && depth > 0: // "Trần Văn A (bổ sung năm 1978)"
		case n.event == gazetteer.MStart, n.event == gazetteer.MMove, n.event == gazetteer.MEnd, n.event == gazetteer.MLink && !l.Lists.Words.Consisting.Has(l.Toks[n.I]):
			return
		case n.people != nil && depth == 0 && !l.ownPost(t):
			for _, who := range n.people {
				c := l.claim(who, po, status, "roster", document.Span{I: po.I, J: n.J})
				if d := l.nodes[0].date; d != nil && d.Date.Day == 0 && status == record.Holds && l.longAgo(d.Date) {
					c.told = &stint{step: true} // "Năm 1946, Ủy ban gồm …" says that it was so then
				}
			}
		}
	}
}
