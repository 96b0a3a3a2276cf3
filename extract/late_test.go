package extract_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A document whose time is over is given up: no stage goes on with it, and what comes next is read as ever.
func TestLate(t *testing.T) {
	x := extract.New(lists(t))
	d := record.Document{Name: "d", Raw: []byte(strings.Repeat("Ngày 12/3/2024, ông Trần Văn Hạo được bầu làm Bí thư Huyện ủy Đô Lương. ", 1000))}
	want := x.Extract(d)
	if len(want.Records) == 0 {
		t.Fatal("no records")
	}
	for range 3 {
		if r, err := x.ExtractUntil(d, time.Now().Add(-time.Second)); !errors.Is(err, extract.ErrLate) || len(r.Records) > 0 {
			t.Errorf("%d records, %v", len(r.Records), err)
		}
	}
	got, err := x.ExtractUntil(d, time.Now().Add(time.Hour))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%d records, %v, want %d", len(got.Records), err, len(want.Records))
	}
}
