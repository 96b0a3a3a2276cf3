package extract

import "strings"

// siteUnit is the province that a label of an address names: "hanam" of hanam.gov.vn, "baohanam" of baohanam.com.vn.
func (p *page) siteUnit(label string) *unit {
	label = strings.ToLower(label)
	i, ok := p.lists.plain[label]
	if !ok {
		if i, ok = p.lists.plain[strings.TrimPrefix(label, "bao")]; !ok {
			return nil
		}
	}
	pl := p.lists.places[i]
	u := &unit{kind: pl.Kind, level: 1, name: pl.Name}
	if pl.Kind != "tỉnh" {
		u.kind = "thành phố"
	}
	return u
}

// findSites notes the province of the site on which the document stands, or which it gives as its source in its first
// words, as a unit that the text names there: "(hanam.gov.vn) - Chiều 31/3, UBND tỉnh …".
func (p *page) findSites() {
	for _, label := range strings.FieldsFunc(p.address, func(c rune) bool { return c == '.' || c == '/' || c == ':' }) {
		if u := p.siteUnit(label); u != nil && len(p.toks) > 0 {
			u.span = span{0, 1}
			p.anchors = append(p.anchors, anchor{0, u, false})
			break
		}
	}
	for i := 0; i+3 < len(p.toks) && i < maxSource; i++ {
		if !p.toks[i+1].Is(".") || p.toks[i+1].Space || !p.toks[i+2].Is("gov", "com", "org", "net", "vn") {
			continue
		}
		if u := p.siteUnit(p.toks[i].Fold); u != nil {
			u.span = span{i, i + 1}
			p.anchors = append(p.anchors, anchor{i, u, false})
		}
	}
}

// maxSource is how many tokens from the beginning the source of a document is looked for.
const maxSource = 60
