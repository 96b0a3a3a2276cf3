package input

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// at is text on a page, with the place where it begins and the size of its letters.
type at struct {
	x, y, size float64
	text       string
}

// sheet is what a test draws on a page: texts, and operators that draw lines.
type sheet struct {
	texts []at
	lines string
}

// typeset is a PDF file of pages in one font, of which each letter is half as wide as it is high. The font has a table of
// its letters, but for those of hidden.
func typeset(font, hidden string, pages ...sheet) string {
	code := map[rune]int{}
	var table strings.Builder
	table.WriteString("1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	show := func(text string) string {
		var b strings.Builder
		for _, c := range text {
			if code[c] == 0 {
				code[c] = len(code) + 1
				if !strings.ContainsRune(hidden, c) {
					fmt.Fprintf(&table, "1 beginbfchar <%04X> <%04X> endbfchar\n", code[c], c)
				}
			}
			fmt.Fprintf(&b, "%04X", code[c])
		}
		return b.String()
	}
	var kids, contents []string
	for k, p := range pages {
		var ops strings.Builder
		ops.WriteString(p.lines)
		for _, t := range p.texts {
			fmt.Fprintf(&ops, "BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n", t.size, t.x, t.y, show(t.text))
		}
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*k))
		contents = append(contents, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>", 6+2*k),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", ops.Len(), ops.String()))
	}
	tables := fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", table.Len(), table.String())
	return pdfOf(append([]string{"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), len(kids)),
		"<</Type/Font/Subtype/Type0/BaseFont/" + font + "/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/DW 500>>]/ToUnicode 4 0 R>>", tables}, contents...)...)
}

// column is lines below each other.
func column(x, y float64, lines ...string) (out []at) {
	for k, l := range lines {
		if l != "" {
			out = append(out, at{x, y - 14*float64(k), 10, l})
		}
	}
	return out
}

// byLine are texts as most programs draw them: from the head of the page, and each line from left to right.
func byLine(texts ...[]at) []at {
	all := slices.Concat(texts...)
	slices.SortStableFunc(all, func(a, b at) int { return int(b.y - a.y) })
	return all
}

// readTypeset is the text of a PDF file, with what is not read of it behind.
func readTypeset(t *testing.T, content string) (out string) {
	t.Helper()
	err := Read(Source{File: "a.pdf", Name: "a.pdf", In: strings.NewReader(content), Named: true}, Options{}, func(i Item) error {
		d, err := i.Document()
		if err != nil {
			out = "! " + err.Error()
			return nil
		}
		out = strings.Join(append([]string{string(d.Raw)}, d.Unread...), "\n")
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return out
}

var (
	newsLeft  = []string{"Sáng 12/3, Huyện ủy họp công", "bố quyết định. Đồng chí Trần", "Thị Mẫu được bầu giữ chức Bí", "thư Huyện ủy Sóc Sơn."}
	newsRight = []string{"Cùng ngày, ông Lê Văn Thử", "được bổ nhiệm làm Giám đốc", "trung tâm y tế của huyện và", "nhận nhiệm vụ mới."}
	leftText  = "Sáng 12/3, Huyện ủy họp công bố quyết định. Đồng chí Trần Thị Mẫu được bầu giữ chức Bí thư Huyện ủy Sóc Sơn."
	rightText = "Cùng ngày, ông Lê Văn Thử được bổ nhiệm làm Giám đốc trung tâm y tế của huyện và nhận nhiệm vụ mới."
)

// Columns of text are read one after the other, whatever the order in which they are drawn.
func TestPDFColumns(t *testing.T) {
	for _, c := range []struct {
		what string
		page []at
		want string
	}{
		{"two columns", byLine(column(60, 780, newsLeft...), column(320, 780, newsRight...)), leftText + "\n" + rightText},
		{"drawn one after the other", append(column(60, 780, newsLeft...), column(320, 780, newsRight...)...), leftText + "\n" + rightText},
		{"lines that do not stand beside each other", byLine(column(60, 780, newsLeft...), column(320, 773, newsRight...)), leftText + "\n" + rightText},
		{"a headline over both", byLine([]at{{100, 810, 16, "Công bố quyết định về công tác cán bộ"}}, column(60, 780, newsLeft...), column(320, 780, newsRight...)),
			"Công bố quyết định về công tác cán bộ\n" + leftText + "\n" + rightText},
		{"three columns", byLine(column(40, 780, newsLeft...), column(220, 780, newsRight...), column(400, 780, newsLeft...)), leftText + "\n" + rightText + "\n" + leftText},
		{"a headline between columns", byLine(column(60, 780, newsLeft...), column(320, 780, newsRight...), []at{{60, 700, 14, "Tin vắn"}}, column(60, 670, newsRight...), column(320, 670, newsLeft...)),
			leftText + "\n" + rightText + "\nTin vắn\n" + rightText + "\n" + leftText},
		{"a sentence that goes on in the next column", byLine(column(60, 780, newsLeft[:3]...), column(320, 780, "thư Huyện ủy Sóc Sơn. Ông Lê", "Văn Thử được bổ nhiệm làm", "giám đốc.")),
			"Sáng 12/3, Huyện ủy họp công bố quyết định. Đồng chí Trần Thị Mẫu được bầu giữ chức Bí thư Huyện ủy Sóc Sơn. Ông Lê Văn Thử được bổ nhiệm làm giám đốc."},
		{"a caption within a sentence", byLine(column(60, 780, newsLeft[:3]...), []at{{60, 734, 8, "Ảnh: hội nghị"}}, column(60, 718, newsLeft[3])), leftText + "\nẢnh: hội nghị"},
		{"the head of an official text", byLine([]at{{76, 780, 10, "ỦY BAN NHÂN DÂN"}, {71, 766, 10, "HUYỆN SÓC SƠN 12"}, {300, 780, 10, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {320, 766, 10, "Độc lập - Tự do - Hạnh phúc"}}),
			"ỦY BAN NHÂN DÂN\nHUYỆN SÓC SƠN 12\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"},
		{"what is said of somebody", byLine(column(60, 780, "Họ và tên:", "Quê quán:", "Chức vụ:"), column(200, 780, "Trần Thị Mẫu", "huyện Sóc Sơn", "Bí thư Huyện ủy")), "Họ và tên: Trần Thị Mẫu\nQuê quán: huyện Sóc Sơn\nChức vụ: Bí thư Huyện ủy"},
		{"the items of a list", byLine(column(60, 780, "1.", "2.", "3."), column(90, 780, "Trần Thị Mẫu", "Lê Văn Thử", "Đỗ Thị Tư")), "1. Trần Thị Mẫu\n2. Lê Văn Thử\n3. Đỗ Thị Tư"},
	} {
		if got := readTypeset(t, typeset("A", "", sheet{texts: c.page})); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// ruled are the lines of a table: its columns and its rows.
func ruled(xs, ys []float64) string {
	var b strings.Builder
	for _, x := range xs {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	for k, y := range ys {
		if k == 1 { // as a shape that is filled
			fmt.Fprintf(&b, "%g %g m %g %g l %g %g l %g %g l h f\n", xs[0], y, xs[len(xs)-1], y, xs[len(xs)-1], y+0.5, xs[0], y+0.5)
			continue
		}
		fmt.Fprintf(&b, "%g %g %g 0.5 re f\n", xs[0], y, xs[len(xs)-1]-xs[0])
	}
	return b.String()
}

const (
	tableHead = "| TT | Họ và tên | Chức vụ |\n"
	tableOne  = "| 1 | Lê Văn Thử | Bí thư Huyện ủy Sóc Sơn |\n"
	tableTwo  = "| 2 | Trần Thị Mẫu | Phó Bí thư |"
	leftOut   = "a.pdf: page 1: a table whose rows cannot be told is left out; give the file from which it was made, or its text"
)

// Tables become rows with bars. Where their rows cannot be told, nothing is read of them, and a line says so.
func TestPDFTables(t *testing.T) {
	lines := ruled([]float64{55, 85, 195, 300}, []float64{795, 775, 747, 727})
	for _, c := range []struct {
		what string
		page sheet
		want string
	}{
		{"drawn lines, a cell of two lines", sheet{byLine(column(60, 780, "TT"), column(90, 780, "Họ và tên"), column(200, 780, "Chức vụ"), column(60, 758, "1", "", "2"), column(90, 758, "Lê Văn Thử", "", "Trần Thị Mẫu"), column(200, 765, "Bí thư Huyện ủy", "Sóc Sơn"), column(200, 730, "Phó Bí thư")), lines},
			tableHead + tableOne + tableTwo},
		{"cells one after the other", sheet{append(append(column(60, 780, "TT", "1", "", "2"), column(90, 780, "Họ và tên", "Lê Văn Thử", "", "Trần Thị Mẫu")...), column(200, 780, "Chức vụ", "Bí thư Huyện ủy", "Sóc Sơn", "Phó Bí thư")...), lines},
			tableHead + tableOne + tableTwo},
		{"a cell over all columns", sheet{byLine(column(60, 780, "Huyện ủy Sóc Sơn"), column(60, 758, "1", "", "2"), column(90, 758, "Lê Văn Thử", "", "Trần Thị Mẫu"), column(200, 758, "Bí thư", "", "Phó Bí thư")),
			ruled([]float64{55, 300}, []float64{795, 775}) + ruled([]float64{55, 85, 195, 300}, []float64{775, 747, 727})},
			"| Huyện ủy Sóc Sơn |\n| 1 | Lê Văn Thử | Bí thư |\n| 2 | Trần Thị Mẫu | Phó Bí thư |"},
		{"no lines, a row a line", sheet{byLine(column(60, 780, "TT", "1", "2"), column(90, 780, "Họ và tên", "Lê Văn Thử", "Trần Thị Mẫu"), column(200, 780, "Chức vụ", "Bí thư Huyện ủy Sóc Sơn", "Phó Bí thư")), ""},
			tableHead + tableOne + tableTwo},
		{"no lines, rows told by their numbers", sheet{byLine(column(60, 780, "TT", "1", "", "2"), column(90, 780, "Họ và tên", "Lê Văn Thử", "", "Trần Thị Mẫu"), column(200, 780, "Chức vụ", "Bí thư Huyện ủy", "Sóc Sơn", "Phó Bí thư")), ""},
			tableHead + tableOne + tableTwo},
		{"no lines, rows told by the space between", sheet{byLine(column(60, 773, "Họ và tên", "", "Lê Văn Thử"), column(200, 773, "Chức vụ"), column(200, 752, "Bí thư Huyện ủy", "Sóc Sơn"), column(60, 717, "Trần Thị Mẫu"), column(200, 717, "Phó Bí thư")), ""},
			"| Họ và tên | Chức vụ |\n| Lê Văn Thử | Bí thư Huyện ủy Sóc Sơn |\n| Trần Thị Mẫu | Phó Bí thư |"},
		{"no lines, numbers in the middle of their rows", sheet{byLine([]at{{60, 810, 10, "Danh sách."}}, column(60, 780, "TT", "", "1", "", "", "2"), column(90, 780, "Họ và tên", "", "Lê Văn Thử", "", "", "Trần Thị Mẫu"),
			column(200, 780, "Chức vụ", "Phó Chủ tịch", "Thường trực UBND", "huyện Sóc Sơn", "Phó Chủ tịch", "Thường trực UBND", "huyện Mê Linh")), ""}, "Danh sách.\n" + leftOut},
		{"no lines, rows that nothing parts", sheet{byLine([]at{{60, 810, 10, "Danh sách."}}, column(60, 780, "Lê Văn Thử", "Trần Thị Mẫu", "Đỗ Thị Tư"), column(200, 780, "Bí thư Huyện ủy", "Sóc Sơn", "Phó Bí thư", "Huyện ủy Mê Linh", "Chánh Văn phòng")), ""}, "Danh sách.\n" + leftOut},
	} {
		if got := readTypeset(t, typeset("A", "", c.page)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
	page := func(head, rows []at) sheet {
		return sheet{byLine(head, rows), ruled([]float64{55, 85, 195, 300}, []float64{795, 775, 747, 727})}
	}
	heads := byLine(column(60, 780, "TT"), column(90, 780, "Họ và tên"), column(200, 780, "Chức vụ"))
	row := func(y float64, cells ...string) []at {
		return []at{{60, y, 10, cells[0]}, {90, y, 10, cells[1]}, {200, y, 10, cells[2]}}
	}
	over := typeset("A", "", page(heads, append(row(758, "1", "Lê Văn Thử", "Bí thư"), row(730, "2", "Trần Thị Mẫu", "Phó Bí thư")...)),
		page(heads, append(row(758, "3", "Đỗ Thị Tư", "Ủy viên"), row(730, "4", "Cao Văn Năm", "Ủy viên")...)))
	want := tableHead + "| 1 | Lê Văn Thử | Bí thư |\n| 2 | Trần Thị Mẫu | Phó Bí thư |\n| 3 | Đỗ Thị Tư | Ủy viên |\n| 4 | Cao Văn Năm | Ủy viên |"
	if got := readTypeset(t, over); got != want {
		t.Errorf("over two pages, with its head on both:\n%s", got)
	}
}

// Running heads, page numbers and notes do not break the sentence that goes on over the page.
func TestPDFMargins(t *testing.T) {
	one, two := column(60, 780, "Sáng nay, Huyện ủy Sóc Sơn họp phiên thường kỳ để bàn về", "công tác cán bộ. Đồng chí Trần Thị Mẫu được bầu giữ chức Bí"), column(60, 780, "thư Huyện ủy Sóc Sơn.")
	text := "Sáng nay, Huyện ủy Sóc Sơn họp phiên thường kỳ để bàn về công tác cán bộ. Đồng chí Trần Thị Mẫu được bầu giữ chức Bí thư Huyện ủy Sóc Sơn."
	for _, c := range []struct {
		what     string
		one, two []at
		want     string
	}{
		{"page numbers", []at{{300, 30, 10, "1"}}, []at{{300, 30, 10, "- 2 -"}}, text},
		{"a running head stays on the first page", []at{{60, 815, 9, "CÔNG BÁO/Số 12"}}, []at{{60, 815, 9, "CÔNG BÁO/Số 12"}}, "CÔNG BÁO/Số 12\n" + text},
		{"one with the number of the page, at the foot", []at{{60, 50, 9, "Trang 1/2"}}, []at{{60, 50, 9, "Trang 2/2"}}, text},
		{"a line in the margin of one page", nil, []at{{60, 815, 9, "CÔNG BÁO/Số 12/Ngày 15-3-2024"}}, text},
		{"a note at the foot", []at{{60, 90, 8, "1 Xem trang 5."}}, nil, text + "\n1 Xem trang 5."},
		{"a heading that two pages share is text where it stands close to it", []at{{60, 794, 10, "PHỤ LỤC"}}, []at{{60, 794, 10, "PHỤ LỤC"}},
			"PHỤ LỤC\nSáng nay, Huyện ủy Sóc Sơn họp phiên thường kỳ để bàn về công tác cán bộ. Đồng chí Trần Thị Mẫu được bầu giữ chức Bí\nPHỤ LỤC thư Huyện ủy Sóc Sơn."},
	} {
		if got := readTypeset(t, typeset("A", "", sheet{texts: append(c.one, one...)}, sheet{texts: append(c.two, two...)})); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// Letters are those that the font draws; where nothing tells them, that is said.
func TestPDFLetters(t *testing.T) {
	text := sheet{texts: column(60, 780, "Bí thư Huyện ủy Sóc Sơn là bà Mẫu.")}
	for _, c := range []struct{ what, file, want string }{
		{"no table of letters", typeset("A", "Bí thưHuyệnủySócơnlàbàMẫu.", text), "! a.pdf: a PDF file whose letters cannot be told: its fonts have no table of them; give the file from which it was made, or its text"},
		{"a table without some letters", typeset("A", "Sc", text), "Bí thư Huyện ủy ó ơn là bà Mẫu."},
		{"without many", typeset("A", "hny", sheet{texts: column(60, 780, strings.Repeat("Huyện ủy Sóc Sơn ", 8))}),
			strings.TrimSpace(strings.Repeat("Huệ ủ Sóc Sơ ", 8)) + "\na.pdf: 32 letters on page 1 that cannot be told: a font in it has no table of them; give the file from which it was made, or its text"},
		{"a font of TCVN3", typeset("ABCDEF+.VnTime", "", sheet{texts: column(60, 780, "§ång chÝ TrÇn ThÞ MÉu ®\u00adîc bÇu.")}), "Đồng chí Trần Thị Mẫu được bầu."},
		{"a font that bears its name", typeset("ABCDEF+.VnTime", "", text), "Bí thư Huyện ủy Sóc Sơn là bà Mẫu."},
		{"the mark of a note", typeset("A", "", sheet{texts: []at{{60, 780, 10, "Bà Mẫu"}, {90, 784, 6, "1"}, {96, 780, 10, "nói."}}}), "Bà Mẫu nói."},
		{"letters drawn twice, to look bold", typeset("A", "", sheet{texts: []at{{60, 780, 10, "Bà Mẫu"}, {60.3, 780, 10, "Bà Mẫu"}}}), "Bà Mẫu"},
		{"named by their numbers", drawingIn("<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</Differences[97/uni1EA9/u00ED 99/g12]>>>>", "BT /F1 10 Tf (Ma B b ccc) Tj ET"), "Mẩ B í"},
	} {
		if got := readTypeset(t, c.file); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// drawingIn is a PDF file of one page in a font.
func drawingIn(font, operators string) string {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
		font, fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(operators), operators))
}

// Pages that are drawn to take time or memory are read in about the time that their size asks for.
func TestPDFBounds(t *testing.T) {
	var scattered, boxes, lines bytes.Buffer
	for i := range 50_000 {
		fmt.Fprintf(&scattered, "1 0 0 1 %d %d Tm (ab) Tj ", i*37%600, i*91%800)
		fmt.Fprintf(&boxes, "%d %d 50 1 re f ", i*37%600, i*91%800)
		fmt.Fprintf(&lines, "/F1 9 Tf 1 0 0 1 50 %d Tm (dong chi) Tj /F1 7 Tf 1 0 0 1 50 %d Tm (anh) Tj ", 500_000-9*i, 500_000-9*i-4)
	}
	for what, operators := range map[string]string{
		"parts all over a page": "BT /F1 9 Tf " + scattered.String() + "ET",
		"lines":                 boxes.String() + "BT /F1 9 Tf (ab) Tj ET",
		"captions":              "BT " + lines.String() + "ET",
		"one long line":         "BT /F1 9 Tf " + strings.Repeat("(abcdefgh) Tj ", 100_000) + "ET",
	} {
		if got := readTypeset(t, drawing(operators)); strings.HasPrefix(got, "!") && !strings.Contains(got, "left out") {
			t.Errorf("%s: %.200s", what, got)
		}
	}
}
