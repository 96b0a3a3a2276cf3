package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/query"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
	"github.com/nhiemky/nhiemky/queries"
)

// queryOptions are the flags of query.
type queryOptions struct {
	*global
	format   *format
	language string
	file     string
	limits   query.Limits
}

// newQuery runs a query that the user wrote, or a named one.
func newQuery(g *global) *cobra.Command {
	o := queryOptions{global: g}
	cmd := &cobra.Command{
		Use:   "query TEXT | -f FILE | NAME [PARAMETER=VALUE…]",
		Short: "Run a query in Gizmo or GraphQL, or a named one",
		Long: `Runs a query on the store and prints its rows. The query is the argument itself, a file (- for
stdin), or one of the named queries (see nhiemky queries) with a value for each of its parameters. In
Gizmo, end a path with .all(); without rows, the value of the last statement is printed. After in(), use
saveOpt rather than save or has, which search the whole store.

A query without rows is not an error. A query that runs into a limit gives an error and no rows.`,
		Example: `nhiemky query who-held-post post="Bí thư Quận ủy Ba Đình"
nhiemky query 'g.V().has("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", "<http://xmlns.com/foaf/0.1/Person>").all()'`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeQueries,
		RunE:              func(cmd *cobra.Command, args []string) error { return o.run(cmd, args) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	f := cmd.Flags()
	f.StringVarP(&o.language, "language", "l", "", "gizmo or graphql (default: by the extension of the file, else gizmo)")
	f.StringVarP(&o.file, "file", "f", "", "a file with the query, - for stdin")
	addLimits(cmd, &o.limits)
	languages := cobra.FixedCompletions(query.Languages(), cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("language", languages); err != nil {
		return cmd // fails only for a flag that does not exist
	}
	return cmd
}

// addLimits adds the flags that limit a query.
func addLimits(cmd *cobra.Command, l *query.Limits) {
	d := query.DefaultLimits()
	cmd.Flags().DurationVar(&l.Time, "max-time", d.Time, "stop a query that takes longer than this")
	cmd.Flags().IntVar(&l.Rows, "max-rows", d.Rows, "stop a query that gives more rows than this")
	cmd.Flags().Uint64Var(&l.MemoryBytes, "max-memory", d.MemoryBytes, "stop a query that takes more bytes of memory than this")
}

func (o queryOptions) run(cmd *cobra.Command, args []string) error {
	q, err := o.question(cmd.InOrStdin(), args)
	if err != nil {
		return err
	}
	o.limits.Runaway = runaway(cmd.ErrOrStderr())
	return o.withStore(store.Options{Read: true}, func(s *store.Store) error {
		found, err := ask(cmd.Context(), s, q, o.limits)
		if err != nil {
			return err
		}
		if len(found.cells) == 0 && !o.quiet {
			fmt.Fprintln(cmd.ErrOrStderr(), "no rows"+found.hint)
		}
		return found.print(cmd.OutOrStdout(), o.format.value)
	})
}

// question is a query that is ready to run. A named one has the columns that its file lists, in that
// order, even if no row has a value.
type question struct {
	language, text string
	columns        []string
}

// question makes the query of the flags and arguments.
func (o queryOptions) question(stdin io.Reader, args []string) (question, error) {
	switch {
	case o.file != "" && len(args) > 0:
		return question{}, failf(errUsage, "give the query as an argument or with -f, not both")
	case o.file != "":
		return o.fromFile(stdin)
	case len(args) == 0:
		return question{}, failf(errUsage, "give a query, a file with -f, or the name of a query (see nhiemky queries)")
	case isName(args[0]):
		return o.named(args[0], args[1:])
	case len(args) > 1:
		return question{}, failf(errUsage, "a query is one argument: put it in quotes")
	}
	return question{language: o.languageOr("gizmo"), text: args[0]}, nil
}

// isName reports whether an argument can only be the name of a query: no text of a query is made of
// letters and hyphens alone.
func isName(s string) bool {
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789-.") == ""
}

// named makes a query of its name and arguments.
func (o queryOptions) named(name string, args []string) (question, error) {
	if o.language != "" && !strings.HasSuffix(name, "."+o.language) {
		name += "." + o.language
	}
	values := map[string]string{}
	for _, a := range args {
		key, value, ok := strings.Cut(a, "=")
		if !ok {
			return question{}, failf(errUsage, "%q is not PARAMETER=VALUE", a)
		}
		values[key] = value
	}
	return namedQuestion(name, values)
}

// namedQuestion makes a query of its name and the values of its parameters.
func namedQuestion(name string, values map[string]string) (question, error) {
	q, err := queries.Get(name)
	if err != nil {
		return question{}, fail(errUsage, err)
	}
	text, err := bound(q)(values)
	if err != nil {
		return question{}, fail(errUsage, err)
	}
	ready := question{language: q.Language, text: text}
	for _, c := range q.Columns {
		ready.columns = append(ready.columns, c.Name)
	}
	return ready, nil
}

// bound is Bind with values as people type them: a date with the day first, a key with its diacritics.
func bound(q queries.Query) func(values map[string]string) (string, error) {
	return func(values map[string]string) (string, error) {
		values = maps.Clone(values)
		for _, p := range q.Params {
			typed, given := values[p.Name]
			if d, err := record.ParseTyped(typed); p.Type == "date" && err == nil {
				values[p.Name] = d.String()
			}
			if p.Type == "key" && given {
				values[p.Name] = cmp.Or(vocab.Key(typed), typed)
			}
		}
		return q.Bind(values)
	}
}

// languageOr is the language that the user chose, or else the other.
func (o queryOptions) languageOr(other string) string {
	if o.language != "" {
		return o.language
	}
	return other
}

// fromFile reads the query from a file; the end of its name tells the language.
func (o queryOptions) fromFile(stdin io.Reader) (question, error) {
	var raw []byte
	file := source{path: o.file, named: true}
	err := file.items(stdin, input.Options{AsFound: true}, o.progress(io.Discard, 0, ""), func(i input.Item) error {
		d, err := i.Document()
		raw = d.Raw
		return err
	})
	if err != nil {
		return question{}, fail(errInput, err)
	}
	language := strings.TrimPrefix(filepath.Ext(o.file), ".")
	if language != "graphql" {
		language = "gizmo"
	}
	return question{language: o.languageOr(language), text: string(raw)}, nil
}

// ask runs a query.
func ask(ctx context.Context, s *store.Store, q question, l query.Limits) (rows, error) {
	found, err := s.Query(ctx, q.language, q.text, l)
	if err != nil {
		return rows{}, fail(errQuery, err)
	}
	r := rows{columns: q.columns}
	if found.Hint != "" {
		r.hint = ": " + visible(found.Hint)
	}
	for _, c := range found.Columns {
		if !slices.Contains(r.columns, c) {
			r.columns = append(r.columns, c)
		}
	}
	for _, values := range found.Values {
		row := make([]any, len(r.columns))
		for i, v := range values {
			if v.Kind != query.KindNone {
				row[slices.Index(r.columns, found.Columns[i])] = v
			}
		}
		r.cells = append(r.cells, row)
	}
	return r, nil
}
