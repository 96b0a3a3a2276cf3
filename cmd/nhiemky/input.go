package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/nhiemky/nhiemky/extract/input"
)

// source is one file to read.
type source struct {
	path  string // by which it is opened; "-" is stdin
	name  string // of its documents; "" for stdin, whose documents are named by their content
	named bool   // it was named itself, not only its folder
	size  int64  // in bytes, 0 if unknown
}

// findSources lists what the arguments name: files, every file below a folder in the order of names, and
// "-" once. as is what the names of documents begin with in place of the folder's own, "" for that. What
// cannot be listed becomes a problem, and the rest is still listed.
func findSources(args []string, as string) (found []source, problems []error) {
	known := map[string]string{} // name of a document -> absolute path
	add := func(file, folder string, size int64) {
		if file == "-" {
			if known[file] == "" {
				found = append(found, source{path: file, named: true})
			}
			known[file] = file
			return
		}
		abs, err := filepath.Abs(file)
		if err != nil {
			problems = append(problems, explainPath(file, err))
			return
		}
		name := documentName(abs, folder, as)
		switch other, taken := known[name]; {
		case !taken:
			known[name] = abs
			found = append(found, source{file, name, folder == "", size})
		case other != abs:
			problems = append(problems, input.Problem{File: file,
				What: fmt.Sprintf("its name would be %s, as that of %s", name, other),
				Do:   "read one after the other, one of them with --as, or rename one"})
		}
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == "-":
			add(arg, "", 0)
		case err != nil:
			problems = append(problems, explainPath(arg, err))
		case info.IsDir():
			problems = append(problems, walk(arg, func(file string, size int64) { add(file, arg, size) })...)
		default:
			add(arg, "", info.Size())
		}
	}
	return found, problems
}

// walk calls add for every file below the folder, in the order of names. It leaves out hidden folders and
// files, and does not follow links to folders.
func walk(folder string, add func(file string, size int64)) (problems []error) {
	files := 0
	root := folder + string(filepath.Separator) // follows a link to a folder if the link itself is given
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problems = append(problems, explainPath(file, err))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case file != root && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			files++
			size, err := regular(file)
			if err != nil {
				problems = append(problems, err)
			} else if size >= 0 {
				add(file, size)
			}
		}
		return nil
	})
	if err != nil {
		problems = append(problems, explainPath(folder, err))
	}
	if files == 0 && len(problems) == 0 {
		problems = append(problems, input.Problem{File: folder, What: "no file in this folder", Do: "give a folder of articles or the files themselves"})
	}
	return problems
}

// regular is the size of a file in a folder, -1 for a link to a folder. The error says why something is
// not a file to read, such as a pipe that nobody writes to. A link counts as its target.
func regular(file string) (int64, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return 0, explainPath(file, err)
	case info.IsDir() && filepath.Ext(file) != ".txt":
		return -1, nil
	case !info.Mode().IsRegular():
		return 0, input.Problem{File: file, What: "not a regular file", Do: "leave it out, or name it itself"}
	}
	return info.Size(), nil
}

// label is the name of a source in messages.
func (s source) label() string {
	if s.path == "-" {
		return "stdin"
	}
	return s.path
}

// items calls use with each item found in a source, in order. The error is that of use; a file that cannot
// be opened is an item. progress counts each byte read.
func (s source) items(stdin io.Reader, o input.Options, progress bar, use func(input.Item) error) error {
	from := input.Source{File: s.label(), Name: s.name, In: stdin, Named: s.named}
	if s.path != "-" {
		file, err := os.Open(s.path)
		if err != nil {
			return use(input.Failed(explainPath(s.path, err)))
		}
		defer file.Close()
		from.In = openFile{file, progress}
	}
	return input.Read(from, o, use)
}

// openFile is a file that reports what is read of it to a progress bar.
type openFile struct {
	*os.File
	progress bar
}

func (f openFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.progress.step(n)
	return n, err
}

func (f openFile) ReadAt(p []byte, at int64) (int, error) {
	n, err := f.File.ReadAt(p, at)
	f.progress.step(n)
	return n, err
}

// totalBytes is the number of bytes in the sources, as far as known.
func totalBytes(sources []source) (total int) {
	for _, s := range sources {
		total += int(s.size)
	}
	return total
}

// explainPath turns an error into a problem that says in plain words why a path cannot be used.
func explainPath(file string, err error) error {
	e := input.Problem{File: filepath.Clean(file), What: err.Error(), Do: "check the file"}
	var op *fs.PathError
	if errors.As(err, &op) {
		e.What = op.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.What, e.Do = "no such file or folder", "check the path"
	case errors.Is(err, fs.ErrPermission):
		e.What, e.Do = "no permission to read it", "change its permissions or leave it out"
	}
	return e
}
