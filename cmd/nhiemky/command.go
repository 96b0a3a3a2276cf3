package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/nhiemky/nhiemky/extract/input"
)

// command is a program of the user's with its arguments, which gives the text of a file. It is run without a shell. {} in
// an argument stands for the path of the file; without it the file is its input.
type command struct {
	program string   // its path
	words   []string // as they were given
}

// fileMark stands for the path of a file in the arguments of a command.
const fileMark = "{}"

// parseCommand takes a command apart as a shell does: at blanks, except in quotation marks and behind a backslash. Before
// a letter a backslash is one of a path.
func parseCommand(text string) (command, error) {
	var c command
	var word strings.Builder
	var quote rune
	begun, escaped := false, false
	for _, r := range text {
		switch {
		case escaped:
			if !strings.ContainsRune("\\ \t\"'", r) {
				word.WriteByte('\\')
			}
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'':
			escaped, begun = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote, begun = r, true
		case quote == 0 && (r == ' ' || r == '\t'):
			if begun {
				c.words = append(c.words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if begun {
		c.words = append(c.words, word.String())
	}
	switch {
	case quote != 0 || escaped:
		return c, fmt.Errorf("%q: a quotation mark is not closed", text)
	case len(c.words) == 0:
		return c, fmt.Errorf("%q: no program is named", text)
	}
	program, err := exec.LookPath(c.words[0])
	if errors.Is(err, exec.ErrDot) {
		err = nil
	}
	if err != nil {
		return c, fmt.Errorf("%q: there is no such program", c.words[0])
	}
	c.program, err = filepath.Abs(program)
	return c, err
}

// converter makes the command one that reads documents, with bounds on its time and its output.
func (c command) converter(ctx context.Context, limit int64, d time.Duration) *input.Converter {
	return &input.Converter{Name: strings.Join(c.words, "\x00"), Run: func(ext string, raw []byte) ([]byte, error) {
		return c.run(ctx, ext, raw, limit, d)
	}}
}

// run gives what the command writes to its output for a file. The error is of one line and begins with the program.
func (c command) run(ctx context.Context, ext string, raw []byte, limit int64, d time.Duration) ([]byte, error) {
	name := filepath.Base(c.words[0])
	within, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	cmd := exec.CommandContext(within, c.program)
	if args, named := c.words[1:], strings.Contains(strings.Join(c.words[1:], "\x00"), fileMark); named {
		file, err := temporary(ext, raw)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		defer os.RemoveAll(filepath.Dir(file))
		for _, a := range args {
			cmd.Args = append(cmd.Args, strings.ReplaceAll(a, fileMark, file))
		}
	} else {
		cmd.Args = append(cmd.Args, args...)
		cmd.Stdin = bytes.NewReader(raw)
	}
	out, said := &bounded{limit: limit, over: cancel}, &bounded{limit: 64 << 10}
	cmd.Stdout, cmd.Stderr = out, said
	cmd.WaitDelay = time.Second // for what it started and left behind
	ownGroup(cmd)
	err := cmd.Run()
	switch {
	case out.full:
		return nil, fmt.Errorf("%s: gave more than %d bytes", name, limit)
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case within.Err() != nil:
		return nil, fmt.Errorf("%s: took longer than %s", name, d)
	case err != nil:
		return nil, fmt.Errorf("%s: %w%s", name, err, lastLine(said.b.String()))
	}
	return out.b.Bytes(), nil
}

// temporary is a file of these bytes, alone in a folder.
func temporary(ext string, raw []byte) (string, error) {
	folder, err := os.MkdirTemp("", "nhiemky-")
	if err != nil {
		return "", err
	}
	file := filepath.Join(folder, "file"+ext)
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	return file, nil
}

// lastLine is what a program said last of what is wrong.
func lastLine(said string) string {
	lines := strings.Split(strings.TrimSpace(strings.ToValidUTF8(said, "?")), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return ": " + last
	}
	return ""
}

// bounded keeps what is written to it, up to a limit, and calls over when there is more.
type bounded struct {
	b     bytes.Buffer
	limit int64
	over  func()
	full  bool
}

func (w *bounded) Write(p []byte) (int, error) {
	room := w.limit - int64(w.b.Len())
	if int64(len(p)) > room {
		w.full = true
		w.b.Write(p[:room])
		if w.over != nil {
			w.over()
		}
		return len(p), nil
	}
	return w.b.Write(p)
}

// converters are the commands that the flags name: what pictures say, and the text of files by the ends of their names.
func (f inputFlags) converters(ctx context.Context, o *input.Options) error {
	if f.ocr != "" {
		c, err := parseCommand(f.ocr)
		if err != nil {
			return failf(errUsage, "--ocr: %w", err)
		}
		o.OCR = c.converter(ctx, o.MaxBytes, f.commandTime)
	}
	for _, pair := range f.convert {
		ext, text, ok := strings.Cut(pair, "=")
		ext = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(ext), "."))
		if !ok || ext == "" || strings.ContainsAny(ext, `/\ `) {
			return failf(errUsage, "--convert: %q: want the end of the names of files, then = and a command, for example: doc=antiword {}", pair)
		}
		c, err := parseCommand(text)
		if err != nil {
			return failf(errUsage, "--convert: %w", err)
		}
		if o.Convert == nil {
			o.Convert = map[string]*input.Converter{}
		}
		o.Convert["."+ext] = c.converter(ctx, o.MaxBytes, f.commandTime)
	}
	return nil
}
