package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/score"
)

// doubtsFile holds the shares that confidences are made of.
const doubtsFile = "../../seeds/lists/doubts.csv"

// TestConfidence tells what confidences are worth on documents that did not set them: the gold documents are dealt out
// into fifths, and the records of each fifth get the shares of the others. -update sets the shares in doubts.csv from
// all of them.
func TestConfidence(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared", "eval")
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no ../shared/eval beside the repository: the shares are counted on its articles too")
	}
	all := observations(t, filepath.Join("..", "..", "extract", "gold"), filepath.Join(shared, "dev"), filepath.Join(shared, "dev2"))
	surest := score.Validate(all, 5).Bands()[0]
	t.Logf("of %d holdings %d claim 0.95 or more, of these %d are right, status included (%.3f)", len(all), surest.Records, surest.Right, surest.Share())
	if surest.Share() < 0.94 || surest.Records*100 < 45*len(all) {
		t.Errorf("0.95 and more does not hold: %d of %d right, of %d", surest.Right, surest.Records, len(all))
	}
	if *update {
		rewriteShares(t, score.Calibrate(all))
	}
}

// observations are what gold says of the holdings that the program reads in the gold documents of folders.
func observations(t *testing.T, folders ...string) (all []score.Observation) {
	t.Helper()
	lists, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(lists)
	for _, folder := range folders {
		gold, err := score.Read(filepath.Join(folder, "gold.jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		system := score.Documents{}
		for _, name := range gold.Names() {
			raw, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range x.Extract(record.Document{Name: name, Raw: raw}).Records {
				line, err := record.MarshalRecord(name, r)
				if err != nil {
					t.Fatal(err)
				}
				if err := system.Add(line); err != nil {
					t.Fatal(err)
				}
			}
		}
		all = append(all, score.Compare(gold, system, "holding").Observations("none")...)
	}
	return all
}

// rewriteShares sets the shares of the doubts that were counted.
func rewriteShares(t *testing.T, c score.Confidences) {
	t.Helper()
	raw, err := os.ReadFile(doubtsFile)
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^([a-z-]+),([0-9.]+),`)
	out := line.ReplaceAllFunc(raw, func(b []byte) []byte {
		m := line.FindSubmatch(b)
		share, counted := c[string(m[1])]
		if !counted {
			return b
		}
		return fmt.Appendf(nil, "%s,%s,", m[1], strconv.FormatFloat(share, 'f', 2, 64))
	})
	if err := os.WriteFile(doubtsFile, out, 0o644); err != nil {
		t.Fatal(err)
	}
}
