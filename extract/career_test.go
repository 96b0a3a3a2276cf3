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

// testdata/careers.txt holds texts that tell careers over several sentences. The => lines below each are exactly its
// holdings, whatever rules make them: which steps are over, which go on, and what the news begins and ends.
func TestCareers(t *testing.T) {
	file := filepath.Join("testdata", "careers.txt")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(lists(t))
	samples := splitSamples(string(raw))
	for i := range samples {
		s := &samples[i]
		var got []string
		for _, r := range x.Extract(record.Document{Name: "sample", Raw: []byte(s.text)}).Records {
			if r.Kind() == "holding" {
				got = append(got, show(t, r))
			}
		}
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
