package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// testdata/NAME.txt holds texts of several sentences. The => lines below each are exactly its holdings, whatever rules
// make them. careers: which steps are over, which go on, and what the news begins and ends. bodies: names of
// organisations, and what the text leaves out of them.
func TestTexts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	x := extract.New(lists(t))
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { checkTexts(t, x, file) })
	}
}

func checkTexts(t *testing.T, x *extract.Extractor, file string) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	samples := splitSamples(string(raw))
	for i := range samples {
		s := &samples[i]
		got := holdingsOf(t, x, s.text)
		if *update {
			s.want = got
		} else if !slices.Equal(got, s.want) {
			t.Errorf("%s\n got %s\nwant %s", s.text, strings.Join(got, "\n     "), strings.Join(s.want, "\n     "))
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(joinSamples(samples)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// holdingsOf are the holdings of a text, as the samples write them.
func holdingsOf(t *testing.T, x *extract.Extractor, text string) []string {
	var got []string
	for _, r := range x.Extract(record.Document{Name: "sample", Raw: []byte(text)}).Records {
		if r.Kind() == "holding" {
			got = append(got, show(t, r))
		}
	}
	return got
}
