package score

import (
	"slices"
	"strings"
	"testing"
)

// documents reads records that a test writes as lines. What all of them share is left out: a line
// without a source is of a.txt.
func documents(t *testing.T, lines string) Documents {
	t.Helper()
	d := Documents{}
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !strings.Contains(line, `"source"`) {
			line = `{"source": "a.txt", ` + line[1:]
		}
		if err := d.Add([]byte(line)); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	return d
}

const gold = `
	{"kind": "holding", "person": "Trần Thị Mẫu", "post": "Bí thư", "organization": "Quận ủy Hà Đông", "status": "starts", "from": "2018-09"}
	{"kind": "holding", "person": "Trần Thị Mẫu", "post": "Ủy viên", "organization": "Thành ủy Hà Nội", "also": ["Thành ủy"], "status": "holds"}
	{"kind": "holding", "person": "Lê Văn Thử", "post": "Hiệu trưởng", "organization": "Trường Mẫu", "optional": true}
	{"kind": "congress", "body": "Đảng bộ quận Hà Đông", "ordinal": 21, "term": "2020-2025"}
	{"kind": "document", "type": "Chỉ thị", "code": "05-CT/TW"}
`

// What gold leaves open counts as right either way: a pen name, a status that the text does not tell.
func TestAlternatives(t *testing.T) {
	gold := documents(t, `
		{"kind": "holding", "person": "Đặng Xuân Thử", "persons": ["Trường Mẫu"], "post": "Bí thư", "organization": "Xứ ủy Bắc Kỳ", "status": "holds", "statuses": ["holds", "former"], "from": "1941"}`)
	for _, c := range []struct{ system, want string }{
		{`{"kind": "holding", "person": "Trường Mẫu", "post": "Bí thư", "organization": "Xứ ủy Bắc Kỳ", "status": "former", "to": "1943"}`, `
			~ a.txt from Đặng Xuân Thử | Bí thư | Xứ ủy Bắc Kỳ | holds: gold 1941, got None
			~ a.txt to Đặng Xuân Thử | Bí thư | Xứ ủy Bắc Kỳ | holds: gold none, got 1943
			documents 1
			person    P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
			holding   P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
			loose     P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
			status    1.000  (1 of 1)
			office    1.000  (1 of 1)
			dates     0.000  (0 of 1)
			stated    0.000  (0 of 1)`},
		{`{"kind": "holding", "person": "Đặng Xuân Thử", "post": "Bí thư", "organization": "Xứ ủy Bắc Kỳ", "status": "nominated", "from": "1941"}`, `
			~ a.txt status Đặng Xuân Thử | Bí thư | Xứ ủy Bắc Kỳ | holds: gold holds, got nominated
			documents 1
			person    P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
			holding   P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
			loose     P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
			status    0.000  (0 of 1)
			office    0.000  (0 of 1)
			dates     1.000  (1 of 1)
			stated    1.000  (1 of 1)`},
	} {
		var got strings.Builder
		if err := Compare(gold, documents(t, c.system), "holding").Print(&got, true); err != nil {
			t.Fatal(err)
		}
		if want := strings.ReplaceAll(strings.TrimSpace(c.want), "\t", "") + "\n"; got.String() != want {
			t.Errorf("got\n%swant\n%s", got.String(), want)
		}
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, system, kind string
		want               string // of what Print writes, differences included
	}{
		{
			name: "all of it, in other words", system: `
				{"kind": "holding", "person": "Trần Thị Mẫu", "post": "Bí thư", "organization": "Đảng bộ quận Hà Đông", "status": "starts", "from": "2018-09"}
				{"kind": "holding", "person": "Trần Thị Mẫu", "post": "Ủy viên", "organization": "Thành ủy", "status": "holds"}
				{"kind": "congress", "body": "Quận ủy Hà Đông", "ordinal": 21, "term": "2020-2025"}
				{"kind": "document", "type": "chỉ thị", "code": "5 - CT/TƯ"}`,
			want: `
				documents 1
				person    P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
				holding   P 1.000  R 1.000  F1 1.000  (tp 2, fp 0, fn 0)
				loose     P 1.000  R 1.000  F1 1.000  (tp 2, fp 0, fn 0)
				congress  P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
				document  P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
				meeting   P 1.000  R 1.000  F1 1.000  (tp 0, fp 0, fn 0)
				status    1.000  (2 of 2)
				office    1.000  (2 of 2)
				dates     1.000  (1 of 1)
				stated    1.000  (1 of 1)
				term      1.000  (1 of 1)`,
		},
		{
			name: "a miss, a false alarm, a wrong status and date", kind: "holding", system: `
				{"kind": "holding", "person": "Trần Thị Mẫu", "post": "Bí thư", "organization": "Quận ủy Hà Đông", "status": "holds"}
				{"kind": "holding", "person": "Trần Thị Mẫu", "post": "Ủy viên", "organization": "Quận ủy Hà Đông", "status": "holds"}`,
			want: `
				- a.txt holding Trần Thị Mẫu | Ủy viên | Thành ủy Hà Nội | holds
				+ a.txt holding Trần Thị Mẫu | Ủy viên | Quận ủy Hà Đông | holds
				~ a.txt status Trần Thị Mẫu | Bí thư | Quận ủy Hà Đông | starts: gold starts, got holds
				~ a.txt from Trần Thị Mẫu | Bí thư | Quận ủy Hà Đông | starts: gold 2018-09, got None
				documents 1
				person    P 1.000  R 1.000  F1 1.000  (tp 1, fp 0, fn 0)
				holding   P 0.500  R 0.500  F1 0.500  (tp 1, fp 1, fn 1)
				loose     P 1.000  R 1.000  F1 1.000  (tp 2, fp 0, fn 0)
				status    0.000  (0 of 1)
				office    1.000  (1 of 1)
				dates     0.000  (0 of 1)`,
		},
		{
			name: "optional gold, its person, a repeat and another document cost nothing", kind: "holding", system: `
				{"kind": "holding", "person": "Lê Văn Thử", "post": "Hiệu trưởng", "organization": "Trường Mẫu", "status": "holds"}
				{"kind": "holding", "person": "Lê Văn Thử", "post": "Giáo viên", "organization": "Trường Mẫu", "status": "holds"}
				{"kind": "holding", "person": "Lê Văn Thử", "post": "Hiệu trưởng", "organization": "Trường Mẫu", "status": "former"}
				{"source": "b.txt", "kind": "holding", "person": "Người Khác", "post": "Bí thư", "status": "holds"}`,
			want: `
				- a.txt holding Trần Thị Mẫu | Bí thư | Quận ủy Hà Đông | starts
				- a.txt holding Trần Thị Mẫu | Ủy viên | Thành ủy Hà Nội | holds
				documents 1
				person    P 1.000  R 0.000  F1 0.000  (tp 0, fp 0, fn 1)
				holding   P 1.000  R 0.000  F1 0.000  (tp 0, fp 0, fn 2)
				loose     P 1.000  R 0.000  F1 0.000  (tp 0, fp 0, fn 2)`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got strings.Builder
			if err := Compare(documents(t, gold), documents(t, c.system), c.kind).Print(&got, true); err != nil {
				t.Fatal(err)
			}
			if want := strings.ReplaceAll(strings.TrimSpace(c.want), "\t", "") + "\n"; got.String() != want {
				t.Errorf("got\n%swant\n%s", got.String(), want)
			}
		})
	}
}

func TestRules(t *testing.T) {
	report := Compare(documents(t, gold), documents(t, `
		{"kind": "holding", "rule": "apposition", "person": "Trần Thị Mẫu", "post": "Bí thư", "organization": "Quận ủy Hà Đông", "status": "holds"}
		{"kind": "holding", "rule": "apposition", "person": "Trần Thị Mẫu", "post": "Bí thư", "organization": "Quận ủy Hà Đông", "status": "starts"}
		{"kind": "holding", "rule": "apposition", "person": "Trần Thị Mẫu", "post": "Chủ tịch", "organization": "Quận ủy Hà Đông", "status": "starts"}
		{"kind": "holding", "rule": "school", "person": "Lê Văn Thử", "post": "Hiệu trưởng", "organization": "Trường Mẫu", "status": "holds"}
		{"kind": "holding", "rule": "school", "person": "Lê Văn Thử", "post": "Giáo viên", "organization": "Trường Mẫu", "status": "holds"}
		{"kind": "congress", "rule": "congress", "body": "Đảng bộ quận Hà Đông", "ordinal": 21, "term": "2015-2020"}
		{"kind": "document", "type": "Chỉ thị", "code": "05-CT/TW"}
		{"source": "b.txt", "kind": "meeting", "rule": "session", "body": "Quốc hội", "ordinal": 4}`), "")
	want := []Rule{
		{Name: "apposition", Fired: 3, Right: 1, Wrong: 1, Repeated: 1, Astray: 1},
		{Name: "school", Fired: 2, Optional: 2},
		{Name: "", Fired: 1, Right: 1},
		{Name: "congress", Fired: 1, Right: 1, Astray: 1},
	}
	if got := report.Rules(); !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := report.Rules()[0].Share(); got != 0.5 {
		t.Errorf("one right and one wrong: share %v, want 0.5", got)
	}
}
