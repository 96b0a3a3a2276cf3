// Package seeds embeds the lists that the extractor needs. It does not parse them: package gazetteer does. The
// articles beside the lists are not embedded; nhiemky reads them like any other folder.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed lists
var files embed.FS

// Lists is the folder of lists: CSV files, each with a comment at the top that names its source.
func Lists() (fs.FS, error) { return fs.Sub(files, "lists") }
