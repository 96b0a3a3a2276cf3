package extract_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// tenure is a row of a table: who held what, when.
type tenure struct{ name, post, body, full, born, from, to string }

// tenures are ten invented rows. full is the body as records name it.
var tenures = []tenure{
	{"Trần Văn Hạo", "Bí thư", "Huyện ủy Đô Lương", "", "1950", "5/2000", "7/2005"},
	{"Lê Thị Mận", "Phó Bí thư", "Tỉnh ủy Nghệ An", "", "1952", "8/1998", "10/2003"},
	{"Giàng A Lử", "Chủ tịch", "UBND huyện Mộc Châu", "Ủy ban nhân dân huyện Mộc Châu", "1949", "1/1999", "6/2004"},
	{"Phạm Đức Cẩn", "Giám đốc", "Sở Y tế tỉnh Nam Định", "", "1955", "3/2001", "12/2008"},
	{"Ngô Thị Ẩn", "Phó Chủ tịch", "HĐND tỉnh Hà Tĩnh", "Hội đồng nhân dân tỉnh Hà Tĩnh", "1957", "6/2004", "5/2011"},
	{"Cao Bá Lộc", "Trưởng ban", "Ban Tổ chức Huyện ủy Ý Yên", "", "1951", "2/1996", "9/2002"},
	{"Hoàng Đình Cam", "Chánh án", "Tòa án nhân dân huyện Hải Hậu", "", "1948", "11/1997", "4/2006"},
	{"Vũ Thị Nết", "Chủ tịch", "Hội Nông dân tỉnh Sơn La", "", "1956", "7/2003", "8/2010"},
	{"Đinh Công Thấu", "Viện trưởng", "VKSND tỉnh Lào Cai", "Viện kiểm sát nhân dân tỉnh Lào Cai", "1953", "5/2002", "1/2009"},
	{"Bùi Quang Sửu", "Bí thư", "Đảng ủy phường Hòa Lạc", "", "1960", "9/2005", "3/2012"},
}

// layouts write rows of cells, the first of them the head.
var layouts = map[string]func(rows [][]string) string{
	"markdown": func(rows [][]string) string {
		lines := lined(rows, "| ", " | ", " |")
		return lines[0] + "\n|" + strings.Repeat("---|", len(rows[0])) + "\n" + strings.Join(lines[1:], "\n")
	},
	"markdown, broken": func(rows [][]string) string { // as tables of web pages come whose cells have line breaks
		var lines []string
		for k, r := range rows {
			at := 1 + k%(len(r)-1)
			lines = append(lines, "| "+strings.Join(r[:at], " | ")+" |\n"+strings.Join(r[at:], " | ")+" |")
		}
		return "[sửa | sửa mã nguồn]" + lines[0] + "\n|" + strings.Repeat("---|", len(rows[0])) + "\n" + strings.Join(lines[1:], "\n")
	},
	"bars":       func(rows [][]string) string { return strings.Join(lined(rows, "", " | ", ""), "\n") },
	"tabs":       func(rows [][]string) string { return strings.Join(lined(rows, "", "\t", ""), "\n") },
	"semicolons": func(rows [][]string) string { return strings.Join(lined(rows, "", "; ", ""), "\n") },
	"csv": func(rows [][]string) string {
		quoted := make([][]string, len(rows))
		for k, r := range rows {
			for _, c := range r {
				if strings.ContainsAny(c, ",;") {
					c = `"` + c + `"`
				}
				quoted[k] = append(quoted[k], c)
			}
		}
		return strings.Join(lined(quoted, "", ",", ""), "\n")
	},
	"dashes": func(rows [][]string) string { return strings.Join(lined(rows, "", " - ", ""), "\n") },
	"gaps": func(rows [][]string) string {
		var lines []string
		for _, r := range rows {
			line := ""
			for _, c := range r {
				line += fmt.Sprintf("%-34s  ", c)
			}
			lines = append(lines, strings.TrimRight(line, " "))
		}
		return strings.Join(lines, "\n")
	},
	"lines":         func(rows [][]string) string { return strings.Join(lined(rows, "", "\n", ""), "\n") },
	"lines, parted": func(rows [][]string) string { return strings.Join(lined(rows, "", "\n", ""), "\n\n") },
	"spaced lines":  func(rows [][]string) string { return strings.Join(lined(rows, "", "\n\n", ""), "\n\n") },
}

// lined are rows as lines.
func lined(rows [][]string, before, between, after string) (lines []string) {
	for _, r := range rows {
		lines = append(lines, before+strings.Join(r, between)+after)
	}
	return lines
}

// heads are wordings of the heads of the columns.
var heads = []map[string]string{
	{"number": "TT", "name": "Họ và tên", "born": "Năm sinh", "post": "Chức vụ", "term": "Thời gian", "from": "Từ", "to": "Đến", "note": "Ghi chú"},
	{"number": "STT", "name": "HỌ VÀ TÊN", "born": "NĂM SINH", "post": "CHỨC VỤ, ĐƠN VỊ CÔNG TÁC", "term": "NHIỆM KỲ", "from": "TỪ NĂM", "to": "ĐẾN NĂM", "note": "GHI CHÚ"},
	{"number": "Số TT", "name": "Họ tên", "born": "Ngày sinh", "post": "Chức danh", "term": "Thời gian giữ chức vụ", "from": "Từ tháng, năm", "to": "Đến tháng, năm", "note": "Ghi chú"},
}

// orders are orders of columns.
var orders = []string{"name post term", "name born post term", "term name post", "name term post note", "name post from to", "post name term"}

// nameStyles write a name.
var nameStyles = map[string]func(string) string{
	"plain":   func(s string) string { return s },
	"upper":   strings.ToUpper,
	"comrade": func(s string) string { return "Đ/c " + s },
	"sir":     func(s string) string { return "Ông " + s },
}

// termStyles write a term.
var termStyles = map[string]func(from, to string) string{
	"dash":  func(from, to string) string { return from + " - " + to },
	"tight": func(from, to string) string { return from + "–" + to },
	"words": func(from, to string) string { return "từ " + from + " đến " + to },
	"month": func(from, to string) string { return "tháng " + from + " - tháng " + to },
}

// want are the records that the rows make, as lines.
func want() (lines []string) {
	for _, t := range tenures {
		body := t.full
		if body == "" {
			body = t.body
		}
		lines = append(lines, strings.Join([]string{t.name, t.post, body, "former", edtf(t.from), edtf(t.to)}, " | "))
	}
	slices.Sort(lines)
	return lines
}

// edtf is a month as records write it: "2000-05" for "5/2000".
func edtf(s string) string {
	month, year, _ := strings.Cut(s, "/")
	return fmt.Sprintf("%s-%02s", year, month)
}

// TestLayouts reads the same rows in every layout, wording of heads, order of columns, with and without running number, style
// of names and of times: the records are the same.
func TestLayouts(t *testing.T) {
	x := extract.New(lists(t))
	wanted := strings.Join(want(), "\n")
	failed := map[string]int{}
	n := 0
	for _, layout := range slices.Sorted(maps.Keys(layouts)) {
		write := layouts[layout]
		for h := range heads {
			for _, order := range orders {
				for _, numbered := range []bool{true, false} {
					for _, ns := range slices.Sorted(maps.Keys(nameStyles)) {
						name := nameStyles[ns]
						for _, ts := range slices.Sorted(maps.Keys(termStyles)) {
							term := termStyles[ts]
							if n++; testing.Short() && n%7 != 0 {
								continue
							}
							doc := "Ngày 12/3/2024\n\n" + write(tabled(order, heads[h], numbered, name, term)) + "\n\nHội nghị kết thúc lúc 17 giờ.\n"
							if got := strings.Join(rowHoldings(x.Extract(record.Document{Name: "table", Raw: []byte(doc)})), "\n"); got != wanted {
								key := []string{"layout " + layout, fmt.Sprint("head ", h), "order " + order, fmt.Sprint("number ", numbered), "name " + ns, "term " + ts}
								for _, k := range key {
									failed[k]++
								}
								if failed[key[0]] <= 2 {
									t.Errorf("%s\n%s\ngot\n%s", key, doc, got)
								}
							}
						}
					}
				}
			}
		}
	}
	for k, n := range failed {
		t.Logf("%5d %s", n, k)
	}
}

// tabled are the rows of the tenures below the heads.
func tabled(order string, head map[string]string, numbered bool, name func(string) string, term func(from, to string) string) [][]string {
	columns := strings.Fields(order)
	if numbered {
		columns = append([]string{"number"}, columns...)
	}
	var top []string
	for _, c := range columns {
		top = append(top, head[c])
	}
	rows := [][]string{top}
	for k, t := range tenures {
		cells := map[string]string{"number": fmt.Sprint(k + 1), "name": name(t.name), "born": t.born, "post": t.post + " " + t.body, "term": term(t.from, t.to), "from": t.from, "to": t.to, "note": "Nghỉ hưu"}
		var row []string
		for _, c := range columns {
			row = append(row, cells[c])
		}
		rows = append(rows, row)
	}
	return rows
}

// rowHoldings are the holdings of a document as lines.
func rowHoldings(r record.Result) (lines []string) {
	for _, rec := range r.Records {
		if h, ok := rec.(record.Holding); ok {
			lines = append(lines, strings.Join([]string{h.Person, h.Post, h.Organization, string(h.Status), h.From.String(), h.To.String()}, " | "))
		}
	}
	slices.Sort(lines)
	return lines
}
