package pages

import (
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
)

// people are the posts of an organisation, or of all that serve a place, with who held them.
type people struct {
	Wrong  string // what was typed for a date and is none
	Tables []seatTable
	At     record.Date
	Years  [2]int
	Pager  pager
}

// seatTable is a post of an organisation.
type seatTable struct {
	store.Thing
	Table table
	Loose []view.Loose
}

// people makes the tables of posts, at a date with those alone who held them then; the rows are of all
// pages together.
func (q *request) people(posts []view.Post, at record.Date) (data people, rows [][]string) {
	var all, tenures []view.Tenure
	var loose []view.Loose
	for _, s := range posts {
		all = append(all, s.Tenures...)
	}
	c := newChart(all, at)
	_, data.Wrong = q.at()
	data.At, data.Years = at, [2]int{c.first, c.until}
	size := 0
	for i, s := range posts {
		if !at.IsZero() {
			s = s.Then()
			posts[i] = s
		}
		size += len(s.Tenures) + len(s.Loose)
		tenures, loose = append(tenures, s.Tenures...), append(loose, s.Loose...)
	}
	var from, to int
	data.Pager, from, to = q.pager(size)
	for _, s := range posts {
		inTime, without := window(s.Tenures, &from, &to), window(s.Loose, &from, &to)
		t := seatTable{Thing: s.Thing, Table: c.table(inTime, false, true), Loose: without}
		if t.Table.Name = s.Label; len(inTime)+len(without) > 0 {
			data.Tables = append(data.Tables, t)
		}
	}
	return data, tenureRows(tenures, loose)
}

// window is the part of a list that lies between from and to, which count from its beginning and then
// from its end.
func window[T any](all []T, from, to *int) []T {
	n := len(all)
	part := all[min(n, max(0, *from)):min(n, max(0, *to))]
	*from, *to = *from-n, *to-n
	return part
}
