package mention

import (
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract/document"
)

// noteShort notes the initials by which the text goes on to call the body of an item: "Tổng cục Dự trữ Nhà nước (TCDTNN)".
func (p *Page) noteShort(it *Item) {
	o := it.body()
	if o == nil || o.J+2 >= len(p.Toks) || !p.Toks[o.J].Is("(") || !p.Toks[o.J+2].Is(")") {
		return
	}
	t := p.Toks[o.J+1]
	if !t.AllUpper() || utf8.RuneCountInString(t.Norm) < shortest || p.startsTerm(o.J+1, len(p.Toks)) || initials(o.Name()) != t.Norm {
		return
	}
	if p.short == nil {
		p.short = map[string]*Org{}
	}
	p.short[t.Norm] = o
}

// shortest is the least number of letters of initials that stand for a body.
const shortest = 3

// initials are the first letters of the words of a name, without "và".
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if w == "và" || w == "-" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return strings.ToUpper(b.String())
}

// shortBody is the body that the text has said the initials at token i stand for, or nil.
func (p *Page) shortBody(i int) *Org {
	o := p.short[p.Toks[i].Norm]
	if o == nil {
		return nil
	}
	q := *o
	q.Span = document.Span{I: i, J: i + 1}
	return &q
}
