package extract

// series is a run of posts in apposition: "Ủy viên Trung ương Đảng, Phó Bí thư Thành ủy, Chủ tịch
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
		return p.toks[a].Is(",", "-", "và", "/", "kiêm", ";", "rồi", "cùng", ".") && !(p.toks[a].Is(".") && p.toks[a].Space)
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
	for n := s.last + 1; n < len(p.items); n++ {
		it := p.items[n]
		if p.sentOf[it.i] != p.sentOf[p.items[s.last].i] {
			break
		}
		if it.event == mLink && p.toks[it.i].Is("kiêm", "đồng") && n+1 < len(p.items) && p.items[n+1].post != nil {
			if p.items[n+1].i-it.j > 0 || !p.joins(p.items[s.last].j, it.i) {
				break
			}
			s.last = n + 1
			n++
			continue
		}
		if it.post == nil || !p.joins(p.items[s.last].j, it.i) {
			break
		}
		s.last = n
	}
	return s
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

// fillSeries gives every post of a series the organisation that the text leaves to its neighbours:
// a party post that of the place of the next post that has one, any other post the next one's body
// when the title fits it.
func (p *page) fillSeries(posts []*post) {
	for i, po := range posts {
		if po.org != nil && !(po.org.bare == "?" && po.org.unit == nil) {
			continue
		}
		var near *post
		for k := i + 1; k < len(posts) && near == nil; k++ {
			if o := posts[k].org; o != nil && o.literal == "" && o.bare != "?" {
				near = posts[k]
			}
		}
		for k := i - 1; k >= 0 && near == nil; k-- {
			if o := posts[k].org; o != nil && o.literal == "" && o.bare != "?" {
				near = posts[k]
			}
		}
		if near != nil {
			p.fillFrom(po, near)
		}
	}
}

// fillFrom gives a post the organisation or place of its neighbour.
func (p *page) fillFrom(po, near *post) {
	o := near.org
	if po.org != nil { // it has a body and needs a place
		if u := o.place(); u != nil {
			po.org.unit, po.org.bare = u, ""
		} else if o.bare != "?" {
			po.org.bare = o.bare
		}
		return
	}
	switch po.title.family {
	case "party", "member":
		if po.title.unit != "" {
			return
		}
		po.org = p.committeeNear(o)
	case "chair":
		if near.title.family == "chair" || near.title.family == "head" && o.branch() != "party" {
			po.org = o
		}
	default:
		if near.title.family == po.title.family && near.title.unit == po.title.unit {
			po.org = o
		}
	}
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
