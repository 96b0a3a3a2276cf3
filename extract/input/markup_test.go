package input

import (
	"strings"
	"testing"
)

// A text that is HTML is read as HTML, whatever form it came in; another stays as it is.
func TestUnmark(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"<p>S&aacute;ng 12/3.</p><p>&#272;&ocirc;ng<br/>H&agrave;</p>", "Sáng 12/3.\nĐông\nHà"},
		{"Tên\n\n<div>Một</div><div>Hai</div>", "Tên\nMột\nHai"},
		{"<table><tr><td>Họ tên</td><td>Chức vụ</td></tr><tr><td>A</td><td>B</td></tr></table>", "| Họ tên | Chức vụ |\n| A | B |"},
		{"<p>Một <del>hai</del> ba<sup>[4]</sup></p>", "Một ba"},
		{"Ông <a href=\"/x\">Bí thư</a>\n\nBà <strong>Lan</strong>\n", "Ông Bí thư\n\nBà Lan\n"},
		{"Một<br>hai\nba\n<s>bốn</s> năm <script>x()</script>\n", "Một\nhai\nba\n năm \n"},
		{"Một <s>hai\nba</span>\n", "Một hai\nba\n"},
		{"Ông A<ref>Báo B</ref>, Bí thư<ref name=\"c\"/> xã\nC", "Ông A, Bí thư xã\nC"},
		{"Tr&#7847;n&nbsp;H&ograve;a", "Trần\u00a0Hòa"},
		{"H&amp;amp;ograve;a", "Hòa"},
		{"&lt;p&gt;Một&lt;/p&gt;&lt;p&gt;Hai&lt;/p&gt;", "Một\nHai"},
		{"AT&T, ?a=1&copy=2, &xyz; &;", "AT&T, ?a=1&copy=2, &xyz; &;"},
		{"a < b, <Trần Văn A> và 5<6>2", "a < b, <Trần Văn A> và 5<6>2"},
		{"", ""},
	} {
		if got := unmark(c.in); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// JSON lines from sites hold HTML; WordPress puts it into an object.
func TestMarkupInJSON(t *testing.T) {
	line := `{"id": 7, "title": {"rendered": "B&iacute; th&#432;"}, "content": {"rendered": "<p>M&#7897;t</p><p>Hai</p>"}}`
	got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(line), Named: true}, Options{})
	if want := "f/7: Bí thư/Một/Hai"; len(got) != 1 || got[0] != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// What a page strikes out or hides, and the marks of its notes, are no part of its text.
func TestUnsaid(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Một <s>hai</s> <strike>ba</strike> <del>bốn</del> năm", "Một năm"},
		{`Một <span style="color: red; text-decoration: underline line-through">hai</span> ba`, "Một ba"},
		{`Một <font style="DISPLAY:NONE !important">hai</font> <b style="font-size:0px">ba</b> <i style="visibility:hidden">bốn</i> năm`, "Một năm"},
		{`<div style="visibility:hidden; opacity: 0">Một</div>`, "Một"}, // until the page has been loaded
		{`Một<sup>2</sup>, hai<sup>[a]</sup>, ba<sup>(3)</sup>, bốn<sup>*</sup>, năm<sup>cũ</sup>`, "Một, hai, ba, bốn, nămcũ"},
		{`Một<a href="#c5">[5]</a>, <a href="#hai">hai</a>, <a href="/x">3</a>`, "Một, hai, 3"},
		{`Một<sup class="reference"><a href="#n">[chú thích 1]</a></sup>`, "Một"},
	} {
		if got := unmark("<p>" + c.in + "</p>"); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// However a text comes, it has no more words than the stages behind the reader have memory for. The brackets of a megabyte are a million words.
func TestMaxWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{strings.Repeat("(", 11), "! f: more than 10 words and signs; split it, or raise --max-words"},
		{strings.Repeat("một ", 10), "f: một một"},
		{strings.Repeat("một", 100), "f: mộtmột"},
		{"<p>" + strings.Repeat("một</p><p>", 11), "! f: more than 10 words"},
		{`{"text": "` + strings.Repeat("(", 11) + `"}`, "! f:1:1: more than 10 words"},
	} {
		got := found(t, Source{File: "f", Name: "f", In: strings.NewReader(c.in), Named: true}, Options{MaxWords: 10})
		if len(got) != 1 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}
