package graph

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract"
)

// A series is a run of documents that are numbered one after the other: the directives of the
// Central Committee, the decisions of the People's Committee of one district. A number in it is
// given out once in a period: a term of office for the party, a year for the state. Type, number,
// scope and period together are the identity of a document that has a code; the name and its place
// are that of one which is known by its occasion.
type series struct {
	named  bool   // number is a name: "Nghị quyết Trung ương IV khóa XII"
	kind   string // "Chỉ thị"
	number string // "5", or "22/2003" where the code has the year in it
	scope  string // "TW", "QU", "UBND", "TTg"; "" for a named one
	place  string // chain of the place, "" for a central one
}

// known reports whether the text tells which series it is.
func (s series) known() bool { return s.number != "" && (s.named || s.scope != "") }

func (s series) String() string {
	form := "code"
	if s.named {
		form = "name"
	}
	return strings.Join([]string{form, s.kind, s.number, s.scope, s.place}, "|")
}

// parseSeries reads what String wrote.
func parseSeries(text string) (series, bool) {
	f := strings.Split(text, "|")
	if len(f) != 5 {
		return series{}, false
	}
	return series{f[0] == "name", f[1], f[2], f[3], f[4]}, true
}

var (
	leadingNumber = regexp.MustCompile(`^0*(\d+)(/(?:19|20)\d\d)?(?:\D|$)`)
	anyDigit      = regexp.MustCompile(`\d`)
)

// seriesOf tells the series of a document from its code, or its name; p is the issuer's place.
func seriesOf(r extract.Reference, p extract.Place, places *gazetteer) series {
	s := series{kind: strings.ReplaceAll(r.Type, "|", " ")}
	if p.ID != "" {
		s.place = places.chain(p)
	}
	if r.Code == "" {
		name := ordinals(strings.ReplaceAll(r.Name, "|", " "))
		if name != r.Name || anyDigit.MatchString(name) || strings.Contains(name, " khóa ") {
			s.named, s.number = true, name
		}
		return s
	}
	m := leadingNumber.FindStringSubmatch(r.Code)
	if m == nil {
		return s
	}
	s.number = m[1] + m[2]
	s.scope = scope(r, p)
	if isCentralScope(s.scope) {
		s.place = ""
	}
	return s
}

// localScopes need a place to say whose documents they are.
var localScopes = []string{"TU", "QU", "HU", "ĐU", "UBND", "HĐND", "HDND"}

func isCentralScope(s string) bool { return !slices.Contains(localScopes, s) }

// scope is who numbers the document: the end of its code, or what follows from the issuer; "" when
// that is not known, or is a local body without a place.
func scope(r extract.Reference, p extract.Place) string {
	cut := strings.LastIndexAny(r.Code, "/-")
	s := ""
	if last := r.Code[cut+1:]; cut > 0 && !anyDigit.MatchString(last[:1]) {
		s = last
	}
	party := strings.Contains(r.Issuer, " ủy") && !strings.HasPrefix(r.Issuer, peoplesCommittee) || strings.Contains(r.Issuer, partyOrganization)
	switch {
	case s == "" && (r.Issuer == centralCommittee || r.Issuer == "Bộ Chính trị" || strings.HasPrefix(r.Issuer, "Ban Bí thư")):
		s = "TW"
	case s == "" && r.Issuer == "Thủ tướng Chính phủ":
		s = "TTg"
	case s == "" && r.Issuer == theGovernment:
		s = "CP"
	case s == "" && strings.HasPrefix(r.Issuer, peoplesCommittee):
		s = "UBND"
	case s == "" && strings.HasPrefix(r.Issuer, "Hội đồng nhân dân"):
		s = "HĐND"
	case s == "" && party, slices.Contains([]string{"TU", "QU", "HU", "ĐU"}, s):
		s = partyScope(p)
	case s == "" && r.Issuer != "" && !isLocal(r.Issuer):
		s = r.Issuer
	}
	if p.ID == "" && !isCentralScope(s) {
		return ""
	}
	return strings.ReplaceAll(s, "|", " ")
}

// partyScope is the end of the codes of a unit's party committee.
func partyScope(p extract.Place) string {
	switch p.Kind {
	case "quận":
		return "QU"
	case "huyện":
		return "HU"
	case "phường", "xã", "thị trấn", "đặc khu":
		return "ĐU"
	}
	return "TU"
}

// abbreviations are the types of party documents as their codes have them.
var abbreviations = map[string]string{"Nghị quyết": "NQ", "Chỉ thị": "CT", "Quy định": "QĐ", "Quyết định": "QĐ", "Kết luận": "KL",
	"Chương trình": "CTr", "Kế hoạch": "KH", "Thông báo": "TB", "Hướng dẫn": "HD", "Báo cáo": "BC", "Quy chế": "QC",
	"Công văn": "CV", "Đề án": "ĐA", "Thông tri": "TT", "Thông tư": "TT", "Tờ trình": "TTr"}

// code is the code as it should be written: "05-CT/TW" also for a bare 5 of the same series.
func (s series) code() string {
	number := s.number
	if len(number) == 1 {
		number = "0" + number
	}
	switch short := abbreviations[s.kind]; {
	case s.named:
		return s.number
	case short == "":
		return number + "/" + s.scope
	case s.isParty():
		return number + "-" + short + "/" + s.scope
	case strings.HasPrefix(s.scope, "QH") || strings.HasPrefix(s.scope, "UBTVQH") || strings.Contains(s.scope, " "):
		return number + "/" + s.scope
	default:
		return number + "/" + short + "-" + s.scope
	}
}

func (s series) isParty() bool {
	return slices.Contains([]string{"TW", "TU", "QU", "HU", "ĐU"}, s.scope)
}

// period is the time in which a number of the series is given out once, and the day falls; "" where
// the series needs none.
func (s series) period(day extract.Date) string {
	switch {
	case s.named || strings.Contains(s.number, "/") || day.IsZero():
		return ""
	case s.scope == "TW":
		return centralTerm(day)
	case s.isParty():
		return localTerm(day)
	}
	return strconv.Itoa(day.Year)
}

// congressDays are the days on which the party's congresses ended, from the
// sixth on (general knowledge; the table of congresses of the seeds has them with their sources).
var congressDays = []extract.Date{{Year: 1986, Month: 12, Day: 18}, {Year: 1991, Month: 6, Day: 27}, {Year: 1996, Month: 7, Day: 1},
	{Year: 2001, Month: 4, Day: 22}, {Year: 2006, Month: 4, Day: 25}, {Year: 2011, Month: 1, Day: 19}, {Year: 2016, Month: 1, Day: 28},
	{Year: 2021, Month: 2, Day: 1}, {Year: 2026, Month: 1, Day: 23}}

// centralTerm is the term of the Central Committee on a day: "khóa XII"; "" before the sixth.
func centralTerm(day extract.Date) string {
	for i := len(congressDays) - 1; i >= 0; i-- {
		if day.First().Compare(congressDays[i]) >= 0 {
			return "khóa " + roman(6+i)
		}
	}
	return ""
}

// localTerm is the five-year term of local party committees on a day: "2015-2020". Their congresses
// meet from spring to autumn of the year before the Central Committee's; the middle of it is taken.
func localTerm(day extract.Date) string {
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
		return strings.Replace(m[1], "khoá", "khóa", 1) + " " + roman(ordinal(m[2])) + m[3]
	})
}

// ordinal reads the number that a text begins with, in either anyDigit; 0 when there is none.
func ordinal(s string) int {
	first, _, _ := strings.Cut(s, " ")
	first = strings.Trim(first, ",.;")
	if n, err := strconv.Atoi(first); err == nil {
		return n
	}
	return fromRoman(first)
}

// plenum reads "Nghị quyết Trung ương 4 khóa XII": the fourth plenum of the twelfth term.
func plenum(name string) (number, term int, ok bool) {
	m := plenumName.FindStringSubmatch(name)
	if m == nil {
		return 0, 0, false
	}
	return ordinal(m[1]), ordinal(m[2]), true
}
