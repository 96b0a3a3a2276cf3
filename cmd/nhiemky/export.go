package main

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/store"
)

// newExport writes the store as N-Quads.
func newExport(g *global) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the store as canonical N-Quads",
		Long: `Writes every quad of the store once, sorted, as N-Quads (https://www.w3.org/TR/n-quads/): the same
articles give the same bytes, in whatever order they were read. A file gets its name only when it is
complete; a device or a pipe is written to as it is.`,
		Example: `nhiemky export -o graph.nq
nhiemky export > graph.nq`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return g.withStore(store.Options{Read: true}, func(s *store.Store) error {
				write := func(w io.Writer) error { return s.Export(cmd.Context(), w) }
				if file == "-" || file == "/dev/stdout" {
					return write(cmd.OutOrStdout())
				}
				return writeFile(file, write)
			})
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "-", "the file to write, - for stdout")
	return cmd
}
