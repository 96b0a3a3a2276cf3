package graph

import "testing"

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
		{"Nguyễn Thị Ánh", "nguyen thi anh"}, // decomposed
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

func TestKeysOfThings(t *testing.T) {
	g := newAtlas(units)
	d := &description{places: g, nodes: nil, local: &document{iri: ArticleIRI("a.txt")}}
	for _, c := range []struct{ title, org, place, ask string }{
		{"Bí thư", "Quận ủy Ba Đình", "D001.1", "Bí thư Quận uỷ Ba Đình"},
		{"Bí thư", "Quận ủy Ba Đình", "D001.1", "bi thu quan uy ba dinh ha noi"},
		{"Chủ tịch", "Ủy ban nhân dân quận Long Biên", "D004.1", "Chủ tịch UBND quận Long Biên"},
		{"Chủ tịch", "Ủy ban nhân dân quận Long Biên", "D004.1", "Chủ tịch UBND Long Biên"},
		{"Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", "P01.1", "Chủ tịch UBND TP Hà Nội"},
		{"Chủ tịch", "Ủy ban nhân dân thành phố Hà Nội", "P01.1", "Chủ tịch UBND Hà Nội"},
		{"Trưởng ban", "Ban Tổ chức Quận ủy Ba Đình", "D001.1", "Trưởng ban Tổ chức Quận ủy Ba Đình"},
		{"Ủy viên", "Thành ủy Hà Nội", "P01.1", "Thành ủy viên Hà Nội"},
		{"Ủy viên", "Ban Chấp hành Trung ương Đảng", "", "Ủy viên Trung ương Đảng"},
		{"Ủy viên", "Ban Chấp hành Trung ương Đảng", "", "Ủy viên BCH Trung ương Đảng"},
	} {
		nodes := describeAll(d, func() { d.post(c.title, c.org, c.place) })
		found := false
		for _, q := range nodes {
			found = found || q.Predicate == PropKey && Words(q.Object) == Key(c.ask)
		}
		if !found {
			t.Errorf("%q does not find %s, %s: no key %q", c.ask, c.title, c.org, Key(c.ask))
		}
	}
}
