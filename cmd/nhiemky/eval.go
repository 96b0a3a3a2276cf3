package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/score"
)

// evalOptions are the flags of eval.
type evalOptions struct {
	*global
	format         *format
	verbose, rules bool
	confidence     bool
	kind           string   // "" for all
	articles       string   // folder of the articles, "" for that of GOLD
	corpora        []string // files of articles without gold
	maxBytes       int64
}

// newEval compares records with gold.
func newEval(g *global) *cobra.Command {
	o := evalOptions{global: g}
	cmd := &cobra.Command{
		Use:   "eval GOLD [SYSTEM]",
		Short: "Score extracted records against gold records",
		Long: `Compares the records of SYSTEM with those of GOLD, which people made by reading, and prints
precision, recall and F1. Both are files of JSON lines as extract --format jsonl prints them, or
folders of *.jsonl. Without SYSTEM, the articles that GOLD names are read now, from the folder of GOLD
or from --articles. Documents that GOLD does not name are ignored.

  person     the names that have a holding
  holding    person, post and organisation
  loose      person and post, whatever the organisation
  congress   body and ordinal
  document   type, and code or name
  meeting    body and ordinal
  status     of the holdings that match, how many have the right status
  office     of the same, how many are in office (holds, starts) or out of it (former, ends) as gold says
  dates      of the from and to that gold states for them, how many are found
  stated     of the from and to that the system states for them, how many agree with gold
  term       of the congresses that match, how many have the right term

-v lists every miss (-), false alarm (+) and differing value (~) before the figures; in json and csv,
instead of them.

--confidence shows instead how many records have each confidence, by bands and by values, and what
share of them is right in everything but dates.

--rules shows instead how the records of each rule fared: right; wrong; optional (neither required by
gold nor counted as wrong); repeated (already said); astray (right, but with a status, date or term
that differs from gold); share (right among right and wrong). --corpus adds how often each rule fires
in articles without gold: a file, possibly compressed, with one JSON object {"id", "text"} per line.`,
		Example: `nhiemky extract seeds --format jsonl > before.jsonl
nhiemky eval before.jsonl --articles seeds -v
nhiemky eval before.jsonl before.jsonl --rules --format csv`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	f := cmd.Flags()
	f.BoolVarP(&o.verbose, "verbose", "v", false, "list every difference")
	f.BoolVar(&o.rules, "rules", false, "show how the records of each rule fared")
	f.BoolVar(&o.confidence, "confidence", false, "show what share of the records is right at each confidence")
	f.StringVar(&o.kind, "kind", "", "only records of this kind: "+strings.Join(score.Kinds(), ", "))
	f.StringVar(&o.articles, "articles", "", "folder of the articles that GOLD names (default: the folder of GOLD)")
	f.StringArrayVar(&o.corpora, "corpus", nil, "count how often each rule fires in this file of articles (may be repeated)")
	o.format = addFormat(cmd, "table", "json", "csv")
	addMaxBytes(cmd, &o.maxBytes)
	return cmd
}

// check refuses flags that cannot be combined.
func (o evalOptions) check(args []string) error {
	switch {
	case len(args) == 0 && len(o.corpora) == 0:
		return failf(errUsage, "give GOLD, a file or folder of gold records, or a file of articles with --corpus")
	case o.verbose && (o.rules || len(o.corpora) > 0):
		return failf(errUsage, "-v lists differences and --rules counts rules: give one of them")
	case o.confidence && (o.verbose || o.rules || len(o.corpora) > 0):
		return failf(errUsage, "--confidence has a table of its own: give it without -v, --rules and --corpus")
	case o.confidence && len(args) == 0:
		return failf(errUsage, "give GOLD, a file or folder of gold records")
	case o.kind != "" && !slices.Contains(score.Kinds(), o.kind):
		return failf(errUsage, "--kind: %q is not one of %s", o.kind, strings.Join(score.Kinds(), ", "))
	}
	return nil
}

// run compares and counts what can be read, prints the result, and reports what could not be read.
func (o evalOptions) run(cmd *cobra.Command, args []string) error {
	if err := o.check(args); err != nil {
		return err
	}
	var report *score.Report
	var unread error
	if len(args) > 0 {
		var err error
		report, err = o.compare(cmd, args)
		if err != nil && (report == nil || !errors.Is(err, errInput)) {
			return err
		}
		unread = err
	}
	if o.confidence {
		return errors.Join(bandRows(report).print(cmd.OutOrStdout(), o.format.value), unread)
	}
	if !o.rules && len(o.corpora) == 0 {
		return errors.Join(o.print(cmd.OutOrStdout(), report), unread)
	}
	var fired *firings
	if len(o.corpora) > 0 {
		var err error
		fired, err = o.countFirings(cmd)
		if err != nil && !errors.Is(err, errInput) {
			return err
		}
		unread = errors.Join(unread, err)
	}
	return errors.Join(ruleRows(report, fired).print(cmd.OutOrStdout(), o.format.value), unread)
}

// compare scores SYSTEM, or what is extracted now, against GOLD.
func (o evalOptions) compare(cmd *cobra.Command, args []string) (*score.Report, error) {
	gold, err := readRecords(args[0])
	if err != nil {
		return nil, err
	}
	if len(args) == 2 {
		system, err := readRecords(args[1])
		if err != nil {
			return nil, err
		}
		return score.Compare(gold, system, o.kind), nil
	}
	system, err := o.extract(cmd, args[0], gold)
	if system == nil {
		return nil, err
	}
	return score.Compare(gold, system, o.kind), err
}

// readRecords reads GOLD or SYSTEM.
func readRecords(path string) (score.Documents, error) {
	docs, err := score.Read(path)
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		err = explainPath(path, err)
	}
	return docs, fail(errInput, err)
}

// extract reads the articles that gold names. The records are nil when there are none to score;
// when some articles could not be read there are records and an errInput.
func (o evalOptions) extract(cmd *cobra.Command, path string, gold score.Documents) (score.Documents, error) {
	lists, err := loadLists()
	if err != nil {
		return nil, err
	}
	folder := o.articlesOf(path)
	sources, problems := articles(folder, gold.Names())
	if len(sources) == 0 && len(problems) > 0 {
		return nil, failf(errInput, "%s: no article that %s names is in this folder; give theirs with --articles", folder, path)
	}
	progress := o.progressBytes(cmd.ErrOrStderr(), totalBytes(sources), "reading")
	defer progress.end()
	r := o.reading(cmd, extract.New(lists), input.Options{MaxBytes: o.maxBytes, AsFound: true}, progress)
	system := score.Documents{}
	err = r.read(cmd, sources, problems, func(res record.Result) error {
		for _, rec := range res.Records {
			line, err := record.MarshalRecord(res.Document.Name, rec)
			if err != nil {
				return err
			}
			if err := system.Add(line); err != nil {
				return fmt.Errorf("%s: %w", res.Document.Name, err)
			}
		}
		return nil
	})
	if err != nil && !errors.Is(err, errInput) {
		return nil, err
	}
	return system, err
}

// articlesOf is the folder in which the articles of GOLD are looked for.
func (o evalOptions) articlesOf(gold string) string {
	if o.articles != "" {
		return o.articles
	}
	if info, err := os.Stat(gold); err == nil && info.IsDir() {
		return gold
	}
	return filepath.Dir(gold)
}

// articles are the files of a folder with these names, and a problem for each that is not there.
func articles(folder string, names []string) (found []source, problems []error) {
	for _, name := range names {
		file := filepath.Join(folder, name)
		info, err := os.Stat(file)
		if err != nil || info.IsDir() || filepath.Ext(name) != ".txt" {
			problems = append(problems, input.Problem{File: file, What: "no such article", Do: "give the folder of the articles with --articles"})
			continue
		}
		found = append(found, source{file, name, true, info.Size()})
	}
	return found, problems
}
