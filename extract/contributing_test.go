package extract_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/seeds"
)

// CONTRIBUTING.md shows diffs of the lists, each before the sample that it makes pass: with the lists as they are shipped
// the sample fails, with the added lines it passes. A sample without a diff passes as it is.
func TestContributing(t *testing.T) {
	raw, err := os.ReadFile("../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	before := extract.New(lists(t))
	var diff string
	for _, b := range fencedBlocks(string(raw)) {
		switch {
		case b.kind == "diff":
			diff = b.text
		case b.kind == "text" && strings.Contains(b.text, "\n=> "):
			s := splitSamples(b.text)[0]
			got := shown(t, before, s.text)
			if diff == "" {
				if !slices.Equal(got, s.want) {
					t.Errorf("%s\n got %q\nwant %q", s.text, got, s.want)
				}
				continue
			}
			if slices.Equal(got, s.want) {
				t.Errorf("%s\npasses without the diff above it: show something that no list has", s.text)
			}
			if got := shown(t, extract.New(listsWith(t, diff)), s.text); !slices.Equal(got, s.want) {
				t.Errorf("%s\nwith %s\n got %q\nwant %q", s.text, diff, got, s.want)
			}
			diff = ""
		}
	}
}

type fencedBlock struct{ kind, text string }

// fencedBlocks are the blocks between ``` lines.
func fencedBlocks(markdown string) (out []fencedBlock) {
	for i, part := range strings.Split(markdown, "```") {
		if i%2 == 1 {
			kind, text, _ := strings.Cut(part, "\n")
			out = append(out, fencedBlock{kind, text})
		}
	}
	return out
}

// listsWith reads the shipped lists with the lines that a diff adds to one of them, at its end.
func listsWith(t *testing.T, diff string) *gazetteer.Lists {
	t.Helper()
	shipped, err := seeds.Lists()
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	names, err := fs.Glob(shipped, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		data, err := fs.ReadFile(shipped, n)
		if err != nil {
			t.Fatal(err)
		}
		files[n] = &fstest.MapFile{Data: data}
	}
	name := ""
	for l := range strings.Lines(diff) {
		if file, head := strings.CutPrefix(l, "+++ "); head {
			name = path.Base(strings.TrimSpace(file))
			if files[name] == nil {
				t.Fatalf("no list %s", name)
			}
			files[name].Data = append([]byte(strings.TrimRight(string(files[name].Data), "\n")), '\n')
		} else if added, plus := strings.CutPrefix(l, "+"); plus {
			files[name].Data = append(files[name].Data, added...)
		} else if kept, space := strings.CutPrefix(l, " "); space && !strings.Contains(string(files[name].Data), "\n"+kept) {
			t.Errorf("%s has no line %q any more", name, kept)
		}
	}
	l, err := gazetteer.LoadLists(files)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// shown are the records of a text as samples write them.
func shown(t *testing.T, x *extract.Extractor, text string) (out []string) {
	t.Helper()
	for _, r := range x.Extract(record.Document{Name: "sample", Raw: []byte(text)}).Records {
		out = append(out, show(t, r))
	}
	return out
}
