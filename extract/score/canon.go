package score

import "strings"

// forms knows which wordings of a post, an organisation or a document mean the same.
type forms struct {
	abbreviations map[string][]string // one word -> the words it stands for
	rewrites      []rewrite           // in the order in which they are applied
	dropped       map[string]bool     // words that say nothing in the name of a document
}

func newForms() *forms {
	f := &forms{abbreviations: map[string][]string{}, rewrites: rewrites(), dropped: map[string]bool{}}
	for _, a := range abbreviations() {
		f.abbreviations[plain(a[0])] = words(a[1])
	}
	for _, w := range []string{"của", "lần", "thứ", "số", "khóa", "hội", "nghị", "về", "ban", "chấp", "hành", "đại", "toàn", "quốc", "đảng"} {
		f.dropped[plain(w)] = true
	}
	return f
}

// abbreviations and what they stand for.
func abbreviations() [][2]string {
	return [][2]string{
		{"UBND", "Ủy ban nhân dân"}, {"HĐND", "Hội đồng nhân dân"},
		{"UBMTTQ", "Ủy ban Mặt trận Tổ quốc"}, {"MTTQ", "Mặt trận Tổ quốc"},
		{"UBKT", "Ủy ban Kiểm tra"}, {"BCH", "Ban Chấp hành"}, {"BTV", "Ban Thường vụ"},
		{"TPHCM", "thành phố Hồ Chí Minh"}, {"HCM", "Hồ Chí Minh"}, {"TP", "thành phố"},
		{"TW", "Trung ương"}, {"TƯ", "Trung ương"}, {"ĐBQH", "Đại biểu Quốc hội"},
		{"CHXHCN", "Cộng hòa xã hội chủ nghĩa"}, {"VN", "Việt Nam"}, {"TX", "thị xã"}, {"TT", "thị trấn"},
		{"LĐLĐ", "Liên đoàn Lao động"}, {"LHPN", "Liên hiệp Phụ nữ"}, {"TNCS", "Thanh niên Cộng sản"},
		{"PCT", "Phó Chủ tịch"}, {"QĐND", "Quân đội nhân dân"}, {"CAND", "Công an nhân dân"},
		{"TAND", "Tòa án nhân dân"}, {"VKSND", "Viện kiểm sát nhân dân"}, {"THCS", "trung học cơ sở"},
		{"LĐTBXH", "Lao động Thương binh và Xã hội"}, {"GDĐT", "Giáo dục và Đào tạo"},
		{"TNMT", "Tài nguyên và Môi trường"}, {"KHĐT", "Kế hoạch và Đầu tư"},
	}
}

// canonical is the form that all wordings of the same post or organisation share.
func (f *forms) canonical(s string) string {
	var all []string
	for _, w := range words(s) {
		if full, ok := f.abbreviations[w]; ok {
			all = append(all, full...)
		} else {
			all = append(all, w)
		}
	}
	t := strings.Join(all, " ")
	for _, r := range f.rewrites {
		t = singleSpaces(r.apply(t))
	}
	return singleSpaces(withoutRepeats(t))
}

// canonicalName is the form that all wordings of the same document's name share.
func (f *forms) canonicalName(s string) string {
	var kept []string
	for _, w := range strings.Fields(f.canonical(romanToArabic(s))) {
		if !f.dropped[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// singleSpaces sets runs of spaces as one and cuts those at the ends.
func singleSpaces(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}
