package gazetteer

import (
	"github.com/nhiemky/nhiemky/extract/text"
)

// wordClasses are the classes of words.csv: words that a stage treats alike. Each field is the class of the same
// name, in lower case with dashes: TimeLead is "time-lead". Loading fails for a field without a line and for a line
// without a field, so the file lists what the program knows and nothing else. A class is named for what its words do where a
// rule asks for it; the groups follow the stages, from dates to lists.
type wordClasses struct {
	// Words that several stages ask for.
	MovesOn      Class // leads from a post to the next: "sang làm", "lên làm"
	Decides      Class // before "việc" and a verb: it is done, and not spoken of: "phê chuẩn việc miễn nhiệm", "về việc …"
	Expelling    Class // begins an expulsion from the Party
	ElectionNoun Class // before "bầu cử": a body, a day or a law of elections
	Ceremony     Class // before a handover: those who are named attend it: "lễ bàn giao", "chứng kiến bàn giao"
	StandingPart Class // before the name of an assembly: it is its standing committee or an office that acts: "Ủy ban Thường vụ Quốc hội"

	Conjunction Class // joins the last item of a list
	Reordering  Class // tells how a unit or a body came to be
	Undergoing  Class // a verb with it tells what happens to the one before it: "được bầu", "trúng cử"
	That        Class // points to what was told before: "sau đó"
	Then        Class // leads on to what came later: "sau đó", "tiếp theo"
	TimeLead    Class // leads from a verb or a post to a date
	PartOfYear  Class // before a year or a month: a part of it
	Credit      Class // before a colon and the name of who made a picture
	Addressing  Class // before a name: somebody is spoken to
	Myself      Class // "I"
	Season      Class // behind "mùa": "mùa xuân năm 1940"

	GoesOn  Class // behind the number of a unit of the army a sentence goes on with it, and counts nothing: "Quân khu 2 đồng chủ trì"
	Counted Class // of what a number before it counts: "3 năm", and no name

	MiddleName     Class // stands between a surname and a given name and nowhere else in a name
	Numbered       Class // a number follows it that counts or tells which one: "khóa 12", "tổ 3"
	SentenceOpener Class // begins a sentence, beside the small words that do, and may end a name
	NameLead       Class // leads to names: "gồm"
	AfterName      Class // goes on behind a name, and not behind a word that opens a sentence
	OwnSide        Class // tells of the side that fought the Republic of Việt Nam
	BirthOrder     Class // stands before a given name in place of a surname: "Bảy An"
	HeadingVerb    Class // begins what somebody does in a heading set in capitals
	TermLead       Class // leads from a post to the number of its term
	ListLead       Class // stands between "gồm" and the names of a list
	ListHead       Class // stands in the heading of a list beside the post or the body that it is of
	HeadOpener     Class // begins such a heading
	PeriodFrom     Class // stands before the begin of a time in a cell
	PeriodTo       Class // stands before its end
	CareerEnd      Class // begins a word for the end of a career or a life
	PassThrough    Class // in a verb that says that posts were held one after the other: "trải qua"
	MovesTo        Class // stands behind a verb of moving, before where one goes: "luân chuyển về"
	MonthBefore    Class // leads to "tháng trước"
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
	HeadPlanned    Class // says in the head of a column that the posts below are planned: "dự kiến"
	GreatSurname   Class // surnames that many have and that are seldom given names: "nguyễn"
	PenName        Pairs // a name of two words that begins with no surname, by which somebody in office was known
	HeadPast       Class // that they were held: "cũ", "trước khi"
	HeadWhen       Class // leads in the head of a column to an event at which the posts were held: "khi trúng cử"
	LeftPost       Class // begins a note that somebody left a post in a way that is no event: "hy sinh"
	NoteLead       Class // stands before a post that a note gives: "nay là", "được bầu làm"
	NotePast       Class // the same, and says that the post was held: "sau là"
	Ditto          Class // says in a cell that it has what the cell above has
	NewClause      Class // begins a clause that is not meant as the one before: "nhưng"
	Passive        Class // stands between a word for what is to come and the verb: "sẽ được bầu"
	OfNoun         Class // makes a noun of the verb behind it: "theo đề nghị"
	Newly          Class // behind a post: its holder is new
	Befalls        Class // stands between those of whom a verb is said and the verb
	Leaving        Class // behind one in whose place somebody comes, goes on about him: "thay ông B đi làm …"
	Adverb         Class // stands between who acts and the verb: "đã", "vừa"
	Objective      Class // goes before a person who is not the subject: "của", "cho"
	TimeClause     Class // begins a clause of time or circumstance before the main one: "sau", "khi"
	TakeUp         Class // begins a verb of taking up a post: "giữ chức"
	Present        Class // says that something goes on: "đang giữ"
	Official       Class // belongs to a decision or a session: "quyết định", "kỳ họp"
	ToPerson       Class // leads from a verb to whom it concerns: "đối với"
	TermsWord      Class // belongs to a term behind a post: "nhiệm kỳ"
	Founding       Class // two of them say that a body is set up: "thành lập"
	Managing       Class // behind a title in capitals: a verb, and no field
	ByDecision     Class // before "quyết định" where it is a noun: "theo quyết định"
	DecisionNoun   Class // begins the name of a decision: "quyết định"
	Granting       Class // two of them say that what was asked for is granted: "thông qua"
	Transitive     Class // begins a verb by which one gives or takes the post of another
	PlaceLead      Class // goes before a body that does not act: "tại Sở Y tế"
	Pronoun        Class // stands for a person, or goes before a name
	Counting       Class // says before "từ" that something counts from a day
	TermOf         Class // behind "thời": for how long, or from when, a decision counts
	AllOf          Class // says that more than one decision is meant
	EachOf         Class // says in a bracket that it is of all who are named before it: "(cùng giữ chức Phó Giám đốc)"
	Lasting        Class // goes on from a day that is no effect of a decision

	AtOnce     Class // joins two posts that are held at once
	Before     Class // of an office that is over: "nguyên"
	Joining    Class // ends "vào Đảng", "nhập ngũ"
	TermWord   Class // stands between a post and the bracket with its time
	ForYears   Class // before the number of years that a post was held: "được 3 năm", "suốt hơn 8 năm"
	Phase      Class // "giai đoạn", "thời kỳ" before the years of a post
	Years      Pairs // "các năm" before them
	Predicate  Class // before a post that is what somebody is said to be: "là nguyên Bộ trưởng"
	TookOffice Pairs // behind somebody with a post: that the post was taken up
	LedOnly    Pairs // in a row of a table of heads, says that its person led the body without the post
	NotHeld    Class // in a bracket behind a post, tells of something else than that it was held: "(học từ 1981 đến 1983)"
	Misdeed    Class // tells of an offence or a project, whose time is not that of the post
	OneByOne   Class // says that several posts were held one after the other

	Vote     Class // in a verb: somebody comes to a post, or leaves it, by a vote
	VoteIn   Class // tells a vote that gives a post
	VoteOut  Class // tells a vote that ends a post
	Entering Class // begins a verb that says what somebody is elected into, not how
	Met      Class // says that a body met
	Session  Class // tells that a body met or voted
	Announce Class // in a verb: a decision or a result is made known
	Approval Class // tells that an election is approved by another body

	// Times.
	DateWord    Class // says that a date follows
	DateInner   Class // stands between a word that leads to a date and the date
	DayLead     Class // goes before a day and a month in numbers: "hôm 5/3"
	DayBegin    Class // goes before the first of several days: "ngày 5, 6/3"
	PartOfDay   Class // a part of a day
	DayTold     Class // behind "hôm", "sáng": the day of publication, or the one before
	NextDay     Class // behind "hôm": the day before or after one that was told
	Until       Class // leads to the end of a time
	UntilClause Class // behind "đến": no end of a tenure, but a clause: "đến khi"
	RangeLead   Class // opens a range of years
	PhaseLead   Class // goes before "giai đoạn"
	TermNoun    Class // a term: its years are not those of a post
	TermBegin   Class // begins the word for a term: "khóa", "nhiệm kỳ"
	When        Class // begins a clause of time
	LastsLead   Class // goes before "đến": "cho đến tháng 9"
	After       Class // goes before that, or before an event, when something is over: "sau khi nghỉ hưu"
	AtOnceAfter Class // before "sau khi": what follows is the news itself
	CountryCut  Class // the name of the country behind that of a body, cut short: "VN"
	ClauseLead  Class // begins a clause of time behind a comma
	AsideOpener Class // opens a sentence with a phrase of what it is not about: "theo lời ông A, …"
	AsForEnd    Class // ends "đối với", before whom something is done
	SayingThat  Class // between a verb of speech and what is said
	AsideNoun   Class // leads to a name in such a phrase
	DecisionEnd Class // ends a verb by which a decision is handed over or signed: "trao quyết định"
	FormOf      Class // before a punishment: "bằng hình thức"
	ThatTime    Class // behind "khi", "lúc": the time that was told
	ThatOne     Class // points to a day, month or year that was told: "năm đó"
	Ago         Class // behind "trước": before what was told
	AtTime      Class // goes before a time
	TimeOfPost  Class // stands between a post and its time
	TimeOpener  Class // opens a sentence with a time instead of its subject
	DateFiller  Class // stands in a bracket that has nothing but times
	AsideLead   Class // opens a bracket behind a post that tells of it and no other
	HeldNow     Class // stands in words that say that a post is held today: "hiện đang giữ chức vụ"
	Now         Class // says that a post is held today
	Nowadays    Class // goes before a post that is held today
	NowBehind   Class // behind "hiện": what is held today
	StateVerb   Class // goes before a post and says no more than that it is held
	Lasts       Class // says that a post lasts
	Onward      Class // goes on to what came later
	DayLine     Class // stands with the day in a line that is nothing but a time: "thứ ba", "lúc"
	ClockLead   Class // goes before the time of day of an event: "lúc 8:00"

	// Numbers, codes and documents.
	OrdinalWord    Class // goes before an ordinal number
	CentralEnd     Class // the second letter of the abbreviation of "Trung ương": "T.Ư", "T.W"
	SmallCodePart  Class // part of the code of a document that may be in small letters
	BehindNumber   Class // goes on behind the number of a document
	BehindSeries   Class // goes on behind the last of several numbers of documents
	CodeWord       Class // stands between the type of a document and its code: "Thông tư liên tịch số"
	IssuerLead     Class // goes before the issuer of a document
	CodeGap        Class // stands between a code and the word that leads to its issuer
	OfMeeting      Class // stands between a resolution and the number of its meeting
	PlenumWord     Class // stands between two numbers of plenums
	BehindNumbered Class // goes on behind the number of a meeting in a list

	// Congresses and meetings.
	CongressBehind Class // behind "ĐH": the abbreviation is of a congress
	CongressLink   Class // stands between a congress and its number
	PartyBodyEnd   Class // makes of "Đảng" the name of a body or a member: "Đảng bộ"
	Sitting        Class // a sitting: its number is none of a plenum
	MeetingNoun    Class // stands in the word for a meeting: the "nghị" of "hội nghị"
	Meets          Class // behind a day: something is held on it
	HeadBodyEnd    Class // ends the name of a top body of the Party in a heading: "Bộ Chính trị", "Ban Bí thư"
	HeadBodyBegin  Class // begins such a name
	HeadTerm       Class // goes on behind such a name

	// Names, persons and what is said of them.
	Female         Class // stands before the name of a woman
	Male           Class // stands before the name of a man
	Address        Class // goes before the name of a person, or stands for one that was told
	Origin         Class // tells where somebody comes from
	Born           Class // goes before a day or place of birth
	NowOther       Class // behind a comma: leads to the post that someone has now instead of that before it: "nay là"
	Retirement     Class // in the notice of a death: the dead had retired: "nghỉ hưu", "hưu trí"
	Became         Class // behind a date in a bracket: the time is that of a new name or another post
	TermCount      Class // beside "khóa", "nhiệm kỳ": a tenure of several terms: "suốt 3 khóa", "hai nhiệm kỳ liền"
	BoxLabel       Class // begins a label of a box of a person that tells no holder: "Vị trí"
	InOffice       Class // begins the line of a box that says that the office is held still: "Đương nhiệm"
	YearsLead      Class // leads to the number of years that somebody held a post: "sau 5 năm làm", "có 3 năm làm"
	LifeOpener     Class // opens the bracket behind the subject of a biography: "khai sinh"
	BeforeLifeVerb Class // goes before "sinh", "mất" where they tell of a life
	BeforePlace    Class // goes before a place, so that what follows is no person
	HomeLead       Class // goes before the place where somebody comes from
	OfficeWord     Class // stands in names of states and bodies, and is no part of a person's name behind a surname
	LivesAt        Class // tells where somebody lives: "trú tại quận 1"
	KindInWord     Pairs // a word of two syllables of which one is that of a kind of body, as lines in capitals cannot tell: "cán bộ", "tổ chức"
	HeldBy         Pairs // behind a post and its holder: "do ông A đảm nhiệm"
	NoName         Class // no syllable of a name in a line in capitals: "được", "giữ"
	PersonalCell   Class // stands alone in a cell on a person: a sex, an ethnic group
	PersonalData   Class // tells of a person in brackets or between commas, and of no post: "sinh năm", "trình độ"
	Replaced       Class // stands before who is replaced
	FormerWord     Class // goes before a post that is over
	NewInPost      Class // goes before a post that somebody has just come to: "tân Phó Chủ tịch"
	Identity       Class // behind "là": says who somebody is: "là một chính khách"

	// Organisations and places.
	OfBody      Class // leads from a body or a post to the body that it belongs to
	AboutLink   Class // leads from a body to what it is about
	AboutMatter Pairs // leads from a paper to what it is about
	AsksFor     Class // begins behind that what one asks for oneself: "về việc xin nghỉ"
	Paper       Pairs // a paper that somebody writes on others: "tờ trình"
	FieldJoint  Class // joins the parts of what a body is about
	FieldTail   Class // does not end what a body is about
	PostVerb    Class // ends what a body is about, since a clause goes on
	SmallGoesOn Class // goes on in small letters behind the name of a body
	SmallStops  Class // stands in small letters behind the name of a body and is no part of it
	BodyCount   Class // says how many bodies are meant
	BodyOpener  Class // a kind of body that is known by this word alone where it has a capital
	StateName   Class // stands in the full name of the state
	StateNoun   Class // goes on in small letters in the name of another state: "Cộng hòa hồi giáo"
	MissionAt   Class // goes before the place of a mission: "Đại sứ tại Lào"
	ForeignSide Class // stands between a post and the other state that it belongs to
	UnitInitial Class // the abbreviation of a kind of unit that is read only where its name follows
	UnitLetter  Class // the same, with those that are one letter before a name
	UnitShort   Class // the abbreviation of a kind of unit, whose full stop ends no sentence
	NotUnitName Class // behind a number: the number is no name of a unit
	DegreeShort Class // the abbreviation of a degree or a rank, whose full stop ends no sentence
	RomanLead   Class // before a letter that is a Roman number, whose full stop ends a sentence
	SiteEnd     Class // a part of the address of a site

	// Clauses: who acts, whom it concerns, what is denied.
	PassiveMark    Class // says that the subject does not act
	Reason         Class // begins the reason for what is told
	Concerning     Class // stands between a verb and the person whom it concerns
	BehalfMark     Class // goes before who acts, or who is served, and does not get the post
	SpokenTo       Class // before the post of one to whom something is said or given: "với", "cho"
	AccordingTo    Class // before the source of what is said: "theo"
	Fronting       Class // opens a phrase before the subject of a sentence: "trong", "sau"
	ByAgent        Class // goes before who acts in a passive clause, or who is replaced
	FateOf         Class // leads from a verb of retiring to the person
	OwnFate        Class // says that a clause tells of its subject and not of others
	BehindServed   Class // goes on behind somebody who is served or replaced
	AssignedBy     Class // before "giao": the subject is assigned
	CapitalsOnly   Class // a word that is an abbreviation only in capitals: CA, and not the "ca" of "Trưởng ca"
	Acting         Class // behind a person with a post: the person acts
	NoLonger       Class // ends a word of denial that denies a post and not a verb: "không giữ chức"
	Consent        Class // behind "chưa được": begins a verb of consent
	BehindProposal Class // makes a noun of a proposal
	ActDone        Class // says that what was proposed was done
	Won            Class // begins a verb of winning an election: "trúng cử"
	DutyLead       Class // leads to a post among the duties of somebody: "kiêm Trưởng ban"
	Article        Class // begins an article of a decision
	TitleWord      Class // ends a word for a post or for several: "các chức danh của Hội Nông dân huyện"
	PostWord       Class // stands in a word for a post: "cương vị", "vị trí"
	BeforePostWord Class // makes another word of a word for a post: the "tổ" of "tổ chức"
	Into           Class // begins a post only where it stands beside it: "vào Ban Chấp hành"
	Aim            Class // between two verbs: the second is what the first is for
	Adding         Class // before a number of people who join a body
	OwnDeed        Class // begins a verb of reports that may tell of the one who is moved: "tiếp nhận"
	Whoever        Class // whoever holds a post, without a name: "người"
	PostLink       Class // stands before a post that somebody takes up
	IsOrDoes       Class // the verb of a post
	Holds          Class // begins a verb of holding a post
	MoveStart      Class // behind "trước khi": begins what came later
	Transfer       Class // begins a verb of moving that says that the old post is left
	MovedGap       Class // stands between a verb of moving and the new post
	JoinLead       Class // stands before a membership: "tham gia"

	// Lists, series and rosters.
	Consisting     Class // says what a body consists of
	ExampleLead    Class // opens the posts that a noun before it sums up: "nhiều chức vụ quan trọng trong ngành như"
	CareerLead     Class // leads to a list of former posts: "từng giữ", "trải qua nhiều chức vụ"
	CareerFiller   Class // stands in the heading of a list of those who held a post
	RosterFiller   Class // stands in a heading beside its body or post
	IdentityOfTime Class // behind a post: it was held at another time: "đầu tiên", "thời kỳ"
	PluralMark     Class // says that more than one is meant
	OtherMark      Class // behind a post in the label of a list: there are others besides: "khác", "còn lại"
	AndAlso        Class // joins posts of one person
	Concurrent     Class // begins a word that joins posts held at once: "đồng thời"
	SeriesJoint    Class // joins the posts of a series
	SeriesGoesOn   Class // behind a comma: a post of the series goes on
	Among          Class // before many of whom somebody named is one: "một trong những người được bầu"
	Every          Class // before posts that are of no one: "các chức danh"
	NowOf          Class // behind "nay": a place or a body has become another, and time is not meant: "nay thuộc"

	DeputyShort Class // stands for "Phó" before a title: "P. Giám đốc"

	// Phrases of two words. Their rows in words.csv have phrases where the others have single words.
	Passed       Pairs // a resolution was passed: "thông qua"
	Held         Pairs // says that a congress is held: "diễn ra"
	Died         Pairs // says that somebody died: "qua đời"
	Eulogy       Pairs // what is read out at a funeral: "lời điếu"
	OnceMore     Pairs // into the post that one has already: "tái cử", "bầu lại"
	Agreed       Pairs // somebody agrees to what was asked: "chấp thuận"
	WorksThere   Pairs // behind a body: somebody works there: "đến Sở Nội vụ công tác"
	Convened     Pairs // before the title of those who meet: "hội nghị Bộ trưởng"
	FieldStop    Pairs // behind a field or a body and never of its name: "giai đoạn", "phụ trách"
	Provisional  Pairs // a committee until its congress: "lâm thời"
	StillHeld    Pairs // a post lasts: "đến nay"
	Example      Pairs // begins an example, which is no news: "ví dụ"
	ListNoun     Pairs // a heading over a list: "danh sách"
	ThroughTime  Pairs // a heading over all who held a post: "các đời"
	InTurn       Pairs // the items of two lists belong to each other: "lần lượt"
	Term         Pairs // the word for a term: "nhiệm kỳ"
	TheCountry   Pairs // the name of the country behind that of a body
	Organising   Pairs // the field of a board that organises an occasion, or looks after the staff of the Party
	Occasion     Pairs // begins behind that the name of an occasion: "cuộc thi"
	Communist    Pairs // stands behind "Đảng" in the full name of the Party
	Branch       Pairs // goes before the place of a part of a bank or a company
	InForce      Pairs // the word for the effect of a decision: "hiệu lực"
	AtOnceAlso   Pairs // joins posts that are held at once: "đồng thời"
	Posted       Pairs // stands beside the day of publication: "cập nhật", "ngày đăng"
	Planned      Pairs // says that something is still to come: "dự kiến"
	Seat         Pairs // goes before a place that is an address: "trụ sở"
	Renamed      Pairs // goes before the name of today of a place: "nay là"
	CongressName Pairs // the word for a congress
	Delegates    Pairs // stands in the name of a congress
	Nationwide   Pairs // makes a congress the national one
	Conference   Pairs // the word for a meeting that is numbered
	Resolution   Pairs // the word for what a meeting resolves
	OfCentre     Pairs // behind a kind of body: it is one of the centre
	OwnOffice    Pairs // behind a committee: that of the body whose name follows
	SplitPair    Pairs // with a comma between them one word of a field
	NoPart       Pairs // behind a comma no part of a field, though one of the list
	Merged       Pairs // before a unit with which another is made one
	DirectlyOf   Pairs // leads from a body to the one that it belongs to
	Amend        Pairs // begins the title of a law that amends others
	SettingUp    Pairs // begins the title of a law on a body
	ResultOf     Pairs // before "bầu": a vote that was held before is confirmed
	Council      Pairs // behind a post: it is one of a council
	Comrade      Pairs // stands for a person, as a pronoun does
	AssemblyName Pairs // the National Assembly in a heading
	Behalf       Pairs // before a post: on whose behalf somebody acts
	Staff        Pairs // people of whom something is said without their names
	GivenThing   Pairs // what is handed to one who acts: "giao nhiệm vụ cho Giám đốc Sở"
	OtherParty   Pairs // behind "Đảng": a party that is not the Communist one
	AtWork       Pairs // behind the National Assembly: it sits
	Attached     Pairs // says that something stands behind the text: "danh sách kèm theo"
	Directors    Pairs // begins the name of a board of directors, which is no post: "Ban Giám đốc", "Ban Tổng Giám đốc"
	Delegated    Pairs // before a post: somebody acts for its holder, or "quyền" is no word of it: "ủy quyền Bộ trưởng"
	Voting       Pairs // a vote on a proposal
	VotedFor     Pairs // behind such a vote: it is granted
	PartyName    Pairs // begins the name of a party behind a post
	Decision     Pairs // a verb by which a body gives a post: "quyết định ông A giữ chức"
	DeputySeat   Pairs // the post of one whom voters elect
	Election     Pairs // the word for elections
	AsFor        Pairs // leads from a post to the one whom a decision on it concerns: "đối với"
	OrganBegin   Class // first word of the name of an organ that its members are called by: "Thường vụ"
	ListWord     Pairs // "danh sách"
	Becoming     Class // first word of "becomes": "trở thành"
	InCharge     Pairs // before the body that a deputy leads: "phụ trách"
	SiteNote     Pairs // a word that pages put behind a title, and no name: "lưu trữ"
	Wrongly      Pairs // of something done against the rules
	Deed         Pairs // begins a verb of one who decides: "quyết định", "chỉ đạo"
	ReportedTo   Pairs // before the post of one who is spoken to, or by whom it is decided: "báo cáo", "quyết định"
	BackThen     Pairs // behind a post: one of the past, "khi đó"
	BackThenLead Class // before those: "lúc bấy giờ"
	PastPresent  Pairs // leads to a present that is past: "lúc này ông đang là"

	// Lines of lists of members.
	Alternate     Pairs // tells that the members of a list are alternate ones: "dự khuyết"
	FullMember    Pairs // tells that they are full ones: "chính thức"
	TaskHead      Pairs // begins a heading over those of a body and their tasks: "Phân công nhiệm vụ"
	ChairedBody   Pairs // begins the name of a body that a chair leads: "Hội đồng thi đua", "Ủy ban bầu cử"
	StandingBoard Pairs // begins the name of those of a body who lead it between its sessions: "Ban Thường trực"
}

// Has reports whether two tokens are a phrase of the set, whatever their case.
func (p Pairs) Has(a, b text.Token) bool { return p.first.Has(a) && p.pairs[[2]int32{a.ID, b.ID}] }

func (p *Pairs) add(a, b int32) {
	p.first.add(a)
	p.pairs[[2]int32{a, b}] = true
}
