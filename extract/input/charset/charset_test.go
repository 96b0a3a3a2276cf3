package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// sampleText is Vietnamese text with most letters, in our own words.
const sampleText = `Ngày 11/5/2020, Hội đồng nhân dân quận tổ chức kỳ họp thứ mười để kiện toàn nhân sự.
Các đại biểu đã bầu ông Nguyễn Văn Thử giữ chức Phó Chủ tịch Ủy ban nhân dân; đồng chí Đỗ Thị Mẫu được
điều động về Sở Kế hoạch và Đầu tư. Kết quả: 35/36 phiếu tán thành. Ở phường, việc lấy ý kiến cử tri
sẽ kết thúc trước quý tới, theo đúng quy định của Luật Tổ chức chính quyền địa phương.
`

// encodeAs is the opposite of decode, for samples: each letter by the tables, for Windows-1258 with its
// tone behind it. Letters that the encoding lacks make the test fail.
func encodeAs(t testing.TB, e Encoding, text string) []byte {
	t.Helper()
	var out []byte
	switch e {
	case UTF8:
		return []byte(text)
	case UTF16:
		out = []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(text)) {
			out = append(out, byte(u), byte(u>>8))
		}
		return out
	}
	for _, c := range text {
		out = append(out, encodeLetter(t, e, c)...)
	}
	return out
}

func encodeLetter(t testing.TB, e Encoding, c rune) []byte {
	t.Helper()
	if c < 0x80 {
		return []byte{byte(c)}
	}
	switch e {
	case Windows1258:
		if b, ok := charmap.Windows1258.EncodeRune(c); ok {
			return []byte{b}
		}
		bare, tone := withoutTone(string(c))
		b, ok := charmap.Windows1258.EncodeRune([]rune(bare)[0])
		mark, too := charmap.Windows1258.EncodeRune(tone)
		if ok && too {
			return []byte{b, mark}
		}
	case TCVN3, VISCII:
		table := tables.tcvn3
		if e == VISCII {
			table = tables.viscii
		}
		for b, r := range table {
			if r == c {
				return []byte{byte(b)}
			}
		}
	case VNI:
		for code, r := range tables.vni {
			second := []rune(code)[len([]rune(code))-1]
			if r == c && unicode.IsUpper(c) == unicode.IsUpper(second) {
				raw, _ := windows1252(code)
				return raw
			}
		}
	}
	t.Fatalf("%s has no %c", e, c)
	return nil
}

// Each encoding is told from its bytes, and read the same as when it is named.
func TestDecode(t *testing.T) {
	for _, e := range All()[1:] {
		raw := encodeAs(t, e, sampleText)
		for _, asked := range []Encoding{Auto, e} {
			text, found, err := Decode(raw, asked)
			if err != nil || found != e || text != sampleText {
				t.Errorf("%s, asked for %s: %s, %v, %q", e, asked, found, err, text)
			}
		}
	}
}

// One sentence is enough to tell an encoding.
func TestDetectShort(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(sampleText), "\n") {
		for _, e := range []Encoding{Windows1258, TCVN3, VNI, VISCII} {
			if found, err := Detect(encodeAs(t, e, line)); found != e {
				t.Errorf("%s: found %q, %v: %s", e, found, err, line)
			}
		}
	}
}

// What is printed in fonts of that time, from files as they were seen, with Windows' quotation marks.
func TestDecodeKnown(t *testing.T) {
	for _, c := range []struct {
		e          Encoding
		bytes, say string // bytes as characters of Windows-1252
		alone      bool   // certain enough to be mended in a text that says nothing else
	}{
		{TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", true},
		{TCVN3, "“§éc lËp – Tù do – H¹nh phóc”", "“Độc lập – Tự do – Hạnh phúc”", false},
		{TCVN3, "Uû ban nh©n d©n quËn §èng §a", "Uỷ ban nhân dân quận Đống Đa", true},
		{VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", true},
		{VNI, "“Ñoäc laäp – Töï do – Haïnh phuùc”", "“Độc lập – Tự do – Hạnh phúc”", false},
		{VNI, "THAØNH PHOÁ HOÀ CHÍ MINH, Æ, Yeân Baùi", "THÀNH PHỐ HỒ CHÍ MINH, Ỉ, Yên Bái", false},
	} {
		raw, ok := windows1252(c.bytes)
		if !ok {
			t.Fatal(c.bytes)
		}
		if text, _, err := Decode(raw, c.e); err != nil || text != c.say {
			t.Errorf("%s: %q, %v; want %q", c.e, text, err, c.say)
		}
		if text := Mend(c.bytes); c.alone && text != c.say {
			t.Errorf("mended %q to %q, want %q", c.bytes, text, c.say)
		}
	}
}

// What is no text, or could be one thing as well as another, is refused with its place.
func TestDetectRefuses(t *testing.T) {
	for _, c := range []struct {
		raw    string
		offset int
		what   string
	}{
		{"h\xf3a", 1, "byte 0xf3 is not valid UTF-8"},
		{"ủy\xe1\xbb", 4, "byte 0xe1"},
		{"một\nhai\xc0\xaf", 9, "byte 0xc0"},
		{"abc\nd\x00e", 5, "a NUL byte"},
		{"the caf\xe9 in the na\xefve c\xf4t\xe9 is d\xe9j\xe0 vu", 7, "byte 0xe9"},
	} {
		_, _, err := Decode([]byte(c.raw), Auto)
		var e *Error
		if !errors.As(err, &e) || e.Offset != c.offset || !strings.HasPrefix(e.What, c.what) {
			t.Errorf("%q: %v", c.raw, err)
		}
	}
}

func TestMend(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Nguyá»…n Phú", "Nguyá»…n Phú"}, // one word was encoded once and one twice: not certain
		{"Nguyá»…n PhÃº Trá»\u008dng", "Nguyễn Phú Trọng"},
		{"NguyÃ¡Â»â€¦n", "Nguyễn"}, // encoded three times
		{"UBND tá»‰nh\nỦy ban nhân dân\n", "UBND tỉnh\nỦy ban nhân dân\n"},
		{"Hội đồng", "Hội đồng"},
		{"Ông Müller gặp bà Ångström ở Sài Gòn", "Ông Müller gặp bà Ångström ở Sài Gòn"},
		{"Diện tích 50 m², nhiệt độ 30°C", "Diện tích 50 m², nhiệt độ 30°C"},
		{"Ho\u0323p tha\u0301ng", "Họp tháng"},
		{"SÃO PAULO Â Ô", "SÃO PAULO Â Ô"},
	} {
		if got := Mend(c.text); got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
	}
}

func TestIsSyllable(t *testing.T) {
	for _, w := range strings.Fields("Nguyễn Quốc Uỷ ủy Ủy quý giữ già gìn ở ỷ yêu khuỷu nghiêng TRƯỜNG Thuỷ thuở") {
		if !isSyllable(w) {
			t.Errorf("%s is a syllable", w)
		}
	}
	for _, w := range strings.Fields("NguyÔn ñaûng học̀ hàc bãt café ấaâ xyz") {
		if isSyllable(w) {
			t.Errorf("%s is no syllable", w)
		}
	}
}

// The short way with the usual letters says what the long way says, which takes any.
func TestWithoutTone(t *testing.T) {
	for _, w := range strings.Fields(strings.ToLower(sampleText) + " khuỷu đặng ếế hoà́ họp mật café müller ñaûng º à̀ ậ́ 가") {
		bare, tone := withoutTone(w)
		if b, o := decomposed(w); bare != b || tone != o {
			t.Errorf("%s: %q %q, the long way %q %q", w, bare, tone, b, o)
		}
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]Encoding{"UTF-8": UTF8, "ABC": TCVN3, "Windows-1258": Windows1258, "cp1258": Windows1258, "auto": Auto} {
		if e, err := Parse(name); err != nil || e != want {
			t.Errorf("%s: %s, %v", name, e, err)
		}
	}
	if _, err := Parse("koi8"); err == nil || !strings.Contains(err.Error(), "not one of auto, utf-8,") {
		t.Error(err)
	}
}

// Whatever the bytes: text is valid and composed, what is found out is what is read when it is asked for, an
// error has its place in the bytes, and mending again changes nothing.
func FuzzDecode(f *testing.F) {
	for _, e := range All()[1:] {
		f.Add(encodeAs(f, e, strings.SplitAfter(sampleText, "\n")[0]))
	}
	for _, s := range []string{"Nguyá»…n Phú", "Ã¡Â»\u0081", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "\xfe\xff\x1e\xd1", "a\x00", "Bi\u0301", "\xd2\xcc\xec"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, e := range All() {
			text, found, err := Decode(raw, e)
			if err != nil {
				checkError(t, err, raw)
				continue
			}
			checkComposed(t, string(e), text)
			mended := Mend(text)
			checkComposed(t, "mended", mended)
			if again := Mend(mended); again != mended {
				t.Errorf("%q was mended to %q, then to %q", text, mended, again)
			}
			if asked, _, err := Decode(raw, found); err != nil || asked != text {
				t.Errorf("as %s %q, %v; as %s, which was found, %q", found, asked, err, e, text)
			}
		}
	})
}

func checkComposed(t *testing.T, what, text string) {
	if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
		t.Errorf("%s: %q is not valid and composed", what, text)
	}
}

func checkError(t *testing.T, err error, raw []byte) {
	var e *Error
	if !errors.As(err, &e) || e.What == "" || e.Do == "" || e.Offset >= len(raw) {
		t.Errorf("%q: %#v", raw, err)
	}
}

// Any word of Vietnamese letters is the same when it was written and read in each encoding. Capital letters
// stand behind another one: in TCVN3 some are marks of punctuation where they do not (see singleBytes.decode).
func FuzzLetters(f *testing.F) {
	f.Add([]byte("\x00\x01 \x10abc\xff"))
	all := []byte{}
	for i := range letters {
		all = append(all, byte(i))
	}
	f.Add(all)
	f.Fuzz(func(t *testing.T, numbers []byte) {
		text := ""
		for _, n := range numbers {
			c := letters[int(n)%len(letters)]
			if unicode.IsUpper(c) {
				text += "A"
			}
			text += string(c)
		}
		for _, e := range All()[1:] {
			if got, _, err := Decode(encodeAs(t, e, text), e); err != nil || got != text {
				t.Errorf("%s: %q, %v; want %q", e, got, err, text)
			}
		}
	})
}

// letters are those of Vietnamese, small and capital, and what stands between words.
var letters = []rune("aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ" +
	"AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ" + "0123456789 .,-/\n")
