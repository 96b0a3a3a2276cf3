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

	OfDate       // a date in words begins with it, or has it as its second word
	OfLife       // it may tell a birth, a death or a home
	OfCentral    // it may begin "Trung ương"
	OfTenure     // it may tell how somebody came to a post, or that he has it still
	OfSession    // it may begin "hội nghị", "kỳ họp"
	OfCongress   // it begins "đại hội"
	OfVietnam    // it begins "Việt Nam"
	OfSkipped    // it may begin words in which nothing is recognised: "Cộng hòa xã hội chủ nghĩa"
	OfReference  // it refers to a post or a body before: "chức vụ này", "gồm"
	OfTermNumber // it stands before the number of a term: "khóa"
)

// Opening marks what may begin a post, a body, a unit, an event or a form of address.
const Opening = ofUnit | OfTitle | OfModifier | OfBody | OfOrganization | ofEvent | OfHonour

// markWords marks the words of those stages that look for words of their own.
func (l *Lists) markWords() {
	l.Lex.Mark(OfDate, "ngày", "tháng", "năm", "cùng", "khi", "lúc", "buổi", "hôm", "sáng", "chiều", "tối", "đầu", "giữa", "cuối", "quý", "mùa")
	for m := 1; m <= 12; m++ { // "T5/2010", "T05/2010"
		l.Lex.Mark(OfDate, fmt.Sprintf("t%d", m), fmt.Sprintf("t%02d", m))
	}
	l.Lex.Mark(OfLife, "sinh", "sn", "từ", "qua", "tạ", "mất", "quê", "hy", "hi")
	l.Lex.Mark(OfCentral, "trung")
	l.Lex.Mark(OfTenure, "bầu", "cử", "miễn", "bãi", "chấp", "đến", "đương")
	l.Lex.Mark(OfCongress, "đại", "đh")
	l.Lex.Mark(OfVietnam, "việt")
	l.Lex.Mark(OfReference, "này", "gồm")
	l.Lex.Mark(OfTermNumber, "khóa", "khoá")
}
