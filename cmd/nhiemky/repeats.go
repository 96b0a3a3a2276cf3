package main

import (
	"fmt"
	"hash/maphash"
	"time"

	"github.com/nhiemky/nhiemky/graph/ingest"
)

// repeats tells of articles that stand several times under one name in what is read, with other words: only one is kept.
type repeats struct {
	tell  func(error)
	all   bool // tell of each, and of captures that a crawl made at several times
	quiet bool
	seen  map[uint64]bool // hashes of the names
	told  int
	more  int // that were not told
}

// mostRepeats is how many are told without --verbose.
const mostRepeats = 5

// repeatSeed is of the hashes of names: names take more memory than a long run should need.
var repeatSeed = maphash.MakeSeed()

// note looks at what became of an article.
func (r *repeats) note(o outcome, before, after ingest.Report) {
	d := o.result.Document
	name := maphash.String(repeatSeed, d.Name)
	again := r.seen[name]
	r.seen[name] = true
	day := d.Captured.Format(time.DateOnly)
	switch {
	case after.Older > before.Older && r.all:
		r.tell(fmt.Errorf("%s: left out: fetched on %s, before what is stored of it", o.item.Place().Where(), day))
	case !again || after.Changed == before.Changed || !d.Captured.IsZero() && !r.all:
	case !d.Captured.IsZero():
		r.tell(fmt.Errorf("%s: fetched on %s; it takes the place of what was fetched before", o.item.Place().Where(), day))
	case r.quiet:
	case r.told < mostRepeats || r.all:
		r.told++
		r.tell(fmt.Errorf("%s: again an article %s, with other words; it takes the place of the one before", o.item.Place().Where(), d.Name))
	default:
		r.more++
	}
}

// end says how many were not told.
func (r *repeats) end() {
	if r.more > 0 {
		r.tell(fmt.Errorf("and %d more articles that take the place of another of the same name; --verbose names them", r.more))
	}
}
