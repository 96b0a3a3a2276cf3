package extract_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// FuzzExtract holds on any bytes: no panic, every span lies in the document and is its evidence, every record
// is well formed (see checkRecord), and the same document gives the same records, whatever was read before it.
func FuzzExtract(f *testing.F) {
	files, err := filepath.Glob("rules/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	for _, s := range []string{"Bí thư Quận uỷ Ba\n\nĐình.\xff Đ/C Chủ tịch (khóa XI, XII) 31/2/2019 – ",
		"Ngày 30/4/1975, ông Lê Văn Thử (sinh ngày 29/02/1957, quê Tràng Bảng), Bí thư Tỉnh ủy các khóa IX, X, XI, từ trần ngày 1/1/2019.",
		"THÀNH ỦY HÀ NỘI\nSố: 05-QĐ/TU\nHà Nội, ngày 32 tháng 13 năm 2018\nQUYẾT ĐỊNH\nvề việc điều động bà Trần Thị Mẫu"} {
		f.Add([]byte(s))
	}
	l := lists(f)
	used := extract.New(l)
	f.Fuzz(func(t *testing.T, raw []byte) { checkExtract(t, l, used, raw) })
}

// FuzzPhrases holds for texts of phrases that the rules look for, in any order: hardly any change to the bytes
// of a text leaves Vietnamese.
func FuzzPhrases(f *testing.F) {
	l := lists(f)
	used := extract.New(l)
	phrases := strings.Split(phrasesOfNews, "|")
	for i := range phrases {
		f.Add([]byte{byte(i), byte(i * 7), byte(i * 31), byte(i * 101)})
	}
	f.Fuzz(func(t *testing.T, numbers []byte) {
		var b strings.Builder
		for _, n := range numbers[:min(len(numbers), 300)] {
			b.WriteString(phrases[int(n)%len(phrases)])
		}
		checkExtract(t, l, used, []byte(b.String()))
	})
}

// phrasesOfNews are phrases with a bar between, spaces included where words follow.
const phrasesOfNews = "ông |bà |đồng chí |Đ/c |các đồng chí: |Ông |Lê Văn Thử|Trần Thị Mẫu|Nguyễn Văn A|H'Yim Kđoh|Thử|bà Mẫu|TRẦN THỊ MẪU|Giàng A Sào|" +
	" |, | - | – |: |; |.|. |\n|\n\n|(|)|\"|“|”|/| và | cùng |...|*|\t|" +
	"Bí thư |Phó Bí thư Thường trực |Chủ tịch |Phó Chủ tịch |Ủy viên |Ủy viên Bộ Chính trị|Trưởng ban |Chánh Văn phòng |Giám đốc |Thứ trưởng |Bộ trưởng |Q. |nguyên |cựu |quyền |Phó |các Phó |Tổng Bí thư|Thủ tướng|Chủ tịch nước|Đại tướng |TS. |" +
	"Quận ủy Ba Đình|Thành ủy Hà Nội|Tỉnh uỷ Nghệ An|UBND |HĐND |Ủy ban nhân dân |Ban Tổ chức |Ban Tuyên giáo |huyện Sóc Sơn|thành phố Vinh|phường Ngọc Thụy|tỉnh |quận |thị xã |Trung ương|Mặt trận Tổ quốc |Sở Nội vụ|Bộ Công an|Quốc hội|Đảng bộ |Đảng uỷ |Chi bộ |Đảng |Công an |" +
	"được bầu |bầu |giữ chức |làm |là |hiện là |từng |được điều động |luân chuyển |miễn nhiệm |thôi giữ chức |nghỉ hưu |từ trần |qua đời |bổ nhiệm |phân công |chỉ định |tái cử |thay |thay thế |giới thiệu |được phê chuẩn |kỷ luật |cách chức |tham gia |chủ trì |gồm |gồm: |khai trừ |tiếp tục |kiêm |đề cử |không |chưa |nếu |sẽ |" +
	"ngày 5/9/2018|ngày 31/2/2019|từ năm 2015|từ tháng 3/2011 đến tháng 5/2014|2010 - 2015|nay|sáng 1-7|năm 1957|tháng 13/2018|hôm qua |trước đó |nhiệm kỳ 2015 - 2020|nhiệm kỳ |khóa XII|khoá XI, XII|khóa |lần thứ XXV|lần thứ 18|thứ 6|Đại hội |đại hội đảng bộ |Hội nghị |kỳ họp |XIII|2025|1/7/2025|đến |từ |" +
	"Nghị quyết |Chỉ thị |số 05-CT/TW|Quyết định số 12/2019/QĐ-UBND |Luật Đất đai|Trung ương 4 |của |về việc |tại |ở |quê |sinh ngày |sinh năm |trú tại |mất ngày |Số: 12-QĐ/TU|Kính gửi|KT. |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Tóm tắt tiểu sử|Danh sách |1. |2. |a) |Nhiệm kỳ |Chức vụ |trong đó |sáp nhập |đổi tên thành |Hoa Kỳ|Trung Quốc|hai |ông ấy |người |nhân dân |dân tộc "

// Texts that once took minutes, or for ever.
func TestRepeats(t *testing.T) {
	l := lists(t)
	used := extract.New(l)
	for _, raw := range []string{
		strings.Repeat("Đảng uỷ ", 60),                                     // each organisation was read in two ways, with all behind it
		strings.Repeat("kỳ họp Bộ trưởng sinh năm gồm: Nguyễn Văn A", 800), // one sentence, every post with every name
	} {
		checkExtract(t, l, used, []byte(raw))
	}
}

// endless is the time after which a short text is taken for one that never ends, on a machine that does much else at
// once. TestLinear counts what a clock cannot tell.
const endless = 5 * time.Minute

// checkExtract reads a text in every way and checks what comes of it.
func checkExtract(t *testing.T, l *gazetteer.Lists, used *extract.Extractor, raw []byte) {
	late := time.AfterFunc(endless, func() { panic("no end of extraction") })
	defer late.Stop()
	d := record.Document{Name: "fuzz", Raw: raw}
	first := used.Extract(d)
	checkResult(t, l, first)
	if fresh := extract.New(l).Extract(d); !reflect.DeepEqual(fresh, first) {
		t.Errorf("first %+v, then %+v", first, fresh)
	}
	e := used.Explain(d)
	if !reflect.DeepEqual(e.Result, first) {
		t.Errorf("explained %+v, extracted %+v", e.Result, first)
	}
	for _, s := range e.Sentences {
		for _, found := range s.Found {
			checkSpan(t, raw, found.Span, found.Text)
		}
	}
	d.Title, d.Published = "Ông Lê Văn Thử, Bí thư Quận ủy Ba Đình, từ trần", record.Date{Year: 2018, Month: 2, Day: 28}
	checkResult(t, l, used.Extract(d))
}

// checkResult checks the records of a document: in order, from its bytes, by known rules.
func checkResult(t *testing.T, l *gazetteer.Lists, r record.Result) {
	start := 0
	for _, record := range r.Records {
		p := record.Proof()
		checkSpan(t, r.Document.Raw, p.Span, p.Text)
		if p.Span.Start < start {
			t.Errorf("evidence at %v behind that at %d", p.Span, start)
		}
		start = p.Span.Start
		if !slices.ContainsFunc(extract.Rules(), func(r extract.Rule) bool { return r.Name == p.Rule }) {
			t.Errorf("rule %q is not in the list", p.Rule)
		}
		if p.Confidence < 0 || p.Confidence > 1 {
			t.Errorf("confidence %v", p.Confidence)
		}
		checkRecord(t, l, record)
	}
	if !r.Published.IsZero() && !r.Published.Valid() {
		t.Errorf("published on %v", r.Published)
	}
	if r.Own != nil {
		checkRecord(t, l, *r.Own)
	}
}

// checkSpan checks that a passage is the text at its place, on the edges of characters where there are such.
func checkSpan(t *testing.T, raw []byte, s text.Span, words string) {
	if s.Start < 0 || s.End > len(raw) || s.Start >= s.End {
		t.Fatalf("span %v of %d bytes", s, len(raw))
	}
	if string(raw[s.Start:s.End]) != words {
		t.Errorf("%q is not the text at %v", words, s)
	}
	if utf8.Valid(raw) && !utf8.ValidString(words) {
		t.Errorf("%q ends within a character", words)
	}
}

// checkRecord checks what every record of a kind has: what it is about, days of the calendar, places of the
// list, words in valid and composed UTF-8.
func checkRecord(t *testing.T, l *gazetteer.Lists, r record.Record) {
	switch r := r.(type) {
	case record.Holding:
		checkValues(t, r, []string{r.Person, r.Post}, []string{r.Organization, r.Parent}, r.From, r.To, r.AsOf)
		checkPlace(t, l, r.Place)
		if !slices.Contains([]record.Status{record.Holds, record.Former, record.Starts, record.Ends, record.Nominated}, r.Status) || r.Term < 0 {
			t.Errorf("%+v", r)
		}
	case record.Congress:
		checkValues(t, r, []string{r.Body}, []string{r.Term}, r.From, r.To)
		checkPlace(t, l, r.Place)
	case record.Reference:
		checkValues(t, r, []string{r.Type}, []string{r.Code, r.Name, r.Issuer}, r.Date)
		checkPlace(t, l, r.Place)
	case record.Meeting:
		checkValues(t, r, []string{r.Body}, nil, r.Date)
		checkPlace(t, l, r.Place)
	case record.Person:
		checkValues(t, r, []string{r.Name}, []string{r.Hometown}, r.Born, r.Died)
		checkPlace(t, l, r.Place)
	}
}

func checkValues(t *testing.T, r record.Record, needed, others []string, days ...record.Date) {
	if slices.Contains(needed, "") {
		t.Errorf("something is missing: %+v", r)
	}
	for _, s := range append(needed, others...) {
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || strings.ContainsAny(s, "\n\r\t") {
			t.Errorf("%q is no name: %+v", s, r)
		}
	}
	for _, d := range days {
		if !d.IsZero() && !d.Valid() {
			t.Errorf("no day of the calendar: %+v", r)
		}
	}
}

func checkPlace(t *testing.T, l *gazetteer.Lists, id string) {
	if _, known := l.Place(id); id != "" && !known {
		t.Errorf("no place %q", id)
	}
}

// BenchmarkExtract reads the samples of all rules as one article; the baseline below only splits the
// same bytes at white space.
func BenchmarkExtract(b *testing.B) {
	raw := sampleArticle(b)
	x := extract.New(lists(b))
	b.Run("extract", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			x.Extract(record.Document{Name: "bench", Raw: raw})
		}
	})
	b.Run("baseline-fields", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			strings.Fields(string(raw))
		}
	})
}

func sampleArticle(b *testing.B) []byte {
	b.Helper()
	files, err := filepath.Glob("rules/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var all []byte
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, raw...)
	}
	return all
}

// The title of a page is its first line that is long enough, and no trail of the site, no row of a table and no drawn line.
func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Trang chủ » Tin tức » Xây dựng Đảng\n\nQuận Ba Đình có Bí thư Quận ủy mới\n\nChiều 26/6, quận họp.\n", "Quận Ba Đình có Bí thư Quận ủy mới"},
		{"Trang chủ › Chính trị › Nhân sự mới\n\nHà Nội có Chủ tịch mới từ hôm nay\n", "Hà Nội có Chủ tịch mới từ hôm nay"},
		{"| TT | Họ và tên | Chức vụ |\n|---|---|---|\n| 1 | Lê Văn Thử | Bí thư Quận ủy Ba Đình |\n", ""},
		{"--- --- --- --- ---\n\nHà Nội có Chủ tịch mới từ hôm nay\n", "Hà Nội có Chủ tịch mới từ hôm nay"},
		{"LÊ VĂN THỬ (1897 - 1969)\n\nNhà giáo, quê ở Hà Tĩnh.\n", "LÊ VĂN THỬ (1897 - 1969)"},
		{"Tọa đàm «Học tập và làm theo Bác»\n\nSáng nay, tọa đàm diễn ra.\n", "Tọa đàm «Học tập và làm theo Bác»"},
	} {
		if got := extract.New(lists(t)).Extract(record.Document{Name: "x.txt", Raw: []byte(c.text)}).Title; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
