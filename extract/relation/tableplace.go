package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/text"
)

// The place of a row whose cell names it without its kind: the head of the column, or the list of places, tells the kind.

// unitOf is the unit that cell c of column k names without its kind, which the head of the column says: "Chiềng Hắc" below
// "Xã".
func (r *rowReader) unitOf(k int, c document.Span) *mention.Unit {
	if r.t.Body == 0 || c.I == c.J {
		return nil
	}
	head := r.t.Rows[r.t.Body-1].Cells
	if k >= len(head) {
		return nil
	}
	if !r.properName(c) {
		return nil
	}
	kind, level := r.unitHead(head[k])
	if kinds := r.kindsIn(head[k]); kind == "" || len(kinds) > 1 {
		return r.placeNamed(c, kinds)
	}
	return &mention.Unit{Span: c, Kind: kind, Level: level, Name: r.Text.Words(c.I, c.J)}
}

// properName reports whether a cell has nothing but words of a name, or numbers.
func (r *rowReader) properName(c document.Span) bool {
	for i := c.I; i < c.J; i++ {
		if !r.NameWord(i) && r.Toks[i].Kind != text.Number && !r.Toks[i].Is("-", "–") {
			return false
		}
	}
	return c.I < c.J
}

// kindsIn are the kinds of unit that a head names: "Xã, phường".
func (r *rowReader) kindsIn(c document.Span) (kinds []string) {
	for i := c.I; i < c.J; i++ {
		if k, n := r.Lists.Units.Find(r.Toks[:c.J], i); n > 0 && !slices.Contains(kinds, k.Kind) {
			kinds = append(kinds, k.Kind)
		}
	}
	return kinds
}

// placeNamed is the unit of the name in cell c and of one of the kinds, or of those that the lines over the table name, "các xã, phường", in
// a province that they name: the list of places tells its kind. It is nil where the list knows none or several.
func (r *rowReader) placeNamed(c document.Span, kinds []string) (u *mention.Unit) {
	over := document.Span{I: r.Sentences[max(0, r.SentOf[r.t.I]-maxAbove)].I, J: r.t.I}
	if len(kinds) == 0 {
		kinds = r.kindsIn(over)
	}
	for _, i := range r.Lists.ByName(r.Toks[c.I:c.J]) {
		pl := r.Lists.PlaceList[i]
		if !slices.Contains(kinds, pl.Kind) || !r.provinceNamed(over, r.Lists.ProvinceOf(pl)) || !r.existed(pl) {
			continue
		}
		if u != nil && u.Kind != pl.Kind {
			return nil
		}
		u = &mention.Unit{Span: c, Kind: pl.Kind, Level: gazetteer.Level(pl.ID), Name: pl.Name}
	}
	return u
}

// provinceNamed reports whether s names the province of that name, or a body there.
func (r *rowReader) provinceNamed(s document.Span, name string) bool {
	for n := r.ItemFrom(s.I); n < len(r.Items) && r.Items[n].I < s.J; n++ {
		it := &r.Items[n]
		u := it.Unit
		switch {
		case it.Post != nil:
			u = it.Post.Org.Place()
		case it.Org != nil:
			u = it.Org.Place()
		}
		if u != nil && u.Name == name {
			return true
		}
	}
	return false
}

// existed reports whether a place existed on the day of the document, or might have, where that is not known.
func (r *rowReader) existed(pl gazetteer.Place) bool {
	day := r.Published
	return day.IsZero() || (pl.From.IsZero() || pl.From.Compare(day) <= 0) && (pl.To.IsZero() || pl.To.Compare(day) >= 0)
}

// placeless is a post without the place that its body has from elsewhere in the text, in a row whose own place is not known; it is of no body when
// the text names none.
func placeless(po *mention.Post) *mention.Post {
	if po.Org == nil || ownPlace(po.Org) || po.Org.Unit == nil {
		return po
	}
	out, o := *po, *po.Org
	o.Unit, o.Bare, o.Taken = nil, "?", false
	if out.Org = &o; po.Guessed || o.J <= po.I || o.I >= po.J {
		out.Org = nil
	}
	return &out
}

// kindHead reports whether the head of column k is nothing but a kind of unit: "Thành phố".
func (r *rowReader) kindHead(k int) bool {
	head := r.t.Rows[r.t.Body-1].Cells[k]
	_, n := r.Lists.Units.Find(r.Toks[:head.J], head.I)
	return n == head.J-head.I
}

// bareIn reports whether cell c has the name of a unit without its kind, and nothing else that is known.
func bareIn(u *mention.Unit, c document.Span) bool {
	return u == nil || c.J-c.I == len(strings.Fields(u.Name))
}

// unitHead is the kind of unit that the head of a column ends in, "Xã", "Tên xã", and its level; "" when it ends in none.
func (r *rowReader) unitHead(c document.Span) (kind string, level int) {
	for i := c.I; i < c.J; i++ {
		if k, n := r.Lists.Units.Find(r.Toks[:c.J], i); n > 0 && i+n == c.J {
			return k.Kind, k.Level
		}
	}
	return "", 0
}
