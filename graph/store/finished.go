package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	leveldberrors "github.com/syndtr/goleveldb/leveldb/errors"
	"github.com/syndtr/goleveldb/leveldb/storage"
)

// A store can be asked while it is written to. The tables of leveldb do not change once they are written,
// and its list of tables (the manifest) only grows. So a list of files, with how long they are, is the
// whole of what a finished write has left: finishedFile. As long as it is the newest, the writer keeps
// the files in it, and readers open them without asking anybody.
const finishedFile = "finished"

// finished is what the file says.
type finished struct {
	Manifest int64        `json:"manifest"` // number of the manifest
	Files    []listedFile `json:"files"`
}

type listedFile struct {
	Type   storage.FileType `json:"type"`
	Number int64            `json:"number"`
	Size   int64            `json:"size"` // what is behind it was written later
}

func (f listedFile) desc() storage.FileDesc { return storage.FileDesc{Type: f.Type, Num: f.Number} }

// readFinished reads the list of a store, and says which file it is, so that another one can be told.
func readFinished(path string) (finished, os.FileInfo, error) {
	var f finished
	file, err := os.Open(filepath.Join(path, finishedFile))
	if err != nil {
		return f, nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return f, nil, err
	}
	return f, info, json.NewDecoder(file).Decode(&f)
}

// keeping is the files of a store that is written to. What readers may open is not removed before there
// is a newer list.
type keeping struct {
	storage.Storage
	path   string // of the store
	lock   sync.Mutex
	listed map[storage.FileDesc]bool
	gone   map[storage.FileDesc]bool // what leveldb needs no more
}

// keepFinished keeps what a list names that was left there.
func keepFinished(s storage.Storage, path string) *keeping {
	k := &keeping{Storage: s, path: path, listed: map[storage.FileDesc]bool{}, gone: map[storage.FileDesc]bool{}}
	if f, _, err := readFinished(path); err == nil && f.whole(path) {
		for _, file := range f.Files {
			k.listed[file.desc()] = true
		}
	}
	return k
}

// keepWhole is keepFinished for a store that is opened; see strict.
func keepWhole(s storage.Storage, path string) (k *keeping, strict bool, err error) {
	k = keepFinished(s, path)
	list, _, err := readFinished(path)
	if err != nil {
		return k, false, nil // there is none
	}
	meta, err := s.GetMeta()
	if err != nil {
		return k, false, nil // leveldb says what is wrong
	}
	strict, err = list.strict(path, meta)
	return k, strict, err
}

// whole reports whether all files are there and as long as they were: a loss of power may have cut them.
func (f finished) whole(path string) bool {
	return !slices.ContainsFunc(f.Files, func(l listedFile) bool {
		info, err := os.Stat(filepath.Join(path, databaseName, l.desc().String()))
		return err != nil || info.Size() < l.Size
	})
}

// strict reports whether the manifest is as long as it was when the last write was finished: then nothing in
// it may be damaged. It is an error when it is shorter. A longer one may end in the midst of a write.
func (f finished) strict(path string, manifest storage.FileDesc) (bool, error) {
	at := slices.IndexFunc(f.Files, func(l listedFile) bool { return l.desc() == manifest })
	if at < 0 {
		return false, nil
	}
	info, err := os.Stat(filepath.Join(path, databaseName, manifest.String()))
	if err != nil {
		return false, err
	}
	if info.Size() < f.Files[at].Size {
		return false, fmt.Errorf("%w: the list of its tables was cut", errDamaged)
	}
	return info.Size() == f.Files[at].Size, nil
}

// errDamaged is part of each error that says that a store is damaged.
var errDamaged = errors.New("the store is damaged")

// IsDamaged reports an error for which damage in the store is to blame. Scripts make a text of the error of
// the database.
func IsDamaged(err error) bool {
	return err != nil && (errors.Is(err, errDamaged) || errors.As(err, new(*storage.ErrCorrupted)) || errors.As(err, new(*leveldberrors.ErrCorrupted)) ||
		strings.Contains(err.Error(), "leveldb/table: corruption"))
}

// Remove removes a file, or notes that it is to be removed.
func (k *keeping) Remove(fd storage.FileDesc) error {
	k.lock.Lock()
	defer k.lock.Unlock()
	if k.listed[fd] {
		k.gone[fd] = true
		return nil
	}
	return k.Storage.Remove(fd)
}

// publish makes what is stored now what readers open, and removes what was kept for those before. A
// reader that comes to a removed file takes the new list.
func (k *keeping) publish() error {
	k.lock.Lock() // no file goes while the list is made
	defer k.lock.Unlock()
	meta, err := k.GetMeta()
	if err != nil {
		return err
	}
	all, err := k.List(storage.TypeManifest | storage.TypeJournal | storage.TypeTable)
	if err != nil {
		return err
	}
	f, listed := finished{Manifest: meta.Num}, map[storage.FileDesc]bool{}
	for _, fd := range all {
		if k.gone[fd] || fd.Type == storage.TypeManifest && fd != meta {
			continue
		}
		info, err := os.Stat(filepath.Join(k.path, databaseName, fd.String()))
		if err != nil {
			return err
		}
		f.Files, listed[fd] = append(f.Files, listedFile{fd.Type, fd.Num, info.Size()}), true
	}
	if err := k.write(f); err != nil {
		return err
	}
	for fd := range k.gone {
		if err = k.Storage.Remove(fd); err != nil && !errors.Is(err, fs.ErrNotExist) {
			continue // a reader may have it open, where that matters; leveldb removes it at the next start
		}
		delete(k.gone, fd)
	}
	k.listed = listed
	return nil
}

// write writes the list: a reader finds the old one or the new one.
func (k *keeping) write(f finished) error {
	text, err := json.Marshal(f)
	if err != nil {
		return err
	}
	name := filepath.Join(k.path, finishedFile)
	if err := os.WriteFile(name+".new", append(text, '\n'), 0o666); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// publishNew writes the list of a store that is being made.
func publishNew(path string) error {
	files, err := storage.OpenFile(filepath.Join(path, databaseName), false)
	if err != nil {
		return err
	}
	return errors.Join(keepFinished(files, path).publish(), files.Close())
}

// Finished makes what is stored now what others are answered from who ask beside this process. It is
// of no account when it cannot, as on a full disk: they are answered from what was finished before.
func (s *Store) Finished() {
	if keep := s.now.Load().keep; keep != nil && s.broken == nil {
		_ = keep.publish()
	}
}

// publishFirst sees to it that there is something for readers: what is stored, unless a write was
// interrupted and what was finished before it is still there.
func (s *Store) publishFirst(stale bool) {
	if keep := s.now.Load().keep; keep != nil && (!stale || len(keep.listed) == 0) {
		s.Finished()
	}
}

var errReadOnly = fmt.Errorf("a store that is only read: %w", fs.ErrPermission)
