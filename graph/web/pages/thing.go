package pages

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// shown is what a page of a node needs: its template, the data for it, and the rows of its table.
type shown struct {
	template string
	title    string
	data     any
	rows     [][]string // for CSV, the names of the columns first; nil for the quads
}

// thing is the page of a node, in the form that is asked for.
func (p *Pages) thing(q *request) (a reply, err error) {
	err = view.Read(q.Context(), p.store, func(l *view.Look) error {
		node, err := p.nodeOf(q, l)
		if err != nil {
			return err
		}
		s, err := p.show(q, l, node)
		if err != nil {
			return err
		}
		var seen []quad.Quad
		if q.form != "" {
			seen = l.Seen()
		}
		a, err = q.reply(s, node, seen)
		return err
	})
	return a, err
}

// nodeOf is the node at the path of a request. A name may end as a form does: the whole path counts
// first.
func (p *Pages) nodeOf(q *request, l *view.Look) (string, error) {
	paths := []string{q.path}
	if bare, cut := strings.CutSuffix(q.path, q.form); cut && q.form != "" {
		paths = append(paths, bare)
	}
	for i, path := range paths {
		node := vocab.NodeAt(path)
		if node == "" || strings.Contains(node, "#") {
			continue
		}
		quads, err := l.About(node)
		if err != nil {
			return "", err
		}
		if len(quads) > 0 {
			if i == 0 && strings.HasSuffix(q.path, q.form) {
				q.form = ""
			}
			q.path = path
			return node, nil
		}
	}
	return "", errNoPage
}

// show reads what the page of a node shows.
func (p *Pages) show(q *request, l *view.Look, node string) (s shown, err error) {
	at, _ := q.at()
	switch vocab.KindOf(node) {
	case vocab.KindPerson:
		v, err := view.ReadPerson(l, node)
		return p.showPerson(q, v), err
	case vocab.KindPost:
		v, err := view.ReadPost(l, node, view.At(at))
		return showPost(q, v, at), err
	case vocab.KindOrganization:
		v, err := view.ReadOrganization(l, node, view.At(at))
		return showOrganization(q, v, at), err
	case vocab.KindPlace:
		v, err := view.ReadPlace(l, node, view.At(at))
		return showPlace(q, v, at), err
	case vocab.KindCongress, vocab.KindMeeting:
		v, err := view.ReadEvent(l, node)
		return showEvent(q, v), err
	case vocab.KindDocument:
		v, err := view.ReadDocument(l, node)
		return showDocument(q, v), err
	case vocab.KindArticle:
		return p.showArticle(q, l, node)
	}
	return showNode(l, node)
}

// reply makes the answer in the form that is asked for.
func (q *request) reply(s shown, node string, seen []quad.Quad) (reply, error) {
	var b bytes.Buffer
	var err error
	switch q.form {
	case ".nq":
		err = vocab.WriteNQuads(&b, seen)
	case ".jsonld", ".json":
		err = vocab.WriteJSONLD(&b, seen)
	case ".csv":
		err = writeCSV(&b, s.rows, seen)
	default:
		err = q.lang.render(&b, s.template, &frame{Title: s.title, Path: q.URL.RequestURI(), Node: node, Data: s.data})
	}
	return reply{status: http.StatusOK, kind: kindOf(q.form), body: b.Bytes()}, err
}

// event is the data of the page of a congress or a session, and document of that of a document: of what
// articles say as much as a page holds.
type event struct {
	view.Event
	Pager pager
}

type document struct {
	view.Document
	Times int // that it is cited
	Pager pager
}

func showEvent(q *request, v view.Event) shown {
	rows := eventRows(v)
	pages, from, to := q.pager(len(v.Said))
	v.Said = v.Said[from:to]
	return shown{"event", v.Label, event{v, pages}, rows}
}

func showDocument(q *request, v view.Document) shown {
	rows := documentRows(v)
	pages, from, to := q.pager(len(v.Citing))
	data := document{v, len(v.Citing), pages}
	data.Citing = v.Citing[from:to]
	return shown{"document", v.Label, data, rows}
}

// career is the data of the page of a person.
type career struct {
	view.Person
	Table     table
	MayChange bool
}

func (p *Pages) showPerson(q *request, v view.Person) shown {
	data := career{v, newTable(v.Tenures, record.Date{}, true, false), p.mayChange(q.Request)}
	return shown{"person", v.Label, data, tenureRows(v.Tenures, v.Loose)}
}

// post is the data of the page of a post.
type post struct {
	view.Post
	Table table
	Pager pager
	Wrong string // what was typed for a date and is none
}

func showPost(q *request, v view.Post, at record.Date) shown {
	rows := tenureRows(v.Tenures, v.Loose)
	pages, from, to := q.pager(len(v.Tenures))
	_, wrong := q.at()
	data := post{v, newTable(v.Tenures[from:to], at, false, true), pages, wrong}
	return shown{"post", v.Label, data, rows}
}

// organization is the data of the page of an organisation.
type organization struct {
	view.Organization
	people
}

// place is the data of the page of a place.
type place struct {
	view.Place
	people
}

func showOrganization(q *request, v view.Organization, at record.Date) shown {
	shownPeople, rows := q.people(v.Posts, at)
	return shown{"organization", v.Label, organization{v, shownPeople}, rows}
}

func showPlace(q *request, v view.Place, at record.Date) shown {
	shownPeople, rows := q.people(v.Posts, at)
	if len(rows) == 1 {
		rows = nil // nobody: the quads say more
	}
	return shown{"place", v.Label, place{v, shownPeople}, rows}
}

// pager leads through a table that is longer than a page.
type pager struct {
	Page, Pages, Rows int
	Before, After     string // addresses, "" for none
}

// pager cuts rows into pages and gives the rows of the one that is asked for.
func (q *request) pager(rows int) (p pager, from, to int) { return q.pagerOf(rows, pageRows) }

func (q *request) pagerOf(rows, size int) (p pager, from, to int) {
	p = pager{Page: q.number("page"), Pages: max(1, (rows+size-1)/size), Rows: rows}
	p.Page = min(p.Page, p.Pages)
	if p.Page > 1 {
		p.Before = q.with("page", fmt.Sprint(p.Page-1))
	}
	if p.Page < p.Pages {
		p.After = q.with("page", fmt.Sprint(p.Page+1))
	}
	return p, (p.Page - 1) * size, min(rows, p.Page*size)
}

// propertyRow is a row of the page of any other node.
type propertyRow struct {
	Property, Text string
	Thing          store.Thing // zero for a literal
	Reverse        bool
}

// showNode is the page of a node that has none of its own: what is said of it, in both directions.
func showNode(l *view.Look, node string) (s shown, err error) {
	t, err := l.Thing(node)
	if err != nil {
		return s, err
	}
	var rows []propertyRow
	for _, reverse := range []bool{false, true} {
		read := l.About
		if reverse {
			read = l.Pointing
		}
		quads, err := read(node)
		if err != nil {
			return s, err
		}
		for _, one := range quads {
			row := propertyRow{Property: plainOf(one.Predicate), Reverse: reverse}
			other := one.Object
			if reverse {
				other = one.Subject
			}
			if n, ok := other.(quad.IRI); ok {
				if row.Thing, err = l.Thing(string(n)); err != nil {
					return s, err
				}
			} else {
				row.Text = vocab.Words(other)
			}
			if n := len(rows); n == 0 || rows[n-1] != row {
				rows = append(rows, row)
			}
		}
	}
	return shown{"node", t.Label, rows, nil}, nil
}
