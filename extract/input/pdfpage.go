package input

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// pdfSpan is text on a page that was drawn in one font without a gap, in points from the foot of the page to the left.
type pdfSpan struct {
	text           string
	left, right, y float64
	size           float64 // height of the letters
	turned         int     // the direction of the line: quarters of a turn
	font           *pdfFont
}

// pdfSheet is what is drawn on a page.
type pdfSheet struct {
	number      int
	top, bottom float64
	spans       []pdfSpan
	rules       []pdfRule
}

// pdfWriter follows the operators that draw the text of pages (ISO 32000-1, 9.4) and collects what they draw.
type pdfWriter struct {
	deadline time.Time
	limit    int // largest size of a stream, in bytes
	room     int // how many bytes of text may still be written
	steps    int
	nodes    int // of the tree of pages
	fonts    map[string]*pdfFont
	known    map[string]*pdfFont // by what they are, over all pages
	sheets   []*pdfSheet
	number   int // of the page

	told, untold int          // letters, and codes of which nothing tells the letter
	darkPages    map[int]bool // pages with such codes

	sheet *pdfSheet
	pdfState
	saved        []pdfState
	matrix, line pdfMatrix // of text, of the line
	path         pdfPath
}

// pdfState is what operators set and others bring back (ISO 32000-1, 8.4).
type pdfState struct {
	outer               pdfMatrix // of the page
	font                *pdfFont
	size, leading, rise float64
	letterGap, wordGap  float64
	stretch             float64
}

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

// pages reads a part of the tree of pages. resources and box are those that it inherits.
func (w *pdfWriter) pages(node, resources, box pdf.Value, level int) error {
	if w.nodes++; w.nodes > 2*maxPages {
		return errDeep // parts of the tree that hold each other hold twice as many at each level
	}
	if own := node.Key("Resources"); !own.IsNull() {
		resources = own
	}
	if own := node.Key("MediaBox"); own.Len() == 4 {
		box = own
	}
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if err := w.page(node.Key("Contents"), resources, box); err != nil {
			return fmt.Errorf("page %d: %w", w.number, err)
		}
		return nil
	}
	for i := range kids.Len() {
		if level == maxLevels || w.number == maxPages {
			return nil
		}
		if err := w.pages(kids.Index(i), resources, box, level+1); err != nil {
			return err
		}
	}
	return nil
}

// page reads the text of one page. The library panics on what it cannot read.
func (w *pdfWriter) page(contents, resources, box pdf.Value) (err error) {
	w.number++
	w.sheet = &pdfSheet{number: w.number}
	if box.Len() == 4 {
		w.sheet.bottom, w.sheet.top = box.Index(1).Float64(), box.Index(3).Float64()
	}
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
	w.matrix, w.line, w.saved = pdfUnit, pdfUnit, nil
	w.pdfState = pdfState{outer: pdfUnit, stretch: 1}
	w.path = pdfPath{}
	w.run(contents, resources, 0)
	w.sheets = append(w.sheets, w.sheet)
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
	state := w.pdfState
	if m := f.Key("Matrix"); m.Len() == 6 {
		w.outer = pdfMatrix{m.Index(0).Float64(), m.Index(1).Float64(), m.Index(2).Float64(), m.Index(3).Float64(), m.Index(4).Float64(), m.Index(5).Float64()}.times(w.outer)
	}
	w.run(f, resources, level+1)
	w.pdfState = state
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
	if w.pathOperator(operator, number) || w.textState(operator, number) {
		return
	}
	switch operator {
	case "Do":
		if len(args) == 1 {
			w.form(resources.Key("XObject").Key(args[0].Name()), resources, level)
		}
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

// textState executes an operator that says how and where text is drawn. It reports false for another.
func (w *pdfWriter) textState(operator string, number func(int) float64) bool {
	switch operator {
	case "q":
		if len(w.saved) < 1000 {
			w.saved = append(w.saved, w.pdfState)
		}
	case "Q":
		if n := len(w.saved); n > 0 {
			w.pdfState, w.saved = w.saved[n-1], w.saved[:n-1]
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
	case "Tc":
		w.letterGap = number(0)
	case "Tw":
		w.wordGap = number(0)
	case "Ts":
		w.rise = number(0)
	case "Tz":
		w.stretch = number(0) / 100
	case "TD":
		w.leading = -number(1)
		w.move(number(0), number(1))
	case "Td":
		w.move(number(0), number(1))
	case "T*":
		w.move(0, -w.leading)
	default:
		return false
	}
	return true
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
		v := fonts.Key(name)
		key := v.String()
		if f = w.known[key]; f == nil {
			f = newFont(v, w.limit)
			w.known[key] = f
		}
		w.fonts[name] = f
	}
	w.font = f
}

// showAll shows text with distances between its parts, in thousandths of the size of the letters.
func (w *pdfWriter) showAll(parts pdf.Value) {
	for i := range parts.Len() {
		switch part := parts.Index(i); part.Kind() {
		case pdf.String:
			w.show(part.RawString())
		case pdf.Integer, pdf.Real:
			w.advance(-part.Float64() / 1000 * w.size * w.stretch)
			if part.Float64() < -200 {
				w.space()
			}
		}
	}
}

// advance moves the place where text is drawn along the line.
func (w *pdfWriter) advance(x float64) {
	w.matrix = pdfMatrix{1, 0, 0, 1, x, 0}.times(w.matrix)
}

// ligatures are the letters that fonts draw as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl")

// show draws text at the current place.
func (w *pdfWriter) show(raw string) {
	if w.font == nil {
		return
	}
	var text strings.Builder
	from := w.matrix.times(w.outer)
	for _, c := range w.font.read(raw) {
		switch {
		case c.letters != "":
			w.told++
			text.WriteString(c.letters)
		case c.width > 0:
			w.untold++
			w.darkPages[w.number] = true
		}
		step := c.width/1000*w.size + w.letterGap
		if c.blank {
			step += w.wordGap
		}
		w.advance(step * w.stretch)
	}
	clean := strings.Map(func(c rune) rune {
		if c == utf8.RuneError || c < ' ' {
			return -1
		}
		return c
	}, ligatures.Replace(text.String()))
	if clean == "" {
		return
	}
	if w.room -= len(clean); w.room < 0 {
		panic(errRoom)
	}
	w.place(clean, from, w.matrix.times(w.outer))
}

// place adds text that is drawn from a place to another to the page, as a part of the span before it where it goes on with
// that.
func (w *pdfWriter) place(text string, from, to pdfMatrix) {
	size := w.size * math.Hypot(from[2], from[3])
	s := pdfSpan{text: text, left: from[4], right: to[4], y: from[5] + w.rise*from[3], size: math.Abs(size), font: w.font}
	switch {
	case math.Abs(from[1]) > math.Abs(from[0]) && from[1] > 0: // upwards
		s.turned, s.left, s.right, s.y = 1, from[5], to[5], -from[4]
	case math.Abs(from[1]) > math.Abs(from[0]):
		s.turned, s.left, s.right, s.y = 3, -from[5], -to[5], from[4]
	case from[0] < 0:
		s.turned, s.left, s.right, s.y = 2, -from[4], -to[4], -from[5]
	}
	s.right = max(s.left, s.right)
	all := w.sheet.spans
	if n := len(all) - 1; n >= 0 {
		last := &all[n]
		if last.marks(s) {
			return
		}
		if last.goesOnWith(s) {
			if gap := s.left - last.right; gap > wordGap*s.size && !strings.HasSuffix(last.text, " ") && !strings.HasPrefix(text, " ") {
				last.text += " "
			}
			last.text += text
			last.right = s.right
			return
		}
	}
	if w.room -= perItem; w.room < 0 {
		panic(errRoom)
	}
	w.sheet.spans = append(all, s)
}

// The gap, as a share of the size of the letters, from which two letters are of two words, and that from which what stands in
// a line need not belong together.
const (
	wordGap  = 0.2
	pieceGap = 0.7
)

// longSpan is the length in bytes from which nothing is added to a span.
const longSpan = 2000

// goesOnWith reports whether a span is drawn right behind another.
func (s *pdfSpan) goesOnWith(next pdfSpan) bool {
	gap := next.left - s.right
	return len(s.text) < longSpan && s.font == next.font && s.turned == next.turned && math.Abs(s.y-next.y) < 0.05*s.size && math.Abs(s.size-next.size) < 0.05*s.size && gap > -0.3*s.size && gap < 0.3*s.size
}

// marks reports whether the next span is the mark of a footnote: small and raised, right behind a word.
func (s *pdfSpan) marks(next pdfSpan) bool {
	up, gap := next.y-s.y, next.left-s.right
	ends, _ := utf8.DecodeLastRuneInString(s.text)
	return next.size < 0.9*s.size && up > 0.15*s.size && up < 0.8*s.size && math.Abs(gap) < 0.4*s.size &&
		isMark(next.text) && !unicode.IsDigit(ends)
}

// space writes a space behind what was drawn last, unless there is one.
func (w *pdfWriter) space() {
	if n := len(w.sheet.spans) - 1; n >= 0 && !strings.HasSuffix(w.sheet.spans[n].text, " ") {
		w.sheet.spans[n].text += " "
	}
}
