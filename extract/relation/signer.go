package relation

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"

	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
	"github.com/nhiemky/nhiemky/extract/record"
)

// signers makes a claim of each signature: the signer holds that post in the body that issued the text.
func (l *linker) signers() {
	for _, s := range l.Signatures {
		po := *s.Post
		if po.Org = l.signedFor(s); po.Org == nil {
			continue
		}
		po.Guessed = false
		l.sent = l.Sentences[l.SentOf[s.Who.I]]
		l.claim(s.Who, &po, record.Holds, "signature", document.Span{I: s.I, J: s.J})
	}
}

// signedFor is the body in which the signer holds the post: that of the post, the one on whose behalf it is signed,
// that of the one for whom the signer acts, or the one that issued the text.
func (l *linker) signedFor(s mention.Signature) *mention.Org {
	if s.Own != nil {
		return s.Own
	}
	issuer := s.Body
	if issuer.Inner() && issuer.J-issuer.I <= bareBoard && l.Issuer() != nil {
		issuer = l.Issuer() // "T/M BAN THƯỜNG VỤ" of the one that issued the text
	}
	if issuer == nil && s.Superior != nil {
		issuer = s.Superior.Org
	}
	if issuer.Inner() && issuer.Parent != nil {
		issuer = issuer.Parent
	}
	if head := l.Issuer(); issuer == nil || head != nil && (issuer.Taken || issuer.Generic() || issuer.Inner()) {
		issuer = head
	}
	if issuer.Inner() && issuer.Parent != nil {
		issuer = issuer.Parent // the head has the Ban Thường vụ too
	}
	if issuer == nil {
		return nil
	}
	unit := s.Post.Title.Unit
	switch {
	case unit == "" || strings.HasPrefix(issuer.Head(), unit):
		return issuer
	case unit == gazetteer.Office:
		return &mention.Org{Span: s.Post.Span, Kind: l.Lists.KindOf[unit], Parent: issuer}
	}
	return nil
}
