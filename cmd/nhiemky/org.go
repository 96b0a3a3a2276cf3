package main

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
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
	people []view.Holder
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

With --at, only people who certainly, likely or possibly held a post at that time are shown.`,
		Example: `nhiemky org "Thành ủy Hà Nội"
nhiemky org "thanh uy ha noi" --at 2020-12-31`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, strings.Join(args, " ")) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	cmd.Flags().StringVar(&o.at, "at", "", atHelp)
	addSure(cmd, &o.sure)
	return cmd
}

func (o orgOptions) run(cmd *cobra.Command, name string) error {
	on, err := typedDate("at", o.at)
	if err != nil {
		return err
	}
	var all []organization
	err = o.withStore(store.Options{Read: true}, func(s *store.Store) (err error) {
		all, err = o.organizations(cmd.Context(), s, name, on)
		return err
	})
	if err != nil {
		return err
	}
	return o.print(cmd.OutOrStdout(), name, all, on)
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
			if !on.IsZero() {
				relations = relations.At(on)
			}
			all = append(all, organization{relations, people})
		}
		return nil
	})
	return all, err
}

// people are the holders of posts in an organisation, post by post, at a date if there is one.
func (o orgOptions) people(l *view.Look, org string, on record.Date) (out []view.Holder, err error) {
	posts, err := view.ReadPostsIn(l, org, view.Question{Basis: view.Anew(o.sure), From: on, To: on})
	if err != nil {
		return nil, fail(errStore, err)
	}
	for _, p := range posts {
		for _, h := range p.Holders() {
			if on.IsZero() || h.Verdict.MayHold() {
				out = append(out, h)
			}
		}
	}
	return out, nil
}

// print writes organisations in the form that was asked for.
func (o orgOptions) print(out io.Writer, typed string, all []organization, on record.Date) error {
	var b strings.Builder
	var names []string
	for _, org := range all {
		names = append(names, org.Label)
	}
	o.remarkSpelling(&b, o.format, typed, names)
	if o.format.value != "table" {
		var people []view.Holder
		for _, org := range all {
			people = append(people, org.people...)
		}
		return holderRows(people, !on.IsZero(), "post", "person").print(out, o.format.value)
	}
	limit := width(out)
	for i, org := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		heading := told(org.Thing, org.Thing, names)
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
			if h.Post.Label != post {
				post = h.Post.Label
				b.WriteString("\n" + wrap(post, "", limit) + "\n")
			}
			brief(&b, h, limit)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// told is the label of a post or an organisation. Where the answer has several of one name it says where each is, and with
// the days of the organisation which is the old one.
func told(t, organization store.Thing, names []string) string {
	same := 0
	for _, name := range names {
		if name == t.Label {
			same++
		}
	}
	if where := vocab.Whereabouts(t.IRI); same > 1 && where != "" {
		t.Label += ", " + where
	}
	if same > 1 || t.IRI == organization.IRI {
		t.From, t.To = organization.From, organization.To
	}
	return t.String()
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
func brief(b *strings.Builder, h view.Holder, limit int) {
	name := h.Named
	if h.Verdict != nil {
		name += ", " + string(h.Verdict.Certainty)
	}
	for _, t := range h.Tenures {
		b.WriteString(wrap(name+": "+bounds(t), "  ", limit) + "\n")
		if len(t.Said) > 0 {
			printSaid(b, alone(t.Said[0]), limit)
		}
	}
	if len(h.Tenures) == 0 && len(h.Loose) > 0 {
		b.WriteString(wrap(name+": "+withoutTime(h.Loose[0].Statement), "  ", limit) + "\n")
		printSaid(b, alone(h.Loose[0].Holding), limit)
	}
}
