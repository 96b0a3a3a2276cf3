package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/syndtr/goleveldb/leveldb/storage"
)

// frozen is the files of a database as they are at one moment. They are open, so nobody can take them
// away, and cut to the length that they have then. It takes no lock: others may write meanwhile.
type frozen struct {
	files   map[storage.FileDesc]frozenFile
	meta    storage.FileDesc
	metaErr error
	strict  bool        // the list of tables ends where a write was finished
	died    bool        // somebody died while writing, and this is what was there before
	beside  string      // who writes to the store, "" for nobody
	asOf    os.FileInfo // of the list of what was finished, nil where there is none
}

type frozenFile struct {
	*os.File
	size int64
}

// freezeAttempts bounds how often a reader takes a newer list because a file of an older one is gone.
const freezeAttempts = 100

// freeze opens what is in a store: all of it when nobody writes, else what the last finished write left.
func freeze(path string) (*frozen, error) {
	var err error
	for range freezeAttempts {
		var f *frozen
		if f, err = freezeAtRest(path); inUse(err) {
			used := err
			if f, err = freezeFinished(path); errors.Is(err, fs.ErrNotExist) {
				time.Sleep(lockPause) // a writer makes the first list as soon as it begins
				err = fmt.Errorf("%w%w", used, err)
			}
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	return nil, err
}

// freezeAtRest opens what is in a store to which nobody writes. It keeps writers out only while it opens the files.
func freezeAtRest(path string) (*frozen, error) {
	rest, err := storage.OpenFile(filepath.Join(path, databaseName), true)
	if err != nil {
		return nil, err
	}
	defer rest.Close()
	list, info, err := readFinished(path)
	if err == nil && unfinished(path) && list.whole(path) { // somebody died in the midst of a write
		f, err := list.open(path, info)
		if err == nil {
			f.died = true
		}
		return f, err
	}
	f := &frozen{files: map[storage.FileDesc]frozenFile{}, asOf: info}
	f.meta, f.metaErr = rest.GetMeta()
	f.strict, err = list.strict(path, f.meta)
	if err != nil {
		return nil, err
	}
	all, err := rest.List(storage.TypeAll)
	if err != nil {
		return nil, err
	}
	for _, fd := range all {
		if err := f.add(path, fd, -1); err != nil {
			return nil, errors.Join(err, f.Close())
		}
	}
	return f, nil
}

// unfinished reports whether a write was begun and is not finished.
func unfinished(path string) bool {
	for _, name := range []string{journalFile, TouchedFile} {
		if _, err := os.Stat(filepath.Join(path, name)); err == nil {
			return true
		}
	}
	return false
}

// freezeFinished opens what the last finished write left in a store that is in use.
func freezeFinished(path string) (*frozen, error) {
	list, info, err := readFinished(path)
	if err != nil {
		return nil, err
	}
	f, err := list.open(path, info)
	if err == nil {
		f.beside = owner(path)
	}
	return f, err
}

// open opens the files of a list.
func (list finished) open(path string, info os.FileInfo) (*frozen, error) {
	f := &frozen{files: map[storage.FileDesc]frozenFile{}, asOf: info, strict: true, meta: storage.FileDesc{Type: storage.TypeManifest, Num: list.Manifest}}
	for _, l := range list.Files {
		if err := f.add(path, l.desc(), l.Size); err != nil {
			return nil, errors.Join(err, f.Close())
		}
	}
	return f, nil
}

// add opens a file, of which size bytes count; all of them when it is negative.
func (f *frozen) add(path string, fd storage.FileDesc, size int64) error {
	file, err := os.Open(filepath.Join(path, databaseName, fd.String()))
	if err != nil {
		return err
	}
	if size < 0 {
		info, err := file.Stat()
		if err != nil {
			return errors.Join(err, file.Close())
		}
		size = info.Size()
	}
	f.files[fd] = frozenFile{file, size}
	return nil
}

// What follows makes it a storage.Storage.

type noLock struct{}

func (noLock) Unlock() {}

func (f *frozen) Lock() (storage.Locker, error)                   { return noLock{}, nil }
func (f *frozen) Log(string)                                      {}
func (f *frozen) SetMeta(storage.FileDesc) error                  { return errReadOnly }
func (f *frozen) GetMeta() (storage.FileDesc, error)              { return f.meta, f.metaErr }
func (f *frozen) Remove(storage.FileDesc) error                   { return errReadOnly }
func (f *frozen) Rename(_, _ storage.FileDesc) error              { return errReadOnly }
func (f *frozen) Create(storage.FileDesc) (storage.Writer, error) { return nil, errReadOnly }

// List are the files of a type.
func (f *frozen) List(t storage.FileType) (out []storage.FileDesc, err error) {
	for fd := range f.files {
		if fd.Type&t != 0 {
			out = append(out, fd)
		}
	}
	return out, nil
}

type section struct{ *io.SectionReader }

func (section) Close() error { return nil }

// Open gives a file that is open already.
func (f *frozen) Open(fd storage.FileDesc) (storage.Reader, error) {
	file, found := f.files[fd]
	if !found {
		return nil, &os.PathError{Op: "open", Path: fd.String(), Err: fs.ErrNotExist}
	}
	return section{io.NewSectionReader(file, 0, file.size)}, nil
}

func (f *frozen) Close() (err error) {
	for _, file := range f.files {
		err = errors.Join(err, file.Close())
	}
	return err
}
