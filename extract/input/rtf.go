package input

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// rtfReader reads the text of a rich text file (RTF 1.9): groups in braces, control words, and text between them. There is
// no library for it in Go that is kept. As of DOCX files, it leaves out what is hidden, struck out, deleted, raised above
// the line, and what stands in the margins; tables for reading become rows with bars.
type rtfReader struct {
	in    []byte
	pos   int
	state rtfState
	outer []rtfState // of the groups around
	fonts map[int]charset.Font
	sets  map[int]encoding.Encoding // of fonts
	page  encoding.Encoding         // of the file

	piece strings.Builder // of one font
	line  strings.Builder
	lines []string // of the paragraph
	cell  wordPart
	row   wordRow
	cells []rtfMerge // what the row says of its cells
	next  rtfMerge   // of the next of them
	table []wordRow
	out   wordReader // what was read
	low   uint16     // the first half of a character beyond the first plane
}

// rtfState is what holds until the end of a group.
type rtfState struct {
	skip    bool // what is no text
	fonts   bool // the list of fonts
	font    int
	unicode int  // how many characters stand in for one in Unicode
	unsaid  bool // hidden, struck out, deleted, raised
	table   bool
}

// rtfMerge says with which cell another is merged.
type rtfMerge struct{ above, before bool }

// maxGroups bounds groups inside each other.
const maxGroups = 1000

// rtfNotText are the groups that hold no text of the document.
var rtfNotText = wordSet("colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation xe tc txe fldinst themedata colorschememapping listtable listoverridetable rsidtbl generator latentstyles datastore pntext listtext nonshppict revtbl xmlnstbl filetbl upr private bkmkstart bkmkend")

// rtfMeans are control words that stand for a character.
var rtfMeans = map[string]string{
	"tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ", "~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}",
}

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// readRTF gives the text of a rich text file, a paragraph on each line.
func readRTF(raw []byte, maxBytes int64, deadline time.Time) (string, error) {
	r := &rtfReader{in: raw, fonts: map[int]charset.Font{}, sets: map[int]encoding.Encoding{}, page: charmap.Windows1252,
		out: wordReader{room: maxBytes, into: &wordPart{}}}
	r.state.unicode = 1
	for r.pos < len(r.in) {
		if r.pos%4096 == 0 && time.Now().After(deadline) {
			return "", errors.New("it takes too long to read")
		}
		if err := r.step(); err != nil {
			return "", err
		}
	}
	if err := errors.Join(r.paragraph(), r.endTable()); err != nil {
		return "", err
	}
	return charset.Mend(strings.TrimSpace(strings.Join(r.out.into.lines, "\n"))), nil
}

// step reads a brace, a control word or a character.
func (r *rtfReader) step() error {
	c := r.in[r.pos]
	r.pos++
	switch {
	case c == '{':
		if len(r.outer) == maxGroups {
			return fmt.Errorf("more than %d groups inside each other", maxGroups)
		}
		r.outer = append(r.outer, r.state)
	case c == '}':
		r.endPiece()
		if n := len(r.outer); n > 0 {
			r.state, r.outer = r.outer[n-1], r.outer[:n-1]
		}
	case c == '\\':
		return r.control()
	case c == '\r' || c == '\n' || c == 0:
	default:
		return r.byte(c)
	}
	return nil
}

// byte takes a character in the encoding of its font.
func (r *rtfReader) byte(c byte) error {
	if c < 0x80 {
		return r.text(string(rune(c)))
	}
	page := r.page
	if own := r.sets[r.state.font]; own != nil {
		page = own
	}
	text, err := page.NewDecoder().String(string([]byte{c}))
	if err != nil || strings.ContainsRune(text, '\ufffd') {
		text = string(rune(c)) // a code that a font before Unicode has a letter for
	}
	return r.text(text)
}

// text takes text as it is drawn, unless it is not said.
func (r *rtfReader) text(text string) error {
	switch {
	case r.state.fonts:
		r.piece.WriteString(text)
	case r.state.skip || r.state.unsaid:
		return nil
	default:
		r.piece.WriteString(text)
	}
	return r.out.spend(len(text))
}

// endPiece ends text of one font, as it is drawn in it. In the list of fonts it is the name of one.
func (r *rtfReader) endPiece() {
	text := r.piece.String()
	r.piece.Reset()
	switch {
	case text == "" || r.state.skip && !r.state.fonts:
	case r.state.fonts:
		r.fonts[r.state.font] = charset.OfFont(strings.TrimSuffix(strings.TrimSpace(text), ";"))
	default:
		if read, ok := r.fonts[r.state.font].Read(text); ok {
			text = read
		}
		r.line.WriteString(text)
	}
}

// endLine ends a line of a paragraph.
func (r *rtfReader) endLine() {
	r.endPiece()
	r.lines = append(r.lines, strings.TrimSpace(r.line.String()))
	r.line.Reset()
}

// paragraph ends a paragraph.
func (r *rtfReader) paragraph() error {
	r.endLine()
	lines := joinBreaks(r.lines)
	r.lines = nil
	if err := r.out.spend(perItem * len(lines)); err != nil {
		return err
	}
	if r.state.table {
		r.cell.lines = append(r.cell.lines, lines...)
		return nil
	}
	if err := r.endTable(); err != nil {
		return err
	}
	r.out.into.lines = append(r.out.into.lines, lines...)
	return nil
}

// endCell and endRow end a cell and a row of a table.
func (r *rtfReader) endCell() error {
	r.state.table = true
	err := r.paragraph()
	cell := r.cell
	r.row.cells = append(r.row.cells, wordCell{wordPart: &cell, columns: 1})
	r.cell = wordPart{}
	return errors.Join(err, r.out.spend(4*perItem))
}

func (r *rtfReader) endRow() error {
	for i := range r.row.cells {
		if i < len(r.cells) {
			r.row.cells[i].merged = r.cells[i].above
			if r.cells[i].before {
				r.row.cells[i].columns = 0
			}
		}
	}
	r.table = append(r.table, r.row)
	r.row = wordRow{}
	return r.out.spend(4 * perItem)
}

// endTable writes the table that ended.
func (r *rtfReader) endTable() error {
	if r.row.cells != nil {
		r.table = append(r.table, r.row)
	}
	rows := r.table
	r.row, r.table = wordRow{}, nil
	if rows == nil {
		return nil
	}
	return r.out.writeTable(rows)
}

// unicode takes a character by its number, of which pairs may make one, and passes over what stands in for it.
func (r *rtfReader) unicode(n int) error {
	for range r.state.unicode {
		r.passCharacter()
	}
	code := uint16(n)
	switch {
	case utf16.IsSurrogate(rune(code)) && r.low == 0:
		r.low = code
		return nil
	case r.low != 0:
		whole := utf16.DecodeRune(rune(r.low), rune(code))
		r.low = 0
		return r.text(string(whole))
	}
	return r.text(string(rune(code)))
}

// passCharacter passes over one character, however it is written.
func (r *rtfReader) passCharacter() {
	switch rest := r.in[r.pos:]; {
	case len(rest) == 0 || rest[0] == '{' || rest[0] == '}':
	case len(rest) > 3 && rest[0] == '\\' && rest[1] == '\'':
		r.pos += 4
	case len(rest) > 1 && rest[0] == '\\' && !isLetter(rest[1]):
		r.pos += 2
	case rest[0] == '\\': // a control word: what stands in was left out
	default:
		r.pos++
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
