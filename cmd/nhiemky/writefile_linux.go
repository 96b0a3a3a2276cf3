package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// createUnnamed makes a file without a name, of which nothing is left when the process dies. finish gives it
// the name of target, or drops it. Where the file system knows no such files it has a name of its own.
func createUnnamed(target string, mode fs.FileMode, exact bool) (*os.File, func(complete bool) error, error) {
	fd, err := unix.Open(filepath.Dir(target), unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, uint32(mode))
	if err != nil {
		return createNamed(target, mode, exact)
	}
	f := os.NewFile(uintptr(fd), target)
	return f, func(complete bool) error {
		if !complete {
			return f.Close()
		}
		var err error
		if exact { // the process may forbid what the old file allows
			err = f.Chmod(mode)
		}
		if err = errors.Join(err, f.Sync()); err != nil {
			return errors.Join(err, f.Close())
		}
		name := filepath.Join(filepath.Dir(target), fmt.Sprintf(".%s.%d", filepath.Base(target), os.Getpid()))
		_ = os.Remove(name)
		err = unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
		if err = errors.Join(err, f.Close()); err != nil {
			return &fs.PathError{Op: "write", Path: target, Err: err}
		}
		if err := os.Rename(name, target); err != nil {
			return errors.Join(err, os.Remove(name))
		}
		return nil
	}, nil
}
