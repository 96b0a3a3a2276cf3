package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// writeFile lets a file be written. It gets its name when it is complete: a file that existed before stays
// intact whatever happens, and keeps its mode. A link is followed, and what is no regular file, such as a
// device or a pipe, is written to as it is.
func writeFile(file string, write func(io.Writer) error) error {
	target, info, err := targetOf(file)
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o666)
	switch {
	case info != nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: file, Err: syscall.EISDIR}
	case info != nil && (!info.Mode().IsRegular() || isOpenFile(file)):
		f, err := os.OpenFile(file, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	case info != nil:
		mode = info.Mode().Perm()
	}
	f, finish, err := createUnnamed(target, mode, info != nil)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		return errors.Join(err, finish(false))
	}
	return finish(true)
}

// maxLinks is how many links are followed.
const maxLinks = 40

// targetOf is the file that a path leads to; info is nil when it is not there yet.
func targetOf(file string) (target string, info os.FileInfo, err error) {
	for range maxLinks {
		here, err := os.Lstat(file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return file, nil, nil
		case err != nil:
			return "", nil, err
		case here.Mode()&fs.ModeSymlink == 0:
			return file, here, nil
		}
		next, err := os.Readlink(file)
		if err != nil {
			return "", nil, err
		}
		if strings.Contains(next, ":[") { // as of /proc/self/fd/1: a pipe has no path
			info, err := os.Stat(file)
			return file, info, err
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(file), next)
		}
		file = next
	}
	return "", nil, fmt.Errorf("%s: too many links", file)
}

// isOpenFile reports the path of a file that is open already, which a new one cannot take the place of.
func isOpenFile(file string) bool {
	return strings.HasPrefix(file, "/dev/") || strings.HasPrefix(file, "/proc/")
}

// createNamed makes a file under a name of its own in the folder of another. finish gives it the name of
// that one, or removes it.
func createNamed(target string, mode fs.FileMode, exact bool) (*os.File, func(complete bool) error, error) {
	f, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*")
	if err != nil {
		return nil, nil, named(err, target)
	}
	if !exact {
		mode &^= umask()
	}
	return f, func(complete bool) error {
		err := errors.Join(f.Chmod(mode), f.Sync(), f.Close())
		if err == nil && complete {
			return os.Rename(f.Name(), target)
		}
		return errors.Join(err, os.Remove(f.Name()))
	}, nil
}

// named is an error of making a file, with the name that it was to have.
func named(err error, target string) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return &fs.PathError{Op: "write", Path: target, Err: e.Err}
	}
	return err
}
