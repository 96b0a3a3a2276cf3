package main

import (
	"fmt"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

const (
	timelineCells = 40 // characters across
	labelCells    = 60 // characters of a label without a limit
)

// timeline draws tenures as bars under the years: █ where the post was certainly held and ░ where it was possibly
// held. The years are those of the days that are known; a time that goes on before or after them, or is open, is drawn to
// their edge. The result is "" if fewer than two tenures have a time.
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
	heading := fmt.Sprint(first)
	if last > first {
		heading = fmt.Sprintf("%-*d%d", cells-4, first, last)
	}
	b.WriteString("\n  " + heading + "\n")
	for _, s := range drawn {
		bar := []rune(strings.Repeat("·", cells))
		fill := func(from, to float64, mark rune) {
			for i := at(max(from, float64(first))); i <= at(min(to, float64(last)+0.999)); i++ {
				bar[i] = mark
			}
		}
		possible := [2]float64{float64(first), float64(last) + 0.999}
		if d := s.Bounds[tenure.BeginOfBegin].Day; !d.IsZero() {
			possible[0] = inYears(d)
		}
		if d := s.Bounds[tenure.EndOfEnd].Day; !d.IsZero() {
			possible[1] = inYears(d)
		}
		fill(possible[0], possible[1], '░')
		if from, to, ok := s.Surely(); ok {
			fill(inYears(from), inYears(to), '█')
		}
		label := []rune(s.Seat.Label)
		if len(label) > room {
			label = append(label[:room-1], '…')
		}
		fmt.Fprintf(&b, "  %s  %s\n", string(bar), string(label))
	}
	return b.String()
}

// inYears is a day as a number of years.
func inYears(d record.Date) float64 {
	return float64(d.Year) + float64(max(d.Month, 1)-1)/12 + float64(max(d.Day, 1)-1)/372
}

// years are the first and the last year that the axis needs for a tenure: the years of the days on which it was seen, and
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
