package tenure

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/lanrat/extsort"

	"github.com/nhiemky/nhiemky/extract/record"
)

// Said is a statement on a post.
type Said struct {
	Post string // what tells posts apart
	Statement
}

// Post is a post with the statements on it and what follows from them. Of a post that several hold at
// a time it is one person's part.
type Post struct {
	Name       string
	Statements []Statement
	Result
}

// Stream works out the tenures of any number of posts in one pass. The statements are sorted by posts
// on disk, in the folder for temporary files, so that no more than about memory bytes are needed
// beside the statements of one post. seat says what is known of a post; use gets the posts in order.
func Stream(ctx context.Context, said iter.Seq2[Said, error], memory int, seat func(post string) Seat, use func(Post) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	lines := make(chan string, 1000)
	go func() {
		defer close(lines)
		for s, err := range said {
			if err != nil {
				stop(err)
				return
			}
			select {
			case lines <- s.line():
			case <-ctx.Done():
				return
			}
		}
	}()
	sorter, sorted, failed := extsort.Strings(lines, &extsort.Config{
		ChunkSize: max(1000, memory/chunksInMemory/bytesPerLine), NumWorkers: 2, SortedChanBuffSize: 1000,
	})
	go sorter.Sort(ctx)
	g := gathering{seat: seat, use: use}
	for line := range sorted {
		if err := g.take(line); err != nil {
			stop(err)
			for range sorted { // the sorter ends when nobody is left to read
			}
			return err
		}
	}
	err := <-failed
	switch cause := context.Cause(ctx); {
	case cause != nil:
		return cause
	case err != nil:
		return fmt.Errorf("sorting statements: %w", err)
	}
	return g.flush()
}

const (
	chunksInMemory = 6   // being read, waiting, being sorted and written by two workers
	bytesPerLine   = 400 // of a statement with its strings
)

// gathering puts sorted statements together.
type gathering struct {
	seat    func(post string) Seat
	use     func(Post) error
	current Post
	about   Seat
	person  string
}

func (g *gathering) take(line string) error {
	s, err := parseLine(line)
	if err != nil {
		return err
	}
	if s.Post != g.current.Name || !g.about.Exclusive && s.Person != g.person {
		if err := g.flush(); err != nil {
			return err
		}
		if s.Post != g.current.Name {
			g.about = g.seat(s.Post)
		}
		g.current = Post{Name: s.Post}
		g.person = s.Person
	}
	g.current.Statements = append(g.current.Statements, s.Statement)
	return nil
}

func (g *gathering) flush() error {
	if len(g.current.Statements) == 0 {
		return nil
	}
	g.current.Result = Solve(g.current.Statements, g.about)
	return g.use(g.current)
}

// separator stands between the fields of a line. It sorts before any character of a name.
const separator = "\x01"

// line is the statement as text, posts and persons first, so that lines sort by them.
func (s Said) line() string {
	return strings.Join([]string{s.Post, s.Person, s.ID, string(s.Status), s.From.String(), s.To.String(), s.AsOf.String(),
		strconv.FormatBool(s.Again), s.Source, s.Won.Cause, s.Won.From.String(), s.Won.To.String(),
		strconv.FormatFloat(s.Confidence, 'g', -1, 64), strconv.FormatBool(s.Event), strings.Join(s.Nearly, "\x02")}, separator)
}

func parseLine(line string) (s Said, err error) {
	f := strings.Split(line, separator)
	if len(f) != 15 {
		return s, fmt.Errorf("a statement of %d fields: a name contains the character U+0001", len(f))
	}
	s.Post = f[0]
	s.Person, s.ID, s.Status, s.Source, s.Won.Cause = f[1], f[2], record.Status(f[3]), f[8], f[9]
	s.Again, s.Event = f[7] == "true", f[13] == "true"
	if f[14] != "" {
		s.Nearly = strings.Split(f[14], "\x02")
	}
	if s.Confidence, err = strconv.ParseFloat(f[12], 64); err != nil {
		return s, err
	}
	for _, d := range []struct {
		into *record.Date
		text string
	}{{&s.From, f[4]}, {&s.To, f[5]}, {&s.AsOf, f[6]}, {&s.Won.From, f[10]}, {&s.Won.To, f[11]}} {
		if err := d.into.UnmarshalText([]byte(d.text)); err != nil {
			return s, err
		}
	}
	return s, nil
}
