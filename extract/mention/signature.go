package mention

import (
	"slices"
	"sort"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/gazetteer"
	"github.com/nhiemky/nhiemky/extract/text"
)

// Signature is the block with which an official text is signed: "TM. ỦY BAN NHÂN DÂN TỈNH", "KT. CHỦ TỊCH",
// "PHÓ CHỦ TỊCH", "Lê Văn Hòa".
type Signature struct {
	document.Span
	Body     *Org  // on whose behalf it is signed, or nil
	Superior *Post // the post for which the signer acts, or nil
	Post     *Post // the post of the signer
	Own      *Org  // the body that stands with that post, before the context completes it, or nil
	Who      *Mention
	marked   bool // "TM." or "KT." stands in it
	signed   bool // "(đã ký)" stands in it
	interim  bool // "Q." stands before the post
	column   column
	words    []int // tokens at which its words begin
}

// signLength is the number of tokens in which a signature ends.
const signLength = 60

// FindSignatures finds the blocks that begin with "TM." or "KT.", and in an official text also a post alone on a line
// above a name alone on a line.
func (p *Page) FindSignatures() {
	var used []int // the words of the signature before, which may stand beside another
	i := 0
	for s := range p.SentencesWith(gazetteer.OfSign) {
		for i = max(i, s.I); i < s.J; i++ {
			if p.Is(i, gazetteer.OfSign) && p.Toks[i].AllUpperOrSingle() && !slices.Contains(used, i) && p.opensSignature(i) {
				end := p.addSignature(i)
				if end == i || !p.Signatures[len(p.Signatures)-1].column.bars {
					i = end
					continue
				}
				used = p.Signatures[len(p.Signatures)-1].words // another may stand in the next column
			}
		}
	}
	if p.Own != nil {
		p.plainSignatures()
	}
}

// opensSignature reports whether a word with which a signature begins stands at token i: "TM.", "KT.", or "Q." before a post.
func (p *Page) opensSignature(i int) bool {
	m, n := p.Lists.Signs.Find(p.Toks, i)
	return m == "behalf" || m == "acting" || m == "interim" && p.Own != nil && p.Toks[i].Breaks > 0 && p.Next(i+n, len(p.Toks), ".")
}

// plainSignatures finds the signatures that begin with the post of the signer, alone on a line.
func (p *Page) plainSignatures() {
	marked, end := p.Signatures, p.Own.body
	for n := 0; n < len(p.Items); n++ {
		if it := p.Items[n]; it.Post != nil && it.I > end && p.Toks[it.I].Breaks > 0 && p.endsOffice(it.J) && !insideOf(marked, it.I) {
			end = p.addSignature(it.I)
		}
	}
	p.bareSignatures()
	sort.Slice(p.Signatures, func(i, j int) bool { return p.Signatures[i].I < p.Signatures[j].I })
}

// bareSignatures finds the signer who stands without a post above "(đã ký)": he holds the one in whose name the text is
// issued, "CHỦ TỊCH CHÍNH PHỦ VIỆT NAM DÂN CHỦ CỘNG HÒA" in its head.
func (p *Page) bareSignatures() {
	po := p.officeInHead()
	for k := p.Own.body; k+1 < len(p.Toks) && po != nil; k++ {
		if !p.Is(k+1, gazetteer.OfSign) || !p.Toks[k].Is("(") || p.Toks[k].Breaks == 0 || p.InSignature(k) {
			continue
		}
		b := k - 1
		for b > 0 && b > k-6 && p.Toks[b].Breaks == 0 {
			b--
		}
		m, n := p.Lists.Signs.Find(p.Toks, k+1)
		s := Signature{Span: document.Span{I: b, J: k + 1 + n}, Post: po, signed: true}
		if m == "signed" && !insideOf(p.Signatures, b) && !p.Toks[k-1].Is(":") && p.signerAt(&s, b) == k-b {
			p.Signatures = append(p.Signatures, s)
			return
		}
	}
}

// officeInHead is the post in whose name the text is issued: in capitals at the begin of a line of its head.
func (p *Page) officeInHead() *Post {
	for n := 0; n < len(p.Items) && p.Items[n].I < p.Own.body+headLines; n++ {
		if it := p.Items[n]; it.Post != nil && p.Toks[it.I].AllUpper() && p.Toks[it.I].Breaks > 0 && it.Post.Org != nil {
			return it.Post
		}
	}
	return nil
}

// addSignature reads the signature at token i and gives the last token to be passed over.
func (p *Page) addSignature(i int) int {
	s, ok := p.signatureAt(i)
	if !ok {
		return i
	}
	if !s.marked && !s.signed && !p.Toks[s.Post.I].AllUpper() {
		return i
	}
	if s.Post.Org != nil {
		s.Own = s.Post.Org
	}
	p.Signatures = append(p.Signatures, s)
	return s.J - 1
}

// InSignature reports whether token i stands in a signature that was found.
func (p *Page) InSignature(i int) bool { return insideOf(p.Signatures, i) }

// insideOf reports whether token i stands in one of the signatures, which are in order.
func insideOf(all []Signature, i int) bool {
	n := sort.Search(len(all), func(k int) bool { return all[k].I > i })
	return n > 0 && i < all[n-1].J
}

// signatureAt reads the parts of a signature from token i on, up to the name.
func (p *Page) signatureAt(i int) (Signature, bool) {
	s := Signature{Span: document.Span{I: i, J: i}, column: p.columnAt(i)}
	most := signLength
	if s.column.told() {
		most = 2 * signLength
	}
	for k := i; k < min(i+most, len(p.Toks)); {
		if n := p.skipColumns(&s, k); n > 0 {
			k += n
			continue
		}
		n := p.signaturePart(&s, k)
		if n == 0 {
			return s, false
		}
		if k += n; s.Who != nil {
			s.J = k
			return s, s.Post != nil
		}
	}
	return s, false
}

// signaturePart reads the part of a signature at token k and gives its tokens, 0 where there is none.
func (p *Page) signaturePart(s *Signature, k int) int {
	if m, n := p.Lists.Signs.Find(p.Toks, k); n > 0 && (m == "signed" || p.Toks[k].AllUpperOrSingle()) {
		return p.signWords(s, m, k, n)
	}
	if p.Toks[k].Kind == text.Punct {
		return 1
	}
	it := p.itemStarting(k)
	switch {
	case it == nil:
	case it.Post != nil && s.Post == nil:
		if s.Post = it.Post; s.interim {
			po := *it.Post
			po.Name, s.Post = "Quyền "+po.Name, &po
		}
		return p.behindCountry(it.J) - k
	case it.Person != nil && s.Post != nil && p.endsName(it.J) && (s.marked || s.signed || p.Toks[it.I].Breaks > 0):
		s.Who = it.Person
		return it.J - k
	case it.Unit != nil && s.Body != nil && s.Post == nil:
		return it.J - k
	}
	if s.Post != nil {
		return p.signerAt(s, k)
	}
	return 0
}

// signWords reads what stands behind the words of a signature: a body behind "TM.", the post of the one above behind
// "KT.".
func (p *Page) signWords(s *Signature, meaning string, k, n int) int {
	j := k + n
	if p.Next(j, len(p.Toks), ".", ":") {
		j++
	}
	s.words = append(s.words, k)
	switch meaning {
	case "interim":
		s.interim = true
	case "signed":
		s.signed = true
	case "behalf":
		s.marked = true
		it := p.itemStarting(j)
		if it == nil || it.Org == nil {
			return p.LineEndBy(j, signLength) - k // a body that no list has
		}
		s.Body, j = it.Org, it.J
	case "acting":
		s.marked = true
		it := p.itemStarting(j)
		if it == nil || it.Post == nil {
			return p.LineEndBy(j, signLength) - k
		}
		above := s.Superior
		if s.Superior, j = it.Post, it.J; above != nil && (it.Post.Org == nil || it.Post.Guessed || it.Post.Org.Taken || it.J-it.I <= shortOffice) {
			po := *it.Post
			po.Org, s.Superior = above.Org, &po // "TL. CHỦ TỊCH UBND TỈNH X", "KT. CHÁNH VĂN PHÒNG"
		}
	}
	return j - k
}

// shortOffice is the number of tokens of a post that is named without its body: "CHÁNH VĂN PHÒNG".
const shortOffice = 3

// signerAt takes a line of two to five capitalised words at token k for the name of the signer, whatever the surname.
func (p *Page) signerAt(s *Signature, k int) int {
	j := p.LineEndBy(k, 6)
	if j == k+1 && s.signed && j < len(p.Toks) {
		j = p.LineEndBy(j, 5) // "Hoàng", "Sĩ Khánh"
	}
	if p.Toks[k].Breaks == 0 || j-k < 2 || j-k > 5 || p.startsTerm(k, j) {
		return 0
	}
	for i := k; i < j; i++ {
		if !p.NameWord(i) || i > k && !p.Toks[i].Space {
			return 0
		}
	}
	s.Who = &Mention{Span: document.Span{I: k, J: j}, Head: k, name: titleCase(p.Text.Join(k, j))}
	n := p.ItemFrom(k)
	m := n
	for m < len(p.Items) && p.Items[m].I < j {
		m++
	}
	p.Items = slices.Replace(p.Items, n, m, Item{Span: document.Span{I: k, J: j}, Person: s.Who})
	return j - k
}

// endsOffice reports whether the post that ends before token j is all that its line has, perhaps with the name of the
// country, or "(đã ký)" and the name of the signer: "CHỦ TỊCH", "GIÁM ĐỐC (Đã ký) Lê Văn Hòa".
func (p *Page) endsOffice(j int) bool {
	if j = p.behindCountry(j); p.endsLine(j) {
		return true
	}
	if !p.Toks[j].Is("(") || j+1 >= len(p.Toks) {
		return false
	}
	m, _ := p.Lists.Signs.Find(p.Toks, j+1)
	return m == "signed"
}

// behindCountry is the token behind the name of the country that may follow a post at token j: "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI
// CHỦ NGHĨA VIỆT NAM".
func (p *Page) behindCountry(j int) int {
	if p.Next(j, len(p.Toks), "nước") {
		if w, n := p.Lists.Things.Find(p.Toks, j+1); n > 0 && w == "phrase" {
			return j + 1 + n
		}
	}
	if w, n := p.Lists.Things.Find(p.Toks, j); n > 0 && w == "phrase" {
		return j + n
	}
	return j
}

// itemStarting is the item that begins at token k, or nil.
func (p *Page) itemStarting(k int) *Item {
	if n := p.ItemFrom(k); n < len(p.Items) && p.Items[n].I == k {
		return &p.Items[n]
	}
	return nil
}

// endsLine reports whether a line ends before token j.
func (p *Page) endsLine(j int) bool { return j == len(p.Toks) || p.Toks[j].Breaks > 0 }

// endsName reports whether the name that ends before token j is not the beginning of a clause.
func (p *Page) endsName(j int) bool {
	return p.endsLine(j) || p.Toks[j].Kind == text.Punct && !p.Toks[j].Is(":")
}

// Inner reports whether an organisation is the inner circle of another, whose posts are those of the other: the Ban
// Thường vụ of a committee, the Thường trực of a council.
func (o *Org) Inner() bool {
	return o != nil && o.Kind != nil && (o.Kind.Board || o.Kind.Parent && !o.Kind.Place && !o.Kind.Field)
}
