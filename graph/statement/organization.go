package statement

import (
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"
)

// Names of central organisations that the hierarchy hangs on.
const (
	theParty          = "Đảng Cộng sản Việt Nam"
	centralCommittee  = "Ban Chấp hành Trung ương Đảng"
	theGovernment     = "Chính phủ"
	theState          = "nước" // of the Chủ tịch nước
	peoplesCommittee  = "Ủy ban nhân dân"
	partyOrganization = "Đảng bộ"
)

// localWords are in the names of bodies that every province, district or commune has; centralWords
// are in those of bodies that the country has once.
var (
	localWords = []string{"quận ủy", "huyện ủy", "thị ủy", "thành ủy", "tỉnh ủy", "đảng ủy", "đảng bộ", "chi bộ",
		"ủy ban nhân dân", "hội đồng nhân dân", "sở", "phòng", "công an", "mặt trận tổ quốc", "phụ nữ", "thanh niên",
		"liên đoàn lao động", "nông dân", "cựu chiến binh", "tòa án", "viện kiểm sát", "ban chỉ huy quân sự",
		"thanh tra", "văn phòng", "ban tổ chức", "ban tuyên giáo", "ban dân vận", "ban nội chính", "ủy ban kiểm tra"}
	centralWords = []string{"trung ương", "việt nam", "quốc hội", "chính phủ", "nhà nước", "tối cao", "toàn quốc"}
)

// IsLocal reports whether bodies of several places may have a name.
func IsLocal(name string) bool {
	if strings.HasPrefix(name, "Bộ ") || strings.Contains(name, " Bộ ") {
		return false
	}
	padded := " " + strings.ToLower(name) + " "
	has := func(word string) bool { return strings.Contains(padded, " "+word+" ") }
	return slices.ContainsFunc(localWords, has) && !slices.ContainsFunc(centralWords, has)
}

// committee is the name of the party committee of a unit: "Quận ủy Ba Đình", "Đảng ủy phường Ngọc Thụy".
func committee(p gazetteer.Place) string {
	switch {
	case strings.HasPrefix(p.Kind, "thành phố"):
		return "Thành ủy " + p.Name
	case p.Kind == "tỉnh":
		return "Tỉnh ủy " + p.Name
	case p.Kind == "quận":
		return "Quận ủy " + p.Name
	case p.Kind == "huyện":
		return "Huyện ủy " + p.Name
	case p.Kind == "thị xã":
		return "Thị ủy " + p.Name
	}
	return "Đảng ủy " + unitName(p)
}

// superior is the organisation directly above, according to the constitution and the party's statutes; "" if they do
// not say, or if the name is not the usual one.
func superior(name string, p gazetteer.Place, places *Atlas) (above, place string) {
	switch name {
	case "Bộ Chính trị", "Ban Bí thư", "Ban Bí thư Trung ương", "Ban Bí thư Trung ương Đảng", "Ủy ban Kiểm tra Trung ương":
		return centralCommittee, ""
	case centralCommittee:
		return theParty, ""
	}
	if p.ID == "" {
		return "", ""
	}
	parent, inside := places.List.Place(p.Parent)
	pick := func(local, central string) (string, string) {
		if inside {
			return local, parent.ID
		}
		return central, ""
	}
	switch name {
	case committee(p):
		return pick(committee(parent), centralCommittee)
	case partyOrganization + " " + unitName(p):
		return pick(partyOrganization+" "+unitName(parent), theParty)
	case peoplesCommittee + " " + unitName(p):
		return pick(peoplesCommittee+" "+unitName(parent), theGovernment)
	}
	return "", ""
}

// elects is the name of the committee that a congress of a party organisation elects, or "".
func elects(body string, p gazetteer.Place) string {
	switch {
	case body == theParty:
		return centralCommittee
	case p.ID != "" && body == partyOrganization+" "+unitName(p):
		return committee(p)
	case strings.HasPrefix(body, partyOrganization+" "):
		return "Đảng ủy" + strings.TrimPrefix(body, partyOrganization)
	}
	return ""
}

// joinName joins a title and its organisation as they are usually written: words that end the title and begin the
// organisation stand once, so "Trưởng ban" and "Ban Tổ chức" make "Trưởng Ban Tổ chức".
func joinName(title, org string) string {
	if org == "" {
		return title
	}
	t, o := strings.Fields(title), strings.Fields(org)
	for n := min(len(t)-1, len(o)); n > 0; n-- {
		if strings.EqualFold(strings.Join(t[len(t)-n:], " "), strings.Join(o[:n], " ")) {
			return strings.Join(append(t[:len(t)-n:len(t)-n], o...), " ")
		}
	}
	return title + " " + org
}

// spoken are the ways in which a post is named: in full, said once, and "Thành ủy viên Hà Nội" for
// a member of Thành ủy Hà Nội.
func spoken(title, org string) []string {
	out := []string{joinName(title, org), strings.TrimSpace(title + " " + org)}
	if field, found := strings.CutPrefix(org, "Bộ "); found && strings.HasSuffix(title, "trưởng") {
		out = append(out, title+" "+field) // "Bộ trưởng Y tế"
	}
	if words := strings.Fields(org); title == "Ủy viên" && len(words) > 1 && words[1] == "ủy" {
		out = append(out, strings.Join(append([]string{words[0], "ủy", "viên"}, words[2:]...), " "))
	}
	return out
}
