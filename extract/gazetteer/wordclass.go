package gazetteer

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"github.com/nhiemky/nhiemky/extract/text"
)

// wordClasses are the classes of words.csv: words that a stage treats alike. Each field is the class of the same
// name, in lower case with dashes: TimeLead is "time-lead". Loading fails for a field without a line and for a line
// without a field, so the file lists what the program knows and nothing else.
type wordClasses struct {
	Conjunction Class // joins the last item of a list
	Reordering  Class // tells how a unit or a body came to be
	That        Class // points to what was told before: "sau đó"
	Then        Class // leads on to what came later: "sau đó", "tiếp theo"
	TimeLead    Class // leads from a verb or a post to a date
	PartOfYear  Class // before a year or a month: a part of it

	Counted Class // of what a number before it counts: "3 năm", and no name

	MiddleName     Class // stands between a surname and a given name and nowhere else in a name
	SentenceOpener Class // begins a sentence, beside the small words that do, and may end a name
	NameLead       Class // leads to names: "gồm"
	AfterName      Class // goes on behind a name, and not behind a word that opens a sentence
	OwnSide        Class // tells of the side that fought the Republic of Việt Nam
	BirthOrder     Class // stands before a given name in place of a surname: "Bảy An"
	HeadingVerb    Class // begins what somebody does in a heading set in capitals
	TermLead       Class // leads from a post to the number of its term
	ListLead       Class // stands between "gồm" and the names of a list
	PeriodFrom     Class // stands before the begin of a time in a cell
	PeriodTo       Class // stands before its end
	PeriodNow      Class // is its end: the time lasts
	SessionTrait   Class // stands between the word for a session and its number: "hội nghị toàn thể lần thứ 5"
	Opening        Class // tells between a session and a day that it begins then
	Ballot         Class // an election: "kết quả bầu"
	OrdinalList    Class // joins the numbers of congresses or terms
	BeforeTerm     Class // stands between a committee and its term, or makes a member a full one
	BeforeType     Class // makes the word for a type of document the end of another: "Đại học Luật"
	BehindType     Class // makes it the begin of another: "Luật sư"
	Bill           Class // makes a law a bill: "dự án Luật"
	LawList        Class // joins the laws of a list
	Amending       Class // stands in "sửa đổi, bổ sung một số điều của Luật …"
	TitleEnd       Class // ends the title of a law, beside the small words that end a name
	Ditto          Class // says in a cell that it has what the cell above has
	NewClause      Class // begins a clause that is not meant as the one before: "nhưng"
	Passive        Class // stands between a word for what is to come and the verb: "sẽ được bầu"
	OfNoun         Class // makes a noun of the verb behind it: "theo đề nghị"
	Adverb         Class // stands between who acts and the verb: "đã", "vừa"
	Objective      Class // goes before a person who is not the subject: "của", "cho"
	TimeClause     Class // begins a clause of time or circumstance before the main one: "sau", "khi"
	TakeUp         Class // begins a verb of taking up a post: "giữ chức"
	Present        Class // says that something goes on: "đang giữ"
	Official       Class // belongs to a decision or a session: "quyết định", "kỳ họp"
	ToPerson       Class // leads from a verb to whom it concerns: "đối với"
	TermsWord      Class // belongs to a term behind a post: "nhiệm kỳ"
	Founding       Class // two of them say that a body is set up: "thành lập"
	DecisionNoun   Class // begins the name of a decision: "quyết định"
	Granting       Class // two of them say that what was asked for is granted: "thông qua"
	Transitive     Class // begins a verb by which one gives or takes the post of another
	PlaceLead      Class // goes before a body that does not act: "tại Sở Y tế"
	Pronoun        Class // stands for a person, or goes before a name
	Counting       Class // says before "từ" that something counts from a day
	TermOf         Class // behind "thời": for how long, or from when, a decision counts
	AllOf          Class // says that more than one decision is meant
	Lasting        Class // goes on from a day that is no effect of a decision

	AtOnce   Class // joins two posts that are held at once
	Joining  Class // ends "vào Đảng", "nhập ngũ"
	TermWord Class // stands between a post and the bracket with its time
	Phase    Class // "giai đoạn", "thời kỳ" before the years of a post
	Misdeed  Class // tells of an offence or a project, whose time is not that of the post
	OneByOne Class // says that several posts were held one after the other

	Vote     Class // in a verb: somebody comes to a post, or leaves it, by a vote
	VoteIn   Class // tells a vote that gives a post
	VoteOut  Class // tells a vote that ends a post
	Entering Class // begins a verb that says what somebody is elected into, not how
	Met      Class // says that a body met
	Session  Class // tells that a body met or voted
	Announce Class // in a verb: a decision or a result is made known
	Approval Class // tells that an election is approved by another body
}

// Class is a set of words.
type Class struct{ bits []uint64 } // by Token.ID

// Has reports whether the token is a word of the class, whatever its case.
func (c Class) Has(t text.Token) bool {
	i := int(t.ID)
	return i>>6 < len(c.bits) && c.bits[i>>6]&(1<<(i&63)) != 0
}

func (c *Class) add(id int32) {
	for int(id)>>6 >= len(c.bits) {
		c.bits = append(c.bits, 0)
	}
	c.bits[id>>6] |= 1 << (id & 63)
}

// wordClass reads a row of words.csv.
func (l *Lists) wordClass(r row) error {
	name := r.get("class")
	f := reflect.ValueOf(&l.Words).Elem().FieldByName(camelCase(name))
	if !f.IsValid() {
		return fmt.Errorf("class: %q is no field of wordClasses in wordclass.go", name)
	}
	c := f.Addr().Interface().(*Class)
	if c.bits != nil {
		return fmt.Errorf("class: %q is in the list already", name)
	}
	c.bits = []uint64{0}
	var errs []error
	for _, w := range r.list("words") {
		toks := text.New([]byte(w)).Tokens()
		if len(toks) != 1 {
			errs = append(errs, fmt.Errorf("words: %q is not one word", w))
			continue
		}
		c.add(l.Lex.Number(toks[0].Fold))
	}
	return errors.Join(errs...)
}

// missingClasses is an error for each class that words.csv does not have.
func (l *Lists) missingClasses() error {
	var errs []error
	v := reflect.ValueOf(l.Words)
	for i := range v.NumField() {
		if v.Field(i).Interface().(Class).bits == nil {
			errs = append(errs, fmt.Errorf("words.csv: no class %q", dashed(v.Type().Field(i).Name)))
		}
	}
	return errors.Join(errs...)
}

// camelCase is the name of the field of a class: "time-lead" gives TimeLead.
func camelCase(name string) string {
	var b strings.Builder
	for _, part := range strings.Split(name, "-") {
		if part != "" {
			b.WriteString(strings.ToUpper(part[:1]) + part[1:])
		}
	}
	return b.String()
}

// dashed is the reverse of camelCase.
func dashed(field string) string {
	var b strings.Builder
	for i, c := range field {
		if unicode.IsUpper(c) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}
