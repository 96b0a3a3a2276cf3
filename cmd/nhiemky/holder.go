package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
	"github.com/nhiemky/nhiemky/graph/view"
)

// bounds are the bounds of a tenure as a person reads them.
func bounds(t view.Tenure) string {
	w := t.Words()
	if w == "" {
		return "at some time"
	}
	begin, end, both := strings.Cut(w, ", ")
	if strings.HasPrefix(begin, "from") {
		begin += howBegun(t)
	}
	if both {
		begin += ", " + end
	}
	if t.Continues {
		begin = "again " + begin
	}
	if t.Sure == tenure.Likely {
		begin += " (likely)"
	}
	return begin
}

// howBegun says in brackets by what the beginning is known, where a statement gives its day.
func howBegun(t view.Tenure) string {
	why := t.Reasons[tenure.EndOfBegin]
	if why.Kind != tenure.Began || t.Bounds[tenure.EndOfBegin].Day != t.Bounds[tenure.BeginOfBegin].Day {
		return ""
	}
	if slices.ContainsFunc(why.Said, func(h view.Holding) bool { return h.Status == record.Starts }) {
		return " (taken up)"
	}
	return " (stated)"
}

// printWhy writes for each bound what it follows from.
func printWhy(b *strings.Builder, t view.Tenure, limit int) {
	words := [4]string{"did not begin before", "had begun by", "went on until", "had ended by"}
	shown := map[string]bool{}
	for i, why := range t.Reasons {
		if why.Kind == "" {
			continue
		}
		fmt.Fprintln(b, wrap(fmt.Sprintf("%s %s: %s", words[i], t.Bounds[i].Day, because(t, why)), "    ", limit))
		for _, h := range why.Said {
			if !shown[h.ID] {
				shown[h.ID] = true
				fmt.Fprintln(b, wrap("“"+h.Passage.Text+"”", "        ", limit))
			}
		}
	}
}

// because is the reason for a bound in words.
func because(t view.Tenure, why view.Reason) string {
	var parts []string
	for _, h := range why.Said {
		said := when(h.Statement) + " · " + h.Passage.Name + doubtful(h.Confidence)
		if h.Statement.Person != t.Person {
			said = "one person holds it at a time; " + h.Named + " " + said
		} else if !slices.Contains(t.Statements, h.ID) {
			said = "another time in the post: " + said
		}
		parts = append(parts, said)
	}
	for _, thing := range why.Things {
		parts = append(parts, thing.String())
	}
	words := strings.Join(filled(parts...), "; ")
	if why.Kind == tenure.Reported {
		words += "; a report follows within 31 days"
	}
	return words
}

// reason says why the answer for a holder is what it is.
func reason(h view.Holder) string {
	v := h.Verdict
	switch {
	case len(v.Tenures) == 0:
		if len(h.Loose) > 0 {
			return withoutTime(h.Loose[0].Statement)
		}
		return "nothing said about it has a date"
	case v.Because != nil:
		return nameOf(*v.Because) + " held it then, " + v.Because.Words()
	case len(v.Tenures) == 2:
		return fmt.Sprintf("held it on %s and again on %s, and nothing says that it ended in between",
			v.Tenures[0].Bounds[tenure.BeginOfEnd].Day, v.Tenures[1].Bounds[tenure.EndOfBegin].Day)
	}
	t := v.Tenures[0]
	if v.Certainty == tenure.Likely {
		return "one source alone says so: " + t.Words()
	}
	first, last := t.Bounds[tenure.EndOfBegin].Day, t.Bounds[tenure.BeginOfEnd].Day
	begin, end := t.Bounds[tenure.BeginOfBegin].Day, t.Bounds[tenure.EndOfEnd].Day
	switch {
	case v.Certainty == tenure.Excluded && begin.Compare(v.To.Last()) > 0:
		return fmt.Sprintf("it had not begun before %s", begin)
	case v.Certainty == tenure.Excluded:
		return fmt.Sprintf("it had ended by %s", end)
	case v.Certainty == tenure.Certain && first.Compare(last) <= 0:
		return fmt.Sprintf("it had begun by %s and went on until %s at least", first, last)
	case v.Certainty == tenure.Certain:
		return "it lies within that time, " + t.Words()
	case first.IsZero() || last.IsZero() || first.Compare(last) > 0:
		return "all that is known is that it lasted " + t.Words()
	case first == last:
		return fmt.Sprintf("known for certain only on %s", first)
	}
	return fmt.Sprintf("known for certain only from %s until %s", first, last)
}

// nameOf is the name of the holder of a tenure as an article has it.
func nameOf(t view.Tenure) string {
	if len(t.Said) == 0 {
		return ""
	}
	return t.Said[0].Named
}

// printHolder writes a holder: each tenure with its articles, then what is part of none.
func printHolder(b *strings.Builder, h view.Holder, why bool, limit int) {
	if h.Verdict != nil {
		fmt.Fprintln(b, wrap(string(h.Verdict.Certainty)+": "+reason(h), "  ", limit))
	}
	for _, t := range h.Tenures {
		fmt.Fprintln(b, wrap(bounds(t), "  ", limit))
		printGrounds(b, t, why, limit)
	}
	printLoose(b, h.Loose, limit)
}

// printGrounds writes what a tenure rests on: its articles, or why it has its bounds.
func printGrounds(b *strings.Builder, t view.Tenure, why bool, limit int) {
	if why {
		printWhy(b, t, limit)
	} else {
		printSaid(b, t.Said, limit)
	}
}

// printLoose writes what is part of no tenure.
func printLoose(b *strings.Builder, loose []view.Loose, limit int) {
	for _, s := range loose {
		why := withoutTime(s.Statement)
		if aside := aside(s); aside != "" {
			why = "set aside, " + aside
		}
		fmt.Fprintln(b, wrap(why+":", "  ", limit))
		printSaid(b, alone(s.Holding), limit)
	}
}

// tenureColumns are the columns of holderRows that the bounds stand in, by their names in CIDOC CRM.
var tenureColumns = []string{"begin_of_begin", "end_of_begin", "begin_of_end", "end_of_end"}

// holderRows are what is said of holders as rows, each with the bounds of its tenure, and with the
// answer if a time was asked about. The first columns are given.
func holderRows(people []view.Holder, answered bool, columns ...string) rows {
	if answered {
		columns = append(columns, "answer", "reason")
	}
	columns = slices.Concat(columns, tenureColumns, []string{"status", "from", "to", "as_of", "confidence", "evidence", "source", "also_in",
		"published", "set_aside", "person_iri", "post_iri", "holding_iri"})
	r := rows{columns: columns}
	for _, h := range people {
		for _, t := range h.Tenures {
			for _, s := range t.Said {
				r.cells = append(r.cells, holderRow(columns, h, s, t.Bounds, part(t), ""))
			}
		}
		for _, s := range h.Loose {
			r.cells = append(r.cells, holderRow(columns, h, s.Holding, [4]tenure.Bound{}, "undated", aside(s)))
		}
	}
	return r
}

// part is the part of the answer to which a tenure belongs: the succession, or what is weak.
func part(t view.Tenure) string {
	if t.Firm() {
		return "succession"
	}
	return "weak"
}

// holderRow is a statement on a holder as a row.
func holderRow(columns []string, h view.Holder, s view.Holding, bounds [4]tenure.Bound, part, aside string) (row []any) {
	if aside != "" {
		part = "set aside"
	}
	cells := map[string]string{
		"post": s.Post.Label, "person": s.Named, "status": string(s.Status),
		"from": s.From.String(), "to": s.To.String(), "as_of": s.AsOf.String(),
		"evidence": s.Passage.Text, "source": s.Passage.Name, "published": s.Passage.DatedBy.Write(s.Passage.Published),
		"person_iri": s.Person.IRI, "post_iri": s.Post.IRI, "holding_iri": s.ID, "set_aside": aside, "part": part,
	}
	for i, c := range tenureColumns {
		cells[c] = bounds[i].Day.String()
	}
	if h.Verdict != nil {
		cells["answer"], cells["reason"] = string(h.Verdict.Certainty), reason(h)
	}
	for _, c := range columns {
		switch {
		case c == "confidence":
			row = append(row, json.Number(strconv.FormatFloat(s.Confidence, 'f', 2, 64)))
		case c == "also_in" && len(s.Also) > 0:
			row = append(row, alsoIn(s))
		default:
			row = append(row, known(cells[c]))
		}
	}
	return row
}
