package input

import (
	"strconv"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// rtfPages are the code pages that a file may name, and those of the sets of characters of fonts.
var (
	rtfPages = map[int]encoding.Encoding{1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1254: charmap.Windows1254, 1258: charmap.Windows1258}
	rtfSets  = map[int]encoding.Encoding{0: charmap.Windows1252, 163: charmap.Windows1258, 204: charmap.Windows1251, 238: charmap.Windows1250}
)

// control reads a control word or a sign behind a backslash.
func (r *rtfReader) control() error {
	begin := r.pos
	for r.pos < len(r.in) && r.pos-begin < 40 && isLetter(r.in[r.pos]) {
		r.pos++
	}
	if r.pos == begin {
		return r.sign()
	}
	word := string(r.in[begin:r.pos])
	digits := r.pos
	for r.pos < len(r.in) && r.pos-digits < 12 && (r.in[r.pos] >= '0' && r.in[r.pos] <= '9' || r.in[r.pos] == '-' && r.pos == digits) {
		r.pos++
	}
	n, err := strconv.Atoi(string(r.in[digits:r.pos]))
	given := err == nil
	if r.pos < len(r.in) && r.in[r.pos] == ' ' {
		r.pos++
	}
	return r.word(word, n, given)
}

// sign reads what stands behind a backslash and is no word.
func (r *rtfReader) sign() error {
	if r.pos >= len(r.in) {
		return nil
	}
	c := r.in[r.pos]
	r.pos++
	switch c {
	case '\'':
		end := min(r.pos+2, len(r.in))
		n, err := strconv.ParseUint(string(r.in[r.pos:end]), 16, 8)
		if err != nil {
			return nil
		}
		r.pos = end
		return r.byte(byte(n))
	case '*': // a group that only some programs know
		r.endPiece()
		r.state.skip, r.state.fonts = true, false
	case '\r', '\n':
		return r.paragraph()
	}
	if text := rtfMeans[string(rune(c))]; text != "" {
		return r.text(text)
	}
	return nil
}

// word does what a control word says.
func (r *rtfReader) word(word string, n int, given bool) error {
	on := !given || n != 0
	switch word {
	case "par", "sect", "page":
		return r.ends(r.paragraph)
	case "line":
		return r.ends(func() error { r.endLine(); return nil })
	case "cell", "nestcell":
		return r.ends(r.endCell)
	case "row", "nestrow":
		return r.ends(r.endRow)
	case "pard":
		r.state.table = false
	case "intbl":
		r.state.table = true
	case "trowd":
		r.state.table, r.cells, r.next = true, nil, rtfMerge{}
	case "clvmrg":
		r.next.above = true
	case "clmrg":
		r.next.before = true
	case "cellx":
		if len(r.cells) < maxColumns {
			r.cells = append(r.cells, r.next)
		}
		r.next = rtfMerge{}
	case "u":
		return r.unicode(n)
	case "uc":
		r.state.unicode = min(max(n, 0), 16)
	case "bin":
		r.pos = min(len(r.in), r.pos+max(n, 0))
	case "f":
		r.endPiece()
		r.state.font = n
	case "fonttbl":
		r.state.fonts = true
	case "fcharset":
		if r.state.fonts {
			r.sets[r.state.font] = rtfSets[n]
		}
	case "ansicpg":
		if page := rtfPages[n]; page != nil {
			r.page = page
		}
	case "v", "strike", "striked", "deleted", "super", "nosupersub", "plain":
		r.endPiece()
		r.state.unsaid = on && word != "nosupersub" && word != "plain"
	default:
		if rtfNotText[word] {
			r.endPiece()
			r.state.skip, r.state.fonts = true, false
		} else if text := rtfMeans[word]; text != "" {
			return r.text(text)
		}
	}
	return nil
}

// ends ends a part of the text, unless no text is read.
func (r *rtfReader) ends(end func() error) error {
	if r.state.skip || r.state.fonts {
		return nil
	}
	return end()
}
