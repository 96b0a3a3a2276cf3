package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// A file is written where its path leads; what was there keeps its mode, and its content when writing fails.
// Nothing else is left in the folder.
func TestWriteFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes and links are other ones there")
	}
	failed := errors.New("failed")
	for _, c := range []struct {
		what    string
		prepare string // shell, in an empty folder
		file    string
		fails   bool
		at      string // where the text is looked for
		want    string
		mode    os.FileMode
	}{
		{"a new file", "umask 027", "x", false, "x", "text", 0o644},
		{"a file with a mode", "echo before >x; chmod 600 x", "x", false, "x", "text", 0o600},
		{"a file that all may write", "echo before >x; chmod 666 x", "x", false, "x", "text", 0o666},
		{"a link", "mkdir far; echo before >far/y; chmod 640 far/y; ln -s far/y x", "x", false, "far/y", "text", 0o640},
		{"a link stays one", "mkdir far; echo before >far/y; ln -s far/y x", "x", false, "x", "text", 0},
		{"a link of a link", "mkdir far; ln -s ../z far/y; ln -s far/y x; echo before >z", "x", false, "z", "text", 0},
		{"a link to what is not there yet", "ln -s y x", "x", false, "y", "text", 0},
		{"a failure", "echo -n before >x", "x", true, "x", "before", 0},
		{"the first failure", "", "x", true, "x", "", 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Chdir(t.TempDir())
			shell(t, c.prepare)
			before := entries(t)
			err := writeFile(c.file, func(w io.Writer) error {
				_, _ = io.WriteString(w, "text")
				if c.fails {
					return failed
				}
				return nil
			})
			if c.fails != errors.Is(err, failed) || !c.fails && err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(c.at)
			if err != nil && c.want != "" || string(got) != c.want {
				t.Errorf("%q, %v, want %q", got, err, c.want)
			}
			if info, err := os.Stat(c.at); c.mode != 0 && (err != nil || info.Mode().Perm() != c.mode) {
				t.Errorf("mode %v, %v, want %v", info.Mode(), err, c.mode)
			}
			after := entries(t)
			delete(after, c.at)
			delete(before, c.at)
			if len(after) != len(before) {
				t.Errorf("left behind: %v, before %v", after, before)
			}
		})
	}
}

// What is no regular file is written to as it is.
func TestWriteToDevices(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there are no such devices there")
	}
	t.Chdir(t.TempDir())
	text := func(w io.Writer) error {
		_, err := io.WriteString(w, "text")
		return err
	}
	if err := writeFile("/dev/null", text); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat("/dev/null"); err != nil || info.Mode().IsRegular() {
		t.Fatal("/dev/null became a file", err)
	}
	shell(t, "mkfifo pipe")
	read := make(chan string)
	go func() {
		got, _ := os.ReadFile("pipe")
		read <- string(got)
	}()
	if err := writeFile("pipe", text); err != nil {
		t.Error(err)
	}
	if got := <-read; got != "text" {
		t.Errorf("through a pipe: %q", got)
	}
	if err := writeFile(".", text); err == nil {
		t.Error("a folder was written")
	}
	if err := writeFile(filepath.Join("none", "x"), text); err == nil || err.Error() != "write none/x: no such file or directory" {
		t.Error(err)
	}
}

// A process that dies while it writes leaves nothing.
func TestKilledWriteLeavesNothing(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("files have names there")
	}
	t.Chdir(t.TempDir())
	err := writeFile("x", func(io.Writer) error {
		if left := entries(t); len(left) > 0 {
			t.Errorf("while it is written there is %v", left)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// entries are the names of what is in the current folder, all the way down.
func entries(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	err := filepath.Walk(".", func(path string, _ os.FileInfo, err error) error {
		out[path] = path != "."
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(out, ".")
	return out
}

// shell runs a script in the current folder.
func shell(t *testing.T, script string) {
	t.Helper()
	if out, err := exec.Command("sh", "-c", script).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", script, err, out)
	}
}
