package input

import (
	"os"
	"path/filepath"
	"testing"
)

// TestSamples keeps the packed files of testdata/packed, which the scripts of the command line read; with
// -update it makes them anew.
func TestSamples(t *testing.T) {
	page := "<html><head><title>Khai giảng</title></head><body><p>" + mau + " Buổi lễ diễn ra sáng 5/9/2018 tại một trường của quận.</p></body></html>"
	lines := `{"id": "1", "text": "` + mau + `"}` + "\n" + `{"id": "2", "text": "` + thu + `"}` + "\n"
	archive := []member{{"tin/1.txt", mau}, {"tin/2.html", page}, {"anh.jpg", "\xff\xd8\xff\xe0"}}
	for name, content := range map[string]string{
		"lines.jsonl.gz":  gzipped(lines),
		"lines.jsonl.zst": zstandard(lines),
		"articles.zip":    zipped(archive...),
		"articles.tar.gz": gzipped(tarred(archive...)),
		"notice.docx":     docx("<w:p><w:r><w:t>" + mau + "</w:t></w:r></w:p>"),
		"crawl.warc.gz": gzipped(answer("https://vidu.example/khai-giang", "200 OK\r\nContent-Type: text/html; charset=utf-8", page)) +
			gzipped(answer("https://vidu.example/anh.jpg", "200 OK\r\nContent-Type: image/jpeg", "x")),
		"../pages/table.docx":  docx(para("Ngày 5/9/2018, huyện công bố danh sách.") + grid(plainRow("TT", "Họ và tên", "Chức vụ"), plainRow("1", "Lê Văn Thử", "Bí thư Huyện ủy Sóc Sơn"), plainRow("2", "Trần Thị Mẫu", "Bí thư Huyện ủy Mê Linh"))),
		"../pages/columns.pdf": typeset("A", "", sheet{texts: byLine([]at{{100, 810, 16, "Công bố quyết định ngày 12/3/2024"}}, column(60, 780, newsLeft...), column(320, 780, newsRight...))}),
		"../pages/rows.pdf": typeset("A", "", sheet{texts: byLine([]at{{60, 810, 10, "Ngày 5/9/2018, " + mau}}, column(60, 780, "Lê Văn Thử", "Đỗ Thị Tư", "Cao Văn Năm"),
			column(200, 780, "Bí thư Huyện ủy", "Sóc Sơn", "Phó Bí thư", "Huyện ủy Mê Linh", "Chánh Văn phòng"))}),
	} {
		file := filepath.Join("testdata", "packed", name)
		if *update {
			write(t, file, []byte(content))
		}
		if got := found(t, Source{File: name, Name: name, In: openSample(t, file), Named: true}, Options{}); len(got) == 0 || got[0][0] == '!' {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func openSample(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}
