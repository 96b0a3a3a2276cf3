package text

import "bytes"

// Signs of markup that say nothing of the text are no tokens: what makes a link in Markdown and in
// wikis, "[Trần Văn A](https://…)", "[[Trần Văn A|ông A]]"; the tags of HTML that set letters. Sources: CommonMark 0.31, links
// (6.3); MediaWiki, Help:Links; HTML Living Standard, text-level semantics (4.5).

// markup is the length in bytes of the markup at byte i, which is '[', ']' or '<', or 0.
func markup(raw []byte, i int) int {
	switch raw[i] {
	case '[':
		return opensMarkup(raw, i)
	case ']':
		return closesLink(raw[i:])
	}
	return tag(raw[i:])
}

// opensMarkup is the length of the sign that opens a link at byte i.
func opensMarkup(raw []byte, i int) int {
	rest := raw[i:min(len(raw), i+longestLink)]
	if bytes.HasPrefix(rest, []byte("[[")) {
		end := bytes.Index(rest, []byte("]]"))
		if end < 0 || bytes.IndexByte(rest[:end], '\n') >= 0 {
			return 0
		}
		if bar := bytes.LastIndexByte(rest[:end], '|'); bar > 0 {
			return bar + 1
		}
		return len("[[")
	}
	end := bytes.IndexByte(rest, ']')
	if end < 0 || bytes.ContainsAny(rest[1:end], "[\n") || closesLink(raw[i+end:]) == 0 {
		return 0
	}
	return len("[")
}

const (
	longestLink = 400 // bytes of the text or of the address of a link at most
	longestTag  = 300 // bytes of a tag at most
)

// closesLink is the length of what closes a link that b begins with: "](https://…)", or "]]".
func closesLink(b []byte) int {
	if bytes.HasPrefix(b, []byte("]]")) {
		return len("]]")
	}
	if !bytes.HasPrefix(b, []byte("](")) {
		return 0
	}
	depth := 0
	for k := 1; k < len(b) && k < longestLink; k++ {
		switch b[k] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				if k == len("](") || !address(b[len("]("):k]) {
					return 0
				}
				return k + 1
			}
		case '\n':
			return 0
		}
	}
	return 0
}

// address reports whether the text between the brackets of a link is an address, perhaps with a title: no letter of a sentence stands
// before its first slash, sign or dot.
func address(b []byte) bool {
	if space := bytes.IndexByte(b, ' '); space >= 0 {
		b = b[:space]
	}
	return bytes.ContainsAny(b, "/#.:")
}

// letterTags are the tags of HTML that set letters or make links.
var letterTags = map[string]bool{"a": true, "b": true, "strong": true, "i": true, "em": true, "u": true, "span": true, "font": true, "sup": true, "sub": true, "small": true, "big": true, "mark": true}

// tag is the length of such a tag that b begins with.
func tag(b []byte) int {
	n := 1
	if n < len(b) && b[n] == '/' {
		n++
	}
	from := n
	for n < len(b) && b[n] >= 'a' && b[n] <= 'z' {
		n++
	}
	if !letterTags[string(b[from:n])] || n >= len(b) || b[n] != '>' && b[n] != ' ' {
		return 0
	}
	end := bytes.IndexAny(b[n:min(len(b), n+longestTag)], "<>")
	if end < 0 || b[n+end] != '>' {
		return 0
	}
	return n + end + 1
}
