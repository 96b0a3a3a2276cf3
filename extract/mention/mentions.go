package mention

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// Page is a document with what it mentions: people, posts, organisations, units, dates, events, and the
// documents, congresses and sessions that it names.
type Page struct {
	document.Page
	Published record.Date // the day from which the document speaks: its own, or what is nearest to it, or zero
	Day       record.Date // the document's own day, for which DatedBy vouches
	DatedBy   record.DatedBy
	Told      record.Date // the day and the month, without a year, that the first sentences tell, where nothing gives the year
	// YearGuessed says that the day of publication stands in the text without its year.
	YearGuessed  bool
	source       record.Document // what is known of the document beside its text
	Own          *official       // the head of an official text, or nil
	Signatures   []Signature
	Dates        []DateMention
	people       []*Person
	Items        []Item // everything recognised, in order, without overlap
	Anchors      []anchor
	unitHeads    []unitHead       // the lines that name nothing but a unit
	mainUnits    map[string]*Unit // kind -> the unit that the document is about, once asked for
	openingUnits map[string]*Unit // kind -> the only unit that its opening names, once asked for
	communes     bool             // the text names a body of a commune, perhaps without saying which
	titleUnits   map[string]*Unit // the only unit of the text, which its first line names, once asked for
	host         *Org             // the body with departments that the first line names, once asked for
	hostKnown    bool
	voted        string // the province of most of the districts that it names, once asked for,
	voters       int    // among so many anchors
	plenums      []meetingMention
	Meetings     []meetingMention
	Congresses   []congressMention
	termOnly     []congressMention // congresses that are known by their term alone
	Refs         []referenceMention
	refEnds      []int         // the tokens behind them, in order, once asked for
	titleName    document.Span // the name that the title of a page is, of someone whom only this tells to be a person
	owner        *Org          // the body that the page is about, once asked for
	ownerKnown   bool
	within       int             // how many organisations are being read, each inside the one before
	short        map[string]*Org // initials by which the text calls a body
	cellNames    map[int]int     // the words of the names in cells that have several, by their first token
}

// NewPage is an empty one.
func NewPage(lists *gazetteer.Lists) Page {
	return Page{Page: document.NewPage(lists)}
}

// Open begins with a document.
func (p *Page) Open(d record.Document) {
	p.Page.Open(d)
	p.source = record.Document{Name: d.Name, Published: d.Published, DatedBy: d.DatedBy, Address: d.Address}
	p.mainUnits, p.openingUnits, p.titleUnits = map[string]*Unit{}, map[string]*Unit{}, map[string]*Unit{}
}

// Clear makes the page empty.
func (p *Page) Clear() {
	empty := Page{}
	if p.Keeps() {
		clear(p.Items)
		clear(p.Anchors)
		empty.Dates, empty.Items, empty.Anchors = p.Dates[:0], p.Items[:0], p.Anchors[:0]
	}
	p.Page.Clear()
	empty.Page = p.Page
	*p = empty
}
