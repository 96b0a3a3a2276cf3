package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/derive"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// newTenures works out tenures without a store.
func newTenures(g *global) *cobra.Command {
	var memory int
	cmd := &cobra.Command{
		Use:   "tenures [FILE]",
		Short: "Work out tenures from records, without a store",
		Long: `Reads records as extract --format jsonl writes them, from a file or stdin, and writes the tenures
that follow from the holdings among them as JSON lines. It takes any number of records: --memory bounds
the memory, except for what the statements on one post need. Records are sorted in the folder for
temporary files (TMPDIR). Persons of one name in one post are taken for one; a local organisation
without a known place counts as a different one in each article. Births and deaths are used only in a
store. Each line has a kind:

  tenure          from when until when, and the records that say so (source:start-end, in bytes)
  contradiction   records that cannot all be true
  undated         records that give no time`,
		Example: `nhiemky extract --format jsonl seeds | nhiemky tenures
nhiemky extract --format jsonl seeds > records.jsonl; nhiemky tenures records.jsonl --memory 64`,
		Args: cobra.MaximumNArgs(1),
	}
	cmd.Flags().IntVar(&memory, "memory", 256, "memory to use, in MiB")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if memory < 1 {
			return failf(errUsage, "--memory: %d is less than 1", memory)
		}
		lists, err := loadLists()
		if err != nil {
			return err
		}
		in, name := cmd.InOrStdin(), "stdin"
		if len(args) == 1 && args[0] != "-" {
			f, err := os.Open(args[0])
			if err != nil {
				return fail(errInput, err)
			}
			defer f.Close()
			in, name = f, args[0]
		}
		debug.SetMemoryLimit(int64(memory) << 20)
		return streamTenures(cmd.Context(), in, name, derive.NewSeats(lists), memory<<20, cmd.OutOrStdout())
	}
	return cmd
}

// holdingLine has the keys of a record that are used.
type holdingLine struct {
	Source       string        `json:"source"`
	Kind         string        `json:"kind"`
	Person       string        `json:"person"`
	Post         string        `json:"post"`
	Organization string        `json:"organization"`
	Place        string        `json:"place"`
	Ordinal      int           `json:"ordinal"`
	Again        bool          `json:"again"`
	Status       record.Status `json:"status"`
	From         record.Date   `json:"from"`
	To           record.Date   `json:"to"`
	AsOf         record.Date   `json:"as_of"`
	Span         [2]int        `json:"span"`
	Confidence   float64       `json:"confidence"`
	Published    record.Date   `json:"published"`
}

// tenureLine is a line of the result.
type tenureLine struct {
	Kind         string   `json:"kind"`
	Post         string   `json:"post"`
	Organization string   `json:"organization"`
	Place        string   `json:"place,omitempty"`
	Person       string   `json:"person,omitempty"`
	BeginOfBegin string   `json:"begin_of_begin,omitempty"`
	EndOfBegin   string   `json:"end_of_begin,omitempty"`
	BeginOfEnd   string   `json:"begin_of_end,omitempty"`
	EndOfEnd     string   `json:"end_of_end,omitempty"`
	Continues    bool     `json:"continues,omitempty"`
	Sure         string   `json:"sure,omitempty"` // of a tenure: certain or likely
	What         string   `json:"what,omitempty"`
	Causes       []string `json:"causes,omitempty"`
	Records      []string `json:"records"`
	Beside       []string `json:"beside,omitempty"` // records that stand against those of a contradiction, and stay
}

// postSeparator separates the parts of a post's name.
const postSeparator = "\x02"

// streamTenures reads records and writes tenures.
func streamTenures(ctx context.Context, in io.Reader, name string, seats derive.Seats, memory int, out io.Writer) error {
	w := bufio.NewWriter(out)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	err := tenure.Stream(ctx, holdings(in, name, seats), memory, func(post string) tenure.Seat {
		f := strings.Split(post, postSeparator)
		return seats.Seat(f[2], f[0], f[1])
	}, func(p tenure.Post) error {
		f := strings.Split(p.Name, postSeparator)
		line := tenureLine{Organization: f[0], Place: f[1], Post: f[2]}
		for _, t := range p.Tenures {
			l := line
			l.Kind, l.Person, l.Continues, l.Sure, l.Records = "tenure", t.Person, t.Continues, string(t.Sure), t.Statements
			for i, into := range []*string{&l.BeginOfBegin, &l.EndOfBegin, &l.BeginOfEnd, &l.EndOfEnd} {
				*into = t.Bounds[i].Day.String()
			}
			if err := e.Encode(l); err != nil {
				return err
			}
		}
		for _, c := range p.Conflicts {
			l := line
			l.Kind, l.What, l.Causes, l.Records, l.Beside = "contradiction", string(c.Kind), c.Causes, c.Statements, c.Beside
			if err := e.Encode(l); err != nil {
				return err
			}
		}
		if len(p.Unplaced) > 0 {
			l := line
			l.Kind, l.Records = "undated", p.Unplaced
			return e.Encode(l)
		}
		return nil
	})
	return errors.Join(err, w.Flush())
}

// holdings reads the holdings among records.
func holdings(in io.Reader, name string, seats derive.Seats) iter.Seq2[tenure.Said, error] {
	return func(yield func(tenure.Said, error) bool) {
		lines := bufio.NewScanner(in)
		lines.Buffer(make([]byte, 64<<10), 16<<20)
		for n := 1; lines.Scan(); n++ {
			if len(lines.Bytes()) == 0 {
				continue
			}
			var h holdingLine
			if err := json.Unmarshal(lines.Bytes(), &h); err != nil {
				yield(tenure.Said{}, failf(errInput, "%s:%d: no record: %w", name, n, err))
				return
			}
			if h.Kind != "holding" || h.Organization == "" || h.Person == "" {
				continue
			}
			unit, own := seats.Unit(h.Organization, h.Place)
			article := ""
			if own {
				article = h.Source
			}
			said := tenure.Said{
				Post: strings.Join([]string{h.Organization, unit, h.Post, article}, postSeparator),
				Statement: tenure.Statement{
					ID:     fmt.Sprintf("%s:%d-%d", h.Source, h.Span[0], h.Span[1]),
					Person: h.Person, Status: h.Status, Again: h.Again, From: h.From, To: h.To, AsOf: h.AsOf, Source: h.Source,
					Won: seats.Term(h.Organization, h.Place, h.Ordinal), Confidence: h.Confidence,
				},
			}
			said.Event = said.ReportedBy(h.Published)
			if !yield(said, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(tenure.Said{}, failf(errInput, "%s: %w", name, err))
		}
	}
}
