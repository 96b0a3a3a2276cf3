package dating

import (
	"testing"

	"github.com/nhiemky/nhiemky/extract/record"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2018-07-12", "2018-07-12"},
		{"2018-07-11T20:15:00Z", "2018-07-12"}, // three in the morning in Viet Nam
		{"2018-07-12T09:30:00+07:00", "2018-07-12"},
		{"2018-07-12T09:30:00+0700", "2018-07-12"},
		{"2018-07-12 09:30:00", "2018-07-12"},
		{"Thứ năm, 12/7/2018, 09:30 (GMT+7)", "2018-07-12"},
		{"12-07-2018", "2018-07-12"},
		{"12.07.2018", "2018-07-12"},
		{"ngày 12 tháng 7 năm 2018", "2018-07-12"},
		{"12 tháng 7, 2018", "2018-07-12"},
		{"July 12, 2018", "2018-07-12"},
		{"Thu, 12 Jul 2018 02:30:00 GMT", "2018-07-12"},
		{"1531362600", "2018-07-12"},
		{"1531362600000", "2018-07-12"},
		{"20180712", "2018-07-12"},
		{"20180712093000", "2018-07-12"},

		// The day goes first, but where a clock of twelve hours says that the month does.
		{"3/12/2018 08:00:00", "2018-12-03"},
		{"3/12/2018 8:00:00 AM", "2018-03-12"},
		{"3/12/2018, 8:00 pm", "2018-03-12"},
		{"13/7/2018 8:00:00 AM", "2018-07-13"},

		// A month is what it is.
		{"2018-07", "2018-07"},
		{"7/2018", "2018-07"},
		{"tháng 7/2018", "2018-07"},

		{"31/02/2018", ""},
		{"1970-01-01T00:00:00Z", ""},
		{"0000-00-00", ""},
		{"2018-00-12", ""},
		{"13/2018", ""},
		{"2018", ""},
		{"N/A", ""},
		{"hôm nay", ""},
		{"", ""},
	} {
		if d, ok := Parse(c.text); d.String() != c.want || ok != (c.want != "") {
			t.Errorf("%q is %q, want %q", c.text, d, c.want)
		}
	}
}

func TestInName(t *testing.T) {
	for _, c := range []struct {
		name, want string
		sure       bool
	}{
		{"https://vidu.example/2020/06/09/dai-hoi.htm", "2020-06-09", true},
		{"vidu.example/tin/2020/06/dai-hoi.htm", "2020-06", true},
		{"https://vidu.example/20200609/dai-hoi", "2020-06-09", true},
		{"https://vidu.example/dai-hoi-20200609101500123.htm", "2020-06-09", true},
		{"vidu.example/dai-hoi-202006091015.htm?ngay=20190101", "2020-06-09", true},
		{"tin/2020-06-09-dai-hoi.txt", "2020-06-09", true},
		{"tin/VD_20200609101500123.txt", "2020-06-09", true},
		{`tin\2020_06_09.txt`, "2020-06-09", true},

		// Eight digits may be a number that counts.
		{"https://vidu.example/dai-hoi-20200609.htm", "2020-06-09", false},
		{"tin/20200609.txt", "2020-06-09", false},
		{"tin/202006091234567.txt", "2020-06-09", true},

		// The time of an archive is that of its visit.
		{"https://archive.example/web/20210101101500/https://vidu.example/2020/06/09/dai-hoi.htm", "2020-06-09", true},
		{"https://archive.example/web/20210101101500/https://vidu.example/dai-hoi.htm", "", false},

		// Of the folders of files those of one day each count, not that of a crawl; the line of a file names none.
		{"tin/2020/06/09/dai-hoi.txt", "2020-06-09", true},
		{"crawl-2021-01-01/dai-hoi.txt", "", false},
		{"crawl_2018_2020/dai-hoi.txt", "", false},
		{"tin.jsonl:20200609", "", false},

		{"tin/22423969.txt", "", false},       // no such month
		{"tin/20201399101500.txt", "", false}, // no such day
		{"tin/20200609991500.txt", "", false}, // no such hour
		{"tin/19450902101500.txt", "", false}, // no site is so old
		{"tin/4452304d20200609e52d.txt", "", false},
		{"tin/2019-05-12_2019-05-18.txt", "", false}, // which of them?
		{"tin/dai-hoi.txt", "", false},
		{"", "", false},
	} {
		if d, sure := InName(c.name); d.String() != c.want || sure != c.sure {
			t.Errorf("%q has %q, %t, want %q, %t", c.name, d, sure, c.want, c.sure)
		}
	}
}

func TestHead(t *testing.T) {
	for _, c := range []struct{ text, day, address string }{
		{"# doc_id = 12\n# url = https://vidu.example/dai-hoi.htm\n# date = 20200609\nSáng 9/6, đại hội khai mạc.", "2020-06-09", "https://vidu.example/dai-hoi.htm"},
		{"Title: Đại hội\nSource: Báo Ví dụ\nLink: https://vidu.example/dai-hoi.htm\nPublished Date: Thứ ba, 9/6/2020, 08:00 (GMT+7)\nContent: Sáng 9/6, …", "2020-06-09", "https://vidu.example/dai-hoi.htm"},
		{"Title: Đại hội\nPublished Date: N/A\nContent: …", "", ""},
		{"---\ntitle: \"Đại hội\"\ndate: 2020-06-09 00:00:00\ntags:\n    - Thời sự\n---\n\nSáng 9/6, …", "2020-06-09", ""},
		{"---\ntags:\n    - Thời sự\npublishDate: 2020-06\n---\nSáng 9/6, …", "2020-06", ""},

		// Only at the head, and only what a key says: the day on which a page was fetched or changed is none.
		{"Sáng 9/6, đại hội khai mạc.\ndate = 20200609", "", ""},
		{"crawled: 2020-06-09\nmodified: 2020-06-09\nSáng 9/6, …", "", ""},
		{"Thủ tướng phát biểu: date: 2020-06-09", "", ""},
		{"", "", ""},
	} {
		if d, address := Head([]byte(c.text)); d.String() != c.day || address != c.address {
			t.Errorf("%q: %q, %q", c.text, d, address)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2018-09-05T08:00:00+07:00", "Thứ tư, 5/9/2018, 08:00 GMT+7", "ngày 5 tháng 9 năm 2018", "1536109200", "31/2/2018", "Jan 2, 2018", "9/5/2018 8:00 AM", "9/2018"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if d, ok := Parse(text); ok && !d.Valid() || !ok && !d.IsZero() {
			t.Errorf("%q: %v, %v", text, d, ok)
		}
	})
}

func FuzzInName(f *testing.F) {
	for _, s := range []string{"https://vidu.example/2020/06/09/a.htm", "tin/20200609101500.txt", "2020-06-09_2020-06-10", "/web/20210101/https://a/b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if d, sure := InName(name); !d.IsZero() && !d.Valid() || sure && d == (record.Date{}) {
			t.Errorf("%q: %v, %t", name, d, sure)
		}
	})
}
