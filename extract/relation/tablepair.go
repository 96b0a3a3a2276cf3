package relation

import (
	"github.com/nhiemky/nhiemky/extract/document"
	"github.com/nhiemky/nhiemky/extract/mention"
)

// pairs gives each post of a row the people who hold it, where a row has several people and several posts of one standing in one
// cell: as many as people are held one each, in their order, "| Trần Văn A; Lê Văn B | Bí thư; Phó Bí thư |". With another
// number nothing tells who holds which, and nobody does. It is nil for a row in which all hold all.
func (r *rowReader) pairs(names []*mention.Mention, posts []seated) map[*mention.Post][]*mention.Mention {
	if len(names) < 2 || r.own != nil {
		return nil
	}
	in := map[document.Span]int{}
	for _, s := range posts {
		if !s.seat && s.holder == nil {
			in[s.cell]++
		}
	}
	out := map[*mention.Post][]*mention.Mention{}
	at := map[document.Span]int{}
	for _, s := range posts {
		switch n := in[s.cell]; {
		case s.seat || s.holder != nil:
		case n < 2:
			out[s.post] = names
		case n == len(names):
			out[s.post] = names[at[s.cell] : at[s.cell]+1]
			at[s.cell]++
		default:
			out[s.post] = nil
		}
	}
	return out
}
