package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
)

// newLoad reads N-Quads into the store.
func newLoad(g *global) *cobra.Command {
	return &cobra.Command{
		Use:   "load FILE",
		Short: "Read N-Quads, such as an export, into the store",
		Long: `Reads a file of N-Quads (- for stdin) into the store, which is created if needed. If a line is
wrong, nothing of the file is stored. Loading an export into a new store and exporting it again gives
the same file.`,
		Example: `nhiemky export -o graph.nq
nhiemky load graph.nq --store copy.db`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, label := cmd.InOrStdin(), "stdin"
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return fail(errInput, explainPath(args[0], err))
				}
				defer f.Close()
				in, label = f, args[0]
			}
			return g.load(cmd, in, label)
		},
	}
}

// load reads N-Quads into the store and says how many.
func (g *global) load(cmd *cobra.Command, in io.Reader, label string) error {
	return g.withStore(store.Options{Create: true}, func(s *store.Store) error {
		progress := g.progress(cmd.ErrOrStderr(), -1, "loading")
		done := 0
		n, err := ingest.Load(cmd.Context(), s, in, func(read int) {
			progress.step(read - done)
			done = read
		})
		progress.end()
		var path *fs.PathError
		switch {
		case errors.As(err, &path):
			return fail(errStore, err)
		case err != nil:
			return failf(errInput, "%s: %w", label, err)
		}
		_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s read into %s\n", label, count(n, "statement"), g.store)
		return err
	})
}
