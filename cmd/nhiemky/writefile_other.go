//go:build !linux

package main

import (
	"io/fs"
	"os"
)

// createUnnamed makes a file that gets the name of target when it is complete.
func createUnnamed(target string, mode fs.FileMode, exact bool) (*os.File, func(complete bool) error, error) {
	return createNamed(target, mode, exact)
}
