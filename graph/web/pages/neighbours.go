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
	a := around{lang: q.lang, node: node}
	read := map[vocab.Kind]func(*view.Look) error{
		vocab.KindPerson: a.person, vocab.KindPost: a.post, vocab.KindOrganization: a.organization, vocab.KindPlace: a.place,
		vocab.KindCongress: a.event, vocab.KindMeeting: a.event, vocab.KindDocument: a.document, vocab.KindArticle: a.article,
	}[vocab.KindOf(node)]
	if read != nil {
		err = read(l)
	}
	n.Total = len(a.all)
	n.Shown = a.all[:min(maxNeighbours, len(a.all))]
	return n, err
}

// around gathers the neighbours of a node.
type around struct {
	lang *speech
	node string
	all  []neighbour
}

// add adds things to which the node has a relation, or that have it to the node, each once.
func (a *around) add(relation string, reverse bool, note string, things ...store.Thing) {
	for _, t := range things {
		if one := (neighbour{t, relation, note, reverse}); t.IRI != "" && t.IRI != a.node && !slices.Contains(a.all, one) {
			a.all = append(a.all, one)
		}
	}
}

func (a *around) person(l *view.Look) error {
	v, err := view.ReadPerson(l, a.node)
	for _, t := range v.Tenures {
		a.add("link.held", false, a.lang.bounds(t), t.Seat)
	}
	a.add("link.home", false, "", v.Homes...)
	for _, c := range v.Circles {
		for _, o := range c.People {
			a.add("link.beside", false, c.Organization.Label, o.Person)
		}
	}
	return err
}

func (a *around) post(l *view.Look) error {
	v, err := view.ReadPost(l, a.node, view.Question{})
	a.add("link.in", false, "", v.Organization)
	for _, t := range v.Tenures {
		a.add("link.held", true, a.lang.bounds(t), t.Holder)
	}
	return err
}

func (a *around) organization(l *view.Look) error {
	v, err := view.ReadOrganization(l, a.node, view.Question{})
	a.add("link.part", false, "", v.Above...)
	a.add("link.part", true, "", v.Parts...)
	a.add("link.became", false, "", v.Successors...)
	a.add("link.became", true, "", v.Predecessors...)
	a.add("link.serves", false, "", v.Places...)
	for _, p := range v.Posts {
		for _, t := range p.Tenures {
			a.add("link.held", true, t.Seat.Label+", "+a.lang.bounds(t), t.Holder)
		}
	}
	a.add("link.called", false, "", v.Congresses...)
	a.add("link.issued", false, "", v.Documents...)
	return err
}

func (a *around) place(l *view.Look) error {
	v, err := view.ReadPlace(l, a.node, view.Question{})
	a.add("link.part", false, "", v.Above...)
	a.add("link.became", false, "", v.Successors...)
	a.add("link.became", true, "", v.Predecessors...)
	a.add("link.serves", true, "", v.Organizations...)
	a.add("link.part", true, "", v.Parts...)
	return err
}

func (a *around) event(l *view.Look) error {
	v, err := view.ReadEvent(l, a.node)
	a.add("link.called", true, "", v.Organizer)
	a.add("link.passed", false, "", v.Documents...)
	a.add("link.before", false, "", v.Before...)
	a.add("link.before", true, "", v.After...)
	for _, h := range v.Elected {
		a.add("link.elected", false, h.Post.Label, h.Person)
	}
	return err
}

func (a *around) document(l *view.Look) error {
	v, err := view.ReadDocument(l, a.node)
	if err != nil {
		return err
	}
	a.add("link.issued", true, "", v.Creators...)
	a.add("link.passed", true, "", v.Occasions...)
	a.add("link.cites", false, "", v.Cites...)
	for _, c := range v.Citing {
		article, err := l.Thing(c.Passage.Article)
		if err != nil {
			return err
		}
		a.add("link.cites", true, "", article)
	}
	return nil
}

func (a *around) article(l *view.Look) error {
	v, err := view.ReadArticle(l, a.node)
	for _, h := range v.Holdings {
		a.add("link.tells", false, h.Post.Label, h.Person)
	}
	for _, m := range v.Others {
		a.add("link.tells", false, "", m.Thing)
	}
	return err
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
