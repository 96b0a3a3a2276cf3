package main

import (
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/term"
)

// screen is a terminal to which no control character gets and no mark that turns the direction of writing,
// whatever the form of what is written: the words of an article must not steer it.
type screen struct {
	*os.File
	cut []byte // of a character whose rest comes with the next Write
}

// onScreen is w, or the screen that it is.
func onScreen(w io.Writer) io.Writer {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return w
	}
	return &screen{File: f}
}

func (s *screen) Write(p []byte) (int, error) {
	text := append(s.cut, p...)
	whole := len(text)
	for back := 1; back < utf8.UTFMax && back <= len(text); back++ {
		if at := len(text) - back; utf8.RuneStart(text[at]) {
			if !utf8.FullRune(text[at:]) {
				whole = at
			}
			break
		}
	}
	s.cut = append([]byte(nil), text[whole:]...)
	if _, err := io.WriteString(s.File, visible(string(text[:whole]))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// ReadFrom is Write: that of the file would go round it.
func (s *screen) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{s}, r)
}

// WriteString is Write.
func (s *screen) WriteString(text string) (int, error) { return s.Write([]byte(text)) }

// bareScreen is a writer without what a screen leaves out: for a progress bar, which steers the terminal.
func bareScreen(w io.Writer) io.Writer {
	if s, ok := w.(*screen); ok {
		return s.File
	}
	return w
}
