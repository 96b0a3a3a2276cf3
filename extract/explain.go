package extract

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Found is one thing that a stage recognised in a document.
type Found struct {
	Span  text.Span // in bytes of the raw document
	Text  string    // raw[Span.Start:Span.End]
	Kind  string    // person, post, organisation, unit, event, date, document, congress or meeting
	Value string    // what it was taken for, in the form of records
	Left  string    // what the text leaves open and the context filled in, or ""

	// About is what it names in the form of records, with nothing but what tells it from others: a
	// Person by name; a Holding by post, organisation and place, without a post for an organisation and
	// with nothing but the place for a unit; a Congress, Meeting or Reference. Nil for dates and events.
	About Record
}

// Sentence is one sentence with what was recognised in it.
type Sentence struct {
	Span  text.Span
	Found []Found // in order
}

// Explanation shows how a document was read, stage by stage: sentences, what was recognised in each,
// and the records with the rules that made them.
type Explanation struct {
	Result
	Kind      string // of document: news, official, table …
	Sections  []Section
	Sentences []Sentence
}

// Explain reads a document as Extract does and keeps what each stage found.
func (x *Extractor) Explain(d Document) Explanation {
	p := x.read(d)
	defer x.release(p)
	e := Explanation{Result: result(p, d), Kind: p.kind(), Sections: p.sections()}
	for _, s := range p.sentences {
		e.Sentences = append(e.Sentences, Sentence{Span: p.text.Span(s.i, s.j)})
	}
	for _, it := range p.items {
		addFound(p, &e, it.span, describe(p, it))
	}
	for _, r := range p.refs {
		addFound(p, &e, r.span, Found{Kind: "document", Value: join(r.kind.name, r.code, r.name), Left: r.issuer,
			About: Reference{Type: p.typeOf(r), Code: r.code, Name: r.name}})
	}
	for _, c := range p.congresses {
		about := Congress{Body: national, Ordinal: c.ordinal}
		if !c.national {
			about.Body, about.Place = partyOf(c.body), placeID(c.body.place())
		}
		addFound(p, &e, c.span, Found{Kind: "congress", Value: fmt.Sprintf("%s %d", about.Body, c.ordinal), About: about})
	}
	for _, m := range p.meetings {
		about := Meeting{Body: "Ban Chấp hành Trung ương Đảng", Ordinal: m.ordinal, Date: m.day}
		if !m.central {
			about.Body, about.Place = m.body.name(), placeID(m.body.place())
		}
		addFound(p, &e, m.span, Found{Kind: "meeting", Value: fmt.Sprintf("%s %d", about.Body, m.ordinal), About: about})
	}
	return e
}

func addFound(p *page, e *Explanation, s span, f Found) {
	f.Span = p.text.Span(s.i, s.j)
	f.Text = p.text.Slice(f.Span)
	k := p.sentOf[s.i]
	e.Sentences[k].Found = append(e.Sentences[k].Found, f)
}

// describe says what an item was taken for.
func describe(p *page, it item) Found {
	switch {
	case it.person != nil:
		return Found{Kind: "person", Value: it.person.who.name, About: Person{Name: it.person.who.name}}
	case it.post != nil:
		o := it.post.org
		return Found{Kind: "post", Value: it.post.name, Left: o.name(),
			About: Holding{Post: it.post.name, Organization: o.name(), Place: placeID(o.place())}}
	case it.org != nil:
		return Found{Kind: "organisation", Value: it.org.name(), About: Holding{Organization: it.org.name(), Place: placeID(it.org.place())}}
	case it.unit != nil:
		return Found{Kind: "unit", Value: it.unit.full(), Left: it.unit.id, About: Holding{Place: it.unit.id}}
	case it.date != nil:
		return Found{Kind: "date", Value: it.date.date.String()}
	}
	return Found{Kind: "event", Value: string(it.event)}
}
