package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
)

// newCheck looks for contradictions.
func newCheck(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "List contradictions in the store, each with its sentences",
		Long: `Lists statements that cannot be true, or are unlikely to be, with the words of the articles:

  rival      two persons at the same time in a post that only one person holds
  body       a post in a body, or in an administrative unit, that did not exist at the time
  term       a membership outside the term for which the member was elected
  lifetime   a post held before the person's birth or after the death
  ended      one article gives a beginning, another an end, and the two do not fit together
  itself     a statement with an end before its beginning
  outvoted   one article puts a person where many articles have somebody else, or far outside the person's own time
  returned   a person is back in the post within a year, with somebody else in between
  ordinal    the number of a congress does not fit its date: XVII after XXVI

Statements found by the first seven are set aside: no tenure is based on them. Where far more articles
agree with one side, only the other side is set aside; the statements that are kept are shown below it. The exit code is 1 if
anything is found, so that check can be used in scripts.`,
		Example: `nhiemky check
nhiemky check --format json`,
		Args: cobra.NoArgs,
	}
	form := addFormat(cmd, "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		lists, err := loadLists()
		if err != nil {
			return err
		}
		var found []view.Finding
		err = g.withStore(store.Options{Read: true}, func(s *store.Store) error {
			found, err = view.Check(cmd.Context(), s, lists)
			return fail(errStore, err)
		})
		if err != nil {
			return err
		}
		if err := printFindings(cmd.OutOrStdout(), found, form.value); err != nil {
			return err
		}
		if len(found) > 0 {
			return failf(errNothing, "%s", count(len(found), "contradiction"))
		}
		return nil
	}
	return cmd
}

// printFindings writes findings in the form that was asked for.
func printFindings(out io.Writer, found []view.Finding, form string) error {
	if form != "table" {
		r := rows{columns: []string{"number", "kind", "about", "what", "person", "post", "said", "evidence", "source", "holding_iri", "stays"}}
		for i, f := range found {
			for n, s := range slices.Concat(f.Said, f.Stays) {
				var stays any
				if n >= len(f.Said) {
					stays = true
				}
				r.cells = append(r.cells, []any{i + 1, f.Kind, about(f), f.What, known(s.Person), known(s.Post), known(saying(s)), s.Sentence, s.Source, known(s.Holding.ID), stays})
			}
		}
		return r.print(out, form)
	}
	var b strings.Builder
	limit := width(out)
	for i, f := range found {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(wrap(fmt.Sprintf("%s: %s", f.Kind, about(f)), "", limit) + "\n")
		b.WriteString(wrap(f.What, "  ", limit) + "\n")
		printFound(&b, f.Said, limit)
		if len(f.Stays) > 0 {
			b.WriteString("  what stays:\n")
			printFound(&b, f.Stays, limit)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// printFound writes what articles say, with the post where they say it of several.
func printFound(b *strings.Builder, all []view.Said, limit int) {
	several := slices.ContainsFunc(all, func(s view.Said) bool { return s.Post != all[0].Post })
	for n, s := range all {
		post := ""
		if several {
			post = s.Post
		}
		b.WriteString(wrap(strings.Join(filled(s.Person, post, saying(s), s.Source), " · "), "    ", limit) + "\n")
		if n+1 == len(all) || all[n+1].Sentence != s.Sentence {
			b.WriteString(wrap("“"+s.Sentence+"”", "        ", limit) + "\n")
		}
	}
}

// saying is the time that a statement gives, "" for one about a congress.
func saying(s view.Said) string {
	if s.Person == "" {
		return ""
	}
	return when(s.Holding)
}

// known is a text as a cell: nil if it is empty.
func known(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// about is what a finding is about.
func about(f view.Finding) string {
	if f.More > 0 {
		return fmt.Sprintf("%s, and %d more of one article", f.About, f.More)
	}
	return f.About
}
