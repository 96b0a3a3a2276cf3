package main

import (
	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/store"
)

// newStats counts what is in the store.
func newStats(g *global) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "stats",
		Short:   "Count what is in the store",
		Example: "nhiemky stats",
		Args:    cobra.NoArgs,
	}
	form := addFormat(cmd, "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return g.withStore(store.Options{Read: true}, func(s *store.Store) error {
			stats, err := s.Stats(cmd.Context())
			if err != nil {
				return fail(errStore, err)
			}
			r := rows{columns: []string{"what", "count"}}
			for _, c := range stats.Classes {
				r.cells = append(r.cells, []any{c.Name, c.Count})
			}
			r.cells = append(r.cells, []any{"quads", int(stats.Quads)})
			return r.print(cmd.OutOrStdout(), form.value)
		})
	}
	return cmd
}
