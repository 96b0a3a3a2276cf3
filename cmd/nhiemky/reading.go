package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/seeds"
)

// reading turns sources into results. It works on several documents at the same time.
type reading struct {
	extractor *extract.Extractor
	stdin     io.Reader
	options   input.Options
	bar       bar // counts each byte that is read
	quiet     bool
	verbose   bool                                   // name each thing that is left out
	known     func(input.Item) (bool, string, error) // reports whether a document need not be read again, and its fingerprint; nil to read everything
	large     *sync.Mutex                            // held while a large document is read and extracted: two would take too much memory
	tell      func(problem error)                    // called for each thing that cannot be read, as soon as it is met
}

// reading makes the reading of a command.
func (g *global) reading(cmd *cobra.Command, x *extract.Extractor, o input.Options, progress bar) reading {
	r := reading{extractor: x, stdin: cmd.InOrStdin(), options: o, bar: progress, quiet: g.quiet, large: &sync.Mutex{}}
	r.tell = func(problem error) {
		progress.clear()
		fmt.Fprintln(cmd.ErrOrStderr(), visible(message(problem.Error())))
	}
	return r
}

// read reads the sources, prints one line on stderr for each thing that could not be read and one for
// everything that was left out, and passes the rest to use in order. problems are those met before. If
// there are any problems, the error is an errInput that says how much was read.
func (r reading) read(cmd *cobra.Command, sources []source, problems []error, use func(record.Result) error) error {
	return r.readMore(cmd, sources, problems, func(o outcome) error { return use(o.result) })
}

// readMore is read, but passes on documents that are known too.
func (r reading) readMore(cmd *cobra.Command, sources []source, problems []error, use func(outcome) error) error {
	for _, p := range problems {
		r.tell(p)
	}
	done, err := r.run(cmd.Context(), sources, use)
	r.bar.clear()
	done.problems += len(problems)
	if err == nil && done.documents == 0 && done.problems == 0 {
		done.problems++
		r.tell(input.Problem{File: sources[0].label(), What: "no article here", Do: "give text, HTML, PDF, DOCX, RTF, JSON, CSV, mail, WARC, ZIP or tar"})
	}
	if len(done.left) > 0 && !r.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), visible(done.leftOut()))
	}
	if err == nil && done.problems > 0 {
		err = failf(errInput, "%s read, %s could not be read", count(done.documents, "document"), count(done.problems, "input"))
	}
	return err
}

// done counts what was done with the sources.
type done struct {
	documents int            // how many were read
	problems  int            // how many things could not be read
	left      map[string]int // how many things of a kind were left out
}

// leftOut is one line about what was left out, the most frequent kind first.
func (d done) leftOut() string {
	kinds := slices.SortedFunc(maps.Keys(d.left), func(a, b string) int {
		return cmp.Or(cmp.Compare(d.left[b], d.left[a]), cmp.Compare(a, b))
	})
	total := 0
	var parts []string
	for i, k := range kinds {
		total += d.left[k]
		if i < 8 {
			parts = append(parts, fmt.Sprintf("%s: %d", k, d.left[k]))
		}
	}
	if len(kinds) > 8 {
		parts = append(parts, "and others")
	}
	return fmt.Sprintf("left out, not articles: %d (%s)", total, strings.Join(parts, ", "))
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// loadLists reads the lists that are built in.
func loadLists() (*gazetteer.Lists, error) {
	folder, err := seeds.Lists()
	if err != nil {
		return nil, err
	}
	return gazetteer.LoadLists(folder)
}

// outcome is the result of reading one item.
type outcome struct {
	result  record.Result
	known   bool   // the document is known and was not read again
	mark    string // the fingerprint of the document, if known is used
	problem error
	left    string
	cut     string // what of its name and metadata was too long
	item    input.Item
}

// run reads and extracts the sources, several documents at a time, and passes each result to use in the
// order of the sources and of the documents in them. The error is that of use, or that of the context if
// it ended; the rest is then not read.
func (r reading) run(ctx context.Context, sources []source, use func(outcome) error) (d done, err error) {
	ctx, cancel := context.WithCancel(ctx)
	var wait sync.WaitGroup
	defer wait.Wait() // after cancel, which ends them
	defer cancel()
	d.left = map[string]int{}
	queue := r.start(ctx, sources, &wait)
	for next := range queue {
		var o outcome
		select {
		case o = <-next:
		case <-ctx.Done():
			return d, ctx.Err()
		}
		if ctx.Err() != nil { // select takes either if both are ready
			return d, ctx.Err()
		}
		switch {
		case o.problem != nil:
			d.problems++
			r.tell(o.problem)
			r.bar.say(fmt.Sprintf("%d not read", d.problems))
		case o.left != "":
			d.left[o.left]++
			if r.verbose {
				r.tell(fmt.Errorf("%s: left out: %s", o.item.Place().Where(), o.left))
			}
		default:
			d.documents++
			if o.cut != "" && !r.quiet {
				r.tell(fmt.Errorf("%s: %s", o.item.Place().Where(), o.cut))
			}
			if !r.quiet {
				r.tellUnread(o.result.Document)
			}
			if err := use(o); err != nil {
				return d, err
			}
		}
	}
	return d, ctx.Err()
}

// tellUnread prints a line for each part of a document that could not be read.
func (r reading) tellUnread(d record.Document) {
	for _, line := range d.Unread {
		r.tell(errors.New(line))
	}
}

// start begins the work and gives a channel for the outcome of each item, in order. Only a few documents
// wait to be used at any time.
func (r reading) start(ctx context.Context, sources []source, wait *sync.WaitGroup) <-chan chan outcome {
	type job struct {
		item input.Item
		done chan outcome
	}
	jobs := make(chan job)
	queue := make(chan chan outcome, 2*workers())
	for range workers() {
		wait.Go(func() {
			for j := range jobs {
				o := r.one(j.item)
				o.item = j.item
				j.done <- o
			}
		})
	}
	hand := func(i input.Item) error {
		done := make(chan outcome, 1)
		select {
		case queue <- done:
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case jobs <- job{i, done}:
		case <-ctx.Done():
			return ctx.Err()
		}
		return nil
	}
	wait.Go(func() {
		defer close(queue)
		defer close(jobs)
		for _, s := range sources {
			if s.items(r.stdin, r.options, r.bar, hand) != nil { // the context ended
				return
			}
		}
	})
	return queue
}

// one reads and extracts one document.
func (r reading) one(i input.Item) outcome {
	if i.LeftOut() != "" {
		return outcome{left: i.LeftOut()}
	}
	mark := ""
	if r.known != nil && i.Err() == nil {
		known, m, err := r.known(i)
		if mark = m; err != nil || known {
			return outcome{known: known, mark: m, problem: err}
		}
	}
	if i.Size() > largeDocument {
		r.large.Lock()
		defer r.large.Unlock()
	}
	start := time.Now()
	d, err := i.Document()
	if left, ok := err.(input.Left); ok {
		return outcome{left: string(left)}
	}
	if err != nil {
		return outcome{problem: err}
	}
	d, cut := shortened(d)
	until := start.Add(r.options.Time)
	if time.Now().After(until) { // a command of the user's gave the text: it has a time of its own
		until = time.Now().Add(r.options.Time)
	}
	result, err := r.tryExtract(d, i.Place(), until)
	return outcome{result: result, mark: mark, problem: err, cut: cut}
}

// largeDocument is the number of bytes from which a document is large.
const largeDocument = 1 << 20

// tryExtract extracts a document until a time. If extraction panics, which is a bug, only this article is lost: the
// error names its place.
func (r reading) tryExtract(d record.Document, place input.Problem, until time.Time) (result record.Result, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			place.What = fmt.Sprintf("extraction broke down: %v", broken)
			place.Do = "this is a bug: report it with the article"
			err = place
		}
	}()
	if r.options.Time == 0 {
		until = time.Time{}
	}
	if result, err = r.extractor.ExtractUntil(d, until); errors.Is(err, extract.ErrLate) {
		place.What = fmt.Sprintf("takes longer than %s to read and extract", r.options.Time)
		place.Do = "split it, or raise --max-time"
		err = place
	}
	return result, err
}
