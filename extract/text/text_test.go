package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/text"
)

func TestNormalize(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"uỷ", "ủy", "new tone place"},
		{"Uỷ", "Ủy", "with its case"},
		{"UỶ", "ỦY", "in capitals"},
		{"khoá", "khóa", "oa"},
		{"hoè", "hòe", "oe"},
		{"quý", "quý", "after q the u is no vowel"},
		{"hoàn", "hoàn", "closed syllables have one place only"},
		{"thuỳ", "thùy", "uy"},
		{norm.NFD.String("Nguyễn"), "Nguyễn", "decomposed"},
		{"–", "-", "dash"},
		{"H’Drai", "H'Drai", "apostrophe"},
		{"Ðình", "Đình", "Eth for Đ"},
		{"Ɖặng", "Đặng", "African D for Đ"},
		{"Huỵên", "Huyện", "tone on the vowel before"},
		{"Huyêṇ", "Huyện", "tone on the end"},
		{"quyêt́", "quyết", "the same"},
		{"Toaǹ", "Toàn", "the same, without another mark"},
		{"Tòan", "Toàn", "the tone of an open syllable in a closed one"},
		{"cuả", "của", "the tone on the glide"},
		{"gìa", "già", "gi is the onset"},
		{"giếng", "giếng", "and stays where it is right"},
		{"khuỷu", "khuỷu", "the middle one of three"},
		{"Trà\u0302n", "Trần", "a circumflex behind the tone"},
		{"NGUYỄN", "NGUYỄN", "in capitals"},
		{"HUỴÊN", "HUYỆN", "wrong in capitals"},
		{"Niê", "Niê", "no tone"},
		{"Mlô", "Mlô", "no syllable of Vietnamese"},
		{"Th\u00ad\u2060úy\ufe0f", "Thúy", "what nobody sees"},
	} {
		if got := text.Normalize(c.in); got != c.want {
			t.Errorf("%s: Normalize(%q) = %q, want %q", c.why, c.in, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Bí thư Quận uỷ", "Bí thư Quận ủy"},
		{"Thành ủy.Theo", "Thành ủy . Theo"},
		{"05-CT/TW", "05 - CT / TW"},
		{"BCH TƯ Đảng, UBTW MTTQ, T.Ư Đoàn", "BCH Trung ương Đảng , UB Trung ương MTTQ , Trung ương Đoàn"},
		{"UBTƯMTTQVN, BTCTW. T.W Hội", "UB Trung ương MTTQVN , BTC Trung ương . Trung ương Hội"},
		{"SỞ KẾ HOẠCH VÀ ĐẦU TƯ. BỘ TƯ PHÁP; TƯ LỆNH", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ . BỘ TƯ PHÁP ; TƯ LỆNH"},
		{"NETWORK TWITTER TƯỜNG TƯỚNG TRƯỞNG", "NETWORK TWITTER TƯỜNG TƯỚNG TRƯỞNG"},
		{"NQ-T.Ư 15/T.W", "NQ - T . Ư 15 / T . W"},
		{"TP.HCM", "TP . HCM"},
		{"quận Ba ĐìnhQuận", "quận Ba Đình Quận"},
		{"10-CTr/QU TTg ThS", "10 - CTr / QU TTg ThS"},
		{"Tỉnh_uỷ", "Tỉnh ủy"},
		{"Ia H’Drai, xã", "Ia H'Drai , xã"},
		{"a\u00a0b", "a b"},
		{"QH14 12/7/2018", "QH14 12 / 7 / 2018"},
		{"'Tốt'nhất", "' Tốt ' nhất"},
		{"Thúy2 Quận1 khóa13 H'Loan2", "Thúy 2 Quận 1 khóa 13 H'Loan 2"},
		{"B41 QH14 A2 5A", "B41 QH14 A2 5A"},
	} {
		var got []string
		for _, tok := range text.New([]byte(c.in)).Tokens() {
			got = append(got, tok.Norm)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("tokens of %q: %q, want %q", c.in, s, c.want)
		}
	}
}

func TestLineCol(t *testing.T) {
	x := text.New([]byte("một\nhai ba"))
	tok := x.Tokens()[2]
	if l, c := x.LineCol(tok.Span.Start); l != 2 || c != 5 {
		t.Errorf("third word at %d:%d, want 2:5", l, c)
	}
}

// What nobody sees or says is no part of a text: words are found as if it were not there, and their spans count it.
func TestQuiet(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		{"Hòa\u2060 Th\u200búy\u200e,", "Hòa Thúy,", "marks without width, between words, in one, behind one"},
		{"Bí\u200bthư", "Bí thư", "two words without a space are told by their syllables"},
		{"Hòa\x07 \x1fThúy", "Hòa Thúy", "control characters"},
		{"Hòa\u034f Thúy\ufe0f", "Hòa Thúy", "a joiner of graphemes, a choice of shapes"},
		{"Th\u00ad\r\núy là", "Thúy là", "a hyphen put in where the line ends"},
		{"Hòa\ue012 Thúy\ufffd", "Hòa Thúy", "signs that no font shows, behind a word"},
		{"Hòa\ufffdThúy", "Hòa Thúy", "or between two"},
		{"Th\ufffdy", "Th\ufffdy", "within a word it stands for a letter"},
		{"\uf0b7 Hòa\n\uf0a7Thúy", "• Hòa \uf0a7Thúy", "before a word of a list it is the sign of an item"},
		{"Nam¹, Lan¹²† (Vinh)³", "Nam, Lan (Vinh)", "figures and daggers that refer to a note"},
		{"Nam[4], Lan[a] Vinh(1) Tú[cần dẫn nguồn] là", "Nam, Lan Vinh Tú là", "and brackets"},
		{"Nam [4], Lan [5] và", "Nam , Lan [5] và", "with a blank before, where a sign follows"},
		{"[4] Nam (4) [sửa]", "[4] Nam (4) [sửa]", "not behind a space"},
		{"Ngoại giao[sửa]\nNam", "Ngoại giao[sửa] Nam", "a link for editors ends a heading"},
		{"Th-úy, Đ-\nông, Xê-út, Bà Rịa-Vũng Tàu, CT-UBND", "Thúy, Đông, Xê-út, Bà Rịa-Vũng Tàu, CT-UBND", "a hyphen in a syllable"},
	} {
		x := text.New([]byte(c.in))
		if got := x.Join(0, x.Len()); got != c.want {
			t.Errorf("%s: %q is %q, want %q", c.why, c.in, got, c.want)
		}
	}
	x := text.New([]byte("ông Trần Hòa\u200b Th\u00adúy\u200b, Bí thư"))
	if got, want := x.Slice(x.Span(1, 4)), "Trần Hòa\u200b Th\u00adúy"; got != want {
		t.Errorf("the bytes of a name are %q, want %q", got, want)
	}
}

// Whatever the bytes, spans are in order, within bounds, do not overlap, lie on rune edges of valid
// input, leave out white space only, normalising is idempotent, and what a Reader read before changes nothing.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Bí thư Quận uỷ Ba\n\nĐình.", norm.NFD.String("khoá XXV – năm"), "a\xffb", "H'Drai ''", "\u200b\ufeff"} {
		f.Add([]byte(s))
	}
	used := text.NewReader(nil)
	f.Fuzz(func(t *testing.T, raw []byte) {
		x := text.New(raw)
		again := used.Read(raw, nil)
		given := len(raw)
		raw = x.Raw()
		if again.Len() != x.Len() {
			t.Fatalf("%d words, then %d", x.Len(), again.Len())
		}
		end := 0
		for i, tok := range x.Tokens() {
			if other := again.Tokens()[i]; other.Span != tok.Span || other.Norm != tok.Norm || other.Breaks != tok.Breaks {
				t.Fatalf("%+v, then %+v", tok, other)
			}
			if line, col := x.LineCol(tok.Span.Start); line < 1 || col < 1 {
				t.Fatalf("%v is at %d:%d", tok.Span, line, col)
			}
			if tok.Span.Start < end || tok.Span.End <= tok.Span.Start || tok.Span.End > len(raw) {
				t.Fatalf("span %v after offset %d of %d", tok.Span, end, len(raw))
			}
			if s := x.Span(i, i+1); s.Start < tok.Span.Start || s.Len() < tok.Span.Len() || s.End > given {
				t.Fatalf("span %v of %d bytes is %v of %d", tok.Span, len(raw), s, given)
			}
			gap := strings.NewReplacer("_", " ", "*", " ", "\u200b", " ").Replace(string(raw[end:tok.Span.Start]))
			if strings.TrimSpace(gap) != "" && utf8.ValidString(gap) {
				t.Fatalf("lost %q", gap)
			}
			if utf8.Valid(raw) && !utf8.RuneStart(raw[tok.Span.Start]) {
				t.Fatalf("span %v starts inside a rune", tok.Span)
			}
			if n := text.Normalize(tok.Norm); n != tok.Norm {
				t.Fatalf("Normalize(%q) = %q", tok.Norm, n)
			}
			end = tok.Span.End
		}
	})
}

// Words that a text writes without the space between them are two tokens; words of other languages and names stay whole.
func TestGluedSyllables(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"giữ chủtịch", "giữ chủ tịch"},
		{"banhành nghị quyết", "ban hành nghị quyết"},
		{"vàHĐND huyện", "và HĐND huyện"},
		{"chức danhỦy viên", "chức danh Ủy viên"},
		{"VietinBank", "VietinBank"},
		{"Facebook", "Facebook"},
		{"ông Êban", "ông Êban"},
		{"nghiêng ngửa", "nghiêng ngửa"},
		{"ThS Lê An", "ThS Lê An"},
	} {
		x := text.New([]byte(c.in))
		if got := x.Join(0, x.Len()); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// What marks up a text is no token of it.
func TestMarkup(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ông [Trần Văn A](https://vi.example.org/wiki/A_(họ)), Bí thư", "ông Trần Văn A, Bí thư"},
		{"ông [[Trần Văn A]] và [[Lê Văn B|ông B]]", "ông Trần Văn A và ông B"},
		{"ông Trần Văn A,[12] Bí thư[a]", "ông Trần Văn A, Bí thư"},
		{"<b>Trần Văn A</b>, <a href=\"/x\">Bí thư</a>", "Trần Văn A, Bí thư"},
		{"[[Tập tin:A.jpg|nhỏ|Ông A]] và", "Ông A và"},
		{"[1] Nghị quyết", "[1] Nghị quyết"},
		{"[sửa | sửa mã nguồn]", "[sửa | sửa mã nguồn]"},
		{"a < b và [Trần Văn A] (Bí thư)", "a < b và [Trần Văn A] (Bí thư)"},
	} {
		x := text.New([]byte(c.in))
		if got := x.Join(0, x.Len()); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// i and y make no difference where a syllable is spelt with either; in the name of a person they stay.
func TestSameVowel(t *testing.T) {
	for _, c := range []struct{ in, want string }{{"Kĩ", "kỹ"}, {"lí", "lý"}, {"sỹ", "sĩ"}, {"Mi", "my"}, {"quí", "quí"}, {"khi", "khi"}, {"thi", "thi"}, {"tin", "tin"}} {
		if got := text.Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	if x := text.New([]byte("Trần Thị Mi")); x.Join(0, 3) != "Trần Thị Mi" {
		t.Error("a name changes its spelling")
	}
}
