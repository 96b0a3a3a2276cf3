package main

import (
	"io/fs"
	"os"
)

// lists is the folder of reference lists.
func lists() fs.FS { return os.DirFS("seeds/lists") }
