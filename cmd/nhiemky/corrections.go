package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
)

// correctionsFile is the file that build reads if it exists and no other is given.
const correctionsFile = "corrections.csv"

// correct puts the corrections of a file into the store: the given file, or else the one in the current
// folder, if there is one. Without a file the store keeps the corrections that it has. It returns a line
// for the summary, and writes a line to stderr for each correction that refers to nothing in the store.
func correct(ctx context.Context, s *store.Store, path string, stderr io.Writer) (string, error) {
	given := path != ""
	if !given {
		path = correctionsFile
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return "", nil
		}
	}
	all, lines, err := readCorrections(path)
	if err != nil {
		return "", err
	}
	unmatched, err := ingest.Correct(ctx, s, all)
	if err != nil {
		return "", fail(errStore, err)
	}
	for _, i := range unmatched {
		fmt.Fprintf(stderr, "%s:%d: refers to something that is not in the store; it is kept, and takes effect once it is\n", path, lines[i])
	}
	return fmt.Sprintf("%s in %s, %d of them about something that is not in the store\n", count(len(all), "correction"), path, len(unmatched)), nil
}

// newCandidates lists persons who may be the same.
func newCandidates(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "candidates [NAME]",
		Short: "List persons of one name who may be the same, for you to decide",
		Long: `Lists persons with the same name who may be one person: articles give them nothing in common (a post, an
organisation, a province and level, the centre), and nothing shows that they are different. Prints the
posts of each person, and the holding by which a correction refers to the person.

A decision is a line in corrections.csv, a file of your own that build reads from the current folder
(or from --corrections) on every run:

  ` + strings.Join(correctionColumns, ",") + `
  same,HOLDING,HOLDING,,,both are from Sơn Tây,Lan,2026-11-22
  different,HOLDING,HOLDING,,,the photos show two men,Lan,2026-11-22
  wrong,HOLDING,,,,the caption is of another article,Lan,2026-11-22
  value,HOLDING,,as_of,2025-04-16,the page names a day in April 2025,Lan,2026-11-22
  same,ORGANISATION,ORGANISATION,,,renamed in 2007,Lan,2026-11-22

A spreadsheet may write it: with semicolons or tabs, a byte order mark, or as "Unicode text". A line that
is wrong is named, as are two that cannot both be right; then the file does not count at all.`,
		Example: `nhiemky candidates
nhiemky candidates "Nguyễn Văn Nam" --format csv`,
	}
	form := addFormat(cmd, "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var all []view.Namesake
		err := g.withStore(store.Options{Read: true}, func(s *store.Store) error {
			var err error
			all, err = view.Candidates(cmd.Context(), s, strings.Join(args, " "))
			return fail(errStore, err)
		})
		if err != nil {
			return err
		}
		r := rows{columns: []string{"name", "person", "posts", "articles", "person_iri", "holding_iri"}}
		number, last := 0, ""
		for _, c := range all {
			if number++; c.Label != last {
				number, last = 1, c.Label
			}
			r.cells = append(r.cells, []any{c.Label, number, strings.Join(c.PostLabels(), "; "), c.Articles, c.IRI, known(c.Holding())})
		}
		if form.value != "table" {
			return r.print(cmd.OutOrStdout(), form.value)
		}
		return printCandidates(cmd.OutOrStdout(), all)
	}
	return cmd
}

// printCandidates writes candidates name by name.
func printCandidates(out io.Writer, all []view.Namesake) error {
	var b strings.Builder
	limit := width(out)
	for i, c := range all {
		if i == 0 || c.Label != all[i-1].Label {
			if i > 0 {
				b.WriteString("\n")
			}
			b.WriteString(wrap(c.Label, "", limit) + "\n")
		}
		b.WriteString(wrap(fmt.Sprintf("– %s (%s)", strings.Join(c.PostLabels(), "; "), count(c.Articles, "article")), "  ", limit) + "\n")
		if c.Holding() != "" {
			b.WriteString("      " + visible(c.Holding()) + "\n")
		}
	}
	if len(all) == 0 {
		b.WriteString("none: all persons of one name are known to be the same or different\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}
