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
	store string // path of the store
	quiet bool   // no progress and no messages beside errors
	begun bool   // a command has begun: its flags and arguments were in order
}

// storeVariable names the environment variable that gives the default of --store.
const storeVariable = "NHIEMKY_STORE"

// addTo adds the flags to the root command.
func (g *global) addTo(root *cobra.Command) {
	path := os.Getenv(storeVariable)
	if path == "" {
		path = "nhiemky.db"
	}
	f := root.PersistentFlags()
	f.StringVar(&g.store, "store", path, "the store, a folder (or set "+storeVariable+")")
	f.BoolVarP(&g.quiet, "quiet", "q", false, "no progress and no messages beside errors")
}

// begin is called when flags and arguments were read and the command is about to run.
func (g *global) begin() error {
	if g.store == "" {
		return failf(errUsage, "--store is empty: give the path of a store")
	}
	g.begun = true
	return nil
}

// format is the value of a --format flag: one of a few words.
type format struct {
	value string
	known []string
}

// addFormat gives a command its --format flag. The first of the known forms is the default.
func addFormat(cmd *cobra.Command, known ...string) *format {
	f := &format{known[0], known}
	cmd.Flags().Var(f, "format", "form of the result: "+strings.Join(known, ", "))
	complete := cobra.FixedCompletions(known, cobra.ShellCompDirectiveNoFileComp)
	if err := cmd.RegisterFlagCompletionFunc("format", complete); err != nil {
		return f // only a flag that does not exist is refused
	}
	return f
}

func (f *format) String() string { return f.value }
func (f *format) Type() string   { return "form" }

// Set refuses a word that is not one of the known.
func (f *format) Set(s string) error {
	if !slices.Contains(f.known, s) {
		return failf(errUsage, "%q is none of %s", s, strings.Join(f.known, ", "))
	}
	f.value = s
	return nil
}

// progress draws a bar on stderr for work of so many steps, or does nothing when stderr is no
// terminal or --quiet is given. step may be called with the number of steps done; end clears it.
func (g *global) progress(stderr io.Writer, steps int, what string) (step func(int), end func()) {
	if g.quiet || !isTerminal(stderr) {
		return func(int) {}, func() {}
	}
	bar := progressbar.NewOptions(steps,
		progressbar.OptionSetWriter(stderr),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionFullWidth(),
	)
	return func(n int) { _ = bar.Add(n) }, func() { _ = bar.Finish() }
}

// isTerminal reports whether the writer is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// workers is how many documents are read at once.
func workers() int { return runtime.GOMAXPROCS(0) }
