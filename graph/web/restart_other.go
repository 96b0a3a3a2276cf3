//go:build !unix

package web

import (
	"errors"
	"fmt"
)

// Restart fails on systems that cannot make a new process of one that runs; then exit.
func Restart() error {
	return fmt.Errorf("starting the server anew: %w", errors.ErrUnsupported)
}
