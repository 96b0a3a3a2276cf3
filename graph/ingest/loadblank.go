package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// blankNodes are those of a file. They keep their names, so that an export comes back as it was, unless
// the store has other nodes of such names: then all of them get a name that the file gives them, the same
// when it is loaded again.
type blankNodes struct {
	digest hash.Hash
	known  *store.Recent[quad.BNode, bool] // of those that were looked up lately, whether the store has them
	taken  bool                            // the store has a node of the name of one
	news   bool                            // the file says something of one that the store has not
}

// maxBlank is how many blank nodes are remembered.
const maxBlank = 100_000

func newBlankNodes() *blankNodes {
	return &blankNodes{digest: sha256.New(), known: store.NewRecent[quad.BNode, bool](maxBlank)}
}

// see takes note of a quad of the file.
func (b *blankNodes) see(read store.Reader, q quad.Quad) error {
	_, _ = io.WriteString(b.digest, vocab.NQuad(q))
	any := false
	for _, d := range quad.Directions {
		node, blank := q.Get(d).(quad.BNode)
		if !blank {
			continue
		}
		any = true
		if b.taken {
			continue
		}
		has, known := b.known.Get(node)
		if !known {
			var err error
			if has, err = read.Knows(node); err != nil {
				return err
			}
			b.known.Put(node, has, 1)
		}
		b.taken = b.taken || has
	}
	if !any || b.news {
		return nil
	}
	stored, err := read.Has(q)
	b.news = !stored
	return err
}

// rename gives the quads of the file with other names of blank nodes; nil when they keep theirs.
func (b *blankNodes) rename() func(quad.Quad) quad.Quad {
	if !b.taken || !b.news {
		return nil
	}
	suffix := "x" + hex.EncodeToString(b.digest.Sum(nil)[:6])
	return func(q quad.Quad) quad.Quad {
		for _, d := range quad.Directions {
			if node, blank := q.Get(d).(quad.BNode); blank {
				q.Set(d, node+quad.BNode(suffix))
			}
		}
		return q
	}
}
