package main

import (
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// global holds the flags that every command has.
type global struct {
	store   string    // path of the store
	quiet   bool      // no progress, and no messages except errors
	begun   bool      // a command has begun: its flags and arguments are valid
	command string    // as it is called: "nhiemky build"
	tell    io.Writer // stderr of the command
}

// storeVariable names the environment variable that gives the default of --store.
const storeVariable = "NHIEMKY_STORE"

// addTo adds the flags to the root command.
func (g *global) addTo(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&g.store, "store", defaultStore(), "folder of the store (or set "+storeVariable+")")
	f.BoolVarP(&g.quiet, "quiet", "q", false, "print no progress and no messages except errors")
}

// storeFlag is the flag that another command needs to find this store, "" if it needs none.
func (g *global) storeFlag() string {
	if g.store == defaultStore() {
		return ""
	}
	return " --store " + quote(g.store)
}

// defaultStore is the store when --store is not given.
func defaultStore() string {
	if path := os.Getenv(storeVariable); path != "" {
		return path
	}
	return "nhiemky.db"
}

// begin is called when flags and arguments have been read and the command is about to run.
func (g *global) begin(cmd *cobra.Command) error {
	if g.store == "" {
		return failf(errUsage, "--store is empty: give the path of a store")
	}
	if err := markFormat(cmd); err != nil {
		return err
	}
	g.begun, g.command, g.tell = true, cmd.CommandPath(), cmd.ErrOrStderr()
	return nil
}

// format is the value of a --format flag: one of a few names.
type format struct {
	value string
	known []string
	mark  bool // of --bom
}

// csvWithMark is the format of --format csv --bom.
const csvWithMark = "csv with a byte order mark"

// addFormat gives a command its --format flag. The first of the known forms is the default.
func addFormat(cmd *cobra.Command, known ...string) *format {
	f := &format{value: known[0], known: known}
	cmd.Flags().Var(f, "format", "output format: "+strings.Join(known, ", "))
	if slices.Contains(known, "csv") {
		cmd.Flags().BoolVar(&f.mark, "bom", false, "begin CSV with a byte order mark, by which Excel knows that it is UTF-8")
	}
	complete := cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("format", complete); err != nil {
		return f // fails only for a flag that does not exist
	}
	return f
}

// markFormat sees to --bom.
func markFormat(cmd *cobra.Command) error {
	flag := cmd.Flags().Lookup("format")
	if flag == nil {
		return nil
	}
	f, ok := flag.Value.(*format)
	switch {
	case !ok || !f.mark:
		return nil
	case f.value != "csv":
		return failf(errUsage, "--bom is for --format csv")
	}
	f.value = csvWithMark
	return nil
}

func (f *format) String() string { return f.value }
func (f *format) Type() string   { return "form" }

// Set refuses an unknown name.
func (f *format) Set(s string) error {
	if !slices.Contains(f.known, s) {
		return failf(errUsage, "%q is not one of %s", s, strings.Join(f.known, ", "))
	}
	f.value = s
	return nil
}

// bar shows the progress of long work.
type bar struct {
	step  func(int) // reports that many steps as done
	at    func(done, total int)
	say   func(string) // shows a remark beside the bar
	clear func()       // removes the bar before something else is printed
	end   func()       // removes the bar at the end of the work
}

// noBar shows nothing.
func noBar() bar { return bar{func(int) {}, func(int, int) {}, func(string) {}, func() {}, func() {}} }

// progressBytes shows the progress of reading that many bytes, with the rate.
func (g *global) progressBytes(stderr io.Writer, bytes int, what string) bar {
	return g.progress(stderr, bytes, what, progressbar.OptionShowBytes(true), progressbar.OptionShowTotalBytes(true))
}

// progress draws a bar on stderr for work of that many steps. It draws none if stderr is not a terminal
// or --quiet is given.
func (g *global) progress(stderr io.Writer, steps int, what string, more ...progressbar.Option) bar {
	if g.quiet || !isTerminal(stderr) {
		return noBar()
	}
	b := progressbar.NewOptions(steps, append([]progressbar.Option{
		progressbar.OptionSetWriter(bareScreen(stderr)),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100 * time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionFullWidth(),
	}, more...)...)
	at := func(done, total int) { b.ChangeMax(total); _ = b.Set(done) }
	return bar{func(n int) { _ = b.Add(n) }, at, func(beside string) { b.Describe(what + ", " + beside) },
		func() { _ = b.Clear() }, func() { _ = b.Finish() }}
}

// isTerminal reports whether the writer is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := bareScreen(w).(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// workers is the number of documents that are read at the same time.
func workers() int { return runtime.GOMAXPROCS(0) }
