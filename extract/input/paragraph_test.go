package input

import (
	"strings"
	"testing"
)

// Each line of a sample is one of a page: its indent in spaces, its text. An empty line is a gap. What is
// printed on one line of want is one paragraph.
func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"Quận ủy công bố quyết định điều động\nbà Mẫu.", "Quận ủy công bố quyết định điều động bà Mẫu."},
		{"Quyết nghị:\nĐiều 1. Bầu ông Thử giữ chức Chủ tịch huyện", "Quyết nghị:\nĐiều 1. Bầu ông Thử giữ chức Chủ tịch huyện"},
		{"Hội nghị đã bế mạc vào buổi chiều nay.\n    Tin khác ở trang sau của tờ báo này.", "Hội nghị đã bế mạc vào buổi chiều nay.\nTin khác ở trang sau của tờ báo này."},
		{"Hội nghị đã khai mạc vào sáng nay và\n\nTin khác", "Hội nghị đã khai mạc vào sáng nay và\nTin khác"},
	} {
		var lines []pdfLine
		y := 800.0
		for l := range strings.SplitSeq(c.page, "\n") {
			y -= 14
			if l == "" {
				y -= 14
				continue
			}
			lines = append(lines, pdfLine{text: l, left: 6 * float64(len(l)-len(strings.TrimLeft(l, " "))), y: y, size: 12, page: 1})
		}
		if got := paragraphs(lines); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
