package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/input"
)

// slow is how long an article may take before its name is shown. Articles take milliseconds.
const slow = 10 * time.Second

// firings say how often each rule fired in articles without gold.
type firings struct {
	articles int
	rules    map[string]int // records by the rule that made them
	crashes  []error        // one for each article at which extraction broke down
}

// corpusArticle is one article of a corpus.
type corpusArticle struct {
	file string
	line int // counts from 1
	text []byte
}

func (a corpusArticle) String() string { return fmt.Sprintf("%s:%d", a.file, a.line) }

// add counts the records of one article, of one kind or of all ("").
func (f *firings) add(r extract.Result, kind string) {
	f.articles++
	for _, rec := range r.Records {
		if kind == "" || kind == rec.Kind() {
			f.rules[rec.Proof().Rule]++
		}
	}
}

// count extracts one article and counts its records. An article at which extraction breaks down is
// noted: a corpus is also there to find such articles, all of them.
// One that takes long is told to late while it still runs: it may never end.
func (f *firings) count(x *extract.Extractor, a corpusArticle, kind string, late func(corpusArticle)) {
	watch := time.AfterFunc(slow, func() { late(a) })
	defer watch.Stop()
	r, err := tryExtract(x, extract.Document{Name: a.String(), Raw: a.text}, input.Problem{File: a.file, Line: a.line, Col: 1})
	if err != nil {
		f.crashes = append(f.crashes, err)
		return
	}
	f.add(r, kind)
}

// merge adds the counts of another.
func (f *firings) merge(o *firings) {
	f.articles += o.articles
	f.crashes = append(f.crashes, o.crashes...)
	for name, n := range o.rules {
		f.rules[name] += n
	}
}

// perThousand is how often a rule fired in a thousand articles.
func (f *firings) perThousand(rule string) float64 {
	if f.articles == 0 {
		return 0
	}
	return float64(f.rules[rule]) * 1000 / float64(f.articles)
}

// names are the rules that fired, the most frequent first; none of nil.
func (f *firings) names() []string {
	if f == nil {
		return nil
	}
	return slices.SortedFunc(maps.Keys(f.rules), func(a, b string) int {
		return cmp.Or(cmp.Compare(f.rules[b], f.rules[a]), cmp.Compare(a, b))
	})
}

// countFirings extracts the articles of all corpora, several at once, and keeps nothing of them
// but the counts. What cannot be read is reported on stderr and makes the error an errInput.
func (o evalOptions) countFirings(cmd *cobra.Command) (*firings, error) {
	lists, err := loadLists()
	if err != nil {
		return nil, err
	}
	progress := o.progressBytes(cmd.ErrOrStderr(), corpusBytes(o.corpora), "counting")
	defer progress.end()
	all := &firings{rules: map[string]int{}}
	articles := make(chan corpusArticle, workers())
	extractor := extract.New(lists)
	var wait sync.WaitGroup
	var lock sync.Mutex
	late := func(a corpusArticle) {
		lock.Lock()
		defer lock.Unlock()
		fmt.Fprintf(cmd.ErrOrStderr(), "%s: takes more than %s\n", visible(a.String()), slow)
	}
	for range workers() {
		wait.Go(func() {
			mine := &firings{rules: map[string]int{}}
			for a := range articles {
				mine.count(extractor, a, o.kind, late)
			}
			lock.Lock()
			defer lock.Unlock()
			all.merge(mine)
		})
	}
	problems := o.feed(cmd.Context(), articles, progress)
	close(articles)
	wait.Wait()
	progress.clear()
	if err := cmd.Context().Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(all.crashes, func(a, b error) int {
		var x, y input.Problem
		errors.As(a, &x)
		errors.As(b, &y)
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	problems = append(problems, all.crashes...)
	for _, p := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), visible(p.Error()))
	}
	if !o.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), count(all.articles, "article"), "of the corpus read")
	}
	if len(problems) > 0 {
		return all, failf(errInput, "the corpus was not read to the end: %s, see above", count(len(problems), "problem"))
	}
	return all, nil
}

// corpusBytes is how many bytes the files have, as far as they are there.
func corpusBytes(files []string) (total int) {
	for _, file := range files {
		if info, err := os.Stat(file); err == nil {
			total += int(info.Size())
		}
	}
	return total
}

// feed sends the articles of all corpora, until the context ends. It returns what is wrong with
// each file that cannot be read to its end.
func (o evalOptions) feed(ctx context.Context, articles chan<- corpusArticle, progress bar) (problems []error) {
	for _, file := range o.corpora {
		err := eachArticle(file, o.maxBytes, progress, func(a corpusArticle) error {
			select {
			case articles <- a:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
		if ctx.Err() != nil {
			return problems
		}
		if err != nil {
			problems = append(problems, err)
		}
	}
	return problems
}

// eachArticle calls use with each article of a file of JSON lines, also gzip, one after the other.
// progress is told of each byte read. A line that is no article ends it.
func eachArticle(file string, maxBytes int64, progress bar, use func(corpusArticle) error) error {
	f, err := os.Open(file)
	if err != nil {
		return explainPath(file, err)
	}
	defer f.Close()
	in, err := unzipped(counted{f, progress})
	if err != nil {
		return explainPath(file, err)
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, int(maxBytes))
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var object struct{ Text *string }
		if err := json.Unmarshal(lines.Bytes(), &object); err != nil || object.Text == nil {
			return input.Problem{File: file, Line: n, Col: 1, What: "no article", Do: `give one JSON object {"id", "text"} a line`}
		}
		if err := use(corpusArticle{file, n, []byte(*object.Text)}); err != nil {
			return err
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return input.Problem{File: file, Line: n + 1, Col: 1, What: fmt.Sprintf("a line of more than %d bytes", maxBytes), Do: "raise --max-bytes"}
	}
	if lines.Err() != nil {
		return explainPath(file, lines.Err())
	}
	return nil
}

// unzipped is the content of a file that may be gzip.
func unzipped(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	if magic, err := b.Peek(2); err != nil || string(magic) != "\x1f\x8b" {
		return b, nil // too short to be gzip, or not gzip; an error of reading comes again
	}
	return gzip.NewReader(b)
}

// counted is a reader that tells a progress bar of what was read.
type counted struct {
	io.Reader
	progress bar
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.progress.step(n)
	return n, err
}
