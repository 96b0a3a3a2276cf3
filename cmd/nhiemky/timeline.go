package main

import (
	"fmt"
	"strings"

	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

const (
	timelineCells = 40 // characters across
	labelCells    = 60 // characters of a label without a limit
)

// timeline draws tenures as bars under the years: █ where the post was certainly held and ░ where it was possibly
// held. An open end is drawn up to the end of the year of the last known day. The result is "" if fewer than two
// tenures have a time.
func timeline(tenures []view.Tenure, limit int) string {
	first, last := 0, 0
	var drawn []view.Tenure
	for _, s := range tenures {
		from, to := years(s)
		if from == 0 {
			continue
		}
		if first == 0 || from < first {
			first = from
		}
		last = max(last, to)
		drawn = append(drawn, s)
	}
	if len(drawn) < 2 {
		return ""
	}
	cells := min(timelineCells, (last-first+1)*4)
	at := func(years float64) int {
		return min(cells-1, int((years-float64(first))/float64(last-first+1)*float64(cells)))
	}
	room := labelCells
	if limit > 0 {
		room = max(20, limit-cells-4)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n  %-*s%d\n", cells-4, fmt.Sprint(first), last)
	for _, s := range drawn {
		bar := []rune(strings.Repeat("·", cells))
		days := [4]float64{}
		for i, bound := range s.Bounds {
			if d := bound.Day; !d.IsZero() {
				days[i] = float64(d.Year) + float64(d.Month-1)/12 + float64(d.Day-1)/372
			}
		}
		fill := func(from, to float64, mark rune) {
			for i := at(from); i <= at(to); i++ {
				bar[i] = mark
			}
		}
		from, to := years(s)
		if days[tenure.BeginOfBegin] == 0 || days[tenure.BeginOfBegin] < float64(from) {
			days[tenure.BeginOfBegin] = float64(from)
		}
		if days[tenure.EndOfEnd] == 0 || days[tenure.EndOfEnd] >= float64(to+1) {
			days[tenure.EndOfEnd] = float64(to) + 0.999
		}
		fill(days[tenure.BeginOfBegin], days[tenure.EndOfEnd], '░')
		if f, t, ok := s.Surely(); ok && !f.IsZero() && !t.IsZero() {
			fill(days[tenure.EndOfBegin], days[tenure.BeginOfEnd], '█')
		}
		label := []rune(s.Seat.Label)
		if len(label) > room {
			label = append(label[:room-1], '…')
		}
		fmt.Fprintf(&b, "  %s  %s\n", string(bar), string(label))
	}
	return b.String()
}

// years are the first and the last year in which a tenure is drawn: the years of the days on which it was seen, and
// of bounds close to them. They are 0 if it has no day.
func years(s view.Tenure) (from, to int) {
	from, to = s.Bounds[tenure.EndOfBegin].Day.Year, s.Bounds[tenure.BeginOfEnd].Day.Year
	switch {
	case from == 0 && to == 0:
		to = s.Bounds[tenure.EndOfEnd].Day.Year
		from = to
	case from == 0:
		from = to
	case to == 0:
		to = from
	}
	if first := s.Bounds[tenure.BeginOfBegin].Day.Year; first != 0 && from-first <= 1 {
		from = min(from, first)
	}
	if last := s.Bounds[tenure.EndOfEnd].Day.Year; last != 0 && last-to <= 1 {
		to = max(to, last)
	}
	return min(from, to), max(from, to)
}
