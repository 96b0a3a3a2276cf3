package graph

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
)

// recorder turns the records of one result into quads.
type recorder struct {
	doc    *document
	about  *description
	result record.Result
}

// source says what is known of the article itself.
func (w *recorder) source() {
	d, r := w.doc, w.result
	d.say(d.iri, PropType, ClassArticle)
	d.say(d.iri, PropIdentifier, quad.String(r.Document.Name))
	if r.Title != "" {
		d.say(d.iri, PropHeadline, vi(r.Title))
	}
	d.say(d.iri, PropDatePublished, date(r.Published))
	if r.Document.Publisher != "" {
		d.say(d.iri, PropPublisher, quad.String(r.Document.Publisher))
	}
	if r.Document.Address != "" {
		d.say(d.iri, PropURL, quad.String(r.Document.Address))
	}
}

// records writes what the article says.
func (w *recorder) records() error {
	r := w.result
	if r.Own != nil {
		w.document(PropTextOf, *r.Own)
	}
	for _, record := range r.Records {
		if err := w.record(record); err != nil {
			return err
		}
	}
	return nil
}

// record writes one record. Every kind of record has its case here, and nowhere else.
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
	person := part(d.iri, "person", h.Person)
	d.say(person, PropType, ClassMention)
	d.say(person, PropName, vi(h.Person))
	d.say(node, PropType, ClassHolding)
	d.say(node, PropMember, person)
	org := w.about.organization(h.Organization, h.Place)
	d.say(node, PropOrganization, org)
	d.say(node, PropPost, w.about.post(h.Post, h.Organization, h.Place))
	d.say(node, PropRole, w.about.role(h.Post))
	if h.Parent != "" && h.Parent != h.Organization {
		d.say(org, PropSubOrganizationOf, w.about.organization(h.Parent, h.Place))
	}
	if h.Status != "" {
		d.say(node, PropStatus, StatusIRI(h.Status))
	}
	d.say(node, PropStartDate, date(h.From))
	d.say(node, PropEndDate, date(h.To))
	d.say(node, PropAsOf, date(h.AsOf))
	if h.Again {
		d.say(node, PropAgain, boolean(true))
	}
	w.inTerm(node, h)
	w.evidence(node, h.Evidence)
}

// StatusIRI is the node of a status of a holding: nk:holds, nk:former, nk:starts, nk:ends, nk:nominated.
func StatusIRI(s record.Status) quad.IRI { return quad.IRI(nsOwn + string(s)) }

// inTerm links a holding to the term that the text gives with the post, or to the one that a
// congress began, where the same article says of the congress when it met and of the person that he
// or she was elected then.
func (w *recorder) inTerm(node quad.IRI, h record.Holding) {
	if h.Term > 0 {
		p, _ := w.about.places.list.Place(h.Place)
		w.doc.say(node, PropInTerm, w.about.listedTerm(h.Organization, p, h.Term))
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
		p, _ := w.about.places.list.Place(c.Place)
		last := c.To
		if last.IsZero() {
			last = c.From
		}
		if elects(c.Body, p) == h.Organization &&
			h.AsOf.First().Compare(c.From.First()) >= 0 && h.AsOf.Last().Compare(last.Last()) <= 0 {
			w.doc.say(node, PropInTerm, w.about.term(c))
		}
	}
}

func (w *recorder) congress(c record.Congress) {
	d := w.doc
	node := w.about.congress(c)
	d.say(node, PropStartDate, date(c.From))
	d.say(node, PropEndDate, date(c.To))
	if from, to := termYears(c.Term); !from.IsZero() {
		if term := w.about.term(c); term != "" {
			d.say(term, PropStartDate, date(from))
			d.say(term, PropEndDate, date(to))
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
	person := part(d.iri, "person", r.Name)
	d.say(person, PropBirthDate, date(r.Born))
	d.say(person, PropDeathDate, date(r.Died))
	if p, found := w.about.places.list.Place(r.Place); found {
		d.say(person, PropBirthPlace, w.about.describePlace(p))
	}
	w.evidence(person, r.Evidence)
}

// evidence says on which words of the article a record stands.
func (w *recorder) evidence(node quad.IRI, e record.Evidence) {
	d := w.doc
	passage := passageIRI(d.iri, e.Span.Start, e.Span.End)
	d.say(node, PropDerivedFrom, passage)
	d.say(passage, PropType, ClassPassage)
	d.say(passage, PropQuotedFrom, d.iri)
	d.say(passage, PropValue, quad.LangString{Value: quad.String(e.Text), Lang: "vi"})
	d.say(passage, PropStartByte, integer(e.Span.Start))
	d.say(passage, PropEndByte, integer(e.Span.End))
	if e.Rule == "" {
		return
	}
	if !d.owns(node) { // a congress has its rules at the passages
		node = passage
	}
	d.say(node, PropRule, quad.String(e.Rule))
	d.say(node, PropConfidence, decimal(e.Confidence))
}
