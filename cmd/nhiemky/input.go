package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/nhiemky/nhiemky/extract"
)

// defaultMaxBytes bounds one input file. Articles have some kilobytes; a book has a few megabytes.
const defaultMaxBytes = 16 << 20

// source is one text to read.
type source struct {
	path string // as it is opened; "-" is stdin
	name string // under which the document is known; "" for stdin, which is named by its content
}

// inputError is one thing wrong with the input: where, what, and what to do about it. Line and
// column count from 1, the column in characters; they are 0 where they mean nothing.
type inputError struct {
	file      string
	line, col int
	what, do  string
}

func (e inputError) Error() string {
	place := e.file
	if e.line > 0 {
		place = fmt.Sprintf("%s:%d:%d", e.file, e.line, e.col)
	}
	return fmt.Sprintf("%s: %s; %s", place, e.what, e.do)
}

// findSources lists what the arguments name: files as they are, folders with every *.txt below
// them in order of their names, "-" once. What cannot be listed is reported and the rest goes on.
func findSources(args []string) (found []source, problems []error) {
	known := map[string]string{} // name of a document -> absolute path
	add := func(file string) {
		if file == "-" {
			if known[file] == "" {
				found = append(found, source{path: file})
			}
			known[file] = file
			return
		}
		abs, err := filepath.Abs(file)
		if err != nil {
			problems = append(problems, explainPath(file, err))
			return
		}
		name := documentName(abs)
		switch other, taken := known[name]; {
		case !taken:
			known[name] = abs
			found = append(found, source{path: file, name: name})
		case other != abs:
			problems = append(problems, inputError{file: file,
				what: fmt.Sprintf("known as %s, and so is %s", name, other),
				do:   "run in a folder that holds both, or rename one"})
		}
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == "-":
			add(arg)
		case err != nil:
			problems = append(problems, explainPath(arg, err))
		case info.IsDir():
			problems = append(problems, walk(arg, add)...)
		default:
			add(arg)
		}
	}
	return found, problems
}

// walk calls add for every *.txt below the folder, in order of their names. Hidden folders and
// files are left out, links to folders are not followed.
func walk(folder string, add func(file string)) (problems []error) {
	files := 0
	root := folder + string(filepath.Separator) // a link to a folder, given by name, is followed
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
		case !entry.IsDir() && filepath.Ext(file) == ".txt":
			files++
			if err := regular(file); err != nil {
				problems = append(problems, err)
			} else {
				add(file)
			}
		}
		return nil
	})
	if err != nil {
		problems = append(problems, explainPath(folder, err))
	}
	if files == 0 && len(problems) == 0 {
		problems = append(problems, inputError{file: folder, what: "no *.txt in this folder", do: "give a folder of articles or the files themselves"})
	}
	return problems
}

// regular reports why something in a folder is no file to read, such as a pipe that nobody writes
// to. A link counts as what it leads to.
func regular(file string) error {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return explainPath(file, err)
	case !info.Mode().IsRegular():
		return inputError{file: file, what: "not a regular file", do: "leave it out, or name it itself"}
	}
	return nil
}

// documentName is the path relative to the current folder, with slashes, without the steps that
// lead out of it: the same command in the same folder names a document the same way.
func documentName(abs string) string {
	name := abs
	if here, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(here, abs); err == nil {
			name = rel
		}
	}
	name = strings.TrimPrefix(name, filepath.VolumeName(name))
	name = strings.TrimLeft(path.Clean(filepath.ToSlash(name)), "/")
	for strings.HasPrefix(name, "../") {
		name = name[len("../"):]
	}
	return name
}

// read gives the document, or an inputError when it is none: not there, too large, binary, no
// UTF-8, empty.
func (s source) read(stdin io.Reader, maxBytes int64) (extract.Document, error) {
	raw, err := s.bytes(stdin, maxBytes)
	if err != nil {
		return extract.Document{}, err
	}
	label := s.path
	if s.path == "-" {
		label = "stdin"
	}
	if err := checkText(label, raw); err != nil {
		return extract.Document{}, err
	}
	name := s.name
	if name == "" {
		name = fmt.Sprintf("stdin-%x", sha256.Sum256(raw))[:len("stdin-")+8]
	}
	return extract.Document{Name: name, Raw: raw}, nil
}

// bytes reads the whole source, but never more than maxBytes.
func (s source) bytes(stdin io.Reader, maxBytes int64) ([]byte, error) {
	label, in := "stdin", stdin
	if s.path != "-" {
		file, err := os.Open(s.path)
		if err != nil {
			return nil, explainPath(s.path, err)
		}
		defer file.Close()
		label, in = s.path, file
	}
	raw, err := io.ReadAll(io.LimitReader(in, maxBytes+1))
	if err != nil {
		return nil, explainPath(label, err)
	}
	if int64(len(raw)) > maxBytes {
		return nil, inputError{file: label, what: fmt.Sprintf("more than %d bytes", maxBytes), do: "split it, or raise --max-bytes"}
	}
	return raw, nil
}

// checkText reports why the bytes are no text, with the place of the first reason.
func checkText(file string, raw []byte) error {
	e := inputError{file: file}
	at := -1
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(raw, []byte("\ufeff")))) == 0:
		e.what, e.do = "empty", "give a file with text in it"
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}), bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		e.what, e.do = "UTF-16, not UTF-8", "convert it, for example: iconv -f UTF-16 -t UTF-8"
	case bytes.IndexByte(raw, 0) >= 0:
		at = bytes.IndexByte(raw, 0)
		e.what, e.do = "a NUL byte: this is a binary file, not text", "give the text of the article"
	case !utf8.Valid(raw):
		at = firstInvalid(raw)
		e.what = fmt.Sprintf("byte 0x%02x is not valid UTF-8", raw[at])
		e.do = "convert it to UTF-8, for example: iconv -f WINDOWS-1258 -t UTF-8"
	default:
		return nil
	}
	if at >= 0 {
		before := raw[:at]
		e.line = bytes.Count(before, []byte("\n")) + 1
		e.col = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	}
	return e
}

// firstInvalid is the offset of the first byte that is not part of a UTF-8 sequence, or -1.
func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// explainPath says in plain words why a path cannot be used.
func explainPath(file string, err error) error {
	e := inputError{file: filepath.Clean(file), what: err.Error(), do: "check the file"}
	var op *fs.PathError
	if errors.As(err, &op) {
		e.what = op.Err.Error()
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.what, e.do = "no such file or folder", "check the path"
	case errors.Is(err, fs.ErrPermission):
		e.what, e.do = "no permission to read it", "change its permissions or leave it out"
	}
	return e
}
