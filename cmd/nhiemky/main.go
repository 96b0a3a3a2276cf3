// Command nhiemky reads Vietnamese political and administrative news and answers who held which
// post when, with the words of the article as evidence.
//
// What comes in are arguments, files and a store; what goes out are results on stdout, messages
// and progress on stderr, and an exit code. One file per command: flags, wiring, printing. Reading
// articles is done in extract, everything about the store in graph, the questions are in queries.
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

// The kinds of failure, each with an exit code of its own. Commands wrap them; only exits says
// which number they are.
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
	kind    error // nil where no kind of error leads here
	meaning string
}

// exits is the one table of exit codes, in the order in which an error is looked up. The help
// shows it.
func exits() []exit {
	return []exit{
		{0, nil, "done, all of it"},
		{130, context.Canceled, "stopped by Ctrl-C; what was stored stays"},
		{1, errNothing, "no answer: nothing matches, or several things do; check: there are contradictions"},
		{2, errUsage, "wrong command, flag or argument"},
		{3, errInput, "some input was not read (one line each on stderr); the rest was"},
		{4, errStore, "the store is missing, in use, damaged, or of another program"},
		{5, errQuery, "the query is wrong or ran into a limit"},
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

// failure is an error of one of the kinds above. Its text is that of the cause alone.
type failure struct{ kind, cause error }

func (f failure) Error() string   { return f.cause.Error() }
func (f failure) Unwrap() []error { return []error{f.kind, f.cause} }

// fail gives an error its kind; nil stays nil.
func fail(kind, cause error) error {
	if cause == nil {
		return nil
	}
	return failure{kind, cause}
}

// failf is fail with a message of its own.
func failf(kind error, format string, a ...any) error {
	return failure{kind, fmt.Errorf(format, a...)}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends the process at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program without its process: it prints the error, if any, and returns the exit code.
// An error from before the command began (unknown flag, wrong number of arguments) is errUsage.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	g := &global{}
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
		err = fail(context.Canceled, errors.New("stopped; what was stored before is there"))
	}
	fmt.Fprintln(stderr, "nhiemky:", visible(strings.TrimSpace(err.Error())))
	if errors.Is(err, errUsage) {
		fmt.Fprintln(stderr, "see:", cmd.CommandPath(), "--help")
	}
	return exitCode(err)
}

// newRoot makes the whole tree of commands. The list is explicit: a command that is not here is
// not there.
func newRoot(g *global) *cobra.Command {
	root := &cobra.Command{
		Use:   "nhiemky",
		Short: "Who held which post when, from Vietnamese news, with evidence",
		Long: `nhiemky (nhiệm kỳ: a term of office) reads Vietnamese political and administrative news,
extracts who holds which post where, which congresses and which documents are spoken of, keeps
it as quads in a store, and answers who held which post when with the words of the article.

Results go to stdout, messages and progress to stderr.`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return g.begin(cmd) },
	}
	g.addTo(root)
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

// runaway ends the process for a query that does not stop when it is told to: nothing else can.
func runaway(stderr io.Writer) func(error) {
	return func(err error) {
		fmt.Fprintln(stderr, "nhiemky:", visible(err.Error()))
		os.Exit(exitCode(errQuery))
	}
}

// exitHelp is the table of exit codes as it stands under every help text.
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
