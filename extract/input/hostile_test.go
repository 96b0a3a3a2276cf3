package input

import (
	"runtime"
	"strings"
	"testing"
)

// Containers that are made to take time and memory: brackets, rows, parts, records and members without end. What is
// allocated to read them grows with their size, not with its square, and what is said of most of them is one line.
func TestReadHostileContainers(t *testing.T) {
	const size = 1 << 20
	fill := func(piece string) string { return strings.Repeat(piece, size/len(piece)) }
	record := gzipped(warcRecord("metadata", "x", "text/plain", "abcde"))
	mixed := mailHeads + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
	for what, c := range map[string]struct {
		content string
		most    int // lines that are said of it
	}{
		"open objects, a line each":            {"[\n" + fill("{\n"), 2},
		"objects inside each other":            {`{"a":` + fill(`{"a":`), 2},
		"open arrays":                          {fill("["), 2},
		"objects beside an array":              {`{"x":[{"y":1}],` + fill(`"a":{"b":`), 2},
		"empty objects":                        {"[" + fill("{},") + "1]", 2},
		"an open string":                       {`[{"text": "` + fill("a"), 2},
		"an open quotation mark in CSV":        {"id,text\n1,\"" + fill("a\n"), 1},
		"separators in CSV":                    {"id,text\n" + fill(","), 1},
		"parts of a message":                   {mixed + fill("--b\n\n"), 2},
		"parts inside each other":              {mixed + fill("--b\nContent-Type: multipart/mixed; boundary=b\n\n"), 2},
		"fields of a message":                  {"MIME-Version: 1.0\n" + fill("A: b\n"), 2},
		"a record and beginnings of members":   {record + fill("\x1f\x8b\x08\x00"), 1},
		"members of which none is a record":    {record + "\x1f\x8b\x08" + fill(gzipped(fill("a")[:30000])), 1},
		"a record and bytes":                   {"WARC/1.0\r\nContent-Length: 3\r\n\r\nabc" + fill("xyz\n"), 1},
		"records that all say they are longer": {fill("WARC/1.0\nContent-Length: 90000000\n\nabc\n\n"), 1},
		"groups of a rich text file":           {`{\rtf1 ` + fill("{"), 1},
		"line breaks of a rich text file":      {`{\rtf1 ` + fill(`a\line `), 1},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(c.content), Named: true}, Options{MaxBytes: 2 * size})
		runtime.ReadMemStats(&after)
		if len(got) == 0 || len(got) > c.most {
			t.Errorf("%s: %d lines, the first %.150q", what, len(got), got[:min(1, len(got))])
		}
		if taken := after.TotalAlloc - before.TotalAlloc; taken > 200*size {
			t.Errorf("%s: %d MB were allocated for 1", what, taken>>20)
		}
	}
}
