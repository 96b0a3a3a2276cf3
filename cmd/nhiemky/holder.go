package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/nhiemky/nhiemky/extract/record"
	"github.com/nhiemky/nhiemky/graph/tenure"
)

// holder is a person in a post: the tenures, and what is said that is part of none.
type holder struct {
	iri, name string
	seat      *seat
	tenures   []int // indexes into the post's tenures
	loose     []sighting
	verdict   *tenure.Verdict // of --at and --between
	asked     record.Date     // the last day that was asked about
}

// judge answers for each holder whether he or she held the post at some time from a date until another,
// certain first, and reports whether anyone did, for certain or possibly.
func judge(p *seat, people []*holder, from, to record.Date) (answered bool) {
	verdicts := tenure.At(p.result.Tenures, p.exclusive, from, to)
	for _, h := range people {
		h.verdict, h.asked = &tenure.Verdict{Certainty: tenure.Unknown, Other: -1}, to.Last()
		if i := slices.IndexFunc(verdicts, func(v tenure.Verdict) bool { return v.Person == h.iri }); i >= 0 {
			h.verdict = &verdicts[i]
		}
		answered = answered || h.verdict.Certainty == tenure.Certain || h.verdict.Certainty == tenure.Possible
	}
	slices.SortStableFunc(people, func(a, b *holder) int { return a.verdict.Certainty.Rank() - b.verdict.Certainty.Rank() })
	return answered
}

// reason says why the answer is what it is.
func (h *holder) reason() string {
	v, all := h.verdict, h.seat.result.Tenures
	switch {
	case len(v.Tenures) == 0:
		if len(h.loose) > 0 {
			return h.loose[0].withoutTime()
		}
		return "nothing said about it has a date"
	case v.Other >= 0:
		return h.seat.nameOf(all[v.Other]) + " held it then, " + all[v.Other].Words()
	case len(v.Tenures) == 2:
		return fmt.Sprintf("held it on %s and again on %s, and nothing says that it ended in between",
			all[v.Tenures[0]].Bounds[tenure.BeginOfEnd].Day, all[v.Tenures[1]].Bounds[tenure.EndOfBegin].Day)
	}
	t := all[v.Tenures[0]]
	first, last := t.Bounds[tenure.EndOfBegin].Day, t.Bounds[tenure.BeginOfEnd].Day
	begin, end := t.Bounds[tenure.BeginOfBegin].Day, t.Bounds[tenure.EndOfEnd].Day
	switch {
	case v.Certainty == tenure.Excluded && begin.Compare(h.asked) > 0:
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

// print writes a holder: each tenure with its articles, then what is part of none.
func (h *holder) print(b *strings.Builder, why bool, limit int) {
	if h.verdict != nil {
		fmt.Fprintln(b, wrap(string(h.verdict.Certainty)+": "+h.reason(), "  ", limit))
	}
	for _, i := range h.tenures {
		t := h.seat.result.Tenures[i]
		fmt.Fprintln(b, wrap(h.seat.words(t), "  ", limit))
		if why {
			h.seat.printWhy(b, t, limit)
		} else {
			printSightings(b, h.seat.statements(t), limit)
		}
	}
	if len(h.loose) > 0 {
		for _, s := range once(h.loose) {
			why := s.withoutTime()
			if aside := h.seat.aside(s.ID); aside != "" {
				why = "set aside, " + aside
			}
			fmt.Fprintln(b, wrap(why+":", "  ", limit))
			printSightings(b, []sighting{s}, limit)
		}
	}
}

// tenureColumns are the columns of sightingRows that the bounds stand in, by their names in CIDOC CRM.
var tenureColumns = []string{"begin_of_begin", "end_of_begin", "begin_of_end", "end_of_end"}

// sightingRows are what is said of holders as rows, each with the bounds of its tenure, and with the
// answer if a time was asked about. The first columns are given.
func sightingRows(people []*holder, answered bool, columns ...string) rows {
	if answered {
		columns = append(columns, "answer", "reason")
	}
	columns = slices.Concat(columns, tenureColumns, []string{"status", "from", "to", "as_of", "confidence", "evidence", "source", "also_in",
		"published", "set_aside", "person_iri", "post_iri", "holding_iri"})
	r := rows{columns: columns}
	for _, h := range people {
		add := func(s sighting, bounds [4]tenure.Bound, aside string) {
			cells := map[string]string{
				"post": s.post, "person": s.name, "status": string(s.Status),
				"from": s.From.String(), "to": s.To.String(), "as_of": s.AsOf.String(),
				"confidence": strconv.FormatFloat(s.confidence, 'f', 2, 64), "evidence": s.sentence, "source": s.Source, "published": s.published,
				"person_iri": s.Person, "post_iri": s.postIRI, "holding_iri": s.ID, "set_aside": aside,
			}
			for i, c := range tenureColumns {
				cells[c] = bounds[i].Day.String()
			}
			if h.verdict != nil {
				cells["answer"], cells["reason"] = string(h.verdict.Certainty), h.reason()
			}
			row := []any{}
			for _, c := range columns {
				if c == "confidence" {
					row = append(row, json.Number(cells[c]))
				} else if c == "also_in" && len(s.alsoIn) > 0 {
					row = append(row, s.alsoIn)
				} else if v := cells[c]; v != "" {
					row = append(row, v)
				} else {
					row = append(row, nil)
				}
			}
			r.cells = append(r.cells, row)
		}
		for _, i := range h.tenures {
			t := h.seat.result.Tenures[i]
			for _, s := range once(h.seat.statements(t)) {
				add(s, t.Bounds, "")
			}
		}
		for _, s := range once(h.loose) {
			add(s, [4]tenure.Bound{}, h.seat.aside(s.ID))
		}
	}
	return r
}
