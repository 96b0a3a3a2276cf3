package dating

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/nhiemky/nhiemky/extract/record"
)

// The keys under which the lines at the head of a text give its day and its address, in small letters and without signs.
var (
	dayKeys = set("date published publisheddate publishdate datepublished datepublish pubdate publishedat publishedon " +
		"publishedtime publicationdate dateofpublication posted postedon dateposted issued")
	addressKeys = set("url link address sourceurl permalink canonical canonicalurl")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// headLines and headBytes bound the lines of metadata at the head of a text.
const (
	headLines = 25
	headBytes = 4000
)

// Head reads the lines of metadata with which a text begins, as collections of articles have them: its day, or its month,
// and its address, as far as stated.
//
//	# url = https://vidu.example/dai-hoi.htm      Title: Đại hội Đảng bộ      ---
//	# date = 20200609                             Published Date: 9/6/2020    date: 2020-06-09
//
// They end at the first line that is none.
func Head(text []byte) (day record.Date, address string) {
	text = text[:min(len(text), headBytes)]
	for n := 0; n < headLines && len(text) > 0; n++ {
		line, rest, _ := bytes.Cut(text, []byte{'\n'})
		text = rest
		key, value, ok := pair(string(line))
		switch {
		case !ok && !fence(line):
			return day, address
		case dayKeys[key] && day.IsZero():
			day, _ = Parse(value)
		case addressKeys[key] && address == "" && strings.Contains(value, "://"):
			address = value
		}
	}
	return day, address
}

// pair splits a line into key and value: "# date = 20200609", "Published Date: 9/6/2020". A key has at most three words.
func pair(line string) (key, value string, ok bool) {
	line = strings.TrimLeft(strings.TrimSpace(line), "#-*•> ")
	i := strings.IndexAny(line, ":=")
	if i <= 0 || len(strings.Fields(line[:i])) > 3 || len(line[:i]) > 30 {
		return "", "", false
	}
	key = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, line[:i])
	return key, strings.Trim(strings.TrimSpace(line[i+1:]), `"'`), key != ""
}

// fence reports whether a line is blank, "---", or goes on with the value of a key before: "    - Thời sự".
func fence(line []byte) bool {
	bare := bytes.TrimSpace(line)
	return len(bytes.Trim(bare, "-+=# \r")) == 0 || len(line) > 0 && (line[0] == ' ' || line[0] == '\t')
}
