package tenure

import (
	"github.com/nhiemky/nhiemky/extract/record"
)

// day counts days from the first of January 1970. Two values stand for "no bound".
type day int32

const (
	noBegin day = -1 << 31
	noEnd   day = 1<<31 - 1
)

// window is a run of days, both ends within; something happened on one of them.
type window struct{ from, to day }

var anyDay = window{noBegin, noEnd}

// windowOf are the days that a date can mean.
func windowOf(d record.Date) window {
	if d.IsZero() {
		return anyDay
	}
	return window{dayOf(d.First()), dayOf(d.Last())}
}

func dayOf(d record.Date) day {
	return day(d.Number())
}

// date is the zero Date for a day that is no bound.
func (d day) date() record.Date {
	if d == noBegin || d == noEnd {
		return record.Date{}
	}
	return record.Numbered(int(d))
}

// fromOf and toOf are the ends of a span as days.
func fromOf(s Span) day { return windowOf(s.From).from }

func toOf(s Span) day { return windowOf(s.To).to }

// and are the days of both windows; without any when from > to.
func (w window) and(o window) window { return window{max(w.from, o.from), min(w.to, o.to)} }

// gap is the number of days between two windows, 0 when they touch.
func (w window) gap(o window) day {
	switch {
	case w.from > o.to:
		return w.from - o.to
	case o.from > w.to:
		return o.from - w.to
	}
	return 0
}

// hull are the days from the first of two windows to the last.
func (w window) hull(o window) window { return window{min(w.from, o.from), max(w.to, o.to)} }
