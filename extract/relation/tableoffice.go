package relation

import (
	"slices"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A page of an encyclopedia may be about an office that many places have, "Bí thư Thành ủy (Việt Nam)", or about one body.
// Its tables name neither again: below the first a row has the place, "| 8 | Đà Lạt | Trần Văn A |"; below the second stand
// those of "Giám đốc qua các thời kỳ".

// ofMany is the post that a table is about whose rows have the places: the one of the title, which names no place, when the
// heading over the table names no other.
func (l *linker) ofMany(t *document.Table, h listHead) *mention.Post {
	po := l.titlePost()
	if po == nil || po.Org == nil || po.Org.Kind == nil || po.Org.Named != nil || po.Org.Parent != nil || ownPlace(po.Org) || h.post != nil && h.post.Title.Post != po.Title.Post {
		return nil
	}
	places := false
	for _, c := range t.Columns {
		places = places || c.Role == "body"
	}
	if !places || po.Org.Unit == nil && po.Org.Bare == "" {
		return nil
	}
	out, o := *po, *po.Org
	o.Span = document.Span{I: po.I, J: po.I}
	o.Unit, o.Bare, o.Taken = nil, "", false
	out.Org, out.Guessed = &o, false
	return &out
}

// titlePost is the post that is all of the title of a page of an encyclopedia but for brackets, or nil.
func (l *linker) titlePost() *mention.Post {
	if !l.Encyclopedia {
		return nil
	}
	s := l.Sentences[0]
	n := l.ItemFrom(s.I)
	if n >= len(l.Items) || l.Items[n].Post == nil || !l.wholeTitle(s, l.Items[n].I, l.Items[n].J) {
		return nil
	}
	return l.Items[n].Post
}

// officeOf is the post that a page of an encyclopedia is about, for a list or a table below heading s that says nothing but that one follows:
// "## Danh sách"; else nil.
func (l *linker) officeOf(s document.Span) *mention.Post {
	open := l.behindLinks(s)
	for open < s.J && l.Toks[open].Is("#") {
		open++
	}
	if !l.markedHeading(s) || open >= s.J {
		return nil
	}
	if l.Pair(open, s.J, &l.Lists.Words.ListNoun) && l.plainHead(open, s.J) || l.headIn(s).past && l.plainHead(open, s.J) || l.timeHead(open, s) {
		return l.titlePost()
	}
	return nil
}

// timeHead reports whether a heading, from token i on, begins with a time and names no other body or place: "### Thời kỳ 1945–1976", "### Từ khi tái
// lập tỉnh (1989)".
func (l *linker) timeHead(i int, s document.Span) bool {
	w := &l.Lists.Words
	if !w.Phase.Has(l.Toks[i]) && !w.PeriodFrom.Has(l.Toks[i]) && !l.IsYear(i) || s.J-i > longestHeadTime {
		return false
	}
	dated := false
	for k := i; k < s.J; k++ {
		dated = dated || l.IsYear(k)
	}
	h := l.headIn(s)
	return dated && h.body == nil && h.post == nil && (h.place == nil || h.place.Name == "")
}

// longestHeadTime is the most tokens of a heading that tells a time.
const longestHeadTime = 12

// titleOrg is the body that is all of the title of a page of an encyclopedia but for brackets and what it is a part of, or nil.
func (l *linker) titleOrg() *mention.Org {
	if !l.Encyclopedia {
		return nil
	}
	s := l.Sentences[0]
	n := l.ItemFrom(s.I)
	if n >= len(l.Items) || l.Items[n].Org == nil || !l.wholeTitle(s, l.Items[n].I, l.Items[n].J) {
		return nil
	}
	return l.Items[n].Org
}

// wholeTitle reports whether tokens [i, j) are the title s but for what stands in brackets or behind a comma.
func (l *linker) wholeTitle(s document.Span, i, j int) bool {
	from := s.I
	for from < i && l.Toks[from].Is("#") {
		from++
	}
	return from == i && (j >= s.J || l.Toks[j].Is("(", ","))
}

// inPlaces gives the posts of a row the place that stands in it, where the table is about an office that many places have:
// those below the head "Bí thư", or its names where no column has the holders of a post.
func (r *rowReader) inPlaces(out []seated, row document.TableRow, place *mention.Unit) []seated {
	if r.many == nil {
		return out
	}
	if place == nil {
		return slices.DeleteFunc(out, func(s seated) bool { return s.seat && s.post.Guessed })
	}
	held := false
	for k := range out {
		if s := &out[k]; s.seat {
			held = true
			if s.post.Title.Post == r.many.Title.Post && (s.post.Org == nil || s.post.Guessed || !ownPlace(s.post.Org)) {
				s.post = r.many
			}
		}
	}
	if !held {
		out = append(out, seated{post: r.many, status: record.Holds, cell: row.Span})
	}
	return out
}
