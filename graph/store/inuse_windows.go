package store

import (
	"errors"
	"syscall"
)

// sharingViolation is ERROR_SHARING_VIOLATION: somebody else has the file open.
const sharingViolation = syscall.Errno(32)

// inUse reports an error that says that another process has the lock.
func inUse(err error) bool { return errors.Is(err, sharingViolation) }
