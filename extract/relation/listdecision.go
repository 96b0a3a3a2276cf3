package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A head that ends in a colon may decide of the people below it without a post that all of them take: it names several kinds
// of posts ("Phê chuẩn kết quả bầu Chủ tịch, Phó Chủ tịch HĐND huyện đối với các ông, bà:"), or the body that they enter
// ("Nay cử vào Ủy ban Hành chính tỉnh X các ông:"). Each item then says which post it is.

// headDecides reads such a head into its list.
func (l *linker) headDecides(list *openedList) {
	if len(list.posts) == 1 && list.posts[0].status != record.Holds {
		l.headKinds(list)
	}
	if len(list.posts) == 1 && list.posts[0].status == record.Starts && list.posts[0].post.Title.Family == "member" {
		list.body, list.joined = list.posts[0].post.Org, true
	}
	if list.body == nil && len(list.posts) == 0 && list.status == record.Starts {
		if o := l.bodyEntered(); o != nil {
			list.body, list.joined = steered(o), true
		}
	}
}

// headKinds turns the posts of a head that names several kinds of them in one body into those that the items take as each
// says: not all are Phó Chủ tịch below "bầu Chủ tịch, Phó Chủ tịch HĐND huyện gồm:".
func (l *linker) headKinds(list *openedList) {
	g := list.posts[0]
	t := slices.IndexFunc(l.nodes, func(n node) bool { return slices.Contains(n.posts, g.post) })
	if t < 0 {
		return
	}
	kinds := l.nodes[t].posts
	for _, po := range kinds {
		if po.Org != nil && g.post.Org != nil && po.Org.Name() != g.post.Org.Name() {
			return
		}
	}
	kinds = append(slices.Clone(kinds), l.boardsBefore(t, g.post.Org)...)
	if len(kinds) < 2 {
		return
	}
	if l.allEnter(t, kinds) {
		list.posts = list.posts[:0]
		for _, po := range kinds {
			list.posts = append(list.posts, givenPost{po, g.status})
		}
		return
	}
	list.kinds, list.status, list.posts = kinds, g.status, nil
	if list.body == nil && g.post.Org != nil {
		list.body = g.post.Org
	}
}

// allEnter reports whether the people of a list enter all of several boards of one body, and no item says which: "bầu bổ sung 2 đồng chí
// vào Ban Chấp hành, Ban Thường vụ Tỉnh đoàn:".
func (l *linker) allEnter(t int, kinds []*mention.Post) bool {
	i := l.nodes[t].I
	if i == l.sent.I || !l.Lists.Words.Entering.Has(l.Toks[i-1]) && !(t > 0 && l.nodes[t-1].J == i && l.Lists.Words.Entering.Has(l.Toks[l.nodes[t-1].I])) {
		return false
	}
	for _, po := range kinds {
		if po.Title.Family != "member" {
			return false
		}
	}
	k := l.behindNumber(l.SentOf[l.sent.I] + 1)
	if k >= len(l.Sentences) {
		return false
	}
	s := l.Sentences[k]
	for n := l.ItemFrom(s.I); n < len(l.Items) && l.Items[n].I < s.J; n++ {
		if po := l.Items[n].Post; po != nil && po.Title.Family == "member" {
			return false
		}
	}
	return true
}

// inheritKinds gives a list within that of a decision the status of its posts: "Ban Thường vụ gồm 9 đồng chí:" below "Chuẩn
// y kết quả bầu Ban Thường vụ, Bí thư, Phó Bí thư Huyện ủy X, gồm:".
func (l *linker) inheritKinds(over, list *openedList) {
	if over.kinds == nil || list.heading && len(list.posts) == 0 {
		return
	}
	for k := range list.posts {
		if !over.takesKind(list.posts[k].post) {
			return
		}
		list.posts[k].status = over.status
	}
	list.kinds = over.kinds
	if list.status == "" {
		list.status = over.status
	}
}

// bareBoard is the number of tokens of a board that is named without its body: "Ban Chấp hành".
const bareBoard = 3

// boardsBefore is membership of the boards that a head names before its series t, which is of a body: "chuẩn y Ban Thường vụ,
// Bí thư, Phó Bí thư Huyện ủy".
func (l *linker) boardsBefore(t int, body *mention.Org) (out []*mention.Post) {
	for k := l.ItemFrom(l.nodes[t].I) - 1; k >= 0 && l.Items[k].I >= l.sent.I; k-- {
		o := l.Items[k].Org
		if o == nil || o.Kind == nil || !o.Kind.Board {
			return out
		}
		po := l.memberOf(o)
		if po == nil {
			continue
		}
		if body.Committee() && o.J-o.I <= bareBoard {
			po.Org = body
		}
		out = append(out, po)
	}
	return out
}

// bodyEntered is the body that a head speaks of behind its verb, and that the people below enter or lead: "Công nhận các
// chức danh của Hội Nông dân huyện X:", "Chỉ định Ban Chấp hành Đảng bộ xã Y gồm các đồng chí:"; else nil.
func (l *linker) bodyEntered() *mention.Org {
	for n := l.ItemFrom(l.sent.I); n < len(l.Items) && l.Items[n].I < l.sent.J; n++ {
		o := l.Items[n].Org
		if o == nil || o.Generic() || unplaced(o) || !l.electedBetween(l.sent.I, o.I) || l.CitedBetween(l.sent.I, o.I) {
			continue
		}
		if l.Toks[o.I-1].Is("của") && !l.Lists.Words.TitleWord.Has(l.Toks[o.I-2]) {
			return nil
		}
		return o
	}
	return nil
}

// unplaced reports whether the text leaves out of what or of which place a body is: "Ban Thường trực".
func unplaced(o *mention.Org) bool {
	return o.Kind != nil && (o.Kind.Board || o.Named == nil && o.Place() == nil) && o.Parent == nil
}

// takesKind reports whether a post of an item is one of the kinds of which the head decides.
func (list *openedList) takesKind(po *mention.Post) bool {
	return slices.ContainsFunc(list.kinds, func(kind *mention.Post) bool {
		return kind.Title != nil && po.Title != nil && kind.Title.Post == po.Title.Post && (po.Org == nil || kind.Org == nil || po.Org.Name() == kind.Org.Name())
	})
}

// resultOfBallot reports whether the head says that what follows is the result of an election: "Kết quả bầu cử:".
func (l *linker) resultOfBallot() bool {
	result, ballot := false, false
	for i := l.sent.I; i < l.sent.J; i++ {
		result = result || l.Pair(i, l.sent.J, &l.Lists.Words.ResultOf)
		ballot = ballot || l.Lists.Words.Ballot.Has(l.Toks[i])
	}
	return result && ballot
}

// leaves reports whether an item of a list of people who are relieved, below a head that names no post, tells the post at
// series t behind the name: "2. Bà A, Phó Chủ tịch HĐND huyện" below "Miễn nhiệm các ông, bà:".
func (l *linker) leaves(who, t int) bool {
	return l.list.status == record.Ends && len(l.list.kinds) == 0 && len(l.list.posts) == 0 && t == who+1 && l.apposed(l.nodes[who].J, l.nodes[t].I)
}

// inBrokenRow reports whether the sentence is a cell of a row that is broken over lines: bars stand before and behind it.
func (l *linker) inBrokenRow() bool {
	return l.sent.I > 0 && l.sent.J < len(l.Toks) && l.Toks[l.sent.I-1].Is("|") && l.Toks[l.sent.J].Is("|")
}

// namesNothing reports whether the sentence names neither a person nor a post.
func (l *linker) namesNothing() bool {
	return !slices.ContainsFunc(l.nodes, func(n node) bool { return n.people != nil || n.posts != nil })
}

// leadsOn reports whether the sentence ends in "sau:" or "sau đây:".
func (l *linker) leadsOn() bool {
	i := l.sent.J - 2
	if i > l.sent.I && l.Toks[i].Is("đây") {
		i--
	}
	return i > l.sent.I && l.Toks[i].Is("sau")
}
