package ingest

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// LoadOptions says how N-Quads are read. The zero value reads them as the standard says.
type LoadOptions struct {
	Base     string         // what relative IRIs are relative to, "" where there may be none
	Progress func(done int) // called now and then with the number of statements read so far, or nil
}

// Loaded is what was done with a file of N-Quads.
type Loaded struct {
	Statements int    // in the file
	Derived    int    // of them, that say what follows from others: it is worked out anew
	LeftOut    int    // of them, that say what somebody decided, in a file that may not
	Why        string // it may not
}

// Stored is how many statements of the file the store has.
func (l Loaded) Stored() int { return l.Statements - l.Derived - l.LeftOut }

// Remark says what of the file was not stored as it is, "" for nothing.
func (l Loaded) Remark() string {
	var parts []string
	if l.Derived > 0 {
		parts = append(parts, fmt.Sprintf("%d follow from others and were worked out anew", l.Derived))
	}
	if l.LeftOut > 0 {
		parts = append(parts, fmt.Sprintf("%d say what somebody decided and were left out, because the file is no export of nhiemky (%s)", l.LeftOut, l.Why))
	}
	return strings.Join(parts, "; ")
}

// Load puts N-Quads into the store and derives what follows from the articles among them. The first line
// that is wrong ends it: the error names the line and the column, and nothing of the file is stored.
//
// A file does not decide: what it says under the label of what is derived is left to be derived, and
// decisions are taken only from an export (loaddecisions.go). Blank nodes of two files stay two, and those
// of a file that is loaded again are the same (loadblank.go).
func Load(ctx context.Context, s *store.Store, r io.Reader, o LoadOptions) (Loaded, error) {
	s.StartWriting()
	defer s.StopWriting()
	u, err := beginUpdate(ctx, s)
	if err != nil {
		return Loaded{}, err
	}
	j, err := s.NewJournal()
	if err != nil {
		return Loaded{}, err
	}
	defer j.Abandon()
	l := &loading{update: u, journal: j, decided: newDecided(), blank: newBlankNodes()}
	if !u.marked {
		j.Write('+', store.StaleMark)
	}
	err = vocab.ReadLines(r, o.Base, func(line vocab.Line) error {
		if l.done.Statements++; o.Progress != nil && l.done.Statements%1000 == 0 {
			o.Progress(l.done.Statements)
		}
		return l.line(line)
	})
	if err = cmp.Or(err, ctx.Err()); err != nil {
		return Loaded{}, err
	}
	if err := l.end(); err != nil || l.written == 0 {
		return l.done, err
	}
	if err := u.touched.write(); err != nil {
		return Loaded{}, err
	}
	if err := j.CarryOut(); err != nil {
		return Loaded{}, err
	}
	u.marked = true
	return l.done, u.finish()
}

// loading is a file on its way into the store.
type loading struct {
	*update
	journal *store.Journal
	decided *decided
	blank   *blankNodes
	written int // quads for the store
	done    Loaded
}

// line takes one statement.
func (l *loading) line(line vocab.Line) error {
	l.decided.see(line)
	switch q := line.Quad; q.Label {
	case vocab.Derived:
		l.done.Derived++
		return l.ctx.Err()
	case vocab.Corrections:
		return l.decided.take(line)
	default:
		if err := l.blank.see(l.read, q); err != nil {
			return err
		}
		if err := l.write(q); err != nil {
			return err
		}
	}
	return l.ctx.Err()
}

// write notes a quad for the store.
func (l *loading) write(q quad.Quad) error {
	l.written++
	l.journal.Write('+', q)
	return l.loaded(q)
}

// end does what could not be done before the whole file was read.
func (l *loading) end() error {
	quads, err := l.decided.quads()
	if err != nil {
		return err
	}
	l.done.Why = l.decided.why
	if l.done.Why != "" {
		l.done.LeftOut = l.decided.statements
	}
	for _, q := range quads {
		if err := l.write(q); err != nil {
			return err
		}
	}
	if err := l.touchCorrected(quads); err != nil {
		return err
	}
	if rename := l.blank.rename(); rename != nil {
		return l.journal.Rewrite(rename)
	}
	return nil
}

// loaded marks what has to be derived again because of a quad that is about to be stored. If its article is stored
// already, the other quads of the article matter too.
func (u *update) loaded(q quad.Quad) error {
	u.touch(q)
	if article, ok := q.Subject.(quad.IRI); ok && q.Predicate == vocab.PropShingles {
		u.touched.article(article)
	}
	label, ok := q.Label.(quad.IRI)
	if _, known := u.articles[label]; known || !ok || label == vocab.Reference || label == vocab.Derived {
		return nil
	}
	stored, err := u.read.Knows(label)
	u.articles[label] = stored
	return err
}
