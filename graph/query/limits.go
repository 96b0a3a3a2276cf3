package query

import (
	"errors"
	"fmt"
	"time"
)

// Limits bound what one query may use. A limit that is hit ends the query with an error; results
// are never cut silently. A field that is 0 takes its value from DefaultLimits.
type Limits struct {
	Time        time.Duration // from the start of the query to its last row; also the longest wait for its turn
	Rows        int           // number of rows of the result
	MemoryBytes uint64        // growth of the heap while the query runs; length of its answer as text
	// Runaway, when not nil, is called with the error once the engine was told to stop and does not:
	// it runs on, and its memory may grow without end. A script can do that in one step
	// ("x".repeat(1e9)), and nothing inside a Go process can end it. Go itself ends a process for a
	// stack of 1 GB, which a script can have in a second (JSON.parse of "[" ten million times). A program gives a function here
	// that says so and ends the process, or makes a new one of it. It is called from any goroutine,
	// soon after Query returned ErrStuck, which it does at once when the memory is four times what is
	// allowed or a stack grows very large.
	Runaway func(error)
}

// DefaultLimits are the bounds of a query that names none.
func DefaultLimits() Limits {
	return Limits{Time: 30 * time.Second, Rows: 100_000, MemoryBytes: 512 << 20}
}

// Bounds of the text of a query. The parsers of Cayley's languages recurse, cannot be stopped, and
// take a long time over brackets in brackets that are not closed.
const (
	maxQueryText = 32 << 10 // bytes
	maxNesting   = 250      // brackets that are open at one time, those in strings and comments too
)

// Errors of a query that hit a limit; test for them with errors.Is.
var (
	ErrTime   = errors.New("the query took longer than it may")
	ErrRows   = errors.New("the query gave more rows than it may")
	ErrMemory = errors.New("the query took more memory than it may")
	ErrText   = errors.New("the text of the query is longer or deeper than it may be")
	ErrBusy   = errors.New("too many queries are running")
	// ErrStuck comes together with ErrTime or ErrMemory when the engine did not stop when told to;
	// see Limits.Runaway.
	ErrStuck = errors.New("the query engine did not stop")
)

// QueryError is a mistake in the text of a query.
type QueryError struct {
	Line, Column int // 1-based, in characters; 0 where the engine does not tell
	Message      string
}

// Error is "line 3, column 14: …".
func (e *QueryError) Error() string {
	if e.Line == 0 {
		return "query: " + e.Message
	}
	return fmt.Sprintf("query: line %d, column %d: %s", e.Line, e.Column, e.Message)
}

// orDefault fills in the fields that are 0.
func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	if l.Time <= 0 {
		l.Time = d.Time
	}
	if l.Rows <= 0 {
		l.Rows = d.Rows
	}
	if l.MemoryBytes == 0 {
		l.MemoryBytes = d.MemoryBytes
	}
	return l
}

func (l Limits) timeError() error {
	return fmt.Errorf("%w (%v): ask for less, or allow more time", ErrTime, l.Time)
}

func (l Limits) rowsError() error {
	return fmt.Errorf("%w (%d): ask for less, or allow more rows", ErrRows, l.Rows)
}

func (l Limits) memoryError() error {
	return fmt.Errorf("%w (%d MiB): ask for less, or allow more memory", ErrMemory, l.MemoryBytes>>20)
}

func (l Limits) stackError() error {
	return fmt.Errorf("%w: something in it is inside itself, or very deep", ErrMemory)
}

func (l Limits) answerError() error {
	return fmt.Errorf("%w: its answer would be longer than %d MiB", ErrMemory, l.MemoryBytes>>20)
}

// checkText reports ErrText for a text that the parsers should not get.
func checkText(text string) error {
	if len(text) > maxQueryText {
		return fmt.Errorf("%w: %d bytes, at most %d", ErrText, len(text), maxQueryText)
	}
	open := 0
	for _, c := range []byte(text) {
		switch c {
		case '(', '[', '{':
			open++
		case ')', ']', '}':
			open = max(open-1, 0)
		}
		if open > maxNesting {
			return fmt.Errorf("%w: more than %d brackets in one another", ErrText, maxNesting)
		}
	}
	return nil
}
