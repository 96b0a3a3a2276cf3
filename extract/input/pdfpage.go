package input

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// pdfLine is one line of a page.
type pdfLine struct {
	text           string
	left, right, y float64 // in points; y counts up from the foot of the page. right is only roughly known
	size           float64 // height of the letters
	page           int
}

// pdfWriter follows the operators that draw the text of pages (ISO 32000-1, 9.4) and collects lines.
type pdfWriter struct {
	deadline time.Time
	limit    int // largest size of a stream, in bytes
	room     int // how many bytes of text may still be written
	steps    int
	fonts    map[string]*pdfFont
	lines    []pdfLine
	number   int // of the page

	matrix, line, outer pdfMatrix // of text, of the line, of the page
	saved               []pdfMatrix
	font                *pdfFont
	size, leading       float64
	now                 pdfLine
}

// pdfFont knows what its codes mean.
type pdfFont struct{ encoding pdf.TextEncoding }

// pdfMatrix is a transformation of the plane, as PDF writes it.
type pdfMatrix [6]float64

var pdfUnit = pdfMatrix{1, 0, 0, 1, 0, 0}

func (m pdfMatrix) times(o pdfMatrix) pdfMatrix {
	return pdfMatrix{
		m[0]*o[0] + m[1]*o[2], m[0]*o[1] + m[1]*o[3],
		m[2]*o[0] + m[3]*o[2], m[2]*o[1] + m[3]*o[3],
		m[4]*o[0] + m[5]*o[2] + o[4], m[4]*o[1] + m[5]*o[3] + o[5],
	}
}

// errLate is the error for a file that takes too long, errRoom for one with too much text.
var (
	errLate = errors.New("takes too long to read")
	errRoom = errors.New("more text than --max-bytes")
)

// pages reads a part of the tree of pages. resources are those that it inherits.
func (w *pdfWriter) pages(node, resources pdf.Value, level int) error {
	if own := node.Key("Resources"); !own.IsNull() {
		resources = own
	}
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if err := w.page(node.Key("Contents"), resources); err != nil {
			return fmt.Errorf("page %d: %w", w.number, err)
		}
		return nil
	}
	for i := range kids.Len() {
		if level == maxLevels || w.number == maxPages {
			return nil
		}
		if err := w.pages(kids.Index(i), resources, level+1); err != nil {
			return err
		}
	}
	return nil
}

// page reads the text of one page. The library panics on what it cannot read.
func (w *pdfWriter) page(contents, resources pdf.Value) (err error) {
	w.number++
	if contents.IsNull() {
		return nil
	}
	defer func() {
		switch broken := recover().(type) {
		case nil:
		case error:
			err = broken
		default:
			err = fmt.Errorf("%v", broken)
		}
	}()
	w.matrix, w.line, w.outer, w.saved = pdfUnit, pdfUnit, pdfUnit, nil
	w.font = nil
	w.run(contents, resources, 0)
	w.end()
	return nil
}

// run executes the operators of a page, or of a form that a page shows.
func (w *pdfWriter) run(contents, resources pdf.Value, level int) {
	clear(w.fonts) // their names are those of the resources
	draw := func(stack *pdf.Stack, operator string) { w.draw(resources, stack, operator, level) }
	if contents.Kind() != pdf.Array {
		w.interpret(contents, draw)
		return
	}
	for i := range contents.Len() {
		w.interpret(contents.Index(i), draw)
	}
}

// interpret lets the library split a stream into operators.
func (w *pdfWriter) interpret(stream pdf.Value, draw func(*pdf.Stack, string)) {
	if err := checkStream(stream, w.limit); err != nil {
		panic(err)
	}
	pdf.Interpret(stream, draw)
}

// form shows a form: a drawing that pages share, or that a program copied from another file as a whole.
func (w *pdfWriter) form(f, resources pdf.Value, level int) {
	if f.Key("Subtype").Name() != "Form" || level == maxForms {
		return
	}
	if own := f.Key("Resources"); !own.IsNull() {
		resources = own
	}
	outer, font := w.outer, w.font
	if m := f.Key("Matrix"); m.Len() == 6 {
		w.outer = pdfMatrix{m.Index(0).Float64(), m.Index(1).Float64(), m.Index(2).Float64(), m.Index(3).Float64(), m.Index(4).Float64(), m.Index(5).Float64()}.times(w.outer)
	}
	w.run(f, resources, level+1)
	w.outer, w.font = outer, font
	clear(w.fonts)
}

// maxForms is how deep forms may be nested.
const maxForms = 4

// draw executes one operator.
func (w *pdfWriter) draw(resources pdf.Value, stack *pdf.Stack, operator string, level int) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	if w.steps++; w.steps%1024 == 0 && time.Now().After(w.deadline) {
		panic(errLate)
	}
	number := func(i int) float64 {
		if i < len(args) {
			return args[i].Float64()
		}
		return 0
	}
	switch operator {
	case "q":
		if len(w.saved) < 1000 {
			w.saved = append(w.saved, w.outer)
		}
	case "Q":
		if n := len(w.saved); n > 0 {
			w.outer, w.saved = w.saved[n-1], w.saved[:n-1]
		}
	case "Do":
		if len(args) == 1 {
			w.form(resources.Key("XObject").Key(args[0].Name()), resources, level)
		}
	case "cm":
		w.outer = pdfMatrix{number(0), number(1), number(2), number(3), number(4), number(5)}.times(w.outer)
	case "BT":
		w.matrix, w.line = pdfUnit, pdfUnit
	case "Tm":
		w.line = pdfMatrix{number(0), number(1), number(2), number(3), number(4), number(5)}
		w.matrix = w.line
	case "TL":
		w.leading = number(0)
	case "TD":
		w.leading = -number(1)
		w.move(number(0), number(1))
	case "Td":
		w.move(number(0), number(1))
	case "T*":
		w.move(0, -w.leading)
	case "Tf":
		if len(args) == 2 {
			w.useFont(resources.Key("Font"), args[0].Name())
			w.size = number(1)
		}
	case "'", "\"":
		w.move(0, -w.leading)
		if len(args) > 0 {
			w.show(args[len(args)-1].RawString())
		}
	case "Tj":
		if len(args) > 0 {
			w.show(args[0].RawString())
		}
	case "TJ":
		if len(args) > 0 {
			w.showAll(args[0])
		}
	}
}

// move begins a line at a distance from the one before.
func (w *pdfWriter) move(x, y float64) {
	w.line = pdfMatrix{1, 0, 0, 1, x, y}.times(w.line)
	w.matrix = w.line
}

// useFont chooses a font of the page.
func (w *pdfWriter) useFont(fonts pdf.Value, name string) {
	f := w.fonts[name]
	if f == nil {
		font := pdf.Font{V: fonts.Key(name)}
		if err := checkStream(font.V.Key("ToUnicode"), w.limit); err != nil {
			panic(err)
		}
		f = &pdfFont{encoding: font.Encoder()}
		w.fonts[name] = f
	}
	w.font = f
}

// showAll shows text with distances between its parts, in thousandths of the size of the letters. A large
// distance stands for a space.
func (w *pdfWriter) showAll(parts pdf.Value) {
	for i := range parts.Len() {
		switch part := parts.Index(i); part.Kind() {
		case pdf.String:
			w.show(part.RawString())
		case pdf.Integer, pdf.Real:
			if part.Float64() < -200 {
				w.space()
			}
		}
	}
}

// letterWidth is an estimate of the width of a letter as a share of its height: the widths in fonts are not
// looked up.
const letterWidth = 0.5

// ligatures are the letters that fonts draw as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl")

// show writes text at the current place: on the current line or on a new one.
func (w *pdfWriter) show(raw string) {
	if w.font == nil || w.font.encoding == nil {
		return
	}
	text := strings.Map(func(c rune) rune {
		if c == utf8.RuneError || c < ' ' {
			return -1
		}
		return c
	}, ligatures.Replace(w.font.encoding.Decode(raw)))
	if text == "" {
		return
	}
	if w.room -= len(text); w.room < 0 {
		panic(errRoom)
	}
	at := w.matrix.times(w.outer)
	height := w.size * math.Hypot(at[2], at[3])
	if w.now.text == "" || math.Abs(at[5]-w.now.y) > 0.4*max(height, w.now.size) || at[4] < w.now.left-1 {
		w.end()
		w.now = pdfLine{left: at[4], right: at[4], y: at[5], size: height, page: w.number}
	} else if gap := at[4] - w.now.right; gap > 1.5*height {
		w.space()
	}
	w.now.text += text
	width := float64(utf8.RuneCountInString(text)) * letterWidth * w.size
	w.matrix = pdfMatrix{1, 0, 0, 1, width, 0}.times(w.matrix)
	w.now.right = w.matrix.times(w.outer)[4]
}

// space writes a space unless there is one.
func (w *pdfWriter) space() {
	if w.now.text != "" && !strings.HasSuffix(w.now.text, " ") {
		w.now.text += " "
	}
}

// end ends the current line.
func (w *pdfWriter) end() {
	if strings.TrimSpace(w.now.text) != "" {
		w.lines = append(w.lines, w.now)
	}
	w.now = pdfLine{}
}
