package extract_test

import (
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/record"
)

// TestDated reads as what counts as the day of a document, and how it was found; where nothing is sure there is none, and
// "--06-09" is a day that the text tells without its year.
func TestDated(t *testing.T) {
	x, field := extract.New(lists(t)), record.Date{Year: 2020, Month: 6, Day: 9}
	for _, c := range []struct {
		why  string
		d    record.Document
		text string
		day  string
		by   record.DatedBy
	}{
		// A field of the source.
		{"the metadata of a page", record.Document{Published: field}, "Sáng 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByField},
		{"a field goes before the address", record.Document{Published: field, Address: "https://vidu.example/2020/06/10/a.htm"}, "Tin.", "2020-06-09", record.DatedByField},
		{"a line of the page that was changed later does not", record.Document{Published: field}, "Cập nhật: 11/6/2020, 08:00\nTin.", "2020-06-09", record.DatedByField},
		{"the day of the visit is not that of the page", record.Document{Published: record.Date{Year: 2023, Month: 1, Day: 5}}, "Thứ ba, 9/6/2020, 08:00 (GMT+7)\nTin.", "2020-06-09", record.DatedByByline},
		{"nor is that on which the site was moved", record.Document{Published: record.Date{Year: 2023, Month: 1, Day: 5}, Address: "https://vidu.example/2020/06/09/a.htm"}, "Tin.", "2020-06-09", record.DatedByAddress},
		{"what the neighbours gave", record.Document{Published: field, DatedBy: record.DatedByNeighbours}, "Sáng 9/6, đại hội khai mạc.", "2020-06-09", record.DatedByNeighbours},
		{"which goes behind all that is stated", record.Document{Published: field, DatedBy: record.DatedByNeighbours}, "Thứ hai, 8/6/2020, 08:00\nSáng 9/6, đại hội khai mạc.", "2020-06-08", record.DatedByByline},

		// The address or the name.
		{"folders", record.Document{Address: "https://vidu.example/2020/06/09/a.htm"}, "Tin.", "2020-06-09", record.DatedByAddress},
		{"a month", record.Document{Address: "https://vidu.example/2020/06/a.htm"}, "Tin.", "2020-06", record.DatedByAddress},
		{"the time at which the site made the page", record.Document{Name: "tin/VD_20200609101500123.txt"}, "Tin.", "2020-06-09", record.DatedByAddress},
		{"in the lines at the head of the text", record.Document{}, "# url = https://vidu.example/dai-hoi-20200609101500.htm\nTin.", "2020-06-09", record.DatedByAddress},
		{"eight digits that the text agrees with", record.Document{Name: "tin/20200609.txt"}, "Chiều 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByAddress},
		{"or does not: a number that counts", record.Document{Name: "tin/20200609.txt"}, "Chiều 3/11, đại hội khai mạc.", "--11-03", ""},

		// A byline, a line of metadata, the place and the day of an official text.
		{"a line of metadata", record.Document{}, "# date = 20200609\nSáng 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByByline},
		{"another", record.Document{}, "Title: Đại hội\nPublished Date: Thứ ba, 9/6/2020, 00:00 (GMT+7)\nContent: Sáng 8/6, …", "2020-06-09", record.DatedByByline},
		{"the day and the time", record.Document{}, "Đại hội khai mạc\nThứ ba, 9/6/2020, 08:00 (GMT+7)\nSáng 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByByline},
		{"the time and the day", record.Document{}, "Đại hội khai mạc\n08:00 | 09/06/2020\nSáng 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByByline},
		{"nothing but the day", record.Document{}, "Đại hội khai mạc\nThứ ba, 9/6/2020\nSáng 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByByline},
		{"unless days are the headings", record.Document{}, "Nhật ký đại hội\n9/6/2020\nKhai mạc.\n10/6/2020\nBế mạc.", "", ""},
		{"the author before the day", record.Document{}, "Đại hội khai mạc\nTác giả: Hà Văn Sáu | 09/06/2020 08:00\nSáng 8/6, …", "2020-06-09", record.DatedByByline},
		{"in a text of one line", record.Document{}, "Thứ ba, 9/6/2020, 08:00 Sáng 8/6, đại hội khai mạc.", "2020-06-09", record.DatedByByline},
		{"words for it", record.Document{}, "Đại hội khai mạc\nNgày đăng: 9/6/2020\nSáng 8/6, …", "2020-06-09", record.DatedByByline},
		{"within the text", record.Document{}, "Đại hội khai mạc. Cập nhật ngày 9/6/2020. Sáng 8/6, …", "2020-06-09", record.DatedByByline},
		{"the place and the day", record.Document{}, "BÁO CÁO\nHà Nội, ngày 9 tháng 6 năm 2020\nThực hiện kế hoạch …", "2020-06-09", record.DatedByByline},
		{"the head of a decision", record.Document{Published: record.Date{Year: 2020, Month: 6, Day: 20}}, "ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/QĐ-UBND\nNam Định, ngày 9 tháng 6 năm 2020\nQUYẾT ĐỊNH\nCăn cứ Luật …", "2020-06-09", record.DatedByByline},
		{"not the time of an event", record.Document{}, "Khai mạc: 08:00, 9/6/2020\nĐại hội có 300 đại biểu.", "", ""},
		{"nor one that is told", record.Document{}, "Đại hội khai mạc lúc 08:00 ngày 9/6/2020 tại Hà Nội và họp ba ngày, có 300 đại biểu của các đảng bộ dự, cùng nhiều khách mời.", "", ""},
		{"nor the day of another article", record.Document{}, "Bài viết đăng ngày 9/6/2020 trên báo của tỉnh nói rằng việc này đã được báo cáo lên cấp trên từ lâu mà chưa ai trả lời cho người dân.", "", ""},

		// What the first sentences tell, if they tell the year.
		{"today", record.Document{}, "Đại hội khai mạc sáng nay (9/6/2020).", "2020-06-09", record.DatedByText},
		{"yesterday", record.Document{}, "Hôm qua, 8/6/2020, đại hội khai mạc.", "2020-06-09", record.DatedByText},
		{"at the head of the text", record.Document{}, "Đại hội khai mạc\nSáng ngày 9/6/2020, đại hội khai mạc.", "2020-06-09", record.DatedByText},
		{"behind the name of an agency", record.Document{}, "(BVD) - Ngày 9/6/2020, đại hội khai mạc.", "2020-06-09", record.DatedByText},
		{"the decision of these days gives the year", record.Document{}, "Ngày 9/6, Tỉnh ủy công bố Quyết định số 120-QĐ/TU ngày 1/6/2020 về công tác cán bộ.", "2020-06-09", record.DatedByText},
		{"the day from when it counts does", record.Document{}, "Chiều 9/6, Tỉnh ủy trao quyết định bổ nhiệm ông Hà Văn Sáu từ ngày 9/6/2020.", "2020-06-09", record.DatedByText},
		{"without a year", record.Document{}, "Sáng 9/6, đại hội khai mạc.", "--06-09", ""},
		{"yesterday without a year", record.Document{}, "Hôm qua (31/5), đại hội khai mạc.", "--06-01", ""},
		{"the year of another event gives none", record.Document{}, "Ngày 9/6, tòa án xét xử Tạ Văn Lượng. Tối 1/5/2019, ông ta cùng bạn trộm xe.", "--06-09", ""},

		// Days of other things.
		{"a later day is told", record.Document{}, "Ngày 9/6/2020, đại hội khai mạc.\nNgày 2/8/2021, tỉnh tổng kết.", "", ""},
		{"what went before", record.Document{}, "Phiên tòa mở hôm nay. Tối 9/6/2020, bị cáo cùng bạn trộm xe.", "", ""},
		{"a birth", record.Document{}, "Ông Hà Văn Sáu sinh ngày 9/6/1970 tại Hà Nội.", "", ""},
		{"an entry into the Party", record.Document{}, "Ông Hà Văn Sáu vào Đảng ngày 9/6/1995.", "", ""},
		{"a begin", record.Document{}, "Từ ngày 9/6/2020, tỉnh áp dụng quy định mới.", "", ""},
		{"a document", record.Document{}, "Ngày 9/6/2020, Chính phủ ban hành Nghị định số 65/2020/NĐ-CP về thuế.", "", ""},
		{"a plan", record.Document{}, "Ngày 9/6/2020, đại hội sẽ khai mạc.", "", ""},
		{"an encyclopedia", record.Document{Published: field}, "Hà Văn Sáu\n\nSáng nay (9/6/2020), đại hội bầu ông.\n\n## Tham khảo\n\n[sửa | sửa mã nguồn]\n- Báo cáo", "", ""},
	} {
		d := c.d
		d.Raw = []byte(c.text)
		r := x.Extract(d)
		day := r.Published.String()
		if !r.Told.IsZero() {
			day = record.Date{Year: 2000, Month: r.Told.Month, Day: r.Told.Day}.String()
			day = "--" + day[len("2000-"):]
		}
		if day != c.day || r.DatedBy != c.by {
			t.Errorf("%s: %q is of %q by %q, want %q by %q", c.why, c.text, day, r.DatedBy, c.day, c.by)
		}
	}
}
