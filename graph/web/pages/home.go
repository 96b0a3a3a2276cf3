package pages

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/nhiemky/nhiemky/graph/search"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// homeData is the first page: how much there is, and the best known of each kind to begin with.
type homeData struct {
	Counts []store.ClassCount
	Quads  int64
	Known  []group
}

// group are things of one kind.
type group struct {
	Kind  vocab.Kind
	Hits  []search.Hit
	Total int
	More  string // address of all of them, "" when all are there
}

const (
	knownShown  = 6  // of each kind on the first page
	hitsShown   = 5  // of each kind, in a search of all kinds
	hitsPerPage = 50 // of a search in one kind
)

func (p *Pages) home(q *request) (reply, error) {
	stats, err := p.counts(context.WithoutCancel(q.Context()))
	if err != nil {
		return reply{}, err
	}
	x, err := p.index(context.WithoutCancel(q.Context()))
	if err != nil {
		return reply{}, err
	}
	data := homeData{Counts: stats.Classes, Quads: stats.Quads}
	for _, kind := range vocab.Kinds() {
		if hits := x.Known(kind, knownShown); len(hits) > 0 {
			data.Known = append(data.Known, group{Kind: kind, Hits: hits})
		}
	}
	return q.html("home", q.lang.say("home.title"), data)
}

// searchData is the page of a search.
type searchData struct {
	Query  string
	Kind   vocab.Kind
	Total  int
	Groups []group
	Near   []group // what may have been meant, where nothing was found
	Pager  pager   // of a search in one kind
}

// search looks for what is typed. With part=1 the answer is the list alone, for the script that asks
// while somebody types.
func (p *Pages) search(q *request) (reply, error) {
	x, err := p.index(context.WithoutCancel(q.Context()))
	if err != nil {
		return reply{}, err
	}
	data := searchData{Query: q.FormValue("q"), Kind: vocab.Kind(q.FormValue("kind"))}
	query := data.Query
	if _, n := x.Find(query, data.Kind, 1); n == 0 && p.Bare != nil {
		query = p.Bare(query)
	}
	switch q.form {
	case ".csv":
		hits, _ := x.Find(query, data.Kind, x.Size())
		return q.hits(hits, len(hits))
	case ".json":
		hits, total := x.Find(query, data.Kind, q.number("page")*pageRows)
		_, from, to := q.pager(total)
		return q.hits(hits[from:to], total)
	}
	for _, kind := range vocab.Kinds() {
		if data.Kind != "" && data.Kind != kind {
			continue
		}
		hits, total := x.Find(query, kind, hitsShown)
		if total == 0 {
			continue
		}
		if data.Kind == kind {
			var from, to int
			data.Pager, from, to = q.pagerOf(total, hitsPerPage)
			hits, _ = x.Find(query, kind, to)
			hits = hits[from:]
		}
		g := group{Kind: kind, Hits: hits, Total: total}
		if total > len(hits) && data.Kind == "" {
			g.More = q.with("kind", string(kind))
		}
		data.Groups, data.Total = append(data.Groups, g), data.Total+total
	}
	if data.Total == 0 {
		data.Near = byKind(x.Near(query, data.Kind, hitsShown))
	}
	if q.FormValue("part") != "" {
		return q.part("search", "hits", data)
	}
	return q.html("search", q.lang.say("search.title"), data)
}

// byKind groups hits by their kinds.
func byKind(hits []search.Hit) (out []group) {
	for _, kind := range vocab.Kinds() {
		g := group{Kind: kind}
		for _, h := range hits {
			if h.Kind == kind {
				g.Hits = append(g.Hits, h)
			}
		}
		if len(g.Hits) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// part is a piece of a page alone.
func (q *request) part(page, name string, data any) (reply, error) {
	body, err := q.lang.renderPart(page, name, data)
	return reply{status: http.StatusOK, kind: kindOf(""), body: body}, err
}

// hits are things found as rows of CSV, or in JSON, a page of them, with how many there are in all.
func (q *request) hits(hits []search.Hit, total int) (reply, error) {
	var b bytes.Buffer
	var err error
	if q.form == ".csv" {
		rows := [][]string{{"kind", "label", "iri", "statements"}}
		for _, h := range hits {
			rows = append(rows, []string{string(h.Kind), h.Label, h.IRI, strconv.Itoa(h.Weight)})
		}
		err = writeCSV(&b, rows, nil)
	} else {
		type hit struct {
			Kind       vocab.Kind `json:"kind"`
			Label      string     `json:"label"`
			IRI        string     `json:"iri"`
			Statements int        `json:"statements"`
		}
		list := []hit{}
		for _, h := range hits {
			list = append(list, hit{h.Kind, h.Label, h.IRI, h.Weight})
		}
		err = json.NewEncoder(&b).Encode(map[string]any{"total": total, "page": q.number("page"), "hits": list})
	}
	return reply{status: http.StatusOK, kind: kindOf(q.form), body: b.Bytes()}, err
}
