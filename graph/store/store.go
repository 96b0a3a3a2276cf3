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
	"github.com/cayleygraph/cayley/graph/memstore"
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
	Read    bool   // only read it, beside whoever writes to it
	Who     string // opens it for writing, such as "nhiemky build": others who find it in use are told
}

// Store is an open store. One process at a time writes to one on disk. Its methods may be called from
// several goroutines; those that write take turns.
type Store struct {
	path    string
	now     atomic.Pointer[opened] // another one after MoveOn
	frozen  *frozen                // the files of one that is only read
	holding sync.Mutex             // while another one takes its place
	past    []*opened              // that somebody may still read
	queries query.Gate
	names   *Recent[any, quad.Value] // that Looks read
	quads   *quadMemory              // that Looks read; emptied with each change

	changes atomic.Int64
	views   sync.RWMutex // held by those who change the store beside readers, shared by Look
	writing sync.Mutex
	broken  error // a write that failed half way, or why nothing can be written: until the store is opened again
}

// Open opens the store in a folder. A folder or file that is no store of nhiemky is refused before
// anything in it is touched. The error is one line that names the path.
func Open(path string, o Options) (*Store, error) {
	s := &Store{path: path, queries: query.NewGate(), names: NewRecent[any, quad.Value](maxNames), quads: NewRecent[lookedUp, []quad.Quad](maxQuads)}
	var db *opened
	var locked, err error
	switch {
	case o.Backend == MemStore:
		s.path = ""
		db, err = newOpened("", memstore.New())
	case o.Backend != "" && o.Backend != LevelDB:
		err = fmt.Errorf("no backend %q: there are %s and %s", o.Backend, LevelDB, MemStore)
	case o.Read:
		db, s.frozen, err = openFrozen(path)
		locked = fmt.Errorf("%s: %w", path, errReadOnly)
	default:
		db, locked, err = openFolder(path, o.Create)
	}
	if err != nil {
		return nil, err
	}
	s.now.Store(db)
	if s.broken = locked; locked != nil || s.path == "" {
		return s, nil
	}
	own(s.path, o.Who)
	if err := s.finishJournal(); err != nil {
		return nil, errors.Join(err, db.close())
	}
	stale, err := s.Stale(context.Background())
	if err != nil {
		return nil, errors.Join(err, db.close())
	}
	s.publishFirst(stale)
	return s, nil
}

// Handle is Cayley's view of the store, for running queries. Whoever writes through it goes round
// everything that this package keeps true.
func (s *Store) Handle() *graph.Handle { return s.now.Load().handle }

// Path is the folder of the store, "" for one in memory.
func (s *Store) Path() string { return s.path }

// Close closes the store. What was added is on disk already.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.path != "" && s.broken == nil {
		s.Finished()
		_ = os.Remove(filepath.Join(s.path, ownerFile))
	}
	var errs []error
	for _, o := range append(s.past, s.now.Load()) {
		errs = append(errs, o.close())
	}
	if err := errors.Join(errs...); err != nil {
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
	if err := s.now.Load().tidy(); err != nil {
		return fmt.Errorf("%s: putting the database in order: %w", s.path, WriteError(err))
	}
	return nil
}

func (s *Store) Reader(ctx context.Context) Reader {
	o := s.now.Load()
	return Reader{ctx: ctx, qs: o.handle.QuadStore, names: NewRecent[any, quad.Value](maxNames), indexes: o.indexes}
}

// SharedReader is a reader that has in common with others what it read. It is for times in which the store
// does not change.
func (s *Store) SharedReader(ctx context.Context) Reader {
	o := s.now.Load()
	return Reader{ctx: ctx, qs: o.handle.QuadStore, names: s.names, quads: s.quads, indexes: o.indexes}
}
