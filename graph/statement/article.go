package statement

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// document collects the statements of one article.
type document struct {
	iri   quad.IRI
	name  string
	quads []quad.Quad
	used  map[quad.IRI]int // fragments in use, so that two records do not get the same one
}

// owns reports whether a node is part of the article.
func (d *document) owns(node quad.IRI) bool {
	return strings.HasPrefix(string(node), string(d.iri)+"#")
}

// say adds a statement under the article's label. A nil object is ignored.
func (d *document) say(subject, property quad.IRI, object quad.Value) {
	if object == nil || object == quad.IRI("") {
		return
	}
	d.quads = append(d.quads, quad.Quad{Subject: subject, Predicate: property, Object: object, Label: d.iri})
}

// fresh makes a node in the article that no other record has.
func (d *document) fresh(kind string, segments ...string) quad.IRI {
	node := vocab.PartIRI(d.iri, kind, segments...)
	d.used[node]++
	if n := d.used[node]; n > 1 {
		return node + quad.IRI(fmt.Sprintf("~%d", n))
	}
	return node
}

// Statements are the quads of one article, and of the shared things that it mentions.
type Statements struct {
	Article quad.IRI
	name    string
	sha256  string
	CopyOf  quad.IRI                 // the original, if the article is a copy; "" for most
	Digest  string                   // digest of its statements, whatever the name of the article
	about   []quad.Quad              // facts about the article itself: name, title, date, publisher, address
	Bands   []string                 // of its shingles (shingles.go)
	Quads   []quad.Quad              // all quads under the article's label, without duplicates; about is among them
	Shared  map[quad.IRI][]quad.Quad // node -> its description under the reference label
}

// Of turns a result into quads. Equal results and lists give equal quads.
func Of(places *Atlas, r record.Result) (Statements, error) {
	sum := sha256.Sum256(r.Document.Raw)
	doc := &document{iri: vocab.ArticleIRI(r.Document.Name), name: r.Document.Name, used: map[quad.IRI]int{}}
	shared := &description{places: places, nodes: map[quad.IRI][]quad.Quad{}, local: doc}
	w := &recorder{doc: doc, about: shared, result: r}
	w.source()
	about := vocab.Distinct(slices.Clone(doc.quads))
	doc.quads = nil
	if err := w.records(); err != nil {
		return Statements{}, fmt.Errorf("%s: %w", r.Document.Name, err)
	}
	s := Statements{Article: doc.iri, name: doc.name, sha256: hex.EncodeToString(sum[:]), Shared: shared.nodes}
	for node, quads := range s.Shared {
		s.Shared[node] = vocab.Distinct(quads)
		if len(quads) == 0 {
			delete(s.Shared, node)
		}
	}
	doc.say(doc.iri, vocab.PropSHA256, quad.String(s.sha256))
	doc.quads = vocab.Distinct(doc.quads)
	s.Digest = digest(doc.iri, doc.quads, s.Shared)
	doc.say(doc.iri, vocab.PropStatements, quad.String(s.Digest))
	s.about, s.Bands = about, ShingleBands(r.Document.Raw)
	for _, b := range s.Bands {
		doc.say(doc.iri, vocab.PropShingles, quad.String(b))
	}
	s.Quads = vocab.Distinct(append(doc.quads, about...))
	return s, nil
}

// digest is equal for articles with equal statements: it does not depend on the name of the article.
func digest(article quad.IRI, quads []quad.Quad, shared map[quad.IRI][]quad.Quad) string {
	h := sha256.New()
	for _, q := range quads {
		q.Label = nil
		h.Write([]byte(strings.ReplaceAll(vocab.NQuad(q), "<"+string(article), "<")))
	}
	for _, node := range slices.Sorted(maps.Keys(shared)) {
		for _, q := range shared[node] {
			h.Write([]byte(vocab.NQuad(q)))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Same reports whether the stored quads of an article equal its statements.
func (s *Statements) Same(stored []quad.Quad) bool {
	says := func(q quad.Quad) bool { return slices.Contains(stored, q) }
	if slices.ContainsFunc(s.about, func(q quad.Quad) bool { return !says(q) }) {
		return false
	}
	mark := vocab.PropStatements
	if s.CopyOf != "" {
		mark = vocab.PropAlternateOf
	}
	return slices.ContainsFunc(s.Quads, func(q quad.Quad) bool { return q.Predicate == mark && q.Subject == s.Article && says(q) })
}

// BecomeCopyOf reduces the statements of a copy to the fact that it is one.
func (s *Statements) BecomeCopyOf(original quad.IRI) {
	s.CopyOf, s.Shared, s.Bands = original, nil, nil
	s.Quads = vocab.Distinct(append(slices.Clone(s.about),
		quad.Quad{Subject: s.Article, Predicate: vocab.PropAlternateOf, Object: original, Label: s.Article}))
}

// IsAbout reports whether a property describes an article itself, and not its content.
func IsAbout(p quad.Value) bool {
	return slices.Contains([]quad.Value{vocab.PropType, vocab.PropIdentifier, vocab.PropHeadline, vocab.PropDatePublished, vocab.PropDatedBy, vocab.PropPublisher, vocab.PropURL}, p)
}

// Moved converts a node of one article to the same node of another.
func Moved(v quad.Value, from, to quad.IRI) quad.Value {
	node, ok := v.(quad.IRI)
	if rest, own := strings.CutPrefix(string(node), string(from)); ok && own && (rest == "" || rest[0] == '#') {
		return to + quad.IRI(rest)
	}
	return v
}
