package mention

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// series is a run of posts in apposition: "Tỉnh ủy viên, Bí thư Huyện ủy, Chủ tịch
// UBND TP", as indexes into the items.
type series struct {
	first, Last int // items; all between are posts
}

// joins reports whether only a separator stands between tokens a and b of a series.
func (p *Page) joins(a, b int) bool {
	switch b - a {
	case 0:
		return true
	case 1:
		return (p.Lists.Words.SeriesJoint.Has(p.Toks[a]) || p.Toks[a].Is(",", "-", "/", ")", ";", ".")) && !(p.Toks[a].Is(".") && p.Toks[a].Space)
	case 2:
		return p.Toks[a].Is(",", "-", ";") && (p.Lists.Words.SeriesGoesOn.Has(p.Toks[a+1]) || p.Toks[a+1].Is("-")) || p.Lists.Words.AtOnceAlso.Has(p.Toks[a], p.Toks[a+1])
	case 3:
		return p.Toks[a].Is(",") && p.Lists.Words.AtOnceAlso.Has(p.Toks[a+1], p.Toks[a+2]) || p.Toks[a].Is("đồng") && p.Toks[a+2].Is("là")
	}
	return false
}

// SeriesAt is the series that begins at item k, within one sentence. An event "kiêm" between posts
// does not break it.
func (p *Page) SeriesAt(k int) series {
	s := series{k, k}
	end := p.Items[k].J // token behind the last post, or behind the dates that follow it
	for n := s.Last + 1; n < len(p.Items); n++ {
		it := p.Items[n]
		if p.SentOf[it.I] != p.SentOf[p.Items[s.Last].I] {
			break
		}
		if e := p.aside(end); it.I < e {
			if it.Person != nil || it.Post != nil {
				break
			}
			continue
		} else if e > end && it.Post != nil {
			end = e
		}
		if it.Event == gazetteer.MLink && p.Lists.Words.Concurrent.Has(p.Toks[it.I]) && n+1 < len(p.Items) && p.Items[n+1].Post != nil {
			if p.Items[n+1].I-it.J > 0 || !p.joins(end, it.I) {
				break
			}
			s.Last, end = n+1, p.Items[n+1].J
			n++
			continue
		}
		if it.Date != nil && p.dateWords(end, it.I) {
			end = it.J // "Phó Chủ tịch … từ 1969 đến 1976, Ủy viên …"
			continue
		}
		if it.Post == nil || !p.joins(end, it.I) || it.I == end && p.actsNext(n) || p.Toks[end].Is(")") && p.Next(it.J, len(p.Toks), ":") {
			break // "Chủ nhiệm: ông A (nguyên Phó Chính ủy Quân khu 3) Phó Chủ nhiệm: ông B"
		}
		s.Last, end = n, it.J
	}
	return p.withoutNext(s)
}

// actsNext reports whether an event follows the post of item n at once, that its holder does: "… giữ chức Bí thư Thủ tướng bổ
// nhiệm …", where a full stop is missing.
func (p *Page) actsNext(n int) bool {
	return n+1 < len(p.Items) && p.Items[n+1].I == p.Items[n].J && (p.Items[n+1].Event == gazetteer.MStart || p.Items[n+1].Event == gazetteer.MEnd)
}

// withoutNext is a series behind a name without the posts at its end that "đối với" gives to the next one: "bổ nhiệm Bộ trưởng
// Bộ Nội vụ đối với ông A, Phó Trưởng ban B; Bộ trưởng Bộ Y tế đối với bà C".
func (p *Page) withoutNext(s series) series {
	if s.first < s.Last && p.taken(s.first) && p.namesNext(s.Last) {
		for k := s.first + 1; k <= s.Last; k++ {
			if p.Toks[p.Items[k].I-1].Is(";") && p.Items[k].Post != nil && p.Items[k-1].Post != nil {
				return series{s.first, k - 1}
			}
		}
		if n := p.ItemFrom(p.Items[s.Last].J); p.Items[s.Last-1].Post != nil && p.takesUp(n) {
			return series{s.first, s.Last - 1} // "A làm Giám đốc Sở Nội vụ, Phó Giám đốc Sở Tài chính B làm …"
		}
	}
	if s.first == s.Last || s.first == 0 || p.Items[s.first-1].Person == nil || p.Items[s.first].I-p.Items[s.first-1].J > 1 || !p.givenTo(s.Last) {
		return s
	}
	n := s.Last
	for k := s.Last; k > s.first && n == s.Last; k-- {
		if p.Toks[p.Items[k].I-1].Is(";") {
			n = k
		}
	}
	for n--; n > s.first && p.Items[n].Post == nil; n-- {
	}
	return series{s.first, n}
}

// taken reports whether somebody named before in the clause takes or leaves the post of item k, as the verb before it says: "…
// Nguyễn Văn A làm Giám đốc Sở Nội vụ; Phó Giám đốc Sở Tài chính Trần Văn B làm …".
func (p *Page) taken(k int) bool {
	if k < 2 || p.Items[k-1].Event == "" || p.Items[k].I-p.Items[k-1].J > 2 {
		return false
	}
	if w, last := &p.Lists.Words, p.Toks[p.Items[k-1].J-1]; p.Items[k-1].Event != gazetteer.MLink && !w.PostWord.Has(last) && !w.TakeUp.Has(last) {
		return false // "điều động Bí thư Huyện ủy, Chủ tịch UBND huyện Trần Văn B giữ chức …"
	}
	for n := k - 2; n >= 0 && n > k-6 && p.SentOf[p.Items[n].I] == p.SentOf[p.Items[k].I]; n-- {
		if p.Items[n].Person != nil {
			return true
		}
		if p.Items[n].Post != nil || p.Toks[p.Items[n].J].Is(";") {
			return false
		}
	}
	return false
}

// namesNext reports whether a name stands directly behind the post of item k, or behind the bracket that stands there.
func (p *Page) namesNext(k int) bool {
	end := p.Items[k].J
	if p.Next(end, len(p.Toks), "(") {
		for i := end + 1; i < len(p.Toks) && i < end+maxAside; i++ {
			if p.Toks[i].Is(")") {
				end = i + 1
				break
			}
		}
	}
	n := p.ItemFrom(end)
	return n < len(p.Items) && p.Items[n].Person != nil && p.Items[n].I == end
}

// takesUp reports whether the person of item n takes a post, as the verb directly behind the name says.
func (p *Page) takesUp(n int) bool {
	if n+1 >= len(p.Items) || p.Items[n].Person == nil || p.Items[n+1].I-p.Items[n].J > 2 {
		return false
	}
	switch p.Items[n+1].Event {
	case gazetteer.MLink, gazetteer.MStart, gazetteer.MMove:
		return p.SentOf[p.Items[n+1].I] == p.SentOf[p.Items[n].I]
	}
	return false
}

// givenTo reports whether "đối với" and a person follow the post of item k, perhaps behind its term.
func (p *Page) givenTo(k int) bool {
	if k+1 >= len(p.Items) || p.SentOf[p.Items[k+1].I] != p.SentOf[p.Items[k].I] {
		return false
	}
	for i := p.Items[k].J; i+1 < p.Items[k+1].I; i++ {
		if p.Toks[i].Is(";") {
			return false
		}
		if p.Lists.Words.AsFor.Has(p.Toks[i], p.Toks[i+1]) {
			return p.Items[k+1].Person != nil
		}
	}
	return false
}

// aside is the token behind the bracket that stands at token i and says what a place is called now or when the
// post was held: "(nay là thị xã Điện Bàn)", "(1971 - 1976)"; without one it is i.
func (p *Page) aside(i int) int {
	if i+1 >= len(p.Toks) || !p.Toks[i].Is("(") || p.Toks[i+1].Kind == text.Word && !p.Lists.Words.AsideLead.Has(p.Toks[i+1]) {
		return i
	}
	for k := i + 1; k < len(p.Toks) && k < i+maxAside && p.SentOf[k] == p.SentOf[i]; k++ {
		if p.Toks[k].Is(")") {
			return k + 1
		}
	}
	return i
}

// maxAside is the most tokens of a bracket within a series.
const maxAside = 16

// dateWords reports whether only words of time stand in the tokens [i, j).
func (p *Page) dateWords(i, j int) bool {
	for ; i < j; i++ {
		if !(p.Lists.Words.DateFiller.Has(p.Toks[i]) || p.Toks[i].Is("(", "-", ")")) {
			return false
		}
	}
	return true
}

// Posts are the posts of a series.
func (p *Page) Posts(s series) []*Post {
	var out []*Post
	for k := s.first; k <= s.Last; k++ {
		if p.Items[k].Post != nil {
			out = append(out, p.Items[k].Post)
		}
	}
	return out
}

// FillSeries gives every post of a series the organisation or place that the text leaves to its
// neighbours: the nearest post behind that has one, else the nearest before.
func (p *Page) FillSeries(posts []*Post) {
	p.fillUnion(posts)
	for i, po := range posts {
		if !wants(po) {
			continue
		}
		for k := range neighbours(i, len(posts)) {
			if (po.Status == record.Former) != (posts[k].Status == record.Former) && formerToo(posts, i, po) {
				continue // "Bí thư Thành ủy, nguyên ủy viên Ban Cán sự đảng, nguyên Phó Thủ tướng"
			}
			if o := posts[k].Org; o != nil && (o.Literal == "" || po.Org.aside()) && !o.foreign && p.fillFrom(po, posts[k]) {
				break
			}
		}
	}
}

// fillUnion gives the memberships without a body that stand with the chair of a union, one of them in its Ban Chấp hành,
// that union: "Ủy viên Ban Chấp hành, Ủy viên Ban Thường vụ, Chủ tịch Hội Nông dân tỉnh". Those of a deputy or of the head of
// a part of it are of the union too, which its deputies lead and no committee of the Party: "Ủy viên Ban Thường vụ, Phó Bí
// thư Huyện đoàn".
func (p *Page) fillUnion(posts []*Post) {
	var union *Org
	plenary := false
	for _, po := range posts {
		if u := p.deputyOf(po); u != nil {
			union, plenary = u, true
		}
		if o := po.Org; po.Title.Family == "chair" && o != nil && o.Kind != nil && o.Branch() == "mass" {
			union = o
		}
		plenary = plenary || wants(po) && po.Org != nil && po.Org.Kind.Board && po.Org.Bare == "?"
	}
	if union == nil || !plenary {
		return
	}
	for _, po := range posts {
		switch {
		case !wants(po) || po.Title.Family != "member":
		case po.Org == nil:
			po.Org = union
		case po.Org.Kind.Board && po.Org.Bare == "?":
			po.Org.Parent, po.Org.Bare = union, ""
		}
	}
}

// deputyOf is the union that a post is that of a deputy or of the head of a part in, or nil.
func (p *Page) deputyOf(po *Post) *Org {
	o := po.Org
	switch {
	case o == nil || o.Kind == nil || o.Branch() != "mass" || wants(po):
		return nil
	case p.Lists.Deputy(po.Title.Post):
		return o
	case o.Parent != nil && o.Parent.Kind != nil && o.Parent.Branch() == "mass":
		return o.Parent
	}
	return nil
}

// wants reports whether the text leaves the organisation or the place of a post out.
func wants(po *Post) bool {
	return po.Org == nil || po.Org.Bare != "" && po.Org.Place() == nil && po.Org.Parent == nil
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
func formerToo(posts []*Post, i int, po *Post) bool {
	for k, other := range posts {
		if k != i && po.Status == record.Former && other.Status == record.Former && other.Org != nil {
			return true
		}
	}
	return false
}

// fillFrom gives a post the organisation or place of its neighbour, if it can.
func (p *Page) fillFrom(po, near *Post) bool {
	o := near.Org
	if po.Org != nil { // it has a body and needs a place
		return p.PlaceFrom(po.Org, o)
	}
	if of := p.Lists.Shares[[2]string{po.Title.Post, near.Title.Post}]; of != "" {
		po.Org = p.shared(o, of)
		return po.Org != nil
	}
	switch t := po.Title; t.Family {
	case "party", "member":
		switch {
		case o.Branch() == "mass" && po.J+1 == near.I && p.Lists.DeputyOf(po.Name, near.Name):
			po.Org = o // "các chức vụ Phó Bí thư, Bí thư Tỉnh đoàn"
		case near.Name == gazetteer.StandingMember && po.Name == gazetteer.Member && po.J <= near.I && p.isBoard(po.Span) && (o.Branch() == "mass" || o.Branch() == "party"):
			po.Org = o // "tham gia Ban Chấp hành, Ban Thường vụ Liên đoàn Lao động tỉnh"
		case t.Unit != "" && p.Lists.KindOf[t.Unit].Board && near.Title.Family == "chair" && o.Branch() == "mass" && o.Kind != nil:
			po.Org = &Org{Span: o.Span, Kind: p.Lists.KindOf[t.Unit], Parent: o} // "Ủy viên Ban Chấp hành, Chủ tịch Hội Nông dân tỉnh"
		case t.Unit == "" && po.Name == gazetteer.Member && p.audit(o): // "Ủy viên, Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy"
			po.Org = o
		case t.Unit == gazetteer.PartyCommittee:
			po.Org = p.committeeOfBody(o)
		case t.Unit == "" && len(t.Near) == 0:
			po.Org = p.committeeNear(o)
		}
	case "chair":
		switch {
		case p.cutPost(po), o.Kind != nil && !strings.HasPrefix(o.Kind.Name, p.kindInPost(po)): // "Phó Chủ tịch UBND huyện, Chủ tịch Hội đồng bồi thường dự án"
		case near.Title.Family == "chair" || near.Title.Family == "clerk" || o.Kind != nil && o.Kind.Place && !o.Kind.Field && o.Branch() != "party":
			po.Org = o
		case o.implied: // "Chủ tịch, Bí thư huyện Văn Lâm"
			po.Org = &Org{Span: o.Span, Kind: p.Lists.KindOf[gazetteer.PeoplesCommittee], Unit: o.Unit, Bare: o.Bare}
		}
	default:
		if near.Title.Unit == t.Unit && (near.Title.Family == t.Family || t.Unit != "") {
			po.Org = o
		} else {
			po.Org = ledBy(po, o)
		}
	}
	return po.Org != nil
}

// ledBy is the body that a title names by its kind, of o and those that o is a part of, or nil: "Phó Sư đoàn trưởng, Tham mưu
// trưởng Sư đoàn 5", "Chi cục trưởng, Bí thư Chi bộ Chi cục Kiểm lâm", "Giám đốc, Bí thư Đảng ủy Sở Y tế".
func ledBy(po *Post, o *Org) *Org {
	for q := o; q != nil; q = q.Parent {
		if q.Kind != nil && !q.Generic() && (q.Kind.Name == po.Title.Unit || slices.Contains(po.near, q.Kind.Name)) {
			return q
		}
	}
	return nil
}

// isBoard reports whether the words of a membership are those of a board: "tham gia Ban Chấp hành".
func (p *Page) isBoard(s document.Span) bool {
	k, n := p.Lists.Kinds.Find(p.Toks[:s.J], s.I)
	return n == s.J-s.I && k.Board
}

// sentenceAround are the other items of the sentence of item k: those behind first, then those before,
// the nearest first.
func (p *Page) sentenceAround(k int) iter.Seq[int] {
	s := p.Sentences[p.SentOf[p.Items[k].I]]
	first := p.ItemFrom(s.I)
	last := first + sort.Search(len(p.Items)-first, func(n int) bool { return p.Items[first+n].I >= s.J })
	return func(yield func(int) bool) {
		for n := range neighbours(k-first, last-first) {
			if !yield(first + n) {
				return
			}
		}
	}
}

// FillPosts takes what a post leaves open from those that stand in one list with it.
func (p *Page) FillPosts() {
	for k := 0; k < len(p.Items); k++ {
		if p.Items[k].Post != nil {
			p.Tick()
			s := p.SeriesAt(k)
			p.FillSeries(p.Posts(s))
			k = s.Last
		}
	}
}

// FillSentences gives a Party post that is still without a committee the one that the sentence names
// for another of its posts: "tham gia Ban Chấp hành, giữ chức Bí thư Huyện ủy Phú Tân".
func (p *Page) FillSentences() {
	for k := range p.Items {
		po := p.Items[k].Post
		if po == nil || !wants(po) || po.Title.Family != "member" && po.Title.Family != "party" || po.Title.Family == "member" && len(po.Title.Near) > 0 {
			continue
		}
		for n := range p.sentenceAround(k) {
			near := p.Items[n].Post
			if near == nil || near.Org == nil || !near.Org.Committee() && near.Org.Branch() != "mass" && !near.Org.longer(po.Org) || p.apart(n, p.Items[k].I) {
				continue
			}
			if near.Org == po.Org {
				continue
			}
			if near.Status == record.Former && po.Status != record.Former {
				continue // "bầu bà Tuyền, nguyên Chủ tịch Hội Nông dân tỉnh Bình Dương, vào Ban Thường vụ"
			}
			if u := p.boardOfTitle(); u != nil && near.Org.Committee() && po.Title.Unit != "" && p.Lists.KindOf[po.Title.Unit].Board {
				po.Org = u
				break
			}
			if p.ofAnother(min(po.I, near.I), max(po.I, near.I)) {
				continue // "ông Thới - Phó Bí thư Tỉnh ủy; ông Thạnh - nguyên Chủ tịch LĐLĐ tỉnh Thuận Hải"
			}
			if near.Org.longer(po.Org) {
				po.Org = near.Org // "chỉ định vào Ban Chấp hành Đảng ủy, làm Phó Bí thư Đảng ủy Khối Doanh nghiệp"
			} else if po.Org == nil && po.Title.Unit != "" && near.Org.Branch() == "mass" && near.Org.Kind != nil && p.Lists.KindOf[po.Title.Unit].Board {
				po.Org = &Org{Span: near.Org.Span, Kind: p.Lists.KindOf[po.Title.Unit], Parent: near.Org}
			} else if po.Org == nil {
				po.Org = near.Org
			} else if near.Org != po.Org && !p.PlaceFrom(po.Org, near.Org) {
				continue
			}
			break
		}
	}
}

// longer reports whether an organisation is of the Party and its name begins with the bare name of q: "Đảng ủy Khối
// Doanh nghiệp" and "Đảng ủy".
func (o *Org) longer(q *Org) bool {
	return o.Branch() == "party" && q != nil && q.Kind != nil && q.Kind.Side && q.Generic() && HasPrefixWords(o.Name(), q.Kind.Name) && (o.Kind == nil || o.Kind != q.Kind)
}
