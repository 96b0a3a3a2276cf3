package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	"github.com/nhiemky/nhiemky/graph/query"
)

// Backends of a store.
const (
	LevelDB  = "leveldb"  // in a folder; the default
	MemStore = "memstore" // in memory, gone when the process ends; no reader beside a writer
)

// Options says how a store is opened. The zero value opens a store that exists, for reading and writing.
type Options struct {
	Backend string // LevelDB when ""
	Create  bool   // make the store where there is none
	Who     string // opens it, such as "nhiemky build": others who find it in use are told
}

// Store is an open store. One process has it at a time. Its methods may be called from several
// goroutines; those that write take turns.
type Store struct {
	path    string
	handle  *graph.Handle
	indexes []kv.QuadIndex // of ours, those that it has
	tidy    func() error   // puts the database in order
	queries query.Gate
	names   *Recent[any, quad.Value] // that Looks read
	quads   *quadMemory              // that Looks read; emptied with each change

	changes atomic.Int64
	views   sync.RWMutex // held by those who change the store beside readers, shared by Look
	writing sync.Mutex
	broken  error // a write that failed half way: nothing more is written until the store is opened again
}

// Open opens the store in a folder. A folder or file that is no store of nhiemky is refused before
// anything in it is touched. The error is one line that names the path.
func Open(path string, o Options) (*Store, error) {
	var qs graph.QuadStore
	var locked, err error
	tidy := func() error { return nil }
	switch o.Backend {
	case "", LevelDB:
		qs, tidy, locked, err = openFolder(path, o.Create)
	case MemStore:
		path, qs = "", memstore.New()
	default:
		return nil, fmt.Errorf("no backend %q: there are %s and %s", o.Backend, LevelDB, MemStore)
	}
	if err != nil {
		return nil, err
	}
	w, err := writer.NewSingle(qs, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", path, err), qs.Close())
	}
	s := &Store{path: path, tidy: tidy, handle: &graph.Handle{QuadStore: qs, QuadWriter: w}, indexes: indexesOf(qs), queries: query.NewGate(),
		names: NewRecent[any, quad.Value](maxNames), quads: NewRecent[lookedUp, []quad.Quad](maxQuads)}
	if s.broken = locked; locked != nil {
		return s, nil
	}
	if s.path != "" {
		own(s.path, o.Who)
	}
	if err := s.finishJournal(); err != nil {
		return nil, errors.Join(err, qs.Close())
	}
	return s, nil
}

// Handle is Cayley's view of the store, for running queries. Whoever writes through it goes round
// everything that this package keeps true.
func (s *Store) Handle() *graph.Handle { return s.handle }

// Path is the folder of the store, "" for one in memory.
func (s *Store) Path() string { return s.path }

// Close closes the store. What was added is on disk already.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.path != "" && s.broken == nil {
		_ = os.Remove(filepath.Join(s.path, ownerFile))
	}
	if err := s.handle.Close(); err != nil {
		return fmt.Errorf("closing %s: %w", s.path, err)
	}
	return nil
}

// StartWriting waits until nobody writes, and keeps other writers out until stopWriting.
func (s *Store) StartWriting() { s.writing.Lock() }

// StopWriting lets others write.
func (s *Store) StopWriting() { s.writing.Unlock() }

// PutInOrder puts the database in order, as is due after many changes.
func (s *Store) PutInOrder() error {
	if err := s.tidy(); err != nil {
		return fmt.Errorf("%s: putting the database in order: %w", s.path, WriteError(err))
	}
	return nil
}

func (s *Store) Reader(ctx context.Context) Reader {
	return Reader{ctx: ctx, qs: s.handle.QuadStore, names: NewRecent[any, quad.Value](maxNames), indexes: s.indexes}
}

// SharedReader is a reader that has in common with others what it read. It is for times in which the store
// does not change.
func (s *Store) SharedReader(ctx context.Context) Reader {
	return Reader{ctx: ctx, qs: s.handle.QuadStore, names: s.names, quads: s.quads, indexes: s.indexes}
}
