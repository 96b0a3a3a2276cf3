package score

import "testing"

// Wordings of one post or organisation share a canonical form; those of different ones do not.
func TestCanonical(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		// Spelling.
		{"Ủy ban nhân dân", "Uỷ Ban Nhân Dân", true}, // where the tone mark stands
		{"Thành ủy", "Tha\u0300nh u\u0309y", true},   // composed or not
		{"Sở Nông nghiệp - Môi trường", "Sở Nông nghiệp – Môi trường", true},
		{"Quận ủy Hà Đông", "Quận ủy Hà Đồng", false}, // another tone is another word
		{"Huyện ủy Ba Vì", "Huyện ủy Ba Vi", false},

		// Abbreviations.
		{"Chủ tịch UBND TP Hải Phòng", "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng", true},
		{"Chủ tịch HĐND", "Chủ tịch UBND", false},
		{"Phó ban Tổ chức TƯ", "Phó ban Tổ chức Trung ương", true},
		{"PCT UBND TX Sơn Tây", "Phó Chủ tịch Ủy ban nhân dân thị xã Sơn Tây", true},

		// One organisation of the party under several names.
		{"Bí thư Ban Chấp hành Đảng bộ quận Ba Đình", "Bí thư Quận ủy Ba Đình", true},
		{"Bí thư Đảng bộ tỉnh Cà Mau", "Bí thư Tỉnh ủy Cà Mau", true},
		{"Bí thư Thị xã ủy Sơn Tây", "Bí thư Đảng bộ thị xã Sơn Tây", true},
		{"Bí thư Đảng bộ phường Láng", "Bí thư Đảng ủy phường Láng", true},
		{"Bí thư Quận ủy quận 7", "Bí thư Quận ủy 7", true},
		{"Ủy viên Thường vụ Huyện ủy", "Ủy viên Ban Thường vụ Huyện ủy", true},
		{"Ủy viên Trung ương Đảng", "Ủy viên Ban Chấp hành Trung ương", true},
		{"Bí thư Quận ủy Ba Đình", "Bí thư Huyện ủy Ba Đình", false},
		{"Bí thư Thành ủy Cà Mau", "Bí thư Tỉnh ủy Cà Mau", false},

		// Places: a central city is known without its kind, any other is not.
		{"Công an thành phố Huế", "Công an Huế", true},
		{"Công an thành phố Cà Mau", "Công an Cà Mau", false},
		{"Công an tỉnh Cà Mau", "Công an Cà Mau", true},

		// Words that say nothing, and words said twice.
		{"Chủ nhiệm Ủy ban Pháp luật của Quốc hội Việt Nam", "Chủ nhiệm Ủy ban Pháp luật Quốc hội", true},
		{"Bộ trưởng Bộ Giáo dục và Đào tạo", "Bộ trưởng Bộ GDĐT", true},
		{"Trưởng Công an Công an quận 3", "Trưởng Công an quận 3", true},
		{"Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Chủ tịch nước", true},
	} {
		f := newForms()
		a, b := f.canonical(c.a), f.canonical(c.b)
		if (a == b) != c.same {
			t.Errorf("%q is %q and %q is %q: same is %t, want %t", c.a, a, c.b, b, a == b, c.same)
		}
	}
}

func TestCanonicalForm(t *testing.T) {
	for in, want := range map[string]string{
		"": "",
		"Bí thư Thành ủy thành phố Đà Nẵng": "bi1 thư thanh2 uy3 đa2 năng4",
		"1 2 3 1 2 3 1 2": "1 2 3 1 2", // three words said twice, then two more
		"7 7 7":           "7",
		"1 2 12":          "1 2 12",
	} {
		if got := newForms().canonical(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestCanonicalName(t *testing.T) {
	for _, c := range [][2]string{
		{"Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Hội nghị Trung ương 4, khóa 12"},
		{"Nghị quyết Đại hội Đảng bộ quận Ba Đình lần thứ XXVI", "Nghị quyết Quận ủy Ba Đình 26"},
	} {
		f := newForms()
		if a, b := f.canonicalName(c[0]), f.canonicalName(c[1]); a != b {
			t.Errorf("%q is %q and %q is %q", c[0], a, c[1], b)
		}
	}
}

func TestCode(t *testing.T) {
	for in, want := range map[string]string{
		"05 - CT/TƯ":  "5-CT/TW",
		"15–nq/tu":    "15-NQ/TU",
		"026/CT-TTg":  "26/CT-TTG",
		"00-A":        "0-A",
		"0":           "0",
		" 39 ":        "39",
		"12-Q\u0110i": "12-QĐI",
	} {
		if got := code(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestRomanToArabic(t *testing.T) {
	for in, want := range map[string]string{
		"khóa XII":      "khóa 12",
		"XIV, IX và XL": "14, 9 và 40",
		"VIệt":          "VIệt",
		"MIX":           "MIX",
		"I_":            "I_",
	} {
		if got := romanToArabic(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[string]string{
		"26": "26", "-0": "0", "26.0": "26.0", "2.50": "2.5", "1e3": "1000.0", "1e16": "1e+16", "0.00001": "1e-05", "1e999": "inf",
	} {
		if got := number(in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}
