package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
)

// reader is a reading of files.
func reader(t *testing.T) reading {
	t.Helper()
	lists, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	return reading{extractor: extract.New(lists), stdin: strings.NewReader(""), bar: noBar(), large: &sync.Mutex{}, tell: func(error) {}}
}

// hundred are that many files, every tenth of them empty.
func hundred(t *testing.T) (sources []source, good []string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := range 100 {
		name, content := fmt.Sprintf("%03d.txt", i), "bài"
		if i%10 == 9 {
			content = ""
		} else {
			good = append(good, name)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		sources = append(sources, source{path: name, name: name, named: true})
	}
	return sources, good
}

func TestReadingKeepsOrderAndGoesOn(t *testing.T) {
	sources, good := hundred(t)
	var got []string
	var problems []error
	r := reader(t)
	r.tell = func(p error) { problems = append(problems, p) }
	done, err := r.run(t.Context(), sources, func(o outcome) error {
		got = append(got, o.result.Document.Name)
		return nil
	})
	if err != nil || len(problems) != 10 || done.problems != 10 || done.documents != 90 || !slices.Equal(got, good) {
		t.Fatalf("read %q, problems %q, error %v", got, problems, err)
	}
	if want := "009.txt: empty; give a file with text in it"; problems[0].Error() != want {
		t.Errorf("first problem %q, want %q", problems[0], want)
	}
}

func TestReadingStops(t *testing.T) {
	sources, _ := hundred(t)
	full := errors.New("disk full")
	ctx, cancel := context.WithCancel(t.Context())
	for _, c := range []struct {
		name string
		at50 func() error
		want error
	}{
		{"when the results cannot be used", func() error { return full }, full},
		{"when the context ends", func() error { cancel(); return nil }, context.Canceled},
	} {
		used := 0
		_, err := reader(t).run(ctx, sources, func(outcome) error {
			if used++; used == 50 {
				return c.at50()
			}
			return nil
		})
		if !errors.Is(err, c.want) || used == 90 {
			t.Errorf("%s: error %v after %d results", c.name, err, used)
		}
	}
}

// A mistake of the program, here lists that are missing, loses one article and says which.
func TestTryExtract(t *testing.T) {
	broken := extract.New(nil)
	_, err := reading{extractor: broken}.tryExtract(record.Document{Name: "1.txt", Raw: []byte("Ông A")}, input.Problem{File: "news/1.txt"}, time.Time{})
	if err == nil || !strings.HasPrefix(err.Error(), "news/1.txt: extraction broke down: ") {
		t.Errorf("%v", err)
	}
}
