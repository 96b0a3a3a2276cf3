package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/store"
)

// newExport writes the store as N-Quads.
func newExport(g *global) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the store as canonical N-Quads",
		Long: `Writes every quad of the store as N-Quads (https://www.w3.org/TR/n-quads/), sorted and each
once: the same articles give the same bytes, whatever the order in which they were read. A file is
written beside its place and moved there when it is whole.`,
		Example: `nhiemky export -o graph.nq
nhiemky export > graph.nq`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return g.withStore(store.Options{}, func(s *store.Store) error {
				write := func(w io.Writer) error { return s.Export(cmd.Context(), w) }
				if file == "-" {
					return write(cmd.OutOrStdout())
				}
				return writeFile(file, write)
			})
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "-", "the file to write, - for stdout")
	return cmd
}

// writeFile has a file written under another name in the same folder, and gives it its name when
// that went well: a file that was there before stays whole whatever happens.
func writeFile(file string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(write(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}
