//go:build !windows

package store

import (
	"errors"
	"syscall"
)

// inUse reports an error that says that another process has the lock.
func inUse(err error) bool {
	return errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EWOULDBLOCK)
}
