package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// BenchmarkBuildMemory builds the articles once and ten times over, under other names, each in a process of
// its own: once-MB and ten-MB are the most memory that it had.
func BenchmarkBuildMemory(b *testing.B) {
	files := benchArticles(b)
	folder := b.TempDir()
	for b.Loop() {
		for times, unit := range map[int]string{1: "once-MB", 10: "ten-MB"} {
			var copies []string
			for _, f := range files {
				copies = append(copies, repeated(b, f, times, folder))
			}
			store := filepath.Join(b.TempDir(), "s")
			cmd := program(b, append([]string{"build", "-q", "--store", store}, copies...)...)
			if out, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%v\n%s", err, out)
			}
			usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
			if !ok {
				b.Skip("the memory of a process is not known here")
			}
			b.ReportMetric(float64(usage.Maxrss)/1024, unit)
		}
	}
}

// repeated writes JSON lines so many times over, each time with other ids.
func repeated(b *testing.B, file string, times int, folder string) string {
	b.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	if z, err := gzip.NewReader(bytes.NewReader(text)); err == nil {
		if text, err = io.ReadAll(z); err != nil {
			b.Fatal(err)
		}
	}
	out, err := os.Create(filepath.Join(folder, fmt.Sprintf("%d-%s.jsonl.gz", times, strings.TrimSuffix(filepath.Base(file), ".jsonl.gz"))))
	if err != nil {
		b.Fatal(err)
	}
	defer out.Close()
	z, err := gzip.NewWriterLevel(out, gzip.BestSpeed)
	if err != nil {
		b.Fatal(err)
	}
	enc := json.NewEncoder(z)
	for n := range times {
		for line := range bytes.Lines(text) {
			var d map[string]string
			if err := json.Unmarshal(line, &d); err != nil {
				b.Fatal(err)
			}
			d["id"] = fmt.Sprintf("%d/%s", n, d["id"])
			if err := enc.Encode(d); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Name()
}
