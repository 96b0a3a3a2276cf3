package statement

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// recorder turns the records of one result into quads.
type recorder struct {
	doc    *document
	about  *description
	result record.Result
}

// source adds the facts about the article itself.
func (w *recorder) source() {
	d, r := w.doc, w.result
	d.say(d.iri, vocab.PropType, vocab.ClassArticle)
	d.say(d.iri, vocab.PropIdentifier, quad.String(r.Document.Name))
	if r.Title != "" {
		d.say(d.iri, vocab.PropHeadline, vocab.Vietnamese(r.Title))
	}
	published := vocab.Date(r.Published)
	if r.DatedBy.Inferred() {
		published = vocab.Inferred(r.Published)
	}
	d.say(d.iri, vocab.PropDatePublished, published)
	if !r.Published.IsZero() && r.DatedBy != "" {
		d.say(d.iri, vocab.PropDatedBy, quad.String(r.DatedBy))
	}
	if r.Document.Publisher != "" {
		d.say(d.iri, vocab.PropPublisher, quad.String(r.Document.Publisher))
	}
	if r.Document.Address != "" {
		d.say(d.iri, vocab.PropURL, quad.String(r.Document.Address))
	}
}

// records adds the statements of the article.
func (w *recorder) records() error {
	r := w.result
	if r.Own != nil {
		w.document(vocab.PropTextOf, *r.Own)
	}
	for _, record := range r.Records {
		if err := w.record(record); err != nil {
			return err
		}
	}
	return nil
}

// record adds the statements of one record. Each kind of record has its case here, and nowhere else.
func (w *recorder) record(r record.Record) error {
	switch r := r.(type) {
	case record.Holding:
		w.holding(r)
	case record.Congress:
		w.congress(r)
	case record.Reference:
		w.reference(r)
	case record.Meeting:
		w.meeting(r)
	case record.Person:
		w.life(r)
	default:
		return fmt.Errorf("a record of unknown kind %T", r)
	}
	return nil
}

func (w *recorder) holding(h record.Holding) {
	d := w.doc
	node := d.fresh("holding", h.Person, joinName(h.Post, h.Organization))
	person := vocab.PartIRI(d.iri, "person", h.Person)
	d.say(person, vocab.PropType, vocab.ClassMention)
	d.say(person, vocab.PropName, vocab.Vietnamese(h.Person))
	d.say(node, vocab.PropType, vocab.ClassHolding)
	d.say(node, vocab.PropMember, person)
	org := w.about.organization(h.Organization, h.Place)
	d.say(node, vocab.PropOrganization, org)
	d.say(node, vocab.PropPost, w.about.post(h.Post, h.Organization, h.Place))
	d.say(node, vocab.PropRole, w.about.role(h.Post))
	if h.Parent != "" && h.Parent != h.Organization {
		d.say(org, vocab.PropSubOrganizationOf, w.about.organization(h.Parent, h.Place))
	}
	if h.Status != "" {
		d.say(node, vocab.PropStatus, StatusIRI(h.Status))
	}
	d.say(node, vocab.PropStartDate, vocab.Date(h.From))
	d.say(node, vocab.PropEndDate, vocab.Date(h.To))
	d.say(node, vocab.PropAsOf, vocab.Date(h.AsOf))
	if h.Again {
		d.say(node, vocab.PropAgain, vocab.Boolean(true))
	}
	w.inTerm(node, h)
	w.evidence(node, h.Evidence)
}

// StatusIRI is the node of a status of a holding: nk:holds, nk:former, nk:starts, nk:ends, nk:nominated.
func StatusIRI(s record.Status) quad.IRI { return quad.IRI(vocab.NamespaceOwn + string(s)) }

// inTerm links a holding to the term that the text gives with the post, or to the one that a
// congress began, where the same article says of the congress when it met and of the person that he
// or she was elected then.
func (w *recorder) inTerm(node quad.IRI, h record.Holding) {
	if h.Term > 0 {
		p, _ := w.about.places.List.Place(h.Place)
		w.doc.say(node, vocab.PropInTerm, w.about.listedTerm(h.Organization, p, h.Term))
		return
	}
	if h.Status != record.Starts || h.AsOf.IsZero() {
		return
	}
	for _, r := range w.result.Records {
		c, ok := r.(record.Congress)
		if !ok || c.From.IsZero() || c.Place != h.Place {
			continue
		}
		p, _ := w.about.places.List.Place(c.Place)
		last := c.To
		if last.IsZero() {
			last = c.From
		}
		if elects(c.Body, p) == h.Organization &&
			h.AsOf.First().Compare(c.From.First()) >= 0 && h.AsOf.Last().Compare(last.Last()) <= 0 {
			w.doc.say(node, vocab.PropInTerm, w.about.term(c))
		}
	}
}

func (w *recorder) congress(c record.Congress) {
	d := w.doc
	node := w.about.congress(c)
	d.say(node, vocab.PropStartDate, vocab.Date(c.From))
	d.say(node, vocab.PropEndDate, vocab.Date(c.To))
	if from, to := termYears(c.Term); !from.IsZero() {
		if term := w.about.term(c); term != "" {
			d.say(term, vocab.PropStartDate, vocab.Date(from))
			d.say(term, vocab.PropEndDate, vocab.Date(to))
		}
	}
	w.evidence(node, c.Evidence)
}

// life says of a person who holds or held a post, by the same article, when and where he or she was
// born, and died.
func (w *recorder) life(r record.Person) {
	d := w.doc
	if !slices.ContainsFunc(w.result.Records, func(o record.Record) bool { h, ok := o.(record.Holding); return ok && h.Person == r.Name }) {
		return
	}
	person := vocab.PartIRI(d.iri, "person", r.Name)
	d.say(person, vocab.PropBirthDate, vocab.Date(r.Born))
	d.say(person, vocab.PropDeathDate, vocab.Date(r.Died))
	if p, found := w.about.places.List.Place(r.Place); found {
		d.say(person, vocab.PropBirthPlace, w.about.describePlace(p))
	}
	w.evidence(person, r.Evidence)
}

// evidence links a record to the words of the article that say so.
func (w *recorder) evidence(node quad.IRI, e record.Evidence) {
	d := w.doc
	passage := vocab.PassageIRI(d.iri, e.Span.Start, e.Span.End)
	d.say(node, vocab.PropDerivedFrom, passage)
	d.say(passage, vocab.PropType, vocab.ClassPassage)
	d.say(passage, vocab.PropQuotedFrom, d.iri)
	d.say(passage, vocab.PropValue, quad.LangString{Value: quad.String(e.Text), Lang: "vi"})
	d.say(passage, vocab.PropStartByte, vocab.Integer(e.Span.Start))
	d.say(passage, vocab.PropEndByte, vocab.Integer(e.Span.End))
	if e.Rule == "" {
		return
	}
	if !d.owns(node) { // a congress has its rules at the passages
		node = passage
	}
	d.say(node, vocab.PropRule, quad.String(e.Rule))
	d.say(node, vocab.PropConfidence, vocab.Decimal(e.Confidence))
}
