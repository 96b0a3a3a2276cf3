package input

import (
	"encoding/base64"
	"mime/quotedprintable"
	"slices"
	"strings"
	"testing"
)

// quoted is a text in quoted-printable.
func quoted(text string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.String()
}

// lined is base64 in lines.
func lined(text string) string {
	all := base64.StdEncoding.EncodeToString([]byte(text))
	var b strings.Builder
	for len(all) > 60 {
		b.WriteString(all[:60] + "\r\n")
		all = all[60:]
	}
	return b.String() + all + "\r\n"
}

const (
	mailHeads = "From: Ban Biên tập <tin@vidu.example>\r\nTo: <a@vidu.example>\r\nMessage-ID: <1@vidu.example>\r\nDate: Wed, 05 Sep 2018 08:00:00 +0700\r\nMIME-Version: 1.0\r\n"
	subject   = "Subject: =?utf-8?B?S2hhaSBnaeG6o25n?=\r\n"
	asQuoted  = "Content-Transfer-Encoding: quoted-printable\r\n"
	asBase64  = "Content-Transfer-Encoding: base64\r\n"
)

// parted is a body of several parts.
func parted(parts ...string) string {
	return "\r\n--b\r\n" + strings.Join(parts, "\r\n--b\r\n") + "\r\n--b--\r\n"
}

func TestReadMail(t *testing.T) {
	page := "<html><head><meta charset=\"utf-8\"></head><body><p>" + mau + "</p></body></html>"
	mixed := "Content-Type: multipart/mixed; boundary=b\r\n"
	plain := "Content-Type: text/plain; charset=utf-8\r\n"
	for _, c := range []struct {
		what, file, content string
		want                []string
	}{
		{"a page saved as one file", "f.mhtml", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://vidu.example/1\r\nSubject: Tin\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n" +
			parted("Content-Type: text/html\r\n"+asQuoted+"Content-Location: https://vidu.example/1\r\n\r\n"+quoted(page), "Content-Type: image/png\r\n"+asBase64+"\r\nAAAA", "Content-Type: text/html\r\nContent-Location: cid:frame\r\n\r\n<html><p>"+thu),
			[]string{"vidu.example/1: Tin//" + mau}},
		{"the same with line ends of Unix, without its end", "f.mht", "From: <Saved by x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://vidu.example/1\n\n" + page + "\n--b\nContent-Type: text/css\n\np {}\n",
			[]string{"vidu.example/1: " + mau}},
		{"a message", "f.eml", mailHeads + subject + plain + asQuoted + "\r\n" + quoted(mau), []string{"f.eml: " + mau}},
		{"in base64", "f", mailHeads + plain + asBase64 + "\r\n" + lined(mau), []string{"f: " + mau}},
		{"without a type", "f", mailHeads + "\r\n" + mau, []string{"f: " + mau}},
		{"in an encoding before Unicode", "f", mailHeads + "Content-Type: text/plain; charset=windows-1258\r\n\r\nB\xed th\xfd Qu\xe2n", []string{"f: Bí thư Quân"}},
		{"a page", "f", mailHeads + subject + "Content-Type: text/html; charset=utf-8\r\n" + asQuoted + "\r\n" + quoted(page), []string{"f: Khai giảng//" + mau}},
		{"a text and the same as a page", "f", mailHeads + "Content-Type: multipart/alternative; boundary=b\r\n" + parted(plain+"\r\n"+mau, "Content-Type: text/html\r\n\r\n"+page), []string{"f: " + mau}},
		{"with documents", "f", mailHeads + mixed + parted(plain+"\r\n"+mau, "Content-Type: application/octet-stream; name=\"=?utf-8?Q?th=C6=B0.txt?=\"\r\nContent-Disposition: attachment\r\n"+asBase64+"\r\n"+lined(thu), "Content-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\r\n\x89PNG\x0d\x0a\x1a\x0a"),
			[]string{"f: " + mau, "f/thư.txt: " + thu, "- image/png"}},
		{"a message in a message", "f", mailHeads + mixed + parted("Content-Type: message/rfc822\r\n\r\n"+mailHeads+plain+"\r\n"+thu), []string{"f/message: " + thu}},
		{"without a text", "f", mailHeads + mixed + parted("Content-Type: image/png\r\n\r\nx"), []string{"! f: not an article but mail without a text; give its text"}},
		{"that does not say where its parts begin", "f", mailHeads + "Content-Type: multipart/mixed\r\n\r\nx", []string{"! f: a message in several parts that does not say where they begin; save what is in it, and give that"}},
		{"that breaks off", "f", strings.TrimSuffix(mailHeads+mixed+parted(plain+"\r\n"+mau), "\r\n--b--\r\n"), []string{"! f: unexpected EOF; check the file"}},
		{"a mailbox", "f.mbox", "From a@vidu.example Wed Sep  5 08:00:00 2018\n" + mailHeads + plain + "\r\n" + mau + "\n>From đây.\n\nFrom b@vidu.example Thu Sep  6 08:00:00 2018\n" + mailHeads + plain + "\r\n" + thu + "\n",
			[]string{"f.mbox:1: " + mau + "/From đây.//", "f.mbox:2: " + thu + "/"}},
		{"a text that begins with fields", "f", "Title: Khai giảng\nDate: 5/9/2018\n\n" + mau, []string{"f: Title: Khai giảng/Date: 5/9/2018//" + mau}},
	} {
		got := found(t, Source{File: c.file, Name: c.file, In: strings.NewReader(c.content), Named: true}, Options{})
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%q\nwant\n%q", c.what, got, c.want)
		}
	}
}

// A message is of the day on which it was sent, unless it hands on another's text; a saved page is of the day that it says.
func TestMailDay(t *testing.T) {
	for head, want := range map[string]string{
		mailHeads: "2018-09-05", mailHeads + "Subject: Fwd: Tin\r\n": "", mailHeads + "Snapshot-Content-Location: https://vidu.example/1\r\n": "",
	} {
		err := Read(Source{File: "f", Name: "f", In: strings.NewReader(head + "Content-Type: text/html\r\n\r\n<html><p>" + mau), Named: true}, Options{}, func(i Item) error {
			d, err := i.Document()
			if err != nil || d.Published.String() != want {
				t.Errorf("%q: %q, %v, want %q", head, d.Published, err, want)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
