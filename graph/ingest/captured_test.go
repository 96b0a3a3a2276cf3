package ingest_test

import (
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/graphtest"
	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/storetest"
)

// Of what crawls fetched under one name at several times the newest is kept, in whatever order it comes.
func TestCaptured(t *testing.T) {
	capture := func(day int, person string) record.Result {
		r := graphtest.Result("x", "2018-02-21", graphtest.Holds(person, "Bí thư", "Quận ủy Ba Đình", "D001.1", "2018-02-21"))
		r.Document.Name, r.Document.Raw = "vidu.example/1", []byte(person)
		if day > 0 {
			r.Document.Captured = time.Date(2018, 3, day, 0, 0, 0, 0, time.UTC)
		}
		return r
	}
	old, middle, late, undated := capture(1, "Trần Thị A"), capture(2, "Trần Thị B"), capture(3, "Trần Thị C"), capture(0, "Trần Thị D")
	for _, c := range []struct {
		what string
		add  [][]record.Result // in runs one after the other
		want ingest.Report     // of the last run
		kept record.Result
	}{
		{"in the order of time", [][]record.Result{{old}, {middle}}, ingest.Report{Changed: 1}, middle},
		{"against it", [][]record.Result{{middle}, {old}}, ingest.Report{Older: 1}, middle},
		{"again", [][]record.Result{{middle}, {middle}}, ingest.Report{Unchanged: 1}, middle},
		{"several at once", [][]record.Result{{late, old, middle}}, ingest.Report{Added: 1}, late},
		{"a saved page takes the place of any", [][]record.Result{{late}, {undated}}, ingest.Report{Changed: 1}, undated},
		{"and any that of a saved page", [][]record.Result{{undated}, {old}}, ingest.Report{Changed: 1}, old},
	} {
		s := storetest.Memory(t)
		var got ingest.Report
		for _, run := range c.add {
			got = storetest.Add(t, s, run...)
		}
		got.Stored, got.Removed = 0, 0
		fresh := storetest.Memory(t)
		storetest.Add(t, fresh, c.kept)
		if got != c.want || storetest.Export(t, s) != storetest.Export(t, fresh) {
			t.Errorf("%s: %+v, want %+v with %s", c.what, got, c.want, c.kept.Document.Raw)
		}
	}
}
