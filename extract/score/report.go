package score

import (
	"bufio"
	"fmt"
	"io"
	"slices"
)

// Report is what a comparison found.
type Report struct {
	Documents   int          // how many gold names
	Differences []Difference // every miss, false alarm and disagreement, in the order of the documents

	figures []*Figure
	shares  []*Share
	rules   map[string]*Rule
	judged  []judged
}

// Figure says how well one kind of record, or one aspect of it, was found.
type Figure struct {
	Name                 string // person, holding, loose, congress, document or meeting
	Right, False, Missed int    // true positives, false positives, false negatives
}

// Share says how many of the matched records agree on one thing.
type Share struct {
	Name       string // status, office, dates, stated or term
	Right, All int
}

// Difference is a record that is missing ("-"), or one that is too much ("+"), or a value on which
// matched records disagree ("~").
type Difference struct {
	Sign      string
	Document  string
	What      string // the kind of the record; for "~" the key: status, from or to
	Record    string // its main values, those of gold where there is gold
	Gold, Got string // for "~": the values, None where there is none
	Rule      string // that made the system's record, where it says so
}

// String is the difference as one line.
func (d Difference) String() string {
	s := fmt.Sprintf("%s %s %s %s", d.Sign, d.Document, d.What, d.Record)
	if d.Sign == "~" {
		s += fmt.Sprintf(": gold %s, got %s", d.Gold, d.Got)
	}
	return s
}

// count adds a case to a share.
func (s *Share) count(right bool) {
	s.All++
	if right {
		s.Right++
	}
}

// Precision is the share of what was found that is right, 1 when nothing was found.
func (f Figure) Precision() float64 { return ratio(f.Right, f.Right+f.False) }

// Recall is the share of what should be found that was, 1 when there is nothing to find.
func (f Figure) Recall() float64 { return ratio(f.Right, f.Right+f.Missed) }

// F1 is the harmonic mean of precision and recall.
func (f Figure) F1() float64 {
	p, r := f.Precision(), f.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Value is the share as a number, 1 of nothing.
func (s Share) Value() float64 { return ratio(s.Right, s.All) }

// ratio is a of b, 1 when b is 0.
func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Figures are those that were looked at, in the order in which they are printed.
func (r *Report) Figures() []Figure {
	var all []Figure
	for _, name := range []string{"person", "holding", "loose", "congress", "document", "meeting"} {
		if i := r.indexFigure(name); i >= 0 {
			all = append(all, *r.figures[i])
		}
	}
	return all
}

// Shares are those of which there is at least one case, in the order in which they are printed.
func (r *Report) Shares() []Share {
	var all []Share
	for _, name := range []string{"status", "office", "dates", "stated", "term"} {
		if i := r.indexShare(name); i >= 0 {
			all = append(all, *r.shares[i])
		}
	}
	return all
}

// figure is the figure of that name, which is made when it is not there.
func (r *Report) figure(name string) *Figure {
	if i := r.indexFigure(name); i >= 0 {
		return r.figures[i]
	}
	f := &Figure{Name: name}
	r.figures = append(r.figures, f)
	return f
}

func (r *Report) indexFigure(name string) int {
	return slices.IndexFunc(r.figures, func(f *Figure) bool { return f.Name == name })
}

// share is the share of that name, which is made when it is not there.
func (r *Report) share(name string) *Share {
	if i := r.indexShare(name); i >= 0 {
		return r.shares[i]
	}
	s := &Share{Name: name}
	r.shares = append(r.shares, s)
	return s
}

func (r *Report) indexShare(name string) int {
	return slices.IndexFunc(r.shares, func(s *Share) bool { return s.Name == name })
}

// Print writes the figures, after the differences when they are asked for, in the very lines of
// score.py.
func (r *Report) Print(out io.Writer, differences bool) error {
	w := bufio.NewWriter(out)
	if differences {
		for _, d := range r.Differences {
			fmt.Fprintln(w, d)
		}
	}
	fmt.Fprintln(w, "documents", r.Documents)
	for _, f := range r.Figures() {
		fmt.Fprintf(w, "%-9s P %.3f  R %.3f  F1 %.3f  (tp %d, fp %d, fn %d)\n",
			f.Name, f.Precision(), f.Recall(), f.F1(), f.Right, f.False, f.Missed)
	}
	for _, s := range r.Shares() {
		fmt.Fprintf(w, "%-9s %.3f  (%d of %d)\n", s.Name, s.Value(), s.Right, s.All)
	}
	return w.Flush()
}
