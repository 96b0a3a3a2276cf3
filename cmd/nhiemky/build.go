package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/dating"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
)

// buildOptions are the flags of build.
type buildOptions struct {
	*global
	input   inputFlags
	sure    float64 // lowest confidence that is stored
	decided string  // file of corrections
	memory  int     // in MiB
}

// newBuild reads articles into the store.
func newBuild(g *global) *cobra.Command {
	o := buildOptions{global: g}
	cmd := &cobra.Command{
		Use:   "build PATH…",
		Short: "Read articles into the store",
		Long: `Reads articles, extracts what they say and adds it to the store, which is created if needed. Reading
an article again changes nothing. An article that has changed replaces what it said before. An article
with the same words as another is stored as a further source of the same statements.

Ctrl-C stops it: what was read so far is kept, and the same command continues from there. Documents are
read, extracted and stored one after the other, so memory use depends on --memory and not on their number.

` + inputHelp + `

Corrections by people (same person, different persons, wrong statement, right value) are read from
corrections.csv in the current folder on every run; see nhiemky candidates --help.`,
		Example: `nhiemky build seeds
cat article.txt | nhiemky build -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	addInput(cmd, &o.input)
	addSure(cmd, &o.sure)
	cmd.Flags().IntVar(&o.memory, "memory", 512, "memory to use, in MiB")
	cmd.Flags().StringVar(&o.decided, "corrections", "", "file of corrections; by default "+correctionsFile+" in the current folder, if it exists")
	return cmd
}

func (o buildOptions) run(cmd *cobra.Command, args []string) error {
	if o.memory < 1 {
		return failf(errUsage, "--memory: %d is less than 1", o.memory)
	}
	b, err := o.build(cmd, args)
	if b == nil { // there is nothing to sum up
		return err
	}
	if o.quiet {
		return err
	}
	_, e := io.WriteString(cmd.OutOrStdout(), b.summary())
	return errors.Join(e, err)
}

// build reads what the arguments name into the store. The result is nil if nothing was done.
func (o buildOptions) build(cmd *cobra.Command, args []string) (done *building, err error) {
	debug.SetMemoryLimit(int64(o.memory) << 20)
	options, err := o.input.options(cmd, args)
	if err != nil {
		return nil, err
	}
	lists, err := loadLists()
	if err != nil {
		return nil, err
	}
	reader, err := thisProgram()
	if err != nil {
		return nil, err
	}
	sources, problems := findSources(args, o.input.as)
	progress := o.progressBytes(cmd.ErrOrStderr(), totalBytes(sources)+1, "reading, storing") // 1 for the last step of storing
	defer progress.end()
	r := o.reading(cmd, extract.New(lists), options, progress)
	r.verbose = o.input.verbose
	if len(sources) == 0 { // do not create a store for nothing
		return nil, r.read(cmd, nil, problems, nil)
	}
	// In the order of names: of two articles with the same words, the first by name is kept, in whatever
	// order they were given.
	slices.SortStableFunc(sources, func(a, b source) int { return strings.Compare(a.name, b.name) })
	b := &building{o: o, reader: reader, found: map[string]int{}}
	err = o.withStore(store.Options{Create: true}, func(s *store.Store) error {
		if err := o.checkNames(cmd.Context(), s, sources); err != nil {
			return err
		}
		unread, err := b.add(cmd, s, lists, r, sources, problems)
		if err != nil {
			return err
		}
		if b.corrected, err = correct(cmd.Context(), s, o.decided, cmd.ErrOrStderr()); err != nil {
			return errors.Join(err, unread)
		}
		if b.report.Articles() > 0 {
			done = b
		}
		return unread
	})
	return done, err
}

// thisProgram is a digest of the program: another version may read the same article differently.
func thisProgram() ([]byte, error) {
	path, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program: %w", err)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the program: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return h.Sum(nil), err
}

// building is one run of build: what was found, what was done with it, and how long that took.
type building struct {
	o         buildOptions
	reader    []byte // digest of the program
	adding    *ingest.Adding
	report    ingest.Report
	found     map[string]int // kind of record -> how many in the articles that were read
	topics    topics
	again     repeats
	reread    func(i input.Item, mark string) outcome // reads what is known
	corrected string                                  // what was done with corrections

	whole, storing, deriving time.Duration
}

// stopped is the error of a run that Ctrl-C stopped.
type stopped struct{ failure }

// add reads the sources into the store. unread says what could not be read.
func (b *building) add(cmd *cobra.Command, s *store.Store, lists *gazetteer.Lists, r reading, sources []source, problems []error) (unread, err error) {
	start := time.Now()
	b.topics.oneSeat = lists.OneSeat
	b.adding, err = ingest.Begin(cmd.Context(), s, lists)
	if err != nil {
		return nil, fail(errStore, err)
	}
	defer b.adding.Close()
	r.known = func(i input.Item) (bool, string, error) {
		mark := b.fingerprint(i)
		known, err := b.adding.Known(mark)
		return known, mark, err
	}
	b.reread = func(i input.Item, mark string) outcome {
		anew := r
		anew.known = nil
		o := anew.one(i)
		o.item, o.mark = i, mark
		return o
	}
	b.again = repeats{tell: r.tell, all: b.o.input.verbose, quiet: b.o.quiet, seen: map[uint64]bool{}}
	err = r.readMore(cmd, sources, problems, b.take)
	b.again.end()
	if errors.Is(err, errInput) {
		unread, err = err, nil
	}
	if err == nil {
		err = b.dateByNeighbours(cmd, r)
	}
	if err == nil {
		deriving := time.Now()
		bar := b.o.progress(cmd.ErrOrStderr(), 1, "working out persons, tenures and documents")
		err = b.adding.Finish(bar.at)
		bar.end()
		b.deriving = time.Since(deriving)
	}
	if errors.Is(err, context.Canceled) && b.adding.Report().Articles() > 0 {
		err = cmp.Or(b.adding.Flush(), error(stopped{failure{context.Canceled, fmt.Errorf(
			"stopped; %s of this run are stored, and the same command continues from there", count(b.adding.Report().Articles(), "article"))}}))
	}
	b.report, b.whole = b.adding.Report(), time.Since(start)
	return unread, fail(errStore, err)
}

// fingerprint is a digest of everything that affects what is stored of a document.
func (b *building) fingerprint(i input.Item) string {
	h := sha256.New()
	h.Write(b.reader)
	fmt.Fprintf(h, "%v\n", b.o.sure)
	i.Identify(h)
	return fmt.Sprintf("%x", h.Sum(nil)[:16])
}

// take stores what an article says.
func (b *building) take(o outcome) error {
	if o.known && b.adding.Replaced(o.mark) { // by another of the same name
		o = b.reread(o.item, o.mark)
	}
	if o.known || o.problem != nil || o.left != "" {
		b.adding.Unchanged()
		return nil
	}
	start := time.Now()
	before := b.adding.Report()
	err := surer(b.o.sure, func(r record.Result) error {
		if err := b.adding.Article(r, o.mark); err != nil {
			return fail(errStore, err)
		}
		if b.adding.Report().Older == before.Older {
			b.count(r)
		}
		return nil
	})(o.result)
	b.again.note(o, before, b.adding.Report())
	b.storing += time.Since(start)
	return err
}

// count counts the records of an article.
func (b *building) count(r record.Result) {
	for _, rec := range r.Records {
		b.found[rec.Kind()]++
		b.topics.add(rec)
	}
}

// dateByNeighbours gives articles without a day of their own the day or the month that the numbers of their source allow,
// and reads those again. It sees all articles of the store, so that it does not matter in which order they came.
func (b *building) dateByNeighbours(cmd *cobra.Command, r reading) error {
	days, err := b.adding.Days()
	if err != nil {
		return err
	}
	docs := make([]dating.Doc, len(days))
	for i, d := range days {
		docs[i] = dating.Doc{Name: d.Name, Told: d.Told}
		if d.DatedBy != record.DatedByNeighbours {
			docs[i].Day, docs[i].Stated = d.Day, !d.DatedBy.Inferred()
		}
	}
	bar := b.o.progress(cmd.ErrOrStderr(), len(days), "dating articles by their neighbours")
	defer bar.end()
	for i, day := range dating.Neighbours(docs) {
		bar.at(i+1, len(days))
		if day == days[i].Day || !docs[i].Day.IsZero() {
			continue
		}
		if err := b.adding.Redate(days[i], day, record.DatedByNeighbours, func(d record.Document) (record.Result, bool) { return b.readStored(r, d) }); err != nil {
			return err
		}
	}
	return nil
}

// readStored reads a document of the store once more; ok is false for one that cannot be read, which is told.
func (b *building) readStored(r reading, d record.Document) (out record.Result, ok bool) {
	result, problem := r.tryExtract(d, input.Problem{File: d.Name}, time.Now().Add(r.options.Time))
	if problem != nil {
		r.tell(problem)
		return out, false
	}
	err := surer(b.o.sure, func(r record.Result) error { out = r; return nil })(result)
	return out, err == nil
}

// summary says what was found, what was done with it, and what to ask next.
func (b *building) summary() string {
	var out strings.Builder
	r := b.report
	fmt.Fprintf(&out, "%s read: %d new, %d changed, %d already known, %d copies of others\n",
		count(r.Articles(), "article"), r.Added, r.Changed, r.Unchanged, r.Copies)
	if r.Older > 0 {
		fmt.Fprintf(&out, "%7d fetched before what is stored of them; the newer counts\n", r.Older)
	}
	for _, k := range []struct{ kind, name string }{
		{"holding", "holdings of posts"}, {"congress", "congresses"}, {"document", "documents referred to"}, {"meeting", "meetings"},
	} {
		if r.Unchanged < r.Articles() { // nothing is counted in articles that are known
			fmt.Fprintf(&out, "%7d %s\n", b.found[k.kind], k.name)
		}
	}
	if r.Resumed {
		fmt.Fprintln(&out, "finished what an interrupted run had left undone")
	}
	if r.Redated > 0 {
		fmt.Fprintf(&out, "%s dated by the articles numbered around them\n", count(r.Redated, "article"))
	}
	fmt.Fprintf(&out, "stored in %s: %s added, %d removed\n", b.o.store, count(r.Stored, "quad"), r.Removed)
	if b.whole > 2*time.Second {
		second := func(d time.Duration) time.Duration { return d.Round(100 * time.Millisecond) }
		fmt.Fprintf(&out, "took %s: %s reading, %s storing, %s working out persons, tenures and documents\n",
			second(b.whole), second(b.whole-b.storing-b.deriving), second(b.storing), second(b.deriving))
	}
	out.WriteString(b.corrected)
	fmt.Fprintf(&out, "\nAsk next:\n")
	for _, line := range b.topics.questions(b.o.storeFlag()) {
		fmt.Fprintf(&out, "  %s\n", line)
	}
	return visible(out.String())
}
