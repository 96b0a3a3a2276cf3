package record

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date that is known to the year, the month or the day, as EDTF level 0 writes
// it (2018, 2018-07, 2018-07-12; https://www.loc.gov/standards/datetime/). Month and Day are 0
// where they are not known. The zero Date means "not stated".
type Date struct{ Year, Month, Day int }

// ParseDate reads the EDTF form. It reports an error for a date that the calendar does not have.
func ParseDate(s string) (Date, error) {
	parts := strings.Split(s, "-")
	var d Date
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || i > 2 || n < 1 || (i == 0 && len(p) != 4) || (i > 0 && len(p) != 2) {
			return Date{}, fmt.Errorf("%q is not a date: want YYYY, YYYY-MM or YYYY-MM-DD", s)
		}
		*[]*int{&d.Year, &d.Month, &d.Day}[i] = n
	}
	if !d.Valid() {
		return Date{}, fmt.Errorf("%q is not in the calendar", s)
	}
	return d, nil
}

// dayFirst is a date as people write it in Vietnamese: 15/7/2025, 7/2025.
var dayFirst = regexp.MustCompile(`^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$`)

// ParseTyped reads a date that somebody typed: in the EDTF form, or with the day first, 15/7/2025 or 7/2025.
func ParseTyped(s string) (Date, error) {
	edtf := strings.TrimSpace(s)
	if m := dayFirst.FindStringSubmatch(edtf); m != nil {
		edtf = m[3] + "-" + fmt.Sprintf("%02s", m[2])
		if m[1] != "" {
			edtf += "-" + fmt.Sprintf("%02s", m[1])
		}
	}
	d, err := ParseDate(edtf)
	switch {
	case err == nil:
		return d, nil
	case edtf != strings.TrimSpace(s) || looksLikeDate.MatchString(edtf):
		return Date{}, fmt.Errorf("%q is not in the calendar", s)
	}
	return Date{}, fmt.Errorf("%q is not a date: want 2018, 2018-06, 2018-06-01, 6/2018 or 1/6/2018", s)
}

var looksLikeDate = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

// Valid reports whether the calendar has the date. The zero Date is not valid.
func (d Date) Valid() bool {
	switch {
	case d.Year < 1 || d.Year > 9999 || d.Month < 0 || d.Month > 12 || d.Day < 0:
		return false
	case d.Month == 0:
		return d.Day == 0
	case d.Day == 0:
		return true
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return t.Day() == d.Day
}

// IsZero reports whether nothing is stated.
func (d Date) IsZero() bool { return d == Date{} }

// String is the EDTF form, or "" for the zero Date.
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// First is the earliest day that the date can mean.
func (d Date) First() Date {
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last is the latest day that the date can mean.
func (d Date) Last() Date {
	m := d.Month
	if m == 0 {
		m = 12
	}
	if d.Day != 0 {
		return Date{d.Year, m, d.Day}
	}
	return Date{d.Year, m, time.Date(d.Year, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()}
}

// Plus is the date some days later; one that is not known to the day stays.
func (d Date) Plus(days int) Date {
	if d.Day == 0 {
		return d
	}
	t := time.Date(d.Year, time.Month(d.Month), d.Day+days, 0, 0, 0, 0, time.UTC)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// Number counts the days from 1 January 1970 to the first day that the date can mean.
func (d Date) Number() int {
	d = d.First()
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Numbered is the day of a Number.
func Numbered(days int) Date {
	t := time.Unix(int64(days)*86400, 0).UTC()
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// DaysTo counts the days from the first day that a date can mean to that of another; negative when the other is
// earlier.
func (d Date) DaysTo(o Date) int { return o.Number() - d.Number() }

// Compare orders dates by year, month and day; a part that is not known goes first.
func (d Date) Compare(o Date) int {
	for _, c := range [3]int{d.Year - o.Year, d.Month - o.Month, d.Day - o.Day} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// MarshalText gives the EDTF form; JSON objects use it.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the EDTF form; an empty text is the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	*d = v
	return err
}
