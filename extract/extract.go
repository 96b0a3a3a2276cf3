package extract

import (
	"cmp"
	"errors"
	"sort"
	"time"

	"github.com/nhiemky/nhiemky/extract/document"
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
	r, _ := x.ExtractUntil(d, time.Time{})
	return r
}

// ErrLate is the error for a document that takes longer than it may.
var ErrLate = errors.New("takes too long to extract")

// ExtractUntil is Extract, and gives up at a time: the error is then ErrLate, and no work goes on.
func (x *Extractor) ExtractUntil(d record.Document, until time.Time) (r record.Result, err error) {
	defer func() {
		switch broken := recover().(type) {
		case nil:
		case document.Late:
			r, err = record.Result{}, ErrLate // the page is as the stage left it: nobody uses it again
		default:
			panic(broken)
		}
	}()
	p := x.page()
	p.Until = until
	x.stages(p, d)
	r = result(p, d)
	x.release(p)
	return r, nil
}

// result makes the records of a document that was read, in order of their evidence.
func result(p *relation.Page, d record.Document) record.Result {
	var records []record.Record
	claims := p.Link()
	p.CheckTime()
	for _, h := range p.Holdings(claims) {
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

// read takes a document through its stages. The page has to be released.
func (x *Extractor) read(d record.Document) *relation.Page {
	p := x.page()
	x.stages(p, d)
	return p
}

// stages are taken in this order. This is the only place that knows it.
func (x *Extractor) stages(p *relation.Page, d record.Document) {
	p.Open(d)
	for _, stage := range []func(){
		p.FindHeadings, p.FindDates, p.FindHead, p.FindCodes, p.FindTables, p.Split, p.DatePage, p.Scan, p.HeadPlaces, p.FindSignatures, p.Identify,
		p.FillPosts, p.FillSentences, p.Context, p.SettlePlaces, p.ReadHeads, p.FindProfiles, p.FindPlenums, p.FindCongresses, p.FindMeetings,
		p.CiteOccasions, p.FindLaws, p.FindQuoted, p.IssuersOfCodes,
	} {
		stage()
		p.CheckTime()
	}
}
