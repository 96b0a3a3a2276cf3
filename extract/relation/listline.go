package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Lines within an open list that are more than one item, or a heading of the items below.

// moreItems reads the items that follow the one of node t in its line: "1. Trần Văn A, 2. Lê Văn B", "Khóa II: Trần Văn A (1970 -
// 1974), Lê Văn B (1974 - 1978)". Words end them.
func (l *linker) moreItems(t int) {
	if len(l.list.posts) == 0 {
		return
	}
	at := l.nodes[t].J
	for k := t + 1; k < len(l.nodes); k++ {
		n := &l.nodes[k]
		if n.date != nil {
			continue
		}
		if n.people == nil || !l.partsItems(at, n.I) {
			return
		}
		l.item(k, n.I)
		at = n.J
	}
}

// partsItems reports whether tokens [i, j) between two names have a comma or a semicolon, a number, and what stands in brackets,
// and nothing else.
func (l *linker) partsItems(i, j int) bool {
	depth, parted := 0, false
	for ; i < j; i++ {
		switch t := l.Toks[i]; {
		case t.Is("("):
			depth++
		case t.Is(")"):
			depth--
		case depth > 0:
		case t.Is(",", ";"):
			parted = true
		case t.Kind == text.Number:
			parted = parted || l.Next(i+1, j, ".", ")", "-", "/")
		case t.Kind == text.Word:
			return false
		}
	}
	return parted && depth == 0
}

// labelsOthers reports whether a line within a list is a label of which no post, body or place is known: "Khách mời:", "Giúp việc:".
// The names below it are not of the list.
func (l *linker) labelsOthers() bool {
	return len(l.nodes) == 0 && l.sent.J-l.sent.I <= maxLabel && l.Toks[l.sent.J-1].Is(":") && !l.plainHead(l.sent.I, l.sent.J)
}

// opensChapter reports whether a line within a list is a marked heading of something else than a term, a place or more of the list:
// "## Các chỉ huy nổi bật".
func (l *linker) opensChapter() bool {
	if !l.markedHeading(l.sent) || slices.ContainsFunc(l.nodes, func(n node) bool { return n.posts != nil || n.people != nil }) {
		return false
	}
	for i := l.behindLinks(l.sent); i < l.sent.J; i++ {
		if l.IsYear(i) {
			return false
		}
	}
	return !l.plainHead(l.behindLinks(l.sent), l.sent.J)
}

// enterChapter notes a marked heading over those of all times, which goes for the lists below its lesser headings: "## Lãnh đạo qua các
// thời kỳ" over "### Phó Tư lệnh".
func (l *linker) enterChapter() {
	if !l.markedHeading(l.sent) {
		return
	}
	level := 0
	for i := l.behindLinks(l.sent); i < l.sent.J && l.Toks[i].Is("#"); i++ {
		level++
	}
	switch {
	case l.headIn(l.sent).past:
		l.pastChapter = level
	case level <= l.pastChapter:
		l.pastChapter = 0
	}
}

// closerInItem reports whether the last post of the item of node t says more closely which of the common post it is, in the same body.
func (l *linker) closerInItem(t int, common *mention.Post) bool {
	if t+1 >= len(l.nodes) || l.nodes[t+1].posts == nil || l.nodes[t+1].bound {
		return false
	}
	posts := l.nodes[t+1].posts
	own := posts[len(posts)-1]
	if common.Name == gazetteer.AnyMember {
		return (own.Status == "" || own.Status == record.Starts) && own.Org != nil && common.Org != nil && own.Org.Name() == common.Org.Name() // "…, Ủy viên" among the "Thành viên"
	}
	return own.Title.Post == common.Title.Post && len(own.Name) > len(common.Name) && own.Status == "" && own.Org != nil && common.Org != nil && own.Org.Name() == common.Org.Name()
}

// alternates makes the items below a line "Dự khuyết:" within a list of members alternate members, and those below "Chính thức:"
// full ones again. Names may stand in the line, behind its colon.
func (l *linker) alternates() bool {
	if len(l.list.posts) == 0 || !l.startsLine() {
		return false
	}
	end := l.sent.J
	if t := l.personAfter(0); t >= 0 {
		end = l.nodes[t].I
		if !l.Toks[end-1].Is(":") {
			return false
		}
	}
	alternate, full := l.hasPair(document.Span{I: l.sent.I, J: end}, &l.Lists.Words.Alternate), l.hasPair(document.Span{I: l.sent.I, J: end}, &l.Lists.Words.FullMember)
	if alternate == full || !l.plainLabel(end) {
		return false
	}
	for k, g := range l.list.posts {
		l.list.posts[k].post = l.memberAs(g.post, alternate)
	}
	l.list.idle = 0
	if t := l.personAfter(0); t >= 0 {
		l.item(t, l.sent.I)
		l.moreItems(t)
		l.list.served = true
	}
	return true
}

// plainLabel reports whether the sentence up to token end has only words that a line over the alternate members of a list has.
func (l *linker) plainLabel(end int) bool {
	for i := l.sent.I; i < end; i++ {
		t := l.Toks[i]
		if t.Kind == text.Word && !l.Lists.Words.ListHead.Has(t) && !l.Lists.Words.ListLead.Has(t) && !l.hasPair(document.Span{I: i, J: i + 2}, &l.Lists.Words.Alternate) && !l.hasPair(document.Span{I: i - 1, J: i + 1}, &l.Lists.Words.Alternate) {
			return false
		}
	}
	return true
}

// partOfList reports whether the body of a line within a list of members is a board of theirs that has no members of its own, such as
// "I. Ban Thường trực" below "Danh sách Ủy viên Ủy ban Mặt trận Tổ quốc tỉnh": its posts are those of the body that they are members of.
func (l *linker) partOfList(o *mention.Org) bool {
	if o == nil || !l.Pair(o.I, o.J, &l.Lists.Words.StandingBoard) || len(l.list.posts) == 0 {
		return false
	}
	whole := l.list.posts[0].post
	if whole.Title.Family != "member" || whole.Org == nil || whole.Org.Generic() || o.J-o.I > 3 && (o.Parent == nil || o.Parent.Name() != whole.Org.Name()) {
		return false
	}
	l.list.body, l.list.idle = steered(whole.Org), 0
	return true
}

// bodyOfMembers is the body of which the items of a list of members have the posts that they are named with alone: "Thành viên UBND xã
// gồm:" over "1. Trần Văn A: Chủ tịch"; nil for another list, or for a body of the centre, whose members have theirs elsewhere.
func (l *linker) bodyOfMembers(po *mention.Post) *mention.Org {
	if po.Title.Family != "member" || po.Org == nil || po.Org.Kind == nil || po.Org.Generic() || po.Guessed || po.Org.Taken {
		return nil
	}
	return steered(po.Org)
}

// memberAs is the post of a member as one of the alternate members, or as one of the full ones; other posts stay.
func (l *linker) memberAs(po *mention.Post, alternate bool) *mention.Post {
	if po.Name != gazetteer.Member && po.Name != gazetteer.AlternateMember {
		return po
	}
	own := *po
	if own.Name = gazetteer.Member; alternate {
		own.Name = gazetteer.AlternateMember
	}
	return &own
}

// bodyOver is the body of the posts of the list over another whose posts name none: "Phó Giám đốc:" below the list of "Giám đốc Sở
// Công Thương:", "Ủy viên Ban Thường vụ" below that of a committee; else nil.
func (l *linker) bodyOver(over *openedList, posts []givenPost) *mention.Org {
	if len(over.posts) == 0 || len(posts) == 0 {
		return nil
	}
	above := over.posts[0].post
	if above.Org == nil || above.Org.Generic() {
		return nil
	}
	for _, g := range posts {
		po := g.post
		named := po.Org != nil && !po.Guessed && !(po.Org.Generic() && po.Org.Bare == "")
		kin := above.Title.Family == po.Title.Family && (po.Title.Family == "member" || po.Title.Family == "party" || po.Title.Family == "chair")
		kin = kin || above.Title.Family == "member" && leadsKind(po.Title, above.Org.Kind) // "I. TRƯỞNG BAN" below "DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO …"
		if seat := above.Org.Branch() == "mass" && (l.ofBoard(po.Title) || l.boardSeat(po.Title)); seat && (!named || po.Org.Taken || po.Org.J <= po.I || po.Org.I >= po.J) {
			continue // "Ủy viên Ban Chấp hành" below "Chủ tịch" of a Hội Nông dân
		}
		if named || !kin && !l.Lists.DeputyOf(po.Name, above.Name) && !l.Lists.DeputyOf(above.Name, po.Name) {
			return nil
		}
	}
	if l.memberOf(above.Org) == nil {
		return above.Org
	}
	return steered(above.Org)
}
