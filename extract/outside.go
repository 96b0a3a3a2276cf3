package extract

import (
	"strings"
)

// placeholder reports whether a name is one of an example: "Nguyễn Văn A" in a text that says "ví dụ".
func (p *page) placeholder(name string) bool {
	words := strings.Fields(name)
	if len(words) < 3 || len(words[len(words)-1]) != 1 {
		return false
	}
	for i := range p.toks {
		if p.toks[i].Is("ví") && p.next(i+1, len(p.toks), "dụ") {
			return true
		}
	}
	return false
}

// loose reports whether an organisation is a department without the body that it is a part of.
func (o *org) loose() bool {
	if o == nil || o.kind == nil || o.named != nil || o.parent != nil || o.unit != nil || o.central || o.own != "" {
		return false
	}
	return o.kind.part
}

// amongOutside reports whether the nearest other body named in the sentence of token i, or in the one before it, is one
// whose posts are not recorded: a school, a hospital, a company.
func (p *page) amongOutside(i int) bool {
	n := p.itemFrom(i)
	outside := func(k int) (found, out bool) {
		it := p.items[k]
		o := it.org
		if it.post != nil && it.i != i {
			o = it.post.org
		}
		if o == nil || o.loose() {
			return false, false
		}
		return true, o.out()
	}
	for k := n + 1; k < len(p.items) && p.sentOf[p.items[k].i] == p.sentOf[i]; k++ {
		if found, out := outside(k); found {
			if out {
				return true
			}
			break
		}
	}
	for k := n - 1; k >= 0 && p.sentOf[i]-p.sentOf[p.items[k].i] <= 1; k-- {
		if found, out := outside(k); found {
			return out
		}
	}
	return false
}
