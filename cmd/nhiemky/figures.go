package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/nhiemky/nhiemky/extract/score"
)

// print writes the figures, and the differences if asked for.
func (o evalOptions) print(out io.Writer, report *score.Report) error {
	if o.format.value != "table" {
		if o.verbose {
			return differenceRows(report).print(out, o.format.value)
		}
		return figureRows(report).print(out, o.format.value)
	}
	if !isTerminal(out) {
		return report.Print(out, o.verbose)
	}
	var b strings.Builder
	if err := report.Print(&b, o.verbose); err != nil {
		return err
	}
	_, err := io.WriteString(out, visible(b.String()))
	return err
}

// figureRows are the figures and shares, one per row.
func figureRows(report *score.Report) rows {
	r := rows{columns: []string{"name", "precision", "recall", "f1", "tp", "fp", "fn", "share", "right", "of"}}
	r.cells = append(r.cells, []any{"documents", nil, nil, nil, nil, nil, nil, nil, nil, report.Documents})
	for _, f := range report.Figures() {
		r.cells = append(r.cells, []any{f.Name, decimals(f.Precision()), decimals(f.Recall()), decimals(f.F1()),
			f.Right, f.False, f.Missed, nil, nil, nil})
	}
	for _, s := range report.Shares() {
		r.cells = append(r.cells, []any{s.Name, nil, nil, nil, nil, nil, nil, decimals(s.Value()), s.Right, s.All})
	}
	return r
}

// differenceRows are the differences, one per row.
func differenceRows(report *score.Report) rows {
	r := rows{columns: []string{"sign", "source", "what", "record", "gold", "got", "rule"}}
	for _, d := range report.Differences {
		row := []any{d.Sign, d.Document, d.What, d.Record, d.Gold, d.Got, d.Rule}
		for i, cell := range row {
			if cell == "" {
				row[i] = nil
			}
		}
		r.cells = append(r.cells, row)
	}
	return r
}

// ruleRows are the rules, one per row, those that fired in the documents of gold first. Either argument may be
// nil.
func ruleRows(report *score.Report, fired *firings) rows {
	r := rows{columns: []string{"rule", "fired", "right", "wrong", "optional", "repeated", "astray", "share", "corpus", "per_1000"}}
	seen := map[string]bool{}
	add := func(rule score.Rule) {
		row := []any{ruleName(rule.Name), nil, nil, nil, nil, nil, nil, nil, nil, nil}
		if report != nil {
			copy(row[1:], []any{rule.Fired, rule.Right, rule.Wrong, rule.Optional, rule.Repeated, rule.Astray})
		}
		if rule.Right+rule.Wrong > 0 {
			row[7] = decimals(rule.Share())
		}
		if fired != nil {
			row[8], row[9] = fired.rules[rule.Name], decimals(fired.perThousand(rule.Name))
		}
		seen[rule.Name] = true
		r.cells = append(r.cells, row)
	}
	if report != nil {
		for _, rule := range report.Rules() {
			add(rule)
		}
	}
	for _, name := range fired.names() {
		if !seen[name] {
			add(score.Rule{Name: name})
		}
	}
	return r
}

// bandRows are the bands of confidence and then its values, one per row.
func bandRows(report *score.Report) rows {
	r := rows{columns: []string{"confidence", "records", "right", "share", "mean"}}
	for _, b := range report.Bands() {
		if b.Records > 0 {
			r.cells = append(r.cells, []any{fmt.Sprintf("%.2f to %.2f", b.From, b.To), b.Records, b.Right, decimals(b.Share()), decimals(b.Mean())})
		}
	}
	for _, b := range report.Confidences() {
		r.cells = append(r.cells, []any{fmt.Sprintf("%.2f", b.From), b.Records, b.Right, decimals(b.Share()), decimals(b.Mean())})
	}
	return r
}

// ruleName is the name of a rule as a cell.
func ruleName(name string) string {
	if name == "" {
		return "(none)"
	}
	return name
}

// decimals is a number with three decimals.
func decimals(f float64) json.Number { return json.Number(fmt.Sprintf("%.3f", f)) }
