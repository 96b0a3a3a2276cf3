package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/queries"
)

// repository is the root of the repository.
const repository = "../.."

// TestReadmeTables holds the tables in the README files that list what the program has; -update rewrites their rows.
func TestReadmeTables(t *testing.T) {
	for _, c := range []struct {
		file, head string
		rows       []string
	}{
		{"extract/README.md", "| rule | reads |", rulesTable()},
		{"extract/README.md", "| doubt | what it says | share right |", doubtsTable(t)},
		{"queries/README.md", "| question | asks | parameters |", questionsTable(t)},
		{"cmd/nhiemky/README.md", "| command | does |", commandsTable()},
		{"cmd/nhiemky/README.md", "| code | meaning |", exitsTable()},
	} {
		path := filepath.Join(repository, c.file)
		was := readText(t, path)
		now, found := replaceRows(was, c.head, c.rows)
		switch {
		case !found:
			t.Errorf("%s has no table %s", c.file, c.head)
		case now == was:
		case *update:
			if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: the rows below %s are not those of the program: run go test ./cmd/nhiemky -run Readme -update", c.file, c.head)
		}
	}
}

// TestReadmeOutput runs the ten things to ask in README.md, and the commands that it shows with their output, in a folder
// with the articles of seeds and a store built of them. A line "…" stands for any lines.
func TestReadmeOutput(t *testing.T) {
	articles := mustAbs(t, filepath.Join(repository, "seeds", "articles"))
	shown := regexp.MustCompile("(?s)```console\n\\$ nhiemky (.*?)\n(.*?)```").FindAllStringSubmatch(readText(t, filepath.Join(repository, "README.md")), -1)
	if len(shown) == 0 {
		t.Fatal("README.md shows no command with its output")
	}
	asks := regexp.MustCompile(`(?m)^    nhiemky (.*?) +# `).FindAllStringSubmatch(readText(t, filepath.Join(repository, "README.md")), -1)
	if len(asks) != 10 {
		t.Errorf("README.md has %d things to ask and not ten", len(asks))
	}
	t.Chdir(t.TempDir())
	t.Setenv(storeVariable, "")
	if err := os.CopyFS(filepath.Join("seeds", "articles"), os.DirFS(articles)); err != nil {
		t.Fatal(err)
	}
	runs(t, "build", "seeds", "--quiet")
	for _, a := range asks {
		if a[1] != "serve" { // which ends with Ctrl-C
			runs(t, shellWords(a[1])...)
		}
	}
	for _, s := range shown {
		args := shellWords(s[1])
		if out := runs(t, args...); !shows(out, s[2]) {
			t.Errorf("README.md: nhiemky %s prints\n%s\nand not\n%s", s[1], out, s[2])
		}
	}
}

// runs runs the program and gives what it prints.
func runs(t *testing.T, args ...string) string {
	t.Helper()
	var out, messages strings.Builder
	if code := run(t.Context(), args, strings.NewReader(""), &out, &messages); code != 0 {
		t.Fatalf("nhiemky %q: exit code %d\n%s", args, code, messages.String())
	}
	return out.String()
}

// shellWords splits a command line at blanks outside quotation marks, and removes the marks.
func shellWords(line string) (words []string) {
	for _, w := range regexp.MustCompile(`(?:[^\s"]|"[^"]*")+`).FindAllString(line, -1) {
		words = append(words, strings.ReplaceAll(w, `"`, ""))
	}
	return words
}

// shows reports whether out has the parts of want between lines "…", in their order. Before the first part and behind the
// last nothing may stand but for such a line.
func shows(out, want string) bool {
	parts := strings.Split("\n"+want, "\n…")
	out = "\n" + out
	for i, part := range parts {
		at := strings.Index(out, part)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		out = out[at+len(part):]
	}
	return strings.TrimSpace(out) == "" || strings.TrimSpace(parts[len(parts)-1]) == ""
}

// TestReadmeLinks finds what Markdown files link to: files of the repository, and headings in them.
func TestReadmeLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	for _, file := range markdownFiles(t) {
		for _, m := range link.FindAllStringSubmatch(readText(t, file), -1) {
			target, heading, _ := strings.Cut(m[1], "#")
			if strings.Contains(target, "://") {
				continue
			}
			path := file
			if target != "" {
				path = filepath.Join(filepath.Dir(file), filepath.FromSlash(target))
			}
			if _, err := os.Stat(path); err != nil {
				t.Errorf("%s links to %s: %v", file, m[1], err)
			} else if heading != "" && !slices.Contains(anchors(readText(t, path)), heading) {
				t.Errorf("%s links to %s, which has no such heading", file, m[1])
			}
		}
	}
}

// TestChangelog holds that the changelog has a section for the version that the program prints.
func TestChangelog(t *testing.T) {
	heading := "\n## [" + version + "]"
	if strings.HasSuffix(version, "-dev") {
		heading = "\n## [Unreleased]"
	}
	if !strings.Contains(readText(t, filepath.Join(repository, "CHANGELOG.md")), heading) {
		t.Errorf("CHANGELOG.md has no section %s for version %s", strings.TrimSpace(heading), version)
	}
}

func TestNumberOfVersion(t *testing.T) {
	for module, want := range map[string]string{
		"(devel)": version, "": version, "v0.0.0-20261130120000-0fa10a012345": version, "v0.1.0+dirty": version, "v0.2.1": "0.2.1",
	} {
		if got := numberOf(module); got != want {
			t.Errorf("module %q: version %s, want %s", module, got, want)
		}
	}
}

// TestContributingDiffs holds that the diffs in CONTRIBUTING.md apply: the lines that they keep stand in their files, one
// after the other, and the files that they make are not there.
func TestContributingDiffs(t *testing.T) {
	files := 0
	for _, part := range regexp.MustCompile("(?m)^--- ").Split(readText(t, filepath.Join(repository, "CONTRIBUTING.md")), -1)[1:] {
		lines := strings.Split(part, "\n")
		path := filepath.Join(repository, filepath.FromSlash(strings.TrimPrefix(lines[1], "+++ b/")))
		files++
		if lines[0] == "/dev/null" {
			if _, err := os.Stat(path); err == nil {
				t.Errorf("%s is there: the diff makes it", path)
			}
			continue
		}
		kept := ""
		for _, l := range lines[2:] {
			if strings.HasPrefix(l, "```") {
				break
			}
			if !strings.HasPrefix(l, "+") {
				kept += "\n" + strings.TrimPrefix(l, " ")
			}
		}
		if !strings.Contains(readText(t, path), strings.TrimRight(kept, "\n")+"\n") {
			t.Errorf("%s has no lines%s", path, kept)
		}
	}
	if files < 10 {
		t.Errorf("%d files in the diffs of CONTRIBUTING.md", files)
	}
}

// TestReadmeIsShort: the README leads on to the others and does not grow.
func TestReadmeIsShort(t *testing.T) {
	if n := strings.Count(readText(t, filepath.Join(repository, "README.md")), "\n"); n > 150 {
		t.Errorf("README.md has %d lines, more than 150: what is only of one part belongs into the README of that part", n)
	}
}

// markdownFiles are those that people read: of each folder that has a part of ours, and of the root.
func markdownFiles(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"*.md", "*/README.md", "*/*/README.md"} {
		found, err := filepath.Glob(filepath.Join(repository, pattern))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}

// anchors are the names by which a link leads to the headings of a Markdown text.
func anchors(markdown string) (out []string) {
	for _, m := range regexp.MustCompile(`(?m)^#+ (.*)$`).FindAllStringSubmatch(markdown, -1) {
		kept := regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(m[1]), "")
		out = append(out, strings.ReplaceAll(kept, " ", "-"))
	}
	return out
}

func readText(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// replaceRows replaces the rows below the head of a table.
func replaceRows(text, head string, rows []string) (out string, found bool) {
	head += "\n|" + strings.Repeat(" --- |", strings.Count(head, "|")-1) + "\n"
	before, rest, found := strings.Cut(text, head)
	if !found {
		return text, false
	}
	lines := strings.Split(rest, "\n")
	for len(lines) > 0 && lines[0] != "" {
		lines = lines[1:]
	}
	return before + head + strings.Join(rows, "\n") + "\n" + strings.Join(lines, "\n"), true
}

func rulesTable() []string {
	var out []string
	for _, r := range extract.Rules() {
		out = append(out, fmt.Sprintf("| `%s` | %s |", r.Name, r.Meaning))
	}
	return out
}

func commandsTable() []string {
	var out []string
	for _, c := range commands() {
		out = append(out, fmt.Sprintf("| `%s` | %s |", strings.ReplaceAll(c.Use, "|", `\|`), c.Short))
	}
	return out
}

func exitsTable() []string {
	table := exits()
	slices.SortFunc(table, func(a, b exit) int { return a.code - b.code })
	var out []string
	for _, e := range table {
		out = append(out, fmt.Sprintf("| %d | %s |", e.code, e.meaning))
	}
	return out
}

// questionsTable has the named questions, each with its parameters and a value of each.
func questionsTable(t *testing.T) []string {
	t.Helper()
	all, err := queries.List()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range all {
		var params []string
		for _, p := range q.Params {
			params = append(params, fmt.Sprintf("`%s=%s`: %s", p.Name, p.Sample, p.Meaning))
		}
		out = append(out, fmt.Sprintf("| `%s` (%s) | %s | %s |", q.Name, q.Language, q.Question, strings.Join(params, "; ")))
	}
	return out
}

func doubtsTable(t *testing.T) []string {
	t.Helper()
	lists, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range lists.Doubts() {
		out = append(out, fmt.Sprintf("| `%s` | %s | %.2f |", d.Name, d.Meaning, d.Share))
	}
	return out
}
