package extract_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// corpusFolder names the folder with corpora, NAME.jsonl.gz of {"id", "text"}.
const corpusFolder = "NHIEMKY_CORPUS"

// corpus reads a corpus; the benchmark is left out where there is none.
func corpus(b *testing.B, name string) (articles [][]byte) {
	b.Helper()
	folder := os.Getenv(corpusFolder)
	if folder == "" {
		b.Skipf("%s names no folder with corpora", corpusFolder)
	}
	f, err := os.Open(filepath.Join(folder, name+".jsonl.gz"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var d struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			b.Fatal(err)
		}
		articles = append(articles, []byte(d.Text))
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return articles
}

// BenchmarkCorpus extracts a corpus on one core and on two. nfc is how many times a check of the same
// bytes for NFC fits into the time on one core, two how many times faster two cores are, slowest the
// milliseconds of the slowest article.
func BenchmarkCorpus(b *testing.B) {
	for _, name := range []string{"politics", "general"} {
		b.Run(name, func(b *testing.B) {
			articles := corpus(b, name)
			x := extract.New(lists(b))
			size := 0
			for _, a := range articles {
				size += len(a)
			}
			b.SetBytes(int64(size))
			var check, one, two, slowest time.Duration
			for b.Loop() {
				check += timed(func() {
					for _, a := range articles {
						norm.NFC.IsNormal(a)
					}
				})
				one += timed(func() {
					for _, a := range articles {
						took := timed(func() { x.Extract(record.Document{Name: "bench", Raw: a}) })
						slowest = max(slowest, took)
					}
				})
				two += timed(func() { atOnce(x, articles, 2) })
			}
			b.ReportMetric(float64(one)/float64(check), "nfc")
			b.ReportMetric(float64(one)/float64(two), "two")
			b.ReportMetric(float64(slowest)/1e6, "slowest-ms")
			b.ReportMetric(float64(size)*float64(b.N)/one.Seconds()/1e6, "MB/s-one-core")
		})
	}
}

// BenchmarkSize extracts texts of different sizes, made of the articles of seeds one after the other:
// the time for a byte does not grow with the text.
func BenchmarkSize(b *testing.B) {
	files, err := filepath.Glob("../seeds/articles/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for all.Len() < 10<<20 {
		for _, f := range files {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			all.Write(raw)
			all.WriteString("\n\n")
		}
	}
	x := extract.New(lists(b))
	for _, size := range []int{1 << 10, 10 << 10, 100 << 10, 1 << 20, 10 << 20} {
		raw := []byte(strings.ToValidUTF8(all.String()[:size], ""))
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				x.Extract(record.Document{Name: "bench", Raw: raw})
			}
		})
	}
}

func timed(do func()) time.Duration {
	start := time.Now()
	do()
	return time.Since(start)
}

// atOnce extracts articles on several cores.
func atOnce(x *extract.Extractor, articles [][]byte, cores int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	var wait sync.WaitGroup
	next := make(chan []byte, 64)
	for range cores {
		wait.Go(func() {
			for a := range next {
				x.Extract(record.Document{Name: "bench", Raw: a})
			}
		})
	}
	for _, a := range articles {
		next <- a
	}
	close(next)
	wait.Wait()
}
