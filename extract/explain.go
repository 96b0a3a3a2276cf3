package extract

import (
	"fmt"
	"github.com/nhiemky/nhiemky/extract/gazetteer"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/relation"
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
	About record.Record
}

// Sentence is one sentence with what was recognised in it.
type Sentence struct {
	Span  text.Span
	Found []Found // in order
}

// Explanation shows how a document was read, stage by stage: sentences, what was recognised in each,
// and the records with the rules that made them.
type Explanation struct {
	record.Result
	Kind      string // of document: news, official, table …
	Sections  []relation.Section
	Sentences []Sentence
}

// Explain reads a document as Extract does and keeps what each stage found.
func (x *Extractor) Explain(d record.Document) Explanation {
	p := x.read(d)
	defer x.release(p)
	e := Explanation{Result: result(p, d), Kind: p.Kind(), Sections: p.Sections()}
	for _, s := range p.Sentences {
		e.Sentences = append(e.Sentences, Sentence{Span: p.Text.Span(s.I, s.J)})
	}
	for _, it := range p.Items {
		addFound(p, &e, it.Span, describe(p, it))
	}
	for _, r := range p.Refs {
		addFound(p, &e, r.Span, Found{Kind: "document", Value: mention.Join(r.Kind.Name, r.Code, r.Name), Left: r.Issuer,
			About: record.Reference{Type: p.TypeOf(r), Code: r.Code, Name: r.Name}})
	}
	for _, c := range p.Congresses {
		about := record.Congress{Body: gazetteer.Party, Ordinal: c.Ordinal}
		if !c.National {
			about.Body, about.Place = mention.PartyOf(c.Body), mention.PlaceID(c.Body.Place())
		}
		addFound(p, &e, c.Span, Found{Kind: "congress", Value: fmt.Sprintf("%s %d", about.Body, c.Ordinal), About: about})
	}
	for _, m := range p.Meetings {
		about := record.Meeting{Body: "Ban Chấp hành Trung ương Đảng", Ordinal: m.Ordinal, Date: m.Day}
		if !m.Central {
			about.Body, about.Place = m.Body.Name(), mention.PlaceID(m.Body.Place())
		}
		addFound(p, &e, m.Span, Found{Kind: "meeting", Value: fmt.Sprintf("%s %d", about.Body, m.Ordinal), About: about})
	}
	return e
}

func addFound(p *relation.Page, e *Explanation, s document.Span, f Found) {
	f.Span = p.Text.Span(s.I, s.J)
	f.Text = p.Text.Slice(f.Span)
	k := p.SentOf[s.I]
	e.Sentences[k].Found = append(e.Sentences[k].Found, f)
}

// describe says what an item was taken for.
func describe(p *relation.Page, it mention.Item) Found {
	switch {
	case it.Person != nil:
		return Found{Kind: "person", Value: it.Person.Who.Name, About: record.Person{Name: it.Person.Who.Name}}
	case it.Post != nil:
		o := it.Post.Org
		return Found{Kind: "post", Value: it.Post.Name, Left: o.Name(),
			About: record.Holding{Post: it.Post.Name, Organization: o.Name(), Place: mention.PlaceID(o.Place())}}
	case it.Org != nil:
		return Found{Kind: "organisation", Value: it.Org.Name(), About: record.Holding{Organization: it.Org.Name(), Place: mention.PlaceID(it.Org.Place())}}
	case it.Unit != nil:
		return Found{Kind: "unit", Value: it.Unit.Full(), Left: it.Unit.Id, About: record.Holding{Place: it.Unit.Id}}
	case it.Date != nil:
		return Found{Kind: "date", Value: it.Date.Date.String()}
	}
	return Found{Kind: "event", Value: string(it.Event)}
}
