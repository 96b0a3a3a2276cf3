package extract_test

import (
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/seeds"
)

// TestWordsOfLists extracts texts made of random words of the lists: titles beside titles, bodies within
// bodies, verbs without a subject. None may break the extractor or hold it up, and every span must be the
// evidence.
func TestWordsOfLists(t *testing.T) {
	words := listWords(t, "posts.csv", "bodies.csv", "fields.csv", "events.csv", "organizations.csv", "documents.csv")
	few := []string{"ông Trần Văn An", "bà Lê Thị Bình", "Đồng chí An", "tỉnh Phú Yên", "huyện Sóc Sơn", "Quận ủy", "khóa XII",
		"nhiệm kỳ 2015-2020", "ngày 5/8/2020", "năm 2015", "từ 2010 đến 2014", "Trung ương", "số 05-NQ/TW", "lần thứ XII"}
	signs := []string{",", ",", ",", ";", ".", ":", "và", "của", "-", "(", ")", "\n", "là", "được", "tham gia", "thay"}
	random := rand.New(rand.NewPCG(1, 2))
	x := extract.New(lists(t))
	for range 3000 {
		var b strings.Builder
		for range 3 + random.IntN(60) {
			switch random.IntN(5) {
			case 0:
				b.WriteString(few[random.IntN(len(few))])
			case 1, 2:
				b.WriteString(signs[random.IntN(len(signs))])
			default:
				b.WriteString(words[random.IntN(len(words))])
			}
			b.WriteByte(' ')
		}
		raw := b.String()
		late := time.AfterFunc(endless, func() { panic("no end of extraction: " + raw) })
		for _, r := range x.Extract(record.Document{Name: "words", Raw: []byte(raw)}).Records {
			if p := r.Proof(); raw[p.Span.Start:p.Span.End] != p.Text {
				t.Fatalf("evidence %q is not the text at %v of %q", p.Text, p.Span, raw)
			}
		}
		late.Stop()
	}
}

// listWords are the first columns of lists, and their variants.
func listWords(t *testing.T, names ...string) (words []string) {
	t.Helper()
	dir, err := seeds.Lists()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(string(raw)))
		r.Comment, r.FieldsPerRecord = '#', -1
		for {
			row, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range row[:2] {
				for _, w := range strings.Split(cell, ";") {
					if w != "" {
						words = append(words, w)
					}
				}
			}
		}
	}
	return words
}
