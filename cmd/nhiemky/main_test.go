package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// The tests run the program in some hundred processes, each for a moment. They, and this one, collect garbage less often
// than the program does by default, which saves a fifth of their time.
const garbagePercent = 400

func TestMain(m *testing.M) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
		_ = os.Setenv("GOGC", strconv.Itoa(garbagePercent)) // without it they only take longer
	}
	testscript.Main(m, map[string]func(){"nhiemky": main})
}

var update = flag.Bool("update", false, "write what comes out into the scripts; look at the difference before you keep it")

// TestScripts runs the program as a user does: testdata/script/*.txtar hold commands, input and
// what must come out.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			samples, err := filepath.Abs("../../extract/input/testdata") // of the forms that are not text
			if err != nil {
				return err
			}
			e.Setenv("SAMPLES", samples)
			e.Setenv(storeVariable, "") // a store of the machine is no part of a test
			e.Setenv("COLUMNS", "")
			e.Setenv("GOGC", os.Getenv("GOGC"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  cmdExits,
			"binary": cmdBinary,
		},
	})
}

// cmdExits runs a program that must end with the given exit code, as a user without privileges:
//
//	exits 3 nhiemky extract missing.txt
//
// The first user of a machine may read every file; when that is who runs the test, the right to do
// so is dropped for the program.
func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGUMENT…]")
	}
	run := args[1:]
	if setpriv, err := exec.LookPath("setpriv"); err == nil && os.Geteuid() == 0 {
		run = append([]string{setpriv, "--bounding-set=-dac_override,-dac_read_search"}, run...)
	}
	code := 0
	if err := ts.Exec(run[0], run[1:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		code = exit.ExitCode()
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// cmdBinary writes a file from a Go string, for bytes that a script cannot hold, repeated as often
// as said:
//
//	binary broken.txt 'a\xffb' 1
func cmdBinary(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: binary FILE GO-STRING TIMES")
	}
	var content string
	var times int
	if _, err := fmt.Sscanf(`"`+args[1]+`"`, "%q", &content); err != nil {
		ts.Fatalf("%s: %v", args[1], err)
	}
	if _, err := fmt.Sscan(args[2], &times); err != nil {
		ts.Fatalf("%s: %v", args[2], err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(content, times)), 0o644))
}

// commands are all commands of ours below the root: those of cobra (help, completion) are not.
func commands() []*cobra.Command { return newRoot(&global{}).Commands() }

func TestEveryCommandHasAScript(t *testing.T) {
	for _, c := range commands() {
		if _, err := os.Stat(filepath.Join("testdata", "script", c.Name()+".txtar")); err != nil {
			t.Errorf("%s: %v", c.Name(), err)
		}
	}
}

func TestHelpIsWhole(t *testing.T) {
	for _, c := range commands() {
		var help strings.Builder
		if code := run(t.Context(), []string{c.Name(), "--help"}, strings.NewReader(""), &help, io.Discard); code != 0 {
			t.Errorf("%s --help: exit code %d", c.Name(), code)
		}
		for _, part := range []string{"Usage:", "Examples:", "--store", "Exit codes:"} {
			if !strings.Contains(help.String(), part) {
				t.Errorf("%s --help lacks %q", c.Name(), part)
			}
		}
		if !strings.HasPrefix(c.Example, "nhiemky ") && !strings.Contains(c.Example, "| nhiemky ") {
			t.Errorf("%s: its example %q does not start with the program", c.Name(), c.Example)
		}
	}
}

func TestExitCodes(t *testing.T) {
	seen := map[int]bool{}
	for _, e := range exits() {
		if seen[e.code] {
			t.Errorf("exit code %d stands for two things", e.code)
		}
		seen[e.code] = true
		if e.kind != nil {
			err := fmt.Errorf("outer: %w", failf(e.kind, "inner"))
			if got := exitCode(err); got != e.code {
				t.Errorf("%v: exit code %d, want %d", e.kind, got, e.code)
			}
		}
	}
	if got := exitCode(errors.New("disk full")); got != 6 {
		t.Errorf("an error of no kind: exit code %d, want 6", got)
	}
}

// TestStopped: Ctrl-C ends a command with a code of its own, and what was stored is still there.
func TestStopped(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{"first.txt": article, "second.txt": "Trời mưa to.\n"} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := func(ctx context.Context, args ...string) (code int, out, messages string) {
		var stdout, stderr strings.Builder
		code = run(ctx, args, strings.NewReader(""), &stdout, &stderr)
		return code, stdout.String(), stderr.String()
	}
	if code, _, messages := command(t.Context(), "build", "first.txt"); code != 0 {
		t.Fatalf("build: exit code %d, %s", code, messages)
	}
	_, before, _ := command(t.Context(), "export")
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, args := range [][]string{{"build", "second.txt"}, {"extract", "first.txt"}, {"export"}, {"who", "Bí thư Quận ủy Hà Đông"}} {
		code, out, messages := command(stopped, args...)
		if code != 130 || out != "" || messages != "nhiemky: stopped; what was stored before is kept\n" {
			t.Errorf("%q stopped: exit code %d, stdout %q, stderr %q", args, code, out, messages)
		}
	}
	if _, after, _ := command(t.Context(), "export"); after != before || before == "" {
		t.Errorf("the store changed from\n%s\nto\n%s", before, after)
	}
}
