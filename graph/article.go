package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
)

// document collects what one article says.
type document struct {
	iri   quad.IRI
	name  string
	quads []quad.Quad
	used  map[quad.IRI]int // fragments given out, to tell apart two records that would get the same
}

// owns reports whether a node is a part of the article.
func (d *document) owns(node quad.IRI) bool {
	return strings.HasPrefix(string(node), string(d.iri)+"#")
}

// say states a fact under the article's label. A nil object states nothing.
func (d *document) say(subject, property quad.IRI, object quad.Value) {
	if object == nil || object == quad.IRI("") {
		return
	}
	d.quads = append(d.quads, quad.Quad{Subject: subject, Predicate: property, Object: object, Label: d.iri})
}

// fresh is a part of the article that no other record has.
func (d *document) fresh(kind string, segments ...string) quad.IRI {
	node := part(d.iri, kind, segments...)
	d.used[node]++
	if n := d.used[node]; n > 1 {
		return node + quad.IRI(fmt.Sprintf("~%d", n))
	}
	return node
}

// statements are the quads of one article and of the shared things that it speaks of.
type statements struct {
	article quad.IRI
	name    string
	sha256  string
	copyOf  quad.IRI                 // the article with the same words that says the same, "" for most
	digest  string                   // of what it says, whatever the article is called
	about   []quad.Quad              // what is known of the article itself: name, title, day, publisher, address
	bands   []string                 // of its shingles (nearly.go)
	quads   []quad.Quad              // all under the article's label, each once; about among them
	shared  map[quad.IRI][]quad.Quad // node -> its description under the reference label
}

// statementsOf turns a result into quads. Equal results and lists give equal quads.
func statementsOf(places *atlas, r record.Result) (statements, error) {
	sum := sha256.Sum256(r.Document.Raw)
	doc := &document{iri: ArticleIRI(r.Document.Name), name: r.Document.Name, used: map[quad.IRI]int{}}
	shared := &description{places: places, nodes: map[quad.IRI][]quad.Quad{}, local: doc}
	w := &recorder{doc: doc, about: shared, result: r}
	w.source()
	about := distinct(slices.Clone(doc.quads))
	doc.quads = nil
	if err := w.records(); err != nil {
		return statements{}, fmt.Errorf("%s: %w", r.Document.Name, err)
	}
	s := statements{article: doc.iri, name: doc.name, sha256: hex.EncodeToString(sum[:]), shared: shared.nodes}
	for node, quads := range s.shared {
		s.shared[node] = distinct(quads)
		if len(quads) == 0 {
			delete(s.shared, node)
		}
	}
	doc.say(doc.iri, PropSHA256, quad.String(s.sha256))
	doc.quads = distinct(doc.quads)
	s.digest = digest(doc.iri, doc.quads, s.shared)
	doc.say(doc.iri, PropStatements, quad.String(s.digest))
	s.about, s.bands = about, shingleBands(r.Document.Raw)
	for _, b := range s.bands {
		doc.say(doc.iri, PropShingles, quad.String(b))
	}
	s.quads = distinct(append(doc.quads, about...))
	return s, nil
}

// distinct sorts quads and drops repetitions. It uses the slice that it is given.
func distinct(quads []quad.Quad) []quad.Quad {
	slices.SortFunc(quads, compareQuads)
	return slices.Compact(quads)
}

func compareQuads(a, b quad.Quad) int {
	for _, d := range quad.Directions {
		if c := compareValues(a.Get(d), b.Get(d)); c != 0 {
			return c
		}
	}
	return 0
}

// compareValues compares values as they are written. IRIs, which most of them are, are compared without
// writing them.
func compareValues(a, b quad.Value) int {
	x, iri := a.(quad.IRI)
	y, iris := b.(quad.IRI)
	if !iri || !iris {
		return strings.Compare(quad.StringOf(a), quad.StringOf(b))
	}
	n := min(len(x), len(y))
	if c := strings.Compare(string(x[:n]), string(y[:n])); c != 0 || len(x) == len(y) {
		return c
	}
	if len(x) < len(y) {
		return strings.Compare(">", string(y[n:]))
	}
	return strings.Compare(string(x[n:]), ">")
}

// digest is the same for articles that say the same: the name of the article is left out.
func digest(article quad.IRI, quads []quad.Quad, shared map[quad.IRI][]quad.Quad) string {
	h := sha256.New()
	for _, q := range quads {
		q.Label = nil
		h.Write([]byte(strings.ReplaceAll(NQuad(q), "<"+string(article), "<")))
	}
	for _, node := range slices.Sorted(maps.Keys(shared)) {
		for _, q := range shared[node] {
			h.Write([]byte(NQuad(q)))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// same reports whether what is stored of an article is what it says.
func (s *statements) same(stored []quad.Quad) bool {
	says := func(q quad.Quad) bool { return slices.Contains(stored, q) }
	if slices.ContainsFunc(s.about, func(q quad.Quad) bool { return !says(q) }) {
		return false
	}
	mark := PropStatements
	if s.copyOf != "" {
		mark = PropAlternateOf
	}
	return slices.ContainsFunc(s.quads, func(q quad.Quad) bool { return q.Predicate == mark && q.Subject == s.article && says(q) })
}
