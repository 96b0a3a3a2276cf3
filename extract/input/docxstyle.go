package input

import (
	"archive/zip"
	"encoding/xml"
	"strings"
)

// wordLook is what the properties of a run (ECMA-376, 17.3.2) say of its text; what they leave open is that of
// the style.
type wordLook struct {
	gone   toggle // struck out, or hidden
	raised toggle // superscript
	font   string
}

// toggle is a property that may be left open.
type toggle int8

const (
	open toggle = iota
	on
	off
)

// over is the look with what it leaves open filled in from below.
func (l wordLook) over(below wordLook) wordLook {
	if l.gone == open {
		l.gone = below.gone
	}
	if l.raised == open {
		l.raised = below.raised
	}
	if l.font == "" {
		l.font = below.font
	}
	return l
}

// wordStyle is a style of paragraphs or runs.
type wordStyle struct {
	look  wordLook
	based string
}

// wordStyles are the styles of a file, that of paragraphs without one under "".
type wordStyles map[string]wordStyle

// look is the look of a style with those that it is based on.
func (s wordStyles) look(name string) (l wordLook) {
	for level := 0; name != "" && level < maxLevels; level++ {
		l = l.over(s[name].look)
		name = s[name].based
	}
	return l
}

// maxStyles bounds the styles of a file. Word comes with some 370.
const maxStyles = 5000

// readStyles reads the styles of a DOCX file, none if they are damaged: the text can be read without them.
func readStyles(z *zip.Reader, limit wordLimit) wordStyles {
	in, err := z.Open("word/styles.xml")
	if err != nil {
		return nil
	}
	defer in.Close()
	x := newWordXML(in, limit)
	styles := wordStyles{}
	defaults := wordLook{}
	usual := "" // the style of paragraphs that name none
	err = x.find(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "rPrDefault":
			return true, x.find(func(e xml.StartElement) (bool, error) {
				if e.Name.Local != "rPr" {
					return false, nil
				}
				var err error
				defaults, _, err = x.look()
				return true, err
			})
		case "style":
			id := wordAttr(e, "styleId")
			if wordAttr(e, "type") == "paragraph" && isOn(wordAttr(e, "default"), false) {
				usual = id
			}
			s, err := x.style()
			if styles[id] = s; len(styles) > maxStyles {
				return true, errNested
			}
			return true, err
		}
		return false, nil
	})
	if err != nil {
		return nil
	}
	styles[""] = wordStyle{look: styles.look(usual).over(defaults)}
	return styles
}

// style reads a style.
func (x *wordXML) style() (s wordStyle, err error) {
	err = x.find(func(e xml.StartElement) (done bool, err error) {
		switch e.Name.Local {
		case "basedOn":
			s.based = wordAttr(e, "val")
		case "rPr":
			s.look, _, err = x.look()
			return true, err
		}
		return false, nil
	})
	return s, err
}

// look reads the properties of a run, and the style that it has besides. Properties of text that a tracked change
// deleted make it gone.
func (x *wordXML) look() (l wordLook, style string, err error) {
	err = x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "strike", "dstrike", "vanish", "specVanish", "del", "moveFrom":
			if isOn(wordAttr(e, "val"), true) {
				l.gone = on
			} else if l.gone == open {
				l.gone = off
			}
		case "vertAlign":
			l.raised = off
			if wordAttr(e, "val") == "superscript" {
				l.raised = on
			}
		case "rFonts":
			if l.font = wordAttr(e, "ascii"); l.font == "" {
				l.font = wordAttr(e, "hAnsi")
			}
		case "rStyle":
			style = wordAttr(e, "val")
		}
		return x.skip()
	})
	return l, style, err
}

// isOn reads a value that is on or off.
func isOn(value string, absent bool) bool {
	switch strings.ToLower(value) {
	case "":
		return absent
	case "0", "false", "off", "none":
		return false
	}
	return true
}
