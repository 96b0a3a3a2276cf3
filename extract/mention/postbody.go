package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

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
	if n := p.seatElsewhere(po.J, end); n > 0 {
		po.Org.foreign, po.J = true, po.J+n
		return
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

// seatElsewhere is the number of tokens at j that say that a title is of a seat in another body, "của Việt Nam tại" in "Thống đốc của Việt
// Nam tại Quỹ Á - Âu"; else 0.
func (p *Page) seatElsewhere(j, end int) int {
	k := j
	if p.Next(k, end, "của") {
		k++
	}
	if p.Pair(k, end, &p.Lists.Words.TheCountry) {
		k += 2
	}
	if k == j || !p.Next(k, end, "tại") || k+1 >= end || !p.Toks[k+1].Upper() {
		return 0
	}
	return k + 1 - j
}

// readUnitBody reads the body of a title that names its kind: "Trưởng phòng Nội vụ", "Chánh Văn
// phòng Tỉnh ủy", "Cục trưởng Cục Thuế".
func (p *Page) readUnitBody(po *Post, end int) {
	kind := p.Lists.KindOf[po.Title.Unit]
	j := po.J
	if p.Pair(j, end, &p.Lists.Words.ThroughTime) {
		return // "CỤC TRƯỞNG QUA CÁC THỜI KỲ"
	}
	first := j - text.Count(kind.Name)
	defer p.readLonger(po, kind, first, end)
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
	if o.field == "" && o.own == "" && o.Parent != nil && kind.Any && !kind.Fieldless && p.higher(o.Parent) {
		po.Org = o.Parent // "Vụ trưởng Ban Thống nhất Trung ương": which Vụ it is is not told
	}
}

// readLonger gives a post the organisation of the centre whose name the title begins, when it is longer than what was read:
// "Trưởng ban Văn hóa Văn nghệ Trung ương".
func (p *Page) readLonger(po *Post, kind *gazetteer.BodyKind, first, end int) {
	b, n := p.Lists.Orgs.Find(p.Toks[:end], max(0, first))
	if n > 0 && first+n > po.J && strings.HasPrefix(b.Name, kind.Name+" ") && p.wholeName(first, first+n, end) {
		po.Org, po.J = &Org{Span: document.Span{I: first, J: first + n}, Named: b}, first+n
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
	if n == 0 || p.Lists.Words.Managing.Has(p.Toks[o.J]) { // "CÁC ĐƠN VỊ GIÚP BỘ TRƯỞNG QUẢN LÝ NHÀ NƯỚC"
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
