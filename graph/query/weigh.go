package query

import (
	"fmt"
)

// maxDepth is the deepest nesting of lists and objects in a result.
const maxDepth = 250

// scale bounds the text of results before they are written. A script can make a result that takes little memory but
// endless text: the same long string in every row, the same object twice in every object.
type scale struct {
	limits Limits
	left   uint64 // bytes of text that are left
}

// weigh subtracts the length of a value as JSON, and returns ErrMemory if that is too much.
func (s *scale) weigh(v any, depth int) error {
	if depth > maxDepth {
		return &QueryError{Message: fmt.Sprintf("a result has more than %d lists and objects in one another", maxDepth)}
	}
	switch v := v.(type) {
	case string:
		return s.take(textLength(v))
	case []any:
		for _, one := range v {
			if err := s.weigh(one, depth+1); err != nil {
				return err
			}
		}
	case map[string]any:
		for name, one := range v {
			if err := s.take(textLength(name)); err != nil {
				return err
			}
			if err := s.weigh(one, depth+1); err != nil {
				return err
			}
		}
	}
	return s.take(8) // a number, brackets
}

func (s *scale) take(bytes uint64) error {
	if bytes > s.left {
		s.left = 0
		return s.limits.answerError()
	}
	s.left -= bytes
	return nil
}

// textLength is the length of a string in JSON, in bytes.
func textLength(s string) uint64 {
	n := uint64(len(s)) + 2
	for _, c := range []byte(s) {
		switch {
		case c < ' ', c == '<', c == '>', c == '&':
			n += 5 // \u003c
		case c == '"', c == '\\':
			n++
		}
	}
	return n
}
