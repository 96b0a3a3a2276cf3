package pages

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// table is a table of tenures with a timeline in it.
type table struct {
	Name       string // to tell it from others on the page, "" for the only one
	Rows       []tableRow
	Ticks      []int // years at equal distances, the first at the left end
	At         record.Date
	Years      [2]int // of the timeline
	ShowPost   bool
	ShowHolder bool
}

// tableRow is a tenure.
type tableRow struct {
	view.Tenure
	Bar template.HTML // an SVG image, without any text from outside
}

func newTable(tenures []view.Tenure, at record.Date, posts, holders bool) table {
	return newChart(tenures, at).table(tenures, posts, holders)
}

// chart is the scale of a timeline.
type chart struct {
	first, years int // the years that it spans
	until        int // the last year about which it makes sense to ask
	at           record.Date
}

const (
	chartWidth = 1000 // of the drawing, in units of its own
	segments   = 4    // between the years that are named
)

// newChart finds the years in which tenures have days. Bounds that nothing pins down count only when
// they are near: a body that was founded in 1945 does not stretch the timeline.
func newChart(tenures []view.Tenure, at record.Date) chart {
	first, last := 0, 0
	var before, after int // years in which an edge is left open
	note := func(d record.Date, near record.Date) {
		if d.IsZero() || !near.IsZero() && (d.Year-near.Year > 2 || near.Year-d.Year > 2) {
			return
		}
		if first == 0 || d.Year < first {
			first = d.Year
		}
		last = max(last, d.Year)
	}
	for _, t := range tenures {
		b := t.Bounds
		note(b[tenure.EndOfBegin].Day, record.Date{})
		note(b[tenure.BeginOfEnd].Day, record.Date{})
		note(b[tenure.BeginOfBegin].Day, b[tenure.EndOfBegin].Day)
		note(b[tenure.EndOfEnd].Day, b[tenure.BeginOfEnd].Day)
		if known := cmp.Or(b[tenure.EndOfBegin].Day, b[tenure.BeginOfEnd].Day); b[tenure.BeginOfBegin].Day.IsZero() && (before == 0 || known.Year < before) {
			before = known.Year
		}
		if b[tenure.EndOfEnd].Day.IsZero() {
			after = max(after, cmp.Or(b[tenure.BeginOfEnd].Day, b[tenure.EndOfBegin].Day).Year)
		}
	}
	if first == 0 {
		return chart{at: at}
	}
	if !at.IsZero() && first-at.Year <= 10 && at.Year-last <= 10 { // a date far off has no mark
		note(at, record.Date{})
	}
	if first == before { // room for it
		first--
	}
	if last == after {
		last++
	}
	step := (last - first + segments) / segments
	c := chart{first: first, years: step * segments, until: first + step*segments, at: at}
	for _, t := range tenures {
		if y := t.Bounds[tenure.EndOfEnd].Day.Year; y >= c.until && y-last <= 10 {
			c.until = y + 1
		}
	}
	return c
}

func (c chart) table(tenures []view.Tenure, posts, holders bool) table {
	t := table{At: c.at, Years: [2]int{c.first, c.until}, ShowPost: posts, ShowHolder: holders}
	for i := range segments {
		if c.years > 0 {
			t.Ticks = append(t.Ticks, c.first+i*c.years/segments)
		}
	}
	for _, one := range tenures {
		t.Rows = append(t.Rows, tableRow{one, c.bar(one)})
	}
	return t
}

// x is where a day stands, from 0 to chartWidth.
func (c chart) x(d record.Date) float64 {
	year := float64(d.Year) + float64(max(d.Month, 1)-1)/12 + float64(max(d.Day, 1)-1)/372
	return min(chartWidth, max(0, (year-float64(c.first))/float64(c.years)*chartWidth))
}

// bar draws a tenure: what is certain full, what is possible pale with a broken edge, and an open end
// fading out within two years at most.
func (c chart) bar(t view.Tenure) template.HTML {
	if c.years == 0 {
		return ""
	}
	day := func(i int) record.Date { return t.Bounds[i].Day }
	fade := 2 * float64(chartWidth) / float64(c.years)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="bar" viewBox="0 0 %d 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">`, chartWidth)
	rect := func(class string, from, to float64) {
		if from, to = max(0, from), min(chartWidth, to); to-from < 3 {
			to = from + 3 // a day is seen
		}
		fmt.Fprintf(&b, `<rect class="%s" x="%.1f" y="3" width="%.1f" height="14"/>`, class, from, to-from)
	}
	from, to, sure := t.Surely()
	if !sure {
		from, to = cmp.Or(day(tenure.EndOfBegin), day(tenure.BeginOfEnd)), cmp.Or(day(tenure.BeginOfEnd), day(tenure.EndOfBegin))
		if from.Compare(to) > 0 {
			from, to = to, from
		}
	}
	if from.IsZero() {
		from, to = cmp.Or(day(tenure.BeginOfBegin), day(tenure.EndOfEnd)), cmp.Or(day(tenure.EndOfEnd), day(tenure.BeginOfBegin))
	}
	if from.IsZero() {
		return ""
	}
	left, right := c.x(from), c.x(to.Last())
	switch begin := day(tenure.BeginOfBegin); {
	case begin.IsZero():
		rect("open", left-fade, left)
	case begin.Compare(from) < 0:
		rect("maybe", c.x(begin), left)
	}
	switch end := day(tenure.EndOfEnd); {
	case end.IsZero():
		rect("open", right, right+fade)
	case end.Compare(to) > 0:
		rect("maybe", right, c.x(end.Last()))
	}
	if sure {
		rect("sure", left, right)
	} else {
		rect("maybe", left, right)
	}
	if !c.at.IsZero() && c.first <= c.at.Year && c.at.Year < c.first+c.years {
		fmt.Fprintf(&b, `<rect class="now" x="%.1f" y="0" width="3" height="20"/>`, c.x(c.at))
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}
