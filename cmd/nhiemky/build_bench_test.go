package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph/view"
)

// benchArticles are the files that are built: the corpora in the folder NHIEMKY_CORPUS, or else the articles
// of seeds with other names and days.
func benchArticles(b *testing.B) []string {
	b.Helper()
	if folder := os.Getenv("NHIEMKY_CORPUS"); folder != "" {
		files, err := filepath.Glob(filepath.Join(folder, "*.jsonl.gz"))
		if err != nil || len(files) == 0 {
			b.Fatalf("no *.jsonl.gz in %s: %v", folder, err)
		}
		return files
	}
	return []string{manyArticles(b)}
}

// BenchmarkBuild builds a store from scratch and then again with one article more. whole is the time as a
// multiple of that of parsing the quads that come of it, reading, storing and deriving are its stages in
// seconds, and more is what one article more takes.
func BenchmarkBuild(b *testing.B) {
	files := benchArticles(b)
	var whole, parsing, reading, storing, deriving, more time.Duration
	quads := 0
	for b.Loop() {
		store := filepath.Join(b.TempDir(), "s")
		first := builds(b, store, files...)
		whole, storing, deriving = whole+first.whole, storing+first.storing, deriving+first.deriving
		reading += first.whole - first.storing - first.deriving
		quads = first.report.Stored
		extra := filepath.Join(b.TempDir(), "more.txt")
		if err := os.WriteFile(extra, []byte(article), 0o644); err != nil {
			b.Fatal(err)
		}
		more += builds(b, store, append(files, extra)...).whole
		export := ended(b, "0", "export", "--store", store)
		start := time.Now()
		if _, err := view.ReadSnapshot(strings.NewReader(export)); err != nil {
			b.Fatal(err)
		}
		parsing += time.Since(start)
	}
	per := func(d time.Duration) float64 { return d.Seconds() / float64(b.N) }
	b.ReportMetric(whole.Seconds()/parsing.Seconds(), "x-parsing")
	b.ReportMetric(per(whole), "whole-s")
	b.ReportMetric(per(reading), "reading-s")
	b.ReportMetric(per(storing), "storing-s")
	b.ReportMetric(per(deriving), "deriving-s")
	b.ReportMetric(per(more), "more-s")
	b.ReportMetric(float64(quads), "quads")
}

// builds is one run of build in this process.
func builds(b *testing.B, store string, files ...string) (done *building) {
	b.Helper()
	o := buildOptions{global: &global{store: store, quiet: true, tell: io.Discard}, memory: 512}
	cmd := &cobra.Command{RunE: func(cmd *cobra.Command, args []string) (err error) {
		done, err = o.build(cmd, args)
		return err
	}}
	addInput(cmd, &o.input)
	cmd.SetArgs(files)
	if err := cmd.ExecuteContext(b.Context()); err != nil {
		b.Fatal(err)
	}
	return done
}
