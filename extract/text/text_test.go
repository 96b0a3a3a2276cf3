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
			gap := strings.ReplaceAll(strings.Trim(string(raw[end:tok.Span.Start]), "\ufeff\u200b"), "_", " ")
			gap = strings.ReplaceAll(gap, "*", " ")
			if strings.TrimSpace(gap) != "" && utf8.ValidString(gap) {
				if strings.Trim(strings.TrimSpace(gap), "\ufeff\u200b \n\t") != "" {
					t.Fatalf("lost %q", gap)
				}
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
