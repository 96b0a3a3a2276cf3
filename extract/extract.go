package extract

import (
	"cmp"
	"sort"

	"github.com/nhiemky/nhiemky/extract/text"
)

// Extractor reads documents against a set of lists. What it says of one does not depend on others. It may
// be used from several goroutines at once.
type Extractor struct {
	lists *Lists
	idle  chan *page // that nobody uses: the next document finds their slices and the words that they met
}

// idlePages is how many pages are kept for those who extract at the same time.
const idlePages = 64

// New makes an extractor from the lists.
func New(lists *Lists) *Extractor {
	return &Extractor{lists: lists, idle: make(chan *page, idlePages)}
}

// page is an empty page.
func (x *Extractor) page() *page {
	select {
	case p := <-x.idle:
		return p
	default:
		return &page{lists: x.lists, reader: text.NewReader(x.lists.lex)}
	}
}

// release takes back a page that nobody reads any more.
func (x *Extractor) release(p *page) {
	p.clear()
	select {
	case x.idle <- p:
	default:
	}
}

// Extract says what a document says. The same document and lists give the same result.
func (x *Extractor) Extract(d Document) Result {
	p := x.read(d)
	defer x.release(p)
	return result(p, d)
}

// result makes the records of a document that was read, in order of their evidence.
func result(p *page, d Document) Result {
	var records []Record
	for _, h := range p.holdings(p.link()) {
		records = append(records, h)
	}
	for _, c := range p.congressRecords() {
		c.Evidence.Confidence = p.lists.confidence("congress", nil)
		records = append(records, c)
	}
	own := p.letterhead()
	for _, r := range p.referenceRecords(own) {
		r.Evidence.Confidence = p.lists.confidence("document", nil)
		records = append(records, r)
	}
	for _, m := range p.meetingRecords() {
		m.Evidence.Confidence = p.lists.confidence("meeting", nil)
		records = append(records, m)
	}
	for _, l := range p.lives() {
		l.Evidence.Confidence = p.lists.confidence("person", nil)
		records = append(records, l)
	}
	sort.SliceStable(records, func(i, j int) bool {
		return records[i].Proof().Span.Start < records[j].Proof().Span.Start
	})
	return Result{Document: d, Title: cmp.Or(d.Title, p.headline()), Published: p.published, Records: records, Own: own}
}

// read takes a document through its stages. This is the only place that knows their order. The page has to be
// released.
func (x *Extractor) read(d Document) *page {
	p := x.page()
	p.open(d)
	p.findHeadings()
	p.findDates()
	p.findHead()
	p.findCodes()
	p.findTables()
	p.split()
	p.datePage()
	p.scan()
	p.headPlaces()
	p.findSignatures()
	p.identify()
	for k := 0; k < len(p.items); k++ {
		if p.items[k].post != nil {
			s := p.seriesAt(k)
			p.fillSeries(p.posts(s))
			k = s.last
		}
	}
	p.fillSentences()
	p.context()
	p.settlePlaces()
	p.readHeads()
	p.findProfiles()
	p.findPlenums()
	p.findCongresses()
	p.findMeetings()
	p.citeOccasions()
	p.findLaws()
	p.findQuoted()
	p.issuersOfCodes()
	return p
}
