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

// readPost reads a post at token i: words before the title, the title, words after it, and the
// organisation. It gives nil when no title is there.
func (p *Page) readPost(i, end int) *Post {
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
	po := &Post{Span: document.Span{I: i, J: j + n}, Title: t, Status: status}
	after := p.readAfter(po, end)
	po.Name = Join(append(append(before, t.Post), after...)...)
	p.readPostOrg(po, end)
	if t.Family == "head" && po.Org.Committee() && po.Org.field != "" {
		return nil // "Giám đốc Khối Khách hàng cá nhân" is none of the Đảng ủy Khối
	}
	if p.organs(po, end) {
		return nil
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
// is one only before a body or a name.
func (p *Page) isTitle(j, n, end int) bool {
	if n == 1 && p.Toks[j].AllUpper() && len([]rune(p.Toks[j].Norm)) <= 2 {
		k := j + 1
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
		if n == 0 || m.Before || p.Toks[po.J].Is("tt") && !p.kindAt(po.J+1, end) {
			break
		}
		if m.Keep && strings.HasSuffix(po.Title.Post, m.Form) {
			break
		}
		if m.Status != "" {
			po.Status = m.Status // "Chủ tịch mới của UBND tỉnh"
		}
		keep = append(keep, m.Form)
		po.J += n
	}
	return keep
}

// readPostOrg reads the organisation behind the title, as the title asks.
func (p *Page) readPostOrg(po *Post, end int) {
	t, j := po.Title, po.J
	switch {
	case t.Family == "envoy":
		p.readMission(po, end)
		return
	case t.Body != "":
		p.readFixed(po, end)
		return
	case t.Unit != "":
		p.readUnitBody(po, end)
		return
	}
	if j < end && (p.Lists.Words.OfBody.Has(p.Toks[j]) || p.Toks[j].Is("-")) && !p.Toks[j].Is("-") {
		j++
	}
	if o := p.readOrg(j, end); o != nil {
		po.Org, po.J = o, o.J
		return
	}
	if o := p.armyBehindComma(po, end); o != nil {
		po.Org, po.J = o, o.J
		return
	}
	if o := p.outsideAt(j, end); o != nil {
		po.Org, po.J = o, o.J
		return
	}
	if k, n := p.Lists.Kinds.Find(p.Toks[:end], j); n > 0 && p.Toks[j].Upper() {
		po.near, po.J = []string{k.Name}, j+n // "Phó Giám đốc Sở này"
		return
	}
	po.near = t.Near
	if p.readPlaceOnly(po, j, end); po.Org == nil {
		p.readShaped(po, j, end)
	}
}

// readShaped reads a body of a kind that no list has, by its shape: a word with a capital letter that is no name, small
// words and others with capitals: "Chủ tịch Ủy hội Kiến thiết Tây Nguyên". Such a body is doubtful.
func (p *Page) readShaped(po *Post, j, end int) {
	if j+1 >= end || po.Title.Family == "staff" || po.Title.Family == "foreign" || !p.shapedHead(j, end) {
		return
	}
	n := p.freeField(j, end)
	capitals := 0
	for k := j; k < j+n; k++ {
		if p.Toks[k].Upper() {
			capitals++
		}
	}
	if n < 3 || capitals < 2 {
		return
	}
	o := &Org{Span: document.Span{I: j, J: j + n}, field: p.Text.Join(j, j+n), Shaped: true}
	if u := p.ReadUnit(o.J, end); u != nil && u.Name != "" {
		o.Unit, o.J = u, u.J
	} else if o.J < end {
		if u := p.readBareProvince(o.J, end); u != nil {
			o.Unit, o.J = u, u.J
		}
	}
	po.Org, po.J = o, o.J
}

// shapedHead reports whether the words at token j may begin a body of an unknown kind: the first has a capital letter and
// is neither a given name nor a surname, a place nor a country, the second is small and no verb.
func (p *Page) shapedHead(j, end int) bool {
	t := p.Toks[j]
	if !t.Upper() || t.AllUpperOrSingle() || t.Breaks > 0 || p.Lists.Given[t.Fold] || p.Lists.Particle[t.Fold] || p.startsTerm(j, end) {
		return false
	}
	_, surname := p.Lists.Surnames.Find(p.Toks[:end], j)
	_, place := p.Lists.Named.Find(p.Toks[:end], j)
	_, country := p.Lists.Foreign.Find(p.Toks[:end], j)
	return surname == 0 && place == 0 && country == 0 && p.compound(j+1, end)
}

// armyBehindComma reads the unit of the army that a comma parts from its officer's title: "Tham mưu trưởng, Quân khu 1".
func (p *Page) armyBehindComma(po *Post, end int) *Org {
	if po.Title.Family != "army" || !p.Next(po.J, end, ",") {
		return nil
	}
	if o := p.readOrg(po.J+1, end); o != nil && o.Branch() == "army" && !o.Generic() {
		return o
	}
	return nil
}

// readFixed sets the one organisation of a title such as Thủ tướng; with a country behind it the
// title is of that country.
func (p *Page) readFixed(po *Post, end int) {
	po.Org = &Org{Span: document.Span{I: po.J, J: po.J}, Literal: po.Title.Body}
	if p.Toks[po.J-1].Is("đảng") && p.Pair(po.J, end, &p.Lists.Words.Communist) {
		po.J = min(end, po.J+4) // Đảng Cộng sản Việt Nam
	}
	if po.J < end && p.Toks[po.J].Upper() {
		if _, n := p.Lists.Foreign.Find(p.Toks[:end], po.J); n > 0 && !p.beginsName(po.J, end) {
			po.Org.foreign, po.J = true, po.J+n
			return
		}
		if o := p.readOrg(po.J, end); o != nil && o.Named != nil && o.Name() == po.Title.Body {
			po.J = o.J
		}
	}
}

// readUnitBody reads the body of a title that names its kind: "Trưởng phòng Nội vụ", "Chánh Văn
// phòng Tỉnh ủy", "Cục trưởng Cục Thuế".
func (p *Page) readUnitBody(po *Post, end int) {
	kind := p.Lists.KindOf[po.Title.Unit]
	j := po.J
	first := j - text.Count(kind.Name)
	if k, n := p.Lists.Kinds.Find(p.Toks[:end], max(0, first)); n > 1 && strings.HasPrefix(k.Name, kind.Name+" ") {
		if o := p.readOrg(first, end); o != nil { // "Trưởng Ban Quản lý …", "Chánh Văn phòng HĐND và UBND …"
			po.Org, po.J = o, o.J
			return
		}
	}
	if o := p.readOrg(j, end); o != nil && strings.HasPrefix(o.Head(), kind.Name) {
		po.Org, po.J = o, o.J
		return
	}
	if j < end && p.Lists.Words.OfBody.Has(p.Toks[j]) {
		j++
		if o := p.wholeOf(kind, j, end); o != nil {
			po.Org, po.J = o, o.J
			return
		}
	}
	if k, n := p.Lists.Kinds.Find(p.Toks[:end], j); n > 0 && k == kind {
		j += n // "Viện trưởng Viện quy hoạch"
	}
	o := &Org{Span: document.Span{I: j, J: j}, Kind: kind, titled: true}
	if kind.Ministry {
		p.readMinistry(po, o, end)
		return
	}
	p.trunk(o, end)
	if o.field == "" && o.Parent == nil && !o.central && o.Unit == nil && o.own == "" && o.Bare == "" || o.J == j && kind.Field {
		if !kind.Place || kind.Field {
			return
		}
	}
	po.Org = o
	if o.J > j {
		po.J = o.J
	}
}

// wholeOf is the body that a part of it without a name is said to be of, behind "của": "Trưởng phòng của Trung tâm Phát
// triển quỹ đất" is of the Trung tâm; "Chánh Văn phòng của Tỉnh ủy" is of its Văn phòng.
func (p *Page) wholeOf(kind *gazetteer.BodyKind, j, end int) *Org {
	if !kind.Field || kind.Fieldless || kind.Ministry {
		return nil
	}
	o := p.readOrg(j, end)
	if o == nil || o.Kind == nil || o.Kind == kind || o.Generic() || o.Kind.Place && !o.Kind.Field {
		return nil
	}
	return o
}

// Head is the first words of an organisation's name.
func (o *Org) Head() string {
	if o.Named != nil {
		return o.Named.Name
	}
	if o.Kind != nil {
		return o.Kind.Name
	}
	return o.Literal
}

// readMinistry reads "Bộ trưởng Y tế", "Thứ trưởng Công an".
func (p *Page) readMinistry(po *Post, o *Org, end int) {
	f, n := p.Lists.Fields.Find(p.Toks[:end], o.J)
	if n == 0 {
		return
	}
	toks := p.Words(gazetteer.Ministry + " " + f)
	if b, m := p.Lists.Orgs.Find(toks, 0); m == len(toks) {
		o.Named = b
	}
	o.field, po.J = f, o.J+n
	po.Org = o
	if _, m := p.Lists.Foreign.Find(p.Toks[:end], po.J); m > 0 && p.Toks[po.J].Upper() && !p.beginsName(po.J, end) {
		o.foreign, po.J = true, po.J+m
	}
}

// readPlaceOnly reads a place where the text leaves the body out: the Chủ tịch of a district is
// that of its people's committee, the Bí thư of a province that of its Party committee.
func (p *Page) readPlaceOnly(po *Post, j, end int) {
	if j >= end || (po.Title.Family != "chair" && po.Title.Family != "party") {
		return
	}
	u := p.ReadUnit(j, end)
	if u == nil {
		if u = p.readBareProvince(j, end); u != nil && p.beginsName(j, end) {
			u = nil
		}
	}
	if u == nil {
		if _, n := p.Lists.Foreign.Find(p.Toks[:end], j); n > 0 && p.Toks[j].Upper() && !p.beginsName(j, end) {
			po.Org = &Org{Span: document.Span{I: j, J: j + n}, foreign: true}
			po.J = j + n
		}
		return
	}
	kind := gazetteer.PeoplesCommittee
	if po.Title.Family == "party" {
		kind = CommitteeOf[u.Kind]
		if kind == "" {
			kind = gazetteer.PartyCommittee
		}
	}
	o := &Org{Span: document.Span{I: j, J: j}, Kind: p.Lists.KindOf[kind], implied: true}
	p.setUnit(o, u)
	po.Org, po.J = o, o.J
}

// readMission reads where an envoy of Việt Nam is sent to. An envoy of another country is foreign.
func (p *Page) readMission(po *Post, end int) {
	toks := p.Toks[:end]
	o := &Org{Span: document.Span{I: po.J, J: po.J}}
	j := po.J
	if o2 := p.readOrg(j, end); o2 != nil && o2.Kind != nil && o2.Kind.Abroad {
		j = o2.J
	}
	if j < end && toks[j].Is("nước") {
		j++
	}
	home := false
	for j < end && (p.Lists.Words.StateName.Has(toks[j])) {
		home = true
		j++
	}
	if !home && j < end {
		if _, n := p.Lists.Foreign.Find(toks, j); n > 0 && toks[j].Upper() {
			o.foreign = true
			po.Org, po.J = o, j+n
			return
		}
	}
	if n := p.seat(j, end); n > 0 {
		o.Literal = "nước Cộng hòa xã hội chủ nghĩa Việt Nam " + p.Text.Join(j, j+n)
		po.Org, po.J = o, j+n
		return
	}
	if home {
		o.Literal = "nước Cộng hòa xã hội chủ nghĩa Việt Nam"
		po.Org, po.J = o, j
	}
}

// seat counts the tokens of "tại New Zealand", "bên cạnh Liên Hợp Quốc tại New York".
func (p *Page) seat(j, end int) int {
	n := 0
	for j+n < end {
		k := j + n
		t := p.Toks[k]
		switch {
		case p.Lists.Words.MissionAt.Has(t) || t.Is("bên") && k+1 < end && p.Toks[k+1].Is("cạnh"):
		case n > 1 && p.fullNameAt(k, end):
			return n // "Đại sứ Việt Nam tại Hàn Quốc Nguyễn Văn A"
		case n > 0 && t.Upper() && t.Kind == text.Word && !p.startsTerm(k, end):
			n += p.hyphened(k+1, end) // "Xin-ga-po"
		case n > 0 && p.Lists.Words.StateNoun.Has(t) && !t.Upper():
		default:
			return n
		}
		n++
	}
	return n
}

// hyphened counts the tokens of the syllables in small letters that hyphens join to the word before token j: "-ga-po".
func (p *Page) hyphened(j, end int) int {
	n := 0
	for j+n+1 < end && p.Toks[j+n].Is("-") && !p.Toks[j+n].Space && p.Toks[j+n+1].Kind == text.Word && !p.Toks[j+n+1].Space && !p.Toks[j+n+1].Upper() {
		n += 2
	}
	return n
}

// readTerm reads the term a post is tagged with and what stands behind it: "khóa XIII, nhiệm kỳ
// 2011-2016 tỉnh Ninh Bình".
func (p *Page) readTerm(po *Post, end int) {
	j := po.J
	if po.Org.Name() == gazetteer.Assembly && p.Pair(j, end, &p.Lists.Words.TheCountry) {
		j += 2 // "đại biểu Quốc hội Việt Nam khóa XIV"
	}
	for j < end {
		n, ordinal, years := p.termAt(j, end)
		if n == 0 {
			break
		}
		if ordinal > 0 {
			more := p.moreOrdinalTokens(j+n, end)
			if more > 0 { // "khóa XIV, XV": the last counts
				last, _ := p.OrdinalAt(j+n+more-1, end)
				ordinal = max(ordinal, last)
			}
			po.Terms += 1 + more
			po.Term = ordinal
			n += more
		}
		if years[0] > 0 {
			po.Years = years
		}
		j += n
	}
	if j == po.J {
		return
	}
	if po.Org != nil && po.Org.Kind != nil && po.Org.Kind.Place && po.Org.Unit == nil && po.Org.Parent == nil {
		k := j
		if k < end && p.Toks[k].Is(",", "của") {
			k++
		}
		if u := p.ReadUnit(k, end); u != nil {
			p.setUnit(po.Org, u)
			po.J = u.J
			return
		}
	}
	po.J = j
}

// moreOrdinalTokens counts the tokens of further ordinals of a list: "khóa VII, VIII và IX".
func (p *Page) moreOrdinalTokens(j, end int) int {
	n := 0
	for j+n+1 < end && p.Toks[j+n].Is(",", ";", "và", "-") {
		_, m := p.OrdinalAt(j+n+1, end)
		if m == 0 || record.FromRoman(p.Toks[j+n+1].Norm) == 0 {
			break
		}
		n += 1 + m
	}
	return n
}

// termAt reads "khóa XIII", "(khóa 14)", ", nhiệm kỳ 2016-2021" at token j.
func (p *Page) termAt(j, end int) (n, ordinal int, years [2]int) {
	k := j
	bracket := p.Toks[k].Is("(")
	if p.Toks[k].Is(",", "(", ":") {
		k++
	}
	if p.Next(k, end, "các") && p.NextIn(k+1, end, &p.Lists.Words.TermBegin) {
		k++ // "đại biểu Quốc hội các khóa XI, XII"
	}
	if k+1 >= end {
		return 0, 0, years
	}
	switch {
	case p.Toks[k].Is("khóa"):
		v, m := p.OrdinalAt(k+1, end)
		if m == 0 {
			return 0, 0, years
		}
		k, ordinal = k+1+m, v
	case p.Lists.Words.Term.Has(p.Toks[k], p.Toks[k+1]):
		y, m := p.yearsAt(k+2, end)
		if m == 0 {
			return 0, 0, years
		}
		k, years = k+2+m, y
		for p.Next(k, end, ",", ";", "và") { // "các nhiệm kỳ 2005 - 2010, 2010 - 2015": the last counts
			if y, m = p.yearsAt(k+1, end); m == 0 {
				break
			}
			k, years = k+1+m, [2]int{years[0], max(years[1], y[1])}
		}
	default:
		return 0, 0, years
	}
	if bracket && k < end && p.Toks[k].Is(")") {
		k++
	}
	return k - j, ordinal, years
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
