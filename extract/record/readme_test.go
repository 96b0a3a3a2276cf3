package record_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

// extract/README.md tells every key of the JSON form, and of which kinds of record it is.
func TestReadmeKeys(t *testing.T) {
	raw, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	day := record.Date{Year: 2020, Month: 6, Day: 3}
	proof := record.Evidence{Text: "…", Rule: "list", Confidence: 0.9, Doubts: "list"}
	for _, r := range []record.Record{ // nothing is left out
		record.Holding{Person: "A", Post: "B", Organization: "C", Parent: "D", Place: "E", Term: 1, Again: true, Status: record.Holds,
			From: day, To: day, AsOf: day, Evidence: proof},
		record.Congress{Body: "A", Place: "B", Ordinal: 1, Term: "C", From: day, To: day, Evidence: proof},
		record.Reference{Type: "A", Code: "B", Name: "C", Issuer: "D", Place: "E", Date: day, Evidence: proof},
		record.Meeting{Body: "A", Place: "B", Ordinal: 1, Date: day, Evidence: proof},
		record.Person{Name: "A", Born: day, Died: day, Hometown: "B", Place: "C", Evidence: proof},
	} {
		line, err := record.MarshalRecord("a.txt", r)
		if err != nil {
			t.Fatal(err)
		}
		var keys map[string]any
		if err := json.Unmarshal(line, &keys); err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			if !tells(string(raw), key, r.Kind()) {
				t.Errorf("extract/README.md has no row for %s of a %s", key, r.Kind())
			}
		}
	}
}

// tells reports whether a table has a row for a key of a kind of record: "| `from`, `to` | holding, congress | …".
func tells(markdown, key, kind string) bool {
	for row := range strings.Lines(markdown) {
		cells := strings.Split(row, "|")
		if len(cells) > 3 && strings.Contains(cells[1], "`"+key+"`") && (strings.TrimSpace(cells[2]) == "all" || strings.Contains(cells[2], kind)) {
			return true
		}
	}
	return false
}
