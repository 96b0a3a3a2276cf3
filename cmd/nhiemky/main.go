// Command nhiemky reads Vietnamese political and administrative news and answers who held which
// post when, with the words of the article as evidence.
//
// In: arguments, files and a store. Out: results on stdout, messages and progress on stderr, and an
// exit code. Each command has a file with its flags, wiring and printing. Package extract reads
// articles, the packages of graph do everything about the store, and the questions are in queries.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The kinds of failure, each with its own exit code. Commands wrap them; only exits knows the numbers.
var (
	errNothing = errors.New("nothing found")
	errUsage   = errors.New("usage")
	errInput   = errors.New("input")
	errStore   = errors.New("store")
	errQuery   = errors.New("query")
)

// exit is one line of the table of exit codes.
type exit struct {
	code    int
	kind    error // nil for a code that no kind of error leads to
	meaning string
}

// exits is the only table of exit codes, in the order in which errors are looked up. The help shows it.
func exits() []exit {
	return []exit{
		{0, nil, "everything was done"},
		{130, context.Canceled, "stopped by Ctrl-C; what was stored so far is kept"},
		{1, errNothing, "no answer: nothing matches, or several things do; for check: contradictions were found"},
		{2, errUsage, "wrong command, flag or argument"},
		{3, errInput, "some input could not be read (one line each on stderr); the rest was"},
		{4, errStore, "the store is missing, in use, damaged, or was made by another program"},
		{5, errQuery, "the query has a mistake or ran into a limit"},
		{6, nil, "anything else, such as output that cannot be written"},
	}
}

// exitCode looks the error up in the table.
func exitCode(err error) int {
	if err == nil {
		return 0
	}
	table := exits()
	for _, e := range table {
		if e.kind != nil && errors.Is(err, e.kind) {
			return e.code
		}
	}
	return table[len(table)-1].code
}

// failure is an error of one of the kinds above. Its text is only that of the cause.
type failure struct{ kind, cause error }

func (f failure) Error() string   { return f.cause.Error() }
func (f failure) Unwrap() []error { return []error{f.kind, f.cause} }

// fail gives an error a kind; nil stays nil.
func fail(kind, cause error) error {
	if cause == nil {
		return nil
	}
	return failure{kind, cause}
}

// failf is fail with a new message.
func failf(kind error, format string, a ...any) error {
	return failure{kind, fmt.Errorf(format, a...)}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends the process at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the program without ending the process: it prints the error, if any, and returns the exit
// code. An error from before the command began (unknown flag, wrong number of arguments) is errUsage.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	g := &global{}
	stdout, stderr = onScreen(stdout), onScreen(stderr)
	root := newRoot(g)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return 0
	}
	switch {
	case !g.begun:
		err = fail(errUsage, err)
	case errors.Is(err, context.Canceled) && !errors.As(err, new(stopped)):
		err = fail(context.Canceled, errors.New("stopped; what was stored before is kept"))
	}
	fmt.Fprintln(stderr, "nhiemky:", visible(strings.TrimSpace(err.Error())))
	if errors.Is(err, errUsage) {
		fmt.Fprintln(stderr, "see:", cmd.CommandPath(), "--help")
	}
	return exitCode(err)
}

// newRoot makes the tree of all commands. A command exists only if it is in this list.
func newRoot(g *global) *cobra.Command {
	root := &cobra.Command{
		Use:   "nhiemky",
		Short: "Who held which post when, from Vietnamese news, with evidence",
		Long: `nhiemky (nhiệm kỳ: a term of office) reads Vietnamese political and administrative news,
extracts who holds which post where, which congresses met and which documents are mentioned, keeps
that as quads in a store, and answers who held which post when, quoting the articles.

Results go to stdout, messages and progress to stderr.`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return g.begin(cmd) },
	}
	g.addTo(root)
	root.SetFlagErrorFunc(flagError)
	root.SetHelpTemplate(root.HelpTemplate() + exitHelp())
	root.AddCommand(
		newBuild(g),
		newWho(g),
		newPerson(g),
		newOrg(g),
		newCheck(g),
		newCandidates(g),
		newDiff(g),
		newTenures(g),
		newExtract(g),
		newEval(g),
		newExplain(g),
		newQuery(g),
		newQueries(g),
		newExport(g),
		newLoad(g),
		newServe(g),
		newStats(g),
		newVersion(),
	)
	return root
}

// runaway ends the process because of a query that does not stop when told to: nothing else can end it.
func runaway(stderr io.Writer) func(error) {
	return func(err error) {
		fmt.Fprintln(stderr, "nhiemky:", visible(err.Error()))
		os.Exit(exitCode(errQuery))
	}
}

// exitHelp is the table of exit codes that ends every help text.
func exitHelp() string {
	var b strings.Builder
	b.WriteString("\nExit codes:\n")
	table := exits()
	slices.SortFunc(table, func(a, b exit) int { return a.code - b.code })
	for _, e := range table {
		fmt.Fprintf(&b, "  %-3d  %s\n", e.code, e.meaning)
	}
	return b.String()
}
