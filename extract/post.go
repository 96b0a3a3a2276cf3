package extract

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/text"
)

// post is a post as the text names it, with the organisation as far as the text gives it.
type post struct {
	span
	title   *title
	name    string   // as written in records: "Phó Bí thư Thường trực"
	org     *org     // nil when the text leaves it out
	status  Status   // what a word before the title says: nguyên is former, tân starts
	term    int      // ordinal of the term that the post is tagged with (khóa XIII), or 0
	terms   int      // 1 when that is the only one; more for a list of terms
	years   [2]int   // years of that term, or zeros
	near    []string // kinds of organisation that are meant when the text names none
	guessed bool     // its organisation is the one that the text named before
	joined  bool     // a committee that someone joins: "tham gia Ban Chấp hành"
}

// readPost reads a post at token i: words before the title, the title, words after it, and the
// organisation. It gives nil when no title is there.
func (p *page) readPost(i, end int) *post {
	if !p.is(i, ofTitle|ofModifier) {
		return nil
	}
	j, status, before := p.readBefore(i, end)
	if j >= end || p.masked[j] {
		return nil
	}
	t, n := p.titleAt(j, end)
	if n == 0 || !p.isTitle(j, n, end) {
		return nil
	}
	po := &post{span: span{i, j + n}, title: t, status: status}
	after := p.readAfter(po, end)
	po.name = join(append(append(before, t.post), after...)...)
	p.readPostOrg(po, end)
	if po.org == nil && p.next(po.j, end, "(") { // Vụ trưởng (Bộ Ngoại giao)
		if o := p.readOrg(po.j+1, end); o != nil && p.higher(o) && p.next(o.j, end, ")") {
			po.org, po.j = o, o.j+1
		}
	}
	po.j = p.absorbParents(po.org.place(), po.j, end)
	po.j = p.absorbBodies(po.org, po.j, end)
	p.readTerm(po, end)
	if o := po.org; o != nil && (o.literal != "" || o.named != nil) && p.next(po.j, end, "việt") && p.next(po.j+1, end, "nam") {
		po.j += 2 // Thủ tướng Chính phủ Việt Nam
	}
	if po.org != nil && po.status == "" && p.next(po.j, end, "cũ") { // "Giám đốc Sở Y tế cũ"
		po.status, po.j = Former, po.j+1
	}
	return po
}

// titleAt is the title at token j: the longest of the list, unless a body that begins within it reaches
// further: "Bí thư Trung ương Đoàn" is the Bí thư of Trung ương Đoàn.
func (p *page) titleAt(j, end int) (*title, int) {
	toks := p.toks[:end]
	t, n := p.lists.titles.find(toks, j)
	for k := 1; k < n; k++ {
		short, m := p.lists.titles.find(toks[:j+k], j)
		if m != k {
			continue
		}
		if _, body := p.lists.kinds.find(toks, j+k); j+k+body > j+n {
			return short, m
		}
	}
	return t, n
}

// readBefore reads the words that stand before a title.
func (p *page) readBefore(i, end int) (j int, status Status, keep []string) {
	for j = i; j < end; {
		m, n := p.lists.mods.find(p.toks[:end], j)
		if n == 0 || !m.before {
			break
		}
		if m.status != "" {
			status = m.status
		}
		if m.keep {
			keep = append(keep, m.form)
		}
		j += n
		if j < end && p.toks[j].Is(".") && !p.toks[j].Space {
			j++
		}
		if j < end && p.toks[j].Is("là") && m.status == Former {
			j++
		}
	}
	return j, status, keep
}

// isTitle reports whether the words [j, j+n) are meant as a title: an abbreviation of two letters
// is one only before a body or a name.
func (p *page) isTitle(j, n, end int) bool {
	if n == 1 && p.toks[j].AllUpper() && len([]rune(p.toks[j].Norm)) <= 2 {
		k := j + 1
		return k < end && p.toks[k].Space && (p.beginsName(k, end) || p.kindAt(k, end))
	}
	return true
}

func (p *page) kindAt(k, end int) bool {
	_, n := p.lists.kinds.find(p.toks[:end], k)
	return n > 0
}

// readAfter reads the words that stay with a title behind it: Thường trực, phụ trách.
func (p *page) readAfter(po *post, end int) (keep []string) {
	for po.j < end {
		m, n := p.lists.mods.find(p.toks[:end], po.j)
		if n == 0 || m.before || p.toks[po.j].Is("tt") && !p.kindAt(po.j+1, end) {
			break
		}
		if m.keep && strings.HasSuffix(po.title.post, m.form) {
			break
		}
		keep = append(keep, m.form)
		po.j += n
	}
	return keep
}

// readPostOrg reads the organisation behind the title, as the title asks.
func (p *page) readPostOrg(po *post, end int) {
	t, j := po.title, po.j
	switch {
	case t.family == "envoy":
		p.readMission(po, end)
		return
	case t.body != "":
		p.readFixed(po, end)
		return
	case t.unit != "":
		p.readUnitBody(po, end)
		return
	}
	if j < end && p.toks[j].Is("của", "thuộc", "-") && !p.toks[j].Is("-") {
		j++
	}
	if o := p.readOrg(j, end); o != nil {
		po.org, po.j = o, o.j
		return
	}
	if o := p.armyBehindComma(po, end); o != nil {
		po.org, po.j = o, o.j
		return
	}
	if k, n := p.lists.kinds.find(p.toks[:end], j); n > 0 && p.toks[j].Upper() {
		po.near, po.j = []string{k.name}, j+n // "Phó Giám đốc Sở này"
		return
	}
	po.near = t.near
	if p.readPlaceOnly(po, j, end); po.org == nil {
		p.readShaped(po, j, end)
	}
}

// readShaped reads a body of a kind that no list has, by its shape: a word with a capital letter that is no name, small
// words and others with capitals: "Chủ tịch Ủy hội Kiến thiết Tây Nguyên". Such a body is doubtful.
func (p *page) readShaped(po *post, j, end int) {
	if j+1 >= end || po.title.family == "staff" || po.title.family == "foreign" || !p.shapedHead(j, end) {
		return
	}
	n := p.freeField(j, end)
	capitals := 0
	for k := j; k < j+n; k++ {
		if p.toks[k].Upper() {
			capitals++
		}
	}
	if n < 3 || capitals < 2 {
		return
	}
	o := &org{span: span{j, j + n}, field: p.text.Join(j, j+n), shaped: true}
	if u := p.readUnit(o.j, end); u != nil && u.name != "" {
		o.unit, o.j = u, u.j
	} else if o.j < end {
		if u := p.readBareProvince(o.j, end); u != nil {
			o.unit, o.j = u, u.j
		}
	}
	po.org, po.j = o, o.j
}

// shapedHead reports whether the words at token j may begin a body of an unknown kind: the first has a capital letter and
// is neither a given name nor a surname, a place nor a country, the second is small and no verb.
func (p *page) shapedHead(j, end int) bool {
	t := p.toks[j]
	if !t.Upper() || t.AllUpperOrSingle() || t.Breaks > 0 || p.lists.given[t.Fold] || p.lists.particle[t.Fold] || p.startsTerm(j, end) {
		return false
	}
	_, surname := p.lists.surnames.find(p.toks[:end], j)
	_, place := p.lists.named.find(p.toks[:end], j)
	_, country := p.lists.foreign.find(p.toks[:end], j)
	return surname == 0 && place == 0 && country == 0 && p.compound(j+1, end)
}

// armyBehindComma reads the unit of the army that a comma parts from its officer's title: "Tham mưu trưởng, Quân khu 1".
func (p *page) armyBehindComma(po *post, end int) *org {
	if po.title.family != "army" || !p.next(po.j, end, ",") {
		return nil
	}
	if o := p.readOrg(po.j+1, end); o != nil && o.branch() == "army" && !o.generic() {
		return o
	}
	return nil
}

// readFixed sets the one organisation of a title such as Thủ tướng; with a country behind it the
// title is of that country.
func (p *page) readFixed(po *post, end int) {
	po.org = &org{span: span{po.j, po.j}, literal: po.title.body}
	if p.toks[po.j-1].Is("đảng") && p.next(po.j, end, "cộng") && p.next(po.j+1, end, "sản") {
		po.j = min(end, po.j+4) // Đảng Cộng sản Việt Nam
	}
	if po.j < end && p.toks[po.j].Upper() {
		if _, n := p.lists.foreign.find(p.toks[:end], po.j); n > 0 && !p.beginsName(po.j, end) {
			po.org.foreign, po.j = true, po.j+n
			return
		}
		if o := p.readOrg(po.j, end); o != nil && o.named != nil && o.name() == po.title.body {
			po.j = o.j
		}
	}
}

// readUnitBody reads the body of a title that names its kind: "Trưởng phòng Nội vụ", "Chánh Văn
// phòng Tỉnh ủy", "Cục trưởng Cục Thuế".
func (p *page) readUnitBody(po *post, end int) {
	kind := p.lists.kindOf[po.title.unit]
	j := po.j
	first := j - text.Count(kind.name)
	if k, n := p.lists.kinds.find(p.toks[:end], max(0, first)); n > 1 && strings.HasPrefix(k.name, kind.name+" ") {
		if o := p.readOrg(first, end); o != nil { // "Trưởng Ban Quản lý …", "Chánh Văn phòng HĐND và UBND …"
			po.org, po.j = o, o.j
			return
		}
	}
	if o := p.readOrg(j, end); o != nil && strings.HasPrefix(o.head(), kind.name) {
		po.org, po.j = o, o.j
		return
	}
	if j < end && p.toks[j].Is("của", "thuộc") {
		j++
	}
	if k, n := p.lists.kinds.find(p.toks[:end], j); n > 0 && k == kind {
		j += n // "Viện trưởng Viện quy hoạch"
	}
	o := &org{span: span{j, j}, kind: kind, titled: true}
	if kind.name == "Bộ" {
		p.readMinistry(po, o, end)
		return
	}
	p.trunk(o, end)
	if o.field == "" && o.parent == nil && !o.central && o.unit == nil && o.own == "" && o.bare == "" || o.j == j && kind.field {
		if !kind.place || kind.field {
			return
		}
	}
	po.org = o
	if o.j > j {
		po.j = o.j
	}
}

// head is the first words of an organisation's name.
func (o *org) head() string {
	if o.named != nil {
		return o.named.name
	}
	if o.kind != nil {
		return o.kind.name
	}
	return o.literal
}

// readMinistry reads "Bộ trưởng Y tế", "Thứ trưởng Công an".
func (p *page) readMinistry(po *post, o *org, end int) {
	f, n := p.lists.fields.find(p.toks[:end], o.j)
	if n == 0 {
		return
	}
	toks := p.words("Bộ " + f)
	if b, m := p.lists.orgs.find(toks, 0); m == len(toks) {
		o.named = b
	}
	o.field, po.j = f, o.j+n
	po.org = o
	if _, m := p.lists.foreign.find(p.toks[:end], po.j); m > 0 && p.toks[po.j].Upper() && !p.beginsName(po.j, end) {
		o.foreign, po.j = true, po.j+m
	}
}

// readPlaceOnly reads a place where the text leaves the body out: the Chủ tịch of a district is
// that of its people's committee, the Bí thư of a province that of its Party committee.
func (p *page) readPlaceOnly(po *post, j, end int) {
	if j >= end || (po.title.family != "chair" && po.title.family != "party") {
		return
	}
	u := p.readUnit(j, end)
	if u == nil {
		if u = p.readBareProvince(j, end); u != nil && p.beginsName(j, end) {
			u = nil
		}
	}
	if u == nil {
		if _, n := p.lists.foreign.find(p.toks[:end], j); n > 0 && p.toks[j].Upper() && !p.beginsName(j, end) {
			po.org = &org{span: span{j, j + n}, foreign: true}
			po.j = j + n
		}
		return
	}
	kind := "Ủy ban nhân dân"
	if po.title.family == "party" {
		kind = committeeOf[u.kind]
		if kind == "" {
			kind = "Đảng ủy"
		}
	}
	o := &org{span: span{j, j}, kind: p.lists.kindOf[kind], implied: true}
	p.setUnit(o, u)
	po.org, po.j = o, o.j
}

// readMission reads where an envoy of Việt Nam is sent to. An envoy of another country is foreign.
func (p *page) readMission(po *post, end int) {
	toks := p.toks[:end]
	o := &org{span: span{po.j, po.j}}
	j := po.j
	if o2 := p.readOrg(j, end); o2 != nil && o2.kind != nil && o2.kind.abroad {
		j = o2.j
	}
	if j < end && toks[j].Is("nước") {
		j++
	}
	home := false
	for j < end && (toks[j].Is("chxhcn", "việt", "nam", "cộng", "hòa", "xã", "hội", "chủ", "nghĩa")) {
		home = true
		j++
	}
	if !home && j < end {
		if _, n := p.lists.foreign.find(toks, j); n > 0 && toks[j].Upper() {
			o.foreign = true
			po.org, po.j = o, j+n
			return
		}
	}
	if n := p.seat(j, end); n > 0 {
		o.literal = "nước Cộng hòa xã hội chủ nghĩa Việt Nam " + p.text.Join(j, j+n)
		po.org, po.j = o, j+n
		return
	}
	if home {
		o.literal = "nước Cộng hòa xã hội chủ nghĩa Việt Nam"
		po.org, po.j = o, j
	}
}

// seat counts the tokens of "tại New Zealand", "bên cạnh Liên Hợp Quốc tại New York".
func (p *page) seat(j, end int) int {
	n := 0
	for j+n < end {
		k := j + n
		t := p.toks[k]
		switch {
		case t.Is("tại", "cạnh") || t.Is("bên") && k+1 < end && p.toks[k+1].Is("cạnh"):
		case n > 1 && p.fullNameAt(k, end):
			return n // "Đại sứ Việt Nam tại Hàn Quốc Nguyễn Văn A"
		case n > 0 && t.Upper() && t.Kind == text.Word && !p.startsTerm(k, end):
		case n > 0 && t.Is("hòa", "quốc", "bang", "hợp", "hồi", "giáo", "chủ", "nghĩa", "dân", "độc", "lập") && !t.Upper():
		default:
			return n
		}
		n++
	}
	return n
}

// readTerm reads the term a post is tagged with and what stands behind it: "khóa XIII, nhiệm kỳ
// 2011-2016 tỉnh Ninh Bình".
func (p *page) readTerm(po *post, end int) {
	j := po.j
	if po.org.name() == assembly && p.next(j, end, "việt") && p.next(j+1, end, "nam") {
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
				last, _ := p.ordinalAt(j+n+more-1, end)
				ordinal = max(ordinal, last)
			}
			po.terms += 1 + more
			po.term = ordinal
			n += more
		}
		if years[0] > 0 {
			po.years = years
		}
		j += n
	}
	if j == po.j {
		return
	}
	if po.org != nil && po.org.kind != nil && po.org.kind.place && po.org.unit == nil && po.org.parent == nil {
		k := j
		if k < end && p.toks[k].Is(",", "của") {
			k++
		}
		if u := p.readUnit(k, end); u != nil {
			p.setUnit(po.org, u)
			po.j = u.j
			return
		}
	}
	po.j = j
}

// moreOrdinalTokens counts the tokens of further ordinals of a list: "khóa VII, VIII và IX".
func (p *page) moreOrdinalTokens(j, end int) int {
	n := 0
	for j+n+1 < end && p.toks[j+n].Is(",", ";", "và", "-") {
		_, m := p.ordinalAt(j+n+1, end)
		if m == 0 || FromRoman(p.toks[j+n+1].Norm) == 0 {
			break
		}
		n += 1 + m
	}
	return n
}

// termAt reads "khóa XIII", "(khóa 14)", ", nhiệm kỳ 2016-2021" at token j.
func (p *page) termAt(j, end int) (n, ordinal int, years [2]int) {
	k := j
	bracket := p.toks[k].Is("(")
	if p.toks[k].Is(",", "(", ":") {
		k++
	}
	if p.next(k, end, "các") && p.next(k+1, end, "khóa", "nhiệm") {
		k++ // "đại biểu Quốc hội các khóa XI, XII"
	}
	if k+1 >= end {
		return 0, 0, years
	}
	switch {
	case p.toks[k].Is("khóa"):
		v, m := p.ordinalAt(k+1, end)
		if m == 0 {
			return 0, 0, years
		}
		k, ordinal = k+1+m, v
	case p.toks[k].Is("nhiệm") && p.toks[k+1].Is("kỳ"):
		y, m := p.yearsAt(k+2, end)
		if m == 0 {
			return 0, 0, years
		}
		k, years = k+2+m, y
		for p.next(k, end, ",", ";", "và") { // "các nhiệm kỳ 2005 - 2010, 2010 - 2015": the last counts
			if y, m = p.yearsAt(k+1, end); m == 0 {
				break
			}
			k, years = k+1+m, [2]int{years[0], max(years[1], y[1])}
		}
	default:
		return 0, 0, years
	}
	if bracket && k < end && p.toks[k].Is(")") {
		k++
	}
	return k - j, ordinal, years
}

// joinedNamed is membership of the organisation of the centre that is named at token i, or nil for one that has no members:
// "tham gia Ban Bí thư khóa XIV".
func (p *page) joinedNamed(i, end int) *post {
	b, n := p.lists.orgs.find(p.toks[:end], i)
	if n == 0 || !p.lists.members[[2]string{"Ủy viên", b.name}] {
		return nil
	}
	t, _ := p.lists.titles.find(p.words("Ủy viên "+b.name), 0)
	po := &post{span: span{i, i + n}, title: t, name: "Ủy viên", joined: true, org: &org{span: span{i, i + n}, named: b}}
	p.readTerm(po, end)
	return po
}

// readMembership reads a committee that someone joins or leaves as membership of it: "tham gia Ban
// Chấp hành, Ban Thường vụ Huyện ủy" is two posts, Ủy viên and Ủy viên Ban Thường vụ.
func (p *page) readMembership(i, end int) *post {
	n := len(p.items)
	if n == 0 || !p.is(i, ofBody|ofOrganization) {
		return nil
	}
	last := p.items[n-1]
	joined := last.event != "" && p.toks[last.j-1].Is("gia", "vào") && last.j == i
	if last.post != nil && last.post.joined && p.joins(last.j, i) {
		joined = true
	}
	if !joined {
		return nil
	}
	k, kn := p.lists.kinds.find(p.toks[:end], i)
	if kn == 0 || k.member == "" {
		return p.joinedNamed(i, end)
	}
	name := k.member
	t, _ := p.lists.titles.find(p.words(name), 0)
	po := &post{span: span{i, i + kn}, title: t, name: name, joined: true}
	o := p.readOrg(i, end)
	switch {
	case o == nil:
	case o.named != nil:
		po.org, po.j = o, o.j
	case k.board:
		if o.parent != nil {
			po.org = o.parent
		}
		po.j = o.j
	default:
		po.org, po.j = o, o.j
	}
	p.readTerm(po, end)
	return po
}

// at is the same post in the body of another unit.
func (po *post) at(u *unit) *post {
	q, o := *po, *po.org
	o.unit, q.org = u, &o
	return &q
}
