//go:build unix

package main

import (
	"io/fs"
	"syscall"
)

// umask is what the process does not allow new files. It can only be read by setting it: no file is made
// meanwhile by this program.
func umask() fs.FileMode {
	mask := syscall.Umask(0o077)
	syscall.Umask(mask)
	return fs.FileMode(mask)
}
