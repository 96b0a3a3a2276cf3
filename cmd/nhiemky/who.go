package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// whoOptions are the flags of who.
type whoOptions struct {
	*global
	format  *format
	at      string
	between string
	why     bool
	sure    float64
}

// newWho answers who held a post.
func newWho(g *global) *cobra.Command {
	o := whoOptions{global: g}
	cmd := &cobra.Command{
		Use:   "who POST",
		Short: "Show who held a post, from when until when, and which articles say so",
		Long: `Shows past, present and designated holders of a post: each tenure with the days between which it
began and ended, as far as all articles together tell, and the words of each article. For a post that
one person holds at a time, the succession comes first, one line per holder: from when until when, how
sure, and in how many articles. People named only by one doubtful article are counted below it. Give the
post with its organisation, with or without diacritics, abbreviated or not.
The named query who-held-post gives the same articles, and tenures-of-post the same bounds.

An article is a sighting: by itself it says nothing about any other day. --why shows the words from
which each bound follows. With --at or --between, the answer for each person is certain,
likely (one article alone says so), possible, excluded or unknown (nothing is dated), with the reason.
A month or a year is taken as a whole: the question is whether the post was held on some day of it.`,
		Example: `nhiemky who "Bí thư Thành ủy Hà Nội"
nhiemky who "bi thu thanh uy ha noi" --at 2020-12-31
nhiemky who "Bí thư Thành ủy Hà Nội" --between 2018/2021 --why
nhiemky who "Bí thư Thành ủy Hà Nội" --format csv  # column part: succession, weak, undated or set aside`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	cmd.Flags().StringVar(&o.at, "at", "", atHelp)
	cmd.Flags().StringVar(&o.between, "between", "", "the time to ask about: 2018/2020-06, or two dates one after the other")
	cmd.Flags().BoolVar(&o.why, "why", false, "show from which words each bound follows")
	addSure(cmd, &o.sure)
	return cmd
}

// asked are the dates that the flags ask about, and the words of the post: "--between A B" leaves B among them.
func (o whoOptions) asked(args []string) (from, to record.Date, name string, err error) {
	first, last := o.at, o.at
	if o.between != "" {
		var both bool
		if first, last, both = twoDates(o.between); !both && len(args) > 1 {
			last, args = args[len(args)-1], args[:len(args)-1]
		}
	}
	if from, err = typedDate(o.flag(), first); err != nil {
		return from, to, "", err
	}
	if to, err = typedDate(o.flag(), last); err != nil {
		return from, to, "", err
	}
	switch {
	case o.at != "" && o.between != "":
		return from, to, "", failf(errUsage, "--at and --between: give one of them")
	case o.between != "" && (from.IsZero() || to.IsZero()):
		return from, to, "", failf(errUsage, "--between: want two dates: 2018/2020-06")
	case from.Compare(to) > 0:
		return from, to, "", failf(errUsage, "--between: %s is after %s", from, to)
	}
	return from, to, strings.Join(args, " "), nil
}

// twoDates splits "2018/2020-06" in two; a date with the day first has slashes of its own: "1/6/2018/30/6/2020".
func twoDates(between string) (first, last string, both bool) {
	for i := range between {
		if between[i] == '/' {
			_, before := record.ParseTyped(between[:i])
			_, behind := record.ParseTyped(between[i+1:])
			if before == nil && behind == nil {
				return between[:i], between[i+1:], true
			}
		}
	}
	if _, err := record.ParseTyped(between); err == nil {
		return between, "", false
	}
	return strings.Cut(between, "/")
}

// flag is the name of the one of the two that asks for a time.
func (o whoOptions) flag() string {
	if o.between != "" {
		return "between"
	}
	return "at"
}

func (o whoOptions) run(cmd *cobra.Command, args []string) error {
	from, to, name, err := o.asked(args)
	if err != nil {
		return err
	}
	var posts []view.Post
	err = o.withStore(store.Options{Read: true}, func(s *store.Store) error {
		posts, err = o.posts(cmd.Context(), s, name, from, to)
		return err
	})
	switch {
	case err != nil:
		return err
	case len(posts) == 0:
		return failf(errNothing, "no article in %s says who held the post %q%s", o.store, name, thatSure(o.sure))
	}
	people := make([][]view.Holder, len(posts))
	answered := from.IsZero()
	for i, p := range posts {
		people[i] = p.Holders()
		answered = answered || slices.ContainsFunc(people[i], func(h view.Holder) bool { return h.Verdict.MayHold() })
	}
	if err := o.print(cmd.OutOrStdout(), name, posts, people, from, to); err != nil {
		return err
	}
	if !answered {
		return failf(errNothing, "nobody is known to have held it%s", asking(from, to))
	}
	return nil
}

// posts are those of a name that somebody is said to have held; with dates, who held them then is judged.
func (o whoOptions) posts(ctx context.Context, s *store.Store, name string, from, to record.Date) (out []view.Post, err error) {
	err = o.known(ctx, s, "post", name, "who", func(l *view.Look, nodes []string) error {
		out, err = view.ReadPosts(l, nodes, view.Question{Basis: view.Anew(o.sure), From: from, To: to})
		return fail(errStore, err)
	})
	return out, err
}

// asking is the time that was asked about, to stand behind a sentence.
func asking(from, to record.Date) string {
	switch {
	case from.IsZero():
		return ""
	case from == to:
		return " at " + from.String()
	}
	return " between " + from.String() + " and " + to.String()
}

// print writes the holders of the posts in the form that was asked for.
func (o whoOptions) print(out io.Writer, typed string, posts []view.Post, holders [][]view.Holder, from, to record.Date) error {
	var b strings.Builder
	var names []string
	for _, p := range posts {
		names = append(names, p.Label)
	}
	o.remarkSpelling(&b, o.format, typed, names)
	if o.format.value != "table" {
		return holderRows(slices.Concat(holders...), !from.IsZero(), "post", "person", "part").print(out, o.format.value)
	}
	for i, people := range holders {
		if i > 0 {
			b.WriteString("\n")
		}
		heading := told(posts[i].Thing, posts[i].Organization, names)
		if !from.IsZero() {
			heading += "," + asking(from, to)
		}
		b.WriteString(wrap(heading, "", width(out)) + "\n")
		if from.IsZero() && posts[i].Exclusive {
			printSuccession(&b, posts[i], width(out))
		}
		for _, h := range people {
			b.WriteString("\n" + wrap(h.Named, "", width(out)) + "\n")
			printHolder(&b, h, o.why, width(out))
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// printSuccession writes who held a post after one another, a line each, when there are several.
func printSuccession(b *strings.Builder, p view.Post, limit int) {
	terms, weak := p.Succession()
	if len(terms) < 2 {
		return
	}
	b.WriteString("\n")
	long := 0
	for _, t := range terms {
		long = max(long, utf8.RuneCountInString(edge(t.Begin)+edge(t.End)))
	}
	for i, t := range terms {
		if from, to, found := view.GapBefore(terms, i); found {
			fmt.Fprintln(b, wrap(fmt.Sprintf("– nobody is known from %s to %s –", from, to), "  ", limit))
		}
		time := edge(t.Begin) + " – " + edge(t.End)
		fmt.Fprintf(b, "  %-*s  %s · %s · %s\n", long+len(" – ")-2, time, t.Named, t.Sure, count(t.Articles, "article"))
	}
	if weak > 0 {
		fmt.Fprintln(b, wrap(fmt.Sprintf("%s more without a time, or by one doubtful article alone", count(weak, "name")), "  ", limit))
	}
}

// edge is the beginning or the end of a tenure in a line: a day, "by" one, "or later", or two days between which it lies.
func edge(e tenure.Edge) string {
	switch {
	case e == (tenure.Edge{}):
		return "?"
	case e.To.IsZero():
		return e.From.String() + " or later"
	case e.From.IsZero():
		return "by " + e.To.String()
	case e.From == e.To:
		return e.From.String()
	}
	return e.From.String() + ".." + e.To.String()
}
