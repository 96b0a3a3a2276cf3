package extract

import "strings"

// signers makes a claim of each signature: the signer holds that post in the body that issued the text.
func (l *linker) signers() {
	for _, s := range l.signatures {
		po := *s.post
		if po.org = l.signedFor(s); po.org == nil {
			continue
		}
		po.guessed = false
		l.sent = l.sentences[l.sentOf[s.who.i]]
		l.claim(s.who, &po, Holds, "signature", span{s.i, s.j})
	}
}

// signedFor is the body in which the signer holds the post: that of the post, the one on whose behalf it is signed,
// that of the one for whom the signer acts, or the one that issued the text.
func (l *linker) signedFor(s signature) *org {
	if s.own != nil {
		return s.own
	}
	issuer := s.body
	if issuer == nil && s.superior != nil {
		issuer = s.superior.org
	}
	if issuer.inner() && issuer.parent != nil {
		issuer = issuer.parent
	}
	if head := l.issuer(); issuer == nil || head != nil && (issuer.taken || issuer.generic() || issuer.inner()) {
		issuer = head
	}
	if issuer == nil {
		return nil
	}
	unit := s.post.title.unit
	switch {
	case unit == "" || strings.HasPrefix(issuer.head(), unit):
		return issuer
	case unit == "Văn phòng":
		return &org{span: s.post.span, kind: l.lists.kindOf[unit], parent: issuer}
	}
	return nil
}
