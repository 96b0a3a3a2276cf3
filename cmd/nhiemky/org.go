package main

import (
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// orgOptions are the flags of org.
type orgOptions struct {
	*global
	format *format
	at     string
	sure   float64
}

// organization is one with its posts and those who held them.
type organization struct {
	view.Relations
	people []*holder
}

// newOrg shows an organisation.
func newOrg(g *global) *cobra.Command {
	o := orgOptions{global: g}
	cmd := &cobra.Command{
		Use:   "org NAME",
		Short: "Show who sat in an organisation, what it is part of, what came before and after it",
		Long: `Shows an organisation: what it is part of, its parts, what came before and after it, the
administrative units that it serves and what became of them; and for each post, who held it, from when
until when, with the words of the first article that says so. Diacritics may be left out of the name.

With --at, only those are shown who certainly or possibly held a post then.`,
		Example: `nhiemky org "Thành ủy Hà Nội"
nhiemky org "thanh uy ha noi" --at 2020-12-31`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, strings.Join(args, " ")) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	cmd.Flags().StringVar(&o.at, "at", "", "the day (2018-06-01), month (2018-06) or year (2018) to ask about")
	addSure(cmd, &o.sure)
	return cmd
}

func (o orgOptions) run(cmd *cobra.Command, name string) error {
	var on record.Date
	if err := on.UnmarshalText([]byte(o.at)); err != nil {
		return failf(errUsage, "--at: %w", err)
	}
	if err := checkSure(o.sure); err != nil {
		return err
	}
	var all []organization
	err := o.withStore(store.Options{}, func(s *store.Store) (err error) {
		all, err = o.organizations(cmd.Context(), s, name, on)
		return err
	})
	if err != nil {
		return err
	}
	return o.print(cmd.OutOrStdout(), all, on)
}

// organizations are those of a name, each with its people, at a date if there is one.
func (o orgOptions) organizations(ctx context.Context, s *store.Store, name string, on record.Date) (all []organization, err error) {
	err = o.known(ctx, s, "organisation", name, "org", func(l *view.Look, nodes []string) error {
		for _, n := range nodes {
			relations, err := l.Relations(n)
			if err != nil {
				return fail(errStore, err)
			}
			people, err := o.people(l, n, on)
			if err != nil {
				return err
			}
			all = append(all, organization{relations, people})
		}
		return nil
	})
	return all, err
}

// people are the holders of posts in an organisation, post by post, at a date if there is one.
func (o orgOptions) people(l *view.Look, org string, on record.Date) (out []*holder, err error) {
	posts, err := l.Linked(vocab.PropPostIn, org)
	if err != nil {
		return nil, fail(errStore, err)
	}
	said, err := saidOf(l, posts)
	if err != nil {
		return nil, err
	}
	seats, err := seatsOf(l, said, o.sure)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(seats, func(a, b *seat) int { return strings.Compare(a.label, b.label) })
	for _, p := range seats {
		people := p.holders()
		if !on.IsZero() {
			judge(p, people, on, on)
			people = slices.DeleteFunc(people, func(h *holder) bool {
				return h.verdict.Certainty != tenure.Certain && h.verdict.Certainty != tenure.Possible
			})
		}
		out = append(out, people...)
	}
	return out, nil
}

// print writes organisations in the form that was asked for.
func (o orgOptions) print(out io.Writer, all []organization, on record.Date) error {
	if o.format.value != "table" {
		var people []*holder
		for _, org := range all {
			people = append(people, org.people...)
		}
		return sightingRows(people, !on.IsZero(), "post", "person").print(out, o.format.value)
	}
	var b strings.Builder
	limit := width(out)
	for i, org := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		heading := org.Thing.String()
		if !on.IsZero() {
			heading += ", at " + on.String()
		}
		b.WriteString(wrap(heading, "", limit) + "\n")
		for _, l := range []struct {
			name   string
			things []store.Thing
		}{
			{"also named", org.AlsoNamed}, {"part of", org.Above}, {"came after", org.Predecessors}, {"replaced by", org.Successors},
			{"serves", org.Places}, {"which became", org.BecamePlaces}, {"parts", org.Parts},
		} {
			if len(l.things) > 0 {
				b.WriteString(wrap(l.name+": "+labels(l.things), "  ", limit) + "\n")
			}
		}
		post := ""
		for _, h := range org.people {
			if h.seat.label != post {
				post = h.seat.label
				b.WriteString("\n" + wrap(post, "", limit) + "\n")
			}
			h.brief(&b, limit)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// labels are things with their days, one after the other.
func labels(things []store.Thing) string {
	var out []string
	for _, t := range things {
		out = append(out, t.String())
	}
	return strings.Join(out, "; ")
}

// brief writes a holder with the first article of each tenure.
func (h *holder) brief(b *strings.Builder, limit int) {
	name := h.name
	if h.verdict != nil {
		name += ", " + string(h.verdict.Certainty)
	}
	for _, i := range h.tenures {
		t := h.seat.result.Tenures[i]
		b.WriteString(wrap(name+": "+h.seat.words(t), "  ", limit) + "\n")
		if said := h.seat.statements(t); len(said) > 0 {
			printSightings(b, said[:1], limit)
		}
	}
	if len(h.tenures) == 0 && len(h.loose) > 0 {
		b.WriteString(wrap(name+": "+h.loose[0].withoutTime(), "  ", limit) + "\n")
		printSightings(b, h.loose[:1], limit)
	}
}
