package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract"
)

// FuzzExtract holds on any bytes: no panic, every span lies in the document and is its evidence, every
// record is of a known rule, and the same document gives the same records.
func FuzzExtract(f *testing.F) {
	files, err := filepath.Glob("rules/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte("Bí thư Quận uỷ Ba\n\nĐình.\xff Đ/C Chủ tịch (khóa XI, XII) 31/2/2019 – "))
	x := extract.New(lists(f))
	known := map[string]bool{}
	for _, r := range extract.Rules() {
		known[r.Name] = true
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		d := extract.Document{Name: "fuzz", Raw: raw}
		late := time.AfterFunc(10*time.Second, func() { panic("no end of extraction") })
		defer late.Stop()
		first := x.Extract(d)
		for _, r := range first.Records {
			p := r.Proof()
			if p.Span.Start < 0 || p.Span.End > len(raw) || p.Span.Start >= p.Span.End {
				t.Fatalf("span %v of %d bytes", p.Span, len(raw))
			}
			if string(raw[p.Span.Start:p.Span.End]) != p.Text {
				t.Fatalf("evidence %q is not the text at %v", p.Text, p.Span)
			}
			if !known[p.Rule] {
				t.Fatalf("rule %q is not in the list", p.Rule)
			}
			if h, ok := r.(extract.Holding); ok && (h.Person == "" || h.Post == "" || !utf8.ValidString(h.Person+h.Post+h.Organization)) {
				t.Fatalf("holding %+v", h)
			}
		}
		second := x.Extract(d)
		if len(second.Records) != len(first.Records) {
			t.Fatalf("%d records, then %d", len(first.Records), len(second.Records))
		}
		for i := range first.Records {
			if first.Records[i] != second.Records[i] {
				t.Fatalf("record %d: %+v, then %+v", i, first.Records[i], second.Records[i])
			}
		}
	})
}

// BenchmarkExtract reads the samples of all rules as one article; the baseline below only splits the
// same bytes at white space.
func BenchmarkExtract(b *testing.B) {
	raw := sampleArticle(b)
	x := extract.New(lists(b))
	b.Run("extract", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			x.Extract(extract.Document{Name: "bench", Raw: raw})
		}
	})
	b.Run("baseline-fields", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			strings.Fields(string(raw))
		}
	})
}

func sampleArticle(b *testing.B) []byte {
	b.Helper()
	files, err := filepath.Glob("rules/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var all []byte
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, raw...)
	}
	return all
}

// The title of a page is its first line that is long enough, and no trail of the site.
func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Trang chủ » Tin tức » Xây dựng Đảng\n\nQuận Ba Đình có Bí thư Quận ủy mới\n\nChiều 26/6, quận họp.\n", "Quận Ba Đình có Bí thư Quận ủy mới"},
		{"Trang chủ › Chính trị › Nhân sự mới\n\nHà Nội có Chủ tịch mới từ hôm nay\n", "Hà Nội có Chủ tịch mới từ hôm nay"},
		{"Tọa đàm «Học tập và làm theo Bác»\n\nSáng nay, tọa đàm diễn ra.\n", "Tọa đàm «Học tập và làm theo Bác»"},
	} {
		if got := extract.New(lists(t)).Extract(extract.Document{Name: "x.txt", Raw: []byte(c.text)}).Title; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
