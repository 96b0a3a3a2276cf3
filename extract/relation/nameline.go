package relation

import (
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Lists with a cell a line: a name is all that a line has, and the posts stand in the lines below it, as pages on who leads a body
// and tables copied as text have them. The reverse, a post over the names of those who hold it, is a heading (list.go).

// nameLine is a line that is a name, or the last of the lines with posts below it.
type nameLine struct {
	who    *mention.Mention
	at     int           // its sentence
	posted *mention.Post // the last post that a line below the name has
	listed bool          // the name is an item of a list whose heading gives membership
	headed *mention.Post // the post that stands over the name
	cells  bool          // it is a cell behind one with its running number
}

// loneName is the line of the person whose name is all that it has, and who has no post by it but the membership that the list
// gives to all; else nil.
func (l *linker) loneName() *nameLine {
	if len(l.nodes) != 1 || len(l.nodes[0].people) != 1 || !l.startsLine() || l.sent.J < len(l.Toks) && l.Toks[l.sent.J].Breaks == 0 {
		return nil
	}
	n := l.nodes[0]
	if !l.plainItem(n.people[0].Head) && !l.plainLead(n.people[0].Head) || !l.noWords(n.J, l.sent.J) || l.Toks[l.sent.J-1].Is(".") {
		return nil
	}
	line := nameLine{who: n.people[0], at: l.SentOf[l.sent.I]}
	line.cells = line.at > 0 && l.numberOnly(line.at-1) && n.people[0].Head == l.sent.I
	if k := len(l.claims) - 1; k >= 0 && l.claims[k].who == n.people[0] {
		switch c := &l.claims[k]; {
		case c.rule != "list":
			return nil
		case c.post.Title.Family == "member":
			line.listed = true
		default:
			line.headed = c.post
		}
	}
	return &line
}

// goesOnAbove is the line above with a name when the sentence is another cell of its row, which says nothing of posts: "1970", "Nữ".
func (l *linker) goesOnAbove(above *nameLine) *nameLine {
	k := l.SentOf[l.sent.I]
	if above == nil || !above.cells || above.at != k-1 || !l.wholeLine() || l.sent.J-l.sent.I > maxAside || l.numberOnly(k) {
		return nil
	}
	for _, n := range l.nodes {
		if n.date == nil {
			return nil
		}
	}
	return &nameLine{above.who, k, above.posted, above.listed, above.headed, true}
}

// maxAside is the number of tokens of a cell between a name and its posts at most.
const maxAside = 5

// loneTime is the time of a line that has nothing else: "Từ tháng 3/1995 đến tháng 5/2000:" above a post.
func (l *linker) loneTime() mention.CellPeriod {
	if len(l.nodes) == 0 || l.nodes[0].date == nil || !l.wholeLine() || !l.plainItem(l.sent.J) {
		return mention.CellPeriod{}
	}
	return l.ReadPeriod(l.sent)
}

// belowName gives the posts of a line that has nothing else to the person whose name is the line above it, perhaps with other
// posts between.
func (l *linker) belowName(above *nameLine) bool {
	k := l.SentOf[l.sent.I]
	if len(l.nodes) == 0 || !l.startsLine() || above.at != k-1 || above.listed && !l.postsBelowNames(above, k) || above.headed != nil && !l.besideHead(above, k) {
		return false
	}
	for t, n := range l.nodes {
		if n.posts == nil || n.bound || t == 0 && !l.plainItem(n.I) || !l.plainBetween(n.J, l.sent.J) && t == len(l.nodes)-1 {
			return false
		}
	}
	if above.posted != nil && !l.goesOnBelow(above, k) {
		return false
	}
	var last *mention.Post
	for t := range l.nodes {
		l.nodes[t].bound = true
		for _, po := range l.nodes[t].posts {
			if above.listed && l.list != nil && l.barelyGiven(po) {
				continue
			}
			if l.list != nil {
				po = l.placed(po, l.list.body, l.list.place)
			}
			l.freePost(above.who, po, record.Holds, "list", l.nodes[t].J)
			last = po
		}
	}
	l.underNames = true
	l.lone = &nameLine{above.who, k, last, above.listed, above.headed, above.cells}
	return true
}

// besideHead reports whether the posts of line k, below a name over which its post stands, are those that its holder has besides: in the
// Party, and none that heads the next name: "Bộ trưởng / Trần Văn A / Ủy viên Trung ương Đảng, Bí thư Ban Cán sự đảng Bộ".
func (l *linker) besideHead(above *nameLine, k int) bool {
	if family := above.headed.Title.Family; family == "party" || family == "member" {
		return false
	}
	for _, n := range l.nodes {
		for _, po := range n.posts {
			if po.Title.Family != "party" && po.Title.Family != "member" {
				return false
			}
		}
	}
	next := l.behindNumber(k + 1)
	return next >= len(l.Sentences) || !l.nameOnly(next)
}

// barelyGiven reports whether a post below a name is the one that the list gives to all, without its body: "Ủy viên" in a list of them.
func (l *linker) barelyGiven(po *mention.Post) bool {
	for _, g := range l.list.posts {
		if g.post.Name == po.Name && (po.Org == nil || po.Guessed) {
			return true
		}
	}
	return false
}

// goesOnBelow reports whether the posts of line k, below a name and a line of its posts, are of that name too, and no heading over
// those who follow: none of them is that of a deputy of the last, or of the same post, and the next name has its posts below it.
func (l *linker) goesOnBelow(above *nameLine, k int) bool {
	for _, n := range l.nodes {
		for _, po := range n.posts {
			if po.Title == above.posted.Title || l.Lists.DeputyOf(po.Name, above.posted.Name) {
				return false
			}
		}
	}
	next := l.behindNumber(k + 1)
	return next >= len(l.Sentences) || !l.nameOnly(next) || above.cells && next > k+1 || l.postsOnly(next+1)
}

// postsBelowNames reports whether the names of a list of members have their posts in the line below them, of which k is one: the
// name after it does too, or has other cells of its row there, or, at the end of the list, the one before did; and no heading of a post stands over its name.
func (l *linker) postsBelowNames(above *nameLine, k int) bool {
	next := l.behindNumber(k + 1)
	if next < len(l.Sentences) && l.nameOnly(next) {
		row := l.postsOnly(next+1) || above.cells && next > k+1 && next+1 < len(l.Sentences) && !l.numberOnly(next+1)
		return row && (l.underNames || !l.headedByPost(k-2))
	}
	return l.underNames
}

// headedByPost reports whether line k, or the one before when that is a number, is nothing but posts.
func (l *linker) headedByPost(k int) bool {
	if k > 0 && l.numberOnly(k) {
		k--
	}
	return k >= 0 && l.postsOnly(k)
}

// behindNumber is line k, or the one behind when that is nothing but a running number.
func (l *linker) behindNumber(k int) int {
	if k < len(l.Sentences) && l.numberOnly(k) {
		return k + 1
	}
	return k
}

// numberOnly reports whether line k is nothing but a running number.
func (l *linker) numberOnly(k int) bool {
	s := l.Sentences[k]
	return s.J-s.I <= 2 && (len(l.Toks[s.I].Norm) <= maxRunning && l.noWords(s.I, s.J) || record.FromRoman(l.Toks[s.I].Norm) > 0 && l.Next(s.I+1, s.J, "."))
}

// maxRunning is the number of digits of a running number at most.
const maxRunning = 3

// nameOnly reports whether line k is nothing but a name.
func (l *linker) nameOnly(k int) bool {
	s := l.Sentences[k]
	n := l.ItemFrom(s.I)
	return n < len(l.Items) && l.Items[n].Person != nil && l.Items[n].J <= s.J && l.noWords(s.I, l.Items[n].I) && l.noWords(l.Items[n].J, s.J)
}

// postsOnly reports whether line k is nothing but posts.
func (l *linker) postsOnly(k int) bool {
	if k >= len(l.Sentences) {
		return false
	}
	s := l.Sentences[k]
	at, found := s.I, false
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if it := &l.Items[n]; it.Post == nil || !l.plainBetween(at, it.I) {
			return false
		}
		at, found = l.Items[n].J, true
	}
	return found && l.plainBetween(at, s.J)
}
