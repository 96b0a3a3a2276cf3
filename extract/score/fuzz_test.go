package score

import (
	"bytes"
	"reflect"
	"testing"
)

// FuzzRecords reads any lines as records: what is taken can be compared, with the same outcome twice.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{
		`{"source": "a.txt", "kind": "holding", "person": "Lê Văn Thử", "post": "Bí thư", "organization": "Quận ủy Ba Đình", "status": "holds", "from": "2018-02", "also": ["Thử"]}`,
		`{"source": "a/b.txt", "kind": "document", "type": "Chỉ thị", "code": "05-CT/TW", "codes": ["5"]}` + "\n" + `{"source": "a/b.txt", "kind": "congress", "body": "Đảng bộ quận Ba Đình", "ordinal": 25, "term": "2015-2020"}`,
		`{"source": "c", "kind": "meeting", "body": "", "ordinal": "6", "date": null}`, `{"source": "d"}`, `{"source": 1}`, "{}{}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		docs := Documents{}
		for line := range bytes.Lines(raw) {
			if err := docs.Add(line); err != nil && err.Error() == "" {
				t.Error("an error without words")
			}
		}
		if first, second := Compare(docs, docs, ""), Compare(docs, docs, ""); !reflect.DeepEqual(first, second) {
			t.Errorf("%q: %+v, then %+v", raw, first, second)
		}
	})
}
