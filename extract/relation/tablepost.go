package relation

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// The posts of a row: those of its cells and of the heads of its columns, and who holds them.

// elsewhere reports whether a post is surely not of the body that it has from the text before: on a page of an encyclopedia one
// that a cell names without a body and the head does not tell, and one whose row has a place where that body does not lie.
func (r *rowReader) elsewhere(s seated, po *mention.Post, place *mention.Unit) bool {
	switch o := po.Org; {
	case o == nil || !r.Encyclopedia:
		return false
	case po.Guessed && r.t.Columns[s.col].Role == "post" && s.holder == nil && !seatedAbove(s):
		return true
	default:
		return place != nil && place != r.head.place && place.Name != "" && o.Taken && o.Unit != nil && o.Unit.Name != place.Name
	}
}

// seatedAbove reports whether a post is none of a cell of its own but that of the head.
func seatedAbove(s seated) bool { return s.post.I < s.cell.I || s.post.I >= s.cell.J }

// seated is a post that a row gives, and the cell of its holders where the head of the column names it.
type seated struct {
	post    *mention.Post
	status  record.Status
	seat    bool
	acting  bool // a seat that is held as acting
	present bool // its column is that of the posts held now
	cell    document.Span
	col     int            // its column, of seats and posts
	holder  *document.Span // the cell of its holders in a table that has no column of names
}

// postsIn are the posts of a row: those of its cells, of the heads of its columns, or the one over the table. An empty
// cell has the posts of the row above where the table has one column of posts.
func (r *rowReader) postsIn(row document.TableRow) (out []seated) {
	columns := 0
	alike := map[record.Status]int{}
	for _, c := range r.t.Columns {
		if c.Role == "post" && c.Status != record.Former {
			columns++
			alike[c.Status]++
		}
	}
	for k, c := range row.Cells {
		if k >= len(r.t.Columns) {
			break
		}
		col := r.t.Columns[k]
		status := col.Status
		if status == "" {
			if status = r.standing(); col.Role == "post" && r.present(k) {
				status = record.Holds
			}
		}
		switch {
		case col.Role == "seat":
			office := r.ofOffice(r.Items[col.Item].Post)
			if po := r.actingIn(row, office); po != nil {
				out = append(out, seated{post: po, status: status, seat: true, acting: po != office, cell: c, col: k})
			}
			continue
		case col.Role == "name":
			for _, po := range r.postsOf(c) { // "Trần Văn A, Phó Bí thư"
				out = append(out, seated{post: po, status: record.Holds, cell: c})
			}
			continue
		case col.Role != "post":
			continue
		case r.empty(c) && c.I == c.J && (r.apartRow(row, k) || r.takenSeat(row, k)):
			continue
		case r.empty(c) && (columns == 1 || col.Status == record.Nominated && alike[col.Status] == 1):
			c = r.aboveCell("post "+string(col.Status), c)
		case !r.empty(c):
			r.cells["post "+string(col.Status)], r.apart = c, false
		}
		for _, po := range r.postsOf(c) {
			if !r.ofAnother(c, po) {
				out = append(out, seated{post: po, status: status, present: r.present(k), cell: c, col: k, holder: r.holders(row, k)})
			}
		}
	}
	if columns == 0 && r.head.post != nil && r.many == nil && (!seats(out) || r.besides(out)) {
		if po := r.actingIn(row, r.head.post); po != nil {
			out = append(out, seated{post: po, status: r.head.standing(), cell: row.Span})
		}
	}
	return slices.DeleteFunc(out, func(s seated) bool { return s.seat && r.saidCloser(s, out) })
}

// actingIn is the acting post where a cell of a row says that its person held the post of the heading as such, "Quyền Bộ trưởng";
// nil where one says that the person was in charge without the post, "Phụ trách Bộ Y tế"; else the post of the heading.
func (r *rowReader) actingIn(row document.TableRow, head *mention.Post) *mention.Post {
	for k := r.ItemFrom(row.I); k < len(r.Items) && r.Items[k].J <= row.J; k++ {
		po := r.Items[k].Post
		if po == nil || !r.Toks[max(0, r.Items[k].I-1)].Is("|") && r.Toks[r.Items[k].I].Breaks == 0 {
			continue
		}
		if po.Title.Post == head.Title.Post && po.Name != head.Name && r.Lists.DeputyOf(po.Name, head.Name) {
			acting := *head
			acting.Name = po.Name
			return &acting
		}
	}
	for i := row.I; head.Title.Seat && i < row.J; i++ {
		if r.Pair(i, row.J, &r.Lists.Words.LedOnly) {
			return nil
		}
	}
	return head
}

// ofOffice is the post of the head of a column, or the office that the page is about where the head names its title alone: "| Chủ tịch | Nhiệm kỳ |" on
// the page "# Chủ tịch Ủy ban nhân dân tỉnh Quảng Bình".
func (r *rowReader) ofOffice(po *mention.Post) *mention.Post {
	if po.Org != nil && !po.Guessed || r.many != nil || r.head.post != nil || r.head.body != nil {
		return po
	}
	of := r.titlePost()
	if of == nil || of.Org.Generic() || of.Title != po.Title || !ownPlace(of.Org) && of.Org.Branch() != "front" && of.Org.Branch() != "mass" {
		return po // what a ministry was called then the rows may say
	}
	return of
}

// saidCloser reports whether the cell of posts beside the holder of a seat says the same post with more words: "Phó Bí thư Thường
// trực Tỉnh ủy" below "Chức vụ" beside a name below "Phó Bí thư".
func (r *rowReader) saidCloser(s seated, all []seated) bool {
	return slices.ContainsFunc(all, func(own seated) bool {
		return own.holder != nil && *own.holder == s.cell && strings.HasPrefix(own.post.Name, s.post.Name+" ") && own.post.Title.Family == s.post.Title.Family
	})
}

// named reports whether a table has a column of names.
func (r *rowReader) named() bool {
	return slices.ContainsFunc(r.t.Columns, func(c gazetteer.Column) bool { return c.Role == "name" })
}

// holders is the cell of those who hold the posts in column k of a table that has no column of names: the nearest before it
// below the head of a post, "| Bí thư | Chức vụ khi được bầu | Phó Bí thư | Chức vụ khi được bầu |".
func (r *rowReader) holders(row document.TableRow, k int) *document.Span {
	if r.named() {
		return nil
	}
	for k--; k >= 0; k-- {
		if r.t.Columns[k].Role == "seat" {
			return &row.Cells[k]
		}
	}
	return nil
}

// apartRow reports whether an empty cell of column k, behind which nothing stands, is that of a row of an encyclopedia which has
// its own number and name: nothing tells that it goes on with the one above.
func (r *rowReader) apartRow(row document.TableRow, k int) bool {
	if names, _ := r.namesIn(row); !r.Encyclopedia || !r.numbered(row) && (len(names) == 0 || !r.placedRow(row)) {
		return false
	}
	return !slices.ContainsFunc(row.Cells[k:], func(c document.Span) bool { return c.I < c.J })
}

// takenSeat reports whether an empty cell of column k in a numbered row is that of another person than the one above, who holds
// the seat of one person, in a table without times, in which nobody follows anybody: nothing tells what the other is.
func (r *rowReader) takenSeat(row document.TableRow, k int) bool {
	if names, _ := r.namesIn(row); len(names) == 0 || !r.numbered(row) || slices.ContainsFunc(r.t.Columns, timed) {
		return false
	}
	return slices.ContainsFunc(r.postsOf(r.cells["post "+string(r.t.Columns[k].Status)]), func(po *mention.Post) bool { return po.Title.Seat })
}

// timed reports whether a column says when.
func timed(c gazetteer.Column) bool { return c.Role == "from" || c.Role == "to" || c.Role == "period" }

// placedRow reports whether a row names its own body or place.
func (r *rowReader) placedRow(row document.TableRow) bool {
	for k, c := range row.Cells {
		if k < len(r.t.Columns) && r.t.Columns[k].Role == "body" && c.I < c.J {
			return true
		}
	}
	return false
}

// ofAnother reports whether somebody who is not of the row is named in a cell before a post: "Cùng Trần Văn B - Phó Tư lệnh".
func (r *rowReader) ofAnother(c document.Span, po *mention.Post) bool {
	for n := r.ItemFrom(c.I); n < len(r.Items) && r.Items[n].I < po.I; n++ {
		if m := r.Items[n].Person; m != nil && m.I >= c.I && !r.ofRow(m) {
			return true
		}
	}
	return false
}

// seats reports whether one of the posts is that of the head of a column.
func seats(posts []seated) bool {
	return slices.ContainsFunc(posts, func(s seated) bool { return s.seat || s.status != record.Former })
}

// besides reports whether the posts of a row are those of columns beside the one of names, which are other offices than that of
// the head: "| Phó Chủ tịch nước | Nhiệm kỳ | Chủ tịch nước |".
func (r *rowReader) besides(posts []seated) bool {
	return r.Encyclopedia && r.named() && !slices.ContainsFunc(posts, func(s seated) bool {
		return !s.seat || s.post.Title.Post == r.head.post.Title.Post
	})
}

// aboveCell is the cell of a role in the rows above, for an empty one: across a heading only where a sign repeats it.
func (r *rowReader) aboveCell(role string, c document.Span) document.Span {
	if r.apart && c.I == c.J {
		return c
	}
	return r.cells[role]
}

// postsOf are the posts that a cell names.
func (r *rowReader) postsOf(c document.Span) (out []*mention.Post) {
	for n := r.ItemFrom(c.I); n < len(r.Items) && r.Items[n].J <= c.J; n++ {
		if po := r.Items[n].Post; po != nil {
			out = append(out, po)
		}
	}
	return out
}

// besideOwn gives the post of a column's head in a table of one body, the Phó Bí thư of a Tỉnh ủy, the body of that kind which
// the posts of its row name when it is another: "| Trần Văn A | Bí thư Tỉnh ủy Hà Bắc | Lê Văn B |" below "Tỉnh ủy Bắc Giang".
func (r *rowReader) besideOwn(s seated, po *mention.Post) *mention.Post {
	if !s.seat || po.Org == nil || po.Org.Kind == nil || ownPlace(po.Org) && !seatedAbove(s) {
		return po
	}
	for _, own := range r.postsOf(r.cells["post "]) {
		if o := own.Org; o != nil && o.Kind == po.Org.Kind && ownPlace(o) && o.Name() != po.Org.Name() {
			out := *po
			out.Org = o
			return &out
		}
	}
	return po
}

// inRowPlace gives the post of a column's head, whose body the text before names, the place of its row when it is another of the
// level: "| Tỉnh Hải Hưng | Trần Văn A |" below "| Đảng bộ | Bí thư |" on the page of the Tỉnh ủy Hải Dương.
func (r *rowReader) inRowPlace(s seated, po *mention.Post, place *mention.Unit) *mention.Post {
	o := po.Org
	if !s.seat || place == nil || place == r.head.place || place.Name == "" || o == nil || o.Unit == nil || ownPlace(o) {
		return po
	}
	if place.Level != o.Unit.Level || place.Name == o.Unit.Name {
		return po
	}
	out, own := *po, *o
	own.Unit, own.Bare, own.Taken = place, "", false
	out.Org = &own
	return &out
}
