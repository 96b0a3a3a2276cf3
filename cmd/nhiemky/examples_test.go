package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestExamplesRun runs every line of every example in the help, as a user would type it, in a
// folder with the articles of our own making as seeds/, one of them as article.txt, and a store
// built of them.
func TestExamplesRun(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to run examples in")
	}
	program := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(program, "nhiemky")); err != nil {
		t.Fatal(err)
	}
	articles, err := filepath.Abs(filepath.Join("..", "..", "seeds", "articles"))
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", program+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Setenv(storeVariable, "")
	typed := func(t *testing.T, folder, line string) {
		cmd := exec.CommandContext(t.Context(), shell, "-c", asTyped(line))
		cmd.Dir = folder
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", line, err, out)
		}
	}
	prepared := exampleFolder(t, articles)
	typed(t, prepared, "nhiemky build seeds")
	for _, c := range commands() {
		t.Run(c.Name(), func(t *testing.T) {
			folder := t.TempDir()
			if err := os.CopyFS(folder, os.DirFS(prepared)); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(c.Example) {
				typed(t, folder, strings.TrimSpace(line))
			}
		})
	}
}

// exampleFolder makes a folder as the examples want it, without the store.
func exampleFolder(t *testing.T, articles string) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "seeds"), os.DirFS(articles)); err != nil {
		t.Fatal(err)
	}
	all, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	if err != nil || len(all) == 0 {
		t.Fatalf("no articles in %s: %v", articles, err)
	}
	raw, err := os.ReadFile(all[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "article.txt"), raw, 0o644); err != nil {
		t.Fatal(err)
	}
	var places bytes.Buffer
	w := gzip.NewWriter(&places)
	if _, err := io.WriteString(w, "<ba-dinh> <http://schema.org/containedInPlace> <ha-noi> .\n"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), os.WriteFile(filepath.Join(folder, "places.nq.gz"), places.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
	return folder
}

// asTyped is an example as the shell gets it. A server is told to end once it serves: with SIGTERM,
// for a shell makes what it starts in the background ignore Ctrl-C until the program asks for it,
// and one that comes before would be lost. The log of the example before goes first: the server empties it only once it runs.
func asTyped(line string) string {
	if !strings.HasPrefix(line, "nhiemky serve") {
		return line
	}
	return "rm -f serve.log; " + line + ` 2> serve.log & p=$!
for i in $(seq 600); do grep -qs "^serving " serve.log && break; sleep 0.1; done
kill -TERM $p; wait $p || { cat serve.log; exit 1; }`
}
