package pages

import (
	"bytes"
	"encoding/csv"
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// writeCSV writes the rows of a page, or else the quads on which it rests. No cell is a formula: see view.Cell.
func writeCSV(b *bytes.Buffer, rows [][]string, seen []quad.Quad) error {
	if rows == nil {
		rows = [][]string{{"subject", "predicate", "object", "label"}}
		for _, one := range seen {
			rows = append(rows, []string{plainOf(one.Subject), plainOf(one.Predicate), plainOf(one.Object), plainOf(one.Label)})
		}
	}
	b.WriteString(view.ByteOrderMark) // people open it in a spreadsheet
	w := csv.NewWriter(b)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, text := range row {
			cells[i] = view.Cell(text)
		}
		if err := w.Write(cells); err != nil {
			return fmt.Errorf("writing CSV: %w", err)
		}
	}
	w.Flush()
	return w.Error()
}

// plainOf is a node as its IRI and a literal as its text.
func plainOf(v quad.Value) string {
	if node, ok := v.(quad.IRI); ok {
		return string(node)
	}
	return vocab.Words(v)
}

// tenureColumns are the columns of a table of tenures, with the bounds by their names in CIDOC CRM.
var tenureColumns = []string{"post", "person", "begin_of_begin", "end_of_begin", "begin_of_end", "end_of_end", "status", "from", "to",
	"as_of", "confidence", "evidence", "source", "set_aside", "person_iri", "post_iri", "holding_iri"}

// tenureRows are what is said of tenures and of no tenure, a row for each statement.
func tenureRows(tenures []view.Tenure, loose []view.Loose) [][]string {
	rows := [][]string{tenureColumns}
	add := func(h view.Holding, bounds [4]tenure.Bound, aside string) {
		row := []string{h.Post.Label, h.Person.Label}
		for _, b := range bounds {
			row = append(row, b.Day.String())
		}
		rows = append(rows, append(row, string(h.Status), h.From.String(), h.To.String(), h.AsOf.String(), fmt.Sprintf("%.2f", h.Confidence),
			h.Passage.Text, h.Passage.Name, aside, h.Statement.Person, h.Post.IRI, h.ID))
	}
	for _, t := range tenures {
		for _, h := range t.Said {
			add(h, t.Bounds, "")
		}
	}
	for _, h := range loose {
		aside := ""
		if h.Against != nil {
			aside = h.Against.IRI
		} else if h.Withdrawn {
			aside = "withdrawn"
		}
		add(h.Holding, [4]tenure.Bound{}, aside)
	}
	return rows
}

// eventRows are what articles say of an event, and who is said to have been elected.
func eventRows(e view.Event) [][]string {
	rows := [][]string{{"event", "from", "to", "post", "person", "status", "evidence", "source", "published"}}
	for _, s := range e.Said {
		for _, p := range s.Passages {
			rows = append(rows, []string{e.Label, s.From.String(), s.To.String(), "", "", "", p.Text, p.Name, p.DatedBy.Write(p.Published)})
		}
	}
	for _, h := range e.Elected {
		rows = append(rows, []string{e.Label, "", "", h.Post.Label, h.Person.Label, string(h.Status), h.Passage.Text, h.Passage.Name, h.Passage.DatedBy.Write(h.Passage.Published)})
	}
	return rows
}

// documentRows are the articles that cite a document.
func documentRows(d view.Document) [][]string {
	rows := [][]string{{"document", "cited_as", "evidence", "source", "published"}}
	for _, c := range d.Citing {
		rows = append(rows, []string{d.Label, c.Label, c.Passage.Text, c.Passage.Name, c.Passage.DatedBy.Write(c.Passage.Published)})
	}
	return rows
}
