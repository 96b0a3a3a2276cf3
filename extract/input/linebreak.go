package input

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line breaks inside a paragraph ("<w:br/>") part the items of a list or the lines of a heading as often as they break a
// sentence.

// joinBreaks joins the lines of a paragraph in which a sentence is broken: the next line begins with a small letter, or
// the paragraph is one sentence of long lines.
func joinBreaks(lines []string) []string {
	if len(lines) == 1 {
		return lines
	}
	sentence := isSentence(lines)
	var out []string
	parts := lines[:1:1] // of the line that is being made: joined at once, or many lines would take the square of their number
	end := func() { out = append(out, strings.Join(parts, " ")) }
	for _, l := range lines[1:] {
		last := &parts[len(parts)-1]
		if text := strings.TrimSpace(l); text != "" && strings.TrimSpace(*last) != "" && (sentence || runsOn(*last, text)) {
			*last = strings.TrimRight(*last, " \t")
			parts = append(parts, text)
			continue
		}
		end()
		parts = []string{l}
	}
	end()
	return out
}

// fewWords is the number of words of a line below which it may be an item of a list, such as a name.
const fewWords = 6

// isSentence reports whether lines are one sentence: it ends with the last line and with no other, and none but the last
// is as short as a name.
func isSentence(lines []string) bool {
	for k, l := range lines {
		l = strings.TrimSpace(l)
		switch last := k == len(lines)-1; {
		case l == "" || startsItem(l) && k > 0:
			return false
		case last:
			return endsSentence(l)
		case len(strings.Fields(l)) < fewWords || endsSentence(l) || !endsSmall(l):
			return false
		}
	}
	return false
}

// runsOn reports whether a sentence runs over the line end between two lines: the second begins with a small letter.
func runsOn(a, b string) bool {
	begins, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(begins) && !endsSentence(a) && !startsItem(b)
}

// endsSentence reports whether a sentence ends with the line, or a list begins behind it.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, " \t\"”’)»")
	ends, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".:;!?…", ends)
}

// endsSmall reports whether the last word of the line is written small, as in "được bầu giữ chức".
func endsSmall(line string) bool {
	words := strings.Fields(line)
	begins, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsLower(begins)
}

// startsItem reports whether a line is an item of a list: "1. …", "a) …", "- …".
func startsItem(line string) bool {
	mark, _, _ := strings.Cut(line, " ")
	if strings.Trim(mark, "-–+*•") == "" {
		return true
	}
	end := strings.TrimRight(mark, ".)/-")
	return end != mark && utf8.RuneCountInString(end) <= 3
}

// namesApart reports whether two lines of a cell are two names: each is two words to five that begin with capitals. Other
// lines of a cell go on with the one before: "Bí thư Huyện ủy", "Yên Thành".
func namesApart(a, b string) bool { return isName(a) && isName(b) }

// isName reports whether a line has the form of a name.
func isName(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		begins, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(begins) || strings.ContainsAny(w, "0123456789.,;:") {
			return false
		}
	}
	return true
}
