package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// when is what a statement says of time, in words.
func when(s tenure.Statement) string {
	from, to := s.From, s.To
	said, day := map[record.Status]string{
		record.Holds: "held", record.Former: "former", record.Starts: "begins", record.Ends: "ends", record.Nominated: "put forward",
	}[s.Status], s.AsOf
	on := " on "
	switch { // the day of the event itself is better than that of the report, which is not its day
	case s.Status == record.Starts && !from.IsZero():
		day, from = from, record.Date{}
	case s.Status == record.Ends && !to.IsZero():
		day, to = to, record.Date{}
	case s.Status == record.Starts || s.Status == record.Ends:
		on = ", reported on "
	}
	if !day.IsZero() {
		said += on + day.String()
	}
	return strings.Join(filled(said, period(from, to)), ", ")
}

// withoutTime says why no tenure follows from a statement.
func withoutTime(s tenure.Statement) string {
	switch {
	case s.Status == record.Nominated:
		return "put forward only"
	case !s.From.IsZero() && s.From.First().Compare(s.AsOf.Last()) > 0:
		return "announced only, for " + s.From.String()
	}
	return "without a time"
}

// aside says why a statement counts for nothing, "" when it only says of no time.
func aside(s view.Loose) string {
	switch {
	case s.Withdrawn:
		return "a correction withdraws it"
	case s.Against != nil:
		return against(s)
	}
	return ""
}

// against says what a statement contradicts.
func against(s view.Loose) string {
	var others []string
	for _, o := range slices.Concat(s.Against.Said, s.Against.Beside) {
		if o.ID != s.ID {
			others = append(others, fmt.Sprintf("%s %s (%s)", o.Named, when(o.Statement), o.Passage.Name))
		}
	}
	for _, cause := range s.Against.Causes {
		others = append(others, cause.String())
	}
	switch {
	case tenure.Kind(s.Against.Kind) == tenure.SameTimes:
		return "it ends before it begins"
	case len(others) == 0:
		return "it contradicts itself"
	}
	if len(s.Against.Beside) > 0 {
		return "outvoted: more articles agree with " + strings.Join(others, "; ")
	}
	return "it cannot be true beside: " + strings.Join(others, "; ")
}

// alsoIn are the names of the other articles that say what a statement says.
func alsoIn(h view.Holding) (names []string) {
	for _, s := range h.Also {
		names = append(names, s.Name)
	}
	return names
}

// alone is a statement with those sources only that are copies of its article.
func alone(h view.Holding) []view.Holding {
	h.Also = slices.DeleteFunc(slices.Clone(h.Also), func(s view.Source) bool { return s.Nearly })
	return []view.Holding{h}
}

// printSaid writes for each statement what it says and its words, broken into lines of at most limit characters.
func printSaid(b *strings.Builder, all []view.Holding, limit int) {
	for i, h := range all {
		said := when(h.Statement) + " · " + h.Passage.Name + doubtful(h.Confidence)
		if h.Corrected {
			said += " · corrected"
		}
		if len(h.Also) > 0 {
			said += " · also in " + strings.Join(alsoIn(h), ", ")
		}
		fmt.Fprintln(b, wrap(said, "    ", limit))
		if i > 0 && h.Passage.Text == all[i-1].Passage.Text && h.Passage.Name == all[i-1].Passage.Name {
			continue
		}
		fmt.Fprintln(b, wrap("“"+h.Passage.Text+"”", "        ", limit))
	}
}
