//go:build unix

package web

import (
	"fmt"
	"os"
	"syscall"
)

// Restart makes a new process of this one, with the same arguments and environment: what a query
// that cannot be stopped holds is gone, requests that run are cut off, and the server is back after
// a moment. It is meant for query.Limits.Runaway. It returns only when it fails; then exit.
func Restart() error {
	program, err := os.Executable()
	if err == nil {
		err = syscall.Exec(program, os.Args, os.Environ())
	}
	return fmt.Errorf("starting the server anew: %w", err)
}
