package ingest

import (
	"context"
	"io"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// Load puts N-Quads into the store and derives what follows from the articles among them. It gives
// the number of statements read. The first line that is wrong ends it: the error names the line and
// the column, and nothing of the file is stored. progress is called now and then with the number of
// statements read so far, and may be nil.
//
// A file that another program made is taken as it is. Blank nodes keep their names, so the same name
// in two files is one node.
func Load(ctx context.Context, s *store.Store, r io.Reader, progress func(done int)) (int, error) {
	s.StartWriting()
	defer s.StopWriting()
	u, err := beginUpdate(ctx, s)
	if err != nil {
		return 0, err
	}
	j, err := s.NewJournal()
	if err != nil {
		return 0, err
	}
	defer j.Abandon()
	if !u.marked {
		j.Write('+', store.StaleMark)
	}
	read := 0
	err = vocab.ReadNQuads(r, func(number int, q quad.Quad) error {
		read++
		if progress != nil && read%1000 == 0 {
			progress(read)
		}
		j.Write('+', q)
		if err := ctx.Err(); err != nil {
			return err
		}
		return u.loaded(q)
	})
	if err != nil {
		return 0, err
	}
	if read == 0 {
		return 0, nil
	}
	if err := u.touched.write(); err != nil {
		return 0, err
	}
	if err := j.CarryOut(); err != nil {
		return 0, err
	}
	u.marked = true
	return read, u.finish()
}

// loaded marks what has to be derived again because of a quad that is about to be stored. If its article is stored
// already, the other quads of the article matter too.
func (u *update) loaded(q quad.Quad) error {
	u.touch(q)
	label, ok := q.Label.(quad.IRI)
	if _, known := u.articles[label]; known || !ok || label == vocab.Reference || label == vocab.Derived {
		return nil
	}
	stored, err := u.read.Knows(label)
	u.articles[label] = stored
	return err
}
