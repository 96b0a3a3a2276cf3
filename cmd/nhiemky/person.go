package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// personOptions are the flags of person.
type personOptions struct {
	*global
	format *format
	why    bool
	sure   float64
}

// newPerson shows a career.
func newPerson(g *global) *cobra.Command {
	o := personOptions{global: g}
	cmd := &cobra.Command{
		Use:   "person NAME",
		Short: "Show which posts a person held, from when until when, and which articles say so",
		Long: `Shows the last known posts of a person and the article that says so, then all past, present and coming
posts in chronological order: a timeline, then each tenure with the days between which it began and
ended, the posts held at the same time, the gaps, and the words of each article. In the timeline █ is certain and ░ possible.
Diacritics may be left out of the name. Different persons of one name are shown one after the other.
The named query posts-of-person gives the same articles, and tenures-of-person the same bounds.`,
		Example: `nhiemky person "Vương Đình Huệ"
nhiemky person "vuong dinh hue" --format json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, strings.Join(args, " ")) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	cmd.Flags().BoolVar(&o.why, "why", false, "show from which words each bound follows")
	addSure(cmd, &o.sure)
	return cmd
}

func (o personOptions) run(cmd *cobra.Command, name string) error {
	var persons []view.Career
	err := o.withStore(store.Options{Read: true}, func(s *store.Store) (err error) {
		persons, err = o.careers(cmd.Context(), s, name)
		return err
	})
	switch {
	case err != nil:
		return err
	case len(persons) == 0:
		return failf(errNothing, "no article in %s says which posts %q held%s", o.store, name, thatSure(o.sure))
	}
	return o.print(cmd.OutOrStdout(), persons, name)
}

// careers are those of the persons of a name.
func (o personOptions) careers(ctx context.Context, s *store.Store, name string) (out []view.Career, err error) {
	err = o.known(ctx, s, "person", name, "person", func(l *view.Look, nodes []string) error {
		out, err = view.ReadCareers(l, nodes, name, view.Anew(o.sure))
		return fail(errStore, err)
	})
	return out, err
}

// print writes the careers for a name that was typed, in the form that was asked for.
func (o personOptions) print(out io.Writer, persons []view.Career, typed string) error {
	var b strings.Builder
	var names []string
	for _, c := range persons {
		names = append(names, c.Posts[0].Named)
	}
	o.remarkSpelling(&b, o.format, typed, names)
	if o.format.value != "table" {
		var posts []view.Holder
		for _, c := range persons {
			posts = append(posts, c.Posts...)
		}
		return holderRows(posts, false, "person", "post").print(out, o.format.value)
	}
	limit := width(out)
	named, seen := map[string]int{}, map[string]int{}
	for _, name := range names {
		named[name]++
	}
	for i, c := range persons {
		if i > 0 {
			b.WriteString("\n")
		}
		name := names[i]
		seen[name]++
		b.WriteString(wrap(heading(c, name, seen[name], named[name]), "", limit) + "\n")
		printCareer(&b, c, o.why, limit)
	}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		if named[name] > 1 {
			b.WriteString("\n" + wrap("Which of them may be the same: nhiemky candidates "+quote(name)+o.storeFlag(), "", limit) + "\n")
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// heading is the name of a person, which of several with the name it is, and the days of birth and death.
func heading(c view.Career, name string, number, of int) string {
	if of > 1 {
		name = fmt.Sprintf("%s (%d of %d with this name)", name, number, of)
	}
	if !c.From.IsZero() {
		name += ", born " + c.From.String()
	}
	if !c.To.IsZero() {
		name += ", died " + c.To.String()
	}
	return name
}

// printCareer writes what the person was last, a timeline, the tenures in the order of time, and what is part of none.
func printCareer(b *strings.Builder, c view.Career, why bool, limit int) {
	for _, t := range c.Latest() {
		begin, _ := t.Edges()
		seen := t.Bounds[tenure.BeginOfEnd].Day
		source := ""
		for _, h := range t.Said {
			if last := cmp.Or(h.AsOf, h.From); last == seen {
				source = " (" + h.Passage.Name + ")"
			}
		}
		b.WriteString(wrap(fmt.Sprintf("last known as %s, since %s, as of %s%s", t.Seat.Label, edge(begin), seen, source), "  ", limit) + "\n")
	}
	b.WriteString(timeline(c.Tenures, limit))
	for n, t := range c.Tenures {
		if from, to, found := c.Gap(n); found {
			b.WriteString("\n" + wrap(fmt.Sprintf("– no post is known from %s to %s –", from, to), "", limit) + "\n")
		}
		b.WriteString("\n" + wrap(t.Seat.Label, "", limit) + "\n")
		b.WriteString(wrap(bounds(t), "  ", limit) + "\n")
		var beside []string
		for _, p := range c.Beside(n) {
			beside = append(beside, p.Label)
		}
		if len(beside) > 0 {
			b.WriteString(wrap("beside: "+strings.Join(beside, "; "), "  ", limit) + "\n")
		}
		printGrounds(b, t, why, limit)
	}
	for _, h := range c.Posts {
		if len(h.Loose) > 0 {
			b.WriteString("\n" + wrap(h.Post.Label, "", limit) + "\n")
			printLoose(b, h.Loose, limit)
		}
	}
}
