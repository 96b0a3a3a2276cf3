package input

import (
	"fmt"
	"strings"
	"testing"
)

// para is a paragraph of one run, with properties of the run.
func para(text string, look ...string) string {
	return "<w:p><w:r><w:rPr>" + strings.Join(look, "") + "</w:rPr><w:t>" + text + "</w:t></w:r></w:p>"
}

// cell is a cell of a table: its properties, its paragraphs.
func cell(properties string, paragraphs ...string) string {
	var b strings.Builder
	for _, p := range paragraphs {
		if !strings.HasPrefix(p, "<") {
			p = para(p)
		}
		b.WriteString(p)
	}
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + b.String() + "</w:tc>"
}

// grid is a table of rows of cells.
func grid(rows ...string) string {
	return "<w:tbl><w:tblPr/><w:tr>" + strings.Join(rows, "</w:tr><w:tr>") + "</w:tr></w:tbl>"
}

// plainRow is a row of cells of one paragraph.
func plainRow(texts ...string) string {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(cell("", t))
	}
	return b.String()
}

const (
	starts      = `<w:vMerge w:val="restart"/>`
	goesOnBelow = `<w:vMerge/>`
)

// A table of Word for reading is rows with bars, one for the layout of a page its paragraphs.
func TestDOCXTables(t *testing.T) {
	head, one, two := plainRow("TT", "Họ và tên", "Chức vụ"), plainRow("1", "Lê Văn Thử", "Bí thư"), plainRow("2", "Trần Thị Mẫu", "Phó Bí thư")
	for _, c := range []struct{ what, body, want string }{
		{"a row a line", grid(head, one, two), "| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử | Bí thư |\n| 2 | Trần Thị Mẫu | Phó Bí thư |"},
		{"a cell that spans columns is repeated, one that spans all is a heading", grid(plainRow("Tên")+cell(`<w:gridSpan w:val="2"/>`, "Chức vụ"), plainRow("Lê Văn Thử", "Bí thư", ""), cell(`<w:gridSpan w:val="3"/>`, "Nghỉ hưu"), plainRow("Trần Thị Mẫu", "", "Chủ tịch")),
			"| Tên | Chức vụ | Chức vụ |\n| Lê Văn Thử | Bí thư |  |\n| Nghỉ hưu |\n| Trần Thị Mẫu |  | Chủ tịch |"},
		{"a cell that spans rows is repeated", grid(head, plainRow("1", "Lê Văn Thử")+cell(starts, "Ủy viên"), plainRow("2", "Trần Thị Mẫu")+cell(goesOnBelow, "")),
			"| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử | Ủy viên |\n| 2 | Trần Thị Mẫu | Ủy viên |"},
		{"a row that leaves out columns", grid(head, `<w:trPr><w:gridBefore w:val="1"/></w:trPr>`+plainRow("Lê Văn Thử", "Bí thư"), two), "| TT | Họ và tên | Chức vụ |\n|  | Lê Văn Thử | Bí thư |\n| 2 | Trần Thị Mẫu | Phó Bí thư |"},
		{"paragraphs of a cell go on with each other, names are several", grid(head, cell("", "1")+cell("", "Lê Văn Thử", "Trần Thị Mẫu")+cell("", "Ủy viên Ban Thường vụ Huyện ủy", "Sóc Sơn"), two),
			"| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử; Trần Thị Mẫu | Ủy viên Ban Thường vụ Huyện ủy Sóc Sơn |\n| 2 | Trần Thị Mẫu | Phó Bí thư |"},
		{"a cell in a content control, a struck-out row, a row that a tracked change deleted", grid(head, "<w:sdt><w:sdtPr/><w:sdtContent>"+cell("", "1")+"</w:sdtContent></w:sdt>"+plainRow("Lê Văn Thử", "Bí thư"), cell("", para("2", "<w:strike/>"))+cell("", para("Trần Thị Mẫu", "<w:strike/>"))+cell("", ""), `<w:trPr><w:del w:id="1"/></w:trPr>`+two),
			"| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử | Bí thư |"},
		{"a table in a table", grid(cell("", "Danh sách", grid(head, one, two))), "Danh sách\n| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử | Bí thư |\n| 2 | Trần Thị Mẫu | Phó Bí thư |"},
		{"the head of an official text", grid(cell("", "ỦY BAN NHÂN DÂN", "HUYỆN SÓC SƠN") + cell("", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), "ỦY BAN NHÂN DÂN\nHUYỆN SÓC SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{"the same in two rows", grid(plainRow("UBND HUYỆN", "CỘNG HÒA"), plainRow("Số: 1", "Ngày 2")), "UBND HUYỆN\nCỘNG HÒA\nSố: 1\nNgày 2"},
		{"a cell too long for a row stands below the table", grid(head, cell("", "1")+cell("", "Lê Văn Thử")+cell("", strings.Repeat("Học. ", 200)), two),
			"| TT | Họ và tên | Chức vụ |\n| 1 | Lê Văn Thử |  |\n| 2 | Trần Thị Mẫu | Phó Bí thư |\n" + strings.TrimSpace(strings.Repeat("Học. ", 200))},
	} {
		if got := docxOf(t, c.body); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// docxOf is the text of a DOCX file, or what is wrong with it.
func docxOf(t *testing.T, body string, more ...member) string {
	t.Helper()
	got := ""
	content := docx(body)
	if more != nil {
		content = zipped(append(more, member{docxText, `<w:document xmlns:w="` + wordSpace + `"><w:body>` + body + `</w:body></w:document>`})...)
	}
	err := Read(Source{File: "a.docx", Name: "a.docx", In: strings.NewReader(content), Named: true}, Options{MaxBytes: 1 << 20}, func(i Item) error {
		d, err := i.Document()
		if got = string(d.Raw); err != nil {
			got = "! " + err.Error()
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	return got
}

// What a page shows as taken back, or does not show, is no text; a line break is no end of a sentence; letters are read
// as the font draws them.
func TestDOCXText(t *testing.T) {
	styles := member{"word/styles.xml", `<w:styles xmlns:w="` + wordSpace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="character" w:styleId="Cu"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="Cu2"><w:basedOn w:val="Cu"/></w:style>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style></w:styles>`}
	unicode, old := `<w:rFonts w:ascii="Times New Roman"/>`, `<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>`
	for _, c := range []struct {
		what, body, want string
		more             []member
	}{
		{"struck out, twice, hidden", para("Lê Văn Thử", "<w:strike/>") + para("Trần", "<w:dstrike/>") + para("Mẫu", "<w:vanish/>") + para("còn", `<w:strike w:val="0"/>`), "còn", nil},
		{"struck out by a style, and by one based on it", para("Thử", unicode, `<w:rStyle w:val="Cu"/>`) + para("Mẫu", unicode, `<w:rStyle w:val="Cu2"/>`) + para("còn", unicode, `<w:rStyle w:val="Cu2"/>`, `<w:strike w:val="false"/>`), "còn", []member{styles}},
		{"the end of a paragraph is deleted", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Bí </w:t></w:r></w:p>" + para("thư"), "Bí thư", nil},
		{"a line break in a sentence", `<w:p><w:r><w:t>Đồng chí Trần Thị Mẫu được bầu giữ chức</w:t><w:br/><w:t>Bí thư Quận ủy Hà Đông.</w:t></w:r></w:p>`, "Đồng chí Trần Thị Mẫu được bầu giữ chức Bí thư Quận ủy Hà Đông.", nil},
		{"a line break before a small letter", `<w:p><w:r><w:t>Bí</w:t><w:br/><w:t>thư</w:t></w:r></w:p>`, "Bí thư", nil},
		{"line breaks between the items of a list", `<w:p><w:r><w:t>Lê Văn Thử</w:t><w:br/><w:t>Bí thư Huyện ủy</w:t><w:br/><w:t>Trần Thị Mẫu</w:t><w:br/><w:t>Phó Bí thư.</w:t></w:r></w:p>`, "Lê Văn Thử\nBí thư Huyện ủy\nTrần Thị Mẫu\nPhó Bí thư.", nil},
		{"a mark of a footnote", `<w:p><w:r><w:t>Mẫu</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r></w:p>`, "Mẫu", nil},
		{"a text box comes before the paragraph that holds it", `<w:p><w:r><w:t>Bí </w:t><w:pict><w:txbxContent>` + para("Ảnh") + `</w:txbxContent></w:pict><w:t>thư</w:t></w:r></w:p>`, "Ảnh\nBí thư", nil},
		{"a font of TCVN3 beside Unicode", para("Quận ủy Hà Đông.") + para("§ång chÝ TrÇn ThÞ MÉu ®\u00adîc bÇu gi÷ chøc BÝ th\u00ad QuËn ñy.", old), "Quận ủy Hà Đông.\nĐồng chí Trần Thị Mẫu được bầu giữ chức Bí thư Quận ủy.", nil},
		{"capitals of TCVN3", para("QuËn ñy", `<w:rFonts w:ascii=".VnTimeH"/>`) + para("Đảng"), "QUẬN ỦY\nĐảng", nil},
		{"a font of VNI", para("Ñoàng chí", `<w:rFonts w:hAnsi="VNI-Times"/>`) + para("Đảng"), "Đồng chí\nĐảng", nil},
		{"the font of the usual style", para("®ång chÝ") + para("Đảng", unicode), "đồng chí\nĐảng", []member{styles}},
		{"Unicode in a font of TCVN3", para("Đồng chí Hòa", old), "Đồng chí Hòa", nil},
	} {
		if got := docxOf(t, c.body, c.more...); got != c.want {
			t.Errorf("%s:\n%q\nwant\n%q", c.what, got, c.want)
		}
	}
}

// Markup that compresses to a thousandth is given up before it takes memory: elements inside each other without end,
// attributes without end, more text, rows or columns than a document has.
func TestDOCXBounds(t *testing.T) {
	const room = "! a.docx: more text than --max-bytes; raise --max-bytes, or leave it out"
	const nested = "! a.docx: a damaged DOCX file: more than 500 elements inside each other, or too many attributes; check the file"
	many := 1 << 17
	for _, c := range []struct{ what, body, want string }{
		{"elements inside each other", strings.Repeat("<w:sdt>", many), nested},
		{"elements of another kind", strings.Repeat("<x>", many), nested},
		{"tables inside each other", strings.Repeat("<w:tbl><w:tr><w:tc>", many), nested},
		{"attributes", "<w:p" + strings.Repeat(` a=""`, many) + "/>", nested},
		{"attributes of open elements", strings.Repeat("<w:sdt"+strings.Repeat(` xmlns:a="b"`, 1000)+">", 100), nested},
		{"a long tag", `<w:p a="` + strings.Repeat("x", maxTag) + `"/>`, room},
		{"one text", para(strings.Repeat("Mẫu ", 1<<19)), room},
		{"paragraphs", strings.Repeat("<w:p/>", many), room},
		{"line breaks", "<w:p><w:r>" + strings.Repeat("<w:br/>", many) + "</w:r></w:p>", room},
		{"runs", "<w:p>" + strings.Repeat("<w:r><w:t>a</w:t></w:r>", many) + "</w:p>", room},
		{"rows", "<w:tbl>" + strings.Repeat("<w:tr/>", many) + "</w:tbl>", room},
		{"columns", "<w:tbl>" + strings.Repeat("<w:tr>"+cell(`<w:gridSpan w:val="2000000000"/>`, "a")+plainRow("b")+"</w:tr>", 4000) + "</w:tbl>", room},
		{"a cell that spans rows", grid(cell(starts, strings.Repeat("dài ", 100))+plainRow("a", "b"), strings.TrimSuffix(strings.Repeat(cell(goesOnBelow)+plainRow("a", "b")+"</w:tr><w:tr>", 4000), "</w:tr><w:tr>")), room},
		{"markup", strings.Repeat("<!-- -->", 1<<21), "! a.docx: a damaged DOCX file: it has more than 16777216 bytes of XML; check the file"},
	} {
		if got := docxOf(t, c.body); got != c.want {
			t.Errorf("%s: %.200s", c.what, got)
		}
	}
	var styles strings.Builder
	for i := range 2 * maxStyles {
		fmt.Fprintf(&styles, `<w:style w:styleId="%d"><w:rPr><w:vanish/></w:rPr></w:style>`, i)
	}
	if got := docxOf(t, para("Mẫu", `<w:rStyle w:val="1"/>`), member{"word/styles.xml", `<w:styles xmlns:w="` + wordSpace + `">` + styles.String()}); got != "Mẫu" {
		t.Errorf("with too many styles: %.200s", got)
	}
}
