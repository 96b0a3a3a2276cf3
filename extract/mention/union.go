package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// fromLonger gives a union that is named by the first word of its name the rest that the text has told: "Phó Chủ tịch Hội"
// in a text on the "Hội Nông dân huyện Tam Nông", "Văn phòng Trung ương Hội" in one on the "Hội Nông dân Việt Nam".
func (p *Page) fromLonger(o *Org, at int) {
	word := strings.TrimPrefix(o.Kind.Name, gazetteer.Centre+" ")
	centre := word != o.Kind.Name
	next := p.ItemFrom(at)
	for n := next - 1; n >= max(0, next-farItems); n-- {
		q := p.Items[n].body().unionNamed(word)
		if q == nil || q == o || p.apart(n, at) || centre && q.Place() != nil {
			continue
		}
		span, back := o.Span, p.SentOf[at]-p.SentOf[q.I]
		*o = *q
		o.Span, o.Taken = span, back > farSentences
		if centre {
			name := Join(gazetteer.Centre, strings.TrimPrefix(q.Name(), gazetteer.Centre+" "))
			o.Kind, o.Named, o.own = nil, &gazetteer.NamedBody{Name: name, Branch: q.Branch()}, ""
		}
		return
	}
}

// unionNamed is the organisation, or the one that it is a part of, that is named by the word and more: "Hội" and "Hội Nông
// dân Việt Nam"; else nil.
func (o *Org) unionNamed(word string) *Org {
	for ; o != nil; o = o.Parent {
		name := strings.TrimPrefix(o.Name(), gazetteer.Centre+" ")
		if len(name) > len(word) && HasPrefixWords(name, word) && (o.Branch() == "mass" || o.Out()) {
			return o
		}
	}
	return nil
}

// sameUnion gives a union without a place the one of its kind that the text has named last, of a place or of the whole
// country, unless its own sentence names a place before it: "Chủ tịch Hội Nông dân" in a text on the "Hội Nông dân Việt Nam".
func (p *Page) sameUnion(o *Org, at int) bool {
	if o.Bare != "?" || o.Branch() != "mass" || o.Kind.Field || o.Kind.Board {
		return false
	}
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[at]-p.SentOf[p.Items[n].I] <= farSentences; n-- {
		it := &p.Items[n]
		if it.Unit != nil && p.SentOf[it.I] == p.SentOf[at] {
			return false
		}
		q := it.body()
		if q == nil || q == o || p.apart(n, at) {
			continue
		}
		switch name := strings.TrimPrefix(q.Name(), gazetteer.Centre+" "); {
		case q.Kind == o.Kind && q.Unit != nil:
			o.Unit, o.Bare = q.Unit, ""
		case q.Named != nil && name == p.inFull(o.Kind.Name):
			o.Named, o.Kind, o.Bare = &gazetteer.NamedBody{Name: name, Branch: q.Branch()}, nil, ""
		default:
			continue
		}
		o.Taken = p.SentOf[q.I] != p.SentOf[at]
		return true
	}
	return false
}

// unionOfCommission is the union that a bare inspection commission is of: the one that its sentence names before it, with no
// Party committee: "Ông Nam, Trưởng ban Tổ chức LĐLĐ tỉnh, được bầu làm Chủ nhiệm UBKT".
func (p *Page) unionOfCommission(o *Org, at int) *Org {
	if !o.Kind.Audit {
		return nil
	}
	var union *Org
	for n := p.ItemFrom(at) - 1; n >= 0 && p.SentOf[p.Items[n].I] == p.SentOf[at]; n-- {
		if p.apart(n, at) {
			continue
		}
		for q := p.Items[n].body(); q != nil; q = q.Parent {
			switch {
			case q.Committee() && (p.Items[n].Post == nil || p.Items[n].Post.Title.Family != "member"):
				return nil
			case union == nil && q.Branch() == "mass" && !q.Out() && !q.deep() && !q.within(o) && (q.Named != nil || q.Kind != nil && !q.Kind.Board):
				union = q
			}
		}
	}
	return union
}

// boardOfTitle is the union whose board the title and the opening sentences name, where they name none of a Party committee:
// "Hội nghị Ban Chấp hành Tỉnh đoàn Bạc Liêu lần thứ 8".
func (p *Page) boardOfTitle() *Org {
	var union *Org
	for k := 0; k < len(p.Items) && p.SentOf[p.Items[k].I] < openingSentences; k++ {
		o := p.Items[k].Org
		switch {
		case o == nil || o.Kind == nil || !o.Kind.Board || o.Parent == nil:
		case o.Parent.Committee():
			return nil
		case union == nil && o.Parent.Branch() == "mass" && !o.Parent.Out():
			union = o.Parent
		}
	}
	return union
}

// inFull is the name of a union of the whole country as the list has it: "Hội Liên hiệp Phụ nữ Việt Nam" for "Hội Liên
// hiệp Phụ nữ".
func (p *Page) inFull(name string) string {
	if full, ok := p.Lists.WholeUnion[name]; ok {
		return full
	}
	return name
}
