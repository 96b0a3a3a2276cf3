package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph"
)

// newPerson shows a career.
func newPerson(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "person NAME",
		Short: "Which posts a person held, when, and which article says so",
		Long: `Shows every post that a person is said to hold, have held or be about to hold, in the order of
time, with the words of each article. The name is typed with or without diacritics. Persons of one
name who were told apart are shown one after the other. Runs the named query posts-of-person.`,
		Example: `nhiemky person "Vương Đình Huệ"
nhiemky person "vuong dinh hue" --format json`,
		Args: cobra.MinimumNArgs(1),
	}
	form := addFormat(cmd, "table", "json", "csv")
	var sure float64
	addSure(cmd, &sure)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := checkSure(sure); err != nil {
			return err
		}
		name := strings.Join(args, " ")
		var all []sighting
		err := g.withStore(graph.Options{}, func(s *graph.Store) error {
			err := g.find(cmd.Context(), s, "person", name, "person")
			if err != nil {
				return err
			}
			all, err = sightings(cmd.Context(), s, "posts-of-person", "person", graph.Key(name), sure)
			return err
		})
		switch {
		case err != nil:
			return err
		case len(all) == 0:
			return failf(errNothing, "no article in %s says which posts %q held%s", g.store, name, thatSure(sure))
		}
		return printPersons(cmd.OutOrStdout(), form.value, groups(all, func(s sighting) string { return s.Person }))
	}
	return cmd
}

// printPersons writes careers in the form that was asked for.
func printPersons(out io.Writer, form string, persons [][]sighting) error {
	if form != "table" {
		return sightingRows(slices.Concat(persons...), "person", "post", "status", "from", "to", "as_of", "confidence",
			"evidence", "source", "published", "person_iri", "post_iri", "holding_iri").print(out, form)
	}
	var b strings.Builder
	for i, person := range persons {
		name := person[0].Name
		if len(persons) > 1 {
			name = fmt.Sprintf("%s (%d of %d with this name)", name, i+1, len(persons))
		}
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(wrap(name, "", width(out)) + "\n")
		for _, post := range groups(person, func(s sighting) string { return s.postIRI }) {
			printGroup(&b, post[0].post, post, width(out))
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
