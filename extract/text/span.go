package text

import "fmt"

// Span is a half-open range [Start, End) of byte offsets in the raw bytes of a document.
// The zero Span is empty.
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Union is the smallest span that contains both.
func (s Span) Union(o Span) Span {
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// String is the form "[12,34)".
func (s Span) String() string { return fmt.Sprintf("[%d,%d)", s.Start, s.End) }
