package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
	"github.com/nhiemky/nhiemky/graph/vocab"
)

// personOptions are the flags of person.
type personOptions struct {
	*global
	format *format
	why    bool
	sure   float64
}

// newPerson shows a career.
func newPerson(g *global) *cobra.Command {
	o := personOptions{global: g}
	cmd := &cobra.Command{
		Use:   "person NAME",
		Short: "Show which posts a person held, from when until when, and which articles say so",
		Long: `Shows every post that a person is said to hold, to have held or to be about to hold, in chronological
order: a timeline, then each tenure with the days between which it began and ended, the posts held at
the same time, the gaps, and the words of each article. In the timeline █ is certain and ░ possible.
Diacritics may be left out of the name. Different persons of one name are shown one after the other.
The named query posts-of-person gives the same articles, and tenures-of-person the same bounds.`,
		Example: `nhiemky person "Vương Đình Huệ"
nhiemky person "vuong dinh hue" --format json`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return o.run(cmd, strings.Join(args, " ")) },
	}
	o.format = addFormat(cmd, "table", "json", "csv")
	cmd.Flags().BoolVar(&o.why, "why", false, "show from which words each bound follows")
	addSure(cmd, &o.sure)
	return cmd
}

func (o personOptions) run(cmd *cobra.Command, name string) error {
	if err := checkSure(o.sure); err != nil {
		return err
	}
	var persons [][]*holder
	var lives []store.Thing
	err := o.withStore(store.Options{}, func(s *store.Store) (err error) {
		persons, lives, err = o.careers(cmd.Context(), s, name)
		return err
	})
	switch {
	case err != nil:
		return err
	case len(persons) == 0:
		return failf(errNothing, "no article in %s says which posts %q held%s", o.store, name, thatSure(o.sure))
	}
	return o.print(cmd.OutOrStdout(), persons, lives)
}

// careers are the posts of each person of a name, with the days of birth and death.
func (o personOptions) careers(ctx context.Context, s *store.Store, name string) (persons [][]*holder, lives []store.Thing, err error) {
	err = o.known(ctx, s, "person", name, "person", func(l *view.Look, nodes []string) error {
		var all []sighting
		for _, n := range nodes {
			holdings, err := l.Objects(n, vocab.PropHasMembership)
			if err != nil {
				return fail(errStore, err)
			}
			said, err := sightings(l, holdings)
			if err != nil {
				return err
			}
			all = append(all, said...)
		}
		for _, own := range groups(withDiacritics(all, name), func(s sighting) string { return s.Person }) {
			posts, err := o.career(l, own)
			if err != nil {
				return err
			}
			if len(posts) == 0 {
				continue
			}
			life, err := l.Thing(own[0].Person)
			if err != nil {
				return fail(errStore, err)
			}
			persons, lives = append(persons, posts), append(lives, life)
		}
		return nil
	})
	return persons, lives, err
}

// career is what a person is in each post, by what is said of the person, and in a post for one by what is
// said of the others too.
func (o personOptions) career(l *view.Look, own []sighting) ([]*holder, error) {
	var said []sighting
	for _, post := range groups(own, func(s sighting) string { return s.postIRI }) {
		if !slices.ContainsFunc(post, func(s sighting) bool { return s.confidence >= o.sure }) {
			continue
		}
		exclusive, err := l.Exclusive(post[0].postIRI)
		if err != nil {
			return nil, fail(errStore, err)
		}
		if exclusive {
			if post, err = saidOf(l, []string{post[0].postIRI}); err != nil {
				return nil, err
			}
		}
		said = append(said, post...)
	}
	posts, err := seatsOf(l, said, o.sure)
	return careerOf(own[0].Person, posts), err
}

// withDiacritics leaves only the sightings of the very name when one of them has it: who types
// diacritics means them.
func withDiacritics(all []sighting, name string) []sighting {
	same := func(s sighting) bool {
		return strings.EqualFold(norm.NFC.String(s.name), norm.NFC.String(strings.TrimSpace(name)))
	}
	if !slices.ContainsFunc(all, same) {
		return all
	}
	return slices.DeleteFunc(all, func(s sighting) bool { return !same(s) })
}

// careerOf is what a person is in each of several posts, in the order of time.
func careerOf(person string, posts []*seat) (out []*holder) {
	for _, p := range posts {
		for _, h := range p.holders() {
			if h.iri == person {
				out = append(out, h)
			}
		}
	}
	return out
}

// print writes careers in the form that was asked for.
func (o personOptions) print(out io.Writer, persons [][]*holder, lives []store.Thing) error {
	if o.format.value != "table" {
		return sightingRows(slices.Concat(persons...), false, "person", "post").print(out, o.format.value)
	}
	var b strings.Builder
	limit := width(out)
	for i, posts := range persons {
		name := posts[0].name
		if len(persons) > 1 {
			name = fmt.Sprintf("%s (%d of %d with this name)", name, i+1, len(persons))
		}
		if i > 0 {
			b.WriteString("\n")
		}
		for _, l := range []struct {
			word string
			day  record.Date
		}{{", born ", lives[i].From}, {", died ", lives[i].To}} {
			if !l.day.IsZero() {
				name += l.word + l.day.String()
			}
		}
		b.WriteString(wrap(name, "", limit) + "\n")
		steps := stepsOf(posts)
		b.WriteString(timeline(steps, limit))
		for n, s := range steps {
			if gap := gapBefore(steps[:n], s); gap != "" {
				b.WriteString("\n" + wrap("– "+gap+" –", "", limit) + "\n")
			}
			b.WriteString("\n" + wrap(s.seat.label, "", limit) + "\n")
			b.WriteString(wrap(s.seat.words(s.Tenure), "  ", limit) + "\n")
			if beside := besides(steps, n); beside != "" {
				b.WriteString(wrap("beside: "+beside, "  ", limit) + "\n")
			}
			if o.why {
				s.seat.printWhy(&b, s.Tenure, limit)
			} else {
				printSightings(&b, s.seat.statements(s.Tenure), limit)
			}
		}
		for _, h := range posts {
			if len(h.loose) > 0 {
				b.WriteString("\n" + wrap(h.seat.label, "", limit) + "\n")
				(&holder{iri: h.iri, name: h.name, seat: h.seat, loose: h.loose}).print(&b, o.why, limit)
			}
		}
	}
	if len(persons) > 1 {
		b.WriteString("\n" + wrap("Which of them may be the same: nhiemky candidates "+quote(persons[0][0].name)+o.storeFlag(), "", limit) + "\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// step is one time in a post.
type step struct {
	tenure.Tenure
	seat *seat
}

// surely are the first and the last day of which it is certain that they belong to the step.
func (s step) surely() (from, to record.Date, ok bool) {
	from, to = s.Bounds[tenure.EndOfBegin].Day, s.Bounds[tenure.BeginOfEnd].Day
	return from, to, !from.IsZero() && !to.IsZero() && from.Compare(to) <= 0
}

// stepsOf are the tenures of a person in all posts, in the order of time.
func stepsOf(posts []*holder) (out []step) {
	for _, h := range posts {
		for _, i := range h.tenures {
			out = append(out, step{h.seat.result.Tenures[i], h.seat})
		}
	}
	slices.SortStableFunc(out, func(a, b step) int {
		return cmp.Or(a.begins().Compare(b.begins()), a.ends().Compare(b.ends()), cmp.Compare(a.seat.label, b.seat.label))
	})
	return out
}

// begins and ends are the days by which a step is put in order.
func (s step) begins() record.Date {
	return cmp.Or(s.Bounds[tenure.EndOfBegin].Day, s.Bounds[tenure.EndOfEnd].Day, record.Date{Year: 9999, Month: 12, Day: 31})
}

func (s step) ends() record.Date { return cmp.Or(s.Bounds[tenure.BeginOfEnd].Day, s.begins()) }

// gapBefore says between which days no post is known: all earlier ones had ended, and the next had not begun.
func gapBefore(earlier []step, next step) string {
	begin := next.Bounds[tenure.BeginOfBegin].Day
	if len(earlier) == 0 || begin.IsZero() {
		return ""
	}
	var end record.Date
	for _, s := range earlier {
		last := s.Bounds[tenure.EndOfEnd].Day
		if last.IsZero() {
			return ""
		}
		if last.Compare(end) > 0 {
			end = last
		}
	}
	if end.Compare(begin) >= 0 {
		return ""
	}
	return fmt.Sprintf("no post is known from %s to %s", end, begin)
}

// besides are the posts that were certainly held on some of the same days.
func besides(steps []step, n int) string {
	from, to, ok := steps[n].surely()
	var out []string
	for i, s := range steps {
		f, t, sure := s.surely()
		if i != n && ok && sure && f.Compare(to) <= 0 && from.Compare(t) <= 0 && s.seat != steps[n].seat && !slices.Contains(out, s.seat.label) {
			out = append(out, s.seat.label)
		}
	}
	return strings.Join(out, "; ")
}
