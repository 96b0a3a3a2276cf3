package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/graph"
)

// portion is how many articles are held in memory before they are stored.
const portion = 1000

// buildOptions are the flags of build.
type buildOptions struct {
	*global
	input   inputFlags
	sure    float64 // least confidence of what is stored
	decided string  // file of corrections
}

// newBuild reads articles into the store.
func newBuild(g *global) *cobra.Command {
	o := buildOptions{global: g}
	cmd := &cobra.Command{
		Use:   "build PATH…",
		Short: "Read articles into the store",
		Long: `Reads articles, extracts what they say and adds it to the store, which is made when there is none.
An article that was read before changes nothing; one that has changed replaces what it said before.

` + inputHelp + `

Corrections that people decided on (same person, different persons, wrong statement, right value)
are read from corrections.csv in the current folder each time; see nhiemky candidates --help.`,
		Example: `nhiemky build seeds
cat article.txt | nhiemky build -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	addInput(cmd, &o.input)
	addSure(cmd, &o.sure)
	cmd.Flags().StringVar(&o.decided, "corrections", "", "file of corrections; without it "+correctionsFile+" in the current folder, if it is there")
	return cmd
}

func (o buildOptions) run(cmd *cobra.Command, args []string) error {
	if err := checkSure(o.sure); err != nil {
		return err
	}
	options, err := o.input.options()
	if err != nil {
		return err
	}
	lists, err := loadLists()
	if err != nil {
		return err
	}
	sources, problems := findSources(args)
	progress := o.progress(cmd.ErrOrStderr(), totalBytes(sources)+1, "reading, storing")
	defer progress.end()
	r := o.reading(cmd, extract.New(lists), options, progress)
	if len(sources) == 0 { // no store is made for nothing
		return r.read(cmd, nil, problems, nil)
	}
	// In the order of names, so that of two articles with the same bytes the first by name is kept
	// whatever the order in which they were given.
	slices.SortStableFunc(sources, func(a, b source) int { return strings.Compare(a.name, b.name) })
	return o.withStore(graph.Options{Create: true}, func(s *graph.Store) error {
		b := building{ctx: cmd.Context(), store: s, places: lists, found: map[string]int{}}
		err := r.read(cmd, sources, problems, surer(o.sure, b.take))
		if err != nil && !errors.Is(err, errInput) {
			return err
		}
		if e := b.flush(); e != nil {
			return e
		}
		progress.end()
		corrected, e := correct(cmd.Context(), s, o.decided, cmd.ErrOrStderr())
		if e != nil {
			return errors.Join(err, e)
		}
		if b.read() == 0 { // the error has said all
			return err
		}
		_, e = io.WriteString(cmd.OutOrStdout(), b.summary(o.global, corrected))
		return errors.Join(e, err)
	})
}

// building is one run of build: what waits to be stored and what was found.
type building struct {
	ctx     context.Context
	store   *graph.Store
	places  graph.Places
	waiting []extract.Result
	report  graph.Report
	found   map[string]int // kind of record -> how many in the articles read
	topics  topics
}

// take keeps a result and stores what waits when it is a portion.
func (b *building) take(r extract.Result) error {
	b.waiting = append(b.waiting, r)
	for _, rec := range r.Records {
		b.found[rec.Kind()]++
		b.topics.add(rec)
	}
	if len(b.waiting) < portion {
		return nil
	}
	return b.flush()
}

// flush stores what waits.
func (b *building) flush() error {
	r, err := b.store.Add(b.ctx, b.places, b.waiting, nil)
	b.waiting = nil
	b.report.Added = append(b.report.Added, r.Added...)
	b.report.Changed = append(b.report.Changed, r.Changed...)
	b.report.Unchanged = append(b.report.Unchanged, r.Unchanged...)
	b.report.Duplicates = append(b.report.Duplicates, r.Duplicates...)
	b.report.Removed += r.Removed
	b.report.Stored += r.Stored
	return fail(errStore, err)
}

// read is the number of articles that were read.
func (b *building) read() int {
	r := b.report
	return len(r.Added) + len(r.Changed) + len(r.Unchanged) + len(r.Duplicates)
}

// summary says what was found, what became of it, and what to ask next.
func (b *building) summary(g *global, corrected string) string {
	var out strings.Builder
	r := b.report
	fmt.Fprintf(&out, "%s read: %d new, %d changed, %d known already, %d copies of another\n",
		count(b.read(), "article"), len(r.Added), len(r.Changed), len(r.Unchanged), len(r.Duplicates))
	for _, d := range r.Duplicates {
		fmt.Fprintf(&out, "  left out %s: the same bytes as %s\n", d.Name, d.Of)
	}
	for _, k := range []struct{ kind, name string }{
		{"holding", "holdings of posts"}, {"congress", "congresses"}, {"document", "documents referred to"}, {"meeting", "meetings"},
	} {
		fmt.Fprintf(&out, "%7d %s\n", b.found[k.kind], k.name)
	}
	fmt.Fprintf(&out, "stored in %s: %s put in, %d taken out\n", g.store, count(r.Stored, "quad"), r.Removed)
	out.WriteString(corrected)
	fmt.Fprintf(&out, "\nAsk next:\n")
	for _, line := range b.topics.questions(g.storeFlag()) {
		fmt.Fprintf(&out, "  %s\n", line)
	}
	return visible(out.String())
}
