// Package seeds embeds what is known beforehand: the lists that the extractor reads. It parses
// nothing; package extract does. The articles beside the lists are read like any other folder.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed lists
var files embed.FS

// Lists is the folder of the lists: CSV files with a comment at the top that names their source.
func Lists() (fs.FS, error) { return fs.Sub(files, "lists") }
