package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// newLoad reads N-Quads into the store.
func newLoad(g *global) *cobra.Command {
	var base string
	cmd := &cobra.Command{
		Use:   "load FILE",
		Short: "Read N-Quads, such as an export, into the store",
		Long: `Reads a file of N-Quads (- for stdin), compressed or not, into the store, which is created if needed. If
a line is wrong, nothing of the file is stored. Loading an export into a new store and exporting it
again gives the same file.

What follows from the articles (persons, tenures) is not taken from the file but worked out anew. What
people decided is taken only from an export as nhiemky wrote it; any other file cannot decide, and
what it says there is left out. Blank nodes of two files are different nodes, and those of a file that
is loaded twice are the same.`,
		Example: `nhiemky export -o graph.nq
nhiemky load graph.nq --store copy.db
nhiemky load graph.nq --store copy.db --base http://example.org/`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if base != "" && !vocab.IsAbsolute(base) {
				return failf(errUsage, "--base: %q is no absolute IRI, such as http://example.org/", base)
			}
			in, err := openQuads(args[0], cmd.InOrStdin())
			if err != nil {
				return err
			}
			defer in.close()
			return g.load(cmd, in, base)
		},
	}
	cmd.Flags().StringVar(&base, "base", "", "the IRI that relative IRIs in the file are relative to")
	return cmd
}

// load reads N-Quads into the store and says how many.
func (g *global) load(cmd *cobra.Command, in *quadsFile, base string) error {
	return g.withStore(store.Options{Create: true}, func(s *store.Store) error {
		progress := g.progress(cmd.ErrOrStderr(), -1, "loading")
		done := 0
		loaded, err := ingest.Load(cmd.Context(), s, in, ingest.LoadOptions{Base: base, Progress: func(read int) {
			progress.step(read - done)
			done = read
		}})
		progress.end()
		switch {
		case errors.As(err, new(*vocab.LineError)):
			return in.explain(err)
		case err != nil:
			return fail(errStore, err)
		}
		if loaded.LeftOut > 0 {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s left out that say what somebody decided: the file is no export of nhiemky (%s); write decisions into %s\n",
				visible(in.label), count(loaded.LeftOut, "statement"), loaded.Why, correctionsFile)
		}
		if g.quiet {
			return nil
		}
		derived := ""
		if loaded.Derived > 0 {
			derived = fmt.Sprintf("; %d of them follow from others and were worked out anew", loaded.Derived)
		}
		_, err = io.WriteString(cmd.OutOrStdout(), visible(fmt.Sprintf("%s: %s read into %s%s\n", in.label, count(loaded.Statements, "statement"), g.store, derived)))
		return err
	})
}
