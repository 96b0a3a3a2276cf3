package extract

import (
	"cmp"
	"sort"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/relation"
)

// Extractor reads documents with a set of lists. The records of a document do not depend on other documents. An
// Extractor may be used from several goroutines at the same time.
type Extractor struct {
	lists *gazetteer.Lists
	idle  chan *relation.Page // that nobody uses: the next document finds their slices and the words that they met
}

// idlePages is how many pages are kept for those who extract at the same time.
const idlePages = 64

// New makes an extractor from the lists.
func New(lists *gazetteer.Lists) *Extractor {
	return &Extractor{lists: lists, idle: make(chan *relation.Page, idlePages)}
}

// page is an empty page.
func (x *Extractor) page() *relation.Page {
	select {
	case p := <-x.idle:
		return p
	default:
		return relation.NewPage(x.lists)
	}
}

// release takes back a page that nobody reads any more.
func (x *Extractor) release(p *relation.Page) {
	p.Clear()
	select {
	case x.idle <- p:
	default:
	}
}

// Extract gives what a document says. The same document and lists give the same result.
func (x *Extractor) Extract(d record.Document) record.Result {
	p := x.read(d)
	defer x.release(p)
	return result(p, d)
}

// result makes the records of a document that was read, in order of their evidence.
func result(p *relation.Page, d record.Document) record.Result {
	var records []record.Record
	for _, h := range p.Holdings(p.Link()) {
		records = append(records, h)
	}
	for _, c := range p.CongressRecords() {
		c.Evidence.Confidence = p.Lists.Confidence("congress", nil)
		records = append(records, c)
	}
	own := p.Letterhead()
	for _, r := range p.ReferenceRecords(own) {
		r.Evidence.Confidence = p.Lists.Confidence("document", nil)
		records = append(records, r)
	}
	for _, m := range p.MeetingRecords() {
		m.Evidence.Confidence = p.Lists.Confidence("meeting", nil)
		records = append(records, m)
	}
	for _, l := range p.Lives() {
		l.Evidence.Confidence = p.Lists.Confidence("person", nil)
		records = append(records, l)
	}
	sort.SliceStable(records, func(i, j int) bool {
		return records[i].Proof().Span.Start < records[j].Proof().Span.Start
	})
	return record.Result{Document: d, Title: cmp.Or(d.Title, p.Headline()), Published: p.Day, DatedBy: p.DatedBy, Told: p.Told, Records: records, Own: own}
}

// read takes a document through its stages. This is the only place that knows their order. The page has to be
// released.
func (x *Extractor) read(d record.Document) *relation.Page {
	p := x.page()
	p.Open(d)
	p.FindHeadings()
	p.FindDates()
	p.FindHead()
	p.FindCodes()
	p.FindTables()
	p.Split()
	p.DatePage()
	p.Scan()
	p.HeadPlaces()
	p.FindSignatures()
	p.Identify()
	for k := 0; k < len(p.Items); k++ {
		if p.Items[k].Post != nil {
			s := p.SeriesAt(k)
			p.FillSeries(p.Posts(s))
			k = s.Last
		}
	}
	p.FillSentences()
	p.Context()
	p.SettlePlaces()
	p.ReadHeads()
	p.FindProfiles()
	p.FindPlenums()
	p.FindCongresses()
	p.FindMeetings()
	p.CiteOccasions()
	p.FindLaws()
	p.FindQuoted()
	p.IssuersOfCodes()
	return p
}
