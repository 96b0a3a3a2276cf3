package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/derive"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// TestStoreAndStreamAgree holds that the tenures of a store and those of one pass over the same
// records have the same bounds.
func TestStoreAndStreamAgree(t *testing.T) {
	lists, err := loadLists()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../seeds/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	reader := extract.New(lists)
	var results []record.Result
	var records bytes.Buffer
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		r := reader.Extract(record.Document{Name: filepath.Base(f), Raw: raw})
		results = append(results, r)
		for _, rec := range r.Records {
			line, err := r.MarshalRecord(rec)
			if err != nil {
				t.Fatal(err)
			}
			records.Write(append(line, '\n'))
		}
	}
	db, err := store.Open(filepath.Join(t.TempDir(), "store"), store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := ingest.Add(t.Context(), db, lists, results, nil); err != nil {
		t.Fatal(err)
	}
	var stored []string
	snapshot, err := view.SnapshotOf(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range view.Compare(view.NewSnapshot(), snapshot) {
		if c.Kind == "new holder" {
			stored = append(stored, c.Person+" "+c.After)
		}
	}
	var out bytes.Buffer
	if err := streamTenures(t.Context(), &records, "records", derive.NewSeats(lists), 1<<20, &out); err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	var order []string
	for d := json.NewDecoder(&out); d.More(); {
		var l tenureLine
		if err := d.Decode(&l); err != nil {
			t.Fatal(err)
		}
		if l.Kind != "tenure" {
			continue
		}
		var one tenure.Tenure
		for i, day := range []string{l.BeginOfBegin, l.EndOfBegin, l.BeginOfEnd, l.EndOfEnd} {
			if err := one.Bounds[i].Day.UnmarshalText([]byte(day)); err != nil {
				t.Fatal(err)
			}
		}
		key := fmt.Sprintf("%q", []string{l.Post, l.Organization, l.Place, l.Person})
		if words[key] == "" {
			order = append(order, key)
			words[key] = l.Person + " " + one.Words()
		} else {
			words[key] += "; " + one.Words()
		}
	}
	var streamed []string
	for _, key := range order {
		streamed = append(streamed, words[key])
	}
	slices.Sort(stored)
	slices.Sort(streamed)
	if len(stored) < 100 {
		t.Errorf("only %d holders", len(stored))
	}
	for i := range max(len(stored), len(streamed)) {
		if i >= len(stored) || i >= len(streamed) || stored[i] != streamed[i] {
			t.Fatalf("number %d of %d and %d:\nstore  %v\nstream %v", i, len(stored), len(streamed), tail(stored, i), tail(streamed, i))
		}
	}
}

func tail(all []string, i int) []string { return all[min(i, len(all)):min(i+3, len(all))] }
