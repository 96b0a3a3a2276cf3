package main

import (
	"context"
	"fmt"
	"io"
	"sync"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/seeds"
)

// reading is the work of turning sources into results. Documents are
// worked on side by side.
type reading struct {
	extractor *extract.Extractor
	stdin     io.Reader
	maxBytes  int64
	bar       bar // told of each source done
}

// read reads the sources, prints one line on stderr for each thing that could not be read, and
// hands the rest to use in order. problems are those from before.
// When there are any the error is an errInput that says how much was read.
func (r reading) read(cmd *cobra.Command, sources []source, problems []error, use func(extract.Result) error) error {
	unread, err := r.run(cmd.Context(), sources, use)
	r.bar.clear()
	problems = append(problems, unread...)
	for _, p := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), visible(p.Error()))
	}
	if err == nil && len(problems) > 0 {
		read := len(sources) - len(unread)
		err = failf(errInput, "%s read, %s not", count(read, "document"), count(len(problems), "input"))
	}
	return err
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// loadLists reads the lists that are built in.
func loadLists() (*extract.Lists, error) {
	folder, err := seeds.Lists()
	if err != nil {
		return nil, err
	}
	return extract.LoadLists(folder)
}

// outcome is what became of one source.
type outcome struct {
	result  extract.Result
	problem error
}

// run reads and extracts the sources, several at once, and hands each result to use in the order
// of the sources. Sources that cannot be read are returned as problems. The error is that of use,
// or that of the context when it ended; then the rest of the sources was not worked on.
func (r reading) run(ctx context.Context, sources []source, use func(extract.Result) error) (problems []error, err error) {
	ctx, cancel := context.WithCancel(ctx)
	var wait sync.WaitGroup
	defer wait.Wait() // after cancel, which ends them
	defer cancel()
	queue := r.start(ctx, sources, &wait)
	for done := range queue {
		var o outcome
		select {
		case o = <-done:
		case <-ctx.Done():
			return problems, ctx.Err()
		}
		if ctx.Err() != nil { // select takes either when both are there
			return problems, ctx.Err()
		}
		r.bar.step(1)
		if o.problem != nil {
			problems = append(problems, o.problem)
			continue
		}
		if err := use(o.result); err != nil {
			return problems, err
		}
	}
	return problems, ctx.Err()
}

// start begins the work and gives one channel for each source, in order, that will hold its
// outcome. Not more than a few documents wait to be used at any time.
func (r reading) start(ctx context.Context, sources []source, wait *sync.WaitGroup) <-chan chan outcome {
	type job struct {
		source source
		done   chan outcome
	}
	jobs := make(chan job)
	queue := make(chan chan outcome, 2*workers())
	for range workers() {
		wait.Go(func() {
			for j := range jobs {
				j.done <- r.one(j.source)
			}
		})
	}
	wait.Go(func() {
		defer close(queue)
		defer close(jobs)
		for _, s := range sources {
			done := make(chan outcome, 1)
			select {
			case queue <- done:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- job{s, done}:
			case <-ctx.Done():
				return
			}
		}
	})
	return queue
}

// one reads and extracts one source.
func (r reading) one(s source) outcome {
	d, err := s.read(r.stdin, r.maxBytes)
	if err != nil {
		return outcome{problem: err}
	}
	result, err := tryExtract(r.extractor, d, inputError{file: s.path})
	return outcome{result, err}
}

// tryExtract extracts a document. When extraction breaks down, which is a mistake of the program, one
// article is lost and not the rest: the error says so of the place.
func tryExtract(x *extract.Extractor, d extract.Document, place inputError) (r extract.Result, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			place.what = fmt.Sprintf("extraction broke down: %v", broken)
			place.do = "this is a mistake of the program: report it with the article"
			err = place
		}
	}()
	return x.Extract(d), nil
}
