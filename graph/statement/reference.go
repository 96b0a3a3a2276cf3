package statement

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// reference writes a document as the article speaks of it. Which document that is follows from all
// articles together (derive/document.go): codes come again in each term of office or year.
func (w *recorder) reference(r record.Reference) {
	w.document(vocab.PropReferences, r)
}

// document writes a document to which the article has a relation.
func (w *recorder) document(relation quad.IRI, r record.Reference) {
	d := w.doc
	node := d.fresh("document", append([]string{r.Type}, vocab.CodeSegments(documentName(r))...)...)
	d.say(d.iri, relation, node)
	d.say(node, vocab.PropType, vocab.ClassMention)
	d.say(node, vocab.PropPrefLabel, vocab.Vietnamese(DocumentLabel(r.Type, documentName(r))))
	if r.Type != "" {
		d.say(node, vocab.PropKind, vocab.Vietnamese(r.Type))
	}
	if r.Code != "" {
		d.say(node, vocab.PropIdentifier, quad.String(r.Code))
	}
	if r.Name != "" {
		d.say(node, vocab.PropTitle, vocab.Vietnamese(r.Name))
	}
	d.say(node, vocab.PropCreator, w.about.organization(r.Issuer, r.Place))
	d.say(node, vocab.PropIssued, vocab.Date(r.Date))
	d.say(node, vocab.PropOccasion, w.occasion(r))
	p, _ := w.about.places.List.Place(r.Place)
	if s := seriesOf(r, p, w.about.places); s.known() {
		d.say(node, vocab.PropGroup, quad.String(s.String()))
	}
	w.evidence(node, r.Evidence)
}

// documentName is the code of a document, or else its title.
func documentName(r record.Reference) string {
	if r.Code != "" {
		return r.Code
	}
	return r.Name
}

// DocumentLabel is the usual name of a document: "Chỉ thị 05-CT/TW". A title may contain the type already.
func DocumentLabel(kind, name string) string {
	if kind == "" || strings.HasPrefix(strings.ToLower(name), strings.ToLower(kind)) {
		return name
	}
	return strings.TrimSpace(kind + " " + name)
}

// occasion is the congress or meeting that passed a document which is known by it: "Nghị quyết
// Đại hội Đảng bộ quận Ba Đình lần thứ XXVI", "Nghị quyết Trung ương 4 khóa XII"; "" for others.
func (w *recorder) occasion(r record.Reference) quad.IRI {
	if n, term, ok := plenum(r.Name); ok {
		return w.about.session(record.Meeting{Body: centralCommittee, Ordinal: n}, "khóa "+record.Roman(term))
	}
	_, rest, ok := strings.Cut(r.Name, "Đại hội ")
	body, last, numbered := strings.Cut(rest, " lần thứ ")
	if !ok || !numbered {
		return ""
	}
	c := record.Congress{Body: body, Place: r.Place, Ordinal: ordinal(last)}
	if strings.HasPrefix(body, "Đảng toàn quốc") || body == "Đảng" || strings.HasPrefix(body, "đại biểu toàn quốc") {
		c.Body = theParty
	}
	if c.Place == "" {
		c.Place = w.placeOfBody(c.Body)
	}
	if c.Ordinal == 0 || c.Place == "" && IsLocal(c.Body) {
		return ""
	}
	return w.about.congress(c)
}

// placeOfBody is the place that the article's congresses give for a body.
func (w *recorder) placeOfBody(body string) string {
	for _, r := range w.result.Records {
		if c, ok := r.(record.Congress); ok && c.Body == body {
			return c.Place
		}
	}
	return ""
}

// meeting writes a session of a body. Sessions are counted anew in each term, so the node is shared
// between articles only when the term or the year is known.
func (w *recorder) meeting(m record.Meeting) {
	node := w.about.session(m, w.termOf(m))
	w.doc.say(node, vocab.PropStartDate, vocab.Date(m.Date))
	w.evidence(node, m.Evidence)
}

// termOf is the term ("khóa XII") of a plenum of the Central Committee, or the year of a dated
// meeting of another body; "" when the article leaves it open.
func (w *recorder) termOf(m record.Meeting) string {
	if m.Body != centralCommittee {
		if m.Date.IsZero() {
			return ""
		}
		return strconv.Itoa(m.Date.Year)
	}
	terms := map[int]bool{}
	for _, r := range w.result.Records {
		if ref, ok := r.(record.Reference); ok {
			if n, term, ok := plenum(ref.Name); ok && n == m.Ordinal {
				terms[term] = true
			}
		}
	}
	day := m.Date
	if day.IsZero() {
		day = w.result.Published
	}
	switch {
	case len(terms) > 1:
		return ""
	case len(terms) == 1:
		for term := range terms {
			return "khóa " + record.Roman(term)
		}
	case day.IsZero():
		return ""
	}
	return centralTerm(day)
}

// session is the node of a meeting in a term; a part of the article when the term is "".
func (d *description) session(m record.Meeting, term string) quad.IRI {
	body := d.organization(m.Body, m.Place)
	n := strconv.Itoa(m.Ordinal)
	node := vocab.ThingIRI("meeting", d.fullName(m.Body, m.Place), term, n)
	if term == "" || body == "" || d.local.owns(body) {
		node = vocab.PartIRI(d.local.iri, "meeting", m.Body, n)
	}
	if !d.begin(node) {
		return node
	}
	label := "Hội nghị lần thứ " + n + " " + m.Body
	if strings.HasPrefix(m.Body, "Hội đồng nhân dân") || m.Body == "Quốc hội" { // which meet in "kỳ họp"
		label = "Kỳ họp thứ " + n + " " + m.Body
	}
	if strings.HasPrefix(term, "khóa ") {
		label += " " + term
	}
	p, _ := d.places.List.Place(m.Place)
	d.describe(node, vocab.ClassMeeting, label, keysOf(p, label)...)
	d.add(node, vocab.PropOrdinal, vocab.Integer(m.Ordinal))
	d.add(node, vocab.PropOrganizer, body)
	return node
}
