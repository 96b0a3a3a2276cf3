package ingest

import (
	"hash/fnv"
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// keepText plans to store the text of an article, or none if raw is nil, its fingerprint, when it was fetched, and the day
// that it tells without a year.
func (u *update) keepText(article quad.IRI, raw []byte, fingerprint string, r record.Result) error {
	before, err := u.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	if err != nil {
		return err
	}
	for _, q := range before {
		if q.Predicate == vocab.PropReadAs && vocab.Words(q.Object) != fingerprint {
			u.dropped[mark(vocab.Words(q.Object))] = true
		}
	}
	var after []quad.Quad
	say := func(p quad.IRI, o string) {
		after = append(after, quad.Quad{Subject: vocab.TextIRI(article), Predicate: p, Object: quad.String(o), Label: vocab.Bookkeeping})
	}
	if raw != nil {
		say(vocab.PropArticleBody, string(raw))
		u.bytes += len(raw)
	}
	if fingerprint != "" {
		say(vocab.PropReadAs, fingerprint)
	}
	if !r.Document.Captured.IsZero() {
		say(vocab.PropCaptured, r.Document.Captured.UTC().Format(time.RFC3339))
	}
	if v := vocab.MonthDay(r.Told); v != nil {
		after = append(after, quad.Quad{Subject: vocab.TextIRI(article), Predicate: vocab.PropDayTold, Object: v, Label: vocab.Bookkeeping})
	}
	u.exchange(before, after)
	return nil
}

// mark is a fingerprint in less memory.
func mark(fingerprint string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(fingerprint))
	return h.Sum64()
}

// isOlder reports whether what is stored of an article was fetched later than this.
func (u *update) isOlder(article quad.IRI, captured time.Time) (bool, error) {
	if captured.IsZero() {
		return false, nil
	}
	stored, err := u.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	for _, q := range stored {
		if q.Predicate == vocab.PropCaptured && captured.UTC().Format(time.RFC3339) < vocab.Words(q.Object) {
			return true, err
		}
	}
	return false, err
}

// forgetReading plans to drop the fingerprint of an article that lost statements, so that the next build reads it
// again.
func (u *update) forgetReading(article quad.IRI) error {
	stored, err := u.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	if err != nil {
		return err
	}
	u.exchange(slices.DeleteFunc(stored, func(q quad.Quad) bool { return q.Predicate != vocab.PropReadAs }), nil)
	return nil
}
