package input

import (
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/render"
	"golang.org/x/net/html"
)

// A text may be HTML though its form does not say so: the field of a JSON line that a site gave, a page that was saved as text. It is told by its
// tags and entities.

// entity is a character that is written out.
var entity = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)

// unescape writes entities as the characters that they stand for, "&amp;ograve;" too. What is none stays, as in an address: "?a=1&copy=2".
func unescape(text string) string {
	for range mostEscapes {
		if strings.IndexByte(text, '&') < 0 {
			break
		}
		next := entity.ReplaceAllStringFunc(text, html.UnescapeString)
		if next == text {
			break
		}
		text = next
	}
	return text
}

// mostEscapes is how often a text is escaped again by those who pass it on, at most.
const mostEscapes = 3

// Tags of HTML that stand in texts, and that of notes in wikis, by what they do: those of blocks end a line, what stands between silent ones is left out.
var (
	blockTags  = tagSet("p div br li ul ol tr td th table tbody thead h1 h2 h3 h4 h5 h6 blockquote section article figure figcaption hr pre center dl dt dd")
	lineTags   = tagSet("a b strong i em u span font sup sub small big mark s del strike ins img script style o:p st1:place time cite q abbr code ref")
	silentTags = tagSet("s del strike script style ref")
)

func tagSet(names string) map[string]bool {
	out := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		out[name] = true
	}
	return out
}

// unmark is a text without the tags and entities of HTML. One that has tags of blocks as often as lines is read as a page is; of others the lines
// stay, and the tags of HTML alone are left out. "<Trần Văn A>" is no tag.
func unmark(text string) string {
	if strings.IndexByte(text, '<') < 0 {
		plain := unescape(text)
		if _, tags, _ := tagsOf(plain); tags == 0 {
			return plain
		}
		text = plain // its tags were escaped too
	}
	blocks, tags, lines := tagsOf(text)
	switch {
	case tags == 0:
		return unescape(text)
	case blocks >= lines && tags <= maxTags:
		if doc, err := html.Parse(strings.NewReader(text)); err == nil && nested(doc) <= mostNested {
			prune(doc)
			barTables(doc)
			return unescape(tidy(render.InnerText(doc)))
		}
	}
	return unescape(withoutTags(text))
}

// tagsOf counts the tags in a text that begin or end an element, those of blocks among them, and the ends of lines that are not empty.
func tagsOf(text string) (blocks, tags, lines int) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			if i > 0 && text[i-1] != '\n' {
				lines++
			}
		case '<':
			name, _, n := tagAt(text[i:])
			if n == 0 {
				continue
			}
			tags++
			if blockTags[name] {
				blocks++
			}
			i += n - 1
		}
	}
	return blocks, tags, lines
}

// withoutTags is a text without its tags, those of blocks as ends of lines, and without what is struck out.
func withoutTags(text string) string {
	var out strings.Builder
	kept, silent := 0, ""
	open := map[string]bool{} // elements that nothing closes further on
	for i := 0; i < len(text); i++ {
		if text[i] != '<' {
			continue
		}
		name, closes, n := tagAt(text[i:])
		if n == 0 {
			continue
		}
		if silent == "" {
			out.WriteString(text[kept:i])
		}
		switch {
		case silent == "" && silentTags[name] && !closes && !open[name] && text[i+n-2] != '/':
			if open[name] = !strings.Contains(text[i:], "</"+name+">"); !open[name] {
				silent = name
			}
		case silent == name && closes:
			silent = ""
		case silent == "" && blockTags[name]:
			out.WriteByte('\n')
		}
		i += n - 1
		kept = i + 1
	}
	if silent == "" {
		out.WriteString(text[kept:])
	}
	return out.String()
}

// tagAt is the name of the tag of HTML that a text begins with, whether it closes an element, and its length; 0 when there is none.
func tagAt(text string) (name string, closes bool, n int) {
	i := 1
	if i < len(text) && text[i] == '/' {
		closes = true
		i++
	}
	from := i
	for i < len(text) && i-from < longestTagName && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z' || text[i] >= '0' && text[i] <= '9' || text[i] == ':') {
		i++
	}
	name = strings.ToLower(text[from:i])
	if !blockTags[name] && !lineTags[name] {
		return "", false, 0
	}
	end := strings.IndexAny(text[i:min(len(text), i+longestTag)], "<>")
	if end < 0 || text[i+end] != '>' || end > 0 && !strings.ContainsRune(" \t\r\n/", rune(text[i])) {
		return "", false, 0
	}
	return name, closes, i + end + 1
}

const (
	longestTagName = 12
	longestTag     = 2000 // bytes of a tag with its attributes
)
