package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/record"
)

// surnames is a ring: each is swapped for one further on.
var surnames = strings.Fields("Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô Hà Tạ Chu Cao Lưu Quách Thái")

// districts are swapped for others of the same city and kind.
var districts = map[string]string{"Ba Đình": "Hoàn Kiếm", "Long Biên": "Cầu Giấy", "Hai Bà Trưng": "Hoàng Mai", "Hoàn Kiếm": "Tây Hồ"}

// swapped writes a copy of gold and articles with other surnames, districts and ordinals, and gives the
// paths of both.
func swapped(t *testing.T, gold, articles string) (string, string) {
	t.Helper()
	raw, err := os.ReadFile(gold)
	if err != nil {
		t.Fatal(err)
	}
	var records []map[string]any
	for lines := bufio.NewScanner(bytes.NewReader(raw)); lines.Scan(); {
		var r map[string]any
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	s := newSwapper(records)
	dir := t.TempDir()
	var out bytes.Buffer
	for _, r := range records {
		if err := json.NewEncoder(&out).Encode(s.record(r)); err != nil {
			t.Fatal(err)
		}
	}
	write := func(name string, text []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	names, err := filepath.Glob(filepath.Join(articles, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d articles, %v", articles, len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		other := s.text(string(text))
		if other == norm.NFC.String(string(text)) && len(text) > 5000 {
			t.Errorf("%s: nothing was swapped", name)
		}
		write(filepath.Base(name), []byte(other))
	}
	return write("gold.jsonl", out.Bytes()), dir
}

// swapper swaps names and ordinals in texts and records.
type swapper struct {
	names map[string]string // in small letters -> the other
	find  *regexp.Regexp
}

func newSwapper(records []map[string]any) swapper {
	s := swapper{names: map[string]string{}}
	for from, to := range districts {
		s.names[strings.ToLower(from)] = to
	}
	for _, r := range records {
		if name, ok := r["person"].(string); ok {
			name = norm.NFC.String(name)
			first, rest, _ := strings.Cut(name, " ")
			k := slices.Index(surnames, first)
			s.names[strings.ToLower(name)] = surnames[(k+7)%len(surnames)] + " " + rest
		}
	}
	var all []string
	for name := range s.names {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) })
	for i, name := range all {
		all[i] = strings.ReplaceAll(regexp.QuoteMeta(name), " ", `[\s\x{a0}]+`)
	}
	s.find = regexp.MustCompile("(?i)" + strings.Join(all, "|"))
	return s
}

var (
	romans   = regexp.MustCompile(`(^|[^\pL\d/\x00-])([IVX]+)([^\pL\d/]|$)`)
	numbered = regexp.MustCompile(`(?i)((?:lần thứ|kỳ họp thứ|trung ương|khóa|khoá|đại hội)[\s\x{a0}]+)(\d{1,2})([^\pL\d/.-]|$)`)
)

// text swaps in running text.
func (s swapper) text(t string) string {
	t = s.find.ReplaceAllStringFunc(norm.NFC.String(t), func(found string) string {
		to := s.names[strings.ToLower(strings.Join(strings.Fields(found), " "))]
		if found == strings.ToUpper(found) {
			return strings.ToUpper(to)
		}
		return to
	})
	swap := func(re *regexp.Regexp, number func(string) string) {
		for range 2 { // the second time for a match that begins where one ended
			var done strings.Builder
			last := 0
			for _, m := range re.FindAllStringSubmatchIndex(t, -1) {
				done.WriteString(t[last:m[4]] + "\x00" + number(t[m[4]:m[5]]) + "\x00")
				last = m[5]
			}
			t = done.String() + t[last:]
		}
		t = strings.ReplaceAll(t, "\x00", "")
	}
	swap(romans, func(r string) string { return record.Roman(ordinalBefore(record.FromRoman(r))) })
	swap(numbered, func(d string) string {
		n, _ := strconv.Atoi(d)
		return strconv.Itoa(ordinalBefore(n))
	})
	return t
}

// record swaps in the values of a record, but for what names a file, a code or a kind.
func (s swapper) record(r map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range r {
		switch v := v.(type) {
		case string:
			if k != "source" && k != "kind" && k != "code" {
				out[k] = s.text(v)
				continue
			}
		case float64:
			if k == "ordinal" {
				out[k] = ordinalBefore(int(v))
				continue
			}
		case []any:
			if k == "also" {
				var all []string
				for _, one := range v {
					all = append(all, s.text(one.(string)))
				}
				out[k] = all
				continue
			}
		}
		out[k] = v
	}
	return out
}

// ordinalBefore is the one before, and 2 for the first.
func ordinalBefore(n int) int {
	if n <= 1 {
		return 2
	}
	return n - 1
}

func TestSwapper(t *testing.T) {
	s := newSwapper([]map[string]any{{"person": "Trần Văn An"}})
	for _, c := range []struct{ text, want string }{
		{"ông Trần Văn An, Bí thư Quận ủy Ba Đình", "ông Bùi Văn An, Bí thư Quận ủy Hoàn Kiếm"},
		{"TRẦN VĂN AN", "BÙI VĂN AN"},
		{"khóa XI, XII, kỳ họp thứ 9", "khóa X, XI, kỳ họp thứ 8"},
		{"Nghị quyết 04-NQ/TW", "Nghị quyết 04-NQ/TW"},
	} {
		if got := s.text(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
