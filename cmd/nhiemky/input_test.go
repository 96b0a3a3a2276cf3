package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
)

// TestDocumentName: the current folder is "here" in a tree of three.
func TestDocumentName(t *testing.T) {
	top := t.TempDir()
	here := filepath.Join(top, "team", "here")
	if err := os.MkdirAll(here, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(here)
	for _, c := range []struct{ path, folder, as, want string }{
		{"a.txt", "", "", "a.txt"},
		{"news/../a.txt", "", "", "a.txt"},
		{"news/2018/a.txt", "", "", "news/2018/a.txt"},
		{filepath.Join(here, "news", "a.txt"), "", "", "news/a.txt"},
		{"../other/a.txt", "", "", "a.txt"}, // elsewhere: nothing of the path
		{filepath.Join(top, "team", "other", "a.txt"), "", "", "a.txt"},
		{"news/2018/a.txt", "", "báo", "báo/a.txt"},
		{"news/2018/a.txt", "", ".", "a.txt"},
		// of a folder: from there, behind its name
		{"news/2018/a.txt", "news", "", "news/2018/a.txt"},
		{"news/2018/a.txt", "./news/", "", "news/2018/a.txt"},
		{"news/2018/a.txt", "news/2018", "", "2018/a.txt"},
		{"news/a.txt", ".", "", "here/news/a.txt"},
		{"../other/a.txt", "../other", "", "other/a.txt"},
		{"../other/x/a.txt", "..", "", "team/other/x/a.txt"},
		{filepath.Join(top, "team", "other", "x", "a.txt"), filepath.Join(top, "team", "other"), "", "other/x/a.txt"},
		{"/a/b.txt", "/", "", "a/b.txt"},
		{"news/2018/a.txt", "news/2018", "news/2018", "news/2018/a.txt"},
		{"news/2018/a.txt", "news", ".", "2018/a.txt"},
	} {
		abs, err := filepath.Abs(c.path)
		if err != nil {
			t.Fatal(err)
		}
		if got := documentName(abs, c.folder, c.as); got != c.want {
			t.Errorf("documentName(%s, %s, %s) = %q, want %q", c.path, c.folder, c.as, got, c.want)
		}
	}
}

// write makes the files, each with its own name as content, below a new current folder.
func write(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f, []byte(f), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFindSources(t *testing.T) {
	write(t, "b/2.txt", "b/10.txt", "b/deep/er.txt", "b/notes.md", "b/.hidden.txt", "b/.git/x.txt", "a.txt", "list.csv")
	for _, c := range []struct {
		args, want []string
		problems   int
	}{
		{args: []string{"b"}, want: []string{"b/10.txt", "b/2.txt", "b/deep/er.txt", "b/notes.md"}},
		{args: []string{"b/2.txt", "a.txt"}, want: []string{"b/2.txt", "a.txt"}},                                                            // the order of the user
		{args: []string{"a.txt", "b", "./b/2.txt", "a.txt"}, want: []string{"a.txt", "b/10.txt", "b/2.txt", "b/deep/er.txt", "b/notes.md"}}, // none twice
		{args: []string{"list.csv", "b/.hidden.txt"}, want: []string{"list.csv", "b/.hidden.txt"}},                                          // a file by name, whatever it is called
		{args: []string{"-", "a.txt", "-"}, want: []string{"-", "a.txt"}},
		{args: []string{"missing", "a.txt", "c*"}, want: []string{"a.txt"}, problems: 2},
	} {
		found, problems := findSources(c.args, "")
		var got []string
		for _, s := range found {
			got = append(got, filepath.ToSlash(filepath.Clean(s.path)))
		}
		if !slices.Equal(got, c.want) || len(problems) != c.problems {
			t.Errorf("findSources(%q) = %q with %q, want %q with %d problems", c.args, got, problems, c.want, c.problems)
		}
	}
}

func TestReadStdin(t *testing.T) {
	var d record.Document
	err := source{path: "-", named: true}.items(strings.NewReader("một bài báo"), input.Options{}, noBar(), func(i input.Item) (err error) {
		d, err = i.Document()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	// printf 'một bài báo' | sha256sum
	if want := "stdin-67033d37"; d.Name != want || string(d.Raw) != "một bài báo" {
		t.Errorf("read %q as %q", d.Raw, d.Name)
	}
}
