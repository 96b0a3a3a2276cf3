package input

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// crawled is a crawl of pages 0 to n-1, each record as pack makes it.
func crawled(n int, pack func(i int, record string) string) string {
	var b strings.Builder
	for i := range n {
		address := fmt.Sprintf("https://vidu.example/%d", i)
		b.WriteString(pack(i, answer(address, "200 OK\r\nContent-Type: text/html; charset=utf-8", "<html><body><p>"+mau+"</p></body></html>")))
	}
	return b.String()
}

// Whatever is wrong with one record of a crawl, the others are read, and a line says which one is missing.
func TestReadDamagedCrawl(t *testing.T) {
	whole := func(_ int, record string) string { return record }
	member := func(_ int, record string) string { return gzipped(record) }
	at := func(n int, change func(string) string, pack func(int, string) string) func(int, string) string {
		return func(i int, record string) string {
			if record = pack(i, record); i == n {
				record = change(record)
			}
			return record
		}
	}
	flip := func(s string) string { return s[:len(s)/2] + strings.Repeat("\xff", 40) + s[len(s)/2+40:] }
	for _, c := range []struct {
		what, content string
		missing       int
		want          string
	}{
		{"a member with bytes that were changed", crawled(4, at(1, flip, member)), 1, "! c: record 2: flate: corrupt input before offset "},
		{"the first member", crawled(4, at(0, flip, member)), 0, "! c: record 1: "},
		{"a member of which a part is missing", crawled(4, at(2, func(s string) string { return s[:len(s)/2] }, member)), 2, "! c: record 3: "},
		{"bytes between members", crawled(4, at(1, func(s string) string { return s + "some bytes" }, member)), -1, "! c: record 3: bytes that are no gzip: gzip: invalid header; check the file"},
		{"zeros at the end", crawled(4, member) + strings.Repeat("\x00", 600), -1, ""},
		{"the last member is cut", crawled(4, at(3, func(s string) string { return s[:len(s)-40] }, member)), 3, "! c!https://vidu.example/3: unexpected EOF; check the file"},
		{"bytes between records", crawled(4, at(1, func(s string) string { return s + "some bytes\r\n" }, whole)), -1, "! c: record 3: the crawl is damaged: a record does not begin with WARC/; check the file"},
		{"line ends that were changed", strings.ReplaceAll(crawled(4, whole), "\r\n", "\n"), -1, "! c!https://vidu.example/0: its record is shorter than it says; this one and others like it are read to their end; check the file"},
		{"a length that is too small", crawled(4, at(1, func(s string) string { return strings.Replace(s, "Content-Length: 1", "Content-Length: ", 1) }, whole)), -2, "! c: record 3: the crawl is damaged"},
		{"a record without a length", crawled(4, at(1, func(s string) string { return strings.Replace(s, "Content-Length", "Content-Size", 1) }, whole)), 1, "! c: record 2: a record has no length; check the file"},
	} {
		got := found(t, Source{File: "c", Name: "c", In: strings.NewReader(c.content), Named: true}, Options{})
		var problems []string
		got = slices.DeleteFunc(got, func(line string) bool {
			if strings.HasPrefix(line, "!") {
				problems = append(problems, line)
			}
			return strings.HasPrefix(line, "!")
		})
		var want []string
		for i := range 4 {
			if i != c.missing {
				want = append(want, fmt.Sprintf("vidu.example/%d: %s", i, mau))
			}
		}
		if c.missing == -2 { // the second page is read as far as its record goes
			got[1] = want[1]
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: read %q", c.what, got)
		}
		if c.want == "" && len(problems) > 0 || c.want != "" && (len(problems) != 1 || !strings.HasPrefix(problems[0], c.want)) {
			t.Errorf("%s: problems %q, want %q", c.what, problems, c.want)
		}
	}
}

// ARC is the form of crawls before WARC.
func TestReadARC(t *testing.T) {
	record := func(address, kind, block string) string {
		return fmt.Sprintf("%s 192.0.2.1 20090606000000 %s %d\n%s\n", address, kind, len(block), block)
	}
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>" + mau + "</p></body></html>"
	head := record("filedesc://x.arc", "text/plain", "1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n")
	records := []string{head, record("dns:vidu.example", "text/dns", "192.0.2.1"), record("https://vidu.example/1", "text/html", page),
		record("https://vidu.example/2", "text/html", strings.Replace(page, "200 OK", "404 Not Found", 1)), record("https://vidu.example/3", "text/plain", thu)}
	want := []string{"vidu.example/1: " + mau, "- HTTP 404", "vidu.example/3: " + thu}
	var members strings.Builder
	for _, r := range records {
		members.WriteString(gzipped(r))
	}
	damaged := strings.Replace(strings.Join(records, ""), "192.0.2.1 20090606000000 text/html", "x", 1)
	for what, c := range map[string]struct {
		content string
		want    []string
	}{
		"as it is":          {strings.Join(records, ""), want},
		"a gzip of each":    {members.String(), want},
		"a head is damaged": {damaged, append([]string{"! f.arc: record 3: the crawl is damaged: a record does not begin with its address, time and length; check the file"}, want[1:]...)},
	} {
		if got := found(t, Source{File: "f.arc", Name: "f.arc", In: strings.NewReader(c.content), Named: true}, Options{}); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q\nwant %q", what, got, c.want)
		}
	}
}
