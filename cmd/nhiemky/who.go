package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/graph"
)

// whoOptions are the flags of who.
type whoOptions struct {
	*global
	format *format
	at     string
	sure   float64
}

// newWho answers who held a post.
func newWho(g *global) *cobra.Command {
	o := whoOptions{global: g}
	cmd := &cobra.Command{
		Use:   "who POST",
		Short: "Who held a post, when, and which article says so",
		Long: `Shows everyone who is said to hold, have held or be about to hold a post, with the words of each
article. The post is named with its organisation, with or without diacritics, abbreviated or not.
Runs the named query who-held-post.

With --at the answer for each person is certain, possible, unknown (nothing is dated) or excluded,
with the reason. An article is a sighting: from one day alone nothing follows for another. For a
month or a year the question is whether the post was held at some time in it.`,
		Example: `nhiemky who "Bí thư Thành ủy Hà Nội"
nhiemky who "bi thu thanh uy ha noi" --at 2020-12-31
nhiemky who "Bí thư Thành ủy Hà Nội" --format csv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, strings.Join(args, " ")) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	cmd.Flags().StringVar(&o.at, "at", "", "the day (2018-06-01), month (2018-06) or year (2018) to ask about")
	addSure(cmd, &o.sure)
	return cmd
}

func (o whoOptions) run(cmd *cobra.Command, name string) error {
	var on extract.Date
	if err := on.UnmarshalText([]byte(o.at)); err != nil {
		return failf(errUsage, "--at: %w", err)
	}
	if err := checkSure(o.sure); err != nil {
		return err
	}
	var all []sighting
	err := o.withStore(graph.Options{}, func(s *graph.Store) error {
		err := o.find(cmd.Context(), s, "post", name, "who")
		if err != nil {
			return err
		}
		all, err = sightings(cmd.Context(), s, "who-held-post", "post", graph.Key(name), o.sure)
		return err
	})
	switch {
	case err != nil:
		return err
	case len(all) == 0:
		return failf(errNothing, "no article in %s says who held the post %q%s", o.store, name, thatSure(o.sure))
	}
	posts := groups(all, func(s sighting) string { return s.postIRI })
	var answered bool
	for _, post := range posts {
		answered = judge(post, on) || answered
	}
	if err := o.print(cmd.OutOrStdout(), posts, on); err != nil {
		return err
	}
	if !answered {
		return failf(errNothing, "nobody is known to have held it at %s", on)
	}
	return nil
}

// judge says of each sighting of a post what all of them say of its person at a date, and reports
// whether anyone held it then, for certain or possibly. Without a date everyone counts.
func judge(post []sighting, on extract.Date) bool {
	if on.IsZero() {
		return true
	}
	plain := make([]graph.Sighting, len(post))
	for i, s := range post {
		plain[i] = s.Sighting
	}
	answered := false
	verdicts := graph.At(plain, post[0].exclusive, on)
	for i := range post {
		v := verdicts[slices.IndexFunc(verdicts, func(v graph.Verdict) bool { return v.Person == post[i].Person })]
		post[i].answer, post[i].reason = string(v.Certainty), v.Reason
		answered = answered || v.Certainty == graph.Certain || v.Certainty == graph.Possible
	}
	return answered
}

// print writes the posts in the form that was asked for.
func (o whoOptions) print(out io.Writer, posts [][]sighting, on extract.Date) error {
	if o.format.value != "table" {
		columns := []string{"post", "person", "status", "from", "to", "as_of", "confidence", "evidence", "source", "published", "person_iri", "post_iri", "holding_iri"}
		if !on.IsZero() {
			columns = slices.Insert(columns, 2, "answer", "reason")
		}
		return sightingRows(slices.Concat(posts...), columns...).print(out, o.format.value)
	}
	var b strings.Builder
	for i, post := range posts {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(wrap(heading(post[0].post, on), "", width(out)) + "\n")
		for _, person := range ranked(groups(post, func(s sighting) string { return s.Person })) {
			printGroup(&b, person[0].Name, person, width(out))
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// heading is the post, and the date that was asked about.
func heading(post string, on extract.Date) string {
	if on.IsZero() {
		return post
	}
	return post + ", at " + on.String()
}

// ranked puts those who held the post for certain first, and those who did not last.
func ranked(people [][]sighting) [][]sighting {
	order := []graph.Certainty{"", graph.Certain, graph.Possible, graph.Unknown, graph.Excluded}
	rank := func(p []sighting) int { return slices.Index(order, graph.Certainty(p[0].answer)) }
	slices.SortStableFunc(people, func(a, b []sighting) int { return rank(a) - rank(b) })
	return people
}
