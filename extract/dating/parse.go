package dating

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/extract/record"
)

// vietnam is the time zone of the newspapers: 18:00 UTC is already the next day there.
var vietnam = time.FixedZone("+07", 7*60*60)

// The forms of a date on pages and in data. The day comes before the month, as Viet Nam writes it.
var (
	yearFirst  = regexp.MustCompile(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)`)
	dayFirst   = regexp.MustCompile(`\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})\b`)
	monthFirst = regexp.MustCompile(`(?i)^(\d{1,2})/(\d{1,2})/(\d{4}),? \d{1,2}:\d{2}(?::\d{2})? ?[AP]M$`) // a clock of 12 hours goes with it
	inWords    = regexp.MustCompile(`(?i)\bngày (\d{1,2}) tháng (\d{1,2}),? năm (\d{4})\b`)
	monthWord  = regexp.MustCompile(`(?i)\b(\d{1,2}) tháng (\d{1,2}),? (\d{4})\b`)
	unixTime   = regexp.MustCompile(`^\d{10}(\d{3})?$`)
	compact    = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	monthYear  = regexp.MustCompile(`^(?i:tháng )?(\d{1,2})[-/](\d{4})$`)
)

// The layouts of a moment, and of a day with the name of its month.
var (
	moments  = []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05 -0700", time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC}
	dayNames = []string{"January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006"}
)

// Parse reads the day from a date as metadata and data write it, or the month where that is all: "2018-07-12 09:30:00",
// "Thứ năm, 12/7/2018, 09:30 (GMT+7)", "20180712", "7/2018". It reports whether there is one.
func Parse(text string) (record.Date, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > 200 {
		return record.Date{}, false
	}
	for _, layout := range moments {
		if t, err := time.Parse(layout, text); err == nil {
			return dateOf(t)
		}
	}
	if unixTime.MatchString(text) {
		seconds, _ := strconv.ParseInt(text[:10], 10, 64)
		return dateOf(time.Unix(seconds, 0))
	}
	if m := monthFirst.FindStringSubmatch(text); m != nil {
		if d, ok := civil(m[3], m[1], m[2]); ok { // else "13/7/2018 8:00 AM"
			return d, true
		}
	}
	for _, form := range []*regexp.Regexp{yearFirst, compact} {
		if m := form.FindStringSubmatch(text); m != nil {
			return civil(m[1], m[2], m[3])
		}
	}
	for _, form := range []*regexp.Regexp{dayFirst, inWords, monthWord} {
		if m := form.FindStringSubmatch(text); m != nil {
			return civil(m[3], m[2], m[1])
		}
	}
	for _, layout := range dayNames {
		if t, err := time.Parse(layout, text); err == nil {
			return civil(strconv.Itoa(t.Year()), strconv.Itoa(int(t.Month())), strconv.Itoa(t.Day()))
		}
	}
	if m := yearMonth.FindStringSubmatch(text); m != nil {
		return civil(m[1], m[2], "")
	}
	if m := monthYear.FindStringSubmatch(text); m != nil {
		return civil(m[2], m[1], "")
	}
	return record.Date{}, false
}

// dateOf is the day of a moment in Viet Nam.
func dateOf(t time.Time) (record.Date, bool) {
	y, m, d := t.In(vietnam).Date()
	return valid(record.Date{Year: y, Month: int(m), Day: d})
}

// civil is the day that three numbers name, or the month where there is no day.
func civil(year, month, day string) (record.Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if day != "" && d == 0 || m == 0 {
		return record.Date{}, false
	}
	return valid(record.Date{Year: y, Month: m, Day: d})
}

// valid refuses impossible days, and years in which no page was published, such as that of a zero clock.
func valid(d record.Date) (record.Date, bool) {
	zeroClock := d.Year <= 1970 && d.Month == 1 && d.Day <= 1
	if !d.Valid() || zeroClock || d.Year < 1925 || d.Year > 2100 {
		return record.Date{}, false
	}
	return d, true
}
