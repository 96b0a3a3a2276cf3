package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A post that somebody takes up far down in a document may be background where its head tells of no such news, and news
// where it does.
func TestToldLater(t *testing.T) {
	const later = "Hội trường đã chật kín.\n\nĐại biểu đến từ nhiều nơi.\n\nKhông khí sôi nổi.\n\nAi cũng vui.\n\nÔng Mạc Hữu Bình được bổ nhiệm giữ chức Giám đốc Sở Y tế tỉnh Nghệ An.\n"
	for name, c := range map[string]struct {
		head string
		want bool
	}{
		"quiet": {"Hội chợ hoa xuân khai mạc tại Vinh.\n\n", true},
		"news":  {"Bà Hà Thị Lài được bổ nhiệm giữ chức Giám đốc Sở Nội vụ tỉnh Nghệ An.\n\n", false},
	} {
		found := false
		for _, r := range extract.New(lists(t)).Extract(record.Document{Name: "t.txt", Raw: []byte(c.head + later)}).Records {
			h, ok := r.(record.Holding)
			if !ok || h.Person != "Mạc Hữu Bình" || h.Status != record.Starts {
				continue
			}
			found = true
			if got := slices.Contains(strings.Fields(h.Proof().Doubts), "told-later"); got != c.want {
				t.Errorf("%s: told-later is %v, want %v", name, got, c.want)
			}
		}
		if !found {
			t.Errorf("%s: the post that was taken up is not read", name)
		}
	}
}
