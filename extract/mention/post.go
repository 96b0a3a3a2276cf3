package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Post is a post as the text names it, with the organisation as far as the text gives it.
type Post struct {
	document.Span
	Title   *gazetteer.Title
	Name    string        // as written in records: "Phó Bí thư Thường trực"
	Org     *Org          // nil when the text leaves it out
	Status  record.Status // what a word before the title says: nguyên is former, tân starts
	Term    int           // ordinal of the term that the post is tagged with (khóa XIII), or 0
	Terms   int           // 1 when that is the only one; more for a list of terms
	Years   [2]int        // years of that term, or zeros
	near    []string      // kinds of organisation that are meant when the text names none
	Guessed bool          // its organisation is the one that the text named before
	joined  bool          // a committee that someone joins: "tham gia Ban Chấp hành"
}

// shortDeputy is the title of the deputy when the letter for one stands before the title t at token i: "P.Trưởng phòng", "P. Giám đốc"; nil
// when there is no such title.
func (p *Page) shortDeputy(t *gazetteer.Title, i int) *gazetteer.Title {
	k := i - 1
	if k > 0 && p.Toks[k].Is(".") && !p.Toks[k].Space {
		k--
	}
	if k < 0 || !p.Lists.Words.DeputyShort.Has(p.Toks[k]) || !p.Toks[k].Upper() || p.Toks[k+1].Breaks > 0 || p.Toks[i].Breaks > 0 {
		return t
	}
	words := p.Words(p.Lists.DeputyTo(t.Post))
	if d, n := p.Lists.Titles.Find(words, 0); n > 0 && n == len(words) {
		return d
	}
	return nil
}

// deputyLetter is the token of the title behind the letter for a deputy at token i: "P. Giám đốc"; 0 when none is there.
func (p *Page) deputyLetter(i, end int) int {
	if !p.Lists.Words.DeputyShort.Has(p.Toks[i]) || !p.Toks[i].Upper() {
		return 0
	}
	k := i + 1
	if p.Next(k, end, ".") {
		k++
	}
	if k >= end || p.Toks[k].Breaks > 0 || !p.Toks[k].Upper() {
		return 0
	}
	if _, n := p.Lists.Titles.Find(p.Toks[:end], k); n < 2 {
		return 0
	}
	return k
}

// readPost reads a post at token i: words before the title, the title, words after it, and the
// organisation. It gives nil when no title is there.
func (p *Page) readPost(i, end int) *Post {
	if k := p.deputyLetter(i, end); k > 0 {
		po := p.readPost(k, end)
		if po != nil {
			po.I = i
		}
		return po
	}
	if !p.Is(i, gazetteer.OfTitle|gazetteer.OfModifier) {
		return nil
	}
	j, status, before := p.readBefore(i, end)
	if j >= end || p.Masked[j] {
		return nil
	}
	t, n := p.titleAt(j, end)
	if n == 0 || !p.isTitle(j, n, end) {
		return nil
	}
	if j == i+1 && i > 0 && p.Lists.Words.Delegated.Has(p.Toks[i-1], p.Toks[i]) {
		i, before = j, nil // "thừa ủy quyền Bộ trưởng"
	}
	if i == j {
		if t = p.shortDeputy(t, i); t == nil {
			return nil
		}
	}
	po := &Post{Span: document.Span{I: i, J: j + n}, Title: t, Status: status}
	after := p.readAfter(po, end)
	po.Name = Join(append(append(before, t.Post), after...)...)
	p.readPostOrg(po, end)
	if o := po.Org; t.Family == "army" && o != nil && o.Kind != nil && o.Kind.Apart && o.Unit != nil && !o.Unit.said && o.own == "" {
		o.own, o.Unit = o.Unit.Name, nil // "Chính ủy Mặt trận Quảng Trị" is of no Mặt trận Tổ quốc
	}
	if t.Family == "head" && po.Org.Committee() && po.Org.field != "" {
		return nil // "Giám đốc Khối Khách hàng cá nhân" is none of the Đảng ủy Khối
	}
	if p.organs(po, end) || p.conference(po, end) || p.counted(po) {
		return nil
	}
	if p.ofOccasion(po, end) {
		po.Org = &Org{Span: document.Span{I: po.J, J: po.J + 2}, field: p.Text.Join(po.J, po.J+2), foreign: true}
		po.J += 2
	}
	if t.Family == "clerk" && po.Org.Branch() != "mass" && !po.Org.Side() {
		return nil
	}
	if po.Org == nil && p.Next(po.J, end, "(") { // Vụ trưởng (Bộ Ngoại giao)
		if o := p.readOrg(po.J+1, end); o != nil && p.higher(o) && p.Next(o.J, end, ")") {
			po.Org, po.J = o, o.J+1
		}
	}
	if po.Org == nil && p.Next(po.J, end, ",", "-") && p.Pair(po.J+1, end, &p.Lists.Words.InCharge) { // "Phó Trưởng ban, phụ trách Ban Nội chính"
		if o := p.readOrg(po.J+3, end); o != nil && o.Kind != nil && o.Kind.Name == t.Unit {
			po.Org, po.J = o, o.J
		}
	}
	po.J = p.absorbParents(po.Org.Place(), po.J, end)
	po.J = p.absorbBodies(po.Org, po.J, end)
	p.readTerm(po, end)
	if o := po.Org; o != nil && (o.Literal != "" || o.Named != nil) && p.Pair(po.J, end, &p.Lists.Words.TheCountry) {
		po.J += 2 // Thủ tướng Chính phủ Việt Nam
	}
	p.readBackThen(po, end)
	return po
}

// ofOccasion reports whether a post is one in a committee for one occasion, which is no body and out of scope: "Trưởng ban Tổ chức cuộc thi".
func (p *Page) ofOccasion(po *Post, end int) bool {
	w := &p.Lists.Words
	return po.Org != nil && po.Title.Unit != "" && po.J-2 > po.I && p.Toks[po.J-1].Breaks == 0 && p.Pair(po.J-2, end, &w.Organising) && p.Pair(po.J, end, &w.Occasion)
}

// counted reports whether a post is none but those of whom a share is told: "đạt 98,5% tổng số đại biểu HĐND tỉnh".
func (p *Page) counted(po *Post) bool {
	k := po.I - 1
	return po.Title.Family == "member" && k > 0 && p.Toks[k].Norm == "số" && p.Toks[k].Breaks == 0 && p.Toks[po.I].Breaks == 0 && !p.Toks[po.I].Upper()
}

// conference reports whether a post is no post but says who meets: "Hội nghị Bộ trưởng Thương mại". Of somebody who is named
// behind it, alone or behind more posts, it is a post.
func (p *Page) conference(po *Post, end int) bool {
	if po.I < 2 || !p.Lists.Words.Convened.Has(p.Toks[po.I-2], p.Toks[po.I-1]) || p.Toks[po.I].Breaks > 0 || po.Org == nil {
		return false
	}
	k := po.J
	if p.Next(k, end, ",") && k+1 < end {
		return !p.Toks[k+1].Upper() // "Tại hội nghị Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy Lê Văn Nam"
	}
	return k >= end || p.Toks[k].Kind != text.Word || !p.Toks[k].Upper() && !p.honourAt(k, end)
}

// organs reports whether a post is no post but an organ that acts together with the body behind it: "Thường vụ Đảng ủy, Bộ Tư
// lệnh Quân khu 9 tổ chức".
func (p *Page) organs(po *Post, end int) bool {
	if po.Title.Family != "member" || !p.Lists.Words.OrganBegin.Has(p.Toks[po.I]) || !p.Next(po.J, end, ",") {
		return false
	}
	k, n := p.Lists.Kinds.Find(p.Toks[:end], po.J+1)
	return n > 0 && k.Branch == "army"
}

// readBackThen reads the words behind a post that make it one of the past: "Giám đốc Sở Y tế cũ", "Giám đốc Sở Y tế tỉnh
// Hà Nam (cũ)", "Chủ tịch UBND tỉnh lúc bấy giờ", "Chủ tịch UBND tỉnh khi đó".
func (p *Page) readBackThen(po *Post, end int) {
	j, w := po.J, &p.Lists.Words
	switch {
	case po.Status != "":
		return
	case po.Org != nil && p.Next(j, end, "cũ"):
		j++
	case p.Next(j, end, "(") && p.Next(j+1, end, "cũ") && p.Next(j+2, end, ")"):
		j += 3
	case p.Pair(j, end, &w.BackThen):
		j += 2
	case p.NextIn(j, end, &w.BackThenLead) && p.Pair(j+1, end, &w.BackThen):
		j += 3
	default:
		return
	}
	po.Status, po.J = record.Former, j
}

// titleAt is the title at token j: the longest of the list, unless a body that begins within it reaches
// further: "Bí thư Trung ương Đoàn" is the Bí thư of Trung ương Đoàn.
func (p *Page) titleAt(j, end int) (*gazetteer.Title, int) {
	toks := p.Toks[:end]
	t, n := p.Lists.Titles.Find(toks, j)
	if n > 1 && !p.Toks[j].Upper() && p.Toks[j+1].Upper() {
		if _, m := p.Lists.Titles.Find(toks, j+1); m >= n {
			return nil, 0 // "về vụ Phó GĐ Sở Y tế" has no Vụ phó
		}
		if _, m := p.Lists.Named.Find(toks, j+n-1); m > 1 {
			return nil, 0 // "giám mục phó Ban Mê Thuột"
		}
	}
	for k := 1; k < n; k++ {
		short, m := p.Lists.Titles.Find(toks[:j+k], j)
		if m != k {
			continue
		}
		if _, body := p.Lists.Kinds.Find(toks, j+k); j+k+body > j+n {
			return short, m
		}
	}
	return t, n
}

// readBefore reads the words that stand before a title.
func (p *Page) readBefore(i, end int) (j int, status record.Status, keep []string) {
	for j = i; j < min(end, i+maxBefore); {
		m, n := p.Lists.Mods.Find(p.Toks[:end], j)
		if n == 0 || !m.Before {
			break
		}
		if m.Status != "" {
			status = m.Status
		}
		if m.Keep {
			keep = append(keep, m.Form)
		}
		j += n
		if j < end && p.Toks[j].Is(".") && !p.Toks[j].Space {
			j++
		}
		if j < end && p.Toks[j].Is("là") && m.Status == record.Former {
			j++
		}
	}
	return j, status, keep
}

// isTitle reports whether the words [j, j+n) are meant as a title: an abbreviation of two letters
// is one only before a body or a name, and the first words of a body are none: "Thủ tướng phủ".
func (p *Page) isTitle(j, n, end int) bool {
	if _, m := p.Lists.Orgs.Find(p.Toks[:end], j); m > n {
		return false
	}
	if last := p.Toks[j+n-1]; n > 1 && !last.Upper() && p.Lists.Words.CapitalsOnly.Has(last) {
		return false // "Trưởng ca" is no "Trưởng CA"
	}
	if n == 1 && p.Toks[j].AllUpper() && len([]rune(p.Toks[j].Norm)) <= 2 {
		k := j + 1
		if n := len(p.Items); n > 0 && (p.Items[n-1].Event != "" && p.Items[n-1].J == j || p.Items[n-1].Person != nil && p.Items[n-1].J == j-1 && p.Toks[j-1].Is("-", "–", ":", "(")) {
			return true // "được bầu làm BT", "Trần Văn A - BT"
		}
		if p.Next(k, end, ":") {
			k++ // "BT: Trần Văn A"
		}
		return k < end && p.Toks[k].Space && (p.beginsName(k, end) || p.kindAt(k, end))
	}
	return true
}

// kindAt reports whether the word for a kind of body begins at token k: "Sở", "UBND".
func (p *Page) kindAt(k, end int) bool {
	_, n := p.Lists.Kinds.Find(p.Toks[:end], k)
	return n > 0
}

// readAfter reads the words that stay with a title behind it: Thường trực, phụ trách.
func (p *Page) readAfter(po *Post, end int) (keep []string) {
	for po.J < end {
		m, n := p.Lists.Mods.Find(p.Toks[:end], po.J)
		if n == 0 && p.Toks[po.J].Is("(") { // "Phó Trưởng ban (phụ trách) Ban Tổ chức"
			if m, n = p.Lists.Mods.Find(p.Toks[:end], po.J+1); n > 0 && !m.Before && p.Next(po.J+1+n, end, ")") {
				keep = append(keep, m.Form)
				po.J += n + 2
			}
			break
		}
		if n == 0 || m.Before || p.Toks[po.J].Is("tt") && !p.kindAt(po.J+1, end) {
			break
		}
		if m.Keep && strings.HasSuffix(po.Title.Post, m.Form) || m.Task && po.Title.Family == "member" && po.J+n < end && p.Toks[po.J+n].Kind == text.Word && !p.kindAt(po.J+n, end) {
			break // "Ủy viên phụ trách xã hội"
		}
		if m.Status != "" {
			po.Status = m.Status // "Chủ tịch mới của UBND tỉnh"
		}
		keep = append(keep, m.Form)
		po.J += n
	}
	return keep
}

// joinedNamed is membership of the organisation of the centre that is named at token i, or nil for one that has no members:
// "tham gia Ban Bí thư khóa XIV".
func (p *Page) joinedNamed(i, end int) *Post {
	b, n := p.Lists.Orgs.Find(p.Toks[:end], i)
	if n == 0 || !p.Lists.Members[[2]string{gazetteer.Member, b.Name}] {
		return nil
	}
	t, _ := p.Lists.Titles.Find(p.Words(gazetteer.Member+" "+b.Name), 0)
	po := &Post{Span: document.Span{I: i, J: i + n}, Title: t, Name: gazetteer.Member, joined: true, Org: &Org{Span: document.Span{I: i, J: i + n}, Named: b}}
	p.readTerm(po, end)
	return po
}

// readMembership reads a committee that someone joins or leaves as membership of it: "tham gia Ban
// Chấp hành, Ban Thường vụ Huyện ủy" is two posts, Ủy viên and Ủy viên Ban Thường vụ.
func (p *Page) readMembership(i, end int) *Post {
	n := len(p.Items)
	if n == 0 || !p.Is(i, gazetteer.OfBody|gazetteer.OfOrganization) {
		return nil
	}
	last := p.Items[n-1]
	joined := last.Event != "" && p.Lists.Words.JoinLead.Has(p.Toks[last.J-1]) && last.J == i
	if last.Post != nil && last.Post.joined && p.joins(last.J, i) {
		joined = true
	}
	if !joined {
		return nil
	}
	k, kn := p.Lists.Kinds.Find(p.Toks[:end], i)
	if kn == 0 || k.Member == "" {
		return p.joinedNamed(i, end)
	}
	name := k.Member
	t, _ := p.Lists.Titles.Find(p.Words(name), 0)
	if t.Body != "" {
		return nil // a "Đoàn đại biểu Quốc hội"
	}
	if t.Unit == k.Name {
		name = t.Post // "Đại biểu" of a HĐND
	}
	po := &Post{Span: document.Span{I: i, J: i + kn}, Title: t, Name: name, joined: true}
	o := p.readOrg(i, end)
	switch {
	case o == nil:
	case o.Named != nil:
		po.Org, po.J = o, o.J
	case k.Board:
		if o.Parent != nil {
			po.Org = o.Parent
		}
		po.J = o.J
	default:
		po.Org, po.J = o, o.J
	}
	p.readTerm(po, end)
	return po
}

// At is the same post in the body of another unit.
func (po *Post) At(u *Unit) *Post {
	q, o := *po, *po.Org
	o.Unit, q.Org = u, &o
	return &q
}
