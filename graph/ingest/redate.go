package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// ArticleDay is what the store knows of the day of an article.
type ArticleDay struct {
	Article quad.IRI
	Name    string         // its address, else its name
	Day     record.Date    // its own day, or zero
	DatedBy record.DatedBy // how Day was found
	Told    record.Date    // the month and the day that it tells without a year, Year 0, which its neighbours may complete; or zero
}

// Days gives what is known of the day of each article, in the order of their IRIs. It stores what is planned first.
func (a *Adding) Days() ([]ArticleDay, error) {
	if err := a.Flush(); err != nil {
		return nil, err
	}
	days := map[quad.IRI]*ArticleDay{}
	err := a.eachValue(vocab.PropIdentifier, func(node quad.IRI, v quad.Value) {
		if vocab.KindOf(string(node)) == vocab.KindArticle && vocab.ArticleOf(string(node)) == string(node) {
			days[node] = &ArticleDay{Article: node, Name: vocab.Words(v)}
		}
	})
	for property, take := range map[quad.IRI]func(d *ArticleDay, v quad.Value){
		vocab.PropURL:           func(d *ArticleDay, v quad.Value) { d.Name = vocab.Words(v) },
		vocab.PropDatePublished: func(d *ArticleDay, v quad.Value) { d.Day = vocab.DateOf(v) },
		vocab.PropDatedBy:       func(d *ArticleDay, v quad.Value) { d.DatedBy = record.DatedBy(vocab.Words(v)) },
		vocab.PropDayTold:       func(d *ArticleDay, v quad.Value) { d.Told = vocab.MonthDayOf(v) },
	} {
		if err == nil {
			err = a.eachValue(property, func(node quad.IRI, v quad.Value) {
				if d := days[quad.IRI(vocab.ArticleOf(string(node)))]; d != nil {
					take(d, v)
				}
			})
		}
	}
	if err != nil {
		return nil, err
	}
	out := make([]ArticleDay, 0, len(days))
	for _, d := range days {
		out = append(out, *d)
	}
	slices.SortFunc(out, func(x, y ArticleDay) int { return cmp.Compare(x.Article, y.Article) })
	return out, nil
}

// eachValue calls f with every subject and object of a property.
func (a *Adding) eachValue(property quad.IRI, f func(subject quad.IRI, v quad.Value)) error {
	return a.read.Each(quad.Predicate, property, func(q quad.Quad) bool {
		if subject, ok := q.Subject.(quad.IRI); ok {
			f(subject, q.Object)
		}
		return true
	})
}

// Redate gives an article another day, or none if day is zero, and stores what it says then: read extracts its
// document. Nothing happens to an article of which the store does not have the words, or that read cannot read.
func (a *Adding) Redate(d ArticleDay, day record.Date, by record.DatedBy, read func(record.Document) (r record.Result, ok bool)) error {
	doc, fingerprint, err := a.document(d.Article)
	if err != nil || doc.Raw == nil {
		return err
	}
	if doc.Published = day; !day.IsZero() {
		doc.DatedBy = by
	}
	r, ok := read(doc)
	if !ok {
		return nil
	}
	r.Told = d.Told // the day stays one that others gave, and that they may take back
	counted := a.report
	err = a.Article(r, fingerprint)
	a.report = counted // the article was counted when it was read
	a.report.Redated++
	return err
}

// document is an article as the store has it, without its day, and the fingerprint under which it was read. Raw is nil
// where the store does not have its words.
func (a *Adding) document(article quad.IRI) (d record.Document, fingerprint string, err error) {
	about, err := a.read.Labelled(article, article)
	if err != nil {
		return d, "", err
	}
	words := article
	for _, q := range about {
		switch q.Predicate {
		case vocab.PropIdentifier:
			d.Name = vocab.Words(q.Object)
		case vocab.PropHeadline:
			d.Title = vocab.Words(q.Object)
		case vocab.PropPublisher:
			d.Publisher = vocab.Words(q.Object)
		case vocab.PropURL:
			d.Address = vocab.Words(q.Object)
		case vocab.PropAlternateOf:
			words, _ = q.Object.(quad.IRI)
		}
	}
	texts, err := a.read.Objects(vocab.TextIRI(words), vocab.PropArticleBody)
	if err != nil {
		return d, "", err
	}
	for _, v := range texts {
		d.Raw = []byte(vocab.Words(v))
	}
	kept, err := a.read.Labelled(vocab.TextIRI(article), vocab.Bookkeeping)
	if err != nil {
		return d, "", err
	}
	for _, q := range kept {
		switch q.Predicate {
		case vocab.PropReadAs:
			fingerprint = vocab.Words(q.Object)
		case vocab.PropCaptured:
			if d.Captured, err = time.Parse(time.RFC3339, vocab.Words(q.Object)); err != nil {
				return d, "", fmt.Errorf("when %s was fetched: %w", d.Name, err)
			}
		}
	}
	return d, fingerprint, nil
}
