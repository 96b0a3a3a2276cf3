package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/flat"
	"github.com/hidal-go/hidalgo/kv/flat/leveldb"
	goleveldb "github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/storage"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// A store is a folder with the file below, the database, what readers may open of it (finished.go), and at
// times a journal (journal.go), a list of what is to be derived anew (ingest/touched.go) and a note of who
// has it open. The file is written last, so a folder with it is a whole store, and one without it is not touched.
const (
	markerFile   = "nhiemky.json"
	databaseName = "quads"
	makingFile   = "nhiemky.making" // there while the store is being made
	storeFormat  = 1
)

type marker struct {
	Store   string `json:"store"`
	Format  int    `json:"format"`
	Backend string `json:"backend"`
}

// openFolder opens the store in a folder for writing, and takes its lock. locked is why nothing can be
// written to it, where it can still be read.
func openFolder(path string, create bool) (o *opened, locked, err error) {
	if err := checkFolder(path, create); err != nil {
		return nil, nil, err
	}
	files, err := lockedFiles(filepath.Join(path, databaseName))
	if err != nil {
		return readableStill(path, create, err, openError(path, err))
	}
	keep, strict, err := keepWhole(files, path)
	if err != nil {
		return nil, nil, errors.Join(openError(path, err), files.Close())
	}
	o, err = openDatabase(path, keep, strict)
	if err != nil {
		return readableStill(path, create, err, err)
	}
	o.keep = keep
	return o, nil, nil
}

// readableStill opens a store for reading that cannot be written to because of err, unless it was to be created; else the
// error is failed.
func readableStill(path string, create bool, err, failed error) (o *opened, locked, _ error) {
	if create || !cannotWrite(err) {
		return nil, nil, failed
	}
	o, _, failed = openFrozen(path)
	return o, openError(path, err), failed
}

// openFrozen opens what the last finished write left in a store, for reading.
func openFrozen(path string) (*opened, *frozen, error) {
	if err := checkFolder(path, false); err != nil {
		return nil, nil, err
	}
	f, err := freeze(path)
	if err != nil {
		return nil, nil, openError(path, err)
	}
	o, err := openDatabase(path, f, f.strict)
	return o, f, err
}

// opened is an open database.
type opened struct {
	handle  *graph.Handle
	indexes []kv.QuadIndex // of ours, those that it has
	tidy    func() error   // puts it in order, which makes reading faster: it does so by itself only while it is open, and begins anew each time when it is closed too soon
	files   storage.Storage
	keep    *keeping     // of a database that is written to
	users   atomic.Int32 // queries that read it
}

// openDatabase opens the database in some files, which it closes when it cannot. strict says that its list
// of tables has to be without damage.
func openDatabase(path string, files storage.Storage, strict bool) (*opened, error) {
	_, frozen := files.(*frozen)
	options := databaseOptions(&opt.Options{ErrorIfMissing: true, ReadOnly: frozen, Strict: opt.DefaultStrict})
	if strict {
		options.Strict |= opt.StrictManifest
	}
	db, err := goleveldb.Open(files, options)
	if err != nil {
		return nil, errors.Join(openError(path, err), files.Close())
	}
	keys := flat.Upgrade(leveldb.New(db))
	qs, err := kv.New(keys, graph.Options{kv.OptNoBloom: true})
	if err == nil {
		err = checkCounters(keys)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w: %w", path, errDamaged, err), db.Close(), files.Close())
	}
	o, err := newOpened(path, qs)
	if err != nil {
		return nil, errors.Join(err, qs.Close(), files.Close())
	}
	o.files, o.tidy = files, func() error { return db.CompactRange(util.Range{}) }
	return o, nil
}

// checkCounters reads what Cayley keeps of the size of a store. Cayley takes it for nothing when it cannot be
// read, and the store for empty.
func checkCounters(db hidalgo.KV) error {
	ctx := context.Background()
	return hidalgo.View(ctx, db, func(tx hidalgo.Tx) error {
		for _, name := range []string{"version", "indexes", "size", "horizon"} {
			_, err := tx.Get(ctx, hidalgo.SKey("meta", name))
			if err != nil && !errors.Is(err, hidalgo.ErrNotFound) {
				return err
			}
		}
		return nil
	})
}

// newOpened is a quad store and what writes to it.
func newOpened(path string, qs graph.QuadStore) (*opened, error) {
	w, err := writer.NewSingle(qs, graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &opened{handle: &graph.Handle{QuadStore: qs, QuadWriter: w}, indexes: indexesOf(qs), tidy: func() error { return nil }}, nil
}

func (o *opened) close() error {
	err := o.handle.Close()
	if o.files != nil {
		err = errors.Join(err, o.files.Close())
	}
	return err
}

// A reader has the lock while it opens the files. A writer that comes in that moment tries again.
const (
	lockAttempts = 40
	lockPause    = 5 * time.Millisecond
)

// lockedFiles are the files of a database, which nobody else has.
func lockedFiles(database string) (files storage.Storage, err error) {
	for range lockAttempts {
		if files, err = storage.OpenFile(database, false); !inUse(err) {
			return files, err
		}
		time.Sleep(lockPause)
	}
	return nil, err
}

// checkFolder reports whether there is a store in a folder, and makes one with create.
func checkFolder(path string, create bool) error {
	err := checkMarker(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := checkFree(path, create); err != nil {
		return err
	}
	return makeFolder(path)
}

// cannotWrite reports an error for which the disk or the folder is to blame and not the store.
func cannotWrite(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ENOSPC)
}

// A process that has a store says in a file who it is, for others who find the store in use.
const ownerFile = "in-use"

// own says that the store is ours. It is of no account when it cannot: the database has a lock.
func own(path, who string) {
	if who != "" {
		text := fmt.Sprintf("%s, process %d, since %s\n", who, os.Getpid(), time.Now().Format("2006-01-02 15:04"))
		_ = os.WriteFile(filepath.Join(path, ownerFile), []byte(text), 0o666)
	}
}

// owner is who has the store, as far as that is known.
func owner(path string) string {
	text, err := os.ReadFile(filepath.Join(path, ownerFile))
	if err != nil || len(text) == 0 {
		return "another process"
	}
	return strings.TrimSpace(string(text))
}

// databaseOptions are those of leveldb that fit a store which is written in large batches and read at
// random: room for a whole batch, and a filter in each table for keys that are not in it.
func databaseOptions(o *opt.Options) *opt.Options {
	o.WriteBuffer = 32 << 20
	o.BlockCacheCapacity = 32 << 20
	o.CompactionTableSize = 4 << 20
	o.CompactionTotalSize = 10 << 20
	o.Filter = filter.NewBloomFilter(10)
	return o
}

// checkMarker reports whether the folder is a store that this program reads.
func checkMarker(path string) error {
	text, err := os.ReadFile(filepath.Join(path, markerFile))
	switch {
	case errors.Is(err, syscall.ENOTDIR):
		return fmt.Errorf("%s is a file and no store of nhiemky", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to read the store", path)
	case err != nil:
		return err
	}
	var m marker
	if err := json.Unmarshal(text, &m); err != nil || m.Store != "nhiemky" {
		return fmt.Errorf("%s is no store of nhiemky: its %s was written by something else", path, markerFile)
	}
	if m.Format != storeFormat || m.Backend != LevelDB {
		return fmt.Errorf("%s is a store of format %d on %s, and this program reads format %d on %s: make a new one with nhiemky build",
			path, m.Format, m.Backend, storeFormat, LevelDB)
	}
	return nil
}

// checkFree reports whether a store may be made at a path: nothing is there, or an empty folder, or
// one in which the making of a store was interrupted.
func checkFree(path string, create bool) error {
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !create:
		return fmt.Errorf("no store at %s: make one with nhiemky build", path)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to read the store", path)
	case err != nil:
		return fmt.Errorf("%s: cannot be read as a store: %w", path, err)
	}
	making := false
	for _, e := range entries {
		making = making || e.Name() == makingFile
	}
	for _, e := range entries {
		if !making || e.Name() != databaseName && e.Name() != makingFile && e.Name() != finishedFile {
			return fmt.Errorf("%s is a folder of something else and no store of nhiemky", path)
		}
	}
	if !create {
		return fmt.Errorf("no store at %s: make one with nhiemky build", path)
	}
	return nil
}

// makeFolder makes an empty store. The marker comes last.
func makeFolder(path string) error {
	making := filepath.Join(path, makingFile)
	database := filepath.Join(path, databaseName)
	fail := func(err error) error { return fmt.Errorf("making a store at %s: %w", path, err) }
	if err := os.MkdirAll(path, 0o777); err != nil {
		return fail(err)
	}
	if err := os.WriteFile(making, []byte("A store of nhiemky is being made here.\n"), 0o666); err != nil {
		return fail(err)
	}
	if err := os.RemoveAll(database); err != nil { // of an interrupted making
		return fail(err)
	}
	if err := initDatabase(database, ourIndexes); err != nil {
		return fail(err)
	}
	if err := publishNew(path); err != nil {
		return fail(err)
	}
	text, err := json.Marshal(marker{"nhiemky", storeFormat, LevelDB})
	if err != nil {
		return fail(err)
	}
	if err := os.WriteFile(making, append(text, '\n'), 0o666); err != nil {
		return fail(err)
	}
	if err := os.Rename(making, filepath.Join(path, markerFile)); err != nil {
		return fail(err)
	}
	return nil
}

var initialising sync.Mutex // Cayley takes its indexes from a variable of the package

// ourIndexes are Cayley's two and those that our queries need beside them: from a property to its
// subjects, and from a label to its quads. The latter goes on to the subject because Cayley keeps
// what has one key as one list, and reads all of it before it adds a quad.
var ourIndexes = append(slices.Clone(kv.DefaultQuadIndexes),
	kv.QuadIndex{Dirs: []quad.Direction{quad.Predicate, quad.Subject}},
	kv.QuadIndex{Dirs: []quad.Direction{quad.Label, quad.Subject}})

// indexesOf are those of our indexes that a store has.
func indexesOf(qs graph.QuadStore) (out []kv.QuadIndex) {
	store, ok := qs.(*kv.QuadStore)
	if !ok {
		return nil
	}
	for _, index := range ourIndexes {
		all := shape.QuadsAction{Result: quad.Label}
		for _, d := range index.Dirs {
			all.SetFilter(d, kv.Int64Value(1)) // any node: only the index is of interest
		}
		plan, _ := store.OptimizeShape(context.Background(), all)
		nodes, _ := plan.(shape.NodesFrom)
		if scan, ok := nodes.Quads.(kv.IndexScan); ok && slices.Equal(scan.Index.Dirs, index.Dirs) {
			out = append(out, index)
		}
	}
	return out
}

// initDatabase makes an empty database. It keeps the list of its indexes: one that was made with
// others is opened and read with those.
func initDatabase(path string, indexes []kv.QuadIndex) error {
	db, err := leveldb.Open(path, databaseOptions(&opt.Options{ErrorIfExist: true}))
	if err != nil {
		return err
	}
	initialising.Lock()
	defer initialising.Unlock()
	cayleys := kv.DefaultQuadIndexes
	defer func() { kv.DefaultQuadIndexes = cayleys }()
	kv.DefaultQuadIndexes = indexes
	return errors.Join(kv.Init(flat.Upgrade(db), nil), db.Close())
}

var errNoSpace = errors.New("no space is left on the disk: free some, and run the same command again")

// WriteError is an error of writing in words that say what to do, where there are any.
func WriteError(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return errNoSpace
	}
	return err
}

// openError makes one clear line of what the database says.
func openError(path string, err error) error {
	switch {
	case inUse(err):
		return fmt.Errorf("%s: the store is in use by %s: wait for its end, or end it", path, owner(path))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to write to the store", path)
	case errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%s: the store lies where nothing can be written: copy it elsewhere", path)
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%s: %w", path, errNoSpace)
	}
	if IsDamaged(err) && !errors.Is(err, errDamaged) {
		err = fmt.Errorf("%w: %w", errDamaged, err)
	}
	return fmt.Errorf("%s: %w: put a copy back in its place, or build a new one", path, err)
}
