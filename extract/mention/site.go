package mention

import (
	"strings"

	"github.com/nhiemky/nhiemky/extract/gazetteer"

	"github.com/nhiemky/nhiemky/extract/document"
)

// siteUnit is the province that a label of an address names: "hanam" of hanam.gov.vn, "baohanam" of baohanam.com.vn.
func (p *Page) siteUnit(label string) *Unit {
	label = strings.ToLower(label)
	i, ok := p.Lists.Plain[label]
	if !ok {
		if i, ok = p.Lists.Plain[strings.TrimPrefix(label, "bao")]; !ok {
			return nil
		}
	}
	pl := p.Lists.PlaceList[i]
	u := &Unit{Kind: pl.Kind, Level: 1, Name: pl.Name}
	if pl.Kind != gazetteer.Province {
		u.Kind = gazetteer.City
	}
	return u
}

// findSites notes the province of the site on which the document stands, or which it gives as its source in its first
// words, as a unit that the text names there: "(hanam.gov.vn) - Chiều 31/3, UBND tỉnh …".
func (p *Page) findSites() {
	for _, label := range strings.FieldsFunc(p.source.Address, func(c rune) bool { return c == '.' || c == '/' || c == ':' }) {
		if u := p.siteUnit(label); u != nil && len(p.Toks) > 0 {
			u.Span = document.Span{I: 0, J: 1}
			p.Anchors = append(p.Anchors, anchor{unit: u})
			break
		}
	}
	for i := 0; i+3 < len(p.Toks) && i < maxSource; i++ {
		if !p.Toks[i+1].Is(".") || p.Toks[i+1].Space || !p.Lists.Words.SiteEnd.Has(p.Toks[i+2]) {
			continue
		}
		if u := p.siteUnit(p.Toks[i].Fold); u != nil {
			u.Span = document.Span{I: i, J: i + 1}
			p.Anchors = append(p.Anchors, anchor{at: i, unit: u})
		}
	}
}

// maxSource is how many tokens from the beginning the source of a document is looked for.
const maxSource = 60
