package extract

import (
	"iter"
	"sort"
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// series is a run of posts in apposition: "Tỉnh ủy viên, Bí thư Huyện ủy, Chủ tịch
// UBND TP", as indexes into the items.
type series struct {
	first, last int // items; all between are posts
}

// joins reports whether only a separator stands between tokens a and b of a series.
func (p *page) joins(a, b int) bool {
	switch b - a {
	case 0:
		return true
	case 1:
		return p.toks[a].Is(",", "-", "và", "/", ")", "kiêm", ";", "rồi", "cùng", ".") && !(p.toks[a].Is(".") && p.toks[a].Space)
	case 2:
		return p.toks[a].Is(",", "-", ";") && p.toks[a+1].Is("và", "kiêm", "rồi", "-", "là") || p.toks[a].Is("đồng") && p.toks[a+1].Is("thời")
	case 3:
		return p.toks[a].Is(",") && p.toks[a+1].Is("đồng") && p.toks[a+2].Is("thời") || p.toks[a].Is("đồng") && p.toks[a+2].Is("là")
	}
	return false
}

// seriesAt is the series that begins at item k, within one sentence. An event "kiêm" between posts
// does not break it.
func (p *page) seriesAt(k int) series {
	s := series{k, k}
	end := p.items[k].j // token behind the last post, or behind the dates that follow it
	for n := s.last + 1; n < len(p.items); n++ {
		it := p.items[n]
		if p.sentOf[it.i] != p.sentOf[p.items[s.last].i] {
			break
		}
		if e := p.aside(end); it.i < e {
			if it.person != nil || it.post != nil {
				break
			}
			continue
		} else if e > end && it.post != nil {
			end = e
		}
		if it.event == mLink && p.toks[it.i].Is("kiêm", "đồng") && n+1 < len(p.items) && p.items[n+1].post != nil {
			if p.items[n+1].i-it.j > 0 || !p.joins(end, it.i) {
				break
			}
			s.last, end = n+1, p.items[n+1].j
			n++
			continue
		}
		if it.date != nil && p.dateWords(end, it.i) {
			end = it.j // "Phó Chủ tịch … từ 1969 đến 1976, Ủy viên …"
			continue
		}
		if it.post == nil || !p.joins(end, it.i) {
			break
		}
		s.last, end = n, it.j
	}
	return s
}

// aside is the token behind the bracket that stands at token i and says what a place is called now or when the
// post was held: "(nay là thị xã Điện Bàn)", "(1971 - 1976)"; without one it is i.
func (p *page) aside(i int) int {
	if i+1 >= len(p.toks) || !p.toks[i].Is("(") || p.toks[i+1].Kind == text.Word && !p.toks[i+1].Is("nay", "cũ", "cũng", "trước", "từ", "năm", "lúc", "khi", "giai") {
		return i
	}
	for k := i + 1; k < len(p.toks) && k < i+maxAside && p.sentOf[k] == p.sentOf[i]; k++ {
		if p.toks[k].Is(")") {
			return k + 1
		}
	}
	return i
}

// maxAside is the most tokens of a bracket within a series.
const maxAside = 16

// dateWords reports whether only words of time stand in the tokens [i, j).
func (p *page) dateWords(i, j int) bool {
	for ; i < j; i++ {
		if !p.toks[i].Is("từ", "năm", "tháng", "ngày", "đến", "(", "-", ")", "giai", "đoạn", "và") {
			return false
		}
	}
	return true
}

// posts are the posts of a series.
func (p *page) posts(s series) []*post {
	var out []*post
	for k := s.first; k <= s.last; k++ {
		if p.items[k].post != nil {
			out = append(out, p.items[k].post)
		}
	}
	return out
}

// fillSeries gives every post of a series the organisation or place that the text leaves to its
// neighbours: the nearest post behind that has one, else the nearest before.
func (p *page) fillSeries(posts []*post) {
	fillUnion(posts)
	for i, po := range posts {
		if !wants(po) {
			continue
		}
		for k := range neighbours(i, len(posts)) {
			if (po.status == Former) != (posts[k].status == Former) && formerToo(posts, i, po) {
				continue // "Bí thư Thành ủy, nguyên ủy viên Ban Cán sự đảng, nguyên Phó Thủ tướng"
			}
			if o := posts[k].org; o != nil && o.literal == "" && !o.foreign && p.fillFrom(po, posts[k]) {
				break
			}
		}
	}
}

// fillUnion gives the memberships without a body that stand with the chair of a union, one of them in its Ban Chấp hành,
// that union: "Ủy viên Ban Chấp hành, Ủy viên Ban Thường vụ, Chủ tịch Hội Nông dân tỉnh".
func fillUnion(posts []*post) {
	var union *org
	plenary := false
	for _, po := range posts {
		if o := po.org; po.title.family == "chair" && o != nil && o.kind != nil && o.branch() == "mass" {
			union = o
		}
		plenary = plenary || wants(po) && po.org != nil && po.org.kind.board && po.org.bare == "?"
	}
	if union == nil || !plenary {
		return
	}
	for _, po := range posts {
		switch {
		case !wants(po) || po.title.family != "member":
		case po.org == nil:
			po.org = union
		case po.org.kind.board && po.org.bare == "?":
			po.org.parent, po.org.bare = union, ""
		}
	}
}

// wants reports whether the text leaves the organisation or the place of a post out.
func wants(po *post) bool {
	return po.org == nil || po.org.bare != "" && po.org.place() == nil && po.org.parent == nil
}

// neighbours are the indexes of a list of n around i: those behind first, then those before.
func neighbours(i, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for k := i + 1; k < n; k++ {
			if !yield(k) {
				return
			}
		}
		for k := i - 1; k >= 0; k-- {
			if !yield(k) {
				return
			}
		}
	}
}

// formerToo reports whether another post of a series was held before, as post i was, and has a body.
func formerToo(posts []*post, i int, po *post) bool {
	for k, other := range posts {
		if k != i && po.status == Former && other.status == Former && other.org != nil {
			return true
		}
	}
	return false
}

// fillFrom gives a post the organisation or place of its neighbour, if it can.
func (p *page) fillFrom(po, near *post) bool {
	o := near.org
	if po.org != nil { // it has a body and needs a place
		return p.placeFrom(po.org, o)
	}
	if of := p.lists.shares[[2]string{po.title.post, near.title.post}]; of != "" {
		po.org = p.shared(o, of)
		return po.org != nil
	}
	switch t := po.title; t.family {
	case "party", "member":
		switch {
		case t.unit != "" && p.lists.kindOf[t.unit].board && near.title.family == "chair" && o.branch() == "mass" && o.kind != nil:
			po.org = &org{span: o.span, kind: p.lists.kindOf[t.unit], parent: o} // "Ủy viên Ban Chấp hành, Chủ tịch Hội Nông dân tỉnh"
		case po.name == "Ủy viên" && p.audit(o): // "Ủy viên, Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"
			po.org = o
		case t.unit == "":
			po.org = p.committeeNear(o)
		}
	case "chair":
		switch {
		case near.title.family == "chair" || o.kind != nil && o.kind.place && !o.kind.field && o.branch() != "party":
			po.org = o
		case o.implied: // "Chủ tịch, Bí thư huyện Văn Lâm"
			po.org = &org{span: o.span, kind: p.lists.kindOf["Ủy ban nhân dân"], unit: o.unit, bare: o.bare}
		}
	default:
		if near.title.unit == t.unit && (near.title.family == t.family || t.unit != "") {
			po.org = o
		}
	}
	return po.org != nil
}

// shared is the body that a title takes from the one beside it: the same, or the one that an office serves: the Quốc hội
// of the Văn phòng Quốc hội.
func (p *page) shared(o *org, of string) *org {
	if of == "same" {
		return o
	}
	if o.parent != nil {
		return o.parent
	}
	if o.named == nil {
		return nil
	}
	office := p.words(o.named.name)
	_, n := p.lists.kinds.find(office, 0)
	if n == 0 || n == len(office) {
		return nil
	}
	b, m := p.lists.orgs.find(office, n)
	if n+m != len(office) {
		return nil
	}
	return &org{span: o.span, named: b}
}

// audit reports whether an organisation is an inspection commission of the Party.
func (p *page) audit(o *org) bool {
	return strings.HasPrefix(o.head(), "Ủy ban Kiểm tra")
}

// placeFrom gives a body the place of its neighbour when it is of the kind that the body needs. A
// committee of a body (Đảng ủy, Đảng đoàn) takes the body itself.
func (p *page) placeFrom(o, near *org) bool {
	if o.kind == nil {
		return false // one of the centre, whose name is whole
	}
	if o.bare == "committee" {
		if c := p.committeeNear(near); c != nil && !c.within(o) {
			o.parent, o.bare = c, ""
			return true
		}
		return false
	}
	if o.kind.board && o.bare == "?" && near.branch() == "mass" {
		o.parent, o.bare = near, "" // "Ủy viên Ban Chấp hành, Chủ tịch Hội Nông dân tỉnh"
		return true
	}
	if o.kind.side && (near.within(o) || p.bodyBeside(o, near)) {
		return !near.within(o) && (o.parent != nil || o.unit != nil)
	}
	if u := near.place(); u != nil {
		if o.bare != "?" && !fits(u, o.bare) {
			return false
		}
		o.unit, o.bare = u, ""
		return true
	}
	if near.bare != "" && near.bare != "?" && o.bare == "?" {
		o.bare = near.bare
		return true
	}
	return false
}

// bodyBeside gives a committee of a body the body of the post beside it, or what another committee of its kind there is
// of, and reports whether it did: "Bí thư Đảng ủy, Giám đốc Công an tỉnh".
func (p *page) bodyBeside(o, near *org) bool {
	if near.kind != nil && near.kind.name == o.kind.name {
		o.parent, o.unit, o.field, o.own, o.bare = near.parent, near.unit, near.field, near.own, near.bare
		return true
	}
	if o.kind.unit == "" || near.named != nil && near.named.branch != "party" || near.kind != nil && near.kind.branch != "party" && !near.implied && (near.kind.field || near.kind.branch != "state" && near.kind.branch != "assembly") {
		o.parent, o.bare = near, ""
		return true
	}
	return false
}

// committeeNear is the Party committee that a party post beside the organisation o belongs to: o or
// the one it is a part of, or that of its place.
func (p *page) committeeNear(o *org) *org {
	for q := o; q != nil; q = q.parent {
		if q.committee() {
			return q
		}
	}
	kind, u := o.bare, o.place()
	if u != nil {
		kind = u.kind
	}
	if o.kind != nil && o.kind.branch == "army" {
		return &org{span: o.span, kind: p.lists.kindOf["Đảng ủy"], parent: o}
	}
	if c, ok := committeeOf[kind]; ok && (o.kind == nil || o.kind.unit != "province" || u != nil) {
		return &org{span: o.span, kind: p.lists.kindOf[c], unit: u, bare: bareIf(u, kind)}
	}
	if u != nil && u.level == 3 || kind == "phường" || kind == "xã" || kind == "thị trấn" {
		return &org{span: o.span, kind: p.lists.kindOf["Đảng ủy"], unit: u, bare: bareIf(u, kind)}
	}
	return nil
}

func bareIf(u *unit, kind string) string {
	if u != nil {
		return ""
	}
	return kind
}

// sentenceAround are the other items of the sentence of item k: those behind first, then those before,
// the nearest first.
func (p *page) sentenceAround(k int) iter.Seq[int] {
	s := p.sentences[p.sentOf[p.items[k].i]]
	first := p.itemFrom(s.i)
	last := first + sort.Search(len(p.items)-first, func(n int) bool { return p.items[first+n].i >= s.j })
	return func(yield func(int) bool) {
		for n := range neighbours(k-first, last-first) {
			if !yield(first + n) {
				return
			}
		}
	}
}

// fillSentences gives a Party post that is still without a committee the one that the sentence names
// for another of its posts: "tham gia Ban Chấp hành, giữ chức Bí thư Huyện ủy Phú Tân".
func (p *page) fillSentences() {
	for k := range p.items {
		po := p.items[k].post
		if po == nil || !wants(po) || po.title.family != "member" && po.title.family != "party" {
			continue
		}
		for n := range p.sentenceAround(k) {
			near := p.items[n].post
			if near == nil || near.org == nil || !near.org.committee() && near.org.branch() != "mass" && !near.org.longer(po.org) {
				continue
			}
			if near.org.longer(po.org) {
				po.org = near.org // "chỉ định vào Ban Chấp hành Đảng ủy, làm Phó Bí thư Đảng ủy Khối Doanh nghiệp"
			} else if po.org == nil && po.title.unit != "" && near.org.branch() == "mass" && near.org.kind != nil && p.lists.kindOf[po.title.unit].board {
				po.org = &org{span: near.org.span, kind: p.lists.kindOf[po.title.unit], parent: near.org}
			} else if po.org == nil {
				po.org = near.org
			} else if near.org != po.org && !p.placeFrom(po.org, near.org) {
				continue
			}
			break
		}
	}
}

// longer reports whether an organisation is of the Party and its name begins with the bare name of q: "Đảng ủy Khối
// Doanh nghiệp" and "Đảng ủy".
func (o *org) longer(q *org) bool {
	return o.branch() == "party" && q != nil && q.kind != nil && q.kind.side && q.generic() && hasPrefixWords(o.name(), q.kind.name) && (o.kind == nil || o.kind != q.kind)
}
