package extract_test

import (
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A page is the text of a document when its letterhead says so.
func TestLetterhead(t *testing.T) {
	x := extract.New(lists(t))
	for _, c := range []struct{ text, want string }{
		{"CHÍNH PHỦ\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-----\nSố: 302/2025/NĐ-CP\nHà Nội, ngày 19 tháng 11 năm 2025\n\nNGHỊ ĐỊNH\n\nVề quỹ nhà ở\n",
			"Nghị định 302/2025/NĐ-CP, Chính phủ, 2025-11-19"},
		{"BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*****\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 45-HD/BTCTW\nHà Nội, ngày 21 tháng 11 năm 2025\n\nHƯỚNG DẪN\n",
			"Hướng dẫn 45-HD/BTCTW, Ban Tổ chức Trung ương, 2025-11-21"},
		{"| **ỦY BAN NHÂN DÂN**\nTHÀNH PHỐ HẢI PHÒNG |\n| Số: 913/2025/QĐ-UBND | *Hải Phòng, ngày 18 tháng 11 năm 2025* |\n\n**QUYẾT ĐỊNH**\n\nVề phân cấp\n",
			"Quyết định 913/2025/QĐ-UBND, Ủy ban nhân dân thành phố Hải Phòng, 2025-11-18"},
		{"Số: 12-CT/TW\nHà Nội, ngày 2 tháng 3 năm 2021\n\nMột chỉ thị không có dòng ghi tên loại\n", ""},               // CT is of two types
		{"Ngày 5/3, Thủ tướng ký Quyết định số 45/2019/QĐ-TTg.\n\nSố: ba.\n", ""},                                       // an article about it
		{"Sáng nay, hội nghị diễn ra tại Hà Nội.\nSố 1 trong các việc là Nghị quyết 18-NQ/TW.\nSố 22 là của ai?\n", ""}, // numbers of something else
	} {
		got := ""
		if own := x.Extract(record.Document{Name: "x.txt", Raw: []byte(c.text)}).Own; own != nil {
			got = own.Type + " " + own.Code + ", " + own.Issuer + ", " + own.Date.String()
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
