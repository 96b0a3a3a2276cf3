package statement

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Period is the time in which a number of the series is given out once, and the day falls; "" where
// the series needs none.
func (s Series) Period(day record.Date) string {
	switch {
	case s.Named || strings.Contains(s.number, "/") || day.IsZero():
		return ""
	case strings.HasSuffix(s.scope, "TW"):
		return centralTerm(day)
	case s.IsParty():
		return localTerm(day)
	}
	return strconv.Itoa(day.Year)
}

// congressDays are the days on which the party's congresses ended, from the
// sixth on (general knowledge; the table of congresses of the seeds has them with their sources).
var congressDays = []record.Date{{Year: 1986, Month: 12, Day: 18}, {Year: 1991, Month: 6, Day: 27}, {Year: 1996, Month: 7, Day: 1},
	{Year: 2001, Month: 4, Day: 22}, {Year: 2006, Month: 4, Day: 25}, {Year: 2011, Month: 1, Day: 19}, {Year: 2016, Month: 1, Day: 28},
	{Year: 2021, Month: 2, Day: 1}, {Year: 2026, Month: 1, Day: 23}}

// centralTerm is the term of the Central Committee on a day: "khóa XII"; "" before the sixth.
func centralTerm(day record.Date) string {
	for i := len(congressDays) - 1; i >= 0; i-- {
		if day.First().Compare(congressDays[i]) >= 0 {
			return "khóa " + record.Roman(6+i)
		}
	}
	return ""
}

// localTerm is the five-year term of local party committees on a day: "2015-2020". Their congresses
// meet from spring to autumn of the year before the Central Committee's; the middle of it is taken.
func localTerm(day record.Date) string {
	first := day.First()
	if first.Month < 7 {
		first.Year--
	}
	from := first.Year - first.Year%5
	return strconv.Itoa(from) + "-" + strconv.Itoa(from+5)
}

var (
	ordinalWord = regexp.MustCompile(`(khóa|khoá|lần thứ) ([IVXL]+|\d{1,2})( |,|$)`)
	plenumName  = regexp.MustCompile(`Trung ương (?:lần thứ )?(\d{1,2}|[IVXL]+),? (?:khóa|khoá) (\d{1,2}|[IVXL]+)`)
)

// ordinals writes the numbers of congresses and terms in a name one way, in Roman anyDigit.
func ordinals(name string) string {
	return ordinalWord.ReplaceAllStringFunc(name, func(s string) string {
		m := ordinalWord.FindStringSubmatch(s)
		return strings.Replace(m[1], "khoá", "khóa", 1) + " " + record.Roman(ordinal(m[2])) + m[3]
	})
}

// ordinal reads the number that a text begins with, in either anyDigit; 0 when there is none.
func ordinal(s string) int {
	first, _, _ := strings.Cut(s, " ")
	first = strings.Trim(first, ",.;")
	if n, err := strconv.Atoi(first); err == nil {
		return n
	}
	return record.FromRoman(first)
}

// plenum reads "Nghị quyết Trung ương 4 khóa XII": the fourth plenum of the twelfth term.
func plenum(name string) (number, term int, ok bool) {
	m := plenumName.FindStringSubmatch(name)
	if m == nil {
		return 0, 0, false
	}
	return ordinal(m[1]), ordinal(m[2]), true
}
