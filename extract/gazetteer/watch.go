package gazetteer

import (
	"fmt"

	"github.com/nhiemky/nhiemky/extract/text"
)

// What a word has to be looked at for: each dictionary marks the first words of its phrases, and some stages mark
// words of their own. A stage passes over the other words without a further look: most words of a text begin nothing.
const (
	ofPlace text.Marks = 1 << iota
	ofUnit
	OfTitle
	OfModifier
	OfBody
	OfOrganization
	ofField
	ofEvent
	OfHonour
	OfThing
	OfSurname
	OfCountry
	ofVerb
	ofHeading
	ofEditLink
	OfDocument
	ofColumn
	OfSign
	ofLawTitle
	OfFrame
	ofArea

	Timely    // a date in words begins with it, or has it as its second word
	Vital     // it may tell a birth, a death or a home
	Centring  // it may begin "Trung ương"
	Telling   // it may tell how somebody came to a post, or that he has it still
	Convening // it may begin "hội nghị", "kỳ họp"
	Gathering // it begins "đại hội"
	Homely    // it begins "Việt Nam"
	Passing   // it may begin words in which nothing is recognised: "Cộng hòa xã hội chủ nghĩa"
	Referring // it refers to a post or a body before: "chức vụ này", "gồm"
	Numbering // it stands before the number of a term: "khóa"
)

// Opening marks what may begin a post, a body, a unit, an event or a form of address.
const Opening = ofUnit | OfTitle | OfModifier | OfBody | OfOrganization | ofEvent | OfHonour

// markWords marks the words of those stages that look for words of their own.
func (l *Lists) markWords() {
	l.Lex.Mark(Timely, "ngày", "tháng", "năm", "cùng", "khi", "lúc", "buổi", "hôm", "sáng", "chiều", "tối", "đầu", "giữa", "cuối", "quý", "mùa")
	for m := 1; m <= 12; m++ { // "T5/2010", "T05/2010"
		l.Lex.Mark(Timely, fmt.Sprintf("t%d", m), fmt.Sprintf("t%02d", m))
	}
	l.Lex.Mark(Vital, "sinh", "sn", "từ", "qua", "tạ", "mất", "quê", "hy", "hi")
	l.Lex.Mark(Centring, "trung")
	l.Lex.Mark(Telling, "bầu", "cử", "miễn", "bãi", "chấp", "đến", "đương")
	l.Lex.Mark(Gathering, "đại", "đh")
	l.Lex.Mark(Homely, "việt")
	l.Lex.Mark(Referring, "này", "gồm")
	l.Lex.Mark(Numbering, "khóa", "khoá")
}
