package extract_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/extract/input"
	"github.com/nhiemky/nhiemky/extract/record"
)

// hostileSize is the size in bytes of the texts that TestHostile reads, for the program that TestLinear starts.
const hostileSize = "NHIEMKY_HOSTILE"

// hostile are texts that repeat one thing; # is a name, @ a place and % a number that differ from line to line. Each was
// once read in a time that grew with the square of its length, or stands for many that could be.
var hostile = []string{
	"A", "Á", "aB", "TƯ", "H'", ".", "(", "“", "\"", "|", "| a ", "\t", "a\tb\n", "- ", "\n- ", "\n1. ", "1/", "1/2/2018 ", "%, ", "\n", "“a (b ",
	"ông ", "nguyên ", "GS.TS. ", "các đồng chí: ", "Lê Văn Thử ", "LÊ VĂN THỬ\n", "ông Lê Văn Thử, ",
	"Ủy ban ", "Phòng, ", "của Ban của Ban ", "BCH ", "Ban Chấp hành ", "Đảng ủy ", "Lữ đoàn ", "Quận ủy Ba Đình Chủ tịch ", "tỉnh @, ",
	"Bí thư ", "miễn nhiệm Bí thư ", "Phó Chủ tịch được bầu ", "Chủ tịch UBND tỉnh @ ", "nguyên là: ", "gồm: ", "sẽ ", "không ",
	"TM. ", "KT. CHỦ TỊCH\n", "Kính gửi", "Số: 12-QĐ/TU\n", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
	"Sáng 1-7, ", "Ngày 5/9, ông #, Chủ tịch tỉnh @, từ trần. ", "khóa XI, ", "từ năm % ", "Hội nghị lần thứ % ", "Đại hội Đảng bộ tỉnh @ lần thứ XX. ",
	"Ông # được bầu làm Bí thư Tỉnh ủy @. ", "Ông # thay ông #. ", "- #: Bí thư Huyện ủy\n", "#, Bí thư Huyện ủy; ", "bà #, ",
	"Nguồn\nông #, Bí thư Tỉnh ủy @\n", "| # | Chủ tịch | % |\n", "1; #; Chủ tịch\n", "1; 2; 3\n", "STT\nHọ tên\nChức vụ\n", "STT\nHọ tên\n1\n#\n2\n#\n", "Họ tên - Chức vụ\n", "Họ tên  Chức vụ\n#  Bí thư\n", "| 1 | # |\n5/2010 | 6/2015 |\n", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n#\n", "Năm %: Bí thư Tỉnh ủy @\n",
	"Ông Lê Văn Thử giữ chức Bí thư Chi bộ %. ", "Quận ủy Ba Đình. UBND quận. ", "Luật Đất đai ", "Nghị quyết số %-NQ/TW. ", "<a>", "[1]",
	"[[", "[a](/b)", "<b", "cóthểlà", "1. Xã Tân Hội\n- Bí thư: #\n", "Huyện Mai Sơn: Bí thư #; ", "Xã Tân Hội\n", "# ........ Bí thư\n", "#\n(19% - 2000)\n", "Khóa XX (19% - 2000)\nBí thư: #\n", "Văn phòng Sở\nChánh Văn phòng: #\n",
	"a\u200b", "\u200b", "\u00ad\n", "a\ufffd", "\ue001", "\x01", "²", "a²", "a[1]", "a(1)", "[a", "a[", "a-", "Hòa-", "Trần Hòa-Thúy, ", "Sở-Y tế ", "Thúy2 ", "Quận1 ", "\u0301", "ủ\u0323y\u0301",
	"ông Trần Văn Hạo được bầu giữ chức\n12\n", "Bản tin\nông Trần Văn Hạo được bầu giữ chức\n", "được bầu giữ chức\nBí thư\n", "Bí thư Huyện ủy\nĐô Lương\n",
	"&", "&amp;", "&#7847;", "<del>", "<s>a</b>", "<ref>", "<p>a", "<p>a</p>", "<b>x</b>\n", "<div class=\"lead\">a", "<h3><a href=x>Tin liên quan</a></h3>", "<table><tr><td>a</td></tr></table>", "<sup>[1]</sup>", "<a href=\"#a\">1</a>",
}

// TestHostile reads those texts, in a program that counts.
func TestHostile(t *testing.T) {
	size, err := strconv.Atoi(os.Getenv(hostileSize))
	if err != nil {
		t.Skipf("TestLinear sets %s", hostileSize)
	}
	x := extract.New(lists(t))
	for _, unit := range hostile {
		d := record.Document{Name: "hostile", Raw: []byte(repeated(unit, size))}
		_ = input.Read(input.Source{File: d.Name, Name: d.Name, In: bytes.NewReader(d.Raw), Named: true}, input.Options{}, func(i input.Item) error {
			if read, err := i.Document(); err == nil {
				d = read
			}
			return nil
		})
		x.Extract(d)
	}
}

// repeated is a text of at least so many bytes.
func repeated(unit string, size int) string {
	first, middle := strings.Fields("Nguyễn Trần Lê Phạm Hoàng Vũ Võ Đặng Bùi Đỗ"), strings.Fields("Văn Đức Minh Hữu Xuân Ngọc Hồng Công Đình Bá Duy")
	last, places := strings.Fields("An Bình Cường Dũng Giang Hải Hùng Khánh Long Mạnh Nam Sơn Vinh"), []string{"Nghệ An", "Hà Tĩnh", "Lào Cai", "Sơn La", "Cà Mau"}
	var b strings.Builder
	for k := 0; b.Len() < size; k++ {
		name := first[k%10] + " " + middle[k/10%11] + " " + middle[k/110%11] + " " + last[k/1210%13]
		b.WriteString(strings.NewReplacer("#", name, "@", places[k%5], "%", strconv.Itoa(1900+k%125)).Replace(unit))
	}
	return b.String()
}

// TestLinear counts how often each part of the program runs for texts of one size and of four times that size: four times
// as often, or what a part does grows with the text faster than the text. A clock would tell it only on an idle machine.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the tests once more")
	}
	const size, times = 40_000, 4
	program := filepath.Join(t.TempDir(), "counting.test.exe")
	started(t, exec.Command("go", "test", "-c", "-covermode=count", "-coverpkg=./...", "-o", program, "."))
	none, once, more := counts(t, program, 1), counts(t, program, size), counts(t, program, times*size)
	for part, n := range more {
		if a, b := once[part]-none[part], n-none[part]; b > times*size && b > 7*a/4*times {
			t.Errorf("%s: ran %d times for texts of %d bytes, %d times for %d", part, a, size, b, times*size)
		}
	}
}

// counts is how often each part of the program runs in TestHostile.
func counts(t *testing.T, program string, size int) map[string]int {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "profile")
	run := exec.Command(program, "-test.run", "^TestHostile$", "-test.timeout", "1h", "-test.coverprofile", profile)
	run.Env = append(os.Environ(), hostileSize+"="+strconv.Itoa(size))
	started(t, run)
	f, err := os.Open(profile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var part string
		var statements, n int
		if _, err := fmt.Sscan(lines.Text(), &part, &statements, &n); err == nil {
			out[part] += n
		}
	}
	if len(out) == 0 {
		t.Fatal("nothing was counted")
	}
	return out
}

func started(t *testing.T, c *exec.Cmd) {
	t.Helper()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}
