package dating

import (
	"regexp"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
)

// The forms of a day in an address or a name.
var (
	digits  = regexp.MustCompile(`\d+`)
	folders = regexp.MustCompile(`/(\d{4})/(\d{2})(?:/(\d{2}))?/`)           // "/2020/06/09/", "/2020/06/"
	dashed  = regexp.MustCompile(`(\d+)([-_.])(\d{2})([-_.])(\d{2})`)        // "2020-06-09", "2020_06_09"
	archive = regexp.MustCompile(`^.*[/=](?i:https?(?::/|%3a%2f)(?:/|%2f))`) // an address in that of an archive, whose time is that of the visit
	scheme  = regexp.MustCompile(`^(?i:https?:)?//`)
	numeral = regexp.MustCompile(`:\d+$`) // the line of a file
)

// firstSite is the year from which news stands on the web.
const firstSite = 1995

// InName is the day that an address or the name of a document has in it: in its folders, "/2020/06/09/", or as the time
// at which a site made it, "…-20200609101500123.htm", "2020-06-09-dai-hoi.txt". Of a name that is no address the last
// part counts, and folders. The day is sure where it has a time of day, signs between its parts or a folder of its own;
// else, "tin-20200609.htm", it may as well be a number that counts, and is worth something only where the text agrees.
// Names with two days have none.
func InName(name string) (day record.Date, sure bool) {
	name, _, _ = strings.Cut(archive.ReplaceAllString(strings.ReplaceAll(name, `\`, "/"), ""), "?")
	name = numeral.ReplaceAllString(scheme.ReplaceAllString(name, ""), "")
	if m := folders.FindStringSubmatch(name); m != nil {
		if d, ok := site(m[1], m[2], m[3]); ok {
			return d, true
		}
	}
	folder, last := "", name
	if i := strings.LastIndexByte(strings.TrimSuffix(name, "/"), '/'); i >= 0 {
		folder, last = name[:i+1], name[i+1:]
	}
	var found days
	for _, at := range dashed.FindAllStringSubmatchIndex(last, -1) {
		part := func(n int) string { return last[at[2*n]:at[2*n+1]] }
		d, ok := site(part(1), part(3), part(5))
		if ok && len(part(1)) == 4 && part(2) == part(4) && (at[1] == len(last) || last[at[1]] < '0' || last[at[1]] > '9') {
			found.add(d, true)
		}
	}
	for _, at := range digits.FindAllStringIndex(last, -1) {
		if alone(last, at[0], at[1]) {
			if d, timed := stamp(last[at[0]:at[1]]); !d.IsZero() {
				found.add(d, timed)
			}
		}
	}
	for _, part := range strings.Split(folder, "/") {
		if d, _ := stamp(part); !d.IsZero() && len(part) == len("20200609") {
			found.add(d, true)
		}
	}
	if found.several {
		return record.Date{}, false
	}
	return found.day, found.sure
}

// days are the days of a name; sure ones go before others.
type days struct {
	day           record.Date
	sure, several bool
}

func (f *days) add(d record.Date, sure bool) {
	switch {
	case f.day.IsZero(), sure && !f.sure:
		*f = days{day: d, sure: sure}
	case sure == f.sure && d != f.day:
		f.several = true
	}
}

// alone reports whether no letter stands beside the digits name[i:j]: those of "3fb20200609a" are part of a key.
func alone(name string, i, j int) bool {
	letter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	return (i == 0 || !letter(name[i-1])) && (j == len(name) || !letter(name[j]))
}

// stamp reads digits as a day, perhaps with a time of day and what counts behind it: "20200609", "202006091015",
// "20200609101500123". It reports whether the time is there.
func stamp(s string) (d record.Date, timed bool) {
	if len(s) < len("20200609") || len(s) > len("202006091015001234") {
		return d, false
	}
	d, ok := site(s[:4], s[4:6], s[6:8])
	if !ok || len(s) < len("202006091015") {
		return d, false
	}
	if s[8:10] > "23" || s[10:12] > "59" || len(s) >= len("20200609101500") && s[12:14] > "59" {
		return record.Date{}, false
	}
	return d, true
}

// site is a day on which a site can have made a page.
func site(year, month, day string) (record.Date, bool) {
	d, ok := civil(year, month, day)
	if !ok || d.Year < firstSite {
		return record.Date{}, false
	}
	return d, true
}
