package input

import (
	"slices"
	"strings"
	"testing"
)

// Articles come as JSON and CSV in many forms. Each article is a document of its own, with its own day and name.
func TestReadCollections(t *testing.T) {
	a, b := `{"id": "7", "date": "2018-09-05", "text": "`+mau+`"}`, `{"id": "8", "text": "`+thu+`"}`
	both := []string{"f/7: " + mau, "f/8: " + thu}
	counted := []string{"f:1: " + mau, "f:2: " + thu}
	indent := strings.NewReplacer("{", "{\n  ", "\", \"", "\",\n  \"", "}", "\n}")
	for _, c := range []struct {
		what, content string
		want          []string
	}{
		{"an array on one line", "[" + a + ", " + b + "]", both},
		{"an array with a line for each object", "[\n" + a + ",\n" + b + "\n]\n", both},
		{"an array in which a line begins with the comma", "[" + a + "\n," + b + "\n]\n", both},
		{"an array printed with indent", "[\n" + indent.Replace(a) + ",\n" + indent.Replace(b) + "\n]\n", both},
		{"an array behind a byte order mark", "\ufeff[" + a + "," + b + "]", both},
		{"an array in UTF-16", utf16LE("[" + a + "," + b + "]"), both},
		{"an array of arrays", "[[" + a + "],[" + b + "]]", both},
		{"objects printed with indent", indent.Replace(a) + "\n" + indent.Replace(b), both},
		{"objects on one line", a + b, both},
		{"one object printed with indent", indent.Replace(a), both[:1]},
		{"an object that holds the array", `{"total": 2, "articles": [` + a + "," + b + "]}", both},
		{"the same with indent, behind other things", "{\n \"source\": {\"name\": \"x\"},\n \"data\": {\n\"items\": [" + a + "," + b + "]}\n}", both},
		{"the answer of a search engine", `{"took": 1, "hits": {"hits": [{"_id": "7", "_source": {"text": "` + mau + `"}}, {"_id": "8", "_source": {"text": "` + thu + `"}}]}}`, both},
		{"the answer of WordPress", `[{"id": 7, "content": {"rendered": "` + mau + `", "protected": false}}]`, both[:1]},
		{"a text of paragraphs", `[{"id": 7, "text": ["Thứ nhất.", "Thứ hai."]}]`, []string{"f/7: Thứ nhất.//Thứ hai."}},
		{"NaN for a number that is not known", `{"score": NaN, "text": "` + mau + `"}` + "\n" + `{"score": -Infinity, "text": "` + thu + `"}`, counted},
		{"an array without ids", `[{"text": "` + mau + `"}, {"text": "` + thu + `"}]`, counted},
		{"lines in UTF-16", utf16LE(a + "\n" + b + "\n"), both},
		{"lines of which the first is cut", "-05\", \"text\": \"x\"}\n" + a + "\n" + b + "\n",
			append([]string{"! f:1:1: not a JSON object: invalid character '5' after top-level value; give one object per line"}, both...)},
		{"CSV", "id,date,text\n7,2018-09-05,\"" + mau + "\"\n8,,\"" + thu + "\"\n", both},
		{"CSV with semicolons, of a spreadsheet", "\ufeffsep=;\r\nID;Text\r\n7;" + mau + "\r\n8;" + thu + "\r\n", both},
		{"CSV in UTF-16", utf16LE("id\ttext\r\n7\t" + mau + "\r\n8\t" + thu + "\r\n"), both},
		{"TSV", "id\ttext\n7\t" + mau + "\n8\t" + thu + "\n", both},
		{"a cell with line ends", "id,text\n7,\"Thứ \"\"nhất\"\".\n\nThứ hai.\"\n", []string{`f/7: Thứ "nhất".//Thứ hai.`}},
		{"a quotation mark inside a cell", "id\ttext\n7\tCỡ 12\" thôi.\n8\t" + thu + "\n", []string{`f/7: Cỡ 12" thôi.`, "f/8: " + thu}},
	} {
		if got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(c.content), Named: true}, Options{}); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
		if got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(gzipped(c.content))}, Options{}); !slices.Equal(got, c.want) {
			t.Errorf("%s, compressed, in a folder: %q", c.what, got)
		}
	}
}

// What is damaged in a collection is said with its place, and the rest is read.
func TestReadDamagedCollections(t *testing.T) {
	a, b := `{"id": "7", "text": "`+mau+`"}`, `{"id": "8", "text": "`+thu+`"}`
	for _, c := range []struct {
		what, file, content string
		want                []string
	}{
		{"an object that is not closed", "f", "[" + a[:len(a)-1] + ",\n" + b + "]",
			[]string{"! f:1:2: not a JSON object: invalid character '{' looking for beginning of object key string; correct it", "f/8: " + thu}},
		{"a string that is not closed", "f", "[\n" + a[:30] + "\n,\n" + b + "]",
			[]string{"! f:2:1: a string with a line end in it, or that is not closed; correct it", "f/8: " + thu}},
		{"an object with a fault", "f", "[{\"id\": 7 \"text\": \"x\"},\n" + b + "]",
			[]string{"! f:1:2: not a JSON object: invalid character '\"' after object key:value pair; correct it", "f/8: " + thu}},
		{"an array that breaks off", "f", "[" + a + "," + b[:20],
			[]string{"f/7: " + mau, "! f:1:84: an object that is not closed; correct it"}},
		{"text behind an array", "f", "[" + a + "]\n" + mau, []string{"f/7: " + mau, "! f:2:1: not a JSON object; give an array of objects, or one object per line"}},
		{"numbers", "f.json", "[1, 2, 3]", []string{"! f.json:1:2: not a JSON object; give an array of objects, or one object per line"}},
		{"objects without a text", "f.json", `[{"a": 1}, {"a": 2}]`, []string{
			"! f.json:1:2: no field text, content, body, article, maintext; name it, for example: --fields text=content",
			"! f.json:1:12: no field text, content, body, article, maintext; name it, for example: --fields text=content"}},
		{"many of them", "f.json", "[" + strings.Repeat(`{"a": 1},`, 40) + "1]", []string{"! f.json: none of the first 10 objects has a text; name its field, for example: --fields text=content"}},
		{"objects in the notation of Python", "f", `{'id': 7, 'text': 'x'}`, []string{"! f: not an article but objects in the notation of Python, not JSON; write them with json.dumps"}},
		{"an object that is larger than a document", "f", `{"articles": [` + a + "," + b + `, {"text": "` + strings.Repeat("a", 400) + `"}, ` + a + `]}`,
			[]string{"f/7: " + mau, "f/8: " + thu, "! f:1:181: an object with more than 300 bytes; raise --max-bytes", "f/7: " + mau}},
		{"CSV without a column for the text", "f.csv", "ten,chuc_vu\na,b\n", []string{"! f.csv: not an article but a table (CSV) without a column for the text, but ten, chuc_vu; name it, for example: --fields text=noidung"}},
		{"a row with too many cells", "f", "id,text\n7,a, b\n8,\"" + thu + "\"\n", []string{"! f:2:1: a row with 3 cells, where the first has 2; put a text with separators in it into quotation marks", "f/8: " + thu}},
		{"a quotation mark that is not closed", "f", "id,text\n8,\"" + thu + "\"\n7,\"a\n", []string{"f/8: " + thu, "! f:3:1: a quotation mark that is not closed; the rest is not read; close it"}},
		{"a row of nothing but separators", "f", "id,text\n1," + mau[:3] + "\n" + strings.Repeat(",", mostSeparators+1) + "\n", []string{"f/1: Bà", "! f:3:1: a row with more than 200000 separators; leave it out"}},
		{"prose", "f", "Text, content\n" + mau, []string{"f: Text, content/" + mau}},
		{"prose that begins with a bracket", "f", "[Ảnh] " + mau, []string{"f: [Ảnh] " + mau}},
		{"prose about an object", "f", "{x} " + mau, []string{"f: {x} " + mau}},
	} {
		o := Options{}
		if strings.Contains(c.what, "larger") {
			o.MaxBytes = 300
		}
		if got := found(t, Source{File: c.file, Name: c.file, In: strings.NewReader(c.content), Named: true}, o); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// What a browser recorded (HAR) is read page by page, as a crawl is.
func TestReadHAR(t *testing.T) {
	entry := func(url, status, kind, text string) string {
		return `{"startedDateTime": "2024-03-12T01:02:03Z", "request": {"method": "GET", "url": "` + url + `"}, "response": {"status": ` + status + `, "content": {"size": 1, "mimeType": "` + kind + `", "text": "` + text + `"}}}`
	}
	content := `{"log": {"version": "1.2", "creator": {"name": "x"}, "pages": [{"id": "p"}], "entries": [` +
		entry("https://vidu.example/1", "200", "text/html", "<html><p>"+mau) + "," + entry("https://vidu.example/2", "404", "text/html", "x") + "," +
		entry("https://vidu.example/3.png", "200", "image/png", "x") + `]}}`
	want := []string{"vidu.example/1: " + mau, "- HTTP 404", "- image/png"}
	if got := found(t, Source{File: "f.har", Name: "f.har", In: strings.NewReader(content), Named: true}, Options{}); !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

// utf16LE is a text in UTF-16 with its byte order mark.
func utf16LE(text string) string {
	out := []byte{0xff, 0xfe}
	for _, c := range text { // none beyond the first plane
		out = append(out, byte(c), byte(c>>8))
	}
	return string(out)
}
