package pages

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/http"
	"slices"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// maxNeighbours is how many neighbours are drawn; a drawing of more says nothing.
const maxNeighbours = 60

// neighbour is a thing that another has to do with.
type neighbour struct {
	store.Thing
	Relation string // a key of words.csv
	Note     string // the post, or the years
	Reverse  bool   // the relation goes from the neighbour to the thing
}

// neighbours are the surroundings of a thing.
type neighbours struct {
	store.Thing
	Shown []neighbour
	Total int
}

// neighbourhood is a drawing of the surroundings of a node, with a table that says the same. With
// suffix .json it is what the script draws.
func (p *Pages) neighbourhood(q *request) (a reply, err error) {
	node := q.FormValue("node")
	err = view.Read(q.Context(), p.store, func(l *view.Look) error {
		quads, err := l.About(node)
		if err != nil || len(quads) == 0 {
			return cmp.Or(err, errNoPage)
		}
		n, err := q.neighbours(l, node)
		if err != nil {
			return err
		}
		if q.form == ".json" {
			a, err = q.drawing(n)
			return err
		}
		a, err = q.html("graph", q.lang.say("graph.title", n.Label), n)
		return err
	})
	return a, err
}

// neighbours finds what a node has to do with, by its kind.
func (q *request) neighbours(l *view.Look, node string) (n neighbours, err error) {
	if n.Thing, err = l.Thing(node); err != nil {
		return n, err
	}
	var all []neighbour
	add := func(relation string, reverse bool, note string, things ...store.Thing) {
		for _, t := range things {
			if one := (neighbour{t, relation, note, reverse}); t.IRI != "" && t.IRI != node && !slices.Contains(all, one) {
				all = append(all, one)
			}
		}
	}
	held := func(t view.Tenure) string { return t.Seat.Label + ", " + q.lang.bounds(t) }
	switch vocab.KindOf(node) {
	case vocab.KindPerson:
		v, err := view.ReadPerson(l, node)
		if err != nil {
			return n, err
		}
		for _, t := range v.Tenures {
			add("link.held", false, q.lang.bounds(t), t.Seat)
		}
		add("link.home", false, "", v.Homes...)
		for _, c := range v.Circles {
			for _, o := range c.People {
				add("link.beside", false, c.Organization.Label, o.Person)
			}
		}
	case vocab.KindPost:
		v, err := view.ReadPost(l, node, view.Question{})
		if err != nil {
			return n, err
		}
		add("link.in", false, "", v.Organization)
		for _, t := range v.Tenures {
			add("link.held", true, q.lang.bounds(t), t.Holder)
		}
	case vocab.KindOrganization:
		v, err := view.ReadOrganization(l, node, view.Question{})
		if err != nil {
			return n, err
		}
		add("link.part", false, "", v.Above...)
		add("link.part", true, "", v.Parts...)
		add("link.became", false, "", v.Successors...)
		add("link.became", true, "", v.Predecessors...)
		add("link.serves", false, "", v.Places...)
		for _, s := range v.Posts {
			for _, t := range s.Tenures {
				add("link.held", true, held(t), t.Holder)
			}
		}
		add("link.called", false, "", v.Congresses...)
		add("link.issued", false, "", v.Documents...)
	case vocab.KindPlace:
		v, err := view.ReadPlace(l, node, view.Question{})
		if err != nil {
			return n, err
		}
		add("link.part", false, "", v.Above...)
		add("link.became", false, "", v.Successors...)
		add("link.became", true, "", v.Predecessors...)
		add("link.serves", true, "", v.Organizations...)
		add("link.part", true, "", v.Parts...)
	case vocab.KindCongress, vocab.KindMeeting:
		v, err := view.ReadEvent(l, node)
		if err != nil {
			return n, err
		}
		add("link.called", true, "", v.Organizer)
		add("link.passed", false, "", v.Documents...)
		add("link.before", false, "", v.Before...)
		add("link.before", true, "", v.After...)
		for _, h := range v.Elected {
			add("link.elected", false, h.Post.Label, h.Person)
		}
	case vocab.KindDocument:
		v, err := view.ReadDocument(l, node)
		if err != nil {
			return n, err
		}
		add("link.issued", true, "", v.Creators...)
		add("link.passed", true, "", v.Occasions...)
		add("link.cites", false, "", v.Cites...)
		for _, c := range v.Citing {
			article, err := l.Thing(c.Passage.Article)
			if err != nil {
				return n, err
			}
			add("link.cites", true, "", article)
		}
	case vocab.KindArticle:
		v, err := view.ReadArticle(l, node)
		if err != nil {
			return n, err
		}
		for _, h := range v.Holdings {
			add("link.tells", false, h.Post.Label, h.Person)
		}
		for _, m := range v.Others {
			add("link.tells", false, "", m.Thing)
		}
	}
	n.Total = len(all)
	n.Shown = all[:min(maxNeighbours, len(all))]
	return n, nil
}

// drawing is what the script draws.
func (q *request) drawing(n neighbours) (reply, error) {
	type node struct {
		ID    string     `json:"id"`
		Label string     `json:"label"`
		Kind  vocab.Kind `json:"kind"`
		Path  string     `json:"path"`
	}
	type edge struct {
		From string `json:"source"`
		To   string `json:"target"`
		Text string `json:"label"`
	}
	out := struct {
		Nodes []node `json:"nodes"`
		Edges []edge `json:"edges"`
		Total int    `json:"total"`
	}{Total: n.Total}
	out.Nodes = append(out.Nodes, node{n.IRI, n.Label, vocab.KindOf(n.IRI), vocab.Path(n.IRI)})
	known := map[string]bool{n.IRI: true}
	for _, o := range n.Shown {
		if !known[o.IRI] {
			known[o.IRI] = true
			out.Nodes = append(out.Nodes, node{o.IRI, o.Label, vocab.KindOf(o.IRI), vocab.Path(o.IRI)})
		}
		e := edge{n.IRI, o.IRI, q.lang.say(o.Relation)}
		if o.Reverse {
			e.From, e.To = e.To, e.From
		}
		out.Edges = append(out.Edges, e)
	}
	var b bytes.Buffer
	err := json.NewEncoder(&b).Encode(out)
	return reply{status: http.StatusOK, kind: kindOf(".json"), body: b.Bytes()}, err
}
