package mention

import (
	"strings"
)

// Placeholder reports whether a name is one of an example: "Nguyễn Văn A" in a text that says "ví dụ".
func (p *Page) Placeholder(name string) bool {
	words := strings.Fields(name)
	if len(words) < 3 || len(words[len(words)-1]) != 1 {
		return false
	}
	for i := range p.Toks {
		if p.Pair(i, len(p.Toks), &p.Lists.Words.Example) {
			return true
		}
	}
	return false
}

// Loose reports whether an organisation is a department without the body that it is a part of.
func (o *Org) Loose() bool {
	if o == nil || o.Kind == nil || o.Named != nil || o.Parent != nil || o.Unit != nil || o.central || o.own != "" {
		return false
	}
	return o.Kind.Part
}

// AmongOutside reports whether the nearest other body named in the sentence of token i, or in the one before it, is one
// whose posts are not recorded: a school, a hospital, a company.
func (p *Page) AmongOutside(i int) bool {
	n := p.ItemFrom(i)
	outside := func(k int) (found, out bool) {
		it := p.Items[k]
		o := it.Org
		if it.Post != nil && it.I != i {
			o = it.Post.Org
		}
		if o == nil || o.Loose() {
			return false, false
		}
		return true, o.Out()
	}
	for k := n + 1; k < len(p.Items) && p.SentOf[p.Items[k].I] == p.SentOf[i]; k++ {
		if found, out := outside(k); found {
			if out {
				return true
			}
			break
		}
	}
	for k := n - 1; k >= 0 && p.SentOf[i]-p.SentOf[p.Items[k].I] <= 1; k-- {
		if found, out := outside(k); found {
			return out
		}
	}
	return false
}
