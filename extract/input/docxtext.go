package input

import (
	"encoding/xml"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input/charset"
)

// wordReader reads the text of WordprocessingML.
type wordReader struct {
	*wordXML
	styles wordStyles
	room   int64 // how many bytes of text may still be written
	into   *wordPart
	now    *wordParagraph
}

// wordPart is the body of a file, or a cell of a table.
type wordPart struct {
	lines  []string // paragraphs
	nested bool     // a table is among them
	open   bool     // the last goes on in the next
}

// wordParagraph is a paragraph while it is read.
type wordParagraph struct {
	pieces []wordPiece
	style  string
	goesOn bool // a tracked change deleted its end
}

// wordPiece is text in one font.
type wordPiece struct {
	text string
	font charset.Font
}

// perItem is what a paragraph, a row or a cell counts against the room for text: the memory that it takes if it is empty.
const perItem = 16

// spend counts bytes that are kept.
func (w *wordReader) spend(bytes int) error {
	if w.room -= int64(bytes); w.room < 0 {
		return errRoom
	}
	return nil
}

// block reads a paragraph, a table, or what holds such.
func (w *wordReader) block(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return w.paragraph()
	case "tbl":
		return w.table()
	case "del", "moveFrom", "sectPr", "sdtPr", "tblPr":
		return w.skip()
	}
	return w.children(w.block)
}

// paragraph reads a paragraph. Those of a text box in it come before it.
func (w *wordReader) paragraph() error {
	outer := w.now
	p := &wordParagraph{}
	w.now = p
	err := w.children(w.inline)
	w.now = outer
	if err != nil {
		return err
	}
	return w.endParagraph(p)
}

// endParagraph writes a paragraph.
func (w *wordReader) endParagraph(p *wordParagraph) error {
	text := p.read()
	if w.into.open {
		last := len(w.into.lines) - 1
		w.into.lines[last] += text
		w.into.open = p.goesOn
		return w.spend(len(text))
	}
	lines := joinBreaks(strings.Split(text, "\n"))
	w.into.lines = append(w.into.lines, lines...)
	w.into.open = p.goesOn
	return w.spend(len(text) + perItem*len(lines))
}

// read is the text of a paragraph, in which pieces in fonts of older encodings are read as these draw them.
func (p *wordParagraph) read() string {
	var out strings.Builder
	for i := 0; i < len(p.pieces); {
		var same strings.Builder
		font := p.pieces[i].font
		for ; i < len(p.pieces) && p.pieces[i].font == font; i++ { // a letter may be in two pieces
			same.WriteString(p.pieces[i].text)
		}
		text, _ := font.Read(same.String())
		out.WriteString(text)
	}
	return out.String()
}

// inline reads what stands in a paragraph.
func (w *wordReader) inline(e xml.StartElement) error {
	switch e.Name.Local {
	case "r":
		return w.run()
	case "pPr":
		return w.paragraphLook()
	case "del", "moveFrom", "rPr", "sdtPr":
		return w.skip()
	case "p", "tbl": // in a text box
		return w.block(e)
	}
	return w.children(w.inline)
}

// paragraphLook reads the properties of a paragraph.
func (w *wordReader) paragraphLook() error {
	return w.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			w.now.style = wordAttr(e, "val")
		case "rPr": // of the sign at its end
			return w.children(func(e xml.StartElement) error {
				if e.Name.Local == "del" {
					w.now.goesOn = true
				}
				return w.skip()
			})
		}
		return w.skip()
	})
}

// run reads text of one look.
func (w *wordReader) run() error {
	var own wordLook
	style, known := "", false
	var look wordLook
	return w.children(func(e xml.StartElement) (err error) {
		if e.Name.Local == "rPr" {
			own, style, err = w.look()
			return err
		}
		if !known {
			known = true
			look = own.over(w.styles.look(style)).over(w.styles.look(w.now.style)).over(w.styles[""].look)
		}
		if look.gone == on {
			return w.skip()
		}
		return w.piece(e, look)
	})
}

// piece reads a part of a run.
func (w *wordReader) piece(e xml.StartElement, look wordLook) error {
	text := ""
	switch e.Name.Local {
	case "t":
		inner, err := w.characters()
		if err != nil {
			return err
		}
		if look.raised == on && isMark(inner) {
			return nil
		}
		return w.write(inner, charset.OfFont(look.font))
	case "tab", "ptab":
		text = "\t"
	case "br", "cr":
		text = "\n"
	case "noBreakHyphen":
		text = "-"
	case "instrText", "delText":
	case "p", "tbl":
		return w.block(e)
	default:
		return w.children(func(e xml.StartElement) error { return w.piece(e, look) })
	}
	if err := w.skip(); err != nil {
		return err
	}
	return w.write(text, charset.Font{})
}

// write adds text to the paragraph.
func (w *wordReader) write(text string, font charset.Font) error {
	if text != "" {
		w.now.pieces = append(w.now.pieces, wordPiece{text, font})
	}
	return w.spend(len(text) + perItem)
}

// characters is the text inside an element.
func (w *wordReader) characters() (string, error) {
	var out strings.Builder
	for level := 1; level > 0; {
		token, err := w.next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			level++
		case xml.EndElement:
			level--
		case xml.CharData:
			out.Write(t)
		}
	}
	return out.String(), nil
}

// isMark reports whether raised text is the mark of a footnote: digits, an asterisk, brackets.
func isMark(text string) bool {
	return strings.Trim(text, "0123456789*†‡()[], ") == ""
}
