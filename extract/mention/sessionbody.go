package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// sessionBody is the body whose session minutes record, for a chair or a member of it whom they name with nothing more: "Có mặt: ông A,
// Chủ tịch; ông B, Ủy viên" below "BIÊN BẢN / Hội nghị thường kỳ Ủy ban hành chính tỉnh Hà Đông"; else nil.
func (p *Page) sessionBody(i int) *Org {
	t := p.Items[i].Post.Title
	if t.Family != "chair" && t.Family != "member" && t.Family != "party" {
		return nil
	}
	for k := i - 1; k >= 0 && p.SentOf[p.Items[k].I] == p.SentOf[p.Items[i].I]; k-- {
		if e := p.Items[k].Event; e == gazetteer.MStart || e == gazetteer.MMove || e == gazetteer.MNominate || e == gazetteer.MEnd {
			return nil // "Hội nghị cử ông A làm Ủy viên" is of what it sets up
		}
	}
	for _, h := range p.Headings {
		if h.Kind != "minutes" || h.I > p.Items[i].I {
			continue
		}
		if o := p.bodyBelow(h.Span); o != nil && o.seats(t.Family) {
			return o
		}
	}
	return nil
}

// bodyBelow is the first body that the heading or one of the lines below it names, before anybody is named; else nil.
func (p *Page) bodyBelow(head document.Span) *Org {
	for k := p.ItemFrom(head.I); k < len(p.Items) && p.SentOf[p.Items[k].I]-p.SentOf[head.I] <= sessionLines; k++ {
		switch it := &p.Items[k]; {
		case it.Person != nil || it.Post != nil:
			return nil
		case it.Org != nil && !it.Org.Generic():
			return it.Org
		}
	}
	return nil
}

// sessionLines is the number of lines below the heading of minutes in which the body is named that sits.
const sessionLines = 3

// seats reports whether posts of the family are of the organisation: a chair leads a people's committee, a council or a union, a secretary
// a committee of the Party.
func (o *Org) seats(family string) bool {
	if family == "party" {
		return o.Committee()
	}
	return o.chaired() || family == "member" && o.Committee()
}
