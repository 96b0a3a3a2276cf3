package extract_test

import (
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A sentence goes on over the end of a line and of a page, wherever that stands: the number of the page and the head that all pages have are no
// part of it.
func TestBroken(t *testing.T) {
	x := extract.New(lists(t))
	words := strings.Fields("Theo quyết định, đồng chí Trần Hòa Thúy được bầu giữ chức Bí thư Huyện ủy Đô Lương nhiệm kỳ 2020 - 2025.")
	head := "\n\nBản tin Đảng bộ tỉnh, số 1\n"
	for _, end := range []string{"\n", "\f", "\n\f", "\n12\n", "\n\n12\n\n", "\n- 12 -\n", "\n12/30\n\f", "\n12" + head} {
		pages := "Ngày 12/3/2024.\n"
		if strings.HasSuffix(end, head) {
			page := strings.Repeat("Hội nghị bàn về công tác cán bộ.\n", 10)
			pages = head + page + "Ngày 12/3/2024." + head + page
		}
		for k := 1; k < len(words); k++ {
			text := pages + strings.Join(words[:k], " ") + end + strings.Join(words[k:], " ")
			var got []string
			for _, r := range x.Extract(record.Document{Name: "broken", Raw: []byte(text)}).Records {
				got = append(got, show(t, r))
			}
			if len(got) != 1 || got[0] != "holding | Trần Hòa Thúy | Bí thư | Huyện ủy Đô Lương | starts" {
				t.Errorf("%q: %q", text, got)
			}
		}
	}
	for _, rows := range []string{ // the numbers of rows are none of pages
		"TT\nHọ và tên\nChức vụ\n1\nTrần Văn Hạo\nBí thư Đảng ủy xã Tân Hội\n2\nLê Thị Mận\nChủ tịch UBND xã Tân Hội\n3\nPhạm Đức Cẩn\nPhó Chủ tịch UBND xã Tân Hội\n",
	} {
		if got := x.Extract(record.Document{Name: "rows", Raw: []byte(rows)}).Records; len(got) != 3 {
			t.Errorf("%q: %d records, want 3", rows, len(got))
		}
	}
}
