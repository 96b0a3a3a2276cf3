package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
)

// firings counts how often each rule fired in articles without gold.
type firings struct {
	articles int
	rules    map[string]int // records by the rule that made them
}

// add counts the records of one article, of one kind or of all ("").
func (f *firings) add(r record.Result, kind string) {
	f.articles++
	for _, rec := range r.Records {
		if kind == "" || kind == rec.Kind() {
			f.rules[rec.Proof().Rule]++
		}
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

// countFirings extracts the articles of all corpora and keeps only the counts. What cannot be read or makes
// extraction fail is reported on stderr, and the error is then an errInput: a corpus also serves to find all
// such articles.
func (o evalOptions) countFirings(cmd *cobra.Command) (*firings, error) {
	lists, err := loadLists()
	if err != nil {
		return nil, err
	}
	var sources []source
	var problems []error
	for _, file := range o.corpora {
		info, err := os.Stat(file)
		if err != nil {
			problems = append(problems, explainPath(file, err))
			continue
		}
		sources = append(sources, source{path: file, name: file, named: true, size: info.Size()})
	}
	progress := o.progressBytes(cmd.ErrOrStderr(), totalBytes(sources), "counting")
	defer progress.end()
	options := input.Defaults()
	options.MaxBytes = o.maxBytes
	all := &firings{rules: map[string]int{}}
	err = o.reading(cmd, extract.New(lists), options, progress).read(cmd, sources, problems, func(r record.Result) error {
		all.add(r, o.kind)
		return nil
	})
	if err != nil && !errors.Is(err, errInput) {
		return nil, err
	}
	if !o.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), count(all.articles, "article"), "of the corpus read")
	}
	return all, err
}
