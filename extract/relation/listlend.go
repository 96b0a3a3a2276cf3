package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// The body of the heading, for the posts of items that leave theirs out.

// lendToItem gives the posts of an item that leave their body out the one that the heading of the list names.
func (l *linker) lendToItem() {
	if !l.opensItem() {
		return
	}
	if l.list.body == nil && (l.list.place == nil || len(l.list.posts) > 0) {
		l.lendBesidePost()
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		for k, po := range n.posts {
			if l.ownBody(po) && !l.lacksPlace(po.Org) || po.J < l.sent.J && l.Toks[po.J].Kind == text.Word && !(l.list.joined && l.labels(t)) && !l.namedAt(po.J) {
				continue // "Bí thư Đoàn cơ quan" is of a body of its own
			}
			if own := l.ofList(po); own != po {
				n.posts = slices.Clone(n.posts)
				n.posts[k] = own
				l.list.idle = 0
			}
		}
	}
}

// lendBesidePost gives the deputy's or the acting head's post of an item the body of the post that the heading names: "1. Ông A, Phó Chủ tịch 2000-2004,
// Chủ tịch 2004-2011" below "Chủ tịch UBND tỉnh qua các thời kỳ".
func (l *linker) lendBesidePost() {
	if len(l.list.posts) == 0 || l.list.posts[0].post.Org == nil || l.list.posts[0].post.Guessed {
		return
	}
	of, series := l.list.posts[0].post, 0
	for t := range l.nodes {
		series += len(l.nodes[t].posts)
	}
	if series < 2 {
		return
	}
	for t := range l.nodes {
		n := &l.nodes[t]
		for k, po := range n.posts {
			if po.Org != nil && !po.Guessed || po.Title != of.Title && !l.Lists.DeputyOf(po.Title.Post, of.Title.Post) {
				continue
			}
			if po.J >= l.sent.J || l.Toks[po.J].Kind != text.Number && !l.Toks[po.J].Is("(") && !l.timeFollows(po.J) {
				continue // each has its time
			}
			own := *po
			own.Org, own.Guessed = of.Org, false
			n.posts = slices.Clone(n.posts)
			n.posts[k] = &own
		}
	}
}

// ofList is the post of an item in the body or the place of the list.
func (l *linker) ofList(po *mention.Post) *mention.Post {
	if po.Org == nil || po.Title.Family == "member" || !l.bareInFounded(po) && !l.ofCommittee(po) {
		return l.placed(po, l.list.body, l.list.place)
	}
	own := *po
	own.Org, own.Guessed = l.list.body, false
	return &own
}

// lacksPlace reports whether the body of a post in an item does not say where it lies, in a list of those of a district or a commune: "Trưởng
// phòng Nội vụ", "Trưởng Công an" below "Danh sách Ủy viên UBND huyện Hải Hậu".
func (l *linker) lacksPlace(o *mention.Org) bool {
	if l.list.body == nil || o == nil || o.Kind == nil || o.Place() != nil || o.Literal != "" || !o.Kind.Place || o.Committee() {
		return false
	}
	u := l.list.body.Place()
	return u != nil && u.Level > 1
}

// ofCommittee reports whether a secretary's post of an item names no committee, in a list of the members of one: "Bí thư, Giám đốc Công
// an tỉnh" below "Ban Chấp hành Đảng bộ Công an tỉnh".
func (l *linker) ofCommittee(po *mention.Post) bool {
	return l.list.body.Committee() && po.Title.Family == "party" && po.Org.Committee() && (po.Org.J <= po.I || po.Org.I >= po.J)
}

// ownBody reports whether the post of an item names a body of its own: neither a guessed one nor the bare word of the list's,
// "Chủ tịch HĐND" below "Thường trực HĐND tỉnh Sơn La".
func (l *linker) ownBody(po *mention.Post) bool {
	o := po.Org
	switch {
	case o == nil || po.Guessed || l.bareInFounded(po) || l.ofCommittee(po):
		return false
	case !o.Generic():
		return true
	}
	return o.Bare != "" && (o.Kind == nil || l.list.body != nil && o.Kind != l.list.body.Kind)
}

// bareInFounded reports whether a post that names no body stands behind a dash in a list of those with whom a body is set up, or who sit in
// it beside their offices, and is one of that body: "4. Ông A, Phó Giám đốc Công an thành phố - Ủy viên", "… - Phó Trưởng ban".
func (l *linker) bareInFounded(po *mention.Post) bool {
	side := l.list.body.Side()
	if !l.list.founded && !side || po.I == l.sent.I || !l.Toks[po.I-1].Is("-") || po.Org.J > po.I && po.Org.I < po.J {
		return false
	}
	switch {
	case po.Title.Family == "member":
		return !l.boardSeat(po.Title)
	case !side:
		return false
	case po.Title.Family == "chair":
		return l.Pair(l.list.body.I, l.list.body.J, &l.Lists.Words.ChairedBody)
	}
	return po.Title.Unit != "" && leadsKind(po.Title, l.list.body.Kind)
}
