package extract

import (
	"slices"
	"sort"

	"github.com/nhiemky/nhiemky/extract/text"
)

// signature is the block with which an official text is signed: "TM. ỦY BAN NHÂN DÂN TỈNH", "KT. CHỦ TỊCH",
// "PHÓ CHỦ TỊCH", "Lê Văn Hòa".
type signature struct {
	span
	body     *org  // on whose behalf it is signed, or nil
	superior *post // the post for which the signer acts, or nil
	post     *post // the post of the signer
	own      *org  // the body that stands with that post, before the context completes it, or nil
	who      *mention
	marked   bool // "TM." or "KT." stands in it
	signed   bool // "(đã ký)" stands in it
}

// signLength is the number of tokens in which a signature ends.
const signLength = 60

// findSignatures finds the blocks that begin with "TM." or "KT.", and in an official text also a post alone on a line
// above a name alone on a line.
func (p *page) findSignatures() {
	for i := 0; i < len(p.toks); i++ {
		if !p.is(i, ofSign) || !p.toks[i].AllUpperOrSingle() {
			continue
		}
		if m, _ := p.lists.signs.find(p.toks, i); m == "behalf" || m == "acting" {
			i = p.addSignature(i)
		}
	}
	if p.own != nil {
		p.plainSignatures()
	}
}

// plainSignatures finds the signatures that begin with the post of the signer, alone on a line.
func (p *page) plainSignatures() {
	marked, end := p.signatures, p.own.body
	for n := 0; n < len(p.items); n++ {
		if it := p.items[n]; it.post != nil && it.i > end && p.toks[it.i].Breaks > 0 && p.endsLine(it.j) && !insideOf(marked, it.i) {
			end = p.addSignature(it.i)
		}
	}
	sort.Slice(p.signatures, func(i, j int) bool { return p.signatures[i].i < p.signatures[j].i })
}

// addSignature reads the signature at token i and gives the last token to be passed over.
func (p *page) addSignature(i int) int {
	s, ok := p.signatureAt(i)
	if !ok {
		return i
	}
	if !s.marked && !s.signed && !p.toks[s.post.i].AllUpper() {
		return i
	}
	if s.post.org != nil {
		s.own = s.post.org
	}
	p.signatures = append(p.signatures, s)
	return s.j - 1
}

// inSignature reports whether token i stands in a signature that was found.
func (p *page) inSignature(i int) bool { return insideOf(p.signatures, i) }

// insideOf reports whether token i stands in one of the signatures, which are in order.
func insideOf(all []signature, i int) bool {
	n := sort.Search(len(all), func(k int) bool { return all[k].i > i })
	return n > 0 && i < all[n-1].j
}

// signatureAt reads the parts of a signature from token i on, up to the name.
func (p *page) signatureAt(i int) (signature, bool) {
	s := signature{span: span{i, i}}
	for k := i; k < min(i+signLength, len(p.toks)); {
		n := p.signaturePart(&s, k)
		if n == 0 {
			return s, false
		}
		if k += n; s.who != nil {
			s.j = k
			return s, s.post != nil
		}
	}
	return s, false
}

// signaturePart reads the part of a signature at token k and gives its tokens, 0 where there is none.
func (p *page) signaturePart(s *signature, k int) int {
	if m, n := p.lists.signs.find(p.toks, k); n > 0 && (m == "signed" || p.toks[k].AllUpperOrSingle()) {
		return p.signWords(s, m, k, n)
	}
	if p.toks[k].Kind == text.Punct {
		return 1
	}
	it := p.itemStarting(k)
	switch {
	case it == nil:
	case it.post != nil && s.post == nil:
		s.post = it.post
		return it.j - k
	case it.person != nil && s.post != nil && p.endsName(it.j) && (s.marked || p.toks[it.i].Breaks > 0):
		s.who = it.person
		return it.j - k
	case it.unit != nil && s.body != nil && s.post == nil:
		return it.j - k
	}
	if s.post != nil {
		return p.signerAt(s, k)
	}
	return 0
}

// signWords reads what stands behind the words of a signature: a body behind "TM.", the post of the one above behind
// "KT.".
func (p *page) signWords(s *signature, meaning string, k, n int) int {
	j := k + n
	if p.next(j, len(p.toks), ".", ":") {
		j++
	}
	switch meaning {
	case "signed":
		s.signed = true
	case "behalf":
		s.marked = true
		it := p.itemStarting(j)
		if it == nil || it.org == nil {
			return p.lineEnd(j) - k // a body that no list has
		}
		s.body, j = it.org, it.j
	case "acting":
		s.marked = true
		it := p.itemStarting(j)
		if it == nil || it.post == nil {
			return p.lineEnd(j) - k
		}
		s.superior, j = it.post, it.j
	}
	return j - k
}

// signerAt takes a line of two to five capitalised words at token k for the name of the signer, whatever the surname.
func (p *page) signerAt(s *signature, k int) int {
	j := p.lineEnd(k)
	if p.toks[k].Breaks == 0 || j-k < 2 || j-k > 5 || p.startsTerm(k, j) {
		return 0
	}
	for i := k; i < j; i++ {
		if !p.nameWord(i) || i > k && !p.toks[i].Space {
			return 0
		}
	}
	s.who = &mention{span: span{k, j}, head: k, name: titleCase(p.text.Join(k, j))}
	n := p.itemFrom(k)
	m := n
	for m < len(p.items) && p.items[m].i < j {
		m++
	}
	p.items = slices.Replace(p.items, n, m, item{span: span{k, j}, person: s.who})
	return j - k
}

// itemStarting is the item that begins at token k, or nil.
func (p *page) itemStarting(k int) *item {
	if n := p.itemFrom(k); n < len(p.items) && p.items[n].i == k {
		return &p.items[n]
	}
	return nil
}

func (p *page) endsLine(j int) bool { return j == len(p.toks) || p.toks[j].Breaks > 0 }

// endsName reports whether the name that ends before token j is not the beginning of a clause.
func (p *page) endsName(j int) bool { return p.endsLine(j) || p.toks[j].Kind == text.Punct }

// inner reports whether an organisation is the inner circle of another, whose posts are those of the other: the Ban
// Thường vụ of a committee, the Thường trực of a council.
func (o *org) inner() bool {
	return o != nil && o.kind != nil && (o.kind.board || o.kind.parent && !o.kind.place && !o.kind.field)
}
