package mention

import (
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Person is someone whom the document names, by all their mentions.
type Person struct {
	Name string // the fullest form
}

// Mention is one place where a person is named.
type Mention struct {
	document.Span     // of the name alone
	Head          int // first token of the words before it: ranks, forms of address
	name          string
	Short         bool // less than a full name: after a form of address only
	Address       bool // a form of address or a rank stands before it
	Plural        bool // "các ông" stands before it
	alias         bool // another name of the person before: "bí danh …"
	Who           *Person

	syllables int // of a name with signs within it
}

// beginsName reports whether a full name may begin at token i: a surname, then at least one more
// capitalised word, and not the name of a place that is meant as such.
func (p *Page) beginsName(i, end int) bool {
	n, _ := p.nameLength(i, end)
	return n >= 2
}

// fullNameAt reports whether a name of three or more words begins at token i.
func (p *Page) fullNameAt(i, end int) bool {
	n, _ := p.nameLength(i, end)
	return n >= 3
}

// nameLength gives the number of tokens of the name at token i, by surname and shape, and whether
// the surname is one that is an everyday word too.
func (p *Page) nameLength(i, end int) (n int, rare bool) {
	if i >= end || !p.NameWord(i) {
		return 0, false
	}
	if i > 1 && p.Toks[i-1].Is("-") && p.Toks[i-2].Kind == text.Number && p.Lists.Words.PeriodNow.Has(p.Toks[i]) {
		return 0, false // "18/5/2025 - Nay Đại tá …"
	}
	k, sn := p.Lists.Surnames.Find(p.Toks[:end], i)
	if sn == 0 && !p.middleNameFollows(i, end) || p.insideCapitals(i) {
		return 0, false
	}
	if k.Rare && p.Toks[i].AllUpper() && !p.headed(i) {
		return 0, false // CÔNG BỐ THỦ TỤC
	}
	if w, m := p.Lists.Things.Find(p.Toks[:end], i); m > 0 && w == "name" {
		return 0, false
	}
	n = p.nameRun(i, end)
	if n < 2 || p.dateWordEnds(i+n, end) || p.placeMeant(i, n, end) || n == 2 && p.bodyMeant(i, end) {
		return 0, false
	}
	if _, m := p.Lists.Units.Find(p.Toks[:end], i); m > 1 && m < n {
		return 0, false // a unit in capitals: "THÀNH PHỐ ĐÀ NẴNG"
	}
	if _, m := p.Lists.Foreign.Find(p.Toks[:end], i); m >= n || m > 1 && n-m >= 2 && p.SurnameAt(i+m, end) {
		return 0, false // Hà Lan, Thái Lan, perhaps with a name behind it
	}
	if _, m := p.Lists.Named.Find(p.Toks[:end], i); m >= n && n == 2 && !p.Given(i+1) {
		return 0, false // a place: Hà Nội, Cao Bằng
	}
	if ids, m := p.Lists.Named.Find(p.Toks[:end], i); m > 1 && p.province(ids) && (m >= n && n <= 3 || n > m && p.beginsName(i+m, end)) {
		return 0, false // a province, perhaps with a name behind it
	}
	if p.twoPlaces(i, n) {
		return 0, false
	}
	return n, k.Rare
}

// partOfPlace reports whether the word at token i, a letter or a kind of body, stands before the name of a province and begins
// no name of a person: the "Y Hà Nội" of "Trường Đại học Y Hà Nội", "Đoàn Hà Nội".
func (p *Page) partOfPlace(i, n, end int) bool {
	ids, m := p.Lists.Named.Find(p.Toks[:end], i+1)
	if m != n-1 || m < 2 || !p.province(ids) {
		return false
	}
	_, kind := p.Lists.Kinds.Find(p.Toks[:end], i)
	return kind == 1 || utf8.RuneCountInString(p.Toks[i].Norm) == 1
}

// dateWordEnds reports whether the word before token j leads to the number behind it: "TỪ NĂM 1947".
func (p *Page) dateWordEnds(j, end int) bool {
	return j < end && p.Toks[j].Kind == text.Number && p.Lists.Words.DateWord.Has(p.Toks[j-1])
}

// bodyMeant reports whether the two words at token i begin a body and no name: the "Ty Nông" of "Ty Nông nghiệp", the "Đoàn
// Khối" of "Đoàn Khối các cơ quan".
func (p *Page) bodyMeant(i, end int) bool {
	if _, n := p.Lists.Fields.Find(p.Toks[:end], i); n == 2 && !p.headed(i) {
		return true // "Viện Khảo cứu Nông Lâm"
	}
	if k, n := p.Lists.Kinds.Find(p.Toks[:end], i); n != 1 || !k.Field {
		return false
	}
	if _, n := p.Lists.Kinds.Find(p.Toks[:end], i+1); n > 0 {
		return true
	}
	_, n := p.Lists.Fields.Find(p.Toks[:end], i+1)
	return n > 1 && !p.Toks[i+2].Upper()
}

// twoPlaces reports whether the n words at token i are the name of a place and that of its province: "Hạ Long Quảng Ninh".
func (p *Page) twoPlaces(i, n int) bool {
	_, m := p.Lists.Named.Find(p.Toks[:i+n], i)
	if m < 2 || n-m < 2 {
		return false
	}
	ids, rest := p.Lists.Named.Find(p.Toks[:i+n], i+m)
	return rest == n-m && p.province(ids)
}

// middleNameFollows reports whether "Thị" or "Văn" and a further word of a name stand behind token i, so that it is a
// surname, be it in the list or not: "Hảng Thị Ly". A word that begins a place, a body, a title or a sentence is none.
func (p *Page) middleNameFollows(i, end int) bool {
	if i+2 >= end || !p.Lists.Words.MiddleName.Has(p.Toks[i+1]) || !p.Toks[i+1].Upper() || !p.Toks[i+1].Space || p.Toks[i+1].Breaks > 0 {
		return false
	}
	if !p.NameWord(i+2) || !p.Toks[i+2].Space || p.Lists.Particle[p.Toks[i].Fold] || p.startsTerm(i, end) || p.kindAt(i, end) {
		return false
	}
	if _, n := p.Lists.Things.Find(p.Toks[:end], i); n > 0 {
		return false
	}
	if _, n := p.Lists.Things.Find(p.Toks[:end], i+1); n > 1 { // "Làng Văn hóa"
		return false
	}
	if _, n := p.Lists.Named.Find(p.Toks[:end], i+1); n > 1 && !p.Given(i+2) {
		return false
	}
	return p.Toks[i+1].Is("thị") || p.Given(i+2) && !p.fieldFollows(i+1, end)
}

// fieldFollows reports whether a field of work of two words begins at token i: the Văn Hóa of "Nhà Văn Hóa".
func (p *Page) fieldFollows(i, end int) bool {
	_, n := p.Lists.Fields.Find(p.Toks[:end], i)
	return n > 1
}

// headed reports whether an item, a form of address or a title ends before token i.
func (p *Page) headed(i int) bool {
	if n := len(p.Items); n > 0 && p.Items[n-1].J == i && p.Items[n-1].Post != nil {
		return true
	}
	return i > 0 && p.EndsHonour(i)
}

// barePlace reports whether the two words at token i are the name of a place and nothing says that a person is meant:
// Lý Nhân and Quảng Lợi are.
func (p *Page) barePlace(i, n, end int) bool {
	if len(p.Items) > 0 && p.Items[len(p.Items)-1].Post != nil && p.Items[len(p.Items)-1].J == i {
		last := p.Items[len(p.Items)-1]
		if o := last.Post.Org; o == nil || o.Bare == "" || !p.holderBefore(last.I) {
			return false // "giữ chức Bí thư Đảng ủy An Ngãi" has the place, and whoever holds it stands before
		}
	}
	_, m := p.Lists.Named.Find(p.Toks[:end], i)
	return n == 2 && m >= n
}

// placeMeant reports whether the n words at token i are the name of a place and stand where one is
// meant: "quê Văn Lâm", "ở Cao Lãnh".
func (p *Page) placeMeant(i, n, end int) bool {
	if i == 0 || !p.Lists.Words.BeforePlace.Has(p.Toks[i-1]) {
		return false
	}
	_, m := p.Lists.Named.Find(p.Toks[:end], i)
	return m >= n
}

// insideCapitals reports whether token i stands within words set in capitals that are no title or
// form of address: the TRÌNH of QUÁ TRÌNH CÔNG TÁC begins no name.
func (p *Page) insideCapitals(i int) bool {
	if i == 0 || !p.inCapitals(i-1, i) || p.Toks[i].Breaks > 0 {
		return false
	}
	if n := len(p.Items); n > 0 && p.Items[n-1].J == i && p.Items[n-1].Unit == nil {
		return false
	}
	return !p.EndsHonour(i)
}

// province reports whether one of the places is a province.
func (p *Page) province(ids []int) bool {
	for _, id := range ids {
		if p.Lists.PlaceList[id].ID[0] == 'P' {
			return true
		}
	}
	return false
}

// inRow reports whether token i stands in a row of a table.
func (p *Page) inRow(i int) bool {
	return p.Toks[p.Sentences[p.SentOf[i]].I].Is("|")
}

// capitalised reports whether words that are no name when written small, "cách mạng", are written as the rest of a
// name behind a surname: "Huỳnh Cách Mạng".
func (p *Page) capitalised(k, end int) bool {
	return k+1 < end && p.Toks[k+1].Upper() && !p.Toks[k].AllUpper() && p.SurnameAt(k-1, end) && !p.Lists.Words.OfficeWord.Has(p.Toks[k])
}

// noName reports whether words that are no name begin at token k.
func (p *Page) noName(k, end int) bool {
	w, m := p.Lists.Things.Find(p.Toks[:end], k)
	return m > 1 && w == "name"
}

// lastSyllable reports whether a word for a unit or a body is the end of a name: a person called Huyện, since no
// name of a place follows, or one called Sở: "Bùi Nhân Sở, Bí thư", "Bùi Nhân Sở được bầu".
func (p *Page) lastSyllable(k, end int) bool {
	if p.Lists.Words.BodyOpener.Has(p.Toks[k]) && !p.Toks[k].AllUpper() {
		return k+1 >= end || p.Toks[k+1].Kind == text.Punct || p.actAt(k+1, end)
	}
	_, n := p.Lists.Units.Find(p.Toks[:end], k)
	return n == 1 && !p.Toks[k].AllUpper() && (k+1 >= end || !p.Toks[k+1].Upper() && p.Toks[k+1].Kind != text.Number)
}

// inCapitals reports whether two words are set in capital letters.
func (p *Page) inCapitals(i, k int) bool { return p.Toks[i].AllUpper() && p.Toks[k].AllUpper() }

// startsTitle reports whether a title of two or more words begins at token k.
func (p *Page) startsTitle(k, end int) bool {
	_, n := p.Lists.Titles.Find(p.Toks[:end], k)
	return n > 1
}

// forms are the words before a name: forms of address, ranks, academic titles.
type forms struct {
	j                      int // token behind them
	address, plural, alias bool
	rank                   bool // the last of them is a rank
}

// maxBefore is the number of tokens that the words before a name or a title have at most.
const maxBefore = 32

// readForms reads the words before a name at token i: "các đồng chí: Đại tá, PGS.TS".
func (p *Page) readForms(i, end int) forms {
	f := forms{j: i}
	for f.j < min(end, i+maxBefore) && !p.Masked[f.j] {
		h, n := p.Lists.Honours.Find(p.Toks[:end], f.j)
		if n == 0 || n == 1 && (f.j > i || p.Given(i) && p.nameRun(i+1, end) == 2) && p.surnameLike(f.j, end) {
			break
		}
		f.plural = f.plural || h.Kind == "plural"
		f.alias = f.alias || h.Kind == "alias"
		f.address = f.address || h.Kind == "address" || h.Kind == "rank" || f.plural
		f.rank = h.Kind == "rank"
		f.j += n
		for f.j+1 < end && p.joinsForms(f.j, f.plural, end) && !(h.Kind == "address" && p.Toks[f.j].Is(",")) { // "quân hàm cấp tướng, Đại tá …"
			f.j++
		}
	}
	return f
}

// surnameLike reports whether the form of address at token i, behind another or one that is a given name too, is a surname, as the
// middle name behind it tells: "Bà Ông Thị Trâm", "Tướng Thị Khiếu".
func (p *Page) surnameLike(i, end int) bool {
	if i+2 >= end || !p.Toks[i].Upper() || !p.Toks[i+1].Upper() || !p.Lists.Words.MiddleName.Has(p.Toks[i+1]) || !p.Toks[i+2].Upper() {
		return false
	}
	_, n := p.Lists.Surnames.Find(p.Toks[:end], i)
	return n > 0
}

// joinsForms reports whether the sign at token j stands between two forms of address, or between one and the name.
func (p *Page) joinsForms(j int, plural bool, end int) bool {
	switch {
	case p.Toks[j].Is("."):
		return !p.Toks[j].Space
	case p.Toks[j].Is(":"):
		return plural || p.honourAt(j+1, end)
	}
	return p.Toks[j].Is(",", "-") && p.honourAt(j+1, end)
}

// readPerson reads a person at token i: forms of address, ranks and academic titles, then a name;
// or a full name alone.
func (p *Page) readPerson(i, end int) *Mention {
	if !p.Is(i, gazetteer.OfHonour|gazetteer.OfSurname) && (i+1 >= end || !p.Lists.Words.MiddleName.Has(p.Toks[i+1])) {
		return nil
	}
	f := p.readForms(i, end)
	if f.j >= end || !p.NameWord(f.j) {
		return nil
	}
	m := p.readFullName(i, f.j, end)
	if m == nil && f.address {
		m = p.readShortName(f, end)
	}
	if m != nil {
		m.Head, m.alias, m.Plural = i, f.alias, f.plural
		m.Address = f.j > i && !f.alias
	}
	return m
}

// readFullName reads a name of a surname and more at token j, before which forms of address begin at token i.
func (p *Page) readFullName(i, j, end int) *Mention {
	if m := p.readSpelledName(j, end); m != nil && (j > i || m.syllables > 2) {
		return m
	}
	n, rare := p.nameLength(j, end)
	if j == i && (p.insideThing(i) || rare && p.isThing(i)) {
		return nil
	}
	if n < 2 || j == i && (p.barePlace(j, n, end) || p.partOfPlace(j, n, end) || (rare || i > 0 && p.Toks[i-1].Is("\"")) && n < 3 || p.afterThing(i)) {
		return nil
	}
	m := p.plainMention(j, n)
	m.Short = p.Toks[j].Is("thị")
	return m
}

// readShortName reads what follows a form of address as a name, whatever it is: "ông Nam", "đồng chí Bling Mia".
func (p *Page) readShortName(f forms, end int) *Mention {
	j := f.j
	if w, m := p.Lists.Things.Find(p.Toks[:end], j); m > 0 && w == "name" {
		return nil // "Thiếu tướng Quân đội"
	}
	if _, m := p.Lists.Named.Find(p.Toks[:end], max(0, j-1)); j > 0 && m > 1 && p.Toks[j-1].Upper() && p.Sentences[p.SentOf[j-1]].I < j-1 {
		return nil // "Giáo phận Bà Rịa"
	}
	n := p.nameRun(j, end)
	if n == 1 && p.Lists.Words.Before.Has(p.Toks[j]) && p.Next(j+1, end, "là") && !p.nameEndsIn(j) {
		return nil // "Ông Nguyên là Bí thư …" of someone who was it
	}
	if n == 0 || p.startsTerm(j, end) && n < 2 || n == 1 && len([]rune(p.Toks[j].Norm)) < 2 {
		return nil // no name, or an initial that hides one
	}
	if n == 1 && f.rank && !p.Given(j) && j+1 < end && p.Toks[j+1].Kind == text.Word && !p.Toks[j+1].Upper() {
		return nil // "Đại tá Phụ tá An ninh"
	}
	if ids, m := p.Lists.Named.Find(p.Toks[:end], j); m >= n && m > 1 && p.province(ids) {
		return nil
	}
	if p.Toks[j].AllUpper() && !p.Is(j, gazetteer.OfSurname) && !p.allGiven(j, n) {
		return nil // "CÁC VỊ PHỤ TRÁCH"
	}
	m := p.plainMention(j, n)
	m.Short = n < 3
	return m
}

// nameEndsIn reports whether the word at token j ends a name anywhere else: it has a word with a capital before it.
func (p *Page) nameEndsIn(j int) bool {
	for k := 1; k < len(p.Toks); k++ {
		if k != j && p.Toks[k].Norm == p.Toks[j].Norm && p.Toks[k-1].Upper() && p.Toks[k].Breaks == 0 && !p.honourAt(k-1, k) {
			return true
		}
	}
	return false
}

// insideThing reports whether token i is the second word of a phrase that is no name: the Dương of "Đông Dương".
func (p *Page) insideThing(i int) bool {
	if i == 0 || !p.Toks[i-1].Upper() || p.Toks[i].Breaks > 0 {
		return false
	}
	w, m := p.Lists.Things.Find(p.Toks, i-1)
	return m > 1 && w == "name"
}

// isThing reports whether token i is a word after which the name of a thing follows: the Báo of "Báo Bắc Giang".
func (p *Page) isThing(i int) bool {
	w, m := p.Lists.Things.Find(p.Toks, i)
	return m > 0 && w == "thing"
}

// allGiven reports whether each of the n words at token j is one that given names have.
func (p *Page) allGiven(j, n int) bool {
	for k := j; k < j+n; k++ {
		if !p.Given(k) {
			return false
		}
	}
	return true
}

// honourAt reports whether a form of address or a rank begins at token i: "ông", "Đại tá".
func (p *Page) honourAt(i, end int) bool {
	_, n := p.Lists.Honours.Find(p.Toks[:end], i)
	return n > 0
}

// afterThing reports whether the words before token i make the name that follows a thing's: a
// street's, a school's.
func (p *Page) afterThing(i int) bool {
	if i < len(p.Toks) && p.Toks[i].Breaks > 0 {
		return false // "Mai Xuân Trường" in the line above
	}
	for s := max(0, i-3); s < i; s++ {
		if w, n := p.Lists.Things.Find(p.Toks[:i], s); s+n == i && w == "thing" {
			return true
		}
	}
	if i > 1 && p.Toks[i-1].Kind == text.Number && p.Toks[i-2].Is("số") {
		return true // an address: "số 5 Trần Thánh Tông"
	}
	return i > 0 && p.Toks[i-1].Is("\"") && !p.Toks[i-1].Space
}
