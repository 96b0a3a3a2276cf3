package dating

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Doc is what one document of a source says of its day.
type Doc struct {
	Name   string      // its name, or its address
	Day    record.Date // its own day; zero where it has none
	Stated bool        // Day is stated, and not told by the text
	Told   record.Date // without Day: the month and the day that it tells without a year, Year 0; or zero
}

// DocOf is what a document that was read says of its day.
func DocOf(r record.Result) Doc {
	return Doc{Name: cmp.Or(r.Document.Address, r.Document.Name), Day: r.Published, Stated: !r.DatedBy.Inferred(), Told: r.Told}
}

// Neighbours gives documents the days that their neighbours allow, as a slice with a date, or zero, for each of docs. Sites
// number their pages as they make them, so days rise with the numbers in names:
//
//	tin-1001   9 June 2020    its own day
//	tin-1005   15 June        2020-06-15: a day that it tells is given its year
//	tin-1007                  2020-06: nothing is told, but all around it are of that month
//	tin-1020   28 June 2020   its own day
//
// The days of a series are those that rise together in as many documents as can be; who does not fit them has none. A
// date is given only in a stretch without gaps that several documents date and fewer contradict. The order of docs does
// not matter.
func Neighbours(docs []Doc) []record.Date {
	out := make([]record.Date, len(docs))
	series := map[string][]numbered{}
	for i, d := range docs {
		if key, n, ok := seriesOf(d.Name); ok && (d.Day.IsZero() || d.Day.Day != 0) {
			series[key] = append(series[key], numbered{n: n, at: i, Doc: d})
		}
	}
	for _, s := range series {
		slices.SortStableFunc(s, func(a, b numbered) int { return cmp.Or(cmp.Compare(a.n, b.n), strings.Compare(a.Name, b.Name)) })
		settle(s, out)
	}
	return out
}

// numbered is a document with the number in its name.
type numbered struct {
	n  uint64
	at int // its index
	Doc
}

// seriesOf is the series of a name and its number in it: of an address the site, else the name without its last number.
func seriesOf(name string) (key string, n uint64, ok bool) {
	site, _, _ := strings.Cut(scheme.ReplaceAllString(name, ""), "/")
	last := name[strings.LastIndexByte(strings.TrimRight(name, "/"), '/')+1:]
	runs := digits.FindAllStringIndex(last, -1)
	if len(runs) == 0 {
		return "", 0, false
	}
	at := runs[len(runs)-1]
	n, err := strconv.ParseUint(last[at[0]:at[1]], 10, 64)
	if err != nil || at[1]-at[0] > 12 {
		return "", 0, false
	}
	if scheme.MatchString(name) {
		return site, n, true
	}
	return last[:at[0]] + "#" + last[at[1]:], n, true
}

// point is a document on a day.
type point struct {
	*numbered
	day  record.Date
	prev int // index of the point before it in the best row that ends with it; -1 for none
}

// settle writes the days of the documents of one series.
func settle(s []numbered, out []record.Date) {
	first, last := years(s)
	if first == 0 {
		return
	}
	row := rising(s, first, last)
	for i := 0; i < len(row); {
		j := i + 1
		for j < len(row) && apart(row[j-1].day, row[j].day) <= maxGap {
			j++
		}
		fit(s, row[i:j], out)
		i = j
	}
}

// maxGap is the number of days between two documents of one stretch, and slack that by which the days of documents may
// fall: a page is made before or after what it tells.
const (
	maxGap = 45
	slack  = 7
)

// years are the first and the last year of a series in which enough documents have a day of their own, with one on each
// side.
func years(s []numbered) (first, last int) {
	votes := map[int]int{}
	for _, d := range s {
		if d.Day.Day != 0 {
			votes[d.Day.Year] += d.votes()
		}
	}
	for y, n := range votes {
		if n+max(votes[y-1], votes[y+1]) >= enoughVotes {
			first, last = min(cmp.Or(first, y), y), max(last, y)
		}
	}
	return max(first-1, 0), last + 1
}

// The votes with which documents date a stretch: stated days count more than those that a text tells.
const (
	statedVotes = 2
	enoughVotes = 3
)

func (d Doc) votes() int {
	if d.Stated {
		return statedVotes
	}
	return 1
}

// fit writes the days of those whose numbers lie in a stretch and whose days fit it, if enough documents with a day of
// their own date it and fewer contradict.
func fit(s []numbered, stretch []point, out []record.Date) {
	with, against, k := 0, 0, 0
	var fits []point
	from := sort.Search(len(s), func(i int) bool { return s[i].n >= stretch[0].n })
	for i := from; i < len(s) && s[i].n <= stretch[len(stretch)-1].n; i++ {
		d := &s[i]
		for k+1 < len(stretch) && stretch[k+1].n <= d.n {
			k++
		}
		from, to := stretch[k].day, stretch[min(k+1, len(stretch)-1)].day
		if from.Compare(to) > 0 {
			from, to = to, from
		}
		day, ok := within(d.Doc, from.Plus(-slack), to.Plus(slack))
		switch {
		case d.silent():
			if month := around(stretch, k); !month.IsZero() {
				fits = append(fits, point{numbered: d, day: month})
			}
		case d.Day.Day == 0 && ok:
			fits = append(fits, point{numbered: d, day: day})
		case d.Day.Day == 0:
		case ok:
			with += d.votes()
		default:
			against += d.votes()
		}
	}
	if with < enoughVotes || with <= 2*against {
		return
	}
	for _, p := range fits {
		out[p.at] = p.day
	}
}

// silent reports whether a document tells nothing of its day.
func (d Doc) silent() bool { return d.Day.IsZero() && d.Told.Day == 0 }

// nearest is how many documents on each side must be of one month for a document between them to be of it.
const nearest = 3

// around is the month of the nearest documents of a stretch behind point k and before it, or zero if they are of several
// or fewer.
func around(stretch []point, k int) (month record.Date) {
	from, to := k+1-nearest, k+1+nearest
	if from < 0 || to > len(stretch) {
		return month
	}
	for _, p := range stretch[from:to] {
		of := record.Date{Year: p.day.Year, Month: p.day.Month}
		if month.IsZero() {
			month = of
		}
		if month != of {
			return record.Date{}
		}
	}
	return month
}

// within is the day of a document, with the year that puts it between two days, and whether there is one.
func within(d Doc, from, to record.Date) (record.Date, bool) {
	if d.Day.Day != 0 {
		return d.Day, d.Day.Compare(from) >= 0 && d.Day.Compare(to) <= 0
	}
	for y := from.Year; y <= to.Year; y++ {
		if day := (record.Date{Year: y, Month: d.Told.Month, Day: d.Told.Day}); day.Valid() && day.Compare(from) >= 0 && day.Compare(to) <= 0 {
			return day, true
		}
	}
	return record.Date{}, false
}

// What a document with its day stated, told, or told without a year counts in a row, and what a gap costs: else rows would
// run through all years to fit days that do not follow each other.
const (
	statedWeight = 6
	toldWeight   = 3
	gapCost      = 8
)

func (d Doc) weight() int {
	switch {
	case d.Day.Day == 0:
		return 1
	case d.Stated:
		return statedWeight
	}
	return toldWeight
}

// rising is the row of documents of the greatest weight whose days do not fall by more than the slack, each day that is
// told without its year in one of the years.
func rising(s []numbered, first, last int) []point {
	begin := record.Date{Year: first, Month: 1, Day: 1}
	best := newHeights(apart(begin, record.Date{Year: last + 1, Month: 1, Day: 1}))
	var points []point
	top := height{at: -1}
	for i := range s {
		d, from := &s[i], len(points)
		var heights []height
		for _, day := range d.days(first, last) {
			n := apart(begin, day)
			near, far := best.max(n-maxGap, n+slack), best.max(0, n-maxGap-1)
			if far.weight -= gapCost; far.weight > near.weight {
				near = far
			}
			p := point{numbered: d, day: day, prev: near.at}
			if near.weight <= 0 {
				near.weight, p.prev = 0, -1
			}
			heights = append(heights, height{near.weight + d.weight(), len(points)})
			points = append(points, p)
		}
		for k, h := range heights { // a row has a document once
			best.raise(apart(begin, points[from+k].day), h)
			if h.weight > top.weight {
				top = h
			}
		}
	}
	var row []point
	for at := top.at; at >= 0; at = points[at].prev {
		row = append(row, points[at])
	}
	slices.Reverse(row)
	return row
}

// days are the days that a document may be of.
func (d Doc) days(first, last int) (days []record.Date) {
	if d.Day.Day != 0 {
		if d.Day.Year < first || d.Day.Year > last {
			return nil
		}
		return []record.Date{d.Day}
	}
	for y := first; y <= last && !d.silent(); y++ {
		if day := (record.Date{Year: y, Month: d.Told.Month, Day: d.Told.Day}); day.Valid() {
			days = append(days, day)
		}
	}
	return days
}

// height is the weight of the best row that ends on a day, and the point with which it ends, -1 for none.
type height struct{ weight, at int }

// heights is a tree of the heights of days, for the highest of a range.
type heights []height

func newHeights(days int) heights {
	h := make(heights, 2*days)
	for i := range h {
		h[i].at = -1
	}
	return h
}

// raise sets the height of a day where it is higher than before.
func (h heights) raise(day int, to height) {
	for i := day + len(h)/2; i > 0 && to.weight > h[i].weight; i /= 2 {
		h[i] = to
	}
}

// max is the highest from one day to another.
func (h heights) max(from, to int) height {
	out := height{at: -1}
	if to < 0 {
		return out
	}
	from, to = max(from, 0)+len(h)/2, min(to+1, len(h)/2)+len(h)/2
	for ; from < to; from, to = from/2, to/2 {
		if from&1 == 1 {
			if h[from].weight > out.weight {
				out = h[from]
			}
			from++
		}
		if to&1 == 1 {
			if to--; h[to].weight > out.weight {
				out = h[to]
			}
		}
	}
	return out
}

// apart is the number of days from one day to another.
func apart(a, b record.Date) int {
	day := func(d record.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	}
	return int(day(b).Sub(day(a)).Hours() / 24)
}
