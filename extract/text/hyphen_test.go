package text

import (
	"strings"
	"testing"
)

// TestOldSpelling: the hyphens within words are spaces in a text that writes all its words so, and stay in another, and in names.
func TestOldSpelling(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"ông Trần-văn-Hòa làm Chủ-tịch Ủy-ban Hành-chính tỉnh Nghệ-An", "ông|Trần|-|văn|-|Hòa|làm|Chủ|tịch|Ủy|ban|Hành|chính|tỉnh|Nghệ|An"},
		{"Tỉnh ủy Bà Rịa-Vũng Tàu họp", "Tỉnh|ủy|Bà|Rịa|-|Vũng|Tàu|họp"},
		{"Chủ-tịch UBND xã", "Chủ|-|tịch|UBND|xã"},
	} {
		x := New([]byte(c.raw))
		var words []string
		for _, token := range x.Tokens() {
			words = append(words, c.raw[token.Span.Start:token.Span.End])
		}
		if got := strings.Join(words, "|"); got != c.want {
			t.Errorf("%q: got %s, want %s", c.raw, got, c.want)
		}
	}
}
