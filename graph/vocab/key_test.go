package vocab

import (
	"testing"
)

func TestKey(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Bí thư Quận ủy Ba Đình", "bi thu quan uy ba dinh"},
		{"Bí thư Quận uỷ Ba Đình", "bi thu quan uy ba dinh"},
		{"BI THU  QUAN UY\tBA DINH", "bi thu quan uy ba dinh"},
		{"Chủ tịch UBND TP Hà Nội", "chu tich uy ban nhan dan thanh pho ha noi"},
		{"Chủ tịch Ủy ban nhân dân thành phố Hà Nội", "chu tich uy ban nhan dan thanh pho ha noi"},
		{"TP.HCM", "thanh pho ho chi minh"},
		{"Ủy viên T.Ư Đảng", "uy vien trung uong dang"},
		{"05-CT/TW", "05 ct trung uong"},
		{"Quân ủy Trung ương", "quan uy trung uong"},
		{"Nguyễn Thị Ánh", "nguyen thi anh"},       // decomposed
		{"Ðặng Thị Ɖào", "dang thi dao"},           // Eth and African D
		{"Hòa\u2060 Th\u00adúy\u200b", "hoa thuy"}, // what nobody sees
		{"Bí\u200bthư", "bi thu"},
		{"Huỵên uỷ, Toaǹ¹", "huyen uy toan"},
		{"— … !", ""},
	} {
		if got := Key(c.in); got != c.want {
			t.Errorf("Key(%q) = %q, want %q", c.in, got, c.want)
		}
		if again := Key(Key(c.in)); again != Key(c.in) {
			t.Errorf("Key(Key(%q)) = %q", c.in, again)
		}
	}
}
