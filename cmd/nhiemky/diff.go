package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
)

// newDiff compares two graphs.
func newDiff(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show what changed between two graphs: holders, bounds, statements",
		Long: `Compares two graphs and describes what changed: new holders of posts, bounds that moved, statements
that are new, changed or withdrawn, contradictions. Each graph is a store or an exported file (N-Quads).`,
		Example: `nhiemky export -o before.nq
nhiemky build article.txt
nhiemky diff before.nq nhiemky.db`,
		Args: cobra.ExactArgs(2),
	}
	form := addFormat(cmd, "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var both [2]*view.Snapshot
		for i, path := range args {
			var err error
			if both[i], err = g.snapshot(cmd, path); err != nil {
				return err
			}
		}
		return printChanges(cmd.OutOrStdout(), view.Compare(both[0], both[1]), form.value)
	}
	return cmd
}

// snapshot reads a store, which is a folder, or an export.
func (g *global) snapshot(cmd *cobra.Command, path string) (out *view.Snapshot, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, failf(errUsage, "%s: no such store or file", path)
	case err != nil:
		return nil, fail(errInput, err)
	case info.IsDir():
		one := *g
		one.store = path
		err = one.withStore(store.Options{Read: true}, func(s *store.Store) error {
			out, err = view.SnapshotOf(cmd.Context(), s)
			return fail(errStore, err)
		})
		return out, err
	}
	f, err := openQuads(path, nil)
	if err != nil {
		return nil, err
	}
	defer f.close()
	if out, err = view.ReadSnapshot(f); err != nil {
		return nil, f.explain(err)
	}
	return out, nil
}

// printChanges writes changes in the form that was asked for.
func printChanges(out io.Writer, changes []view.Change, form string) error {
	if form != "table" {
		r := rows{columns: []string{"change", "post", "person", "before", "after", "evidence"}}
		for _, c := range changes {
			r.cells = append(r.cells, []any{c.Kind, known(c.Post), known(c.Person), known(c.Before), known(c.After), known(c.Evidence)})
		}
		return r.print(out, form)
	}
	var b strings.Builder
	limit := width(out)
	kind := ""
	for _, c := range changes {
		if c.Kind != kind {
			if kind != "" {
				b.WriteString("\n")
			}
			kind = c.Kind
			b.WriteString(kind + "\n")
		}
		b.WriteString(wrap(strings.Join(filled(c.Person, c.Post), ", "), "  ", limit) + "\n")
		for _, l := range []struct{ mark, text string }{{"- ", c.Before}, {"+ ", c.After}} {
			if l.text != "" {
				b.WriteString(wrap(l.mark+l.text, "    ", limit) + "\n")
			}
		}
		if c.Evidence != "" {
			b.WriteString(wrap("“"+c.Evidence+"”", "        ", limit) + "\n")
		}
	}
	if len(changes) == 0 {
		b.WriteString("nothing changed\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}
