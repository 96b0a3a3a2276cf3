package ingest

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/store"
)

// touched lists what has to be derived again: names whose persons may have changed, groups of documents, loaded
// articles that may be nearly copies of others, and nodes that lost a reference. It is kept in a file of the store,
// one line each. The file is written before each change and removed once everything is derived, so that the next run
// can complete an interrupted one.
type touched struct {
	persons map[string]bool
	groups  map[string]bool
	dropped map[quad.IRI]bool
	sharing map[quad.IRI]bool // articles that may be nearly copies

	path  string   // path of the file, "" for a store in memory
	fresh []string // lines that are not in the file yet
}

func newTouched(path string) *touched {
	t := &touched{persons: map[string]bool{}, groups: map[string]bool{}, dropped: map[quad.IRI]bool{}, sharing: map[quad.IRI]bool{}}
	if path != "" {
		t.path = filepath.Join(path, store.TouchedFile)
	}
	return t
}

func (t *touched) person(name string) { note(t, t.persons, "person", name) }
func (t *touched) group(name string)  { note(t, t.groups, "group", name) }
func (t *touched) article(n quad.IRI) { note(t, t.sharing, "article", n) }
func (t *touched) node(n quad.IRI)    { note(t, t.dropped, "node", n) }

func note[T ~string](t *touched, set map[T]bool, kind string, what T) {
	if set[what] {
		return
	}
	set[what] = true
	if t.path != "" {
		t.fresh = append(t.fresh, kind+" "+strconv.Quote(string(what))+"\n")
	}
}

// Write appends the new lines to the file.
func (t *touched) write() error {
	if len(t.fresh) == 0 {
		return nil
	}
	f, err := os.OpenFile(t.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return fmt.Errorf("%s: cannot write to the store: %w", filepath.Dir(t.path), store.WriteError(err))
	}
	_, err = f.WriteString(strings.Join(t.fresh, ""))
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("%s: cannot write to the store: %w", filepath.Dir(t.path), store.WriteError(err))
	}
	t.fresh = t.fresh[:0]
	return nil
}

// read reads what an interrupted run left to be derived. found is false if that is not known.
func (t *touched) read() (found bool, err error) {
	if t.path == "" {
		return false, nil
	}
	f, err := os.Open(t.path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	for {
		line, err := in.ReadString('\n')
		if err != nil { // end of the file; a change whose line is incomplete was not begun
			return true, nil
		}
		kind, quoted, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		what, err := strconv.Unquote(quoted)
		if err != nil {
			return false, nil // damaged
		}
		switch kind {
		case "person":
			t.persons[what] = true
		case "group":
			t.groups[what] = true
		case "article":
			t.sharing[quad.IRI(what)] = true
		case "node":
			t.dropped[quad.IRI(what)] = true
		}
	}
}

// remove deletes the file once everything is derived.
func (t *touched) remove() error {
	if t.path == "" {
		return nil
	}
	if err := os.Remove(t.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
