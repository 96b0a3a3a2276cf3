package extract

import "github.com/nhiemky/nhiemky/extract/text"

// What a word has to be looked at for: each dictionary marks the first words of its phrases, and some stages mark
// words of their own. A stage passes over the other words without a further look: most words of a text begin nothing.
const (
	ofPlace text.Marks = 1 << iota
	ofUnit
	ofTitle
	ofModifier
	ofBody
	ofOrganization
	ofField
	ofEvent
	ofHonour
	ofThing
	ofSurname
	ofCountry
	ofVerb
	ofHeading
	ofDocument
	ofColumn
	ofSign
	ofLawTitle
	ofFrame
	ofArea

	timely    // a date in words begins with it, or has it as its second word
	vital     // it may tell a birth, a death or a home
	centring  // it may begin "Trung ương"
	telling   // it may tell how somebody came to a post, or that he has it still
	convening // it may begin "hội nghị", "kỳ họp"
	gathering // it begins "đại hội"
	homely    // it begins "Việt Nam"
	numbering // it stands before the number of a term: "khóa"
)

// opening marks what may begin a post, a body, a unit, an event or a form of address.
const opening = ofUnit | ofTitle | ofModifier | ofBody | ofOrganization | ofEvent | ofHonour

// markWords marks the words of those stages that look for words of their own.
func (l *Lists) markWords() {
	l.lex.Mark(timely, "ngày", "tháng", "năm", "cùng", "khi", "lúc", "buổi", "hôm", "sáng", "chiều", "tối", "đầu", "giữa", "cuối", "quý")
	l.lex.Mark(vital, "sinh", "sn", "từ", "qua", "tạ", "mất", "quê")
	l.lex.Mark(centring, "trung")
	l.lex.Mark(telling, "bầu", "cử", "miễn", "bãi", "chấp", "đến", "đương")
	l.lex.Mark(gathering, "đại", "đh")
	l.lex.Mark(homely, "việt")
	l.lex.Mark(numbering, "khóa", "khoá")
}
