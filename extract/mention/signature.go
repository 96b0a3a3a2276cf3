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
}

// signLength is the number of tokens in which a signature ends.
const signLength = 60

// FindSignatures finds the blocks that begin with "TM." or "KT.", and in an official text also a post alone on a line
// above a name alone on a line.
func (p *Page) FindSignatures() {
	i := 0
	for s := range p.SentencesWith(gazetteer.OfSign) {
		for i = max(i, s.I); i < s.J; i++ {
			if !p.Is(i, gazetteer.OfSign) || !p.Toks[i].AllUpperOrSingle() {
				continue
			}
			if m, _ := p.Lists.Signs.Find(p.Toks, i); m == "behalf" || m == "acting" {
				i = p.addSignature(i)
			}
		}
	}
	if p.Own != nil {
		p.plainSignatures()
	}
}

// plainSignatures finds the signatures that begin with the post of the signer, alone on a line.
func (p *Page) plainSignatures() {
	marked, end := p.Signatures, p.Own.body
	for n := 0; n < len(p.Items); n++ {
		if it := p.Items[n]; it.Post != nil && it.I > end && p.Toks[it.I].Breaks > 0 && p.endsLine(it.J) && !insideOf(marked, it.I) {
			end = p.addSignature(it.I)
		}
	}
	sort.Slice(p.Signatures, func(i, j int) bool { return p.Signatures[i].I < p.Signatures[j].I })
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
	s := Signature{Span: document.Span{I: i, J: i}}
	for k := i; k < min(i+signLength, len(p.Toks)); {
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
		s.Post = it.Post
		return it.J - k
	case it.Person != nil && s.Post != nil && p.endsName(it.J) && (s.marked || p.Toks[it.I].Breaks > 0):
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
	switch meaning {
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
		s.Superior, j = it.Post, it.J
	}
	return j - k
}

// signerAt takes a line of two to five capitalised words at token k for the name of the signer, whatever the surname.
func (p *Page) signerAt(s *Signature, k int) int {
	j := p.LineEndBy(k, 6)
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
func (p *Page) endsName(j int) bool { return p.endsLine(j) || p.Toks[j].Kind == text.Punct }

// Inner reports whether an organisation is the inner circle of another, whose posts are those of the other: the Ban
// Thường vụ of a committee, the Thường trực of a council.
func (o *Org) Inner() bool {
	return o != nil && o.Kind != nil && (o.Kind.Board || o.Kind.Parent && !o.Kind.Place && !o.Kind.Field)
}
