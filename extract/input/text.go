package input

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// plain is the text of bytes without a form: decoded, without the markup of HTML, and repaired if that is certain to be right.
func (i Item) plain() (string, error) {
	if i.o.AsFound {
		_, _, err := charset.Decode(i.raw, charset.UTF8)
		return string(i.raw), err
	}
	text, _, err := charset.Decode(i.raw, i.o.Encoding)
	if err != nil {
		return "", err
	}
	return charset.Mend(unmark(text)), nil
}

// titled is a text with its title above it, once.
func titled(title, text string) string {
	title, text = strings.TrimSpace(title), strings.TrimSpace(text)
	if title == "" || strings.HasPrefix(squeeze(text), squeeze(title)) {
		return text
	}
	if text == "" {
		return ""
	}
	return title + "\n\n" + text
}

// squeeze is a text in small letters with one space between its words.
func squeeze(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text[:min(len(text), 4096)]), " "))
}

// nameOf is a web address without its scheme and fragment, "" for anything else: the name of a page is the
// same over http and https.
func nameOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	name := strings.ToLower(u.Host) + readablePath(u)
	if u.RawQuery != "" {
		name += "?" + u.RawQuery
	}
	return charset.Compose(strings.TrimSuffix(name, "/"))
}

// readablePath is the path of an address without escapes, unless they stand for something that is no text.
func readablePath(u *url.URL) string {
	if !utf8.ValidString(u.Path) || strings.ContainsFunc(u.Path, unicode.IsControl) {
		return u.EscapedPath()
	}
	return u.Path
}

// escapeBytes escapes the bytes of an address that are no text; the meaning is the same.
func escapeBytes(address string) string {
	var out strings.Builder
	for i, c := range address {
		if _, n := utf8.DecodeRuneInString(address[i:]); c == utf8.RuneError && n == 1 {
			fmt.Fprintf(&out, "%%%02X", address[i])
			continue
		}
		out.WriteRune(c)
	}
	return charset.Compose(out.String())
}
