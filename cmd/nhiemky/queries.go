package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/queries"
)

// newQueries lists the named queries, or shows one.
func newQueries(*global) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "queries [NAME]",
		Short: "List the named queries with their parameters",
		Long: `Lists the named queries, or prints the text of one, which explains its parameters and columns and
can be pasted into the web UI of nhiemky serve. nhiemky query runs them.`,
		Example: `nhiemky queries
nhiemky queries who-held-post`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completeQueries,
	}
	form := addFormat(cmd, "table", "json", "csv")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 1 {
			q, err := queries.Get(args[0])
			if err != nil {
				return fail(errUsage, err)
			}
			_, err = io.WriteString(cmd.OutOrStdout(), q.Text)
			return err
		}
		all, err := queries.List()
		if err != nil {
			return err
		}
		r := rows{columns: []string{"name", "language", "parameters", "question"}}
		for _, q := range all {
			r.cells = append(r.cells, []any{q.Name, q.Language, parameters(q), q.Question})
		}
		return r.print(cmd.OutOrStdout(), form.value)
	}
	return cmd
}

// parameters are those of a query with a value for each, as one types them.
func parameters(q queries.Query) string {
	var all []string
	for _, p := range q.Params {
		all = append(all, p.Name+"="+quote(p.Sample))
	}
	return strings.Join(all, " ")
}

// completeQueries completes the name of a query.
func completeQueries(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	all, err := queries.List()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, q := range all {
		names = append(names, q.Name)
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
