package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// explainOptions are the flags of explain.
type explainOptions struct {
	*global
	format *format
	input  inputFlags
}

// newExplain shows how articles are read, stage by stage.
func newExplain(g *global) *cobra.Command {
	o := explainOptions{global: g}
	cmd := &cobra.Command{
		Use:   "explain PATH…",
		Short: "Show how an article is read: what was recognised, and which rule made which record",
		Long: `Prints the kind of the document and the parts that are read in a special way. Then it prints each
sentence with its line and column, what was recognised in it and what that was taken for (after the
arrow: what the text leaves out and the context supplies), and the records with the rule that made each.`,
		Example: `nhiemky explain article.txt
nhiemky explain article.txt --format json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.format = addFormat(cmd, "text", "json")
	addInput(cmd, &o.input)
	return cmd
}

func (o explainOptions) run(cmd *cobra.Command, args []string) error {
	options, err := o.input.options(cmd, args)
	if err != nil {
		return err
	}
	lists, err := loadLists()
	if err != nil {
		return err
	}
	sources, problems := findSources(args, o.input.as)
	x := extract.New(lists)
	progress := o.progressBytes(cmd.ErrOrStderr(), totalBytes(sources), "reading")
	defer progress.end()
	w := bufio.NewWriter(cmd.OutOrStdout())
	reading := o.reading(cmd, x, options, progress)
	reading.verbose = o.input.verbose
	err = reading.read(cmd, sources, problems, func(r record.Result) error {
		e := x.Explain(r.Document)
		if o.format.value == "json" {
			return explainJSON(w, e)
		}
		return explainText(w, e)
	})
	return errors.Join(w.Flush(), err)
}

// explainText prints an explanation for a person.
func explainText(w io.Writer, e extract.Explanation) error {
	raw := e.Document.Raw
	t := text.New(raw)
	fmt.Fprintf(w, "%s: published %s, %d sentences, %d records\n", e.Document.Name, published(e.Result), len(e.Sentences), len(e.Records))
	fmt.Fprintf(w, "kind: %s\n", e.Kind)
	for _, s := range e.Sections {
		from, _ := t.LineCol(s.Span.Start)
		to, _ := t.LineCol(s.Span.End)
		fmt.Fprintf(w, "lines %d-%d: %s %s\n", from, to, s.Kind, s.Of)
	}
	if own := e.Own; own != nil {
		fmt.Fprintf(w, "the text of: %s %s\n", own.Type, own.Code)
	}
	for _, s := range e.Sentences {
		line, col := t.LineCol(s.Span.Start)
		fmt.Fprintf(w, "\n%d:%d  %s\n", line, col, visible(oneLine(string(raw[s.Span.Start:s.Span.End]))))
		for _, f := range s.Found {
			fmt.Fprintf(w, "      %-12s %q", f.Kind, oneLine(f.Text))
			if f.Value != "" && f.Value != f.Text {
				fmt.Fprintf(w, " = %s", f.Value)
			}
			if f.Left != "" {
				fmt.Fprintf(w, " → %s", f.Left)
			}
			fmt.Fprintln(w)
		}
		for _, r := range e.Records {
			if p := r.Proof(); s.Span.Start <= p.Span.Start && p.Span.Start < s.Span.End {
				fmt.Fprintf(w, "   ⇒  %s  [%s]%s\n", sentence(r), p.Rule, doubts(p.Doubts))
			}
		}
	}
	_, err := fmt.Fprintln(w)
	return err
}

// published is the day of a document and how it was found, for a person.
func published(r record.Result) string {
	switch {
	case !r.Published.IsZero():
		return fmt.Sprintf("%s (%s)", r.Published, r.DatedBy)
	case !r.Told.IsZero():
		return fmt.Sprintf("about %d/%d of a year that the text does not tell", r.Told.Day, r.Told.Month)
	}
	return "on a day that it does not tell"
}

// doubts shows the names of the doubts about a record, as the list seeds/lists/doubts.csv explains them.
func doubts(names string) string {
	if names == "" {
		return ""
	}
	return "  doubts: " + strings.ReplaceAll(names, " ", ", ")
}

// explainJSON prints an explanation as one JSON object on a line.
func explainJSON(w io.Writer, e extract.Explanation) error {
	type found struct {
		Kind  string `json:"kind"`
		Text  string `json:"text"`
		Value string `json:"value,omitempty"`
		From  string `json:"context,omitempty"`
		Span  [2]int `json:"span"`
	}
	type sentence struct {
		Text  string  `json:"text"`
		Span  [2]int  `json:"span"`
		Found []found `json:"found,omitempty"`
	}
	type section struct {
		Kind string `json:"kind"`
		Of   string `json:"of,omitempty"`
		Span [2]int `json:"span"`
	}
	out := struct {
		Source    string            `json:"source"`
		Published string            `json:"published,omitempty"`
		DatedBy   record.DatedBy    `json:"dated_by,omitempty"`
		Kind      string            `json:"document"`
		Sections  []section         `json:"sections,omitempty"`
		Sentences []sentence        `json:"sentences"`
		Records   []json.RawMessage `json:"records"`
	}{Source: e.Document.Name, Published: e.Published.String(), DatedBy: e.DatedBy, Kind: e.Kind}
	for _, s := range e.Sections {
		out.Sections = append(out.Sections, section{s.Kind, s.Of, [2]int{s.Span.Start, s.Span.End}})
	}
	for _, s := range e.Sentences {
		js := sentence{Text: string(e.Document.Raw[s.Span.Start:s.Span.End]), Span: [2]int{s.Span.Start, s.Span.End}}
		for _, f := range s.Found {
			js.Found = append(js.Found, found{f.Kind, f.Text, f.Value, f.Left, [2]int{f.Span.Start, f.Span.End}})
		}
		out.Sentences = append(out.Sentences, js)
	}
	for _, r := range e.Records {
		b, err := record.MarshalRecord(e.Document.Name, r)
		if err != nil {
			return err
		}
		out.Records = append(out.Records, b)
	}
	return json.NewEncoder(w).Encode(out)
}
