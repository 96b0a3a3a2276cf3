package statement

import (
	"regexp"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
)

// A series is a run of documents that are numbered one after the other: the directives of the
// Central Committee, the decisions of the People's Committee of one district. A number in it is
// given out once in a period: a term of office for the party, a year for the state. Type, number,
// scope and period together are the identity of a document that has a code; the name and its place
// are that of one which is known by its occasion.
type Series struct {
	Named  bool   // number is a name: "Nghị quyết Trung ương 4 khóa XII"
	Kind   string // "Chỉ thị"
	number string // "5", or "22/2003" where the code has the year in it
	short  string // the kind as the code has it: "CT"; "" in codes without
	scope  string // "TW", "QU", "UBND", "TTg"; "" for a named one
	Place  string // chain of the place, "" for a central one
}

// known reports whether the series is known.
func (s Series) known() bool { return s.number != "" && (s.Named || s.scope != "") }

func (s Series) String() string {
	form := "code"
	if s.Named {
		form = "name"
	}
	return strings.Join([]string{form, s.Kind, s.number, s.short, s.scope, s.Place}, "|")
}

// ParseSeries reads what String wrote.
func ParseSeries(text string) (Series, bool) {
	f := strings.Split(text, "|")
	if len(f) != 6 {
		return Series{}, false
	}
	return Series{f[0] == "name", f[1], f[2], f[3], f[4], f[5]}, true
}

var (
	codeForm = regexp.MustCompile(`^0*(\d+)(/(?:19|20)\d\d)?(?:[-/](.+))?$`)
	anyDigit = regexp.MustCompile(`\d`)
)

// seriesOf finds the series of a document by its code or its name; p is the issuer's place.
func seriesOf(r record.Reference, p gazetteer.Place, places *Atlas) Series {
	clean := strings.NewReplacer("|", " ").Replace
	s := Series{Kind: clean(r.Type)}
	if p.ID != "" {
		s.Place = places.Chain(p)
	}
	if r.Code == "" {
		name := ordinals(clean(r.Name))
		if name != r.Name || anyDigit.MatchString(name) || strings.Contains(name, " khóa ") {
			s.Named, s.number = true, name
		}
		return s
	}
	m := codeForm.FindStringSubmatch(clean(r.Code))
	if m == nil {
		return s
	}
	s.number = m[1] + m[2]
	if m[3] != "" {
		s.short, s.scope = splitCode(m[3])
	} else {
		s.scope = clean(scopeOf(r.Issuer, p))
		if s.IsParty() || slices.Contains([]string{"CP", "TTg", "UBND", "HĐND"}, s.scope) {
			s.short = s.usualShort()
		}
	}
	if short := s.usualShort(); slices.Contains(abbreviations[s.Kind], s.short) {
		s.short = short
	}
	switch {
	case !s.isLocal():
		s.Place = ""
	case p.ID == "":
		s.scope = "" // one of many
	}
	return s
}

// splitCode divides what stands behind the number: "CT/TW", "NQ-UBTVQH15", "QH11".
func splitCode(rest string) (short, scope string) {
	cut := strings.IndexAny(rest, "-/")
	if cut < 0 {
		return "", rest
	}
	return rest[:cut], rest[cut+1:]
}

// IsLocal reports whether bodies of many places number documents under the scope.
func (s Series) isLocal() bool {
	for _, end := range []string{"TU", "QU", "HU", "ĐU"} {
		if strings.HasSuffix(s.scope, end) {
			return true
		}
	}
	for _, part := range []string{"UBND", "HĐND", "HDND", "MTTQ"} {
		if strings.Contains(s.scope, part) {
			return true
		}
	}
	return strings.HasPrefix(s.scope, "S") // sở
}

// scopeOf is the scope that follows from the issuer of a document of which only a number is given,
// "" when none does.
func scopeOf(issuer string, p gazetteer.Place) string {
	switch {
	case issuer == "":
		return ""
	case issuer == centralCommittee, issuer == "Bộ Chính trị", strings.HasPrefix(issuer, "Ban Bí thư"):
		return "TW"
	case issuer == "Thủ tướng Chính phủ":
		return "TTg"
	case issuer == theGovernment:
		return "CP"
	case strings.HasPrefix(issuer, peoplesCommittee):
		return "UBND"
	case strings.HasPrefix(issuer, "Hội đồng nhân dân"):
		return "HĐND"
	case strings.Contains(issuer, " ủy "), strings.Contains(issuer, partyOrganization):
		return partyScope(p)
	case IsLocal(issuer):
		return ""
	}
	return issuer
}

// partyScope is the end of the codes of a unit's party committee.
func partyScope(p gazetteer.Place) string {
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

// abbreviations are the types as codes have them, the usual one first.
var abbreviations = map[string][]string{
	"Nghị quyết": {"NQ"}, "Chỉ thị": {"CT"}, "Quy định": {"QĐ", "QĐi", "QyĐ", "QĐI"}, "Quyết định": {"QĐ"}, "Kết luận": {"KL"},
	"Chương trình": {"CTr", "CT", "CTR"}, "Kế hoạch": {"KH"}, "Thông báo": {"TB"}, "Hướng dẫn": {"HD"}, "Báo cáo": {"BC"},
	"Quy chế": {"QC"}, "Công văn": {"CV"}, "Đề án": {"ĐA"}, "Thông tri": {"TT"}, "Thông tư": {"TT"}, "Tờ trình": {"TTr", "TTR"},
	"Nghị định": {"NĐ"}, "Công điện": {"CĐ"},
}

func (s Series) usualShort() string {
	if all := abbreviations[s.Kind]; len(all) > 0 {
		return all[0]
	}
	return ""
}

// CodeSegments is the code as it should be written: "05-CT/TW" also for a bare 5 of the same series.
func (s Series) Code() string {
	number := s.number
	if len(number) == 1 {
		number = "0" + number
	}
	switch {
	case s.Named:
		return s.number
	case s.short == "":
		return number + "/" + s.scope
	case s.IsParty():
		return number + "-" + s.short + "/" + s.scope
	}
	return number + "/" + s.short + "-" + s.scope
}

// IsParty reports whether it is numbered by a party committee, or a board of one.
func (s Series) IsParty() bool {
	return strings.HasSuffix(s.scope, "TW") || s.isLocal() && (strings.HasSuffix(s.scope, "TU") ||
		strings.HasSuffix(s.scope, "QU") || strings.HasSuffix(s.scope, "HU") || strings.HasSuffix(s.scope, "ĐU"))
}
