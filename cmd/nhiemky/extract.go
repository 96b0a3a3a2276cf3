package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// extractOptions are the flags of extract.
type extractOptions struct {
	*global
	format *format
	input  inputFlags
	sure   float64 // lowest confidence that is printed
}

// newExtract prints the records of articles without storing them.
func newExtract(g *global) *cobra.Command {
	o := extractOptions{global: g}
	cmd := &cobra.Command{
		Use:   "extract PATH…",
		Short: "Print what articles say, without storing it",
		Long: `Reads articles and prints what they say: holdings of posts, congresses, documents, meetings, each
with its evidence.

` + inputHelp + `

  table    for people: what each passage says, and the passage
  jsonl    a JSON object for each record, one per line
  nquads   the same as quads, as build stores them before it derives anything
  json     one array of objects with the same keys, the span as span_start and span_end
  csv      the same keys as columns`,
		Example: `nhiemky extract article.txt
nhiemky extract article.txt --format jsonl
cat article.txt | nhiemky extract - --format csv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.format = addFormat(cmd, "table", "jsonl", "nquads", "json", "csv")
	addInput(cmd, &o.input)
	addSure(cmd, &o.sure)
	return cmd
}

func (o extractOptions) run(cmd *cobra.Command, args []string) error {
	options, err := o.input.options(cmd, args)
	if err != nil {
		return err
	}
	lists, err := loadLists()
	if err != nil {
		return err
	}
	sources, problems := findSources(args, o.input.as)
	progress := o.progressBytes(cmd.ErrOrStderr(), totalBytes(sources), "reading")
	defer progress.end()
	r := o.reading(cmd, extract.New(lists), options, progress)
	r.verbose = o.input.verbose
	read := func(use func(record.Result) error) error {
		return r.read(cmd, sources, problems, surer(o.sure, use))
	}
	out := cmd.OutOrStdout()
	switch o.format.value {
	case "jsonl":
		return printLines(out, read)
	case "nquads":
		return printQuads(out, lists, read)
	case "table":
		return printPassages(out, read)
	}
	return o.printRows(out, read)
}

// each calls its argument with each result, in order.
type each func(use func(record.Result) error) error

// printLines prints each record as soon as its document has been read.
func printLines(out io.Writer, read each) error {
	w := bufio.NewWriter(out)
	err := read(func(r record.Result) error {
		for _, rec := range r.Records {
			b, err := r.MarshalRecord(rec)
			if err != nil {
				return err
			}
			if _, err := w.Write(append(b, '\n')); err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(w.Flush(), err)
}

// printQuads prints what all documents say as one canonical N-Quads file.
func printQuads(out io.Writer, places statement.Places, read each) error {
	var all []record.Result
	err := read(func(r record.Result) error {
		all = append(all, r)
		return nil
	})
	if err != nil && !errors.Is(err, errInput) {
		return err
	}
	return errors.Join(statement.WriteNQuads(out, places, all), err)
}

// printRows prints all records at the end, as rows with a column for each key of their JSON form.
func (o extractOptions) printRows(out io.Writer, read each) error {
	r := rows{columns: recordKeys()}
	err := read(func(res record.Result) error {
		for _, rec := range res.Records {
			row, err := fields(res, rec)
			if err != nil {
				return err
			}
			r.cells = append(r.cells, row)
		}
		return nil
	})
	if err != nil && !errors.Is(err, errInput) {
		return err
	}
	return errors.Join(r.print(out, o.format.value), err)
}

// printPassages prints for people: under the name of each document, what each passage says and the
// passage itself.
func printPassages(out io.Writer, read each) error {
	w, limit, first := bufio.NewWriter(out), width(out), true
	err := read(func(res record.Result) error {
		if !first {
			fmt.Fprintln(w)
		}
		first = false
		fmt.Fprintln(w, visible(res.Document.Name))
		if len(res.Records) == 0 {
			fmt.Fprintln(w, "  no records")
		}
		for i, rec := range res.Records {
			fmt.Fprintln(w, wrap(sentence(rec), "  ", limit))
			if i+1 == len(res.Records) || res.Records[i+1].Proof().Span != rec.Proof().Span {
				fmt.Fprintln(w, wrap("“"+rec.Proof().Text+"”", "      ", limit))
			}
		}
		return nil
	})
	return errors.Join(w.Flush(), err)
}

// sentence is a record as a person reads it.
func sentence(rec record.Record) string {
	var parts []string
	switch r := rec.(type) {
	case record.Holding:
		parts = filled(r.Person, r.Post, r.Organization, when(tenure.Statement{Status: r.Status, From: r.From, To: r.To, AsOf: r.AsOf}))
	case record.Congress:
		parts = filled(r.Body, ordinal(r.Ordinal), r.Term, period(r.From, r.To))
	case record.Reference:
		name := strings.TrimSpace(r.Type + " " + r.Code)
		if r.Code == "" && strings.HasPrefix(r.Name, r.Type) {
			name = "" // the name says the type
		}
		parts = filled(name, r.Name, r.Issuer, r.Date.String())
	case record.Meeting:
		parts = filled(r.Body, ordinal(r.Ordinal), r.Date.String())
	case record.Person:
		parts = []string{r.Name}
		for _, f := range [][2]string{{"born ", r.Born.String()}, {"from ", r.Hometown}, {"died ", r.Died.String()}} {
			if f[1] != "" {
				parts = append(parts, f[0]+f[1])
			}
		}
	}
	return rec.Kind() + ": " + strings.Join(parts, ", ") + doubtful(rec.Proof().Confidence)
}

// filled are the strings that are not empty.
func filled(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// ordinal is the number of a congress or meeting in words, "" for none.
func ordinal(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("lần thứ %d", n)
}

// period is a time with one or both of its ends, "" without any.
func period(from, to record.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return "until " + to.String()
	case to.IsZero():
		return "from " + from.String()
	}
	return from.String() + " – " + to.String()
}

// recordKeys are the keys of the JSON form of records, of all kinds, with the span as two.
func recordKeys() (out []string) {
	for _, key := range record.Keys() {
		if key == "span" {
			out = append(out, "span_start", "span_end")
			continue
		}
		out = append(out, key)
	}
	return out
}

// fields is a record as one cell for each key, nil where it has no value. It uses the JSON form, which
// alone defines the keys of a record.
func fields(of record.Result, rec record.Record) ([]any, error) {
	b, err := of.MarshalRecord(rec)
	if err != nil {
		return nil, err
	}
	object := map[string]any{}
	if err := json.Unmarshal(b, &object); err != nil {
		return nil, err
	}
	span := rec.Proof().Span
	object["span_start"], object["span_end"] = span.Start, span.End
	if doubts := rec.Proof().Doubts; doubts != "" {
		object["doubts"] = doubts
	}
	row := []any{}
	for _, key := range recordKeys() {
		row = append(row, object[key])
	}
	return row, nil
}
