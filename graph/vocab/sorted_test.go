package vocab

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// numbered are n lines in no order, some of them twice, and then an error, if any.
func numbered(n int, err error) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rng := rand.New(rand.NewPCG(1, 2))
		for range n {
			if !yield(fmt.Sprintf("<%07d> .\n", rng.IntN(n)), nil) {
				return
			}
		}
		if err != nil {
			yield("", err)
		}
	}
}

// Lines come out in order, each once, whether they fit into memory or not.
func TestWriteSorted(t *testing.T) {
	for _, n := range []int{0, 10, linesInMemory - 1, linesInMemory, 3*linesInMemory + 7} {
		var want []string
		for l := range numbered(n, nil) {
			want = append(want, l)
		}
		slices.Sort(want)
		var got strings.Builder
		if err := WriteSorted(t.Context(), &got, numbered(n, nil)); err != nil {
			t.Fatal(err)
		}
		if got.String() != strings.Join(slices.Compact(want), "") {
			t.Errorf("%d lines are not sorted", n)
		}
	}
}

// An error of reading or writing ends it, with few lines and with many.
func TestWriteSortedFails(t *testing.T) {
	for _, n := range []int{10, 2 * linesInMemory} {
		broken := errors.New("the store broke")
		if err := WriteSorted(t.Context(), io.Discard, numbered(n, broken)); !errors.Is(err, broken) {
			t.Errorf("%d lines: %v, want %v", n, err, broken)
		}
		if err := WriteSorted(t.Context(), full{}, numbered(n, nil)); !errors.Is(err, errFull) {
			t.Errorf("%d lines: %v, want %v", n, err, errFull)
		}
	}
}

var errFull = errors.New("no room")

// full is a file to which nothing can be written.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
