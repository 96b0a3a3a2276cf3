package record

import (
	"time"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Record is one thing that a document says: a Holding, a Congress, a Reference, a Meeting or a Person,
// and nothing else. The JSON form of each is the contract of the evaluation set (one object a line).
type Record interface {
	// Kind is "holding", "congress", "document", "meeting" or "person".
	Kind() string
	// Proof is where in the document the record stands and which rule made it.
	Proof() Evidence
}

// Evidence is the passage of the document that carries a record.
type Evidence struct {
	Span text.Span // of the passage, in bytes of the raw document
	Text string    // raw[Span.Start:Span.End], word for word
	Rule string    // name of the rule that made the record

	Confidence float64 // from 0 to 1: the share of records like it that were right where people checked them
	Doubts     string  // names of the reasons for which it may be wrong, as in the list doubts.csv, with spaces between
}

// Status says how a holding stands at the date of the document.
type Status string

// The statuses of a holding.
const (
	Holds     Status = "holds"     // held at the document's date or at the event that it reports
	Former    Status = "former"    // held at an earlier time
	Starts    Status = "starts"    // elected, appointed, assigned
	Ends      Status = "ends"      // dismissed, resigned, retired, transferred away, died in office
	Nominated Status = "nominated" // put forward, not in office yet
)

// Holding says that a named person holds, held or is to hold a post (W3C ORG: a Membership).
type Holding struct {
	Person       string // the fullest form of the name in the document, without titles, NFC
	Post         string // without its organisation: "Bí thư", "Phó Trưởng ban"
	Organization string // full name, abbreviations written out: "Quận ủy Ba Đình"; "" when the text leaves it open
	Parent       string // name of the organisation it is a part of ("Quận ủy Ba Đình" for its "Ban Tổ chức"), or ""
	Place        string // id in the list of places of the unit that the organisation belongs to, or ""
	Term         int    // ordinal of the term that the text gives with the post ("khóa XII"), or 0
	Again        bool   // it starts for somebody who held it before: re-elected
	Status       Status
	From, To     Date // begin and end of the holding, only where the text states them
	AsOf         Date // the day of the event reported, or else of the document
	Evidence     Evidence
}

// Congress is a party congress that the text names (đại hội đảng bộ).
type Congress struct {
	Body     string // "Đảng bộ quận Ba Đình", "Đảng Cộng sản Việt Nam"
	Place    string // id in the list of places, or ""
	Ordinal  int    // XXVI is 26; 0 when the text does not number it
	Term     string // "2020-2025", or ""
	From, To Date   // first and last day, where stated
	Evidence Evidence
}

// Reference is an official document that the text refers to.
type Reference struct {
	Type     string // "Nghị quyết", "Chỉ thị", "Luật"
	Code     string // "05-CT/TW", or the bare number, or ""
	Name     string // the occasion or title of one that has no code: "Nghị quyết Trung ương 4 khóa XII"
	Issuer   string // in full, or ""
	Place    string // id of the issuer's place in the list of places, or ""
	Date     Date
	Evidence Evidence
}

// Meeting is a numbered session of a body (hội nghị lần thứ 18, kỳ họp thứ 6).
type Meeting struct {
	Body     string
	Place    string // id in the list of places, or ""
	Ordinal  int
	Date     Date // the first day, where stated
	Evidence Evidence
}

func (Holding) Kind() string   { return "holding" }
func (Congress) Kind() string  { return "congress" }
func (Reference) Kind() string { return "document" }
func (Meeting) Kind() string   { return "meeting" }
func (Person) Kind() string    { return "person" }

func (h Holding) Proof() Evidence   { return h.Evidence }
func (c Congress) Proof() Evidence  { return c.Evidence }
func (r Reference) Proof() Evidence { return r.Evidence }
func (m Meeting) Proof() Evidence   { return m.Evidence }
func (p Person) Proof() Evidence    { return p.Evidence }

// Document is one article to read. Spans are offsets in Raw, whatever file the text was taken out of.
type Document struct {
	Name string // under which it is known: a path with slashes, or the address of a page without its scheme
	Raw  []byte // its text, valid UTF-8

	// What its source says of it beside the text, as the metadata of a page does; each may be left out.
	Title     string  // its headline
	Published Date    // the day of publication
	DatedBy   DatedBy // how Published is known; "" is DatedByField
	Publisher string  // the name of the newspaper or the site
	Address   string  // where it was published: "https://…"

	// Captured is when a crawl fetched it, the zero time if none did. Of two captures of one page the newer counts.
	Captured time.Time

	Unread []string // a line for each part of its source of which nothing could be read: where, what, and what to do
}

// Person says when or where a person was born, or died. The evaluation set has no such records.
type Person struct {
	Name       string // the fullest form of the name in the document
	Born, Died Date   // as far as stated
	Hometown   string // the unit that the person is from: "huyện Trảng Bàng", or ""
	Place      string // its id in the list of places, or ""
	Evidence   Evidence
}

// Result is everything that one document says.
type Result struct {
	Document  Document
	Title     string   // its headline, or ""
	Published Date     // its own day, or the month where that is all, or zero
	DatedBy   DatedBy  // how that was found; "" for zero
	Told      Date     // without Published: the month and the day that the first sentences tell, Year 0, which its neighbours may complete; or zero
	Records   []Record // in order of their evidence

	Own *Reference // the document whose text this is, by its letterhead; nil for an article about documents
}
